// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {Fixture} from "./Fixture.sol";
import {IDirectory} from "../../src/interfaces/IDirectory.sol";
import {IEmergencyGuardian} from "../../src/interfaces/IEmergencyGuardian.sol";
import {ParameterKeys} from "../../src/libraries/ParameterKeys.sol";
import {PauseScope} from "../../src/libraries/PauseScope.sol";

abstract contract GuardianFixture is Fixture {
    uint16 internal constant BUY = PauseScope.BUY;
    uint16 internal constant PAYOUT = PauseScope.PAYOUT;
    uint32 internal constant ALL_POOLS = 0;

    function _pause(uint16 scopes, uint32 poolId, uint32 duration) internal returns (uint64) {
        vm.prank(guardianSafe);
        return guardian.pause(scopes, poolId, duration, WHY);
    }

    function _lift(uint64 id) internal {
        vm.prank(guardianSafe);
        guardian.lift(id);
    }

    function _extend(uint64 id, uint32 by) internal {
        vm.prank(dao);
        guardian.extend(id, by);
    }

    function _expectCooling(uint16 scopes, uint256 until) internal {
        vm.expectRevert(abi.encodeWithSelector(IEmergencyGuardian.CoolingDown.selector, scopes, uint48(until)));
    }
}

contract GuardianPauseTest is GuardianFixture {
    function test_a_pause_stops_its_scopes_for_its_pool_and_ends_by_itself() public {
        vm.expectEmit(address(guardian));
        emit IEmergencyGuardian.Paused(1, BUY | PAYOUT, 1, uint48(START), uint48(START + 2 hours), guardianSafe, WHY, 2);
        uint64 id = _pause(BUY | PAYOUT, 1, 2 hours);
        assertTrue(guardian.isPaused(BUY, 1));
        assertTrue(guardian.isPaused(PAYOUT, 1));
        assertTrue(guardian.isPaused(BUY | PauseScope.DEPOSIT, 1));
        assertFalse(guardian.isPaused(PauseScope.DEPOSIT, 1));
        assertFalse(guardian.isPaused(BUY, 2));
        assertFalse(guardian.isPaused(BUY, ALL_POOLS));
        assertEq(guardian.pausedUntil(BUY, 1), START + 2 hours);
        assertEq(guardian.pauseOf(id).by, guardianSafe);
        assertEq(guardian.pauseOf(id).reasonHash, WHY);
        assertEq(guardian.pauseCount(), 1);
        skip(2 hours - 1);
        assertTrue(guardian.isPaused(BUY, 1));
        skip(1);
        assertFalse(guardian.isPaused(BUY, 1));
        assertEq(guardian.pausedUntil(BUY, 1), 0);
    }

    function test_a_pause_of_pool_zero_stops_every_pool() public {
        _pause(BUY, ALL_POOLS, 1 hours);
        assertTrue(guardian.isPaused(BUY, 1));
        assertTrue(guardian.isPaused(BUY, 2));
        assertTrue(guardian.isPaused(BUY, ALL_POOLS));
    }

    function test_the_latest_end_of_several_scopes() public {
        _pause(BUY, 1, 3 hours);
        _pause(PAYOUT, ALL_POOLS, 5 hours);
        assertEq(guardian.pausedUntil(BUY | PAYOUT, 1), START + 5 hours);
        assertEq(guardian.pausedUntil(BUY | PAYOUT, 2), START + 5 hours);
        assertEq(guardian.pausedUntil(BUY, 2), 0);
    }

    function test_a_pause_needs_a_reason_scopes_a_pool_and_a_duration() public {
        vm.expectRevert(IEmergencyGuardian.ReasonRequired.selector);
        vm.prank(guardianSafe);
        guardian.pause(BUY, 1, 1 hours, 0);
        vm.expectRevert(abi.encodeWithSelector(IEmergencyGuardian.UnknownScope.selector, uint16(0)));
        _pause(0, 1, 1 hours);
        vm.expectRevert(abi.encodeWithSelector(IEmergencyGuardian.UnknownScope.selector, uint16(256)));
        _pause(256, 1, 1 hours);
        vm.expectRevert(abi.encodeWithSelector(IDirectory.UnknownPool.selector, uint32(3)));
        _pause(BUY, 3, 1 hours);
        vm.expectRevert(IEmergencyGuardian.ZeroDuration.selector);
        _pause(BUY, 1, 0);
        vm.expectRevert(
            abi.encodeWithSelector(IEmergencyGuardian.TooLong.selector, uint32(72 hours + 1), uint32(72 hours))
        );
        _pause(BUY, 1, 72 hours + 1);
        _pause(PauseScope.ALL, 1, 72 hours);
    }

    function test_only_the_guardian_pauses() public {
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, council));
        vm.prank(council);
        guardian.pause(BUY, 1, 1 hours, WHY);
    }

    function test_guardian_council_and_dao_lift() public {
        uint64 first = _pause(BUY, 1, 10 hours);
        uint64 second = _pause(PAYOUT, 1, 10 hours);
        uint64 third = _pause(PauseScope.DEPOSIT, 1, 10 hours);
        skip(1 hours);
        vm.expectEmit(address(guardian));
        emit IEmergencyGuardian.Lifted(first, guardianSafe, uint48(START + 1 hours));
        _lift(first);
        assertEq(guardian.pauseOf(first).liftedAt, START + 1 hours);
        assertFalse(guardian.isPaused(BUY, 1));
        vm.prank(council);
        guardian.liftAsCouncil(second);
        vm.prank(dao);
        guardian.liftAsDao(third);
        assertFalse(guardian.isPaused(PauseScope.ALL, 1));
    }

    function test_each_lifts_only_by_their_own_door() public {
        uint64 id = _pause(BUY, 1, 10 hours);
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, council));
        vm.prank(council);
        guardian.lift(id);
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, guardianSafe));
        vm.prank(guardianSafe);
        guardian.liftAsCouncil(id);
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, council));
        vm.prank(council);
        guardian.liftAsDao(id);
    }

    function test_what_does_not_run_is_neither_lifted_nor_extended() public {
        bytes memory notActive = abi.encodeWithSelector(IEmergencyGuardian.NotActive.selector, uint64(1));
        vm.expectRevert(notActive);
        _lift(1);
        uint64 id = _pause(BUY, 1, 1 hours);
        _lift(id);
        vm.expectRevert(notActive);
        _lift(id);
        vm.expectRevert(notActive);
        _extend(id, 1 hours);
        uint64 other = _pause(PAYOUT, 1, 1 hours);
        skip(1 hours);
        vm.expectRevert(abi.encodeWithSelector(IEmergencyGuardian.NotActive.selector, other));
        _extend(other, 1 hours);
    }

    function test_the_dao_extends_a_running_pause_by_at_most_the_longest_each_time() public {
        uint64 id = _pause(BUY, 1, 72 hours);
        skip(71 hours);
        vm.expectRevert(
            abi.encodeWithSelector(IEmergencyGuardian.TooLong.selector, uint32(72 hours + 1), uint32(72 hours))
        );
        _extend(id, 72 hours + 1);
        vm.expectRevert(IEmergencyGuardian.ZeroDuration.selector);
        _extend(id, 0);
        vm.expectEmit(address(guardian));
        emit IEmergencyGuardian.Extended(id, uint48(START + 144 hours));
        _extend(id, 72 hours);
        _extend(id, 72 hours);
        assertEq(guardian.pausedUntil(BUY, 1), START + 216 hours);
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, guardianSafe));
        vm.prank(guardianSafe);
        guardian.extend(id, 1 hours);
    }
}

