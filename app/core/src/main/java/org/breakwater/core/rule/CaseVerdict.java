package org.breakwater.core.rule;

import java.math.BigInteger;
import org.breakwater.core.protocol.CaseOutcome;

/// Quorum, weight cap and outcome of a case (`CaseMath.sol`). Weights in 1e-18 of the voting token.
public final class CaseVerdict {

    /// Voters count towards the number of distinct voters from this part of the supply on: one ten-thousandth.
    private static final BigInteger VOTER_PART = BigInteger.valueOf(10_000);

    private CaseVerdict() {}

    /// @param paying weight for paying in full or in part
    /// @param denying weight against
    /// @param quorum weight needed of both together
    /// @param voters distinct voters who took a side with at least 0.01 % of supply
    /// @param minVoters how many of them are needed
    public static CaseOutcome outcome(
            BigInteger paying, BigInteger denying, BigInteger quorum, long voters, long minVoters) {
        var turnout = paying.add(denying);
        if (turnout.signum() == 0 || turnout.compareTo(quorum) < 0 || voters < minVoters) {
            return CaseOutcome.NO_QUORUM;
        }
        var side = paying.compareTo(denying);
        return side > 0 ? CaseOutcome.ACCEPTED : side < 0 ? CaseOutcome.DENIED : CaseOutcome.TIE;
    }

    /// Weight needed: basis points of supply, rounded up, doubled for a fraud case, at most all of it.
    public static BigInteger quorumOf(BigInteger supply, BigInteger bps, boolean doubled) {
        return Solvency.requirement(supply, doubled ? bps.shiftLeft(1) : bps).min(supply);
    }

    /// Most weight of one voter: basis points of supply, rounded down.
    public static BigInteger capOf(BigInteger supply, BigInteger bps) {
        return Solvency.limit(supply, bps);
    }

    /// Whether a weight is enough to count as a distinct voter.
    public static boolean counts(BigInteger weight, BigInteger supply) {
        return weight.signum() != 0 && weight.multiply(VOTER_PART).compareTo(supply) >= 0;
    }
}
