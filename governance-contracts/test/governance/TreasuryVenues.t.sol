// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {TreasuryFixture} from "./TreasuryFixture.sol";
import {Vm} from "../Base.sol";
import {HostileVenue} from "./HostileVenues.sol";
import {ITreasury} from "../../src/interfaces/ITreasury.sol";
import {ParameterKeys} from "../../src/libraries/ParameterKeys.sol";
import {Roles} from "../../src/libraries/Roles.sol";
import {LocalToken} from "../../src/local/LocalToken.sol";
import {NoticeVault} from "../../src/local/NoticeVault.sol";
import {YieldVault} from "../../src/local/YieldVault.sol";

contract VenueAdmissionTest is TreasuryFixture {
    function test_the_dao_admits_a_venue_with_its_notice() public {
        vm.expectEmit(address(treasury));
        emit ITreasury.VenueAdded(address(notice), address(dollar), 1_500, 10 days, true);
        _add(address(notice), 1_500, true);
        ITreasury.Venue memory v = treasury.venue(address(notice));
        assertEq(v.asset, address(dollar));
        assertEq(v.capBps, 1_500);
        assertEq(v.exitDelay, 10 days);
        assertTrue(v.selfReported);
        assertFalse(v.closed);
        assertEq(treasury.venueCount(), 1);
        assertEq(treasury.venueAt(0), address(notice));
    }

    function test_a_venue_without_notice_pays_at_once() public {
        _add(address(vault));
        assertEq(treasury.venue(address(vault)).exitDelay, 0);
    }

    function test_a_venue_is_admitted_once_until_it_is_closed() public {
        _add(address(vault));
        vm.expectRevert(abi.encodeWithSelector(ITreasury.VenueAlreadyAdded.selector, address(vault)));
        _add(address(vault));
        _close(address(vault));
        _add(address(vault), 1_000, true);
        assertEq(treasury.venueCount(), 1);
        assertEq(treasury.venue(address(vault)).capBps, 1_000);
        assertFalse(treasury.venue(address(vault)).closed);
    }

    function test_admission_again_keeps_the_principal() public {
        _add(address(vault));
        _allocate(address(vault), 100_000 * USDC);
        _close(address(vault));
        _add(address(vault), 500, false);
        assertEq(_principal(address(vault)), 100_000 * USDC);
    }

    function test_no_venue_may_hold_more_than_any_venue_may() public {
        _expectVenueCap(address(vault), 2_001, 2_000);
        _add(address(vault), 2_001, false);
    }

    function test_what_is_no_vault_is_no_venue() public {
        _refuse(anyone);
        _refuse(address(dollar));
        _refuse(address(directory));
    }

    function test_a_pool_of_the_protocol_is_no_venue() public {
        _refuse(address(bridgePool));
    }

    function test_a_vault_of_a_foreign_asset_is_no_venue() public {
        LocalToken other = new LocalToken("Other", "OTH", address(this));
        YieldVault foreign = new YieldVault(other, "Foreign", "FV", address(this));
        vm.expectRevert(abi.encodeWithSelector(ITreasury.UnknownAsset.selector, address(other)));
        _add(address(foreign));
    }

    function test_a_notice_of_more_than_ninety_days_is_too_long() public {
        _add(address(new NoticeVault(dollar, "Term", "TV", 90 days, address(this))));
        _refuse(address(new NoticeVault(dollar, "Term", "TV", 90 days + 1, address(this))));
    }

    function test_a_closed_venue_takes_nothing_more_and_gives_back_all() public {
        _add(address(vault));
        _allocate(address(vault), 100_000 * USDC);
        vm.expectEmit(address(treasury));
        emit ITreasury.VenueClosed(address(vault));
        _close(address(vault));
        bytes memory closed = abi.encodeWithSelector(ITreasury.VenueIsClosed.selector, address(vault));
        vm.expectRevert(closed);
        _allocate(address(vault), 1);
        vm.expectRevert(closed);
        _close(address(vault));
        _recall(address(vault), type(uint256).max);
        assertEq(_principal(address(vault)), 0);
    }

    function test_an_unknown_venue_is_refused_everywhere() public {
        bytes memory unknown = abi.encodeWithSelector(ITreasury.UnknownVenue.selector, address(vault));
        vm.expectRevert(unknown);
        treasury.venue(address(vault));
        vm.expectRevert(unknown);
        _allocate(address(vault), 1);
        vm.expectRevert(unknown);
        _recall(address(vault), 1);
        vm.expectRevert(unknown);
        _close(address(vault));
        vm.startPrank(council);
        vm.expectRevert(unknown);
        treasury.requestExit(address(vault), 1);
        vm.expectRevert(unknown);
        treasury.realiseLoss(address(vault));
    }

    function test_who_may_do_what_with_venues() public {
        _add(address(vault));
        bytes memory refused = abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, anyone);
        vm.startPrank(anyone);
        vm.expectRevert(refused);
        treasury.addVenue(address(notice), 1, false);
        vm.expectRevert(refused);
        treasury.closeVenue(address(vault));
        vm.expectRevert(refused);
        treasury.allocate(address(vault), 1);
        vm.expectRevert(refused);
        treasury.requestExit(address(vault), 1);
        vm.expectRevert(refused);
        treasury.recall(address(vault), 1);
        vm.expectRevert(refused);
        treasury.realiseLoss(address(vault));
    }

    function _close(address venue) private {
        vm.prank(council);
        treasury.closeVenue(venue);
    }

    function _refuse(address venue) private {
        vm.expectRevert(abi.encodeWithSelector(ITreasury.BadVenue.selector, venue));
        _add(venue);
    }
}

