package org.breakwater.core.fact;

import org.breakwater.core.chain.ChainLog;
import org.breakwater.core.problem.Problem;

/// What became of a log.
public sealed interface Decoding {

    /// It says something that the protocol's state follows from.
    record Decoded(LoggedFact fact) implements Decoding {}

    /// An event that this version does not know, or does not need. Counted, never guessed at.
    record Unknown(ChainLog log) implements Decoding {}

    /// It names an event of its contract and does not have that event's form. No honest node sends such a log, so
    /// nothing may be built on what it sends.
    record Malformed(ChainLog log, Problem problem) implements Decoding {}
}
