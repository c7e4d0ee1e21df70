// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {Kind, Peg, Status} from "../../src/interfaces/Types.sol";
import {IPremiumEngine} from "../../src/interfaces/IPremiumEngine.sol";
import {IRiskPool} from "../../src/interfaces/IRiskPool.sol";
import {IUnderwriting} from "../../src/interfaces/IUnderwriting.sol";
import {ParameterKeys} from "../../src/libraries/ParameterKeys.sol";
import {ParameterScope} from "../../src/libraries/ParameterScope.sol";
import {RiskPool} from "../../src/RiskPool.sol";
import {CapitalHandler} from "./CapitalHandler.sol";

/// @notice What buyers, holders and integrators do.
abstract contract CoverHandler is CapitalHandler {
    address internal integrator = account("integrator");

    function buy(uint256 seed, uint256 kindSeed, uint256 amount, uint256 time) external counted("buy") {
        IUnderwriting.Order memory order = _order(_kind(kindSeed), seed);
        order.amount = bound(amount, 500 * USDC, 700_000 * USDC);
        order.duration = uint32(bound(time, 20 days, 365 days));
        try protocol.premium.quote(order.poolId, order.subjectId, order.amount, order.duration, address(0)) returns (
            IPremiumEngine.Quote memory quote
        ) {
            _checkQuote(quote, order.poolId);
            _buy(order, quote);
        } catch {}
    }

    function _buy(IUnderwriting.Order memory order, IPremiumEngine.Quote memory quote) private {
        order.maxPremium = quote.premium;
        fund(order.to, quote.premium);
        bool closed = _salesMustBeClosed(order.poolId, order.subjectId);
        uint256 available = protocol.pools[order.poolId - 1].availableCapacity(order.subjectId);
        vm.startPrank(order.to);
        asset.approve(address(protocol.underwriting), quote.premium);
        try protocol.underwriting.buy(order) returns (uint256 id) {
            _check(!closed, "a policy was sold although sales are closed", 29);
            _check(order.amount <= available, "more was sold than the capacity shown", 2);
            _afterBuy(order.poolId, id, quote);
        } catch {}
        vm.stopPrank();
    }

    function cancel(uint256 policySeed) external counted("cancel") {
        uint256 count = protocol.underwriting.policyCount();
        if (count == 0) return;
        uint256 id = bound(policySeed, 1, count);
        address owner = protocol.policyNFT.ownerOf(id);
        IUnderwriting.Policy memory policy = protocol.underwriting.policy(id);
        vm.prank(owner);
        try protocol.underwriting.cancel(id) returns (uint256 refund) {
            _check(refund <= policy.premium, "a refund exceeded the premium", 28);
            _check(policy.closed == IUnderwriting.CloseReason.None, "a closed policy was cancelled", 28);
        } catch {}
    }

    function expire(uint256 policySeed) external counted("expire") {
        uint256 count = protocol.underwriting.policyCount();
        if (count == 0) return;
        uint256[] memory ids = new uint256[](1);
        ids[0] = bound(policySeed, 1, count);
        IUnderwriting.Policy memory policy = protocol.underwriting.policy(ids[0]);
        try protocol.underwriting.expire(ids) {
            _check(block.timestamp > policy.graceEnd, "a policy was expired within its grace", 29);
        } catch {}
    }

    function transferPolicy(uint256 policySeed, uint256 seed) external counted("transferPolicy") {
        uint256 count = protocol.underwriting.policyCount();
        if (count == 0) return;
        uint256 id = bound(policySeed, 1, count);
        address owner = protocol.policyNFT.ownerOf(id);
        bool open = protocol.claims.openClaimOf(id) != 0;
        vm.prank(owner);
        try protocol.policyNFT.transferFrom(owner, holder(seed), id) {
            _check(!open, "a policy with an open claim was transferred", 35);
        } catch {}
    }

    function balanceChange(uint256 seed, uint256 insured) external counted("balanceChange") {
        vm.prank(integrator);
        protocol.accountCover.onBalanceChange(holder(seed), bound(insured, 0, 300_000 * USDC));
    }

    function topUp(uint256 amount) external counted("topUp") {
        amount = bound(amount, 1 * USDC, 3_000 * USDC);
        fund(integrator, amount);
        vm.startPrank(integrator);
        asset.approve(address(protocol.accountCover), amount);
        protocol.accountCover.topUp(integrator, amount);
        vm.stopPrank();
    }

    function settlePremium() external counted("settlePremium") {
        protocol.accountCover.settlePremium(integrator);
    }

    function lapseAccount(uint256 seed) external counted("lapseAccount") {
        address[] memory accounts = new address[](1);
        accounts[0] = holder(seed);
        try protocol.accountCover.lapse(integrator, accounts) {} catch {}
    }

    function _order(Kind kind, uint256 seed) internal returns (IUnderwriting.Order memory order) {
        order.poolId = poolIdOf(kind);
        order.subjectId = subjectOf(kind, seed);
        order.termsVersion = protocol.underwriting.termsVersion(order.poolId);
        order.proofOfInterestHash = keccak256("interest");
        order.to = holder(seed);
    }

    function _salesMustBeClosed(uint32 poolId, uint32 subjectId) private view returns (bool) {
        (Status status,) = protocol.risk.statusOf(subjectId);
        return status != Status.Listed || protocol.treasury.pegOf(address(asset)) != Peg.Normal
            || protocol.guardian.isPaused(1, poolId) || protocol.incidents.openIncidentOf(poolId, subjectId) != 0;
    }

    function _checkQuote(IPremiumEngine.Quote memory quote, uint32 poolId) private {
        bytes32 scope = ParameterScope.pool(poolId);
        _check(
            quote.toPool + quote.toTreasury + quote.toDistributor == quote.premium, "the parts of a premium do not add up", 27
        );
        _check(quote.rateBps >= protocol.parameters.get(ParameterKeys.RATE_FLOOR, scope), "a rate under the floor", 27);
        _check(quote.rateBps <= protocol.parameters.get(ParameterKeys.RATE_CEILING, scope), "a rate above the ceiling", 27);
    }

    function _afterBuy(uint32 poolId, uint256 id, IPremiumEngine.Quote memory quote) private {
        RiskPool pool = protocol.pools[poolId - 1];
        IRiskPool.Capital memory capital = pool.capital();
        _check(capital.totalAssets >= capital.minCapital, "a sale left the pool under minimum capital", 2);
        IUnderwriting.Policy memory policy = protocol.underwriting.policy(id);
        _check(policy.premium == quote.premium, "the premium taken is not the premium quoted", 27);
        _check(policy.rateBps == quote.rateBps, "the rate taken is not the rate quoted", 27);
    }
}
