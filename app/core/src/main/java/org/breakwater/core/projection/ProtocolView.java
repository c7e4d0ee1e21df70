package org.breakwater.core.projection;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.breakwater.core.fact.DirectoryFact.PoolAdded;
import org.breakwater.core.fact.IncidentFact.Terms;
import org.breakwater.core.fact.PolicyFact.Policy;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.projection.PoolRecords.ReserveKey;
import org.breakwater.core.projection.view.AccountCoverView;
import org.breakwater.core.projection.view.BallotView;
import org.breakwater.core.projection.view.CaseView;
import org.breakwater.core.projection.view.Change;
import org.breakwater.core.projection.view.ChangeView;
import org.breakwater.core.projection.view.ClaimView;
import org.breakwater.core.projection.view.CoverPrice;
import org.breakwater.core.projection.view.Deadline;
import org.breakwater.core.projection.view.EvidenceView;
import org.breakwater.core.projection.view.ExitNotice;
import org.breakwater.core.projection.view.FeedView;
import org.breakwater.core.projection.view.Head;
import org.breakwater.core.projection.view.IncidentReserve;
import org.breakwater.core.projection.view.IncidentView;
import org.breakwater.core.projection.view.Integrator;
import org.breakwater.core.projection.view.IntegratorView;
import org.breakwater.core.projection.view.ParameterView;
import org.breakwater.core.projection.view.PauseView;
import org.breakwater.core.projection.view.PolicyCounts;
import org.breakwater.core.projection.view.PolicyView;
import org.breakwater.core.projection.view.PoolView;
import org.breakwater.core.projection.view.Redemptions;
import org.breakwater.core.projection.view.Series;
import org.breakwater.core.projection.view.SeriesView;
import org.breakwater.core.projection.view.SubjectCover;
import org.breakwater.core.projection.view.SubjectView;
import org.breakwater.core.projection.view.TermsView;
import org.breakwater.core.projection.view.Totals;
import org.breakwater.core.projection.view.TreasuryView;
import org.breakwater.core.protocol.CaseKind;
import org.breakwater.core.protocol.CaseOutcome;
import org.breakwater.core.protocol.ModuleName;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.protocol.PauseScope;
import org.breakwater.core.protocol.PolicyState;
import org.breakwater.core.protocol.PremiumMode;
import org.breakwater.core.rule.ParameterBook;
import org.breakwater.core.rule.PremiumPrice;
import org.breakwater.core.rule.Solvency;
import org.breakwater.core.rule.Unsigned;
import org.breakwater.core.value.Address;

/// What the protocol comes to at one time: the answers of `ProtocolLens` and `ClaimsLens`, from events alone.
public final class ProtocolView {

    private final ProtocolRecords records;
    private final long at;
    private final OutsideFacts outside;
    private final PegWatch pegs;
    private final PoolValuation pools;
    private final TreasuryValuation treasury;
    private final ClaimValuation claims;

    ProtocolView(ProtocolRecords records, long at, OutsideFacts outside) {
        this.records = records;
        this.at = at;
        this.outside = outside;
        pegs = new PegWatch(records.treasury(), records.parameters(), outside, at);
        pools = new PoolValuation(records, pegs, at);
        treasury = new TreasuryValuation(records, pools, pegs, outside, at);
        claims = new ClaimValuation(records, pools, at);
    }

    /// The time it is looked at, seconds since 1970.
    public long time() {
        return at;
    }

    public Head head() {
        return new Head(
                records.pools().identities().size(),
                records.risk().subjects().size(),
                records.policies().policies().size(),
                records.incidents().incidents().size(),
                records.claims().claims().size(),
                records.cases().cases().size(),
                records.series().series().size(),
                records.accounts().integrators().size(),
                records.parameters().changes().size(),
                records.guardian().pauses().size(),
                records.parameters().keys().size());
    }

    public List<PoolView> pools() {
        return numbered(
                records.pools().identities().size(),
                id -> pools.view(records.pools().identity(id)));
    }

    public Optional<PoolView> pool(long poolId) {
        Optional<PoolAdded> pool = records.pools().identities().find(poolId);
        return pool.map(pools::view);
    }

    public List<SubjectView> subjects() {
        return numbered(records.risk().subjects().size(), this::subject);
    }

    private SubjectView subject(long subjectId) {
        var subject = records.risk().subjects().require(subjectId, () -> "a subject is missing");
        return new SubjectView(
                subjectId,
                records.risk().score(subjectId, at),
                records.risk().failedRules(subjectId, subject.kind(), records.parameters(), at),
                subject,
                records.risk().inputs(subjectId));
    }

