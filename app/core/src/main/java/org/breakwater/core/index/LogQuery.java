package org.breakwater.core.index;

import java.util.Optional;
import java.util.Set;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// Which stored logs are wanted.
///
/// @param contracts who wrote them; empty for all
/// @param about a word that stands among the topics after the first: a number, or an address padded to 32 bytes
/// @param since of blocks from this time on, seconds since 1970; 0 for all
public record LogQuery(Set<Address> contracts, Optional<Hash32> about, long since) {

    public static final LogQuery ALL = new LogQuery(Set.of(), Optional.empty());

    public LogQuery {
        contracts = Set.copyOf(contracts);
        if (since < 0) {
            throw new IllegalArgumentException("there is no time before 1970: " + since);
        }
    }

    /// Of all times.
    public LogQuery(Set<Address> contracts, Optional<Hash32> about) {
        this(contracts, about, 0);
    }

    public static LogQuery of(Address contract, Hash32 about) {
        return new LogQuery(Set.of(contract), Optional.of(about));
    }
}
