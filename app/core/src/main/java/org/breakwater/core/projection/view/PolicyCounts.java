package org.breakwater.core.projection.view;

import java.math.BigInteger;
import java.util.List;

/// Counts and sums of all policies (`IProtocolLens.PolicyCounts`), in the order of `PolicyState`. Assets.
///
/// @param cover amount less what was paid
public record PolicyCounts(List<BigInteger> count, List<BigInteger> cover, BigInteger premium, BigInteger paid) {

    public PolicyCounts {
        count = List.copyOf(count);
        cover = List.copyOf(cover);
    }
}
