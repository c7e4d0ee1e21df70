// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {IRiskPool} from "./IRiskPool.sol";
import {Observation, IncidentState, EscalationReason, Route, CaseOutcome, Kind} from "./Types.sol";

/// @title Incidents
/// @notice One event that hit one subject of one pool, above the claims that follow from it.
///
///   Detected ─confirm→ Confirmed ─window over→ Settling ─claims done→ Closed
///      │  └─time→ Lapsed      └─challenge, conflict, over a limit, quarantine, custody→ Escalated
///      └───────────────────────────────────────────────────────────────────────────────↗
///   Escalated ─accepted→ Settling   ─denied→ Rejected   ─tie or no quorum→ CouncilReview ─council→ Settling | Rejected
///                                                                            └─deadline→ Escalated (a new case), Rejected after the third
///
/// What nobody decided in three cases is not paid and does not hold the pool's capital for ever.
/// A stale or ambiguous reading changes nothing. A reading whose severity is 0 is an alarm: it detects, it does not confirm. Sales stop and the reserve is set aside at detection. People decide the
/// incident once; claims follow by arithmetic.
interface IIncidents {
    /// @param severityBps  share of the insured amount lost; of the first reading (0: not yet known), the lower of two, then as decided
    /// @param cap          reserve in the pool at detection, without any backstop
    /// @param claimsEnd    last time to submit a claim, set when settling starts; see claimsEndOf for pauses
    /// @param rounds       cases opened so far
    struct Incident {
        uint32 poolId;
        uint32 subjectId;
        IncidentState state;
        EscalationReason reason;
        Route route;
        uint16 severityBps;
        uint48 occurredAt;
        uint48 detectedAt;
        uint48 confirmedAt;
        uint48 lapsesAt;
        uint48 challengeEnds;
        uint48 settlingAt;
        uint48 claimsEnd;
        uint48 reviewEnds;
        uint8 rounds;
        address detector;
        address firstAdapter;
        address secondAdapter;
        uint256 affectedCover;
        uint256 cap;
        uint256 detectionBond;
        address challenger;
        uint256 challengeBond;
        uint64 caseId;
        bytes32 decisionReasonHash;
    }

    /// Parameters as they stood at detection: no later change touches this incident or its claims.
    /// @param pauseMax        s by which pauses can delay any one claim, and lengthen the time to claim, in all
    /// @param deductibleBps   bps of the loss
    /// @param firstTranche    bps of what is approved
    /// @param challengeBond   assets
    struct Terms {
        Kind kind;
        uint32 confirmDelay;
        uint32 challengeWindow;
        uint32 claimWindow;
        uint32 redemptionWindow;
        uint32 coolDown;
        uint32 reviewPeriod;
        uint32 pauseMax;
        uint16 deductibleBps;
        uint16 firstTrancheBps;
        uint128 autoLimitClaim;
        uint128 autoLimitIncident;
        uint128 claimDeposit;
        uint128 challengeBond;
    }

    /// What claims are decided by, in one answer: of the incident, and of its terms.
    /// @param claimsEnd  as claimsEndOf
    struct Basis {
        IRiskPool pool;
        address asset;
        uint32 poolId;
        uint32 subjectId;
        IncidentState state;
        Route route;
        uint16 severityBps;
        uint16 deductibleBps;
        uint16 firstTrancheBps;
        uint48 occurredAt;
        uint48 claimsEnd;
        uint64 caseId;
        uint32 coolDown;
        uint32 reviewPeriod;
        uint32 redemptionWindow;
        uint32 pauseMax;
        uint128 autoLimitClaim;
        uint128 claimDeposit;
        bytes32 decisionReasonHash;
    }

    event AdapterBound(uint32 indexed poolId, uint32 indexed subjectId, address indexed adapter, bool bound);
    event IncidentOpened(
        uint64 indexed incidentId,
        uint32 indexed poolId,
        uint32 indexed subjectId,
        address adapter,
        address detector,
        uint256 affectedCover,
        uint256 cap,
        uint256 bond,
        uint48 lapsesAt,
        Observation observation
    );
    event TermsPinned(uint64 indexed incidentId, Terms terms);
    event IncidentConfirmed(
        uint64 indexed incidentId, address indexed adapter, address indexed by, uint48 challengeEnds, Observation observation
    );
    event IncidentStateChanged(
        uint64 indexed incidentId, IncidentState from, IncidentState to, EscalationReason reason, uint64 caseId
    );
    event IncidentContested(uint64 indexed incidentId, address indexed adapter, Observation observation);
    event Challenged(uint64 indexed incidentId, address indexed by, uint256 bond, bytes32 reasonHash);
    event SettlingStarted(
        uint64 indexed incidentId, Route route, uint48 occurredAt, uint16 severityBps, uint48 claimsEnd, bytes32 reasonHash
    );
    event IncidentRejected(uint64 indexed incidentId, Route route, bytes32 reasonHash);
    event ReviewStarted(uint64 indexed incidentId, CaseOutcome why, uint48 reviewEnds);
    event BondReturned(uint64 indexed incidentId, address indexed to, uint256 amount);
    event BondForfeited(uint64 indexed incidentId, address indexed from, uint256 amount);
    /// The pool could not release the reserve just then (its token refused a transfer); close tries again.
    event ReleaseDeferred(uint64 indexed incidentId);

