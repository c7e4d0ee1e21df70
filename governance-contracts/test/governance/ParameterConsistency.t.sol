// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {RegistryFixture} from "./RegistryFixture.sol";
import {ParameterRegistry} from "../../src/ParameterRegistry.sol";
import {IParameterRegistry} from "../../src/interfaces/IParameterRegistry.sol";
import {Kind, Level} from "../../src/interfaces/Types.sol";
import {ParameterConsistency} from "../../src/libraries/ParameterConsistency.sol";
import {ParameterKeys as Keys} from "../../src/libraries/ParameterKeys.sol";
import {ParameterScope} from "../../src/libraries/ParameterScope.sol";
import {Roles} from "../../src/libraries/Roles.sol";

/// @notice Each rule is broken once by each of the parameters it speaks of, through the registry with the real catalogue.
contract ParameterConsistencyTest is RegistryFixture {
    bytes32 private low = ParameterScope.level(Level.Low);
    bytes32 private guarded = ParameterScope.level(Level.Guarded);
    bytes32 private bridge = ParameterScope.kind(Kind.Bridge);

    function test_rule_1_a_rate_floor_is_at_most_the_ceiling() public {
        _reach(Keys.RATE_CEILING, GLOBAL, 500);
        _reach(Keys.RATE_FLOOR, pool1, 490);
        // The last step of the floor to the ceiling itself holds; the ceiling cannot go below its own bound of 500.
        _reach(Keys.RATE_FLOOR, pool1, 500);
        assertEq(_value(Keys.RATE_FLOOR, pool1), _value(Keys.RATE_CEILING, pool1));
    }

    function test_rule_2_a_peg_breaks_below_where_it_is_watched() public {
        bytes32 asset = ParameterScope.account(address(dollar));
        _reach(Keys.PEG_BREAK, asset, 0.985e8);
        _reach(Keys.PEG_WATCH, asset, 0.986e8);
        _refuse(2, Keys.PEG_BREAK, asset, 0.986e8, 0.986e8, Keys.PEG_WATCH, 0.986e8);
        _refuse(2, Keys.PEG_WATCH, asset, 0.985e8, 0.985e8, Keys.PEG_BREAK, 0.985e8);
    }

    function test_rule_3_a_peg_recovers_above_where_it_is_watched() public {
        _refuse(3, Keys.PEG_WATCH, GLOBAL, 0.998e8, 0.998e8, Keys.PEG_RECOVER, 0.998e8);
        _refuse(3, Keys.PEG_RECOVER, GLOBAL, 0.995e8, 0.995e8, Keys.PEG_WATCH, 0.995e8);
    }

    function test_rule_4_the_drain_limit_is_at_most_the_incident_cap() public {
        _reach(Keys.INCIDENT_CAP, pool1, 2_500);
        skip(14 days);
        _refuse(4, Keys.DRAIN_LIMIT_24H, pool1, 2_501, 2_501, Keys.INCIDENT_CAP, 2_500);
        _refuse(4, Keys.INCIDENT_CAP, pool1, 2_499, 2_499, Keys.DRAIN_LIMIT_24H, 2_500);
    }

    function test_rule_5_cap_and_floor_leave_no_gap() public view {
        // Its bounds alone hold the catalogue to 60 % + 30 %; the arithmetic of the rule is fuzzed below.
        assertLe(parameters.spec(Keys.INCIDENT_CAP).max + parameters.spec(Keys.POOL_FLOOR).max, 1e4);
    }

    function test_rule_6_a_claim_is_paid_automatically_only_up_to_what_an_incident_is() public {
        _reach(Keys.AUTO_PAY_LIMIT_INCIDENT, pool1, 25_000e6);
        skip(7 days);
        _refuse(6, Keys.AUTO_PAY_LIMIT_CLAIM, pool1, 25_001e6, 25_001e6, Keys.AUTO_PAY_LIMIT_INCIDENT, 25_000e6);
        _refuse(6, Keys.AUTO_PAY_LIMIT_INCIDENT, pool1, 24_999e6, 24_999e6, Keys.AUTO_PAY_LIMIT_CLAIM, 25_000e6);
    }

    function test_rule_8_the_shortest_cover_is_shorter_than_the_longest() public {
        _reach(Keys.MAX_DURATION, GLOBAL, 60 days);
        _reach(Keys.MIN_DURATION, GLOBAL, 59 days);
        skip(7 days);
        _refuse(8, Keys.MIN_DURATION, GLOBAL, 60 days, 60 days, Keys.MAX_DURATION, 60 days);
        _refuse(8, Keys.MAX_DURATION, GLOBAL, 59 days, 59 days, Keys.MIN_DURATION, 59 days);
    }

    function test_rule_10_an_incident_lapses_after_it_could_be_confirmed() public {
        _reach(Keys.CONFIRM_DELAY, bridge, 10 hours);
        _reach(Keys.INCIDENT_LAPSE, bridge, 11 hours);
        skip(7 days);
        _refuse(10, Keys.CONFIRM_DELAY, bridge, 11 hours, 11 hours, Keys.INCIDENT_LAPSE, 11 hours);
        _refuse(10, Keys.INCIDENT_LAPSE, bridge, 10 hours, 10 hours, Keys.CONFIRM_DELAY, 10 hours);
    }

    function test_rule_12_riskier_levels_need_no_less_capital() public {
        bytes32 key = Keys.MIN_CAPITAL_RATIO;
        vm.prank(steward);
        parameters.tightenNow(key, low, 3_500, WHY);
        _refuse(12, key, guarded, 3_499, 3_500, key, 3_499);
        _refuse(12, key, low, 3_501, 3_501, key, 3_500);
        // Critical has the global value, which may not sink below High's.
        bytes32 high = ParameterScope.level(Level.High);
        vm.prank(steward);
        parameters.tightenNow(key, high, 10_000, WHY);
        _refuse(12, key, GLOBAL, 9_999, 10_000, key, 9_999);
    }

    function test_rule_13_riskier_levels_cost_no_less() public {
        bytes32 key = Keys.BASE_RATE;
        _reach(key, low, 220);
        skip(1 days);
        _refuse(13, key, low, 221, 221, key, 220);
        _refuse(13, key, guarded, 219, 220, key, 219);
    }

    function test_a_global_value_is_checked_beside_every_override_that_relies_on_it() public {
        // Pool 2's incident cap is 26 %; the global drain limit, which is pool 2's too, may not pass it, though the global cap is 40 %.
        _reach(Keys.INCIDENT_CAP, pool2, 2_600);
        _reach(Keys.DRAIN_LIMIT_24H, GLOBAL, 2_600);
        skip(14 days);
        _refuse(4, Keys.DRAIN_LIMIT_24H, GLOBAL, 2_601, 2_601, Keys.INCIDENT_CAP, 2_600);
        // With an override of its own the pool no longer relies on the global value.
        vm.prank(steward);
        parameters.tightenNow(Keys.DRAIN_LIMIT_24H, pool2, 2_500, WHY);
        _propose(Keys.DRAIN_LIMIT_24H, GLOBAL, 2_601);
    }

    function test_an_override_is_checked_beside_the_global_value_it_meets() public {
        _reach(Keys.INCIDENT_CAP, GLOBAL, 2_600);
        skip(14 days);
        _refuse(4, Keys.DRAIN_LIMIT_24H, pool2, 2_601, 2_601, Keys.INCIDENT_CAP, 2_600);
        _propose(Keys.DRAIN_LIMIT_24H, pool2, 2_600);
    }

    /// Walks a value to its target by the largest steps, each a change of its own.
    function _reach(bytes32 key, bytes32 scope, uint128 target) private {
        while (_value(key, scope) != target) {
            (,,, uint128 lo, uint128 hi) = parameters.preview(key, scope, target);
            _change(key, scope, target < lo ? lo : target > hi ? hi : target);
        }
    }

    function _refuse(
        uint8 rule,
        bytes32 key,
        bytes32 scope,
        uint128 asked,
        uint128 left,
        bytes32 partner,
        uint128 right
    ) private {
        ParameterConsistency.Rule memory r = ParameterConsistency.rule(rule);
        bool keyIsLeft = r.key == key;
        bytes memory error = keyIsLeft
            ? abi.encodeWithSelector(IParameterRegistry.Inconsistent.selector, rule, key, left, partner, right)
            : abi.encodeWithSelector(IParameterRegistry.Inconsistent.selector, rule, partner, right, key, left);
        vm.expectRevert(error);
        _propose(key, scope, asked);
    }
}

