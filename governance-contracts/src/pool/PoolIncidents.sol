// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {IRiskPool} from "../interfaces/IRiskPool.sol";
import {ITreasury} from "../interfaces/ITreasury.sol";
import {DrainWindow} from "../libraries/DrainWindow.sol";
import {ParameterKeys} from "../libraries/ParameterKeys.sol";
import {SolvencyMath} from "../libraries/SolvencyMath.sol";
import {PoolCover} from "./PoolCover.sol";

/// @title PoolIncidents
/// @notice What a loss may cost the pool: a reserve at detection, payouts from it within the drain window, and what is left at
/// the end, which pays the treasury back first.
abstract contract PoolIncidents is PoolCover {
    using SafeERC20 for IERC20;

    mapping(uint64 incidentId => IncidentReserve) private _reserves;
    /// Highest floor among the open incidents; a later incident, measured on a pool that has paid already, cannot go below it.
    uint256 private _floorInForce;

    /// @inheritdoc IRiskPool
    function openIncident(uint64 incidentId, uint32 subjectId)
        external
        restricted
        returns (uint256 cap, uint256 affectedCover)
    {
        affectedCover = _subjects[subjectId].amount;
        cap = _reserve(incidentId, subjectId, affectedCover, false);
        ++_openIncidents;
    }

    /// @inheritdoc IRiskPool
    function openExactReserve(uint64 incidentId, uint32 subjectId, uint256 amount)
        external
        restricted
        returns (uint256 cap)
    {
        return _reserve(incidentId, subjectId, Math.min(amount, _subjects[subjectId].amount), true);
    }

    /// @inheritdoc IRiskPool
    function pay(uint64 incidentId, uint64 claimId, address to, uint256 assets) external restricted nonReentrant {
        IncidentReserve storage reserve = _openReserve(incidentId);
        if (assets == 0) revert ZeroAmount();
        uint256 left = _leftOf(reserve);
        if (assets > left) revert IncidentCapExceeded(incidentId, assets, left);
        _accrue();
        (uint256 used, uint256 limit) = _drainState(DrainWindow.PAYOUTS);
        uint256 free = Math.saturatingSub(limit, used);
        if (assets > free) revert DrainLimit(assets, free);
        _consumeDrain(DrainWindow.PAYOUTS, assets, used, limit);

        reserve.paid += assets;
        _reserved -= assets;
        _gross -= assets;
        emit Payout(incidentId, claimId, to, assets);
        IERC20(asset()).safeTransfer(to, assets);
    }

    /// @inheritdoc IRiskPool
    function closeIncident(uint64 incidentId) external restricted nonReentrant {
        IncidentReserve storage reserve = _openReserve(incidentId);
        _accrue();
        uint256 unused = _leftOf(reserve);
        uint256 returned = Math.min(reserve.backstop, unused);
        reserve.open = false;
        _reserved -= unused;
        _gross -= returned;
        if (!reserve.exact && --_openIncidents == 0) _floorInForce = 0;
        emit IncidentReleased(incidentId, unused, returned);
        if (returned == 0) return;
        ITreasury treasury = directory.treasury();
        IERC20(asset()).safeTransfer(address(treasury), returned);
        treasury.receiveReturned(poolId, incidentId, returned);
    }

    /// @inheritdoc IRiskPool
    function receiveForfeit(uint256 amount) external restricted {
        _accrue();
        _requireArrived(amount);
        _gross += amount;
        emit Forfeited(msg.sender, amount);
    }

    /// @inheritdoc IRiskPool
    function receiveBackstop(uint64 incidentId, uint256 amount) external restricted {
        IncidentReserve storage reserve = _openReserve(incidentId);
        _accrue();
        _requireArrived(amount);
        _gross += amount;
        _reserved += amount;
        reserve.backstop += amount;
        emit IncidentBackstopped(incidentId, amount);
    }

    /// @inheritdoc IRiskPool
    function incidentReserve(uint64 incidentId) external view returns (IncidentReserve memory) {
        return _reserves[incidentId];
    }

    function _reserve(uint64 incidentId, uint32 subjectId, uint256 most, bool exact) private returns (uint256 cap) {
        IncidentReserve storage reserve = _reserves[incidentId];
        // A number is used once: subjects are numbered from 1.
        if (reserve.subjectId != 0) revert IncidentAlreadyOpen(incidentId);
        _accrue();
        uint256 gross = _gross;
        uint256 floor = Math.max(
            SolvencyMath.requirement(gross, _parameter(ParameterKeys.POOL_FLOOR)), _floorInForce
        );
        cap = SolvencyMath.incidentCap(gross, _parameter(ParameterKeys.INCIDENT_CAP), most, floor, _reserved);
        if (!exact) _floorInForce = floor;
        _reserved += cap;
        reserve.subjectId = subjectId;
        reserve.snapshotAssets = gross;
        reserve.affectedCover = most;
        reserve.floor = floor;
        reserve.ownCap = cap;
        reserve.exact = exact;
        reserve.open = true;
        emit IncidentReserved(incidentId, subjectId, gross, most, cap, floor, exact);
    }

    function _openReserve(uint64 incidentId) private view returns (IncidentReserve storage reserve) {
        reserve = _reserves[incidentId];
        if (!reserve.open) revert IncidentNotOpen(incidentId);
    }

    function _leftOf(IncidentReserve storage reserve) private view returns (uint256) {
        return reserve.ownCap + reserve.backstop - reserve.paid;
    }
}
