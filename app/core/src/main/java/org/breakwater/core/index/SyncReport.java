package org.breakwater.core.index;

/// What a sync did.
///
/// @param chain how far the chain is, as the endpoint sees it
/// @param through height up to which everything is known; above the head where the endpoint is behind
/// @param finality height up to which that will not change any more
/// @param logs how many were added
/// @param unknown how many of these say nothing that this version knows
/// @param replaced how many blocks of abandoned branches were taken back
public record SyncReport(ChainHeights chain, long through, long finality, long logs, long unknown, long replaced) {

    /// Whether the store knows more than the endpoint.
    public boolean endpointIsBehind() {
        return chain.head().number() < through;
    }
}