contract VenueAllocationTest is TreasuryFixture {
    function setUp() public override {
        super.setUp();
        _add(address(vault));
        _add(address(notice));
        _add(address(hostile));
    }

    function test_assets_are_put_into_a_venue() public {
        vm.expectEmit(address(treasury));
        emit ITreasury.Allocated(address(vault), 150_000 * USDC, 150_000 * USDC);
        _allocate(address(vault), 150_000 * USDC);
        assertEq(_principal(address(vault)), 150_000 * USDC);
        assertEq(dollar.balanceOf(address(treasury)), 850_000 * USDC);
        assertEq(dollar.allowance(address(treasury), address(vault)), 0);
        _allocate(address(vault), 50_000 * USDC);
        assertEq(_principal(address(vault)), 200_000 * USDC);
    }

    function test_a_venue_holds_at_most_its_cap() public {
        _expectVenueCap(address(vault), 200_000 * USDC + 1, 200_000 * USDC);
        _allocate(address(vault), 200_000 * USDC + 1);
        _allocate(address(vault), 200_000 * USDC);
        _expectVenueCap(address(vault), 200_000 * USDC + 1, 200_000 * USDC);
        _allocate(address(vault), 1);
    }

    function test_the_cap_of_every_venue_holds_too() public {
        _change(ParameterKeys.VENUE_CAP, 0, 1_800);
        feed.update(1e8);
        _expectVenueCap(address(vault), 200_000 * USDC, 180_000 * USDC);
        _allocate(address(vault), 200_000 * USDC);
    }

    function test_the_liquid_floor_stays_at_hand() public {
        _add(address(new YieldVault(dollar, "A", "A", address(this))));
        YieldVault last = new YieldVault(dollar, "B", "B", address(this));
        _add(address(last));
        _allocate(address(vault), 200_000 * USDC);
        _allocate(address(notice), 200_000 * USDC);
        _allocate(address(hostile), 200_000 * USDC);
        _expectFloor(300_000 * USDC - 1, 300_000 * USDC);
        _allocate(address(last), 100_000 * USDC + 1);
        _allocate(address(last), 100_000 * USDC);
    }

    function test_more_than_is_at_hand_is_refused() public {
        vm.prank(dao);
        treasury.spend(address(dollar), anyone, 999_990 * USDC, WHY);
        _expectVenueCap(address(vault), 11 * USDC, 2 * USDC);
        _allocate(address(vault), 11 * USDC);
    }

    function test_a_loss_shrinks_what_caps_and_floor_are_shares_of() public {
        _allocate(address(vault), 200_000 * USDC);
        vault.writeOff(100_000 * USDC);
        _expectVenueCap(address(notice), 180_001 * USDC, 180_000 * USDC);
        _allocate(address(notice), 180_001 * USDC);
    }

    function test_what_is_given_to_a_venue_loosens_nothing() public {
        _allocate(address(vault), 200_000 * USDC);
        _give(address(vault), 5_000_000);
        _expectVenueCap(address(notice), 200_000 * USDC + 1, 200_000 * USDC);
        _allocate(address(notice), 200_000 * USDC + 1);
    }

    function test_a_venue_that_tells_no_value_counts_as_nothing_and_stops_nobody() public {
        _allocate(address(hostile), 100_000 * USDC);
        hostile.turn(HostileVenue.Trick.Mute);
        _expectVenueCap(address(vault), 180_001 * USDC, 180_000 * USDC);
        _allocate(address(vault), 180_001 * USDC);
        hostile.turn(HostileVenue.Trick.BurnsGas);
        _allocate(address(vault), 180_000 * USDC);
    }

    function test_only_while_the_peg_is_normal_as_the_feed_says_now() public {
        feed.update(0.99e8);
        vm.expectRevert(abi.encodeWithSelector(ITreasury.PegNotNormal.selector, address(dollar)));
        _allocate(address(vault), 1);
        feed.update(1e8);
        _allocate(address(vault), 1 * USDC);
        skip(67 minutes);
        vm.expectRevert(abi.encodeWithSelector(ITreasury.PegNotNormal.selector, address(dollar)));
        _allocate(address(vault), 1);
    }

    function test_not_while_outflows_are_paused() public {
        _stopOutflows(0);
        vm.expectRevert(ITreasury.OutflowsPaused.selector);
        _allocate(address(vault), 1);
    }

    function test_nothing_is_no_amount() public {
        vm.startPrank(council);
        vm.expectRevert(ITreasury.ZeroAmount.selector);
        treasury.allocate(address(vault), 0);
        vm.expectRevert(ITreasury.ZeroAmount.selector);
        treasury.recall(address(vault), 0);
        vm.expectRevert(ITreasury.ZeroAmount.selector);
        treasury.recall(address(vault), type(uint256).max);
        vm.expectRevert(ITreasury.ZeroAmount.selector);
        treasury.requestExit(address(notice), 0);
    }

    function test_a_venue_that_now_wants_more_notice_gets_nothing_more() public {
        hostile.setExitDelay(1 days);
        _expectBad(address(hostile));
        _allocate(address(hostile), 1 * USDC);
    }

    function test_an_inflated_share_price_is_refused() public {
        // The classic first-depositor attack: one unit in, a fortune given, so that the next deposit rounds down to few shares.
        _give(address(this), 1_000_000);
        dollar.approve(address(vault), 1);
        vault.deposit(1, address(this));
        dollar.transfer(address(vault), 150_000 * USDC);
        _expectBad(address(vault));
        _allocate(address(vault), 200_000 * USDC);
        assertEq(dollar.balanceOf(address(treasury)), 1_000_000 * USDC);
    }

    function test_a_venue_that_gives_no_shares_is_refused() public {
        hostile.turn(HostileVenue.Trick.KeepsShares);
        _expectBad(address(hostile));
        _allocate(address(hostile), 1_000 * USDC);
    }

    function test_a_venue_that_takes_another_amount_is_refused() public {
        hostile.turn(HostileVenue.Trick.TakesHalf);
        vm.expectRevert(
            abi.encodeWithSelector(ITreasury.TransferShort.selector, address(dollar), 1_000 * USDC, 500 * USDC)
        );
        _allocate(address(hostile), 1_000 * USDC);
    }

    function test_a_venue_cannot_come_back_in_the_middle() public {
        manager.grantRole(Roles.COUNCIL_NOW, address(hostile), 0);
        hostile.turn(HostileVenue.Trick.Reenters);
        vm.expectRevert(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector);
        _allocate(address(hostile), 1_000 * USDC);
    }

    /// Invariant: after any allocation the venue's principal is within its cap and the floor is at hand.
    function testFuzz_cap_and_floor_hold_after_every_allocation(uint256[8] memory amounts, uint256 order) public {
        address[3] memory venues = [address(vault), address(notice), address(hostile)];
        for (uint256 i = 0; i < amounts.length; ++i) {
            address venue = venues[(order >> (8 * i)) % 3];
            uint256 amount = bound(amounts[i], 0, 400_000 * USDC);
            vm.prank(council);
            try treasury.allocate(venue, amount) {
                assertLe(_principal(venue), 200_000 * USDC);
            } catch {}
            assertGe(dollar.balanceOf(address(treasury)), 300_000 * USDC);
        }
        uint256 all = _principal(address(vault)) + _principal(address(notice)) + _principal(address(hostile));
        assertEq(dollar.balanceOf(address(treasury)) + all, 1_000_000 * USDC);
    }

    function _expectBad(address venue) private {
        vm.expectRevert(abi.encodeWithSelector(ITreasury.BadVenue.selector, venue));
    }
}