    error WrongState(uint64 incidentId, IncidentState have);
    error AdapterNotBound(uint32 poolId, uint32 subjectId, address adapter);
    error AdapterAlreadyBound(uint32 poolId, uint32 subjectId, address adapter);
    error NotAnAdapter(address adapter);
    error AdapterQuarantined(address adapter);
    error AdapterUnhealthy(address adapter);
    /// The adapter has spoken already, and a doubt must come from another one.
    error SameAdapter(address adapter);
    error NotTriggered(address adapter, uint8 verdict);
    error NothingInsured(uint32 poolId, uint32 subjectId);
    error AlreadyOpen(uint64 incidentId);
    /// The event began before an earlier incident, already decided, was detected: it is that incident's event. Parametric events have
    /// a time of their own each (a flight, a day's rain): there, one no later than the last decided one.
    error SameEvent(uint64 incidentId);
    error TooEarly(uint64 incidentId, uint48 notBefore);
    error TooLate(uint64 incidentId, uint48 notAfter);
    error DetectionPaused(uint32 poolId);
    error ClaimsStillOpen(uint64 incidentId, uint256 open);
    error SeverityOutOfRange(uint16 severityBps);
    error OccurredOutOfRange(uint48 occurredAt);
    error ReasonRequired();
    error NothingToEscalate(uint64 incidentId);

    /// @notice Binds or unbinds an adapter for (pool, subject). DAO.
    function bindAdapter(uint32 poolId, uint32 subjectId, address adapter, bool bound) external;
    /// @notice First reading: must be Triggered. Sales stop, the pool sets its reserve aside. Anyone; where the caller, or the
    /// subject in this pool, let more than FREE_DETECTIONS lapse since the last confirmation, DETECTION_BOND is posted in the
    /// pool's asset. An event that began before the last decided incident here was detected is not a new one; a parametric
    /// one, of which there can be several before the first is closed, when it is no later than the last decided one.
    function detect(uint32 poolId, uint32 subjectId, address adapter, bytes calldata data) external returns (uint64 incidentId);
    /// @notice Second reading: another adapter at any time, the same one after CONFIRM_DELAY. Must be Triggered. Anyone.
    /// Goes on to Escalated at once for custody, above AUTO_PAY_LIMIT_INCIDENT, where the cap would bind, or where the two
    /// readings disagree on severity by more than 10 percentage points.
    function confirm(uint64 incidentId, address adapter, bytes calldata data) external;
    /// @notice Another bound, healthy adapter says NotTriggered: escalates a Detected or Confirmed incident. Anyone.
    function contest(uint64 incidentId, address adapter, bytes calldata data) external;
    /// @notice Puts a bond against a Confirmed incident within its window: people decide. Anyone.
    function challenge(uint64 incidentId, bytes32 reasonHash) external;
    /// @notice Escalates an incident one of whose adapters was quarantined. Anyone.
    function escalateQuarantined(uint64 incidentId) external;
    /// @notice Ends an unconfirmed incident after its time and releases the reserve. Anyone.
    function lapse(uint64 incidentId) external;
    /// @notice Starts automatic settling once the challenge window has passed unused and both adapters are healthy. Waits for
    /// them up to three days, then escalates. Anyone.
    function startSettling(uint64 incidentId) external;
    /// @notice Decides an incident that the vote left open. COUNCIL_NOW, in CouncilReview only.
    function councilDecide(uint64 incidentId, bool accepted, uint48 occurredAt, uint16 severityBps, bytes32 reasonHash) external;
    /// @notice Opens a new case when the council let its time pass, or rejects after the third. Anyone.
    function reopen(uint64 incidentId) external;
    /// @notice Closes a settling incident after claimsEnd when no claim is open; releases the rest of the reserve, also one whose
    /// release was deferred. Anyone.
    function close(uint64 incidentId) external;

    function incident(uint64 incidentId) external view returns (Incident memory);
    function terms(uint64 incidentId) external view returns (Terms memory);
    /// @notice All zero for an incident that does not exist.
    function basisOf(uint64 incidentId) external view returns (Basis memory);
    /// @notice Last time to submit a claim: claimsEnd and the time that submissions were paused since, at most pauseMax; 0 before settling.
    function claimsEndOf(uint64 incidentId) external view returns (uint48);
    /// @return how many there were; numbers start at 1
    function incidentCount() external view returns (uint64);
    /// @return the open incident of a subject in a pool, 0 when none
    function openIncidentOf(uint32 poolId, uint32 subjectId) external view returns (uint64);
    function isBound(uint32 poolId, uint32 subjectId, address adapter) external view returns (bool);
    function adaptersOf(uint32 poolId, uint32 subjectId) external view returns (address[] memory);
    /// @notice Bond that `detect` would take from this caller now.
    function detectionBondOf(uint32 poolId, uint32 subjectId, address caller) external view returns (uint256);
}
