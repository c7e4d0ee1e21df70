// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {AdapterBase} from "./AdapterBase.sol";
import {DepegAdapter} from "../../src/adapters/DepegAdapter.sol";
import {FeedAdapter} from "../../src/adapters/FeedAdapter.sol";
import {ITriggerAdapter} from "../../src/interfaces/ITriggerAdapter.sol";
import {Observation, Verdict} from "../../src/interfaces/Types.sol";

contract DepegAdapterTest is AdapterBase {
    DepegAdapter internal adapter;

    function setUp() public override {
        super.setUp();
        adapter = protocol.adapters.depeg;
        price(1e8);
        configure();
        priceAfter(1 hours, 1e8);
    }

    // ── the day ──

    function test_a_coin_on_its_peg_is_not_triggered() public {
        assertVerdict(commit(adapter, ""), Verdict.NotTriggered);
        priceAfter(1 hours, 0.9951e8);
        assertVerdict(commit(adapter, ""), Verdict.NotTriggered);
    }

    function test_a_fall_to_the_trigger_is_an_alarm_for_a_day() public {
        priceAfter(1 hours, 0.995e8);
        uint48 fell = now48();
        vm.expectEmit(address(adapter));
        emit DepegAdapter.BreachSet(SUBJECT, DepegAdapter.Breach(fell, 0));
        vm.expectEmit(address(adapter));
        emit ITriggerAdapter.Observed(
            SUBJECT, address(this), Observation(Verdict.Triggered, fell, fell, 0, 0.995e8, 0.995e8, seen())
        );
        adapter.commitObservation(SUBJECT, "");
        priceAfter(23 hours + 30 minutes, 0.97e8);
        assertAlarm(commit(adapter, ""), fell);
    }

    function test_a_coin_that_is_back_within_the_day_lost_nothing() public {
        priceAfter(1 hours, 0.98e8);
        commit(adapter, "");
        priceAfter(12 hours, 0.999e8);
        vm.expectEmit(address(adapter));
        emit DepegAdapter.Recovered(SUBJECT, feed.latestRound(), now48());
        assertVerdict(adapter.commitObservation(SUBJECT, ""), Verdict.NotTriggered);
        assertEq(adapter.breachOf(SUBJECT).startedAt, NEVER);
        assertEq(adapter.recoveredAtOf(SUBJECT), now48());
    }

    function test_short_of_recovery_the_alarm_stays() public {
        priceAfter(1 hours, 0.98e8);
        uint48 fell = now48();
        commit(adapter, "");
        priceAfter(12 hours, 0.9989e8);
        assertAlarm(commit(adapter, ""), fell);
    }

    // ── after the day ──

    function test_the_price_in_force_at_the_end_of_the_day_measures_the_loss() public {
        priceAfter(1 hours, 0.98e8);
        uint48 fell = now48();
        commit(adapter, "");
        uint80 last = priceAfter(24 hours, 0.93e8);
        priceAfter(1, 0.99e8);
        assertTriggered(commit(adapter, abi.encode(last)), fell, 700);
        assertEq(adapter.breachOf(SUBJECT).final8, 0.93e8);
        assertTriggered(commit(adapter, ""), fell, 700);
    }

    function test_no_other_round_measures_the_loss() public {
        priceAfter(1 hours, 0.98e8);
        commit(adapter, "");
        uint80 before = priceAfter(23 hours, 0.6e8);
        uint80 last = priceAfter(1 hours, 0.95e8);
        uint80 later = priceAfter(1, 0.7e8);
        assertVerdict(commit(adapter, abi.encode(before)), Verdict.Ambiguous);
        assertVerdict(commit(adapter, abi.encode(later)), Verdict.Ambiguous);
        assertVerdict(commit(adapter, abi.encode(later + 1)), Verdict.Ambiguous);
        assertVerdict(commit(adapter, ""), Verdict.Ambiguous);
        assertEq(commit(adapter, abi.encode(last)).severityBps, 500);
    }

    function test_without_a_later_round_the_latest_is_in_force() public {
        priceAfter(1 hours, 0.98e8);
        uint48 fell = now48();
        commit(adapter, "");
        priceAfter(23 hours + 30 minutes, 0.9e8);
        skip(31 minutes);
        assertTriggered(commit(adapter, ""), fell, 1000);
    }

    function test_the_floor_bounds_the_loss() public {
        priceAfter(1 hours, 0.5e8);
        uint48 fell = now48();
        commit(adapter, "");
        uint80 last = priceAfter(24 hours, 0.2e8);
        priceAfter(1, 0.2e8);
        Observation memory o = commit(adapter, abi.encode(last));
        assertTriggered(o, fell, 2000);
        assertEq(o.value, 0.2e8, "what was measured is told all the same");
    }

    function test_a_lost_peg_stays_on_record_when_the_coin_is_back_the_day_after() public {
        priceAfter(1 hours, 0.98e8);
        uint48 fell = now48();
        commit(adapter, "");
        uint80 last = priceAfter(24 hours, 0.94e8);
        priceAfter(1 hours, 1e8);
        assertTriggered(commit(adapter, abi.encode(last)), fell, 600);
        vm.warp(fell + 8 days);
        price(1e8);
        assertTriggered(commit(adapter, ""), fell, 600);
    }

    function test_after_its_time_on_record_a_breach_makes_room_for_the_next() public {
        lostPeg();
        vm.warp(now48() + 8 days);
        price(1e8);
        assertVerdict(commit(adapter, ""), Verdict.NotTriggered);
        assertEq(adapter.breachOf(SUBJECT).startedAt, NEVER);
        priceAfter(1 hours, 0.98e8);
        assertAlarm(commit(adapter, ""), now48());
    }

    // ── what nobody told in time ──

    function test_a_fall_nobody_told_of_in_its_day_is_an_alarm_first_and_measured_then() public {
        uint80 start = priceAfter(1 hours, 0.98e8);
        uint48 fell = now48();
        uint80 last = priceAfter(23 hours, 0.92e8);
        priceAfter(5 hours, 0.97e8);
        assertAlarm(commit(adapter, abi.encode(start)), fell);
        assertTriggered(commit(adapter, abi.encode(last)), fell, 800);
    }

    function test_a_fall_that_is_told_of_after_eight_days_is_none() public {
        uint80 start = priceAfter(1 hours, 0.98e8);
        uint48 fell = now48();
        vm.warp(fell + 8 days);
        price(0.97e8);
        assertAlarm(adapter.observe(SUBJECT, abi.encode(start)), fell);
        vm.warp(fell + 8 days + 1);
        assertVerdict(adapter.observe(SUBJECT, abi.encode(start)), Verdict.Ambiguous);
    }

    function test_a_coin_short_of_recovery_can_be_shown_to_have_fallen() public {
        uint80 start = priceAfter(1 hours, 0.98e8);
        uint48 fell = now48();
        priceAfter(2 hours, 0.997e8);
        assertVerdict(commit(adapter, ""), Verdict.NotTriggered);
        assertAlarm(commit(adapter, abi.encode(start)), fell);
    }

    function test_a_coin_on_its_peg_has_not_fallen_whatever_round_is_named() public {
        uint80 start = priceAfter(1 hours, 0.98e8);
        priceAfter(2 hours, 1e8);
        assertVerdict(commit(adapter, abi.encode(start)), Verdict.NotTriggered);
        assertEq(adapter.breachOf(SUBJECT).startedAt, NEVER);
    }

    function test_only_the_round_that_crossed_the_trigger_begins_a_breach() public {
        uint80 start = priceAfter(1 hours, 0.98e8);
        uint48 fell = now48();
        uint80 lower = priceAfter(1 hours, 0.97e8);
        assertVerdict(commit(adapter, ""), Verdict.Ambiguous);
        assertVerdict(commit(adapter, abi.encode(lower)), Verdict.Ambiguous);
        assertVerdict(commit(adapter, abi.encode(start - 1)), Verdict.Ambiguous);
        assertVerdict(commit(adapter, abi.encode(lower + 1)), Verdict.Ambiguous);
        assertAlarm(commit(adapter, abi.encode(start)), fell);
    }

    // ── recovery ──

    function test_a_round_of_the_day_at_the_recovery_price_ends_a_breach_even_after_it_was_measured() public {
        priceAfter(1 hours, 0.98e8);
        commit(adapter, "");
        uint80 back = priceAfter(6 hours, 0.9995e8);
        uint48 recovered = now48();
        uint80 last = priceAfter(1 hours, 0.9e8);
        priceAfter(18 hours, 0.9e8);
        assertEq(commit(adapter, abi.encode(last)).severityBps, 1000);
        vm.expectEmit(address(adapter));
        emit DepegAdapter.BreachSet(SUBJECT, DepegAdapter.Breach(0, 0));
        vm.expectEmit(address(adapter));
        emit DepegAdapter.Recovered(SUBJECT, back, recovered);
        adapter.proveRecovery(SUBJECT, back);
        assertEq(adapter.breachOf(SUBJECT).startedAt, NEVER);
        assertVerdict(commit(adapter, ""), Verdict.Ambiguous);
    }

    function test_a_price_of_the_very_second_of_the_fall_is_no_recovery() public {
        priceAfter(1 hours, 0.98e8);
        commit(adapter, "");
        uint48 fell = adapter.breachOf(SUBJECT).startedAt;
        uint80 same = price(0.9995e8);
        price(0.9e8);
        adapter.proveRecovery(SUBJECT, same);
        assertEq(adapter.breachOf(SUBJECT).startedAt, fell);
    }

    function test_a_recovery_once_shown_holds_for_good() public {
        uint80 start = priceAfter(1 hours, 0.98e8);
        uint80 back = priceAfter(6 hours, 0.9995e8);
        uint80 again = priceAfter(1 hours, 0.9e8);
        adapter.proveRecovery(SUBJECT, back);
        assertVerdict(commit(adapter, abi.encode(start)), Verdict.Ambiguous);
        assertAlarm(commit(adapter, abi.encode(again)), now48());
    }

    function test_the_recovery_of_an_older_breach_lets_a_new_one_begin() public {
        lostPeg();
        uint80 back = priceAfter(2 days, 1e8);
        vm.warp(now48() + 60 days);
        price(0.9996e8);
        uint80 start = priceAfter(1 hours, 0.97e8);
        assertTriggered(commit(adapter, abi.encode(start)), adapter.breachOf(SUBJECT).startedAt, 600);
        adapter.proveRecovery(SUBJECT, back);
        assertAlarm(commit(adapter, abi.encode(start)), now48());
    }

    function test_what_is_no_recovery_or_no_news_is_refused() public {
        uint80 start = priceAfter(1 hours, 0.98e8);
        refuseRecovery(start);
        refuseRecovery(start + 1);
        uint80 almost = priceAfter(1 hours, 0.9989e8);
        refuseRecovery(almost);
        uint80 back = priceAfter(1 hours, 0.999e8);
        adapter.proveRecovery(SUBJECT, back);
        refuseRecovery(back);
        refuseRecovery(start - 1);
        vm.expectRevert(abi.encodeWithSelector(ITriggerAdapter.NotConfigured.selector, 8));
        adapter.proveRecovery(8, back);
    }

    function test_a_recovery_after_the_day_leaves_the_breach_on_record() public {
        lostPeg();
        uint80 back = priceAfter(1 hours, 1e8);
        adapter.proveRecovery(SUBJECT, back);
        assertNotEq(adapter.breachOf(SUBJECT).startedAt, NEVER);
        assertEq(adapter.recoveredAtOf(SUBJECT), now48());
        vm.warp(now48() + 8 days);
        adapter.proveRecovery(SUBJECT, back);
        assertEq(adapter.breachOf(SUBJECT).startedAt, NEVER);
    }

    // ── aggregators ──

    function test_the_round_in_force_may_be_the_last_of_an_aggregator() public {
        PhasedFeed phased = new PhasedFeed();
        phased.answer(1, 1, 1e8);
        second.update(1e8);
        DepegAdapter.Config memory config = usual();
        config.source.feed = address(phased);
        set(config);
        skip(1 hours);
        phased.answer(1, 2, 0.98e8);
        second.update(0.98e8);
        uint48 fell = now48();
        commit(adapter, "");
        skip(23 hours);
        phased.answer(1, 3, 0.96e8);
        skip(2 hours);
        phased.answer(2, 1, 0.99e8);
        second.update(0.99e8);
        assertTriggered(commit(adapter, abi.encode((uint80(1) << 64) | 3)), fell, 400);
    }

    // ── configuration ──

    function test_it_is_a_depeg_adapter_that_tells_what_it_is_set_to() public view {
        assertEq(adapter.kind(), bytes32("DEPEG"));
        assertEq(keccak256(abi.encode(adapter.configOf(SUBJECT))), keccak256(abi.encode(usual())));
        (bool ok, uint48 lastUpdate, uint32 maxAge, bytes32 note) = adapter.health(SUBJECT);
        assertTrue(ok);
        assertEq(lastUpdate, now48());
        assertEq(maxAge, 66 minutes);
        assertEq(note, 0);
    }

    function test_configuring_forgets_what_was_stored() public {
        lostPeg();
        adapter.proveRecovery(SUBJECT, priceAfter(1 hours, 1e8));
        vm.expectEmit(address(adapter));
        emit DepegAdapter.Configured(SUBJECT, usual());
        configure();
        assertEq(adapter.breachOf(SUBJECT).startedAt, NEVER);
        assertEq(adapter.recoveredAtOf(SUBJECT), NEVER);
    }

    function test_prices_out_of_order_are_refused() public {
        DepegAdapter.Config memory config = usual();
        config.floor8 = config.trigger8;
        refuse(config);
        config = usual();
        config.trigger8 = config.recover8;
        refuse(config);
        config = usual();
        config.recover8 = 1e8;
        refuse(config);
        config = usual();
        config.floor8 = 0;
        refuse(config);
    }

    function test_only_the_dao_configures() public {
        vm.expectPartialRevert(bytes4(keccak256("AccessManagedUnauthorized(address)")));
        adapter.configure(SUBJECT, usual());
    }

    function test_a_subject_that_is_not_configured_has_no_reading() public {
        vm.expectRevert(abi.encodeWithSelector(ITriggerAdapter.NotConfigured.selector, 8));
        adapter.observe(8, "");
    }

    function testFuzz_the_loss_is_what_the_peg_lacks_at_most_to_the_floor(uint256 end8) public {
        end8 = bound(end8, 1, 0.9989e8);
        priceAfter(1 hours, 0.995e8);
        commit(adapter, "");
        uint80 last = priceAfter(24 hours, end8);
        priceAfter(1, 0.99e8);
        uint256 counted = end8 < 0.8e8 ? 0.8e8 : end8;
        assertEq(commit(adapter, abi.encode(last)).severityBps, (1e8 - counted) / 1e4);
    }

    // ── inside ──

    /// A breach of record, measured at 0.94.
    function lostPeg() private {
        priceAfter(1 hours, 0.98e8);
        commit(adapter, "");
        uint80 last = priceAfter(24 hours, 0.94e8);
        priceAfter(1, 0.95e8);
        commit(adapter, abi.encode(last));
    }

    function usual() private view returns (DepegAdapter.Config memory) {
        return DepegAdapter.Config({source: source(), trigger8: 0.995e8, recover8: 0.999e8, floor8: 0.8e8});
    }

    function configure() private {
        set(usual());
    }

    function set(DepegAdapter.Config memory config) private {
        vm.prank(dao);
        adapter.configure(SUBJECT, config);
    }

    function refuse(DepegAdapter.Config memory config) private {
        vm.expectRevert(abi.encodeWithSelector(ITriggerAdapter.BadConfig.selector, SUBJECT));
        set(config);
    }

    function refuseRecovery(uint80 round) private {
        vm.expectRevert(abi.encodeWithSelector(DepegAdapter.NoRecovery.selector, round));
        adapter.proveRecovery(SUBJECT, round);
    }

    function seen() private view returns (bytes32) {
        return adapter.observe(SUBJECT, "").dataHash;
    }
}

/// @notice A feed that numbers its rounds as a proxy over several aggregators does.
contract PhasedFeed {
    struct Round {
        int256 answer;
        uint256 updatedAt;
    }

    uint8 public constant decimals = 8;
    uint80 private _latest;
    mapping(uint80 roundId => Round) private _rounds;

    function answer(uint16 phase, uint64 number, int256 price8) external {
        _latest = (uint80(phase) << 64) | number;
        _rounds[_latest] = Round(price8, block.timestamp);
    }

    function latestRoundData() external view returns (uint80, int256, uint256, uint256, uint80) {
        return getRoundData(_latest);
    }

    function getRoundData(uint80 roundId) public view returns (uint80, int256, uint256, uint256, uint80) {
        Round memory r = _rounds[roundId];
        return (roundId, r.answer, r.updatedAt, r.updatedAt, roundId);
    }
}
