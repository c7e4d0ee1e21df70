package org.breakwater.core.projection;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.breakwater.core.fact.IncidentFact.Terms;
import org.breakwater.core.parameters.ParameterScope;
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
import org.breakwater.core.projection.view.IncidentView;
import org.breakwater.core.projection.view.IntegratorView;
import org.breakwater.core.projection.view.ParameterView;
import org.breakwater.core.projection.view.PauseView;
import org.breakwater.core.projection.view.PolicyCounts;
import org.breakwater.core.projection.view.PolicyView;
import org.breakwater.core.projection.view.PoolView;
import org.breakwater.core.projection.view.PoolWorth;
import org.breakwater.core.projection.view.Redemptions;
import org.breakwater.core.projection.view.SeriesView;
import org.breakwater.core.projection.view.Subject;
import org.breakwater.core.projection.view.SubjectCover;
import org.breakwater.core.projection.view.SubjectView;
import org.breakwater.core.projection.view.TermsView;
import org.breakwater.core.projection.view.TreasuryView;
import org.breakwater.core.protocol.CaseKind;
import org.breakwater.core.protocol.CaseOutcome;
import org.breakwater.core.protocol.ModuleName;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.protocol.PauseScope;
import org.breakwater.core.protocol.SalesClosed;
import org.breakwater.core.rule.ParameterBook;
import org.breakwater.core.value.Address;

/// What the protocol comes to at one time: the answers of `ProtocolLens` and `ClaimsLens`, from events alone.
public final class ProtocolView {

    private final ProtocolRecords records;
    private final long at;
    private final OutsideFacts outside;
    private final CapitalView capital;
    private final CoverView cover;
    private final ClaimHandlingView claims;
    private final TreasuryValuation treasury;

    ProtocolView(ProtocolRecords records, long at, OutsideFacts outside) {
        this.records = records;
        this.at = at;
        this.outside = outside;
        var pegs = new PegWatch(records.treasury(), records.parameters(), outside, at);
        var pools = new PoolValuation(records, pegs, at);
        capital = new CapitalView(records, pools, pegs, at);
        cover = new CoverView(records, at);
        claims = new ClaimHandlingView(records, new ClaimValuation(records, pools, at), at);
        treasury = new TreasuryValuation(records, pools, pegs, outside, at);
    }

    /// The time it is looked at, seconds since 1970.
    public long time() {
        return at;
    }

