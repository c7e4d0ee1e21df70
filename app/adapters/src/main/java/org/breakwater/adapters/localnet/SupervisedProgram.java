package org.breakwater.adapters.localnet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Starts a program behind a shell that ends it when this program ends, however that happens.
///
/// The shell reads from a pipe that only this program holds. When the pipe closes, after SIGKILL too, the shell stops
/// the program and removes the one folder that it was given as home, temporary folder and cache. The program
/// itself starts when a line arrives: until then the folder can be filled, under the same watch.
public final class SupervisedProgram {

    /// Arguments: the folder, then the program and its own arguments. Two processes keep watch, so that killing either
    /// leaves the other: the shell itself and `guard`, which holds the reading end of the pipe as descriptor 3.
    private static final String SCRIPT = """
        folder=$1; shift
        trap '' INT TERM HUP
        exec 3<&0
        read -r ready <&3 || { rm -rf "$folder"; exit 0; }
        ("$@" </dev/null 3<&-) &
        node=$!
        {
          while read -r line <&3; do :; done
          kill -TERM "$node"
          count=0
          while kill -0 "$node" && [ $count -lt 50 ]; do sleep 0.1; count=$((count + 1)); done
          kill -KILL "$node"
          rm -rf "$folder"
        } >/dev/null 2>&1 &
        guard=$!
        exec 3<&-
        wait "$node"
        code=$?
        kill -KILL "$guard" 2>/dev/null
        rm -rf "$folder"
        exit $code
        """;

    private SupervisedProgram() {}

    /// Starts the watch over a folder, in which a program will run once a line is written to it; its output and errors
    /// are the returned process's output.
    ///
    /// @param command the program and its arguments
    /// @param folder removed when the program has ended
    public static Process start(List<String> command, Path folder) throws IOException {
        var supervised = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, "breakwater-supervisor", folder.toString()));
        supervised.addAll(command);
        var builder = new ProcessBuilder(supervised).redirectErrorStream(true);
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("TMPDIR", folder.toString());
        builder.directory(Files.createDirectories(folder).toFile());
        return builder.start();
    }
}
