// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {Base} from "./Base.sol";
import {SolvencyMath} from "../src/libraries/SolvencyMath.sol";

contract SolvencyMathTest is Base {
    function test_limits_round_down_and_requirements_up() public pure {
        assertEq(SolvencyMath.limit(9_999, 5_000), 4_999);
        assertEq(SolvencyMath.requirement(9_999, 5_000), 5_000);
        assertEq(SolvencyMath.minCapital(1), 1);
        assertEq(SolvencyMath.minCapital(10_000), 1);
        assertEq(SolvencyMath.minCapital(10_001), 2);
    }

    function test_an_incident_reserves_the_least_of_its_three_bounds() public pure {
        assertEq(SolvencyMath.incidentCap(1000, 4000, 900, 100, 0), 400, "share of the pool");
        assertEq(SolvencyMath.incidentCap(1000, 4000, 300, 100, 0), 300, "cover of the subject");
        assertEq(SolvencyMath.incidentCap(1000, 4000, 900, 100, 700), 200, "what floor and other reserves leave");
        assertEq(SolvencyMath.incidentCap(1000, 4000, 900, 100, 950), 0, "nothing is left");
        assertEq(SolvencyMath.incidentCap(50, 4000, 900, 100, 0), 0, "the floor of an older incident is above all there is");
    }

    function test_a_ratio_without_a_whole_is_the_largest() public pure {
        assertEq(SolvencyMath.ratio(5, 0), type(uint32).max);
        assertEq(SolvencyMath.ratio(0, 5), 0);
        assertEq(SolvencyMath.ratio(3, 2), 15_000);
        assertEq(SolvencyMath.ratio(type(uint256).max, 1), type(uint32).max);
        assertEq(SolvencyMath.ratio(1e12, 1), type(uint32).max);
    }

    function testFuzz_capacity_is_the_most_that_capital_carries(uint256 assets, uint256 cover, uint256 a, uint256 b)
        public
        pure
    {
        assets = bound(assets, 0, 1e30);
        cover = bound(cover, 0, 1e30);
        uint256 ratioOfOther = bound(a, 1, 10_000);
        uint256 ratio = bound(b, 1, 10_000);
        uint256 weighted = cover * ratioOfOther;
        uint256 most = SolvencyMath.capacity(assets, weighted, ratio);
        if (most != 0) assertLe(SolvencyMath.minCapital(weighted + most * ratio), assets, "it is carried");
        assertGt(SolvencyMath.minCapital(weighted + (most + 1) * ratio), assets, "one more is not");
    }

    function testFuzz_caps_of_open_incidents_never_exceed_assets_less_floor(uint256 seed, uint256 gross) public pure {
        gross = bound(gross, 0, 1e24);
        uint256 floor = SolvencyMath.requirement(gross, 1000);
        uint256 reserved;
        for (uint256 i = 0; i < 8; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            reserved += SolvencyMath.incidentCap(gross, 1000 + seed % 5001, seed % 1e24, floor, reserved);
        }
        assertLe(reserved, gross - floor);
    }

    function testFuzz_a_requirement_is_a_limit_or_one_more(uint256 value, uint256 bps) public pure {
        value = bound(value, 0, 1e60);
        bps = bound(bps, 0, 10_000);
        uint256 down = SolvencyMath.limit(value, bps);
        uint256 up = SolvencyMath.requirement(value, bps);
        assertTrue(up == down || up == down + 1);
        assertLe(up, value);
        assertEq(up == down, (value * bps) % 1e4 == 0);
    }

    function testFuzz_a_ratio_is_the_floor_of_the_fraction(uint256 part, uint256 whole) public pure {
        part = bound(part, 0, 1e40);
        whole = bound(whole, 1, 1e40);
        uint256 exact = part * 1e4 / whole;
        assertEq(SolvencyMath.ratio(part, whole), exact > type(uint32).max ? type(uint32).max : exact);
    }
}
