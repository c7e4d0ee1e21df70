// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {Deployed} from "../Deployed.sol";
import {RiskPool} from "../../src/RiskPool.sol";
import {IRiskPool} from "../../src/interfaces/IRiskPool.sol";
import {IRiskRegistry} from "../../src/interfaces/IRiskRegistry.sol";
import {IUnderwriting} from "../../src/interfaces/IUnderwriting.sol";
import {Kind, Level, UpgradeControl} from "../../src/interfaces/Types.sol";
import {Roles} from "../../src/libraries/Roles.sol";

/// @notice The deployed protocol with providers and insured subjects, and an account that may act as a cover or claims module where
/// a test is about the pool alone.
abstract contract CapitalBase is Deployed {
    bytes32 internal constant WHY = keccak256("a published reason");

    address internal alice = account("alice");
    address internal bob = account("bob");
    address internal anyone = account("anyone");
    address internal module = account("module");
    address internal dao;

    RiskPool internal pool;
    /// Smart contract subjects, of level Low and High.
    uint32 internal subject;
    uint32 internal risky;

    function setUp() public virtual {
        deployProtocol();
        dao = address(protocol.timelock);
        pool = protocol.pools[0];
        subject = listed(Kind.SmartContract, Level.Low);
        risky = listed(Kind.SmartContract, Level.High);
        vm.startPrank(dao);
        protocol.manager.grantRole(Roles.MODULE_COVER, module, 0);
        protocol.manager.grantRole(Roles.MODULE_CLAIMS, module, 0);
        protocol.manager.grantRole(Roles.MODULE_TREASURY, module, 0);
        protocol.underwriting.publishTerms(1, "ipfs://terms", keccak256("wording"), 7);
        vm.stopPrank();
    }

    // ── actors ──

    function fund(address to, uint256 amount) internal {
        vm.prank(deployer);
        asset.mint(to, amount);
    }

    function provide(address provider, uint256 amount) internal returns (uint256 shares) {
        return provideTo(pool, provider, amount);
    }

    function provideTo(RiskPool to, address provider, uint256 amount) internal returns (uint256 shares) {
        fund(provider, amount);
        vm.startPrank(provider);
        asset.approve(address(to), amount);
        shares = to.deposit(amount, provider);
        vm.stopPrank();
    }

    function askOut(address provider, uint256 shares) internal returns (uint256 requestId) {
        vm.prank(provider);
        return pool.requestRedeem(shares, provider, provider);
    }

    function lock(uint256 lockId, uint32 subjectId, uint256 amount) internal {
        vm.prank(module);
        pool.lockCover(lockId, subjectId, amount);
    }

    function release(uint256 lockId, uint256 amount) internal {
        vm.prank(module);
        pool.releaseCover(lockId, amount);
    }

    function stream(uint256 lockId, uint256 amount, uint48 until) internal {
        fund(address(pool), amount);
        vm.prank(module);
        pool.accruePremium(lockId, amount, until);
    }

    function openIncident(uint64 incidentId, uint32 subjectId) internal returns (uint256 reserve) {
        vm.prank(module);
        (reserve,) = pool.openIncident(incidentId, subjectId);
    }

    function closeIncident(uint64 incidentId) internal {
        vm.prank(module);
        pool.closeIncident(incidentId);
    }

    function pay(uint64 incidentId, address to, uint256 amount) internal {
        vm.prank(module);
        pool.pay(incidentId, 1, to, amount);
    }

    function pause(uint16 scope) internal {
        vm.prank(guardianSafe);
        protocol.guardian.pause(scope, 1, 1 hours, WHY);
    }

    /// Moves the dollar's price and the treasury's view of it.
    function setPeg(int256 price8) internal {
        vm.prank(deployer);
        pegFeed.update(price8);
        protocol.treasury.pokePeg(address(asset));
    }

    /// Moves time, and the dollar's feed with it as its keepers would.
    function pass(uint256 secs) internal {
        skip(secs);
        vm.prank(deployer);
        pegFeed.update(1e8);
    }

    // ── subjects ──

    function listed(Kind kind, Level level) internal returns (uint32 subjectId) {
        subjectId = protocol.risk.applyFor(kind, keccak256("metadata"), keccak256("exclusions"));
        attest(subjectId, level);
        vm.prank(dao);
        protocol.risk.list(subjectId);
    }

    function attest(uint32 subjectId, Level level) internal {
        vm.prank(steward);
        protocol.risk.attest(subjectId, inputsOf(level));
        (, Level got) = protocol.risk.score(subjectId);
        assertEq(uint256(got), uint256(level), "the inputs give the level");
    }

    function inputsOf(Level level) internal view returns (IRiskRegistry.Inputs memory i) {
        i.audits = 4;
        i.lastAuditAt = uint48(block.timestamp - 1 days);
        i.liveSince = uint48(block.timestamp - 900 days);
        i.tvlUsd = 2_000_000_000;
        i.users30d = 200_000;
        i.evidenceHash = keccak256("evidence");
        i.upgrade = UpgradeControl.Immutable;
        if (level == Level.Guarded) {
            (i.upgrade, i.tvlUsd, i.users30d) = (UpgradeControl.TimelockedDao, 8_000_000, 100);
            i.upgradeDelay = 3 days;
        }
        if (level == Level.High) (i.upgrade, i.tvlUsd, i.users30d, i.audits) = (UpgradeControl.Multisig, 8_000_000, 100, 2);
        if (level == Level.Critical) {
            (i.upgrade, i.tvlUsd, i.users30d) = (UpgradeControl.Eoa, 0, 0);
            (i.audits, i.lastAuditAt) = (0, 0);
        }
    }

    function cap() internal view returns (IRiskPool.Capital memory) {
        return pool.capital();
    }

    // ── policies ──

    function orderOf(uint256 amount, uint32 duration) internal view returns (IUnderwriting.Order memory o) {
        o.poolId = 1;
        o.subjectId = subject;
        o.amount = amount;
        o.duration = duration;
        o.maxPremium = type(uint256).max;
        o.termsVersion = 1;
        o.proofOfInterestHash = keccak256("proof of interest");
        o.to = alice;
    }

    function buy(IUnderwriting.Order memory o) internal returns (uint256 policyId) {
        fund(alice, 1_000_000 * USDC);
        vm.startPrank(alice);
        asset.approve(address(protocol.underwriting), type(uint256).max);
        policyId = protocol.underwriting.buy(o);
        vm.stopPrank();
    }
}
