package org.breakwater.desktop.feature.claims;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.breakwater.core.claims.ClaimCalculation;
import org.breakwater.core.follow.Known;
import org.breakwater.core.projection.ProtocolView;
import org.breakwater.core.projection.view.CaseView;
import org.breakwater.core.projection.view.ClaimView;
import org.breakwater.core.projection.view.Deadline;
import org.breakwater.core.projection.view.IncidentView;
import org.breakwater.core.projection.view.PolicyView;
import org.breakwater.core.projection.view.PoolView;
import org.breakwater.core.projection.view.SubjectView;
import org.breakwater.core.protocol.CaseKind;
import org.breakwater.core.rule.Unsigned;
import org.breakwater.core.text.TextLibrary;
import org.breakwater.desktop.l10n.Terms;
import org.breakwater.desktop.place.SubjectName;

/// What is known of the things that claims hang together with, by their numbers.
final class Insurance {

    private final Known known;
    private final TextLibrary texts;
    private final List<ClaimView> claims;
    private final Map<Long, IncidentView> incidents;
    private final Map<Long, PoolView> pools;
    private final Map<Long, SubjectView> subjects;
    private final Map<BigInteger, PolicyView> policies;
    private final List<CaseView> cases;
    private final List<Deadline> deadlines;

    Insurance(Known known, TextLibrary texts) {
        this.known = known;
        this.texts = texts;
        var view = known.view();
        claims = view.claims();
        incidents = by(view.incidents(), IncidentView::incidentId);
        pools = by(view.pools(), PoolView::poolId);
        subjects = by(view.subjects(), SubjectView::subjectId);
        policies = by(view.policies(), PolicyView::policyId);
        cases = view.cases();
        deadlines = view.deadlines();
    }

    private static <K, V> Map<K, V> by(List<V> values, Function<V, K> key) {
        return values.stream().collect(Collectors.toMap(key, value -> value));
    }

    ProtocolView view() {
        return known.view();
    }

    Known known() {
        return known;
    }

    TextLibrary texts() {
        return texts;
    }

    List<ClaimView> claims() {
        return claims;
    }

    Optional<ClaimView> claim(long claimId) {
        return claims.stream().filter(claim -> claim.claimId() == claimId).findFirst();
    }

    List<ClaimView> claimsOf(long incidentId) {
        return claims.stream()
                .filter(claim -> claim.claim().incidentId() == incidentId)
                .toList();
    }

    Map<Long, IncidentView> incidents() {
        return incidents;
    }

    Optional<IncidentView> incident(long incidentId) {
        return Optional.ofNullable(incidents.get(incidentId));
    }

    /// @throws IllegalStateException for a number that no incident has: claims and cases name only those that are there
    IncidentView incidentOf(ClaimView claim) {
        return incident(claim.claim().incidentId())
                .orElseThrow(() -> new IllegalStateException("claim " + claim.claimId() + " has no incident"));
    }

    Optional<PoolView> pool(long poolId) {
        return Optional.ofNullable(pools.get(poolId));
    }

    String poolName(long poolId) {
        return pool(poolId).map(PoolView::kind).map(Terms::of).orElse("Pool " + poolId);
    }

    Optional<SubjectView> subject(long subjectId) {
        return Optional.ofNullable(subjects.get(subjectId));
    }

    /// What a subject is called by the text whose hash it was registered with; else its number.
    String subjectName(long subjectId) {
        return subject(subjectId).map(subject -> SubjectName.of(subject, texts)).orElse("Subject " + subjectId);
    }

    Optional<PolicyView> policy(BigInteger coverId) {
        return Optional.ofNullable(policies.get(coverId));
    }

    /// What lies ahead, earliest first.
    List<Deadline> deadlines() {
        return deadlines;
    }

    /// The cases about an incident or a claim, oldest first.
    List<CaseView> cases(CaseKind kind, long refId) {
        return cases.stream()
                .filter(each -> each.case_().kind() == kind && each.case_().refId() == refId)
                .toList();
    }

    /// What a claim on a policy comes to; empty for cover of an account.
    Optional<ClaimCalculation> calculation(ClaimView claim) {
        var incident = incidentOf(claim);
        var terms = view().incidentTerms(incident.incidentId());
        var pool = pool(incident.incident().poolId());
        return policy(claim.claim().coverId())
                .filter(_ -> terms.isPresent() && pool.isPresent())
                .map(policy -> ClaimCalculation.of(new ClaimCalculation.Basis(
                        claim.claim(),
                        policy.policy(),
                        incident.incident(),
                        terms.get(),
                        incident.reserve(),
                        incident.totals(),
                        Unsigned.saturatingSub(
                                pool.get().payoutsLimit(), pool.get().payoutsUsed()),
                        view().claimsEnd(incident.incidentId()),
                        view().time())));
    }
}
