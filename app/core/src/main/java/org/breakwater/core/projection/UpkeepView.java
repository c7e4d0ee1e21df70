package org.breakwater.core.projection;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.breakwater.core.fact.AdapterFact.Assertion;
import org.breakwater.core.fact.BreachFact;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.projection.AdapterRecords.ReadingKey;
import org.breakwater.core.projection.ClaimRecords.CoverKey;
import org.breakwater.core.projection.view.BoundAdapter;
import org.breakwater.core.protocol.AssertionState;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.protocol.RiskLevel;
import org.breakwater.core.protocol.SubjectStatus;
import org.breakwater.core.value.Address;

/// What whoever keeps the protocol running needs to know and the lenses do not tell.
public final class UpkeepView {

    private static final BigInteger ONE = BigInteger.valueOf(10_000);

    /// `RiskRegistry.APART`, seconds: a fall of TVL is one between attestations that lie so far apart.
    private static final long APART = 3_600;

    /// Seconds after a cover's end from which nothing of its capital can be needed: twice `CoverHistory.HOLD`.
    private static final long COVER_HELD = 60 * 86_400L;

    private final ProtocolRecords records;
    private final long at;

    UpkeepView(ProtocolRecords records, long at) {
        this.records = records;
        this.at = at;
    }

    /// Adapters by pool, subject and the order in which they were bound.
    public List<BoundAdapter> adapters() {
        return records.incidents().adapters().entries().stream()
                .sorted(Comparator.comparingLong((Map.Entry<Place, List<Address>> bound) ->
                                bound.getKey().poolId())
                        .thenComparingLong(bound -> bound.getKey().subjectId()))
                .flatMap(bound -> bound.getValue().stream().map(adapter -> bound(bound.getKey(), adapter)))
                .toList();
    }

    private BoundAdapter bound(Place place, Address adapter) {
        var key = new ReadingKey(adapter, place.subjectId());
        var adapters = records.adapters();
        return new BoundAdapter(
                place.poolId(),
                place.subjectId(),
                adapter,
                adapters.configurations().find(key),
                adapters.samples().find(key),
                adapters.breaches().find(key).filter(UpkeepView::runs));
    }

    private static boolean runs(BreachFact breach) {
        return switch (breach) {
            case BreachFact.PriceDropBreachSet set -> set.breach().startedAt() != 0;
            case BreachFact.DepegBreachSet set -> set.breach().startedAt() != 0;
            case BreachFact.TvlDropBreachSet set -> set.breach().firstAt() != 0;
            case BreachFact.Recovered _ -> false;
        };
    }

    /// The open incident of a subject in a pool.
    public Optional<Long> openIncident(long poolId, long subjectId) {
        return records.incidents().open().find(new Place(poolId, subjectId)).filter(id -> id != 0);
    }

    /// Who holds units of a series.
    public List<Address> holders(BigInteger seriesId) {
        return records.series().units().entries().stream()
                .filter(held -> held.getKey().seriesId().equals(seriesId)
                        && held.getValue().signum() > 0)
                .map(held -> held.getKey().holder())
                .sorted()
                .toList();
    }

    /// Whom a pool owes what was set aside for their redemptions, with how much, assets.
    public List<Owed> owed(Address pool) {
        return records.pools().owed().entries().stream()
                .filter(owed ->
                        owed.getKey().pool().equals(pool) && owed.getValue().signum() > 0)
                .map(owed -> new Owed(owed.getKey().controller(), owed.getValue()))
                .sorted(Comparator.comparing(Owed::account))
                .toList();
    }

    /// @param amount assets
    public record Owed(Address account, BigInteger amount) {}

    /// Deposits that were forfeited to a pool and did not reach it yet.
    public List<Forfeit> forfeits() {
        return records.escrow().forfeits().entries().stream()
                .filter(kept -> kept.getValue().signum() > 0)
                .map(kept -> new Forfeit(kept.getKey().desk(), kept.getKey().poolId(), kept.getValue()))
                .sorted(Comparator.comparingLong(Forfeit::poolId).thenComparing(Forfeit::desk))
                .toList();
    }

    /// @param desk that keeps them
    /// @param amount assets
    public record Forfeit(Address desk, long poolId, BigInteger amount) {}

    /// Premium that an integrator's accounts have used, and that pool and treasury do not have yet, assets.
    public BigInteger premiumDue(Address integrator) {
        return records.accounts()
                .integrators()
                .find(integrator)
                .map(found -> found.balance().charged(at).due())
                .orElse(BigInteger.ZERO);
    }

    /// Accounts of an integrator whose cover runs, in the order of their covers.
    public List<Address> covered(Address integrator) {
        return records.accounts().covers().entries().stream()
                .filter(cover -> cover.getValue().integrator().equals(integrator)
                        && cover.getValue().insured().signum() > 0)
                .sorted(Map.Entry.comparingByKey())
                .map(cover -> cover.getValue().account())
                .toList();
    }

