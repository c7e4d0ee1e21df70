// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {CapitalBase} from "./CapitalBase.sol";
import {IRiskPool} from "../../src/interfaces/IRiskPool.sol";
import {Kind, Level} from "../../src/interfaces/Types.sol";
import {PauseScope} from "../../src/libraries/PauseScope.sol";
import {PremiumStream} from "../../src/libraries/PremiumStream.sol";

/// What the pool stands for, and the premiums that come with it.
contract RiskPoolCoverTest is CapitalBase {
    function setUp() public override {
        super.setUp();
        provide(bob, 999_000 * USDC); // with the seed a million
    }

    // ── locks ──

    function test_a_lock_counts_for_its_subject_its_level_and_the_pool() public {
        vm.expectEmit(address(pool));
        emit IRiskPool.CoverLocked(module, 7, subject, Level.Low, 40_000 * USDC, 40_000 * USDC);
        lock(7, subject, 40_000 * USDC);
        lock(8, risky, 10_000 * USDC);
        assertEq(pool.lockOf(module, 7).amount, 40_000 * USDC);
        assertEq(uint256(pool.lockOf(module, 7).subjectId), subject);
        assertEq(pool.coverOfSubject(subject).amount, 40_000 * USDC);
        assertEq(pool.coverOfLevel(Level.Low), 40_000 * USDC);
        assertEq(pool.coverOfLevel(Level.High), 10_000 * USDC);
        IRiskPool.Capital memory c = cap();
        assertEq(c.activeCover, 50_000 * USDC);
        assertEq(c.minCapital, 10_000 * USDC + 8_000 * USDC, "25 % of the safe, 80 % of the risky");
        assertEq(c.free, 1_000_000 * USDC - 18_000 * USDC);
        assertEq(c.solvencyBps, 555_555);
        assertEq(c.utilisationBps, 180);
    }

    function test_a_pool_that_insures_nothing_is_as_solvent_as_can_be() public view {
        assertEq(cap().solvencyBps, type(uint32).max);
        assertEq(cap().utilisationBps, 0);
    }

    function test_a_lock_can_grow_but_not_change_its_subject() public {
        lock(1, subject, 10_000 * USDC);
        lock(1, subject, 5_000 * USDC);
        assertEq(pool.lockOf(module, 1).amount, 15_000 * USDC);
        vm.expectRevert(abi.encodeWithSelector(IRiskPool.UnknownLock.selector, module, 1));
        lock(1, risky, 1);
    }

    function test_nothing_can_be_locked_for_nothing_or_for_another_kind() public {
        uint32 bridge = listed(Kind.Bridge, Level.Low);
        vm.expectRevert(IRiskPool.ZeroAmount.selector);
        lock(1, subject, 0);
        vm.expectRevert(
            abi.encodeWithSelector(IRiskPool.SubjectOfOtherKind.selector, bridge, Kind.SmartContract)
        );
        lock(1, bridge, 1);
    }

    function test_no_lock_is_larger_than_one_policys_share() public {
        vm.expectRevert(
            abi.encodeWithSelector(IRiskPool.CapacityExceeded.selector, 50_000 * USDC + 1, 50_000 * USDC)
        );
        lock(1, subject, 50_000 * USDC + 1);
        lock(1, subject, 50_000 * USDC);
    }

    function test_no_subject_takes_more_than_its_share() public {
        for (uint256 i = 0; i < 4; ++i) {
            lock(i, subject, 50_000 * USDC);
        }
        vm.expectRevert(
            abi.encodeWithSelector(
                IRiskPool.ConcentrationExceeded.selector, subject, 200_000 * USDC + 1, 200_000 * USDC
            )
        );
        lock(9, subject, 1);
        assertEq(pool.availableCapacity(subject), 0);
        assertEq(pool.availableCapacity(risky), 50_000 * USDC);
    }

    function test_cover_stops_where_the_capital_behind_it_ends() public {
        _fillWithRisk();
        // 1,240,000 of cover at 80 % and 10,000 less than 1,250,000 at most.
        uint256 left = pool.availableCapacity(_last());
        assertEq(left, 10_000 * USDC);
        uint256 required = 1_000_000 * USDC + 1;
        vm.expectRevert(abi.encodeWithSelector(IRiskPool.BelowMinCapital.selector, 1_000_000 * USDC, required));
        lock(999, _last(), left + 1);
        lock(999, _last(), left);
        assertEq(cap().free, 0);
        assertEq(cap().solvencyBps, 10_000);
    }

    function test_a_release_gives_back_what_was_locked_and_no_more() public {
        lock(1, subject, 10_000 * USDC);
        vm.expectEmit(address(pool));
        emit IRiskPool.CoverReleased(module, 1, subject, 4_000 * USDC, 6_000 * USDC);
        release(1, 4_000 * USDC);
        vm.expectRevert(
            abi.encodeWithSelector(IRiskPool.ReleaseTooLarge.selector, 6_000 * USDC + 1, 6_000 * USDC)
        );
        release(1, 6_000 * USDC + 1);
        release(1, 6_000 * USDC);
        assertEq(cap().activeCover, 0);
        assertEq(pool.coverOfLevel(Level.Low), 0);
        vm.expectRevert(abi.encodeWithSelector(IRiskPool.ReleaseTooLarge.selector, 1, 0));
        release(1, 1);
    }

    function test_a_module_cannot_touch_the_locks_of_another() public {
        lock(1, subject, 10_000 * USDC);
        vm.startPrank(address(protocol.underwriting));
        vm.expectRevert(abi.encodeWithSelector(IRiskPool.UnknownLock.selector, address(protocol.underwriting), 1));
        pool.releaseCover(1, 1);
        vm.expectRevert(abi.encodeWithSelector(IRiskPool.UnknownLock.selector, address(protocol.underwriting), 1));
        pool.refundPremium(1, alice);
        vm.stopPrank();
    }

    function test_only_modules_lock_release_and_bring_premium() public {
        bytes memory refusal = abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, alice);
        vm.startPrank(alice);
        vm.expectRevert(refusal);
        pool.lockCover(1, subject, 1);
        vm.expectRevert(refusal);
        pool.releaseCover(1, 1);
        vm.expectRevert(refusal);
        pool.accruePremium(1, 1, 0);
        vm.expectRevert(refusal);
        pool.refundPremium(1, alice);
        vm.stopPrank();
    }

    // ── levels ──

    function test_a_subject_that_gets_riskier_moves_to_the_dearer_level() public {
        lock(1, subject, 40_000 * USDC);
        attest(subject, Level.High);
        assertEq(cap().minCapital, 10_000 * USDC, "not before anybody says so");
        vm.expectEmit(address(pool));
        emit IRiskPool.CoverRelevelled(subject, Level.Low, Level.High, 40_000 * USDC);
        pool.syncLevel(subject);
        assertEq(cap().minCapital, 32_000 * USDC);
        assertEq(uint256(pool.coverOfSubject(subject).level), uint256(Level.High));
        pool.syncLevel(subject);
        assertEq(cap().minCapital, 32_000 * USDC, "once");
    }

    function test_a_new_lock_brings_the_whole_subject_to_the_level_of_today() public {
        lock(1, subject, 40_000 * USDC);
        attest(subject, Level.Guarded);
        lock(2, subject, 10_000 * USDC);
        assertEq(pool.coverOfLevel(Level.Low), 0);
        assertEq(pool.coverOfLevel(Level.Guarded), 50_000 * USDC);
        release(1, 40_000 * USDC);
        release(2, 10_000 * USDC);
        assertEq(pool.coverOfLevel(Level.Guarded), 0, "released from the bucket it lies in");
    }

    function test_the_level_a_subject_is_first_seen_at_is_told_too() public {
        vm.prank(module);
        vm.expectEmit(address(pool));
        emit IRiskPool.CoverRelevelled(subject, Level.Unrated, Level.Low, 0);
        pool.lockCover(1, subject, 1);
    }

    function test_a_release_after_the_level_changed_leaves_no_remainder() public {
        lock(1, subject, 40_000 * USDC);
        attest(subject, Level.High);
        release(1, 40_000 * USDC);
        assertEq(cap().minCapital, 0);
        pool.syncLevel(subject);
        lock(2, subject, 1_000 * USDC);
        assertEq(pool.coverOfLevel(Level.High), 1_000 * USDC);
    }

    function test_capacity_is_measured_at_the_level_of_today() public {
        _fillWithRisk();
        lock(500, subject, 30_000 * USDC);
        attest(subject, Level.High);
        // 30,000 at 25 % took 7,500 of the last 8,000; at 80 % it would take 24,000.
        assertEq(pool.availableCapacity(subject), 0);
        vm.expectPartialRevert(IRiskPool.BelowMinCapital.selector);
        lock(501, subject, 1);
    }

    function test_there_is_no_capacity_while_sales_are_closed() public {
        assertEq(pool.availableCapacity(subject), 50_000 * USDC);
        pause(PauseScope.BUY);
        assertEq(pool.availableCapacity(subject), 0);
    }

    // ── premium ──

    function test_a_premium_is_earned_as_time_passes_and_never_at_once() public {
        lock(1, subject, 40_000 * USDC);
        uint48 until = uint48(block.timestamp) + 100 days;
        uint256 before = pool.totalAssets();
        fund(address(pool), 1_000 * USDC);
        vm.prank(module);
        vm.expectEmit(address(pool));
        emit IRiskPool.PremiumStreamed(module, 1, 1_000 * USDC, 1_000 * USDC * 1e18 / uint256(100 days), until);
        pool.accruePremium(1, 1_000 * USDC, until);
        assertEq(pool.totalAssets(), before, "the price does not jump");
        assertEq(cap().unearnedPremium, 1_000 * USDC);
        assertEq(uint256(pool.lockOf(module, 1).premiumUntil), until);

        pass(50 days);
        assertApproxEqAbs(pool.totalAssets(), before + 500 * USDC, 1);
        IRiskPool.Capital memory c = cap();
        assertEq(c.grossAssets + c.unearnedPremium, before + 1_000 * USDC, "nothing is lost on the way");
        vm.expectEmit(address(pool));
        emit IRiskPool.PremiumAccrued(c.grossAssets - before, c.grossAssets, c.unearnedPremium);
        pool.accrue();
        assertEq(pool.totalAssets(), c.totalAssets, "booking it changes nothing that is seen");
        pass(51 days);
        assertEq(pool.totalAssets(), before + 1_000 * USDC);
        assertEq(pool.lockOf(module, 1).premiumRate, 0);
    }

    function test_accruing_twice_in_a_block_books_nothing_more() public {
        lock(1, subject, 40_000 * USDC);
        stream(1, 1_000 * USDC, uint48(block.timestamp) + 100 days);
        pass(10 days);
        pool.accrue();
        uint256 gross = cap().grossAssets;
        pool.accrue();
        assertEq(cap().grossAssets, gross);
    }

    function test_a_premium_for_time_that_has_passed_is_earned_at_once_and_needs_no_lock() public {
        uint256 before = pool.totalAssets();
        stream(12345, 77 * USDC, uint48(block.timestamp));
        assertEq(pool.totalAssets(), before + 77 * USDC);
        assertEq(cap().unearnedPremium, 0);
    }

    function test_a_second_premium_joins_what_is_left_of_the_first() public {
        lock(1, subject, 40_000 * USDC);
        uint48 until = PremiumStream.midnightOf(uint48(block.timestamp)) + 100 days;
        vm.warp(until - 100 days);
        stream(1, 1_000 * USDC, until);
        pass(40 days);
        stream(1, 300 * USDC, until);
        assertEq(cap().unearnedPremium, 900 * USDC + 1, "unearned is rounded up");
        assertEq(pool.lockOf(module, 1).premiumRate, (900 * USDC + 1) * 1e18 / uint256(60 days));
        pass(60 days);
        assertEq(cap().unearnedPremium, 0);
    }

    function test_a_refund_pays_what_is_not_earned_and_ends_the_stream() public {
        lock(1, subject, 40_000 * USDC);
        uint256 before = pool.totalAssets();
        stream(1, 1_000 * USDC, uint48(block.timestamp) + 100 days);
        pass(25 days);
        vm.prank(module);
        vm.expectEmit(address(pool));
        emit IRiskPool.PremiumRefunded(module, 1, alice, 750 * USDC);
        assertEq(pool.refundPremium(1, alice), 750 * USDC);
        assertEq(asset.balanceOf(alice), 750 * USDC);
        assertEq(pool.totalAssets(), before + 250 * USDC);
        assertEq(cap().unearnedPremium, 0);
        vm.prank(module);
        assertEq(pool.refundPremium(1, alice), 0, "only once");
        pass(200 days);
        assertEq(pool.totalAssets(), before + 250 * USDC);
    }

    function test_a_stream_may_run_for_366_days_and_no_longer() public {
        lock(1, subject, 40_000 * USDC);
        uint48 max = uint48(block.timestamp) + 366 days;
        stream(1, 10 * USDC, max);
        fund(address(pool), 10 * USDC);
        vm.prank(module);
        vm.expectRevert(abi.encodeWithSelector(IRiskPool.StreamTooLong.selector, max + 1, max));
        pool.accruePremium(1, 10 * USDC, max + 1);
    }

    function test_a_premium_that_did_not_arrive_is_not_booked() public {
        lock(1, subject, 40_000 * USDC);
        fund(address(pool), 99);
        vm.startPrank(module);
        vm.expectRevert(abi.encodeWithSelector(IRiskPool.NotReceived.selector, 100, 99));
        pool.accruePremium(1, 100, uint48(block.timestamp) + 1 days);
        vm.expectRevert(IRiskPool.ZeroAmount.selector);
        pool.accruePremium(1, 0, uint48(block.timestamp) + 1 days);
        vm.stopPrank();
    }

    function test_a_premium_cannot_be_booked_twice() public {
        lock(1, subject, 40_000 * USDC);
        stream(1, 100 * USDC, uint48(block.timestamp) + 10 days);
        pass(3 days);
        vm.prank(module);
        vm.expectRevert(abi.encodeWithSelector(IRiskPool.NotReceived.selector, 100 * USDC, 0));
        pool.accruePremium(1, 100 * USDC, uint48(block.timestamp) + 10 days);
    }

    function test_a_stream_needs_a_lock() public {
        fund(address(pool), 100);
        vm.prank(module);
        vm.expectRevert(abi.encodeWithSelector(IRiskPool.UnknownLock.selector, module, 1));
        pool.accruePremium(1, 100, uint48(block.timestamp) + 1 days);
    }

    function testFuzz_premium_streamed_and_refunded_is_premium_received(
        uint256 amount,
        uint256 length,
        uint256 offset,
        uint256 cancelAfter
    ) public {
        amount = bound(amount, 1, 1_000_000 * USDC);
        vm.warp(block.timestamp + bound(offset, 0, 1 days));
        uint48 until = uint48(block.timestamp + bound(length, 1, 366 days));
        lock(1, subject, 40_000 * USDC);
        uint256 before = pool.totalAssets();
        stream(1, amount, until);
        vm.warp(block.timestamp + bound(cancelAfter, 0, 370 days));
        uint256 earnedBefore = pool.totalAssets() - before;
        vm.prank(module);
        uint256 refund = pool.refundPremium(1, alice);
        assertLe(refund, amount - earnedBefore, "no more than was unearned");
        assertEq(pool.totalAssets() - before + refund, amount);
        assertEq(cap().unearnedPremium, 0);
        assertEq(asset.balanceOf(address(pool)), cap().grossAssets);
    }

    function testFuzz_capacity_can_be_sold_to_the_unit_and_no_further(uint256 assets, uint256 sold) public {
        provide(alice, bound(assets, 100 * USDC, 20_000_000 * USDC));
        uint256 limit = pool.totalAssets() * 500 / 1e4;
        lock(1, risky, bound(sold, 1, limit));
        uint256 left = pool.availableCapacity(risky);
        vm.expectRevert();
        vm.prank(module);
        pool.lockCover(2, risky, left + 1);
        if (left != 0) lock(2, risky, left);
        assertGe(cap().totalAssets, cap().minCapital);
    }

    uint32[] private _risks;

    /// Sells 1,240,000 of cover at level High: 992,000 of minimum capital on a million.
    function _fillWithRisk() private {
        uint256 lockId = 100;
        for (uint256 i = 0; i < 7; ++i) {
            uint32 id = listed(Kind.SmartContract, Level.High);
            _risks.push(id);
            uint256 total = i < 6 ? 200_000 * USDC : 40_000 * USDC;
            for (uint256 sold = 0; sold < total; sold += 40_000 * USDC) {
                lock(lockId++, id, 40_000 * USDC);
            }
        }
    }

    function _last() private view returns (uint32) {
        return _risks[_risks.length - 1];
    }
}
