package org.breakwater.desktop.feature.treasury;

import java.math.BigInteger;
import java.util.Optional;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BasisPoints;
import org.breakwater.core.value.TokenAmount;

/// Where a part of the treasury lies.
///
/// @param venue empty for what is in the treasury itself
/// @param value by the venue's own word
/// @param share of all assets
/// @param cap largest share it may take; empty for none
/// @param exit how long until it is back, in words
/// @param waits whether it has to be waited for at all
/// @param notice what is under notice, in words; may be empty
/// @param word whose word the value is
record VenueRow(
        String name,
        Optional<Address> venue,
        TokenAmount value,
        TokenAmount principal,
        BasisPoints share,
        Optional<BasisPoints> cap,
        String exit,
        boolean waits,
        String notice,
        Word word,
        boolean closed) {

    /// Whose word a value is.
    enum Word {
        CHAIN("from chain"),
        VENUE("venue, on chain"),
        SELF_REPORTED("self-reported");

        private final String words;

        Word(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    String id() {
        return venue.map(address -> "venue-" + address).orElse("venue-at-hand");
    }

    boolean isOverCap() {
        return cap.filter(most -> share.value().compareTo(most.value()) > 0).isPresent();
    }

    /// From 95 % of its cap on.
    boolean isNearCap() {
        return cap.filter(most -> share.value()
                                .multiply(BigInteger.valueOf(100))
                                .compareTo(most.value().multiply(BigInteger.valueOf(95)))
                        >= 0)
                .isPresent();
    }
}
