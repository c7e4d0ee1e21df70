package org.breakwater.core.protocol;

/// What can go wrong with a subject. Each kind has its own adapters, parameters and pool. (`Kind`)
public enum RiskKind {
    SMART_CONTRACT,
    BRIDGE,
    CUSTODY,
    ORACLE_LIQUIDITY,
    STABLECOIN_DEPEG,
    PARAMETRIC
}
