// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {Checkpoints} from "@openzeppelin/contracts/utils/structs/Checkpoints.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

/// @title CoverHistory
/// @notice What one account was insured for, at any time; the least it was insured for through a waiting period; and the most
/// that was in force lately, which is what an event not yet detected may still ask for. Amounts in assets.
library CoverHistory {
    using Checkpoints for Checkpoints.Trace208;

    uint48 internal constant DAY = 1 days;
    /// Time for which capital stays behind a decreased cover, at least; at most twice that.
    uint48 internal constant HOLD = 30 days;

    /// @param insured     by time
    /// @param paid        sum of payouts, by time
    /// @param since       start of the continuous cover, by time; 0 while not covered
    /// @param lows        least amount of a day (UTC) on which it changed, plus one
    /// @param epoch       number of the 30 days that `peak` belongs to
    /// @param peak        most that was in force before a decrease in that epoch
    /// @param peakBefore  the same of the epoch before
    struct History {
        Checkpoints.Trace208 insured;
        Checkpoints.Trace208 paid;
        Checkpoints.Trace208 since;
        mapping(uint48 day => uint256) lows;
        uint48 epoch;
        uint208 peak;
        uint208 peakBefore;
    }

    /// @notice The insured amount from `at` on. Times never go back.
    function set(History storage self, uint48 at, uint256 amount) internal {
        uint256 before = self.insured.latest();
        // at midnight nothing has stood on this day yet
        uint256 low = (at % DAY == 0 ? amount : Math.min(before, amount)) + 1;
        uint256 lowest = self.lows[at / DAY];
        if (lowest == 0 || low < lowest || at % DAY == 0) self.lows[at / DAY] = low;
        self.insured.push(at, SafeCast.toUint208(amount));
        if ((before == 0) != (amount == 0)) self.since.push(at, amount == 0 ? 0 : at);
    }

    function addPaid(History storage self, uint48 at, uint256 assets) internal {
        self.paid.push(at, SafeCast.toUint208(self.paid.latest() + assets));
        self.peak = uint208(Math.saturatingSub(self.peak, assets));
        self.peakBefore = uint208(Math.saturatingSub(self.peakBefore, assets));
    }

    function insuredAt(History storage self, uint48 at) internal view returns (uint256) {
        return self.insured.upperLookupRecent(at);
    }

    function sinceAt(History storage self, uint48 at) internal view returns (uint48) {
        return uint48(self.since.upperLookupRecent(at));
    }

    /// @notice Paid later than `at`.
    function paidSince(History storage self, uint48 at) internal view returns (uint256) {
        return self.paid.latest() - self.paid.upperLookupRecent(at);
    }

    /// @notice The least insured at `at` and all through the whole days that reach back over the waiting period, one at least. What
    /// changed earlier on the day of `at` itself does not count, nor does anything later.
    /// @param waiting  s, at most 30 days or so: one read a day
    function leastThrough(History storage self, uint48 at, uint32 waiting) internal view returns (uint256 least) {
        least = insuredAt(self, at);
        uint48 today = at / DAY;
        uint48 from = at > waiting ? (at - waiting) / DAY : 0;
        if (today == 0) return 0;
        if (from == today) --from;
        least = Math.min(least, insuredAt(self, from * DAY));
        for (uint48 day = from; day < today && least != 0; ++day) {
            uint256 low = self.lows[day];
            if (low != 0) least = Math.min(least, low - 1);
        }
    }

    /// @notice Keeps what was in force when a cover is about to be decreased.
    function keepPeak(History storage self, uint48 at, uint256 inForce) internal {
        uint48 epoch = at / HOLD;
        (uint256 peak, uint256 peakBefore) = _peaks(self, epoch);
        self.epoch = epoch;
        self.peak = SafeCast.toUint208(Math.max(peak, inForce));
        self.peakBefore = uint208(peakBefore);
    }

    /// @notice Most that an event of the last 30 days may ask for beyond what is insured now.
    function peakAt(History storage self, uint48 at) internal view returns (uint256) {
        (uint256 peak, uint256 peakBefore) = _peaks(self, at / HOLD);
        return Math.max(peak, peakBefore);
    }

    function _peaks(History storage self, uint48 epoch) private view returns (uint256 peak, uint256 peakBefore) {
        if (epoch == self.epoch) return (self.peak, self.peakBefore);
        if (epoch == self.epoch + 1) return (0, self.peak);
    }
}
