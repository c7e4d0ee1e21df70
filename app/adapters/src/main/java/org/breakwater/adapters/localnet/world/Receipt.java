package org.breakwater.adapters.localnet.world;

import com.esaulpaugh.headlong.abi.Event;
import com.esaulpaugh.headlong.abi.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breakwater.adapters.ethereum.ContractAbi;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import tools.jackson.databind.JsonNode;

/// What a mined transaction left behind.
///
/// @param created the contract that it created, if it did
record Receipt(Hash32 transaction, boolean succeeded, long gasUsed, Optional<Address> created, List<Log> logs) {

    Receipt {
        logs = List.copyOf(logs);
    }

    /// One log.
    record Log(Address emitter, List<Hash32> topics, Bytes data) {}

    static Receipt of(JsonNode node) {
        var logs = new ArrayList<Log>();
        for (var log : node.required("logs")) {
            var topics = new ArrayList<Hash32>();
            log.required("topics").forEach(topic -> topics.add(Hash32.fromHex(topic.asString())));
            logs.add(new Log(
                    Address.parse(log.required("address").asString()),
                    topics,
                    Bytes.fromHex(log.required("data").asString())));
        }
        var created = node.path("contractAddress").asString("");
        return new Receipt(
                Hash32.fromHex(node.required("transactionHash").asString()),
                node.required("status").asString().equals("0x1"),
                Long.decode(node.required("gasUsed").asString()),
                created.isEmpty() ? Optional.empty() : Optional.of(Address.parse(created)),
                logs);
    }

    /// A contract's events of one name, in order.
    List<Fields> events(Contract contract, String name) {
        var event = contract.abi().event(name);
        var topic = ContractAbi.topic(event);
        return logs.stream()
                .filter(log -> log.emitter().equals(contract.address()))
                .filter(log ->
                        !log.topics().isEmpty() && log.topics().getFirst().equals(topic))
                .map(log -> decoded(event, log))
                .toList();
    }

    /// The only event of that name.
    Fields event(Contract contract, String name) {
        var events = events(contract, name);
        if (events.size() != 1) {
            throw new IllegalStateException(transaction + " has " + events.size() + " events " + name);
        }
        return events.getFirst();
    }

    private static Fields decoded(Event<Tuple> event, Log log) {
        var topics = log.topics().stream().map(topic -> topic.bytes().toArray()).toArray(byte[][]::new);
        return new Fields(event.getInputs(), event.decodeArgs(topics, log.data().toArray()));
    }
}
