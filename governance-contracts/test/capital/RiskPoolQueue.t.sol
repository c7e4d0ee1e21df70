// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {CapitalBase} from "./CapitalBase.sol";
import {IRiskPool} from "../../src/interfaces/IRiskPool.sol";
import {Kind, Level} from "../../src/interfaces/Types.sol";
import {PauseScope} from "../../src/libraries/PauseScope.sol";

/// How providers leave.
contract RiskPoolQueueTest is CapitalBase {
    uint256 private shares;

    function setUp() public override {
        super.setUp();
        shares = provide(alice, 100_000 * USDC);
        provide(bob, 899_000 * USDC); // with the seed a million
    }

    function test_a_request_escrows_the_shares_and_is_filled_after_the_cooldown() public {
        uint48 claimableAt = uint48(block.timestamp) + 14 days;
        vm.prank(alice);
        vm.expectEmit(address(pool));
        emit IRiskPool.RedeemRequested(1, alice, alice, shares, claimableAt);
        assertEq(pool.requestRedeem(shares, alice, alice), 1);
        assertEq(pool.balanceOf(alice), 0);
        assertEq(cap().queuedShares, shares);
        assertEq(uint256(pool.request(1).claimableAt), claimableAt);

        pass(14 days - 1);
        assertEq(pool.processQueue(10), 0, "immature");
        pass(1);
        vm.expectEmit(address(pool));
        emit IRiskPool.RedeemFilled(1, alice, shares, 100_000 * USDC, true);
        assertEq(pool.processQueue(10), 100_000 * USDC);
        assertEq(pool.owed(alice), 100_000 * USDC);
        assertEq(cap().owedToRedeemers, 100_000 * USDC);
        assertEq(cap().grossAssets, 900_000 * USDC);
        assertEq(cap().queuedShares, 0);

        vm.expectEmit(address(pool));
        emit IRiskPool.RedeemCollected(alice, 100_000 * USDC);
        vm.prank(anyone);
        assertEq(pool.collect(alice), 100_000 * USDC);
        assertEq(asset.balanceOf(alice), 100_000 * USDC, "whoever calls, the controller is paid");
        assertEq(cap().owedToRedeemers, 0);
        vm.expectRevert(IRiskPool.ZeroAmount.selector);
        pool.collect(alice);
    }

    function test_an_approved_account_may_ask_for_an_owner() public {
        vm.prank(alice);
        pool.approve(anyone, shares);
        vm.prank(anyone);
        pool.requestRedeem(shares / 2, bob, alice);
        assertEq(pool.allowance(alice, anyone), shares - shares / 2);
        assertEq(pool.request(1).controller, bob);
        vm.expectRevert();
        vm.prank(module);
        pool.requestRedeem(1e12, module, alice);
    }

    function test_a_request_for_nothing_or_for_nobody_is_refused() public {
        vm.startPrank(alice);
        vm.expectRevert(IRiskPool.ZeroAmount.selector);
        pool.requestRedeem(0, alice, alice);
        vm.expectRevert(IRiskPool.ZeroAmount.selector);
        pool.requestRedeem(999_999, alice, alice); // worth less than a unit
        vm.expectRevert(IRiskPool.ZeroAddress.selector);
        pool.requestRedeem(shares, address(0), alice);
        vm.stopPrank();
    }

    function test_requests_are_filled_in_their_order() public {
        askOut(alice, shares);
        uint256 bobs = pool.balanceOf(bob);
        askOut(bob, bobs / 2);
        askOut(bob, bobs / 4);
        pass(14 days);
        assertEq(pool.processQueue(1), 100_000 * USDC, "one at a time");
        (uint256 head, uint256 tail) = pool.queue();
        assertEq(head, 2);
        assertEq(tail, 4);
        pool.processQueue(10);
        // The window has 250,000 in it: bob gets 150,000 of 449,500 and stays at the head.
        assertEq(pool.owed(bob), 150_000 * USDC);
        (head,) = pool.queue();
        assertEq(head, 2);
        assertEq(pool.request(3).shares, bobs / 4, "who comes later gets nothing before");
    }

    function test_the_head_is_filled_in_part_as_the_window_frees() public {
        uint256 bobs = pool.balanceOf(bob);
        askOut(bob, bobs);
        pass(14 days);
        vm.expectEmit(address(pool));
        emit IRiskPool.DrainBreakerTripped(false, 250_000 * USDC, 250_000 * USDC);
        assertEq(pool.processQueue(10), 250_000 * USDC);
        (uint256 used, uint256 limit) = pool.drainWindow(false);
        assertEq(used, 250_000 * USDC);
        assertEq(limit, 250_000 * USDC);
        (used,) = pool.drainWindow(true);
        assertEq(used, 0, "payouts have a window of their own");
        pass(23 hours);
        assertEq(pool.processQueue(10), 0);
        pass(1 hours);
        assertEq(pool.processQueue(10), 187_500 * USDC, "a quarter of what is left");
    }

    function test_the_last_provider_can_leave_to_the_last_dollar() public {
        askOut(alice, shares);
        askOut(bob, pool.balanceOf(bob));
        pass(14 days);
        uint256 dayCount;
        for (; cap().queuedShares != 0; ++dayCount) {
            pool.processQueue(10);
            pass(1 days);
        }
        assertLt(dayCount, 40, "a quarter a day, and the remainder at once");
        assertApproxEqAbs(pool.owed(bob), 899_000 * USDC, 1);
        assertApproxEqAbs(pool.totalAssets(), 1_000 * USDC, 2, "the seed stays");
    }

    function test_no_fill_leaves_less_than_minimum_capital() public {
        _sell(20); // 800,000 of cover at 80 %: 640,000 of minimum capital
        askOut(bob, pool.balanceOf(bob));
        pass(14 days);
        assertEq(pool.processQueue(10), 250_000 * USDC);
        pass(1 days);
        assertEq(pool.processQueue(10), 110_000 * USDC, "what minimum capital leaves");
        assertEq(cap().free, 0);
        pass(1 days);
        assertEq(pool.processQueue(10), 0);
    }

    function test_a_fall_of_a_level_is_seen_before_anything_is_filled() public {
        for (uint256 i = 0; i < 4; ++i) {
            lock(i, subject, 50_000 * USDC);
        }
        askOut(alice, shares);
        _sell(21); // 672,000; with 50,000 for the subject 722,000
        attest(subject, Level.High); // 160,000 for the subject: 832,000
        pass(14 days);
        pool.processQueue(10);
        assertEq(cap().minCapital, 832_000 * USDC, "the level of today");
        assertEq(pool.owed(alice), 100_000 * USDC);
    }

    function test_subjects_that_are_no_longer_insured_are_not_looked_at() public {
        for (uint256 i = 0; i < 25; ++i) {
            lock(i + 10, listed(Kind.SmartContract, Level.Low), 1_000 * USDC);
        }
        lock(1, subject, 50_000 * USDC);
        for (uint256 i = 0; i < 25; ++i) {
            release(i + 10, 1_000 * USDC);
        }
        askOut(alice, shares);
        attest(subject, Level.High);
        pass(14 days);
        pool.processQueue(1);
        assertEq(cap().minCapital, 40_000 * USDC, "the only one that counts comes first");
    }

    function test_what_redeemers_are_owed_cannot_be_booked_as_premium() public {
        askOut(alice, shares);
        pass(14 days);
        pool.processQueue(1);
        vm.prank(module);
        vm.expectRevert(abi.encodeWithSelector(IRiskPool.NotReceived.selector, 1, 0));
        pool.accruePremium(1, 1, 0);
    }

    function test_the_queue_stands_still_while_an_incident_is_open() public {
        lock(1, subject, 50_000 * USDC);
        askOut(alice, shares);
        pass(14 days);
        openIncident(1, subject);
        assertEq(pool.processQueue(10), 0);
        pay(1, anyone, 50_000 * USDC);
        closeIncident(1);
        pool.processQueue(10);
        assertApproxEqAbs(pool.owed(alice), 95_000 * USDC, 1, "who waited has borne the loss like everybody");
    }

    function test_the_queue_stands_still_while_withdrawing_is_paused_or_the_peg_is_broken() public {
        askOut(alice, shares);
        pass(14 days);
        pause(PauseScope.WITHDRAW);
        assertEq(pool.processQueue(10), 0);
        pass(1 hours);
        setPeg(0.9e8);
        assertEq(pool.processQueue(10), 0);
        setPeg(0.99e8);
        assertEq(pool.processQueue(10), 0, "Depegged until it recovers");
        setPeg(1e8);
        setPeg(0.994e8);
        assertEq(pool.processQueue(10), 100_000 * USDC, "watched is not broken");
    }

    function test_an_empty_queue_says_so() public {
        vm.expectRevert(IRiskPool.NothingQueued.selector);
        pool.processQueue(1);
    }

    function test_a_cancelled_request_gives_back_what_still_waits() public {
        uint256 bobs = pool.balanceOf(bob);
        askOut(bob, bobs);
        pass(14 days);
        pool.processQueue(1);
        uint256 waiting = pool.request(1).shares;
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IRiskPool.NotController.selector, 1, alice));
        pool.cancelRedeem(1);
        vm.startPrank(bob);
        vm.expectEmit(address(pool));
        emit IRiskPool.RedeemCancelled(1, bob, waiting);
        pool.cancelRedeem(1);
        assertEq(pool.balanceOf(bob), waiting);
        assertTrue(pool.request(1).cancelled);
        vm.expectRevert(abi.encodeWithSelector(IRiskPool.RequestOver.selector, 1));
        pool.cancelRedeem(1);
        vm.stopPrank();
        assertEq(cap().queuedShares, 0);
        assertEq(pool.owed(bob), 250_000 * USDC, "what was filled stays owed");
    }

    function test_a_filled_request_cannot_be_cancelled() public {
        askOut(alice, shares);
        pass(14 days);
        pool.processQueue(1);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IRiskPool.RequestOver.selector, 1));
        pool.cancelRedeem(1);
    }

    function test_cancelled_requests_are_passed_over() public {
        askOut(alice, shares / 2);
        askOut(alice, shares / 2);
        vm.prank(alice);
        pool.cancelRedeem(1);
        pass(14 days);
        assertEq(pool.processQueue(1), 0, "a cancelled request counts as looked at");
        assertEq(pool.processQueue(1), 50_000 * USDC);
    }

    function test_a_controller_whom_the_token_refuses_holds_up_nobody() public {
        askOut(alice, shares);
        uint256 bobs = pool.balanceOf(bob);
        askOut(bob, bobs / 10);
        pass(14 days);
        vm.prank(deployer);
        asset.setBlocked(alice, true);
        pool.processQueue(10);
        pool.collect(bob);
        assertApproxEqAbs(asset.balanceOf(bob), 89_900 * USDC, 1);
        vm.expectRevert();
        pool.collect(alice);
        assertEq(pool.owed(alice), 100_000 * USDC, "hers waits until she can receive it");
    }

    function test_shares_sent_to_the_pool_by_mistake_are_not_in_the_queue() public {
        vm.prank(alice);
        pool.transfer(address(pool), 1e12);
        assertEq(cap().queuedShares, 0);
    }

    function test_the_reserve_of_a_settled_series_stops_no_redemption() public {
        lock(1, subject, 50_000 * USDC);
        vm.prank(module);
        pool.openExactReserve(1 << 63, subject, 20_000 * USDC);
        assertEq(cap().openIncidents, 0);
        askOut(alice, shares);
        pass(14 days);
        pool.processQueue(1);
        assertApproxEqAbs(pool.owed(alice), 98_000 * USDC, 1, "at the price without the reserve");
    }

    function test_while_a_reserve_is_out_redemptions_leave_the_floor() public {
        uint256 reserved;
        for (uint64 i = 1; i < 6; ++i) {
            uint32 id = listed(Kind.SmartContract, Level.Low);
            for (uint256 k = 0; k < 4; ++k) lock(i * 10 + k, id, 30_000 * USDC);
            vm.prank(module);
            reserved += pool.openExactReserve((1 << 63) | i, id, 120_000 * USDC);
            for (uint256 k = 0; k < 4; ++k) release(i * 10 + k, 30_000 * USDC);
            provide(anyone, 100_000 * USDC);
        }
        assertEq(cap().minCapital, 0);
        vm.startPrank(anyone);
        pool.requestRedeem(pool.balanceOf(anyone), anyone, anyone);
        vm.stopPrank();
        askOut(bob, pool.balanceOf(bob));
        askOut(alice, shares);
        for (uint256 i = 0; i < 30; ++i) {
            pass(14 days);
            pool.processQueue(10);
        }
        assertEq(reserved, 600_000 * USDC);
        assertApproxEqAbs(cap().totalAssets, cap().grossAssets / 10, 10 * USDC, "down to the floor");
        assertGe(cap().totalAssets, cap().grossAssets / 10, "and no further");
    }

    function testFuzz_a_fill_takes_nothing_from_those_who_stay(uint256 premium, uint256 part) public {
        stream(0, bound(premium, 1, 500_000 * USDC), 0);
        uint256 asked = bound(part, 1e7, shares);
        uint256 price = pool.convertToAssets(1e24);
        askOut(alice, asked);
        pass(14 days);
        pool.processQueue(1);
        assertGe(pool.convertToAssets(1e24), price);
        assertLe(pool.owed(alice), pool.convertToAssets(asked) + 1);
        assertGe(asset.balanceOf(address(pool)), cap().grossAssets + cap().owedToRedeemers);
    }

    /// Locks n × 40,000 of cover at level High, on as many subjects as it takes.
    function _sell(uint256 n) private {
        uint32 id;
        for (uint256 i = 0; i < n; ++i) {
            if (i % 5 == 0) id = listed(Kind.SmartContract, Level.High);
            lock(1000 + i, id, 40_000 * USDC);
        }
    }
}
