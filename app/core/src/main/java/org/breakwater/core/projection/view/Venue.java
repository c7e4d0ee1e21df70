package org.breakwater.core.projection.view;

import java.math.BigInteger;
import org.breakwater.core.value.Address;

/// Where the treasury puts assets (`ITreasury.Venue`).
///
/// @param capBps of treasury assets in that token
/// @param exitDelay seconds, as admitted; 0 when it pays at once
/// @param selfReported whether its value is its own word
/// @param principal assets put in and not yet recalled
public record Venue(
        Address asset, int capBps, long exitDelay, boolean selfReported, boolean closed, BigInteger principal) {

    public Venue closing() {
        return new Venue(asset, capBps, exitDelay, selfReported, true, principal);
    }

    public Venue with(BigInteger assets) {
        return new Venue(asset, capBps, exitDelay, selfReported, closed, assets);
    }
}
