package org.breakwater.core.protocol;

/// What can go wrong with a subject. Each kind has its own adapters, parameters and pool. (`Kind`)
public enum RiskKind {
    SMART_CONTRACT(0),
    BRIDGE(1),
    CUSTODY(2),
    ORACLE_LIQUIDITY(3),
    STABLECOIN_DEPEG(4),
    PARAMETRIC(5);

    private final int number;

    RiskKind(int number) {
        this.number = number;
    }

    /// As the contracts count.
    public int number() {
        return number;
    }
}
