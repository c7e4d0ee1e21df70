// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {Fixture} from "./Fixture.sol";
import {ParameterCatalogue} from "../../script/ParameterCatalogue.sol";
import {Peg} from "../../src/interfaces/Types.sol";
import {PauseScope} from "../../src/libraries/PauseScope.sol";

contract GovernanceSmokeTest is Fixture {
    function test_the_whole_catalogue_is_accepted() public view {
        assertEq(parameters.keyCount(), ParameterCatalogue.COUNT);
        assertEq(parameters.get("MIN_CAPITAL_RATIO", 0), 10_000);
    }

    function test_the_modules_know_each_other() public {
        assertEq(address(directory.parameters()), address(parameters));
        assertEq(uint256(treasury.pegOf(address(dollar))), uint256(Peg.Normal));
        vm.prank(guardianSafe);
        guardian.pause(PauseScope.BUY, 1, 1 hours, WHY);
        assertTrue(guardian.isPaused(PauseScope.BUY, 1));
        assertFalse(guardian.isPaused(PauseScope.BUY, 2));
    }
}
