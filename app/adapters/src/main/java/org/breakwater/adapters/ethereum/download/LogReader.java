package org.breakwater.adapters.ethereum.download;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.breakwater.core.chain.ChainLog;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads the result of `eth_getLogs`: a list of logs. Fields that a log does not need are passed over; a needed one
/// that
/// is missing, malformed or there twice refuses the whole list.
final class LogReader {

    private static final int ADDRESS = 1;
    private static final int TOPICS = 1 << 1;
    private static final int DATA = 1 << 2;
    private static final int BLOCK_HASH = 1 << 3;
    private static final int BLOCK_NUMBER = 1 << 4;
    private static final int TRANSACTION = 1 << 5;
    private static final int INDEX = 1 << 6;
    private static final int NEEDED = (1 << 7) - 1;
    private static final int TIME = 1 << 7;
    private static final int REMOVED = 1 << 8;

    private int seen;
    private @Nullable Address address;
    private List<Hash32> topics = List.of();
    private Bytes data = Bytes.EMPTY;
    private @Nullable Hash32 blockHash;
    private long height;
    private long time;
    private @Nullable Hash32 transaction;
    private int index;

    private LogReader() {}

    static List<ReceivedLog> read(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new MalformedAnswerException("the logs are no list");
        }
        var reader = new LogReader();
        var logs = new ArrayList<ReceivedLog>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            logs.add(reader.log(parser));
        }
        return logs;
    }

    private ReceivedLog log(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new MalformedAnswerException("a log is no object");
        }
        seen = 0;
        time = ReceivedLog.NO_TIME;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var field = parser.currentName();
            parser.nextToken();
            field(parser, field);
        }
        if ((seen & NEEDED) != NEEDED || address == null || blockHash == null || transaction == null) {
            throw new MalformedAnswerException("a log lacks a field");
        }
        return new ReceivedLog(height, blockHash, time, transaction, index, address, topics, data);
    }

    private void field(JsonParser parser, String field) throws IOException {
        switch (field) {
            case "address" -> {
                once(ADDRESS, field);
                address = HexText.address(parser, "the address of a log");
            }
            case "topics" -> {
                once(TOPICS, field);
                topics = topics(parser);
            }
            case "data" -> {
                once(DATA, field);
                data = HexText.upTo(parser, "the data of a log", ChainLog.MOST_DATA);
            }
            case "blockHash" -> {
                once(BLOCK_HASH, field);
                blockHash = shared(blockHash, HexText.hash(parser, "the block of a log"));
            }
            case "blockNumber" -> {
                once(BLOCK_NUMBER, field);
                height = HexText.quantity(parser, "the height of a log");
            }
            case "transactionHash" -> {
                once(TRANSACTION, field);
                transaction = shared(transaction, HexText.hash(parser, "the transaction of a log"));
            }
            case "logIndex" -> {
                once(INDEX, field);
                index = index(parser);
            }
            case "blockTimestamp" -> {
                once(TIME, field);
                time = time(parser);
            }
            case "removed" -> {
                once(REMOVED, field);
                if (parser.currentToken() != JsonToken.VALUE_FALSE) {
                    throw new MalformedAnswerException("a log is marked as removed");
                }
            }
            default -> parser.skipChildren();
        }
    }

    private void once(int field, String name) throws MalformedAnswerException {
        if ((seen & field) != 0) {
            throw new MalformedAnswerException("a log has two fields “" + name + "”");
        }
        seen |= field;
    }

    private static List<Hash32> topics(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new MalformedAnswerException("the topics of a log are no list");
        }
        var topics = new ArrayList<Hash32>(ChainLog.MOST_TOPICS);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (topics.size() == ChainLog.MOST_TOPICS) {
                throw new MalformedAnswerException("a log has more than 4 topics");
            }
            topics.add(HexText.hash(parser, "a topic of a log"));
        }
        return topics;
    }

    private static int index(JsonParser parser) throws IOException {
        var index = HexText.quantity(parser, "the index of a log");
        if (index > Integer.MAX_VALUE) {
            throw new MalformedAnswerException("the index of a log is larger than any can be");
        }
        return (int) index;
    }

    /// Endpoints that do not know the time leave the field out or say `null`.
    private static long time(JsonParser parser) throws IOException {
        return parser.currentToken() == JsonToken.VALUE_NULL
                ? ReceivedLog.NO_TIME
                : BlockReader.time(parser, "the time of a log");
    }

    /// Logs come by block and transaction: most hashes are the one before.
    private static Hash32 shared(@Nullable Hash32 before, Hash32 now) {
        return before != null && before.equals(now) ? before : now;
    }
}
