package org.breakwater.adapters.ethereum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.breakwater.adapters.bench.BenchTable;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.core.projection.ProtocolProjection;
import org.breakwater.core.projection.ProtocolView;
import org.breakwater.core.stress.Assumptions;
import org.breakwater.core.stress.Assumptions.Spread;
import org.breakwater.core.stress.Book;
import org.breakwater.core.stress.Confidence;
import org.breakwater.core.stress.Dependence;
import org.breakwater.core.stress.ProtocolBook;
import org.breakwater.core.stress.ProtocolRisks;
import org.breakwater.core.stress.RiskTarget;
import org.breakwater.core.stress.StressResult;
import org.breakwater.core.stress.StressRun;
import org.breakwater.core.stress.StressSize;
import org.breakwater.core.stress.StressWatch;
import org.breakwater.core.stress.chance.StudentT;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How long a million years of the world's policies take on two threads, beside a straightforward NumPy program
/// that is given the same model in the same run. Figures depend on the machine; their ratio is what is promised.
@Tag("bench")
class StressBench {

    private static final int YEARS = 1_000_000;
    private static final long SEED = 2_026;
    private static final int THREADS = 2;
    private static final int ROUNDS = 7;
    private static final double LEAST_TIMES_AS_FAST = 6;
    private static final double CORRELATION = 0.2;
    private static final double DEGREES = 4;

    @TempDir
    private Path folder;

