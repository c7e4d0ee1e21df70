// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {Fixture} from "./Fixture.sol";
import {ParameterCatalogue} from "../../script/ParameterCatalogue.sol";
import {IParameterRegistry} from "../../src/interfaces/IParameterRegistry.sol";
import {Kind, Level} from "../../src/interfaces/Types.sol";
import {ParameterKeys as Keys} from "../../src/libraries/ParameterKeys.sol";
import {ParameterScope} from "../../src/libraries/ParameterScope.sol";

contract ParameterCatalogueTest is Fixture {
    function test_every_definition_is_in_force_after_deployment() public view {
        ParameterCatalogue.Definition[] memory all = ParameterCatalogue.all();
        assertEq(parameters.keyCount(), all.length);
        for (uint256 i = 0; i < all.length; ++i) {
            assertEq(parameters.keyAt(i), all[i].key);
            assertEq(_value(all[i].key, 0), all[i].initialValue);
            for (uint256 j = 0; j < all[i].scopes.length; ++j) {
                assertEq(_value(all[i].key, all[i].scopes[j]), all[i].values[j]);
            }
        }
    }

    /// Decision 4: minimum capital, the limits on sales, the drain limit and the age of prices; never a cap, an automatic
    /// limit, a waiting time, a floor or a quorum.
    function test_only_what_is_safe_for_holders_and_solvency_may_skip_its_delay() public view {
        for (uint256 i = 0; i < parameters.keyCount(); ++i) {
            bytes32 key = parameters.keyAt(i);
            IParameterRegistry.SafeDirection safe = parameters.spec(key).safe;
            bool lower = key == Keys.MAX_POLICY_SHARE || key == Keys.SUBJECT_CONCENTRATION || key == Keys.DRAIN_LIMIT_24H
                || key == Keys.ORACLE_MAX_AGE;
            bool higher = key == Keys.MIN_CAPITAL_RATIO;
            assertEq(safe == IParameterRegistry.SafeDirection.Lower, lower);
            assertEq(safe == IParameterRegistry.SafeDirection.Higher, higher);
        }
    }

    /// Decision 5.
    function test_every_parameter_is_bounded_on_both_sides_and_waits() public view {
        for (uint256 i = 0; i < parameters.keyCount(); ++i) {
            IParameterRegistry.Spec memory s = parameters.spec(parameters.keyAt(i));
            assertLt(s.min, s.max);
            assertLt(s.max, 1e15);
            assertGe(s.minDelay, 24 hours);
            assertGe(s.minInterval, 24 hours);
            assertTrue(s.maxStepBps <= 5_000);
            if (s.unit == IParameterRegistry.Unit.Bps) assertLe(s.max, 1e4);
        }
    }

    /// From a corner of its bounds every value can still move: a value of zero has no tenth.
    function test_no_value_is_stuck() public view {
        for (uint256 i = 0; i < parameters.keyCount(); ++i) {
            IParameterRegistry.Spec memory s = parameters.spec(parameters.keyAt(i));
            assertGt(s.minAbsStep, 0);
            assertLe(s.minAbsStep, s.max - s.min);
        }
    }

    function test_the_defaults_of_the_reference() public view {
        assertEq(_value(Keys.MIN_CAPITAL_RATIO, ParameterScope.level(Level.Low)), 2_500);
        assertEq(_value(Keys.MIN_CAPITAL_RATIO, ParameterScope.level(Level.High)), 8_000);
        assertEq(_value(Keys.MIN_CAPITAL_RATIO, ParameterScope.level(Level.Critical)), 10_000);
        assertEq(_value(Keys.BASE_RATE, ParameterScope.level(Level.Elevated)), 450);
        assertEq(_value(Keys.WAITING_PERIOD, ParameterScope.kind(Kind.Bridge)), 72 hours);
        assertEq(_value(Keys.WAITING_PERIOD, ParameterScope.kind(Kind.Custody)), 14 days);
        assertEq(_value(Keys.CHALLENGE_WINDOW, ParameterScope.kind(Kind.Parametric)), 2 hours);
        assertEq(_value(Keys.AUTO_PAY_LIMIT_CLAIM, ParameterScope.pool(1)), 25_000 * USDC);
        assertEq(_value(Keys.COUNCIL_SPEND_EPOCH, 0), 50_000 * USDC);
        assertEq(_value(Keys.PEG_WATCH, 0), 99_500_000);
        assertEq(_value(Keys.MIN_AUDITS, ParameterScope.kind(Kind.Parametric)), 0);
        assertEq(_value(Keys.MIN_AUDITS, ParameterScope.kind(Kind.Custody)), 2);
    }

    function test_an_override_can_be_added_to_a_definition() public pure {
        ParameterCatalogue.Definition memory d = ParameterCatalogue.all()[0];
        uint256 before = d.scopes.length;
        ParameterCatalogue.withOverride(d, ParameterScope.level(Level.Critical), 9_000);
        assertEq(d.scopes.length, before + 1);
        assertEq(d.values[before], 9_000);
        assertEq(d.values[0], 2_500);
    }
}
