package org.breakwater.adapters.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.adapters.localnet.ReadWorld;
import org.breakwater.adapters.storage.SqliteAlerts;
import org.breakwater.adapters.watch.Plants.Plant;
import org.breakwater.core.alert.SubjectText;
import org.breakwater.core.follow.Known;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.watch.AlertChange;
import org.breakwater.core.watch.AlertChange.Phase;
import org.breakwater.core.watch.AlertStore;
import org.breakwater.core.watch.Monitors.OpenMonitor;
import org.breakwater.core.watch.Monitors.Wanted;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Conditions of many kinds, planted at random among many events, beside two monitors: one that runs through, and one
/// that is killed without warning again and again. Each condition is alerted once, and cleared when it ends.
class SoakTest {

    private static final long SEED = 2_026;
    private static final int EVENTS = 20;
    private static final int FEWEST_BLOCKS_A_PLANT = 6;
    private static final int MOST_PLANTS = 125;
    private static final Duration STANDS = Duration.ofHours(2);

    @TempDir
    private Path folder;

    @Tag("deep")
    @Test
    void tenThousandBlocksLoseAndDoubleNoAlert() throws Exception {
        soak(Integer.getInteger("breakwater.soak.blocks", 10_000), Integer.MAX_VALUE, 4_000, 30);
    }

    @Test
    void twentyBlocksLoseAndDoubleNoAlert() throws Exception {
        soak(20, 10, 4_000, 1);
    }

    /// An alert's rule and what it is about.
    private record Told(String rule, String about) {}

    /// What this program has of the machine.
    private record Used(long heap, long files) {

        static Used now() throws IOException {
            System.gc();
            System.gc();
            var runtime = Runtime.getRuntime();
            try (var open = Files.list(Path.of("/proc/self/fd"))) {
                return new Used(runtime.totalMemory() - runtime.freeMemory(), open.count());
            }
        }
    }

    private void soak(int blocks, int mostKinds, int mostMilliseconds, int fewestKills) throws Exception {
        var rules = folder.resolve("rules.json");
        Files.writeString(rules, rules());
        try (var network = startRead();
                var steady = monitor(network, "steady", rules)) {
            var running = Thread.ofVirtual().start(steady::run);
            await(() -> steady.watch().status().get().known().isPresent());
            var wire = new Wire(network.node().address());
            var world = steady.watch().status().get().known().map(Known::view).orElseThrow();
            var killed = new Killed(network, folder, rules, mostMilliseconds);
            await(() -> killed.looked.get() > 0);
            var baseline = steady.watch().status().get().lastSequence();
            var otherBaseline = killed.baseline.get();
            var plants = new Plants(wire, network.deployment(), world);
            var first = network.node().head().number();
            var planted = plant(blocks, mostKinds, plants, network, steady, killed);
            assertThat(network.node().head().number() - first).isGreaterThanOrEqualTo(blocks);

            wire.rpc().ask("evm_increaseTime", STANDS.plusMinutes(1).toSeconds());
            wire.rpc().ask("evm_mine");
            var head = network.node().head().number();
            awaitBoth(head, steady, killed);
            killed.end();
            running.interrupt();
            running.join();

            System.out.println(
                    "soak: " + blocks + " blocks, " + (long) blocks * EVENTS + " events, " + planted.kinds.size()
                            + " kinds, "
                            + planted.expected.values().stream()
                                    .mapToInt(Integer::intValue)
                                    .sum()
                            + " alerts, " + killed.kills + " kills, heap " + (planted.early.heap >> 20) + " → "
                            + (planted.late.heap >> 20) + " MiB, files " + planted.early.files + " → "
                            + planted.late.files);
            requireEachOnce("the steady monitor", planted.expected, steady.alerts(), baseline);
            try (var store = SqliteAlerts.open(folder.resolve("killed.sqlite.alerts"))) {
                requireEachOnce("the killed monitor", planted.expected, store, otherBaseline);
            }
            assertThat(planted.kinds).hasSizeGreaterThanOrEqualTo(Math.min(mostKinds, 30));
            assertThat(killed.kills.get()).isGreaterThanOrEqualTo(fewestKills);
            assertThat(planted.late.heap).isLessThan(planted.early.heap * 5 / 4 + (48L << 20));
            assertThat(planted.late.files).isLessThan(planted.early.files + 16);
        }
    }

    /// The program's own rules, in which what happened is told for two hours.
    private static String rules() {
        return new RuleFiles()
                .standardText()
                .replaceAll(", \"stands\": \"[^\"]*\"", "")
                .replaceAll("(\"event\": \"[^\"]*\")", "$1, \"stands\": \"2 hours\"");
    }

