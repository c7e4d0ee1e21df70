// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {RegistryFixture} from "./RegistryFixture.sol";
import {IParameterRegistry} from "../../src/interfaces/IParameterRegistry.sol";
import {Kind, Level} from "../../src/interfaces/Types.sol";
import {ParameterScope} from "../../src/libraries/ParameterScope.sol";

contract ParameterDefinitionTest is RegistryFixture {
    function test_a_defined_key_tells_its_spec_and_value() public view {
        IParameterRegistry.Spec memory s = parameters.spec(KEY);
        assertEq(uint256(s.unit), uint256(IParameterRegistry.Unit.Bps));
        assertEq(uint256(s.scopeKind), uint256(IParameterRegistry.ScopeKind.Pool));
        assertEq(s.min, 100);
        assertEq(s.max, 10_000);
        assertEq(_value(KEY, GLOBAL), 1_000);
        assertEq(parameters.keyAt(parameters.keyCount() - 1), KEY);
        assertEq(parameters.lastChangedAt(KEY, GLOBAL), 0);
    }

    function test_a_scope_without_override_follows_the_global_value() public view {
        assertEq(_value(KEY, pool1), 1_000);
        assertFalse(parameters.isScoped(KEY, pool1));
        assertFalse(parameters.isScoped(KEY, GLOBAL));
        assertEq(parameters.scopesOf(KEY).length, 0);
    }

    function test_overrides_stand_from_the_definition_on() public {
        (bytes32[] memory scopes, uint128[] memory values) = _override(pool1, 700);
        vm.expectEmit(address(parameters));
        emit IParameterRegistry.ParamDefined("TEST_B", _spec(), 900);
        vm.expectEmit(address(parameters));
        emit IParameterRegistry.ParamScoped("TEST_B", pool1, 700);
        vm.prank(dao);
        parameters.defineParam("TEST_B", _spec(), 900, scopes, values);
        assertEq(_value("TEST_B", pool1), 700);
        assertEq(_value("TEST_B", pool2), 900);
        assertTrue(parameters.isScoped("TEST_B", pool1));
        assertEq(parameters.scopesOf("TEST_B")[0], pool1);
    }

    function test_an_unknown_key_has_no_value_and_no_spec() public {
        vm.expectRevert(abi.encodeWithSelector(IParameterRegistry.UnknownParam.selector, bytes32("NOTHING")));
        parameters.get("NOTHING", GLOBAL);
        vm.expectRevert(abi.encodeWithSelector(IParameterRegistry.UnknownParam.selector, bytes32("NOTHING")));
        parameters.spec("NOTHING");
    }

    function test_only_the_dao_defines() public {
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, council));
        vm.prank(council);
        parameters.defineParam("TEST_B", _spec(), 900, new bytes32[](0), new uint128[](0));
    }

    function test_a_key_is_defined_once() public {
        vm.expectRevert(abi.encodeWithSelector(IParameterRegistry.AlreadyDefined.selector, KEY));
        _define(KEY, _spec(), 1_000);
    }

    function test_a_spec_must_be_sound() public {
        IParameterRegistry.Spec memory s = _spec();
        _refuseSpec(0, s);
        s.unit = IParameterRegistry.Unit.None;
        _refuseSpec("TEST_B", s);
        s = _spec();
        (s.min, s.max) = (2, 1);
        _refuseSpec("TEST_B", s);
        s = _spec();
        s.minDelay = 30 days + 1;
        _refuseSpec("TEST_B", s);
        s = _spec();
        s.minInterval = 90 days + 1;
        _refuseSpec("TEST_B", s);
        s = _spec();
        (s.maxStepBps, s.minAbsStep) = (0, 0);
        _refuseSpec("TEST_B", s);
    }

    function test_the_longest_delay_and_interval_are_sound() public {
        IParameterRegistry.Spec memory s = _spec();
        (s.minDelay, s.minInterval, s.maxStepBps) = (30 days, 90 days, 0);
        _define("TEST_B", s, 900);
        assertEq(_value("TEST_B", GLOBAL), 900);
    }

    function test_scopes_and_values_come_in_pairs() public {
        vm.expectRevert(abi.encodeWithSelector(IParameterRegistry.BadSpec.selector, bytes32("TEST_B")));
        vm.prank(dao);
        parameters.defineParam("TEST_B", _spec(), 900, new bytes32[](1), new uint128[](0));
    }

    function test_first_values_lie_within_the_bounds() public {
        vm.expectRevert(_outOfBounds("TEST_B", 99));
        _define("TEST_B", _spec(), 99);
        (bytes32[] memory scopes, uint128[] memory values) = _override(pool1, 10_001);
        vm.expectRevert(_outOfBounds("TEST_B", 10_001));
        vm.prank(dao);
        parameters.defineParam("TEST_B", _spec(), 900, scopes, values);
    }

    function test_an_override_is_defined_once_and_never_for_the_global_scope() public {
        bytes32[] memory scopes = new bytes32[](2);
        (scopes[0], scopes[1]) = (pool1, pool1);
        uint128[] memory values = new uint128[](2);
        (values[0], values[1]) = (900, 900);
        vm.expectRevert(abi.encodeWithSelector(IParameterRegistry.WrongScope.selector, bytes32("TEST_B"), pool1));
        vm.prank(dao);
        parameters.defineParam("TEST_B", _spec(), 900, scopes, values);
        (scopes, values) = _override(GLOBAL, 900);
        vm.expectRevert(abi.encodeWithSelector(IParameterRegistry.WrongScope.selector, bytes32("TEST_B"), GLOBAL));
        vm.prank(dao);
        parameters.defineParam("TEST_B", _spec(), 900, scopes, values);
    }

    function test_a_scope_must_be_of_the_kind_of_its_key() public {
        _accept(IParameterRegistry.ScopeKind.Pool, ParameterScope.pool(type(uint32).max), true);
        _accept(IParameterRegistry.ScopeKind.Pool, ParameterScope.pool(0), false);
        _accept(IParameterRegistry.ScopeKind.Pool, bytes32(uint256(ParameterScope.pool(0)) | (1 << 32)), false);
        _accept(IParameterRegistry.ScopeKind.Pool, ParameterScope.level(Level.Low), false);
        _accept(IParameterRegistry.ScopeKind.Level, ParameterScope.level(Level.Unrated), true);
        _accept(IParameterRegistry.ScopeKind.Level, ParameterScope.level(Level.Critical), true);
        _accept(IParameterRegistry.ScopeKind.Level, bytes32(uint256(ParameterScope.level(Level.Critical)) + 1), false);
        _accept(IParameterRegistry.ScopeKind.Kind, ParameterScope.kind(Kind.Parametric), true);
        _accept(IParameterRegistry.ScopeKind.Kind, bytes32(uint256(ParameterScope.kind(Kind.Parametric)) + 1), false);
        _accept(IParameterRegistry.ScopeKind.Address, ParameterScope.account(address(dollar)), true);
        _accept(IParameterRegistry.ScopeKind.Address, ParameterScope.account(address(0)), false);
        _accept(
            IParameterRegistry.ScopeKind.Address, bytes32(uint256(ParameterScope.account(address(0))) | (1 << 160)), false
        );
        _accept(IParameterRegistry.ScopeKind.Global, pool1, false);
    }

    function test_a_key_has_at_most_256_overrides() public {
        bytes32[] memory scopes = new bytes32[](257);
        uint128[] memory values = new uint128[](257);
        for (uint32 i = 0; i < 257; ++i) {
            (scopes[i], values[i]) = (ParameterScope.pool(i + 1), 1_000);
        }
        vm.expectRevert(abi.encodeWithSelector(IParameterRegistry.TooManyScopes.selector, bytes32("TEST_B")));
        vm.prank(dao);
        parameters.defineParam("TEST_B", _spec(), 1_000, scopes, values);
        assembly ("memory-safe") {
            mstore(scopes, 256)
            mstore(values, 256)
        }
        vm.prank(dao);
        parameters.defineParam("TEST_B", _spec(), 1_000, scopes, values);
        vm.expectRevert(abi.encodeWithSelector(IParameterRegistry.TooManyScopes.selector, bytes32("TEST_B")));
        _propose("TEST_B", ParameterScope.pool(257), 1_050);
        // The global value and the overrides that stand can still be changed.
        _propose("TEST_B", GLOBAL, 1_050);
        _propose("TEST_B", ParameterScope.pool(256), 1_050);
    }

    function _accept(IParameterRegistry.ScopeKind kind, bytes32 scope, bool fits) private {
        bytes32 key = keccak256(abi.encode(kind, scope));
        IParameterRegistry.Spec memory s = _spec();
        s.scopeKind = kind;
        (bytes32[] memory scopes, uint128[] memory values) = _override(scope, 900);
        if (!fits) vm.expectRevert(abi.encodeWithSelector(IParameterRegistry.WrongScope.selector, key, scope));
        vm.prank(dao);
        parameters.defineParam(key, s, 900, scopes, values);
    }

    function _refuseSpec(bytes32 key, IParameterRegistry.Spec memory s) private {
        vm.expectRevert(abi.encodeWithSelector(IParameterRegistry.BadSpec.selector, key));
        _define(key, s, 900);
    }

    function _override(bytes32 scope, uint128 value) private pure returns (bytes32[] memory scopes, uint128[] memory values) {
        scopes = new bytes32[](1);
        values = new uint128[](1);
        (scopes[0], values[0]) = (scope, value);
    }

    function _outOfBounds(bytes32 key, uint128 value) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IParameterRegistry.OutOfBounds.selector, key, value, uint128(100), uint128(10_000));
    }
}

