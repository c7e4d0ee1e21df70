// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ERC4626} from "@openzeppelin/contracts/token/ERC20/extensions/ERC4626.sol";
import {IERC4626} from "@openzeppelin/contracts/interfaces/IERC4626.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {RateLimiter} from "@openzeppelin/contracts/utils/RateLimiter.sol";
import {IDirectory} from "../interfaces/IDirectory.sol";
import {IRiskPool} from "../interfaces/IRiskPool.sol";
import {Kind} from "../interfaces/Types.sol";
import {DrainWindow} from "../libraries/DrainWindow.sol";
import {ParameterKeys} from "../libraries/ParameterKeys.sol";
import {ParameterScope} from "../libraries/ParameterScope.sol";
import {PremiumStream} from "../libraries/PremiumStream.sol";

/// @title PoolLedger
/// @notice The sums of a pool and the two ways in which time moves them: premium that is earned and drain windows that free.
/// What the token contract says of the pool's balance counts nowhere except as a check that what is booked has arrived.
abstract contract PoolLedger is ERC4626, AccessManaged, ReentrancyGuardTransient, IRiskPool {
    using DrainWindow for RateLimiter.SlidingWindow;
    using PremiumStream for PremiumStream.Schedule;

    /// @inheritdoc IRiskPool
    Kind public immutable kind;
    /// @inheritdoc IRiskPool
    uint32 public immutable poolId;
    /// Where the pool finds its peers.
    IDirectory public immutable directory;

    /// Assets that belong to the pool, up to the last accrual.
    uint256 internal _gross;
    /// Σ of what open incidents have set aside and not paid, backstops included.
    uint256 internal _reserved;
    /// Σ of what filled requests are owed and have not collected.
    uint256 internal _owedInAll;
    /// Incidents whose loss is not known yet.
    uint32 internal _openIncidents;

    PremiumStream.Schedule internal _premiums;
    RateLimiter.SlidingWindow private _drain;

    constructor(address authority, IDirectory directory_, Kind kind_, uint32 poolId_) AccessManaged(authority) {
        if (authority == address(0) || address(directory_) == address(0)) revert ZeroAddress();
        directory = directory_;
        kind = kind_;
        poolId = poolId_;
    }

    /// @inheritdoc IRiskPool
    function accrue() external {
        _accrue();
    }

    /// @inheritdoc IRiskPool
    function drainWindow(bool payouts) external view returns (uint256 used, uint256 limit) {
        return _drainState(payouts ? DrainWindow.PAYOUTS : DrainWindow.REDEMPTIONS);
    }

    /// @notice What the shares are worth: gross assets with the premium earned up to now, less the reserve of open incidents.
    function totalAssets() public view override(ERC4626, IERC4626) returns (uint256) {
        return _grossNow() - _reserved;
    }

    /// Six decimals more than the asset: an attacker who wants to round a depositor's shares away has to give up a million times
    /// what he can gain.
    function _decimalsOffset() internal pure override returns (uint8) {
        return 6;
    }

    function _accrue() internal {
        uint256 earned = _premiums.advance(uint48(block.timestamp));
        if (earned != 0) _bookEarned(earned);
    }

    function _bookEarned(uint256 assets) internal {
        _gross += assets;
        emit PremiumAccrued(assets, _gross, _premiums.held());
    }

    function _grossNow() internal view returns (uint256) {
        return _gross + _premiums.earned(uint48(block.timestamp));
    }

    function _unearnedNow() internal view returns (uint256) {
        return _premiums.held() - _premiums.earned(uint48(block.timestamp));
    }

    /// Whatever is booked must lie in the pool beyond what is booked already. A donation can only ever make this lenient.
    function _requireArrived(uint256 amount) internal view {
        if (amount == 0) revert ZeroAmount();
        uint256 balance = IERC20(asset()).balanceOf(address(this));
        uint256 booked = _gross + _premiums.held() + _owedInAll;
        uint256 arrived = balance > booked ? balance - booked : 0;
        if (arrived < amount) revert NotReceived(amount, arrived);
    }

    function _drainState(bytes32 window) internal view returns (uint256 used, uint256 limit) {
        return _drain.state(
            window, _grossNow(), _parameter(ParameterKeys.DRAIN_LIMIT_24H), _parameter(ParameterKeys.MIN_DEPOSIT)
        );
    }

    /// Books an outflow before it leaves gross assets; the caller has seen that it is within the limit.
    function _consumeDrain(bytes32 window, uint256 amount, uint256 used, uint256 limit) internal {
        _drain.consume(window, amount, limit);
        if (used + amount == limit) emit DrainBreakerTripped(window == DrainWindow.PAYOUTS, limit, limit);
    }

    function _parameter(bytes32 key) internal view returns (uint256) {
        return directory.parameters().get(key, ParameterScope.pool(poolId));
    }
}
