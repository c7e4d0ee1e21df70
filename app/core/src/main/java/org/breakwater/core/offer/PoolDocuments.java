package org.breakwater.core.offer;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.breakwater.core.projection.ProtocolView;
import org.breakwater.core.projection.view.PoolView;
import org.breakwater.core.projection.view.TermsView;
import org.breakwater.core.protocol.PauseScope;
import org.breakwater.core.protocol.RiskLevel;

/// Pools as documents.
record PoolDocuments(ProtocolView view) {

    List<Pool> pools() {
        return view.pools().stream().map(this::pool).toList();
    }

    private Pool pool(PoolView pool) {
        var capital = pool.capital();
        return new Pool(
                pool.poolId(),
                pool.pool(),
                pool.asset(),
                Settled.DECIMALS,
                pool.kind(),
                pool.name(),
                pool.symbol(),
                pool.shareDecimals(),
                pool.sharePrice(),
                capital.totalAssets(),
                capital.minCapital(),
                capital.free(),
                capital.activeCover(),
                capital.reserved(),
                Settled.unlessUnbounded(capital.solvencyBps()),
                capital.utilisationBps(),
                pool.maxDeposit(),
                capital.openIncidents(),
                pool.peg(),
                Arrays.stream(PauseScope.values())
                        .filter(scope -> scope.isIn(pool.pausedScopes()))
                        .toList(),
                Settled.unlessZero(pool.pausedUntil()),
                IntStream.range(0, pool.coverByLevel().size())
                        .mapToObj(place -> new LevelCover(
                                List.of(RiskLevel.values()).get(place),
                                pool.coverByLevel().get(place)))
                        .toList(),
                view.terms(pool.poolId(), pool.termsVersion()).map(PoolDocuments::terms));
    }

    private static Terms terms(TermsView terms) {
        return new Terms(
                terms.version(),
                terms.wordingUri(),
                terms.wordingHash(),
                terms.exclusionsBitmap(),
                terms.publishedAt());
    }
}
