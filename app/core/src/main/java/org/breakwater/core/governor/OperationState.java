package org.breakwater.core.governor;

/// Where an operation of the Timelock stands (`TimelockController.OperationState`, in its order).
public enum OperationState {
    /// It was never scheduled, or was cancelled.
    UNSET,
    WAITING,
    READY,
    DONE
}
