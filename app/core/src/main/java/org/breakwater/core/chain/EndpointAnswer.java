package org.breakwater.core.chain;

import java.time.Duration;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.value.BlockRef;

/// What an endpoint said when it was asked for its newest block.
public sealed interface EndpointAnswer {

    /// @param took until the answer was there
    /// @param standing beside the endpoint that is read
    record Head(BlockRef head, Duration took, Standing standing) implements EndpointAnswer {}

    /// It gave none.
    record None(Unfit why, Problem problem) implements EndpointAnswer {}

    /// How an endpoint's chain stands beside the one that is read.
    enum Standing {
        /// The newest block that both have is the same, and it is not late.
        AGREES,
        /// Its newest block is much older than the newest that any endpoint has.
        BEHIND,
        /// At a height that both have, it has another block.
        DIFFERS,
        /// They could not be compared.
        UNKNOWN
    }

    /// Whether it tells the same chain, up to date.
    default boolean agrees() {
        return this instanceof Head(var _, var _, var standing) && standing == Standing.AGREES;
    }
}
