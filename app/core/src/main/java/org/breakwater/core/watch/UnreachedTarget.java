package org.breakwater.core.watch;

import java.time.Instant;
import java.util.Optional;

/// Somebody who is to be told of alerts and is not reached.
///
/// @param name as the file of targets has it
/// @param since when a message waits, by this machine's clock; empty where it is not known how long it lasts
/// @param why a sentence
public record UnreachedTarget(String name, Optional<Instant> since, String why) {}
