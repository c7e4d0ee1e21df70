// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {Base} from "../Base.sol";
import {CaseMath} from "../../src/libraries/CaseMath.sol";
import {ClaimMath} from "../../src/libraries/ClaimMath.sol";
import {ProRata} from "../../src/libraries/ProRata.sol";
import {WeightedMedian} from "../../src/libraries/WeightedMedian.sol";
import {CaseOutcome} from "../../src/interfaces/Types.sol";

contract ClaimMathTest is Base {
    function testFuzz_a_loss_splits_into_deductible_and_payable(uint256 insured, uint256 severity, uint256 deductibleBps)
        public
        pure
    {
        insured = bound(insured, 0, type(uint128).max);
        severity = bound(severity, 0, 1e4);
        deductibleBps = bound(deductibleBps, 0, 1e4);
        (uint256 loss, uint256 deductible, uint256 most) = ClaimMath.payable_(insured, severity, deductibleBps);
        assertEq(deductible + most, loss, "nothing is lost between the two");
        assertLe(loss * 1e4, insured * severity, "rounded down");
        assertGe(deductible * 1e4, loss * deductibleBps, "rounded up");
        assertLt(insured * severity, (loss + 1) * 1e4, "by less than a unit");
    }

    function testFuzz_what_all_could_claim_is_at_least_what_they_are_payable(
        uint256[4] memory insured,
        uint256 severity,
        uint256 deductibleBps
    ) public pure {
        severity = bound(severity, 0, 1e4);
        deductibleBps = bound(deductibleBps, 0, 1e4);
        uint256 affected;
        uint256 sum;
        for (uint256 n = 0; n < 4; ++n) {
            insured[n] = bound(insured[n], 0, 1e18);
            affected += insured[n];
            (,, uint256 most) = ClaimMath.payable_(insured[n], severity, deductibleBps);
            sum += most;
        }
        assertGe(ClaimMath.expected(affected, severity, deductibleBps), sum);
    }

    function test_known_figures() public pure {
        (uint256 loss, uint256 deductible, uint256 most) = ClaimMath.payable_(100_000e6, 3000, 500);
        assertEq(loss, 30_000e6);
        assertEq(deductible, 1_500e6);
        assertEq(most, 28_500e6);
        assertEq(ClaimMath.granted(999, 3333), 332);
        assertEq(ClaimMath.expected(3, 5000, 0), 2, "rounded up");
        assertEq(ClaimMath.challengeBond(100_001e6, 100, 500e6), 1_000_010_000);
        assertEq(ClaimMath.challengeBond(1e6, 100, 500e6), 500e6, "never less than the minimum");
    }

    function testFuzz_a_grant_is_at_most_what_was_asked(uint256 requested, uint256 shareBps) public pure {
        requested = bound(requested, 0, type(uint200).max);
        shareBps = bound(shareBps, 0, 1e4);
        assertLe(ClaimMath.granted(requested, shareBps), requested);
    }
}