contract GuardianLimitsTest is GuardianFixture {
    function test_a_scope_rests_after_its_pause_ended() public {
        _pause(BUY, 1, 1 hours);
        _expectCooling(BUY, START + 73 hours);
        _pause(BUY, 1, 1 hours);
        assertEq(guardian.coolingUntil(BUY, 1), START + 73 hours);
        vm.warp(START + 73 hours - 1);
        _expectCooling(BUY, START + 73 hours);
        _pause(BUY, 1, 1 hours);
        vm.warp(START + 73 hours);
        assertEq(guardian.coolingUntil(BUY, 1), 0);
        _pause(BUY, 1, 1 hours);
    }

    function test_a_scope_rests_from_when_it_was_lifted() public {
        uint64 id = _pause(BUY, 1, 72 hours);
        skip(1 hours);
        _lift(id);
        assertEq(guardian.coolingUntil(BUY, 1), START + 73 hours);
    }

    function test_another_scope_or_pool_need_not_rest() public {
        _pause(BUY, 1, 1 hours);
        assertEq(guardian.coolingUntil(PAYOUT, 1), 0);
        assertEq(guardian.coolingUntil(BUY, 2), 0);
        _pause(BUY, 2, 1 hours);
        _pause(PAYOUT, 1, 1 hours);
    }

    function test_one_resting_scope_holds_up_the_whole_pause_and_is_named() public {
        _pause(BUY, 1, 1 hours);
        _expectCooling(BUY, START + 73 hours);
        _pause(BUY | PAYOUT, 1, 1 hours);
    }

    function test_a_pool_cannot_be_paused_again_by_way_of_every_pool_nor_the_other_way_round() public {
        _pause(BUY, 1, 1 hours);
        skip(1 hours);
        _expectCooling(BUY, START + 73 hours);
        _pause(BUY, ALL_POOLS, 1 hours);
        assertEq(guardian.coolingUntil(BUY, ALL_POOLS), START + 73 hours);
        _pause(PAYOUT, ALL_POOLS, 1 hours);
        skip(1 hours);
        _expectCooling(PAYOUT, START + 74 hours);
        _pause(PAYOUT, 2, 1 hours);
    }

    function test_what_runs_for_every_pool_is_not_paused_for_one() public {
        _pause(BUY, ALL_POOLS, 10 hours);
        _expectCooling(BUY, START + 82 hours);
        _pause(BUY, 2, 1 hours);
    }

    function test_a_running_pause_of_one_pool_is_widened_to_every_pool_within_its_longest() public {
        _pause(BUY, 1, 10 hours);
        skip(2 hours);
        assertEq(guardian.coolingUntil(BUY, ALL_POOLS), 0);
        _expectCooling(BUY, START + 82 hours);
        _pause(BUY, ALL_POOLS, 70 hours + 1);
        _pause(BUY, ALL_POOLS, 70 hours);
        assertEq(guardian.pausedUntil(BUY, 1), START + 72 hours);
        assertEq(guardian.pausedUntil(BUY, 2), START + 72 hours);
        vm.warp(START + 72 hours);
        // Both pools rest now, the first not only since its own pause ended.
        assertEq(guardian.coolingUntil(BUY, 1), START + 144 hours);
    }

    function test_a_pause_that_the_dao_made_longer_does_not_stand_in_the_way_of_every_pool() public {
        uint64 id = _pause(BUY, 1, 72 hours);
        for (uint256 i = 0; i < 4; ++i) {
            _extend(id, 72 hours);
        }
        skip(100 hours);
        _pause(BUY, ALL_POOLS, 72 hours);
        assertTrue(guardian.isPaused(BUY, 2));
    }

    function test_the_budget_counts_pauses_whatever_their_scopes_and_pools() public {
        (uint8 used, uint8 max, uint48 windowEnds) = guardian.budget();
        assertEq(uint256(used) + windowEnds, 0);
        assertEq(max, 3);
        _pause(PauseScope.ALL, 1, 1 hours);
        skip(1 days);
        uint64 lifted = _pause(BUY, 2, 1 hours);
        _lift(lifted);
        skip(1 days);
        _pause(PAYOUT, 2, 1 hours);
        (used,, windowEnds) = guardian.budget();
        assertEq(used, 3);
        assertEq(windowEnds, START + 90 days);
        vm.warp(START + 90 days - 1);
        vm.expectRevert(
            abi.encodeWithSelector(IEmergencyGuardian.BudgetSpent.selector, uint8(3), uint48(START + 90 days))
        );
        _pause(BUY, 1, 1 hours);
        vm.warp(START + 90 days);
        _pause(BUY, 1, 1 hours);
        (used,, windowEnds) = guardian.budget();
        assertEq(used, 3);
        assertEq(windowEnds, START + 91 days);
    }

    function test_the_power_to_pause_does_not_expire() public {
        skip(3_650 days);
        _pause(PauseScope.ALL, ALL_POOLS, 72 hours);
        assertTrue(guardian.isPaused(BUY, 1));
    }

    function test_a_smaller_budget_than_was_used_leaves_none() public {
        _pause(BUY, 1, 1 hours);
        _pause(BUY, 2, 1 hours);
        _change(ParameterKeys.PAUSE_BUDGET_90D, 0, 2);
        _change(ParameterKeys.PAUSE_BUDGET_90D, 0, 1);
        (uint8 used, uint8 max,) = guardian.budget();
        assertEq(used, 2);
        assertEq(max, 1);
        vm.expectRevert(
            abi.encodeWithSelector(IEmergencyGuardian.BudgetSpent.selector, uint8(2), uint48(START + 90 days))
        );
        _pause(PAYOUT, 1, 1 hours);
    }
}

