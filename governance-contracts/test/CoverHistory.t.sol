// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {Base} from "./Base.sol";
import {CoverHistory} from "../src/libraries/CoverHistory.sol";

contract CoverHistoryTest is Base {
    using CoverHistory for CoverHistory.History;

    uint48 private constant DAY = 1 days;
    uint32 private constant WAITING = 3 days;
    /// A midnight.
    uint48 private constant START = 20_000 days;

    struct Change {
        uint48 at;
        uint256 amount;
    }

    CoverHistory.History private history;
    Change[] private changes;

    function test_an_amount_counts_once_it_has_stood_through_the_waiting_period() public {
        history.set(START + 12 hours, 100);
        assertEq(history.leastThrough(START + 3 days, WAITING), 0);
        assertEq(history.leastThrough(START + 4 days - 1, WAITING), 0, "the day it began on does not count");
        assertEq(history.leastThrough(START + 4 days, WAITING), 100);
    }

    function test_an_increase_waits_while_the_rest_stays_in_force() public {
        history.set(START, 100);
        history.set(START + 30 days, 500);
        assertEq(history.leastThrough(START + 31 days, WAITING), 100);
        assertEq(history.leastThrough(START + 34 days, WAITING), 500);
    }

    function test_an_increase_just_before_the_event_adds_nothing_even_with_the_shortest_waiting_period() public {
        history.set(START, 100);
        history.set(START + 30 days + 10 hours, 500);
        assertEq(history.leastThrough(START + 30 days + 20 hours, 6 hours), 100);
        assertEq(history.leastThrough(START + 31 days + 1 hours, 6 hours), 100, "the whole day before has to have stood");
        assertEq(history.leastThrough(START + 32 days, 6 hours), 500);
    }

    function test_what_falls_after_the_event_does_not_lower_what_was_in_force() public {
        history.set(START, 100);
        uint48 eventAt = START + 30 days + 10 hours;
        history.set(eventAt + 1, 0);
        assertEq(history.leastThrough(eventAt, WAITING), 100);
        assertEq(history.leastThrough(eventAt + 1, WAITING), 0);
    }

    function test_an_increase_at_midnight_stands_on_that_whole_day() public {
        history.set(START, 100);
        history.set(START + 30 days, 40);
        history.set(START + 30 days, 500);
        assertEq(history.leastThrough(START + 31 days, 6 hours), 500);
        history.set(START + 40 days + 1, 900);
        assertEq(history.leastThrough(START + 41 days, 6 hours), 500, "a second later the day is not whole");
    }

    function test_an_amount_that_stood_for_no_time_is_never_in_force() public {
        history.set(START, 1_000_000);
        history.set(START, 0);
        assertEq(history.leastThrough(START + 3 days, WAITING), 0);
        assertEq(history.insuredAt(START), 0);
        assertEq(history.sinceAt(START), 0);
    }

    function test_the_start_of_cover_is_known_for_any_time() public {
        history.set(START, 100);
        history.set(START + 5 days, 200);
        history.set(START + 9 days, 0);
        history.set(START + 12 days, 50);
        assertEq(history.sinceAt(START - 1), 0);
        assertEq(history.sinceAt(START + 8 days), START, "an increase does not begin it anew");
        assertEq(history.sinceAt(START + 10 days), 0);
        assertEq(history.sinceAt(START + 20 days), START + 12 days);
    }

    function test_payouts_are_counted_from_any_time() public {
        history.addPaid(START, 10);
        history.addPaid(START + 5 days, 7);
        assertEq(history.paidSince(START - 1), 17);
        assertEq(history.paidSince(START), 7);
        assertEq(history.paidSince(START + 5 days), 0);
    }

    function test_a_peak_is_kept_for_thirty_days_at_least_and_sixty_at_most() public {
        uint48 epoch = (START / CoverHistory.HOLD) * CoverHistory.HOLD;
        history.keepPeak(epoch + 29 days, 100);
        assertEq(history.peakAt(epoch + 59 days), 100, "thirty days later");
        assertEq(history.peakAt(epoch + 60 days), 0, "not longer than sixty");
    }

    function test_a_payout_is_taken_off_the_peaks() public {
        history.keepPeak(START, 100);
        history.addPaid(START, 30);
        assertEq(history.peakAt(START), 70);
        history.addPaid(START, 300);
        assertEq(history.peakAt(START), 0);
    }

    /// Whatever an event of the last 30 days finds in force, the peaks or what is insured now still cover it.
    function testFuzz_peaks_cover_what_was_in_force_in_the_last_thirty_days(uint256 seed) public {
        uint48 at = START;
        for (uint256 i = 0; i < 24; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            at += uint48(bound(seed, 0, seed % 3 == 0 ? 2 hours : 6 days));
            uint256 amount = (seed >> 64) % 5 == 0 ? 0 : bound(seed >> 64, 0, 1000);
            if (amount < _now()) history.keepPeak(at, history.leastThrough(at, WAITING));
            history.set(at, amount);
            changes.push(Change(at, amount));
        }
        uint256 held = history.peakAt(at) > _now() ? history.peakAt(at) : _now();
        for (uint48 back = 0; back <= 30 days; back += 5 hours) {
            assertLe(history.leastThrough(at - back, WAITING), held);
        }
    }

    /// Against the changes themselves: never more than stood at every moment of the waiting period.
    function testFuzz_what_is_in_force_stood_all_through_the_waiting_period(uint256 seed, uint256 waiting) public {
        uint32 wait = uint32(bound(waiting, 6 hours, 30 days));
        uint48 at = START;
        for (uint256 i = 0; i < 16; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            at += uint48(bound(seed, 0, 4 days));
            history.set(at, bound(seed >> 64, 0, 1000));
            changes.push(Change(at, bound(seed >> 64, 0, 1000)));
        }
        for (uint48 t = START; t < at + 2 days; t += 7 hours) {
            uint256 least = history.leastThrough(t, wait);
            assertLe(least, _leastFromChanges((t - wait) / DAY * DAY, t / DAY * DAY, t), "no more than that");
            assertGe(least, _leastFromChanges((t - wait) / DAY * DAY - DAY, t, t), "and no less than what stood a day longer");
        }
    }

    function _now() private view returns (uint256) {
        return changes.length == 0 ? 0 : changes[changes.length - 1].amount;
    }

    /// Least of what stood at `from`, what it changed to in (from, to), and what stands at `at`.
    function _leastFromChanges(uint48 from, uint48 to, uint48 at) private view returns (uint256 least) {
        least = _at(from) < _at(at) ? _at(from) : _at(at);
        for (uint256 i = 0; i < changes.length; ++i) {
            Change storage c = changes[i];
            if (c.at > from && c.at < to && c.amount < least) least = c.amount;
        }
    }

    function _at(uint48 at) private view returns (uint256 amount) {
        for (uint256 i = 0; i < changes.length && changes[i].at <= at; ++i) {
            amount = changes[i].amount;
        }
    }
}
