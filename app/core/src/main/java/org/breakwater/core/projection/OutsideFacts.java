package org.breakwater.core.projection;

import java.math.BigInteger;
import java.util.Optional;
import org.breakwater.core.rule.FeedReading;
import org.breakwater.core.value.Address;

/// What the protocol asks of contracts that are not its own, as of the moment looked at. Events of the protocol do not
/// tell it.
public interface OutsideFacts {

    /// As where nobody answers: no price is known, and every share of a venue is worth what was put in.
    OutsideFacts UNASKED = new OutsideFacts() {

        @Override
        public Optional<FeedReading> answer(Address feed) {
            return Optional.empty();
        }

        @Override
        public Optional<FeedReading.Limits> limits(Address feed) {
            return Optional.empty();
        }

        @Override
        public BigInteger worth(Address venue, BigInteger principal) {
            return principal;
        }
    };

    /// A price feed's latest answer, where it has one.
    Optional<FeedReading> answer(Address feed);

    /// How many decimals a feed's answers have, where it tells; of peg feeds the treasury remembers it.
    default Optional<Integer> decimals(Address feed) {
        return Optional.empty();
    }

    /// The answers at which a feed stops following the market, where it tells them.
    Optional<FeedReading.Limits> limits(Address feed);

    /// What the treasury's shares of a venue are worth by the venue's own word, assets.
    ///
    /// @param principal assets put in and not yet recalled
    BigInteger worth(Address venue, BigInteger principal);
}
