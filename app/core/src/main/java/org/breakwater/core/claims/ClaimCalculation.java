package org.breakwater.core.claims;

import java.math.BigInteger;
import org.breakwater.core.fact.IncidentFact.Terms;
import org.breakwater.core.fact.PolicyFact.Policy;
import org.breakwater.core.projection.view.Claim;
import org.breakwater.core.projection.view.Incident;
import org.breakwater.core.projection.view.IncidentReserve;
import org.breakwater.core.projection.view.Totals;
import org.breakwater.core.rule.ClaimAmount;
import org.breakwater.core.rule.ProRata;
import org.breakwater.core.rule.Unsigned;

/// What a claim on a policy comes to, step by step, by the contracts' arithmetic (`Claims.sol`, `ClaimMath.sol`,
/// `ProRata.sol`), computed here. Assets.
///
/// @param requested asked for
/// @param insured when the event happened, less what other claims on the policy were paid
/// @param severityBps share of it that was lost, as the incident has it now
/// @param deductibleBps share of the loss that the holder bears
/// @param amount loss, deductible, and the most that arithmetic grants
/// @param granted what was granted; while nothing is, what was asked for
/// @param decided whether it was granted by a decision
/// @param part which part of what is granted is payable now
/// @param before the part's share of `granted` as the reserve stands
/// @param payable what a payment would send as the reserve and the drain window stand
public record ClaimCalculation(
        BigInteger requested,
        BigInteger insured,
        int severityBps,
        int deductibleBps,
        ClaimAmount amount,
        BigInteger granted,
        boolean decided,
        ProRata part,
        BigInteger before,
        BigInteger payable) {

    /// Numbers of cover with this bit are of integrators' accounts, not of policies (`ICoverSource.sol`).
    public static final int ACCOUNT_COVER_BIT = 255;

    /// What the claim stands on.
    ///
    /// @param room what the drain window of payouts has room for, assets
    /// @param claimsEnd last time to submit a claim, with pauses; 0 before settling
    /// @param at seconds since 1970
    public record Basis(
            Claim claim,
            Policy policy,
            Incident incident,
            Terms terms,
            IncidentReserve reserve,
            Totals totals,
            BigInteger room,
            long claimsEnd,
            long at) {}

    public static ClaimCalculation of(Basis basis) {
        var claim = basis.claim();
        var severity = Unsigned.of(basis.incident().severityBps());
        var deductible = Unsigned.of(basis.terms().deductibleBps());
        var insured = insured(basis);
        var amount = ClaimAmount.of(insured, severity, deductible);
        var decided = claim.approved().signum() > 0;
        var granted = decided ? claim.approved() : claim.requested();
        var part = part(basis);
        var left = basis.reserve().funds().subtract(basis.reserve().paid());
        return new ClaimCalculation(
                claim.requested(),
                insured,
                basis.incident().severityBps(),
                basis.terms().deductibleBps(),
                amount,
                granted,
                decided,
                part,
                part.of(granted),
                part.due(granted, claim.paid(), left).min(basis.room()));
    }

    /// The policy's cover when the event happened; none outside its term.
    private static BigInteger insured(Basis basis) {
        var policy = basis.policy();
        var occurred = basis.incident().occurredAt();
        if (occurred < policy.start() || occurred >= policy.end()) {
            return BigInteger.ZERO;
        }
        return Unsigned.saturatingSub(
                policy.amount(), policy.paid().subtract(basis.claim().paid()));
    }

    private static ProRata part(Basis basis) {
        var reserve = basis.reserve();
        if (basis.at() <= basis.claimsEnd() || basis.claimsEnd() == 0) {
            var severity = Unsigned.of(basis.incident().severityBps());
            var loss = ClaimAmount.expected(reserve.affectedCover(), severity, BigInteger.ZERO);
            return ProRata.first(
                    reserve.ownCap(), loss, Unsigned.of(basis.terms().firstTrancheBps()));
        }
        return ProRata.last(
                reserve.funds(), basis.totals().approved().add(basis.totals().undecided()));
    }

    /// What was asked for above what arithmetic grants; 0 where nothing was.
    public BigInteger aboveArithmetic() {
        return Unsigned.saturatingSub(requested, amount.most());
    }
}