    /// What contracts that are not the protocol's own say then.
    public OutsideFacts outside() {
        return outside;
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

    /// Whether what pools are worth can be told: not while the protocol is being deployed, before the treasury
    /// knows the prices of their assets.
    public boolean canValuePools() {
        return records.pools().identities().values().stream()
                .allMatch(pool -> records.treasury().pegs().find(pool.asset()).isPresent());
    }

    public List<PoolView> pools() {
        return capital.pools();
    }

    /// The same pools, only what they are worth: cheap enough for every day of a history.
    public List<PoolWorth> worths() {
        return capital.worths();
    }

    public Optional<PoolView> pool(long poolId) {
        return capital.pool(poolId);
    }

    /// Surge on a subject's price now, basis points.
    public BigInteger surge(long poolId, long subjectId) {
        return capital.surge(poolId, subjectId);
    }

    /// The redemption queue of a pool, and what processing it now would do.
    public Optional<Redemptions> redemptions(long poolId) {
        return capital.redemptions(poolId);
    }

    /// Cover that a pool has sold on a subject.
    public Optional<SubjectCover> cover(long poolId, long subjectId) {
        return capital.cover(poolId, subjectId);
    }

    /// What cover of a subject by a pool costs now; empty where there is no such pool or subject.
    public Optional<CoverPrice> price(long poolId, long subjectId) {
        return capital.price(poolId, subjectId);
    }

    /// Why a pool sells no cover of a subject now; empty while it sells, and where there is no such pool or subject.
    public Optional<SalesClosed> salesClosed(long poolId, long subjectId) {
        return capital.salesClosed(poolId, subjectId);
    }

    /// Most cover of a subject that a pool would sell to one buyer now, assets; empty where there is no such pool or
    /// subject.
    public Optional<BigInteger> availableCapacity(long poolId, long subjectId) {
        return capital.availableCapacity(poolId, subjectId);
    }

    public List<PolicyView> policies() {
        return cover.policies();
    }

    public Optional<PolicyView> policy(BigInteger policyId) {
        return cover.policy(policyId);
    }

    public PolicyCounts policyCounts() {
        return cover.policyCounts();
    }

    public List<SeriesView> series() {
        return cover.series();
    }

    /// Units of parametric series that an account holds, by the series' numbers.
    public SortedMap<BigInteger, BigInteger> units(Address holder) {
        return cover.units(holder);
    }

    public List<IntegratorView> integrators() {
        return cover.integrators();
    }

    /// Cover of integrators' accounts, by integrator and then in the order in which it began.
    public List<AccountCoverView> accountCovers() {
        return cover.accountCovers();
    }

    /// The terms of one version of a pool's policies.
    public Optional<TermsView> terms(long poolId, long version) {
        return cover.terms(poolId, version);
    }

    public List<IncidentView> incidents() {
        return claims.incidents();
    }

    public List<ClaimView> claims() {
        return claims.claims();
    }

    public List<CaseView> cases() {
        return claims.cases();
    }

    /// Parameters as they stood at an incident's detection; empty where there is no such incident.
    public Optional<Terms> incidentTerms(long incidentId) {
        return claims.incidentTerms(incidentId);
    }

    /// Evidence on an incident or a claim, in the order in which it came.
    public List<EvidenceView> evidence(CaseKind kind, long refId) {
        return claims.evidence(kind, refId);
    }

    /// The ballots of a case that count, newest first.
    public List<BallotView> ballots(long caseId) {
        return claims.ballots(caseId);
    }

    /// What closing a case now would decide.
    public CaseOutcome outcome(long caseId) {
        return claims.outcome(caseId);
    }

    /// Share that closing a case now would grant, basis points; 0 unless accepted.
    public int decidedBps(long caseId) {
        return claims.decidedBps(caseId);
    }

    /// Last time to submit a claim, with the time that submissions have been paused; 0 before settling.
    public long claimsEnd(long incidentId) {
        return claims.claimsEnd(incidentId);
    }

    /// Last time to be paid, with the time that payouts have been paused.
    public long redeemBy(long claimId) {
        return claims.redeemBy(claimId);
    }

    /// Until when a denial is open: its claimant may appeal once until then, and after it anybody makes it final. Empty
    /// where the claim is not denied, or its denial is final.
    public OptionalLong denialOpenUntil(long claimId) {
        return claims.denialOpenUntil(claimId);
    }

    /// Deadlines of incidents, claims and cases that lie ahead, earliest first.
    public List<Deadline> deadlines() {
        return claims.deadlines();
    }

    public List<SubjectView> subjects() {
        return numbered(
                records.risk().subjects().size(),
                id -> subject(id, records.risk().subjects().require(id, () -> "a subject is missing")));
    }

    public Optional<SubjectView> subject(long subjectId) {
        return records.risk().subjects().find(subjectId).map(subject -> subject(subjectId, subject));
    }

    private SubjectView subject(long subjectId, Subject subject) {
        return new SubjectView(
                subjectId,
                records.risk().score(subjectId, at),
                records.risk().failedRules(subjectId, subject.kind(), records.parameters(), at),
                subject,
                records.risk().inputs(subjectId));
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

    /// The DAO.
    public GovernanceView governance() {
        return new GovernanceView(records, at);
    }

    /// What keeping the protocol running needs.
    public UpkeepView upkeep() {
        return new UpkeepView(records, at);
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

    /// Shares or votes of an account; of a settlement asset, only those of the treasury are known.
    public BigInteger balance(Address token, Address holder) {
        return records.directory().balance(token, holder);
    }

    static <T> List<T> numbered(long count, LongFunction<T> item) {
        return LongStream.rangeClosed(1, count).mapToObj(item).toList();
    }
}
