package org.breakwater.cli.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.breakwater.core.alerting.RuleSource;
import org.breakwater.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `breakwater rules`: the rules that come with the program, to begin one's own from.
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the rules that the monitor judges by where no file is named, with what a file of rules may say.",
            "To change them: breakwater rules > own-rules.json, change the copy, breakwater rules --check"
                + " own-rules.json, and name it to breakwater monitor --rules, or choose it in the window's settings."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:printed; with --check, the file holds", "1:with --check, the file does not hold"})
public final class RulesCommand implements Callable<Integer> {

    private final RuleSource rules;

    @Spec
    private CommandSpec spec;

    @Option(names = "--check", paramLabel = "FILE", description = "Say instead whether a file of rules holds.")
    private @Nullable String check;

    @SuppressWarnings("NullAway.Init") // picocli sets the field before the command runs
    public RulesCommand(RuleSource rules) {
        this.rules = rules;
    }

    @Override
    public Integer call() throws ProblemException {
        var out = spec.commandLine().getOut();
        if (check == null) {
            out.print(rules.standardText());
        } else {
            var count = rules.read(Optional.of(check)).rules().size();
            out.println(check + " holds: " + count + (count == 1 ? " rule." : " rules."));
        }
        out.flush();
        return 0;
    }
}
