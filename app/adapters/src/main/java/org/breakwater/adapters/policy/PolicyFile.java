package org.breakwater.adapters.policy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.breakwater.adapters.files.BoundedText;
import org.breakwater.adapters.files.WholeFile;
import org.breakwater.adapters.json.JsonText;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.policy.PersonalPolicy;
import org.breakwater.core.review.policy.PolicyFormat;
import org.breakwater.core.review.policy.PolicyStore;

/// A person's policy in a file of JSON, which they may edit. It is read anew each time, so that what they took out of
/// it
/// is not allowed a moment longer.
public record PolicyFile(Path file) implements PolicyStore {

    @Override
    public PersonalPolicy read() throws ProblemException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return PersonalPolicy.NONE;
        }
        var most = Math.toIntExact(PolicyFormat.LIMITS.bytes());
        return PolicyFormat.read(JsonText.parse(file.toString(), BoundedText.read(file, most), PolicyFormat.LIMITS));
    }

    @Override
    public void write(PersonalPolicy policy) throws ProblemException {
        try {
            WholeFile.replace(file, PolicyFormat.document(policy).getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new ProblemException(
                    new Problem(
                            "The policy could not be written to " + file + ": " + failed.getMessage() + ".",
                            "What was allowed before stays as it was.",
                            "Make the file and its folder writable."),
                    failed);
        }
    }
}
