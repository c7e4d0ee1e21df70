package org.breakwater.core.treasury;

import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// What can be liquid and what falls due within some time.
///
/// @param liquid assets by where they lie, cumulative
/// @param due assets, cumulative
public record Rung(Horizon within, SequencedMap<Source, BigInteger> liquid, BigInteger due) {

    public Rung {
        liquid = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(liquid));
    }

    public BigInteger total() {
        return liquid.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
    }

    /// The part that belongs to one party.
    ///
    /// @param dueToParty what falls due to it, assets
    Rung of(Party party, BigInteger dueToParty) {
        var own = new LinkedHashMap<Source, BigInteger>();
        liquid.entrySet().stream()
                .filter(entry -> entry.getKey().party() == party)
                .forEach(entry -> own.put(entry.getKey(), entry.getValue()));
        return new Rung(within, own, dueToParty);
    }

    /// Whether all that falls due can be paid.
    public boolean isCovered() {
        return total().compareTo(due) >= 0;
    }

    static Rung of(Horizon within, Map<Source, BigInteger> liquid, BigInteger due) {
        return new Rung(within, new LinkedHashMap<>(liquid), due);
    }
}
