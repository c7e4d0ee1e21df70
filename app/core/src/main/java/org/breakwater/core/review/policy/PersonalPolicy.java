package org.breakwater.core.review.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.breakwater.core.review.HoldUp;
import org.breakwater.core.review.check.CheckId;
import org.breakwater.core.review.request.ReviewPolicy;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// A person's policy as it is written down. What tightens counts at once; what loosens counts after a while.
///
/// @param code that was reviewed
/// @param denied accounts that nobody deals with
/// @param secondPerson checks whose hold is not settled by a phrase alone: another owner must have signed before
public record PersonalPolicy(List<AllowedCode> code, Set<Address> denied, Set<CheckId> secondPerson) {

    /// How many entries of a kind there may be.
    public static final int MOST_ENTRIES = 1_000;

    /// Of somebody who has written nothing down.
    public static final PersonalPolicy NONE = new PersonalPolicy(List.of(), Set.of(), Set.of());

    public PersonalPolicy {
        code = List.copyOf(code);
        denied = Set.copyOf(denied);
        secondPerson = Set.copyOf(secondPerson);
        if (code.size() > MOST_ENTRIES || denied.size() > MOST_ENTRIES) {
            throw new IllegalArgumentException("a policy has at most " + MOST_ENTRIES + " entries of a kind");
        }
        if (code.stream().map(AllowedCode::contract).distinct().count() != code.size()) {
            throw new IllegalArgumentException("a policy names a contract once");
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
                standard.refunds(),
                standard.largeShare(),
                standard.hugeShare(),
                standard.youngCode(),
                standard.farNonce(),
                denied);
    }

    /// What is not settled by a phrase alone.
    public List<HoldUp> wantSecondPerson(List<HoldUp> holdUps) {
        return holdUps.stream()
                .filter(holdUp -> secondPerson.contains(holdUp.id()))
                .toList();
    }

    /// With code that was reviewed; what was allowed at the same address before no longer is.
    public PersonalPolicy allowing(AllowedCode allowed) {
        var others = new ArrayList<>(without(allowed.contract()).code);
        others.add(allowed);
        return new PersonalPolicy(others, denied, secondPerson);
    }

    /// Without what is allowed at an address; that counts at once.
    public PersonalPolicy without(Address contract) {
        return new PersonalPolicy(
                code.stream()
                        .filter(allowed -> !allowed.contract().equals(contract))
                        .toList(),
                denied,
                secondPerson);
    }

    /// With one more account that nobody deals with; that counts at once.
    public PersonalPolicy denying(Address account) {
        var more = new HashSet<>(denied);
        more.add(account);
        return new PersonalPolicy(code, more, secondPerson);
    }
}
