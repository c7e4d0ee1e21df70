package org.breakwater.desktop.feature.treasury;

import java.util.Optional;
import org.breakwater.core.value.BasisPoints;
import org.breakwater.core.value.TokenAmount;

/// How a pool stands against its limits.
///
/// @param solvency empty where nothing is insured
/// @param payoutsUsed of the last 24 hours
/// @param redemptionsUsed of the last 24 hours
/// @param drainLimit of each
record SolvencyRow(
        long poolId,
        String name,
        Optional<BasisPoints> solvency,
        TokenAmount assets,
        TokenAmount minimum,
        TokenAmount payoutsUsed,
        TokenAmount redemptionsUsed,
        TokenAmount drainLimit) {

    boolean isThin() {
        return solvency.filter(ratio -> ratio.value().longValue() < 11_000).isPresent();
    }

    boolean isShort() {
        return solvency.filter(ratio -> ratio.value().longValue() < 10_000).isPresent();
    }
}
