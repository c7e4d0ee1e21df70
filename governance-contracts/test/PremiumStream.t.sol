// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {Base} from "./Base.sol";
import {PremiumStream} from "../src/libraries/PremiumStream.sol";

contract PremiumStreamTest is Base {
    using PremiumStream for PremiumStream.Schedule;

    uint48 private constant START = 1_800_000_000;

    struct Stream {
        uint256 amount;
        uint48 from;
        uint48 until;
        bool over;
    }

    PremiumStream.Schedule private schedule;
    Stream[] private streams;
    uint256 private received;
    uint256 private earned;
    uint256 private takenOut;

    function setUp() public {
        vm.warp(START);
        schedule.advance(START);
    }

    function test_a_stream_is_earned_evenly_and_in_full() public {
        uint48 from = PremiumStream.midnightOf(START);
        schedule.advance(from);
        schedule.add(365e6, from + 365 days);
        assertEq(schedule.earned(from + 1 days), 1e6 - 1, "a day, what is unearned rounded up");
        assertEq(schedule.earned(from + 100 days), 100e6 - 1, "a hundred days");
        assertEq(schedule.earned(from + 365 days), 365e6, "all of it");
        assertEq(schedule.earned(from + 5000 days), 365e6, "and no more, ever");
    }

    function test_what_the_floor_of_the_rate_leaves_over_is_earned_at_the_end() public {
        // 1 unit over many seconds: the rate is far below one unit a second and does not divide evenly.
        schedule.add(1, START + 100 days + 7);
        assertEq(schedule.advance(START + 100 days), 0, "rounded up, what is unearned is still one unit");
        assertEq(schedule.held(), 1);
        assertEq(schedule.advance(PremiumStream.midnightOf(START + 100 days + 7)), 1);
        assertEq(schedule.held(), 0);
        assertEq(schedule.unearned, 0, "to the last 1e-18 of a unit");
        assertEq(schedule.rate, 0);
    }

    function test_an_end_on_midnight_is_its_own_bucket() public pure {
        assertEq(PremiumStream.midnightOf(10 days), 10 days);
        assertEq(PremiumStream.midnightOf(10 days + 1), 11 days);
        assertEq(PremiumStream.midnightOf(11 days - 1), 11 days);
    }

    function test_the_longest_stream_passes_at_most_367_midnights() public {
        schedule.add(1e12, START + PremiumStream.MAX_AHEAD);
        uint256 before = gasleft();
        assertEq(schedule.earned(type(uint48).max), 1e12);
        assertLt(before - gasleft(), 3_000_000, "a view over the longest stream stays affordable");
    }

    function test_a_stream_that_is_over_holds_nothing() public {
        schedule.add(1e6, START + 10 days);
        schedule.advance(START + 30 days);
        assertEq(schedule.remove(1e6, START, START + 10 days), 0);
        assertEq(schedule.held(), 0);
    }

    function test_a_stream_that_ends_this_second_holds_nothing() public {
        schedule.add(1e6, START + 10 days);
        schedule.advance(PremiumStream.midnightOf(START + 10 days));
        assertEq(schedule.remove(1e6, START, START + 10 days), 0);
        assertEq(schedule.rate, 0);
    }

    function testFuzz_a_refund_is_never_more_than_the_schedule_holds(
        uint256 amount,
        uint256 length,
        uint256 offset,
        uint256 after_
    ) public {
        amount = bound(amount, 1, 1e30);
        uint48 from = START + uint48(bound(offset, 0, 2 days));
        uint48 until = from + uint48(bound(length, 1, PremiumStream.MAX_AHEAD));
        uint48 at = from + uint48(bound(after_, 0, 400 days));
        schedule.advance(from);
        schedule.add(amount, until);
        uint256 soFar = schedule.advance(at);
        uint256 refund = PremiumStream.refundable(amount, from, until, at);
        uint256 held = schedule.remove(amount, from, until);
        assertLe(refund, held, "refund within what is unearned");
        assertEq(soFar + held, amount, "earned and unearned are what was received");
        assertEq(schedule.held(), 0, "nothing stays behind");
        assertEq(schedule.rate, 0);
    }

    function testFuzz_earned_and_unearned_always_add_up_to_what_was_received(uint256 seed) public {
        for (uint256 i = 0; i < 40; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            uint256 act = seed % 4;
            if (act == 0) _wait(seed >> 8);
            else if (act == 3) _take(seed >> 8);
            else _add(seed >> 8);
            _check();
        }
        skip(400 days);
        earned += schedule.advance(uint48(block.timestamp));
        assertEq(schedule.held(), 0, "everything is earned in the end");
        assertEq(schedule.unearned, 0, "to the last 1e-18 of a unit");
        assertEq(schedule.rate, 0, "and no rate runs on");
        assertEq(earned + takenOut, received);
    }

    function _add(uint256 seed) private {
        earned += schedule.advance(uint48(block.timestamp));
        uint256 amount = bound(seed, 1, 1e13);
        uint48 from = uint48(block.timestamp);
        uint48 until = from + uint48(bound(seed >> 64, 1, 366 days));
        schedule.add(amount, until);
        streams.push(Stream(amount, from, until, false));
        received += amount;
    }

    function _take(uint256 seed) private {
        if (streams.length == 0) return;
        Stream storage s = streams[seed % streams.length];
        if (s.over) return;
        s.over = true;
        earned += schedule.advance(uint48(block.timestamp));
        takenOut += schedule.remove(s.amount, s.from, s.until);
    }

    function _wait(uint256 seed) private {
        skip(bound(seed, 1, seed % 2 == 0 ? 1 days : 60 days));
    }

    function _check() private view {
        uint48 at = uint48(block.timestamp);
        uint256 pending = schedule.earned(at);
        assertEq(earned + pending + (schedule.held() - pending) + takenOut, received, "nothing is lost or made");
        // Each stream by itself, as a fraction of its time.
        uint256 due;
        for (uint256 i = 0; i < streams.length; ++i) {
            Stream storage s = streams[i];
            if (s.over) continue;
            uint48 midnight = PremiumStream.midnightOf(s.until);
            if (at < midnight) due += (s.amount * (midnight - at)) / (midnight - s.from);
        }
        assertApproxEqAbs(schedule.held() - pending, due, streams.length + 1, "the sum is what the streams say one by one");
    }
}
