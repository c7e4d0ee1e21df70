// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {Fixture} from "./Fixture.sol";
import {HostileVenue} from "./HostileVenues.sol";
import {ITreasury} from "../../src/interfaces/ITreasury.sol";
import {Kind} from "../../src/interfaces/Types.sol";
import {IRiskRegistry} from "../../src/interfaces/IRiskRegistry.sol";
import {PauseScope} from "../../src/libraries/PauseScope.sol";
import {Roles} from "../../src/libraries/Roles.sol";
import {NoticeVault} from "../../src/local/NoticeVault.sol";
import {YieldVault} from "../../src/local/YieldVault.sol";

/// @notice A treasury of a million dollars, a lending vault, one with ten days' notice and one that may turn bad.
abstract contract TreasuryFixture is Fixture {
    YieldVault internal vault;
    NoticeVault internal notice;
    HostileVenue internal hostile;

    function setUp() public virtual override {
        super.setUp();
        _give(address(treasury), 1_000_000);
        vault = new YieldVault(dollar, "Lending", "LV", address(this));
        notice = new NoticeVault(dollar, "Term", "TV", 10 days, address(this));
        hostile = new HostileVenue(dollar, address(this));
        _mapPool(address(bridgePool));
    }

    function _mapPool(address pool) private {
        _map(pool, Roles.MODULE_COVER, bridgePool.lockCover.selector);
        _map(pool, Roles.MODULE_CLAIMS, bridgePool.openIncident.selector);
        _map(pool, Roles.MODULE_CLAIMS, bridgePool.closeIncident.selector);
        _map(pool, Roles.MODULE_TREASURY, bridgePool.receiveBackstop.selector);
    }

    function _add(address venue) internal {
        _add(venue, 2_000, false);
    }

    function _add(address venue, uint16 capBps, bool selfReported) internal {
        vm.prank(dao);
        treasury.addVenue(venue, capBps, selfReported);
    }

    function _allocate(address venue, uint256 amount) internal {
        vm.prank(council);
        treasury.allocate(venue, amount);
    }

    function _recall(address venue, uint256 amount) internal {
        vm.prank(council);
        treasury.recall(venue, amount);
    }

    function _principal(address venue) internal view returns (uint256) {
        return treasury.venue(venue).principal;
    }

    function _stopOutflows(uint32 poolId) internal {
        vm.prank(guardianSafe);
        guardian.pause(PauseScope.TREASURY_OUT, poolId, 1 hours, WHY);
    }

    /// Incident 1 in the bridge pool: two million of capital, a hundred thousand insured.
    function _openIncident() internal {
        _deposit(2_000_000);
        uint32 subjectId = _insure(1, 100_000);
        bridgePool.openIncident(1, subjectId);
    }

    function _deposit(uint256 dollars) internal {
        _give(address(this), dollars);
        dollar.approve(address(bridgePool), dollars * USDC);
        bridgePool.deposit(dollars * USDC, address(this));
    }

    /// A new subject of level Low with cover of so many dollars.
    function _insure(uint256 lockId, uint256 dollars) internal returns (uint32 subjectId) {
        subjectId = risk.applyFor(Kind.Bridge, WHY, WHY);
        IRiskRegistry.Inputs memory i;
        (i.audits, i.lastAuditAt, i.liveSince) = (4, uint48(block.timestamp), uint48(block.timestamp - 730 days));
        (i.tvlUsd, i.users30d, i.evidenceHash) = (64_000_000, 1_600, WHY);
        vm.prank(steward);
        risk.attest(subjectId, i);
        bridgePool.lockCover(lockId, subjectId, dollars * USDC);
    }

    function _expectVenueCap(address venue, uint256 after_, uint256 cap) internal {
        vm.expectRevert(abi.encodeWithSelector(ITreasury.VenueCap.selector, venue, after_, cap));
    }

    function _expectFloor(uint256 after_, uint256 floor) internal {
        vm.expectRevert(abi.encodeWithSelector(ITreasury.LiquidFloor.selector, after_, floor));
    }
}
