package org.breakwater.core.emergency;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.breakwater.core.protocol.PauseScope;

/// What a pause stops: one or more scopes, of one pool or of every pool.
///
/// @param poolId {@link #EVERY_POOL} for every pool
public record PauseTarget(Set<PauseScope> scopes, long poolId) {

    /// The number with which the guardian's contract means every pool.
    public static final long EVERY_POOL = 0;

    private static final long MOST_POOLS = 0xffff_ffffL;

    public PauseTarget {
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("a pause stops something");
        }
        if (poolId < 0 || poolId > MOST_POOLS) {
            throw new IllegalArgumentException("a pool's number has 32 bits");
        }
        scopes = Set.copyOf(scopes);
    }

    /// What a call's bits mean; empty where they mean nothing.
    public static Stream<PauseScope> in(int bits) {
        return Stream.of(PauseScope.values()).filter(scope -> scope.isIn(bits));
    }

    /// The scopes as the contract takes them (`PauseScope.sol`).
    public int bits() {
        return scopes.stream().mapToInt(PauseScope::bit).sum();
    }

    /// The scopes in the contract's order.
    public Set<PauseScope> ordered() {
        return EnumSet.copyOf(scopes);
    }

    public boolean isOfEveryPool() {
        return poolId == EVERY_POOL;
    }
}
