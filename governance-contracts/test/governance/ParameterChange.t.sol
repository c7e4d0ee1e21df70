// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {RegistryFixture} from "./RegistryFixture.sol";
import {Directory} from "../../src/Directory.sol";
import {ParameterRegistry} from "../../src/ParameterRegistry.sol";
import {IParameterRegistry} from "../../src/interfaces/IParameterRegistry.sol";
import {Kind, Level} from "../../src/interfaces/Types.sol";
import {ParameterKeys} from "../../src/libraries/ParameterKeys.sol";
import {ParameterScope} from "../../src/libraries/ParameterScope.sol";
import {PauseScope} from "../../src/libraries/PauseScope.sol";

contract ParameterChangeTest is RegistryFixture {
    function test_a_proposal_waits_its_delay_and_anyone_executes_it() public {
        uint48 eta = uint48(START + 2 days);
        vm.expectEmit(address(parameters));
        emit IParameterRegistry.ChangeProposed(1, KEY, GLOBAL, 1_000, 1_100, eta, eta + 7 days, steward, false, WHY);
        uint64 id = _propose(KEY, GLOBAL, 1_100);
        IParameterRegistry.Change memory c = parameters.change(id);
        assertEq(c.proposedAt, START);
        assertEq(c.expectedOld, 1_000);
        assertEq(uint256(c.state), uint256(IParameterRegistry.ChangeState.Pending));

        vm.warp(eta - 1);
        vm.expectRevert(abi.encodeWithSelector(IParameterRegistry.ChangeNotReady.selector, id, eta));
        parameters.execute(id);

        vm.warp(eta);
        vm.expectEmit(address(parameters));
        emit IParameterRegistry.ChangeExecuted(id, KEY, GLOBAL, 1_000, 1_100);
        vm.prank(anyone);
        parameters.execute(id);
        assertEq(_value(KEY, pool1), 1_100);
        assertEq(parameters.lastChangedAt(KEY, pool1), eta);
        assertEq(uint256(parameters.change(id).state), uint256(IParameterRegistry.ChangeState.Executed));
        assertEq(parameters.changeCount(), 1);
    }

    function test_what_the_dao_decided_has_waited_already() public {
        uint64 id = _proposeAsDao(KEY, GLOBAL, 1_100);
        assertEq(parameters.change(id).eta, START);
        assertTrue(parameters.change(id).byDao);
        parameters.execute(id);
        assertEq(_value(KEY, GLOBAL), 1_100);
    }

    function test_a_change_is_executed_once() public {
        uint64 id = _proposeAsDao(KEY, GLOBAL, 1_100);
        parameters.execute(id);
        vm.expectRevert(
            abi.encodeWithSelector(
                IParameterRegistry.NotPending.selector, id, IParameterRegistry.ChangeState.Executed
            )
        );
        parameters.execute(id);
    }

    function test_a_change_that_was_never_proposed_cannot_be_executed() public {
        vm.expectRevert(
            abi.encodeWithSelector(IParameterRegistry.NotPending.selector, uint64(9), IParameterRegistry.ChangeState.None)
        );
        parameters.execute(9);
    }

    function test_a_change_expires_seven_days_after_it_is_ready() public {
        uint64 id = _propose(KEY, GLOBAL, 1_100);
        uint48 expiry = parameters.change(id).expiry;
        assertEq(expiry, START + 9 days);
        vm.warp(expiry + 1);
        assertEq(uint256(parameters.change(id).state), uint256(IParameterRegistry.ChangeState.Expired));
        vm.expectRevert(abi.encodeWithSelector(IParameterRegistry.ChangeExpired.selector, id));
        parameters.execute(id);
        vm.warp(expiry);
        parameters.execute(id);
        assertEq(_value(KEY, GLOBAL), 1_100);
    }

    function test_a_change_from_another_value_is_stale() public {
        uint64 slow = _propose(KEY, GLOBAL, 1_100);
        uint64 fast = _proposeAsDao(KEY, GLOBAL, 950);
        parameters.execute(fast);
        skip(2 days);
        vm.expectRevert(
            abi.encodeWithSelector(IParameterRegistry.StaleChange.selector, slow, uint128(1_000), uint128(950))
        );
        parameters.execute(slow);
    }

    function test_a_tightening_makes_pending_changes_stale() public {
        uint64 id = _propose(KEY, GLOBAL, 1_100);
        _tighten(KEY, GLOBAL, 999);
        skip(2 days);
        vm.expectRevert(
            abi.encodeWithSelector(IParameterRegistry.StaleChange.selector, id, uint128(1_000), uint128(999))
        );
        parameters.execute(id);
    }

    function test_a_first_override_is_stale_once_the_global_value_moved() public {
        uint64 id = _propose(KEY, pool1, 1_100);
        parameters.execute(_proposeAsDao(KEY, GLOBAL, 1_050));
        skip(2 days);
        vm.expectRevert(
            abi.encodeWithSelector(IParameterRegistry.StaleChange.selector, id, uint128(1_000), uint128(1_050))
        );
        parameters.execute(id);
    }

    function test_the_step_is_a_tenth_or_twenty_whichever_is_more() public {
        _refuseStep(GLOBAL, 1_000, 1_101, 100);
        _refuseStep(GLOBAL, 1_000, 899, 100);
        _propose(KEY, GLOBAL, 1_100);
        _propose(KEY, GLOBAL, 900);
        _tighten(KEY, GLOBAL, 100);
        _refuseStep(GLOBAL, 100, 121, 20);
        _propose(KEY, GLOBAL, 120);
    }

    function test_a_first_override_is_a_step_from_the_global_value() public {
        _refuseStep(pool1, 1_000, 1_101, 100);
        parameters.execute(_proposeAsDao(KEY, pool1, 1_100));
        assertEq(_value(KEY, pool1), 1_100);
        assertEq(_value(KEY, pool2), 1_000);
        assertTrue(parameters.isScoped(KEY, pool1));
    }

    function test_two_steps_cannot_be_taken_at_once_by_way_of_an_override() public {
        parameters.execute(_proposeAsDao(KEY, GLOBAL, 1_100));
        uint64 id = _proposeAsDao(KEY, pool1, 1_200);
        assertEq(parameters.change(id).eta, START + 7 days);
        vm.expectRevert(
            abi.encodeWithSelector(IParameterRegistry.ChangeNotReady.selector, id, uint48(START + 7 days))
        );
        parameters.execute(id);
        skip(7 days);
        parameters.execute(id);
        assertEq(_value(KEY, pool1), 1_200);
    }

    function test_an_override_made_by_tightening_inherits_the_interval() public {
        parameters.execute(_proposeAsDao(KEY, GLOBAL, 1_100));
        _tighten(KEY, pool1, 1_099);
        assertEq(parameters.lastChangedAt(KEY, pool1), START);
        assertEq(parameters.change(_proposeAsDao(KEY, pool1, 1_200)).eta, START + 7 days);
    }

    function test_a_tightening_starts_no_interval_of_its_own() public {
        parameters.execute(_proposeAsDao(KEY, GLOBAL, 1_100));
        skip(7 days);
        _tighten(KEY, GLOBAL, 1_000);
        uint64 id = _proposeAsDao(KEY, GLOBAL, 1_100);
        parameters.execute(id);
        assertEq(_value(KEY, GLOBAL), 1_100);
    }

    function test_the_interval_holds_even_where_the_value_came_back() public {
        uint64 first = _propose(KEY, GLOBAL, 1_050);
        skip(2 days);
        uint64 same = _propose(KEY, GLOBAL, 1_050);
        parameters.execute(first);
        uint48 changed = uint48(block.timestamp);
        _tighten(KEY, GLOBAL, 1_000);
        vm.warp(parameters.change(same).eta);
        vm.expectRevert(abi.encodeWithSelector(IParameterRegistry.TooSoon.selector, KEY, changed + 7 days));
        parameters.execute(same);
        vm.warp(changed + 7 days);
        parameters.execute(same);
        assertEq(_value(KEY, GLOBAL), 1_050);
    }

    function test_a_change_needs_a_reason_a_known_key_a_fitting_scope_and_a_difference() public {
        vm.expectRevert(IParameterRegistry.ReasonRequired.selector);
        vm.prank(steward);
        parameters.proposeChange(KEY, GLOBAL, 1_100, 0);
        vm.expectRevert(abi.encodeWithSelector(IParameterRegistry.UnknownParam.selector, bytes32("NOTHING")));
        _propose("NOTHING", GLOBAL, 1_100);
        vm.expectRevert(
            abi.encodeWithSelector(IParameterRegistry.WrongScope.selector, KEY, ParameterScope.kind(Kind.Bridge))
        );
        _propose(KEY, ParameterScope.kind(Kind.Bridge), 1_100);
        vm.expectRevert(abi.encodeWithSelector(IParameterRegistry.NoChange.selector, KEY, uint128(1_000)));
        _propose(KEY, pool1, 1_000);
        vm.expectRevert(
            abi.encodeWithSelector(
                IParameterRegistry.OutOfBounds.selector, KEY, uint128(99), uint128(100), uint128(10_000)
            )
        );
        _propose(KEY, GLOBAL, 99);
    }

    function test_who_may_propose() public {
        vm.prank(council);
        parameters.proposeChange(KEY, GLOBAL, 1_100, WHY);
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, anyone));
        vm.prank(anyone);
        parameters.proposeChange(KEY, GLOBAL, 1_100, WHY);
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, council));
        vm.prank(council);
        parameters.proposeChangeAsDao(KEY, GLOBAL, 1_100, WHY);
    }

    function test_two_changes_each_legal_clash_at_execution() public {
        // DRAIN_LIMIT_24H is 25 %. Raising it to 26 % is legal, and so is lowering INCIDENT_CAP from 26 % to 25 %.
        _reach("INCIDENT_CAP", 2_600);
        skip(14 days);
        uint64 drainUp = _propose("DRAIN_LIMIT_24H", GLOBAL, 2_600);
        uint64 capDown = _propose("INCIDENT_CAP", GLOBAL, 2_500);
        vm.warp(parameters.change(capDown).eta);
        parameters.execute(drainUp);
        vm.expectRevert(
            abi.encodeWithSelector(
                IParameterRegistry.Inconsistent.selector,
                uint8(4),
                bytes32("DRAIN_LIMIT_24H"),
                uint128(2_600),
                bytes32("INCIDENT_CAP"),
                uint128(2_500)
            )
        );
        parameters.execute(capDown);
    }

    /// Moves a global value by the largest steps until it is there.
    function _reach(bytes32 key, uint128 target) private {
        while (_value(key, GLOBAL) != target) {
            (,,, uint128 lo, uint128 hi) = parameters.preview(key, GLOBAL, target);
            _change(key, GLOBAL, target < lo ? lo : target > hi ? hi : target);
        }
    }

    function _refuseStep(bytes32 scope, uint128 from, uint128 to, uint128 most) private {
        vm.expectRevert(abi.encodeWithSelector(IParameterRegistry.StepTooLarge.selector, KEY, from, to, most));
        _propose(KEY, scope, to);
    }
}

