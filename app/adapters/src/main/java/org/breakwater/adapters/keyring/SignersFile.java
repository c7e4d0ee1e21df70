package org.breakwater.adapters.keyring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.breakwater.adapters.files.BoundedText;
import org.breakwater.adapters.files.ExclusiveFile;
import org.breakwater.adapters.files.PrivateFolder;
import org.breakwater.adapters.files.WholeFile;
import org.breakwater.adapters.json.JsonText;
import org.breakwater.core.acting.KeptSigners;
import org.breakwater.core.acting.KeptSignersFormat;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;

/// The list of those who sign on this machine. Two consoles that change it at once lose nothing.
record SignersFile(Path folder) {

    private Path file() {
        return folder.resolve("signers.json");
    }

    KeptSigners read() throws ProblemException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return KeptSigners.NOBODY;
        }
        PrivateFolder.make(folder);
        return Files.exists(file(), LinkOption.NOFOLLOW_LINKS) ? readFile() : KeptSigners.NOBODY;
    }

    private KeptSigners readFile() throws ProblemException {
        try {
            var text = BoundedText.read(file(), Math.toIntExact(KeptSignersFormat.LIMITS.bytes()));
            return KeptSignersFormat.read(JsonText.parse(file().toString(), text, KeptSignersFormat.LIMITS), text);
        } catch (ProblemException refused) {
            throw new ProblemException(
                    new Problem(
                            "The list of signers cannot be used. "
                                    + refused.problem().happened(),
                            "Nobody signs here until it can.",
                            "Move the file away and add the signers again: keys are in files of their own, which"
                                    + " stay."),
                    refused);
        }
    }

    /// Changes what is written down now, whoever wrote it.
    KeptSigners change(UnaryOperator<KeptSigners> change) throws ProblemException {
        PrivateFolder.make(folder);
        return ExclusiveFile.change(file(), () -> {
            var changed = changed(read(), change);
            write(changed);
            return changed;
        });
    }

    private static KeptSigners changed(KeptSigners before, UnaryOperator<KeptSigners> change) throws ProblemException {
        try {
            return change.apply(before);
        } catch (IllegalArgumentException refused) {
            throw new ProblemException(
                    Problem.of(
                            "This cannot be written down: " + refused.getMessage() + ".", "Enter it in another way."),
                    refused);
        }
    }

    private void write(KeptSigners kept) throws ProblemException {
        try {
            WholeFile.replace(file(), KeptSignersFormat.document(kept).getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new ProblemException(
                    new Problem(
                            "The list of signers could not be written to " + file() + ": " + failed.getMessage() + ".",
                            "It stays as it was.",
                            "Make the folder writable, then try again."),
                    failed);
        }
    }
}
