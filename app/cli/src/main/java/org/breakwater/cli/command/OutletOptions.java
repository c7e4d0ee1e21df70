package org.breakwater.cli.command;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.breakwater.core.exposition.MonitorReading;
import org.breakwater.core.exposition.Outlets;
import org.breakwater.core.exposition.Outlets.OpenOutlets;
import org.breakwater.core.exposition.Outlets.Wanted;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.watch.Monitors.OpenMonitor;
import org.breakwater.core.watch.rule.Rule;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where a monitor's alerts and figures go.
final class OutletOptions {

    @Option(
            names = "--targets",
            paramLabel = "FILE",
            description = {
                "The file of targets that are told of alerts: webhooks, chats and programs.",
                "How far each is is kept beside the index, in FILE.deliveries."
            })
    private @Nullable String targets;

    @Option(
            names = "--metrics",
            paramLabel = "PORT",
            description = "Offer the figures at http://127.0.0.1:PORT/metrics; 0 for any port that is free.")
    private @Nullable Integer port;

    /// Opens what was asked for.
    ///
    /// @param store path of the file that holds how far each target is
    OpenOutlets open(Outlets outlets, String store, OpenMonitor monitor) throws ProblemException {
        var rules = monitor.rules().rules().stream().map(Rule::name).collect(Collectors.toSet());
        var wanted = new Wanted(
                Optional.ofNullable(targets), port == null ? OptionalInt.empty() : OptionalInt.of(port), store, rules);
        if (port != null) {
            monitor.watch().readEveryMetric();
        }
        return outlets.open(
                wanted,
                monitor.alerts(),
                () -> MonitorReading.of(monitor.watch().status().get(), monitor.stores()));
    }
}
