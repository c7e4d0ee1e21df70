package org.breakwater.adapters.localnet.world;

/// What can go wrong with a subject, as the contracts number it. Each kind has the pool of the next number.
enum Kind implements Numbered {
    SMART_CONTRACT(0),
    BRIDGE(1),
    CUSTODY(2),
    ORACLE_LIQUIDITY(3),
    STABLECOIN_DEPEG(4),
    PARAMETRIC(5);

    private final int number;

    Kind(int number) {
        this.number = number;
    }

    @Override
    public int number() {
        return number;
    }

    /// The number of its pool: pools were added in this order.
    @SuppressWarnings("EnumOrdinal")
    int pool() {
        return number + 1;
    }
}
