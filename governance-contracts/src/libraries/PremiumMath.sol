// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title PremiumMath
/// @notice The arithmetic of a price. Amounts in assets, rates in basis points of the cover per 365 days. Prices round up.
library PremiumMath {
    uint256 internal constant BPS = 1e4;
    uint256 internal constant YEAR = 365 days;
    uint256 internal constant DAY = 1 days;
    /// Scale of an amount per second.
    uint256 internal constant SCALE = 1e18;

    /// @notice ⌈cover × rate × duration / (1e4 × 365 d)⌉.
    /// @param duration  s
    function premium(uint256 cover, uint256 rateBps, uint256 duration) internal pure returns (uint256) {
        return Math.mulDiv(cover, rateBps * duration, BPS * YEAR, Math.Rounding.Ceil);
    }

    /// @notice Price of one second of cover, assets × 1e18, rounded up.
    function perSecond(uint256 cover, uint256 rateBps) internal pure returns (uint256) {
        return Math.mulDiv(cover, rateBps * SCALE, BPS * YEAR, Math.Rounding.Ceil);
    }

    /// @notice Parts a premium. Treasury and distributor round down, the pool takes the rest: they add up to it exactly.
    /// @param treasuryBps     TREASURY_FEE
    /// @param distributorBps  DISTRIBUTOR_COMMISSION, 0 without a distributor; with the fee at most 1e4
    function split(uint256 premium_, uint256 treasuryBps, uint256 distributorBps)
        internal
        pure
        returns (uint256 toPool, uint256 toTreasury, uint256 toDistributor)
    {
        toTreasury = Math.mulDiv(premium_, treasuryBps, BPS);
        toDistributor = Math.mulDiv(premium_, distributorBps, BPS);
        toPool = premium_ - toTreasury - toDistributor;
    }

    /// @notice Part for risk: the slope at score 0, linear to none at 1e4, rounded up.
    function risk(uint256 slopeBps, uint256 scoreBps) internal pure returns (uint256) {
        return Math.ceilDiv(slopeBps * (BPS - Math.min(scoreBps, BPS)), BPS);
    }

    /// @notice Part for utilisation: the slope at 100 % and beyond, linear from none at 0, rounded up.
    function utilisation(uint256 slopeBps, uint256 utilisationBps) internal pure returns (uint256) {
        return Math.ceilDiv(slopeBps * Math.min(utilisationBps, BPS), BPS);
    }

    /// @notice Surge after it has decayed.
    /// @param surge    bps × 86,400
    /// @param perDay   SURGE_DECAY_DAY, bps
    /// @param elapsed  s
    /// @return bps × 86,400
    function decayed(uint256 surge, uint256 perDay, uint256 elapsed) internal pure returns (uint256) {
        return Math.saturatingSub(surge, perDay * elapsed);
    }

    /// @notice Surge that a sale adds, rounded up.
    /// @param perPercent  SURGE_PER_1PCT, bps
    /// @param cover       sold
    /// @param largest     most cover the subject may have, above 0
    /// @return bps × 86,400
    function added(uint256 perPercent, uint256 cover, uint256 largest) internal pure returns (uint256) {
        return Math.mulDiv(cover, perPercent * 100 * DAY, largest, Math.Rounding.Ceil);
    }
}
