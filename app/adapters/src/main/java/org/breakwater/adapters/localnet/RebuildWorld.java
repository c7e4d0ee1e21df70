package org.breakwater.adapters.localnet;

import java.time.Duration;
import java.util.OptionalInt;
import org.breakwater.adapters.localnet.world.World;
import org.breakwater.core.problem.ProblemException;

/// Tells the prepared world anew.
public final class RebuildWorld {

    private RebuildWorld() {}

    /// @param arguments how many days to play; all where there is none
    public static void main(String[] arguments) {
        var days = arguments.length == 0 ? 730 : Integer.parseInt(arguments[0]);
        var start = System.nanoTime();
        try (var network = LocalNetwork.told(OptionalInt.empty(), 1, World.GENESIS.plus(Duration.ofDays(days)))) {
            System.out.printf("%s after %d ms%n", network.node().head(), (System.nanoTime() - start) / 1_000_000);
        } catch (ProblemException problem) {
            System.err.println(problem.problem());
            System.exit(1);
        }
    }
}
