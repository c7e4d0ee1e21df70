package org.breakwater.adapters.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.breakwater.adapters.json.JsonFiles;
import org.breakwater.adapters.json.JsonText;
import org.breakwater.core.alerting.RuleSource;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.watch.rule.RuleBook;
import org.breakwater.core.watch.rule.RuleFormat;

/// Rules in files, and those that come with the program.
public final class RuleFiles implements RuleSource {

    private static final String STANDARD = "rules.json";

    @Override
    public RuleBook read(Optional<String> path) throws ProblemException {
        return path.isPresent() ? read(path.get()) : standard();
    }

    private static RuleBook read(String path) throws ProblemException {
        return RuleFormat.read(new JsonFiles().read(path, RuleFormat.LIMITS));
    }

    /// The rules where no file is named.
    public static RuleBook standard() {
        try {
            return RuleFormat.read(JsonText.parse("the program's own rules", text(), RuleFormat.LIMITS));
        } catch (ProblemException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    public String standardText() {
        return text();
    }

    private static String text() {
        try (var resource = RuleFiles.class.getResourceAsStream(STANDARD)) {
            if (resource == null) {
                throw new IllegalStateException(STANDARD + " is not in the program");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
