package org.breakwater.core.keeping;

import java.util.ArrayList;
import java.util.List;
import org.breakwater.core.follow.Known;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;

/// Use case: one look at what is due, with each call tried as the keeper would make it.
///
/// @param governor of the DAO
/// @param reports what signers attested
/// @param watch of covered contracts and their prices
/// @param tries on the node that is used
public record KeepRound(Address governor, Reports reports, AnomalyWatch watch, TryActions tries) {

    /// So many calls are tried in one look; what is less urgent waits for the next.
    private static final int MOST = 400;

    /// What one look found.
    ///
    /// @param block as of which it is due
    /// @param left that were not tried, because there were too many
    public record Found(BlockRef block, List<TriedAction> actions, int left) {

        public Found {
            actions = List.copyOf(actions);
        }

        public List<TriedAction> ready() {
            return actions.stream().filter(TriedAction::isReady).toList();
        }
    }

    /// @param sender who would make the calls
    public Found look(Known known, Address sender) throws ProblemException {
        var due = DueActions.of(known, governor, reports.waiting(), watch.look(known));
        var tried = new ArrayList<TriedAction>();
        var tries = 0;
        var left = 0;
        for (var action : due) {
            if (!action.isDueAt(known.time())) {
                tried.add(new TriedAction(action, new Trial.NotYet()));
            } else if (tries < MOST) {
                tries++;
                tried.add(new TriedAction(action, this.tries.of(action, sender)));
            } else {
                left++;
            }
        }
        return new Found(known.block(), tried, left);
    }
}
