package org.breakwater.core.text;

import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;

/// A text that the chain knows by its hash, after the hash of what was handed over for it was computed here. The words
/// are those of whoever wrote them, and are never taken for more.
public sealed interface CheckedText {

    /// The hash that the chain has.
    Hash32 hash();

    /// What was handed over has the hash.
    record Verified(Hash32 hash, String content) implements CheckedText {}

    /// What was handed over is another text than the one that was meant.
    ///
    /// @param actual hash of what was handed over
    record Different(Hash32 hash, String content, Hash32 actual) implements CheckedText {}

    /// Nobody handed anything over.
    record Missing(Hash32 hash) implements CheckedText {}

    static CheckedText of(TextLibrary texts, Hash32 hash) {
        return texts.served(hash)
                .<CheckedText>map(content -> checked(hash, content))
                .orElseGet(() -> new Missing(hash));
    }

    private static CheckedText checked(Hash32 hash, String content) {
        var actual = Keccak.hash(content);
        return actual.equals(hash) ? new Verified(hash, content) : new Different(hash, content, actual);
    }
}