/// @notice Rules whose bounds in the catalogue leave nothing to break are shown with looser definitions in a registry of their own.
contract ParameterDefinitionConsistencyTest is RegistryFixture {
    function test_rules_meet_the_catalogue_when_it_is_defined() public view {
        for (uint8 number = 1; number <= ParameterConsistency.RULES; ++number) {
            ParameterConsistency.Rule memory r = ParameterConsistency.rule(number);
            parameters.spec(r.key);
            parameters.spec(r.otherKey);
        }
    }

    function test_a_definition_that_contradicts_an_earlier_one_is_refused() public {
        ParameterRegistry young = _young();
        _defineIn(young, Keys.RATE_CEILING, 500, 0, 0);
        vm.expectRevert(_inconsistent(1, Keys.RATE_FLOOR, 501, Keys.RATE_CEILING, 500));
        _defineIn(young, Keys.RATE_FLOOR, 501, 0, 0);
        _defineIn(young, Keys.RATE_FLOOR, 500, 0, 0);
    }

    function test_a_defined_override_is_checked_beside_the_global_value_it_meets() public {
        ParameterRegistry young = _young();
        _defineIn(young, Keys.MIN_DEPOSIT, 100, 0, 0);
        vm.expectRevert(_inconsistent(11, Keys.MIN_DEPOSIT, 100, Keys.DEPOSIT_CAP, 99));
        _defineIn(young, Keys.DEPOSIT_CAP, 1_000, pool1, 99);
        _defineIn(young, Keys.DEPOSIT_CAP, 1_000, pool1, 100);
    }

    function test_a_defined_global_value_is_checked_beside_earlier_overrides() public {
        ParameterRegistry young = _young();
        _defineIn(young, Keys.CHALLENGE_WINDOW, 50, ParameterScope.pool(7), 80);
        vm.expectRevert(_inconsistent(7, Keys.CHALLENGE_WINDOW, 80, Keys.REDEMPTION_WINDOW, 79));
        _defineIn(young, Keys.REDEMPTION_WINDOW, 79, 0, 0);
        _defineIn(young, Keys.REDEMPTION_WINDOW, 80, 0, 0);
    }

    function test_the_parts_of_a_premium_and_of_a_pool_never_pass_the_whole() public {
        ParameterRegistry young = _young();
        _defineIn(young, Keys.DISTRIBUTOR_COMMISSION, 4_000, 0, 0);
        vm.expectRevert(_inconsistent(9, Keys.TREASURY_FEE, 6_001, Keys.DISTRIBUTOR_COMMISSION, 4_000));
        _defineIn(young, Keys.TREASURY_FEE, 6_001, 0, 0);
        _defineIn(young, Keys.INCIDENT_CAP, 7_000, pool1, 9_000);
        vm.expectRevert(_inconsistent(5, Keys.INCIDENT_CAP, 9_000, Keys.POOL_FLOOR, 1_001));
        _defineIn(young, Keys.POOL_FLOOR, 1_001, 0, 0);
        _defineIn(young, Keys.POOL_FLOOR, 1_000, 0, 0);
    }

    function _young() private returns (ParameterRegistry young) {
        young = new ParameterRegistry(address(manager), directory);
        _map(address(young), Roles.DAO, ParameterRegistry.defineParam.selector);
    }

    /// Defined with the widest bounds and, unless the scope is the global one, an override.
    function _defineIn(ParameterRegistry registry, bytes32 key, uint128 value, bytes32 scope, uint128 own) private {
        IParameterRegistry.Spec memory s = _spec();
        (s.min, s.max) = (0, 1e6);
        uint256 count = scope == 0 ? 0 : 1;
        bytes32[] memory scopes = new bytes32[](count);
        uint128[] memory values = new uint128[](count);
        if (count != 0) (scopes[0], values[0]) = (scope, own);
        vm.prank(dao);
        registry.defineParam(key, s, value, scopes, values);
    }

    function _inconsistent(uint8 rule, bytes32 key, uint128 value, bytes32 otherKey, uint128 otherValue)
        private
        pure
        returns (bytes memory)
    {
        return abi.encodeWithSelector(IParameterRegistry.Inconsistent.selector, rule, key, value, otherKey, otherValue);
    }

    function test_partner_names_both_sides_of_a_rule_and_nothing_else() public pure {
        for (uint8 number = 1; number <= ParameterConsistency.RULES; ++number) {
            ParameterConsistency.Rule memory r = ParameterConsistency.rule(number);
            (bool concerned, bytes32 other) = ParameterConsistency.partner(number, r.key);
            assertTrue(concerned);
            assertEq(other, r.otherKey);
            (concerned, other) = ParameterConsistency.partner(number, r.otherKey);
            assertTrue(concerned);
            assertEq(other, r.key);
            (concerned,) = ParameterConsistency.partner(number, "NOTHING");
            assertFalse(concerned);
        }
    }
}

