package org.breakwater.core.index;

import org.breakwater.core.chain.ChainLog;

/// A log that names contracts whose logs are wanted from then on.
///
/// @param knownAt height at which it became known: its own block's, or a later one where its contract was itself named
///     only there
public record Reveal(long knownAt, ChainLog log) {}
