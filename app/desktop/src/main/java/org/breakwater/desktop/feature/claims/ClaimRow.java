package org.breakwater.desktop.feature.claims;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.breakwater.core.claims.ClaimCalculation;
import org.breakwater.core.projection.view.ClaimView;
import org.breakwater.core.projection.view.Deadline;
import org.breakwater.core.protocol.ClaimState;
import org.breakwater.core.protocol.RiskKind;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.core.value.TokenAmount;
import org.breakwater.desktop.kit.Check;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.l10n.Terms;

/// A claim in the list.
///
/// @param due what a payment now would send, as the contract has it; empty while nothing can be due
/// @param route who decided, or who has to
/// @param findings worst first
record ClaimRow(
        long claimId,
        long incidentId,
        BigInteger coverId,
        long poolId,
        RiskKind kind,
        String pool,
        String subject,
        ClaimState state,
        String route,
        TokenAmount requested,
        Optional<TokenAmount> due,
        TokenAmount paid,
        Optional<Instant> deadline,
        List<Check> findings,
        Instant submitted) {

    /// By what matters first: severity among open claims, then the nearest deadline, then the newest.
    static final Comparator<ClaimRow> WORST = Comparator.comparing(ClaimRow::isOver)
            .thenComparing(row -> row.worst().map(Check::severity).orElse(Severity.PASSED))
            .thenComparing(row -> row.deadline().orElse(Instant.MAX))
            .thenComparing(Comparator.comparingLong(ClaimRow::claimId).reversed());

    static ClaimRow of(Insurance insurance, ClaimView view) {
        var claim = view.claim();
        var incident = insurance.incidentOf(view).incident();
        return new ClaimRow(
                view.claimId(),
                claim.incidentId(),
                claim.coverId(),
                incident.poolId(),
                insurance.pool(incident.poolId()).orElseThrow().kind(),
                insurance.poolName(incident.poolId()),
                insurance.subjectName(incident.subjectId()),
                claim.state(),
                route(claim.state(), ClaimWords.of(claim.route())),
                SettlementAsset.amount(claim.requested()),
                claim.state() == ClaimState.PAYABLE
                        ? Optional.of(SettlementAsset.amount(view.dueNow()))
                        : Optional.empty(),
                SettlementAsset.amount(claim.paid()),
                deadline(insurance, view),
                Findings.of(insurance, view),
                Instant.ofEpochSecond(claim.submittedAt()));
    }

    /// While people decide, the contract still names the route before.
    private static String route(ClaimState state, String decided) {
        return switch (Stage.of(state)) {
            case WAITS -> "Undecided";
            case VOTE -> "DAO vote";
            case COUNCIL -> "Council";
            case COOL_DOWN, PAYABLE, PAID, DENIED, ENDED -> decided;
        };
    }

    /// The next deadline that concerns the claim or its case.
    static Optional<Instant> deadline(Insurance insurance, ClaimView view) {
        return insurance.deadlines().stream()
                .filter(deadline -> concerns(deadline, view))
                .map(deadline -> Instant.ofEpochSecond(deadline.at()))
                .findFirst();
    }

    private static boolean concerns(Deadline deadline, ClaimView view) {
        return switch (deadline.kind()) {
            case CLAIM_REVIEW_ENDS, CLAIM_PAYABLE, REDEEM_BY -> deadline.id() == view.claimId();
            case EVIDENCE_ENDS, CASE_CLOSES ->
                deadline.id() == view.claim().caseId() && Stage.of(view.claim().state()) == Stage.VOTE;
            case INCIDENT_LAPSES, CHALLENGE_ENDS, CLAIMS_END, INCIDENT_REVIEW_ENDS -> false;
        };
    }

    Stage stage() {
        return Stage.of(state);
    }

    boolean isOver() {
        return stage().isOver();
    }

    /// The worst thing about the claim that is not good.
    Optional<Check> worst() {
        return findings.stream()
                .filter(finding -> finding.severity() != Severity.PASSED)
                .findFirst();
    }

    /// How many more there are.
    long more() {
        return Math.max(
                0,
                findings.stream()
                                .filter(finding -> finding.severity() != Severity.PASSED)
                                .count()
                        - 1);
    }

    /// The policy's number; a cover of an account has none that people use.
    String policy() {
        return coverId.testBit(ClaimCalculation.ACCOUNT_COVER_BIT) ? "Account" : coverId.toString();
    }

    String cover() {
        return coverId.testBit(ClaimCalculation.ACCOUNT_COVER_BIT) ? "Account cover" : "Policy " + coverId;
    }

    boolean matches(String words) {
        var text = (claimId + " " + cover() + " " + subject + " " + pool + " " + Terms.of(state) + " " + route)
                .toLowerCase(Locale.ROOT);
        return text.contains(words.strip().toLowerCase(Locale.ROOT));
    }
}