contract ParameterBoundsTest is RegistryFixture {
    function test_bounds_can_be_narrowed() public {
        vm.expectEmit(address(parameters));
        emit IParameterRegistry.BoundsTightened(KEY, 500, 2_000);
        _tightenBounds(500, 2_000);
        assertEq(parameters.spec(KEY).min, 500);
        assertEq(parameters.spec(KEY).max, 2_000);
    }

    function test_one_bound_alone_can_be_narrowed() public {
        _tightenBounds(101, 10_000);
        _tightenBounds(101, 9_999);
        assertEq(parameters.spec(KEY).max, 9_999);
    }

    function test_bounds_never_widen_stay_or_cross() public {
        _refuseBounds(99, 9_000);
        _refuseBounds(200, 10_001);
        _refuseBounds(100, 10_000);
        _refuseBounds(3_000, 2_000);
    }

    function test_every_value_in_force_stays_inside() public {
        vm.expectRevert(
            abi.encodeWithSelector(
                IParameterRegistry.OutOfBounds.selector, KEY, uint128(1_000), uint128(100), uint128(999)
            )
        );
        _tightenBounds(100, 999);
        _tighten(KEY, pool2, 400);
        vm.expectRevert(
            abi.encodeWithSelector(
                IParameterRegistry.OutOfBounds.selector, KEY, uint128(400), uint128(401), uint128(10_000)
            )
        );
        _tightenBounds(401, 10_000);
        _tightenBounds(400, 1_000);
    }

    function test_a_pending_change_meets_the_new_bounds() public {
        uint64 id = _propose(KEY, GLOBAL, 1_100);
        _tightenBounds(100, 1_050);
        skip(2 days);
        vm.expectRevert(
            abi.encodeWithSelector(
                IParameterRegistry.OutOfBounds.selector, KEY, uint128(1_100), uint128(100), uint128(1_050)
            )
        );
        parameters.execute(id);
    }

    function test_only_the_dao_narrows_and_only_what_is_known() public {
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, steward));
        vm.prank(steward);
        parameters.tightenBounds(KEY, 500, 2_000);
        vm.expectRevert(abi.encodeWithSelector(IParameterRegistry.UnknownParam.selector, bytes32("NOTHING")));
        vm.prank(dao);
        parameters.tightenBounds("NOTHING", 500, 2_000);
    }

    function testFuzz_bounds_only_ever_narrow(uint128 min, uint128 max) public {
        vm.prank(dao);
        try parameters.tightenBounds(KEY, min, max) {} catch {}
        IParameterRegistry.Spec memory s = parameters.spec(KEY);
        assertGe(s.min, 100);
        assertLe(s.max, 10_000);
        assertTrue(s.min <= 1_000 && s.max >= 1_000);
    }

    function _tightenBounds(uint128 min, uint128 max) private {
        vm.prank(dao);
        parameters.tightenBounds(KEY, min, max);
    }

    function _refuseBounds(uint128 min, uint128 max) private {
        vm.expectRevert(abi.encodeWithSelector(IParameterRegistry.BoundsMayOnlyTighten.selector, KEY));
        _tightenBounds(min, max);
    }
}
