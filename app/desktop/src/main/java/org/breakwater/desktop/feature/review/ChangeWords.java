package org.breakwater.desktop.feature.review;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.follow.Known;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.core.review.ReviewFacts;
import org.breakwater.core.review.check.StateChange;
import org.breakwater.core.review.check.StateChange.Part;
import org.breakwater.core.review.check.StateChange.SafeWord;
import org.breakwater.core.safe.SafeConfiguration;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BasisPoints;
import org.breakwater.desktop.feature.review.ChangeRow.Kind;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.ParameterWords;
import org.breakwater.desktop.wording.CallSentences;

/// What changes, in the window's words and units.
///
/// @param name what an address is called
record ChangeWords(Function<Address, String> name, Deployment deployment) {

    private static final int ETHER = 18;

    private static final int ENDLESS_BITS = 160;

    List<ChangeRow> rows(ReviewFacts facts, Known known) {
        var rows = new ArrayList<ChangeRow>();
        facts.changes().forEach(change -> row(change, facts, known).ifPresent(rows::add));
        facts.safe().map(safe -> unchanged(safe, facts.changes())).ifPresent(rows::add);
        rows.sort(Comparator.comparing(ChangeRow::kind));
        return rows;
    }

    private Optional<ChangeRow> row(StateChange change, ReviewFacts facts, Known known) {
        return switch (change) {
            case StateChange.Money(var account, var before, var after) ->
                Optional.of(ChangeRow.of(
                        Kind.BALANCES,
                        account,
                        "ETH",
                        Numbers.units(before, ETHER),
                        Numbers.units(after, ETHER),
                        difference(before, after, ETHER)));
            case StateChange.Tokens tokens -> Optional.of(tokens(tokens, facts));
            case StateChange.Moved(var token, var from, var to, var amount) ->
                Optional.of(ChangeRow.of(
                        Kind.BALANCES,
                        token,
                        "",
                        name.apply(from),
                        name.apply(to),
                        amount(token, amount, facts) + " move"));
            case StateChange.Allowance allowance ->
                allowance.before().equals(Optional.of(allowance.after()))
                        ? Optional.empty()
                        : Optional.of(allowance(allowance, facts));
            case StateChange.Owners(var before, var after) -> Optional.of(listed("Owners", before, after));
            case StateChange.Modules(var before, var after) -> Optional.of(listed("Modules", before, after));
            case SafeWord word -> Optional.of(safe(word));
            case StateChange.Parameter(var step, var before, var after) -> {
                var unit = CallSentences.unit(step.key(), known);
                yield Optional.of(ChangeRow.of(
                        Kind.PARAMETERS,
                        ParameterWords.noun(step.key(), step.scope(), name),
                        before.map(value -> ParameterWords.value(step.key(), unit, value))
                                .orElse(Numbers.MISSING),
                        ParameterWords.value(step.key(), unit, after),
                        switch (step.way()) {
                            case PROPOSED -> "after its delay";
                            case PROPOSED_BY_DAO -> "after the timelock";
                            case TIGHTENED -> "at once";
                        }));
            }
            case StateChange.Role(var role, var account, var before, var after) ->
                Optional.of(ChangeRow.of(
                        Kind.ROLES,
                        account,
                        deployment.roleName(role.longValue()),
                        before ? "has it" : "has it not",
                        after ? "has it" : "has it not",
                        ""));
            case StateChange.Pool(var number, var _, var before, var after) ->
                Optional.of(ChangeRow.of(
                        Kind.PROTOCOL,
                        "Pool " + number + ", assets over minimum capital",
                        solvency(before.solvency()),
                        solvency(after.solvency()),
                        SettlementAsset.SYMBOL + " "
                                + difference(before.assets(), after.assets(), SettlementAsset.DECIMALS)));
            case StateChange.Treasury(var asset, var before, var after) ->
                Optional.of(ChangeRow.of(
                        Kind.PROTOCOL,
                        "Treasury, at hand of all its " + name.apply(asset),
                        Numbers.percent(before.liquidShare()),
                        Numbers.percent(after.liquidShare()),
                        amount(asset, after.liquid(), facts) + " of " + amount(asset, after.assets(), facts)));
            case StateChange.CouncilSpending(var before, var after, var limit) ->
                Optional.of(ChangeRow.of(
                        Kind.PROTOCOL,
                        "Council spending left in this period",
                        Numbers.units(before, SettlementAsset.DECIMALS),
                        Numbers.units(after, SettlementAsset.DECIMALS),
                        "of " + Numbers.units(limit, SettlementAsset.DECIMALS)));
            case StateChange.Stored _ -> Optional.empty();
        };
    }

    private ChangeRow tokens(StateChange.Tokens tokens, ReviewFacts facts) {
        var decimals = decimals(tokens.token(), facts);
        var remark = tokens.before().signum() == 0
                ? "had none before"
                : difference(tokens.before(), tokens.after(), decimals);
        return ChangeRow.of(
                Kind.BALANCES,
                tokens.holder(),
                name.apply(tokens.token()),
                Numbers.units(tokens.before(), decimals),
                Numbers.units(tokens.after(), decimals),
                remark);
    }