    @Test
    void aMillionYearsOfTheWorldTakeLessThanASixthOfNumPysTime() throws Exception {
        var view = world();
        var assumptions = Assumptions.initial().with(new Dependence.OneFactorT(CORRELATION, DEGREES));
        var risks = ProtocolRisks.of(List.of(view), assumptions);
        var book = ProtocolBook.of(view, risks, assumptions);
        var one = new ArrayList<Double>();
        var two = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            one.add(timed(() -> run(risks, book, 1)));
            two.add(timed(() -> run(risks, book, THREADS)));
        }
        var result = run(risks, book, THREADS);
        var table = new BenchTable("A million years of the world's policies");
        table.counted("risks", "", risks.model().risks().size());
        table.counted("shared causes", "", risks.model().shocks().size());
        table.counted(
                "covers",
                "",
                book.pools().stream().mapToLong(pool -> pool.covers().size()).sum());
        table.measured("one thread", "ms", one);
        table.measured("two threads", "ms", two);
        var python = numPy(folder.resolve("case.json"), json(risks, book, assumptions));
        if (python.isEmpty()) {
            table.publish();
            System.out.println("python3 with NumPy is not installed: no ratio");
            return;
        }
        var numPy = new ArrayList<Double>();
        for (int round = 0; round < 3; round++) {
            numPy.add(1_000 * number(python(folder.resolve("case.json")).orElseThrow(), "seconds"));
        }
        var ratio = numPy.stream().min(Double::compare).orElseThrow()
                / two.stream().min(Double::compare).orElseThrow();
        table.measured("NumPy " + text(python.get(), "numpy"), "ms", numPy);
        table.measured("NumPy's best by two threads' best", "times", List.of(ratio));
        table.publish();
        agree(result, python.get());
        assertThat(ratio).isGreaterThanOrEqualTo(LEAST_TIMES_AS_FAST);
    }

    private static ProtocolView world() throws Exception {
        try (var network = LocalNetwork.start()) {
            var node = network.node();
            var logs = new FoldedLogs(new FetchedLogs(node.address()), network.deployment());
            var projection = new ProtocolProjection(network.deployment());
            for (var block : logs.facts(0, node.head().number()).entrySet()) {
                projection.apply(block.getKey(), block.getValue());
            }
            return projection.viewAt(node.head().time().getEpochSecond());
        }
    }

    private static StressResult run(ProtocolRisks risks, Book book, int threads) throws Exception {
        return StressRun.of(
                risks.model(),
                book,
                new StressSize(YEARS, SEED, threads),
                task -> Thread.ofPlatform().start(task),
                StressWatch.NOBODY);
    }

    @FunctionalInterface
    private interface Step {
        void run() throws Exception;
    }

    private static double timed(Step step) throws Exception {
        var start = System.nanoTime();
        step.run();
        return (System.nanoTime() - start) / 1e6;
    }

    /// Two programs that were written apart come to the same, as far as chance and the simpler caps go.
    private static void agree(StressResult result, String python) {
        var mean = result.expected().doubleValue();
        assertThat(number(python, "mean")).isCloseTo(mean, within(0.01 * mean));
        var atRisk = result.loss().valueAtRisk(Confidence.P995).value().doubleValue();
        assertThat(number(python, "value_at_risk")).isCloseTo(atRisk, within(0.015 * atRisk));
        var tail = result.loss().tailValueAtRisk(Confidence.P995).value().doubleValue();
        assertThat(number(python, "tail")).isCloseTo(tail, within(0.015 * tail));
    }

    // ── the other program ──────────────────────────────────────────────────────────────────────────────────────

    private static Optional<String> numPy(Path file, String json) throws IOException, InterruptedException {
        Files.writeString(file, json);
        return python(file);
    }

    private static Optional<String> python(Path file) throws IOException, InterruptedException {
        var script = Path.of("src/test/resources/org/breakwater/adapters/ethereum/stress.py")
                .toAbsolutePath();
        try {
            var process = new ProcessBuilder("python3", script.toString(), file.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor(5, TimeUnit.MINUTES) && process.exitValue() == 0
                    ? Optional.of(answer)
                    : Optional.empty();
        } catch (IOException missing) {
            return Optional.empty();
        }
    }

    private static double number(String json, String key) {
        return Double.parseDouble(text(json, key));
    }

    private static String text(String json, String key) {
        var start = json.indexOf("\"" + key + "\": ") + key.length() + 4;
        var end = start;
        while (json.charAt(end) != ',' && json.charAt(end) != '}') {
            end++;
        }
        return json.substring(start, end).replace("\"", "");
    }

    private static String json(ProtocolRisks risks, Book book, Assumptions assumptions) {
        var t = new StudentT(DEGREES);
        var spreads = risks.model().risks().stream()
                .map(risk -> spread(risk.target(), risk.sector(), risk.yearly(), assumptions))
                .toList();
        return "{\"years\": " + YEARS + ", \"seed\": " + SEED + ", \"correlation\": " + CORRELATION
                + ", \"degrees\": " + DEGREES
                + ", \"marks\": "
                + risks.model().risks().stream()
                        .map(risk -> t.quantile(risk.yearly()))
                        .toList()
                + ", \"alpha\": "
                + spreads.stream().map(each -> each.mean() * each.spread()).toList()
                + ", \"beta\": "
                + spreads.stream()
                        .map(each -> (1 - each.mean()) * each.spread())
                        .toList()
                + ", \"shocks\": "
                + risks.model().shocks().stream()
                        .map(shock -> "{\"rate\": " + shock.rate() + ", \"reach\": " + shock.reach() + ", \"members\": "
                                + shock.members() + "}")
                        .toList()
                + ", \"lines\": " + lines(book) + ", \"venues\": " + venues(book) + ", \"pegs\": " + pegs(book) + "}";
    }

    private static Spread spread(RiskTarget target, int sector, double yearly, Assumptions assumptions) {
        return switch (target) {
            case RiskTarget.Subject _ ->
                assumptions.severity().entrySet().stream()
                        .filter(entry -> entry.getKey().number() == sector)
                        .findFirst()
                        .orElseThrow()
                        .getValue();
            case RiskTarget.Venue _ ->
                yearly == assumptions.venue().yearly()
                        ? assumptions.venue().severity()
                        : assumptions.ownWord().severity();
            case RiskTarget.Peg _ -> assumptions.peg().severity();
        };
    }

    private static String lines(Book book) {
        return book.pools().stream()
                .flatMap(pool -> pool.covers().stream()
                        .map(cover -> "{\"risk\": " + cover.risk() + ", \"cover\": " + cover.amount()
                                + ", \"deductible\": " + pool.deductibleBps() / 1e4
                                + ", \"asset\": " + pool.asset()
                                + ", \"cap\": "
                                + Math.min(
                                        pool.gross().doubleValue() * pool.incidentCapBps() / 1e4,
                                        pool.gross().doubleValue() * (1e4 - pool.floorBps()) / 1e4
                                                - pool.reserved().doubleValue())
                                + "}"))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String venues(Book book) {
        var venues = new ArrayList<String>();
        for (int asset = 0; asset < book.treasury().holdings().size(); asset++) {
            for (var venue : book.treasury().holdings().get(asset).venues()) {
                venues.add(
                        "{\"risk\": " + venue.risk() + ", \"value\": " + venue.value() + ", \"asset\": " + asset + "}");
            }
        }
        return venues.toString();
    }

    private static String pegs(Book book) {
        var pegs = new ArrayList<String>();
        for (int asset = 0; asset < book.treasury().holdings().size(); asset++) {
            var holding = book.treasury().holdings().get(asset);
            var worth = holding.liquid().doubleValue();
            for (var venue : holding.venues()) {
                worth += venue.value().doubleValue();
            }
            for (var pool : book.pools()) {
                worth += pool.asset() == asset ? pool.available().doubleValue() : 0;
            }
            pegs.add("{\"risk\": " + holding.peg() + ", \"worth\": " + worth + "}");
        }
        return pegs.toString();
    }
}
