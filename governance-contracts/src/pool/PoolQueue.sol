// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {IRiskPool} from "../interfaces/IRiskPool.sol";
import {Peg} from "../interfaces/Types.sol";
import {DrainWindow} from "../libraries/DrainWindow.sol";
import {ParameterKeys} from "../libraries/ParameterKeys.sol";
import {PauseScope} from "../libraries/PauseScope.sol";
import {SolvencyMath} from "../libraries/SolvencyMath.sol";
import {PoolIncidents} from "./PoolIncidents.sol";

/// @title PoolQueue
/// @notice How providers leave: a request waits, in the order of requests and at risk like any share, until it is filled at the
/// price of that moment. What is filled is set aside and collected, so that an account that cannot receive holds up nobody.
abstract contract PoolQueue is PoolIncidents {
    using SafeERC20 for IERC20;

    mapping(uint256 requestId => RedeemRequest) private _requests;
    mapping(address controller => uint256 assets) private _owed;
    /// Σ of what waits; shares that somebody sends here by mistake are not among them.
    uint256 internal _queuedShares;
    /// First request that is not over, and the number after the last.
    uint256 private _head = 1;
    uint256 private _tail = 1;

    /// @inheritdoc IRiskPool
    function requestRedeem(uint256 shares, address controller, address owner) external returns (uint256 requestId) {
        if (controller == address(0)) revert ZeroAddress();
        if (previewRedeem(shares) == 0) revert ZeroAmount();
        if (msg.sender != owner) _spendAllowance(owner, msg.sender, shares);
        _transfer(owner, address(this), shares);
        _queuedShares += shares;
        requestId = _tail++;
        uint48 claimableAt = uint48(block.timestamp + _parameter(ParameterKeys.REDEEM_COOLDOWN));
        _requests[requestId] =
            RedeemRequest({controller: controller, claimableAt: claimableAt, shares: shares, cancelled: false});
        emit RedeemRequested(requestId, controller, owner, shares, claimableAt);
    }

    /// @inheritdoc IRiskPool
    function processQueue(uint256 maxRequests) external nonReentrant returns (uint256 filledAssets) {
        if (_head == _tail) revert NothingQueued();
        if (!_redemptionsOpen()) return 0;
        _accrue();
        uint256 nextBefore = _nextInsured;
        _syncLevels();
        (uint256 used, uint256 limit) = _drainState(DrainWindow.REDEMPTIONS);
        uint256 budget = Math.min(_redeemable(), Math.saturatingSub(limit, used));

        uint256 headBefore = _head;
        uint256 head = headBefore;
        for (uint256 i = 0; i < maxRequests && head != _tail; ++i) {
            (bool over, uint256 assets) = _fill(head, budget - filledAssets);
            filledAssets += assets;
            if (!over) break;
            ++head;
        }
        _head = head;
        if (head != headBefore || _nextInsured != nextBefore) emit QueueAdvanced(head, _nextInsured);
        // Gross assets have gone down by what was filled, but the window's limit does not depend on that.
        if (filledAssets != 0) _consumeDrain(DrainWindow.REDEMPTIONS, filledAssets, used, limit);
    }

    /// @inheritdoc IRiskPool
    function cancelRedeem(uint256 requestId) external {
        RedeemRequest storage waiting = _requests[requestId];
        if (waiting.controller != msg.sender) revert NotController(requestId, msg.sender);
        uint256 shares = waiting.shares;
        if (shares == 0) revert RequestOver(requestId);
        waiting.shares = 0;
        waiting.cancelled = true;
        _queuedShares -= shares;
        emit RedeemCancelled(requestId, msg.sender, shares);
        _transfer(address(this), msg.sender, shares);
    }

    /// @inheritdoc IRiskPool
    function collect(address controller) external nonReentrant returns (uint256 assets) {
        assets = _owed[controller];
        if (assets == 0) revert ZeroAmount();
        _owed[controller] = 0;
        _owedInAll -= assets;
        emit RedeemCollected(controller, assets);
        IERC20(asset()).safeTransfer(controller, assets);
    }

    /// @inheritdoc IRiskPool
    function request(uint256 requestId) external view returns (RedeemRequest memory) {
        return _requests[requestId];
    }

    /// @inheritdoc IRiskPool
    function queue() external view returns (uint256 head, uint256 tail) {
        return (_head, _tail);
    }

    /// @inheritdoc IRiskPool
    function owed(address controller) external view returns (uint256) {
        return _owed[controller];
    }

    function _redemptionsOpen() private view returns (bool) {
        return _openIncidents == 0 && !directory.guardian().isPaused(PauseScope.WITHDRAW, poolId)
            && directory.treasury().pegOf(asset()) != Peg.Depegged;
    }

    /// What redemptions may take: what is above minimum capital and, while the reserve of a settled series is outstanding, above
    /// the floor of all that the pool has. A pool that stands for nothing may be left by everybody.
    function _redeemable() private view returns (uint256) {
        uint256 kept = _minCapital();
        if (_reserved != 0) {
            kept = Math.max(kept, SolvencyMath.requirement(_gross, _parameter(ParameterKeys.POOL_FLOOR)));
        }
        return Math.saturatingSub(totalAssets(), kept);
    }

    /// Fills one request as far as the budget goes. Not over: immature, or the budget ended inside it.
    function _fill(uint256 requestId, uint256 budget) private returns (bool over, uint256 assets) {
        RedeemRequest storage waiting = _requests[requestId];
        uint256 shares = waiting.shares;
        if (shares == 0) return (true, 0);
        if (waiting.claimableAt > block.timestamp) return (false, 0);

        assets = previewRedeem(shares);
        over = assets <= budget;
        if (!over) {
            shares = previewDeposit(budget);
            assets = previewRedeem(shares);
            if (assets == 0) return (false, 0);
        }
        address controller = waiting.controller;
        waiting.shares -= shares;
        _queuedShares -= shares;
        _gross -= assets;
        _owed[controller] += assets;
        _owedInAll += assets;
        _burn(address(this), shares);
        emit RedeemFilled(requestId, controller, shares, assets, over);
    }
}
