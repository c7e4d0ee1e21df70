package org.breakwater.core.policies;

/// By what policies are ordered. Where it is the same for two, they go by number, and the same way round.
public record PolicyOrder(Key key, boolean descending) {

    /// What can be ordered by. Words go by their letters, whatever their case; a holder by their address.
    public enum Key {
        NUMBER,
        SUBJECT,
        POOL,
        HOLDER,
        COVER,
        PREMIUM,
        RATE,
        BOUGHT,
        END,
        /// In the order of a policy's life.
        STATE
    }
}
