package org.breakwater.desktop.feature.pools;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.fact.ParameterFact.Spec;
import org.breakwater.core.follow.PoolHistory;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.projection.view.IncidentView;
import org.breakwater.core.projection.view.Redemptions;
import org.breakwater.core.protocol.RiskLevel;
import org.breakwater.core.value.BasisPoints;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.TokenAmount;
import org.breakwater.desktop.place.Reading;

/// Everything about one pool.
///
/// @param policies that are not closed
/// @param levels by risk level, where the pool has cover or could sell some; riskiest first
/// @param history one entry for each past day with events, and one for now
record PoolDetail(
        PoolRow row,
        BlockRef block,
        long policies,
        Reading<List<LevelRow>> levels,
        Reading<List<ParameterRow>> parameters,
        Reading<Redemptions> redemptions,
        Reading<List<IncidentRow>> incidents,
        Reading<ClaimsDue> claims,
        List<PoolHistory.Dated> history) {

    /// One risk level of a pool.
    ///
    /// @param subjects listed at that level now
    /// @param policies on subjects that the pool counts at that level
    /// @param cover that the pool counts at that level
    /// @param ratio MIN_CAPITAL_RATIO of the level
    /// @param minCapital that the cover needs
    /// @param base BASE_RATE of the level
    /// @param rates of the listed subjects
    record LevelRow(
            RiskLevel level,
            int subjects,
            long policies,
            TokenAmount cover,
            BasisPoints ratio,
            TokenAmount minCapital,
            BasisPoints base,
            Optional<RateSpan> rates) {}

    /// A parameter as it is in force for the pool.
    ///
    /// @param where for what the value holds: this pool, its kind, a level, everything
    /// @param at the same as the registry has it
    /// @param own whether the value is one of its own and not the global one
    /// @param step largest change that one proposal may ask for
    /// @param pending a change that waits
    record ParameterRow(
            Hash32 key,
            String name,
            Where where,
            String scope,
            ParameterScope at,
            boolean own,
            BigInteger value,
            Spec spec,
            BigInteger step,
            Optional<Pending> pending) {

        /// What names the row, whatever its value.
        String id() {
            return name + " " + scope;
        }
    }

    /// For what a value holds, from the nearest to the widest.
    enum Where {
        POOL,
        KIND,
        LEVEL,
        ADDRESS,
        GLOBAL
    }

    /// @param eta earliest execution
    record Pending(long changeId, BigInteger value, Instant eta) {}

    /// An incident of the pool.
    record IncidentRow(IncidentView incident, String subject) {}

    /// What is due to claims.
    ///
    /// @param reserved set aside for incidents and not paid
    /// @param due that payments now would send, claim by claim
    /// @param windowLeft for which the 24-hour window of payouts has room
    record ClaimsDue(TokenAmount reserved, int claims, TokenAmount due, TokenAmount windowLeft) {

        /// What could leave now.
        TokenAmount payable() {
            return due.units().compareTo(windowLeft.units()) <= 0 ? due : windowLeft;
        }
    }
}
