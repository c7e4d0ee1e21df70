package org.breakwater.core.offer;

import java.util.Optional;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.core.rule.PrepaidBalance;
import org.breakwater.core.rule.Solvency;
import org.breakwater.core.value.Address;

/// What the contracts say with a number that stands for none.
final class Settled {

    /// Every settlement asset has as many.
    static final int DECIMALS = SettlementAsset.DECIMALS;

    private Settled() {}

    /// A time, or a number counted from 1, that is 0 where there is none.
    static Optional<Long> unlessZero(long number) {
        return number == 0 ? Optional.empty() : Optional.of(number);
    }

    static Optional<Address> unlessZero(Address address) {
        return address.isZero() ? Optional.empty() : Optional.of(address);
    }

    /// A time that does not come.
    static Optional<Long> unlessNever(long time) {
        return time == PrepaidBalance.NEVER ? Optional.empty() : unlessZero(time);
    }

    /// A ratio with nothing to compare with.
    static Optional<Long> unlessUnbounded(long bps) {
        return bps == Solvency.UNBOUNDED ? Optional.empty() : Optional.of(bps);
    }
}
