package org.breakwater.core.projection;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.breakwater.core.fact.DirectoryFact.PoolAdded;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.projection.view.CoverPrice;
import org.breakwater.core.projection.view.PoolView;
import org.breakwater.core.projection.view.PoolWorth;
import org.breakwater.core.projection.view.Redemptions;
import org.breakwater.core.projection.view.Subject;
import org.breakwater.core.projection.view.SubjectCover;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.protocol.PauseScope;
import org.breakwater.core.protocol.PegState;
import org.breakwater.core.protocol.PremiumMode;
import org.breakwater.core.protocol.RiskLevel;
import org.breakwater.core.protocol.SalesClosed;
import org.breakwater.core.protocol.SubjectStatus;
import org.breakwater.core.rule.PremiumPrice;
import org.breakwater.core.rule.Solvency;
import org.breakwater.core.rule.Unsigned;

/// The pools at one time: capital, queues, what they cover, and at what price.
record CapitalView(ProtocolRecords records, PoolValuation valuation, PegWatch pegs, long at) {

    List<PoolView> pools() {
        return each(valuation::view);
    }

    List<PoolWorth> worths() {
        return each(valuation::worth);
    }

    private <T> List<T> each(Function<PoolAdded, T> valued) {
        return ProtocolView.numbered(
                records.pools().identities().size(),
                id -> valued.apply(records.pools().identity(id)));
    }

    Optional<PoolView> pool(long poolId) {
        Optional<PoolAdded> pool = records.pools().identities().find(poolId);
        return pool.map(valuation::view);
    }

    /// Surge on a subject's price now, basis points.
    BigInteger surge(long poolId, long subjectId) {
        var surge = records.policies().surges().find(new Place(poolId, subjectId));
        var perDay = records.parameters().get(ParameterKey.SURGE_DECAY_DAY, ParameterScope.pool(poolId));
        return surge.map(last -> PremiumPrice.decayed(last.exact(), perDay, BigInteger.valueOf(at - last.at())))
                .map(PremiumPrice::surgeBps)
                .orElse(BigInteger.ZERO);
    }

    /// The redemption queue of a pool, and what processing it now would do.
    Optional<Redemptions> redemptions(long poolId) {
        return records.pools()
                .identities()
                .find(poolId)
                .map(pool -> new RedemptionValuation(records, pegs, pool, at).view());
    }

    /// Cover that a pool has sold on a subject.
    Optional<SubjectCover> cover(long poolId, long subjectId) {
        return records.pools().identities().find(poolId).map(pool -> {
            var key = new PoolRecords.SubjectKey(pool.pool(), subjectId);
            var sold = records.pools().subjects().get(key, PoolRecords.SubjectCover.NONE);
            var share = records.parameters().get(ParameterKey.SUBJECT_CONCENTRATION, ParameterScope.pool(poolId));
            return new SubjectCover(
                    sold.amount(), sold.level(), Solvency.limit(valuation.totalAssets(pool.pool()), share));
        });
    }

    /// What cover of a subject by a pool costs now; empty where there is no such pool or subject.
    Optional<CoverPrice> price(long poolId, long subjectId) {
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
            var used = BigInteger.valueOf(valuation.capital(pool).utilisationBps());
            utilisation = PremiumPrice.utilisation(parameters.get(ParameterKey.UTILISATION_SLOPE, scope), used);
            var room = Unsigned.saturatingSub(ceiling, base.add(risk).add(utilisation));
            surge = surge(pool.poolId(), subjectId).min(room);
        }
        var sum = base.add(risk).add(utilisation).add(surge);
        var floor = parameters.get(ParameterKey.RATE_FLOOR, scope);
        var rate = sum.compareTo(ceiling) > 0 ? Optional.<BigInteger>empty() : Optional.of(sum.max(floor));
        return new CoverPrice(mode, level, base, risk, utilisation, surge, floor, ceiling, rate);
    }

    /// Why a pool sells no cover of a subject now; empty while it sells, and where there is no such pool or subject.
    Optional<SalesClosed> salesClosed(long poolId, long subjectId) {
        Optional<PoolAdded> pool = records.pools().identities().find(poolId);
        Optional<Subject> subject = records.risk().subjects().find(subjectId);
        return pool.flatMap(found -> subject.flatMap(insured -> closed(found, subjectId, insured)));
    }

    private Optional<SalesClosed> closed(PoolAdded pool, long subjectId, Subject subject) {
        var level = records.risk().level(subjectId, at);
        if (records.guardian().isPaused(PauseScope.BUY, pool.poolId(), at)) {
            return Optional.of(SalesClosed.PAUSED);
        }
        if (subject.status() != SubjectStatus.LISTED) {
            return Optional.of(SalesClosed.NOT_LISTED);
        }
        if (level == RiskLevel.UNRATED || level == RiskLevel.CRITICAL) {
            return Optional.of(SalesClosed.LEVEL);
        }
        if (records.incidents().open().get(new Place(pool.poolId(), subjectId), 0L) != 0) {
            return Optional.of(SalesClosed.INCIDENT);
        }
        return pegs.state(pool.asset()) == PegState.NORMAL ? Optional.empty() : Optional.of(SalesClosed.PEG);
    }

    /// Most cover of a subject that a pool would sell to one buyer now, assets (`IRiskPool.availableCapacity`);
    /// empty where there is no such pool or subject.
    Optional<BigInteger> availableCapacity(long poolId, long subjectId) {
        return cover(poolId, subjectId)
                .filter(_ -> records.risk().subjects().find(subjectId).isPresent())
                .map(sold -> salesClosed(poolId, subjectId).isPresent()
                        ? BigInteger.ZERO
                        : capacity(poolId, subjectId, sold));
    }

    private BigInteger capacity(long poolId, long subjectId, SubjectCover sold) {
        var pool = records.pools().identity(poolId);
        var assets = valuation.totalAssets(pool.pool());
        var ratio = valuation.ratio(records.risk().level(subjectId, at));
        var weighted = valuation
                .weightedCover(pool.pool())
                .add(sold.amount().multiply(ratio.subtract(valuation.ratio(sold.level()))));
        var share = records.parameters().get(ParameterKey.MAX_POLICY_SHARE, ParameterScope.pool(poolId));
        return Solvency.capacity(assets, weighted, ratio)
                .min(Unsigned.saturatingSub(sold.limit(), sold.amount()))
                .min(Solvency.limit(assets, share));
    }
}
