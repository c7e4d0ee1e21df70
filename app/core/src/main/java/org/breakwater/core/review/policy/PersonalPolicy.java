package org.breakwater.core.review.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.breakwater.core.review.HoldUp;
import org.breakwater.core.review.check.CheckId;
import org.breakwater.core.review.request.PolicyStanding;
import org.breakwater.core.review.request.ReviewPolicy;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;

/// A person's policy as it is written down. What tightens counts at once; what loosens counts after a while.
///
/// @param code that was reviewed
/// @param refunds that are allowed
/// @param denied accounts that nobody deals with
/// @param pardons denied accounts that are let go, since when; they are denied until that counts
/// @param secondPerson checks whose hold is not settled by a phrase alone: another owner must have signed before
/// @param waivers of those, the ones that are given up, since when; a second person is wanted until that counts
/// @param history how it came to say this
public record PersonalPolicy(
        List<AllowedCode> code,
        List<AllowedRefund> refunds,
        Set<Address> denied,
        Map<Address, Instant> pardons,
        Set<CheckId> secondPerson,
        Map<CheckId, Instant> waivers,
        PolicyHistory history) {

    /// How many entries of a kind there may be.
    public static final int MOST_ENTRIES = 1_000;

    /// Of somebody who has written nothing down.
    public static final PersonalPolicy NONE = new PersonalPolicy(List.of(), Set.of(), Set.of());

    /// Without a history.
    public PersonalPolicy(List<AllowedCode> code, Set<Address> denied, Set<CheckId> secondPerson) {
        this(code, List.of(), denied, Map.of(), secondPerson, Map.of(), PolicyHistory.NONE);
    }

    public PersonalPolicy {
        code = List.copyOf(code);
        refunds = List.copyOf(refunds);
        denied = Set.copyOf(denied);
        pardons = Map.copyOf(pardons);
        secondPerson = Set.copyOf(secondPerson);
        waivers = Map.copyOf(waivers);
        if (code.size() > MOST_ENTRIES || refunds.size() > MOST_ENTRIES || denied.size() > MOST_ENTRIES) {
            throw new IllegalArgumentException("a policy has at most " + MOST_ENTRIES + " entries of a kind");
        }
        if (code.stream().map(AllowedCode::contract).distinct().count() != code.size()) {
            throw new IllegalArgumentException("a policy names a contract once");
        }
        if (refunds.stream()
                        .map(refund -> List.of(refund.receiver(), refund.token()))
                        .distinct()
                        .count()
                != refunds.size()) {
            throw new IllegalArgumentException("a policy names a receiver and a token once");
        }
        if (!denied.containsAll(pardons.keySet()) || !secondPerson.containsAll(waivers.keySet())) {
            throw new IllegalArgumentException("only what is in a policy is taken back");
        }
    }

    /// What counts now.
    public ReviewPolicy at(Instant now) {
        var reviewed = new HashMap<Address, Hash32>();
        code.stream()
                .filter(allowed -> allowed.counts(now))
                .forEach(allowed -> reviewed.put(allowed.contract(), allowed.codeHash()));
        var standard = ReviewPolicy.STANDARD;
        return new ReviewPolicy(
                reviewed,
                refunds.stream()
                        .filter(allowed -> allowed.counts(now))
                        .map(AllowedRefund::refund)
                        .toList(),
                standard.largeShare(),
                standard.hugeShare(),
                standard.youngCode(),
                standard.farNonce(),
                denied.stream().filter(still(pardons, now)).collect(Collectors.toSet()),
                standing());
    }

    private static <T> Predicate<T> still(Map<T, Instant> ends, Instant now) {
        return entry -> !ends.containsKey(entry)
                || now.isBefore(ends.getOrDefault(entry, now).plus(AllowedCode.COOL_DOWN));
    }

    /// Whether it is as this program recorded it.
    public PolicyStanding standing() {
        return equals(NONE) ? new PolicyStanding.None() : history.standing(contentHash());
    }

    private Hash32 contentHash() {
        return Keccak.hash(PolicyFormat.content(this));
    }

    /// What is not settled by a phrase alone.
    public List<HoldUp> wantSecondPerson(List<HoldUp> holdUps) {
        return holdUps.stream()
                .filter(holdUp -> secondPerson.contains(holdUp.id()))
                .toList();
    }

    /// As it is now, with a line in its history.
    PersonalPolicy recorded(Instant at, String what) {
        return with(history.with(at, what, contentHash()));
    }

    /// The same with another history.
    public PersonalPolicy with(PolicyHistory other) {
        return new PersonalPolicy(code, refunds, denied, pardons, secondPerson, waivers, other);
    }

    private PersonalPolicy withCode(List<AllowedCode> other) {
        return new PersonalPolicy(other, refunds, denied, pardons, secondPerson, waivers, history);
    }

    private PersonalPolicy withRefunds(List<AllowedRefund> other) {
        return new PersonalPolicy(code, other, denied, pardons, secondPerson, waivers, history);
    }

    private PersonalPolicy withDenied(Set<Address> accounts, Map<Address, Instant> ends) {
        return new PersonalPolicy(code, refunds, accounts, ends, secondPerson, waivers, history);
    }

    private PersonalPolicy withSecondPerson(Set<CheckId> checks, Map<CheckId, Instant> ends) {
        return new PersonalPolicy(code, refunds, denied, pardons, checks, ends, history);
    }

    /// With code that was reviewed; what was allowed at the same address before no longer is.
    public PersonalPolicy allowing(AllowedCode allowed) {
        var others = new ArrayList<>(without(allowed.contract()).code);
        others.add(allowed);
        return withCode(others);
    }

    /// Without what is allowed at an address; that counts at once.
    public PersonalPolicy without(Address contract) {
        return withCode(code.stream()
                .filter(allowed -> !allowed.contract().equals(contract))
                .toList());
    }

    /// With a refund; what was allowed for the same receiver and token before no longer is.
    public PersonalPolicy allowing(AllowedRefund allowed) {
        var others = new ArrayList<>(without(allowed.receiver(), allowed.token()).refunds);
        others.add(allowed);
        return withRefunds(others);
    }

    /// Without the refund for a receiver and token; that counts at once.
    public PersonalPolicy without(Address receiver, Address token) {
        return withRefunds(refunds.stream()
                .filter(allowed -> !allowed.isFor(receiver, token))
                .toList());
    }

    /// With one more account that nobody deals with; that counts at once.
    public PersonalPolicy denying(Address account) {
        return withDenied(more(denied, account), less(pardons, account));
    }

    /// Lets a denied account go, a while from now.
    public PersonalPolicy pardoning(Address account, Instant since) {
        return withDenied(denied, more(pardons, account, since));
    }

    /// Wants a second person for a check's hold; that counts at once.
    public PersonalPolicy wantingSecondPerson(CheckId check) {
        return withSecondPerson(more(secondPerson, check), less(waivers, check));
    }

    /// Wants none any more, a while from now.
    public PersonalPolicy waiving(CheckId check, Instant since) {
        return withSecondPerson(secondPerson, more(waivers, check, since));
    }

    /// Without what has ended by now.
    PersonalPolicy tidied(Instant now) {
        return withDenied(
                        denied.stream().filter(still(pardons, now)).collect(Collectors.toSet()), pending(pardons, now))
                .withSecondPerson(
                        secondPerson.stream().filter(still(waivers, now)).collect(Collectors.toSet()),
                        pending(waivers, now));
    }

    private static <T> Map<T, Instant> pending(Map<T, Instant> ends, Instant now) {
        return ends.entrySet().stream()
                .filter(end -> still(ends, now).test(end.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// With everything that loosens beginning to wait now: nobody can say when it was written.
    PersonalPolicy begunAt(Instant now) {
        var ends = new HashMap<>(pardons);
        ends.replaceAll((_, _) -> now);
        var given = new HashMap<>(waivers);
        given.replaceAll((_, _) -> now);
        return new PersonalPolicy(
                code.stream()
                        .map(allowed -> new AllowedCode(allowed.contract(), allowed.codeHash(), allowed.why(), now))
                        .toList(),
                refunds.stream()
                        .map(allowed -> new AllowedRefund(
                                allowed.receiver(), allowed.token(), allowed.most(), allowed.why(), now))
                        .toList(),
                denied,
                ends,
                secondPerson,
                given,
                PolicyHistory.NONE);
    }

    private static <T> Set<T> more(Set<T> set, T entry) {
        var more = new HashSet<>(set);
        more.add(entry);
        return more;
    }

    private static <T> Map<T, Instant> more(Map<T, Instant> map, T entry, Instant since) {
        var more = new HashMap<>(map);
        more.put(entry, since);
        return more;
    }

    private static <T> Map<T, Instant> less(Map<T, Instant> map, T entry) {
        var less = new HashMap<>(map);
        less.remove(entry);
        return less;
    }
}