    public List<PolicyView> policies() {
        return numbered(records.policies().policies().size(), this::policy);
    }

    public Optional<PolicyView> policy(BigInteger policyId) {
        return records.policies().policies().find(policyId).map(policy -> view(policyId, policy));
    }

    private PolicyView policy(long policyId) {
        var id = BigInteger.valueOf(policyId);
        Policy policy = records.policies().policies().require(id, () -> "a policy is missing");
        return view(id, policy);
    }

    private PolicyView view(BigInteger id, Policy policy) {
        return new PolicyView(
                id,
                records.policies().holders().get(id, Address.ZERO),
                state(policy),
                records.claims().openClaims().get(id, 0L),
                policy);
    }

    private PolicyState state(Policy policy) {
        return switch (policy.closed()) {
            case EXPIRED -> PolicyState.EXPIRED;
            case CANCELLED -> PolicyState.CANCELLED;
            case EXHAUSTED -> PolicyState.EXHAUSTED;
            case NONE -> {
                if (at < policy.start()) {
                    yield PolicyState.WAITING;
                }
                if (at < policy.end()) {
                    yield PolicyState.ACTIVE;
                }
                yield at <= policy.graceEnd() ? PolicyState.GRACE : PolicyState.OVERDUE;
            }
        };
    }

    public PolicyCounts policyCounts() {
        var states = List.of(PolicyState.values());
        var count = new ArrayList<>(Collections.nCopies(states.size(), BigInteger.ZERO));
        var cover = new ArrayList<>(Collections.nCopies(states.size(), BigInteger.ZERO));
        var premium = BigInteger.ZERO;
        var paid = BigInteger.ZERO;
        for (var policy : records.policies().policies().values()) {
            var place = states.indexOf(state(policy));
            count.set(place, count.get(place).add(BigInteger.ONE));
            cover.set(place, cover.get(place).add(policy.amount()).subtract(policy.paid()));
            premium = premium.add(policy.premium());
            paid = paid.add(policy.paid());
        }
        return new PolicyCounts(count, cover, premium, paid);
    }

    /// The parameters as the rules ask for them.
    public ParameterBook parameterBook() {
        return records.parameters();
    }

    public List<ParameterView> parameters() {
        var parameters = records.parameters();
        return LongStream.range(0, parameters.keys().size())
                .mapToObj(place -> parameters.keys().require(place, () -> "a parameter is missing"))
                .map(key -> {
                    var scopes = parameters.scopes(key);
                    return new ParameterView(
                            key,
                            parameters.spec(key).orElseThrow(),
                            parameters.own(key, ParameterScope.GLOBAL).orElseThrow(),
                            scopes,
                            scopes.stream()
                                    .map(scope -> parameters.own(key, scope).orElseThrow())
                                    .toList());
                })
                .toList();
    }

    public List<ChangeView> changes() {
        return numbered(records.parameters().changes().size(), id -> {
            Change change = records.parameters().changes().require(id, () -> "a change is missing");
            return new ChangeView(id, change.at(at));
        });
    }

    public List<PauseView> pauses() {
        return numbered(records.guardian().pauses().size(), id -> {
            var pause = records.guardian().pauses().require(id, () -> "a pause is missing");
            return new PauseView(id, pause.isActive(at), pause);
        });
    }

    public TreasuryView treasury() {
        return treasury.view();
    }

    public List<IncidentView> incidents() {
        return numbered(records.incidents().incidents().size(), id -> {
            var incident = records.incidents().incident(id);
            var pool = records.pools().identity(incident.opened().poolId()).pool();
            return new IncidentView(
                    id,
                    incident.view(),
                    records.pools().reserves().get(new ReserveKey(pool, id), IncidentReserve.NONE),
                    records.claims().totals().get(id, Totals.NONE));
        });
    }

    public List<ClaimView> claims() {
        return numbered(records.claims().claims().size(), claims::view);
    }

    public List<CaseView> cases() {
        return numbered(
                records.cases().cases().size(),
                id -> new CaseView(id, records.cases().entry(id).view()));
    }

    public List<SeriesView> series() {
        return numbered(records.series().series().size(), id -> {
            var number = BigInteger.valueOf(id);
            return new SeriesView(number, view(records.series().series().require(number, () -> "a series is missing")));
        });
    }

    /// Parameters as they stood at an incident's detection; empty where there is no such incident.
    public Optional<Terms> incidentTerms(long incidentId) {
        return records.incidents().terms().find(incidentId);
    }

