// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {EnumerableSet} from "@openzeppelin/contracts/utils/structs/EnumerableSet.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Escrow} from "./Escrow.sol";
import {EvidenceLog} from "./EvidenceLog.sol";
import {IDirectory} from "./interfaces/IDirectory.sol";
import {IIncidents} from "./interfaces/IIncidents.sol";
import {ITriggerAdapter} from "./interfaces/ITriggerAdapter.sol";
import {CaseKind, EscalationReason, Evidence, IncidentState, Kind, Observation, Route, Verdict} from "./interfaces/Types.sol";
import {ClaimMath} from "./libraries/ClaimMath.sol";
import {ParameterKeys} from "./libraries/ParameterKeys.sol";
import {ParameterScope} from "./libraries/ParameterScope.sol";
import {PauseScope} from "./libraries/PauseScope.sol";

/// @title Incident book
/// @notice What Incidents stores and the moves between its states; Incidents adds who may ask for them and when.
abstract contract IncidentBook is IIncidents, AccessManaged, Escrow, EvidenceLog {
    using EnumerableSet for EnumerableSet.AddressSet;
    using SafeCast for uint256;

    /// Cases an incident can have before the answer is no.
    uint8 public constant MAX_ROUNDS = 3;
    /// By how much two readings, or a reading and a verdict, may differ in severity and still agree, bps.
    uint16 public constant SEVERITY_TOLERANCE = 1000;

    mapping(uint64 incidentId => Incident) internal _incidents;
    mapping(uint64 incidentId => Terms) internal _terms;
    /// Seconds for which submissions to the pool had been paused when settling started.
    mapping(uint64 incidentId => uint256) internal _submitPausedBefore;
    mapping(bytes32 place => uint64) internal _open;
    /// The last incident that was decided, either way, at a (pool, subject).
    mapping(bytes32 place => uint64) internal _lastDecided;
    mapping(bytes32 place => EnumerableSet.AddressSet) internal _adapters;
    /// Detections that lapsed since the last one that was confirmed.
    mapping(address caller => uint256) internal _lapsesOfCaller;
    mapping(bytes32 place => uint256) internal _lapsesOfPlace;

    /// @inheritdoc IIncidents
    uint64 public incidentCount;

    constructor(address authority_, IDirectory directory_) AccessManaged(authority_) Escrow(directory_) {}

    // ── views ──────────────────────────────────────────────────────────────────────────────────────────────────

    /// @inheritdoc IIncidents
    function incident(uint64 incidentId) external view returns (Incident memory) {
        return _incidents[incidentId];
    }

    /// @inheritdoc IIncidents
    function terms(uint64 incidentId) external view returns (Terms memory) {
        return _terms[incidentId];
    }

    /// @inheritdoc IIncidents
    function claimsEndOf(uint64 incidentId) external view returns (uint48) {
        return _claimsEnd(incidentId);
    }

    /// @inheritdoc IIncidents
    function evidenceCount(uint64 incidentId) external view returns (uint256) {
        return _evidenceCount(incidentId);
    }

    /// @inheritdoc IIncidents
    function evidence(uint64 incidentId, uint256 index) external view returns (Evidence memory) {
        return _evidenceAt(incidentId, index);
    }

    /// @inheritdoc IIncidents
    function openIncidentOf(uint32 poolId, uint32 subjectId) external view returns (uint64) {
        return _open[_place(poolId, subjectId)];
    }

    /// @inheritdoc IIncidents
    function isBound(uint32 poolId, uint32 subjectId, address adapter) public view returns (bool) {
        return _adapters[_place(poolId, subjectId)].contains(adapter);
    }

    /// @inheritdoc IIncidents
    function adaptersOf(uint32 poolId, uint32 subjectId) external view returns (address[] memory) {
        return _adapters[_place(poolId, subjectId)].values();
    }

    /// @inheritdoc IIncidents
    function challengeBondOf(uint64 incidentId) external view returns (uint256) {
        return _terms[incidentId].challengeBond;
    }

    // ── moves ──────────────────────────────────────────────────────────────────────────────────────────────────

    /// Opens a case; people decide.
    function _escalate(uint64 incidentId, EscalationReason reason) internal {
        Incident storage i = _incidents[incidentId];
        i.reason = reason;
        ++i.rounds;
        i.caseId = directory.tribunal().open(CaseKind.Incident, incidentId, i.occurredAt, false);
        _move(incidentId, i, IncidentState.Escalated);
    }

    function _settle(uint64 incidentId, Route route, uint48 occurredAt, uint16 severityBps, bytes32 reasonHash) internal {
        Incident storage i = _incidents[incidentId];
        uint16 measured = i.severityBps;
        (i.route, i.occurredAt, i.severityBps, i.decisionReasonHash) = (route, occurredAt, severityBps, reasonHash);
        i.settlingAt = uint48(block.timestamp);
        i.claimsEnd = uint48(block.timestamp) + _terms[incidentId].claimWindow;
        _submitPausedBefore[incidentId] = directory.guardian().pausedSeconds(PauseScope.SUBMIT, i.poolId);
        _move(incidentId, i, IncidentState.Settling);
        emit SettlingStarted(incidentId, route, occurredAt, severityBps, i.claimsEnd, reasonHash);
        _returnDetectionBond(incidentId, i);
        // Whoever doubted was right to when people found the loss to be clearly smaller than measured.
        if (uint256(severityBps) + SEVERITY_TOLERANCE < measured) _returnChallengeBond(incidentId, i);
        else _forfeitChallengeBond(incidentId, i);
    }

    function _reject(uint64 incidentId, Route route, bytes32 reasonHash) internal {
        Incident storage i = _incidents[incidentId];
        (i.route, i.decisionReasonHash) = (route, reasonHash);
        bytes32 place = _place(i.poolId, i.subjectId);
        delete _open[place];
        _lastDecided[place] = incidentId;
        _move(incidentId, i, IncidentState.Rejected);
        _forfeitDetectionBond(incidentId, i);
        _returnChallengeBond(incidentId, i);
        _release(incidentId, i);
    }

    function _move(uint64 incidentId, Incident storage i, IncidentState to) internal {
        IncidentState from = i.state;
        i.state = to;
        emit IncidentStateChanged(incidentId, from, to, i.reason, i.caseId);
    }

    /// A verdict must arrive even when the pool's token refuses a transfer just now; close tries again.
    function _release(uint64 incidentId, Incident storage i) internal {
        try directory.pool(i.poolId).closeIncident(incidentId) {}
        catch {
            emit ReleaseDeferred(incidentId);
        }
    }

    // ── bonds ──────────────────────────────────────────────────────────────────────────────────────────────────

    function _returnDetectionBond(uint64 incidentId, Incident storage i) internal {
        uint256 amount = i.detectionBond;
        if (amount == 0) return;
        delete i.detectionBond;
        emit BondReturned(incidentId, i.detector, amount);
        _giveBack(_assetOf(i.poolId), i.detector, amount);
    }

    function _forfeitDetectionBond(uint64 incidentId, Incident storage i) internal {
        uint256 amount = i.detectionBond;
        if (amount == 0) return;
        delete i.detectionBond;
        emit BondForfeited(incidentId, i.detector, amount);
        _forfeit(directory.pool(i.poolId), i.poolId, amount);
    }

    function _returnChallengeBond(uint64 incidentId, Incident storage i) private {
        uint256 amount = i.challengeBond;
        if (amount == 0) return;
        delete i.challengeBond;
        emit BondReturned(incidentId, i.challenger, amount);
        _giveBack(_assetOf(i.poolId), i.challenger, amount);
    }

    function _forfeitChallengeBond(uint64 incidentId, Incident storage i) private {
        uint256 amount = i.challengeBond;
        if (amount == 0) return;
        delete i.challengeBond;
        emit BondForfeited(incidentId, i.challenger, amount);
        _forfeit(directory.pool(i.poolId), i.poolId, amount);
    }

    function _bondFor(bytes32 place, address caller) internal view returns (uint256) {
        uint256 free = _get(ParameterKeys.FREE_DETECTIONS, ParameterScope.GLOBAL);
        // Counted per subject as well, because callers are free and subjects are not.
        if (_lapsesOfCaller[caller] <= free && _lapsesOfPlace[place] <= free) return 0;
        return _get(ParameterKeys.DETECTION_BOND, ParameterScope.GLOBAL);
    }

    // ── readings ───────────────────────────────────────────────────────────────────────────────────────────────

    /// Takes a reading that must be Triggered; what an adapter says is checked for sense all the same.
    function _triggered(uint32 poolId, uint32 subjectId, address adapter, bytes calldata data)
        internal
        returns (Observation memory reading)
    {
        _usable(poolId, subjectId, adapter);
        reading = ITriggerAdapter(adapter).commitObservation(subjectId, data);
        if (reading.verdict != Verdict.Triggered) revert NotTriggered(adapter, uint8(reading.verdict));
        if (reading.severityBps > 1e4) revert SeverityOutOfRange(reading.severityBps);
        if (reading.occurredAt == 0 || reading.occurredAt > block.timestamp) {
            revert OccurredOutOfRange(reading.occurredAt);
        }
    }

    function _usable(uint32 poolId, uint32 subjectId, address adapter) internal view {
        if (!isBound(poolId, subjectId, adapter)) revert AdapterNotBound(poolId, subjectId, adapter);
        if (_quarantined(adapter)) revert AdapterQuarantined(adapter);
    }

    function _quarantined(address adapter) internal view returns (bool) {
        return adapter != address(0) && directory.guardian().isQuarantined(adapter);
    }

    function _healthy(address adapter, uint32 subjectId) internal view returns (bool) {
        try ITriggerAdapter(adapter).health(subjectId) returns (bool ok, uint48, uint32, bytes32) {
            return ok;
        } catch {
            return false;
        }
    }

    /// Why a confirmed incident cannot settle without people.
    function _doubt(uint64 incidentId, uint16 first, uint16 second) internal view returns (EscalationReason) {
        Incident storage i = _incidents[incidentId];
        Terms storage t = _terms[incidentId];
        if (t.kind == Kind.Custody) return EscalationReason.OffChainEvidence;
        if (first != 0 && (first > second ? first - second : second - first) > SEVERITY_TOLERANCE) {
            return EscalationReason.AmbiguousSeverity;
        }
        uint256 expected = ClaimMath.expected(i.affectedCover, i.severityBps, t.deductibleBps);
        if (expected > t.autoLimitIncident) return EscalationReason.AboveAutoLimit;
        return expected > i.cap ? EscalationReason.IncidentCapHit : EscalationReason.None;
    }

    // ── parameters and places ──────────────────────────────────────────────────────────────────────────────────

    function _pin(uint64 incidentId, uint32 poolId, uint32 subjectId, uint256 cap) internal {
        Terms memory t;
        t.kind = directory.risk().subject(subjectId).kind;
        bytes32 kindScope = ParameterScope.kind(t.kind);
        bytes32 poolScope = ParameterScope.pool(poolId);
        t.confirmDelay = _seconds(ParameterKeys.CONFIRM_DELAY, kindScope);
        t.challengeWindow = _seconds(ParameterKeys.CHALLENGE_WINDOW, kindScope);
        t.claimWindow = _seconds(ParameterKeys.CLAIM_WINDOW, ParameterScope.GLOBAL);
        t.redemptionWindow = _seconds(ParameterKeys.REDEMPTION_WINDOW, ParameterScope.GLOBAL);
        t.coolDown = _seconds(ParameterKeys.COOL_DOWN, ParameterScope.GLOBAL);
        t.reviewPeriod = _seconds(ParameterKeys.COUNCIL_REVIEW, ParameterScope.GLOBAL);
        t.pauseMax = _seconds(ParameterKeys.PAUSE_MAX, ParameterScope.GLOBAL);
        t.deductibleBps = uint256(_get(ParameterKeys.DEDUCTIBLE, poolScope)).toUint16();
        t.firstTrancheBps = uint256(_get(ParameterKeys.FIRST_TRANCHE, ParameterScope.GLOBAL)).toUint16();
        t.autoLimitClaim = _get(ParameterKeys.AUTO_PAY_LIMIT_CLAIM, poolScope);
        t.autoLimitIncident = _get(ParameterKeys.AUTO_PAY_LIMIT_INCIDENT, poolScope);
        t.claimDeposit = _get(ParameterKeys.CLAIM_DEPOSIT, ParameterScope.GLOBAL);
        t.challengeBond = ClaimMath.challengeBond(
            cap,
            _get(ParameterKeys.CHALLENGE_BOND, ParameterScope.GLOBAL),
            _get(ParameterKeys.CHALLENGE_BOND_MIN, ParameterScope.GLOBAL)
        ).toUint128();
        _terms[incidentId] = t;
        emit TermsPinned(incidentId, t);
    }

    function _claimsEnd(uint64 incidentId) internal view returns (uint48) {
        Incident storage i = _incidents[incidentId];
        if (i.claimsEnd == 0) return 0;
        uint256 paused = directory.guardian().pausedSeconds(PauseScope.SUBMIT, i.poolId) - _submitPausedBefore[incidentId];
        uint256 most = _terms[incidentId].pauseMax;
        return i.claimsEnd + uint48(paused < most ? paused : most);
    }

    function _get(bytes32 key, bytes32 scope) internal view returns (uint128) {
        return directory.parameters().get(key, scope);
    }

    function _seconds(bytes32 key, bytes32 scope) internal view returns (uint32) {
        return uint256(_get(key, scope)).toUint32();
    }

    function _assetOf(uint32 poolId) internal view returns (address) {
        return directory.pool(poolId).asset();
    }

    function _place(uint32 poolId, uint32 subjectId) internal pure returns (bytes32) {
        return bytes32((uint256(poolId) << 32) | subjectId);
    }
}
