package org.breakwater.adapters.localnet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.breakwater.adapters.deployment.DeploymentFile;
import org.breakwater.adapters.localnet.WorldManifest.Milestone;
import org.breakwater.adapters.localnet.world.World;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Bytes;

/// Tells the prepared world anew and writes it to a folder: `mvn -Pworld`.
public final class RebuildWorld {

    /// How much of the story a quick comparison tells.
    static final Duration PREFIX = Duration.ofDays(30);

    private final Path folder;
    private final Consumer<String> say;

    /// @param folder where the world is written to
    /// @param say hears how it goes
    public RebuildWorld(Path folder, Consumer<String> say) {
        this.folder = folder;
        this.say = say;
    }

    /// The whole story.
    public void run() throws ProblemException, IOException {
        run(Duration.between(World.GENESIS, World.HEAD));
    }

    /// The story's beginning, to try the script; it is written only when it is whole.
    public void run(Duration length) throws ProblemException, IOException {
        var start = System.nanoTime();
        try (var telling = WorldTelling.start(OptionalInt.empty(), LocalNetwork.PREPARED_SEED)) {
            telling.playUntil(World.GENESIS.plus(PREFIX));
            var prefix = telling.milestone();
            telling.playUntil(World.GENESIS.plus(length));
            telling.world().recordHead();
            say.accept(telling.world().summary());
            say.accept("Told in %d s.".formatted((System.nanoTime() - start) / 1_000_000_000));
            if (telling.node().head().time().isBefore(World.HEAD.minus(Duration.ofDays(1)))) {
                say.accept("A part of the story: nothing is written.");
                return;
            }
            write(telling, prefix);
        }
        say.accept("Written in %d s in all: %s".formatted((System.nanoTime() - start) / 1_000_000_000, folder));
    }

    private void write(WorldTelling telling, Milestone prefix) throws ProblemException, IOException {
        var papers = telling.world().papers();
        var head = telling.milestone();
        say.accept(head.toString());
        var dump = Bytes.fromHex(telling.rpc().ask("anvil_dumpState").asString());
        var writer = new PreparedWorld.Writer();
        try (var state = new GZIPInputStream(new ByteArrayInputStream(dump.toArray()))) {
            writer.packed(PreparedWorld.STATE, packed -> DumpedState.copyWithoutTraces(state, packed));
        }
        writer.plain(PreparedWorld.DEPLOYMENT, deploymentFile(telling))
                .people(papers.residents())
                .plain(PreparedWorld.SAFE_QUEUE, papers.safeQueue())
                .packed(PreparedWorld.TEXTS, papers.texts())
                .packed(PreparedWorld.RECORDINGS, telling.world().recordings().toJson())
                .write(folder, LocalNetwork.PREPARED_SEED, RecordedDeployment.fingerprint(), prefix, head);
    }

    private static byte[] deploymentFile(WorldTelling telling) throws ProblemException, IOException {
        var file = Files.createTempFile("breakwater-deployment-", ".json");
        try {
            DeploymentFile.write(telling.deployment(), file);
            return Files.readAllBytes(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
