package org.breakwater.core.decoding;

import org.breakwater.core.problem.ProblemException;

/// What came of reading bytes from outside.
public sealed interface Decoding<T> {

    /// The bytes are the canonical encoding of a value.
    record Decoded<T>(T value) implements Decoding<T> {}

    /// They are not.
    record Refused<T>(Refusal refusal) implements Decoding<T> {}

    /// The value.
    ///
    /// @throws ProblemException where the bytes were refused
    default T required() throws ProblemException {
        return switch (this) {
            case Decoded<T>(var value) -> value;
            case Refused<T>(var refusal) -> throw new ProblemException(refusal.problem());
        };
    }

    /// Runs a decoder.
    static <T> Decoding<T> of(Decoder<T> decoder) {
        try {
            return new Decoded<>(decoder.decode());
        } catch (RefusedException refused) {
            return new Refused<>(refused.refusal());
        }
    }

    /// Reads bytes, or says why not.
    @FunctionalInterface
    interface Decoder<T> {
        T decode() throws RefusedException;
    }
}
