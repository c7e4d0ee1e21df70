// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {AccountCoverBase} from "./AccountCoverBase.sol";
import {JurisdictionGate} from "../../src/JurisdictionGate.sol";
import {IAccountCover} from "../../src/interfaces/IAccountCover.sol";
import {ICoverSource} from "../../src/interfaces/ICoverSource.sol";
import {IRiskPool} from "../../src/interfaces/IRiskPool.sol";
import {Kind, Level} from "../../src/interfaces/Types.sol";
import {ParameterKeys} from "../../src/libraries/ParameterKeys.sol";
import {ParameterScope} from "../../src/libraries/ParameterScope.sol";
import {PauseScope} from "../../src/libraries/PauseScope.sol";
import {PremiumMath} from "../../src/libraries/PremiumMath.sol";
import {PrepaidBalance} from "../../src/libraries/PrepaidBalance.sol";
import {Roles} from "../../src/libraries/Roles.sol";

/// Cover that follows what accounts hold.
contract AccountCoverTest is AccountCoverBase {
    // ── enrolment ──

    function test_a_reported_balance_is_insured_at_once_and_paid_by_the_second() public {
        uint16 rateBps = protocol.premium.rate(1, subject);
        uint256 perSecond = PremiumMath.perSecond(40_000 * USDC, rateBps);
        uint256 id = (1 << 255) | 1;
        vm.prank(exchange);
        vm.expectEmit(address(covers));
        emit IAccountCover.BalanceReported(exchange, alice, id, 40_000 * USDC);
        vm.expectEmit(address(covers));
        emit IAccountCover.CapitalHeld(id, 40_000 * USDC);
        vm.expectEmit(address(covers));
        emit IAccountCover.AccountCoverUpdated(exchange, alice, id, 40_000 * USDC, perSecond);
        assertTrue(covers.onBalanceChange(alice, 40_000 * USDC));

        assertEq(idOf(alice), id);
        assertEq(covers.accountCount(exchange), 1);
        assertEq(covers.accountAt(exchange, 0), id);
        assertEq(cap().activeCover, 40_000 * USDC);
        assertEq(pool.lockOf(address(covers), id).amount, 40_000 * USDC);
        IAccountCover.AccountState memory a = covers.accountState(id);
        assertEq(a.account, alice);
        assertEq(a.integrator, exchange);
        assertEq(uint256(a.since), block.timestamp);
        assertEq(uint256(a.endedAt), 0);
        IAccountCover.Integrator memory i = covers.integrator(exchange);
        assertEq(i.insured, 40_000 * USDC);
        assertEq(i.ratePerSecond, perSecond);
        assertEq(uint256(i.waiting), 72 hours);
    }

    function test_cover_follows_up_and_down() public {
        tell(alice, 10_000 * USDC);
        uint256 rate = covers.integrator(exchange).ratePerSecond;
        assertTrue(tell(alice, 30_000 * USDC));
        assertEq(insured(alice), 30_000 * USDC);
        assertTrue(tell(alice, 5_000 * USDC));
        assertEq(insured(alice), 5_000 * USDC);
        assertLe(covers.integrator(exchange).ratePerSecond, rate);
        assertTrue(tell(alice, 5_000 * USDC), "nothing to do is no failure");
        assertTrue(tell(alice, 0));
        assertEq(covers.integrator(exchange).insured, 0);
        assertEq(covers.integrator(exchange).ratePerSecond, 0);
        assertEq(uint256(covers.accountState(idOf(alice)).since), 0);
        assertEq(uint256(covers.accountState(idOf(alice)).endedAt), block.timestamp);
    }

    function test_an_account_may_stay_out_where_cover_is_the_default() public {
        tell(alice, 10_000 * USDC);
        uint256 coverId = idOf(alice);
        vm.prank(alice);
        vm.expectEmit(address(covers));
        emit IAccountCover.EnrolmentChosen(exchange, alice, coverId, false);
        covers.chooseEnrolment(exchange, false);
        assertEq(insured(alice), 0);
        assertFalse(tell(alice, 20_000 * USDC), "it stays out");
        assertEq(insured(alice), 0);
        vm.prank(alice);
        covers.chooseEnrolment(exchange, true);
        assertEq(insured(alice), 20_000 * USDC, "in again, with what was last reported");
    }

    function test_an_account_asks_first_where_cover_is_not_the_default() public {
        admit(bob, IAccountCover.Enrolment.OptIn);
        fund(bob, 10_000 * USDC);
        vm.startPrank(bob);
        asset.approve(address(covers), 10_000 * USDC);
        covers.topUp(bob, 10_000 * USDC);
        assertFalse(covers.onBalanceChange(alice, 10_000 * USDC));
        vm.stopPrank();
        vm.prank(alice);
        covers.chooseEnrolment(bob, true);
        assertEq(covers.accountState(covers.coverIdOf(bob, alice)).insured, 10_000 * USDC);
        vm.prank(bob);
        assertTrue(covers.onBalanceChange(alice, 11_000 * USDC));
    }

    function test_where_the_integrator_decides_an_account_has_no_choice() public {
        admit(bob, IAccountCover.Enrolment.Mixed);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IAccountCover.NoChoice.selector, bob));
        covers.chooseEnrolment(bob, false);
        vm.expectRevert(abi.encodeWithSelector(IAccountCover.NotIntegrator.selector, anyone));
        covers.chooseEnrolment(anyone, true);
    }

    // ── what is refused never stops the integrator ──

    function test_an_increase_that_cannot_be_had_answers_false_and_leaves_the_cover() public {
        tell(alice, 10_000 * USDC);
        assertFalse(tell(alice, 50_000 * USDC + 1), "more than one account's share");
        pause(PauseScope.BUY);
        assertFalse(tell(alice, 20_000 * USDC), "sales are paused");
        pass(1 hours);
        setPeg(0.99e8);
        assertFalse(tell(alice, 20_000 * USDC), "the peg");
        setPeg(1e8);
        for (uint256 i = 0; i < 3; ++i) {
            lock(i, subject, 50_000 * USDC);
        }
        lock(3, subject, 1);
        assertFalse(tell(alice, 50_000 * USDC), "no capacity: a unit too much for the subject");
        assertEq(insured(alice), 10_000 * USDC);
        assertTrue(tell(alice, 2_000 * USDC), "a decrease always works");
    }

    function test_an_increase_needs_seven_days_of_premium() public {
        vm.prank(exchange);
        covers.withdrawPrepaid(exchange, 10_000 * USDC);
        uint256 perSecond = PremiumMath.perSecond(40_000 * USDC, protocol.premium.rate(1, subject));
        uint256 need = PrepaidBalance.reserve(perSecond);
        topUp(need - 1);
        assertFalse(tell(alice, 40_000 * USDC));
        topUp(1);
        assertTrue(tell(alice, 40_000 * USDC));
    }

    function test_nothing_is_raised_while_an_incident_of_the_subject_is_open() public {
        tell(alice, 10_000 * USDC);
        pass(10 days);
        detect(subject, uint48(block.timestamp) - 1, 50);
        assertFalse(tell(alice, 20_000 * USDC));
        assertFalse(tell(bob, 20_000 * USDC));
        assertEq(insured(alice), 10_000 * USDC);
    }

    function test_an_absurd_report_is_no_cover_and_no_failure() public {
        assertFalse(tell(alice, type(uint256).max));
        assertEq(insured(alice), 0);
    }

    function test_who_the_gate_turns_away_is_not_covered() public {
        JurisdictionGate gate = new JurisdictionGate(address(protocol.manager));
        vm.startPrank(dao);
        gate.setExcluded(list(alice), true);
        protocol.directory.setModule("GATE", address(gate));
        vm.stopPrank();
        assertFalse(tell(alice, 10_000 * USDC));
        assertTrue(tell(bob, 10_000 * USDC));
    }

    function test_nobody_else_raises_or_shrinks_a_cover() public {
        tell(alice, 10_000 * USDC);
        uint256 id = idOf(alice);
        vm.expectRevert(IAccountCover.NotSelf.selector);
        covers.raise(id, 20_000 * USDC);
        vm.expectRevert(IAccountCover.NotSelf.selector);
        covers.shrink(id);
    }

    function test_every_reason_for_a_refusal_has_its_name() public {
        tell(alice, 10_000 * USDC);
        uint256 id = idOf(alice);
        _refused(id, 60_000 * USDC, abi.encodeWithSelector(
            IAccountCover.AccountShareExceeded.selector, 60_000 * USDC, 50_000 * USDC
        ));
        pause(PauseScope.BUY);
        _refused(id, 20_000 * USDC, abi.encodeWithSelector(IAccountCover.SalesClosed.selector, 1, bytes32("PAUSED")));
        pass(1 hours);
        JurisdictionGate gate = new JurisdictionGate(address(protocol.manager));
        vm.startPrank(dao);
        gate.setExcluded(list(alice), true);
        protocol.directory.setModule("GATE", address(gate));
        vm.stopPrank();
        _refused(id, 20_000 * USDC, abi.encodeWithSelector(IAccountCover.SalesClosed.selector, 1, bytes32("GATE")));
        vm.prank(dao);
        gate.setExcluded(list(alice), false);
        uint256 prepaid = covers.integrator(exchange).prepaid;
        vm.startPrank(exchange);
        covers.withdrawPrepaid(exchange, prepaid - 10 * USDC);
        vm.stopPrank();
        uint256 left = covers.integrator(exchange).prepaid;
        uint256 need =
            PrepaidBalance.reserve(PremiumMath.perSecond(50_000 * USDC, protocol.premium.rate(1, subject)));
        _refused(
            id,
            50_000 * USDC,
            abi.encodeWithSelector(IAccountCover.InsufficientPrepaid.selector, exchange, left, need)
        );
        tell(alice, 0);
        vm.prank(dao);
        covers.close(exchange);
        _refused(id, 1, abi.encodeWithSelector(IAccountCover.NotIntegrator.selector, exchange));
    }

    function test_a_decrease_works_even_when_the_pool_takes_nothing_back() public {
        tell(alice, 10_000 * USDC);
        vm.prank(dao);
        protocol.manager.revokeRole(Roles.MODULE_COVER, address(covers));
        assertTrue(tell(alice, 4_000 * USDC));
        assertEq(insured(alice), 4_000 * USDC);
        assertEq(covers.heldFor(idOf(alice)), 10_000 * USDC, "held until somebody can give it back");
        vm.prank(dao);
        protocol.manager.grantRole(Roles.MODULE_COVER, address(covers), 0);
        covers.releaseHeld(list(idOf(alice)));
        assertEq(covers.heldFor(idOf(alice)), 4_000 * USDC);
        assertEq(cap().activeCover, 4_000 * USDC);
    }

    function test_reprice_leaves_what_has_no_price_now() public {
        tell(alice, 40_000 * USDC);
        uint256 id = idOf(alice);
        uint256 before = covers.accountState(id).ratePerSecond;
        vm.prank(dao);
        // A directory without a premium engine that answers: the pool has no rate() of that shape.
        protocol.directory.setModule("PREMIUM", address(pool));
        covers.reprice(list(id));
        assertEq(covers.accountState(id).ratePerSecond, before);
    }

    function test_only_integrators_report() public {
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, alice));
        covers.onBalanceChange(alice, 1);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, alice));
        covers.withdrawPrepaid(alice, 1);
        vm.prank(exchange);
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, exchange));
        covers.close(exchange);
        vm.prank(dao);
        protocol.manager.grantRole(70, bob, 0);
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(IAccountCover.NotIntegrator.selector, bob));
        covers.onBalanceChange(alice, 1);
    }

    function _refused(uint256 id, uint256 amount, bytes memory why) private {
        vm.prank(address(covers));
        vm.expectRevert(why);
        covers.raise(id, amount);
    }

    // ── money ──

    function test_premium_that_has_run_goes_to_pool_and_treasury() public {
        tell(alice, 40_000 * USDC);
        uint256 rate = covers.integrator(exchange).ratePerSecond;
        pass(30 days);
        uint256 amount = rate * 30 days / 1e18;
        uint256 fee = amount * protocol.parameters.get(ParameterKeys.TREASURY_FEE, ParameterScope.pool(1)) / 1e4;
        uint256 gross = cap().grossAssets;
        uint256 treasuryBefore = asset.balanceOf(address(protocol.treasury));
        vm.expectEmit(address(covers));
        emit IAccountCover.PremiumSettled(
            exchange, amount, amount - fee, fee, 10_000 * USDC - amount, uint48(block.timestamp)
        );
        assertEq(covers.settlePremium(exchange), amount);
        assertEq(cap().grossAssets - gross, amount - fee);
        assertEq(asset.balanceOf(address(protocol.treasury)) - treasuryBefore, fee);
        assertEq(covers.settlePremium(exchange), 0, "once");
        assertEq(asset.balanceOf(address(covers)), covers.integrator(exchange).prepaid);
    }

    function test_prepaid_beyond_seven_days_can_be_taken_back() public {
        tell(alice, 40_000 * USDC);
        uint256 keep = PrepaidBalance.reserve(covers.integrator(exchange).ratePerSecond);
        vm.startPrank(exchange);
        vm.expectRevert(
            abi.encodeWithSelector(
                IAccountCover.InsufficientPrepaid.selector, exchange, 10_000 * USDC, 10_000 * USDC + 1
            )
        );
        covers.withdrawPrepaid(bob, 10_000 * USDC - keep + 1);
        vm.expectEmit(address(covers));
        emit IAccountCover.PrepaidWithdrawn(exchange, bob, 10_000 * USDC - keep, keep);
        covers.withdrawPrepaid(bob, 10_000 * USDC - keep);
        vm.expectRevert(IAccountCover.ZeroAmount.selector);
        covers.withdrawPrepaid(bob, 0);
        vm.stopPrank();
        assertEq(asset.balanceOf(bob), 10_000 * USDC - keep);
    }

    function test_anyone_tops_up_a_known_integrator_with_something() public {
        fund(alice, 5);
        vm.startPrank(alice);
        asset.approve(address(covers), 5);
        vm.expectEmit(address(covers));
        emit IAccountCover.ToppedUp(exchange, alice, 5, 10_000 * USDC + 5);
        covers.topUp(exchange, 5);
        vm.expectRevert(IAccountCover.ZeroAmount.selector);
        covers.topUp(exchange, 0);
        vm.expectRevert(abi.encodeWithSelector(IAccountCover.NotIntegrator.selector, bob));
        covers.topUp(bob, 5);
        vm.stopPrank();
    }

    function test_cover_ends_with_the_money_whether_or_not_anybody_says_so() public {
        tell(alice, 40_000 * USDC);
        uint48 end = covers.fundedUntil(exchange);
        uint256 id = idOf(alice);
        runDry();
        assertEq(covers.inForceAt(id, end - 1), 40_000 * USDC);
        assertEq(covers.inForceAt(id, end), 0);
        vm.expectEmit(address(covers));
        emit IAccountCover.FundingEnded(exchange, end);
        assertEq(covers.settlePremium(exchange), 10_000 * USDC, "never more than was prepaid");
        assertEq(uint256(covers.fundedUntil(exchange)), end);
        assertFalse(tell(bob, 1_000 * USDC), "no new cover");
        assertTrue(tell(alice, 30_000 * USDC));
    }

    function test_a_top_up_after_the_end_starts_a_new_waiting_period() public {
        tell(alice, 40_000 * USDC);
        uint256 id = idOf(alice);
        runDry();
        fund(anyone, 10_000 * USDC);
        vm.startPrank(anyone);
        asset.approve(address(covers), 10_000 * USDC);
        vm.expectEmit(address(covers));
        emit IAccountCover.FundingStarted(exchange, uint48(block.timestamp));
        covers.topUp(exchange, 10_000 * USDC);
        vm.stopPrank();
        uint48 restart = uint48(block.timestamp);
        assertEq(covers.integrator(exchange).prepaid, 10_000 * USDC, "the gap is not charged");
        pass(10 days);
        assertEq(covers.inForceAt(id, restart - 1), 0, "nor covered");
        assertEq(covers.inForceAt(id, restart + 72 hours - 1), 0);
        assertEq(covers.inForceAt(id, restart + 72 hours), 40_000 * USDC);
    }

    function test_a_handful_of_units_does_not_revive_a_lapsed_integrator() public {
        tell(alice, 40_000 * USDC);
        runDry();
        topUp(1);
        covers.lapse(exchange, list(alice));
        assertEq(insured(alice), 0);
    }

    function test_reprice_brings_todays_rate() public {
        tell(alice, 40_000 * USDC);
        uint256 id = idOf(alice);
        uint256 before = covers.accountState(id).ratePerSecond;
        attest(subject, Level.Guarded);
        covers.reprice(list(id));
        uint256 rate = covers.accountState(id).ratePerSecond;
        assertEq(rate, PremiumMath.perSecond(40_000 * USDC, protocol.premium.rate(1, subject)));
        assertGt(rate, before);
        assertEq(covers.integrator(exchange).ratePerSecond, rate);
        assertEq(covers.accountState(id).insured, 40_000 * USDC);
    }

    function test_reprice_leaves_what_is_not_sold_now() public {
        tell(alice, 40_000 * USDC);
        uint256 id = idOf(alice);
        uint256 before = covers.accountState(id).ratePerSecond;
        attest(subject, Level.Guarded);
        pause(PauseScope.BUY);
        covers.reprice(list(id));
        assertEq(covers.accountState(id).ratePerSecond, before);
        vm.expectRevert(abi.encodeWithSelector(IAccountCover.UnknownCover.selector, 5));
        covers.reprice(list(5));
    }

    function test_half_a_cover_costs_half() public {
        tell(alice, 40_000 * USDC);
        uint256 rate = covers.integrator(exchange).ratePerSecond;
        attest(subject, Level.High); // a dearer rate, which a decrease does not bring
        tell(alice, 20_000 * USDC);
        assertApproxEqAbs(covers.integrator(exchange).ratePerSecond, rate / 2, 1);
    }

    // ── the end of an account and of an integrator ──

    function test_lapsing_ends_the_accounts_of_an_integrator_that_does_not_pay() public {
        tell(alice, 40_000 * USDC);
        uint48 end = covers.fundedUntil(exchange);
        vm.expectRevert(abi.encodeWithSelector(IAccountCover.StillFunded.selector, exchange, end));
        covers.lapse(exchange, list(alice));
        runDry();
        vm.expectEmit(address(covers));
        emit IAccountCover.CoverLapsed(exchange, alice, idOf(alice), end);
        covers.lapse(exchange, list(alice));
        assertEq(insured(alice), 0);
        vm.expectRevert(abi.encodeWithSelector(IAccountCover.NotCovered.selector, exchange, alice));
        covers.lapse(exchange, list(alice));
        topUp(100 * USDC);
        assertTrue(tell(alice, 10_000 * USDC), "and it can come back");
    }

    function test_nothing_lapses_while_an_incident_is_open() public {
        tell(alice, 40_000 * USDC);
        runDry();
        detect(subject, uint48(block.timestamp) - 1 days - 1, 50);
        vm.expectRevert(abi.encodeWithSelector(IAccountCover.IncidentOpen.selector, 1, subject));
        covers.lapse(exchange, list(alice));
    }

    function test_cover_of_a_subject_in_run_off_ends_after_notice() public {
        tell(alice, 40_000 * USDC);
        attest(subject, Level.Critical);
        protocol.risk.enforce(subject);
        pass(4 days);
        protocol.risk.enforce(subject); // run-off
        vm.expectPartialRevert(IAccountCover.StillFunded.selector);
        covers.lapse(exchange, list(alice));
        pass(7 days);
        covers.lapse(exchange, list(alice));
        assertEq(insured(alice), 0);
    }

    function test_an_integrator_is_closed_when_it_covers_nobody() public {
        tell(alice, 40_000 * USDC);
        vm.startPrank(dao);
        vm.expectRevert(
            abi.encodeWithSelector(IAccountCover.AccountsStillCovered.selector, exchange, 40_000 * USDC)
        );
        covers.close(exchange);
        vm.stopPrank();
        pass(10 days);
        tell(alice, 0);
        uint256 left = covers.integrator(exchange).prepaid;
        vm.startPrank(dao);
        vm.expectEmit(address(covers));
        emit IAccountCover.IntegratorClosed(exchange, left);
        covers.close(exchange);
        vm.expectRevert(abi.encodeWithSelector(IAccountCover.NotIntegrator.selector, exchange));
        covers.close(exchange);
        vm.stopPrank();
        assertEq(asset.balanceOf(exchange), left);
        assertEq(asset.balanceOf(address(covers)), 0, "everything else was premium");
        assertFalse(tell(alice, 1), "no cover any more");
        fund(anyone, 5);
        vm.startPrank(anyone);
        asset.approve(address(covers), 5);
        vm.expectRevert(abi.encodeWithSelector(IAccountCover.NotIntegrator.selector, exchange));
        covers.topUp(exchange, 5);
        vm.stopPrank();
    }

    function test_an_integrator_is_admitted_once_for_a_subject_of_the_pools_kind() public {
        uint32 bridge = listed(Kind.Bridge, Level.Low);
        vm.startPrank(dao);
        vm.expectRevert(abi.encodeWithSelector(IAccountCover.AlreadyIntegrator.selector, exchange));
        covers.register(exchange, 1, subject, IAccountCover.Enrolment.OptIn, 0);
        vm.expectRevert(IAccountCover.ZeroAddress.selector);
        covers.register(address(0), 1, subject, IAccountCover.Enrolment.OptIn, 0);
        vm.expectRevert(
            abi.encodeWithSelector(IRiskPool.SubjectOfOtherKind.selector, bridge, Kind.SmartContract)
        );
        covers.register(bob, 1, bridge, IAccountCover.Enrolment.OptIn, 0);
        vm.expectEmit(address(covers));
        emit IAccountCover.IntegratorRegistered(
            bob, 1, subject, 72 hours, IAccountCover.Enrolment.OptIn, keccak256("about")
        );
        covers.register(bob, 1, subject, IAccountCover.Enrolment.OptIn, keccak256("about"));
        vm.stopPrank();
        assertEq(covers.integratorCount(), 2);
        assertEq(covers.integratorAt(1), bob);
        assertEq(uint256(covers.fundedUntil(bob)), type(uint48).max, "nothing runs");
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, alice));
        covers.register(alice, 1, subject, IAccountCover.Enrolment.OptIn, 0);
    }

    function test_what_was_never_covered_is_unknown() public {
        vm.expectRevert(abi.encodeWithSelector(IAccountCover.UnknownCover.selector, 9));
        covers.accountState(9);
        ICoverSource.Exposure memory e = covers.exposureAt(9, 1);
        assertEq(e.amount, 0);
        assertEq(e.holder, address(0));
        vm.expectRevert(abi.encodeWithSelector(IAccountCover.NotIntegrator.selector, alice));
        covers.integrator(alice);
    }
}
