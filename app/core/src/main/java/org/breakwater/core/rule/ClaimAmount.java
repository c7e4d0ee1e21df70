package org.breakwater.core.rule;

import java.math.BigInteger;
import org.breakwater.core.fact.IncidentFact.Terms;
import org.breakwater.core.protocol.EscalationReason;
import org.breakwater.core.protocol.RiskKind;

/// What a cover has lost and what of it is payable (`ClaimMath.sol`). Assets; every rounding favours the pool.
///
/// @param deductible at most the loss
/// @param most payable before pro rata
public record ClaimAmount(BigInteger loss, BigInteger deductible, BigInteger most) {

    /// By how much two readings may differ in severity and still agree, basis points.
    public static final int SEVERITY_TOLERANCE = 1_000;

    /// @param insured assets
    /// @param severityBps share lost
    /// @param deductibleBps share of the loss
    public static ClaimAmount of(BigInteger insured, BigInteger severityBps, BigInteger deductibleBps) {
        var loss = Solvency.limit(insured, severityBps);
        var deductible = Solvency.requirement(loss, deductibleBps);
        return new ClaimAmount(loss, deductible, loss.subtract(deductible));
    }

    /// The part that a vote granted, rounded down.
    public static BigInteger granted(BigInteger requested, BigInteger shareBps) {
        return Solvency.limit(requested, shareBps);
    }

    /// What all claims of an incident could come to, rounded up: the measure for limits and caps.
    public static BigInteger expected(BigInteger affectedCover, BigInteger severityBps, BigInteger deductibleBps) {
        var loss = Solvency.requirement(affectedCover, severityBps);
        return loss.subtract(Solvency.limit(loss, deductibleBps));
    }

    /// Bond against an incident: basis points of its cap, at least a minimum.
    public static BigInteger challengeBond(BigInteger cap, BigInteger bps, BigInteger least) {
        return Solvency.requirement(cap, bps).max(least);
    }

    /// Why a confirmed incident cannot settle without people; NONE when it can (`IncidentTerms.sol`).
    ///
    /// @param affectedCover cover of the subject at detection, assets
    /// @param cap assets set aside
    /// @param first severity of the first reading, basis points; 0 when it was an alarm
    /// @param second severity of the second reading, basis points
    public static EscalationReason doubt(Terms terms, BigInteger affectedCover, BigInteger cap, int first, int second) {
        if (terms.kind() == RiskKind.CUSTODY) {
            return EscalationReason.OFF_CHAIN_EVIDENCE;
        }
        if (first != 0 && Math.abs(first - second) > SEVERITY_TOLERANCE) {
            return EscalationReason.AMBIGUOUS_SEVERITY;
        }
        var severity = first != 0 ? Math.min(first, second) : second;
        var expected = expected(affectedCover, Unsigned.of(severity), Unsigned.of(terms.deductibleBps()));
        if (expected.compareTo(terms.autoLimitIncident()) > 0) {
            return EscalationReason.ABOVE_AUTO_LIMIT;
        }
        return expected.compareTo(cap) > 0 ? EscalationReason.INCIDENT_CAP_HIT : EscalationReason.NONE;
    }
}