contract ProRataTest is Base {
    using ProRata for ProRata.Part;

    function testFuzz_all_claims_together_never_exceed_the_funds(uint256 funds, uint256[8] memory approved) public pure {
        uint256 sum;
        for (uint256 n = 0; n < 8; ++n) {
            approved[n] = bound(approved[n], 0, 1e30);
            sum += approved[n];
        }
        funds = bound(funds, 0, 2e31);
        ProRata.Part memory part = ProRata.last(funds, sum);
        uint256 paid;
        for (uint256 n = 0; n < 8; ++n) paid += part.applyTo(approved[n]);
        assertLe(paid, funds);
        assertLe(paid, sum);
        if (funds >= sum) assertEq(paid, sum, "enough for all pays all");
        else assertLe(funds - paid, 8, "less than a unit is lost to each");
    }

    function testFuzz_the_first_tranche_leaves_enough_for_everybody_else(
        uint256 cap,
        uint256[8] memory approved,
        uint256 trancheBps
    ) public pure {
        trancheBps = bound(trancheBps, 5000, 1e4);
        uint256 loss;
        for (uint256 n = 0; n < 8; ++n) {
            approved[n] = bound(approved[n], 0, 1e30);
            loss += approved[n];
        }
        cap = bound(cap, 0, 1e31);
        ProRata.Part memory part = ProRata.first(cap, loss, trancheBps);
        ProRata.Part memory whole = ProRata.last(cap, loss);
        uint256 paid;
        for (uint256 n = 0; n < 8; ++n) {
            uint256 early = part.applyTo(approved[n]);
            paid += early;
            assertLe(early, whole.applyTo(approved[n]), "never more than there will be in the end");
        }
        assertLe(paid, cap);
    }

    function testFuzz_the_part_only_rises_while_the_last_claims_are_decided(
        uint256 funds,
        uint256 approved,
        uint256 undecided,
        uint256 granted
    ) public pure {
        funds = bound(funds, 0, 1e30);
        approved = bound(approved, 0, 1e30);
        undecided = bound(undecided, 0, 1e30);
        granted = bound(granted, 0, undecided);
        uint256 mine = 1e24;
        uint256 before = ProRata.last(funds, approved + undecided + mine).applyTo(mine);
        uint256 later = ProRata.last(funds, approved + granted + mine).applyTo(mine);
        assertGe(later, before);
    }

    function testFuzz_due_is_what_is_missing_and_never_more_than_is_left(
        uint256 funds,
        uint256 approved,
        uint256 paid,
        uint256 left
    ) public pure {
        funds = bound(funds, 0, 1e30);
        approved = bound(approved, 1, 1e30);
        paid = bound(paid, 0, approved);
        left = bound(left, 0, 1e30);
        ProRata.Part memory part = ProRata.last(funds, approved);
        uint256 due = part.due(approved, paid, left);
        assertLe(due, left);
        assertLe(paid + due, paid > part.applyTo(approved) ? paid : part.applyTo(approved));
    }

    function test_known_parts() public pure {
        assertEq(ProRata.first(100, 100, 7000).bps(), 1e4, "where the cap covers all there is no tranche");
        assertEq(ProRata.first(99, 100, 7000).bps(), 7000);
        assertEq(ProRata.first(60, 100, 7000).bps(), 6000);
        assertEq(ProRata.first(0, 0, 7000).bps(), 1e4);
        assertEq(ProRata.last(1, 3).bps(), 3333);
        assertEq(ProRata.last(0, 0).bps(), 1e4);
        assertEq(ProRata.last(0, 5).applyTo(5), 0);
    }
}

