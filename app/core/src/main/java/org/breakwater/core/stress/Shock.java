package org.breakwater.core.stress;

import java.util.List;

/// A cause of loss that several risks share: the same chain, oracle, bridge, custodian or line of code.
///
/// @param name for sentences
/// @param rate expected number within a year
/// @param reach chance that it hits one that shares it, above 0, at most 1
/// @param members risks by their place, each once
public record Shock(String name, double rate, double reach, List<Integer> members) {

    public Shock {
        members = List.copyOf(members);
    }
}
