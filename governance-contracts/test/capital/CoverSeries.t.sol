// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {ERC1155Holder} from "@openzeppelin/contracts/token/ERC1155/utils/ERC1155Holder.sol";
import {IERC1155} from "@openzeppelin/contracts/token/ERC1155/IERC1155.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {IncidentBase} from "./IncidentBase.sol";
import {CoverSeries} from "../../src/CoverSeries.sol";
import {JurisdictionGate} from "../../src/JurisdictionGate.sol";
import {ICoverSeries} from "../../src/interfaces/ICoverSeries.sol";
import {IRiskPool} from "../../src/interfaces/IRiskPool.sol";
import {Kind, Level} from "../../src/interfaces/Types.sol";
import {ParameterKeys} from "../../src/libraries/ParameterKeys.sol";
import {ParameterScope} from "../../src/libraries/ParameterScope.sol";
import {PauseScope} from "../../src/libraries/PauseScope.sol";

/// Small parametric cover: a dollar a unit.
contract CoverSeriesTest is IncidentBase {
    CoverSeries private series;
    uint32 private flight;
    uint48 private salesEnd;
    uint48 private eventEnd;
    uint256 private id;

    function setUp() public override {
        super.setUp();
        series = protocol.series;
        pool = protocol.pools[5];
        provideTo(pool, bob, 99_000 * USDC); // with the seed 100,000
        flight = listed(Kind.Parametric, Level.Guarded);
        bind(6, flight);
        salesEnd = uint48(block.timestamp) + 5 days;
        eventEnd = uint48(block.timestamp) + 7 days;
        id = _open(10_000);
        fund(alice, 10_000 * USDC);
        vm.prank(alice);
        asset.approve(address(series), type(uint256).max);
    }

    // ── opening ──

    function test_a_series_is_opened_by_the_dao() public {
        vm.prank(dao);
        vm.expectEmit(address(series));
        emit ICoverSeries.SeriesOpened(
            2, 6, flight, address(adapter), USDC, 500, salesEnd, eventEnd, keccak256("terms")
        );
        series.open(6, flight, address(adapter), USDC, 500, salesEnd, eventEnd, keccak256("terms"));
        assertEq(series.seriesCount(), 2);
        ICoverSeries.Series memory s = series.series(2);
        assertEq(uint256(s.state), uint256(ICoverSeries.SeriesState.Open));
        assertEq(s.maxUnits, 500);
        vm.expectRevert(abi.encodeWithSelector(ICoverSeries.UnknownSeries.selector, 3));
        series.series(3);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, alice));
        series.open(6, flight, address(adapter), USDC, 500, salesEnd, eventEnd, keccak256("terms"));
    }

    function test_a_series_that_makes_no_sense_is_refused() public {
        uint48 t = uint48(block.timestamp);
        _bad("SUBJECT", 1, flight, address(adapter), USDC, 1, t + 1, t + 2, "t");
        _bad("SUBJECT", 6, subject, address(adapter), USDC, 1, t + 1, t + 2, "t");
        _bad("ADAPTER", 6, flight, alice, USDC, 1, t + 1, t + 2, "t");
        _bad("TIMES", 6, flight, address(adapter), USDC, 1, t, t + 2, "t");
        _bad("TIMES", 6, flight, address(adapter), USDC, 1, t + 2, t + 2, "t");
        _bad("TIMES", 6, flight, address(adapter), USDC, 1, t + 1, t + 365 days + 1, "t");
        _bad("UNITS", 6, flight, address(adapter), 0, 1, t + 1, t + 2, "t");
        _bad("UNITS", 6, flight, address(adapter), USDC, 0, t + 1, t + 2, "t");
        _bad("UNITS", 6, flight, address(adapter), 1 << 128, 1, t + 1, t + 2, "t");
        _bad("UNITS", 6, flight, address(adapter), USDC, 1 << 128, t + 1, t + 2, "t");
        _bad("TERMS", 6, flight, address(adapter), USDC, 1, t + 1, t + 2, 0);
        vm.prank(council);
        protocol.risk.suspend(flight, WHY);
        _bad("SUBJECT", 6, flight, address(adapter), USDC, 1, t + 1, t + 2, "t");
    }

    // ── buying ──

    function test_units_are_bought_locked_and_paid_for() public {
        uint256 premium = series.premiumOf(id, 1_000);
        uint16 rate = protocol.premium.rate(6, flight);
        assertEq(premium, (1_000 * USDC * uint256(rate) * 7 days + 1e4 * 365 days - 1) / (1e4 * 365 days));
        vm.prank(alice);
        vm.expectEmit(address(series));
        emit ICoverSeries.UnitsMinted(id, alice, 1_000, premium);
        assertEq(series.mint(id, 1_000, premium, alice), premium);
        assertEq(series.balanceOf(alice, id), 1_000);
        assertEq(series.totalSupply(id), 1_000);
        assertEq(cap().activeCover, 1_000 * USDC);
        uint256 fee = protocol.parameters.get(ParameterKeys.TREASURY_FEE, ParameterScope.pool(6));
        assertEq(cap().unearnedPremium, premium - premium * fee / 1e4);
        assertEq(series.series(id).premiumCollected, premium);
        assertEq(asset.balanceOf(alice), 10_000 * USDC - premium);
    }

    function test_units_can_be_bought_again_and_by_others() public {
        _mint(alice, 1_000);
        pass(1 days);
        _mint(alice, 500);
        assertEq(pool.lockOf(address(series), id).amount, 1_500 * USDC);
        assertEq(uint256(pool.lockOf(address(series), id).premiumUntil), eventEnd);
    }

    function test_a_purchase_that_cannot_be_is_refused() public {
        vm.startPrank(alice);
        vm.expectRevert(ICoverSeries.ZeroUnits.selector);
        series.mint(id, 0, 1, alice);
        vm.expectRevert(abi.encodeWithSelector(ICoverSeries.SoldOut.selector, id, 10_000));
        series.mint(id, 10_001, type(uint256).max, alice);
        uint256 premium = series.premiumOf(id, 100);
        vm.expectRevert(abi.encodeWithSelector(ICoverSeries.PremiumAboveMax.selector, premium, premium - 1));
        series.mint(id, 100, premium - 1, alice);
        vm.expectRevert(abi.encodeWithSelector(ICoverSeries.UnknownSeries.selector, 9));
        series.mint(9, 1, 1, alice);
        vm.expectRevert(
            abi.encodeWithSelector(IRiskPool.CapacityExceeded.selector, 5_001 * USDC, 5_000 * USDC)
        );
        series.mint(id, 5_001, type(uint256).max, alice);
        vm.stopPrank();
        pass(5 days + 1);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(ICoverSeries.SalesOver.selector, id, salesEnd));
        series.mint(id, 1, 1, alice);
        pass(2 days);
        vm.expectRevert(abi.encodeWithSelector(ICoverSeries.SalesOver.selector, id, salesEnd));
        series.premiumOf(id, 1);
    }

    function test_nothing_is_sold_once_the_event_is_known() public {
        _mint(alice, 100);
        pass(1 days);
        protocol.incidents.detect(
            6, flight, address(adapter), report(flight, uint48(block.timestamp) - 1, 100)
        );
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(ICoverSeries.SalesClosed.selector, 6, bytes32("INCIDENT")));
        series.mint(id, 100, type(uint256).max, alice);
    }

    function test_who_the_gate_turns_away_cannot_buy() public {
        JurisdictionGate gate = new JurisdictionGate(address(protocol.manager));
        address[] memory turned = new address[](1);
        turned[0] = alice;
        vm.startPrank(dao);
        gate.setExcluded(turned, true);
        protocol.directory.setModule("GATE", address(gate));
        vm.stopPrank();
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(ICoverSeries.NotEligible.selector, alice));
        series.mint(id, 1, type(uint256).max, alice);
        turned[0] = anyone;
        vm.startPrank(dao);
        gate.setExcluded(turned, false);
        turned[0] = alice;
        gate.setExcluded(turned, false);
        vm.stopPrank();
        _mint(alice, 1);
    }

    function test_a_receiver_that_buys_again_while_it_receives_is_stopped() public {
        GreedyReceiver greedy = new GreedyReceiver(series, id);
        uint256 premium = series.premiumOf(id, 10);
        vm.prank(alice);
        vm.expectRevert(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector);
        series.mint(id, 10, premium, address(greedy));
        assertEq(series.series(id).unitsSold, 0);
        vm.prank(alice);
        vm.expectRevert(); // a contract that takes no units can refuse its own only
        series.mint(id, 10, premium, address(pool));
        _mint(alice, 10);
    }

    // ── settling ──

    function test_a_report_of_the_event_settles_and_anyone_pushes_the_cash() public {
        _mint(alice, 1_000);
        _settle(50);
        uint256 unitPaid = series.series(id).unitPaid;
        assertEq(uint256(series.series(id).severityBps), adapter.severityOf(flight, 50));
        assertEq(unitPaid, USDC * series.series(id).severityBps / 1e4);
        assertEq(cap().reserved, 1_000 * unitPaid);
        assertEq(cap().openIncidents, 0, "deposits and redemptions go on");
        uint256 before = asset.balanceOf(alice);
        vm.prank(anyone);
        vm.expectEmit(address(series));
        emit ICoverSeries.Redeemed(id, alice, 1_000, 1_000 * unitPaid);
        assertEq(series.redeem(id, alice), 1_000 * unitPaid);
        assertEq(asset.balanceOf(alice) - before, 1_000 * unitPaid);
        assertEq(cap().activeCover, 0);
        vm.expectRevert(abi.encodeWithSelector(ICoverSeries.NothingToRedeem.selector, id, alice));
        series.redeem(id, alice);
        vm.expectEmit(address(series));
        emit ICoverSeries.SeriesClosed(id, 0);
        series.close(id);
        assertEq(cap().reserved, 0);
        vm.expectRevert(abi.encodeWithSelector(ICoverSeries.NotSettled.selector, id));
        series.close(id);
        vm.expectRevert(abi.encodeWithSelector(ICoverSeries.NotSettled.selector, id));
        series.redeem(id, alice);
    }

    function test_units_carry_the_cover_to_whoever_holds_them() public {
        _mint(alice, 1_000);
        vm.prank(alice);
        series.safeTransferFrom(alice, bob, id, 400, "");
        _settle(100);
        uint256 before = asset.balanceOf(bob);
        series.redeem(id, bob);
        series.redeem(id, alice);
        assertEq(asset.balanceOf(bob) - before, 400 * USDC);
    }

    function test_a_series_settles_once_after_its_sales() public {
        _mint(alice, 10);
        bytes memory data = report(flight, uint48(block.timestamp), 100);
        vm.expectRevert(abi.encodeWithSelector(ICoverSeries.TooEarly.selector, id, salesEnd + 1));
        series.settle(id, data);
        vm.expectRevert(abi.encodeWithSelector(ICoverSeries.NotSettled.selector, id));
        series.redeem(id, alice);
        _settle(100);
        data = report(flight, salesEnd + 1, 100);
        vm.expectRevert(abi.encodeWithSelector(ICoverSeries.AlreadySettled.selector, id));
        series.settle(id, data);
    }

    function test_only_a_reading_of_the_series_own_period_settles_it() public {
        _mint(alice, 10);
        pass(5 days + 10 hours);
        _inconclusive(report(flight, salesEnd, 100));
        _inconclusive(report(flight, salesEnd, 0));
        _inconclusive("");
        vm.warp(eventEnd + 3 days);
        _inconclusive(report(flight, eventEnd + 1, 100));
        _inconclusive(report(flight, salesEnd - 1 days, 0));
        vm.prank(guardianSafe);
        protocol.guardian.quarantineAdapter(address(adapter), WHY);
        _inconclusive(report(flight, eventEnd, 100));
        vm.startPrank(dao);
        protocol.guardian.restoreAdapter(address(adapter));
        protocol.incidents.bindAdapter(6, flight, address(adapter), false);
        vm.stopPrank();
        _inconclusive(report(flight, eventEnd, 100));
        vm.prank(dao);
        protocol.incidents.bindAdapter(6, flight, address(adapter), true);
        series.settle(id, report(flight, eventEnd, 100));
    }

    function test_what_did_not_happen_pays_nothing_once_reports_have_had_their_time() public {
        _mint(alice, 10);
        vm.warp(eventEnd + 1 days);
        bytes memory data = report(flight, eventEnd, 0);
        vm.expectRevert(abi.encodeWithSelector(ICoverSeries.TooEarly.selector, id, eventEnd + 1 days + 1));
        series.settle(id, data);
        vm.warp(eventEnd + 1 days + 1);
        data = report(flight, eventEnd, 0);
        vm.expectEmit(address(series));
        emit ICoverSeries.SeriesSettled(id, 0, 0, 0, uint48(block.timestamp));
        vm.expectEmit(address(series));
        emit ICoverSeries.SeriesClosed(id, 10);
        series.settle(id, data);
        assertEq(cap().activeCover, 0);
        assertEq(uint256(series.series(id).state), uint256(ICoverSeries.SeriesState.Over));
    }

    function test_a_series_that_sold_nothing_is_over_when_it_settles() public {
        _settle(100);
        assertEq(uint256(series.series(id).state), uint256(ICoverSeries.SeriesState.Over));
        assertEq(cap().reserved, 0);
    }

    function test_a_series_that_nobody_settles_ends_by_itself() public {
        _mint(alice, 10);
        vm.warp(eventEnd + 30 days);
        vm.expectRevert(abi.encodeWithSelector(ICoverSeries.TooEarly.selector, id, eventEnd + 30 days + 1));
        series.close(id);
        vm.warp(eventEnd + 30 days + 1);
        series.close(id);
        assertEq(cap().activeCover, 0);
        assertEq(series.series(id).unitPaid, 0);
    }

    function test_where_the_pools_cap_binds_every_unit_gets_its_part() public {
        uint256 second = _open(10_000);
        for (uint256 i = 0; i < 2; ++i) {
            _mint(alice, 5_000);
            vm.prank(alice);
            series.mint(second, 5_000, type(uint256).max, alice);
        }
        // Most of the pool leaves before the event.
        _leave(92);
        uint256 assets = cap().grossAssets;
        vm.warp(eventEnd - 1);
        vm.prank(deployer);
        pegFeed.update(1e8);
        series.settle(id, report(flight, eventEnd - 1, 100));
        uint256 unitPaid = series.series(id).unitPaid;
        assertLt(unitPaid, USDC);
        assertApproxEqAbs(unitPaid, assets * 4_000 / 1e4 / 10_000, 10);
        pass(1 days);
        series.redeem(id, alice);
    }

    // ── redeeming ──

    function test_a_holder_gets_as_much_as_the_days_window_allows_and_the_rest_later() public {
        _sellAndShrink();
        (, uint256 limit) = pool.drainWindow(true);
        uint256 unitPaid = series.series(id).unitPaid;
        uint256 first = series.redeem(id, alice);
        assertEq(first, limit / unitPaid * unitPaid);
        assertEq(series.balanceOf(alice, id), 10_000 - limit / unitPaid);
        uint48 redeemBy = series.series(id).redeemBy;
        assertEq(series.redeem(id, alice), 0, "nothing now, and no failure");
        assertEq(uint256(series.series(id).redeemBy), redeemBy, "there is time");
        pass(1 days);
        assertGt(series.redeem(id, alice), 0);
    }

    function test_a_redemption_that_met_an_empty_window_adds_time() public {
        _sellAndShrink();
        pass(series.series(id).redeemBy - block.timestamp);
        series.redeem(id, alice);
        uint48 by = uint48(block.timestamp) + 7 days;
        vm.expectEmit(address(series));
        emit ICoverSeries.RedemptionWaits(id, alice, by);
        assertEq(series.redeem(id, alice), 0);
        pass(1 days);
        vm.expectPartialRevert(ICoverSeries.TooEarly.selector);
        series.close(id);
        assertGt(series.redeem(id, alice), 0);
    }

    function test_nothing_is_redeemed_after_its_time_and_the_rest_goes_to_the_pool() public {
        _mint(alice, 1_000);
        _settle(100);
        uint48 by = series.redeemableUntil(id);
        vm.warp(by);
        vm.expectRevert(abi.encodeWithSelector(ICoverSeries.TooEarly.selector, id, by + 1));
        series.close(id);
        vm.warp(by + 1);
        vm.expectRevert(abi.encodeWithSelector(ICoverSeries.RedemptionOver.selector, id, by));
        series.redeem(id, alice);
        uint256 gross = cap().grossAssets;
        vm.expectEmit(address(series));
        emit ICoverSeries.SeriesClosed(id, 1_000);
        series.close(id);
        assertEq(cap().reserved, 0);
        assertEq(cap().activeCover, 0);
        assertEq(cap().totalAssets, gross);
    }

    function test_a_holder_whom_the_token_refuses_holds_up_nobody() public {
        _mint(alice, 100);
        vm.prank(alice);
        series.safeTransferFrom(alice, bob, id, 50, "");
        _settle(100);
        vm.prank(deployer);
        asset.setBlocked(alice, true);
        vm.expectRevert();
        series.redeem(id, alice);
        series.redeem(id, bob);
        assertEq(cap().openIncidents, 0);
        provideTo(pool, anyone, 1_000 * USDC);
    }

    function test_a_pause_holds_redemption_back_and_its_time_comes_on_top() public {
        _mint(alice, 100);
        _settle(100);
        uint48 by = series.redeemableUntil(id);
        vm.prank(guardianSafe);
        protocol.guardian.pause(PauseScope.PAYOUT, 6, 10 hours, WHY);
        vm.expectRevert(abi.encodeWithSelector(ICoverSeries.PayoutPaused.selector, 6));
        series.redeem(id, alice);
        pass(10 hours);
        assertEq(uint256(series.redeemableUntil(id)), by + 10 hours);
        series.redeem(id, alice);
    }

    function test_no_series_of_pauses_holds_redemption_back_for_longer_than_one() public {
        _mint(alice, 100);
        _settle(100);
        uint48 by = series.redeemableUntil(id);
        vm.prank(guardianSafe);
        uint64 pauseId = protocol.guardian.pause(PauseScope.PAYOUT, 6, 72 hours, WHY);
        vm.prank(dao);
        protocol.guardian.extend(pauseId, 72 hours);
        pass(72 hours);
        assertTrue(protocol.guardian.isPaused(PauseScope.PAYOUT, 6));
        series.redeem(id, alice);
        assertEq(uint256(series.redeemableUntil(id)), by + 72 hours);
    }

    function test_the_contract_says_what_it_can() public view {
        assertTrue(series.supportsInterface(type(ICoverSeries).interfaceId));
        assertTrue(series.supportsInterface(type(IERC1155).interfaceId));
        assertFalse(series.supportsInterface(0xffffffff));
    }

    function testFuzz_units_never_stand_for_more_than_is_locked(uint256 seed) public {
        for (uint256 i = 0; i < 8; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            uint256 units = bound(seed, 1, 2_000);
            if (series.series(id).unitsSold + units > 10_000) break;
            _mint(i % 2 == 0 ? alice : bob, units);
            assertEq(pool.lockOf(address(series), id).amount, series.totalSupply(id) * USDC);
            assertEq(cap().activeCover, series.series(id).unitsSold * USDC);
        }
        _settle(int256(bound(seed, 1, 100)));
        ICoverSeries.Series memory s = series.series(id);
        assertLe(s.unitPaid * s.unitsSold, pool.incidentReserve(s.incidentId).ownCap);
        if (series.balanceOf(alice, id) != 0) series.redeem(id, alice);
        pass(1 days);
        if (series.balanceOf(bob, id) != 0) series.redeem(id, bob);
        assertEq(series.totalSupply(id), 0);
        series.close(id);
        assertEq(cap().activeCover, 0);
        assertEq(cap().reserved, 0);
        assertGe(asset.balanceOf(address(pool)), cap().grossAssets + cap().unearnedPremium);
    }

    // ── inside ──

    function _open(uint256 maxUnits) private returns (uint256) {
        vm.prank(dao);
        return series.open(6, flight, address(adapter), USDC, maxUnits, salesEnd, eventEnd, keccak256("terms"));
    }

    function _mint(address to, uint256 units) private {
        vm.prank(alice);
        series.mint(id, units, type(uint256).max, to);
    }

    function _settle(int256 percent) private {
        vm.warp(eventEnd);
        vm.prank(deployer);
        pegFeed.update(1e8);
        series.settle(id, report(flight, eventEnd, percent));
    }

    /// 10,000 units sold, and then the pool shrinks so far that a day's window is less than what they are paid.
    function _sellAndShrink() private {
        _mint(alice, 5_000);
        _mint(alice, 5_000);
        _leave(80);
        vm.warp(eventEnd);
        vm.prank(deployer);
        pegFeed.update(1e8);
        series.settle(id, report(flight, eventEnd, 100));
    }

    /// Lets bob leave with so many percent of what he has, before the event, which lies farther away for that.
    function _leave(uint256 percent) private {
        uint256 shares = pool.balanceOf(bob) * percent / 100;
        vm.prank(bob);
        pool.requestRedeem(shares, bob, bob);
        (uint256 head,) = pool.queue();
        for (uint256 i = 0; i < 40 && (i < 14 || pool.request(head).shares != 0); ++i) {
            pass(1 days);
            if (i >= 13) pool.processQueue(1);
        }
    }

    function _inconclusive(bytes memory data) private {
        vm.expectRevert(abi.encodeWithSelector(ICoverSeries.NotConclusive.selector, id));
        series.settle(id, data);
    }

    function _bad(
        bytes32 why,
        uint32 poolId,
        uint32 subjectId,
        address by,
        uint256 payout,
        uint256 units,
        uint48 sales,
        uint48 end,
        bytes32 hash
    ) private {
        vm.prank(dao);
        vm.expectRevert(abi.encodeWithSelector(ICoverSeries.BadSeries.selector, why));
        series.open(poolId, subjectId, by, payout, units, sales, end, hash);
    }
}

/// Buys again while it is given units.
contract GreedyReceiver is ERC1155Holder {
    CoverSeries private immutable _series;
    uint256 private immutable _id;

    constructor(CoverSeries series, uint256 id) {
        _series = series;
        _id = id;
    }

    function onERC1155Received(address, address, uint256, uint256, bytes memory) public override returns (bytes4) {
        _series.mint(_id, 1, type(uint256).max, address(this));
        return this.onERC1155Received.selector;
    }
}
