package org.breakwater.adapters.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.breakwater.core.problem.Problem;

/// Moves what cannot be read out of the way, so that it neither keeps the window shut nor is lost.
public final class SetAside {

    private static final String ENDING = ".unreadable";
    private static final int MOST = 100;

    private SetAside() {}

    /// Settings that are to be chosen again.
    ///
    /// @param why it could not be read, a sentence
    /// @param meaning what that means, a sentence
    public static Problem settings(Path file, String why, String meaning) {
        return new Problem(
                "The settings in " + file + " could not be read. " + why,
                meaning,
                move(file)
                        .map(aside ->
                                "The file was set aside as " + aside.getFileName() + ". Choose again in Settings.")
                        .orElse("Move it away, then choose again in Settings."));
    }

    /// Under the first name that is free. A link is moved itself, and not what it leads to.
    ///
    /// @return where it is now; empty where it could not be moved
    public static Optional<Path> move(Path file) {
        for (int i = 1; i <= MOST; i++) {
            var aside = file.resolveSibling(file.getFileName() + ENDING + (i == 1 ? "" : "-" + i));
            if (!Files.exists(aside, LinkOption.NOFOLLOW_LINKS)) {
                try {
                    return Optional.of(Files.move(file, aside));
                } catch (IOException stays) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }
}
