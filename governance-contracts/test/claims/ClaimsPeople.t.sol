// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {ClaimsBase} from "./ClaimsBase.sol";
import {ICaseHost} from "../../src/interfaces/ICaseHost.sol";
import {IClaims} from "../../src/interfaces/IClaims.sol";
import {ITribunal} from "../../src/interfaces/ITribunal.sol";
import {CaseKind, CaseOutcome, ClaimState, EscalationReason, Route} from "../../src/interfaces/Types.sol";

contract ClaimsPeopleTest is ClaimsBase {
    uint256 internal constant DEPOSIT = 50e6;
    uint256 internal policyId;
    uint64 internal incidentId;
    uint64 internal claimId;
    uint256 private clean;

    function setUp() public override {
        super.setUp();
        policyId = covered(alice, COVER);
        incidentId = automatic(2000);
        // Above the arithmetic: people decide.
        claimId = submit(alice, policyId, incidentId, 40_000e6);
    }

    // ── verdicts ──

    function test_a_vote_grants_a_share_of_what_was_asked() public {
        voteAlike(caseOf(claimId), ITribunal.Choice.PayPartial, 7500);
        skip(96 hours);
        uint256 before = asset.balanceOf(alice);
        uint48 redeemBy = incidents.claimsEndOf(incidentId) + 60 days;
        vm.expectEmit(address(claims));
        emit IClaims.ClaimDecided(claimId, Route.DaoVote, 30_000e6, now48() + 24 hours, redeemBy, 0);
        vm.expectEmit(address(claims));
        emit IClaims.DepositReturned(claimId, alice, DEPOSIT);
        tribunal.close(caseOf(claimId));
        assertClaim(claimId, ClaimState.Approved);
        assertEq(asset.balanceOf(alice), before + DEPOSIT);
        assertEq(claims.totals(incidentId).approved, 30_000e6);
        vm.expectRevert(abi.encodeWithSelector(IClaims.NotPayableYet.selector, claimId, now48() + 24 hours));
        claims.pay(claimId);
        skip(24 hours);
        claims.pay(claimId);
        assertClaim(claimId, ClaimState.Paid);
    }

    function test_a_denial_can_be_appealed_within_the_cool_down_with_three_deposits() public {
        deny(caseOf(claimId));
        assertClaim(claimId, ClaimState.Denied);
        assertEq(held(), DEPOSIT, "the deposit stays until the denial is final");
        assertEq(openClaims(incidentId), 1);
        vm.startPrank(alice);
        vm.expectRevert(IClaims.EvidenceRequired.selector);
        claims.appeal(claimId, 0);
        vm.expectEmit(address(claims));
        emit IClaims.Appealed(claimId, 1, 3 * DEPOSIT, WHY);
        claims.appeal(claimId, WHY);
        vm.stopPrank();
        assertEq(held(), 4 * DEPOSIT);
        IClaims.Claim memory c = claims.claim(claimId);
        assertEq(uint256(c.state), uint256(ClaimState.InVote));
        assertEq(uint256(c.reason), uint256(EscalationReason.Appeal));
        assertEq(c.evidenceRoot, WHY);
        assertEq(c.appeals, 1);
    }

    function test_an_appeal_that_succeeds_returns_every_deposit() public {
        deny(caseOf(claimId));
        appeal();
        uint256 before = asset.balanceOf(alice);
        decide(caseOf(claimId), ITribunal.Choice.Pay, 0);
        assertEq(asset.balanceOf(alice), before + 4 * DEPOSIT);
        assertEq(claims.claim(claimId).approved, 40_000e6);
        assertEq(held(), 0);
    }

    function test_an_appeal_that_fails_is_final_and_forfeits_every_deposit_to_the_pool() public {
        deny(caseOf(claimId));
        appeal();
        uint256 gross = pool.capital().grossAssets;
        deny(caseOf(claimId));
        assertClaim(claimId, ClaimState.Denied);
        assertGe(pool.capital().grossAssets, gross + 4 * DEPOSIT);
        assertEq(held(), 0);
        assertEq(openClaims(incidentId), 0);
        assertEq(claims.totals(incidentId).undecided, 0);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IClaims.AppealsExhausted.selector, claimId));
        claims.appeal(claimId, WHY);
        vm.expectRevert(abi.encodeWithSelector(IClaims.AlreadyClaimed.selector, policyId, claimId));
        submit(alice, policyId, incidentId, 1_000e6);
    }

    function test_only_the_claimant_appeals_and_in_time() public {
        deny(caseOf(claimId));
        uint48 until = claims.claim(claimId).decidedAt + 24 hours;
        vm.prank(carol);
        vm.expectRevert(abi.encodeWithSelector(IClaims.NotClaimant.selector, claimId, carol));
        claims.appeal(claimId, WHY);
        vm.warp(until + 1);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IClaims.TooLate.selector, claimId, until));
        claims.appeal(claimId, WHY);
    }

    function test_a_denial_that_nobody_appeals_becomes_final_and_forfeits_the_deposit() public {
        deny(caseOf(claimId));
        uint48 until = claims.claim(claimId).decidedAt + 24 hours;
        vm.warp(until);
        vm.expectRevert(abi.encodeWithSelector(IClaims.NotOverYet.selector, claimId, until));
        claims.finalise(claimId);
        vm.warp(until + 1);
        uint256 gross = pool.capital().grossAssets;
        vm.expectEmit(address(claims));
        emit IClaims.ClaimFinal(claimId);
        vm.expectEmit(address(claims));
        emit IClaims.DepositForfeited(claimId, DEPOSIT);
        claims.finalise(claimId);
        assertGe(pool.capital().grossAssets, gross + DEPOSIT);
        assertEq(claims.openClaimOf(policyId), 0);
        vm.expectRevert(abi.encodeWithSelector(IClaims.WrongState.selector, claimId, ClaimState.Denied));
        claims.finalise(claimId);
    }

    // ── the council ──

    function test_a_vote_without_quorum_goes_to_the_council_for_a_while() public {
        skip(144 hours);
        vm.expectEmit(address(claims));
        emit IClaims.ReviewStarted(claimId, now48() + 5 days);
        tribunal.close(caseOf(claimId));
        assertClaim(claimId, ClaimState.CouncilReview);
        assertEq(held(), DEPOSIT);
    }

    function test_the_council_approves_after_a_cool_down_like_everybody() public {
        closeCase(caseOf(claimId));
        vm.prank(council);
        claims.councilDecide(claimId, true, 25_000e6, WHY);
        IClaims.Claim memory c = claims.claim(claimId);
        assertEq(uint256(c.state), uint256(ClaimState.Approved));
        assertEq(uint256(c.route), uint256(Route.Council));
        assertEq(c.approved, 25_000e6);
        assertEq(c.decisionReasonHash, WHY);
        assertEq(held(), 0);
    }

    function test_the_council_denies_and_that_can_be_appealed() public {
        closeCase(caseOf(claimId));
        vm.prank(council);
        claims.councilDecide(claimId, false, 0, WHY);
        assertClaim(claimId, ClaimState.Denied);
        appeal();
        assertClaim(claimId, ClaimState.InVote);
    }

    function test_what_the_council_decides_has_bounds() public {
        closeCase(caseOf(claimId));
        uint48 reviewEnds = claims.claim(claimId).reviewEnds;
        vm.startPrank(council);
        vm.expectRevert(IClaims.ReasonRequired.selector);
        claims.councilDecide(claimId, true, 1, 0);
        vm.expectRevert(IClaims.ZeroAmount.selector);
        claims.councilDecide(claimId, true, 0, WHY);
        vm.expectRevert(abi.encodeWithSelector(IClaims.AmountTooHigh.selector, 40_000e6 + 1, 40_000e6));
        claims.councilDecide(claimId, true, 40_000e6 + 1, WHY);
        vm.warp(reviewEnds + 1);
        vm.expectRevert(abi.encodeWithSelector(IClaims.TooLate.selector, claimId, reviewEnds));
        claims.councilDecide(claimId, true, 1, WHY);
        vm.stopPrank();
    }

    function test_when_the_council_lets_its_time_pass_the_deposit_goes_back_and_the_case_reopens() public {
        closeCase(caseOf(claimId));
        uint48 reviewEnds = claims.claim(claimId).reviewEnds;
        vm.warp(reviewEnds);
        vm.expectRevert(abi.encodeWithSelector(IClaims.NotOverYet.selector, claimId, reviewEnds));
        claims.reopen(claimId);
        vm.warp(reviewEnds + 1);
        uint256 before = asset.balanceOf(alice);
        claims.reopen(claimId);
        assertEq(asset.balanceOf(alice), before + DEPOSIT);
        assertClaim(claimId, ClaimState.InVote);
        assertEq(claims.claim(claimId).rounds, 2);
        assertEq(uint256(claims.claim(claimId).reason), uint256(EscalationReason.AmountDisputed));
    }

    function test_what_nobody_decides_in_three_cases_is_denied_for_good() public {
        for (uint256 n = 0; n < 2; ++n) {
            closeCase(caseOf(claimId));
            skip(5 days + 1);
            claims.reopen(claimId);
        }
        closeCase(caseOf(claimId));
        skip(5 days + 1);
        claims.reopen(claimId);
        assertClaim(claimId, ClaimState.Denied);
        assertEq(openClaims(incidentId), 0, "it no longer holds the incident open");
        skip(30 days);
        incidents.close(incidentId);
    }

    // ── fraud ──

    function test_the_council_flags_an_approved_claim_once_for_a_vote_with_doubled_quorum() public {
        decide(caseOf(claimId), ITribunal.Choice.Pay, 0);
        vm.prank(council);
        vm.expectEmit(address(claims));
        emit IClaims.FraudFlagged(claimId, WHY);
        claims.flagFraud(claimId, WHY);
        IClaims.Claim memory c = claims.claim(claimId);
        assertEq(uint256(c.state), uint256(ClaimState.InVote));
        assertEq(uint256(c.reason), uint256(EscalationReason.Fraud));
        assertEq(tribunal.case_(c.caseId).quorum, 8_000_000 ether);
        assertEq(claims.totals(incidentId).approved, 0);
        assertEq(claims.totals(incidentId).undecided, 40_000e6);
        assertEq(c.approved, 0);
    }

    function test_a_flagged_claim_can_be_confirmed_or_cut_but_not_raised() public {
        decide(caseOf(claimId), ITribunal.Choice.PayPartial, 5000);
        flag();
        voteAlike(caseOf(claimId), ITribunal.Choice.Pay, 0);
        vote(caseOf(claimId), voters[6], ITribunal.Choice.Pay, 0);
        vote(caseOf(claimId), voters[7], ITribunal.Choice.Pay, 0);
        closeCase(caseOf(claimId));
        assertEq(claims.claim(claimId).approved, 20_000e6);
        vm.prank(council);
        vm.expectRevert(abi.encodeWithSelector(IClaims.AlreadyFlagged.selector, claimId));
        claims.flagFraud(claimId, WHY);
    }

    function test_fraud_found_can_be_appealed_and_then_is_final() public {
        decide(caseOf(claimId), ITribunal.Choice.Pay, 0);
        flag();
        denyByAll(caseOf(claimId));
        assertClaim(claimId, ClaimState.Denied);
        appeal();
        assertEq(tribunal.case_(caseOf(claimId)).quorum, 4_000_000 ether);
        deny(caseOf(claimId));
        assertEq(openClaims(incidentId), 0);
        assertEq(held(), 0);
    }

    function test_a_flag_needs_a_reason_and_comes_within_the_cool_down() public {
        decide(caseOf(claimId), ITribunal.Choice.Pay, 0);
        uint48 payableAt = claims.claim(claimId).payableAt;
        vm.startPrank(council);
        vm.expectRevert(IClaims.ReasonRequired.selector);
        claims.flagFraud(claimId, 0);
        vm.warp(payableAt);
        vm.expectRevert(abi.encodeWithSelector(IClaims.TooLate.selector, claimId, payableAt));
        claims.flagFraud(claimId, WHY);
        vm.stopPrank();
    }

    function test_only_the_council_flags_and_decides_and_only_the_tribunal_delivers() public {
        vm.startPrank(alice);
        vm.expectPartialRevert(bytes4(keccak256("AccessManagedUnauthorized(address)")));
        claims.flagFraud(claimId, WHY);
        vm.expectPartialRevert(bytes4(keccak256("AccessManagedUnauthorized(address)")));
        claims.councilDecide(claimId, true, 1, WHY);
        vm.expectPartialRevert(bytes4(keccak256("AccessManagedUnauthorized(address)")));
        claims.onVerdict(1, claimId, CaseOutcome.Accepted, 1e4, 0);
        vm.stopPrank();
    }

    // ── evidence ──

    function test_claimant_council_and_capital_add_evidence_to_a_claim() public {
        vm.prank(alice);
        tribunal.addEvidence(CaseKind.Claim, claimId, WHY, "ipfs://a");
        vm.prank(bob);
        tribunal.addEvidence(CaseKind.Claim, claimId, WHY, "ipfs://b");
        vm.prank(carol);
        vm.expectRevert(abi.encodeWithSelector(ITribunal.NoStake.selector, carol));
        tribunal.addEvidence(CaseKind.Claim, claimId, WHY, "ipfs://c");
        deny(caseOf(claimId));
        vm.prank(alice);
        tribunal.addEvidence(CaseKind.Claim, claimId, WHY, "for the appeal");
        assertTrue(tribunal.evidence(CaseKind.Claim, claimId, 2).afterDeadline);
        skip(24 hours + 1);
        claims.finalise(claimId);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(ITribunal.EvidenceClosed.selector, CaseKind.Claim, claimId));
        tribunal.addEvidence(CaseKind.Claim, claimId, WHY, "");
    }

    // ── every transition that is not drawn is refused ──

    function test_each_state_refuses_what_is_not_its_own() public {
        clean = vm.snapshotState();
        walk(claimId, ClaimState.InVote);
        closeCase(caseOf(claimId));
        walk(claimId, ClaimState.CouncilReview);
        again();
        deny(caseOf(claimId));
        walk(claimId, ClaimState.Denied);
        again();
        decide(caseOf(claimId), ITribunal.Choice.Pay, 0);
        walk(claimId, ClaimState.Approved);
        skip(24 hours);
        walk(claimId, ClaimState.Payable);
        claims.pay(claimId);
        walk(claimId, ClaimState.Paid);
        again();
        decide(caseOf(claimId), ITribunal.Choice.Pay, 0);
        skip(95 days);
        claims.expire(claimId);
        walk(claimId, ClaimState.Expired);
        again();
        walkEarly();
        walk(999, ClaimState.None);
    }

    function walkEarly() private {
        deny(caseOf(claimId));
        skip(24 hours + 1);
        claims.finalise(claimId);
        skip(30 days);
        incidents.close(incidentId);
        incidentId = detect(2000);
        uint64 early = submit(alice, policyId, incidentId, 1_000e6);
        walk(early, ClaimState.Submitted);
        vm.prank(alice);
        claims.withdraw(early);
        walk(early, ClaimState.Withdrawn);
    }

    function again() private {
        vm.revertToState(clean);
        clean = vm.snapshotState();
    }

    /// Calls every function that moves a claim and expects WrongState from all but the state's own.
    function walk(uint64 id, ClaimState state) private {
        assertClaim(id, state);
        bool granted = state == ClaimState.Approved || state == ClaimState.Payable;
        // What is stored of a payable claim is that it was approved.
        ClaimState stored = state == ClaimState.Payable ? ClaimState.Approved : state;
        bytes memory wrong = abi.encodeWithSelector(IClaims.WrongState.selector, id, stored);
        if (state != ClaimState.Submitted) {
            refused(abi.encodeCall(IClaims.resolve, (id)), wrong);
            refusedBy(alice, abi.encodeCall(IClaims.withdraw, (id)), wrong);
        }
        if (state != ClaimState.Denied) {
            refused(abi.encodeCall(IClaims.finalise, (id)), wrong);
            refusedBy(alice, abi.encodeCall(IClaims.appeal, (id, WHY)), wrong);
        }
        if (state != ClaimState.CouncilReview) {
            refused(abi.encodeCall(IClaims.reopen, (id)), wrong);
            refusedBy(council, abi.encodeCall(IClaims.councilDecide, (id, true, 1, WHY)), wrong);
        }
        bytes memory verdict = abi.encodeCall(ICaseHost.onVerdict, (state == ClaimState.InVote ? 77 : 1, id, CaseOutcome.Accepted, 1e4, 0));
        refusedBy(address(tribunal), verdict, wrong);
        if (granted) return;
        refused(abi.encodeCall(IClaims.pay, (id)), wrong);
        refused(abi.encodeCall(IClaims.hold, (id)), wrong);
        refused(abi.encodeCall(IClaims.expire, (id)), wrong);
        refusedBy(council, abi.encodeCall(IClaims.flagFraud, (id, WHY)), wrong);
    }

    function refused(bytes memory call, bytes memory reason) private {
        refusedBy(address(this), call, reason);
    }

    function refusedBy(address by, bytes memory call, bytes memory reason) private {
        vm.prank(by);
        (bool ok, bytes memory answer) = address(claims).call(call);
        assertFalse(ok, "must be refused");
        assertEq(answer, reason);
    }

    // ── helpers ──

    function appeal() private {
        vm.prank(alice);
        claims.appeal(claimId, WHY);
    }

    function flag() private {
        vm.prank(council);
        claims.flagFraud(claimId, WHY);
    }

    function denyByAll(uint64 caseId) private {
        voteAlike(caseId, ITribunal.Choice.Deny, 0);
        vote(caseId, voters[6], ITribunal.Choice.Deny, 0);
        vote(caseId, voters[7], ITribunal.Choice.Deny, 0);
        closeCase(caseId);
    }
}
