package org.breakwater.adapters.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Writes files that are there whole or not at all, and that their owner alone may read and write (mode 0600) where the
/// file system knows modes.
public final class WholeFile {

    private static final String MODE = "rw-------";

    private WholeFile() {}

    /// Writes a file in place of the one that may be there.
    public static void replace(Path path, byte[] content) throws IOException {
        var beside = beside(path, content);
        try {
            move(beside, path);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /// Writes a file where there is none.
    ///
    /// @throws FileAlreadyExistsException where there is one
    public static void create(Path path, byte[] content) throws IOException {
        var beside = beside(path, content);
        try {
            // A link, unlike a move, never takes the place of a file that came in the meantime.
            link(beside, path);
        } finally {
            Files.deleteIfExists(beside);
        }
        syncFolder(path);
    }

    private static void link(Path beside, Path path) throws IOException {
        try {
            Files.createLink(path, beside);
        } catch (FileAlreadyExistsException there) {
            throw there;
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            if (Files.exists(path)) {
                throw new FileAlreadyExistsException(path.toString());
            }
            move(beside, path);
        }
    }

    private static void move(Path beside, Path path) throws IOException {
        try {
            Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException onlyWithin) {
            Files.move(beside, path, StandardCopyOption.REPLACE_EXISTING);
        }
        syncFolder(path);
    }

    /// A file with the content in the same folder, on the disk.
    private static Path beside(Path path, byte[] content) throws IOException {
        var folder = folder(path);
        var beside = Files.createTempFile(folder, "." + path.getFileName(), ".part", ownerOnly(path));
        try (var channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
            var rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
            return beside;
        } catch (IOException failed) {
            Files.deleteIfExists(beside);
            throw failed;
        }
    }

    private static Path folder(Path path) {
        var folder = path.toAbsolutePath().getParent();
        return folder == null ? path.toAbsolutePath() : folder;
    }

    /// What makes a file beside another its owner's alone.
    static FileAttribute<?>[] ownerOnly(Path path) throws IOException {
        return Files.getFileStore(folder(path)).supportsFileAttributeView(PosixFileAttributeView.class)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(Set.copyOf(PosixFilePermissions.fromString(MODE)))
                }
                : new FileAttribute<?>[0];
    }

    /// Brings the file's name to the disk, where the system lets a folder be opened.
    private static void syncFolder(Path path) {
        try (var channel = FileChannel.open(folder(path), StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notHere) {
            // Windows opens no folders; the name is then as safe as the file system makes it.
        }
    }
}
