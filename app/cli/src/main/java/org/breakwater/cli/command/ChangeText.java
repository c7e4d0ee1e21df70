package org.breakwater.cli.command;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.breakwater.core.review.ReviewFacts;
import org.breakwater.core.review.check.StateChange;
import org.breakwater.core.review.check.StateChange.SafeWord;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BasisPoints;

/// What a simulation changes, as text and as JSON. Amounts are in whole tokens in the text, in the smallest unit in
/// JSON.
record ChangeText(ReviewFacts facts) {

    private static final int ETHER = 18;

    /// A change by its parts.
    private record Parts(String kind, String subject, String before, String after, String sentence) {}

    List<Object> documents() {
        return facts.changes().stream()
                .map(this::parts)
                .<Object>map(parts -> Json.object(
                        "kind", parts.kind(),
                        "subject", parts.subject(),
                        "before", parts.before(),
                        "after", parts.after(),
                        "sentence", parts.sentence()))
                .toList();
    }

    /// Without the words of storage, which only a program compares.
    List<String> lines() {
        return facts.changes().stream()
                .filter(change -> !(change instanceof StateChange.Stored))
                .map(change -> parts(change).sentence())
                .toList();
    }

    private String written(Address address) {
        return Optional.ofNullable(facts.names().get(address))
                .map(name -> name + " (" + address + ")")
                .orElse(address.toString());
    }

    private String amount(Address token, BigInteger units) {
        return Optional.ofNullable(facts.decimals().get(token))
                        .map(decimals -> grouped(units, decimals))
                        .orElse(units + " units")
                + " of " + written(token);
    }

    /// An amount in whole tokens.
    static String grouped(BigInteger units, int decimals) {
        var whole = new BigDecimal(units, decimals).stripTrailingZeros();
        return String.format(Locale.ROOT, "%,." + Math.max(0, whole.scale()) + "f", whole);
    }

    private Parts parts(StateChange change) {
        return switch (change) {
            case StateChange.Money(var account, var before, var after) ->
                parts(
                        "balance",
                        written(account),
                        before,
                        after,
                        written(account) + " has " + grouped(before, ETHER) + " ether before and "
                                + grouped(after, ETHER) + " after.");
            case StateChange.Tokens(var token, var holder, var before, var after) ->
                parts(
                        "tokens",
                        written(holder) + ", " + written(token),
                        before,
                        after,
                        written(holder) + " has " + amount(token, before) + " before and " + amount(token, after)
                                + " after.");
            case StateChange.Moved(var token, var from, var to, var amount) ->
                new Parts(
                        "moved",
                        written(token),
                        written(from),
                        written(to),
                        amount(token, amount) + " go from " + written(from) + " to " + written(to) + ".");
            case StateChange.Allowance(var token, var owner, var spender, var before, var after) ->
                new Parts(
                        "allowance",
                        written(spender) + " of " + written(owner) + ", " + written(token),
                        before.map(BigInteger::toString).orElse(""),
                        after.toString(),
                        written(spender) + " may take " + amount(token, after) + " from " + written(owner)
                                + before.map(was -> ", before " + amount(token, was))
                                        .orElse("") + ".");
            case StateChange.Owners(var before, var after) -> listed("owners", before, after);
            case StateChange.Modules(var before, var after) -> listed("modules", before, after);
            case SafeWord word -> safe(word);
            case StateChange.Parameter(var step, var before, var after) ->
                new Parts(
                        "parameter",
                        step.key()
                                        .bytes()
                                        .toText()
                                        .map(name -> name.replace("\0", ""))
                                        .orElse(step.key().toString()) + " (" + step.scope() + ")",
                        before.map(BigInteger::toString).orElse(""),
                        after.toString(),
                        "A parameter is " + before.map(BigInteger::toString).orElse("—") + " before and " + after
                                + " once the change is in force.");
            case StateChange.Role(var role, var account, var before, var after) ->
                new Parts(
                        "role",
                        "role " + role + ", " + written(account),
                        before ? "member" : "none",
                        after ? "member" : "none",
                        written(account) + (after ? " gets" : " loses") + " the role " + role + ".");
            case StateChange.Pool(var number, var pool, var before, var after) ->
                parts(
                        "pool",
                        "pool " + number + ", " + pool,
                        before.solvency(),
                        after.solvency(),
                        "Pool " + number + " has of its minimum capital " + share(before.solvency()) + " before and "
                                + share(after.solvency()) + " after.");
            case StateChange.Treasury(var asset, var before, var after) ->
                parts(
                        "treasury",
                        written(asset),
                        before.liquid(),
                        after.liquid(),
                        "The treasury has " + amount(asset, before.liquid()) + " at hand before and "
                                + amount(asset, after.liquid()) + " after, " + after.liquidShare()
                                + " of what it has.");
            case StateChange.CouncilSpending(var before, var after, var limit) ->
                parts(
                        "council-spending",
                        "left of " + limit,
                        before,
                        after,
                        "The council may still spend " + after + " of " + limit + " units in this period, before "
                                + before + ".");
            case StateChange.Stored(var account, var slot, var before, var after) ->
                new Parts(
                        "storage",
                        written(account) + ", slot " + slot,
                        before.toString(),
                        after.toString(),
                        "A word of the storage of " + written(account) + " changes.");
        };
    }

    private static Parts parts(String kind, String subject, BigInteger before, BigInteger after, String sentence) {
        return new Parts(kind, subject, before.toString(), after.toString(), sentence);
    }

    private Parts listed(String what, List<Address> before, List<Address> after) {
        return new Parts(
                "safe",
                what,
                list(before),
                list(after),
                "The Safe's " + what + " are " + list(before) + " before and " + list(after) + " after.");
    }

    private String list(List<Address> addresses) {
        return addresses.isEmpty()
                ? "none"
                : addresses.stream().map(this::written).collect(Collectors.joining(", "));
    }

    private Parts safe(SafeWord word) {
        var part = switch (word.part()) {
            case CODE -> "the code behind the Safe";
            case OWNER_COUNT -> "the number of owners";
            case THRESHOLD -> "the threshold";
            case GUARD -> "the guard";
            case MODULE_GUARD -> "the guard of modules";
            case FALLBACK_HANDLER -> "the fallback handler";
        };
        var before = value(word, true);
        var after = value(word, false);
        return new Parts(
                "safe", part, before, after, "Of the Safe, " + part + " goes from " + before + " to " + after + ".");
    }

    private String value(SafeWord word, boolean before) {
        var bytes = before ? word.before() : word.after();
        if (!word.part().isAddress()) {
            return bytes.bytes().toUnsigned().toString();
        }
        var address = SafeWord.address(bytes);
        return address.isZero() ? "none" : written(address);
    }

    private static String share(BigInteger basisPoints) {
        return basisPoints.bitLength() >= 32 ? "all, with nothing insured," : new BasisPoints(basisPoints).toString();
    }
}
