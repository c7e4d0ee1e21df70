package org.breakwater.core.projection.view;

import java.math.BigInteger;
import org.breakwater.core.value.Address;

/// Notice that the treasury gave to a venue (`IVenue.exitOf`), less what was recalled since.
///
/// @param amount assets
/// @param readyAt from when on they can be recalled, seconds since 1970
public record ExitNotice(Address venue, BigInteger amount, long readyAt) {}
