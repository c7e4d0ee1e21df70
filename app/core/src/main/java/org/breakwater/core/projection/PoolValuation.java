package org.breakwater.core.projection;

import java.math.BigInteger;
import java.util.Arrays;
import org.breakwater.core.fact.DirectoryFact.PoolAdded;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.projection.view.Capital;
import org.breakwater.core.projection.view.PoolView;
import org.breakwater.core.projection.view.PoolWorth;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.protocol.PauseScope;
import org.breakwater.core.protocol.PegState;
import org.breakwater.core.protocol.RiskLevel;
import org.breakwater.core.rule.Solvency;
import org.breakwater.core.rule.Unsigned;
import org.breakwater.core.value.Address;

/// What a pool comes to at a time.
record PoolValuation(ProtocolRecords records, PegWatch pegs, long at) {

    /// Shares have six decimals more than assets (`PoolLedger._decimalsOffset`).
    static final BigInteger VIRTUAL_SHARES = BigInteger.TEN.pow(6);

    PoolWorth worth(PoolAdded pool) {
        var capital = capital(pool);
        var share = BigInteger.TEN.pow(pool.shareDecimals());
        return new PoolWorth(pool.poolId(), assetsFor(pool.pool(), share, capital.totalAssets()), capital);
    }

    PoolView view(PoolAdded pool) {
        var address = pool.pool();
        var worth = worth(pool);
        var drain = records.pools().drain(address);
        var limit = drainLimit(pool);
        var ledger = records.pools().ledger(address);
        return new PoolView(
                pool.poolId(),
                address,
                pool.asset(),
                pool.kind(),
                pool.name(),
                pool.symbol(),
                pool.shareDecimals(),
                records.directory().supply(address),
                worth.sharePrice(),
                maxDeposit(pool),
                worth.capital(),
                drain.payouts().used(at),
                limit,
                drain.redemptions().used(at),
                limit,
                ledger.queueHead(),
                ledger.queueTail(),
                pegs.state(pool.asset()),
                records.policies().versions().get(pool.poolId(), 0L),
                records.guardian().pausedScopes(pool.poolId(), at),
                records.guardian().pausedUntil(pool.poolId(), at),
                Arrays.stream(RiskLevel.values())
                        .map(level -> records.pools().levelCover(address, level))
                        .toList());
    }

    Capital capital(PoolAdded pool) {
        var address = pool.pool();
        var ledger = records.pools().ledger(address);
        var earned = records.pools().earned(address, at);
        var total = ledger.totalAssets(earned);
        var minCapital = minCapital(address);
        return new Capital(
                ledger.gross().add(earned),
                total,
                ledger.activeCover(),
                ledger.reserved(),
                minCapital,
                Unsigned.saturatingSub(total, minCapital),
                ledger.premiums().held().subtract(earned),
                ledger.owed(),
                ledger.queuedShares(),
                Solvency.ratio(total, minCapital),
                minCapital.signum() == 0 ? 0 : Solvency.ratio(minCapital, total),
                ledger.openIncidents());
    }

    BigInteger totalAssets(Address pool) {
        return records.pools().totalAssets(pool, at);
    }

    BigInteger minCapital(Address pool) {
        return Solvency.minCapital(weightedCover(pool));
    }

    /// Σ level cover × MIN_CAPITAL_RATIO of the level, assets × basis points.
    BigInteger weightedCover(Address pool) {
        return Arrays.stream(RiskLevel.values())
                .map(level -> records.pools().levelCover(pool, level).multiply(ratio(level)))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    BigInteger ratio(RiskLevel level) {
        return records.parameters().get(ParameterKey.MIN_CAPITAL_RATIO, ParameterScope.level(level.number()));
    }

    /// What the drain window of payouts has room for.
    BigInteger roomForPayouts(PoolAdded pool) {
        var used = records.pools().drain(pool.pool()).payouts().used(at);
        return Unsigned.saturatingSub(drainLimit(pool), used);
    }

    BigInteger drainLimit(PoolAdded pool) {
        var address = pool.pool();
        var gross = records.pools().ledger(address).gross().add(records.pools().earned(address, at));
        return records.pools()
                .drain(address)
                .limit(
                        at,
                        gross,
                        parameter(ParameterKey.DRAIN_LIMIT_24H, pool),
                        parameter(ParameterKey.MIN_DEPOSIT, pool));
    }

    /// Assets for shares, rounded down (ERC-4626 with virtual shares).
    private BigInteger assetsFor(Address pool, BigInteger shares, BigInteger totalAssets) {
        var supply = records.directory().supply(pool).add(VIRTUAL_SHARES);
        return Unsigned.mulDiv(shares, totalAssets.add(BigInteger.ONE), supply);
    }

    private BigInteger maxDeposit(PoolAdded pool) {
        var closed = records.pools().ledger(pool.pool()).openIncidents() != 0
                || pegs.state(pool.asset()) != PegState.NORMAL
                || records.guardian().isPaused(PauseScope.DEPOSIT, pool.poolId(), at);
        var left = Unsigned.saturatingSub(parameter(ParameterKey.DEPOSIT_CAP, pool), totalAssets(pool.pool()));
        var tooLittle = left.compareTo(parameter(ParameterKey.MIN_DEPOSIT, pool)) < 0;
        return closed || tooLittle ? BigInteger.ZERO : left;
    }

    private BigInteger parameter(ParameterKey key, PoolAdded pool) {
        return records.parameters().get(key, ParameterScope.pool(pool.poolId()));
    }
}
