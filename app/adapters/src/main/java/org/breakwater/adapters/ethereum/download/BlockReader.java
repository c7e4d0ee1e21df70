package org.breakwater.adapters.ethereum.download;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.breakwater.core.index.BlockHeader;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Hash32;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads the result of `eth_getBlockByNumber`: a block without its transactions' contents, or `null`.
final class BlockReader {

    /// Seconds until the year 10000, beyond which no block's time lies.
    private static final long LAST_TIME = 253_402_300_799L;

    private @Nullable Hash32 hash;
    private @Nullable Hash32 parent;
    private long height = -1;
    private long time = -1;

    private BlockReader() {}

    static Optional<BlockHeader> read(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return Optional.empty();
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new MalformedAnswerException("the block is no object");
        }
        return Optional.of(new BlockReader().header(parser));
    }

    /// Seconds since 1970.
    static long time(JsonParser parser, String what) throws IOException {
        var time = HexText.quantity(parser, what);
        if (time > LAST_TIME) {
            throw new MalformedAnswerException(what + " is later than any can be");
        }
        return time;
    }

    private BlockHeader header(JsonParser parser) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "hash" -> hash = once(hash, HexText.hash(parser, "the hash of a block"));
                case "parentHash" -> parent = once(parent, HexText.hash(parser, "the parent of a block"));
                case "number" -> height = once(height, HexText.quantity(parser, "the height of a block"));
                case "timestamp" -> time = once(time, time(parser, "the time of a block"));
                case null, default -> parser.skipChildren();
            }
        }
        if (hash == null || parent == null || height < 0 || time < 0) {
            throw new MalformedAnswerException("a block lacks a field");
        }
        return new BlockHeader(new BlockRef(height, hash, Instant.ofEpochSecond(time)), parent);
    }

    private static Hash32 once(@Nullable Hash32 before, Hash32 now) throws MalformedAnswerException {
        if (before != null) {
            throw new MalformedAnswerException("a block has a field twice");
        }
        return now;
    }

    private static long once(long before, long now) throws MalformedAnswerException {
        if (before >= 0) {
            throw new MalformedAnswerException("a block has a field twice");
        }
        return now;
    }
}
