package org.breakwater.adapters.policy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.breakwater.adapters.files.BoundedText;
import org.breakwater.adapters.files.ExclusiveFile;
import org.breakwater.adapters.files.WholeFile;
import org.breakwater.adapters.json.JsonText;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.policy.PersonalPolicy;
import org.breakwater.core.review.policy.PolicyFormat;
import org.breakwater.core.review.policy.PolicyStore;
import org.breakwater.core.value.Hash32;

/// A person's policy in a file of JSON, which they may read. It is read anew each time, so that what they took out of
/// it
/// is not allowed a moment longer. The link of its last recorded change stands in a second file, so that an older
/// policy
/// that is put in its place is found, and one that is taken away.
public record PolicyFile(Path file) implements PolicyStore {

    /// Bytes of a link and what an editor may add.
    private static final int MOST_HEAD = 100;

    @Override
    public PersonalPolicy read() throws ProblemException {
        var policy = Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? readFile() : PersonalPolicy.NONE;
        return Files.exists(head(), LinkOption.NOFOLLOW_LINKS)
                ? policy.with(policy.history().upTo(readHead()))
                : policy;
    }

    private PersonalPolicy readFile() throws ProblemException {
        var most = Math.toIntExact(PolicyFormat.LIMITS.bytes());
        return PolicyFormat.read(JsonText.parse(file.toString(), BoundedText.read(file, most), PolicyFormat.LIMITS));
    }

    private Path head() {
        return file.resolveSibling(file.getFileName() + ".last");
    }

    private Hash32 readHead() throws ProblemException {
        try {
            return Hash32.fromHex(BoundedText.read(head(), MOST_HEAD).strip());
        } catch (IllegalArgumentException malformed) {
            throw new ProblemException(
                    new Problem(
                            head() + " holds no link of a change.",
                            "Whether the policy is the person's own cannot be said.",
                            "Look at the policy; where it is right, delete that file."),
                    malformed);
        }
    }

    @Override
    public void change(Change change) throws ProblemException {
        ExclusiveFile.change(file, () -> {
            var changed = change.of(read());
            write(file, PolicyFormat.document(changed));
            write(head(), changed.history().newest() + "\n");
            return changed;
        });
    }

    @Override
    public String where() {
        return file.toString();
    }

    private static void write(Path path, String text) throws ProblemException {
        try {
            WholeFile.replace(path, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new ProblemException(
                    new Problem(
                            "The policy could not be written to " + path + ": " + failed.getMessage() + ".",
                            "What was allowed before stays as it was.",
                            "Make the file and its folder writable."),
                    failed);
        }
    }
}
