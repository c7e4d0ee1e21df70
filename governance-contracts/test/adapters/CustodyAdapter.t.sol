// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {AdapterBase} from "./AdapterBase.sol";
import {CustodyAdapter} from "../../src/adapters/CustodyAdapter.sol";
import {ReportAdapter} from "../../src/adapters/ReportAdapter.sol";
import {ITriggerAdapter} from "../../src/interfaces/ITriggerAdapter.sol";
import {Observation, Verdict} from "../../src/interfaces/Types.sol";

contract CustodyAdapterTest is AdapterBase {
    uint8 private constant HALTED = 1;
    uint8 private constant THEFT = 2;
    uint8 private constant RESUMED = 3;

    CustodyAdapter internal adapter;

    function setUp() public override {
        super.setUp();
        adapter = protocol.adapters.custody;
        vm.prank(dao);
        adapter.setSigners(signers(), 2);
        set(CustodyAdapter.Config(14 days, 1 days));
    }

    function test_a_theft_is_measured_at_once() public {
        ReportAdapter.Report memory r = reportOf(THEFT, 4_000, 0);
        r.occurredAt = now48() - 3 hours;
        assertTriggered(commit(adapter, signed(adapter, r)), r.occurredAt, 4_000);
        assertEq(adapter.stateOf(SUBJECT).haltedAt, NEVER, "a theft is no halt");
        assertEq(adapter.stateOf(SUBJECT).lastAt, r.observedAt);
    }

    function test_a_halt_counts_after_its_waiting_period() public {
        uint48 halt = now48();
        assertVerdict(told(HALTED, 1e4), Verdict.Ambiguous);
        assertEq(adapter.stateOf(SUBJECT).haltedAt, halt);
        skip(14 days - 1);
        assertVerdict(told(HALTED, 1e4), Verdict.Ambiguous);
        skip(1);
        assertTriggered(told(HALTED, 9_000), halt, 9_000);
    }

    function test_one_report_of_a_long_halt_is_enough() public {
        ReportAdapter.Report memory r = reportOf(HALTED, 5_000, 0);
        r.occurredAt = now48() - 14 days;
        assertTriggered(commit(adapter, signed(adapter, r)), r.occurredAt, 5_000);
        r = reportOf(HALTED, 5_000, 0);
        r.occurredAt = now48() - 14 days + 1;
        assertTriggered(commit(adapter, signed(adapter, r)), now48() - 14 days, 5_000);
    }

    function test_withdrawals_that_resume_end_the_halt() public {
        told(HALTED, 1e4);
        skip(5 days);
        Observation memory o = told(RESUMED, 0);
        assertVerdict(o, Verdict.NotTriggered);
        assertEq(o.occurredAt, now48());
        assertEq(adapter.stateOf(SUBJECT).haltedAt, NEVER);
        skip(10 days);
        assertVerdict(told(HALTED, 1e4), Verdict.Ambiguous);
    }

    function test_after_a_long_silence_a_halt_is_a_new_one() public {
        told(HALTED, 1e4);
        uint48 halt = now48();
        skip(120 days);
        assertTriggered(told(HALTED, 1e4), halt, 1e4);
        skip(120 days + 1);
        assertVerdict(told(HALTED, 1e4), Verdict.Ambiguous);
        assertEq(adapter.stateOf(SUBJECT).haltedAt, now48());
    }

    function test_an_earlier_report_than_the_last_is_stale() public {
        ReportAdapter.Report memory earlier = reportOf(RESUMED, 0, 0);
        skip(1 hours);
        told(HALTED, 1e4);
        assertVerdict(commit(adapter, signed(adapter, earlier)), Verdict.Stale);
        assertNotEq(adapter.stateOf(SUBJECT).haltedAt, NEVER);
    }

    function test_an_old_report_is_stale() public {
        bytes memory data = signed(adapter, reportOf(THEFT, 1, 0));
        skip(1 days);
        assertVerdict(adapter.observe(SUBJECT, data), Verdict.Triggered);
        skip(1);
        assertVerdict(adapter.observe(SUBJECT, data), Verdict.Stale);
    }

    function test_a_report_that_says_nothing_known_is_refused() public {
        refuse(0, 1);
        refuse(4, 1);
        refuse(HALTED, 0);
        refuse(THEFT, -1);
        refuse(THEFT, 10_001);
        told(THEFT, 1e4);
    }

    function test_a_reading_that_changes_nothing_is_not_told() public {
        bytes memory data = signed(adapter, reportOf(HALTED, 1, 0));
        adapter.commitObservation(SUBJECT, data);
        vm.recordLogs();
        vm.prank(account("another consumer"));
        adapter.commitObservation(SUBJECT, data);
        assertEq(vm.getRecordedLogs().length, 1, "that the report was used, and nothing else");
    }

    function test_a_reading_that_changes_something_is_told() public {
        bytes memory data = signed(adapter, reportOf(HALTED, 1, 0));
        Observation memory o = adapter.observe(SUBJECT, data);
        vm.expectEmit(address(adapter));
        emit ITriggerAdapter.Observed(SUBJECT, address(this), o);
        adapter.commitObservation(SUBJECT, data);
        ReportAdapter.Report memory r = reportOf(RESUMED, 0, 0);
        data = signed(adapter, r);
        o = adapter.observe(SUBJECT, data);
        vm.expectEmit(address(adapter));
        emit ITriggerAdapter.Observed(SUBJECT, address(this), o);
        adapter.commitObservation(SUBJECT, data);
    }

    function test_it_is_a_custody_adapter_that_tells_what_it_is_set_to() public {
        assertEq(adapter.kind(), bytes32("CUSTODY_ATTEST"));
        assertEq(adapter.configOf(SUBJECT).waiting, 14 days);
        told(THEFT, 1);
        (bool ok, uint48 lastUpdate, uint32 maxAge, bytes32 note) = adapter.health(SUBJECT);
        assertTrue(ok);
        assertEq(lastUpdate, now48());
        assertEq(maxAge, 1 days);
        assertEq(note, 0);
        skip(90 days);
        (ok,,,) = adapter.health(SUBJECT);
        assertTrue(ok, "silence is no fault");
        adapter = new CustodyAdapter(address(protocol.manager), protocol.directory);
        set(CustodyAdapter.Config(14 days, 1 days));
        (ok,,, note) = adapter.health(SUBJECT);
        assertFalse(ok);
        assertEq(note, bytes32("SIGNERS"));
    }

    function test_configuring_forgets_what_was_stored() public {
        told(HALTED, 1);
        vm.expectEmit(address(adapter));
        emit CustodyAdapter.Configured(SUBJECT, CustodyAdapter.Config(20 days, 1 days));
        set(CustodyAdapter.Config(20 days, 1 days));
        assertEq(adapter.stateOf(SUBJECT).haltedAt, NEVER);
        assertEq(adapter.stateOf(SUBJECT).lastAt, NEVER);
    }

    function test_settings_out_of_range_are_refused() public {
        refuse(CustodyAdapter.Config(14 days - 1, 1 days));
        refuse(CustodyAdapter.Config(90 days + 1, 1 days));
        refuse(CustodyAdapter.Config(14 days, 1 hours - 1));
        refuse(CustodyAdapter.Config(14 days, 7 days + 1));
        set(CustodyAdapter.Config(90 days, 1 hours));
        set(CustodyAdapter.Config(14 days, 7 days));
    }

    function test_only_the_dao_configures() public {
        vm.expectPartialRevert(bytes4(keccak256("AccessManagedUnauthorized(address)")));
        adapter.configure(SUBJECT, CustodyAdapter.Config(14 days, 1 days));
    }

    function test_a_subject_that_is_not_configured_has_no_reading() public {
        vm.expectRevert(abi.encodeWithSelector(ITriggerAdapter.NotConfigured.selector, 8));
        adapter.health(8);
        ReportAdapter.Report memory r = reportOf(THEFT, 1, 0);
        r.subjectId = 8;
        bytes memory data = signed(adapter, r);
        vm.expectRevert(abi.encodeWithSelector(ITriggerAdapter.NotConfigured.selector, 8));
        adapter.observe(8, data);
    }

    // ── inside ──

    function told(uint8 status, int256 lostBps) private returns (Observation memory) {
        return commit(adapter, signed(adapter, reportOf(status, lostBps, 0)));
    }

    function refuse(uint8 status, int256 lostBps) private {
        bytes memory data = signed(adapter, reportOf(status, lostBps, 0));
        vm.expectRevert(ReportAdapter.BadReport.selector);
        adapter.observe(SUBJECT, data);
    }

    function set(CustodyAdapter.Config memory config) private {
        vm.prank(dao);
        adapter.configure(SUBJECT, config);
    }

    function refuse(CustodyAdapter.Config memory config) private {
        vm.expectRevert(abi.encodeWithSelector(ITriggerAdapter.BadConfig.selector, SUBJECT));
        set(config);
    }
}
