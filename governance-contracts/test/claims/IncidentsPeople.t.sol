// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {ClaimsBase} from "./ClaimsBase.sol";
import {IIncidents} from "../../src/interfaces/IIncidents.sol";
import {ITribunal} from "../../src/interfaces/ITribunal.sol";
import {CaseKind, CaseOutcome, EscalationReason, IncidentState, Kind, Level, Route} from "../../src/interfaces/Types.sol";
import {ICaseHost} from "../../src/interfaces/ICaseHost.sol";
import {IRiskPool} from "../../src/interfaces/IRiskPool.sol";
import {BridgeAdapter} from "../../src/adapters/BridgeAdapter.sol";
import {ReportAdapter} from "../../src/adapters/ReportAdapter.sol";

contract IncidentsPeopleTest is ClaimsBase {
    uint256 internal policyId;

    function setUp() public override {
        super.setUp();
        policyId = covered(alice, COVER);
    }

    // ── the vote ──

    function test_an_accepted_incident_settles_with_the_severity_the_voters_found() public {
        uint64 incidentId = challenged(3000);
        uint64 caseId = incidents.incident(incidentId).caseId;
        ITribunal.Case memory c = tribunal.case_(caseId);
        assertEq(uint256(c.kind), uint256(CaseKind.Incident));
        assertEq(c.proposedAt, incidents.incident(incidentId).occurredAt);
        decide(caseId, ITribunal.Choice.PayPartial, 2500);
        IIncidents.Incident memory i = incidents.incident(incidentId);
        assertState(incidentId, IncidentState.Settling);
        assertEq(i.severityBps, 2500);
        assertEq(uint256(i.route), uint256(Route.DaoVote));
        assertEq(i.claimsEnd, block.timestamp + 30 days);
    }

    function test_the_challenger_who_was_wrong_loses_the_bond_to_the_pool() public {
        uint64 incidentId = challenged(3000);
        uint256 gross = pool.capital().grossAssets;
        uint64 caseId = incidents.incident(incidentId).caseId;
        voteAlike(caseId, ITribunal.Choice.PayPartial, 2000);
        skip(tribunal.case_(caseId).closes - block.timestamp);
        vm.expectEmit(address(incidents));
        emit IIncidents.BondForfeited(incidentId, challenger, 1_000e6);
        tribunal.close(caseId);
        assertGe(pool.capital().grossAssets, gross + 1_000e6);
        assertEq(incidents.incident(incidentId).challengeBond, 0);
        assertEq(incidents.held(address(asset)), 0);
    }

    function test_a_challenger_who_brought_the_severity_clearly_down_gets_the_bond_back() public {
        uint64 incidentId = challenged(3000);
        uint256 before = asset.balanceOf(challenger);
        decide(incidents.incident(incidentId).caseId, ITribunal.Choice.PayPartial, 1900);
        assertEq(asset.balanceOf(challenger), before + 1_000e6);
    }

    function test_a_denied_incident_is_rejected_and_the_reserve_freed() public {
        uint64 incidentId = challenged(3000);
        uint256 before = asset.balanceOf(challenger);
        deny(incidents.incident(incidentId).caseId);
        assertState(incidentId, IncidentState.Rejected);
        assertEq(asset.balanceOf(challenger), before + 1_000e6, "the challenger was right");
        assertEq(pool.capital().reserved, 0);
        assertEq(incidents.openIncidentOf(1, subject), 0);
    }

    function test_what_people_rejected_is_not_detected_again() public {
        uint48 fell = now48();
        uint64 incidentId = challenged(3000);
        deny(incidents.incident(incidentId).caseId);
        bytes memory data = report(first, subject, 3000, fell);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.SameEvent.selector, incidentId));
        incidents.detect(1, subject, address(first), data);
    }

    function test_a_false_detection_that_people_reject_costs_its_bond() public {
        for (uint256 n = 0; n < 3; ++n) {
            detect(3000);
            skip(48 hours + 1);
            incidents.lapse(uint64(n + 1));
        }
        uint64 incidentId = detect(3000);
        incidents.contest(incidentId, address(second), report(second, subject, 0, now48()));
        assertEq(incidents.incident(incidentId).detectionBond, 500e6);
        uint256 before = asset.balanceOf(keeper);
        deny(incidents.incident(incidentId).caseId);
        assertEq(asset.balanceOf(keeper), before);
        assertEq(incidents.held(address(asset)), 0);
    }

    function test_a_contested_detection_that_people_accept_gets_its_bond_back() public {
        for (uint256 n = 0; n < 3; ++n) {
            detect(3000);
            skip(48 hours + 1);
            incidents.lapse(uint64(n + 1));
        }
        uint64 incidentId = detect(3000);
        incidents.contest(incidentId, address(second), report(second, subject, 0, now48()));
        uint256 before = asset.balanceOf(keeper);
        decide(incidents.incident(incidentId).caseId, ITribunal.Choice.Pay, 0);
        assertEq(asset.balanceOf(keeper), before + 500e6);
        assertEq(severityOf(incidentId), 1e4);
    }

    // ── the council ──

    function test_no_quorum_hands_the_incident_to_the_council_for_a_while() public {
        uint64 incidentId = undecided();
        IIncidents.Incident memory i = incidents.incident(incidentId);
        assertState(incidentId, IncidentState.CouncilReview);
        assertEq(i.reviewEnds, block.timestamp + 5 days);
    }

    function test_a_tie_hands_the_incident_to_the_council() public {
        uint64 incidentId = challenged(3000);
        uint64 caseId = incidents.incident(incidentId).caseId;
        toOpening(caseId);
        for (uint256 n = 0; n < 3; ++n) vote(caseId, voters[n], ITribunal.Choice.Pay, 0);
        for (uint256 n = 3; n < 6; ++n) vote(caseId, voters[n], ITribunal.Choice.Deny, 0);
        skip(tribunal.case_(caseId).closes - block.timestamp);
        vm.expectEmit(address(incidents));
        emit IIncidents.ReviewStarted(incidentId, CaseOutcome.Tie, now48() + 5 days);
        tribunal.close(caseId);
        assertState(incidentId, IncidentState.CouncilReview);
    }

    function test_the_council_can_accept_date_and_measure() public {
        uint64 incidentId = undecided();
        uint48 occurredAt = incidents.incident(incidentId).detectedAt - 1 hours;
        vm.expectEmit(address(incidents));
        emit IIncidents.SettlingStarted(incidentId, Route.Council, occurredAt, 1500, now48() + 30 days, WHY);
        vm.prank(council);
        incidents.councilDecide(incidentId, true, occurredAt, 1500, WHY);
        IIncidents.Incident memory i = incidents.incident(incidentId);
        assertEq(uint256(i.route), uint256(Route.Council));
        assertEq(i.decisionReasonHash, WHY);
        assertEq(i.occurredAt, occurredAt);
    }

    function test_the_council_can_date_an_event_to_its_detection() public {
        uint64 incidentId = undecided();
        uint48 detectedAt = incidents.incident(incidentId).detectedAt;
        vm.prank(council);
        incidents.councilDecide(incidentId, true, detectedAt, 1500, WHY);
        assertEq(incidents.incident(incidentId).occurredAt, detectedAt);
    }

    function test_the_council_can_reject() public {
        uint64 incidentId = undecided();
        vm.prank(council);
        incidents.councilDecide(incidentId, false, 0, 0, WHY);
        assertState(incidentId, IncidentState.Rejected);
        assertEq(incidents.incident(incidentId).decisionReasonHash, WHY);
    }

    function test_what_the_council_decides_has_bounds() public {
        uint64 incidentId = undecided();
        uint48 detectedAt = incidents.incident(incidentId).detectedAt;
        uint48 reviewEnds = incidents.incident(incidentId).reviewEnds;
        vm.startPrank(council);
        vm.expectRevert(IIncidents.ReasonRequired.selector);
        incidents.councilDecide(incidentId, true, detectedAt, 1500, 0);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.SeverityOutOfRange.selector, 0));
        incidents.councilDecide(incidentId, true, detectedAt, 0, WHY);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.SeverityOutOfRange.selector, 10001));
        incidents.councilDecide(incidentId, true, detectedAt, 10001, WHY);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.OccurredOutOfRange.selector, detectedAt + 1));
        incidents.councilDecide(incidentId, true, detectedAt + 1, 1500, WHY);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.OccurredOutOfRange.selector, detectedAt - 180 days - 1));
        incidents.councilDecide(incidentId, true, detectedAt - 180 days - 1, 1500, WHY);
        skip(5 days + 1);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.TooLate.selector, incidentId, reviewEnds));
        incidents.councilDecide(incidentId, true, detectedAt, 1500, WHY);
        vm.stopPrank();
    }

    function test_the_council_cannot_date_an_event_into_an_earlier_incident() public {
        uint64 earlier = automatic(1000);
        skip(31 days);
        incidents.close(earlier);
        uint48 detectedAt = incidents.incident(earlier).detectedAt;
        uint64 incidentId = undecided();
        vm.prank(council);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.SameEvent.selector, earlier));
        incidents.councilDecide(incidentId, true, detectedAt, 1500, WHY);
    }

    function test_when_the_council_lets_its_time_pass_there_is_a_new_case() public {
        uint64 incidentId = undecided();
        uint48 reviewEnds = incidents.incident(incidentId).reviewEnds;
        vm.expectRevert(abi.encodeWithSelector(IIncidents.TooEarly.selector, incidentId, reviewEnds));
        incidents.reopen(incidentId);
        skip(5 days + 1);
        incidents.reopen(incidentId);
        IIncidents.Incident memory i = incidents.incident(incidentId);
        assertState(incidentId, IncidentState.Escalated);
        assertEq(i.rounds, 2);
        assertEq(i.caseId, 2);
        assertEq(uint256(i.reason), uint256(EscalationReason.Challenge));
    }

    function test_what_nobody_decides_in_three_cases_is_rejected() public {
        uint64 incidentId = undecided();
        for (uint256 n = 0; n < 2; ++n) {
            skip(5 days + 1);
            incidents.reopen(incidentId);
            closeCase(incidents.incident(incidentId).caseId);
            assertState(incidentId, IncidentState.CouncilReview);
        }
        uint256 before = asset.balanceOf(challenger);
        skip(5 days + 1);
        incidents.reopen(incidentId);
        assertState(incidentId, IncidentState.Rejected);
        assertEq(asset.balanceOf(challenger), before + 1_000e6);
        assertEq(pool.capital().reserved, 0);
    }

    // ── custody, sick adapters, terms ──

    function test_custody_always_goes_to_people() public {
        uint32 custodian = listed(Kind.Custody, Level.Low);
        setPeg(1e8);
        provideTo(protocol.pools[2], bob, PROVIDED);
        vm.prank(module);
        protocol.pools[2].lockCover(1, custodian, COVER);
        bind(3, custodian, address(first));
        bind(3, custodian, address(second));
        configure(first, custodian);
        configure(second, custodian);
        uint64 incidentId =
            incidents.detect(3, custodian, address(first), report(first, custodian, 500, now48()));
        incidents.confirm(incidentId, address(second), report(second, custodian, 500, now48()));
        assertState(incidentId, IncidentState.Escalated);
        assertEq(uint256(incidents.incident(incidentId).reason), uint256(EscalationReason.OffChainEvidence));
    }

    function test_settling_waits_for_healthy_adapters_and_then_asks_people() public {
        BridgeAdapter bridge = bridgeAdapter();
        uint64 incidentId = detect(3000);
        incidents.confirm(incidentId, address(bridge), backing(bridge, 70));
        uint48 ends = incidents.incident(incidentId).challengeEnds;
        skip(24 hours + 1);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.AdapterUnhealthy.selector, address(bridge)));
        incidents.startSettling(incidentId);
        vm.warp(ends + 3 days);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.AdapterUnhealthy.selector, address(bridge)));
        incidents.startSettling(incidentId);
        vm.warp(ends + 3 days + 1);
        incidents.startSettling(incidentId);
        assertState(incidentId, IncidentState.Escalated);
        assertEq(uint256(incidents.incident(incidentId).reason), uint256(EscalationReason.OracleStale));
    }

    function test_an_adapter_that_is_well_again_lets_it_settle() public {
        BridgeAdapter bridge = bridgeAdapter();
        uint64 incidentId = incidents.detect(1, subject, address(bridge), backing(bridge, 70));
        confirm(incidentId, 3000);
        skip(24 hours + 1);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.AdapterUnhealthy.selector, address(bridge)));
        incidents.startSettling(incidentId);
        bridge.commitObservation(subject, backing(bridge, 70));
        incidents.startSettling(incidentId);
        assertState(incidentId, IncidentState.Settling);
    }

    function test_a_sick_adapter_contests_nothing() public {
        BridgeAdapter bridge = bridgeAdapter();
        skip(2 days);
        bytes memory old = backing(bridge, 100);
        skip(2 hours);
        uint64 incidentId = detect(3000);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.AdapterUnhealthy.selector, address(bridge)));
        incidents.contest(incidentId, address(bridge), old);
    }

    function test_an_alarm_detects_and_does_not_confirm() public {
        BridgeAdapter bridge = new BridgeAdapter(address(protocol.manager), protocol.directory);
        setUpBridge(bridge);
        bytes memory alarm = backing(bridge, 70);
        uint64 incidentId = incidents.detect(1, subject, address(bridge), alarm);
        assertEq(severityOf(incidentId), 0, "how bad it is nobody knows yet");
        skip(1 hours);
        alarm = backing(bridge, 70);
        vm.expectRevert(abi.encodeWithSelector(IIncidents.SeverityOutOfRange.selector, 0));
        incidents.confirm(incidentId, address(bridge), alarm);
        skip(1 hours);
        incidents.confirm(incidentId, address(bridge), backing(bridge, 70));
        assertState(incidentId, IncidentState.Confirmed);
        assertEq(severityOf(incidentId), 3000);
    }

    /// A bridge whose backing has been short for two hours.
    function bridgeAdapter() private returns (BridgeAdapter bridge) {
        bridge = new BridgeAdapter(address(protocol.manager), protocol.directory);
        setUpBridge(bridge);
        bridge.commitObservation(subject, backing(bridge, 70));
        skip(2 hours);
    }

    function setUpBridge(BridgeAdapter bridge) private {
        vm.startPrank(dao);
        bridge.setSigners(signersOf("bridge"), 2);
        bridge.configure(subject, BridgeAdapter.Config({limitBps: 9800, persist: 2 hours, maxAge: 1 hours}));
        incidents.bindAdapter(1, subject, address(bridge), true);
        vm.stopPrank();
    }

    /// @param part  percent of the supply that is backed
    function backing(BridgeAdapter bridge, int256 part) private returns (bytes memory) {
        ReportAdapter.Report memory r = ReportAdapter.Report(
            subject, bytes32(++reports), 0, part * 1e18, 100e18, now48(), now48(), keccak256("sources")
        );
        return signed(bridge, "bridge", r);
    }

    // ── every transition that is not drawn is refused ──

    function test_each_state_refuses_what_is_not_its_own() public {
        clean = vm.snapshotState();
        walk(detect(3000), IncidentState.Detected);
        walk(fresh(IncidentState.Confirmed), IncidentState.Confirmed);
        walk(fresh(IncidentState.Escalated), IncidentState.Escalated);
        walk(fresh(IncidentState.CouncilReview), IncidentState.CouncilReview);
        walk(fresh(IncidentState.Settling), IncidentState.Settling);
        walk(fresh(IncidentState.Closed), IncidentState.Closed);
        walk(fresh(IncidentState.Rejected), IncidentState.Rejected);
        walk(fresh(IncidentState.Lapsed), IncidentState.Lapsed);
        walk(999, IncidentState.None);
    }

    /// An incident in a state, in a world of its own.
    function fresh(IncidentState state) private returns (uint64 incidentId) {
        vm.revertToState(clean);
        clean = vm.snapshotState();
        if (state == IncidentState.Confirmed) return confirmed(3000);
        if (state == IncidentState.Escalated) return challenged(3000);
        if (state == IncidentState.CouncilReview) return undecided();
        if (state == IncidentState.Settling) return automatic(3000);
        if (state == IncidentState.Closed) {
            incidentId = automatic(3000);
            skip(31 days);
            incidents.close(incidentId);
        } else if (state == IncidentState.Rejected) {
            incidentId = challenged(3000);
            deny(incidents.incident(incidentId).caseId);
        } else {
            incidentId = detect(3000);
            skip(48 hours + 1);
            incidents.lapse(incidentId);
        }
    }

    uint256 private clean;

    /// Calls every function that moves an incident and expects WrongState from all but the state's own.
    function walk(uint64 incidentId, IncidentState state) private {
        assertState(incidentId, state);
        bytes memory wrong = abi.encodeWithSelector(IIncidents.WrongState.selector, incidentId, state);
        bytes memory data = report(second, subject, 3000, now48());
        bool detected = state == IncidentState.Detected;
        bool isConfirmed = state == IncidentState.Confirmed;
        if (!detected) refused(abi.encodeCall(IIncidents.confirm, (incidentId, address(second), data)), wrong);
        if (!detected) refused(abi.encodeCall(IIncidents.lapse, (incidentId)), wrong);
        if (!detected && !isConfirmed) {
            refused(abi.encodeCall(IIncidents.contest, (incidentId, address(second), data)), wrong);
            refused(abi.encodeCall(IIncidents.escalateQuarantined, (incidentId)), wrong);
        }
        if (!isConfirmed) refused(abi.encodeCall(IIncidents.challenge, (incidentId, WHY)), wrong);
        if (!isConfirmed) refused(abi.encodeCall(IIncidents.startSettling, (incidentId)), wrong);
        if (state != IncidentState.CouncilReview) {
            refused(abi.encodeCall(IIncidents.reopen, (incidentId)), wrong);
            vm.prank(council);
            refused(abi.encodeCall(IIncidents.councilDecide, (incidentId, true, 1, 1, WHY)), wrong);
        }
        if (state != IncidentState.Escalated) {
            vm.prank(address(tribunal));
            refused(abi.encodeCall(ICaseHost.onVerdict, (1, incidentId, CaseOutcome.Accepted, 1, 1)), wrong);
        } else {
            vm.prank(address(tribunal));
            refused(abi.encodeCall(ICaseHost.onVerdict, (77, incidentId, CaseOutcome.Accepted, 1, 1)), wrong);
        }
        bool over = state == IncidentState.Closed || state == IncidentState.Rejected || state == IncidentState.Lapsed;
        bytes memory released = abi.encodeWithSelector(IRiskPool.IncidentNotOpen.selector, incidentId);
        if (over) refused(abi.encodeCall(IIncidents.close, (incidentId)), released);
        else if (state != IncidentState.Settling) refused(abi.encodeCall(IIncidents.close, (incidentId)), wrong);
    }

    function refused(bytes memory call, bytes memory reason) private {
        (bool ok, bytes memory answer) = address(incidents).call(call);
        assertFalse(ok, "must be refused");
        assertEq(answer, reason);
    }

    // ── helpers ──

    function undecided() private returns (uint64 incidentId) {
        incidentId = challenged(3000);
        closeCase(incidents.incident(incidentId).caseId);
    }
}
