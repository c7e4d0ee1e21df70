package org.breakwater.cli.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.api.SoftAssertions;
import org.breakwater.adapters.cast.Cast;
import org.breakwater.cli.boot.LocalnetProgram;
import org.breakwater.cli.boot.Program;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Two hundred figures of a snapshot, drawn from a seed, against what `cast call` answers for the same block.
class SnapshotComparisonTest {

    private static final long SEED = 20_261_121;
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void fiftyFiguresAreWhatCastReads(@TempDir Path temporary) throws Exception {
        compare(50, temporary);
    }

    @Test
    @Tag("deep")
    void twoHundredFiguresAreWhatCastReads(@TempDir Path temporary) throws Exception {
        compare(200, temporary);
    }

    private static void compare(int figures, Path temporary) throws Exception {
        try (var network = LocalnetProgram.start(temporary)) {
            var snapshot = snapshot(network);
            var cast = new Cast(
                    network.rpc(), snapshot.required("block").required("number").asLong());
            var routes =
                    new DirectRoutes(cast, JSON.readTree(Files.readString(Path.of(network.deployment()))), snapshot);
            var drawn = new Figures(snapshot).drawn(figures, new SplittableRandom(SEED), DirectRoutes::leadTo);

            assertThat(drawn).hasSize(figures);
            compare(drawn, routes);
            assertThat(cast.calls()).isGreaterThan(figures / 4);
        }
    }

    private static JsonNode snapshot(LocalnetProgram network) throws Exception {
        var outcome = Program.asBuilt()
                .run("snapshot", "--rpc", network.rpc(), "--deployment", network.deployment(), "--json");
        assertThat(outcome.exitCode()).as(outcome.errors()).isZero();
        return JSON.readTree(outcome.output());
    }

    private static void compare(List<Figures.Figure> drawn, DirectRoutes routes) {
        var softly = new SoftAssertions();
        for (var figure : drawn) {
            softly.assertThat(figure.shown()).as(figure.toString()).isEqualTo(routes.answer(figure));
        }
        softly.assertAll();
    }
}
