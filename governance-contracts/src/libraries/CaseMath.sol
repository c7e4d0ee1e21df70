// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {CaseOutcome} from "../interfaces/Types.sol";

/// @title CaseMath
/// @notice Quorum, weight cap and outcome of a case: pure functions of tallies.
library CaseMath {
    /// Voters count towards the number of distinct voters from this part of the supply on: one ten-thousandth.
    uint256 internal constant VOTER_PART = 1e4;

    /// Which side leads: +1 paying, −1 denying, 0 neither.
    function leading(uint256 paying, uint256 denying) internal pure returns (int8) {
        return paying > denying ? int8(1) : paying < denying ? int8(-1) : int8(0);
    }

    /// @notice What tallies decide.
    /// @param paying    weight for Pay and PayPartial
    /// @param denying   weight for Deny
    /// @param quorum    weight needed of both together
    /// @param voters    distinct voters who took a side with at least 0.01 % of supply
    /// @param minVoters how many of them are needed
    function outcome(uint256 paying, uint256 denying, uint256 quorum, uint256 voters, uint256 minVoters)
        internal
        pure
        returns (CaseOutcome)
    {
        if (paying + denying == 0 || paying + denying < quorum || voters < minVoters) return CaseOutcome.NoQuorum;
        int8 side = leading(paying, denying);
        return side > 0 ? CaseOutcome.Accepted : side < 0 ? CaseOutcome.Denied : CaseOutcome.Tie;
    }

    /// @notice Weight needed: bps of supply, rounded up, doubled for a fraud case, at most all of it.
    function quorumOf(uint256 supply, uint256 bps, bool doubled) internal pure returns (uint256) {
        return Math.min(supply, Math.mulDiv(supply, doubled ? bps * 2 : bps, 1e4, Math.Rounding.Ceil));
    }

    /// @notice Most weight of one voter: bps of supply, rounded down.
    function capOf(uint256 supply, uint256 bps) internal pure returns (uint256) {
        return Math.mulDiv(supply, bps, 1e4);
    }

    /// @notice Whether a weight is enough to count as a distinct voter.
    function counts(uint256 weight, uint256 supply) internal pure returns (bool) {
        return weight != 0 && weight * VOTER_PART >= supply;
    }
}
