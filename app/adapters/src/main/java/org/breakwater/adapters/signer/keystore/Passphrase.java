package org.breakwater.adapters.signer.keystore;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;

/// A passphrase in UTF-8, gone from memory when it is closed. It is never a `String`.
final class Passphrase implements AutoCloseable {

    /// Longer than anybody types.
    private static final int MOST = 1_000;

    private final byte[] bytes;

    private Passphrase(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Takes a passphrase over: the characters are wiped, whatever happens.
    static Passphrase take(char[] characters) throws ProblemException {
        try {
            if (characters.length > MOST) {
                throw new ProblemException(
                        Problem.of("A passphrase has at most " + MOST + " characters.", "Check what was pasted."));
            }
            return new Passphrase(encoded(characters));
        } catch (CharacterCodingException halfCharacter) {
            throw new ProblemException(
                    Problem.of("The passphrase holds half a character.", "Type it again."), halfCharacter);
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    private static byte[] encoded(char[] characters) throws CharacterCodingException {
        var encoder = StandardCharsets.UTF_8.newEncoder();
        var buffer = ByteBuffer.allocate((int) Math.ceil(encoder.maxBytesPerChar() * (double) characters.length));
        try {
            var result = encoder.encode(CharBuffer.wrap(characters), buffer, true);
            if (!result.isUnderflow()) {
                result.throwException();
            }
            return Arrays.copyOf(buffer.array(), buffer.position());
        } finally {
            Arrays.fill(buffer.array(), (byte) 0);
        }
    }

    /// The bytes themselves, not a copy.
    byte[] bytes() {
        return bytes;
    }

    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public String toString() {
        return "a passphrase";
    }
}
