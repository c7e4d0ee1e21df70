package org.breakwater.core.protocol;

/// Where an optimistic assertion stands. (`OptimisticAdapter.State`)
public enum AssertionState {
    NONE,
    ASSERTED,
    DISPUTED,
    UPHELD,
    REFUTED,
    VOID
}