contract GuardianQuarantineTest is GuardianFixture {
    address private adapter = address(0xADA);

    function test_an_adapter_is_taken_out_of_use_until_the_dao_restores_it() public {
        vm.expectEmit(address(guardian));
        emit IEmergencyGuardian.AdapterQuarantined(adapter, guardianSafe, WHY);
        _quarantine(WHY);
        assertTrue(guardian.isQuarantined(adapter));
        vm.expectRevert(abi.encodeWithSelector(IEmergencyGuardian.AlreadyQuarantined.selector, adapter));
        _quarantine(WHY);
        vm.expectEmit(address(guardian));
        emit IEmergencyGuardian.AdapterRestored(adapter);
        vm.prank(dao);
        guardian.restoreAdapter(adapter);
        assertFalse(guardian.isQuarantined(adapter));
        vm.expectRevert(abi.encodeWithSelector(IEmergencyGuardian.NotQuarantined.selector, adapter));
        vm.prank(dao);
        guardian.restoreAdapter(adapter);
    }

    function test_quarantine_needs_a_reason_and_its_roles() public {
        vm.expectRevert(IEmergencyGuardian.ReasonRequired.selector);
        _quarantine(0);
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, council));
        vm.prank(council);
        guardian.quarantineAdapter(adapter, WHY);
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, guardianSafe));
        vm.prank(guardianSafe);
        guardian.restoreAdapter(adapter);
    }

    function _quarantine(bytes32 reason) private {
        vm.prank(guardianSafe);
        guardian.quarantineAdapter(adapter, reason);
    }
}

