// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {EnumerableSet} from "@openzeppelin/contracts/utils/structs/EnumerableSet.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {IRiskPool} from "../interfaces/IRiskPool.sol";
import {Level} from "../interfaces/Types.sol";
import {ParameterKeys} from "../libraries/ParameterKeys.sol";
import {ParameterScope} from "../libraries/ParameterScope.sol";
import {PremiumStream} from "../libraries/PremiumStream.sol";
import {SolvencyMath} from "../libraries/SolvencyMath.sol";
import {PoolLedger} from "./PoolLedger.sol";

/// @title PoolCover
/// @notice What the pool stands for: cover locked by the cover modules, by subject and by level, and the premiums that come with it.
abstract contract PoolCover is PoolLedger {
    using EnumerableSet for EnumerableSet.UintSet;
    using PremiumStream for PremiumStream.Schedule;
    using SafeERC20 for IERC20;

    /// Insured subjects whose level the queue brings up to date before it fills, in turn.
    uint256 private constant LEVELS_AT_ONCE = 24;

    /// @param amount   cover, assets
    /// @param premium  of the stream that runs, as it was when it began, assets
    struct LockState {
        uint256 amount;
        uint128 premium;
        uint48 from;
        uint48 until;
        uint32 subjectId;
    }

    uint256 internal _activeCover;
    mapping(Level level => uint256 cover) private _levels;
    mapping(uint32 subjectId => SubjectCover) internal _subjects;
    mapping(address module => mapping(uint256 lockId => LockState)) private _locks;
    EnumerableSet.UintSet private _insured;
    uint256 internal _nextInsured;

    /// @inheritdoc IRiskPool
    function lockCover(uint256 lockId, uint32 subjectId, uint256 amount) external restricted {
        if (amount == 0) revert ZeroAmount();
        if (directory.risk().subject(subjectId).kind != kind) revert SubjectOfOtherKind(subjectId, kind);
        _accrue();
        LockState storage lock = _locks[msg.sender][lockId];
        if (lock.subjectId != 0 && lock.subjectId != subjectId) revert UnknownLock(msg.sender, lockId);

        _syncLevel(subjectId);
        SubjectCover storage subject = _subjects[subjectId];
        lock.subjectId = subjectId;
        lock.amount += amount;
        subject.amount += amount;
        _levels[subject.level] += amount;
        _activeCover += amount;
        _insured.add(subjectId);
        _requireCarried(subjectId, amount);
        emit CoverLocked(msg.sender, lockId, subjectId, subject.level, amount, _activeCover);
    }

    /// @inheritdoc IRiskPool
    function releaseCover(uint256 lockId, uint256 amount) external restricted {
        LockState storage lock = _knownLock(lockId);
        if (amount > lock.amount) revert ReleaseTooLarge(amount, lock.amount);
        uint32 subjectId = lock.subjectId;
        SubjectCover storage subject = _subjects[subjectId];
        lock.amount -= amount;
        subject.amount -= amount;
        _levels[subject.level] -= amount;
        _activeCover -= amount;
        if (subject.amount == 0) _insured.remove(subjectId);
        emit CoverReleased(msg.sender, lockId, subjectId, amount, _activeCover);
    }

    /// @inheritdoc IRiskPool
    function accruePremium(uint256 lockId, uint256 amount, uint48 until) external restricted {
        _accrue();
        _requireArrived(amount);
        uint48 nowAt = uint48(block.timestamp);
        if (until <= nowAt) {
            _bookEarned(amount);
            emit PremiumStreamed(msg.sender, lockId, amount, 0, nowAt);
            return;
        }
        if (until > nowAt + PremiumStream.MAX_AHEAD) revert StreamTooLong(until, nowAt + PremiumStream.MAX_AHEAD);
        LockState storage lock = _knownLock(lockId);
        uint256 sum = amount + _endStream(lock);
        (lock.premium, lock.from, lock.until) = (SafeCast.toUint128(sum), nowAt, until);
        _premiums.add(sum, until);
        emit PremiumStreamed(msg.sender, lockId, amount, _perSecond(lock), until);
    }

    /// @inheritdoc IRiskPool
    function refundPremium(uint256 lockId, address to) external restricted nonReentrant returns (uint256 refund) {
        _accrue();
        LockState storage lock = _knownLock(lockId);
        refund = PremiumStream.refundable(lock.premium, lock.from, lock.until, uint48(block.timestamp));
        uint256 held = _endStream(lock);
        if (held > refund) _bookEarned(held - refund);
        emit PremiumRefunded(msg.sender, lockId, to, refund);
        if (refund != 0) IERC20(asset()).safeTransfer(to, refund);
    }

    /// @inheritdoc IRiskPool
    function syncLevel(uint32 subjectId) external {
        _syncLevel(subjectId);
    }

    /// @inheritdoc IRiskPool
    function availableCapacity(uint32 subjectId) external view returns (uint256) {
        if (directory.underwriting().salesClosed(poolId, subjectId) != 0) return 0;
        uint256 assets = totalAssets();
        (, Level level) = directory.risk().score(subjectId);
        SubjectCover memory subject = _subjects[subjectId];
        uint256 ratio = _ratio(level);
        uint256 weighted = _weightedCover() - subject.amount * _ratio(subject.level) + subject.amount * ratio;
        return Math.min(
            Math.min(
                SolvencyMath.capacity(assets, weighted, ratio),
                Math.saturatingSub(_subjectLimit(assets), subject.amount)
            ),
            _singleLimit(assets)
        );
    }

    /// @inheritdoc IRiskPool
    function coverOfLevel(Level level) external view returns (uint256) {
        return _levels[level];
    }

    /// @inheritdoc IRiskPool
    function coverOfSubject(uint32 subjectId) external view returns (SubjectCover memory) {
        return _subjects[subjectId];
    }

    /// @inheritdoc IRiskPool
    function lockOf(address module, uint256 lockId) external view returns (Lock memory) {
        LockState storage lock = _locks[module][lockId];
        bool runs = lock.until > block.timestamp;
        return Lock({
            subjectId: lock.subjectId,
            amount: lock.amount,
            premiumRate: runs ? _perSecond(lock) : 0,
            premiumUntil: lock.until
        });
    }

    /// Brings up to LEVELS_AT_ONCE insured subjects to the level of today, in turn, so that a fall of a level that nobody
    /// has synchronised does not let capital go that it needs.
    function _syncLevels() internal {
        uint256 count = _insured.length();
        uint256 steps = Math.min(count, LEVELS_AT_ONCE);
        uint256 next = _nextInsured;
        for (uint256 i = 0; i < steps; ++i) {
            if (next >= count) next = 0;
            _syncLevel(uint32(_insured.at(next++)));
        }
        _nextInsured = next;
    }

    function _minCapital() internal view returns (uint256) {
        return SolvencyMath.minCapital(_weightedCover());
    }

    function _syncLevel(uint32 subjectId) private {
        (, Level level) = directory.risk().score(subjectId);
        SubjectCover storage subject = _subjects[subjectId];
        Level from = subject.level;
        if (from == level) return;
        uint256 amount = subject.amount;
        subject.level = level;
        _levels[from] -= amount;
        _levels[level] += amount;
        emit CoverRelevelled(subjectId, from, level, amount);
    }

    /// No single lock beyond one policy's share, no subject beyond its share, and the capital behind it all.
    function _requireCarried(uint32 subjectId, uint256 amount) private view {
        uint256 assets = totalAssets();
        uint256 most = _singleLimit(assets);
        if (amount > most) revert CapacityExceeded(amount, most);
        most = _subjectLimit(assets);
        uint256 ofSubject = _subjects[subjectId].amount;
        if (ofSubject > most) revert ConcentrationExceeded(subjectId, ofSubject, most);
        uint256 required = _minCapital();
        if (assets < required) revert BelowMinCapital(assets, required);
    }

    /// Takes a lock's stream out of the schedule and answers what was not earned of it.
    function _endStream(LockState storage lock) private returns (uint256 held) {
        if (lock.premium == 0) return 0;
        held = _premiums.remove(lock.premium, lock.from, lock.until);
        (lock.premium, lock.from, lock.until) = (0, 0, 0);
    }

    function _knownLock(uint256 lockId) private view returns (LockState storage lock) {
        lock = _locks[msg.sender][lockId];
        if (lock.subjectId == 0) revert UnknownLock(msg.sender, lockId);
    }

    function _perSecond(LockState storage lock) private view returns (uint256) {
        return (lock.premium * PremiumStream.SCALE) / (lock.until - lock.from);
    }

    function _weightedCover() private view returns (uint256 weighted) {
        for (uint8 i = 0; i <= uint8(type(Level).max); ++i) {
            uint256 cover = _levels[Level(i)];
            if (cover != 0) weighted += cover * _ratio(Level(i));
        }
    }

    function _ratio(Level level) private view returns (uint256) {
        return directory.parameters().get(ParameterKeys.MIN_CAPITAL_RATIO, ParameterScope.level(level));
    }

    function _subjectLimit(uint256 assets) private view returns (uint256) {
        return SolvencyMath.limit(assets, _parameter(ParameterKeys.SUBJECT_CONCENTRATION));
    }

    function _singleLimit(uint256 assets) private view returns (uint256) {
        return SolvencyMath.limit(assets, _parameter(ParameterKeys.MAX_POLICY_SHARE));
    }
}
