package org.breakwater.desktop.feature.claims;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.breakwater.core.claims.ClaimCalculation;
import org.breakwater.core.claims.PaymentEffect;
import org.breakwater.core.claims.ReadHistory;
import org.breakwater.core.compose.Input;
import org.breakwater.core.compose.Template;
import org.breakwater.core.compose.WrittenCall;
import org.breakwater.core.fact.IncidentFact.Terms;
import org.breakwater.core.projection.view.BallotView;
import org.breakwater.core.projection.view.CaseView;
import org.breakwater.core.projection.view.Claim;
import org.breakwater.core.projection.view.ClaimView;
import org.breakwater.core.projection.view.EvidenceView;
import org.breakwater.core.projection.view.IncidentView;
import org.breakwater.core.projection.view.PolicyView;
import org.breakwater.core.projection.view.PoolView;
import org.breakwater.core.projection.view.TermsView;
import org.breakwater.core.protocol.CaseKind;
import org.breakwater.core.protocol.CaseOutcome;
import org.breakwater.core.protocol.ClaimState;
import org.breakwater.core.text.CheckedText;
import org.breakwater.desktop.kit.Check;

/// Everything that is known of one claim after one block.
///
/// @param policy empty for cover of an account
/// @param cases about the claim, oldest first
/// @param incidentInVote whether people vote on the incident itself
/// @param ballots of the latest case, newest first
/// @param calculation empty where there is no policy
/// @param effect of paying what is payable; empty where that is not known
/// @param wording what the pinned terms say
/// @param exclusions what the subject's exclusions say
/// @param matter what whoever acts can do about it
/// @param similar decided claims on the same pool, the most alike first
record Dossier(
        ClaimView view,
        Optional<PolicyView> policy,
        IncidentView incident,
        Terms terms,
        PoolView pool,
        String poolName,
        String subject,
        List<CaseView> cases,
        boolean incidentInVote,
        List<BallotView> ballots,
        List<Filed> evidence,
        Optional<ClaimCalculation> calculation,
        Optional<PaymentEffect> effect,
        Optional<Wording> wording,
        Optional<CheckedText> exclusions,
        List<Check> findings,
        List<ClaimRow> similar,
        Optional<Instant> deadline,
        long claimsEnd,
        CaseVoteViewModel.Matter matter) {

    private static final BigInteger APPEAL_FACTOR = BigInteger.valueOf(3);
    private static final int SIMILAR = 12;
    private static final long READINGS_BEFORE = 72L * 3_600;

    /// A piece of evidence, and what its text turned out to be.
    record Filed(EvidenceView evidence, CheckedText text) {

        /// In the order in which it came.
        static List<Filed> all(Insurance insurance, CaseKind kind, long refId) {
            return insurance.view().evidence(kind, refId).stream()
                    .map(each -> new Filed(each, CheckedText.of(insurance.texts(), each.contentHash())))
                    .toList();
        }
    }

    record Wording(TermsView terms, CheckedText text) {}

    static Optional<Dossier> of(Insurance insurance, long claimId) {
        return insurance.claim(claimId).map(claim -> of(insurance, claim));
    }

    private static Dossier of(Insurance insurance, ClaimView claim) {
        var view = insurance.view();
        var incident = insurance.incidentOf(claim);
        var poolId = incident.incident().poolId();
        var subjectId = incident.incident().subjectId();
        var pool = insurance.pool(poolId).orElseThrow();
        var cases = insurance.cases(CaseKind.CLAIM, claim.claimId());
        var calculation = insurance.calculation(claim);
        var policy = insurance.policy(claim.claim().coverId());
        var level = view.cover(poolId, subjectId);
        return new Dossier(
                claim,
                policy,
                incident,
                view.incidentTerms(incident.incidentId()).orElseThrow(),
                pool,
                insurance.poolName(poolId),
                insurance.subjectName(subjectId),
                cases,
                insurance.cases(CaseKind.INCIDENT, incident.incidentId()).stream()
                        .anyMatch(Dossier::isOpen),
                cases.isEmpty() ? List.of() : view.ballots(cases.getLast().caseId()),
                Filed.all(insurance, CaseKind.CLAIM, claim.claimId()),
                calculation,
                calculation
                        .filter(_ -> !Stage.of(claim.claim().state()).isOver())
                        .flatMap(amount -> level.map(cover ->
                                PaymentEffect.of(pool, cover.level(), amount.payable(), view.parameterBook()))),
                policy.flatMap(sold -> view.terms(poolId, sold.policy().termsVersion()))
                        .map(terms -> new Wording(terms, CheckedText.of(insurance.texts(), terms.wordingHash()))),
                insurance
                        .subject(subjectId)
                        .map(subject -> CheckedText.of(
                                insurance.texts(), subject.subject().exclusionsHash())),
                Findings.of(insurance, claim),
                similar(insurance, claim),
                ClaimRow.deadline(insurance, claim),
                view.claimsEnd(incident.incidentId()),
                matter(insurance, claim, incident, pool, cases));
    }

    /// Those of the same subject first, then those that people decided, then the newest.
    private static List<ClaimRow> similar(Insurance insurance, ClaimView claim) {
        var own = ClaimRow.of(insurance, claim);
        return insurance.claims().stream()
                .filter(each -> each.claimId() != claim.claimId())
                .map(each -> ClaimRow.of(insurance, each))
                .filter(row -> row.isOver() && row.kind() == own.kind())
                .sorted(Comparator.<ClaimRow, Boolean>comparing(
                                row -> !row.subject().equals(own.subject()))
                        .thenComparing(row -> row.route().equals("Arithmetic"))
                        .thenComparing(
                                Comparator.comparingLong(ClaimRow::claimId).reversed()))
                .limit(SIMILAR)
                .toList();
    }

    long claimId() {
        return view.claimId();
    }

    Optional<CaseView> latestCase() {
        return cases.isEmpty() ? Optional.empty() : Optional.of(cases.getLast());
    }

    /// Whether people still vote on the claim or its incident, so that the split of their votes is not shown unasked.
    boolean isVoting() {
        return incidentInVote || latestCase().filter(Dossier::isOpen).isPresent();
    }

    private static boolean isOpen(CaseView each) {
        return each.case_().outcome() == CaseOutcome.OPEN;
    }

    /// What whoever acts can do about the claim.
    private static CaseVoteViewModel.Matter matter(
            Insurance insurance, ClaimView view, IncidentView incident, PoolView pool, List<CaseView> cases) {
        var claim = view.claim();
        var protocol = insurance.view();
        var parties = Parties.of(claim, incident.incident(), insurance.claimsOf(incident.incidentId()));
        var running = cases.isEmpty() ? Optional.<CaseView>empty() : Optional.of(cases.getLast());
        return new CaseVoteViewModel.Matter(
                CaseKind.CLAIM,
                view.claimId(),
                running.map(each -> new CaseVoteViewModel.Running(each.caseId(), each.case_())),
                pool.pool(),
                Optional.of(claim.claimant()),
                appeal(insurance, claim, incident, pool),
                Optional.empty(),
                !Stage.of(claim.state()).isOver(),
                parties,
                Parties.stakes(view),
                running.map(each -> Parties.counted(each, protocol.ballots(each.caseId()), parties))
                        .orElse(List.of()),
                council(claim, view.claimId(), insurance.known().time()),
                running.map(each -> protocol.outcome(each.caseId())).orElse(CaseOutcome.OPEN),
                running.map(each -> protocol.decidedBps(each.caseId())).orElse(0),
                insurance.known().block().number(),
                insurance.known().time());
    }

    private static Optional<WrittenCall> council(Claim claim, long claimId, long now) {
        var template = claim.isCouncilsAt(now)
                ? Optional.of(Template.DECIDE_CLAIM)
                : claim.isFlaggableAt(now) ? Optional.of(Template.FLAG_FRAUD) : Optional.<Template>empty();
        return template.map(WrittenCall::empty).map(call -> call.with(Input.CLAIM, Long.toString(claimId)));
    }

    /// Once, within the cool-down, for three times the deposit.
    private static Optional<CaseVoteViewModel.Deposit> appeal(
            Insurance insurance, Claim claim, IncidentView incident, PoolView pool) {
        return insurance
                .view()
                .incidentTerms(incident.incidentId())
                .filter(terms -> claim.state() == ClaimState.DENIED
                        && claim.appeals() == 0
                        && insurance.known().time() <= claim.decidedAt() + terms.coolDown())
                .map(terms -> new CaseVoteViewModel.Deposit(
                        pool.asset(), terms.claimDeposit().multiply(APPEAL_FACTOR)));
    }

    /// Whose events belong to the claim.
    ReadHistory.Things things() {
        return new ReadHistory.Things(
                incident.incidentId(),
                Set.of(claimId()),
                policy.map(PolicyView::policyId).map(Set::of).orElse(Set.<BigInteger>of()),
                Stream.concat(
                                cases.stream().map(CaseView::caseId),
                                Stream.of(incident.incident().caseId()))
                        .filter(id -> id != 0)
                        .collect(Collectors.toUnmodifiableSet()),
                pool.pool(),
                Stream.of(
                                incident.incident().firstAdapter(),
                                incident.incident().secondAdapter())
                        .filter(adapter -> !adapter.isZero())
                        .collect(Collectors.toUnmodifiableSet()),
                incident.incident().subjectId(),
                incident.incident().occurredAt() - READINGS_BEFORE);
    }
}
