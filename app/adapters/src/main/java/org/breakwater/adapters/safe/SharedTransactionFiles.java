package org.breakwater.adapters.safe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.breakwater.adapters.files.BoundedText;
import org.breakwater.adapters.files.WholeFile;
import org.breakwater.core.exchange.SharedTransaction;
import org.breakwater.core.exchange.SharedTransactionFormat;
import org.breakwater.core.exchange.SharedTransactionReader;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;

/// Safe transactions in files on this machine, as their owners hand them to each other.
public final class SharedTransactionFiles {

    private final SharedTransactionReader reader;

    public SharedTransactionFiles(SharedTransactionReader reader) {
        this.reader = reader;
    }

    public SharedTransaction read(Path path) throws ProblemException {
        var most = Math.toIntExact(SharedTransactionFormat.LIMITS.bytes() * 2);
        return reader.read(path.toString(), BoundedText.read(path, most));
    }

    /// Writes a transaction; a file that is there is replaced.
    public void write(Path path, SharedTransaction shared) throws ProblemException {
        try {
            WholeFile.replace(path, SharedTransactionFormat.document(shared).getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new ProblemException(
                    Problem.of(
                            "The transaction could not be written to " + path + ": " + failed.getMessage() + ".",
                            "Choose another place."),
                    failed);
        }
    }

    /// Adds to a file what a transaction has and the file has not, so that nothing that was in it is lost.
    ///
    /// @return what the file holds now
    public SharedTransaction add(Path path, SharedTransaction shared) throws ProblemException {
        var merged = read(path).merged(shared);
        write(path, merged);
        return merged;
    }
}
