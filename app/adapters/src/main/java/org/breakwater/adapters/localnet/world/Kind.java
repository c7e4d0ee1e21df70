package org.breakwater.adapters.localnet.world;

/// What can go wrong with a subject, as the contracts number it. Each kind has the pool of the next number.
enum Kind {
    SMART_CONTRACT,
    BRIDGE,
    CUSTODY,
    ORACLE_LIQUIDITY,
    STABLECOIN_DEPEG,
    PARAMETRIC;

    /// The number of its pool.
    int pool() {
        return ordinal() + 1;
    }
}
