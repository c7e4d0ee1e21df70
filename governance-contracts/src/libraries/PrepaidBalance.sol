// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {Checkpoints} from "@openzeppelin/contracts/utils/structs/Checkpoints.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title PrepaidBalance
/// @notice A balance that pays by the second until it is used up, and the stretches of time in which it could. Charging is exact:
/// what is charged for a time does not depend on how often it was charged in between.
library PrepaidBalance {
    using Checkpoints for Checkpoints.Trace208;

    uint256 internal constant SCALE = 1e18;
    /// What an increase must leave, and a withdrawal too.
    uint256 internal constant RESERVE = 7 days;

    /// @param prepaid    assets left at chargedAt, before what `fraction` says is used already
    /// @param due        assets charged and not yet sent to pool and treasury
    /// @param rate       assets × 1e18 per second
    /// @param fraction   assets × 1e18 used and not yet charged, below 1e18
    /// @param chargedAt  s
    /// @param funded     whether it pays now
    /// @param fundedSince  start of the stretch, by time; 0 while it could not pay
    struct Balance {
        uint256 prepaid;
        uint256 due;
        uint256 rate;
        uint256 fraction;
        uint48 chargedAt;
        bool funded;
        Checkpoints.Trace208 fundedSince;
    }

    /// @notice Charges up to `at`.
    /// @return endedAt  when the balance was used up on the way, else 0
    function charge(Balance storage self, uint48 at) internal returns (uint48 endedAt) {
        uint256 used = self.fraction + self.rate * (at - self.chargedAt);
        if (!self.funded || self.rate == 0) used = self.fraction;
        if (self.funded && self.rate != 0 && used >= self.prepaid * SCALE) {
            endedAt = usedUpAt(self);
            self.due += self.prepaid;
            (self.prepaid, self.fraction, self.funded) = (0, 0, false);
            self.fundedSince.push(endedAt, 0);
        } else {
            uint256 whole = used / SCALE;
            self.prepaid -= whole;
            self.due += whole;
            self.fraction = used % SCALE;
        }
        self.chargedAt = at;
    }

    /// @notice Starts to pay again, if it can for 7 days. Charged up to `at` before.
    function start(Balance storage self, uint48 at) internal returns (bool started) {
        if (self.funded || self.prepaid < reserve(self.rate)) return false;
        self.funded = true;
        self.fundedSince.push(at, at);
        return true;
    }

    /// @notice Assets for 7 days at a rate, rounded up.
    function reserve(uint256 rate) internal pure returns (uint256) {
        return Math.ceilDiv(rate * RESERVE, SCALE);
    }

    /// @notice When the balance is used up at the rate of now, or was; type(uint48).max when nothing runs.
    function usedUpAt(Balance storage self) internal view returns (uint48) {
        if (!self.funded) {
            (bool exists, uint48 endedAt,) = self.fundedSince.latestCheckpoint();
            return exists ? endedAt : 0;
        }
        if (self.rate == 0) return type(uint48).max;
        uint256 left = Math.saturatingSub(self.prepaid * SCALE, self.fraction) / self.rate;
        return uint48(Math.min(self.chargedAt + left, type(uint48).max));
    }

    /// @notice Start of the funded stretch that `at` lies in; 0 when it lies in none.
    function fundedSinceAt(Balance storage self, uint48 at) internal view returns (uint48) {
        if (self.funded && at >= usedUpAt(self)) return 0;
        return uint48(self.fundedSince.upperLookupRecent(at));
    }
}
