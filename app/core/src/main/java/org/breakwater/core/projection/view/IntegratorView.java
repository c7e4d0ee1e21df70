package org.breakwater.core.projection.view;

import java.math.BigInteger;
import org.breakwater.core.rule.PremiumSchedule;
import org.breakwater.core.rule.PrepaidBalance;
import org.breakwater.core.rule.Unsigned;
import org.breakwater.core.value.Address;

/// An integrator at one moment (`IProtocolLens.IntegratorView`).
///
/// @param fundedUntil when what is prepaid is, or was, used up; 2^48 − 1 when nothing runs
public record IntegratorView(Address integrator, long fundedUntil, long accounts, Integrator state) {

    /// What is prepaid and not used at a time, assets, rounded down. Not before the moment of this.
    ///
    /// @param time seconds since 1970
    public BigInteger left(long time) {
        if (state.ratePerSecond().signum() == 0) {
            return state.prepaid();
        }
        if (fundedUntil <= time) {
            return BigInteger.ZERO;
        }
        var used = state.ratePerSecond().multiply(BigInteger.valueOf(time - state.settledAt()));
        return Unsigned.saturatingSub(state.prepaid(), Unsigned.ceilDiv(used, PremiumSchedule.SCALE));
    }

    /// When it would be used up with more prepaid, at the premium of now; {@link PrepaidBalance#NEVER} where nothing
    /// runs.
    ///
    /// @param more assets
    /// @param time seconds since 1970
    public long lastsWith(BigInteger more, long time) {
        if (state.ratePerSecond().signum() == 0) {
            return PrepaidBalance.NEVER;
        }
        var seconds = left(time).add(more).multiply(PremiumSchedule.SCALE).divide(state.ratePerSecond());
        return seconds.add(BigInteger.valueOf(time))
                .min(BigInteger.valueOf(PrepaidBalance.NEVER))
                .longValueExact();
    }
}