/// @notice The rules over values that are simply given, so that every combination can be tried.
contract ParameterRulesFuzzTest is RegistryFixture {
    mapping(bytes32 key => mapping(bytes32 scope => uint128)) private _given;
    bytes32 private _undefined;

    function testFuzz_comparisons_hold_exactly_when_the_numbers_do(uint8 seed, uint128 left, uint128 right) public {
        uint8 number = uint8(bound(seed, 1, 11));
        ParameterConsistency.Rule memory r = ParameterConsistency.rule(number);
        if (seed % 2 == 0) right = uint128(bound(right, left > 1 ? left - 1 : 0, uint256(left) + 1 > type(uint128).max ? left : left + 1));
        (_given[r.key][pool1], _given[r.otherKey][pool1]) = (left, right);
        ParameterConsistency.Overlay memory nothing;
        bool broken = ParameterConsistency.violation(_read, nothing, number, pool1).rule == number;
        bool holds = number == 5 || number == 9
            ? uint256(left) + right <= 1e4
            : number == 2 || number == 3 || number == 8 || number == 10 ? left < right : left <= right;
        assertEq(broken, !holds);
    }

    function testFuzz_sums_hold_up_to_one(uint128 left, uint128 right, bool fee) public {
        uint8 number = fee ? 9 : 5;
        ParameterConsistency.Rule memory r = ParameterConsistency.rule(number);
        (left, right) = (uint128(bound(left, 0, 10_001)), uint128(bound(right, 0, 10_001)));
        (_given[r.key][pool1], _given[r.otherKey][pool1]) = (left, right);
        ParameterConsistency.Overlay memory nothing;
        ParameterConsistency.Violation memory v = ParameterConsistency.violation(_read, nothing, number, pool1);
        assertEq(v.rule, uint256(left) + right <= 10_000 ? 0 : number);
        if (v.rule != 0) assertEq(v.value + v.otherValue, uint256(left) + right);
    }

    function testFuzz_levels_never_fall(uint128[5] memory values, bool rate) public {
        uint8 number = rate ? 13 : 12;
        bytes32 key = ParameterConsistency.rule(number).key;
        bool rises = true;
        for (uint256 i = 0; i < 5; ++i) {
            values[i] %= 4;
            _given[key][ParameterScope.level(Level(i + 1))] = values[i];
            if (i != 0 && values[i] < values[i - 1]) rises = false;
        }
        ParameterConsistency.Overlay memory nothing;
        assertEq(ParameterConsistency.violation(_read, nothing, number, GLOBAL).rule, rises ? 0 : number);
    }

    function test_a_rule_with_an_undefined_key_says_nothing() public {
        ParameterConsistency.Overlay memory nothing;
        for (uint8 number = 1; number <= ParameterConsistency.RULES; ++number) {
            ParameterConsistency.Rule memory r = ParameterConsistency.rule(number);
            (_given[r.key][pool1], _given[r.otherKey][pool1]) = (2e4, 1);
            _undefined = r.key;
            assertEq(ParameterConsistency.violation(_read, nothing, number, pool1).rule, 0);
            _undefined = r.otherKey;
            assertEq(ParameterConsistency.violation(_read, nothing, number, pool1).rule, 0);
        }
    }

    function _read(ParameterConsistency.Overlay memory, bytes32 key, bytes32 scope)
        private
        view
        returns (bool, uint128)
    {
        return (key != _undefined, _given[key][scope]);
    }
}

