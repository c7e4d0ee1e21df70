package org.breakwater.core.snapshot;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.ChainId;

/// The protocol as of one block: `pools`, `policies`, `incidents`, `claims`, `treasury`, `parameters`, `roles` and
/// `pauses`.
public record Snapshot(ChainId chain, BlockRef block, Map<String, Fact> sections) {

    public Snapshot {
        sections = Collections.unmodifiableMap(new LinkedHashMap<>(sections));
    }
}
