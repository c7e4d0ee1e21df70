package org.breakwater.adapters.ethereum.download;

import java.time.Duration;

/// What an endpoint may take of this program's time and memory.
///
/// @param connect until a connection stands
/// @param silence between two bytes of an answer
/// @param whole from the question to the end of the answer
/// @param bytes of one answer, after decompression
public record AnswerLimits(Duration connect, Duration silence, Duration whole, int bytes) {

    /// Wide enough for any honest answer over a slow line: a page of 50,000 logs has about 30 MB.
    public static final AnswerLimits USUAL =
            new AnswerLimits(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(60), 32 << 20);

    /// For an answer that every good node has at hand: a chain id, a block's header.
    public static final AnswerLimits AT_HAND =
            new AnswerLimits(Duration.ofSeconds(3), Duration.ofSeconds(4), Duration.ofSeconds(5), 1 << 20);
}
