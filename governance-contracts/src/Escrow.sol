// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {IEscrow} from "./interfaces/IEscrow.sol";
import {IRiskPool} from "./interfaces/IRiskPool.sol";
import {ProtocolModule} from "./ProtocolModule.sol";

/// @title Escrow
/// @notice Holds deposits and bonds for Incidents and Claims.
/// @dev A low gas limit cannot force a credit: what 1/64 leaves after a failed transfer does not pay for storing one.
abstract contract Escrow is IEscrow, ProtocolModule, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    mapping(address asset => uint256) private _held;
    mapping(address asset => mapping(address account => uint256)) private _credits;
    mapping(uint32 poolId => uint256) private _forfeits;

    /// @inheritdoc IEscrow
    function collectCredit(address asset, address to) external nonReentrant returns (uint256 amount) {
        amount = _credits[asset][msg.sender];
        if (amount == 0) revert NothingHeld();
        delete _credits[asset][msg.sender];
        _held[asset] -= amount;
        emit CreditCollected(asset, msg.sender, to, amount);
        IERC20(asset).safeTransfer(to, amount);
    }

    /// @inheritdoc IEscrow
    function passForfeits(uint32 poolId) external nonReentrant returns (uint256 amount) {
        if (_forfeits[poolId] == 0) revert NothingHeld();
        return _pass(poolId);
    }

    /// @inheritdoc IEscrow
    function creditOf(address asset, address account) external view returns (uint256) {
        return _credits[asset][account];
    }

    /// @inheritdoc IEscrow
    function waitingForfeits(uint32 poolId) external view returns (uint256) {
        return _forfeits[poolId];
    }

    /// @inheritdoc IEscrow
    function held(address asset) external view returns (uint256) {
        return _held[asset];
    }

    function _take(address asset, address from, uint256 amount) internal {
        if (amount == 0) return;
        _held[asset] += amount;
        IERC20(asset).safeTransferFrom(from, address(this), amount);
    }

    function _giveBack(address asset, address to, uint256 amount) internal {
        if (amount == 0) return;
        _held[asset] -= amount;
        if (!IERC20(asset).trySafeTransfer(to, amount)) _keep(asset, to, amount);
    }

    /// Books tokens that arrived here as the account's credit.
    function _keep(address asset, address account, uint256 amount) internal {
        _held[asset] += amount;
        _credits[asset][account] += amount;
        emit CreditKept(asset, account, amount);
    }

    function _forfeit(uint32 poolId, uint256 amount) internal {
        if (amount == 0) return;
        _forfeits[poolId] += amount;
        if (_pass(poolId) == 0) emit ForfeitKept(poolId, amount);
    }

    /// Passes a pool's forfeits on; 0 when the token refuses.
    function _pass(uint32 poolId) private returns (uint256 amount) {
        IRiskPool pool = directory.pool(poolId);
        IERC20 asset = IERC20(pool.asset());
        amount = _forfeits[poolId];
        if (!asset.trySafeTransfer(address(pool), amount)) return 0;
        delete _forfeits[poolId];
        _held[address(asset)] -= amount;
        emit ForfeitPassedOn(poolId, amount);
        pool.receiveForfeit(amount);
    }
}
