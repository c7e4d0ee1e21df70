package org.breakwater.core.review.chain;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;

/// What a call did when it was run without keeping it.
///
/// @param succeeded whether the outermost call did not revert
/// @param returned what it returned, or the reason why it reverted
/// @param events in the order in which they were emitted
/// @param before of each word of storage that changed
/// @param after of each word of storage that changed
/// @param balances by how much each account's own money changed, wei
/// @param gas that it used
public record Simulation(
        boolean succeeded,
        Bytes returned,
        List<Event> events,
        Map<Word, Hash32> before,
        Map<Word, Hash32> after,
        Map<Address, BigInteger> balances,
        BigInteger gas) {

    public Simulation {
        events = List.copyOf(events);
        before = Map.copyOf(before);
        after = Map.copyOf(after);
        balances = Map.copyOf(balances);
    }

    /// Where a word of storage is.
    public record Word(Address account, Hash32 slot) {}

    /// @param topics the first names the event's kind
    public record Event(Address contract, List<Hash32> topics, Bytes data) {
        public Event {
            topics = List.copyOf(topics);
        }
    }

    /// Whether a word of storage is another afterwards.
    public boolean changes(Address account, Hash32 slot) {
        return after.containsKey(new Word(account, slot));
    }
}
