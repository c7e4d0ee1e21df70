// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {AccountCoverBase} from "./AccountCoverBase.sol";
import {IAccountCover} from "../../src/interfaces/IAccountCover.sol";
import {ICoverSource} from "../../src/interfaces/ICoverSource.sol";

/// What account cover owes when something happens, and what it keeps ready for that.
contract AccountCoverLossesTest is AccountCoverBase {
    function test_cover_is_in_force_after_the_waiting_period_in_whole_days() public {
        uint48 from = uint48(block.timestamp); // a midnight
        tell(alice, 10_000 * USDC);
        uint256 id = idOf(alice);
        pass(10 days);
        assertEq(covers.inForceAt(id, from + 3 days - 1), 0);
        assertEq(covers.inForceAt(id, from + 3 days), 10_000 * USDC, "it stood from the first second of a day");
        assertEq(covers.insuredAt(id, from), 10_000 * USDC);
    }

    function test_cover_that_begins_within_a_day_waits_for_the_end_of_that_day() public {
        uint48 midnight = uint48(block.timestamp);
        vm.warp(midnight + 1);
        tell(alice, 10_000 * USDC);
        uint256 id = idOf(alice);
        pass(10 days);
        assertEq(covers.inForceAt(id, midnight + 4 days - 1), 0);
        assertEq(covers.inForceAt(id, midnight + 4 days), 10_000 * USDC);
    }

    function test_an_increase_right_after_an_exploit_is_not_paid() public {
        tell(alice, 1_000 * USDC);
        pass(20 days);
        // The exploit is known, nobody has detected it yet, and the adapter will date it a little late.
        tell(alice, 50_000 * USDC);
        uint48 dated = uint48(block.timestamp) + 10 minutes;
        pass(1 hours);
        assertEq(covers.exposureAt(idOf(alice), dated).amount, 1_000 * USDC);
    }

    function test_the_capital_of_a_drained_account_stays_for_the_claim() public {
        tell(alice, 40_000 * USDC);
        pass(20 days);
        uint48 eventAt = uint48(block.timestamp);
        pass(1 hours);
        tell(alice, 0); // the exploit has emptied it
        assertEq(covers.heldFor(idOf(alice)), 40_000 * USDC);
        assertEq(cap().activeCover, 40_000 * USDC);
        assertEq(covers.integrator(exchange).ratePerSecond, 0, "without a premium");
        pass(2 days);
        uint64 incidentId = settleIncident(subject, eventAt, 50);
        assertEq(protocol.incidents.incident(incidentId).affectedCover, 40_000 * USDC);
        assertEq(covers.exposureAt(idOf(alice), eventAt).amount, 40_000 * USDC);

        assertEq(protocol.claims.settle(incidentId, list(idOf(alice))), 1);
        uint64 claimId = protocol.claims.openClaimOf(idOf(alice));
        pass(2 days);
        uint256 paid = protocol.claims.pay(claimId);
        assertGt(paid, 0);
        assertEq(asset.balanceOf(alice), paid, "to the account");
        assertEq(covers.heldFor(idOf(alice)), 40_000 * USDC - paid);
        assertEq(covers.accountState(idOf(alice)).paid, paid);
        assertEq(covers.exposureAt(idOf(alice), eventAt).amount, 40_000 * USDC - paid);
    }

    function test_what_was_held_goes_back_after_thirty_to_sixty_days() public {
        tell(alice, 40_000 * USDC);
        pass(20 days);
        tell(alice, 10_000 * USDC);
        uint256 id = idOf(alice);
        pass(30 days);
        covers.releaseHeld(list(id));
        assertGe(covers.heldFor(id), 10_000 * USDC);
        pass(30 days);
        vm.expectEmit(address(covers));
        emit IAccountCover.CapitalHeld(id, 10_000 * USDC);
        covers.releaseHeld(list(id));
        assertEq(covers.heldFor(id), 10_000 * USDC);
        assertEq(cap().activeCover, 10_000 * USDC);
        covers.releaseHeld(list(id));
        vm.expectRevert(abi.encodeWithSelector(IAccountCover.UnknownCover.selector, 5));
        covers.releaseHeld(list(5));
    }

    function test_nothing_held_goes_back_while_an_incident_is_open() public {
        tell(alice, 40_000 * USDC);
        pass(20 days);
        detect(subject, uint48(block.timestamp) - 1, 50);
        tell(alice, 0);
        uint256 id = idOf(alice);
        covers.releaseHeld(list(id));
        assertEq(covers.heldFor(id), 40_000 * USDC);
    }

    function test_not_even_what_has_been_held_long_enough_goes_back_in_an_incident() public {
        tell(alice, 40_000 * USDC);
        tell(bob, 10_000 * USDC);
        pass(20 days);
        tell(alice, 0);
        pass(61 days);
        uint64 incidentId = detect(subject, uint48(block.timestamp) - 1, 50);
        uint256 id = idOf(alice);
        covers.releaseHeld(list(id));
        assertEq(covers.heldFor(id), 40_000 * USDC);
        pass(3 days);
        protocol.incidents.lapse(incidentId);
        covers.releaseHeld(list(id));
        assertEq(covers.heldFor(id), 0);
    }

    function test_cover_that_never_came_into_force_holds_nothing_back() public {
        tell(alice, 40_000 * USDC);
        tell(alice, 0);
        assertEq(covers.heldFor(idOf(alice)), 0, "in and out at once locks nobody's capital");
        tell(alice, 40_000 * USDC);
        pass(1 days);
        tell(alice, 0);
        assertEq(covers.heldFor(idOf(alice)), 0);
    }

    function test_coming_back_needs_no_new_capital_while_the_old_is_held() public {
        tell(alice, 40_000 * USDC);
        pass(20 days);
        tell(alice, 0);
        uint256 active = cap().activeCover;
        assertTrue(tell(alice, 30_000 * USDC));
        assertEq(cap().activeCover, active);
        assertTrue(tell(alice, 45_000 * USDC));
        assertEq(cap().activeCover, 45_000 * USDC);
    }

    function test_a_payout_uses_cover_up_until_the_next_report() public {
        tell(alice, 40_000 * USDC);
        pass(20 days);
        uint256 id = idOf(alice);
        uint48 before = uint48(block.timestamp) - 1;
        vm.startPrank(module);
        vm.expectEmit(address(covers));
        emit IAccountCover.AccountPaid(id, 15_000 * USDC, 15_000 * USDC);
        covers.recordPaid(id, 15_000 * USDC);
        vm.stopPrank();
        assertEq(insured(alice), 25_000 * USDC);
        assertEq(covers.exposureAt(id, before).amount, 25_000 * USDC, "that event has 25,000 left");
        assertEq(covers.exposureAt(id, uint48(block.timestamp)).amount, 25_000 * USDC);
        assertTrue(tell(alice, 30_000 * USDC));
        pass(10 days);
        assertEq(covers.exposureAt(id, uint48(block.timestamp)).amount, 30_000 * USDC, "a new event, cover anew");
    }

    function test_a_payout_takes_the_premium_that_ran_until_then() public {
        tell(alice, 40_000 * USDC);
        IAccountCover.Integrator memory before = covers.integrator(exchange);
        pass(20 days);
        uint256 id = idOf(alice);
        vm.prank(module);
        covers.recordPaid(id, 15_000 * USDC);
        IAccountCover.Integrator memory i = covers.integrator(exchange);
        assertEq(uint256(i.settledAt), block.timestamp);
        uint256 ran = (block.timestamp - before.settledAt) * before.ratePerSecond / 1e18;
        assertApproxEqAbs(before.prepaid - i.prepaid, ran, 1, "at the rate of the whole cover");
    }

    function test_a_payout_beyond_what_is_held_is_booked_all_the_same() public {
        tell(alice, 40_000 * USDC);
        pass(20 days);
        tell(alice, 0);
        pass(60 days);
        covers.releaseHeld(list(idOf(alice)));
        uint256 id = idOf(alice);
        vm.prank(module);
        covers.recordPaid(id, 7 * USDC);
        assertEq(covers.accountState(id).paid, 7 * USDC);
        vm.prank(module);
        vm.expectRevert(abi.encodeWithSelector(IAccountCover.UnknownCover.selector, 99));
        covers.recordPaid(99, 1);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, alice));
        covers.recordPaid(id, 1);
    }

    function test_an_exposure_says_who_what_since_when_and_until_when() public {
        uint48 from = uint48(block.timestamp);
        tell(alice, 40_000 * USDC);
        pass(20 days);
        uint256 id = idOf(alice);
        ICoverSource.Exposure memory e = covers.exposureAt(id, uint48(block.timestamp));
        assertEq(e.holder, alice);
        assertEq(e.poolId, 1);
        assertEq(e.subjectId, subject);
        assertEq(uint256(e.since), from);
        assertEq(uint256(e.graceEnd), type(uint48).max, "still covered");
        tell(alice, 0);
        e = covers.exposureAt(id, uint48(block.timestamp) - 1);
        assertEq(e.amount, 40_000 * USDC);
        assertEq(uint256(e.since), from);
        assertEq(uint256(e.graceEnd), block.timestamp + 30 days);
    }

    /// Reports of any kind at any time: the books hold, and capital is always ready for what is in force.
    function testFuzz_the_books_hold_whatever_is_reported(uint256 seed) public {
        address[3] memory who = [alice, bob, anyone];
        for (uint256 i = 0; i < 20; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            address one = who[seed % 3];
            uint256 act = (seed >> 8) % 8;
            if (act < 4) tell(one, bound(seed >> 16, 0, 60_000 * USDC));
            else if (act == 4) tell(one, 0);
            else if (act == 5) covers.settlePremium(exchange);
            else if (act == 6 && idOf(one) != 0) covers.releaseHeld(list(idOf(one)));
            else topUp(bound(seed >> 16, 1, 200 * USDC));
            pass(bound(seed >> 128, 1, 9 days));
            _check(who);
        }
    }

    function _check(address[3] memory who) private view {
        uint256 sum;
        uint256 rate;
        uint256 held;
        for (uint256 i = 0; i < 3; ++i) {
            uint256 id = idOf(who[i]);
            if (id == 0) continue;
            IAccountCover.AccountState memory a = covers.accountState(id);
            sum += a.insured;
            rate += a.ratePerSecond;
            held += covers.heldFor(id);
            assertGe(covers.heldFor(id), a.insured, "what is insured has its capital");
            assertEq(pool.lockOf(address(covers), id).amount, covers.heldFor(id), "which the pool has locked");
            for (uint48 back = 1; back < 30 days; back += 3 days) {
                assertGe(covers.heldFor(id), covers.inForceAt(id, uint48(block.timestamp) - back), "and the past too");
            }
        }
        IAccountCover.Integrator memory i_ = covers.integrator(exchange);
        assertEq(i_.insured, sum);
        assertEq(i_.ratePerSecond, rate);
        assertEq(cap().activeCover, held);
        assertGe(asset.balanceOf(address(covers)), i_.prepaid, "nobody has used what is not theirs");
    }
}
