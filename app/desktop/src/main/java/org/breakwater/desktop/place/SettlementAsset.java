package org.breakwater.desktop.place;

import java.math.BigInteger;
import org.breakwater.core.names.AddressBook;
import org.breakwater.core.projection.view.PoolView;
import org.breakwater.core.value.TokenAmount;

/// The token that a pool counts in.
///
/// @param symbol its name in the address book, else its shortened address
public record SettlementAsset(int decimals, String symbol) {

    /// Shares have so many decimals more than assets (`PoolLedger._decimalsOffset`).
    private static final int SHARE_DECIMALS_MORE = 6;

    private static final int SHORT = 8;

    public static SettlementAsset of(PoolView pool, AddressBook book) {
        var shortened = pool.asset().toString().substring(0, SHORT) + "…";
        return new SettlementAsset(
                pool.shareDecimals() - SHARE_DECIMALS_MORE,
                book.name(pool.asset()).orElse(shortened));
    }

    public TokenAmount amount(BigInteger units) {
        return new TokenAmount(units, decimals, symbol);
    }
}
