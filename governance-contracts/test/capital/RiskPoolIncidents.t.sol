// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {CapitalBase} from "./CapitalBase.sol";
import {IRiskPool} from "../../src/interfaces/IRiskPool.sol";
import {ITreasury} from "../../src/interfaces/ITreasury.sol";
import {Kind, Level} from "../../src/interfaces/Types.sol";

/// What a loss may cost the pool.
contract RiskPoolIncidentsTest is CapitalBase {
    function setUp() public override {
        super.setUp();
        provide(bob, 999_000 * USDC); // with the seed a million
        for (uint256 i = 0; i < 4; ++i) {
            lock(i, subject, 50_000 * USDC);
        }
    }

    function test_a_reserve_is_set_aside_at_detection() public {
        vm.prank(module);
        vm.expectEmit(address(pool));
        emit IRiskPool.IncidentReserved(
            1, subject, 1_000_000 * USDC, 200_000 * USDC, 200_000 * USDC, 100_000 * USDC, false
        );
        (uint256 reserve, uint256 affected) = pool.openIncident(1, subject);
        assertEq(reserve, 200_000 * USDC);
        assertEq(affected, 200_000 * USDC);
        IRiskPool.Capital memory c = cap();
        assertEq(c.reserved, 200_000 * USDC);
        assertEq(c.totalAssets, 800_000 * USDC, "shares are worth less from now on");
        assertEq(c.grossAssets, 1_000_000 * USDC);
        assertEq(c.openIncidents, 1);
        IRiskPool.IncidentReserve memory r = pool.incidentReserve(1);
        assertTrue(r.open);
        assertEq(r.snapshotAssets, 1_000_000 * USDC);
        assertEq(r.floor, 100_000 * USDC);
    }

    function test_an_incident_takes_no_more_than_its_share_of_the_pool() public {
        // A pool that has shrunk: 200,000 of cover on 400,000 of capital, 40 % of it at most.
        _shrinkTo(400_000 * USDC);
        assertEq(openIncident(1, subject), 160_000 * USDC);
    }

    function test_many_incidents_together_leave_the_floor() public {
        uint32[6] memory ids;
        for (uint256 i = 0; i < 6; ++i) {
            ids[i] = listed(Kind.SmartContract, Level.Low);
            for (uint256 k = 0; k < 4; ++k) {
                lock(10 * (i + 1) + k, ids[i], 50_000 * USDC);
            }
        }
        uint256 sum;
        for (uint64 i = 0; i < 6; ++i) {
            sum += openIncident(i + 1, ids[i]);
        }
        assertEq(pool.incidentReserve(5).ownCap, 100_000 * USDC, "what the floor leaves");
        assertEq(pool.incidentReserve(6).ownCap, 0);
        assertEq(sum, 900_000 * USDC);
        assertEq(cap().totalAssets, 100_000 * USDC);
    }

    function test_a_later_incident_cannot_go_below_the_floor_of_an_earlier_one() public {
        uint32 other = listed(Kind.SmartContract, Level.Low);
        for (uint256 i = 0; i < 4; ++i) {
            lock(10 + i, other, 50_000 * USDC);
        }
        openIncident(1, subject);
        pay(1, anyone, 200_000 * USDC);
        openIncident(2, other);
        assertEq(pool.incidentReserve(2).floor, 100_000 * USDC, "not a tenth of what is left");
        closeIncident(1);
        closeIncident(2);
        lock(20, risky, 1_000 * USDC);
        openIncident(3, risky);
        assertEq(pool.incidentReserve(3).floor, 80_000 * USDC, "all is over: measured anew");
    }

    function test_a_number_is_used_once() public {
        openIncident(1, subject);
        vm.expectRevert(abi.encodeWithSelector(IRiskPool.IncidentAlreadyOpen.selector, 1));
        openIncident(1, risky);
        closeIncident(1);
        vm.expectRevert(abi.encodeWithSelector(IRiskPool.IncidentAlreadyOpen.selector, 1));
        openIncident(1, subject);
    }

    function test_a_payout_comes_out_of_the_reserve_and_leaves_the_price() public {
        openIncident(1, subject);
        uint256 price = pool.convertToAssets(1e18);
        vm.prank(module);
        vm.expectEmit(address(pool));
        emit IRiskPool.Payout(1, 42, alice, 70_000 * USDC);
        pool.pay(1, 42, alice, 70_000 * USDC);
        assertEq(asset.balanceOf(alice), 70_000 * USDC);
        assertEq(pool.convertToAssets(1e18), price, "the loss was taken at detection");
        assertEq(cap().reserved, 130_000 * USDC);
        assertEq(cap().grossAssets, 930_000 * USDC);
        assertEq(pool.incidentReserve(1).paid, 70_000 * USDC);
    }

    function test_a_payout_needs_an_open_incident_an_amount_and_a_reserve() public {
        vm.expectRevert(abi.encodeWithSelector(IRiskPool.IncidentNotOpen.selector, 1));
        pay(1, alice, 1);
        openIncident(1, subject);
        vm.expectRevert(IRiskPool.ZeroAmount.selector);
        pay(1, alice, 0);
        vm.expectRevert(
            abi.encodeWithSelector(IRiskPool.IncidentCapExceeded.selector, 1, 200_000 * USDC + 1, 200_000 * USDC)
        );
        pay(1, alice, 200_000 * USDC + 1);
    }

    function test_payouts_stop_at_the_days_limit_and_go_on_as_it_frees() public {
        _shrinkTo(400_000 * USDC);
        pass(1 days);
        openIncident(1, subject); // 160,000 reserved; 100,000 may leave in a day
        vm.expectEmit(address(pool));
        emit IRiskPool.DrainBreakerTripped(true, 100_000 * USDC, 100_000 * USDC);
        pay(1, alice, 100_000 * USDC);
        vm.expectRevert(abi.encodeWithSelector(IRiskPool.DrainLimit.selector, 1, 0));
        pay(1, alice, 1);
        pass(1 days);
        pay(1, alice, 60_000 * USDC);
    }

    function test_closing_gives_back_what_was_not_paid() public {
        openIncident(1, subject);
        pay(1, alice, 50_000 * USDC);
        vm.prank(module);
        vm.expectEmit(address(pool));
        emit IRiskPool.IncidentReleased(1, 150_000 * USDC, 0);
        pool.closeIncident(1);
        assertEq(cap().totalAssets, 950_000 * USDC);
        assertEq(cap().reserved, 0);
        assertEq(cap().openIncidents, 0);
        vm.expectRevert(abi.encodeWithSelector(IRiskPool.IncidentNotOpen.selector, 1));
        closeIncident(1);
        vm.expectRevert(abi.encodeWithSelector(IRiskPool.IncidentNotOpen.selector, 1));
        pay(1, alice, 1);
    }

    function test_a_backstop_is_paid_last_and_goes_back_first() public {
        openIncident(1, subject);
        _backstop(1, 100_000 * USDC);
        assertEq(cap().totalAssets, 800_000 * USDC, "it is not the providers'");
        assertEq(cap().reserved, 300_000 * USDC);
        pay(1, alice, 230_000 * USDC);
        address treasury = address(protocol.treasury);
        uint256 before = asset.balanceOf(treasury);
        vm.prank(module);
        vm.expectEmit(treasury);
        emit ITreasury.BackstopReturned(1, 1, 70_000 * USDC);
        pool.closeIncident(1);
        assertEq(asset.balanceOf(treasury) - before, 70_000 * USDC);
        assertEq(cap().totalAssets, 800_000 * USDC, "the pool has paid all of its own share");
    }

    function test_a_backstop_that_nobody_needed_goes_back_whole() public {
        openIncident(1, subject);
        _backstop(1, 100_000 * USDC);
        pay(1, alice, 30_000 * USDC);
        closeIncident(1);
        assertEq(asset.balanceOf(address(protocol.treasury)), 100_000 * USDC);
        assertEq(cap().totalAssets, 970_000 * USDC);
    }

    function test_a_backstop_needs_an_open_incident_and_the_money() public {
        vm.prank(module);
        vm.expectRevert(abi.encodeWithSelector(IRiskPool.IncidentNotOpen.selector, 1));
        pool.receiveBackstop(1, 5);
        openIncident(1, subject);
        vm.startPrank(module);
        vm.expectRevert(abi.encodeWithSelector(IRiskPool.NotReceived.selector, 5, 0));
        pool.receiveBackstop(1, 5);
        vm.expectRevert(IRiskPool.ZeroAmount.selector);
        pool.receiveBackstop(1, 0);
        vm.stopPrank();
    }

    function test_a_forfeit_belongs_to_the_providers() public {
        fund(address(pool), 50 * USDC);
        vm.startPrank(module);
        vm.expectEmit(address(pool));
        emit IRiskPool.Forfeited(module, 50 * USDC);
        pool.receiveForfeit(50 * USDC);
        assertEq(cap().totalAssets, 1_000_050 * USDC);
        vm.expectRevert(abi.encodeWithSelector(IRiskPool.NotReceived.selector, 50 * USDC, 0));
        pool.receiveForfeit(50 * USDC);
        vm.stopPrank();
    }

    function test_an_exact_reserve_is_no_more_than_what_is_known_to_be_due() public {
        vm.prank(module);
        vm.expectEmit(address(pool));
        emit IRiskPool.IncidentReserved(
            1 << 63, subject, 1_000_000 * USDC, 30_000 * USDC, 30_000 * USDC, 100_000 * USDC, true
        );
        assertEq(pool.openExactReserve(1 << 63, subject, 30_000 * USDC), 30_000 * USDC);
        assertTrue(pool.incidentReserve(1 << 63).exact);
        assertEq(cap().openIncidents, 0);
        provide(alice, 1_000 * USDC);
        vm.prank(module);
        assertEq(
            pool.openExactReserve((1 << 63) | 1, subject, 900_000 * USDC), 200_000 * USDC, "nor than the cover sold"
        );
        closeIncident(1 << 63);
        assertEq(cap().reserved, 200_000 * USDC);
    }

    function test_only_claims_modules_and_the_treasury_touch_a_reserve() public {
        bytes memory refusal = abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, alice);
        vm.startPrank(alice);
        vm.expectRevert(refusal);
        pool.openIncident(1, subject);
        vm.expectRevert(refusal);
        pool.openExactReserve(1, subject, 1);
        vm.expectRevert(refusal);
        pool.pay(1, 1, alice, 1);
        vm.expectRevert(refusal);
        pool.closeIncident(1);
        vm.expectRevert(refusal);
        pool.receiveForfeit(1);
        vm.expectRevert(refusal);
        pool.receiveBackstop(1, 1);
        vm.stopPrank();
    }

    function test_premium_goes_on_being_earned_while_an_incident_is_open() public {
        stream(1, 1_000 * USDC, uint48(block.timestamp) + 10 days);
        openIncident(1, subject);
        pass(20 days);
        assertEq(cap().totalAssets, 801_000 * USDC);
    }

    function testFuzz_no_payouts_of_an_incident_leave_less_than_its_floor(uint256 seed) public {
        openIncident(1, subject);
        uint256 floor = pool.incidentReserve(1).floor;
        for (uint256 i = 0; i < 10; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            uint256 left = 200_000 * USDC - pool.incidentReserve(1).paid;
            if (left == 0) break;
            pay(1, alice, bound(seed, 1, left));
            assertGe(cap().totalAssets, floor);
            assertLe(pool.incidentReserve(1).paid, pool.incidentReserve(1).ownCap);
            assertEq(asset.balanceOf(address(pool)), cap().grossAssets);
        }
    }

    function _backstop(uint64 incidentId, uint256 amount) private {
        fund(address(pool), amount);
        vm.prank(module);
        vm.expectEmit(address(pool));
        emit IRiskPool.IncidentBackstopped(incidentId, amount);
        pool.receiveBackstop(incidentId, amount);
    }

    /// Lets bob leave until the pool has this much.
    function _shrinkTo(uint256 assets) private {
        uint256 asked = pool.convertToShares(1_000_000 * USDC - assets);
        askOut(bob, asked);
        pass(14 days);
        for (uint256 i = 0; i < 12 && pool.request(1).shares != 0; ++i) {
            pool.processQueue(1);
            pass(1 days);
        }
        assertApproxEqAbs(pool.totalAssets(), assets, 2);
        if (pool.totalAssets() != assets) stream(0, assets - pool.totalAssets(), 0);
    }
}
