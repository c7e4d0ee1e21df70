package org.breakwater.core.exposition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.breakwater.core.alert.Alert.Severity;
import org.breakwater.core.connection.EndpointUse;
import org.breakwater.core.delivery.TargetState;
import org.breakwater.core.follow.Known;
import org.breakwater.core.projection.view.PoolView;
import org.breakwater.core.risk.Metric;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.watch.WatchStatus;

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

    /// What a monitor says of itself; its targets are added by whoever knows them.
    ///
    /// @param stores sizes in bytes, by what they hold
    public static MonitorReading of(WatchStatus status, Map<String, Long> stores) {
        return new MonitorReading(
                status.known().map(Known::block),
                status.known().map(MonitorReading::names).orElse(Map.of()),
                status.metrics(),
                status.standing().stream()
                        .collect(Collectors.groupingBy(alert -> alert.said().severity(), Collectors.counting())),
                status.lastSequence(),
                List.of(),
                status.endpoints().map(MonitorReading::endpoints).orElse(List.of()),
                stores);
    }

    private static Map<Long, String> names(Known known) {
        return known.view().pools().stream().collect(Collectors.toMap(PoolView::poolId, PoolView::name));
    }

    private static List<Endpoint> endpoints(EndpointUse use) {
        var endpoints = new ArrayList<Endpoint>();
        use.passedOver().forEach(passed -> endpoints.add(new Endpoint(passed.name(), false)));
        endpoints.add(new Endpoint(use.endpoint().name(), true));
        return endpoints;
    }

    /// A monitor that knows nothing yet.
    public static MonitorReading nothing() {
        return new MonitorReading(Optional.empty(), Map.of(), List.of(), Map.of(), 0, List.of(), List.of(), Map.of());
    }

    /// The same with the targets' states.
    public MonitorReading with(List<TargetState> states) {
        return new MonitorReading(head, pools, metrics, standing, changes, states, endpoints, stores);
    }
}
