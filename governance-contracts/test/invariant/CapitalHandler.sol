// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {Kind} from "../../src/interfaces/Types.sol";
import {IRiskPool} from "../../src/interfaces/IRiskPool.sol";
import {RiskPool} from "../../src/RiskPool.sol";
import {InvariantLog} from "./InvariantLog.sol";

/// @notice What liquidity providers and passers-by do to the pools.
abstract contract CapitalHandler is InvariantLog {
    function deposit(uint256 seed, uint256 poolSeed, uint256 amount) external counted("deposit") {
        RiskPool pool = _pool(poolSeed);
        address who = provider(seed);
        amount = bound(amount, 100 * USDC, 2_000_000 * USDC);
        fund(who, amount);
        vm.startPrank(who);
        asset.approve(address(pool), amount);
        uint256 expected = pool.previewDeposit(amount);
        try pool.deposit(amount, who) returns (uint256 shares) {
            _check(shares >= expected, "a deposit gave less than its preview", 25);
        } catch {}
        vm.stopPrank();
    }

    function requestRedeem(uint256 seed, uint256 poolSeed, uint256 part) external counted("requestRedeem") {
        RiskPool pool = _pool(poolSeed);
        address who = provider(seed);
        uint256 shares = pool.balanceOf(who) * bound(part, 1, 60) / 100;
        if (shares == 0) return;
        vm.prank(who);
        pool.requestRedeem(shares, who, who);
    }

    function processQueue(uint256 poolSeed, uint256 most) external counted("processQueue") {
        RiskPool pool = _pool(poolSeed);
        (uint256 head, uint256 tail) = pool.queue();
        try pool.processQueue(bound(most, 1, 4)) returns (uint256 filled) {
            if (filled > 0) _afterFill(pool, head, tail);
        } catch {}
    }

    function cancelRedeem(uint256 poolSeed, uint256 requestSeed) external counted("cancelRedeem") {
        RiskPool pool = _pool(poolSeed);
        (uint256 head, uint256 tail) = pool.queue();
        if (head >= tail) return;
        uint256 id = bound(requestSeed, head, tail - 1);
        vm.prank(pool.request(id).controller);
        try pool.cancelRedeem(id) {} catch {}
    }

    function collect(uint256 seed, uint256 poolSeed) external counted("collect") {
        RiskPool pool = _pool(poolSeed);
        address who = provider(seed);
        if (pool.owed(who) > 0) pool.collect(who);
    }

    function donate(uint256 poolSeed, uint256 amount) external counted("donate") {
        RiskPool pool = _pool(poolSeed);
        uint256 before = pool.convertToAssets(1e12);
        fund(address(pool), bound(amount, 1, 5_000_000 * USDC));
        _check(pool.convertToAssets(1e12) == before, "a donation moved the share price", 1);
    }

    function accrue(uint256 poolSeed) external counted("accrue") {
        _pool(poolSeed).accrue();
    }

    /// What must hold right after a redemption was filled: capital, floor and order.
    function _afterFill(RiskPool pool, uint256 head, uint256 tail) private {
        IRiskPool.Capital memory capital = pool.capital();
        _check(capital.totalAssets >= capital.minCapital, "a fill went below minimum capital", 3);
        bool waiting = false;
        for (uint256 id = head; id < tail; ++id) {
            IRiskPool.RedeemRequest memory request = pool.request(id);
            if (request.cancelled) continue;
            if (request.shares > 0) waiting = true;
            else _check(!waiting, "a later request was filled before an earlier one", 26);
        }
    }

    function _pool(uint256 seed) internal view returns (RiskPool) {
        return protocol.pools[seed % protocol.pools.length];
    }

    function _kind(uint256 seed) internal pure returns (Kind) {
        return Kind(seed % (uint256(type(Kind).max) + 1));
    }
}
