package org.breakwater.core.projection;

import java.math.BigInteger;
import java.util.function.UnaryOperator;
import org.breakwater.core.fact.LoggedFact;
import org.breakwater.core.fact.RiskFact;
import org.breakwater.core.projection.view.Subject;
import org.breakwater.core.protocol.RiskLevel;
import org.breakwater.core.protocol.SubjectStatus;

/// Folds the risk registry.
record RiskFold(RiskRecords records) {

    /// Two readings of TVL closer than this are one, seconds.
    private static final long APART = 3_600;

    void apply(RiskFact fact, LoggedFact logged) {
        switch (fact) {
            case RiskFact.SubjectApplied applied -> applied(applied);
            case RiskFact.InputsAttested attested -> attested(attested, logged.time());
            case RiskFact.LevelChanged changed -> levelChanged(changed, logged.time());
            case RiskFact.StatusChanged changed -> statusChanged(changed, logged.time());
        }
    }

    private void applied(RiskFact.SubjectApplied applied) {
        records.subjects()
                .put(
                        applied.subjectId(),
                        new Subject(
                                applied.kind(),
                                SubjectStatus.NONE,
                                RiskLevel.UNRATED,
                                0,
                                0,
                                0,
                                0,
                                BigInteger.ZERO,
                                applied.applicant(),
                                applied.metadataHash(),
                                applied.exclusionsHash()));
    }

    /// The attestation that is replaced is kept for comparison, unless it was too close to the one kept already: a
    /// quick
    /// succession of attestations must not hide a fall.
    private void attested(RiskFact.InputsAttested attested, long at) {
        var replaced = records.inputs(attested.subjectId());
        change(attested.subjectId(), subject -> {
            var apart = replaced.attestedAt() >= subject.previousAttestedAt() + APART
                    && at >= replaced.attestedAt() + APART;
            return subject.previousAttestedAt() == 0 || apart
                    ? subject.comparedWith(replaced.attestedAt(), replaced.tvlUsd())
                    : subject;
        });
        records.inputs().put(attested.subjectId(), attested.inputs());
    }

    private void levelChanged(RiskFact.LevelChanged changed, long at) {
        change(changed.subjectId(), subject -> {
            var since = subject.criticalSince() == 0 ? at : subject.criticalSince();
            return subject.at(changed.to(), changed.scoreBps(), changed.to() == RiskLevel.CRITICAL ? since : 0);
        });
    }

    /// What a subject fell before it was listed is forgotten.
    private void statusChanged(RiskFact.StatusChanged changed, long at) {
        change(changed.subjectId(), subject -> {
            var moved = subject.in(changed.to(), at);
            return changed.to() == SubjectStatus.LISTED ? moved.comparedWith(0, BigInteger.ZERO) : moved;
        });
    }

    private void change(long subjectId, UnaryOperator<Subject> change) {
        records.subjects().change(subjectId, () -> "nobody applied for subject " + subjectId, change);
    }
}
