// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {ClaimsBase} from "./ClaimsBase.sol";
import {IClaims} from "../../src/interfaces/IClaims.sol";
import {IEscrow} from "../../src/interfaces/IEscrow.sol";
import {IRiskPool} from "../../src/interfaces/IRiskPool.sol";
import {ITribunal} from "../../src/interfaces/ITribunal.sol";
import {ClaimState, IncidentState, Kind, Level} from "../../src/interfaces/Types.sol";
import {PauseScope} from "../../src/libraries/PauseScope.sol";

contract ClaimsPaymentTest is ClaimsBase {
    uint256 internal constant DEPOSIT = 50e6;
    uint256 internal policyId;
    uint256 internal second_;

    function setUp() public override {
        super.setUp();
        policyId = policyOf(alice, COVER);
        second_ = policyOf(carol, COVER);
        skip(3 days + 1);
    }

    // ── where the cap covers everything ──

    function test_an_approved_claim_is_paid_in_full_and_once() public {
        uint64 incidentId = automatic(2000);
        uint64 claimId = submit(alice, policyId, incidentId, 19_000e6);
        (uint256 due, uint16 partBps) = claims.due(claimId);
        assertEq(due, 19_000e6);
        assertEq(partBps, 1e4);
        uint256 before = asset.balanceOf(alice);
        vm.expectEmit(address(claims));
        emit IClaims.SubrogationAssigned(claimId, alice);
        vm.expectEmit(address(claims));
        emit IClaims.ClaimPaid(claimId, alice, 19_000e6, 19_000e6, 1e4, true);
        assertEq(claims.pay(claimId), 19_000e6);
        assertEq(asset.balanceOf(alice), before + 19_000e6);
        assertClaim(claimId, ClaimState.Paid);
        assertEq(protocol.underwriting.policy(policyId).paid, 19_000e6, "the policy knows");
        assertEq(claims.totals(incidentId).paid, 19_000e6);
        (due,) = claims.due(claimId);
        assertEq(due, 0);
        vm.expectRevert(abi.encodeWithSelector(IClaims.WrongState.selector, claimId, ClaimState.Paid));
        claims.pay(claimId);
        assertEscrowsWhole();
    }

    // ── where it does not ──

    function test_early_claims_get_a_first_tranche_and_late_ones_are_not_drained() public {
        uint64 incidentId = bindingCap(60_000e6, 9000);
        // 200,000 of cover at 90 % is 180,000 of loss; the cap is 60,000, so a third is the most before all is known.
        uint64 early = submit(alice, policyId, incidentId, 85_500e6);
        skip(24 hours);
        claims.pay(early);
        uint256 paid = claims.claim(early).paid;
        assertApproxEqAbs(paid, 28_500e6, 20e6);
        assertClaim(early, ClaimState.Payable);
        vm.expectRevert(abi.encodeWithSelector(IClaims.NothingDue.selector, early));
        claims.pay(early);

        uint64 late = submit(carol, second_, incidentId, 85_500e6);
        skip(31 days);
        uint256 cap = reserveOf(incidentId);
        claims.pay(late);
        claims.pay(early);
        IClaims.Claim memory a = claims.claim(early);
        IClaims.Claim memory b = claims.claim(late);
        assertEq(a.paid, b.paid, "early and late get the same");
        assertLe(a.paid + b.paid, cap);
        assertApproxEqAbs(a.paid + b.paid, cap, 2);
        assertClaim(early, ClaimState.Paid);
        assertClaim(late, ClaimState.Paid);
        incidents.close(incidentId);
    }

    function test_a_first_tranche_is_at_most_seventy_percent() public {
        uint64 incidentId = bindingCap(170_000e6, 9000);
        uint64 claimId = submit(alice, policyId, incidentId, 85_500e6);
        skip(24 hours);
        claims.pay(claimId);
        assertEq(claims.claim(claimId).paid, 85_500e6 * 7 / 10);
    }

    function test_a_backstop_raises_everybodys_part() public {
        uint64 incidentId = bindingCap(60_000e6, 9000);
        uint64 claimId = submit(alice, policyId, incidentId, 85_500e6);
        submit(carol, second_, incidentId, 85_500e6);
        fund(address(protocol.treasury), 60_000e6);
        vm.prank(dao);
        protocol.treasury.backstop(1, incidentId, 60_000e6);
        skip(31 days);
        claims.pay(claimId);
        assertApproxEqAbs(claims.claim(claimId).paid, 60_000e6, 20e6);
    }

    function test_while_one_claim_is_undecided_the_others_get_what_is_certain_and_the_rest_later() public {
        uint64 incidentId = bindingCap(60_000e6, 9000);
        uint64 sure = submit(alice, policyId, incidentId, 85_500e6);
        uint64 disputed = submit(carol, second_, incidentId, COVER);
        assertClaim(disputed, ClaimState.InVote);
        vm.warp(incidents.claimsEndOf(incidentId) - 3 days);
        // A first case without a quorum, and a council that lets its time pass, lead beyond the claim window.
        closeCase(caseOf(disputed));
        vm.warp(claims.claim(disputed).reviewEnds + 1);
        assertGt(block.timestamp, incidents.claimsEndOf(incidentId));
        claims.reopen(disputed);
        uint256 cap = reserveOf(incidentId);
        claims.pay(sure);
        assertEq(claims.claim(sure).paid, cap * 85_500e6 / (85_500e6 + COVER));
        assertClaim(sure, ClaimState.Payable);
        vm.expectRevert(abi.encodeWithSelector(IClaims.NotOverYet.selector, sure, claims.redeemByOf(sure)));
        claims.expire(sure);
        denyAndFinalise(disputed);
        assertEq(claims.redeemByOf(sure), block.timestamp + 60 days, "what was just decided can be redeemed in full time");
        claims.pay(sure);
        assertEq(claims.claim(sure).paid, cap < 85_500e6 ? cap : 85_500e6);
        assertClaim(sure, ClaimState.Paid);
    }

    function test_a_claim_whose_tranche_was_all_there_is_ends_without_more() public {
        uint64 incidentId = bindingCap(60_000e6, 9000);
        uint64 early = submit(alice, policyId, incidentId, 85_500e6);
        skip(24 hours);
        claims.pay(early);
        // The voters grant the other more than the arithmetic would, so the tranche was already more than the final part.
        uint64 disputed = submit(carol, second_, incidentId, COVER);
        decide(caseOf(disputed), ITribunal.Choice.Pay, 0);
        skip(31 days);
        claims.pay(disputed);
        assertEq(claims.pay(early), 0);
        assertClaim(early, ClaimState.Paid);
        assertLe(claims.totals(incidentId).paid, reserveOf(incidentId));
        incidents.close(incidentId);
    }

    // ── the drain window ──

    function test_a_claim_that_meets_an_empty_window_waits_and_never_expires() public {
        uint64 incidentId = automatic(2000);
        uint64 claimId = submit(alice, policyId, incidentId, 19_000e6);
        emptyWindow(0);
        vm.expectEmit(address(claims));
        emit IClaims.ClaimWaits(claimId, 19_000e6);
        assertEq(claims.pay(claimId), 0);
        assertTrue(claims.claim(claimId).waitsForWindow);
        (uint256 due,) = claims.due(claimId);
        assertEq(due, 0);
        skip(200 days);
        vm.expectRevert(abi.encodeWithSelector(IClaims.WaitsForWindow.selector, claimId));
        claims.expire(claimId);
        (due,) = claims.due(claimId);
        assertEq(due, 19_000e6);
        claims.pay(claimId);
        assertClaim(claimId, ClaimState.Paid);
    }

    function test_a_window_that_is_nearly_empty_pays_what_it_has() public {
        uint64 incidentId = automatic(2000);
        uint64 claimId = submit(alice, policyId, incidentId, 19_000e6);
        emptyWindow(4_000e6);
        (uint256 due,) = claims.due(claimId);
        claims.pay(claimId);
        assertEq(claims.claim(claimId).paid, due);
        assertApproxEqAbs(due, 4_000e6, 2e6);
        assertTrue(claims.claim(claimId).waitsForWindow);
        assertClaim(claimId, ClaimState.Payable);
        skip(1 days + 1);
        claims.pay(claimId);
        assertEq(claims.claim(claimId).paid, 19_000e6);
    }

    // ── receivers that cannot receive ──

    function test_a_payee_who_cannot_receive_affects_only_that_claim() public {
        uint64 incidentId = automatic(2000);
        uint64 stuck = submit(alice, policyId, incidentId, 19_000e6);
        uint64 fine = submit(carol, second_, incidentId, 19_000e6);
        block_(alice, true);
        vm.expectPartialRevert(bytes4(keccak256("AccountBlocked(address)")));
        claims.pay(stuck);
        claims.pay(fine);
        assertClaim(fine, ClaimState.Paid);
        skip(31 days + 60 days);
        claims.expire(stuck);
        assertClaim(stuck, ClaimState.Expired);
        incidents.close(incidentId);
    }

    function test_a_waiting_claim_of_a_blocked_payee_is_held_so_that_the_incident_can_end() public {
        uint64 incidentId = automatic(2000);
        uint64 claimId = submit(alice, policyId, incidentId, 19_000e6);
        vm.expectRevert(abi.encodeWithSelector(IClaims.NothingToHold.selector, claimId));
        claims.hold(claimId);
        emptyWindow(0);
        claims.pay(claimId);
        block_(alice, true);
        uint48 by = claims.redeemByOf(claimId);
        vm.warp(by);
        vm.expectRevert(abi.encodeWithSelector(IClaims.NotOverYet.selector, claimId, by));
        claims.hold(claimId);
        vm.warp(by + 1);
        vm.expectEmit(address(claims));
        emit IEscrow.CreditKept(address(asset), alice, 19_000e6);
        vm.expectEmit(address(claims));
        emit IClaims.ClaimHeld(claimId, alice, 19_000e6);
        claims.hold(claimId);
        assertClaim(claimId, ClaimState.Paid);
        assertEq(claims.creditOf(address(asset), alice), 19_000e6);
        assertEscrowsWhole();
        incidents.close(incidentId);
        uint256 before = asset.balanceOf(carol);
        vm.expectEmit(address(claims));
        emit IEscrow.CreditCollected(address(asset), alice, carol, 19_000e6);
        vm.prank(alice);
        claims.collectCredit(address(asset), carol);
        assertEq(asset.balanceOf(carol), before + 19_000e6);
        assertEq(held(), 0);
        vm.expectRevert(IEscrow.NothingHeld.selector);
        vm.prank(alice);
        claims.collectCredit(address(asset), carol);
    }

    function test_holding_waits_for_the_window_like_paying() public {
        uint64 incidentId = automatic(2000);
        uint64 claimId = submit(alice, policyId, incidentId, 19_000e6);
        emptyWindow(0);
        claims.pay(claimId);
        vm.warp(claims.redeemByOf(claimId) + 1);
        emptyWindow(0);
        assertEq(claims.hold(claimId), 0);
        assertClaim(claimId, ClaimState.Payable);
    }

    function test_a_deposit_that_cannot_be_returned_becomes_a_credit() public {
        uint64 incidentId = detect(2000);
        uint64 claimId = submit(alice, policyId, incidentId, 1_000e6);
        skip(48 hours + 1);
        incidents.lapse(incidentId);
        block_(alice, true);
        claims.resolve(claimId);
        assertEq(claims.creditOf(address(asset), alice), DEPOSIT);
        assertEq(held(), DEPOSIT);
        block_(alice, false);
        vm.prank(alice);
        claims.collectCredit(address(asset), alice);
        assertEq(held(), 0);
    }

    function test_a_forfeit_that_the_token_refuses_waits_for_its_pool() public {
        uint64 incidentId = automatic(2000);
        uint64 claimId = submit(alice, policyId, incidentId, COVER);
        deny(caseOf(claimId));
        skip(24 hours + 1);
        block_(address(pool), true);
        vm.expectEmit(address(claims));
        emit IEscrow.ForfeitKept(1, DEPOSIT);
        claims.finalise(claimId);
        assertEq(claims.waitingForfeits(1), DEPOSIT);
        assertEq(claims.passForfeits(1), 0, "it still refuses");
        block_(address(pool), false);
        uint256 gross = pool.capital().grossAssets;
        vm.expectEmit(address(claims));
        emit IEscrow.ForfeitPassedOn(1, DEPOSIT);
        claims.passForfeits(1);
        assertGe(pool.capital().grossAssets, gross + DEPOSIT);
        assertEq(held(), 0);
        vm.expectRevert(IEscrow.NothingHeld.selector);
        claims.passForfeits(1);
    }

    function test_a_verdict_arrives_though_the_treasury_cannot_receive_its_backstop() public {
        uint64 incidentId = challenged(2000);
        fund(address(protocol.treasury), 1_000e6);
        vm.prank(dao);
        protocol.treasury.backstop(1, incidentId, 1_000e6);
        block_(address(protocol.treasury), true);
        deny(incidents.incident(incidentId).caseId);
        assertEq(uint256(stateOf(incidentId)), uint256(IncidentState.Rejected));
        assertTrue(pool.incidentReserve(incidentId).open, "the release waits");
        block_(address(protocol.treasury), false);
        incidents.close(incidentId);
        assertFalse(pool.incidentReserve(incidentId).open);
        vm.expectRevert(abi.encodeWithSelector(IRiskPool.IncidentNotOpen.selector, incidentId));
        incidents.close(incidentId);
    }

    // ── time ──

    function test_a_claim_is_payable_from_its_time_to_its_last_day() public {
        uint64 incidentId = automatic(2000);
        uint64 claimId = submit(alice, policyId, incidentId, 19_000e6);
        uint48 by = claims.redeemByOf(claimId);
        assertEq(by, incidents.claimsEndOf(incidentId) + 60 days);
        vm.warp(by);
        vm.expectRevert(abi.encodeWithSelector(IClaims.NotOverYet.selector, claimId, by));
        claims.expire(claimId);
        vm.warp(by + 1);
        vm.expectRevert(abi.encodeWithSelector(IClaims.RedemptionOver.selector, claimId, by));
        claims.pay(claimId);
        (uint256 due,) = claims.due(claimId);
        assertEq(due, 0);
        vm.expectEmit(address(claims));
        emit IClaims.ClaimStateChanged(
            claimId,
            ClaimState.AutoApproved,
            ClaimState.Expired,
            claims.claim(claimId).route,
            claims.claim(claimId).reason,
            0
        );
        claims.expire(claimId);
        incidents.close(incidentId);
        assertEq(claims.redeemByOf(99), 0);
    }

    function test_a_pause_holds_a_payment_back_and_moves_its_last_day() public {
        uint64 incidentId = automatic(2000);
        uint64 claimId = submit(alice, policyId, incidentId, 19_000e6);
        uint48 by = claims.redeemByOf(claimId);
        pausePayouts(72 hours);
        vm.expectRevert(abi.encodeWithSelector(IClaims.PayoutPaused.selector, 1));
        claims.pay(claimId);
        skip(10 hours);
        assertEq(claims.redeemByOf(claimId), by + 10 hours);
        skip(62 hours);
        claims.pay(claimId);
        assertClaim(claimId, ClaimState.Paid);
    }

    function test_pauses_hold_one_claim_back_for_no_longer_than_the_longest_pause_in_all() public {
        uint64 incidentId = automatic(2000);
        uint64 claimId = submit(alice, policyId, incidentId, 19_000e6);
        uint48 by = claims.redeemByOf(claimId);
        uint64 pauseId = pausePayouts(72 hours);
        vm.prank(dao);
        protocol.guardian.extend(pauseId, 72 hours);
        skip(72 hours - 1);
        vm.expectRevert(abi.encodeWithSelector(IClaims.PayoutPaused.selector, 1));
        claims.pay(claimId);
        skip(10 hours);
        assertEq(claims.redeemByOf(claimId), by + 72 hours);
        assertTrue(protocol.guardian.isPaused(PauseScope.PAYOUT, 1));
        claims.pay(claimId);
        assertClaim(claimId, ClaimState.Paid);
    }

    function test_a_parameter_change_touches_no_open_incident() public {
        uint64 incidentId = automatic(2000);
        vm.startPrank(dao);
        protocol.parameters.proposeChangeAsDao("REDEMPTION_WINDOW", 0, 30 days, WHY);
        protocol.parameters.proposeChangeAsDao("CLAIM_DEPOSIT", 0, 75e6, WHY);
        protocol.parameters.proposeChangeAsDao("AUTO_PAY_LIMIT_CLAIM", 0, 20_000e6, WHY);
        vm.stopPrank();
        for (uint64 n = 1; n <= 3; ++n) protocol.parameters.execute(n);
        uint64 claimId = submit(alice, policyId, incidentId, 19_000e6);
        assertEq(claims.claim(claimId).redeemBy, incidents.claimsEndOf(incidentId) + 60 days);
        assertClaim(claimId, ClaimState.Payable);
        assertEq(incidents.terms(incidentId).claimDeposit, 50e6);
    }

    // ── everything together ──

    /// forge-config: default.fuzz.runs = 48
    function testFuzz_no_mix_of_claims_takes_more_than_the_cap(uint256[3] memory amounts, uint16 severity, uint256 free)
        public
    {
        severity = uint16(bound(severity, 500, 1e4));
        free = bound(free, 10_000e6, 400_000e6);
        address[3] memory holders = [account("h0"), account("h1"), account("h2")];
        uint256[3] memory ids;
        for (uint256 n = 0; n < 3; ++n) {
            amounts[n] = bound(amounts[n], 1_000e6, 300_000e6);
            ids[n] = policyOf(holders[n], amounts[n]);
        }
        skip(3 days + 1);
        leaveFree(free);
        uint64 incidentId = votedExactly(severity);
        uint256 cap = reserveOf(incidentId);
        for (uint256 n = 0; n < 2; ++n) {
            claims.settle(incidentId, one(ids[n]));
        }
        skip(24 hours);
        tryPay(claims.claimOf(incidentId, ids[0]));
        tryPay(claims.claimOf(incidentId, ids[1]));
        claims.settle(incidentId, one(ids[2]));
        skip(31 days);
        for (uint256 n = 0; n < 3; ++n) tryPay(claims.claimOf(incidentId, ids[n]));
        IClaims.Totals memory t = claims.totals(incidentId);
        assertLe(t.paid, cap);
        assertLe(t.paid, t.approved);
        for (uint256 n = 0; n < 3; ++n) {
            IClaims.Claim memory c = claims.claim(claims.claimOf(incidentId, ids[n]));
            assertLe(c.paid, c.approved);
            assertLe(c.approved, c.requested);
            // Early or late, each gets the part that all get, to the unit.
            if (t.approved > cap) assertApproxEqAbs(c.paid, cap * c.approved / t.approved, 1);
            else assertEq(c.paid, c.approved);
        }
        assertEscrowsWhole();
    }

    // ── helpers ──

    function tryPay(uint64 claimId) private {
        (uint256 due,) = claims.due(claimId);
        if (due != 0) claims.pay(claimId);
    }

    function reserveOf(uint64 incidentId) private view returns (uint256) {
        IRiskPool.IncidentReserve memory r = pool.incidentReserve(incidentId);
        return r.ownCap + r.backstop;
    }

    /// An incident in a pool with so little left that its cap binds; people accepted it.
    function bindingCap(uint256 free, uint16 severity) private returns (uint64 incidentId) {
        leaveFree(free);
        return votedExactly(severity);
    }

    function votedExactly(uint16 severity) private returns (uint64 incidentId) {
        incidentId = detect(severity);
        incidents.contest(incidentId, address(second), report(second, subject, 0, now48()));
        vm.warp(block.timestamp);
        uint16 share = severity / 100 * 100;
        decide(
            incidents.incident(incidentId).caseId,
            share == 1e4 ? ITribunal.Choice.Pay : ITribunal.Choice.PayPartial,
            share
        );
    }

    function denyAndFinalise(uint64 claimId) private {
        deny(caseOf(claimId));
        skip(24 hours + 1);
        claims.finalise(claimId);
    }

    function block_(address who, bool blocked) private {
        vm.prank(deployer);
        asset.setBlocked(who, blocked);
    }

    function pausePayouts(uint32 duration) private returns (uint64) {
        vm.prank(guardianSafe);
        return protocol.guardian.pause(PauseScope.PAYOUT, 1, duration, WHY);
    }

    /// Uses the day's window for payouts up, but for a rest, by paying from incidents of other subjects.
    function emptyWindow(uint256 rest) private {
        uint64 id = uint64(5000 + block.timestamp % 1e9);
        uint256 piece = pool.capital().totalAssets * 4 / 100;
        uint32 one_ = listed(Kind.SmartContract, Level.Low);
        uint32 two = listed(Kind.SmartContract, Level.Low);
        for (uint256 n = 0; n < 4; ++n) {
            lock(uint256(id) * 10 + n, one_, piece);
            lock(uint256(id) * 10 + 5 + n, two, piece);
        }
        openIncident(id, one_);
        openIncident(id + 1, two);
        pay(id, bob, 4 * piece);
        (uint256 used, uint256 limit) = pool.drainWindow(true);
        pay(id + 1, bob, limit - used - rest);
    }
}
