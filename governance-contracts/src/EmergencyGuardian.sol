// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {IDirectory} from "./interfaces/IDirectory.sol";
import {IEmergencyGuardian} from "./interfaces/IEmergencyGuardian.sol";
import {ParameterKeys} from "./libraries/ParameterKeys.sol";
import {ParameterScope} from "./libraries/ParameterScope.sol";
import {PauseScope} from "./libraries/PauseScope.sol";

/// @title EmergencyGuardian
/// @notice See IEmergencyGuardian.
///
/// Each (scope, pool) has a track: the latest stop and the seconds of all earlier ones. Stops of one track never overlap, so a
/// track's seconds are a sum. A pool is stopped by its own track or by that of pool 0 (every pool); where both ran at once
/// the shared seconds are taken off once.
contract EmergencyGuardian is IEmergencyGuardian, AccessManaged {
    /// @param from      start of the latest stop
    /// @param until     its end; in the past once it is over
    /// @param earlier   s of the stops before it
    /// @param shared    s of this pool's stops that also were stops of every pool, for pairs that are both over or replaced
    struct Track {
        uint48 from;
        uint48 until;
        uint64 earlier;
        uint64 shared;
    }

    uint32 private constant EVERY_POOL = 0;
    uint48 private constant WINDOW = 90 days;

    IDirectory public immutable directory;

    uint64 private _count;
    mapping(uint64 pauseId => Pause) private _pauses;
    mapping(uint16 bit => mapping(uint32 poolId => Track)) private _tracks;
    mapping(address adapter => bool) private _quarantined;

    /// @param authority   the AccessManager that says who may call what
    /// @param directory_  where parameters and pools are found
    constructor(address authority, IDirectory directory_) AccessManaged(authority) {
        directory = directory_;
    }

    // ── pauses ─────────────────────────────────────────────────────────────────────────────────────────────────

    /// @inheritdoc IEmergencyGuardian
    function pause(uint16 scopes, uint32 poolId, uint32 duration, bytes32 reasonHash)
        external
        restricted
        returns (uint64 pauseId)
    {
        if (reasonHash == 0) revert ReasonRequired();
        _requireKnown(scopes);
        if (poolId != EVERY_POOL) directory.pool(poolId);
        _requireDuration(duration);
        (uint8 used, uint8 max, uint48 windowEnds) = budget();
        if (used >= max) revert BudgetSpent(used, windowEnds);

        uint48 from = uint48(block.timestamp);
        uint48 until = from + duration;
        _requireRested(scopes, poolId, until);
        pauseId = ++_count;
        _pauses[pauseId] = Pause(scopes, poolId, from, until, 0, msg.sender, reasonHash);
        for (uint16 bit = 1; bit <= scopes; bit <<= 1) {
            if (scopes & bit != 0) _start(bit, poolId, from, until);
        }
        emit Paused(pauseId, scopes, poolId, from, until, msg.sender, reasonHash, max - used - 1);
    }

    /// @inheritdoc IEmergencyGuardian
    function lift(uint64 pauseId) external restricted {
        _lift(pauseId);
    }

    /// @inheritdoc IEmergencyGuardian
    function liftAsCouncil(uint64 pauseId) external restricted {
        _lift(pauseId);
    }

    /// @inheritdoc IEmergencyGuardian
    function liftAsDao(uint64 pauseId) external restricted {
        _lift(pauseId);
    }

    /// @inheritdoc IEmergencyGuardian
    function extend(uint64 pauseId, uint32 by) external restricted {
        Pause storage p = _running(pauseId);
        _requireDuration(by);
        p.until += by;
        _end(p.scopes, p.poolId, p.until);
        emit Extended(pauseId, p.until);
    }

    // ── adapters ───────────────────────────────────────────────────────────────────────────────────────────────

    /// @inheritdoc IEmergencyGuardian
    function quarantineAdapter(address adapter, bytes32 reasonHash) external restricted {
        if (reasonHash == 0) revert ReasonRequired();
        if (_quarantined[adapter]) revert AlreadyQuarantined(adapter);
        _quarantined[adapter] = true;
        emit AdapterQuarantined(adapter, msg.sender, reasonHash);
    }

    /// @inheritdoc IEmergencyGuardian
    function restoreAdapter(address adapter) external restricted {
        if (!_quarantined[adapter]) revert NotQuarantined(adapter);
        _quarantined[adapter] = false;
        emit AdapterRestored(adapter);
    }

    // ── views ──────────────────────────────────────────────────────────────────────────────────────────────────

    /// @inheritdoc IEmergencyGuardian
    function isPaused(uint16 scopes, uint32 poolId) external view returns (bool) {
        return pausedUntil(scopes, poolId) != 0;
    }

    /// @inheritdoc IEmergencyGuardian
    function pausedUntil(uint16 scopes, uint32 poolId) public view returns (uint48) {
        _requireKnown(scopes);
        uint256 latest = 0;
        for (uint16 bit = 1; bit <= scopes; bit <<= 1) {
            if (scopes & bit == 0) continue;
            uint256 own = _tracks[bit][poolId].until;
            latest = Math.max(latest, Math.max(own, _tracks[bit][EVERY_POOL].until));
        }
        return latest > block.timestamp ? uint48(latest) : 0;
    }

    /// @inheritdoc IEmergencyGuardian
    function pausedSeconds(uint16 scope, uint32 poolId) external view returns (uint256) {
        _requireKnown(scope);
        if (scope & (scope - 1) != 0) revert UnknownScope(scope);
        Track storage every = _tracks[scope][EVERY_POOL];
        if (poolId == EVERY_POOL) return _seconds(every);
        Track storage own = _tracks[scope][poolId];
        return _seconds(every) + _seconds(own) - own.shared - _overlap(own, every);
    }

    /// @inheritdoc IEmergencyGuardian
    function isQuarantined(address adapter) external view returns (bool) {
        return _quarantined[adapter];
    }

    /// @inheritdoc IEmergencyGuardian
    function pauseOf(uint64 pauseId) external view returns (Pause memory) {
        return _pauses[pauseId];
    }

    /// @inheritdoc IEmergencyGuardian
    function pauseCount() external view returns (uint64) {
        return _count;
    }

    /// @inheritdoc IEmergencyGuardian
    function budget() public view returns (uint8 used, uint8 max, uint48 windowEnds) {
        max = uint8(_limit(ParameterKeys.PAUSE_BUDGET_90D));
        // Pauses are in order of time, and no more are in the window than the budget ever allowed.
        for (uint64 id = _count; id != 0; --id) {
            uint48 leaves = _pauses[id].from + WINDOW;
            if (leaves <= block.timestamp) break;
            ++used;
            windowEnds = leaves;
        }
    }

    /// @inheritdoc IEmergencyGuardian
    function coolingUntil(uint16 scope, uint32 poolId) external view returns (uint48) {
        _requireKnown(scope);
        uint256 latest = 0;
        for (uint16 bit = 1; bit <= scope; bit <<= 1) {
            // Whatever could still be widened could be widened by a second.
            if (scope & bit != 0) latest = Math.max(latest, _blockedUntil(bit, poolId, uint48(block.timestamp) + 1));
        }
        return uint48(latest);
    }

    // ── inside ─────────────────────────────────────────────────────────────────────────────────────────────────

    function _limit(bytes32 key) private view returns (uint256) {
        return directory.parameters().get(key, ParameterScope.GLOBAL);
    }

    function _requireKnown(uint16 scopes) private pure {
        if (scopes == 0 || scopes > PauseScope.ALL) revert UnknownScope(scopes);
    }

    function _requireDuration(uint32 duration) private view {
        uint256 max = _limit(ParameterKeys.PAUSE_MAX);
        if (duration == 0) revert ZeroDuration();
        if (duration > max) revert TooLong(duration, uint32(max));
    }

    function _requireRested(uint16 scopes, uint32 poolId, uint48 until) private view {
        uint16 blocked = 0;
        uint256 latest = 0;
        for (uint16 bit = 1; bit <= scopes; bit <<= 1) {
            if (scopes & bit == 0) continue;
            uint256 free = _blockedUntil(bit, poolId, until);
            if (free == 0) continue;
            blocked |= bit;
            latest = Math.max(latest, free);
        }
        if (blocked != 0) revert CoolingDown(blocked, uint48(latest));
    }

    /// When a stop of this scope and pool, lasting until `until`, may start; 0 when now.
    function _blockedUntil(uint16 bit, uint32 poolId, uint48 until) private view returns (uint256 latest) {
        uint256 cooldown = _limit(ParameterKeys.PAUSE_COOLDOWN);
        latest = _restedAt(_tracks[bit][EVERY_POOL], cooldown);
        if (poolId != EVERY_POOL) {
            latest = Math.max(latest, _restedAt(_tracks[bit][poolId], cooldown));
        } else {
            uint256 longest = _limit(ParameterKeys.PAUSE_MAX);
            uint32 pools = directory.poolCount();
            for (uint32 id = 1; id <= pools; ++id) {
                Track storage t = _tracks[bit][id];
                if (_isWidened(t, until, longest)) continue;
                latest = Math.max(latest, _restedAt(t, cooldown));
            }
        }
        if (latest <= block.timestamp) latest = 0;
    }

    /// A pool's running stop does not stand in the way of one for every pool that keeps this pool stopped no longer than it
    /// could be anyway.
    function _isWidened(Track storage t, uint48 until, uint256 longest) private view returns (bool) {
        return t.until > block.timestamp && until <= Math.max(t.from + longest, t.until);
    }

    function _restedAt(Track storage t, uint256 cooldown) private view returns (uint256) {
        return t.until == 0 ? 0 : t.until + cooldown;
    }

    function _start(uint16 bit, uint32 poolId, uint48 from, uint48 until) private {
        Track storage t = _tracks[bit][poolId];
        if (poolId == EVERY_POOL) {
            uint32 pools = directory.poolCount();
            for (uint32 id = 1; id <= pools; ++id) {
                _keepShared(_tracks[bit][id], t);
            }
        } else {
            _keepShared(t, _tracks[bit][EVERY_POOL]);
        }
        t.earlier += t.until - t.from;
        t.from = from;
        t.until = until;
    }

    /// Writes down what a pair of stops shared before one of the two is replaced. Both then start anew apart from each other,
    /// so nothing is written twice.
    function _keepShared(Track storage own, Track storage every) private {
        own.shared += uint64(_overlap(own, every));
    }

    function _lift(uint64 pauseId) private {
        Pause storage p = _running(pauseId);
        p.liftedAt = uint48(block.timestamp);
        _end(p.scopes, p.poolId, p.liftedAt);
        emit Lifted(pauseId, msg.sender, p.liftedAt);
    }

    /// A pause that runs is the latest stop of each of its tracks, because no other may start there meanwhile.
    function _end(uint16 scopes, uint32 poolId, uint48 until) private {
        for (uint16 bit = 1; bit <= scopes; bit <<= 1) {
            if (scopes & bit != 0) _tracks[bit][poolId].until = until;
        }
    }

    function _running(uint64 pauseId) private view returns (Pause storage p) {
        p = _pauses[pauseId];
        if (p.liftedAt != 0 || block.timestamp >= p.until) revert NotActive(pauseId);
    }

    function _seconds(Track storage t) private view returns (uint256) {
        return t.earlier + (Math.min(block.timestamp, t.until) - t.from);
    }

    /// Seconds that the latest stops of two tracks share, up to now.
    function _overlap(Track storage a, Track storage b) private view returns (uint256) {
        uint256 start = Math.max(a.from, b.from);
        uint256 end = Math.min(block.timestamp, Math.min(a.until, b.until));
        return end > start ? end - start : 0;
    }
}
