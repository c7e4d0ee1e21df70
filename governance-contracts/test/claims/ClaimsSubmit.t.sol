// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {ClaimsBase} from "./ClaimsBase.sol";
import {IClaims} from "../../src/interfaces/IClaims.sol";
import {IUnderwriting} from "../../src/interfaces/IUnderwriting.sol";
import {ITribunal} from "../../src/interfaces/ITribunal.sol";
import {CaseKind, ClaimState, EscalationReason, Route} from "../../src/interfaces/Types.sol";
import {PauseScope} from "../../src/libraries/PauseScope.sol";

contract ClaimsSubmitTest is ClaimsBase {
    uint256 internal policyId;
    uint256 internal constant DEPOSIT = 50e6;

    function setUp() public override {
        super.setUp();
        policyId = covered(alice, COVER);
    }

    // ── before the incident is decided ──

    function test_a_claim_waits_for_its_incident_with_a_deposit() public {
        uint64 incidentId = detect(2000);
        uint256 before = asset.balanceOf(alice);
        vm.expectEmit(address(claims));
        emit IClaims.ClaimSubmitted(1, policyId, incidentId, alice, alice, 20_000e6, DEPOSIT, ROOT);
        uint64 claimId = submit(alice, policyId, incidentId, 20_000e6);
        assertClaim(claimId, ClaimState.Submitted);
        assertEq(asset.balanceOf(alice), before - DEPOSIT);
        assertEq(held(), DEPOSIT);
        assertEq(claims.openClaimOf(policyId), claimId);
        assertEq(claims.claimOf(incidentId, policyId), claimId);
        assertTrue(claims.hasClaimed(incidentId, alice));
        IClaims.Totals memory t = claims.totals(incidentId);
        assertEq(t.requested, 20_000e6);
        assertEq(t.undecided, 20_000e6);
        assertEq(t.claims, 1);
        assertEq(t.open, 1);
    }

    function test_an_early_claim_gets_at_most_the_arithmetic() public {
        uint64 incidentId = detect(2000);
        uint64 claimId = submit(alice, policyId, incidentId, COVER);
        vm.expectRevert(abi.encodeWithSelector(IClaims.IncidentNotClaimable.selector, incidentId));
        claims.resolve(claimId);
        confirm(incidentId, 2000);
        skip(24 hours + 1);
        incidents.startSettling(incidentId);
        claims.resolve(claimId);
        IClaims.Claim memory c = claims.claim(claimId);
        assertEq(c.approved, 19_000e6, "20 % of 100,000 less 5 %");
        assertEq(uint256(c.route), uint256(Route.Automatic));
        assertClaim(claimId, ClaimState.Payable);
        assertEq(held(), 0, "the deposit is back");
        assertEq(claims.totals(incidentId).undecided, 0);
        assertEq(claims.totals(incidentId).approved, 19_000e6);
    }

    function test_an_early_claim_for_less_gets_what_it_asked() public {
        uint64 incidentId = detect(2000);
        uint64 claimId = submit(alice, policyId, incidentId, 5_000e6);
        confirm(incidentId, 2000);
        skip(24 hours + 1);
        incidents.startSettling(incidentId);
        claims.resolve(claimId);
        assertEq(claims.claim(claimId).approved, 5_000e6);
    }

    function test_an_early_claim_above_the_automatic_limit_gets_a_case() public {
        uint64 incidentId = detect(4000);
        uint64 claimId = submit(alice, policyId, incidentId, COVER);
        confirm(incidentId, 4000);
        skip(24 hours + 1);
        incidents.startSettling(incidentId);
        claims.resolve(claimId);
        assertInVote(claimId, EscalationReason.AboveAutoLimit);
    }

    function test_with_a_rejected_incident_a_claim_ends_and_the_deposit_goes_back() public {
        uint64 incidentId = challenged(2000);
        uint64 claimId = submit(alice, policyId, incidentId, 20_000e6);
        deny(incidents.incident(incidentId).caseId);
        uint256 before = asset.balanceOf(alice);
        vm.expectEmit(address(claims));
        emit IClaims.ClaimStateChanged(
            claimId, ClaimState.Submitted, ClaimState.Denied, Route.DaoVote, EscalationReason.None, 0
        );
        vm.expectEmit(address(claims));
        emit IClaims.ClaimDecided(claimId, Route.DaoVote, 0, 0, 0, 0);
        vm.expectEmit(address(claims));
        emit IClaims.ClaimFinal(claimId);
        vm.expectEmit(address(claims));
        emit IClaims.DepositReturned(claimId, alice, DEPOSIT);
        claims.resolve(claimId);
        assertEq(asset.balanceOf(alice), before + DEPOSIT);
        assertEq(claims.openClaimOf(policyId), 0);
        assertEq(openClaims(incidentId), 0);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IClaims.AppealsExhausted.selector, claimId));
        claims.appeal(claimId, ROOT);
        vm.expectRevert(abi.encodeWithSelector(IClaims.WrongState.selector, claimId, ClaimState.Denied));
        claims.finalise(claimId);
    }

    function test_with_a_lapsed_incident_a_claim_ends_too() public {
        uint64 incidentId = detect(2000);
        uint64 claimId = submit(alice, policyId, incidentId, 20_000e6);
        skip(48 hours + 1);
        incidents.lapse(incidentId);
        claims.resolve(claimId);
        assertClaim(claimId, ClaimState.Denied);
        assertEq(held(), 0);
    }

    function test_a_cover_that_was_not_in_force_at_the_decided_date_gets_nothing_and_its_deposit_back() public {
        uint64 incidentId = challenged(2000);
        uint64 claimId = submit(alice, policyId, incidentId, 20_000e6);
        closeCase(incidents.incident(incidentId).caseId);
        uint48 earlier = incidents.incident(incidentId).detectedAt - 2 days;
        vm.prank(council);
        incidents.councilDecide(incidentId, true, earlier, 2000, WHY);
        claims.resolve(claimId);
        assertClaim(claimId, ClaimState.Denied);
        assertEq(held(), 0);
        assertEq(openClaims(incidentId), 0);
    }

    // ── while it settles ──

    function test_within_the_arithmetic_a_claim_is_approved_at_once() public {
        uint64 incidentId = automatic(2000);
        vm.prank(alice);
        uint64 claimId = claims.submit(policyId, incidentId, 19_000e6, 0);
        IClaims.Claim memory c = claims.claim(claimId);
        assertEq(uint256(c.state), uint256(ClaimState.Payable));
        assertEq(c.payableAt, block.timestamp, "the challenge window was the wait");
        assertEq(c.redeemBy, incidents.claimsEndOf(incidentId) + 60 days);
        assertEq(c.deposit, 0);
        assertEq(held(), 0);
    }

    function test_after_a_vote_an_arithmetic_claim_waits_for_the_cool_down() public {
        uint64 incidentId = voted(4000);
        uint64 claimId = submit(alice, policyId, incidentId, 38_000e6);
        IClaims.Claim memory c = claims.claim(claimId);
        assertEq(uint256(c.state), uint256(ClaimState.AutoApproved), "people decided claims of every size");
        assertEq(c.payableAt, block.timestamp + 24 hours);
        assertEq(uint256(c.route), uint256(Route.DaoVote));
        skip(24 hours);
        assertClaim(claimId, ClaimState.Payable);
    }

    function test_asking_for_more_than_the_arithmetic_is_a_dispute() public {
        uint64 incidentId = automatic(2000);
        uint64 claimId = submit(alice, policyId, incidentId, 19_000e6 + 1);
        assertInVote(claimId, EscalationReason.AmountDisputed);
        assertEq(held(), DEPOSIT);
        assertEq(tribunal.case_(caseOf(claimId)).refId, claimId);
        assertEq(uint256(tribunal.case_(caseOf(claimId)).kind), uint256(CaseKind.Claim));
    }

    function test_what_goes_to_people_needs_evidence() public {
        uint64 incidentId = automatic(2000);
        vm.prank(alice);
        vm.expectRevert(IClaims.EvidenceRequired.selector);
        claims.submit(policyId, incidentId, 19_000e6 + 1, 0);
    }

    function test_before_settling_and_after_a_vote_every_claim_needs_evidence() public {
        uint64 incidentId = detect(2000);
        vm.prank(alice);
        vm.expectRevert(IClaims.EvidenceRequired.selector);
        claims.submit(policyId, incidentId, 1, 0);
    }

    function test_a_grant_of_less_than_a_unit_is_a_denial() public {
        uint256 tiny = covered(carol, 99);
        uint64 incidentId = automatic(50);
        (,,, uint256 most) = claims.payableFor(tiny, incidentId);
        assertEq(most, 0);
        assertEq(claims.settle(incidentId, one(tiny)), 0);
        uint64 claimId = submit(carol, tiny, incidentId, 99);
        assertInVote(claimId, EscalationReason.AmountDisputed);
        decide(caseOf(claimId), ITribunal.Choice.PayPartial, 100);
        assertClaim(claimId, ClaimState.Denied);
    }

    // ── who, what, when ──

    function test_only_the_holder_claims_and_only_what_is_insured() public {
        uint64 incidentId = detect(2000);
        vm.expectRevert(abi.encodeWithSelector(IClaims.NotHolder.selector, policyId, carol));
        submit(carol, policyId, incidentId, 1);
        vm.expectRevert(abi.encodeWithSelector(IClaims.AmountTooHigh.selector, COVER + 1, COVER));
        submit(alice, policyId, incidentId, COVER + 1);
        vm.expectRevert(IClaims.ZeroAmount.selector);
        submit(alice, policyId, incidentId, 0);
        vm.expectRevert(abi.encodeWithSelector(IClaims.UnknownIncident.selector, 9));
        submit(alice, policyId, 9, 1);
        vm.expectRevert(abi.encodeWithSelector(IClaims.NotInsured.selector, 999, incidentId));
        submit(alice, 999, incidentId, 1);
    }

    function test_a_policy_bought_too_late_is_not_insured() public {
        uint256 late = policyOf(carol, COVER);
        skip(3 days - 1);
        uint64 incidentId = detect(2000);
        vm.expectRevert(abi.encodeWithSelector(IClaims.NotInsured.selector, late, incidentId));
        submit(carol, late, incidentId, 1);
    }

    function test_a_policy_on_another_subject_is_not_insured() public {
        vm.prank(deployer);
        pegFeed.update(1e8);
        IUnderwriting.Order memory o = orderOf(COVER, 180 days);
        o.subjectId = risky;
        uint256 other = buy(o);
        skip(4 days);
        uint64 incidentId = detect(2000);
        vm.expectRevert(abi.encodeWithSelector(IClaims.NotInsured.selector, other, incidentId));
        submit(alice, other, incidentId, 1);
    }

    function test_a_cover_has_one_open_claim_and_one_claim_an_incident() public {
        uint64 incidentId = automatic(2000);
        uint64 claimId = submit(alice, policyId, incidentId, 1_000e6);
        vm.expectRevert(abi.encodeWithSelector(IClaims.ClaimOpen.selector, policyId, claimId));
        submit(alice, policyId, incidentId, 1_000e6);
        claims.pay(claimId);
        vm.prank(alice);
        protocol.policyNFT.transferFrom(alice, carol, policyId);
        allow(carol, address(claims));
        vm.expectRevert(abi.encodeWithSelector(IClaims.AlreadyClaimed.selector, policyId, claimId));
        submit(carol, policyId, incidentId, 1_000e6);
        assertEq(claims.settle(incidentId, one(policyId)), 0);
    }

    function test_a_policy_does_not_move_while_its_claim_is_open() public {
        submit(alice, policyId, detect(2000), 1_000e6);
        vm.prank(alice);
        vm.expectPartialRevert(bytes4(keccak256("ClaimOpen(uint256)")));
        protocol.policyNFT.transferFrom(alice, carol, policyId);
    }

    function test_after_the_claim_window_nothing_is_claimed() public {
        uint64 incidentId = automatic(2000);
        uint48 end = incidents.claimsEndOf(incidentId);
        vm.warp(end);
        uint64 claimId = submit(alice, policyId, incidentId, 1_000e6);
        assertClaim(claimId, ClaimState.Payable);
        vm.warp(end + 1);
        vm.expectRevert(abi.encodeWithSelector(IClaims.ClaimWindowClosed.selector, end));
        claims.settle(incidentId, one(policyId));
    }

    function test_after_its_grace_a_policy_claims_nothing() public {
        IUnderwriting.Policy memory p = protocol.underwriting.policy(policyId);
        vm.warp(p.end - 1);
        uint64 incidentId = voted(2000);
        vm.warp(p.graceEnd + 1);
        vm.expectRevert(abi.encodeWithSelector(IClaims.ClaimWindowClosed.selector, p.graceEnd));
        submit(alice, policyId, incidentId, 1_000e6);
        assertEq(claims.settle(incidentId, one(policyId)), 0);
    }

    function test_dead_incidents_take_no_claims() public {
        uint64 incidentId = voidIncident();
        vm.expectRevert(abi.encodeWithSelector(IClaims.IncidentNotClaimable.selector, incidentId));
        submit(alice, policyId, incidentId, 1);
        uint64 closed = automatic(2000);
        skip(31 days);
        incidents.close(closed);
        vm.expectRevert(abi.encodeWithSelector(IClaims.IncidentNotClaimable.selector, closed));
        submit(alice, policyId, closed, 1);
    }

    function test_a_pause_of_submissions_lengthens_the_claim_window_and_at_most_by_its_longest() public {
        uint64 incidentId = automatic(2000);
        uint48 end = incidents.incident(incidentId).claimsEnd;
        skip(10 days);
        vm.prank(guardianSafe);
        protocol.guardian.pause(PauseScope.SUBMIT, 1, 72 hours, WHY);
        vm.expectRevert(abi.encodeWithSelector(IClaims.SubmissionPaused.selector, 1));
        submit(alice, policyId, incidentId, 1);
        vm.expectRevert(abi.encodeWithSelector(IClaims.SubmissionPaused.selector, 1));
        claims.settle(incidentId, one(policyId));
        skip(1 hours);
        assertEq(incidents.claimsEndOf(incidentId), end + 1 hours);
        vm.prank(dao);
        protocol.guardian.extend(1, 72 hours);
        skip(20 days);
        assertEq(incidents.claimsEndOf(incidentId), end + 72 hours);
        submit(alice, policyId, incidentId, 1_000e6);
    }

    // ── settling for others ──

    function test_anyone_settles_for_the_holders() public {
        uint256 other = policyOf(carol, COVER / 2);
        uint256 late = skipThenBuyLate();
        uint64 incidentId = automatic(2000);
        uint256[] memory coverIds = new uint256[](6);
        (coverIds[0], coverIds[1], coverIds[2], coverIds[3]) = (policyId, other, late, 12345);
        (coverIds[4], coverIds[5]) = (policyId, (1 << 255) | 7);
        assertEq(claims.settle(incidentId, coverIds), 2);
        uint64 claimId = claims.claimOf(incidentId, policyId);
        IClaims.Claim memory c = claims.claim(claimId);
        assertEq(c.claimant, alice);
        assertEq(c.requested, 19_000e6);
        assertEq(c.approved, 19_000e6);
        assertEq(c.deposit, 0);
        assertEq(claims.claim(claims.claimOf(incidentId, other)).approved, 9_500e6);
        assertEq(claims.totals(incidentId).claims, 2);
        assertEq(held(), 0);
    }

    function skipThenBuyLate() private returns (uint256 late) {
        skip(3 days + 1);
        late = policyOf(carol, COVER / 2);
    }

    function test_settling_skips_what_needs_people() public {
        uint64 incidentId = automatic(3000);
        assertEq(claims.settle(incidentId, one(policyId)), 0, "28,500 is above the limit of one claim");
        assertEq(claims.claimCount(), 0);
    }

    function test_settling_needs_a_settling_incident() public {
        uint64 incidentId = detect(2000);
        vm.expectRevert(abi.encodeWithSelector(IClaims.IncidentNotClaimable.selector, incidentId));
        claims.settle(incidentId, one(policyId));
    }

    // ── taking back, redirecting ──

    function test_an_undecided_claim_can_be_taken_back_and_made_again() public {
        uint64 incidentId = detect(2000);
        uint64 claimId = submit(alice, policyId, incidentId, 1_000e6);
        vm.expectRevert(abi.encodeWithSelector(IClaims.NotClaimant.selector, claimId, carol));
        vm.prank(carol);
        claims.withdraw(claimId);
        vm.prank(alice);
        claims.withdraw(claimId);
        assertClaim(claimId, ClaimState.Withdrawn);
        assertEq(held(), 0);
        assertEq(claims.totals(incidentId).undecided, 0);
        assertEq(openClaims(incidentId), 0);
        uint64 again = submit(alice, policyId, incidentId, 2_000e6);
        assertEq(claims.claimOf(incidentId, policyId), again);
    }

    function test_the_payee_is_set_once_and_before_payment() public {
        uint64 incidentId = detect(2000);
        uint64 claimId = submit(alice, policyId, incidentId, 1_000e6);
        vm.expectRevert(abi.encodeWithSelector(IClaims.NotClaimant.selector, claimId, carol));
        vm.prank(carol);
        claims.setPayee(claimId, carol);
        vm.startPrank(alice);
        vm.expectRevert(IClaims.ZeroAddress.selector);
        claims.setPayee(claimId, address(0));
        vm.expectRevert(IClaims.ZeroAddress.selector);
        claims.setPayee(claimId, alice);
        vm.expectEmit(address(claims));
        emit IClaims.PayeeSet(claimId, carol);
        claims.setPayee(claimId, carol);
        vm.expectRevert(abi.encodeWithSelector(IClaims.PayeeAlreadySet.selector, claimId));
        claims.setPayee(claimId, bob);
        vm.stopPrank();
        assertTrue(claims.hasClaimed(incidentId, carol), "who is paid has no vote");
        confirm(incidentId, 2000);
        skip(24 hours + 1);
        incidents.startSettling(incidentId);
        claims.resolve(claimId);
        uint256 before = asset.balanceOf(carol);
        claims.pay(claimId);
        assertEq(asset.balanceOf(carol), before + 1_000e6);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IClaims.WrongState.selector, claimId, ClaimState.Paid));
        claims.setPayee(claimId, bob);
    }

    function test_a_payee_who_voted_loses_the_ballot() public {
        uint64 incidentId = challenged(2000);
        uint64 caseId = incidents.incident(incidentId).caseId;
        toOpening(caseId);
        vote(caseId, voters[0], ITribunal.Choice.Pay, 0);
        uint64 claimId = submit(alice, policyId, incidentId, 1_000e6);
        vm.prank(alice);
        claims.setPayee(claimId, voters[0]);
        assertEq(tribunal.case_(caseId).pay, 0);
    }

    function test_a_payee_who_voted_on_the_claim_itself_loses_that_ballot() public {
        uint64 incidentId = automatic(2000);
        uint64 claimId = submit(alice, policyId, incidentId, COVER);
        uint64 caseId = caseOf(claimId);
        toOpening(caseId);
        vote(caseId, voters[0], ITribunal.Choice.Pay, 0);
        vm.prank(alice);
        claims.setPayee(claimId, voters[0]);
        assertEq(tribunal.case_(caseId).pay, 0);
        assertTrue(claims.isConflicted(claimId, voters[0]));
        assertTrue(claims.isConflicted(claimId, alice));
        assertTrue(claims.isConflicted(claimId, keeper), "who detected the incident has a stake in its claims");
        assertFalse(claims.isConflicted(claimId, voters[1]));
    }

    // ── the arithmetic, shown ──

    function test_the_arithmetic_can_be_read() public {
        uint64 incidentId = detect(2000);
        (uint256 insured, uint256 loss, uint256 deductible, uint256 most) = claims.payableFor(policyId, incidentId);
        assertEq(insured, COVER);
        assertEq(loss, 20_000e6);
        assertEq(deductible, 1_000e6);
        assertEq(most, 19_000e6);
        (insured,,, most) = claims.payableFor(777, incidentId);
        assertEq(insured + most, 0);
        vm.expectRevert(abi.encodeWithSelector(IClaims.UnknownIncident.selector, 9));
        claims.payableFor(policyId, 9);
    }

    function assertInVote(uint64 claimId, EscalationReason reason) private view {
        assertClaim(claimId, ClaimState.InVote);
        assertEq(uint256(claims.claim(claimId).reason), uint256(reason));
    }
}
