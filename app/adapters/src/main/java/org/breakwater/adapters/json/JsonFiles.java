package org.breakwater.adapters.json;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.breakwater.adapters.files.BoundedText;
import org.breakwater.core.json.JsonDocument;
import org.breakwater.core.json.JsonDocuments;
import org.breakwater.core.json.JsonLimits;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;

/// JSON documents in files. No more is read of a file than its limits allow, whatever size it claims to have.
public final class JsonFiles implements JsonDocuments {

    @Override
    public JsonDocument read(String path, JsonLimits limits) throws ProblemException {
        return JsonText.parse(path, BoundedText.read(file(path), Math.toIntExact(limits.bytes())), limits);
    }

    private static Path file(String path) throws ProblemException {
        try {
            return Path.of(path);
        } catch (InvalidPathException broken) {
            throw new ProblemException(
                    Problem.of(path + " could not be read: " + broken.getMessage() + ".", "Check the path."), broken);
        }
    }
}
