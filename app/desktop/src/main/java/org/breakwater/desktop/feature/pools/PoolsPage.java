package org.breakwater.desktop.feature.pools;

import java.util.List;
import java.util.Optional;
import org.breakwater.core.value.BasisPoints;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.TokenAmount;

/// All pools at one block.
///
/// @param subjects how many there are
/// @param pools by their numbers
record PoolsPage(BlockRef block, long subjects, List<PoolDetail> pools, Totals totals) {

    /// @param capital net assets; empty, like the other sums, where one is not
    ///     known
    record Totals(
            int pools,
            Optional<TokenAmount> capital,
            Optional<TokenAmount> cover,
            Optional<TokenAmount> minCapital,
            Optional<BasisPoints> solvency,
            Optional<BasisPoints> utilisation,
            Optional<TokenAmount> queued,
            int requests,
            long incidents) {}

    List<PoolRow> rows() {
        return pools.stream().map(PoolDetail::row).toList();
    }

    Optional<PoolDetail> pool(long id) {
        return pools.stream().filter(pool -> pool.row().id() == id).findFirst();
    }

    /// The pool with the least capital for what it stands for; one that is not known comes before all.
    Optional<PoolDetail> worst() {
        return pools.stream().min((one, other) -> Long.compare(urgency(one.row()), urgency(other.row())));
    }

    private static long urgency(PoolRow row) {
        return row.capital().map(capital -> capital.solvencyBps()).orElse(-1L);
    }
}
