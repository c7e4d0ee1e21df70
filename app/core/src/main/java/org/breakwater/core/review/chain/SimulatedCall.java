package org.breakwater.core.review.chain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;

/// A call to run without keeping what it does.
///
/// @param stored words of the target's storage that count as others than they are
/// @param watched words of the target's storage that must be compared before and after
/// @param elsewhere the surroundings that the call sees; empty for those of the block
public record SimulatedCall(
        Address from,
        Address to,
        Bytes calldata,
        Map<Hash32, Hash32> stored,
        List<Hash32> watched,
        Optional<Surroundings> elsewhere) {

    public SimulatedCall {
        stored = Map.copyOf(stored);
        watched = List.copyOf(watched);
    }

    /// What a contract can ask about the block that it runs in.
    ///
    /// @param number height of the block
    /// @param time seconds since 1970
    public record Surroundings(long number, long time, Address coinbase) {}

    public SimulatedCall in(Surroundings surroundings) {
        return new SimulatedCall(from, to, calldata, stored, watched, Optional.of(surroundings));
    }
}
