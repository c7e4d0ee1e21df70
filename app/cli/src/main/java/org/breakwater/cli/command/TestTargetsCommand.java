package org.breakwater.cli.command;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.breakwater.core.exposition.Outlets;
import org.breakwater.core.exposition.Outlets.Tested;
import org.breakwater.core.problem.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `breakwater test-targets`: whether alerts would arrive.
@Command(
        name = "test-targets",
        mixinStandardHelpOptions = true,
        description = "Sends a test message to each target of alerts, once, and says what became of it.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every target took it",
            "1:the file, a secret or a program is not as it should be, and no more was sent",
            "2:a target did not take it"
        })
public final class TestTargetsCommand implements Callable<Integer> {

    private static final int NOT_TAKEN = 2;

    private final Outlets outlets;

    @Spec
    private CommandSpec spec;

    @Option(names = "--targets", paramLabel = "FILE", required = true, description = "The file of targets.")
    private String targets;

    @Option(names = "--target", paramLabel = "NAME", description = "Only this one; may be given several times.")
    private Set<String> only = Set.of();

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @SuppressWarnings("NullAway.Init") // picocli sets the fields before the command runs
    public TestTargetsCommand(Outlets outlets) {
        this.outlets = outlets;
    }

    @Override
    public Integer call() throws ProblemException {
        var tested = outlets.test(targets, only);
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.print(document(tested)));
        } else {
            tested.forEach(one -> out.println(one.sentence()));
        }
        out.flush();
        return tested.stream().allMatch(Tested::isTaken) ? 0 : NOT_TAKEN;
    }

    private static Object document(List<Tested> tested) {
        return tested.stream()
                .map(one -> Json.object(
                        "target", one.target(),
                        "kind", one.kind(),
                        "taken", one.isTaken(),
                        "sentence", one.sentence()))
                .toList();
    }
}
