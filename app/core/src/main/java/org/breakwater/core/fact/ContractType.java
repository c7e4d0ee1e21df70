package org.breakwater.core.fact;

/// What a contract is to the protocol. It decides how the contract's logs are read: the same signature means different
/// things in different contracts.
public enum ContractType {
    DIRECTORY,
    POOL,
    PARAMETER_REGISTRY,
    RISK_REGISTRY,
    PREMIUM_ENGINE,
    UNDERWRITING,
    POLICY_TOKEN,
    ACCOUNT_COVER,
    COVER_SERIES,
    INCIDENTS,
    CLAIMS,
    TRIBUNAL,
    GUARDIAN,
    TREASURY,
    ELIGIBILITY_GATE,
    TRIGGER_ADAPTER,
    ACCESS_MANAGER,
    GOVERNOR,
    TIMELOCK,
    VOTING_TOKEN,

    /// A token in which a pool keeps its assets. Not the protocol's own: only transfers from and to the treasury count.
    SETTLEMENT_ASSET,

    /// Where a settlement asset's price comes from, or the aggregator behind it. Not the protocol's own.
    PRICE_FEED,

    /// A vault the treasury puts assets into. Not the protocol's own: only transfers of its shares from and to the
    /// treasury count.
    VENUE
}
