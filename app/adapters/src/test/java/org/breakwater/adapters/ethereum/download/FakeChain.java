package org.breakwater.adapters.ethereum.download;

import static org.breakwater.adapters.ethereum.download.FakeNode.error;
import static org.breakwater.adapters.ethereum.download.FakeNode.result;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.breakwater.core.fact.ContractType;
import org.breakwater.core.fact.FollowedContract;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Word;
import tools.jackson.databind.JsonNode;

/// A short chain that a {@link FakeNode} serves: one log in each block, at index 3.
///
/// @param head height of the newest block
/// @param tellsTime whether logs say the time of their block
record FakeChain(long head, boolean tellsTime) {

    static final Address POOL = Address.parse("0x5fbdb2315678afecb367f032d93f642f64180aa3");
    static final List<FollowedContract> FOLLOWED =
            List.of(new FollowedContract(POOL, ContractType.POOL, 0, Optional.empty()));

    static FakeChain of(long head) {
        return new FakeChain(head, true);
    }

    FakeNode serve(FakeNode node) {
        return node.answer("eth_getBlockByNumber", this::block).answer("eth_getLogs", this::logs);
    }

    static Hash32 hash(long height) {
        return new Hash32(Word.of(0xb10c_0000L + height));
    }

    BlockRef ref(long height) {
        return new BlockRef(height, hash(height), Instant.ofEpochSecond(1_000 + height));
    }

    private String block(JsonNode parameters) {
        var height = parameters.get(0).asString();
        return switch (height) {
            case "latest" -> result(header(head));
            case "finalized" -> result(header(head / 2));
            default -> {
                var number = Long.decode(height);
                yield result(number <= head ? header(number) : "null");
            }
        };
    }

    String header(long height) {
        return "{\"number\":\"0x%x\",\"hash\":\"%s\",\"parentHash\":\"%s\",\"timestamp\":\"0x%x\",\"extraData\":\"0x\",\"transactions\":[]}"
                .formatted(height, hash(height), hash(height - 1), 1_000 + height);
    }

    private String logs(JsonNode parameters) {
        var filter = parameters.get(0);
        if (filter.has("blockHash")) {
            return LongStream.rangeClosed(0, head)
                    .filter(height -> hash(height)
                            .toString()
                            .equals(filter.get("blockHash").asString()))
                    .mapToObj(height -> result("[" + log(height) + "]"))
                    .findFirst()
                    .orElse(error(-32000, "unknown block"));
        }
        return result(logs(
                Long.decode(filter.get("fromBlock").asString()),
                Long.decode(filter.get("toBlock").asString())));
    }

    String logs(long from, long to) {
        var logs = new ArrayList<String>();
        for (long height = from; height <= Math.min(to, head); height++) {
            logs.add(log(height));
        }
        return "[" + String.join(",", logs) + "]";
    }

    String log(long height) {
        var time = tellsTime ? "\"blockTimestamp\":\"0x%x\",".formatted(1_000 + height) : "";
        return ("{\"address\":\"%s\",\"topics\":[\"%s\"],\"data\":\"0x0102\",\"blockHash\":\"%s\",\"blockNumber\":\"0x%x\","
                        + time
                        + "\"transactionHash\":\"%s\",\"transactionIndex\":\"0x0\",\"logIndex\":\"0x3\",\"removed\":false}")
                .formatted(POOL.bytes(), hash(7), hash(height), height, hash(height + 1_000_000));
    }
}
