// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {RateLimiter} from "@openzeppelin/contracts/utils/RateLimiter.sol";
import {Base} from "./Base.sol";
import {DrainWindow} from "../src/libraries/DrainWindow.sol";

contract DrainWindowTest is Base {
    using DrainWindow for RateLimiter.SlidingWindow;

    uint256 private constant BPS = 2500;

    struct Outflow {
        uint256 at;
        uint256 amount;
    }

    RateLimiter.SlidingWindow private window;
    Outflow[] private outflows;
    uint256 private gross;

    function setUp() public {
        vm.warp(1_800_000_000);
        gross = 1_000_000e6;
    }

    function test_a_window_that_was_never_used_is_free() public view {
        (uint256 used, uint256 limit) = window.state(DrainWindow.PAYOUTS, gross, BPS, 0);
        assertEq(used, 0);
        assertEq(limit, 250_000e6);
    }

    function test_an_outflow_does_not_lower_its_own_limit() public {
        _take(DrainWindow.PAYOUTS, 100_000e6);
        (uint256 used, uint256 limit) = window.state(DrainWindow.PAYOUTS, gross, BPS, 0);
        assertEq(used, 100_000e6);
        assertEq(limit, 250_000e6);
    }

    function test_payouts_and_redemptions_have_windows_of_their_own() public {
        _take(DrainWindow.PAYOUTS, 250_000e6);
        (uint256 used, uint256 limit) = window.state(DrainWindow.REDEMPTIONS, gross, BPS, 0);
        assertEq(used, 0);
        assertEq(limit, 250_000e6, "measured on what was here a day ago");
    }

    function test_a_window_frees_a_day_later_to_the_second() public {
        _take(DrainWindow.PAYOUTS, 250_000e6);
        skip(24 hours - 1);
        (uint256 used,) = window.state(DrainWindow.PAYOUTS, gross, BPS, 0);
        assertEq(used, 250_000e6);
        skip(1);
        (used,) = window.state(DrainWindow.PAYOUTS, gross, BPS, 0);
        assertEq(used, 0);
    }

    function test_more_than_the_limit_is_refused() public {
        vm.expectRevert(RateLimiter.RateLimitExceeded.selector);
        this.consume(251_000e6, 250_000e6);
    }

    function test_a_limit_is_never_below_the_least() public view {
        (, uint256 limit) = window.state(DrainWindow.REDEMPTIONS, 300e6, BPS, 100e6);
        assertEq(limit, 100e6);
    }

    function testFuzz_no_24_hours_see_more_than_the_limit(uint256 seed) public {
        uint256 most = gross * BPS / 1e4;
        for (uint256 i = 0; i < 30; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            skip(bound(seed, 1, 10 hours));
            (uint256 used, uint256 limit) = window.state(DrainWindow.PAYOUTS, gross, BPS, 0);
            assertEq(used, _sum(block.timestamp), "used is the outflow of the last 24 hours");
            assertLe(used, limit);
            assertLe(limit, most, "money that only leaves never raises the limit");
            uint256 amount = bound(seed >> 100, 0, limit - used);
            if (amount == 0) continue;
            _take(DrainWindow.PAYOUTS, amount);
            outflows.push(Outflow(block.timestamp, amount));
        }
    }

    function consume(uint256 amount, uint256 limit) external {
        window.consume(DrainWindow.PAYOUTS, amount, limit);
    }

    function _take(bytes32 which, uint256 amount) private {
        (, uint256 limit) = window.state(which, gross, BPS, 0);
        window.consume(which, amount, limit);
        gross -= amount;
    }

    function _sum(uint256 at) private view returns (uint256 sum) {
        for (uint256 i = 0; i < outflows.length; ++i) {
            if (outflows[i].at + 24 hours > at) sum += outflows[i].amount;
        }
    }
}
