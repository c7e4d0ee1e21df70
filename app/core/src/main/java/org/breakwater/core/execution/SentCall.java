package org.breakwater.core.execution;

import java.util.List;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// A call that was handed in, perhaps several times with a rising fee. One of its transactions at most gets into a
/// block.
///
/// @param transaction as it was handed in last
/// @param hashes of all that were handed in, in order
public record SentCall(Address sender, OuterTransaction transaction, List<Hash32> hashes) {

    public SentCall {
        hashes = List.copyOf(hashes);
        if (hashes.isEmpty()) {
            throw new IllegalArgumentException("nothing was handed in");
        }
    }

    public Hash32 newest() {
        return hashes.getLast();
    }
}
