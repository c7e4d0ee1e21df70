package org.breakwater.cli.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.breakwater.core.alert.Alert.Severity;
import org.breakwater.core.connection.EndpointUse;
import org.breakwater.core.exposition.Outlets;
import org.breakwater.core.exposition.Outlets.OpenOutlets;
import org.breakwater.core.index.IndexException;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.stress.Assumptions;
import org.breakwater.core.stress.AssumptionsText;
import org.breakwater.core.watch.AlertStore;
import org.breakwater.core.watch.Monitors;
import org.breakwater.core.watch.Monitors.OpenMonitor;
import org.breakwater.core.watch.Monitors.Wanted;
import org.breakwater.core.watch.WatchStatus;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `breakwater monitor`: watches the protocol until it is told to stop.
@Command(
        name = "monitor",
        mixinStandardHelpOptions = true,
        description = {
            "Watches the protocol by rules, block by block, and prints each change of an alert in a line of its own.",
            "It may be stopped at any time; the next run goes on from there, tells what happened in between, and"
                    + " nothing twice. What goes wrong with the monitor itself is an alert too.",
            "A line has time, phase, severity, rule, number, subject and block, and then a sentence. What stood"
                    + " already when watching began has the phase “stood”."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:stopped on request; with --once, no alert stands",
            "1:could not be done",
            "3:with --once, the worst alert that stands is a note",
            "4:with --once, the worst alert that stands is a warning",
            "5:with --once, the worst alert that stands is a hold"
        })
public final class MonitorCommand implements Callable<Integer> {

    private static final int NOTE = 3;
    private static final int WARNING = 4;
    private static final int HOLD = 5;
    private static final int PAGE = 500;

    /// How long a monitor that looks once waits for its targets.
    private static final Duration LAST_WAIT = Duration.ofSeconds(30);

    private final Monitors monitors;
    private final Outlets outlets;
    private final TargetWords targets = new TargetWords();

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--rpc",
            paramLabel = "URL",
            required = true,
            arity = "1..*",
            description =
                    "The node's address; several in order of preference, the next of which is used where one fails.")
    private List<String> rpc;

    @Option(names = "--deployment", paramLabel = "FILE", required = true, description = "The deployment file.")
    private String deployment;

    @Option(
            names = "--db",
            paramLabel = "FILE",
            required = true,
            description = {
                "The file that holds the index; made where there is none.",
                "The alerts are kept beside it, in FILE.alerts."
            })
    private String store;

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            description = "The file of rules; those that come with the program where not given.")
    private @Nullable String rules;

    @Option(
            names = "--assumptions",
            paramLabel = "FILE",
            description = {
                "The file of what expected claims assume, as the window keeps it: assumptions.txt beside its index.",
                "What the console begins with where not given."
            })
    private @Nullable String assumptions;

    @Option(names = "--once", description = "Catch up, print the alerts that stand, and end.")
    private boolean once;

    @Option(names = "--json", description = "Print one JSON document a line.")
    private boolean json;

    @Mixin
    private OutletOptions outletOptions;

    private long printed;
    private String complaint = "";

    @SuppressWarnings("NullAway.Init") // picocli sets the fields before the command runs
    public MonitorCommand(Monitors monitors, Outlets outlets) {
        this.monitors = monitors;
        this.outlets = outlets;
    }

    @Override
    public Integer call() throws ProblemException {
        var wanted = new Wanted(
                rpc,
                deployment,
                store,
                store + ".alerts",
                Optional.ofNullable(rules),
                Optional.ofNullable(assumptions));
        try (var monitor = monitors.open(wanted);
                var _ = monitor.endpoints().use().follow(this::tell);
                var open = outletOptions.open(outlets, store + ".deliveries", monitor);
                var _ = monitor.watch().status().follow(_ -> open.news())) {
            monitor.watch()
                    .unreached(() -> open.states().stream()
                            .flatMap(state -> state.unreached().stream())
                            .toList());
            if (assumptions != null) {
                say(assumed(assumptions, monitor.assumptions()));
            }
            open.figures().ifPresent(address -> say("The figures are offered at " + address + "."));
            return once ? once(monitor, open) : watch(monitor, open);
        } catch (IndexException stopped) {
            throw new ProblemException(stopped.fault().problem(), stopped);
        }
    }

    private static String assumed(String file, Assumptions assumed) {
        var differences = AssumptionsText.differences(assumed, Assumptions.initial());
        return "Expected claims assume what " + file + " says"
                + (differences.isEmpty()
                        ? ", which is what the console begins with."
                        : "; other than what the console begins with: " + differences + ".");
    }

    private int once(OpenMonitor monitor, OpenOutlets open) throws ProblemException {
        monitor.once();
        var status = monitor.watch().status().get();
        var problem = status.keeping().or(status::reading);
        if (problem.isPresent()) {
            throw new ProblemException(problem.get());
        }
        for (var alert : status.standing()) {
            line(alert, AlertText::line, AlertText::json);
        }
        out().flush();
        settle(open);
        return status.standing().stream()
                .map(alert -> alert.said().severity())
                .min(Comparator.naturalOrder())
                .map(MonitorCommand::code)
                .orElse(0);
    }

    /// Waits for the targets, and says of which it was in vain.
    private void settle(OpenOutlets open) {
        try {
            if (!open.settle(LAST_WAIT)) {
                open.states().stream().filter(state -> !state.isWell()).forEach(state -> say(state.sentence()));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static int code(Severity worst) {
        return switch (worst) {
            case HOLD -> HOLD;
            case WARNING -> WARNING;
            case NOTE -> NOTE;
        };
    }

    private <T> void line(T what, Function<T, String> text, Function<T, Object> document) {
        out().println(json ? Json.line(document.apply(what)) : text.apply(what));
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /// Until the thread is interrupted, which a request to stop does.
    private int watch(OpenMonitor monitor, OpenOutlets open) throws ProblemException {
        printed = monitor.alerts().memory().lastSequence();
        UntilStopped.run(() -> followed(monitor, open), () -> {
            open.close();
            monitor.close();
        });
        return 0;
    }

    private void followed(OpenMonitor monitor, OpenOutlets open) {
        try (var _ = monitor.watch().status().follow(status -> print(monitor.alerts(), open, status))) {
            monitor.run();
        }
    }

    /// Says which endpoint is read when it is not the first.
    private synchronized void tell(EndpointUse use) {
        for (var passed : use.passedOver()) {
            say(passed.name() + " " + passed.why().words() + "; "
                    + use.endpoint().name() + " is read instead.");
        }
    }

    private synchronized void print(AlertStore alerts, OpenOutlets open, WatchStatus status) {
        try {
            var stood = 0;
            while (printed < status.lastSequence()) {
                for (var change : alerts.after(printed, PAGE)) {
                    line(change, AlertText::line, AlertText::json);
                    printed = change.sequence();
                    stood += change.isOfTheBeginning() ? 1 : 0;
                }
                out().flush();
            }
            if (stood > 0) {
                say(stood + (stood == 1 ? " alert" : " alerts") + " stood already when watching began.");
            }
        } catch (ProblemException unread) {
            say(unread.problem().toString());
        }
        var problem = status.keeping().map(Problem::toString).orElse("");
        if (!problem.equals(complaint) && !problem.isEmpty()) {
            say(problem);
        }
        complaint = problem;
        targets.news(open.states()).forEach(this::say);
    }

    private void say(String sentence) {
        var errors = spec.commandLine().getErr();
        errors.println("breakwater: " + sentence);
        errors.flush();
    }
}
