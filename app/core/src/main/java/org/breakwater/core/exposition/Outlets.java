package org.breakwater.core.exposition;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import org.breakwater.core.delivery.Outcome;
import org.breakwater.core.delivery.Target;
import org.breakwater.core.delivery.TargetState;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.watch.AlertChanges;

/// Port: where what a monitor finds goes: to targets, and to whoever collects figures.
public interface Outlets {

    /// What is wanted of them.
    ///
    /// @param targets path of the file of targets; empty for none
    /// @param port on loopback for figures; empty for none
    /// @param store path of the file that holds how far each target is
    /// @param rules names of all rules, by which those of the targets are checked
    record Wanted(Optional<String> targets, OptionalInt port, String store, Set<String> rules) {

        public Wanted {
            rules = Set.copyOf(rules);
        }
    }

    /// Opens what is wanted, all or nothing. Delivering begins.
    ///
    /// @param reading what the monitor knows now; the targets' states are added here
    OpenOutlets open(Wanted wanted, AlertChanges changes, Supplier<MonitorReading> reading) throws ProblemException;

    /// Sends a test message to targets now, once, whatever they take otherwise and however quiet it is.
    ///
    /// @param targets path of the file of targets
    /// @param only names of some of them; empty for all
    List<Tested> test(String targets, Set<String> only) throws ProblemException;

    /// What became of a test message.
    record Tested(String target, String kind, Outcome outcome) {

        public boolean isTaken() {
            return outcome instanceof Outcome.Taken;
        }

        /// In one line.
        public String sentence() {
            return target + " (" + kind + "): "
                    + switch (outcome) {
                        case Outcome.Taken _ -> "took the test.";
                        case Outcome.Later(var why, var _) -> "did not take it. " + why;
                        case Outcome.Refused(var why) -> "refused it. " + why;
                        case Outcome.Ended _ -> "it was not waited for.";
                    };
        }
    }

    /// A target, and how it stands.
    ///
    /// @param where it is reached, without anything that is secret: scheme, host and port, or a program's path
    record Listed(Target target, String where, TargetState state) {}

    /// Outlets that work until they are closed.
    interface OpenOutlets extends AutoCloseable {

        /// Says that changes were written down. Without it they are found a moment later.
        void news();

        /// Waits until every target has what was written down before, for a monitor that is about to end.
        ///
        /// @return false where time was over before
        boolean settle(Duration most) throws InterruptedException;

        /// In the order of the file.
        List<TargetState> states();

        /// The targets and how each stands, in the order of the file.
        List<Listed> listed();

        /// Where figures are offered.
        Optional<String> figures();

        @Override
        void close();
    }
}
