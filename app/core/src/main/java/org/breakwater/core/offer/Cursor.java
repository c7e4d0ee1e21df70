package org.breakwater.core.offer;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;

/// Where a list goes on: after which entry, and on which branch of the chain that was said. To those who use it an
/// opaque
/// text; each has one only.
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

    private static final byte VERSION = 1;
    private static final int BYTES = 2 + Long.BYTES + Hash32.LENGTH + Long.BYTES;

    /// Characters of its text.
    public static final int LENGTH = Math.ceilDiv(BYTES * 8, 6);

    public Cursor {
        if (block < 0 || position < 0) {
            throw new IllegalArgumentException("a cursor counts from 0");
        }
    }

    @Override
    public String toString() {
        var bytes = ByteBuffer.allocate(BYTES)
                .put(VERSION)
                .put((byte) list.ordinal())
                .putLong(block)
                .put(hash.bytes().toArray())
                .putLong(position);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /// Reads a text that a cursor gave; nothing for any other text.
    public static Optional<Cursor> parse(String text) {
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        try {
            return read(Base64.getUrlDecoder().decode(text))
                    .filter(cursor -> cursor.toString().equals(text));
        } catch (IllegalArgumentException noCursor) {
            return Optional.empty();
        }
    }

    private static Optional<Cursor> read(byte[] bytes) {
        if (bytes.length != BYTES || bytes[0] != VERSION || bytes[1] < 0 || bytes[1] >= Kind.values().length) {
            return Optional.empty();
        }
        var numbers = ByteBuffer.wrap(bytes);
        var hash = Arrays.copyOfRange(bytes, 2 + Long.BYTES, 2 + Long.BYTES + Hash32.LENGTH);
        return Optional.of(new Cursor(
                Kind.values()[bytes[1]],
                numbers.getLong(2),
                new Hash32(Bytes.of(hash)),
                numbers.getLong(2 + Long.BYTES + Hash32.LENGTH)));
    }
}