    /// Evidence on an incident or a claim, in the order in which it came.
    public List<EvidenceView> evidence(CaseKind kind, long refId) {
        return LongStream.range(0, records.cases().evidenceCount(kind, refId))
                .mapToObj(index -> new CaseRecords.EvidenceKey(kind, refId, BigInteger.valueOf(index)))
                .map(key -> records.cases().evidence().require(key, () -> "a piece of evidence is missing"))
                .map(evidence -> new EvidenceView(
                        evidence.added().index().longValueExact(),
                        evidence.added().by(),
                        evidence.added().contentHash(),
                        evidence.added().uri(),
                        evidence.at(),
                        evidence.added().afterDeadline()))
                .toList();
    }

    /// The ballots of a case that count, newest first.
    public List<BallotView> ballots(long caseId) {
        return records.cases().ballots().values().stream()
                .filter(ballot -> ballot.cast().caseId() == caseId)
                .map(ballot -> new BallotView(
                        ballot.cast().voter(),
                        ballot.cast().choice(),
                        ballot.cast().shareBps(),
                        ballot.cast().weight(),
                        ballot.cast().reasonHash(),
                        ballot.at()))
                .sorted(Comparator.comparingLong(BallotView::at).reversed().thenComparing(BallotView::voter))
                .toList();
    }

    private static Series view(SeriesRecords.Series series) {
        var opened = series.opened();
        var settlement = series.settlement();
        return new Series(
                opened.poolId(),
                opened.subjectId(),
                series.state(),
                opened.adapter(),
                opened.salesEnd(),
                opened.eventEnd(),
                settlement.redeemBy(),
                settlement.severityBps(),
                opened.unitPayout(),
                opened.maxUnits(),
                series.unitsSold(),
                series.unitsRedeemed(),
                settlement.unitPaid(),
                series.premiumCollected(),
                settlement.incidentId(),
                opened.termsHash());
    }

    public List<IntegratorView> integrators() {
        var accounts = records.accounts();
        return LongStream.range(0, accounts.order().size())
                .mapToObj(place -> accounts.order().require(place, () -> "an integrator is missing"))
                .map(address ->
                        view(address, accounts.integrators().require(address, () -> "an integrator is missing")))
                .toList();
    }

    /// Cover of integrators' accounts, by integrator and then in the order in which it began.
    public List<AccountCoverView> accountCovers() {
        return records.accounts().covers().entries().stream()
                .map(cover -> view(cover.getKey(), cover.getValue()))
                .sorted(Comparator.comparing(AccountCoverView::integrator).thenComparing(AccountCoverView::coverId))
                .toList();
    }

    private AccountCoverView view(BigInteger coverId, AccountCoverRecords.Cover cover) {
        var integrator = records.accounts().integrators().require(cover.integrator(), () -> "an integrator is missing");
        var registered = integrator.registered();
        return new AccountCoverView(
                coverId,
                cover.integrator(),
                cover.account(),
                registered.poolId(),
                registered.subjectId(),
                cover.reported(),
                cover.insured(),
                cover.paid(),
                cover.rate(),
                cover.since(),
                cover.endedAt(),
                integrator.balance().funded() && at < integrator.balance().usedUpAt());
    }

    /// The terms of one version of a pool's policies.
    public Optional<TermsView> terms(long poolId, long version) {
        return records.policies()
                .terms()
                .find(new PolicyRecords.TermsKey(poolId, version))
                .map(known -> {
                    var terms = known.terms();
                    return new TermsView(
                            terms.poolId(),
                            terms.version(),
                            terms.wordingURI(),
                            terms.wordingHash(),
                            terms.exclusionsBitmap(),
                            known.at());
                });
    }

    private static IntegratorView view(Address address, AccountCoverRecords.Integrator integrator) {
        var registered = integrator.registered();
        var balance = integrator.balance();
        return new IntegratorView(
                address,
                balance.usedUpAt(),
                integrator.accounts(),
                new Integrator(
                        registered.poolId(),
                        registered.subjectId(),
                        registered.waiting(),
                        registered.enrolment(),
                        integrator.active(),
                        balance.prepaid(),
                        balance.rate(),
                        integrator.insured(),
                        balance.chargedAt(),
                        registered.metadataHash()));
    }

    /// The DAO.
    public GovernanceView governance() {
        return new GovernanceView(records, at);
    }

    /// Who may do what, by an AccessManager.
    public AuthorityView authority(Address manager) {
        return new AuthorityView(records.authority(), manager, at);
    }