    /// A network of which both monitors find the index.
    private LocalNetwork startRead() throws ProblemException {
        var network = LocalNetwork.start();
        ReadWorld.from(network);
        ReadWorld.into(folder.resolve("steady.sqlite"));
        ReadWorld.into(folder.resolve("killed.sqlite"));
        return network;
    }

    private OpenMonitor monitor(LocalNetwork network, String name, Path rules) throws Exception {
        return open(
                network.description().rpc(),
                network.description().deployment(),
                folder.resolve(name + ".sqlite"),
                rules);
    }

    private static OpenMonitor open(String rpc, String deployment, Path index, Path rules) throws Exception {
        return new NodeMonitors(InstantSource.system(), Duration.ofMillis(200))
                .open(new Wanted(
                        List.of(rpc),
                        deployment,
                        index.toString(),
                        index + ".alerts",
                        Optional.of(rules.toString()),
                        Optional.empty()));
    }

    private static final class Planted {

        private final Map<Told, Integer> expected = new HashMap<>();
        private final TreeSet<String> kinds = new TreeSet<>();
        private Used early = new Used(0, 0);
        private Used late = new Used(0, 0);

        private void add(String rule, String about) {
            kinds.add(rule);
            expected.merge(new Told(rule, about), 1, Integer::sum);
        }
    }

    /// Something planted that is not over.
    private record Open(Plant plant, long number, String about, long block) {}

    private static Planted plant(
            int blocks, int mostKinds, Plants plants, LocalNetwork network, OpenMonitor steady, Killed killed)
            throws Exception {
        var planted = new Planted();
        var random = new SplittableRandom(SEED);
        var waiting = new ArrayList<>(plants.all());
        while (waiting.size() > mostKinds) {
            waiting.remove(random.nextInt(waiting.size()));
        }
        var open = new ArrayList<Open>();
        var blocksAPlant = Math.max(FEWEST_BLOCKS_A_PLANT, blocks / MOST_PLANTS);
        for (int block = 0; block < blocks; block++) {
            plants.bulk(EVENTS);
            if (block % 1_000 == 999) {
                System.out.println("soak: " + (block + 1) + " blocks, " + killed.kills + " kills, " + Used.now());
            }
            if (block % blocksAPlant == 0 || block >= blocks - waiting.size()) {
                if (waiting.isEmpty()) {
                    waiting.addAll(plants.all());
                }
                var plant = waiting.remove(random.nextInt(waiting.size()));
                var number = plants.next();
                var about = SubjectText.write(plant.begin().of(number));
                planted.add(plant.rule(), about);
                plants.sides().forEach(side -> planted.add(side.rule(), SubjectText.write(side.about())));
                open.add(new Open(plant, number, about, network.node().head().number()));
                if (plant.lasts()) {
                    awaitBoth(network.node().head().number(), steady, killed);
                }
                end(open.removeFirst(), planted, network, steady, killed);
            }
            if (block == blocks / 5) {
                awaitBoth(network.node().head().number(), steady, killed);
                planted.early = Used.now();
            }
        }
        awaitBoth(network.node().head().number(), steady, killed);
        planted.late = Used.now();
        return planted;
    }

    private static void end(Open open, Planted planted, LocalNetwork network, OpenMonitor steady, Killed killed)
            throws Exception {
        open.plant().end().of(open.number());
        open.plant().also().ifPresent(also -> planted.add(also, open.about()));
        if (open.plant().lasts()) {
            awaitBoth(network.node().head().number(), steady, killed);
        }
        if (Plants.isChangedBack(open.plant().rule())) {
            planted.add(open.plant().rule(), open.about());
        }
    }

    private static void requireEachOnce(String whose, Map<Told, Integer> expected, AlertStore store, long baseline)
            throws Exception {
        var rules = expected.keySet().stream().map(Told::rule).collect(Collectors.toSet());
        var counted = new HashMap<Phase, Map<Told, Integer>>();
        var sequence = baseline;
        for (var page = store.after(sequence, 1_000); !page.isEmpty(); page = store.after(sequence, 1_000)) {
            for (var change : page) {
                assertThat(change.sequence()).as(whose + ": a gap").isEqualTo(++sequence);
                if (rules.contains(change.rule())) {
                    counted.computeIfAbsent(change.phase(), _ -> new HashMap<>())
                            .merge(told(change), 1, Integer::sum);
                }
            }
        }
        assertThat(differences(expected, counted.getOrDefault(Phase.RAISED, Map.of())))
                .as(whose + ": raised once each")
                .isEmpty();
        var cleared = new HashMap<>(counted.getOrDefault(Phase.CLEARED, Map.of()));
        cleared.keySet().retainAll(expected.keySet());
        expected.forEach((told, count) -> assertThat(cleared.getOrDefault(told, 0))
                .as(whose + ": cleared " + told)
                .isGreaterThanOrEqualTo(count));
        assertThat(store.memory().alerts())
                .as(whose + ": nothing planted stands")
                .noneMatch(alert -> expected.containsKey(
                        new Told(alert.rule(), SubjectText.write(alert.said().about()))));
    }

