package org.breakwater.core.index;

import org.breakwater.core.chain.ChainLog;

/// A log from before its contract was known to belong to the protocol.
///
/// @param knownAt height of the block that made it known, above the log's own
public record FoundLog(long knownAt, ChainLog log) {}
