package org.breakwater.adapters.webhook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.breakwater.adapters.files.BoundedText;
import org.breakwater.core.delivery.Secret;
import org.breakwater.core.delivery.SecretPlace;
import org.breakwater.core.delivery.Secrets;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;

/// Secrets in the environment, in files that their owner alone may read, and in what systemd hands over. Nothing that
/// is said here holds one.
///
/// @param environment of this program
public record PlacedSecrets(Map<String, String> environment) implements Secrets {

    private static final int MOST_BYTES = 4 << 10;

    /// Names the folder of credentials.
    private static final String CREDENTIALS = "CREDENTIALS_DIRECTORY";

    private static final Set<PosixFilePermission> OWNERS =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    @Override
    public Secret read(SecretPlace place) throws ProblemException {
        var text = switch (place) {
            case SecretPlace.Environment(var name) -> environment.getOrDefault(name, "");
            case SecretPlace.OwnFile(var path) -> file(Path.of(path), OWNERS);
            case SecretPlace.Credential(var name) -> credential(name);
        };
        var secret = text.strip();
        if (secret.isEmpty()) {
            throw new ProblemException(
                    Problem.of("There is no secret in " + place.words() + ".", "Put it there, then start again."));
        }
        if (!secret.chars().allMatch(character -> character > ' ' && character < 0x7f)) {
            throw new ProblemException(Problem.of(
                    "The secret in " + place.words() + " holds characters that a secret does not have.",
                    "Use one line of letters, digits and signs."));
        }
        return new Secret(secret);
    }

    private String credential(String name) throws ProblemException {
        var folder = environment.getOrDefault(CREDENTIALS, "");
        if (folder.isEmpty()) {
            throw new ProblemException(Problem.of(
                    "The credential " + name + " was not handed over: " + CREDENTIALS + " is not set.",
                    "Name it in the service's LoadCredential, or use another place for the secret."));
        }
        // systemd may let the service in by an access list, which shows as a right of the group.
        var allowed = new HashSet<>(OWNERS);
        allowed.add(PosixFilePermission.GROUP_READ);
        return file(Path.of(folder).resolve(name), allowed);
    }

    private static String file(Path path, Set<PosixFilePermission> allowed) throws ProblemException {
        try {
            var modes = Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
            if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)
                    && !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                throw new ProblemException(
                        Problem.of(path + " is no file by itself.", "Name the file that holds the secret."));
            }
            if (modes != null
                    && Files.exists(path, LinkOption.NOFOLLOW_LINKS)
                    && !allowed.containsAll(modes.readAttributes().permissions())) {
                throw new ProblemException(new Problem(
                        "Others may read the secret in " + path + ".",
                        "It may be known to them already.",
                        "Make another secret, and take their rights away, as with chmod 600."));
            }
            return BoundedText.read(path, MOST_BYTES);
        } catch (IOException failed) {
            throw new ProblemException(
                    Problem.of(path + " could not be read: " + failed.getMessage() + ".", "Check the path."), failed);
        }
    }
}
