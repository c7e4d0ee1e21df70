// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {IEmergencyGuardian} from "../../src/interfaces/IEmergencyGuardian.sol";
import {IParameterRegistry} from "../../src/interfaces/IParameterRegistry.sol";
import {ITreasury} from "../../src/interfaces/ITreasury.sol";
import {ParameterKeys} from "../../src/libraries/ParameterKeys.sol";
import {ParameterScope} from "../../src/libraries/ParameterScope.sol";
import {PauseScope} from "../../src/libraries/PauseScope.sol";
import {YieldVault} from "../../src/local/YieldVault.sol";
import {CoverHandler} from "./CoverHandler.sol";

/// @notice What stewards, council, guardian and DAO do, and what happens to the peg and to the subjects.
abstract contract GovernanceHandler is CoverHandler {
    YieldVault internal venue;
    mapping(bytes32 keyAndScope => uint48) internal lastExecutedAt;

    function proposeChange(uint256 keySeed, uint256 direction, bool byDao) external counted("proposeChange") {
        bytes32 key = protocol.parameters.keyAt(keySeed % protocol.parameters.keyCount());
        bytes32 scope = _scopeOf(key, direction);
        (,,, uint128 low, uint128 high) = protocol.parameters.preview(key, scope, 0);
        uint128 value = uint128(bound(direction, low, high));
        vm.prank(byDao ? address(protocol.timelock) : steward);
        if (byDao) {
            try protocol.parameters.proposeChangeAsDao(key, scope, value, keccak256("why")) {} catch {}
        } else {
            try protocol.parameters.proposeChange(key, scope, value, keccak256("why")) {} catch {}
        }
    }

    function executeChange(uint256 changeSeed) external counted("executeChange") {
        uint64 count = protocol.parameters.changeCount();
        if (count == 0) return;
        uint64 id = uint64(bound(changeSeed, count > 6 ? count - 5 : 1, count));
        IParameterRegistry.Change memory change = protocol.parameters.change(id);
        uint128 current = protocol.parameters.get(change.key, change.scope);
        bool scopedBefore = protocol.parameters.isScoped(change.key, change.scope);
        try protocol.parameters.execute(id) {
            _check(change.state == IParameterRegistry.ChangeState.Pending, "a change that was not pending was executed", 17);
            _check(block.timestamp >= change.eta, "a change was executed before its time", 17);
            _check(block.timestamp <= change.expiry, "a change was executed after its expiry", 17);
            _check(current == change.expectedOld, "a change was executed on another value than expected", 17);
            _checkStep(change, current, scopedBefore);
        } catch {}
    }

    function cancelChange(uint256 changeSeed) external counted("cancelChange") {
        uint64 count = protocol.parameters.changeCount();
        if (count == 0) return;
        vm.prank(address(protocol.timelock));
        try protocol.parameters.cancelAsDao(uint64(bound(changeSeed, 1, count)), keccak256("why")) {} catch {}
    }

    function tightenNow(uint256 keySeed, uint256 valueSeed) external counted("tightenNow") {
        bytes32 key = protocol.parameters.keyAt(keySeed % protocol.parameters.keyCount());
        bytes32 scope = _scopeOf(key, valueSeed);
        IParameterRegistry.Spec memory spec = protocol.parameters.spec(key);
        uint128 old = protocol.parameters.get(key, scope);
        uint128 value = uint128(bound(valueSeed, spec.min, spec.max));
        vm.prank(steward);
        try protocol.parameters.tightenNow(key, scope, value, keccak256("why")) {
            bool safe = spec.safe == IParameterRegistry.SafeDirection.Higher ? value > old : value < old;
            _check(spec.safe != IParameterRegistry.SafeDirection.Neither && safe, "tightening moved the unsafe way", 18);
        } catch {}
    }

    function pause(uint256 scopeSeed, uint256 poolSeed, uint256 time) external counted("pause") {
        uint16 scopes = uint16(bound(scopeSeed, 1, PauseScope.ALL));
        uint32 poolId = uint32(poolSeed % (protocol.pools.length + 1));
        uint256 max = protocol.parameters.get(ParameterKeys.PAUSE_MAX, ParameterScope.GLOBAL);
        uint32 duration = uint32(bound(time, 1 hours, max + 1 hours));
        uint256 money = asset.balanceOf(address(protocol.treasury));
        vm.prank(guardianSafe);
        try protocol.guardian.pause(scopes, poolId, duration, keccak256("why")) returns (uint64 id) {
            IEmergencyGuardian.Pause memory made = protocol.guardian.pauseOf(id);
            _check(made.until - made.from <= max, "a pause is longer than the limit", 19);
            _check(asset.balanceOf(address(protocol.treasury)) == money, "a pause moved money", 20);
        } catch {}
    }

    function lift(uint256 pauseSeed, uint256 bySeed) external counted("lift") {
        uint64 count = protocol.guardian.pauseCount();
        if (count == 0) return;
        uint64 id = uint64(bound(pauseSeed, 1, count));
        if (bySeed % 3 == 0) {
            vm.prank(guardianSafe);
            try protocol.guardian.lift(id) {} catch {}
        } else if (bySeed % 3 == 1) {
            vm.prank(council);
            try protocol.guardian.liftAsCouncil(id) {} catch {}
        } else {
            vm.prank(address(protocol.timelock));
            try protocol.guardian.extend(id, 1 days) {} catch {}
        }
    }

    function movePeg(uint256 priceSeed) external counted("movePeg") {
        // mostly around the peg, sometimes through it
        uint256 price = priceSeed % 4 == 0 ? bound(priceSeed, 0.9e8, 1e8) : bound(priceSeed, 0.998e8, 1.002e8);
        vm.prank(deployer);
        pegFeed.update(int256(price));
        protocol.treasury.pokePeg(address(asset));
    }

    function restorePeg() external counted("restorePeg") {
        vm.prank(deployer);
        pegFeed.update(1e8);
        protocol.treasury.pokePeg(address(asset));
    }

    function attest(uint256 subjectSeed, uint256 tvl) external counted("attest") {
        uint32 id = uint32(bound(subjectSeed, 1, protocol.risk.subjectCount()));
        attestSafely(id, uint128(tvl % 5 == 0 ? bound(tvl, 1_000_000, 900_000_000) : 900_000_000));
    }

    function enforce(uint256 subjectSeed) external counted("enforce") {
        uint32 id = uint32(bound(subjectSeed, 1, protocol.risk.subjectCount()));
        try protocol.risk.enforce(id) {
            try protocol.risk.enforce(id) {
                _check(false, "enforcing twice did something twice", 29);
            } catch {}
        } catch {}
    }

    function relist(uint256 subjectSeed) external counted("relist") {
        uint32 id = uint32(bound(subjectSeed, 1, protocol.risk.subjectCount()));
        vm.prank(address(protocol.timelock));
        try protocol.risk.list(id) {} catch {}
    }

    function allocate(uint256 amount) external counted("allocate") {
        amount = bound(amount, 1, 2_000_000 * USDC);
        vm.prank(council);
        bytes memory call = abi.encodeCall(ITreasury.allocate, (address(venue), amount));
        (, uint48 at) = _scheduled(call);
        if (at == 0) return;
        vm.warp(at);
        vm.prank(council);
        try protocol.manager.execute(address(protocol.treasury), call) {
            _afterAllocation();
        } catch {}
    }

    function recall(uint256 amount) external counted("recall") {
        uint256 most = protocol.treasury.venue(address(venue)).principal;
        if (most == 0) return;
        vm.prank(council);
        try protocol.treasury.recall(address(venue), bound(amount, 1, most)) {} catch {}
    }

    function spend(uint256 amount, uint256 to) external counted("spend") {
        amount = bound(amount, 1, 80_000 * USDC);
        bytes memory call =
            abi.encodeCall(ITreasury.spendAsCouncil, (address(asset), _recipient(to), amount, keccak256("memo")));
        vm.prank(council);
        (, uint48 at) = _scheduled(call);
        if (at == 0) return;
        vm.warp(at);
        vm.prank(council);
        try protocol.manager.execute(address(protocol.treasury), call) {
            _check(_recipient(to).code.length == 0, "money went to a contract of the protocol", 30);
            (uint256 used, uint256 limit) = protocol.treasury.councilEpoch();
            _check(used <= limit, "the council spent more than its limit", 30);
            _checkLiquidFloor();
        } catch {}
    }

    /// Schedules as the pranked council; (0, 0) when it is refused.
    function _scheduled(bytes memory call) private returns (bytes32 id, uint48 at) {
        try protocol.manager.schedule(address(protocol.treasury), call, 0) returns (bytes32 made, uint32) {
            id = made;
            at = protocol.manager.getSchedule(made);
        } catch {}
    }

    function _afterAllocation() private {
        ITreasury.Venue memory state = protocol.treasury.venue(address(venue));
        ITreasury.Health memory health = protocol.treasury.health(address(asset));
        uint256 all = health.liquid + health.deployed;
        uint256 cap = protocol.parameters.get(ParameterKeys.VENUE_CAP, ParameterScope.GLOBAL);
        if (state.capBps < cap) cap = state.capBps;
        _check(state.principal <= all * cap / 1e4 + 1, "a venue holds more than its cap", 30);
        _checkLiquidFloor();
    }

    function _checkLiquidFloor() private {
        ITreasury.Health memory health = protocol.treasury.health(address(asset));
        uint256 floor = protocol.parameters.get(ParameterKeys.LIQUID_FLOOR, ParameterScope.GLOBAL);
        _check(health.liquid * 1e4 + 1e4 >= (health.liquid + health.deployed) * floor, "the treasury is less liquid than its floor", 30);
    }

    function _recipient(uint256 seed) private returns (address) {
        if (seed % 4 == 0) return address(protocol.pools[seed % protocol.pools.length]);
        if (seed % 4 == 1) return address(asset);
        if (seed % 4 == 2) return address(protocol.treasury);
        return account("payee");
    }

    function _checkStep(IParameterRegistry.Change memory change, uint128 old, bool) private {
        IParameterRegistry.Spec memory spec = protocol.parameters.spec(change.key);
        uint256 delta = change.newValue > old ? change.newValue - old : old - change.newValue;
        uint256 most = uint256(old) * spec.maxStepBps / 1e4;
        if (most < spec.minAbsStep) most = spec.minAbsStep;
        _check(delta <= most, "a change was larger than its step", 16);
        bytes32 id = keccak256(abi.encode(change.key, change.scope));
        uint48 last = lastExecutedAt[id];
        _check(last == 0 || block.timestamp >= last + spec.minInterval, "two changes came sooner than their interval", 16);
        lastExecutedAt[id] = uint48(block.timestamp);
    }

    function _scopeOf(bytes32 key, uint256 seed) private view returns (bytes32) {
        IParameterRegistry.ScopeKind kind = protocol.parameters.spec(key).scopeKind;
        if (seed % 3 == 0 || kind == IParameterRegistry.ScopeKind.Global) return ParameterScope.GLOBAL;
        if (kind == IParameterRegistry.ScopeKind.Pool) return ParameterScope.pool(uint32(seed % protocol.pools.length) + 1);
        bytes32[] memory scopes = protocol.parameters.scopesOf(key);
        return scopes.length == 0 ? ParameterScope.GLOBAL : scopes[seed % scopes.length];
    }
}