    private static Told told(AlertChange change) {
        return new Told(change.rule(), SubjectText.write(change.said().about()));
    }

    private static List<String> differences(Map<Told, Integer> expected, Map<Told, Integer> told) {
        var all = new HashSet<>(expected.keySet());
        all.addAll(told.keySet());
        return all.stream()
                .filter(each -> !expected.getOrDefault(each, 0).equals(told.getOrDefault(each, 0)))
                .map(each -> each + ": planted " + expected.getOrDefault(each, 0) + " times, told "
                        + told.getOrDefault(each, 0) + " times")
                .sorted()
                .toList();
    }

    @FunctionalInterface
    private interface Sign {
        boolean isThere();
    }

    private static void await(Sign sign) throws InterruptedException {
        for (int i = 0; i < 60_000; i++) {
            if (sign.isThere()) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
        throw new AssertionError("it was waited for five minutes");
    }

    private static void awaitBoth(long block, OpenMonitor steady, Killed killed) throws InterruptedException {
        await(() -> killed.looked.get() >= block
                && steady.watch()
                        .status()
                        .get()
                        .known()
                        .filter(known -> known.block().number() >= block)
                        .isPresent());
    }

    /// A monitor in a process of its own that is killed and started again until it is ended.
    private static final class Killed {

        private final AtomicLong looked = new AtomicLong();
        private final AtomicLong baseline = new AtomicLong(-1);
        private final AtomicInteger kills = new AtomicInteger();
        private final AtomicInteger said = new AtomicInteger();
        private final AtomicBoolean ends = new AtomicBoolean();
        private final List<String> command;
        private final int mostMilliseconds;
        private final SplittableRandom random = new SplittableRandom(SEED);
        private final Thread thread;

        private Killed(LocalNetwork network, Path folder, Path rules, int mostMilliseconds) {
            this.command = List.of(
                    ProcessHandle.current().info().command().orElseThrow(),
                    "--enable-native-access=ALL-UNNAMED",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Watches.class.getName(),
                    network.description().rpc(),
                    network.description().deployment(),
                    folder.resolve("killed.sqlite").toString(),
                    rules.toString());
            this.mostMilliseconds = mostMilliseconds;
            this.thread = Thread.ofPlatform().start(this::run);
        }

        private void run() {
            try {
                while (!ends.get()) {
                    one();
                }
            } catch (IOException | InterruptedException failed) {
                throw new AssertionError(failed);
            }
        }

        /// The first one lives until it has looked, so that there is something to begin from, and so does one in two.
        private void one() throws IOException, InterruptedException {
            var program = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var before = said.get();
            var reader = Thread.ofPlatform().start(() -> read(program));
            if (baseline.get() < 0 || random.nextBoolean()) {
                await(() -> said.get() > before || ends.get() || !program.isAlive());
            }
            var until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(random.nextInt(mostMilliseconds));
            while (!ends.get() && System.nanoTime() < until && program.isAlive()) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            program.destroyForcibly().waitFor();
            reader.join();
            kills.incrementAndGet();
        }

        private void read(Process program) {
            try (var lines = program.inputReader()) {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    var words = line.split(" ", 2);
                    baseline.compareAndSet(-1, Long.parseLong(words[1]));
                    looked.accumulateAndGet(Long.parseLong(words[0]), Math::max);
                    said.incrementAndGet();
                }
            } catch (IOException gone) {
                // It was killed while it spoke.
            }
        }

        private void end() throws InterruptedException {
            ends.set(true);
            thread.join();
        }
    }

    /// A program that watches, and says which block it has written down what it tells of.
    static final class Watches {

        private Watches() {}

        public static void main(String[] arguments) throws Exception {
            try (var monitor = open(arguments[0], arguments[1], Path.of(arguments[2]), Path.of(arguments[3]));
                    var _ = monitor.watch()
                            .status()
                            .follow(status -> status.known()
                                    .ifPresent(known -> System.out.println(
                                            known.block().number() + " " + status.lastSequence())))) {
                monitor.run();
            } catch (ProblemException refused) {
                // A contract had other code for the moment in which it wrote an event: the next one is started.
                System.exit(1);
            }
        }
    }
}
