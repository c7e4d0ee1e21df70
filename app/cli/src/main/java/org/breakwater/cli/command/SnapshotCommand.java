package org.breakwater.cli.command;

import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.breakwater.core.connection.ProtocolConnections;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.snapshot.Fact;
import org.breakwater.core.snapshot.Snapshot;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `breakwater snapshot`: the protocol as of one block.
@Command(
        name = "snapshot",
        mixinStandardHelpOptions = true,
        description = "Prints the protocol as of one block: pools, policies, incidents, claims, treasury, parameters,"
                + " roles and pauses. All of it or nothing.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:printed", "1:could not be read, and nothing was printed"})
public final class SnapshotCommand implements Callable<Integer> {

    private final ProtocolConnections connections;

    @Spec
    private CommandSpec spec;

    @Option(names = "--rpc", paramLabel = "URL", required = true, description = "The node's address.")
    private String rpc;

    @Option(names = "--deployment", paramLabel = "FILE", required = true, description = "The deployment file.")
    private String deployment;

    @Option(names = "--block", paramLabel = "N", description = "Height of the block; the newest where not given.")
    private @Nullable Long block;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @SuppressWarnings("NullAway.Init") // picocli sets the fields before the command runs
    public SnapshotCommand(ProtocolConnections connections) {
        this.connections = connections;
    }

    @Override
    public Integer call() throws ProblemException {
        try (var connection = connections.open(rpc, deployment)) {
            var snapshot = connection.snapshots().read(connection.deployment(), height());
            var out = spec.commandLine().getOut();
            out.println(json ? Json.print(Json.of(snapshot)) : text(snapshot));
            out.flush();
            return 0;
        }
    }

    private OptionalLong height() {
        if (block == null) {
            return OptionalLong.empty();
        }
        if (block < 0) {
            throw new ParameterException(spec.commandLine(), "A block's height is not below zero: " + block + ".");
        }
        return OptionalLong.of(block);
    }

    private static String text(Snapshot snapshot) {
        var block = snapshot.block();
        var text = new StringBuilder(
                "Chain %s, block %d, %s%n%s".formatted(snapshot.chain(), block.number(), block.time(), block.hash()));
        snapshot.sections().forEach((name, fact) -> {
            text.append("\n\n").append(name);
            lines(text, fact, 1);
        });
        return text.toString();
    }

    /// A fact below its name, indented: each item of a list and each field on a line of its own.
    private static void lines(StringBuilder text, Fact fact, int depth) {
        var indent = "\n" + "  ".repeat(depth);
        switch (fact) {
            case Fact.Text(var value) -> text.append(": ").append(value);
            case Fact.Count(var value) -> text.append(": ").append(value);
            case Fact.Amount(var value) -> text.append(": ").append(value);
            case Fact.Flag(var value) -> text.append(": ").append(value ? "yes" : "no");
            case Fact.Items(var items) -> {
                text.append(": ").append(items.size());
                for (int i = 0; i < items.size(); i++) {
                    text.append(indent).append(i + 1);
                    lines(text, items.get(i), depth + 1);
                }
            }
            case Fact.Fields(var fields) ->
                fields.forEach((name, value) -> {
                    text.append(indent).append(name);
                    lines(text, value, depth + 1);
                });
        }
    }
}
