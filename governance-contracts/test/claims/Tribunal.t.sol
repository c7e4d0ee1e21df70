// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {ClaimsBase} from "./ClaimsBase.sol";
import {ITribunal} from "../../src/interfaces/ITribunal.sol";
import {CaseKind, CaseOutcome, Evidence} from "../../src/interfaces/Types.sol";

/// A wallet that signs as a contract does (ERC-1271).
contract SigningWallet {
    address private immutable owner;

    constructor(address owner_) {
        owner = owner_;
    }

    function isValidSignature(bytes32 digest, bytes calldata signature) external view returns (bytes4) {
        (bytes32 r, bytes32 s, uint8 v) = abi.decode(signature, (bytes32, bytes32, uint8));
        return ecrecover(digest, v, r, s) == owner ? this.isValidSignature.selector : bytes4(0);
    }
}

contract TribunalTest is ClaimsBase {
    uint256 internal policyId;
    uint64 internal incidentId;
    uint64 internal caseId;

    function setUp() public override {
        super.setUp();
        policyId = covered(alice, COVER);
        incidentId = challenged(3000);
        caseId = incidents.incident(incidentId).caseId;
    }

    // ── opening ──

    function test_a_case_pins_everything_it_is_decided_by() public view {
        ITribunal.Case memory c = tribunal.case_(caseId);
        assertEq(c.host, address(incidents));
        assertEq(c.snapshot, block.timestamp - 1 days, "the weights of a day ago");
        assertEq(c.opens, block.timestamp + 48 hours);
        assertEq(c.evidenceEnds, c.opens);
        assertEq(c.closes, c.opens + 96 hours);
        assertEq(c.supply, 100_000_000 ether);
        assertEq(c.quorum, 4_000_000 ether);
        assertEq(c.weightCap, 5_000_000 ether);
        assertEq(c.minVoters, 5);
        assertEq(tribunal.caseCount(), 1);
    }

    function test_opening_tells_everything_about_a_case() public {
        ITribunal.Case memory opened;
        (opened.host, opened.refId, opened.kind) = (module, 7, CaseKind.Claim);
        (opened.proposedAt, opened.snapshot) = (now48() - 1 hours, now48() - 1 days);
        (opened.evidenceEnds, opened.opens) = (now48() + 48 hours, now48() + 48 hours);
        opened.closes = now48() + 144 hours;
        (opened.quorum, opened.minVoters) = (8_000_000 ether, 5);
        (opened.weightCap, opened.supply) = (5_000_000 ether, 100_000_000 ether);
        vm.expectEmit(address(tribunal));
        emit ITribunal.CaseOpened(2, CaseKind.Claim, 7, opened);
        vm.prank(module);
        assertEq(tribunal.open(CaseKind.Claim, 7, now48() - 1 hours, true), 2);
    }

    function test_only_claims_modules_open_cases() public {
        vm.expectPartialRevert(bytes4(keccak256("AccessManagedUnauthorized(address)")));
        vm.prank(alice);
        tribunal.open(CaseKind.Claim, 1, 0, false);
    }

    function test_a_later_change_of_parameters_does_not_touch_a_case() public {
        vm.prank(dao);
        protocol.parameters.proposeChangeAsDao("CASE_QUORUM", 0, 500, WHY);
        protocol.parameters.execute(1);
        assertEq(tribunal.case_(caseId).quorum, 4_000_000 ether);
        vm.prank(module);
        assertEq(tribunal.case_(tribunal.open(CaseKind.Claim, 7, 0, false)).quorum, 5_000_000 ether);
    }

    // ── voting ──

    function test_a_ballot_counts_with_the_weight_of_the_snapshot() public {
        toOpening(caseId);
        vm.expectEmit(address(tribunal));
        emit ITribunal.VoteCast(caseId, voters[0], ITribunal.Choice.PayPartial, 2500, 1_000_000 ether, WHY);
        vote(caseId, voters[0], ITribunal.Choice.PayPartial, 2500);
        ITribunal.Ballot memory b = tribunal.ballot(caseId, voters[0]);
        assertEq(b.weight, 1_000_000 ether);
        assertEq(b.shareBps, 2500);
        assertEq(b.at, block.timestamp);
        assertEq(b.reasonHash, WHY);
        assertEq(tribunal.case_(caseId).partialPay, 1_000_000 ether);
        assertEq(tribunal.case_(caseId).voters, 1);
    }

    function test_tokens_that_came_after_the_snapshot_weigh_nothing() public {
        vm.prank(tokenHolder);
        assertTrue(protocol.token.transfer(carol, 3_000_000 ether));
        vm.prank(carol);
        protocol.token.delegate(carol);
        toOpening(caseId);
        vm.expectRevert(abi.encodeWithSelector(ITribunal.NoWeight.selector, carol));
        vote(caseId, carol, ITribunal.Choice.Pay, 0);
        assertEq(tribunal.weightOf(caseId, carol), 0);
    }

    function test_one_voter_weighs_at_most_the_cap() public {
        vm.prank(tokenHolder);
        protocol.token.delegate(tokenHolder);
        skip(2 days);
        uint64 other = anotherCase();
        assertEq(tribunal.weightOf(other, tokenHolder), 5_000_000 ether);
        toOpening(other);
        vote(other, tokenHolder, ITribunal.Choice.Pay, 0);
        assertEq(tribunal.case_(other).pay, 5_000_000 ether);
    }

    function test_a_ballot_can_be_changed_until_the_close() public {
        toOpening(caseId);
        vote(caseId, voters[0], ITribunal.Choice.Pay, 0);
        vote(caseId, voters[0], ITribunal.Choice.Deny, 0);
        vote(caseId, voters[0], ITribunal.Choice.Abstain, 0);
        ITribunal.Case memory c = tribunal.case_(caseId);
        assertEq(uint256(c.pay) + c.deny + c.partialPay, 0);
        assertEq(c.abstain, 1_000_000 ether);
        assertEq(c.voters, 0, "who abstains takes no side");
        vote(caseId, voters[0], ITribunal.Choice.PayPartial, 100);
        c = tribunal.case_(caseId);
        assertEq(c.abstain, 0);
        assertEq(c.partialPay, 1_000_000 ether);
        assertEq(c.voters, 1);
    }

    function test_pay_may_name_its_hundred_percent_or_leave_it_out() public {
        toOpening(caseId);
        vote(caseId, voters[0], ITribunal.Choice.Pay, 1e4);
        vote(caseId, voters[1], ITribunal.Choice.Pay, 0);
        assertEq(tribunal.ballot(caseId, voters[0]).shareBps, 1e4);
        assertEq(tribunal.ballot(caseId, voters[1]).shareBps, 1e4);
    }

    function test_a_ballot_needs_a_choice_a_sensible_share_and_a_reason() public {
        toOpening(caseId);
        vm.startPrank(voters[0]);
        vm.expectRevert(ITribunal.BadChoice.selector);
        tribunal.vote(caseId, ITribunal.Choice.None, 0, WHY);
        uint16[5] memory shares = [uint16(0), 50, 150, 9901, 1e4];
        for (uint256 n = 0; n < shares.length; ++n) {
            vm.expectRevert(abi.encodeWithSelector(ITribunal.ShareOutOfRange.selector, shares[n]));
            tribunal.vote(caseId, ITribunal.Choice.PayPartial, shares[n], WHY);
        }
        vm.expectRevert(abi.encodeWithSelector(ITribunal.ShareOutOfRange.selector, 100));
        tribunal.vote(caseId, ITribunal.Choice.Deny, 100, WHY);
        vm.expectRevert(abi.encodeWithSelector(ITribunal.ShareOutOfRange.selector, 9900));
        tribunal.vote(caseId, ITribunal.Choice.Pay, 9900, WHY);
        vm.expectRevert(ITribunal.ReasonRequired.selector);
        tribunal.vote(caseId, ITribunal.Choice.Abstain, 0, 0);
        vm.stopPrank();
    }

    function test_votes_are_cast_between_opening_and_close_only() public {
        uint48 opens = tribunal.case_(caseId).opens;
        uint48 closes = tribunal.case_(caseId).closes;
        vm.warp(opens - 1);
        vm.expectRevert(abi.encodeWithSelector(ITribunal.NotOpen.selector, caseId));
        vote(caseId, voters[0], ITribunal.Choice.Pay, 0);
        vm.warp(opens);
        vote(caseId, voters[0], ITribunal.Choice.Pay, 0);
        vm.warp(closes);
        vm.expectRevert(abi.encodeWithSelector(ITribunal.NotOpen.selector, caseId));
        vote(caseId, voters[0], ITribunal.Choice.Deny, 0);
    }

    function test_detector_challenger_and_claimants_do_not_vote() public {
        vm.startPrank(tokenHolder);
        assertTrue(protocol.token.transfer(keeper, 1 ether));
        vm.stopPrank();
        toOpening(caseId);
        vm.expectRevert(abi.encodeWithSelector(ITribunal.Conflicted.selector, keeper));
        vote(caseId, keeper, ITribunal.Choice.Pay, 0);
        vm.expectRevert(abi.encodeWithSelector(ITribunal.Conflicted.selector, challenger));
        vote(caseId, challenger, ITribunal.Choice.Deny, 0);
        submit(alice, policyId, incidentId, COVER / 2);
        vm.expectRevert(abi.encodeWithSelector(ITribunal.Conflicted.selector, alice));
        vote(caseId, alice, ITribunal.Choice.Pay, 0);
        assertEq(tribunal.weightOf(caseId, alice), 0);
    }

    // ── becoming a party ──

    function test_the_ballot_of_a_voter_who_claims_is_struck() public {
        uint256 own = insuredVoter();
        toOpening(caseId);
        vote(caseId, voters[0], ITribunal.Choice.Pay, 0);
        vote(caseId, voters[1], ITribunal.Choice.Pay, 0);
        vm.expectEmit(address(tribunal));
        emit ITribunal.BallotStruck(caseId, voters[0], 1_000_000 ether);
        submit(voters[0], own, incidentId, 1_000 * USDC);
        assertEq(tribunal.case_(caseId).pay, 1_000_000 ether);
        assertEq(tribunal.case_(caseId).voters, 1);
        assertEq(uint256(tribunal.ballot(caseId, voters[0]).choice), uint256(ITribunal.Choice.None));
        vm.expectRevert(abi.encodeWithSelector(ITribunal.Conflicted.selector, voters[0]));
        vote(caseId, voters[0], ITribunal.Choice.Pay, 0);
    }

    function test_only_a_partys_ballot_can_be_struck_and_only_until_the_close() public {
        toOpening(caseId);
        vote(caseId, voters[0], ITribunal.Choice.Pay, 0);
        vm.expectRevert(abi.encodeWithSelector(ITribunal.NotAParty.selector, caseId, voters[0]));
        tribunal.strike(caseId, voters[0]);
        assertFalse(tribunal.strike(caseId, voters[1]), "there is no ballot to strike");
        closeCase(caseId);
        vm.expectRevert(abi.encodeWithSelector(ITribunal.AlreadyClosed.selector, caseId));
        tribunal.strike(caseId, voters[0]);
    }

    function test_a_strike_that_flips_the_case_late_extends_it() public {
        uint256 own = insuredVoter();
        voteAlike(caseId, ITribunal.Choice.Deny, 0);
        vote(caseId, voters[1], ITribunal.Choice.Pay, 0);
        vote(caseId, voters[2], ITribunal.Choice.Pay, 0);
        // Two pay, four deny; without the struck one three deny and only five have voted.
        vote(caseId, voters[3], ITribunal.Choice.Pay, 0);
        vote(caseId, voters[6], ITribunal.Choice.Deny, 0);
        uint48 closes = tribunal.case_(caseId).closes;
        vm.warp(closes - 1 hours);
        submit(voters[0], own, incidentId, 1_000 * USDC);
        assertEq(tribunal.case_(caseId).closes, closes + 24 hours);
        assertEq(tribunal.case_(caseId).extensions, 1);
    }

    function test_a_strike_after_the_voting_runs_the_case_again() public {
        uint256 own = insuredVoter();
        toOpening(caseId);
        for (uint256 n = 0; n < 5; ++n) vote(caseId, voters[n], ITribunal.Choice.Pay, 0);
        vm.warp(tribunal.case_(caseId).closes + 10 hours);
        submit(voters[0], own, incidentId, 1_000 * USDC);
        assertEq(tribunal.case_(caseId).closes, block.timestamp + 24 hours);
        vm.expectPartialRevert(ITribunal.NotOver.selector);
        tribunal.close(caseId);
    }

    // ── signed ballots ──

    function test_a_signed_ballot_counts_once() public {
        toOpening(caseId);
        bytes memory signature_ = signBallot(keyOf("voter 0"), voters[0], ITribunal.Choice.Pay, 0);
        tribunal.voteBySig(caseId, ITribunal.Choice.Pay, 0, WHY, voters[0], signature_);
        assertEq(tribunal.case_(caseId).pay, 1_000_000 ether);
        assertEq(tribunal.nonces(voters[0]), 1);
        vote(caseId, voters[0], ITribunal.Choice.Deny, 0);
        vm.expectRevert(ITribunal.BadSignature.selector);
        tribunal.voteBySig(caseId, ITribunal.Choice.Pay, 0, WHY, voters[0], signature_);
    }

    function test_a_signature_holds_for_its_own_ballot_chain_and_contract_only() public {
        toOpening(caseId);
        bytes memory signature_ = signBallot(keyOf("voter 0"), voters[0], ITribunal.Choice.Pay, 0);
        vm.expectRevert(ITribunal.BadSignature.selector);
        tribunal.voteBySig(caseId, ITribunal.Choice.Deny, 0, WHY, voters[0], signature_);
        vm.expectRevert(ITribunal.BadSignature.selector);
        tribunal.voteBySig(caseId, ITribunal.Choice.Pay, 0, WHY, voters[1], signature_);
        vm.chainId(5);
        vm.expectRevert(ITribunal.BadSignature.selector);
        tribunal.voteBySig(caseId, ITribunal.Choice.Pay, 0, WHY, voters[0], signature_);
    }

    function test_a_wallet_contract_signs_too() public {
        SigningWallet wallet = new SigningWallet(voters[7]);
        vm.prank(voters[7]);
        protocol.token.delegate(address(wallet));
        skip(2 days);
        uint64 other = anotherCase();
        toOpening(other);
        (uint8 v, bytes32 r, bytes32 s) =
            vm.sign(keyOf("voter 7"), digest(other, address(wallet), ITribunal.Choice.Deny, 0));
        tribunal.voteBySig(other, ITribunal.Choice.Deny, 0, WHY, address(wallet), abi.encode(r, s, v));
        assertEq(tribunal.case_(other).deny, 1_000_000 ether);
    }

    // ── the outcome ──

    function test_a_case_closes_once_and_after_its_time() public {
        uint48 closes = tribunal.case_(caseId).closes;
        vm.expectRevert(abi.encodeWithSelector(ITribunal.NotOver.selector, caseId, closes));
        tribunal.close(caseId);
        voteAlike(caseId, ITribunal.Choice.PayPartial, 3100);
        vm.warp(closes);
        vm.expectEmit(address(tribunal));
        emit ITribunal.CaseClosed(caseId, CaseOutcome.Accepted, 3100, 6_000_000 ether, 6);
        tribunal.close(caseId);
        vm.expectRevert(abi.encodeWithSelector(ITribunal.AlreadyClosed.selector, caseId));
        tribunal.close(caseId);
        (CaseOutcome outcome, uint16 decidedBps) = tribunal.tally(caseId);
        assertEq(uint256(outcome), uint256(CaseOutcome.Accepted));
        assertEq(decidedBps, 3100);
    }

    function test_an_unknown_case_is_no_case() public {
        vm.expectRevert(abi.encodeWithSelector(ITribunal.UnknownCase.selector, 9));
        tribunal.case_(9);
        vm.expectRevert(abi.encodeWithSelector(ITribunal.UnknownCase.selector, 9));
        tribunal.close(9);
        vm.expectRevert(abi.encodeWithSelector(ITribunal.UnknownCase.selector, 9));
        vote(9, voters[0], ITribunal.Choice.Pay, 0);
        vm.expectRevert(abi.encodeWithSelector(ITribunal.UnknownCase.selector, 9));
        tribunal.strike(9, voters[0]);
        vm.expectRevert(abi.encodeWithSelector(ITribunal.UnknownCase.selector, 9));
        tribunal.weightOf(9, voters[0]);
    }

    function test_weight_without_enough_voters_is_no_quorum() public {
        toOpening(caseId);
        for (uint256 n = 0; n < 4; ++n) vote(caseId, voters[n], ITribunal.Choice.Pay, 0);
        assertOutcome(CaseOutcome.NoQuorum, 0);
        vote(caseId, voters[4], ITribunal.Choice.Deny, 0);
        assertOutcome(CaseOutcome.Accepted, 1e4);
    }

    function test_dust_voters_are_not_distinct_voters() public {
        for (uint256 n = 0; n < 5; ++n) {
            address dust = account(string(abi.encodePacked("dust ", vm.toString(n))));
            vm.prank(tokenHolder);
            assertTrue(protocol.token.transfer(dust, 9_999 ether));
            vm.prank(dust);
            protocol.token.delegate(dust);
        }
        skip(2 days);
        uint64 other = anotherCase();
        toOpening(other);
        for (uint256 n = 0; n < 4; ++n) vote(other, voters[n], ITribunal.Choice.Pay, 0);
        for (uint256 n = 0; n < 5; ++n) {
            vote(other, account(string(abi.encodePacked("dust ", vm.toString(n)))), ITribunal.Choice.Pay, 0);
        }
        assertEq(tribunal.case_(other).voters, 4);
        (CaseOutcome outcome,) = tribunal.tally(other);
        assertEq(uint256(outcome), uint256(CaseOutcome.NoQuorum));
    }

    function test_abstaining_helps_neither_quorum_nor_side() public {
        toOpening(caseId);
        for (uint256 n = 0; n < 3; ++n) vote(caseId, voters[n], ITribunal.Choice.Pay, 0);
        for (uint256 n = 3; n < 8; ++n) vote(caseId, voters[n], ITribunal.Choice.Abstain, 0);
        assertOutcome(CaseOutcome.NoQuorum, 0);
    }

    function test_the_share_is_the_weighted_median_of_those_who_pay() public {
        toOpening(caseId);
        vote(caseId, voters[0], ITribunal.Choice.PayPartial, 1000);
        vote(caseId, voters[1], ITribunal.Choice.PayPartial, 2000);
        vote(caseId, voters[2], ITribunal.Choice.PayPartial, 6000);
        vote(caseId, voters[3], ITribunal.Choice.Pay, 0);
        vote(caseId, voters[4], ITribunal.Choice.Deny, 0);
        assertOutcome(CaseOutcome.Accepted, 2000);
        vote(caseId, voters[5], ITribunal.Choice.Pay, 0);
        assertOutcome(CaseOutcome.Accepted, 6000);
    }

    // ── flips ──

    function test_a_late_flip_extends_twice_and_no_more() public {
        toOpening(caseId);
        for (uint256 n = 0; n < 4; ++n) vote(caseId, voters[n], ITribunal.Choice.Deny, 0);
        for (uint256 n = 4; n < 7; ++n) vote(caseId, voters[n], ITribunal.Choice.Pay, 0);
        uint48 closes = tribunal.case_(caseId).closes;
        vm.warp(closes - 24 hours);
        vm.expectEmit(address(tribunal));
        emit ITribunal.VoteCast(caseId, voters[0], ITribunal.Choice.Pay, 1e4, 1_000_000 ether, WHY);
        vm.expectEmit(address(tribunal));
        emit ITribunal.CaseExtended(caseId, closes + 24 hours, 1);
        vote(caseId, voters[0], ITribunal.Choice.Pay, 0);
        vm.warp(closes + 1);
        vote(caseId, voters[0], ITribunal.Choice.Deny, 0);
        assertEq(tribunal.case_(caseId).closes, closes + 48 hours);
        vm.warp(closes + 48 hours - 1);
        vote(caseId, voters[0], ITribunal.Choice.Pay, 0);
        assertEq(tribunal.case_(caseId).closes, closes + 48 hours, "a third time it does not");
        assertEq(tribunal.case_(caseId).extensions, 2);
    }

    function test_an_early_flip_and_a_late_vote_for_the_leader_extend_nothing() public {
        toOpening(caseId);
        for (uint256 n = 0; n < 5; ++n) vote(caseId, voters[n], ITribunal.Choice.Deny, 0);
        uint48 closes = tribunal.case_(caseId).closes;
        vm.warp(closes - 24 hours - 1);
        for (uint256 n = 0; n < 5; ++n) vote(caseId, voters[n], ITribunal.Choice.Pay, 0);
        vm.warp(closes - 1);
        vote(caseId, voters[5], ITribunal.Choice.Pay, 0);
        assertEq(tribunal.case_(caseId).closes, closes);
    }

    function test_a_quorum_reached_at_the_last_moment_extends() public {
        toOpening(caseId);
        for (uint256 n = 0; n < 4; ++n) vote(caseId, voters[n], ITribunal.Choice.Pay, 0);
        uint48 closes = tribunal.case_(caseId).closes;
        vm.warp(closes - 1);
        vote(caseId, voters[4], ITribunal.Choice.Pay, 0);
        assertEq(tribunal.case_(caseId).closes, closes + 24 hours);
    }

    // ── evidence ──

    function test_evidence_is_kept_and_what_is_late_is_marked_not_hidden() public {
        vm.expectEmit(address(tribunal));
        emit ITribunal.EvidenceAdded(CaseKind.Incident, incidentId, 0, keeper, WHY, "ipfs://a", false);
        vm.prank(keeper);
        tribunal.addEvidence(CaseKind.Incident, incidentId, WHY, "ipfs://a");
        toOpening(caseId);
        vm.prank(council);
        tribunal.addEvidence(CaseKind.Incident, incidentId, ROOT, "ipfs://b");
        assertEq(tribunal.evidenceCount(CaseKind.Incident, incidentId), 2);
        Evidence memory e = tribunal.evidence(CaseKind.Incident, incidentId, 0);
        assertEq(e.contentHash, WHY);
        assertFalse(e.afterDeadline);
        e = tribunal.evidence(CaseKind.Incident, incidentId, 1);
        assertEq(e.by, council);
        assertEq(e.at, block.timestamp);
        assertTrue(e.afterDeadline);
    }

    function test_parties_the_council_and_capital_at_risk_have_a_voice() public {
        vm.prank(challenger);
        tribunal.addEvidence(CaseKind.Incident, incidentId, WHY, "");
        vm.prank(bob);
        tribunal.addEvidence(CaseKind.Incident, incidentId, WHY, "");
        vm.expectRevert(abi.encodeWithSelector(ITribunal.NoStake.selector, carol));
        vm.prank(carol);
        tribunal.addEvidence(CaseKind.Incident, incidentId, WHY, "");
        vm.prank(bob);
        assertTrue(pool.transfer(carol, 1e6));
        vm.expectRevert(abi.encodeWithSelector(ITribunal.NoStake.selector, carol));
        vm.prank(carol);
        tribunal.addEvidence(CaseKind.Incident, incidentId, WHY, "");
        vm.prank(bob);
        assertTrue(pool.transfer(carol, 51e12));
        vm.prank(carol);
        tribunal.addEvidence(CaseKind.Incident, incidentId, WHY, "");
    }

    function test_evidence_is_short_hashed_and_on_something_open() public {
        vm.startPrank(keeper);
        vm.expectRevert(ITribunal.EvidenceRequired.selector);
        tribunal.addEvidence(CaseKind.Incident, incidentId, 0, "");
        string memory uri = string(new bytes(257));
        vm.expectRevert(abi.encodeWithSelector(ITribunal.UriTooLong.selector, 257, 256));
        tribunal.addEvidence(CaseKind.Incident, incidentId, WHY, uri);
        vm.expectRevert(abi.encodeWithSelector(ITribunal.EvidenceClosed.selector, CaseKind.Claim, 5));
        tribunal.addEvidence(CaseKind.Claim, 5, WHY, "");
        vm.stopPrank();
        deny(caseId);
        vm.expectRevert(abi.encodeWithSelector(ITribunal.EvidenceClosed.selector, CaseKind.Incident, incidentId));
        vm.prank(keeper);
        tribunal.addEvidence(CaseKind.Incident, incidentId, WHY, "");
    }

    function test_the_domain_of_ballots_can_be_read() public view {
        bytes32 domain = keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
        bytes32 want = keccak256(
            abi.encode(domain, keccak256("Breakwater Tribunal"), keccak256("1"), block.chainid, address(tribunal))
        );
        assertEq(tribunal.DOMAIN_SEPARATOR(), want);
    }

    // ── helpers ──

    function assertOutcome(CaseOutcome want, uint16 wantBps) private view {
        (CaseOutcome outcome, uint16 decidedBps) = tribunal.tally(caseId);
        assertEq(uint256(outcome), uint256(want), "outcome");
        assertEq(decidedBps, wantBps, "share");
    }

    /// A voter with a policy that was in force at the event.
    function insuredVoter() private returns (uint256 own) {
        deny(caseId);
        own = covered(voters[0], COVER);
        incidentId = challenged(3000);
        caseId = incidents.incident(incidentId).caseId;
    }

    /// A new incident's case, whose snapshot knows what was delegated since.
    function anotherCase() private returns (uint64) {
        deny(caseId);
        incidentId = challenged(3000);
        return incidents.incident(incidentId).caseId;
    }

    function digest(uint64 id, address voter, ITribunal.Choice choice, uint16 shareBps) private view returns (bytes32) {
        bytes32 hash = keccak256(
            abi.encode(tribunal.VOTE_TYPEHASH(), id, choice, shareBps, WHY, voter, tribunal.nonces(voter))
        );
        return keccak256(abi.encodePacked("\x19\x01", tribunal.DOMAIN_SEPARATOR(), hash));
    }

    function signBallot(uint256 key, address voter, ITribunal.Choice choice, uint16 shareBps)
        private
        view
        returns (bytes memory)
    {
        return signature(key, digest(caseId, voter, choice, shareBps));
    }
}
