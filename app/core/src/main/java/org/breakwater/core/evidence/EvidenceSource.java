package org.breakwater.core.evidence;

import org.breakwater.core.value.Bytes;

/// Port: asks a place for bytes, within limits of size and of time, and follows nobody to another host.
@FunctionalInterface
public interface EvidenceSource {

    /// The most that is taken of one piece of evidence, bytes, after it is unpacked: 8 MiB.
    int MOST_BYTES = 8 << 20;

    /// What a place gave.
    ///
    /// @param type what the place says that it is; may be empty
    record Given(Bytes content, String type) {}

    /// @param place that is asked, for sentences
    Given ask(EvidencePlace place, String url) throws EvidenceException;
}
