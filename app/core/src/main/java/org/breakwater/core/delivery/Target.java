package org.breakwater.core.delivery;

import java.util.Optional;

/// Somebody who is told of changes of alerts.
///
/// @param name by which what it was told is remembered; another address under the same name goes on where the old one
///     was
public record Target(String name, Channel channel, Interest interest, Optional<QuietHours> quiet) {}
