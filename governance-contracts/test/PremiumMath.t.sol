// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {Base} from "./Base.sol";
import {PremiumMath} from "../src/libraries/PremiumMath.sol";

contract PremiumMathTest is Base {
    function test_a_year_at_five_percent_costs_five_percent() public pure {
        assertEq(PremiumMath.premium(100_000e6, 500, 365 days), 5_000e6);
        assertEq(PremiumMath.premium(100_000e6, 500, 73 days), 1_000e6);
        assertEq(PremiumMath.premium(1, 1, 1), 1, "never for nothing");
    }

    function test_parts_of_a_rate_round_up() public pure {
        assertEq(PremiumMath.risk(300, 10_000), 0, "the best score adds nothing");
        assertEq(PremiumMath.risk(300, 20_000), 0);
        assertEq(PremiumMath.risk(300, 0), 300, "the worst adds the slope");
        assertEq(PremiumMath.risk(300, 9_999), 1);
        assertEq(PremiumMath.utilisation(400, 0), 0);
        assertEq(PremiumMath.utilisation(400, 5_000), 200);
        assertEq(PremiumMath.utilisation(400, 99_999), 400, "no more than at 100 %");
        assertEq(PremiumMath.utilisation(400, 1), 1);
    }

    function test_a_surge_rises_with_the_share_sold_and_decays_by_the_day() public pure {
        uint256 exact = PremiumMath.added(5, 10e6, 100e6);
        assertEq(exact, 50 * 1 days, "10 % sold, 5 bps for each");
        assertEq(PremiumMath.decayed(exact, 20, 1 days), 30 * 1 days);
        assertEq(PremiumMath.decayed(exact, 20, 3 days), 0);
    }

    function testFuzz_a_premium_is_the_exact_price_rounded_up(uint256 cover, uint256 rate, uint256 duration) public pure {
        cover = bound(cover, 1, 1e40);
        rate = bound(rate, 1, 5000);
        duration = bound(duration, 1, 366 days);
        uint256 price = PremiumMath.premium(cover, rate, duration);
        uint256 whole = 1e4 * 365 days;
        assertGe(price * whole, cover * rate * duration);
        assertLt((price - 1) * whole, cover * rate * duration);
    }

    function testFuzz_a_premium_never_falls_with_cover_rate_or_time(
        uint256 cover,
        uint256 rate,
        uint256 duration,
        uint256 more
    ) public pure {
        cover = bound(cover, 1, 1e30);
        rate = bound(rate, 1, 5000);
        duration = bound(duration, 1, 366 days);
        more = bound(more, 0, 1e9);
        uint256 price = PremiumMath.premium(cover, rate, duration);
        assertLe(price, PremiumMath.premium(cover + more, rate, duration));
        assertLe(price, PremiumMath.premium(cover, rate + more, duration));
        assertLe(price, PremiumMath.premium(cover, rate, duration + more));
    }

    function testFuzz_buying_in_parts_is_never_cheaper(uint256 a, uint256 b, uint256 rate, uint256 duration)
        public
        pure
    {
        a = bound(a, 1, 1e30);
        b = bound(b, 1, 1e30);
        rate = bound(rate, 1, 5000);
        duration = bound(duration, 1, 366 days);
        assertGe(
            PremiumMath.premium(a, rate, duration) + PremiumMath.premium(b, rate, duration),
            PremiumMath.premium(a + b, rate, duration)
        );
    }

    function testFuzz_a_price_by_the_second_covers_the_premium(uint256 cover, uint256 rate, uint256 duration)
        public
        pure
    {
        cover = bound(cover, 1, 1e30);
        rate = bound(rate, 1, 5000);
        duration = bound(duration, 1, 366 days);
        uint256 paid = PremiumMath.perSecond(cover, rate) * duration;
        assertGe(paid * 1e4 * 365 days, cover * rate * duration * 1e18);
        assertLt((paid - duration) * 1e4 * 365 days, cover * rate * duration * 1e18);
    }

    function testFuzz_the_three_parts_add_up_to_the_premium(uint256 premium, uint256 fee, uint256 commission) public pure {
        premium = bound(premium, 0, 1e50);
        fee = bound(fee, 0, 10_000);
        commission = bound(commission, 0, 10_000 - fee);
        (uint256 toPool, uint256 toTreasury, uint256 toDistributor) = PremiumMath.split(premium, fee, commission);
        assertEq(toPool + toTreasury + toDistributor, premium);
        assertEq(toTreasury, premium * fee / 1e4);
        assertEq(toDistributor, premium * commission / 1e4);
    }

    function testFuzz_decay_does_not_depend_on_how_often_it_is_taken(uint256 surge, uint256 perDay, uint256 a, uint256 b)
        public
        pure
    {
        surge = bound(surge, 0, 5000 * 1 days);
        perDay = bound(perDay, 20, 500);
        a = bound(a, 0, 30 days);
        b = bound(b, 0, 30 days);
        assertEq(
            PremiumMath.decayed(PremiumMath.decayed(surge, perDay, a), perDay, b),
            PremiumMath.decayed(surge, perDay, a + b)
        );
    }

    function testFuzz_selling_in_parts_raises_the_surge_no_less(uint256 a, uint256 b, uint256 largest, uint256 per)
        public
        pure
    {
        largest = bound(largest, 1, 1e30);
        a = bound(a, 0, largest);
        b = bound(b, 0, largest);
        per = bound(per, 0, 50);
        uint256 whole = PremiumMath.added(per, a + b, largest);
        uint256 parts = PremiumMath.added(per, a, largest) + PremiumMath.added(per, b, largest);
        assertGe(parts, whole);
        assertLe(parts, whole + 1);
    }

    function testFuzz_a_part_for_risk_lies_between_none_and_the_slope(uint256 slope, uint256 score) public pure {
        slope = bound(slope, 0, 5000);
        score = bound(score, 0, 10_000);
        uint256 part = PremiumMath.risk(slope, score);
        assertLe(part, slope);
        assertGe(part * 1e4, slope * (10_000 - score));
    }
}
