package org.breakwater.core.projection.view;

import java.math.BigInteger;
import org.breakwater.core.protocol.PegState;

/// How the treasury stands in one settlement asset (`ITreasury.Health`).
///
/// @param liquid at hand
/// @param deployed in venues, by their own word
/// @param liabilities what the pools are short of
/// @param coverageBps (liquid + deployed) / liabilities, 2^32 − 1 when there are none
/// @param oldestPrice time of the feed's answer
public record Health(
        BigInteger liquid,
        BigInteger deployed,
        BigInteger liabilities,
        long coverageBps,
        int largestVenueBps,
        int selfReportedBps,
        PegState worstPeg,
        long oldestPrice) {}
