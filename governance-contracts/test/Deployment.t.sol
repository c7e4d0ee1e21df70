// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {Deployed} from "./Deployed.sol";
import {Peg} from "../src/interfaces/Types.sol";
import {ParameterKeys} from "../src/libraries/ParameterKeys.sol";
import {ParameterScope} from "../src/libraries/ParameterScope.sol";

contract DeploymentTest is Deployed {
    function setUp() public {
        deployProtocol();
    }

    /// A feed that answers once a day would else close every pool an hour after each answer.
    function test_an_answer_of_the_peg_feed_holds_for_a_day_and_a_tenth() public {
        skip(95_040);
        assertEq(uint256(protocol.treasury.pegOf(address(asset))), uint256(Peg.Normal));
        assertNotEq(protocol.pools[0].maxDeposit(deployer), 0);
        skip(1);
        assertEq(uint256(protocol.treasury.pegOf(address(asset))), uint256(Peg.Watch));
        assertEq(protocol.pools[0].maxDeposit(deployer), 0);
    }

    function test_only_the_peg_feed_has_an_age_limit_of_its_own() public view {
        bytes32[] memory scopes = protocol.parameters.scopesOf(ParameterKeys.ORACLE_MAX_AGE);
        assertEq(scopes.length, 1);
        assertEq(scopes[0], ParameterScope.account(address(pegFeed)));
        assertEq(protocol.parameters.get(ParameterKeys.ORACLE_MAX_AGE, ParameterScope.account(address(asset))), 66 minutes);
    }
}
