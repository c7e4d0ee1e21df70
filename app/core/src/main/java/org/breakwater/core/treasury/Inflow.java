package org.breakwater.core.treasury;

import java.math.BigInteger;

/// Money that can be paid out from some time on.
///
/// @param at seconds since 1970
/// @param amount assets
public record Inflow(Source source, long at, BigInteger amount) {}
