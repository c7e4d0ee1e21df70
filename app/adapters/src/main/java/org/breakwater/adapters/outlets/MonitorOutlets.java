package org.breakwater.adapters.outlets;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.breakwater.adapters.json.JsonFiles;
import org.breakwater.adapters.openmetrics.MetricsServer;
import org.breakwater.adapters.storage.SqliteDeliveries;
import org.breakwater.adapters.webhook.PlacedSecrets;
import org.breakwater.adapters.webhook.TargetCarriers;
import org.breakwater.core.delivery.Carrier;
import org.breakwater.core.delivery.DeliverAlerts;
import org.breakwater.core.delivery.DeliverAlerts.Outlet;
import org.breakwater.core.delivery.Message;
import org.breakwater.core.delivery.Target;
import org.breakwater.core.delivery.TargetState;
import org.breakwater.core.delivery.TargetsFormat;
import org.breakwater.core.delivery.Timing;
import org.breakwater.core.exposition.MonitorFamilies;
import org.breakwater.core.exposition.MonitorReading;
import org.breakwater.core.exposition.OpenMetricsText;
import org.breakwater.core.exposition.Outlets;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Quotation;
import org.breakwater.core.watch.AlertChanges;

/// Targets from a file, and figures on loopback.
///
/// @param environment of this program
public record MonitorOutlets(Map<String, String> environment, InstantSource clock) implements Outlets {

    @Override
    public OpenOutlets open(Wanted wanted, AlertChanges changes, Supplier<MonitorReading> reading)
            throws ProblemException {
        var opened = new Opened();
        try {
            if (wanted.targets().isPresent()) {
                var targets = targets(wanted.targets().get());
                requireKnown(targets, wanted.rules());
                opened.deliver(outlets(targets, opened), changes, store(wanted.store()), clock);
            }
            if (wanted.port().isPresent()) {
                opened.offer(MetricsServer.start(
                        wanted.port().getAsInt(),
                        () -> OpenMetricsText.of(
                                MonitorFamilies.of(reading.get().with(opened.states()), clock.instant()))));
            }
            return opened;
        } catch (ProblemException | RuntimeException refused) {
            opened.close();
            throw refused;
        }
    }

    @Override
    public List<Tested> test(String file, Set<String> only) throws ProblemException {
        var targets = targets(file);
        for (var name : only) {
            if (targets.stream().noneMatch(target -> target.name().equals(name))) {
                throw new ProblemException(Problem.of(
                        "No target in " + file + " is named " + Quotation.of(name) + ".", "Choose one of the file."));
            }
        }
        var chosen = targets.stream()
                .filter(target -> only.isEmpty() || only.contains(target.name()))
                .toList();
        var opened = new Opened();
        try {
            var tested = new ArrayList<Tested>();
            for (var outlet : outlets(chosen, opened)) {
                var outcome = outlet.carrier().carry(new Message.Test(clock.instant()));
                tested.add(new Tested(
                        outlet.target().name(), outlet.target().channel().kind(), outcome));
            }
            return List.copyOf(tested);
        } finally {
            opened.close();
        }
    }

    private static List<Target> targets(String file) throws ProblemException {
        return TargetsFormat.read(new JsonFiles().read(file, TargetsFormat.LIMITS));
    }

    private List<Outlet> outlets(List<Target> targets, Opened opened) throws ProblemException {
        var carriers = new TargetCarriers(new PlacedSecrets(environment), environment, clock);
        var outlets = new ArrayList<Outlet>();
        for (var target : targets) {
            outlets.add(new Outlet(target, opened.keep(carriers.open(target))));
        }
        return outlets;
    }

    private static void requireKnown(List<Target> targets, Set<String> rules) throws ProblemException {
        for (var target : targets) {
            for (var rule : target.interest().rules()) {
                if (!rules.contains(rule)) {
                    throw new ProblemException(new Problem(
                            "The target " + target.name() + " takes the rule " + Quotation.of(rule)
                                    + ", which no rule file has.",
                            "It would never be told of it.",
                            "Correct the name, or leave “rules” out for all."));
                }
            }
        }
    }

    private static Path store(String path) throws ProblemException {
        try {
            return Path.of(path);
        } catch (InvalidPathException malformed) {
            throw new ProblemException(
                    Problem.of(Quotation.of(path) + " is no path of a file.", "Check it."), malformed);
        }
    }

    /// What was opened, to be closed in the opposite order.
    private static final class Opened implements OpenOutlets {

        private final Deque<Runnable> closing = new ArrayDeque<>();
        private Optional<DeliverAlerts> delivering = Optional.empty();
        private List<Outlet> outlets = List.of();
        private Optional<String> figures = Optional.empty();

        Carrier keep(Carrier carrier) {
            closing.push(carrier::close);
            return carrier;
        }

        void deliver(List<Outlet> told, AlertChanges changes, Path store, InstantSource clock) throws ProblemException {
            var deliveries = SqliteDeliveries.open(store);
            closing.push(deliveries::close);
            var threads = Executors.newVirtualThreadPerTaskExecutor();
            closing.push(threads::shutdownNow);
            var timing = new Timing(clock, System::nanoTime, new SecureRandom());
            var started = DeliverAlerts.start(told, changes, deliveries, timing, threads);
            closing.push(started::close);
            delivering = Optional.of(started);
            outlets = List.copyOf(told);
        }

        void offer(MetricsServer server) {
            closing.push(server::close);
            figures = Optional.of(server.address().toString());
        }

        @Override
        public void news() {
            delivering.ifPresent(DeliverAlerts::wake);
        }

        @Override
        public boolean settle(Duration most) throws InterruptedException {
            return delivering.isEmpty() || delivering.get().settle(most);
        }

        @Override
        public List<TargetState> states() {
            return delivering.map(DeliverAlerts::states).orElse(List.of());
        }

        @Override
        public List<Listed> listed() {
            var states = states();
            return IntStream.range(0, states.size())
                    .mapToObj(i -> new Listed(
                            outlets.get(i).target(), outlets.get(i).carrier().where(), states.get(i)))
                    .toList();
        }

        @Override
        public Optional<String> figures() {
            return figures;
        }

        @Override
        public void close() {
            while (!closing.isEmpty()) {
                closing.pop().run();
            }
        }
    }
}
