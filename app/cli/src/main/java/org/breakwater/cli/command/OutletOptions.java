package org.breakwater.cli.command;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import org.breakwater.core.exposition.MonitorReading;
import org.breakwater.core.exposition.Outlets;
import org.breakwater.core.exposition.Outlets.OpenOutlets;
import org.breakwater.core.exposition.Outlets.Wanted;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.watch.AlertChanges;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where alerts and figures go, as a command that watches takes it.
public final class OutletOptions {

    @Option(
            names = "--targets",
            paramLabel = "FILE",
            description = "The file of targets that are told of alerts: webhooks, chats and programs.")
    private @Nullable String targets;

    @Option(
            names = "--metrics",
            paramLabel = "PORT",
            description = "Offer the figures at http://127.0.0.1:PORT/metrics; 0 for any port that is free.")
    private @Nullable Integer port;

    /// Opens what was asked for.
    ///
    /// @param store path of the file that holds how far each target is
    /// @param rules names of all rules
    public OpenOutlets open(
            Outlets outlets, String store, Set<String> rules, AlertChanges changes, Supplier<MonitorReading> reading)
            throws ProblemException {
        var wanted = new Wanted(
                Optional.ofNullable(targets), port == null ? OptionalInt.empty() : OptionalInt.of(port), store, rules);
        return outlets.open(wanted, changes, reading);
    }
}
