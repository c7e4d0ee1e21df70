// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {EnumerableSet} from "@openzeppelin/contracts/utils/structs/EnumerableSet.sol";
import {Escrow} from "./Escrow.sol";
import {IncidentTerms} from "./IncidentTerms.sol";
import {ProtocolModule} from "./ProtocolModule.sol";
import {IDirectory} from "./interfaces/IDirectory.sol";
import {IIncidents} from "./interfaces/IIncidents.sol";
import {ITriggerAdapter} from "./interfaces/ITriggerAdapter.sol";
import {CaseKind, EscalationReason, IncidentState, Observation, Route, Verdict} from "./interfaces/Types.sol";
import {ClaimMath} from "./libraries/ClaimMath.sol";
import {PauseScope} from "./libraries/PauseScope.sol";

/// @title Incident book
/// @notice What Incidents stores and the moves between its states; Incidents adds who may ask for them and when.
abstract contract IncidentBook is IIncidents, Escrow {
    using EnumerableSet for EnumerableSet.AddressSet;

    /// Cases an incident can have before the answer is no.
    uint8 public constant MAX_ROUNDS = 3;

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

    IncidentTerms private immutable _termsReader;

    /// @inheritdoc IIncidents
    uint64 public incidentCount;

    constructor(address authority_, IDirectory directory_) ProtocolModule(authority_, directory_) {
        _termsReader = new IncidentTerms(directory_);
    }

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
    function basisOf(uint64 incidentId) external view returns (Basis memory b) {
        Incident storage i = _incidents[incidentId];
        if (i.state == IncidentState.None) return b;
        Terms storage t = _terms[incidentId];
        b.pool = directory.pool(i.poolId);
        b.asset = b.pool.asset();
        (b.poolId, b.subjectId, b.state, b.route) = (i.poolId, i.subjectId, i.state, i.route);
        (b.severityBps, b.deductibleBps, b.firstTrancheBps) = (i.severityBps, t.deductibleBps, t.firstTrancheBps);
        (b.occurredAt, b.claimsEnd, b.caseId) = (i.occurredAt, _claimsEnd(incidentId), i.caseId);
        (b.coolDown, b.reviewPeriod) = (t.coolDown, t.reviewPeriod);
        (b.redemptionWindow, b.pauseMax) = (t.redemptionWindow, t.pauseMax);
        (b.autoLimitClaim, b.claimDeposit) = (t.autoLimitClaim, t.claimDeposit);
        b.decisionReasonHash = i.decisionReasonHash;
    }

    /// @inheritdoc IIncidents
    function claimsEndOf(uint64 incidentId) external view returns (uint48) {
        return _claimsEnd(incidentId);
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
        _settleDetectionBond(incidentId, i, true);
        // Whoever doubted was right to when people found the loss to be clearly smaller than measured.
        _settleChallengeBond(incidentId, i, uint256(severityBps) + ClaimMath.SEVERITY_TOLERANCE < measured);
    }

    function _reject(uint64 incidentId, Route route, bytes32 reasonHash) internal {
        Incident storage i = _incidents[incidentId];
        (i.route, i.decisionReasonHash) = (route, reasonHash);
        bytes32 place = _place(i.poolId, i.subjectId);
        delete _open[place];
        _lastDecided[place] = incidentId;
        _move(incidentId, i, IncidentState.Rejected);
        emit IncidentRejected(incidentId, route, reasonHash);
        _settleDetectionBond(incidentId, i, false);
        _settleChallengeBond(incidentId, i, true);
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

    function _settleDetectionBond(uint64 incidentId, Incident storage i, bool returned) internal {
        uint256 amount = i.detectionBond;
        delete i.detectionBond;
        _settleBond(incidentId, i.poolId, i.detector, amount, returned);
    }

    function _settleChallengeBond(uint64 incidentId, Incident storage i, bool returned) private {
        uint256 amount = i.challengeBond;
        delete i.challengeBond;
        _settleBond(incidentId, i.poolId, i.challenger, amount, returned);
    }

    function _settleBond(uint64 incidentId, uint32 poolId, address poster, uint256 amount, bool returned) private {
        if (amount == 0) return;
        if (returned) {
            emit BondReturned(incidentId, poster, amount);
            _giveBack(_assetOf(poolId), poster, amount);
        } else {
            emit BondForfeited(incidentId, poster, amount);
            _forfeit(poolId, amount);
        }
    }

    function _bondFor(bytes32 place, address caller) internal view returns (uint256) {
        // Counted per subject as well, because callers are free and subjects are not.
        return _termsReader.detectionBond(Math.max(_lapsesOfCaller[caller], _lapsesOfPlace[place]));
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
        return _termsReader.doubt(_terms[incidentId], i.affectedCover, i.cap, first, second);
    }

    // ── parameters and places ──────────────────────────────────────────────────────────────────────────────────

    function _pin(uint64 incidentId, Incident storage i) internal {
        (Terms memory t, uint32 lapseAfter) = _termsReader.current(i.poolId, i.subjectId, i.cap);
        _terms[incidentId] = t;
        i.lapsesAt = i.detectedAt + lapseAfter;
        emit TermsPinned(incidentId, t);
    }

    function _claimsEnd(uint64 incidentId) internal view returns (uint48) {
        Incident storage i = _incidents[incidentId];
        if (i.claimsEnd == 0) return 0;
        uint256 paused = directory.guardian().pausedSeconds(PauseScope.SUBMIT, i.poolId) - _submitPausedBefore[incidentId];
        uint256 most = _terms[incidentId].pauseMax;
        return i.claimsEnd + uint48(Math.min(paused, most));
    }

    function _assetOf(uint32 poolId) internal view returns (address) {
        return directory.pool(poolId).asset();
    }

    function _place(uint32 poolId, uint32 subjectId) internal pure returns (bytes32) {
        return bytes32((uint256(poolId) << 32) | subjectId);
    }
}
