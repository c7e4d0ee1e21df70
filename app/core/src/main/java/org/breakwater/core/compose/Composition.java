package org.breakwater.core.compose;

import java.util.List;
import org.breakwater.core.safe.SafeCall;

/// What a written call comes to.
public sealed interface Composition {

    /// A call that can be made.
    ///
    /// @param meant what it is for
    /// @param made what the Safe calls: the same, or its announcement in the AccessManager
    /// @param power by which the Safe may do what is meant
    record Finished(ComposedCall meant, ComposedCall made, Power power) implements Composition {

        /// Whether it has to be announced first, and is done by a later transaction.
        public boolean isAnnounced() {
            return !meant.equals(made);
        }

        public SafeCall call() {
            return made.encoded();
        }
    }

    /// Something is missing, wrong, or would be refused.
    record Unfinished(List<InputProblem> problems) implements Composition {
        public Unfinished {
            problems = List.copyOf(problems);
        }
    }
}
