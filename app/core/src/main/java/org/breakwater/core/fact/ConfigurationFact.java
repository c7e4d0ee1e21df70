package org.breakwater.core.fact;

import java.math.BigInteger;
import org.breakwater.core.value.Address;

/// How the DAO told an adapter to read a subject.
public sealed interface ConfigurationFact extends ProtocolFact {

    record PriceDropConfigured(long subjectId, PriceDrop config) implements ConfigurationFact {}

    record DepegConfigured(long subjectId, Depeg config) implements ConfigurationFact {}

    record TvlDropConfigured(long subjectId, TvlDrop config) implements ConfigurationFact {}

    record BridgeConfigured(long subjectId, Bridge config) implements ConfigurationFact {}

    record CustodyConfigured(long subjectId, Custody config) implements ConfigurationFact {}

    record ParametricConfigured(long subjectId, Parametric config) implements ConfigurationFact {}

    record OptimisticConfigured(long subjectId, Optimistic config) implements ConfigurationFact {}

    /// Two feeds that must agree.
    ///
    /// @param sequencer uptime feed of a rollup, zero where there is none
    /// @param bandBps by how much the second may differ from the first
    record Source(Address feed, Address second, Address sequencer, int bandBps) {}

    /// @param dropBps fall that triggers, of the reference
    record PriceDrop(Source source, int dropBps) {}

    /// @param floor8 lowest price that counts
    record Depeg(Source source, long trigger8, long recover8, long floor8) {}

    /// @param window seconds
    /// @param maxLoss loss in tokens above which people decide
    record TvlDrop(
            Address holder,
            Address token,
            Address share,
            boolean byPrice,
            int dropBps,
            long window,
            BigInteger maxLoss) {}

    /// @param limitBps backing below this part of supply is a breach
    /// @param persist seconds
    /// @param maxAge seconds
    record Bridge(int limitBps, long persist, long maxAge) {}

    /// @param waiting seconds
    /// @param maxAge seconds
    record Custody(long waiting, long maxAge) {}

    /// @param threshold in the subject's unit
    /// @param full value from which everything is paid
    /// @param startBps severity at the threshold
    record Parametric(
            boolean atLeast,
            BigInteger threshold,
            BigInteger full,
            int startBps,
            int cancelledBps,
            int divertedBps,
            long maxAge) {}

    /// @param liveness seconds
    record Optimistic(Address bondToken, long liveness, BigInteger bond) {}
}
