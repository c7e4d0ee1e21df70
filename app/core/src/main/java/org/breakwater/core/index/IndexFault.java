package org.breakwater.core.index;

import org.breakwater.core.problem.Problem;

/// Why the index could not go on. What it holds is true in every case: nothing is stored before it is checked.
public sealed interface IndexFault permits EndpointFault, ChainFault, StoreFault, IndexFault.Cancelled {

    Problem problem();

    /// Whether the same may succeed later with nothing done about it.
    boolean passes();

    /// Somebody asked it to stop.
    record Cancelled() implements IndexFault {

        @Override
        public Problem problem() {
            return Problem.of("The index was asked to stop.", "Start it again; it goes on from where it is.");
        }

        @Override
        public boolean passes() {
            return false;
        }
    }
}
