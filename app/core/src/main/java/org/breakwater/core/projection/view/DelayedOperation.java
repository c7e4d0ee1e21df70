package org.breakwater.core.projection.view;

import org.breakwater.core.fact.AuthorityFact.OperationScheduled;

/// A call that a member with a delay scheduled in the AccessManager.
public record DelayedOperation(OperationScheduled scheduled, State state) {

    /// Seconds after its time for which it can be executed (`AccessManager.expiration`).
    public static final long EXPIRATION = 7 * 86_400L;

    public enum State {
        SCHEDULED,
        EXECUTED,
        CANCELED
    }

    public DelayedOperation in(State changed) {
        return new DelayedOperation(scheduled, changed);
    }

    /// Whether it can be executed at a time.
    public boolean isReady(long at) {
        return state == State.SCHEDULED && at >= scheduled.schedule() && !isExpired(at);
    }

    public boolean isExpired(long at) {
        return state == State.SCHEDULED && at >= scheduled.schedule() + EXPIRATION;
    }
}
