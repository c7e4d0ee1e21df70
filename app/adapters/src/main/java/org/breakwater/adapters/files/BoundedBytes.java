package org.breakwater.adapters.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;

/// What is in files. No more is read of a file than a bound allows, whatever size it claims to have.
public final class BoundedBytes {

    private BoundedBytes() {}

    /// @param most bytes
    public static byte[] read(Path path, int most) throws ProblemException {
        try (var file = Files.newInputStream(path)) {
            var bytes = file.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new ProblemException(
                        Problem.of(path + " is larger than " + most + " bytes.", "Check that it is the right file."));
            }
            return bytes;
        } catch (NoSuchFileException missing) {
            throw new ProblemException(Problem.of("There is no file at " + path + ".", "Check the path."), missing);
        } catch (IOException broken) {
            throw new ProblemException(
                    Problem.of(path + " could not be read: " + broken.getMessage() + ".", "Check the path."), broken);
        }
    }
}
