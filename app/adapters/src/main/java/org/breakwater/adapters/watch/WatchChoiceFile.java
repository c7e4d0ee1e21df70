package org.breakwater.adapters.watch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.breakwater.adapters.files.WholeFile;
import org.breakwater.adapters.json.JsonFiles;
import org.breakwater.core.alerting.WatchChoice;
import org.breakwater.core.alerting.WatchChoices;
import org.breakwater.core.json.JsonLimits;
import org.breakwater.core.json.JsonObject;
import org.breakwater.core.json.JsonPrinter;
import org.breakwater.core.json.WrittenObject;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;

/// Keeps what was chosen for the watch beside the index of its network, in a file that a person can read.
public final class WatchChoiceFile implements WatchChoices {

    private static final String FORMAT = "breakwater-watch/1";
    private static final JsonLimits LIMITS = new JsonLimits(32 << 10, 2, 8_000, 100);

    private final Path file;

    public WatchChoiceFile(Path folder) {
        this.file = folder.resolve("watch.json");
    }

    @Override
    public WatchChoice read() throws ProblemException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return WatchChoice.STANDARD;
        }
        var kept = new JsonFiles().read(file.toString(), LIMITS).object();
        kept.only(List.of("format", "rules", "targets"));
        if (!kept.text("format").equals(FORMAT)) {
            throw new ProblemException(Problem.of(
                    "What was chosen for the watch in " + file + " is of another program.",
                    "Choose rules and targets again in Settings."));
        }
        return new WatchChoice(path(kept, "rules"), path(kept, "targets"));
    }

    private static Optional<String> path(JsonObject kept, String name) throws ProblemException {
        return kept.all().containsKey(name) ? Optional.of(kept.text(name)) : Optional.empty();
    }

    @Override
    public void write(WatchChoice choice) throws ProblemException {
        var text = new WrittenObject().text("format", FORMAT);
        choice.rules().ifPresent(path -> text.text("rules", path));
        choice.targets().ifPresent(path -> text.text("targets", path));
        try {
            WholeFile.replace(file, JsonPrinter.indented(text.value()).getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new ProblemException(
                    new Problem(
                            "What was chosen could not be kept in " + file + ": " + failed.getMessage() + ".",
                            "Nothing has changed.",
                            "Make the folder writable, then choose again."),
                    failed);
        }
    }
}
