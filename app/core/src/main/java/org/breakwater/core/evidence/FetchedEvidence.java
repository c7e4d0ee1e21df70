package org.breakwater.core.evidence;

import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;

/// A piece of evidence whose bytes have the hash that was filed. There is no other way to make one.
public final class FetchedEvidence {

    private final Hash32 hash;
    private final Bytes bytes;
    private final String whence;
    private final String type;
    private final EvidenceContent content;

    private FetchedEvidence(Hash32 hash, Bytes bytes, String whence, String type) {
        this.hash = hash;
        this.bytes = bytes;
        this.whence = whence;
        this.type = type;
        this.content = EvidenceContent.of(bytes);
    }

    /// @param filed Keccak-256 that the chain has
    /// @param whence place or file, for sentences
    /// @param type what the place calls it; may be empty
    /// @throws EvidenceException for bytes with another hash
    public static FetchedEvidence checked(Hash32 filed, Bytes bytes, String whence, String type)
            throws EvidenceException {
        var actual = Keccak.hash(bytes);
        if (!actual.equals(filed)) {
            throw new EvidenceException(new EvidenceFault.Different(whence, filed, actual));
        }
        return new FetchedEvidence(filed, bytes, whence, type);
    }

    public Hash32 hash() {
        return hash;
    }

    public Bytes bytes() {
        return bytes;
    }

    public String whence() {
        return whence;
    }

    /// What the place calls it, which counts for nothing.
    public String type() {
        return type;
    }

    public EvidenceContent content() {
        return content;
    }

    /// Under which name it is saved: never one that somebody else chose, and none that a system would start.
    public String fileName() {
        return "evidence-" + hash.toString().substring(2, 14) + FileKind.ending(bytes);
    }
}
