package org.breakwater.desktop.feature.addresses;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breakwater.core.deployment.DeployedContract;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.follow.Known;
import org.breakwater.core.names.AddressBook;
import org.breakwater.core.projection.ProtocolView;
import org.breakwater.core.projection.view.PauseView;
import org.breakwater.core.projection.view.PoolView;
import org.breakwater.core.projection.view.RoleView;
import org.breakwater.core.protocol.ModuleName;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BasisPoints;
import org.breakwater.core.value.TokenAmount;
import org.breakwater.desktop.feature.addresses.AddressFacts.Fact;
import org.breakwater.desktop.feature.addresses.AddressRow.Part;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Numbers.Rounding;
import org.breakwater.desktop.l10n.Times;

/// Finds out what addresses are to the protocol.
record ReadAddresses(Deployment deployment, AddressBook book) {

    private static final int VOTE_DECIMALS = 18;
    private static final int MOST_OPEN = 12;

    AddressPage page(Known known) {
        var parts = parts(known.view());
        var roles = roles(known.view());
        var rows = new ArrayList<AddressRow>();
        parts.forEach((address, part) -> rows.add(row(address, part, roles)));
        return new AddressPage(known.block(), rows);
    }

    AddressFacts facts(Known known, Address address) {
        var view = known.view();
        var parts = parts(view);
        var roles = roles(view);
        var row = row(address, parts.getOrDefault(address, Part.ACCOUNT), roles);
        var facts = new ArrayList<Fact>();
        contract(address).ifPresent(facts::add);
        grants(view, address).forEach(facts::add);
        votes(view, address).ifPresent(facts::add);
        shares(view, address).forEach(facts::add);
        venue(view, address).forEach(facts::add);
        feed(view, address).forEach(facts::add);
        covers(view, address).forEach(facts::add);
        pauses(view, address).ifPresent(facts::add);
        return new AddressFacts(known.block(), row, parts.containsKey(address) || !facts.isEmpty(), facts);
    }

    private AddressRow row(Address address, Part part, Map<Address, List<String>> roles) {
        return new AddressRow(
                address,
                book.name(address),
                part,
                roles.getOrDefault(address, List.of()),
                book.lookAlike(address).map(AddressBook.Entry::name));
    }

    /// In the order of the book, then what the protocol names itself.
    private Map<Address, Part> parts(ProtocolView view) {
        var parts = new LinkedHashMap<Address, Part>();
        deployment.accounts().forEach((name, address) -> parts.put(address, safe(name)));
        view.pools().forEach(pool -> parts.put(pool.pool(), Part.POOL));
        deployment.contracts().forEach(contract -> parts.putIfAbsent(contract.address(), Part.CONTRACT));
        view.treasury().venues().forEach(venue -> parts.put(venue.venue(), Part.VENUE));
        view.feeds().forEach(feed -> parts.put(feed.feed(), Part.PRICE_FEED));
        book.all().keySet().forEach(address -> parts.putIfAbsent(address, Part.ACCOUNT));
        return parts;
    }

    private static Part safe(String account) {
        return account.equals("council") || account.equals("guardian") ? Part.SAFE : Part.ACCOUNT;
    }

    private Map<Address, List<String>> roles(ProtocolView view) {
        var roles = new LinkedHashMap<Address, List<String>>();
        for (var role : granted(view)) {
            for (var member : role.members()) {
                roles.computeIfAbsent(member.account(), _ -> new ArrayList<>()).add(deployment.roleName(role.number()));
            }
        }
        return roles;
    }

    private static List<RoleView> granted(ProtocolView view) {
        return view.authorityOf(ModuleName.TREASURY)
                .map(manager -> view.authority(manager).roles())
                .orElse(List.of());
    }

    private Optional<Fact> contract(Address address) {
        return deployment.contracts().stream()
                .filter(contract -> contract.address().equals(address))
                .map(DeployedContract::name)
                .findFirst()
                .map(name -> new Fact("Contract of the deployment", name));
    }

