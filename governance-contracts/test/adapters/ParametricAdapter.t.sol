// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {AdapterBase} from "./AdapterBase.sol";
import {ParametricAdapter} from "../../src/adapters/ParametricAdapter.sol";
import {ReportAdapter} from "../../src/adapters/ReportAdapter.sol";
import {ITriggerAdapter} from "../../src/interfaces/ITriggerAdapter.sol";
import {Observation, Verdict} from "../../src/interfaces/Types.sol";

contract ParametricAdapterTest is AdapterBase {
    ParametricAdapter internal adapter;

    function setUp() public override {
        super.setUp();
        adapter = protocol.adapters.parametric;
        vm.prank(dao);
        adapter.setSigners(signers(), 2);
        set(flight());
    }

    // ── what a value comes to ──

    function test_severity_grows_evenly_from_the_threshold_to_full() public view {
        assertEq(adapter.severityOf(SUBJECT, 119), 0);
        assertEq(adapter.severityOf(SUBJECT, 120), 2_000);
        assertEq(adapter.severityOf(SUBJECT, 180), 6_000);
        assertEq(adapter.severityOf(SUBJECT, 239), 9_933);
        assertEq(adapter.severityOf(SUBJECT, 240), 1e4);
        assertEq(adapter.severityOf(SUBJECT, 100_000), 1e4);
    }

    function test_values_below_a_threshold_can_be_what_triggers() public {
        set(drought());
        assertEq(adapter.severityOf(SUBJECT, 51), 0);
        assertEq(adapter.severityOf(SUBJECT, 50), 1_000);
        assertEq(adapter.severityOf(SUBJECT, 30), 5_500);
        assertEq(adapter.severityOf(SUBJECT, 10), 1e4);
        assertEq(adapter.severityOf(SUBJECT, -5), 1e4);
    }

    function test_a_threshold_that_is_full_too_is_all_or_nothing() public {
        ParametricAdapter.Config memory config = flight();
        (config.full, config.startBps) = (120, 1e4);
        set(config);
        assertEq(adapter.severityOf(SUBJECT, 119), 0);
        assertEq(adapter.severityOf(SUBJECT, 120), 1e4);
        config = drought();
        (config.full, config.startBps) = (50, 1e4);
        set(config);
        assertEq(adapter.severityOf(SUBJECT, 51), 0);
        assertEq(adapter.severityOf(SUBJECT, 50), 1e4);
    }

    function testFuzz_a_worse_value_never_pays_less(int128 one, int128 other) public {
        (int256 less, int256 more) = one < other ? (one, other) : (other, one);
        assertLe(adapter.severityOf(SUBJECT, less), adapter.severityOf(SUBJECT, more));
        set(drought());
        assertGe(adapter.severityOf(SUBJECT, less), adapter.severityOf(SUBJECT, more));
        assertLe(adapter.severityOf(SUBJECT, less), 1e4);
    }

    function testFuzz_the_widest_range_does_not_overflow(int256 value) public {
        set(ParametricAdapter.Config(true, type(int128).min, type(int128).max, 1, 0, 0, 1 days));
        assertLe(adapter.severityOf(SUBJECT, value), 1e4);
    }

    // ── readings ──

    function test_a_measurement_is_dated_by_what_it_measured() public {
        ReportAdapter.Report memory r = reportOf(0, 180, 0);
        r.occurredAt = now48() - 5 hours;
        Observation memory o = commit(adapter, signed(adapter, r));
        assertTriggered(o, r.occurredAt, 6_000);
        assertEq(o.value, 180);
        assertEq(o.threshold, 120);
    }

    function test_a_measurement_that_does_not_trigger_speaks_of_its_period() public {
        ReportAdapter.Report memory r = reportOf(0, 100, 0);
        r.occurredAt = now48() - 5 hours;
        Observation memory o = commit(adapter, signed(adapter, r));
        assertVerdict(o, Verdict.NotTriggered);
        assertEq(o.occurredAt, r.occurredAt);
    }

    function test_cancelled_and_diverted_have_severities_of_their_own() public {
        assertTriggered(told(1, 0), now48(), 7_000);
        assertTriggered(told(2, 0), now48(), 3_000);
        set(drought());
        assertVerdict(told(1, 0), Verdict.NotTriggered);
        assertVerdict(told(2, 0), Verdict.NotTriggered);
    }

    function test_a_status_that_does_not_exist_is_refused() public {
        bytes memory data = signed(adapter, reportOf(3, 180, 0));
        vm.expectRevert(ReportAdapter.BadReport.selector);
        adapter.observe(SUBJECT, data);
    }

    function test_a_reading_is_told_once_for_each_newer_report() public {
        bytes memory data = signed(adapter, reportOf(0, 180, 0));
        Observation memory o = adapter.observe(SUBJECT, data);
        vm.expectEmit(address(adapter));
        emit ITriggerAdapter.Observed(SUBJECT, address(this), o);
        adapter.commitObservation(SUBJECT, data);
        vm.recordLogs();
        told(0, 190);
        assertEq(vm.getRecordedLogs().length, 1, "that the report was used, and nothing else");
    }

    function test_a_stale_report_moves_nothing() public {
        ReportAdapter.Report memory r = reportOf(0, 180, 0);
        skip(1 days + 1);
        assertVerdict(commit(adapter, signed(adapter, r)), Verdict.Stale);
        (, uint48 lastUpdate,,) = adapter.health(SUBJECT);
        assertEq(lastUpdate, NEVER);
    }

    // ── configuration ──

    function test_it_is_a_parametric_adapter_that_tells_what_it_is_set_to() public {
        assertEq(adapter.kind(), bytes32("PARAMETRIC"));
        assertEq(keccak256(abi.encode(adapter.configOf(SUBJECT))), keccak256(abi.encode(flight())));
        told(0, 1);
        (bool ok, uint48 lastUpdate, uint32 maxAge, bytes32 note) = adapter.health(SUBJECT);
        assertTrue(ok);
        assertEq(lastUpdate, now48());
        assertEq(maxAge, 1 days);
        assertEq(note, 0);
        adapter = new ParametricAdapter(address(protocol.manager), protocol.directory);
        set(flight());
        (ok,,, note) = adapter.health(SUBJECT);
        assertFalse(ok);
        assertEq(note, bytes32("SIGNERS"));
    }

    function test_settings_that_do_not_fit_together_are_refused() public {
        ParametricAdapter.Config memory c = flight();
        c.full = 119;
        refuse(c);
        c = drought();
        c.full = 51;
        refuse(c);
        c = flight();
        c.startBps = 0;
        refuse(c);
        c.startBps = 10_001;
        refuse(c);
        c = flight();
        (c.full, c.startBps) = (c.threshold, 9_999);
        refuse(c);
        c = flight();
        c.cancelledBps = 10_001;
        refuse(c);
        c = flight();
        c.divertedBps = 10_001;
        refuse(c);
        c = flight();
        c.maxAge = 1 days - 1;
        refuse(c);
        c.maxAge = 120 days + 1;
        refuse(c);
        (c.maxAge, c.cancelledBps, c.divertedBps, c.startBps) = (120 days, 1e4, 1e4, 1e4);
        vm.expectEmit(address(adapter));
        emit ParametricAdapter.Configured(SUBJECT, c);
        set(c);
    }

    function test_only_the_dao_configures() public {
        vm.expectPartialRevert(bytes4(keccak256("AccessManagedUnauthorized(address)")));
        adapter.configure(SUBJECT, flight());
    }

    function test_a_subject_that_is_not_configured_has_no_reading() public {
        vm.expectRevert(abi.encodeWithSelector(ITriggerAdapter.NotConfigured.selector, 8));
        adapter.severityOf(8, 1);
        vm.expectRevert(abi.encodeWithSelector(ITriggerAdapter.NotConfigured.selector, 8));
        adapter.health(8);
    }

    // ── inside ──

    function told(uint8 status, int256 value) private returns (Observation memory) {
        return commit(adapter, signed(adapter, reportOf(status, value, 0)));
    }

    /// Minutes of delay: two hours pay a fifth, four hours everything.
    function flight() private pure returns (ParametricAdapter.Config memory) {
        return ParametricAdapter.Config({
            atLeast: true,
            threshold: 120,
            full: 240,
            startBps: 2_000,
            cancelledBps: 7_000,
            divertedBps: 3_000,
            maxAge: 1 days
        });
    }

    /// Millimetres of rain: at most 50 pay a tenth, at most 10 everything.
    function drought() private pure returns (ParametricAdapter.Config memory) {
        return ParametricAdapter.Config({
            atLeast: false,
            threshold: 50,
            full: 10,
            startBps: 1_000,
            cancelledBps: 0,
            divertedBps: 0,
            maxAge: 1 days
        });
    }

    function set(ParametricAdapter.Config memory config) private {
        vm.prank(dao);
        adapter.configure(SUBJECT, config);
    }

    function refuse(ParametricAdapter.Config memory config) private {
        vm.expectRevert(abi.encodeWithSelector(ITriggerAdapter.BadConfig.selector, SUBJECT));
        set(config);
    }
}
