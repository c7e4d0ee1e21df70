package org.breakwater.core.governor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.abi.AbiDecoder;
import org.breakwater.core.abi.AbiEncoder;
import org.breakwater.core.abi.AbiParameter;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.ElementaryType;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.decoding.Decoding;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;

/// The event by which a contract says that an act counts. Nothing else is its success: neither that a node took it nor
/// that a block has it.
///
/// @param by the contract that must emit it
/// @param event its name and parameters, those that are indexed first
/// @param indexed how many of the parameters are in topics
/// @param values that it must have; empty where any will do
public record Announcement(Address by, FunctionSignature event, int indexed, List<Optional<AbiValue>> values) {

    /// An event as a receipt has it.
    public record Logged(Address by, List<Hash32> topics, Bytes data) {
        public Logged {
            topics = List.copyOf(topics);
        }
    }

    public Announcement {
        values = List.copyOf(values);
        if (values.size() != event.parameters().size() || indexed > values.size()) {
            throw new IllegalArgumentException(event + " has other parameters");
        }
    }

    /// @param values one for each parameter; null-free: an {@link Any} where the value does not matter
    static Announcement of(Address by, String event, int indexed, Object... values) {
        return new Announcement(
                by,
                FunctionSignature.parse(event),
                indexed,
                Arrays.stream(values)
                        .map(value ->
                                value instanceof AbiValue wanted ? Optional.of(wanted) : Optional.<AbiValue>empty())
                        .toList());
    }

    /// Stands for any value.
    enum Any {
        ANY
    }

    /// The event's name.
    public String name() {
        return event.name();
    }

    private Hash32 topic() {
        return Keccak.hash(event.canonical());
    }

    /// Whether one of the events says it.
    public boolean isIn(List<Logged> events) {
        return events.stream().anyMatch(this::isSaidBy);
    }

    private boolean isSaidBy(Logged logged) {
        return logged.by().equals(by)
                && logged.topics().size() == indexed + 1
                && logged.topics().getFirst().equals(topic())
                && topicsAgree(logged.topics())
                && dataAgree(logged.data());
    }

    private boolean topicsAgree(List<Hash32> topics) {
        for (int i = 0; i < indexed; i++) {
            var wanted = values.get(i);
            if (wanted.isPresent() && !topics.get(i + 1).bytes().equals(word(i, wanted.get()))) {
                return false;
            }
        }
        return true;
    }

    private Bytes word(int parameter, AbiValue value) {
        return AbiEncoder.word(
                (ElementaryType) event.parameters().get(parameter).type(), value);
    }

    private boolean dataAgree(Bytes data) {
        var parameters = new ArrayList<AbiParameter>(event.parameters().subList(indexed, values.size()));
        if (!(AbiDecoder.values(parameters, event.name(), data) instanceof Decoding.Decoded(var decoded))) {
            return false;
        }
        for (int i = 0; i < decoded.size(); i++) {
            var wanted = values.get(indexed + i);
            if (wanted.isPresent() && !wanted.get().equals(decoded.get(i).value())) {
                return false;
            }
        }
        return true;
    }
}
