// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {RateLimiter} from "@openzeppelin/contracts/utils/RateLimiter.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {SolvencyMath} from "./SolvencyMath.sol";

/// @title DrainWindow
/// @notice Most that may leave a pool within any 24 hours, for payouts and for redemptions apart. The limit is a share of what the
/// pool would hold had nothing left in the last 24 hours: so an outflow does not lower its own limit.
library DrainWindow {
    using RateLimiter for RateLimiter.SlidingWindow;

    uint48 internal constant SPAN = 24 hours;
    bytes32 internal constant PAYOUTS = "PAYOUTS";
    bytes32 internal constant REDEMPTIONS = "REDEMPTIONS";

    /// @notice Used of one window, and its limit.
    /// @param gross  assets of the pool now
    /// @param bps    DRAIN_LIMIT_24H
    /// @param least  a limit is never below this, so that the last provider can leave
    function state(RateLimiter.SlidingWindow storage self, bytes32 window, uint256 gross, uint256 bps, uint256 least)
        internal
        view
        returns (uint256 used, uint256 limit)
    {
        (uint256 payouts, uint256 redemptions) = (_used(self, PAYOUTS), _used(self, REDEMPTIONS));
        used = window == PAYOUTS ? payouts : redemptions;
        limit = Math.max(SolvencyMath.limit(gross + payouts + redemptions, bps), least);
    }

    /// @notice Books an outflow that is within the limit.
    function consume(RateLimiter.SlidingWindow storage self, bytes32 window, uint256 amount, uint256 limit) internal {
        self.updateSettings(SPAN, SafeCast.toUint208(limit));
        self.consume(window, amount);
    }

    /// The limiter knows its span only from the first consumption on.
    function _used(RateLimiter.SlidingWindow storage self, bytes32 window) private view returns (uint256) {
        return self._window == 0 ? 0 : self.used(window);
    }
}