contract GuardianSecondsTest is GuardianFixture {
    function test_seconds_run_while_it_is_paused_and_then_stand() public {
        _pause(PAYOUT, 1, 10 hours);
        assertEq(guardian.pausedSeconds(PAYOUT, 1), 0);
        skip(4 hours);
        assertEq(guardian.pausedSeconds(PAYOUT, 1), 4 hours);
        skip(20 hours);
        assertEq(guardian.pausedSeconds(PAYOUT, 1), 10 hours);
        assertEq(guardian.pausedSeconds(PAYOUT, 2), 0);
        assertEq(guardian.pausedSeconds(BUY, 1), 0);
    }

    function test_seconds_of_every_pool_count_for_each_and_once_where_they_overlap() public {
        _pause(PAYOUT, 1, 10 hours);
        skip(4 hours);
        _pause(PAYOUT, ALL_POOLS, 10 hours);
        skip(3 hours);
        assertEq(guardian.pausedSeconds(PAYOUT, 1), 7 hours);
        assertEq(guardian.pausedSeconds(PAYOUT, 2), 3 hours);
        assertEq(guardian.pausedSeconds(PAYOUT, ALL_POOLS), 3 hours);
        skip(30 days);
        assertEq(guardian.pausedSeconds(PAYOUT, 1), 14 hours);
        assertEq(guardian.pausedSeconds(PAYOUT, 2), 10 hours);
        // Later pauses leave what was shared as it was.
        _pause(PAYOUT, ALL_POOLS, 1 hours);
        skip(60 days);
        _pause(PAYOUT, 1, 2 hours);
        skip(1 days);
        assertEq(guardian.pausedSeconds(PAYOUT, 1), 17 hours);
        assertEq(guardian.pausedSeconds(PAYOUT, 2), 11 hours);
    }

    function test_a_lift_stops_the_seconds_and_an_extension_carries_them_on() public {
        uint64 id = _pause(PAYOUT, 1, 10 hours);
        _extend(id, 5 hours);
        skip(12 hours);
        _lift(id);
        skip(10 hours);
        assertEq(guardian.pausedSeconds(PAYOUT, 1), 12 hours);
    }

    function test_seconds_are_asked_for_one_scope() public {
        vm.expectRevert(abi.encodeWithSelector(IEmergencyGuardian.UnknownScope.selector, BUY | PAYOUT));
        guardian.pausedSeconds(BUY | PAYOUT, 1);
        vm.expectRevert(abi.encodeWithSelector(IEmergencyGuardian.UnknownScope.selector, uint16(0)));
        guardian.pausedSeconds(0, 1);
        vm.expectRevert(abi.encodeWithSelector(IEmergencyGuardian.UnknownScope.selector, uint16(256)));
        guardian.coolingUntil(256, 1);
        vm.expectRevert(abi.encodeWithSelector(IEmergencyGuardian.UnknownScope.selector, uint16(0)));
        guardian.isPaused(0, 1);
    }
}

