package org.breakwater.core.projection.view;

import java.math.BigInteger;
import java.util.Optional;

/// A proposal at one moment.
///
/// @param quorum votes for and abstentions that it needs, 1e-18 token
/// @param operation what waits in the Timelock for it, once it is queued
public record ProposalView(
        Proposal proposal, ProposalState state, BigInteger quorum, Optional<TimelockOperation> operation) {}