/// @notice Whatever is proposed and executed in whatever order, every rule holds at every scope afterwards.
contract ParameterConsistencySequenceTest is RegistryFixture {
    function testFuzz_every_rule_holds_after_every_execution(uint256[16] memory seeds) public {
        for (uint256 i = 0; i < seeds.length; ++i) {
            uint256 seed = seeds[i];
            ParameterConsistency.Rule memory r =
                ParameterConsistency.rule(uint8(bound(seed % 31, 1, ParameterConsistency.RULES)));
            bytes32 key = (seed >> 8) % 2 == 0 ? r.key : r.otherKey;
            bytes32 scope = _scopeFor(key, seed >> 16);
            (,,, uint128 lo, uint128 hi) = parameters.preview(key, scope, 0);
            uint128 value = (seed >> 24) % 3 == 0 ? lo : (seed >> 24) % 3 == 1 ? hi : uint128(bound(seed >> 32, lo, hi));
            skip(31 days);
            vm.prank(dao);
            try parameters.proposeChangeAsDao(key, scope, value, WHY) returns (uint64 id) {
                parameters.execute(id);
            } catch {}
            feed.update(1e8);
        }
        _requireAll();
    }

    function _requireAll() private view {
        ParameterConsistency.Overlay memory nothing;
        for (uint8 number = 1; number <= ParameterConsistency.RULES; ++number) {
            ParameterConsistency.Rule memory r = ParameterConsistency.rule(number);
            _requireRule(nothing, number, GLOBAL);
            for (uint256 s = 0; s < 6; ++s) {
                _requireRule(nothing, number, _scopeFor(r.key, s));
                _requireRule(nothing, number, _scopeFor(r.otherKey, s));
            }
        }
    }

    function _requireRule(ParameterConsistency.Overlay memory nothing, uint8 number, bytes32 scope) private view {
        assertEq(ParameterConsistency.violation(_read, nothing, number, scope).rule, 0, "a rule is broken");
    }

    function _read(ParameterConsistency.Overlay memory, bytes32 key, bytes32 scope)
        private
        view
        returns (bool, uint128)
    {
        return (true, parameters.get(key, scope));
    }

    function _scopeFor(bytes32 key, uint256 seed) private view returns (bytes32) {
        IParameterRegistry.ScopeKind kind = parameters.spec(key).scopeKind;
        if (seed % 3 == 0 || kind == IParameterRegistry.ScopeKind.Global) return GLOBAL;
        if (kind == IParameterRegistry.ScopeKind.Pool) return ParameterScope.pool(uint32(seed % 2 + 1));
        if (kind == IParameterRegistry.ScopeKind.Level) return ParameterScope.level(Level(seed % 6));
        if (kind == IParameterRegistry.ScopeKind.Kind) return ParameterScope.kind(Kind(seed % 6));
        return ParameterScope.account(address(uint160(seed % 2 + 1)));
    }
}
