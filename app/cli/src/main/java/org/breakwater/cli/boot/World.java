package org.breakwater.cli.boot;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.breakwater.adapters.localnet.RebuildWorld;
import org.breakwater.core.problem.ProblemException;

/// `mvn -Pworld`: tells the prepared world of the local network anew. Not a command of the program: it writes to its
/// sources.
public final class World {

    private static final int COULD_NOT = 1;

    private World() {}

    /// @param arguments the folder; and, to try the script, how many days to play
    public static void main(String[] arguments) {
        var rebuild = new RebuildWorld(Path.of(arguments[0]), System.out::println);
        try {
            if (arguments.length == 1) {
                rebuild.run();
            } else {
                rebuild.run(Duration.ofDays(Long.parseLong(arguments[1])));
            }
        } catch (ProblemException problem) {
            System.err.println(problem.problem());
            System.exit(COULD_NOT);
        } catch (IOException failed) {
            System.err.println("The world could not be written: " + failed.getMessage() + ".");
            System.exit(COULD_NOT);
        }
    }
}
