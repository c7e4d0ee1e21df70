// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {AdapterBase} from "./AdapterBase.sol";
import {BridgeAdapter} from "../../src/adapters/BridgeAdapter.sol";
import {ReportAdapter} from "../../src/adapters/ReportAdapter.sol";
import {ITriggerAdapter} from "../../src/interfaces/ITriggerAdapter.sol";
import {Observation, Verdict} from "../../src/interfaces/Types.sol";

contract BridgeAdapterTest is AdapterBase {
    BridgeAdapter internal adapter;

    function setUp() public override {
        super.setUp();
        adapter = protocol.adapters.bridge;
        vm.prank(dao);
        adapter.setSigners(signers(), 2);
        set(usual());
    }

    function test_backing_at_the_limit_is_enough() public {
        Observation memory o = told(980);
        assertVerdict(o, Verdict.NotTriggered);
        assertEq(o.occurredAt, now48(), "it speaks of its own time");
        assertEq(o.value, 980);
        assertEq(o.threshold, 980);
    }

    function test_a_first_report_of_a_shortfall_is_an_alarm() public {
        ReportAdapter.Report memory r = reportOf(0, 979, 1_000);
        r.occurredAt = now48() - 5 minutes;
        assertAlarm(commit(adapter, signed(adapter, r)), r.occurredAt);
        BridgeAdapter.State memory state = adapter.stateOf(SUBJECT);
        assertEq(state.startedAt, r.observedAt);
        assertEq(state.occurredAt, r.occurredAt);
        assertEq(state.lastAt, r.observedAt);
    }

    function test_a_shortfall_that_lasted_is_measured() public {
        told(700);
        uint48 began = now48();
        skip(2 hours - 1);
        assertAlarm(told(700), began);
        skip(1);
        assertTriggered(told(650), began, 3_500);
    }

    function test_backing_that_is_back_ends_the_breach() public {
        told(700);
        skip(1 hours);
        assertVerdict(told(1_000), Verdict.NotTriggered);
        assertEq(adapter.stateOf(SUBJECT).startedAt, NEVER);
        assertEq(adapter.stateOf(SUBJECT).occurredAt, NEVER);
        skip(1 hours);
        assertAlarm(told(700), now48());
    }

    function test_after_a_month_of_silence_a_shortfall_is_a_new_one() public {
        told(700);
        uint48 began = now48();
        skip(30 days);
        assertTriggered(told(700), began, 3_000);
        skip(30 days + 1);
        assertAlarm(told(600), now48());
        uint48 again = now48();
        skip(2 hours);
        assertTriggered(told(600), again, 4_000);
    }

    function test_an_earlier_report_than_the_last_is_stale() public {
        ReportAdapter.Report memory earlier = reportOf(0, 1_000, 1_000);
        skip(10 minutes);
        told(700);
        assertVerdict(commit(adapter, signed(adapter, earlier)), Verdict.Stale);
        assertNotEq(adapter.stateOf(SUBJECT).startedAt, NEVER);
    }

    function test_an_old_report_is_stale() public {
        ReportAdapter.Report memory r = reportOf(0, 700, 1_000);
        bytes memory data = signed(adapter, r);
        skip(1 hours);
        assertVerdict(adapter.observe(SUBJECT, data), Verdict.Triggered);
        skip(1);
        assertVerdict(adapter.observe(SUBJECT, data), Verdict.Stale);
    }

    function test_a_report_without_supply_or_with_negative_backing_is_refused() public {
        refuse(-1, 1_000);
        refuse(700, 0);
        refuse(700, -1);
        told(0);
    }

    function test_a_reading_that_changes_something_is_told() public {
        ReportAdapter.Report memory r = reportOf(0, 700, 1_000);
        bytes memory data = signed(adapter, r);
        Observation memory o = adapter.observe(SUBJECT, data);
        vm.expectEmit(address(adapter));
        emit ITriggerAdapter.Observed(SUBJECT, address(this), o);
        adapter.commitObservation(SUBJECT, data);
        vm.recordLogs();
        vm.prank(account("another consumer"));
        adapter.commitObservation(SUBJECT, data);
        assertEq(vm.getRecordedLogs().length, 1, "that the report was used, and nothing else");
    }

    function testFuzz_severity_is_what_the_supply_lacks(uint256 backing, uint256 supply) public {
        supply = bound(supply, 1, type(uint128).max);
        backing = bound(backing, 0, supply * 9_800 / 1e4);
        if (backing == supply * 9_800 / 1e4) backing = 0;
        if (supply * 9_800 / 1e4 == 0) return;
        commit(adapter, signed(adapter, reportOf(0, int256(backing), int256(supply))));
        skip(2 hours);
        Observation memory o = commit(adapter, signed(adapter, reportOf(0, int256(backing), int256(supply))));
        assertEq(o.severityBps, (supply - backing) * 1e4 / supply);
    }

    function test_it_is_a_bridge_adapter_that_tells_what_it_is_set_to() public {
        assertEq(adapter.kind(), bytes32("BRIDGE_BACKING"));
        assertEq(keccak256(abi.encode(adapter.configOf(SUBJECT))), keccak256(abi.encode(usual())));
        assertHealth(false, "STALE");
        told(1_000);
        skip(1 hours);
        assertHealth(true, "");
        skip(1);
        assertHealth(false, "STALE");
        BridgeAdapter fresh = new BridgeAdapter(address(protocol.manager), protocol.directory);
        vm.prank(dao);
        fresh.configure(SUBJECT, usual());
        adapter = fresh;
        assertHealth(false, "SIGNERS");
    }

    function test_configuring_forgets_what_was_stored() public {
        told(700);
        vm.expectEmit(address(adapter));
        emit BridgeAdapter.Configured(SUBJECT, usual());
        set(usual());
        assertEq(adapter.stateOf(SUBJECT).lastAt, NEVER);
        assertEq(adapter.stateOf(SUBJECT).startedAt, NEVER);
    }

    function test_settings_out_of_range_are_refused() public {
        refuse(BridgeAdapter.Config(4_999, 2 hours, 1 hours));
        refuse(BridgeAdapter.Config(10_000, 2 hours, 1 hours));
        refuse(BridgeAdapter.Config(9_800, 2 hours - 1, 1 hours));
        refuse(BridgeAdapter.Config(9_800, 7 days + 1, 1 hours));
        refuse(BridgeAdapter.Config(9_800, 2 hours, 10 minutes - 1));
        refuse(BridgeAdapter.Config(9_800, 2 hours, 24 hours + 1));
        set(BridgeAdapter.Config(5_000, 2 hours, 10 minutes));
        set(BridgeAdapter.Config(9_999, 7 days, 24 hours));
    }

    function test_only_the_dao_configures() public {
        vm.expectPartialRevert(bytes4(keccak256("AccessManagedUnauthorized(address)")));
        adapter.configure(SUBJECT, usual());
    }

    function test_a_subject_that_is_not_configured_has_no_reading() public {
        vm.expectRevert(abi.encodeWithSelector(ITriggerAdapter.NotConfigured.selector, 8));
        adapter.health(8);
        ReportAdapter.Report memory r = reportOf(0, 700, 1_000);
        r.subjectId = 8;
        bytes memory data = signed(adapter, r);
        vm.expectRevert(abi.encodeWithSelector(ITriggerAdapter.NotConfigured.selector, 8));
        adapter.observe(8, data);
    }

    // ── inside ──

    /// A report of now of so much behind a supply of 1,000.
    function told(int256 backing) private returns (Observation memory) {
        return commit(adapter, signed(adapter, reportOf(0, backing, 1_000)));
    }

    function refuse(int256 backing, int256 supply) private {
        bytes memory data = signed(adapter, reportOf(0, backing, supply));
        vm.expectRevert(ReportAdapter.BadReport.selector);
        adapter.observe(SUBJECT, data);
    }

    function usual() private pure returns (BridgeAdapter.Config memory) {
        return BridgeAdapter.Config({limitBps: 9_800, persist: 2 hours, maxAge: 1 hours});
    }

    function set(BridgeAdapter.Config memory config) private {
        vm.prank(dao);
        adapter.configure(SUBJECT, config);
    }

    function refuse(BridgeAdapter.Config memory config) private {
        vm.expectRevert(abi.encodeWithSelector(ITriggerAdapter.BadConfig.selector, SUBJECT));
        set(config);
    }

    function assertHealth(bool healthy, bytes32 want) private view {
        (bool ok,, uint32 maxAge, bytes32 note) = adapter.health(SUBJECT);
        assertEq(ok, healthy);
        assertEq(note, want);
        assertEq(maxAge, 1 hours);
    }
}
