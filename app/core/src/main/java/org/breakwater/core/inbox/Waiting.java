package org.breakwater.core.inbox;

import java.time.Instant;
import java.util.Optional;
import org.breakwater.core.council.Council.WatchedSafe;
import org.breakwater.core.projection.view.CaseView;
import org.breakwater.core.projection.view.ChangeView;
import org.breakwater.core.projection.view.ClaimView;
import org.breakwater.core.projection.view.IncidentView;
import org.breakwater.core.projection.view.ProposalView;
import org.breakwater.core.safe.NonceOrder.Slot;
import org.breakwater.core.safe.QueuedTransaction;

/// One thing that waits.
///
/// @param need for what
/// @param deadline until when; empty where it can wait for ever
/// @param since or until when something else has to happen first; empty where that is not known
public record Waiting(Subject subject, Need need, Optional<Instant> deadline, Optional<Instant> since) {

    /// For what something waits, in the order in which they are listed.
    public enum Need {
        /// Owners' signatures, or a decision of the council.
        SIGN,
        /// Votes of token holders.
        VOTE,
        /// Somebody who sends it: anyone may.
        EXECUTE,
        /// One of several for one nonce: only one can ever be executed.
        CONFLICT,
        /// Time, or something before it. Nobody can do anything now.
        LATER
    }

    /// What it is.
    public sealed interface Subject {

        /// A transaction of a Safe.
        record OfSafe(WatchedSafe safe, Slot<QueuedTransaction> slot, QueuedTransaction transaction)
                implements Subject {}

        /// A proposal of the DAO.
        record OfDao(ProposalView proposal, int number) implements Subject {}

        /// A pending change of the parameter registry.
        record OfRegistry(ChangeView change) implements Subject {}

        /// A case of the tribunal.
        record OfTribunal(CaseView view) implements Subject {}

        /// A claim that the council has to decide.
        record OfClaim(ClaimView claim) implements Subject {}

        /// An incident that the council has to decide.
        record OfIncident(IncidentView incident) implements Subject {}
    }
}
