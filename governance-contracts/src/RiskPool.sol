// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ERC4626} from "@openzeppelin/contracts/token/ERC20/extensions/ERC4626.sol";
import {IERC4626} from "@openzeppelin/contracts/interfaces/IERC4626.sol";
import {IDirectory} from "./interfaces/IDirectory.sol";
import {IRiskPool} from "./interfaces/IRiskPool.sol";
import {Kind, Peg} from "./interfaces/Types.sol";
import {ParameterKeys} from "./libraries/ParameterKeys.sol";
import {PauseScope} from "./libraries/PauseScope.sol";
import {SolvencyMath} from "./libraries/SolvencyMath.sol";
import {PoolLedger} from "./pool/PoolLedger.sol";
import {PoolQueue} from "./pool/PoolQueue.sol";

/// @title RiskPool
/// @notice See IRiskPool. The parts, from the ground up: PoolLedger (sums and time), PoolCover (locks and premiums), PoolIncidents
/// (reserves and payouts), PoolQueue (redemptions), and here the door through which capital comes in.
contract RiskPool is PoolQueue {
    /// @param authority  AccessManager
    /// @param asset_     settlement asset; it must transfer exactly what it is told to
    /// @param poolId_    the number under which the Directory will know the pool
    constructor(
        address authority,
        IDirectory directory_,
        IERC20 asset_,
        Kind kind_,
        string memory name_,
        string memory symbol_,
        uint32 poolId_
    ) ERC20(name_, symbol_) ERC4626(asset_) PoolLedger(authority, directory_, kind_, poolId_) {
        if (address(asset_) == address(0)) revert ZeroAddress();
    }

    /// @notice Deposits assets for shares. Closed while an incident is open, the peg is not Normal, or DEPOSIT is paused.
    function deposit(uint256 assets, address receiver) public override(ERC4626, IERC4626) returns (uint256) {
        _requireDepositsOpen();
        return super.deposit(assets, receiver);
    }

    /// @notice As deposit, for a number of shares.
    function mint(uint256 shares, address receiver) public override(ERC4626, IERC4626) returns (uint256) {
        _requireDepositsOpen();
        return super.mint(shares, receiver);
    }

    /// @notice Shares leave by requestRedeem alone.
    function withdraw(uint256, address, address) public pure override(ERC4626, IERC4626) returns (uint256) {
        revert AsyncRedeemOnly();
    }

    /// @notice Shares leave by requestRedeem alone.
    function redeem(uint256, address, address) public pure override(ERC4626, IERC4626) returns (uint256) {
        revert AsyncRedeemOnly();
    }

    /// @inheritdoc IRiskPool
    function capital() external view returns (Capital memory c) {
        c.grossAssets = _grossNow();
        c.reserved = _reserved;
        c.totalAssets = c.grossAssets - c.reserved;
        c.activeCover = _activeCover;
        c.minCapital = _minCapital();
        c.free = c.totalAssets > c.minCapital ? c.totalAssets - c.minCapital : 0;
        c.unearnedPremium = _unearnedNow();
        c.owedToRedeemers = _owedInAll;
        c.queuedShares = _queuedShares;
        c.solvencyBps = SolvencyMath.ratio(c.totalAssets, c.minCapital);
        c.utilisationBps = c.minCapital == 0 ? 0 : SolvencyMath.ratio(c.minCapital, c.totalAssets);
        c.openIncidents = _openIncidents;
    }

    /// @notice Most that a deposit would take now: what DEPOSIT_CAP leaves, 0 while closed or when MIN_DEPOSIT is more than that.
    function maxDeposit(address) public view override(ERC4626, IERC4626) returns (uint256) {
        if (_depositsClosed() != 0) return 0;
        (uint256 cap, uint256 held) = (_parameter(ParameterKeys.DEPOSIT_CAP), totalAssets());
        uint256 left = cap > held ? cap - held : 0;
        return left < _parameter(ParameterKeys.MIN_DEPOSIT) ? 0 : left;
    }

    /// @notice As maxDeposit, in shares.
    function maxMint(address receiver) public view override(ERC4626, IERC4626) returns (uint256) {
        return previewDeposit(maxDeposit(receiver));
    }

    /// @notice Always 0: shares leave by requestRedeem alone.
    function maxWithdraw(address) public pure override(ERC4626, IERC4626) returns (uint256) {
        return 0;
    }

    /// @notice Always 0: shares leave by requestRedeem alone.
    function maxRedeem(address) public pure override(ERC4626, IERC4626) returns (uint256) {
        return 0;
    }

    function _deposit(address caller, address receiver, uint256 assets, uint256 shares) internal override nonReentrant {
        uint256 least = _parameter(ParameterKeys.MIN_DEPOSIT);
        if (assets < least) revert DepositTooSmall(assets, least);
        _accrue();
        super._deposit(caller, receiver, assets, shares);
        _requireArrived(assets);
        _gross += assets;
    }

    function _requireDepositsOpen() private view {
        bytes32 why = _depositsClosed();
        if (why != 0) revert DepositsClosed(why);
    }

    function _depositsClosed() private view returns (bytes32) {
        if (_openIncidents != 0) return "INCIDENT";
        if (directory.treasury().pegOf(asset()) != Peg.Normal) return "PEG";
        if (directory.guardian().isPaused(PauseScope.DEPOSIT, poolId)) return "PAUSED";
        return 0;
    }
}
