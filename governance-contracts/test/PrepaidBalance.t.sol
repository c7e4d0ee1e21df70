// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {Base} from "./Base.sol";
import {PrepaidBalance} from "../src/libraries/PrepaidBalance.sol";

contract PrepaidBalanceTest is Base {
    using PrepaidBalance for PrepaidBalance.Balance;

    uint48 private constant START = 1_800_000_000;
    uint256 private constant SCALE = 1e18;

    PrepaidBalance.Balance private one;
    PrepaidBalance.Balance private other;

    function setUp() public {
        vm.warp(START);
        (one.chargedAt, other.chargedAt) = (START, START);
    }

    function test_a_balance_without_a_rate_lasts_for_ever() public {
        assertEq(one.usedUpAt(), 0, "never started");
        assertTrue(one.start(START));
        assertEq(one.usedUpAt(), type(uint48).max);
        assertEq(one.charge(START + 1000 days), 0);
        assertEq(one.fundedSinceAt(START + 1000 days), START);
    }

    function test_a_balance_starts_only_with_seven_days_in_it() public {
        one.rate = 2 * SCALE;
        one.prepaid = 2 * 7 days - 1;
        assertFalse(one.start(START));
        one.prepaid += 1;
        assertTrue(one.start(START));
        assertFalse(one.start(START), "once");
        assertEq(one.usedUpAt(), START + 7 days);
    }

    function test_a_balance_ends_when_it_is_used_up_and_not_when_somebody_looks() public {
        one.rate = SCALE;
        one.prepaid = 10 days;
        one.start(START);
        assertEq(one.fundedSinceAt(START + 10 days - 1), START, "to the last second");
        assertEq(one.fundedSinceAt(START + 10 days), 0, "even though nobody has charged it yet");
        assertEq(one.charge(START + 90 days), START + 10 days);
        assertEq(one.due, 10 days);
        assertEq(one.prepaid, 0);
        assertFalse(one.funded);
        assertEq(one.usedUpAt(), START + 10 days);
        assertEq(one.fundedSinceAt(START + 5 days), START, "the past stays as it was");
        assertEq(one.fundedSinceAt(START + 50 days), 0);
    }

    function test_what_is_paid_in_after_the_end_pays_for_what_comes_and_not_for_the_gap() public {
        one.rate = SCALE;
        one.prepaid = 10 days;
        one.start(START);
        one.charge(START + 40 days);
        one.prepaid = 20 days;
        assertTrue(one.start(START + 40 days));
        assertEq(one.usedUpAt(), START + 60 days);
        assertEq(one.charge(START + 45 days), 0);
        assertEq(one.prepaid, 15 days);
        assertEq(one.fundedSinceAt(START + 45 days), START + 40 days);
        assertEq(one.fundedSinceAt(START + 39 days), 0);
    }

    function testFuzz_what_is_charged_does_not_depend_on_how_often(uint256 rate, uint256 prepaid, uint256 seed) public {
        rate = bound(rate, 1, 1e24);
        prepaid = bound(prepaid, PrepaidBalance.reserve(rate), PrepaidBalance.reserve(rate) + 1e30);
        (one.rate, one.prepaid) = (rate, prepaid);
        (other.rate, other.prepaid) = (rate, prepaid);
        one.start(START);
        other.start(START);
        uint48 at = START;
        for (uint256 i = 0; i < 12; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            at += uint48(bound(seed, 0, 5 days));
            one.charge(at);
            assertEq(one.prepaid + one.due, prepaid, "nothing is lost or made");
        }
        other.charge(at);
        assertEq(one.due, other.due);
        assertEq(one.fraction, other.fraction);
        assertEq(one.usedUpAt(), other.usedUpAt());
        assertLe(one.due * SCALE, rate * (at - START), "never ahead of time");
        if (one.funded) assertGt((one.due + 1) * SCALE, rate * (at - START), "and never a unit behind");
    }

    function testFuzz_a_balance_is_used_up_to_the_second(uint256 rate, uint256 prepaid) public {
        rate = bound(rate, 1e6, 1e24);
        prepaid = bound(prepaid, PrepaidBalance.reserve(rate), PrepaidBalance.reserve(rate) * 40);
        (one.rate, one.prepaid) = (rate, prepaid);
        one.start(START);
        uint48 end = one.usedUpAt();
        assertLe(rate * (end - START), prepaid * SCALE);
        assertGt(rate * (end + 1 - START), prepaid * SCALE);
    }
}