    /// Capital that pools lock for an integrator's covers, assets: also for those that ended not long ago.
    public BigInteger locked(Address integrator) {
        return records.accounts().covers().entries().stream()
                .filter(cover -> cover.getValue().integrator().equals(integrator))
                .map(cover -> cover.getValue().held())
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /// Covers that ended so long ago that nothing can be claimed on them, and for which capital is held all the same.
    public List<BigInteger> heldInVain(Address integrator) {
        return records.accounts().covers().entries().stream()
                .filter(cover -> cover.getValue().integrator().equals(integrator)
                        && cover.getValue().insured().signum() == 0
                        && cover.getValue().held().signum() > 0
                        && cover.getValue().endedAt() + COVER_HELD < at)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /// Covers on a subject of a pool for which an incident has no claim and none else is open: policies first.
    public List<BigInteger> unclaimed(long incidentId, long poolId, long subjectId, long occurredAt) {
        var policies = records.policies().policies().entries().stream()
                .filter(policy -> policy.getValue().poolId() == poolId
                        && policy.getValue().subjectId() == subjectId
                        && policy.getValue().start() <= occurredAt
                        && policy.getValue().end() > occurredAt)
                .map(Map.Entry::getKey);
        var accounts = records.accounts().covers().entries().stream()
                .filter(cover -> isOf(cover.getValue().integrator(), poolId, subjectId)
                        && cover.getValue().held().signum() > 0)
                .map(Map.Entry::getKey);
        var claims = records.claims();
        return Stream.concat(policies, accounts)
                .filter(id -> claims.openClaims().get(id, 0L) == 0
                        && claims.claimOf().get(new CoverKey(incidentId, id), 0L) == 0)
                .sorted()
                .toList();
    }

    private boolean isOf(Address integrator, long poolId, long subjectId) {
        return records.accounts()
                .integrators()
                .find(integrator)
                .filter(found -> found.registered().poolId() == poolId
                        && found.registered().subjectId() == subjectId)
                .isPresent();
    }

    /// Insured subjects that a pool counts at another level than their score says, in ascending order.
    public List<Long> relevelled(Address pool) {
        return records.pools().subjects().entries().stream()
                .filter(cover -> cover.getKey().pool().equals(pool)
                        && cover.getValue().amount().signum() > 0
                        && cover.getValue().level() != level(cover.getKey().subjectId()))
                .map(cover -> cover.getKey().subjectId())
                .sorted()
                .toList();
    }

    /// The level of a subject as its score is now.
    public RiskLevel level(long subjectId) {
        return records.risk().level(subjectId, at);
    }

    /// What `RiskRegistry.enforce` would do to a subject now; empty where nothing.
    public Optional<Enforcement> enforcement(long subjectId) {
        var found = records.risk().subjects().find(subjectId);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var subject = found.get();
        var critical = level(subjectId) == RiskLevel.CRITICAL;
        if (subject.status() == SubjectStatus.LISTED) {
            if (critical) {
                return Optional.of(Enforcement.SUSPEND_CRITICAL);
            }
            return hasFallen(subjectId) ? Optional.of(Enforcement.SUSPEND_FALLEN) : Optional.empty();
        }
        if (subject.status() != SubjectStatus.SUSPENDED || !critical) {
            return Optional.empty();
        }
        if (subject.criticalSince() == 0) {
            return Optional.of(Enforcement.NOTE_CRITICAL);
        }
        var since = Math.max(subject.statusSince(), subject.criticalSince());
        var after = records.parameters()
                .get(ParameterKey.RUN_OFF_AFTER, ParameterScope.GLOBAL)
                .longValueExact();
        return at >= since + after ? Optional.of(Enforcement.RUN_OFF) : Optional.empty();
    }

    /// What enforcing a registry's rules comes to.
    public enum Enforcement {
        SUSPEND_CRITICAL,
        SUSPEND_FALLEN,
        NOTE_CRITICAL,
        RUN_OFF
    }

    private boolean hasFallen(long subjectId) {
        var subject = records.risk().subjects().require(subjectId, () -> "a subject is missing");
        var inputs = records.risk().inputs(subjectId);
        if (subject.previousAttestedAt() == 0 || inputs.attestedAt() < subject.previousAttestedAt() + APART) {
            return false;
        }
        var drop = records.parameters()
                .get(
                        ParameterKey.TVL_DROP_SUSPEND,
                        ParameterScope.kind(subject.kind().number()));
        var least = subject.previousTvlUsd().multiply(ONE.subtract(drop));
        return inputs.tvlUsd().multiply(ONE).compareTo(least) < 0;
    }

    /// Assertions that nobody decided, by adapter and number.
    public List<Asserted> assertions() {
        return records.adapters().assertions().entries().stream()
                .filter(found -> found.getValue().state() == AssertionState.ASSERTED
                        || found.getValue().state() == AssertionState.DISPUTED)
                .map(found ->
                        new Asserted(found.getKey().adapter(), found.getKey().assertionId(), found.getValue()))
                .sorted(Comparator.comparing(Asserted::adapter).thenComparingLong(Asserted::assertionId))
                .toList();
    }

    public record Asserted(Address adapter, long assertionId, Assertion assertion) {}
}