contract ParameterCancelTest is RegistryFixture {
    function test_a_proposer_takes_a_proposal_back() public {
        uint64 id = _propose(KEY, GLOBAL, 1_100);
        vm.expectEmit(address(parameters));
        emit IParameterRegistry.ChangeCancelled(id, steward, WHY);
        vm.prank(steward);
        parameters.cancel(id, WHY);
        assertEq(uint256(parameters.change(id).state), uint256(IParameterRegistry.ChangeState.Cancelled));
        skip(2 days);
        vm.expectRevert(
            abi.encodeWithSelector(
                IParameterRegistry.NotPending.selector, id, IParameterRegistry.ChangeState.Cancelled
            )
        );
        parameters.execute(id);
    }

    function test_nobody_else_takes_it_back() public {
        uint64 id = _propose(KEY, GLOBAL, 1_100);
        vm.expectRevert(abi.encodeWithSelector(IParameterRegistry.NotProposer.selector, id, council));
        vm.prank(council);
        parameters.cancel(id, WHY);
    }

    function test_the_council_cancels_a_stewards_proposal_but_not_the_daos() public {
        uint64 stewards = _propose(KEY, GLOBAL, 1_100);
        uint64 daos = _proposeAsDao(KEY, GLOBAL, 1_100);
        vm.prank(council);
        parameters.cancelAsCouncil(stewards, WHY);
        vm.expectRevert(abi.encodeWithSelector(IParameterRegistry.DecidedByDao.selector, daos));
        vm.prank(council);
        parameters.cancelAsCouncil(daos, WHY);
    }

    function test_the_dao_cancels_anything() public {
        uint64 stewards = _propose(KEY, GLOBAL, 1_100);
        uint64 daos = _proposeAsDao(KEY, GLOBAL, 1_100);
        vm.startPrank(dao);
        parameters.cancelAsDao(stewards, WHY);
        parameters.cancelAsDao(daos, WHY);
        vm.stopPrank();
        assertEq(uint256(parameters.change(daos).state), uint256(IParameterRegistry.ChangeState.Cancelled));
    }

    function test_cancelling_needs_a_reason() public {
        uint64 id = _propose(KEY, GLOBAL, 1_100);
        vm.expectRevert(IParameterRegistry.ReasonRequired.selector);
        vm.prank(steward);
        parameters.cancel(id, 0);
        vm.expectRevert(IParameterRegistry.ReasonRequired.selector);
        vm.prank(council);
        parameters.cancelAsCouncil(id, 0);
        vm.expectRevert(IParameterRegistry.ReasonRequired.selector);
        vm.prank(dao);
        parameters.cancelAsDao(id, 0);
    }

    function test_what_has_expired_cannot_be_cancelled() public {
        uint64 id = _propose(KEY, GLOBAL, 1_100);
        vm.warp(parameters.change(id).expiry + 1);
        vm.expectRevert(abi.encodeWithSelector(IParameterRegistry.ChangeExpired.selector, id));
        vm.prank(steward);
        parameters.cancel(id, WHY);
    }

    function test_only_council_and_dao_have_their_cancels() public {
        uint64 id = _propose(KEY, GLOBAL, 1_100);
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, steward));
        vm.prank(steward);
        parameters.cancelAsCouncil(id, WHY);
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, council));
        vm.prank(council);
        parameters.cancelAsDao(id, WHY);
    }
}

