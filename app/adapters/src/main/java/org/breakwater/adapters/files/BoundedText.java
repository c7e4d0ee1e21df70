package org.breakwater.adapters.files;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;

/// Text in files, read within a bound.
public final class BoundedText {

    private BoundedText() {}

    /// @param most bytes
    public static String read(Path path, int most) throws ProblemException {
        var bytes = BoundedBytes.read(path, most);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException garbled) {
            throw new ProblemException(
                    Problem.of(path + " is not text in UTF-8.", "Check that it is the right file."), garbled);
        }
    }
}
