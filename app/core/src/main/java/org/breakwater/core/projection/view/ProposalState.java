package org.breakwater.core.projection.view;

/// Where a proposal stands (`IGovernor.ProposalState`, in its order).
public enum ProposalState {
    PENDING,
    ACTIVE,
    CANCELED,
    DEFEATED,
    SUCCEEDED,
    QUEUED,
    EXPIRED,
    EXECUTED
}
