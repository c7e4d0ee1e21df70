package org.breakwater.core.review.check;

import java.math.BigInteger;
import java.util.Optional;
import org.breakwater.core.value.Bytes;

/// How a pool stands.
///
/// @param assets its own, in the asset's units
/// @param minCapital what its cover asks for, in the asset's units
/// @param solvency assets as a share of minimum capital, basis points; 2^32 − 1 where nothing is insured
public record PoolStanding(BigInteger assets, BigInteger minCapital, BigInteger solvency) {

    static final String ASKED = "capital()";

    /// Where minimum capital is covered.
    private static final BigInteger WHOLE = BigInteger.valueOf(10_000);

    private static final String CAPITAL =
            "((uint256,uint256,uint256,uint256,uint256,uint256,uint256,uint256,uint256," + "uint32,uint32,uint32))";

    static Optional<PoolStanding> read(Optional<Bytes> answer) {
        return answer.flatMap(returned -> Asked.read(CAPITAL, returned))
                .map(struct -> struct.tuple(0))
                .map(capital -> new PoolStanding(capital.number(1), capital.number(4), capital.number(9)));
    }

    boolean isSolvent() {
        return solvency.compareTo(WHOLE) >= 0;
    }
}
