package org.breakwater.adapters.files;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;

/// Folders in which this program keeps what is its user's alone (mode 0700) where the file system knows modes.
public final class PrivateFolder {

    private static final String MODE = "rwx------";

    private PrivateFolder() {}

    /// Makes a folder, with those above it, where there is none.
    ///
    /// @throws ProblemException where it cannot be made, is no folder, or others may write to it
    public static Path make(Path folder) throws ProblemException {
        var path = folder.toAbsolutePath();
        try {
            Files.createDirectories(path, ownerOnly(path));
            requireOwn(path);
            return path;
        } catch (FileAlreadyExistsException file) {
            throw new ProblemException(
                    Problem.of(path + " is no folder.", "Move that file away, or choose another folder."), file);
        } catch (IOException failed) {
            throw new ProblemException(
                    new Problem(
                            "The folder " + path + " could not be made: " + failed.getMessage() + ".",
                            "What is read from the network is kept there.",
                            "Make the folder above it writable."),
                    failed);
        }
    }

    private static void requireOwn(Path path) throws IOException, ProblemException {
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new ProblemException(Problem.of(
                    path + " leads somewhere else.", "Put a folder there, so that nobody can exchange what is kept."));
        }
        var modes = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (modes == null) {
            return;
        }
        var allowed = modes.readAttributes().permissions();
        if (allowed.contains(PosixFilePermission.GROUP_WRITE) || allowed.contains(PosixFilePermission.OTHERS_WRITE)) {
            throw new ProblemException(new Problem(
                    "Others may write to the folder " + path + ".",
                    "They could exchange what this program believes to have read itself.",
                    "Take that right away, as with chmod 700, and start again."));
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(Set.copyOf(PosixFilePermissions.fromString(MODE)))
                }
                : new FileAttribute<?>[0];
    }
}