contract ParameterTighteningTest is RegistryFixture {
    function test_tightening_takes_any_step_at_once() public {
        vm.expectEmit(address(parameters));
        emit IParameterRegistry.Tightened(KEY, GLOBAL, 1_000, 100, steward, WHY);
        _tighten(KEY, GLOBAL, 100);
        assertEq(_value(KEY, pool1), 100);
        assertEq(parameters.lastChangedAt(KEY, GLOBAL), 0);
    }

    function test_tightening_one_pool_leaves_the_others() public {
        _tighten(KEY, pool1, 500);
        assertEq(_value(KEY, pool1), 500);
        assertEq(_value(KEY, pool2), 1_000);
        assertEq(parameters.scopesOf(KEY).length, 1);
    }

    function test_tightening_never_loosens() public {
        vm.expectRevert(abi.encodeWithSelector(IParameterRegistry.NotTightening.selector, KEY));
        _tighten(KEY, GLOBAL, 1_001);
        vm.expectRevert(abi.encodeWithSelector(IParameterRegistry.NoChange.selector, KEY, uint128(1_000)));
        _tighten(KEY, GLOBAL, 1_000);
        vm.expectRevert(
            abi.encodeWithSelector(IParameterRegistry.NotTightening.selector, ParameterKeys.MIN_CAPITAL_RATIO)
        );
        _tighten(ParameterKeys.MIN_CAPITAL_RATIO, ParameterScope.level(Level.Low), 2_400);
    }

    function test_what_has_no_safe_direction_is_never_tightened_at_once() public {
        vm.expectRevert(abi.encodeWithSelector(IParameterRegistry.NotTightening.selector, ParameterKeys.INCIDENT_CAP));
        _tighten(ParameterKeys.INCIDENT_CAP, GLOBAL, 3_900);
        vm.expectRevert(abi.encodeWithSelector(IParameterRegistry.NotTightening.selector, ParameterKeys.WAITING_PERIOD));
        _tighten(ParameterKeys.WAITING_PERIOD, GLOBAL, 80 hours);
    }

    function test_where_higher_is_safe_tightening_raises() public {
        _tighten(ParameterKeys.MIN_CAPITAL_RATIO, ParameterScope.level(Level.Low), 3_500);
        assertEq(_value(ParameterKeys.MIN_CAPITAL_RATIO, ParameterScope.level(Level.Low)), 3_500);
    }

    function test_tightening_stays_within_the_bounds_and_consistent() public {
        vm.expectRevert(
            abi.encodeWithSelector(
                IParameterRegistry.OutOfBounds.selector, KEY, uint128(99), uint128(100), uint128(10_000)
            )
        );
        _tighten(KEY, GLOBAL, 99);
        bytes32 ratio = ParameterKeys.MIN_CAPITAL_RATIO;
        vm.expectRevert(
            abi.encodeWithSelector(
                IParameterRegistry.Inconsistent.selector, uint8(12), ratio, uint128(3_501), ratio, uint128(3_500)
            )
        );
        _tighten(ratio, ParameterScope.level(Level.Low), 3_501);
    }

    function test_tightening_needs_a_reason_and_the_role() public {
        vm.expectRevert(IParameterRegistry.ReasonRequired.selector);
        vm.prank(steward);
        parameters.tightenNow(KEY, GLOBAL, 900, 0);
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, guardianSafe));
        vm.prank(guardianSafe);
        parameters.tightenNow(KEY, GLOBAL, 900, WHY);
    }

    function testFuzz_tightening_moves_one_way_within_the_bounds(uint128 value, uint8 scopeSeed, bool higher) public {
        bytes32 key = higher ? ParameterKeys.MIN_CAPITAL_RATIO : ParameterKeys.MAX_POLICY_SHARE;
        bytes32 scope = higher ? ParameterScope.level(Level(scopeSeed % 6)) : ParameterScope.pool(scopeSeed);
        uint256 before = _value(key, scope);
        vm.prank(steward);
        try parameters.tightenNow(key, scope, value, WHY) {
            assertTrue(higher ? value > before : value < before, "moved the wrong way");
            assertEq(_value(key, scope), value);
        } catch {
            assertEq(_value(key, scope), before);
        }
        assertTrue(value < 1e5 || _value(key, scope) == before, "out of bounds");
    }
}

