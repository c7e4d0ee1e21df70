package org.breakwater.core.verification;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.breakwater.core.value.BlockRef;

/// The outcome of a verification that ran to its end.
///
/// @param asOf the block that everything was read at
/// @param checks how many comparisons were made of what; every area occurs
/// @param differences in the order in which they were found; empty where the protocol is as it should be
public record Verification(BlockRef asOf, Map<Area, Integer> checks, List<Difference> differences) {

    public Verification {
        checks = Collections.unmodifiableMap(new EnumMap<>(checks));
        differences = List.copyOf(differences);
    }

    public boolean passed() {
        return differences.isEmpty();
    }

    /// All comparisons.
    public int checked() {
        return checks.values().stream().mapToInt(Integer::intValue).sum();
    }
}
