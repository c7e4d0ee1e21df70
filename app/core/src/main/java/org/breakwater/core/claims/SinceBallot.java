package org.breakwater.core.claims;

import java.util.List;
import java.util.Optional;
import org.breakwater.core.fact.CaseFact;
import org.breakwater.core.fact.LoggedFact;
import org.breakwater.core.projection.view.BallotView;
import org.breakwater.core.projection.view.EvidenceView;

/// What came to light after somebody voted last: it may change what they think.
///
/// @param ballot theirs
/// @param evidence that was filed since, oldest first
/// @param facts that came since and are neither evidence nor ballots, newest first
public record SinceBallot(BallotView ballot, List<EvidenceView> evidence, List<HistoryEntry> facts) {

    public SinceBallot {
        evidence = List.copyOf(evidence);
        facts = List.copyOf(facts);
    }

    /// What was filed in the very second of the ballot counts as new: its order is not known.
    ///
    /// @param ballot empty where they did not vote
    public static Optional<SinceBallot> of(
            Optional<BallotView> ballot, List<EvidenceView> evidence, List<HistoryEntry> history) {
        return ballot.map(own -> new SinceBallot(
                        own,
                        evidence.stream().filter(each -> each.at() >= own.at()).toList(),
                        history.stream()
                                .filter(entry -> isNew(entry.fact(), own.at()))
                                .toList()))
                .filter(since -> !since.evidence().isEmpty() || !since.facts().isEmpty());
    }

    /// How others vote is no fact of the matter; an extension that their own ballot caused is in its own block.
    private static boolean isNew(LoggedFact logged, long ballot) {
        return logged.time() > ballot
                && switch (logged.fact()) {
                    case CaseFact.VoteCast _, CaseFact.BallotSigned _, CaseFact.EvidenceAdded _ -> false;
                    default -> true;
                };
    }
}
