// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {Base} from "./Base.sol";

contract BaseTest is Base {
    function testFuzz_bound_stays_within(uint256 x, uint256 a, uint256 b) public pure {
        (uint256 low, uint256 high) = a < b ? (a, b) : (b, a);
        uint256 y = bound(x, low, high);
        assertGe(y, low);
        assertLe(y, high);
    }

    function test_an_assertion_that_fails_reverts() public {
        vm.expectRevert();
        this.failing();
    }

    function failing() external pure {
        assertEq(uint256(1), 2);
    }
}