    /// Seconds for which a scope was stopped for a pool so far; for pool 0, for every pool.
    public long pausedSeconds(PauseScope scope, long poolId) {
        return records.guardian().pausedSeconds(scope, poolId, at);
    }

    /// Latest end of the stops of a scope that run for a pool now; 0 when none does.
    public long pausedUntil(PauseScope scope, long poolId) {
        return records.guardian().pausedUntil(scope, poolId, at);
    }

    /// When a scope may be stopped again for a pool, for pool 0 for every pool; 0 when now. While it runs, from its end
    /// as it stands.
    public long coolingUntil(PauseScope scope, long poolId) {
        return records.guardian()
                .coolingUntil(
                        scope,
                        poolId,
                        at,
                        global(ParameterKey.PAUSE_COOLDOWN),
                        global(ParameterKey.PAUSE_MAX),
                        records.pools().identities().size());
    }

    private long global(ParameterKey key) {
        return records.parameters().get(key, ParameterScope.GLOBAL).longValueExact();
    }

    public boolean isQuarantined(Address adapter) {
        return records.guardian().isQuarantined(adapter);
    }

    /// Price feeds that the protocol reads: those of settlement assets first, then those of adapters that are bound, by
    /// pool and subject.
    public List<FeedView> feeds() {
        return new FeedWatch(records, outside, at).feeds();
    }

    /// Notices that the treasury gave to venues and has not used up, earliest first.
    public List<ExitNotice> exitNotices() {
        return records.treasury().exits().values().stream()
                .map(exit -> new ExitNotice(exit.venue(), exit.amount(), exit.readyAt()))
                .sorted(Comparator.comparingLong(ExitNotice::readyAt).thenComparing(ExitNotice::venue))
                .toList();
    }

    public Optional<Address> module(ModuleName name) {
        return records.directory().module(name);
    }

    /// The AccessManager that a module asks.
    public Optional<Address> authorityOf(ModuleName module) {
        return records.directory().module(module).flatMap(records.directory().authorities()::find);
    }

    /// What closing a case now would decide.
    public CaseOutcome outcome(long caseId) {
        return records.cases().outcome(caseId);
    }

    /// Share that closing a case now would grant, basis points; 0 unless accepted.
    public int decidedBps(long caseId) {
        return records.cases().decidedBps(caseId);
    }

    /// Last time to submit a claim, with the time that submissions have been paused; 0 before settling.
    public long claimsEnd(long incidentId) {
        return claims.claimsEnd(incidentId);
    }

    /// Last time to be paid, with the time that payouts have been paused.
    public long redeemBy(long claimId) {
        return claims.redeemBy(records.claims().claim(claimId));
    }

    /// Surge on a subject's price now, basis points.
    public BigInteger surge(long poolId, long subjectId) {
        var surge = records.policies().surges().find(new Place(poolId, subjectId));
        var perDay = records.parameters().get(ParameterKey.SURGE_DECAY_DAY, ParameterScope.pool(poolId));
        return surge.map(last -> PremiumPrice.decayed(last.exact(), perDay, BigInteger.valueOf(at - last.at())))
                .map(PremiumPrice::surgeBps)
                .orElse(BigInteger.ZERO);
    }

    /// The redemption queue of a pool, and what processing it now would do.
    public Optional<Redemptions> redemptions(long poolId) {
        return records.pools()
                .identities()
                .find(poolId)
                .map(pool -> new RedemptionValuation(records, pegs, pool, at).view());
    }

    /// Cover that a pool has sold on a subject.
    public Optional<SubjectCover> cover(long poolId, long subjectId) {
        return records.pools().identities().find(poolId).map(pool -> {
            var key = new PoolRecords.SubjectKey(pool.pool(), subjectId);
            var sold = records.pools().subjects().get(key, PoolRecords.SubjectCover.NONE);
            var share = records.parameters().get(ParameterKey.SUBJECT_CONCENTRATION, ParameterScope.pool(poolId));
            return new SubjectCover(sold.amount(), sold.level(), Solvency.limit(pools.totalAssets(pool.pool()), share));
        });
    }

    /// What cover of a subject by a pool costs now; empty where there is no such pool or subject.
    public Optional<CoverPrice> price(long poolId, long subjectId) {
        Optional<PoolAdded> pool = records.pools().identities().find(poolId);
        return pool.filter(_ -> records.risk().subjects().find(subjectId).isPresent())
                .map(found -> price(found, subjectId));
    }

