// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {ClaimsBase} from "./claims/ClaimsBase.sol";
import {BridgeAdapter} from "../src/adapters/BridgeAdapter.sol";
import {RiskPool} from "../src/RiskPool.sol";
import {ReportAdapter} from "../src/adapters/ReportAdapter.sol";
import {IIncidents} from "../src/interfaces/IIncidents.sol";
import {IRiskRegistry} from "../src/interfaces/IRiskRegistry.sol";
import {ITribunal} from "../src/interfaces/ITribunal.sol";
import {IUnderwriting} from "../src/interfaces/IUnderwriting.sol";
import {CaseKind, CaseOutcome, IncidentState, Kind, Level, Route} from "../src/interfaces/Types.sol";
import {ParameterKeys} from "../src/libraries/ParameterKeys.sol";
import {ParameterScope} from "../src/libraries/ParameterScope.sol";

/// @notice Decisions of the design that no single contract can break alone.
contract DecisionsTest is ClaimsBase {
    /// Decision 4: terms are pinned at purchase.
    function test_no_change_of_parameters_touches_a_policy_that_was_sold() public {
        uint256 policyId = covered(alice, COVER);
        IUnderwriting.Policy memory sold = protocol.underwriting.policy(policyId);
        change(ParameterKeys.GRACE_PERIOD, ParameterScope.GLOBAL, 20 days);
        change(ParameterKeys.WAITING_PERIOD, ParameterScope.kind(Kind.SmartContract), 100 hours);
        change(ParameterKeys.BASE_RATE, ParameterScope.level(Level.Low), 140);
        assertEq(keccak256(abi.encode(protocol.underwriting.policy(policyId))), keccak256(abi.encode(sold)));
        uint256 later = policyOf(bob, COVER);
        assertEq(protocol.underwriting.policy(later).start, now48() + 100 hours, "the next one has the new terms");
        assertEq(protocol.underwriting.policy(later).graceEnd, protocol.underwriting.policy(later).end + 20 days);
    }

    /// Decision 4: caps and terms of an incident are pinned at detection.
    function test_no_change_of_parameters_touches_an_open_incident() public {
        covered(alice, COVER);
        uint64 incidentId = challenged(3_000);
        IIncidents.Terms memory pinned = incidents.terms(incidentId);
        uint256 cap = incidents.incident(incidentId).cap;
        change(ParameterKeys.INCIDENT_CAP, ParameterScope.pool(1), 3_600);
        change(ParameterKeys.DEDUCTIBLE, ParameterScope.pool(1), 600);
        change(ParameterKeys.CLAIM_WINDOW, ParameterScope.GLOBAL, 40 days);
        change(ParameterKeys.AUTO_PAY_LIMIT_CLAIM, ParameterScope.pool(1), 20_000e6);
        assertEq(keccak256(abi.encode(incidents.terms(incidentId))), keccak256(abi.encode(pinned)));
        assertEq(incidents.incident(incidentId).cap, cap);
        assertEq(pool.incidentReserve(incidentId).ownCap, cap);
    }

    /// Decision 9: the route is decided by evidence and amount, not by kind.
    function test_a_bridge_that_was_measured_twice_pays_without_a_vote() public {
        uint32 bridge = listed(Kind.Bridge, Level.Low);
        RiskPool bridges = protocol.pools[1];
        setPeg(1e8);
        provideTo(bridges, bob, PROVIDED);
        vm.prank(module);
        bridges.lockCover(1, bridge, COVER);
        BridgeAdapter adapter = protocol.adapters.bridge;
        vm.startPrank(dao);
        adapter.setSigners(signersOf("bridge"), 2);
        adapter.configure(bridge, BridgeAdapter.Config({limitBps: 9_800, persist: 2 hours, maxAge: 24 hours}));
        incidents.bindAdapter(2, bridge, address(adapter), true);
        vm.stopPrank();
        uint64 incidentId = incidents.detect(2, bridge, address(adapter), backing(adapter, bridge, 600));
        assertEq(severityOf(incidentId), 0, "an alarm");
        skip(2 hours);
        incidents.confirm(incidentId, address(adapter), backing(adapter, bridge, 600));
        skip(22 hours);
        adapter.commitObservation(bridge, backing(adapter, bridge, 600));
        skip(2 hours + 1);
        incidents.startSettling(incidentId);
        assertState(incidentId, IncidentState.Settling);
        assertEq(uint256(incidents.incident(incidentId).route), uint256(Route.Automatic));
        assertEq(severityOf(incidentId), 4_000);
        assertEq(tribunal.caseCount(), 0);
    }

    /// Decision 11: the quorum of distinct voters counts voters with at least 0.01 % of the supply.
    function test_voters_with_less_than_a_ten_thousandth_of_the_supply_make_no_quorum() public {
        address[2] memory small = [account("small"), account("smaller")];
        giveVotes(small[0], 10_000 ether);
        giveVotes(small[1], 10_000 ether - 1);
        skip(2 days);
        covered(alice, COVER);
        uint64 caseId = incidents.incident(challenged(3_000)).caseId;
        toOpening(caseId);
        for (uint256 n = 0; n < 4; ++n) vote(caseId, voters[n], ITribunal.Choice.Pay, 0);
        vote(caseId, small[1], ITribunal.Choice.Pay, 0);
        assertEq(tribunal.case_(caseId).voters, 4);
        (CaseOutcome outcome,) = tribunal.tally(caseId);
        assertEq(uint256(outcome), uint256(CaseOutcome.NoQuorum));
        vote(caseId, small[0], ITribunal.Choice.Pay, 0);
        (outcome,) = tribunal.tally(caseId);
        assertEq(uint256(outcome), uint256(CaseOutcome.Accepted));
    }

    /// Decision 12: six kinds, each with a pool of its own, and the dependencies of a subject.
    function test_each_kind_has_a_pool_and_takes_subjects_with_their_dependencies() public {
        for (uint8 kind = 0; kind <= uint8(type(Kind).max); ++kind) {
            assertEq(uint256(protocol.pools[kind].kind()), kind);
            uint32 subjectId = protocol.risk.applyFor(Kind(kind), WHY, WHY);
            IRiskRegistry.Inputs memory inputs = inputsOf(Level.Low);
            inputs.dependencies = IRiskRegistry.Dependencies("ethereum", "chainlink", "bridge", "custodian", "lineage");
            vm.prank(steward);
            protocol.risk.attest(subjectId, inputs);
            vm.prank(dao);
            protocol.risk.list(subjectId);
            assertEq(
                keccak256(abi.encode(protocol.risk.inputs(subjectId).dependencies)),
                keccak256(abi.encode(inputs.dependencies))
            );
        }
        assertEq(uint256(type(Kind).max), 5);
    }

    /// Decision 13: a text is on chain as hash plus content address, and nothing is done without its reason.
    function test_texts_are_kept_as_hashes_with_their_addresses() public {
        covered(alice, COVER);
        uint64 incidentId = challenged(3_000);
        string memory address_ = "ipfs://bafy";
        vm.expectEmit(address(tribunal));
        emit ITribunal.EvidenceAdded(CaseKind.Incident, incidentId, 0, bob, WHY, address_, false);
        vm.prank(bob);
        tribunal.addEvidence(CaseKind.Incident, incidentId, WHY, address_);
        assertEq(tribunal.evidence(CaseKind.Incident, incidentId, 0).contentHash, WHY);
        vm.prank(bob);
        vm.expectRevert(ITribunal.EvidenceRequired.selector);
        tribunal.addEvidence(CaseKind.Incident, incidentId, 0, address_);
    }

    // ── inside ──

    /// Proposed by the DAO, which has waited, and executed as soon as the interval allows.
    function change(bytes32 key, bytes32 scope, uint128 value) private {
        vm.prank(dao);
        uint64 changeId = protocol.parameters.proposeChangeAsDao(key, scope, value, WHY);
        protocol.parameters.execute(changeId);
    }

    function giveVotes(address to, uint256 amount) private {
        vm.prank(tokenHolder);
        assertTrue(protocol.token.transfer(to, amount));
        vm.prank(to);
        protocol.token.delegate(to);
    }

    function backing(BridgeAdapter adapter, uint32 bridge, int256 locked) private returns (bytes memory) {
        return signed(
            adapter,
            "bridge",
            ReportAdapter.Report({
                subjectId: bridge,
                reportId: bytes32(++reports),
                status: 0,
                value: locked,
                base: 1_000,
                occurredAt: now48(),
                observedAt: now48(),
                sourceHash: keccak256("sources")
            })
        );
    }
}
