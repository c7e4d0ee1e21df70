package org.breakwater.core.review;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a person has settled of the things that hold one transaction, by typing what each is. It counts for what was
/// found then: a newer review that finds something else holds again. What blocks cannot be settled.
public record Settled(Set<HoldUp> holdUps) {

    public static final Settled NOTHING = new Settled(Set.of());

    public Settled {
        holdUps = Set.copyOf(holdUps);
    }

    /// With one more, if what was typed names it.
    public Settled with(HoldUp holdUp, String typed) {
        if (!holdUp.isNamedBy(typed)) {
            return this;
        }
        var more = new HashSet<>(holdUps);
        more.add(holdUp);
        return new Settled(more);
    }

    /// What still holds a transaction.
    public List<HoldUp> open(Review review) {
        return review.holdUps().stream()
                .filter(holdUp -> !holdUps.contains(holdUp))
                .toList();
    }

    /// Whether it may be signed, approved and executed here.
    public boolean permits(Review review) {
        return review.verdict() != Verdict.BLOCK && open(review).isEmpty();
    }
}
