package org.breakwater.cli.command;

import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.breakwater.core.connection.ProtocolConnections;
import org.breakwater.core.problem.ProblemException;
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

    @Spec
    private CommandSpec spec;

    @Option(names = "--rpc", paramLabel = "URL", required = true, description = "The node's address.")
    private String rpc;

    @Option(names = "--deployment", paramLabel = "FILE", required = true, description = "The deployment file.")
    private String deployment;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @SuppressWarnings("NullAway.Init") // picocli sets the fields before the command runs
    public VerifyDeploymentCommand(ProtocolConnections connections) {
        this.connections = connections;
    }

    @Override
    public Integer call() throws ProblemException {
        try (var connection = connections.open(rpc, deployment)) {
            var verification = VerifyDeployment.run(connection.deployment(), connection.protocol());
            var out = spec.commandLine().getOut();
            out.println(json ? Json.print(Json.of(verification)) : text(verification));
            out.flush();
            return verification.passed() ? 0 : DIFFERS;
        }
    }

    private static String text(Verification verification) {
        var asOf = "as of block " + verification.asOf().number();
        if (verification.passed()) {
            return "%d checks %s, no difference".formatted(verification.checks(), asOf);
        }
        return verification.differences().stream()
                .map(Object::toString)
                .collect(Collectors.joining(
                        "\n",
                        "",
                        "\n%d checks %s, %d differences"
                                .formatted(
                                        verification.checks(),
                                        asOf,
                                        verification.differences().size())));
    }
}
