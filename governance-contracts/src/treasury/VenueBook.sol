// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {IERC4626} from "@openzeppelin/contracts/interfaces/IERC4626.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {IEmergencyGuardian} from "../interfaces/IEmergencyGuardian.sol";
import {ITreasury} from "../interfaces/ITreasury.sol";
import {IVenue} from "../interfaces/IVenue.sol";
import {Peg} from "../interfaces/Types.sol";
import {ParameterKeys} from "../libraries/ParameterKeys.sol";
import {ParameterScope} from "../libraries/ParameterScope.sol";
import {PauseScope} from "../libraries/PauseScope.sol";
import {PegWatch} from "./PegWatch.sol";

/// @title VenueBook
/// @notice The treasury's part that puts assets into venues and takes them back. See ITreasury.
abstract contract VenueBook is PegWatch, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    uint256 internal constant ONE = 1e4;
    /// Least worth of what a venue gives for an allocation, bps of it.
    uint256 private constant LEAST_WORTH = 9_950;
    uint256 private constant LONGEST_EXIT = 90 days;
    /// For one question to a venue: a venue that burns what it gets must not stop the treasury.
    uint256 private constant QUESTION_GAS = 500_000;
    uint256 private constant EVERYTHING = type(uint256).max;

    address[] private _venueList;
    mapping(address venue => Venue) private _venues;

    // ── admission ──────────────────────────────────────────────────────────────────────────────────────────────

    /// @inheritdoc ITreasury
    function addVenue(address venue_, uint16 capBps, bool selfReported) external restricted {
        Venue storage v = _venues[venue_];
        if (v.asset != address(0) && !v.closed) revert VenueAlreadyAdded(venue_);
        address asset = _assetOf(venue_);
        uint256 exitDelay = _exitDelayOf(venue_);
        bool isAnother = v.asset != address(0) && asset != v.asset;
        if (isAnother || exitDelay > LONGEST_EXIT || _isPool(venue_)) revert BadVenue(venue_);
        _settlement(asset);
        uint256 cap = _limit(ParameterKeys.VENUE_CAP, ParameterScope.GLOBAL);
        if (capBps > cap) revert VenueCap(venue_, capBps, cap);
        if (v.asset == address(0)) _venueList.push(venue_);
        v.asset = asset;
        v.capBps = capBps;
        v.exitDelay = uint32(exitDelay);
        v.selfReported = selfReported;
        v.closed = false;
        emit VenueAdded(venue_, asset, capBps, uint32(exitDelay), selfReported);
    }

    /// @inheritdoc ITreasury
    function closeVenue(address venue_) external restricted {
        _open(venue_).closed = true;
        emit VenueClosed(venue_);
    }

    // ── money ──────────────────────────────────────────────────────────────────────────────────────────────────

    /// @inheritdoc ITreasury
    function allocate(address venue_, uint256 amount) external restricted nonReentrant {
        Venue storage v = _open(venue_);
        if (amount == 0) revert ZeroAmount();
        _requireOutflows(0);
        if (pokePeg(v.asset) != Peg.Normal) revert PegNotNormal(v.asset);
        if (_exitDelayOf(venue_) > v.exitDelay) revert BadVenue(venue_);
        uint256 base = _base(v.asset);
        uint256 cap = base * Math.min(v.capBps, _limit(ParameterKeys.VENUE_CAP, ParameterScope.GLOBAL)) / ONE;
        if (v.principal + amount > cap) revert VenueCap(venue_, v.principal + amount, cap);
        _requireLiquid(v.asset, amount, base);
        v.principal += amount;
        _deposit(venue_, IERC20(v.asset), amount);
        emit Allocated(venue_, amount, v.principal);
    }

    /// @inheritdoc ITreasury
    function requestExit(address venue_, uint256 amount) external restricted nonReentrant {
        if (_known(venue_).exitDelay == 0) revert BadVenue(venue_);
        if (amount == 0) revert ZeroAmount();
        emit ExitRequested(venue_, amount, IVenue(venue_).requestExit(amount));
    }

    /// @inheritdoc ITreasury
    function recall(address venue_, uint256 amount) external restricted nonReentrant {
        Venue storage v = _known(venue_);
        if (amount == 0) revert ZeroAmount();
        uint256 shares = IERC4626(venue_).balanceOf(address(this));
        uint256 got = _withdraw(venue_, IERC20(v.asset), amount);
        uint256 burned = shares - IERC4626(venue_).balanceOf(address(this));
        uint256 principal = shares == 0 ? 0 : Math.mulDiv(v.principal, burned, shares);
        v.principal -= principal;
        emit Recalled(venue_, got, int256(got) - int256(principal), v.principal);
    }

    /// @inheritdoc ITreasury
    function realiseLoss(address venue_) external restricted {
        Venue storage v = _known(venue_);
        uint256 worth = _worthOf(venue_);
        if (worth >= v.principal) revert NoLoss(venue_);
        uint256 loss = v.principal - worth;
        v.principal = worth;
        emit LossRealised(venue_, loss, worth);
    }

    // ── views ──────────────────────────────────────────────────────────────────────────────────────────────────

    /// @inheritdoc ITreasury
    function venue(address venue_) external view returns (Venue memory) {
        return _known(venue_);
    }

    /// @inheritdoc ITreasury
    function venueCount() external view returns (uint256) {
        return _venueList.length;
    }

    /// @inheritdoc ITreasury
    function venueAt(uint256 index) external view returns (address) {
        return _venueList[index];
    }

    // ── inside ─────────────────────────────────────────────────────────────────────────────────────────────────

    /// @param poolId  0 unless the outflow is for one pool
    function _requireOutflows(uint32 poolId) internal view {
        IEmergencyGuardian guardian = directory.guardian();
        bool stopped = address(guardian) != address(0) && guardian.isPaused(PauseScope.TREASURY_OUT, poolId);
        if (stopped) revert OutflowsPaused();
    }

    /// @param base  treasury assets of which LIQUID_FLOOR must be at hand after `amount` has left
    function _requireLiquid(address asset, uint256 amount, uint256 base) internal view {
        uint256 left = Math.saturatingSub(_atHand(asset), amount);
        uint256 share = _limit(ParameterKeys.LIQUID_FLOOR, ParameterScope.GLOBAL);
        uint256 floor = Math.mulDiv(base, share, ONE, Math.Rounding.Ceil);
        if (left < floor || amount > _atHand(asset)) revert LiquidFloor(left, floor);
    }

    function _atHand(address asset) internal view returns (uint256) {
        return IERC20(asset).balanceOf(address(this));
    }

    /// What caps and floor are shares of. See ITreasury.
    function _base(address asset) internal view returns (uint256 base) {
        base = _atHand(asset);
        for (uint256 i = 0; i < _venueList.length; ++i) {
            Venue storage v = _venues[_venueList[i]];
            if (v.asset == asset) base += Math.min(v.principal, _worthOf(_venueList[i]));
        }
    }

    /// @return deployed      worth of what is in venues, by their own word
    /// @return largest       of the largest
    /// @return selfReported  of those whose value is nobody else's word
    function _deployed(address asset) internal view returns (uint256 deployed, uint256 largest, uint256 selfReported) {
        for (uint256 i = 0; i < _venueList.length; ++i) {
            Venue storage v = _venues[_venueList[i]];
            if (v.asset != asset) continue;
            uint256 worth = _worthOf(_venueList[i]);
            deployed += worth;
            largest = Math.max(largest, worth);
            if (v.selfReported) selfReported += worth;
        }
    }

    function _hasPrincipal(address token) internal view returns (bool) {
        return _venues[token].principal != 0;
    }

    function _known(address venue_) private view returns (Venue storage v) {
        v = _venues[venue_];
        if (v.asset == address(0)) revert UnknownVenue(venue_);
    }

    function _open(address venue_) private view returns (Venue storage v) {
        v = _known(venue_);
        if (v.closed) revert VenueIsClosed(venue_);
    }

    function _deposit(address venue_, IERC20 asset, uint256 amount) private {
        uint256 worth = _worthOf(venue_);
        uint256 atHand = asset.balanceOf(address(this));
        asset.forceApprove(venue_, amount);
        IERC4626(venue_).deposit(amount, address(this));
        asset.forceApprove(venue_, 0);
        uint256 left = atHand - asset.balanceOf(address(this));
        if (left != amount) revert TransferShort(address(asset), amount, left);
        if (Math.saturatingSub(_worthOf(venue_), worth) * ONE < amount * LEAST_WORTH) revert BadVenue(venue_);
    }

    function _withdraw(address venue_, IERC20 asset, uint256 amount) private returns (uint256 got) {
        uint256 atHand = asset.balanceOf(address(this));
        if (amount == EVERYTHING) {
            uint256 shares = IERC4626(venue_).maxRedeem(address(this));
            if (shares == 0) revert ZeroAmount();
            amount = IERC4626(venue_).redeem(shares, address(this), address(this));
        } else {
            IERC4626(venue_).withdraw(amount, address(this), address(this));
        }
        got = asset.balanceOf(address(this)) - atHand;
        if (got != amount) revert TransferShort(address(asset), amount, got);
    }

    /// What the treasury's shares of a venue are worth by the venue's word; 0 when it does not answer.
    function _worthOf(address venue_) private view returns (uint256) {
        (bool held, uint256 shares) = _ask(venue_, abi.encodeCall(IERC20.balanceOf, (address(this))));
        if (!held || shares == 0) return 0;
        (bool valued, uint256 worth) = _ask(venue_, abi.encodeCall(IERC4626.convertToAssets, (shares)));
        return valued ? Math.min(worth, type(uint128).max) : 0;
    }

    function _assetOf(address venue_) private view returns (address) {
        (bool answered, uint256 asset) = _ask(venue_, abi.encodeCall(IERC4626.asset, ()));
        if (!answered || asset > type(uint160).max) revert BadVenue(venue_);
        return address(uint160(asset));
    }

    /// 0 for a vault that knows no notice.
    function _exitDelayOf(address venue_) private view returns (uint256 delay) {
        (, delay) = _ask(venue_, abi.encodeCall(IVenue.exitDelay, ()));
    }

    /// One word of a contract's answer, whatever it does.
    function _ask(address venue_, bytes memory question) private view returns (bool answered, uint256 word) {
        assembly ("memory-safe") {
            mstore(0x00, 0)
            answered := staticcall(QUESTION_GAS, venue_, add(question, 0x20), mload(question), 0x00, 0x20)
            answered := and(answered, gt(returndatasize(), 0x1f))
            word := mul(mload(0x00), answered)
        }
    }

    function _isPool(address venue_) private view returns (bool) {
        uint32 pools = directory.poolCount();
        for (uint32 id = 1; id <= pools; ++id) {
            if (address(directory.pool(id)) == venue_) return true;
        }
        return false;
    }
}
