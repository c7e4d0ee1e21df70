// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {AdapterBase} from "./AdapterBase.sol";
import {PriceDropAdapter} from "../../src/adapters/PriceDropAdapter.sol";
import {ITriggerAdapter} from "../../src/interfaces/ITriggerAdapter.sol";
import {Observation, Verdict} from "../../src/interfaces/Types.sol";

contract PriceDropAdapterTest is AdapterBase {
    PriceDropAdapter internal adapter;

    function setUp() public override {
        super.setUp();
        adapter = protocol.adapters.priceDrop;
        price(2_000e8);
        configure(5_000);
    }

    // ── the reference ──

    function test_there_is_no_reading_before_there_is_a_reference() public {
        assertEq(adapter.referenceOf(SUBJECT), 0);
        assertVerdict(commit(adapter, ""), Verdict.Stale);
        price(1e8);
        assertVerdict(commit(adapter, ""), Verdict.Stale);
    }

    function test_the_reference_is_the_average_of_a_day_that_ended_a_day_ago() public {
        sampleHourly(12, 2_000e8);
        sampleHourly(12, 1_000e8);
        // From the first sample to the last, which closes the average and counts for nothing itself.
        skip(23 hours);
        assertEq(adapter.referenceOf(SUBJECT), (uint256(12) * 2_000e8 + 11 * 1_000e8) / 23);
        vm.warp(block.timestamp - 1);
        assertEq(adapter.referenceOf(SUBJECT), (uint256(12) * 2_000e8 + 10 * 1_000e8) / 22, "the last sample is too young");
    }

    function test_one_sample_is_no_reference() public {
        commit(adapter, "");
        skip(30 hours);
        assertEq(adapter.referenceOf(SUBJECT), 0);
    }

    function test_samples_are_an_hour_apart() public {
        price(2_000e8);
        vm.expectEmit(address(adapter));
        emit PriceDropAdapter.Sampled(SUBJECT, now48(), 2_000e8);
        adapter.commitObservation(SUBJECT, "");
        priceAfter(1 hours - 1, 4_000e8);
        adapter.commitObservation(SUBJECT, "");
        priceAfter(1, 2_000e8);
        adapter.commitObservation(SUBJECT, "");
        skip(24 hours);
        assertEq(adapter.referenceOf(SUBJECT), 2_000e8, "the second was not taken");
    }

    function test_a_reference_that_ended_three_days_ago_is_none() public {
        sampleHourly(24, 2_000e8);
        uint48 last = now48() - 1 hours;
        vm.warp(last + 72 hours);
        assertEq(adapter.referenceOf(SUBJECT), 2_000e8);
        vm.warp(last + 72 hours + 1);
        assertEq(adapter.referenceOf(SUBJECT), 0);
    }

    function test_a_reference_reaches_back_one_day_and_no_further() public {
        sampleHourly(24, 4_000e8);
        sampleHourly(25, 2_000e8);
        skip(23 hours);
        assertEq(adapter.referenceOf(SUBJECT), 2_000e8);
    }

    function test_old_samples_make_room_for_new_ones() public {
        sampleHourly(150, 2_000e8);
        sampleHourly(30, 1_000e8);
        skip(23 hours);
        assertEq(adapter.referenceOf(SUBJECT), 1_000e8);
    }

    // ── the fall ──

    function test_above_the_threshold_nothing_is_triggered() public {
        quietDays();
        price(1_000e8 + 1);
        Observation memory o = commit(adapter, "");
        assertVerdict(o, Verdict.NotTriggered);
        assertEq(o.threshold, int256(1_000e8));
        assertEq(o.occurredAt, 0);
    }

    function test_a_fall_to_the_threshold_is_measured_against_the_reference() public {
        quietDays();
        price(1_000e8);
        vm.expectEmit(address(adapter));
        emit PriceDropAdapter.BreachSet(SUBJECT, PriceDropAdapter.Breach(now48(), 2_000e8));
        assertTriggered(adapter.commitObservation(SUBJECT, ""), now48(), 5_000);
        priceAfter(1 hours, 500e8);
        assertTriggered(commit(adapter, ""), now48() - 1 hours, 7_500);
    }

    function test_the_round_in_which_it_fell_dates_the_event() public {
        quietDays();
        uint80 fall = price(900e8);
        uint48 fell = now48();
        uint80 later = priceAfter(30 minutes, 800e8);
        assertVerdict(commit(adapter, ""), Verdict.Ambiguous);
        assertVerdict(commit(adapter, abi.encode(later)), Verdict.Ambiguous);
        assertVerdict(commit(adapter, abi.encode(later + 1)), Verdict.Ambiguous);
        assertEq(adapter.breachOf(SUBJECT).startedAt, NEVER, "what is ambiguous is not stored");
        assertTriggered(commit(adapter, abi.encode(fall)), fell, 6_000);
    }

    function test_a_fall_before_the_reference_began_was_another_event() public {
        price(900e8);
        uint80 old = feed.latestRound();
        priceAfter(2 hours, 2_000e8);
        quietDays();
        uint80 fall = price(900e8);
        assertVerdict(commit(adapter, abi.encode(old)), Verdict.Ambiguous);
        assertTriggered(commit(adapter, abi.encode(fall)), now48(), 5_500);
    }

    function test_a_breach_keeps_its_reference_for_a_week() public {
        quietDays();
        price(900e8);
        uint48 fell = now48();
        commit(adapter, "");
        uint48 end = fell + 7 days;
        while (now48() + 1 hours < end) {
            priceAfter(1 hours, 900e8);
            adapter.commitObservation(SUBJECT, "");
        }
        vm.warp(end);
        price(900e8);
        assertTriggered(commit(adapter, ""), fell, 5_500);
        skip(1);
        price(900e8);
        assertVerdict(commit(adapter, ""), Verdict.NotTriggered);
        assertEq(adapter.breachOf(SUBJECT).startedAt, NEVER);
    }

    function test_a_price_that_is_back_ends_the_breach() public {
        quietDays();
        price(900e8);
        commit(adapter, "");
        priceAfter(10 minutes, 1_900e8);
        vm.expectEmit(address(adapter));
        emit PriceDropAdapter.BreachSet(SUBJECT, PriceDropAdapter.Breach(0, 0));
        assertVerdict(adapter.commitObservation(SUBJECT, ""), Verdict.NotTriggered);
    }

    function test_a_price_that_cannot_be_used_neither_ends_a_breach_nor_is_sampled() public {
        quietDays();
        price(900e8);
        commit(adapter, "");
        skip(2 hours);
        assertVerdict(commit(adapter, ""), Verdict.Stale);
        feed.update(900e8);
        second.update(1_200e8);
        assertVerdict(commit(adapter, ""), Verdict.Ambiguous);
        assertNotEq(adapter.breachOf(SUBJECT).startedAt, NEVER);
    }

    function test_a_price_too_large_to_sample_is_left_out() public {
        price(uint256(type(uint80).max) + 1);
        adapter.commitObservation(SUBJECT, "");
        priceAfter(1 hours, 2_000e8);
        adapter.commitObservation(SUBJECT, "");
        priceAfter(1 hours, 2_000e8);
        adapter.commitObservation(SUBJECT, "");
        skip(24 hours);
        assertEq(adapter.referenceOf(SUBJECT), 2_000e8);
    }

    function testFuzz_severity_is_what_is_missing_of_the_reference(uint256 price8) public {
        quietDays();
        price8 = bound(price8, 2, 1_000e8); // 1 is the least the feed can say
        price(price8);
        assertEq(commit(adapter, "").severityBps, (2_000e8 - price8) * 1e4 / 2_000e8);
    }

    // ── configuration ──

    function test_it_is_a_price_drop_adapter_that_tells_what_it_is_set_to() public view {
        assertEq(adapter.kind(), bytes32("PRICE_DROP"));
        assertEq(adapter.configOf(SUBJECT).dropBps, 5_000);
        (bool ok,,,) = adapter.health(SUBJECT);
        assertTrue(ok);
    }

    function test_configuring_forgets_what_was_stored() public {
        quietDays();
        price(900e8);
        commit(adapter, "");
        configure(6_000);
        assertEq(adapter.breachOf(SUBJECT).startedAt, NEVER);
        assertEq(adapter.referenceOf(SUBJECT), 0);
        assertEq(adapter.configOf(SUBJECT).dropBps, 6_000);
    }

    function test_a_drop_out_of_range_is_refused() public {
        refuse(499);
        refuse(9_901);
        configure(500);
        configure(9_900);
    }

    function test_only_the_dao_configures() public {
        vm.expectPartialRevert(bytes4(keccak256("AccessManagedUnauthorized(address)")));
        adapter.configure(SUBJECT, PriceDropAdapter.Config(source(), 5_000));
    }

    function test_a_subject_that_is_not_configured_has_no_reading() public {
        vm.expectRevert(abi.encodeWithSelector(ITriggerAdapter.NotConfigured.selector, 8));
        adapter.observe(8, "");
        vm.expectRevert(abi.encodeWithSelector(ITriggerAdapter.NotConfigured.selector, 8));
        adapter.health(8);
    }

    // ── inside ──

    /// Samples of so many hours, the last an hour ago.
    function sampleHourly(uint256 hours_, uint256 price8) private {
        for (uint256 n = 0; n < hours_; ++n) {
            price(price8);
            adapter.commitObservation(SUBJECT, "");
            skip(1 hours);
        }
    }

    /// A reference of 2,000.
    function quietDays() private {
        sampleHourly(49, 2_000e8);
        price(2_000e8);
        assertEq(adapter.referenceOf(SUBJECT), 2_000e8);
    }

    function configure(uint16 dropBps) private {
        vm.prank(dao);
        vm.expectEmit(address(adapter));
        emit PriceDropAdapter.Configured(SUBJECT, PriceDropAdapter.Config(source(), dropBps));
        adapter.configure(SUBJECT, PriceDropAdapter.Config(source(), dropBps));
    }

    function refuse(uint16 dropBps) private {
        vm.prank(dao);
        vm.expectRevert(abi.encodeWithSelector(ITriggerAdapter.BadConfig.selector, SUBJECT));
        adapter.configure(SUBJECT, PriceDropAdapter.Config(source(), dropBps));
    }
}
