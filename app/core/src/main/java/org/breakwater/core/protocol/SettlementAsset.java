package org.breakwater.core.protocol;

import java.math.BigInteger;
import org.breakwater.core.value.TokenAmount;

/// The dollar token in which pools, premiums and payments are kept. Every settlement asset has six decimals
/// (`ITreasury.sol`), so amounts of one can be added to amounts of another.
public final class SettlementAsset {

    public static final String SYMBOL = "USDC";
    public static final int DECIMALS = 6;

    private SettlementAsset() {}

    /// @param units of 1e-6
    public static TokenAmount amount(BigInteger units) {
        return new TokenAmount(units, DECIMALS, SYMBOL);
    }
}
