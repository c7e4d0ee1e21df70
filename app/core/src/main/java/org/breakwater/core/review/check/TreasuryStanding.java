package org.breakwater.core.review.check;

import java.math.BigInteger;
import java.util.Optional;
import org.breakwater.core.value.BasisPoints;
import org.breakwater.core.value.Bytes;

/// How the treasury stands in one asset, in the asset's units.
///
/// @param liquid at hand
/// @param deployed in venues, by their own word
/// @param liabilities what the pools are short of
public record TreasuryStanding(BigInteger liquid, BigInteger deployed, BigInteger liabilities) {

    static final String ASKED = "health(address)";

    private static final BigInteger WHOLE = BigInteger.valueOf(10_000);
    private static final String HEALTH = "((uint256,uint256,uint256,uint32,uint16,uint16,uint8,uint48))";

    static Optional<TreasuryStanding> read(Optional<Bytes> answer) {
        return answer.flatMap(returned -> Asked.read(HEALTH, returned))
                .map(struct -> struct.tuple(0))
                .map(health -> new TreasuryStanding(health.number(0), health.number(1), health.number(2)));
    }

    public BigInteger assets() {
        return liquid.add(deployed);
    }

    /// What is at hand of all that there is; all of it where there is nothing.
    public BasisPoints liquidShare() {
        return new BasisPoints(
                assets().signum() == 0 ? WHOLE : liquid.multiply(WHOLE).divide(assets()));
    }

    /// Whether it could make up for what the pools are short of.
    boolean covers() {
        return assets().compareTo(liabilities) >= 0;
    }
}
