package org.breakwater.core.delivery;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

/// What delivering knows of time and chance.
///
/// @param clock the time of day, which may jump
/// @param ticker by which waits are measured
/// @param random by which they differ, so that many do not come back at once
public record Timing(InstantSource clock, Ticker ticker, RandomGenerator random) {}
