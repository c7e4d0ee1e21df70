// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {CapitalBase} from "../capital/CapitalBase.sol";
import {ParametricAdapter} from "../../src/adapters/ParametricAdapter.sol";
import {ReportAdapter} from "../../src/adapters/ReportAdapter.sol";
import {Claims} from "../../src/Claims.sol";
import {Incidents} from "../../src/Incidents.sol";
import {Tribunal} from "../../src/Tribunal.sol";
import {IClaims} from "../../src/interfaces/IClaims.sol";
import {IIncidents} from "../../src/interfaces/IIncidents.sol";
import {ITribunal} from "../../src/interfaces/ITribunal.sol";
import {IUnderwriting} from "../../src/interfaces/IUnderwriting.sol";
import {ClaimState, IncidentState, Kind, Level} from "../../src/interfaces/Types.sol";

/// @notice The deployed protocol with policies, two sworn groups of reporters and a body of voters. The reporters' adapters are
/// set so that a report's value is the severity in bps; what else adapters can be is tested with them.
abstract contract ClaimsBase is CapitalBase {
    uint256 internal constant PROVIDED = 10_000_000 * USDC;
    uint256 internal constant COVER = 100_000 * USDC;
    bytes32 internal constant ROOT = keccak256("evidence root");

    Incidents internal incidents;
    Claims internal claims;
    Tribunal internal tribunal;
    ParametricAdapter internal first;
    ParametricAdapter internal second;

    address internal carol = account("carol");
    address internal keeper = account("keeper");
    address internal challenger = account("challenger");
    address[8] internal voters;
    uint256 internal reports;

    function setUp() public virtual override {
        super.setUp();
        (incidents, claims, tribunal) = (protocol.incidents, protocol.claims, protocol.tribunal);
        provide(bob, PROVIDED);
        first = reporter("first");
        second = reporter("second");
        bind(1, subject, address(first));
        bind(1, subject, address(second));
        giveVotes();
        fund(challenger, 1_000_000 * USDC);
        allow(challenger, address(incidents));
        fund(keeper, 1_000_000 * USDC);
        allow(keeper, address(incidents));
        skip(2 days);
    }

    // ── reporters ──

    function reporter(string memory group) internal returns (ParametricAdapter adapter) {
        adapter = new ParametricAdapter(address(protocol.manager), protocol.directory);
        vm.prank(dao);
        adapter.setSigners(signersOf(group), 2);
        configure(adapter, subject);
    }

    function configure(ParametricAdapter adapter, uint32 subjectId) internal {
        vm.prank(dao);
        adapter.configure(
            subjectId,
            ParametricAdapter.Config({
                atLeast: true,
                threshold: 1,
                full: 1e4,
                startBps: 1,
                cancelledBps: 0,
                divertedBps: 0,
                maxAge: 120 days
            })
        );
    }

    function bind(uint32 poolId, uint32 subjectId, address adapter) internal {
        vm.prank(dao);
        incidents.bindAdapter(poolId, subjectId, adapter, true);
    }

    /// Keys of three reporters, by ascending address.
    function keysOf(string memory group) internal pure returns (uint256[3] memory keys) {
        for (uint256 n = 0; n < 3; ++n) keys[n] = uint256(keccak256(abi.encode(group, n)));
        for (uint256 n = 0; n < 2; ++n) {
            for (uint256 m = 0; m < 2 - n; ++m) {
                if (vm.addr(keys[m]) > vm.addr(keys[m + 1])) (keys[m], keys[m + 1]) = (keys[m + 1], keys[m]);
            }
        }
    }

    function signersOf(string memory group) internal pure returns (address[] memory signers) {
        uint256[3] memory keys = keysOf(group);
        signers = new address[](3);
        for (uint256 n = 0; n < 3; ++n) signers[n] = vm.addr(keys[n]);
    }

    function signed(ReportAdapter adapter, string memory group, ReportAdapter.Report memory r)
        internal
        view
        returns (bytes memory)
    {
        uint256[3] memory keys = keysOf(group);
        bytes[] memory signatures = new bytes[](2);
        for (uint256 n = 0; n < 2; ++n) signatures[n] = signature(keys[n], adapter.digestOf(r));
        return abi.encode(r, signatures);
    }

    function signature(uint256 key, bytes32 digest) internal pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        return abi.encodePacked(r, s, v);
    }

    /// A report of a severity, with an id of its own.
    function report(ParametricAdapter adapter, uint32 subjectId, uint16 severityBps, uint48 occurredAt)
        internal
        returns (bytes memory)
    {
        ReportAdapter.Report memory r = ReportAdapter.Report({
            subjectId: subjectId,
            reportId: bytes32(++reports),
            status: 0,
            value: int256(uint256(severityBps)),
            base: 0,
            occurredAt: occurredAt,
            observedAt: uint48(block.timestamp),
            sourceHash: keccak256("sources")
        });
        return signed(adapter, address(adapter) == address(first) ? "first" : "second", r);
    }

    function now48() internal view returns (uint48) {
        return uint48(block.timestamp);
    }

    // ── incidents ──

    function detect(uint16 severityBps) internal returns (uint64) {
        return detectAt(severityBps, now48());
    }

    function detectAt(uint16 severityBps, uint48 occurredAt) internal returns (uint64 incidentId) {
        bytes memory data = report(first, subject, severityBps, occurredAt);
        vm.prank(keeper);
        return incidents.detect(1, subject, address(first), data);
    }

    function confirm(uint64 incidentId, uint16 severityBps) internal {
        incidents.confirm(incidentId, address(second), report(second, subject, severityBps, now48()));
    }

    function confirmed(uint16 severityBps) internal returns (uint64 incidentId) {
        incidentId = detect(severityBps);
        confirm(incidentId, severityBps);
    }

    /// An incident that settles without people.
    function automatic(uint16 severityBps) internal returns (uint64 incidentId) {
        incidentId = confirmed(severityBps);
        skip(24 hours + 1);
        incidents.startSettling(incidentId);
    }

    function challenged(uint16 severityBps) internal returns (uint64 incidentId) {
        incidentId = confirmed(severityBps);
        vm.prank(challenger);
        incidents.challenge(incidentId, WHY);
    }

    /// An incident that people accepted with a severity.
    function voted(uint16 severityBps) internal returns (uint64 incidentId) {
        incidentId = challenged(severityBps);
        decide(incidents.incident(incidentId).caseId, ITribunal.Choice.PayPartial, severityBps);
    }

    function stateOf(uint64 incidentId) internal view returns (IncidentState) {
        return incidents.incident(incidentId).state;
    }

    function assertState(uint64 incidentId, IncidentState want) internal view {
        assertEq(uint256(stateOf(incidentId)), uint256(want), "state of the incident");
    }

    function severityOf(uint64 incidentId) internal view returns (uint16) {
        return incidents.incident(incidentId).severityBps;
    }

    function voidIncident() internal returns (uint64 incidentId) {
        incidentId = challenged(3000);
        deny(incidents.incident(incidentId).caseId);
    }

    /// Opens incidents of other subjects until only so much of the pool can still be set aside.
    function leaveFree(uint256 free) internal {
        uint256 left = pool.capital().grossAssets * 9 / 10 - free;
        uint32[6] memory others;
        for (uint64 n = 0; n < 6; ++n) {
            others[n] = listed(Kind.SmartContract, Level.Low);
            uint256 amount = left < 1_700_000 * USDC ? left : 1_700_000 * USDC;
            for (uint256 part = 0; part < 4; ++part) lock(1000 + n * 4 + part, others[n], amount / 4);
            left -= amount;
        }
        assertEq(left, 0, "six subjects are enough");
        for (uint64 n = 0; n < 6; ++n) openIncident(1000 + n, others[n]);
    }

    // ── voters ──

    /// Eight voters with 1 million of 100 million tokens each.
    function giveVotes() internal {
        for (uint256 n = 0; n < voters.length; ++n) {
            voters[n] = account(string(abi.encodePacked("voter ", vm.toString(n))));
            vm.prank(tokenHolder);
            assertTrue(protocol.token.transfer(voters[n], 1_000_000 ether));
            vm.prank(voters[n]);
            protocol.token.delegate(voters[n]);
        }
    }

    function vote(uint64 caseId, address voter, ITribunal.Choice choice, uint16 shareBps) internal {
        vm.prank(voter);
        tribunal.vote(caseId, choice, shareBps, WHY);
    }

    /// Six voters vote alike once the case is open.
    function voteAlike(uint64 caseId, ITribunal.Choice choice, uint16 shareBps) internal {
        toOpening(caseId);
        for (uint256 n = 0; n < 6; ++n) vote(caseId, voters[n], choice, shareBps);
    }

    function toOpening(uint64 caseId) internal {
        uint48 opens = tribunal.case_(caseId).opens;
        if (block.timestamp < opens) skip(opens - block.timestamp);
    }

    function closeCase(uint64 caseId) internal {
        uint48 closes = tribunal.case_(caseId).closes;
        if (block.timestamp < closes) skip(closes - block.timestamp);
        tribunal.close(caseId);
    }

    function decide(uint64 caseId, ITribunal.Choice choice, uint16 shareBps) internal {
        voteAlike(caseId, choice, shareBps);
        closeCase(caseId);
    }

    function deny(uint64 caseId) internal {
        decide(caseId, ITribunal.Choice.Deny, 0);
    }

    // ── policies and claims ──

    function policyOf(address owner, uint256 amount) internal returns (uint256 policyId) {
        vm.prank(deployer);
        pegFeed.update(1e8);
        protocol.treasury.pokePeg(address(asset));
        IUnderwriting.Order memory o = orderOf(amount, 180 days);
        o.to = owner;
        policyId = buy(o);
        fund(owner, 10_000 * USDC);
        allow(owner, address(claims));
    }

    /// A policy whose waiting period is over.
    function covered(address owner, uint256 amount) internal returns (uint256 policyId) {
        policyId = policyOf(owner, amount);
        skip(3 days + 1);
    }

    function allow(address owner, address spender) internal {
        vm.prank(owner);
        asset.approve(spender, type(uint256).max);
    }

    function submit(address owner, uint256 policyId, uint64 incidentId, uint256 amount) internal returns (uint64) {
        vm.prank(owner);
        return claims.submit(policyId, incidentId, amount, ROOT);
    }

    function one(uint256 coverId) internal pure returns (uint256[] memory coverIds) {
        coverIds = new uint256[](1);
        coverIds[0] = coverId;
    }

    function assertClaim(uint64 claimId, ClaimState want) internal view {
        assertEq(uint256(claims.claim(claimId).state), uint256(want), "state of the claim");
    }

    function openClaims(uint64 incidentId) internal view returns (uint256) {
        return claims.totals(incidentId).open;
    }

    /// What the escrow of Incidents and Claims must be able to hand out.
    function assertEscrowsWhole() internal view {
        assertGe(asset.balanceOf(address(claims)), claims.held(address(asset)));
        assertGe(asset.balanceOf(address(incidents)), incidents.held(address(asset)));
    }

    function caseOf(uint64 claimId) internal view returns (uint64) {
        return claims.claim(claimId).caseId;
    }

    function held() internal view returns (uint256) {
        return claims.held(address(asset));
    }
}
