// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title ClaimMath
/// @notice What a cover has lost and what of it is payable. Every rounding favours the pool.
library ClaimMath {
    uint256 internal constant BPS = 1e4;
    /// By how much two readings, or a reading and a verdict, may differ in severity and still agree, bps.
    uint256 internal constant SEVERITY_TOLERANCE = 1000;

    /// @notice loss = insured × severity, rounded down; deductible = loss × deductibleBps, rounded up.
    /// @param insured        assets
    /// @param severityBps    0…1e4
    /// @param deductibleBps  bps of the loss, 0…1e4
    /// @return loss        assets
    /// @return deductible  assets, at most loss
    /// @return most        assets payable before pro rata
    function payable_(uint256 insured, uint256 severityBps, uint256 deductibleBps)
        internal
        pure
        returns (uint256 loss, uint256 deductible, uint256 most)
    {
        loss = Math.mulDiv(insured, severityBps, BPS);
        deductible = Math.mulDiv(loss, deductibleBps, BPS, Math.Rounding.Ceil);
        most = loss - deductible;
    }

    /// @notice The part that a vote granted, rounded down.
    function granted(uint256 requested, uint256 shareBps) internal pure returns (uint256) {
        return Math.mulDiv(requested, shareBps, BPS);
    }

    /// @notice What all claims of an incident could come to, rounded up: the measure for limits and caps.
    function expected(uint256 affectedCover, uint256 severityBps, uint256 deductibleBps) internal pure returns (uint256) {
        uint256 loss = Math.mulDiv(affectedCover, severityBps, BPS, Math.Rounding.Ceil);
        return loss - Math.mulDiv(loss, deductibleBps, BPS);
    }

    /// @notice Bond against an incident: bps of its cap, at least a minimum.
    function challengeBond(uint256 cap, uint256 bps, uint256 least) internal pure returns (uint256) {
        return Math.max(least, Math.mulDiv(cap, bps, BPS, Math.Rounding.Ceil));
    }
}