/// @notice Against a plain record of every pause, in slots of six hours.
contract GuardianHistoryFuzzTest is GuardianFixture {
    uint256 private constant SLOT = 6 hours;
    uint256 private constant LONGEST = 12; // slots in PAUSE_MAX
    uint256 private constant REST = 12; // slots in PAUSE_COOLDOWN

    /// Seconds counted are those of the record, whatever is paused, lifted and extended.
    function testFuzz_seconds_are_those_of_the_record(uint256[24] memory seeds) public {
        for (uint256 i = 0; i < seeds.length; ++i) {
            _act(seeds[i], true);
        }
        for (uint32 pool = 0; pool <= 2; ++pool) {
            _compare(BUY, pool);
            _compare(PAYOUT, pool);
        }
    }

    /// Without the DAO no scope of any pool is ever stopped for longer than PAUSE_MAX on end, nor again before PAUSE_COOLDOWN,
    /// by any combination of pauses of one pool and of every pool.
    function testFuzz_no_combination_of_pauses_outwits_the_limits(uint256[24] memory seeds) public {
        for (uint256 i = 0; i < seeds.length; ++i) {
            _act(seeds[i], false);
        }
        for (uint32 pool = 0; pool <= 2; ++pool) {
            _requireRests(BUY, pool);
            _requireRests(PAYOUT, pool);
        }
        _requireBudget();
    }

    function _act(uint256 seed, bool withDao) private {
        uint64 latest = guardian.pauseCount();
        uint256 choice = seed % 8;
        if (choice < 5) {
            uint16 scopes = (seed >> 8) % 3 == 0 ? BUY : (seed >> 8) % 3 == 1 ? PAYOUT : BUY | PAYOUT;
            vm.prank(guardianSafe);
            try guardian.pause(scopes, uint32((seed >> 16) % 3), uint32(SLOT * (1 + (seed >> 24) % LONGEST)), WHY) {} catch {}
        } else if (choice < 7 || !withDao) {
            vm.prank(guardianSafe);
            try guardian.lift(latest == 0 ? 1 : uint64(latest - (seed >> 16) % latest)) {} catch {}
        } else {
            vm.prank(dao);
            try guardian.extend(latest, uint32(SLOT * (1 + (seed >> 24) % LONGEST))) {} catch {}
        }
        uint256 wait = (seed >> 32) % 4;
        skip(wait == 3 ? SLOT * ((seed >> 40) % 120) : SLOT * wait);
    }

    function _compare(uint16 bit, uint32 pool) private view {
        bool[] memory stopped = _record(bit, pool);
        uint256 slots = 0;
        for (uint256 i = 0; i + 1 < stopped.length; ++i) {
            if (stopped[i]) ++slots;
        }
        assertEq(guardian.pausedSeconds(bit, pool), slots * SLOT);
        assertEq(guardian.isPaused(bit, pool), stopped[stopped.length - 1]);
    }

    function _requireRests(uint16 bit, uint32 pool) private view {
        bool[] memory stopped = _record(bit, pool);
        uint256 run = 0;
        uint256 rest = REST;
        for (uint256 i = 0; i < stopped.length; ++i) {
            if (stopped[i]) {
                assertTrue(run != 0 || rest >= REST, "stopped again too soon");
                ++run;
                rest = 0;
                assertLe(run, LONGEST, "stopped for too long");
            } else {
                run = 0;
                ++rest;
            }
        }
    }

    function _requireBudget() private view {
        for (uint64 i = 4; i <= guardian.pauseCount(); ++i) {
            assertGe(guardian.pauseOf(i).from, guardian.pauseOf(i - 3).from + 90 days, "budget");
        }
    }

    /// Whether a scope of a pool was stopped, for each slot from the start up to the one that begins now.
    function _record(uint16 bit, uint32 pool) private view returns (bool[] memory stopped) {
        stopped = new bool[]((block.timestamp - START) / SLOT + 1);
        for (uint64 id = guardian.pauseCount(); id != 0; --id) {
            IEmergencyGuardian.Pause memory p = guardian.pauseOf(id);
            if (p.scopes & bit == 0 || (p.poolId != 0 && p.poolId != pool)) continue;
            uint256 end = ((p.liftedAt == 0 ? p.until : p.liftedAt) - START) / SLOT;
            for (uint256 i = (p.from - START) / SLOT; i < end && i < stopped.length; ++i) {
                stopped[i] = true;
            }
        }
    }
}