contract WeightedMedianTest is Base {
    using WeightedMedian for WeightedMedian.Histogram;

    WeightedMedian.Histogram private histogram;

    function testFuzz_the_median_is_that_of_the_sorted_ballots(uint8[9] memory percents, uint96[9] memory weights) public {
        uint256 total;
        for (uint256 n = 0; n < 9; ++n) {
            percents[n] = uint8(bound(percents[n], 1, 100));
            histogram.add(percents[n], weights[n]);
            total += weights[n];
        }
        assertEq(histogram.total, total);
        assertEq(histogram.median(), bySorting(percents, weights, total));
    }

    function testFuzz_taking_a_ballot_back_leaves_no_trace(
        uint8[5] memory percents,
        uint96[5] memory weights,
        uint8 percent,
        uint96 weight
    ) public {
        for (uint256 n = 0; n < 5; ++n) histogram.add(bound(percents[n], 1, 100), weights[n]);
        uint256 before = histogram.median();
        uint256 at = bound(percent, 1, 100);
        histogram.add(at, weight);
        histogram.remove(at, weight);
        assertEq(histogram.median(), before);
    }

    function test_an_even_split_takes_the_lower() public {
        histogram.add(20, 1);
        histogram.add(80, 1);
        assertEq(histogram.median(), 20);
        histogram.add(81, 1);
        assertEq(histogram.median(), 80);
    }

    function test_nothing_has_no_median() public view {
        assertEq(histogram.median(), 0);
    }

    function test_everything_at_a_hundred_is_a_hundred() public {
        histogram.add(100, 7);
        assertEq(histogram.median(), 100);
    }

    function test_only_whole_percents_from_one_to_a_hundred() public {
        vm.expectRevert(abi.encodeWithSelector(WeightedMedian.PercentOutOfRange.selector, 0));
        this.add(0);
        vm.expectRevert(abi.encodeWithSelector(WeightedMedian.PercentOutOfRange.selector, 101));
        this.add(101);
    }

    function test_more_than_there_is_cannot_be_taken() public {
        histogram.add(50, 3);
        vm.expectRevert();
        this.remove(50, 4);
    }

    function add(uint256 percent) external {
        histogram.add(percent, 1);
    }

    function remove(uint256 percent, uint256 weight) external {
        histogram.remove(percent, weight);
    }

    /// Sorts and walks: the lowest value at which half of the weight is reached.
    function bySorting(uint8[9] memory percents, uint96[9] memory weights, uint256 total) private pure returns (uint256) {
        if (total == 0) return 0;
        for (uint256 n = 0; n < 9; ++n) {
            for (uint256 m = 0; m < 8 - n; ++m) {
                if (percents[m] <= percents[m + 1]) continue;
                (percents[m], percents[m + 1]) = (percents[m + 1], percents[m]);
                (weights[m], weights[m + 1]) = (weights[m + 1], weights[m]);
            }
        }
        uint256 below;
        for (uint256 n = 0; n < 9; ++n) {
            below += weights[n];
            if (below * 2 >= total) return percents[n];
        }
        return 0;
    }
}

contract CaseMathTest is Base {
    function testFuzz_below_quorum_or_tied_nothing_is_accepted(
        uint256 paying,
        uint256 denying,
        uint256 quorum,
        uint256 count,
        uint256 minVoters
    ) public pure {
        paying = bound(paying, 0, type(uint208).max);
        denying = bound(denying, 0, type(uint208).max);
        CaseOutcome o = CaseMath.outcome(paying, denying, quorum, count, minVoters);
        if (o == CaseOutcome.Accepted) {
            assertGt(paying, denying);
            assertGe(paying + denying, quorum);
            assertGe(count, minVoters);
        }
        if (o == CaseOutcome.Denied) assertGt(denying, paying);
        if (o == CaseOutcome.Tie) assertEq(paying, denying);
        assertNotEq(uint256(o), uint256(CaseOutcome.Open));
    }

    function test_nobody_voting_is_no_quorum_even_where_none_is_asked() public pure {
        assertEq(uint256(CaseMath.outcome(0, 0, 0, 0, 0)), uint256(CaseOutcome.NoQuorum));
    }

    function testFuzz_a_quorum_is_rounded_up_and_never_more_than_everybody(uint256 supply, uint256 bps, bool doubled)
        public
        pure
    {
        supply = bound(supply, 0, type(uint208).max);
        bps = bound(bps, 0, 1e4);
        uint256 quorum = CaseMath.quorumOf(supply, bps, doubled);
        assertLe(quorum, supply);
        if (!doubled) assertGe(quorum * 1e4, supply * bps);
        if (doubled && bps <= 5000) assertGe(quorum * 1e4, supply * bps * 2);
    }

    function testFuzz_the_cap_is_rounded_down(uint256 supply, uint256 bps) public pure {
        supply = bound(supply, 0, type(uint208).max);
        bps = bound(bps, 0, 1e4);
        assertLe(CaseMath.capOf(supply, bps) * 1e4, supply * bps);
    }

    function test_a_voter_counts_from_a_ten_thousandth_on() public pure {
        assertTrue(CaseMath.counts(10_000, 100_000_000));
        assertFalse(CaseMath.counts(9_999, 100_000_000));
        assertFalse(CaseMath.counts(0, 0));
    }
}
