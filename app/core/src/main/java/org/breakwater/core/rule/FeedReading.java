package org.breakwater.core.rule;

import java.math.BigInteger;
import java.util.Optional;

/// One answer of a price feed, read with every guard (`FeedReader.sol`).
///
/// @param answer with the feed's decimals
/// @param updatedAt seconds since 1970
public record FeedReading(BigInteger answer, BigInteger updatedAt) {

    private static final int MOST_DECIMALS = 36;
    private static final int PRICE_DECIMALS = 8;
    private static final BigInteger HIGHEST_ANSWER = BigInteger.TWO.pow(127).subtract(BigInteger.ONE);

    /// The answers at which a feed has stopped following the market.
    public record Limits(BigInteger lowest, BigInteger highest) {}

    /// The price, 1e8 for one unit of the quote currency, where the answer says one: positive, not of the future, with
    /// decimals that can be scaled.
    ///
    /// @param at time of the reading
    public Optional<BigInteger> price(int decimals, long at) {
        var plausible = answer.signum() > 0
                && answer.compareTo(HIGHEST_ANSWER) <= 0
                && updatedAt.signum() != 0
                && updatedAt.compareTo(BigInteger.valueOf(at)) <= 0;
        if (!plausible || decimals > MOST_DECIMALS) {
            return Optional.empty();
        }
        var price = decimals > PRICE_DECIMALS
                ? answer.divide(BigInteger.TEN.pow(decimals - PRICE_DECIMALS))
                : answer.multiply(BigInteger.TEN.pow(PRICE_DECIMALS - decimals));
        return price.signum() == 0 ? Optional.empty() : Optional.of(price);
    }

    /// The price where it can be relied on: also inside the feed's limits, and young enough.
    ///
    /// @param maxAge seconds
    public Optional<BigInteger> goodPrice(int decimals, Optional<Limits> limits, BigInteger maxAge, long at) {
        return price(decimals, at)
                .filter(price -> limits.isEmpty() || inside(limits.get()))
                .filter(price -> BigInteger.valueOf(at).subtract(updatedAt).compareTo(maxAge) <= 0);
    }

    private boolean inside(Limits limits) {
        return answer.compareTo(limits.lowest()) > 0 && answer.compareTo(limits.highest()) < 0;
    }
}
