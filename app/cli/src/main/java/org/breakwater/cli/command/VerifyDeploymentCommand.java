package org.breakwater.cli.command;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.breakwater.core.connection.ProtocolConnections;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.verification.ProtocolSource;
import org.breakwater.core.verification.Verification;
import org.breakwater.core.verification.VerifyDeployment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `breakwater verify-deployment`: whether a chain has the protocol that a deployment file says.
@Command(
        name = "verify-deployment",
        mixinStandardHelpOptions = true,
        description =
                "Proves the code, ownership, roles and parameters of a deployed protocol against any node, and names"
                        + " each difference.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:everything is as it should be", "1:something differs, or could not be verified"})
public final class VerifyDeploymentCommand implements Callable<Integer> {

    private static final int DIFFERS = 1;

    private final ProtocolConnections connections;
    private final Supplier<ProtocolSource> source;

    @Spec
    private CommandSpec spec;

    @Option(names = "--rpc", paramLabel = "URL", required = true, description = "The node's address.")
    private String rpc;

    @Option(names = "--deployment", paramLabel = "FILE", required = true, description = "The deployment file.")
    private String deployment;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @SuppressWarnings("NullAway.Init") // picocli sets the fields before the command runs
    public VerifyDeploymentCommand(ProtocolConnections connections, Supplier<ProtocolSource> source) {
        this.connections = connections;
        this.source = source;
    }

    @Override
    public Integer call() throws ProblemException {
        try (var connection = connections.open(rpc, deployment)) {
            var verification = new VerifyDeployment(source.get()).run(connection.deployment(), connection.protocol());
            var out = spec.commandLine().getOut();
            out.println(json ? Json.print(Json.of(verification)) : text(verification));
            out.flush();
            return verification.passed() ? 0 : DIFFERS;
        }
    }

    private static String text(Verification verification) {
        var lines = new ArrayList<String>();
        verification.differences().forEach(difference -> lines.add(difference.toString()));
        lines.add("%d checks as of block %d, %s: %s"
                .formatted(
                        verification.checked(),
                        verification.asOf().number(),
                        differences(verification.differences().size()),
                        verification.checks().entrySet().stream()
                                .map(area -> area.getKey() + " " + area.getValue())
                                .collect(Collectors.joining(", "))));
        return String.join("\n", lines);
    }

    private static String differences(int count) {
        return switch (count) {
            case 0 -> "no difference";
            case 1 -> "1 difference";
            default -> count + " differences";
        };
    }
}
