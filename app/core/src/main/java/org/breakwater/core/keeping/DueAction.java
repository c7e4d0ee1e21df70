package org.breakwater.core.keeping;

import java.util.Comparator;
import org.breakwater.core.activity.Due;
import org.breakwater.core.governor.AccountCall;

/// A call that anybody may make, and what it is due for.
///
/// @param what in a few words: "Pay claim 12"
/// @param why in a sentence
/// @param returnsAmount whether it answers how much it did, so that an answer of nothing means that it has no effect
public record DueAction(Due due, AccountCall call, String what, String why, boolean returnsAmount) {

    /// The most urgent first, then what became due first.
    static final Comparator<DueAction> ORDER = Comparator.comparing(DueAction::urgency)
            .thenComparingLong(action -> action.due().from())
            .thenComparing(action -> action.due().task())
            .thenComparing(action -> action.due().number());

    public Urgency urgency() {
        return Urgency.of(due.task());
    }

    /// Whether it can be done at a time, seconds since 1970.
    public boolean isDueAt(long time) {
        return due.from() <= time;
    }
}
