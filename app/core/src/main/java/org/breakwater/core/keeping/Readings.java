package org.breakwater.core.keeping;

import java.util.List;
import java.util.stream.Stream;
import org.breakwater.core.projection.UpkeepView;
import org.breakwater.core.projection.view.BoundAdapter;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;

/// With what adapters can be asked: nothing where they read the chain, and the reports that signers gave.
///
/// @param reports that signers gave
record Readings(UpkeepView upkeep, List<Report> reports) {

    /// An input with which an adapter can be asked.
    record Reading(long poolId, long subjectId, Address adapter, Bytes data) {}

    /// Of every adapter that is bound to a subject in a pool.
    Stream<Reading> of(long poolId, long subjectId) {
        return upkeep.adapters().stream()
                .filter(bound -> bound.poolId() == poolId && bound.subjectId() == subjectId)
                .flatMap(this::of);
    }

    Stream<Reading> of(BoundAdapter bound) {
        Stream<Bytes> inputs = Stream.empty();
        if (bound.readsTheChain()) {
            inputs = Stream.of(Bytes.EMPTY);
        } else if (bound.takesReports()) {
            inputs = reports.stream()
                    .filter(report -> report.subjectId() == bound.subjectId())
                    .map(Report::data);
        }
        return inputs.map(data -> new Reading(bound.poolId(), bound.subjectId(), bound.adapter(), data));
    }
}
