package org.breakwater.adapters.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.breakwater.adapters.files.SetAside;
import org.breakwater.core.index.IndexException;
import org.breakwater.core.index.StoreFault;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;

/// Opens stores without which people can do their work: where the file is damaged, cannot be read or is something else,
/// it is set aside and an empty one is begun. What is in use, full, newer or only to be read is refused as ever.
public final class BegunAnew {

    /// What SQLite keeps beside a file. Beside another file it would be taken for that one's.
    private static final List<String> BESIDE = List.of("-wal", "-shm", "-journal");

    private BegunAnew() {}

    /// How a store is opened.
    @FunctionalInterface
    public interface Opening<T> {
        T open(Path file) throws ProblemException;
    }

    /// @param said told what was set aside, and where it is now
    public static <T> T where(Path file, Opening<T> opening, Consumer<Problem> said) throws ProblemException {
        try {
            if (leadsNowhere(file)) {
                return anew(
                        file,
                        opening,
                        Problem.of(file + " leads to a file that is not there.", "Put that file back."),
                        said);
            }
            if (Files.exists(file) && !Files.isReadable(file)) {
                return anew(file, opening, Problem.of(file + " may not be read.", "Look at its rights."), said);
            }
            return opening.open(file);
        } catch (ProblemException refused) {
            if (!isDamage(refused)) {
                throw refused;
            }
            return anew(file, opening, refused.problem(), said);
        }
    }

    private static <T> T anew(Path file, Opening<T> opening, Problem why, Consumer<Problem> said)
            throws ProblemException {
        var aside = moved(file);
        if (aside.isEmpty()) {
            throw new ProblemException(why);
        }
        var opened = opening.open(file);
        said.accept(new Problem(
                why.happened(),
                "It was set aside as " + aside.get().getFileName() + ", and an empty one was begun.",
                "Close the console before you bring back a copy of the file. Check the disk."));
        return opened;
    }

    private static Optional<Path> moved(Path file) throws ProblemException {
        var aside = SetAside.move(file);
        if (aside.isPresent()) {
            for (var ending : BESIDE) {
                follow(file, aside.get(), ending);
            }
        }
        return aside;
    }

    private static void follow(Path file, Path aside, String ending) throws ProblemException {
        var beside = file.resolveSibling(file.getFileName() + ending);
        try {
            if (Files.exists(beside)) {
                Files.move(beside, aside.resolveSibling(aside.getFileName() + ending));
            }
        } catch (IOException stays) {
            throw new ProblemException(
                    Problem.of(beside + " belongs to a damaged file and could not be moved.", "Move it away."), stays);
        }
    }

    private static boolean leadsNowhere(Path file) {
        return Files.isSymbolicLink(file) && Files.notExists(file);
    }

    private static boolean isDamage(ProblemException refused) {
        return refused.getCause() instanceof IndexException cause
                && (cause.fault() instanceof StoreFault.Corrupt || cause.fault() instanceof StoreFault.NotAnIndex);
    }
}