contract ParameterLooseningPauseTest is RegistryFixture {
    function test_loosening_waits_while_it_is_paused_everywhere() public {
        uint64 id = _propose(KEY, GLOBAL, 1_100);
        skip(2 days);
        _pause(0);
        vm.expectRevert(abi.encodeWithSelector(IParameterRegistry.LooseningPaused.selector, KEY));
        parameters.execute(id);
        skip(3 days);
        parameters.execute(id);
        assertEq(_value(KEY, GLOBAL), 1_100);
    }

    function test_what_tightens_goes_on() public {
        uint64 id = _propose(KEY, GLOBAL, 900);
        skip(2 days);
        _pause(0);
        parameters.execute(id);
        assertEq(_value(KEY, GLOBAL), 900);
    }

    function test_what_has_no_safe_direction_counts_as_loosening() public {
        uint64 id = _proposeAsDao(ParameterKeys.INCIDENT_CAP, GLOBAL, 3_900);
        _pause(0);
        vm.expectRevert(abi.encodeWithSelector(IParameterRegistry.LooseningPaused.selector, ParameterKeys.INCIDENT_CAP));
        parameters.execute(id);
    }

    function test_a_pause_of_one_pool_stops_its_override_and_not_anothers() public {
        uint64 one = _proposeAsDao(KEY, pool1, 1_100);
        uint64 two = _proposeAsDao(KEY, pool2, 1_100);
        _pause(1);
        vm.expectRevert(abi.encodeWithSelector(IParameterRegistry.LooseningPaused.selector, KEY));
        parameters.execute(one);
        parameters.execute(two);
        assertEq(_value(KEY, pool2), 1_100);
    }

    function test_a_pause_of_one_pool_stops_a_global_change_unless_the_pool_has_its_own_value() public {
        uint64 id = _proposeAsDao(KEY, GLOBAL, 1_100);
        _pause(1);
        vm.expectRevert(abi.encodeWithSelector(IParameterRegistry.LooseningPaused.selector, KEY));
        parameters.execute(id);
        _tighten(KEY, pool1, 800);
        parameters.execute(id);
        assertEq(_value(KEY, GLOBAL), 1_100);
        assertEq(_value(KEY, pool1), 800);
    }

    function test_before_there_is_a_guardian_nothing_is_paused() public {
        Directory empty = new Directory(address(manager));
        ParameterRegistry young = new ParameterRegistry(address(manager), empty);
        bytes4[] memory selectors = new bytes4[](2);
        (selectors[0], selectors[1]) = (young.defineParam.selector, young.proposeChangeAsDao.selector);
        manager.setTargetFunctionRole(address(young), selectors, 10);
        vm.startPrank(dao);
        young.defineParam(KEY, _spec(), 1_000, new bytes32[](0), new uint128[](0));
        young.execute(young.proposeChangeAsDao(KEY, GLOBAL, 1_100, WHY));
        assertEq(young.get(KEY, GLOBAL), 1_100);
    }

    function _pause(uint32 poolId) private {
        vm.prank(guardianSafe);
        guardian.pause(PauseScope.PARAM_LOOSEN, poolId, 72 hours, WHY);
    }
}

