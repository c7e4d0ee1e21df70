// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {IERC1155} from "@openzeppelin/contracts/token/ERC1155/IERC1155.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ERC165Checker} from "@openzeppelin/contracts/utils/introspection/ERC165Checker.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {RateLimiter} from "@openzeppelin/contracts/utils/RateLimiter.sol";
import {IDirectory} from "./interfaces/IDirectory.sol";
import {IRiskPool} from "./interfaces/IRiskPool.sol";
import {ITreasury} from "./interfaces/ITreasury.sol";
import {ModuleNames} from "./libraries/ModuleNames.sol";
import {ParameterKeys} from "./libraries/ParameterKeys.sol";
import {ParameterScope} from "./libraries/ParameterScope.sol";
import {PegWatch} from "./treasury/PegWatch.sol";
import {VenueBook} from "./treasury/VenueBook.sol";

/// @title Treasury
/// @notice See ITreasury. Pegs: PegWatch. Venues: VenueBook. Here: what comes in and what goes out.
contract Treasury is VenueBook {
    using SafeERC20 for IERC20;
    using RateLimiter for RateLimiter.SlidingWindow;

    struct Backstop {
        uint256 inAll;
        uint256 byCouncil;
    }

    uint48 private constant EPOCH = 30 days;
    bytes32 private constant COUNCIL = "COUNCIL";

    RateLimiter.SlidingWindow private _councilSpending;
    mapping(uint32 poolId => mapping(uint64 incidentId => Backstop)) private _backstops;

    /// @param authority   the AccessManager that says who may call what
    /// @param directory_  where parameters, guardian, pools and modules are found
    constructor(address authority, IDirectory directory_) PegWatch(authority, directory_) {}

    // ── in ─────────────────────────────────────────────────────────────────────────────────────────────────────

    /// @inheritdoc ITreasury
    function receiveFees(uint32 poolId, uint256 amount) external restricted {
        if (amount == 0) return;
        emit FeesReceived(poolId, directory.pool(poolId).asset(), amount);
    }

    /// @inheritdoc ITreasury
    function receiveReturned(uint32 poolId, uint64 incidentId, uint256 amount) external {
        if (msg.sender != address(directory.pool(poolId))) revert NotThePool(poolId, msg.sender);
        emit BackstopReturned(poolId, incidentId, amount);
    }

    // ── out ────────────────────────────────────────────────────────────────────────────────────────────────────

    /// @inheritdoc ITreasury
    function backstop(uint32 poolId, uint64 incidentId, uint256 amount) external restricted nonReentrant {
        _payBackstop(poolId, incidentId, amount, false);
    }

    /// @inheritdoc ITreasury
    function backstopAsCouncil(uint32 poolId, uint64 incidentId, uint256 amount) external restricted nonReentrant {
        Backstop storage b = _backstops[poolId][incidentId];
        uint256 left = Math.saturatingSub(_limit(ParameterKeys.COUNCIL_BACKSTOP, ParameterScope.GLOBAL), b.byCouncil);
        if (amount > left) revert BackstopLimit(amount, left);
        b.byCouncil += amount;
        _payBackstop(poolId, incidentId, amount, true);
    }

    /// @inheritdoc ITreasury
    function spend(address token, address to, uint256 amount, bytes32 memoHash) external restricted nonReentrant {
        _spend(token, to, amount, memoHash, false);
    }

    /// @inheritdoc ITreasury
    function spendAsCouncil(address token, address to, uint256 amount, bytes32 memoHash)
        external
        restricted
        nonReentrant
    {
        _settlement(token);
        _councilSpending.updateSettings(EPOCH, uint208(_limit(ParameterKeys.COUNCIL_SPEND_EPOCH, ParameterScope.GLOBAL)));
        if (!_councilSpending.tryConsume(COUNCIL, amount)) {
            revert SpendLimit(amount, _councilSpending.available(COUNCIL));
        }
        _spend(token, to, amount, memoHash, true);
    }

    // ── views ──────────────────────────────────────────────────────────────────────────────────────────────────

    /// @inheritdoc ITreasury
    function health(address asset) external view returns (Health memory h) {
        h.worstPeg = pegOf(asset);
        h.oldestPrice = _pricedAt(asset);
        h.liquid = _atHand(asset);
        uint256 largest;
        uint256 selfReported;
        (h.deployed, largest, selfReported) = _deployed(asset);
        h.liabilities = _shortfall(asset);
        uint256 assets = h.liquid + h.deployed;
        h.coverageBps = h.liabilities == 0
            ? type(uint32).max
            : uint32(Math.min(assets * ONE / h.liabilities, type(uint32).max));
        if (assets == 0) return h;
        h.largestVenueBps = uint16(Math.ceilDiv(largest * ONE, assets));
        h.selfReportedBps = uint16(Math.ceilDiv(selfReported * ONE, assets));
    }

    /// @inheritdoc ITreasury
    function councilEpoch() external view returns (uint256 used, uint256 limit) {
        limit = _limit(ParameterKeys.COUNCIL_SPEND_EPOCH, ParameterScope.GLOBAL);
        used = _councilSpending.used(COUNCIL);
    }

    /// @inheritdoc ITreasury
    function backstopOf(uint32 poolId, uint64 incidentId) external view returns (uint256 inAll, uint256 byCouncil) {
        Backstop storage b = _backstops[poolId][incidentId];
        return (b.inAll, b.byCouncil);
    }

    // ── inside ─────────────────────────────────────────────────────────────────────────────────────────────────

    function _payBackstop(uint32 poolId, uint64 incidentId, uint256 amount, bool byCouncil) private {
        if (amount == 0) revert ZeroAmount();
        IRiskPool pool = directory.pool(poolId);
        address asset = pool.asset();
        _settlement(asset);
        _requireOutflows(poolId);
        _requireFloorAfter(asset, amount);
        _backstops[poolId][incidentId].inAll += amount;
        _send(IERC20(asset), address(pool), amount);
        pool.receiveBackstop(incidentId, amount);
        emit BackstopPaid(poolId, incidentId, amount, byCouncil);
    }

    function _spend(address token, address to, uint256 amount, bytes32 memoHash, bool byCouncil) private {
        if (memoHash == 0) revert ReasonRequired();
        if (amount == 0) revert ZeroAmount();
        if (_isForbidden(to)) revert RecipientForbidden(to);
        // A venue's shares leave through recall, which knows their principal.
        if (_hasPrincipal(token)) revert BadVenue(token);
        _requireOutflows(0);
        if (_isSettlement(token)) _requireFloorAfter(token, amount);
        _send(IERC20(token), to, amount);
        emit Spent(to, token, amount, memoHash, byCouncil);
    }

    /// The floor is a share of what remains.
    function _requireFloorAfter(address asset, uint256 amount) private view {
        _requireLiquid(asset, amount, Math.saturatingSub(_base(asset), amount));
    }

    function _send(IERC20 token, address to, uint256 amount) private {
        uint256 before = token.balanceOf(to);
        token.safeTransfer(to, amount);
        uint256 received = token.balanceOf(to) - before;
        if (received != amount) revert TransferShort(address(token), amount, received);
    }

    /// What the pools in this asset are short of.
    function _shortfall(address asset) private view returns (uint256 sum) {
        uint32 pools = directory.poolCount();
        for (uint32 id = 1; id <= pools; ++id) {
            IRiskPool pool = directory.pool(id);
            if (pool.asset() != asset) continue;
            IRiskPool.Capital memory capital = pool.capital();
            sum += Math.saturatingSub(capital.minCapital, capital.totalAssets);
        }
    }

    function _isForbidden(address to) private view returns (bool) {
        // What is sent to the zero address, here or to the AccessManager would never leave again.
        if (to == address(0) || to == address(this) || to == authority()) return true;
        if (to.code.length == 0) return false;
        return _isModule(to) || _isToken(to);
    }

    function _isModule(address to) private view returns (bool) {
        bytes32[14] memory names = ModuleNames.all();
        for (uint256 i = 0; i < names.length; ++i) {
            if (directory.module(names[i]) == to) return true;
        }
        return false;
    }

    /// Whoever tells a total supply is a token, a vault or a pool.
    function _isToken(address to) private view returns (bool) {
        (bool answered, bytes memory answer) = to.staticcall(abi.encodeCall(IERC20.totalSupply, ()));
        if (answered && answer.length == 32) return true;
        return ERC165Checker.supportsInterface(to, type(IERC721).interfaceId)
            || ERC165Checker.supportsInterface(to, type(IERC1155).interfaceId);
    }
}
