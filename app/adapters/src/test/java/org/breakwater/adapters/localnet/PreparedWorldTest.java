package org.breakwater.adapters.localnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.breakwater.adapters.localnet.world.AnvilRpc;
import org.breakwater.adapters.localnet.world.EventLog;
import org.breakwater.adapters.localnet.world.World;
import org.breakwater.core.problem.ProblemException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparedWorldTest {

    private static final List<String> FILES = List.of(
            WorldManifest.NAME,
            PreparedWorld.STATE,
            PreparedWorld.DEPLOYMENT,
            PreparedWorld.PEOPLE,
            PreparedWorld.SAFE_QUEUE,
            PreparedWorld.TEXTS,
            PreparedWorld.RECORDINGS);

    private static PreparedWorld world() throws ProblemException {
        return PreparedWorld.ofProgram().orElseThrow();
    }

    @Test
    void theLoadedWorldIsTheOneThatWasTold() throws ProblemException {
        var told = world().manifest().head();

        try (var network = LocalNetwork.load(OptionalInt.empty(), world())) {
            assertThat(network.node().head()).isEqualTo(told.block());
            assertThat(EventLog.upTo(
                            new AnvilRpc(network.node().address()), told.block().number()))
                    .isEqualTo(told.log());
        }
    }

    @Test
    void itWasToldWithTheContractsOfThisProgram() throws ProblemException {
        assertThat(world().manifest().contracts())
                .as("after a change of the contracts the world is rebuilt with mvn -Pworld")
                .isEqualTo(RecordedDeployment.fingerprint());
    }

    @Test
    void theScriptStillBeginsAsItDid() throws ProblemException {
        try (var telling =
                WorldTelling.start(OptionalInt.empty(), world().manifest().seed())) {
            telling.playUntil(World.GENESIS.plus(RebuildWorld.PREFIX));

            assertThat(telling.milestone()).isEqualTo(world().manifest().prefix());
        }
    }

    @Test
    @Tag("deep")
    void theScriptStillTellsTheWholeWorld() throws ProblemException {
        try (var telling =
                WorldTelling.start(OptionalInt.empty(), world().manifest().seed())) {
            telling.playUntil(World.HEAD);

            assertThat(telling.milestone()).isEqualTo(world().manifest().head());
        }
    }

    @Test
    void anotherSeedGivesAnotherWorld() throws ProblemException {
        try (var telling = WorldTelling.start(OptionalInt.empty(), 2)) {
            telling.playUntil(World.GENESIS.plus(Duration.ofDays(3)));

            assertThat(telling.milestone().block().time())
                    .isBefore(world().manifest().prefix().block().time());
            assertThat(telling.deployment().address("ParameterRegistry"))
                    .isEqualTo(deploymentOf(world()).address("ParameterRegistry"));
        }
    }

    private static org.breakwater.core.deployment.Deployment deploymentOf(PreparedWorld world) throws ProblemException {
        try {
            var file = Files.createTempFile("deployment", ".json");
            try {
                return world.deployment(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    @Test
    void theClockStandsAtTheHeadWhenTheWorldIsLoaded() throws ProblemException {
        try (var network = LocalNetwork.load(OptionalInt.empty(), world())) {
            var rpc = new AnvilRpc(network.node().address());
            rpc.ask("evm_mine");

            assertThat(network.node().head().time())
                    .isBetween(World.HEAD.minusSeconds(600), World.HEAD.plusSeconds(600));
        }
    }

    @Test
    void fiftyBlocksWereRecordedTheHeadLast() throws ProblemException {
        var recordings = world().recordings().all();

        assertThat(recordings).hasSize(50);
        assertThat(recordings.getLast().block())
                .isEqualTo(world().manifest().head().block());
        assertThat(recordings.getLast().answers())
                .extracting(answer -> answer.function())
                .contains("head", "pools", "subjects", "policies", "claims", "cases", "series", "integrators");
    }

    @Test
    void aFileThatWasChangedIsNamed(@TempDir Path folder) throws IOException, ProblemException {
        copyTo(folder);
        var state = folder.resolve(PreparedWorld.STATE);
        var bytes = Files.readAllBytes(state);
        bytes[bytes.length / 2] ^= 1;
        Files.write(state, bytes);

        var damaged = PreparedWorld.read(WorldFiles.of(folder)).orElseThrow();

        assertThatThrownBy(() -> LocalNetwork.load(OptionalInt.empty(), damaged))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("state.json.xz cannot be used")
                .hasMessageContaining("not the file that the manifest names");
    }

    @Test
    void aWorldOfAnotherVersionIsRefused(@TempDir Path folder) throws IOException {
        copyTo(folder);
        var manifest = folder.resolve(WorldManifest.NAME);
        Files.writeString(manifest, Files.readString(manifest).replace(WorldManifest.FORMAT, "breakwater-world/99"));

        assertThatThrownBy(() -> PreparedWorld.read(WorldFiles.of(folder)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("another version")
                .hasMessageContaining("breakwater-world/99");
    }

    @Test
    void aFolderWithoutAWorldHasNone(@TempDir Path folder) throws ProblemException {
        assertThat(PreparedWorld.read(WorldFiles.of(folder))).isEmpty();
    }

    private static void copyTo(Path folder) throws IOException {
        for (var name : FILES) {
            try (var input = WorldFiles.ofProgram().open(name)) {
                assertThat(input).as(name).isNotNull();
                Files.copy(input, folder.resolve(name));
            }
        }
    }
}