    private List<Fact> grants(ProtocolView view, Address address) {
        var facts = new ArrayList<Fact>();
        for (var role : granted(view)) {
            role.members().stream()
                    .filter(member -> member.account().equals(address))
                    .forEach(member -> facts.add(new Fact(
                            "Role " + deployment.roleName(role.number()),
                            (member.inEffect() ? "in effect" : "granted, not in effect yet")
                                    + (member.delay() == 0
                                            ? ", acts at once"
                                            : ", acts after " + Times.duration(Duration.ofSeconds(member.delay()))))));
        }
        return facts;
    }

    private static Optional<Fact> votes(ProtocolView view, Address address) {
        return view.module(ModuleName.TOKEN)
                .map(token -> view.balance(token, address))
                .filter(balance -> balance.signum() > 0)
                .map(balance -> new Fact(
                        "Tokens of the DAO",
                        Numbers.amount(new TokenAmount(balance, VOTE_DECIMALS, ""), Rounding.HELD)));
    }

    private static List<Fact> shares(ProtocolView view, Address address) {
        var facts = new ArrayList<Fact>();
        for (PoolView pool : view.pools()) {
            var balance = view.balance(pool.pool(), address);
            if (balance.signum() > 0) {
                var worth = balance.multiply(pool.sharePrice()).divide(BigInteger.TEN.pow(pool.shareDecimals()));
                facts.add(new Fact(
                        "Shares of " + pool.name(),
                        "worth " + Numbers.amountWithUnit(SettlementAsset.amount(worth), Rounding.HELD)));
            }
            if (pool.pool().equals(address)) {
                facts.add(new Fact(
                        "Pool " + pool.poolId() + ", " + pool.name(),
                        Numbers.amountWithUnit(
                                SettlementAsset.amount(pool.capital().totalAssets()), Rounding.HELD)));
            }
        }
        return facts;
    }

    private static List<Fact> venue(ProtocolView view, Address address) {
        return view.treasury().venues().stream()
                .filter(venue -> venue.venue().equals(address))
                .flatMap(venue -> List.of(
                        new Fact(
                                "Venue of the treasury, worth",
                                Numbers.amountWithUnit(SettlementAsset.amount(venue.value()), Rounding.HELD)
                                        + (venue.state().selfReported() ? ", self-reported" : "")),
                        new Fact(
                                "Cap",
                                Numbers.ratio(BasisPoints.of(venue.state().capBps()))),
                        new Fact(
                                "Exit",
                                venue.state().exitDelay() == 0
                                        ? "at once"
                                        : "after "
                                                + Times.duration(Duration.ofSeconds(
                                                        venue.state().exitDelay()))))
                        .stream())
                .toList();
    }

    private static List<Fact> feed(ProtocolView view, Address address) {
        return view.feeds().stream()
                .filter(feed -> feed.feed().equals(address))
                .map(feed -> new Fact(
                        "Price feed",
                        feed.updatedAt()
                                .map(at -> "answered " + Times.dateAndTime(Instant.ofEpochSecond(at)) + " UTC"
                                        + (feed.isLate() ? ", late" : ""))
                                .orElse("gives no answer")))
                .toList();
    }

    private static List<Fact> covers(ProtocolView view, Address address) {
        var facts = new ArrayList<Fact>();
        var policies = view.policies().stream()
                .filter(policy -> policy.holder().equals(address))
                .count();
        if (policies > 0) {
            facts.add(new Fact("Policies held", Numbers.count(policies)));
        }
        var claims = view.claims().stream()
                .filter(claim -> claim.claim().claimant().equals(address))
                .map(claim -> "claim " + claim.claimId())
                .limit(MOST_OPEN)
                .toList();
        if (!claims.isEmpty()) {
            facts.add(new Fact("Claims made", String.join(", ", claims)));
        }
        return facts;
    }

    private static Optional<Fact> pauses(ProtocolView view, Address address) {
        var made = view.pauses().stream()
                .map(PauseView::pause)
                .filter(pause -> pause.by().equals(address))
                .count();
        return made == 0 ? Optional.empty() : Optional.of(new Fact("Stops made", Numbers.count(made)));
    }
}