contract ParameterPreviewTest is RegistryFixture {
    function test_a_preview_tells_when_and_how_far() public view {
        (bool ok, bytes4 why, uint48 eta, uint128 lo, uint128 hi) = parameters.preview(KEY, GLOBAL, 1_100);
        assertTrue(ok);
        assertEq(uint256(uint32(why)), 0);
        assertEq(eta, START + 2 days);
        assertEq(lo, 900);
        assertEq(hi, 1_100);
    }

    function test_a_preview_knows_bounds_and_interval() public {
        _tighten(KEY, GLOBAL, 105);
        parameters.execute(_proposeAsDao(KEY, GLOBAL, 110));
        (,, uint48 eta, uint128 lo, uint128 hi) = parameters.preview(KEY, pool1, 111);
        assertEq(eta, START + 7 days);
        assertEq(lo, 100);
        assertEq(hi, 130);
        IParameterRegistry.Spec memory s = _spec();
        s.max = 1_010;
        _define("TEST_B", s, 1_000);
        (,,,, hi) = parameters.preview("TEST_B", GLOBAL, 1_001);
        assertEq(hi, 1_010);
    }

    function test_a_preview_of_the_unknown_is_empty() public view {
        (bool ok, bytes4 why, uint48 eta, uint128 lo, uint128 hi) = parameters.preview("NOTHING", GLOBAL, 1);
        assertFalse(ok);
        assertEq(bytes32(why), bytes32(IParameterRegistry.UnknownParam.selector));
        assertEq(uint256(eta) + lo + hi, 0);
        (ok, why, eta, lo, hi) = parameters.preview(KEY, ParameterScope.level(Level.Low), 1_100);
        assertFalse(ok);
        assertEq(bytes32(why), bytes32(IParameterRegistry.WrongScope.selector));
        assertEq(uint256(eta) + lo + hi, 0);
    }

    /// Preview and proposal answer alike, for any value of any key.
    function testFuzz_preview_says_what_proposing_answers(uint256 keySeed, uint128 value, uint256 near, uint8 scopeSeed) public {
        bytes32 key = parameters.keyAt(keySeed % parameters.keyCount());
        bytes32 scope = scopeSeed % 3 == 0 ? GLOBAL : scopeSeed % 3 == 1 ? pool1 : ParameterScope.level(Level(scopeSeed % 6));
        // Half of the values close to the one in force, where the interesting answers are.
        if (near % 2 == 0) value = uint128(bound(value, _value(key, scope) / 2, _value(key, scope) * 3 / 2 + 10));
        (bool ok, bytes4 why, uint48 eta,,) = parameters.preview(key, scope, value);
        vm.prank(steward);
        try parameters.proposeChange(key, scope, value, WHY) returns (uint64 id) {
            assertTrue(ok, "refused in preview, accepted when proposed");
            assertEq(parameters.change(id).eta, eta);
        } catch (bytes memory error) {
            assertFalse(ok, "accepted in preview, refused when proposed");
            assertEq(bytes32(bytes4(error)), bytes32(why));
        }
    }

    /// Every value in [lo, hi] but the present one is within bounds and step; none outside is.
    function testFuzz_reach_is_exact(uint128 start, uint128 value) public {
        start = uint128(bound(start, 100, 1_000));
        if (start < 1_000) _tighten(KEY, GLOBAL, start);
        value = uint128(bound(value, 0, 12_000));
        (bool ok,,, uint128 lo, uint128 hi) = parameters.preview(KEY, GLOBAL, value);
        assertEq(ok, value >= lo && value <= hi && value != start);
    }
}