    private CoverPrice price(PoolAdded pool, long subjectId) {
        var scope = ParameterScope.pool(pool.poolId());
        var parameters = records.parameters();
        var level = records.risk().level(subjectId, at);
        var base = parameters.get(ParameterKey.BASE_RATE, ParameterScope.level(level.number()));
        var mode = List.of(PremiumMode.values())
                .get(parameters.get(ParameterKey.PREMIUM_MODE, scope).intValueExact());
        var risk = BigInteger.ZERO;
        var utilisation = BigInteger.ZERO;
        var surge = BigInteger.ZERO;
        var ceiling = parameters.get(ParameterKey.RATE_CEILING, scope);
        if (mode != PremiumMode.FIXED) {
            var score = BigInteger.valueOf(records.risk().score(subjectId, at));
            risk = PremiumPrice.risk(parameters.get(ParameterKey.RISK_SLOPE, scope), score);
        }
        if (mode == PremiumMode.USAGE_ADJUSTED) {
            var used = BigInteger.valueOf(pools.capital(pool).utilisationBps());
            utilisation = PremiumPrice.utilisation(parameters.get(ParameterKey.UTILISATION_SLOPE, scope), used);
            var room = Unsigned.saturatingSub(ceiling, base.add(risk).add(utilisation));
            surge = surge(pool.poolId(), subjectId).min(room);
        }
        var sum = base.add(risk).add(utilisation).add(surge);
        var floor = parameters.get(ParameterKey.RATE_FLOOR, scope);
        var rate = sum.compareTo(ceiling) > 0 ? Optional.<BigInteger>empty() : Optional.of(sum.max(floor));
        return new CoverPrice(mode, level, base, risk, utilisation, surge, floor, ceiling, rate);
    }

    /// Shares or votes of an account; of a settlement asset, only those of the treasury are known.
    public BigInteger balance(Address token, Address holder) {
        return records.directory().balance(token, holder);
    }

    /// Deadlines of incidents, claims and cases that lie ahead, earliest first.
    public List<Deadline> deadlines() {
        var deadlines = new ArrayList<Deadline>();
        for (var view : incidents()) {
            var incident = view.incident();
            var id = view.incidentId();
            switch (incident.state()) {
                case DETECTED -> deadlines.add(new Deadline(incident.lapsesAt(), Deadline.Kind.INCIDENT_LAPSES, id));
                case CONFIRMED ->
                    deadlines.add(new Deadline(incident.challengeEnds(), Deadline.Kind.CHALLENGE_ENDS, id));
                case SETTLING -> deadlines.add(new Deadline(incident.claimsEnd(), Deadline.Kind.CLAIMS_END, id));
                case COUNCIL_REVIEW ->
                    deadlines.add(new Deadline(incident.reviewEnds(), Deadline.Kind.INCIDENT_REVIEW_ENDS, id));
                case NONE, ESCALATED, CLOSED, REJECTED, LAPSED -> {}
            }
        }
        for (long id = 1; id <= records.claims().claims().size(); id++) {
            var claim = records.claims().claim(id).at(at);
            switch (claim.state()) {
                case COUNCIL_REVIEW ->
                    deadlines.add(new Deadline(claim.reviewEnds(), Deadline.Kind.CLAIM_REVIEW_ENDS, id));
                case APPROVED, AUTO_APPROVED ->
                    deadlines.add(new Deadline(claim.payableAt(), Deadline.Kind.CLAIM_PAYABLE, id));
                case PAYABLE -> {
                    if (!claim.waitsForWindow()) {
                        deadlines.add(new Deadline(claim.redeemBy(), Deadline.Kind.REDEEM_BY, id));
                    }
                }
                case NONE, SUBMITTED, ESCALATED, IN_VOTE, DENIED, PAID, EXPIRED, WITHDRAWN -> {}
            }
        }
        for (var view : cases()) {
            if (view.case_().outcome() == CaseOutcome.OPEN) {
                deadlines.add(new Deadline(view.case_().evidenceEnds(), Deadline.Kind.EVIDENCE_ENDS, view.caseId()));
                deadlines.add(new Deadline(view.case_().closes(), Deadline.Kind.CASE_CLOSES, view.caseId()));
            }
        }
        deadlines.removeIf(deadline -> deadline.at() < at);
        deadlines.sort(Comparator.comparingLong(Deadline::at));
        return List.copyOf(deadlines);
    }

    private static <T> List<T> numbered(long count, LongFunction<T> item) {
        return LongStream.rangeClosed(1, count).mapToObj(item).toList();
    }
}
