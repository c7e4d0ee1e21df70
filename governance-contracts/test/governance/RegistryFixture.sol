// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {Fixture} from "./Fixture.sol";
import {IParameterRegistry} from "../../src/interfaces/IParameterRegistry.sol";
import {ParameterScope} from "../../src/libraries/ParameterScope.sol";

/// @notice A key for itself: 100…10,000 bps, a tenth a step (or 20), two days' delay, a week between changes.
abstract contract RegistryFixture is Fixture {
    bytes32 internal constant KEY = "TEST_SHARE";
    bytes32 internal constant GLOBAL = bytes32(0);
    bytes32 internal pool1 = ParameterScope.pool(1);
    bytes32 internal pool2 = ParameterScope.pool(2);

    function setUp() public virtual override {
        super.setUp();
        _define(KEY, _spec(), 1_000);
    }

    function _spec() internal pure returns (IParameterRegistry.Spec memory) {
        return IParameterRegistry.Spec({
            unit: IParameterRegistry.Unit.Bps,
            safe: IParameterRegistry.SafeDirection.Lower,
            scopeKind: IParameterRegistry.ScopeKind.Pool,
            maxStepBps: 1_000,
            minDelay: 2 days,
            minInterval: 7 days,
            min: 100,
            max: 10_000,
            minAbsStep: 20
        });
    }

    function _define(bytes32 key, IParameterRegistry.Spec memory spec, uint128 value) internal {
        vm.prank(dao);
        parameters.defineParam(key, spec, value, new bytes32[](0), new uint128[](0));
    }

    function _propose(bytes32 key, bytes32 scope, uint128 value) internal returns (uint64) {
        vm.prank(steward);
        return parameters.proposeChange(key, scope, value, WHY);
    }

    function _proposeAsDao(bytes32 key, bytes32 scope, uint128 value) internal returns (uint64) {
        vm.prank(dao);
        return parameters.proposeChangeAsDao(key, scope, value, WHY);
    }

    function _tighten(bytes32 key, bytes32 scope, uint128 value) internal {
        vm.prank(steward);
        parameters.tightenNow(key, scope, value, WHY);
    }
}
