package org.breakwater.adapters.stress;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.breakwater.adapters.files.BoundedText;
import org.breakwater.adapters.files.WholeFile;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.stress.Assumptions;
import org.breakwater.core.stress.AssumptionsText;
import org.breakwater.core.stress.KeptAssumptions;

/// Keeps what somebody assumes beside the index of its network, in a file that a person can read.
public final class AssumptionsFile implements KeptAssumptions {

    /// A character has at most three bytes.
    private static final int MOST_BYTES = 3 * AssumptionsText.MOST;

    private final Path file;

    public AssumptionsFile(Path folder) {
        this.file = folder.resolve("assumptions.txt");
    }

    /// What any file says, in the form of the kept one.
    ///
    /// @throws ProblemException names the file, and the line that does not hold
    public static Assumptions read(Path file) throws ProblemException {
        var text = BoundedText.read(file, MOST_BYTES);
        try {
            return AssumptionsText.read(text);
        } catch (ProblemException refused) {
            throw new ProblemException(
                    Problem.of(
                            "The assumptions in " + file + " do not hold. "
                                    + refused.problem().happened(),
                            "Correct it there; nothing is assumed in its place."),
                    refused);
        }
    }

    @Override
    public Optional<String> read() throws ProblemException {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                ? Optional.of(BoundedText.read(file, MOST_BYTES))
                : Optional.empty();
    }

    @Override
    public void write(Optional<String> text) throws ProblemException {
        try {
            if (text.isPresent()) {
                WholeFile.replace(file, text.get().getBytes(StandardCharsets.UTF_8));
            } else {
                Files.deleteIfExists(file);
            }
        } catch (IOException failed) {
            throw new ProblemException(
                    new Problem(
                            "The assumptions could not be kept in " + file + ": " + failed.getMessage() + ".",
                            "Nothing has changed.",
                            "Make the folder writable, then try again."),
                    failed);
        }
    }
}
