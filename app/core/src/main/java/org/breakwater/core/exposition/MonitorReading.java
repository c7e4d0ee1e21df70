package org.breakwater.core.exposition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breakwater.core.alert.Alert.Severity;
import org.breakwater.core.delivery.TargetState;
import org.breakwater.core.risk.Metric;
import org.breakwater.core.value.BlockRef;

/// What a monitor knows at a moment.
///
/// @param head the newest block that it evaluated; empty before the first
/// @param pools names by numbers
/// @param metrics all of one block
/// @param standing alerts that are not cleared, by severity; one that is absent has none
/// @param changes how many changes of alerts were written down
/// @param endpoints in order of preference
/// @param stores sizes in bytes, by what they hold
public record MonitorReading(
        Optional<BlockRef> head,
        Map<Long, String> pools,
        List<Metric> metrics,
        Map<Severity, Long> standing,
        long changes,
        List<TargetState> targets,
        List<Endpoint> endpoints,
        Map<String, Long> stores) {

    public MonitorReading {
        pools = Map.copyOf(pools);
        metrics = List.copyOf(metrics);
        standing = Map.copyOf(standing);
        targets = List.copyOf(targets);
        endpoints = List.copyOf(endpoints);
        stores = Map.copyOf(stores);
    }

    /// A node that may be asked.
    ///
    /// @param name scheme, host and port
    /// @param isUsed whether it is the one that is asked
    public record Endpoint(String name, boolean isUsed) {}

    /// A monitor that knows nothing yet.
    public static MonitorReading nothing() {
        return new MonitorReading(Optional.empty(), Map.of(), List.of(), Map.of(), 0, List.of(), List.of(), Map.of());
    }

    /// The same with the targets' states.
    public MonitorReading with(List<TargetState> states) {
        return new MonitorReading(head, pools, metrics, standing, changes, states, endpoints, stores);
    }
}
