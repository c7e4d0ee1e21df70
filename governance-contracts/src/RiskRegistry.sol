// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IDirectory} from "./interfaces/IDirectory.sol";
import {IRiskRegistry} from "./interfaces/IRiskRegistry.sol";
import {Kind, Level, Status, UpgradeControl} from "./interfaces/Types.sol";
import {ParameterKeys} from "./libraries/ParameterKeys.sol";
import {ParameterScope} from "./libraries/ParameterScope.sol";
import {RiskScore} from "./libraries/RiskScore.sol";

/// @title RiskRegistry
/// @notice See IRiskRegistry. Score and levels: RiskScore.
contract RiskRegistry is IRiskRegistry, AccessManaged {
    /// Two readings of TVL closer than this are one.
    uint256 private constant APART = 1 hours;
    uint256 private constant ONE = 1e4;

    uint256 private constant FAILS_AUDITS = 1 << 0;
    uint256 private constant FAILS_AGE = 1 << 1;
    uint256 private constant FAILS_TVL = 1 << 2;
    uint256 private constant FAILS_UPGRADE = 1 << 3;
    uint256 private constant FAILS_ATTESTATION = 1 << 4;
    uint256 private constant FAILS_LEVEL = 1 << 5;

    bytes32 private constant REASON_LISTED = "LISTED";
    bytes32 private constant REASON_CRITICAL = "LEVEL_CRITICAL";
    bytes32 private constant REASON_TVL = "TVL_FALL";
    bytes32 private constant REASON_STILL_CRITICAL = "STILL_CRITICAL";

    IDirectory public immutable directory;

    uint32 private _count;
    mapping(uint32 subjectId => Subject) private _subjects;
    mapping(uint32 subjectId => Inputs) private _inputs;

    /// @param authority   the AccessManager that says who may call what
    /// @param directory_  where the parameters are found
    constructor(address authority, IDirectory directory_) AccessManaged(authority) {
        directory = directory_;
    }

    // ── life of a subject ──────────────────────────────────────────────────────────────────────────────────────

    /// @inheritdoc IRiskRegistry
    function applyFor(Kind kind, bytes32 metadataHash, bytes32 exclusionsHash) external returns (uint32 subjectId) {
        subjectId = ++_count;
        if (metadataHash == 0 || exclusionsHash == 0) revert BadInputs(subjectId);
        Subject storage s = _subjects[subjectId];
        s.kind = kind;
        s.applicant = msg.sender;
        s.metadataHash = metadataHash;
        s.exclusionsHash = exclusionsHash;
        emit SubjectApplied(subjectId, kind, msg.sender, metadataHash, exclusionsHash);
        _move(subjectId, s, Status.Candidate, metadataHash);
    }

    /// @inheritdoc IRiskRegistry
    function attest(uint32 subjectId, Inputs calldata inputs_) external restricted {
        Subject storage s = _known(subjectId);
        if (s.status == Status.Delisted) revert WrongStatus(subjectId, s.status);
        if (!_isSound(inputs_)) revert BadInputs(subjectId);
        if (s.status == Status.Listed && _hasFallen(subjectId, s)) _move(subjectId, s, Status.Suspended, REASON_TVL);
        _keepPrevious(subjectId, s);
        _inputs[subjectId] = inputs_;
        _inputs[subjectId].attestedAt = uint48(block.timestamp);
        emit InputsAttested(subjectId, _inputs[subjectId], msg.sender);
        _relevel(subjectId, s);
    }

    /// @inheritdoc IRiskRegistry
    function list(uint32 subjectId) external restricted {
        Subject storage s = _known(subjectId);
        if (s.status != Status.Candidate && s.status != Status.Suspended) revert WrongStatus(subjectId, s.status);
        (, uint256 failed) = eligibility(subjectId);
        if (failed & FAILS_ATTESTATION != 0) revert StaleAttestation(subjectId, _inputs[subjectId].attestedAt);
        if (failed != 0) revert NotEligible(subjectId, failed);
        s.previousAttestedAt = 0;
        s.previousTvlUsd = 0;
        _relevel(subjectId, s);
        _move(subjectId, s, Status.Listed, REASON_LISTED);
    }

    /// @inheritdoc IRiskRegistry
    function suspend(uint32 subjectId, bytes32 reasonHash) external restricted {
        Subject storage s = _known(subjectId);
        if (reasonHash == 0) revert ReasonRequired();
        if (s.status != Status.Listed) revert WrongStatus(subjectId, s.status);
        _relevel(subjectId, s);
        _move(subjectId, s, Status.Suspended, reasonHash);
    }

    /// @inheritdoc IRiskRegistry
    function delist(uint32 subjectId, bytes32 reasonHash) external restricted {
        Subject storage s = _known(subjectId);
        if (reasonHash == 0) revert ReasonRequired();
        if (s.status != Status.RunOff) revert WrongStatus(subjectId, s.status);
        _move(subjectId, s, Status.Delisted, reasonHash);
    }

    /// @inheritdoc IRiskRegistry
    function enforce(uint32 subjectId) external returns (Status) {
        Subject storage s = _known(subjectId);
        (, Level level) = score(subjectId);
        if (s.status == Status.Listed) {
            if (level == Level.Critical) return _enforced(subjectId, s, Status.Suspended, REASON_CRITICAL);
            if (_hasFallen(subjectId, s)) return _enforced(subjectId, s, Status.Suspended, REASON_TVL);
        } else if (s.status == Status.Suspended && level == Level.Critical) {
            if (s.criticalSince == 0) {
                _relevel(subjectId, s);
                return s.status;
            }
            if (_isRunOffDue(s)) return _enforced(subjectId, s, Status.RunOff, REASON_STILL_CRITICAL);
        }
        revert NothingToEnforce(subjectId);
    }

    // ── views ──────────────────────────────────────────────────────────────────────────────────────────────────

    /// @inheritdoc IRiskRegistry
    function score(uint32 subjectId) public view returns (uint16 scoreBps, Level level) {
        _known(subjectId);
        Inputs memory i = _inputs[subjectId];
        if (i.attestedAt == 0) return (0, Level.Unrated);
        scoreBps = RiskScore.score(i, block.timestamp);
        level = RiskScore.levelOf(scoreBps);
    }

    /// @inheritdoc IRiskRegistry
    function eligibility(uint32 subjectId) public view returns (bool ok, uint256 failedRulesBitmap) {
        Kind kind = _known(subjectId).kind;
        Inputs storage i = _inputs[subjectId];
        (, Level level) = score(subjectId);
        if (i.audits < _limit(ParameterKeys.MIN_AUDITS, kind)) failedRulesBitmap |= FAILS_AUDITS;
        if (i.liveSince == 0 || block.timestamp < i.liveSince + _limit(ParameterKeys.MIN_LIVE, kind)) {
            failedRulesBitmap |= FAILS_AGE;
        }
        if (i.tvlUsd < _limit(ParameterKeys.MIN_TVL, kind)) failedRulesBitmap |= FAILS_TVL;
        if (i.upgrade == UpgradeControl.Eoa) failedRulesBitmap |= FAILS_UPGRADE;
        if (block.timestamp > i.attestedAt + _limit(ParameterKeys.ATTESTATION_MAX_AGE, kind)) {
            failedRulesBitmap |= FAILS_ATTESTATION;
        }
        if (level == Level.Critical || level == Level.Unrated) failedRulesBitmap |= FAILS_LEVEL;
        ok = failedRulesBitmap == 0;
    }

    /// @inheritdoc IRiskRegistry
    function statusOf(uint32 subjectId) external view returns (Status, Level) {
        (, Level level) = score(subjectId);
        return (_subjects[subjectId].status, level);
    }

    /// @inheritdoc IRiskRegistry
    function subject(uint32 subjectId) external view returns (Subject memory) {
        return _known(subjectId);
    }

    /// @inheritdoc IRiskRegistry
    function inputs(uint32 subjectId) external view returns (Inputs memory) {
        _known(subjectId);
        return _inputs[subjectId];
    }

    /// @inheritdoc IRiskRegistry
    function subjectCount() external view returns (uint32) {
        return _count;
    }

    // ── inside ─────────────────────────────────────────────────────────────────────────────────────────────────

    function _known(uint32 subjectId) private view returns (Subject storage s) {
        s = _subjects[subjectId];
        if (s.status == Status.None) revert UnknownSubject(subjectId);
    }

    function _limit(bytes32 key, Kind kind) private view returns (uint256) {
        return directory.parameters().get(key, ParameterScope.kind(kind));
    }

    function _enforced(uint32 subjectId, Subject storage s, Status to, bytes32 reason) private returns (Status) {
        _relevel(subjectId, s);
        _move(subjectId, s, to, reason);
        return to;
    }

    function _move(uint32 subjectId, Subject storage s, Status to, bytes32 reason) private {
        emit StatusChanged(subjectId, s.status, to, reason);
        s.status = to;
        s.statusSince = uint48(block.timestamp);
    }

    /// Writes down score and level of now.
    function _relevel(uint32 subjectId, Subject storage s) private {
        (uint16 scoreBps, Level level) = score(subjectId);
        bool changed = level != s.level || scoreBps != s.scoreBps;
        if (changed) emit LevelChanged(subjectId, s.level, level, scoreBps);
        if (level != Level.Critical) s.criticalSince = 0;
        else if (s.criticalSince == 0) s.criticalSince = uint48(block.timestamp);
        s.level = level;
        s.scoreBps = scoreBps;
    }

    /// Both since it was suspended and since it was seen to be Critical.
    function _isRunOffDue(Subject storage s) private view returns (bool) {
        uint256 since = s.statusSince > s.criticalSince ? s.statusSince : s.criticalSince;
        return block.timestamp >= since + directory.parameters().get(ParameterKeys.RUN_OFF_AFTER, ParameterScope.GLOBAL);
    }

    function _hasFallen(uint32 subjectId, Subject storage s) private view returns (bool) {
        Inputs storage i = _inputs[subjectId];
        if (s.previousAttestedAt == 0 || i.attestedAt < s.previousAttestedAt + APART) return false;
        uint256 least = uint256(s.previousTvlUsd) * (ONE - _limit(ParameterKeys.TVL_DROP_SUSPEND, s.kind));
        return uint256(i.tvlUsd) * ONE < least;
    }

    /// Keeps the attestation that is about to be replaced for comparison, unless it was too close to the one kept already:
    /// a quick succession of attestations must not hide a fall.
    function _keepPrevious(uint32 subjectId, Subject storage s) private {
        Inputs storage i = _inputs[subjectId];
        bool compared = s.previousAttestedAt == 0
            || (i.attestedAt >= s.previousAttestedAt + APART && block.timestamp >= i.attestedAt + APART);
        if (!compared) return;
        s.previousAttestedAt = i.attestedAt;
        s.previousTvlUsd = i.tvlUsd;
    }

    function _isSound(Inputs calldata i) private view returns (bool) {
        bool timelocked = i.upgrade == UpgradeControl.TimelockedDao || i.upgrade == UpgradeControl.TimelockedMultisig;
        return i.evidenceHash != 0 && i.lastAuditAt <= block.timestamp && i.liveSince <= block.timestamp
            && (i.audits == 0) == (i.lastAuditAt == 0) && (!timelocked || i.upgradeDelay != 0);
    }
}
