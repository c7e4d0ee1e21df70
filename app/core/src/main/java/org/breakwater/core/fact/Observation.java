package org.breakwater.core.fact;

import java.math.BigInteger;
import org.breakwater.core.protocol.Verdict;
import org.breakwater.core.value.Hash32;

/// One reading of a trigger adapter.
///
/// @param observedAt seconds since 1970
/// @param occurredAt time of the event as far as the adapter knows it, 0 where it does not
/// @param severityBps share of the insured amount that is lost, basis points; 0 for an alarm
/// @param value what was measured, in the adapter's own unit
/// @param threshold what it was compared with, same unit
/// @param dataHash of the inputs, so that anyone can recompute the reading
public record Observation(
        Verdict verdict,
        long observedAt,
        long occurredAt,
        int severityBps,
        BigInteger value,
        BigInteger threshold,
        Hash32 dataHash) {}
