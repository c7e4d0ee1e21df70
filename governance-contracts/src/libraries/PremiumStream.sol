// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title PremiumStream
/// @notice Premiums that are earned evenly over time, any number of streams at once, at a cost that depends on days alone.
///
/// A stream ends for the schedule at the midnight (UTC) that follows its own end, so that all ends of one day share one
/// bucket: the sum of their rates, and the sum of what the flooring of those rates left over. The remainder is earned when the
/// bucket is passed. Hence earned + unearned = received to the unit at any time, and everything is earned in the end.
///
/// All amounts inside are assets × 1e18; what leaves is whole assets, the unearned part rounded up.
library PremiumStream {
    uint256 internal constant SCALE = 1e18;
    uint48 internal constant DAY = 1 days;
    /// Farthest end of a stream: at most 367 buckets are ever ahead.
    uint48 internal constant MAX_AHEAD = 366 days;

    /// @param rate       assets × 1e18 per second that end here
    /// @param remainder  assets × 1e18 that the flooring of those rates left over
    struct DayEnd {
        uint256 rate;
        uint256 remainder;
    }
    /// @param rate       assets × 1e18 per second, of all streams that run
    /// @param unearned   assets × 1e18 received and not earned by settledAt
    /// @param settledAt  earned up to here
    struct Schedule {
        uint256 rate;
        uint256 unearned;
        uint48 settledAt;
        mapping(uint48 midnight => DayEnd) ends;
    }

    /// @notice Midnight at which the schedule ends a stream: `until` itself when it is one.
    function midnightOf(uint48 until) internal pure returns (uint48) {
        return ((until + DAY - 1) / DAY) * DAY;
    }

    /// @notice Rate of a stream in the schedule and what its flooring leaves over.
    function rateOf(uint256 amount, uint48 from, uint48 until) internal pure returns (uint256 rate, uint256 remainder) {
        uint256 duration = midnightOf(until) - from;
        rate = (amount * SCALE) / duration;
        remainder = amount * SCALE - rate * duration;
    }

    /// @notice What is not earned of one stream, to the second of its own end, rounded down. Never more than the schedule holds
    /// for it, because the schedule earns it over a longer time.
    function refundable(uint256 amount, uint48 from, uint48 until, uint48 at) internal pure returns (uint256) {
        return at >= until ? 0 : Math.mulDiv(amount, until - at, until - from);
    }

    /// @notice Earned between settledAt and `at`, whole assets.
    function earned(Schedule storage self, uint48 at) internal view returns (uint256) {
        (uint256 scaled,) = _walk(self, at);
        return _whole(self.unearned) - _whole(self.unearned - scaled);
    }

    /// @notice Received and not earned at settledAt, whole assets.
    function held(Schedule storage self) internal view returns (uint256) {
        return _whole(self.unearned);
    }

    /// @notice Settles up to `at` and answers what was earned since, whole assets.
    function advance(Schedule storage self, uint48 at) internal returns (uint256 assets) {
        (uint256 scaled, uint256 rate) = _walk(self, at);
        uint256 left = self.unearned - scaled;
        assets = _whole(self.unearned) - _whole(left);
        (self.unearned, self.rate, self.settledAt) = (left, rate, at);
    }

    /// @notice Adds a stream that starts at settledAt. `until` is later than that.
    function add(Schedule storage self, uint256 amount, uint48 until) internal {
        (uint256 rate, uint256 remainder) = rateOf(amount, self.settledAt, until);
        DayEnd storage end = self.ends[midnightOf(until)];
        end.rate += rate;
        end.remainder += remainder;
        self.rate += rate;
        self.unearned += amount * SCALE;
    }

    /// @notice Takes a stream out at settledAt and answers what the schedule held for it, whole assets.
    function remove(Schedule storage self, uint256 amount, uint48 from, uint48 until) internal returns (uint256 assets) {
        uint48 midnight = midnightOf(until);
        if (self.settledAt >= midnight) return 0;
        (uint256 rate, uint256 remainder) = rateOf(amount, from, until);
        DayEnd storage end = self.ends[midnight];
        end.rate -= rate;
        end.remainder -= remainder;
        self.rate -= rate;
        uint256 left = self.unearned - (rate * (midnight - self.settledAt) + remainder);
        assets = _whole(self.unearned) - _whole(left);
        self.unearned = left;
    }

    /// Earned from settledAt to `at` and the rate that runs on. No stream is longer than 367 midnights, so the loop is not either:
    /// once no rate is left there is nothing to pass.
    function _walk(Schedule storage self, uint48 at) private view returns (uint256 scaled, uint256 rate) {
        rate = self.rate;
        uint48 from = self.settledAt;
        while (rate != 0 && from < at) {
            uint48 midnight = (from / DAY + 1) * DAY;
            uint48 to = at < midnight ? at : midnight;
            scaled += rate * (to - from);
            if (to == midnight) {
                DayEnd storage end = self.ends[midnight];
                rate -= end.rate;
                scaled += end.remainder;
            }
            from = to;
        }
    }

    function _whole(uint256 scaled) private pure returns (uint256) {
        return Math.ceilDiv(scaled, SCALE);
    }
}
