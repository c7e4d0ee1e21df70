package org.breakwater.core.inbox;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.breakwater.core.activity.Due;
import org.breakwater.core.activity.Due.Task;
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
/// @param task what is to be done, as the list of what is due has it; empty for a transaction of a Safe
/// @param deadline until when; empty where it can wait for ever
/// @param since or until when something else has to happen first; empty where that is not known
public record Waiting(
        Subject subject, Need need, Optional<Task> task, Optional<Instant> deadline, Optional<Instant> since) {

    /// What ends sooner than this comes before everything else.
    static final Duration CLOSE = Duration.ofDays(1);

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
        /// Nobody: it ends by itself, and until then somebody may do something about it.
        WINDOW,
        /// Time, or something before it. Nobody can do anything now.
        LATER;

        /// Whether somebody should do something about it now. A window asks for nothing.
        public boolean isUrgent() {
            return this != LATER && this != WINDOW;
        }
    }

    /// What it is.
    public sealed interface Subject {

        /// What it is called wherever it is kept: the same for as long as the thing lasts, on one deployment.
        String key();

        /// A transaction of a Safe.
        record OfSafe(WatchedSafe safe, Slot<QueuedTransaction> slot, QueuedTransaction transaction)
                implements Subject {
            @Override
            public String key() {
                return transaction.hash().hash().toString();
            }
        }

        /// A proposal of the DAO.
        record OfDao(ProposalView proposal, int number) implements Subject {
            @Override
            public String key() {
                return proposal.proposal().created().proposalId().toString();
            }
        }

        /// A pending change of the parameter registry.
        record OfRegistry(ChangeView change) implements Subject {
            @Override
            public String key() {
                return "change-" + change.changeId();
            }
        }

        /// A case of the tribunal.
        record OfTribunal(CaseView view) implements Subject {
            @Override
            public String key() {
                return "case-" + view.caseId();
            }
        }

        /// A claim that the council has to decide.
        record OfClaim(ClaimView claim) implements Subject {
            @Override
            public String key() {
                return "claim-" + claim.claimId();
            }
        }

        /// An incident that the council has to decide.
        record OfIncident(IncidentView incident) implements Subject {
            @Override
            public String key() {
                return "incident-" + incident.incidentId();
            }
        }

        /// Anything else that is due.
        record OfDue(Due due) implements Subject {
            @Override
            public String key() {
                // How many policies are over is no name of them.
                return due.task() == Task.CLOSE_POLICIES ? "policies" : thing(due.task()) + "-" + number(due.number());
            }

            private static String number(BigInteger number) {
                return number.bitLength() > Long.SIZE ? number.toString(16) : number.toString();
            }

            private static String thing(Task task) {
                return switch (task) {
                    case CONFIRM_INCIDENT,
                            LAPSE_INCIDENT,
                            CHALLENGE_INCIDENT,
                            SETTLE_INCIDENT,
                            SUBMIT_CLAIMS,
                            CLOSE_INCIDENT,
                            REVIEW_INCIDENT,
                            REOPEN_INCIDENT,
                            ESCALATE_INCIDENT,
                            SETTLE_COVERS,
                            RELEASE_RESERVE -> "incident";
                    case REVIEW_CLAIM,
                            REOPEN_CLAIM,
                            APPEAL_CLAIM,
                            FINALISE_CLAIM,
                            PAY_CLAIM,
                            EXPIRE_CLAIM,
                            RESOLVE_CLAIM -> "claim";
                    case ADD_EVIDENCE, VOTE_IN_CASE, CLOSE_CASE -> "case";
                    case EXECUTE_CHANGE -> "change";
                    case VOTE_ON_PROPOSAL, QUEUE_PROPOSAL, EXECUTE_PROPOSAL -> "proposal";
                    case EXECUTE_OPERATION -> "operation";
                    case PAUSE_ENDS -> "pause";
                    case FILL_REDEMPTIONS -> "queue";
                    case SETTLE_SERIES, REDEEM_SERIES, CLOSE_SERIES -> "series";
                    case CLOSE_POLICIES -> "policies";
                    case RECALL_FROM_VENUE -> "venue";
                    case TOP_UP_INTEGRATOR, SETTLE_PREMIUM, LAPSE_COVER, RELEASE_COVER -> "integrator";
                    case DETECT_INCIDENT, TAKE_SAMPLE, ENFORCE_SUBJECT -> "subject";
                    case DECIDE_ASSERTION -> "assertion";
                    case UPDATE_PEG -> "asset";
                    case UPDATE_LEVEL, COLLECT_REDEMPTION, PASS_FORFEITS -> "pool";
                };
            }
        }
    }

    /// The thing and what it waits for: what is told once and stands once in a calendar. A deadline that moves is the
    /// same fact.
    public String fact() {
        return subject.key() + "-"
                + task.map(Enum::name)
                        .orElse(need.name())
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-');
    }

    /// Whether it ends within a day.
    public boolean isClosing(Instant at) {
        return need != Need.LATER
                && deadline.filter(end -> end.isBefore(at.plus(CLOSE))).isPresent();
    }
}
