// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title ProRata
/// @notice Which part of what was approved is payable when the reserve does not reach for all. Parts are kept as a fraction, not
/// as bps, so that nothing but the last unit is lost to rounding, and that in the pool's favour.
library ProRata {
    /// A part of one; denominator is never 0.
    struct Part {
        uint256 numerator;
        uint256 denominator;
    }

    /// @notice Part payable while claims still come in: all of it where the cap covers everything that can be claimed, else
    /// at most the first tranche and at most what would be left if everybody claimed.
    /// @param cap         assets set aside by the pool
    /// @param loss        affected cover × severity, assets
    /// @param trancheBps  first tranche, bps
    function first(uint256 cap, uint256 loss, uint256 trancheBps) internal pure returns (Part memory) {
        if (cap >= loss) return Part(1, 1);
        // cap / loss < trancheBps / 1e4, compared without overflow for any assets below 2^240
        if (cap * 1e4 < loss * trancheBps) return Part(cap, loss);
        return Part(trancheBps, 1e4);
    }

    /// @notice Part payable once no claim can be added: cap and backstop over everything approved or still undecided.
    /// @param funds  cap and backstop, assets
    /// @param sum    Σ approved + Σ undecided, assets
    function last(uint256 funds, uint256 sum) internal pure returns (Part memory) {
        return funds >= sum ? Part(1, 1) : Part(funds, sum);
    }

    /// @notice The part of an amount, rounded down.
    function applyTo(Part memory part, uint256 amount) internal pure returns (uint256) {
        return Math.mulDiv(amount, part.numerator, part.denominator);
    }

    /// @notice What is due now.
    /// @param approved  assets granted to the claim
    /// @param paid      assets paid to it
    /// @param left      assets left in the reserve
    function due(Part memory part, uint256 approved, uint256 paid, uint256 left) internal pure returns (uint256) {
        return Math.min(Math.saturatingSub(applyTo(part, approved), paid), left);
    }

    /// @notice The part in bps, rounded down.
    function bps(Part memory part) internal pure returns (uint16) {
        return uint16(Math.mulDiv(1e4, part.numerator, part.denominator));
    }
}
