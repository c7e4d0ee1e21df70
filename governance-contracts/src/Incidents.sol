// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {EnumerableSet} from "@openzeppelin/contracts/utils/structs/EnumerableSet.sol";
import {IncidentBook} from "./IncidentBook.sol";
import {ICaseHost} from "./interfaces/ICaseHost.sol";
import {IDirectory} from "./interfaces/IDirectory.sol";
import {IIncidents} from "./interfaces/IIncidents.sol";
import {IRiskPool} from "./interfaces/IRiskPool.sol";
import {ITriggerAdapter} from "./interfaces/ITriggerAdapter.sol";
import {CaseOutcome, EscalationReason, IncidentState, Kind, Observation, Route, Verdict} from "./interfaces/Types.sol";
import {PauseScope} from "./libraries/PauseScope.sol";

/// @title Incidents
/// @notice See IIncidents.
contract Incidents is IncidentBook, ICaseHost {
    using EnumerableSet for EnumerableSet.AddressSet;

    /// How long settling waits for an unhealthy adapter before people decide, s.
    uint48 public constant HEALTH_PATIENCE = 3 days;
    /// How far before detection the council may date an event, s.
    uint48 public constant MAX_BACKDATING = 180 days;

    constructor(address authority_, IDirectory directory_) IncidentBook(authority_, directory_) {}

    // ── the DAO ────────────────────────────────────────────────────────────────────────────────────────────────

    /// @inheritdoc IIncidents
    function bindAdapter(uint32 poolId, uint32 subjectId, address adapter, bool bound) external restricted {
        directory.pool(poolId);
        if (adapter.code.length == 0) revert NotAnAdapter(adapter);
        EnumerableSet.AddressSet storage adapters = _adapters[_place(poolId, subjectId)];
        if (bound && !adapters.add(adapter)) revert AdapterAlreadyBound(poolId, subjectId, adapter);
        if (!bound && !adapters.remove(adapter)) revert AdapterNotBound(poolId, subjectId, adapter);
        emit AdapterBound(poolId, subjectId, adapter, bound);
    }

    // ── readings ───────────────────────────────────────────────────────────────────────────────────────────────

    /// @inheritdoc IIncidents
    function detect(uint32 poolId, uint32 subjectId, address adapter, bytes calldata data)
        external
        nonReentrant
        returns (uint64 incidentId)
    {
        IRiskPool pool = directory.pool(poolId);
        if (directory.guardian().isPaused(PauseScope.DETECT, poolId)) revert DetectionPaused(poolId);
        bytes32 place = _place(poolId, subjectId);
        if (_open[place] != 0) revert AlreadyOpen(_open[place]);
        Observation memory reading = _triggered(poolId, subjectId, adapter, data);
        _requireNewEvent(place, reading.occurredAt);

        incidentId = ++incidentCount;
        _open[place] = incidentId;
        Incident storage i = _incidents[incidentId];
        (i.poolId, i.subjectId, i.state) = (poolId, subjectId, IncidentState.Detected);
        (i.detector, i.firstAdapter) = (msg.sender, adapter);
        (i.severityBps, i.occurredAt, i.detectedAt) = (reading.severityBps, reading.occurredAt, uint48(block.timestamp));
        (i.cap, i.affectedCover) = pool.openIncident(incidentId, subjectId);
        if (i.affectedCover == 0) revert NothingInsured(poolId, subjectId);
        _pin(incidentId, i);
        i.detectionBond = _bondFor(place, msg.sender);
        _emitOpened(incidentId, i, reading);
        _take(pool.asset(), msg.sender, i.detectionBond);
    }

    /// @inheritdoc IIncidents
    function confirm(uint64 incidentId, address adapter, bytes calldata data) external nonReentrant {
        Incident storage i = _in(incidentId, IncidentState.Detected);
        if (block.timestamp > i.lapsesAt) revert TooLate(incidentId, i.lapsesAt);
        if (_quarantined(i.firstAdapter)) revert AdapterQuarantined(i.firstAdapter);
        uint48 notBefore = i.detectedAt + _terms[incidentId].confirmDelay;
        if (adapter == i.firstAdapter && block.timestamp < notBefore) revert TooEarly(incidentId, notBefore);
        Observation memory reading = _triggered(i.poolId, i.subjectId, adapter, data);
        if (reading.severityBps == 0) revert SeverityOutOfRange(0);

        uint16 first = i.severityBps;
        if (first == 0 || reading.severityBps < first) i.severityBps = reading.severityBps;
        (i.secondAdapter, i.confirmedAt) = (adapter, uint48(block.timestamp));
        i.challengeEnds = i.confirmedAt + _terms[incidentId].challengeWindow;
        delete _lapsesOfCaller[i.detector];
        delete _lapsesOfPlace[_place(i.poolId, i.subjectId)];
        emit IncidentConfirmed(incidentId, adapter, msg.sender, i.challengeEnds, reading);
        _move(incidentId, i, IncidentState.Confirmed);
        EscalationReason doubt = _doubt(incidentId, first, reading.severityBps);
        if (doubt != EscalationReason.None) _escalate(incidentId, doubt);
        _settleDetectionBond(incidentId, i, true);
    }

    /// @inheritdoc IIncidents
    function contest(uint64 incidentId, address adapter, bytes calldata data) external nonReentrant {
        Incident storage i = _undecided(incidentId);
        if (adapter == i.firstAdapter || adapter == i.secondAdapter) revert SameAdapter(adapter);
        _usable(i.poolId, i.subjectId, adapter);
        if (!_healthy(adapter, i.subjectId)) revert AdapterUnhealthy(adapter);
        Observation memory reading = ITriggerAdapter(adapter).commitObservation(i.subjectId, data);
        if (reading.verdict != Verdict.NotTriggered) revert NothingToEscalate(incidentId);
        // That all was well before the event contradicts nothing.
        if (reading.occurredAt != 0 && reading.occurredAt < i.occurredAt) revert NothingToEscalate(incidentId);
        emit IncidentContested(incidentId, adapter, reading);
        _escalate(incidentId, EscalationReason.OracleConflict);
    }

    // ── doubts and time ────────────────────────────────────────────────────────────────────────────────────────

    /// @inheritdoc IIncidents
    function challenge(uint64 incidentId, bytes32 reasonHash) external nonReentrant {
        Incident storage i = _in(incidentId, IncidentState.Confirmed);
        if (block.timestamp > i.challengeEnds) revert TooLate(incidentId, i.challengeEnds);
        if (reasonHash == 0) revert ReasonRequired();
        uint256 bond = _terms[incidentId].challengeBond;
        (i.challenger, i.challengeBond) = (msg.sender, bond);
        emit Challenged(incidentId, msg.sender, bond, reasonHash);
        _escalate(incidentId, EscalationReason.Challenge);
        _take(_assetOf(i.poolId), msg.sender, bond);
    }

    /// @inheritdoc IIncidents
    function escalateQuarantined(uint64 incidentId) external nonReentrant {
        Incident storage i = _undecided(incidentId);
        if (!_quarantined(i.firstAdapter) && !_quarantined(i.secondAdapter)) revert NothingToEscalate(incidentId);
        _escalate(incidentId, EscalationReason.EmergencyGuardian);
    }

    /// @inheritdoc IIncidents
    function lapse(uint64 incidentId) external nonReentrant {
        Incident storage i = _in(incidentId, IncidentState.Detected);
        if (block.timestamp <= i.lapsesAt) revert TooEarly(incidentId, i.lapsesAt);
        bytes32 place = _place(i.poolId, i.subjectId);
        delete _open[place];
        ++_lapsesOfCaller[i.detector];
        ++_lapsesOfPlace[place];
        _move(incidentId, i, IncidentState.Lapsed);
        _settleDetectionBond(incidentId, i, false);
        _release(incidentId, i);
    }

    /// @inheritdoc IIncidents
    function startSettling(uint64 incidentId) external nonReentrant {
        Incident storage i = _in(incidentId, IncidentState.Confirmed);
        if (block.timestamp <= i.challengeEnds) revert TooEarly(incidentId, i.challengeEnds);
        if (_quarantined(i.firstAdapter)) revert AdapterQuarantined(i.firstAdapter);
        if (_quarantined(i.secondAdapter)) revert AdapterQuarantined(i.secondAdapter);
        address sick = _healthy(i.firstAdapter, i.subjectId) ? address(0) : i.firstAdapter;
        if (sick == address(0) && !_healthy(i.secondAdapter, i.subjectId)) sick = i.secondAdapter;
        if (sick == address(0)) {
            _settle(incidentId, Route.Automatic, i.occurredAt, i.severityBps, 0);
        } else {
            if (block.timestamp <= i.challengeEnds + HEALTH_PATIENCE) revert AdapterUnhealthy(sick);
            _escalate(incidentId, EscalationReason.OracleStale);
        }
    }

    // ── people ─────────────────────────────────────────────────────────────────────────────────────────────────

    /// @inheritdoc ICaseHost
    function onVerdict(uint64 caseId, uint64 refId, CaseOutcome outcome, uint16 amountBps, uint48 occurredAt)
        external
        restricted
        nonReentrant
    {
        Incident storage i = _in(refId, IncidentState.Escalated);
        if (i.caseId != caseId) revert WrongState(refId, i.state);
        if (outcome == CaseOutcome.Accepted) {
            _settle(refId, Route.DaoVote, occurredAt, amountBps, 0);
        } else if (outcome == CaseOutcome.Denied) {
            _reject(refId, Route.DaoVote, 0);
        } else {
            i.reviewEnds = uint48(block.timestamp) + _terms[refId].reviewPeriod;
            _move(refId, i, IncidentState.CouncilReview);
            emit ReviewStarted(refId, outcome, i.reviewEnds);
        }
    }

    /// @inheritdoc IIncidents
    function councilDecide(uint64 incidentId, bool accepted, uint48 occurredAt, uint16 severityBps, bytes32 reasonHash)
        external
        restricted
        nonReentrant
    {
        Incident storage i = _in(incidentId, IncidentState.CouncilReview);
        if (block.timestamp > i.reviewEnds) revert TooLate(incidentId, i.reviewEnds);
        if (reasonHash == 0) revert ReasonRequired();
        if (!accepted) return _reject(incidentId, Route.Council, reasonHash);
        if (severityBps == 0 || severityBps > 1e4) revert SeverityOutOfRange(severityBps);
        if (occurredAt > i.detectedAt || occurredAt + MAX_BACKDATING < i.detectedAt) revert OccurredOutOfRange(occurredAt);
        _requireNewEvent(_place(i.poolId, i.subjectId), occurredAt);
        _settle(incidentId, Route.Council, occurredAt, severityBps, reasonHash);
    }

    /// @inheritdoc IIncidents
    function reopen(uint64 incidentId) external nonReentrant {
        Incident storage i = _in(incidentId, IncidentState.CouncilReview);
        if (block.timestamp <= i.reviewEnds) revert TooEarly(incidentId, i.reviewEnds);
        if (i.rounds < MAX_ROUNDS) _escalate(incidentId, i.reason);
        else _reject(incidentId, Route.DaoVote, 0);
    }

    /// @inheritdoc IIncidents
    function close(uint64 incidentId) external nonReentrant {
        Incident storage i = _incidents[incidentId];
        if (i.state == IncidentState.Settling) {
            uint48 end = _claimsEnd(incidentId);
            if (block.timestamp <= end) revert TooEarly(incidentId, end);
            uint256 open = directory.claims().totals(incidentId).open;
            if (open != 0) revert ClaimsStillOpen(incidentId, open);
            bytes32 place = _place(i.poolId, i.subjectId);
            delete _open[place];
            _lastDecided[place] = incidentId;
            _move(incidentId, i, IncidentState.Closed);
            _release(incidentId, i);
        } else {
            if (!_over(i.state)) revert WrongState(incidentId, i.state);
            // A release that was deferred; the pool refuses a second one.
            directory.pool(i.poolId).closeIncident(incidentId);
        }
    }

    // ── views ──────────────────────────────────────────────────────────────────────────────────────────────────

    /// @inheritdoc ICaseHost
    function isConflicted(uint64 refId, address voter) public view returns (bool) {
        Incident storage i = _incidents[refId];
        return voter == i.detector || voter == i.challenger || directory.claims().hasClaimed(refId, voter);
    }

    /// @inheritdoc ICaseHost
    function evidenceDesk(uint64 refId, address account)
        external
        view
        returns (bool open, bool party, uint64 caseId, IRiskPool pool, uint256 stake)
    {
        Incident storage i = _incidents[refId];
        open = i.state != IncidentState.None && i.state != IncidentState.Settling && !_over(i.state);
        return (open, isConflicted(refId, account), i.caseId, directory.pool(i.poolId), _terms[refId].claimDeposit);
    }

    /// @inheritdoc IIncidents
    function detectionBondOf(uint32 poolId, uint32 subjectId, address caller) external view returns (uint256) {
        return _bondFor(_place(poolId, subjectId), caller);
    }

    // ── inside ─────────────────────────────────────────────────────────────────────────────────────────────────

    function _in(uint64 incidentId, IncidentState state) private view returns (Incident storage i) {
        i = _incidents[incidentId];
        if (i.state != state) revert WrongState(incidentId, i.state);
    }

    /// Detected or Confirmed.
    function _undecided(uint64 incidentId) private view returns (Incident storage i) {
        i = _incidents[incidentId];
        if (i.state != IncidentState.Detected && i.state != IncidentState.Confirmed) revert WrongState(incidentId, i.state);
    }

    function _over(IncidentState state) private pure returns (bool) {
        return state == IncidentState.Closed || state == IncidentState.Rejected || state == IncidentState.Lapsed;
    }

    /// One event is decided once, and pays once: a prolonged one cannot be detected again when its incident is over. What is
    /// measured day by day or flight by flight is not prolonged: those that waited for the incident to close are events too.
    function _requireNewEvent(bytes32 place, uint48 occurredAt) private view {
        uint64 last = _lastDecided[place];
        if (last == 0) return;
        Incident storage i = _incidents[last];
        uint48 after_ = _terms[last].kind == Kind.Parametric ? i.occurredAt : i.detectedAt;
        if (occurredAt <= after_) revert SameEvent(last);
    }

    function _emitOpened(uint64 incidentId, Incident storage i, Observation memory reading) private {
        emit IncidentOpened(
            incidentId,
            i.poolId,
            i.subjectId,
            i.firstAdapter,
            i.detector,
            i.affectedCover,
            i.cap,
            i.detectionBond,
            i.lapsesAt,
            reading
        );
    }
}