contract VenueRecallTest is TreasuryFixture {
    function setUp() public override {
        super.setUp();
        _add(address(vault));
        _add(address(notice));
        _add(address(hostile));
        _allocate(address(vault), 200_000 * USDC);
        _allocate(address(notice), 100_000 * USDC);
        _allocate(address(hostile), 100_000 * USDC);
    }

    function test_what_is_recalled_realises_its_share_of_the_profit() public {
        _yield(20_000);
        // 220,000 stand on 200,000: half of it is 110,000 with 10,000 of profit.
        vm.expectEmit(true, false, false, false, address(treasury));
        emit ITreasury.Recalled(address(vault), 0, 0, 0);
        _recall(address(vault), 110_000 * USDC);
        assertApproxEqAbs(_principal(address(vault)), 100_000 * USDC, 2);
        assertEq(dollar.balanceOf(address(treasury)), 710_000 * USDC);
    }

    function test_profit_and_loss_add_up_over_recalls() public {
        _yield(20_000);
        vm.recordLogs();
        _recall(address(vault), 55_000 * USDC);
        _recall(address(vault), type(uint256).max);
        (int256 profit, uint256 got, uint256 principal) = _sumOfRecalls();
        assertEq(principal, 0);
        assertEq(profit, int256(got) - int256(200_000 * USDC));
        assertApproxEqAbs(got, 220_000 * USDC, 2);
    }

    function test_a_loss_is_realised_by_the_recall() public {
        vault.writeOff(100_000 * USDC);
        vm.recordLogs();
        _recall(address(vault), type(uint256).max);
        (int256 profit, uint256 got, uint256 principal) = _sumOfRecalls();
        assertEq(principal, 0);
        assertEq(int256(got) - profit, int256(200_000 * USDC));
        assertLt(got, 100_001 * USDC);
    }

    function test_a_recall_needs_neither_peg_nor_leave_of_the_guardian() public {
        feed.update(0.5e8);
        _stopOutflows(0);
        _recall(address(vault), 200_000 * USDC);
        assertEq(_principal(address(vault)), 0);
    }

    function test_a_venue_with_notice_pays_after_it() public {
        uint48 ready = uint48(block.timestamp + 10 days);
        vm.expectEmit(address(treasury));
        emit ITreasury.ExitRequested(address(notice), 60_000 * USDC, ready);
        vm.prank(council);
        treasury.requestExit(address(notice), 60_000 * USDC);
        vm.expectRevert(ITreasury.ZeroAmount.selector);
        _recall(address(notice), type(uint256).max);
        vm.warp(ready);
        _recall(address(notice), type(uint256).max);
        assertEq(_principal(address(notice)), 40_000 * USDC);
        vm.expectRevert();
        _recall(address(notice), 1);
    }

    function test_a_venue_without_notice_takes_none() public {
        vm.expectRevert(abi.encodeWithSelector(ITreasury.BadVenue.selector, address(vault)));
        vm.prank(council);
        treasury.requestExit(address(vault), 1);
    }

    function test_a_venue_that_pays_short_is_refused() public {
        hostile.turn(HostileVenue.Trick.PaysShort);
        vm.expectRevert(
            abi.encodeWithSelector(ITreasury.TransferShort.selector, address(dollar), 1_000 * USDC, 1_000 * USDC - 1)
        );
        _recall(address(hostile), 1_000 * USDC);
    }

    function test_a_lost_principal_is_written_off() public {
        vault.writeOff(150_000 * USDC);
        uint256 worth = vault.convertToAssets(vault.balanceOf(address(treasury)));
        vm.expectEmit(address(treasury));
        emit ITreasury.LossRealised(address(vault), 200_000 * USDC - worth, worth);
        vm.prank(council);
        treasury.realiseLoss(address(vault));
        assertEq(_principal(address(vault)), worth);
        vm.expectRevert(abi.encodeWithSelector(ITreasury.NoLoss.selector, address(vault)));
        vm.prank(council);
        treasury.realiseLoss(address(vault));
    }

    function test_a_profit_is_not_written_off() public {
        _yield(1);
        vm.expectRevert(abi.encodeWithSelector(ITreasury.NoLoss.selector, address(vault)));
        vm.prank(council);
        treasury.realiseLoss(address(vault));
    }

    /// Whatever the venue does in between: what came back less what is booked as profit is the principal that left the books.
    function testFuzz_books_balance_whatever_a_venue_gains_or_loses(uint256[6] memory seeds) public {
        vm.recordLogs();
        for (uint256 i = 0; i < seeds.length; ++i) {
            uint256 held = dollar.balanceOf(address(vault));
            if (seeds[i] % 4 == 0) _yield((seeds[i] >> 8) % 50_000);
            if (seeds[i] % 4 == 1) vault.writeOff((seeds[i] >> 8) % (held + 1));
            vm.prank(council);
            try treasury.recall(address(vault), (seeds[i] >> 64) % (held + 2)) {} catch {}
        }
        (int256 profit, uint256 got,) = _sumOfRecalls();
        assertEq(int256(got) - profit, int256(200_000 * USDC) - int256(_principal(address(vault))));
    }

    function _yield(uint256 dollars) private {
        _give(address(this), dollars);
        dollar.approve(address(vault), dollars * USDC);
        vault.payYield(dollars * USDC);
    }

    /// Over the recalls recorded: profit, what arrived, and the principal that the last one left.
    function _sumOfRecalls() private returns (int256 profit, uint256 got, uint256 principal) {
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i = 0; i < logs.length; ++i) {
            if (logs[i].topics[0] != ITreasury.Recalled.selector) continue;
            (uint256 amount, int256 gain, uint256 left) = abi.decode(logs[i].data, (uint256, int256, uint256));
            got += amount;
            profit += gain;
            principal = left;
        }
    }
}
