package org.breakwater.core.review.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.check.ProposalRules.Proposed;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BasisPoints;

/// What a proposal gives away: how much of what there is, whom it goes to and who stands behind them; and what it makes
/// out of nothing.
record ProposedMoney(Scene scene, Proposed proposed) {

    private static final BigInteger WHOLE = BigInteger.valueOf(10_000);

    /// @param from a contract of the protocol, the timelock or the Governor
    private record Flow(Address token, Address from, Address to) {}

    private record Minted(Address token, Address to) {}

    CheckResult look() throws ProblemException {
        var flows = new LinkedHashMap<Flow, BigInteger>();
        var minted = new LinkedHashMap<Minted, BigInteger>();
        for (var moved : SafeEvents.transfers(scene.simulation())) {
            if (moved.from().isZero() && !isOwn(moved.to())) {
                minted.merge(new Minted(moved.token(), moved.to()), moved.amount(), BigInteger::add);
            } else if (isOwn(moved.from()) && !isOwn(moved.to()) && !moved.to().isZero()) {
                flows.merge(new Flow(moved.token(), moved.from(), moved.to()), moved.amount(), BigInteger::add);
            }
        }
        var findings = new Findings();
        for (var flow : flows.entrySet()) {
            judge(flow.getKey(), flow.getValue(), findings);
        }
        for (var made : minted.entrySet()) {
            judge(made.getKey(), made.getValue(), findings);
        }
        for (var change : scene.simulation().balances().entrySet()) {
            if (change.getValue().signum() < 0 && isOwn(change.getKey())) {
                money(change.getKey(), change.getValue().negate(), findings);
            }
        }
        return findings.orPassed("The simulation moves nothing out of the protocol.");
    }

    private void judge(Flow flow, BigInteger amount, Findings findings) throws ProblemException {
        var has = Asked.tokenBalance(scene.chain(), flow.token(), flow.from()).orElse(BigInteger.ZERO);
        say(
                scene.amount(flow.token(), amount) + share(amount, has, scene.written(flow.from())) + " go to "
                        + scene.written(flow.to()) + behind(flow.to()) + ".",
                isLarge(amount, has),
                findings);
    }

    private void judge(Minted made, BigInteger amount, Findings findings) throws ProblemException {
        var supply = Asked.number(scene.chain(), made.token(), "totalSupply()").orElse(BigInteger.ZERO);
        say(
                scene.amount(made.token(), amount) + " are made out of nothing"
                        + (supply.signum() > 0
                                ? ", beside " + scene.amount(made.token(), supply) + " that there are"
                                : "")
                        + ", for " + scene.written(made.to()) + behind(made.to()) + ".",
                isLarge(amount, supply),
                findings);
    }

    private void money(Address from, BigInteger wei, Findings findings) throws ProblemException {
        var has = scene.chain().balance(from);
        say(
                Amounts.ether(wei) + " leave " + scene.written(from) + share(wei, has, "it") + ".",
                isLarge(wei, has),
                findings);
    }

    private static void say(String sentence, boolean large, Findings findings) {
        if (large) {
            findings.hold(sentence);
        } else {
            findings.warn(sentence);
        }
    }

    private static String share(BigInteger amount, BigInteger of, String whose) {
        return of.signum() == 0
                ? ""
                : ", " + new BasisPoints(amount.multiply(WHOLE).divide(of)) + " of what " + whose + " has,";
    }

    private boolean isLarge(BigInteger amount, BigInteger of) {
        return of.signum() == 0
                || amount.multiply(WHOLE)
                                .compareTo(
                                        of.multiply(scene.policy().largeShare().value()))
                        > 0;
    }

    /// Who stands behind a payee that is a Safe.
    private String behind(Address payee) throws ProblemException {
        var owners = owners(payee);
        if (owners.isEmpty()) {
            return "";
        }
        var proposer = proposed.standing().isPresent() ? proposer() : Optional.<Address>empty();
        return proposer.filter(owners::contains).isPresent()
                ? ", a Safe of " + owners.size() + " owners, whoever proposed it among them"
                : ", a Safe of " + owners.size() + " owners";
    }

    private Optional<Address> proposer() throws ProblemException {
        return Asked.account(
                scene.chain(),
                proposed.dao().governor(),
                "proposalProposer(uint256)",
                new AbiValue.Whole(proposed.id()));
    }

    private List<Address> owners(Address payee) throws ProblemException {
        if (scene.chain().code(payee).isEmpty()) {
            return List.of();
        }
        var owners = new ArrayList<Address>();
        Asked.values(scene.chain(), payee, "getOwners()", "(address[])")
                .ifPresent(read -> read.items(0).values().forEach(owner -> {
                    if (owner instanceof AbiValue.Account(var account)) {
                        owners.add(account);
                    }
                }));
        return owners;
    }

    private boolean isOwn(Address account) {
        return account.equals(proposed.dao().timelock())
                || account.equals(proposed.dao().governor())
                || scene.isDeployed(account);
    }
}
