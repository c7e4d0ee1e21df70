package org.breakwater.desktop.feature.claims;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.breakwater.core.projection.view.Deadline;
import org.breakwater.core.projection.view.IncidentView;
import org.breakwater.core.protocol.IncidentState;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.core.value.BasisPoints;
import org.breakwater.core.value.TokenAmount;
import org.breakwater.desktop.l10n.Terms;

/// An incident in the list.
///
/// @param severity empty while it is not known
/// @param reserve set aside, with any backstop
/// @param deadline the next that concerns it or its case
record IncidentRow(
        long incidentId,
        String subject,
        String pool,
        IncidentState state,
        Optional<BasisPoints> severity,
        TokenAmount reserve,
        TokenAmount paid,
        BigInteger claims,
        BigInteger open,
        Instant detected,
        Optional<Instant> deadline) {

    /// What needs somebody first, then the newest.
    static final Comparator<IncidentRow> WORST = Comparator.comparing(IncidentRow::isOver)
            .thenComparing(row -> row.deadline().orElse(Instant.MAX))
            .thenComparing(Comparator.comparingLong(IncidentRow::incidentId).reversed());

    static IncidentRow of(Insurance insurance, IncidentView view) {
        var incident = view.incident();
        return new IncidentRow(
                view.incidentId(),
                insurance.subjectName(incident.subjectId()),
                insurance.poolName(incident.poolId()),
                incident.state(),
                severity(incident.severityBps()),
                SettlementAsset.amount(view.reserve().funds()),
                SettlementAsset.amount(view.reserve().paid()),
                BigInteger.valueOf(view.totals().claims()),
                BigInteger.valueOf(view.totals().open()),
                Instant.ofEpochSecond(incident.detectedAt()),
                deadline(insurance, view));
    }

    static Optional<BasisPoints> severity(int bps) {
        return bps == 0 ? Optional.empty() : Optional.of(new BasisPoints(BigInteger.valueOf(bps)));
    }

    static Optional<Instant> deadline(Insurance insurance, IncidentView view) {
        return insurance.deadlines().stream()
                .filter(deadline -> concerns(deadline, view))
                .map(deadline -> Instant.ofEpochSecond(deadline.at()))
                .findFirst();
    }

    private static boolean concerns(Deadline deadline, IncidentView view) {
        return switch (deadline.kind()) {
            case INCIDENT_LAPSES, CHALLENGE_ENDS, CLAIMS_END, INCIDENT_REVIEW_ENDS ->
                deadline.id() == view.incidentId();
            case EVIDENCE_ENDS, CASE_CLOSES ->
                deadline.id() == view.incident().caseId() && view.incident().state() == IncidentState.ESCALATED;
            case CLAIM_REVIEW_ENDS, CLAIM_PAYABLE, REDEEM_BY -> false;
        };
    }

    boolean isOver() {
        return state == IncidentState.CLOSED || state == IncidentState.REJECTED || state == IncidentState.LAPSED;
    }

    boolean matches(String words) {
        var text = (incidentId + " " + subject + " " + pool + " " + Terms.of(state)).toLowerCase(Locale.ROOT);
        return text.contains(words.strip().toLowerCase(Locale.ROOT));
    }
}
