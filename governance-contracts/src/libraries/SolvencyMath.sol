// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title SolvencyMath
/// @notice The arithmetic of a pool's capital. Amounts in assets, shares in basis points of one. What limits rounds down, what
/// is required rounds up.
library SolvencyMath {
    uint256 internal constant BPS = 1e4;

    /// @notice ⌊value × bps / 1e4⌋: a limit.
    function limit(uint256 value, uint256 bps) internal pure returns (uint256) {
        return Math.mulDiv(value, bps, BPS);
    }

    /// @notice ⌈value × bps / 1e4⌉: a requirement.
    function requirement(uint256 value, uint256 bps) internal pure returns (uint256) {
        return Math.mulDiv(value, bps, BPS, Math.Rounding.Ceil);
    }

    /// @notice Minimum capital behind a weighted cover.
    /// @param weightedCover  Σ level activeCover[level] × MIN_CAPITAL_RATIO[level], assets × bps
    /// @return assets
    function minCapital(uint256 weightedCover) internal pure returns (uint256) {
        return Math.ceilDiv(weightedCover, BPS);
    }

    /// @notice Cover that the capital still carries: the largest x with minCapital(weightedCover + x × ratio) ≤ netAssets.
    /// @param ratioBps  MIN_CAPITAL_RATIO of the cover's level, above 0
    function capacity(uint256 netAssets, uint256 weightedCover, uint256 ratioBps) internal pure returns (uint256) {
        return Math.saturatingSub(netAssets * BPS, weightedCover) / ratioBps;
    }

    /// @notice Reserve of an incident: min(gross × cap share, most, gross − floor − reserved).
    /// @param most      most that can be asked for: the subject's cover, or less
    /// @param floor     assets that no payout may touch
    /// @param reserved  Σ of what other incidents have set aside and not paid
    function incidentCap(uint256 gross, uint256 capBps, uint256 most, uint256 floor, uint256 reserved)
        internal
        pure
        returns (uint256)
    {
        uint256 untouched = Math.saturatingSub(Math.saturatingSub(gross, floor), reserved);
        return Math.min(Math.min(limit(gross, capBps), most), untouched);
    }

    /// @notice part / whole in basis points, rounded down, type(uint32).max where it is larger or the whole is 0.
    function ratio(uint256 part, uint256 whole) internal pure returns (uint32) {
        if (whole == 0) return type(uint32).max;
        (bool exact, uint256 scaled) = Math.tryMul(part, BPS);
        if (!exact || scaled / whole > type(uint32).max) return type(uint32).max;
        return uint32(scaled / whole);
    }
}
