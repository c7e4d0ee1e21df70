package org.breakwater.core.verification;

import java.util.List;
import org.breakwater.core.value.BlockRef;

/// The outcome of a verification that ran to its end.
///
/// @param asOf the block that everything was read at
/// @param checks how many comparisons were made
/// @param differences in the order in which they were found; empty where the protocol is as it should be
public record Verification(BlockRef asOf, int checks, List<Difference> differences) {

    public Verification {
        differences = List.copyOf(differences);
    }

    public boolean passed() {
        return differences.isEmpty();
    }
}