/// @notice Any order of proposals, tightenings and executions keeps what is promised of every parameter.
contract ParameterStepsFuzzTest is RegistryFixture {
    function testFuzz_executed_changes_keep_step_and_interval(uint256[12] memory seeds) public {
        uint48 lastExecuted = 0;
        for (uint256 i = 0; i < seeds.length; ++i) {
            bytes32 scope = seeds[i] % 2 == 0 ? GLOBAL : pool1;
            uint128 value = uint128(bound(seeds[i] >> 8, 100, 2_000));
            skip((seeds[i] >> 64) % 5 days);
            uint256 old = _value(KEY, pool1);
            if ((seeds[i] >> 4) % 4 == 0) {
                vm.prank(steward);
                try parameters.tightenNow(KEY, scope, value, WHY) {} catch {}
                assertLe(_value(KEY, pool1), old);
                continue;
            }
            vm.prank(dao);
            try parameters.proposeChangeAsDao(KEY, scope, value, WHY) returns (uint64 id) {
                try parameters.execute(id) {} catch {}
            } catch {}
            uint256 now_ = _value(KEY, pool1);
            if (now_ == old) continue;
            assertLe(now_ > old ? now_ - old : old - now_, old / 10 > 20 ? old / 10 : 20, "step");
            if (lastExecuted != 0) assertGe(block.timestamp, lastExecuted + 7 days, "interval");
            lastExecuted = uint48(block.timestamp);
        }
    }
}
