package org.breakwater.adapters.localnet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
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

    private RebuildWorld() {}

    /// @param arguments the folder; and, to try the script, how many days to play
    public static void main(String[] arguments) {
        try {
            var whole = Duration.between(World.GENESIS, World.HEAD);
            run(Path.of(arguments[0]), arguments.length == 1 ? whole : Duration.ofDays(Long.parseLong(arguments[1])));
        } catch (ProblemException problem) {
            System.err.println(problem.problem());
            System.exit(1);
        } catch (IOException failed) {
            System.err.println("The world could not be written: " + failed.getMessage() + ".");
            System.exit(1);
        }
    }

    private static void run(Path folder, Duration length) throws ProblemException, IOException {
        var start = System.nanoTime();
        try (var telling = WorldTelling.start(OptionalInt.empty(), LocalNetwork.PREPARED_SEED)) {
            telling.playUntil(World.GENESIS.plus(PREFIX));
            var prefix = telling.milestone();
            telling.playUntil(World.GENESIS.plus(length));
            telling.world().recordHead();
            System.out.println(telling.world().summary());
            System.out.printf("Told in %d s.%n", (System.nanoTime() - start) / 1_000_000_000);
            if (telling.node().head().time().isBefore(World.HEAD.minus(Duration.ofDays(1)))) {
                System.out.println("A part of the story: nothing is written.");
                return;
            }
            write(telling, folder, prefix);
        }
        System.out.printf("Written in %d s in all: %s%n", (System.nanoTime() - start) / 1_000_000_000, folder);
    }

    private static void write(WorldTelling telling, Path folder, Milestone prefix)
            throws ProblemException, IOException {
        var papers = telling.world().papers();
        var head = telling.milestone();
        System.out.println(head);
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
