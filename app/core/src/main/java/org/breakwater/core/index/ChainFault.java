package org.breakwater.core.index;

import java.util.List;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Hash32;

/// What the chain says cannot be added to what the index holds.
public sealed interface ChainFault extends IndexFault {

    @Override
    default boolean passes() {
        return false;
    }

    /// A block that was final is another one now.
    ///
    /// @param ours the newest stored block that was final
    /// @param theirs the hash that the endpoint has at that height
    record ForkBelowFinality(String endpoint, BlockRef ours, Hash32 theirs) implements ChainFault {

        @Override
        public Problem problem() {
            return new Problem(
                    "The chain of " + endpoint + " is not the one this index was made from: block " + ours.number()
                            + " was final with hash " + ours.hash() + " and has hash " + theirs + " there.",
                    "Either the endpoint is on another chain, or finality has failed; the index was left as it is.",
                    "Ask another endpoint. If that one agrees, or the network was started anew, make a new index.");
        }
    }

    /// A log does not have the form of the event it names.
    record MalformedLog(Problem problem) implements ChainFault {}

    /// Contracts that were named on the way have more logs than are taken in at once.
    record TooMuchHistory(List<String> contracts) implements ChainFault {

        /// Logs; some hundred megabytes of memory.
        static final int LIMIT = 500_000;

        public TooMuchHistory {
            contracts = List.copyOf(contracts);
        }

        @Override
        public Problem problem() {
            return Problem.of(
                    "An event names " + String.join(", ", contracts) + ", which already had more than " + LIMIT
                            + " events by then.",
                    "Check that it was right to add it, and enter it in the deployment file.");
        }
    }
}
