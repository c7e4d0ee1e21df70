package org.breakwater.desktop.feature.treasury;

import org.breakwater.core.value.BasisPoints;
import org.breakwater.core.value.TokenAmount;

/// A pool's largest subject against the most that it may be.
///
/// @param share of the pool's net assets
/// @param limit of that share
record ConcentrationRow(
        long poolId,
        String pool,
        long subjectId,
        TokenAmount cover,
        TokenAmount most,
        BasisPoints share,
        BasisPoints limit) {

    boolean isOver() {
        return cover.units().compareTo(most.units()) > 0;
    }
}