    private ChangeRow allowance(StateChange.Allowance allowance, ReviewFacts facts) {
        var decimals = decimals(allowance.token(), facts);
        var stays = allowance.after().signum() > 0;
        return ChangeRow.of(
                        Kind.ALLOWANCES,
                        allowance.spender(),
                        name.apply(allowance.token()) + " of " + name.apply(allowance.owner()),
                        allowance.before().map(units -> limit(units, decimals)).orElse(Numbers.MISSING),
                        limit(allowance.after(), decimals),
                        stays ? "stays until it is used or taken back" : "used up or taken back")
                .in(stays ? Tone.WARNING : Tone.DEFAULT);
    }

    static String limit(BigInteger units, int decimals) {
        return units.bitLength() >= ENDLESS_BITS ? "any amount" : Numbers.units(units, decimals);
    }

    private ChangeRow listed(String what, List<Address> before, List<Address> after) {
        var joined = after.stream().filter(each -> !before.contains(each)).toList();
        var left = before.stream().filter(each -> !after.contains(each)).toList();
        var words = new ArrayList<String>();
        if (!joined.isEmpty()) {
            words.add("new: " + named(joined));
        }
        if (!left.isEmpty()) {
            words.add("gone: " + named(left));
        }
        return ChangeRow.of(
                        Kind.SAFE,
                        what,
                        before.isEmpty() ? "none" : Numbers.count(before.size()),
                        after.isEmpty() ? "none" : Numbers.count(after.size()),
                        String.join("; ", words))
                .in(Tone.HOLD);
    }

    private String named(List<Address> addresses) {
        return addresses.stream().map(name).collect(Collectors.joining(", "));
    }

    private ChangeRow safe(SafeWord word) {
        return ChangeRow.of(
                        Kind.SAFE,
                        switch (word.part()) {
                            case CODE -> "Code of the Safe, slot 0";
                            case OWNER_COUNT -> "Number of owners";
                            case THRESHOLD -> "Owners who must sign";
                            case GUARD -> "Guard";
                            case MODULE_GUARD -> "Guard of modules";
                            case FALLBACK_HANDLER -> "Fallback handler";
                        },
                        value(word, true),
                        value(word, false),
                        word.part() == Part.CODE ? "whoever wrote that code decides" : "")
                .in(word.part() == Part.CODE ? Tone.DANGER : Tone.HOLD);
    }

    private String value(SafeWord word, boolean before) {
        var hash = before ? word.before() : word.after();
        if (!word.part().isAddress()) {
            return Numbers.count(hash.bytes().toUnsigned());
        }
        var address = SafeWord.address(hash);
        return address.isZero() ? "none" : name.apply(address);
    }

    /// What of the Safe stays as it is, which is half of what a signer wants to know.
    private static ChangeRow unchanged(SafeConfiguration safe, List<StateChange> changes) {
        var same = new ArrayList<String>();
        if (changes.stream().noneMatch(StateChange.Owners.class::isInstance) && !changes(changes, Part.OWNER_COUNT)) {
            same.add("owners");
        }
        if (!changes(changes, Part.THRESHOLD)) {
            same.add("threshold");
        }
        if (changes.stream().noneMatch(StateChange.Modules.class::isInstance)) {
            same.add("modules");
        }
        if (!changes(changes, Part.GUARD)) {
            same.add("guard");
        }
        var words = String.join(", ", same);
        return ChangeRow.of(
                        Kind.SAFE,
                        words.isEmpty()
                                ? "Owners, threshold, modules, guard"
                                : Character.toUpperCase(words.charAt(0)) + words.substring(1),
                        "",
                        words.isEmpty() ? "all change" : "unchanged",
                        standing(safe, same))
                .in(Tone.MUTED);
    }

    private static String standing(SafeConfiguration safe, List<String> same) {
        var standing = new ArrayList<String>();
        if (same.contains("owners")) {
            standing.add(
                    same.contains("threshold")
                            ? safe.threshold() + " of " + safe.owners().size()
                            : counted(safe.owners().size(), "owner"));
        }
        if (same.contains("modules")) {
            standing.add(counted(safe.modules().size(), "module"));
        }
        if (same.contains("guard")) {
            standing.add(safe.guard().isPresent() ? "1 guard" : "no guard");
        }
        return String.join(", ", standing);
    }

    private static String counted(int number, String what) {
        return number == 0 ? "no " + what : Numbers.count(number) + " " + what + (number == 1 ? "" : "s");
    }

    private static boolean changes(List<StateChange> changes, Part part) {
        return changes.stream()
                .anyMatch(change -> change instanceof SafeWord(var changed, var _, var _) && changed == part);
    }

    private static int decimals(Address token, ReviewFacts facts) {
        return Optional.ofNullable(facts.decimals().get(token)).orElse(0);
    }

    /// With the token's name.
    String amount(Address token, BigInteger units, ReviewFacts facts) {
        return Numbers.units(units, decimals(token, facts)) + Numbers.NO_BREAK + name.apply(token);
    }

    private static String difference(BigInteger before, BigInteger after, int decimals) {
        var by = after.subtract(before);
        return (by.signum() > 0 ? "+" : "") + Numbers.units(by, decimals);
    }

    private static String solvency(BigInteger basisPoints) {
        return basisPoints.bitLength() >= 32 ? "nothing insured" : Numbers.ratio(new BasisPoints(basisPoints));
    }
}
