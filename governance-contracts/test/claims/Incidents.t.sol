// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {ClaimsBase} from "./ClaimsBase.sol";
import {IIncidents} from "../../src/interfaces/IIncidents.sol";
import {IEscrow} from "../../src/interfaces/IEscrow.sol";
import {
    CaseOutcome,
    EscalationReason,
    IncidentState,
    Kind,
    Level,
    Observation,
    Route,
    Verdict
} from "../../src/interfaces/Types.sol";
import {PauseScope} from "../../src/libraries/PauseScope.sol";

contract IncidentsTest is ClaimsBase {
    uint256 internal policyId;

    function setUp() public override {
        super.setUp();
        policyId = covered(alice, COVER);
    }

    // ── detecting ──

    function test_a_first_reading_stops_sales_and_sets_the_reserve_aside() public {
        uint256 worth = pool.totalAssets();
        uint64 incidentId = detect(3000);
        IIncidents.Incident memory i = incidents.incident(incidentId);
        assertState(incidentId, IncidentState.Detected);
        assertEq(i.affectedCover, COVER);
        assertEq(i.cap, COVER, "the cap is at most the cover of the subject");
        assertEq(pool.totalAssets(), worth - COVER, "the reserve no longer counts");
        assertEq(i.lapsesAt, block.timestamp + 48 hours);
        assertEq(i.severityBps, 3000);
        assertEq(i.detector, keeper);
        assertEq(incidents.openIncidentOf(1, subject), incidentId);
        assertNotEq(uint256(protocol.underwriting.salesClosed(1, subject)), 0);
    }

    function test_detection_tells_everything_about_it() public {
        bytes memory data = report(first, subject, 3000, now48() - 60);
        Observation memory o = first.observe(subject, data);
        vm.expectEmit(address(incidents));
        emit IIncidents.TermsPinned(1, expectedTerms());
        vm.expectEmit(address(incidents));
        emit IIncidents.IncidentOpened(
            1, 1, subject, address(first), keeper, COVER, COVER, 0, now48() + 48 hours, o
        );
        vm.prank(keeper);
        incidents.detect(1, subject, address(first), data);
    }

    function expectedTerms() private view returns (IIncidents.Terms memory t) {
        t.confirmDelay = 15 minutes;
        t.challengeWindow = 24 hours;
        t.claimWindow = 30 days;
        t.redemptionWindow = 60 days;
        t.coolDown = 24 hours;
        t.reviewPeriod = 5 days;
        t.pauseMax = 72 hours;
        t.deductibleBps = uint16(protocol.parameters.get("DEDUCTIBLE", bytes32(uint256(1) << 248 | 1)));
        t.firstTrancheBps = 7000;
        t.autoLimitClaim = 25_000e6;
        t.autoLimitIncident = 500_000e6;
        t.claimDeposit = 50e6;
        t.challengeBond = 1_000e6;
    }

    function test_only_bound_adapters_that_are_not_quarantined_count() public {
        bytes memory data = report(first, risky, 3000, now48());
        vm.expectRevert(abi.encodeWithSelector(IIncidents.AdapterNotBound.selector, 1, risky, address(first)));
        incidents.detect(1, risky, address(first), data);

        quarantine(address(first));
        data = report(first, subject, 3000, now48());
        vm.expectRevert(abi.encodeWithSelector(IIncidents.AdapterQuarantined.selector, address(first)));
        incidents.detect(1, subject, address(first), data);
    }

    function test_what_is_not_triggered_detects_nothing() public {
        bytes memory data = report(first, subject, 0, now48());
        vm.expectRevert(
            abi.encodeWithSelector(IIncidents.NotTriggered.selector, address(first), uint8(Verdict.NotTriggered))
        );
        incidents.detect(1, subject, address(first), data);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.NotTriggered.selector, address(first), uint8(Verdict.Stale)));
        incidents.detect(1, subject, address(first), "");
    }

    function test_a_subject_has_one_open_incident_at_a_time() public {
        uint64 incidentId = detect(3000);
        bytes memory data = report(second, subject, 3000, now48());
        vm.expectRevert(abi.encodeWithSelector(IIncidents.AlreadyOpen.selector, incidentId));
        incidents.detect(1, subject, address(second), data);
    }

    function test_a_paused_pool_detects_nothing() public {
        pause(PauseScope.DETECT);
        bytes memory data = report(first, subject, 3000, now48());
        vm.expectRevert(abi.encodeWithSelector(IIncidents.DetectionPaused.selector, 1));
        incidents.detect(1, subject, address(first), data);
        skip(1 hours);
        incidents.detect(1, subject, address(first), data);
    }

    function test_a_pause_of_detection_does_not_let_an_open_incident_lapse() public {
        uint64 incidentId = detect(3000);
        pause(PauseScope.DETECT);
        confirm(incidentId, 3000);
        assertState(incidentId, IncidentState.Confirmed);
    }

    function test_a_subject_without_cover_has_no_incident() public {
        bind(1, risky, address(first));
        configure(first, risky);
        bytes memory data = report(first, risky, 3000, now48());
        vm.expectRevert(abi.encodeWithSelector(IIncidents.NothingInsured.selector, 1, risky));
        incidents.detect(1, risky, address(first), data);
    }

    // ── confirming ──

    function test_another_adapter_confirms_at_once() public {
        uint64 incidentId = detect(3000);
        bytes memory data = report(second, subject, 2900, now48());
        Observation memory o = second.observe(subject, data);
        vm.expectEmit(address(incidents));
        emit IIncidents.IncidentConfirmed(incidentId, address(second), address(this), now48() + 24 hours, o);
        vm.expectEmit(address(incidents));
        emit IIncidents.IncidentStateChanged(
            incidentId, IncidentState.Detected, IncidentState.Confirmed, EscalationReason.None, 0
        );
        incidents.confirm(incidentId, address(second), data);
        assertEq(severityOf(incidentId), 2900, "the lower of the two");
        assertEq(incidents.incident(incidentId).challengeEnds, block.timestamp + 24 hours);
    }

    function test_the_same_adapter_confirms_after_its_delay_with_a_second_report() public {
        bytes memory once = report(first, subject, 3000, now48());
        uint64 incidentId = incidents.detect(1, subject, address(first), once);
        bytes memory again = report(first, subject, 3100, now48());
        uint48 notBefore = now48() + 15 minutes;
        skip(15 minutes - 1);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.TooEarly.selector, incidentId, notBefore));
        incidents.confirm(incidentId, address(first), again);
        skip(1);
        vm.expectPartialRevert(bytes4(keccak256("ReplayedReport(bytes32)")));
        incidents.confirm(incidentId, address(first), once);
        incidents.confirm(incidentId, address(first), again);
        assertState(incidentId, IncidentState.Confirmed);
        assertEq(severityOf(incidentId), 3000);
    }

    function test_a_stale_or_ambiguous_reading_leaves_an_incident_where_it_is() public {
        uint64 incidentId = detect(3000);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.NotTriggered.selector, address(second), uint8(Verdict.Stale)));
        incidents.confirm(incidentId, address(second), "");
        assertState(incidentId, IncidentState.Detected);
    }

    function test_a_quarantined_first_adapter_cannot_be_confirmed_by_another() public {
        uint64 incidentId = detect(3000);
        quarantine(address(first));
        bytes memory data = report(second, subject, 3000, now48());
        vm.expectRevert(abi.encodeWithSelector(IIncidents.AdapterQuarantined.selector, address(first)));
        incidents.confirm(incidentId, address(second), data);
    }

    function test_readings_that_disagree_go_to_people() public {
        uint64 incidentId = detect(3000);
        confirm(incidentId, 4001);
        assertEscalated(incidentId, EscalationReason.AmbiguousSeverity);
    }

    function test_readings_within_ten_points_agree() public {
        uint64 incidentId = detect(3000);
        confirm(incidentId, 4000);
        assertState(incidentId, IncidentState.Confirmed);
        assertEq(severityOf(incidentId), 3000);
    }

    function test_an_incident_above_the_limit_goes_to_people() public {
        for (uint256 n = 0; n < 3; ++n) policyOf(alice, 5 * COVER);
        skip(4 days);
        uint64 incidentId = confirmed(9000);
        assertEscalated(incidentId, EscalationReason.AboveAutoLimit);
    }

    function test_an_incident_whose_cap_would_bind_goes_to_people() public {
        leaveFree(COVER / 2);
        uint64 incidentId = detect(9000);
        assertApproxEqAbs(incidents.incident(incidentId).cap, COVER / 2, USDC);
        confirm(incidentId, 9000);
        assertEscalated(incidentId, EscalationReason.IncidentCapHit);
    }

    function test_after_its_time_an_incident_cannot_be_confirmed_and_lapses() public {
        uint64 incidentId = detect(3000);
        uint48 lapsesAt = incidents.incident(incidentId).lapsesAt;
        skip(48 hours);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.TooEarly.selector, incidentId, lapsesAt));
        incidents.lapse(incidentId);
        skip(1);
        bytes memory data = report(second, subject, 3000, now48());
        vm.expectRevert(abi.encodeWithSelector(IIncidents.TooLate.selector, incidentId, lapsesAt));
        incidents.confirm(incidentId, address(second), data);

        uint256 reserved = pool.capital().reserved;
        incidents.lapse(incidentId);
        assertState(incidentId, IncidentState.Lapsed);
        assertEq(pool.capital().reserved, reserved - COVER);
        assertEq(incidents.openIncidentOf(1, subject), 0);
        setPeg(1e8);
        assertEq(protocol.underwriting.salesClosed(1, subject), bytes32(0), "sales are open again");
    }

    // ── detection bonds ──

    function test_repeated_false_detections_cost_a_bond_that_goes_to_the_pool() public {
        lapses(3, keeper);
        assertEq(incidents.detectionBondOf(1, risky, keeper), 500e6, "the caller is known");
        assertEq(incidents.detectionBondOf(1, subject, alice), 500e6, "and the subject is");
        assertEq(incidents.detectionBondOf(1, risky, alice), 0);

        uint64 incidentId = detect(3000);
        assertEq(incidents.incident(incidentId).detectionBond, 500e6);
        assertEq(incidents.held(address(asset)), 500e6);
        uint256 gross = pool.capital().grossAssets;
        skip(48 hours + 1);
        vm.expectEmit(address(incidents));
        emit IIncidents.BondForfeited(incidentId, keeper, 500e6);
        vm.expectEmit(address(incidents));
        emit IEscrow.ForfeitPassedOn(1, 500e6);
        incidents.lapse(incidentId);
        assertEq(incidents.held(address(asset)), 0);
        assertGe(pool.capital().grossAssets, gross + 500e6);
    }

    function test_a_confirmed_detection_returns_the_bond_and_clears_the_record() public {
        lapses(3, keeper);
        uint64 incidentId = detect(3000);
        uint256 before = asset.balanceOf(keeper);
        vm.expectEmit(address(incidents));
        emit IIncidents.BondReturned(incidentId, keeper, 500e6);
        confirm(incidentId, 3000);
        assertEq(asset.balanceOf(keeper), before + 500e6);
        assertEq(incidents.detectionBondOf(1, subject, keeper), 0);
        assertEq(incidents.incident(incidentId).detectionBond, 0, "nothing is held any more");
    }

    function test_two_lapses_are_free() public {
        lapses(2, keeper);
        assertEq(incidents.detectionBondOf(1, subject, keeper), 0);
    }

    // ── contesting, challenging, quarantine ──

    function test_another_adapter_that_sees_nothing_escalates() public {
        uint64 incidentId = detect(3000);
        bytes memory data = report(second, subject, 0, now48());
        Observation memory o = second.observe(subject, data);
        vm.expectEmit(address(incidents));
        emit IIncidents.IncidentContested(incidentId, address(second), o);
        incidents.contest(incidentId, address(second), data);
        assertEscalated(incidentId, EscalationReason.OracleConflict);
    }

    function test_a_contest_needs_another_healthy_adapter_that_speaks_of_the_event() public {
        uint64 incidentId = detect(3000);
        bytes memory none = report(first, subject, 0, now48());
        vm.expectRevert(abi.encodeWithSelector(IIncidents.SameAdapter.selector, address(first)));
        incidents.contest(incidentId, address(first), none);

        bytes memory triggered = report(second, subject, 100, now48());
        vm.expectRevert(abi.encodeWithSelector(IIncidents.NothingToEscalate.selector, incidentId));
        incidents.contest(incidentId, address(second), triggered);

        bytes memory before = report(second, subject, 0, now48() - 1 hours);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.NothingToEscalate.selector, incidentId));
        incidents.contest(incidentId, address(second), before);

        vm.prank(dao);
        incidents.bindAdapter(1, subject, address(second), false);
        vm.expectPartialRevert(IIncidents.AdapterNotBound.selector);
        incidents.contest(incidentId, address(second), before);
    }

    function test_a_challenge_takes_a_bond_and_gives_the_incident_to_people() public {
        uint64 incidentId = confirmed(3000);
        uint256 before = asset.balanceOf(challenger);
        vm.expectEmit(address(incidents));
        emit IIncidents.Challenged(incidentId, challenger, 1_000e6, WHY);
        vm.prank(challenger);
        incidents.challenge(incidentId, WHY);
        assertEq(asset.balanceOf(challenger), before - 1_000e6);
        assertEscalated(incidentId, EscalationReason.Challenge);
        assertEq(incidents.incident(incidentId).challengeBond, 1_000e6);
    }

    function test_a_challenge_needs_a_reason_and_comes_in_time() public {
        uint64 incidentId = confirmed(3000);
        uint48 ends = incidents.incident(incidentId).challengeEnds;
        vm.startPrank(challenger);
        vm.expectRevert(IIncidents.ReasonRequired.selector);
        incidents.challenge(incidentId, 0);
        skip(24 hours);
        uint256 lastSecond = vm.snapshotState();
        incidents.challenge(incidentId, WHY);
        assertEscalated(incidentId, EscalationReason.Challenge);
        vm.revertToState(lastSecond);
        skip(1);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.TooLate.selector, incidentId, ends));
        incidents.challenge(incidentId, WHY);
        vm.stopPrank();
    }

    function test_a_quarantined_adapter_gives_its_incidents_to_people() public {
        uint64 incidentId = confirmed(3000);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.NothingToEscalate.selector, incidentId));
        incidents.escalateQuarantined(incidentId);
        quarantine(address(second));
        skip(24 hours + 1);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.AdapterQuarantined.selector, address(second)));
        incidents.startSettling(incidentId);
        incidents.escalateQuarantined(incidentId);
        assertEscalated(incidentId, EscalationReason.EmergencyGuardian);
    }

    function test_the_first_adapter_in_quarantine_stops_settling_too() public {
        uint64 incidentId = confirmed(3000);
        quarantine(address(first));
        skip(24 hours + 1);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.AdapterQuarantined.selector, address(first)));
        incidents.startSettling(incidentId);
    }

    // ── settling ──

    function test_an_unchallenged_incident_settles_by_itself_after_its_window() public {
        uint64 incidentId = confirmed(3000);
        uint48 ends = incidents.incident(incidentId).challengeEnds;
        skip(24 hours);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.TooEarly.selector, incidentId, ends));
        incidents.startSettling(incidentId);
        skip(1);
        vm.expectEmit(address(incidents));
        emit IIncidents.SettlingStarted(
            incidentId, Route.Automatic, incidents.incident(incidentId).occurredAt, 3000, now48() + 30 days, 0
        );
        incidents.startSettling(incidentId);
        assertState(incidentId, IncidentState.Settling);
    }

    function test_an_incident_closes_after_the_claim_window_when_no_claim_is_open() public {
        uint64 incidentId = automatic(2000);
        uint64 claimId = submit(alice, policyId, incidentId, 1_000 * USDC);
        uint48 end = incidents.claimsEndOf(incidentId);
        skip(30 days);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.TooEarly.selector, incidentId, end));
        incidents.close(incidentId);
        skip(1);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.ClaimsStillOpen.selector, incidentId, 1));
        incidents.close(incidentId);
        claims.pay(claimId);
        incidents.close(incidentId);
        assertState(incidentId, IncidentState.Closed);
        assertEq(pool.capital().reserved, 0);
    }

    function test_the_same_event_is_not_detected_twice() public {
        uint48 fell = now48();
        uint64 incidentId = automatic(2000);
        uint48 detectedAt = incidents.incident(incidentId).detectedAt;
        skip(31 days);
        incidents.close(incidentId);
        bytes memory data = report(first, subject, 2000, fell);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.SameEvent.selector, incidentId));
        incidents.detect(1, subject, address(first), data);
        data = report(first, subject, 2000, detectedAt);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.SameEvent.selector, incidentId));
        incidents.detect(1, subject, address(first), data);
        data = report(first, subject, 2000, detectedAt + 1);
        incidents.detect(1, subject, address(first), data);
    }

    function test_parametric_events_that_waited_for_an_incident_to_close_are_detected_one_after_another() public {
        uint32 line = listed(Kind.Parametric, Level.Low);
        bind(6, line, address(first));
        configure(first, line);
        setPeg(1e8);
        provideTo(protocol.pools[5], bob, PROVIDED);
        vm.prank(module);
        protocol.pools[5].lockCover(1, line, COVER);
        uint48 day = now48();
        uint64 incidentId = parametric(line, day);
        skip(33 days);
        incidents.close(incidentId);
        bytes memory same = report(first, line, 1e4, day);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.SameEvent.selector, incidentId));
        incidents.detect(6, line, address(first), same);
        incidentId = parametric(line, day + 1 days);
        skip(33 days);
        incidents.close(incidentId);
        parametric(line, day + 2 days);
    }

    /// An event of a parametric subject, confirmed by a second attestation of it and settling.
    function parametric(uint32 line, uint48 occurredAt) private returns (uint64 incidentId) {
        incidentId = incidents.detect(6, line, address(first), report(first, line, 1e4, occurredAt));
        skip(15 minutes);
        incidents.confirm(incidentId, address(first), report(first, line, 1e4, occurredAt));
        skip(2 hours + 1);
        incidents.startSettling(incidentId);
    }

    function test_a_lapsed_detection_does_not_stand_in_the_way_of_the_real_one() public {
        uint48 fell = now48();
        detectAt(2000, fell);
        skip(48 hours + 1);
        incidents.lapse(1);
        assertEq(detectAt(2000, fell), 2);
    }

    // ── binding ──

    function test_the_dao_binds_and_unbinds() public {
        assertEq(incidents.adaptersOf(1, subject).length, 2);
        vm.startPrank(dao);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.AdapterAlreadyBound.selector, 1, subject, address(first)));
        incidents.bindAdapter(1, subject, address(first), true);
        vm.expectEmit(address(incidents));
        emit IIncidents.AdapterBound(1, subject, address(first), false);
        incidents.bindAdapter(1, subject, address(first), false);
        assertFalse(incidents.isBound(1, subject, address(first)));
        vm.expectRevert(abi.encodeWithSelector(IIncidents.AdapterNotBound.selector, 1, subject, address(first)));
        incidents.bindAdapter(1, subject, address(first), false);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.NotAnAdapter.selector, alice));
        incidents.bindAdapter(1, subject, alice, true);
        vm.expectPartialRevert(bytes4(keccak256("UnknownPool(uint32)")));
        incidents.bindAdapter(7, subject, address(first), true);
        vm.stopPrank();
    }

    function test_nobody_else_binds_decides_or_delivers() public {
        vm.startPrank(alice);
        vm.expectPartialRevert(bytes4(keccak256("AccessManagedUnauthorized(address)")));
        incidents.bindAdapter(1, subject, address(first), true);
        vm.expectPartialRevert(bytes4(keccak256("AccessManagedUnauthorized(address)")));
        incidents.councilDecide(1, true, 1, 1, WHY);
        vm.expectPartialRevert(bytes4(keccak256("AccessManagedUnauthorized(address)")));
        incidents.onVerdict(1, 1, CaseOutcome.Accepted, 1, 1);
        vm.stopPrank();
    }

    // ── helpers ──

    function quarantine(address adapter) internal {
        vm.prank(guardianSafe);
        protocol.guardian.quarantineAdapter(adapter, WHY);
    }

    function lapses(uint256 times, address by) internal {
        for (uint256 n = 0; n < times; ++n) {
            bytes memory data = report(first, subject, 3000, now48());
            vm.prank(by);
            uint64 incidentId = incidents.detect(1, subject, address(first), data);
            skip(48 hours + 1);
            incidents.lapse(incidentId);
        }
    }

    function assertEscalated(uint64 incidentId, EscalationReason reason) internal view {
        IIncidents.Incident memory i = incidents.incident(incidentId);
        assertState(incidentId, IncidentState.Escalated);
        assertEq(uint256(i.reason), uint256(reason), "reason");
        assertEq(tribunal.case_(i.caseId).refId, incidentId);
        assertEq(i.rounds, 1);
    }
}
