package org.breakwater.core.offer;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Word;

/// Where a list goes on: after which entry, and on which branch of the chain that was said. To those who use it an
/// opaque text; each has one only.
///
/// @param list that it belongs to
/// @param block height of a block with events; while it stands, the cursor does
/// @param hash of that block
/// @param position of the last entry that was given: its number, or for events its place in the block
public record Cursor(Kind list, long block, Hash32 hash, long position) {

    /// What is listed.
    public enum Kind {
        POLICIES,
        CLAIMS,
        INCIDENTS,
        EVENTS
    }

    /// A cursor names one by its place here.
    private static final List<Kind> KINDS = List.of(Kind.values());

    private static final byte VERSION = 1;
    private static final int BLOCK = 2;
    private static final int HASH = BLOCK + Long.BYTES;
    private static final int POSITION = HASH + Hash32.LENGTH;
    private static final int BYTES = POSITION + Long.BYTES;

    /// Characters of its text.
    public static final int LENGTH = Math.ceilDiv(BYTES * 8, 6);

    public Cursor {
        if (block < 0 || position < 0) {
            throw new IllegalArgumentException("a cursor counts from 0");
        }
    }

    @Override
    public String toString() {
        var bytes = Bytes.concat(
                Bytes.of(new byte[] {VERSION, (byte) KINDS.indexOf(list)}),
                number(block),
                hash.bytes(),
                number(position));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toArray());
    }

    private static Bytes number(long number) {
        return Word.of(number).slice(Word.LENGTH - Long.BYTES, Word.LENGTH);
    }

    /// Reads a text that a cursor gave; nothing for any other text.
    public static Optional<Cursor> parse(String text) {
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        try {
            return read(Bytes.of(Base64.getUrlDecoder().decode(text)))
                    .filter(cursor -> cursor.toString().equals(text));
        } catch (IllegalArgumentException noCursor) {
            return Optional.empty();
        }
    }

    private static Optional<Cursor> read(Bytes bytes) {
        if (bytes.length() != BYTES || bytes.at(0) != VERSION || bytes.at(1) >= KINDS.size()) {
            return Optional.empty();
        }
        return Optional.of(new Cursor(
                KINDS.get(bytes.at(1)),
                bytes.slice(BLOCK, HASH).toUnsigned().longValue(),
                new Hash32(bytes.slice(HASH, POSITION)),
                bytes.slice(POSITION, BYTES).toUnsigned().longValue()));
    }
}
