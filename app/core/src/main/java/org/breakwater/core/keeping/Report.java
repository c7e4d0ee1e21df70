package org.breakwater.core.keeping;

import org.breakwater.core.value.Bytes;

/// What signers attested about a subject, as adapters of reports take it (`abi.encode(Report, bytes[])`). Whoever hands
/// it in vouches for nothing: the adapter checks the signatures.
///
/// @param subjectId that it says it is about
/// @param data at most {@link #MOST_DATA} bytes
public record Report(long subjectId, Bytes data) {

    /// `TriggerAdapter.MAX_DATA_LENGTH`
    public static final int MOST_DATA = 8_192;

    public Report {
        if (data.length() > MOST_DATA) {
            throw new IllegalArgumentException("a report has at most " + MOST_DATA + " bytes, not " + data.length());
        }
    }
}
