// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {ClaimBook} from "./ClaimBook.sol";
import {ICaseHost} from "./interfaces/ICaseHost.sol";
import {IClaims} from "./interfaces/IClaims.sol";
import {ICoverSource} from "./interfaces/ICoverSource.sol";
import {IDirectory} from "./interfaces/IDirectory.sol";
import {IIncidents} from "./interfaces/IIncidents.sol";
import {IRiskPool} from "./interfaces/IRiskPool.sol";
import {CaseOutcome, ClaimState, EscalationReason, IncidentState, Route} from "./interfaces/Types.sol";
import {ClaimMath} from "./libraries/ClaimMath.sol";
import {PauseScope} from "./libraries/PauseScope.sol";

/// @title Claims
/// @notice See IClaims.
contract Claims is ClaimBook, ICaseHost {
    /// Deposit of an appeal, in deposits.
    uint256 public constant APPEAL_FACTOR = 3;

    constructor(address authority_, IDirectory directory_) ClaimBook(authority_, directory_) {}

    // ── claiming ───────────────────────────────────────────────────────────────────────────────────────────────

    /// @inheritdoc IClaims
    function submit(uint256 coverId, uint64 incidentId, uint256 amount, bytes32 evidenceRoot)
        external
        nonReentrant
        returns (uint64 claimId)
    {
        IIncidents.Basis memory i = _claimable(incidentId);
        bool automatic = _settling(i.state) && i.route == Route.Automatic;
        if (amount == 0) revert ZeroAmount();
        if (evidenceRoot == 0 && !automatic) revert EvidenceRequired();
        _requireFree(coverId, incidentId);
        ICoverSource.Exposure memory e = _exposure(coverId, i);
        if (e.amount == 0) revert NotInsured(coverId, incidentId);
        if (e.holder != msg.sender) revert NotHolder(coverId, msg.sender);
        if (block.timestamp > e.graceEnd) revert ClaimWindowClosed(e.graceEnd);
        if (amount > e.amount) revert AmountTooHigh(amount, e.amount);

        claimId = _make(coverId, incidentId, msg.sender, amount, evidenceRoot, i.claimDeposit);
        _take(i.asset, msg.sender, i.claimDeposit);
        if (i.state == IncidentState.Escalated) _strike(i.caseId, msg.sender);
        if (_settling(i.state)) _decide(claimId, i, e.amount, true);
    }

    /// @inheritdoc IClaims
    function settle(uint64 incidentId, uint256[] calldata coverIds) external nonReentrant returns (uint256 made) {
        IIncidents.Basis memory i = _claimable(incidentId);
        if (!_settling(i.state)) revert IncidentNotClaimable(incidentId);
        for (uint256 n = 0; n < coverIds.length; ++n) {
            if (_settleOne(coverIds[n], incidentId, i)) ++made;
        }
    }

    /// @inheritdoc IClaims
    function resolve(uint64 claimId) external nonReentrant {
        Claim storage c = _in(claimId, ClaimState.Submitted);
        IIncidents.Basis memory i = _basis(c.incidentId);
        if (_void(i.state)) {
            c.route = i.route;
            _dismiss(claimId, c, i);
        } else if (_settling(i.state)) {
            _decide(claimId, i, _exposure(c.coverId, i).amount, false);
        } else {
            revert IncidentNotClaimable(c.incidentId);
        }
    }

    /// @inheritdoc IClaims
    function withdraw(uint64 claimId) external nonReentrant {
        Claim storage c = _in(claimId, ClaimState.Submitted);
        _onlyClaimant(claimId, c);
        Totals storage t = _totals[c.incidentId];
        t.requested -= c.requested;
        t.undecided -= c.requested;
        _lastDecision[c.incidentId] = uint48(block.timestamp);
        delete _claimOf[c.incidentId][c.coverId];
        _end(c);
        _move(claimId, c, ClaimState.Withdrawn);
        _returnDeposit(claimId, c, _basis(c.incidentId));
    }

    /// @inheritdoc IClaims
    function setPayee(uint64 claimId, address payTo) external {
        Claim storage c = _claims[claimId];
        _onlyClaimant(claimId, c);
        if (c.paid != 0 || _terminal(claimId, c)) revert WrongState(claimId, c.state);
        if (c.payTo != c.claimant) revert PayeeAlreadySet(claimId);
        if (payTo == address(0) || payTo == c.claimant) revert ZeroAddress();
        c.payTo = payTo;
        _claimed[c.incidentId][payTo] = true;
        emit PayeeSet(claimId, payTo);
        if (c.state == ClaimState.InVote) _strike(c.caseId, payTo);
        IIncidents.Basis memory i = _basis(c.incidentId);
        if (i.state == IncidentState.Escalated) _strike(i.caseId, payTo);
    }

    // ── people ─────────────────────────────────────────────────────────────────────────────────────────────────

    /// @inheritdoc ICaseHost
    function onVerdict(uint64 caseId, uint64 refId, CaseOutcome outcome, uint16 amountBps, uint48)
        external
        restricted
        nonReentrant
    {
        Claim storage c = _in(refId, ClaimState.InVote);
        if (c.caseId != caseId) revert WrongState(refId, c.state);
        uint256 granted = ClaimMath.granted(c.requested, amountBps);
        if (outcome == CaseOutcome.Accepted && granted != 0) {
            c.route = Route.DaoVote;
            uint256 ceiling = _inner[refId].ceiling;
            _approveAfterCoolDown(refId, c, Math.min(granted, ceiling), 0);
        } else if (outcome == CaseOutcome.Accepted || outcome == CaseOutcome.Denied) {
            c.route = Route.DaoVote;
            _deny(refId, c, 0);
        } else {
            c.reviewEnds = uint48(block.timestamp) + _basis(c.incidentId).reviewPeriod;
            _move(refId, c, ClaimState.CouncilReview);
            emit ReviewStarted(refId, c.reviewEnds);
        }
    }

    /// @inheritdoc IClaims
    function flagFraud(uint64 claimId, bytes32 reasonHash) external restricted {
        Claim storage c = _granted(claimId);
        if (reasonHash == 0) revert ReasonRequired();
        if (c.flagged) revert AlreadyFlagged(claimId);
        if (block.timestamp >= c.payableAt) revert TooLate(claimId, c.payableAt);
        Totals storage t = _totals[c.incidentId];
        t.approved -= c.approved;
        t.undecided += c.approved;
        // The accused claim can be confirmed or cut, not raised.
        _inner[claimId].ceiling = c.approved;
        (c.flagged, c.rounds, c.approved, c.payableAt, c.redeemBy) = (true, 0, 0, 0, 0);
        emit FraudFlagged(claimId, reasonHash);
        _escalate(claimId, c, EscalationReason.Fraud);
    }

    /// @inheritdoc IClaims
    function councilDecide(uint64 claimId, bool accepted, uint256 approved, bytes32 reasonHash)
        external
        restricted
        nonReentrant
    {
        Claim storage c = _in(claimId, ClaimState.CouncilReview);
        if (block.timestamp > c.reviewEnds) revert TooLate(claimId, c.reviewEnds);
        if (reasonHash == 0) revert ReasonRequired();
        c.route = Route.Council;
        if (!accepted) return _deny(claimId, c, reasonHash);
        if (approved == 0) revert ZeroAmount();
        if (approved > _inner[claimId].ceiling) revert AmountTooHigh(approved, _inner[claimId].ceiling);
        _approveAfterCoolDown(claimId, c, approved, reasonHash);
    }

    /// @inheritdoc IClaims
    function reopen(uint64 claimId) external nonReentrant {
        Claim storage c = _in(claimId, ClaimState.CouncilReview);
        if (block.timestamp <= c.reviewEnds) revert NotOverYet(claimId, c.reviewEnds);
        IIncidents.Basis memory i = _basis(c.incidentId);
        if (c.rounds >= MAX_ROUNDS) {
            c.route = Route.DaoVote;
            return _dismiss(claimId, c, i);
        }
        _returnDeposit(claimId, c, i);
        _escalate(claimId, c, c.reason);
    }

    /// @inheritdoc IClaims
    function appeal(uint64 claimId, bytes32 newEvidenceRoot) external nonReentrant {
        Claim storage c = _in(claimId, ClaimState.Denied);
        _onlyClaimant(claimId, c);
        if (c.appeals != 0 || _inner[claimId].over) revert AppealsExhausted(claimId);
        IIncidents.Basis memory i = _basis(c.incidentId);
        uint48 until = c.decidedAt + i.coolDown;
        if (block.timestamp > until) revert TooLate(claimId, until);
        if (newEvidenceRoot == 0) revert EvidenceRequired();
        uint256 deposit = APPEAL_FACTOR * i.claimDeposit;
        (c.appeals, c.rounds, c.evidenceRoot) = (1, 0, newEvidenceRoot);
        c.deposit += deposit;
        emit Appealed(claimId, 1, deposit, newEvidenceRoot);
        _escalate(claimId, c, EscalationReason.Appeal);
        _take(i.asset, msg.sender, deposit);
    }

    /// @inheritdoc IClaims
    function finalise(uint64 claimId) external nonReentrant {
        Claim storage c = _in(claimId, ClaimState.Denied);
        if (_inner[claimId].over) revert WrongState(claimId, c.state);
        IIncidents.Basis memory i = _basis(c.incidentId);
        uint48 until = c.decidedAt + i.coolDown;
        if (block.timestamp <= until) revert NotOverYet(claimId, until);
        _finalise(claimId, c, i, true);
    }

    // ── payment ────────────────────────────────────────────────────────────────────────────────────────────────

    /// @inheritdoc IClaims
    function pay(uint64 claimId) external nonReentrant returns (uint256 assets) {
        Claim storage c = _granted(claimId);
        IIncidents.Basis memory i = _basis(c.incidentId);
        _requirePayable(claimId, c, i);
        uint48 by = _redeemBy(claimId, c, i);
        if (!c.waitsForWindow && block.timestamp > by) revert RedemptionOver(claimId, by);
        return _pay(claimId, c, i, c.payTo);
    }

    /// @inheritdoc IClaims
    function hold(uint64 claimId) external nonReentrant returns (uint256 assets) {
        Claim storage c = _granted(claimId);
        IIncidents.Basis memory i = _basis(c.incidentId);
        _requirePayable(claimId, c, i);
        if (!c.waitsForWindow) revert NothingToHold(claimId);
        uint48 by = _redeemBy(claimId, c, i);
        if (block.timestamp <= by) revert NotOverYet(claimId, by);
        assets = _pay(claimId, c, i, address(this));
        if (assets == 0) return 0;
        _keep(i.asset, c.claimant, assets);
        emit ClaimHeld(claimId, c.claimant, assets);
    }

    /// @inheritdoc IClaims
    function expire(uint64 claimId) external nonReentrant {
        Claim storage c = _granted(claimId);
        IIncidents.Basis memory i = _basis(c.incidentId);
        uint48 by = _redeemBy(claimId, c, i);
        // While others are undecided what this claim is due may still rise: it has had no chance to be redeemed in full.
        if (block.timestamp <= by || _totals[c.incidentId].undecided != 0) revert NotOverYet(claimId, by);
        if (c.waitsForWindow && _due(c, i).amount != 0) revert WaitsForWindow(claimId);
        _end(c);
        _move(claimId, c, ClaimState.Expired);
    }

    // ── views ──────────────────────────────────────────────────────────────────────────────────────────────────

    /// @inheritdoc ICaseHost
    function isConflicted(uint64 refId, address voter) external view returns (bool) {
        Claim storage c = _claims[refId];
        // Who claimed in the incident, detected or challenged it has a stake in every claim of it.
        return voter == c.claimant || voter == c.payTo
            || ICaseHost(address(directory.incidents())).isConflicted(c.incidentId, voter);
    }

    /// @inheritdoc ICaseHost
    function evidenceDesk(uint64 refId, address account)
        external
        view
        returns (bool open, bool party, uint64 caseId, IRiskPool pool, uint256 stake)
    {
        Claim storage c = _claims[refId];
        IIncidents.Basis memory i = _basis(c.incidentId);
        open = c.state != ClaimState.None && !_terminal(refId, c);
        return (open, account == c.claimant, c.caseId, i.pool, i.claimDeposit);
    }

    /// @inheritdoc IClaims
    function due(uint64 claimId) external view returns (uint256 assets, uint16 proRataBps) {
        Claim storage c = _claims[claimId];
        if (!_isGranted(c.state) || block.timestamp < c.payableAt) return (0, 0);
        IIncidents.Basis memory i = _basis(c.incidentId);
        if (!c.waitsForWindow && block.timestamp > _redeemBy(claimId, c, i)) return (0, 0);
        Due memory d = _due(c, i);
        return (Math.min(d.amount, _room(i)), d.partBps);
    }

    /// @inheritdoc IClaims
    function redeemByOf(uint64 claimId) external view returns (uint48) {
        Claim storage c = _claims[claimId];
        return _redeemBy(claimId, c, _basis(c.incidentId));
    }

    /// @inheritdoc IClaims
    function payableFor(uint256 coverId, uint64 incidentId)
        external
        view
        returns (uint256 insured, uint256 loss, uint256 deductible, uint256 most)
    {
        IIncidents.Basis memory i = _basis(incidentId);
        if (i.state == IncidentState.None) revert UnknownIncident(incidentId);
        insured = _exposure(coverId, i).amount;
        (loss, deductible, most) =
            ClaimMath.payable_(insured, i.severityBps, i.deductibleBps);
    }

    // ── inside ─────────────────────────────────────────────────────────────────────────────────────────────────

    /// An incident that takes claims now.
    function _claimable(uint64 incidentId) private view returns (IIncidents.Basis memory) {
        IIncidents.Basis memory i = _basis(incidentId);
        if (i.state == IncidentState.None) revert UnknownIncident(incidentId);
        if (_void(i.state) || i.state == IncidentState.Closed) revert IncidentNotClaimable(incidentId);
        if (_isPaused(PauseScope.SUBMIT, i.poolId)) revert SubmissionPaused(i.poolId);
        if (!_settling(i.state)) return i;
        if (block.timestamp > i.claimsEnd) revert ClaimWindowClosed(i.claimsEnd);
        return i;
    }

    function _requireFree(uint256 coverId, uint64 incidentId) private view {
        if (_openClaim[coverId] != 0) revert ClaimOpen(coverId, _openClaim[coverId]);
        uint64 earlier = _claimOf[incidentId][coverId];
        if (earlier != 0) revert AlreadyClaimed(coverId, earlier);
    }

    /// Decides by the arithmetic, or opens a case.
    /// @param insured   assets insured at the event, less what was paid since
    /// @param disputes  whether asking for more than the arithmetic grants is a dispute; a claim made before the incident was
    /// decided could not know the figure and gets what the arithmetic grants
    function _decide(uint64 claimId, IIncidents.Basis memory i, uint256 insured, bool disputes) private {
        Claim storage c = _claims[claimId];
        (,, uint256 most) = ClaimMath.payable_(insured, i.severityBps, i.deductibleBps);
        c.route = i.route;
        if (most == 0 && !disputes) return _dismiss(claimId, c, i);
        uint256 amount = Math.min(c.requested, most);
        EscalationReason doubt = _doubt(i, amount);
        if (disputes && c.requested > most) doubt = EscalationReason.AmountDisputed;
        if (doubt == EscalationReason.None) {
            _approveByArithmetic(claimId, c, i, amount);
        } else {
            if (c.evidenceRoot == 0) revert EvidenceRequired();
            _escalate(claimId, c, doubt);
        }
    }

    /// Where people decided the incident they decided it for claims of every size.
    function _doubt(IIncidents.Basis memory i, uint256 amount) private pure returns (EscalationReason) {
        bool above = i.route == Route.Automatic && amount > i.autoLimitClaim;
        return above ? EscalationReason.AboveAutoLimit : EscalationReason.None;
    }

    /// An automatic incident has been open to challenge already; after a vote the council has the cool-down to look for fraud.
    function _approveByArithmetic(uint64 claimId, Claim storage c, IIncidents.Basis memory i, uint256 amount) private {
        uint32 wait = i.route == Route.Automatic ? 0 : i.coolDown;
        _approve(claimId, c, i, ClaimState.AutoApproved, amount, wait, i.decisionReasonHash);
    }

    function _settleOne(uint256 coverId, uint64 incidentId, IIncidents.Basis memory i) private returns (bool) {
        if (_openClaim[coverId] != 0 || _claimOf[incidentId][coverId] != 0) return false;
        ICoverSource.Exposure memory e = _exposure(coverId, i);
        if (e.amount == 0 || e.holder == address(0) || block.timestamp > e.graceEnd) return false;
        (,, uint256 most) = ClaimMath.payable_(e.amount, i.severityBps, i.deductibleBps);
        if (most == 0 || _doubt(i, most) != EscalationReason.None) return false;
        uint64 claimId = _make(coverId, incidentId, e.holder, most, 0, 0);
        Claim storage c = _claims[claimId];
        c.route = i.route;
        _approveByArithmetic(claimId, c, i, most);
        return true;
    }

    function _approveAfterCoolDown(uint64 claimId, Claim storage c, uint256 amount, bytes32 reasonHash) private {
        IIncidents.Basis memory i = _basis(c.incidentId);
        _approve(claimId, c, i, ClaimState.Approved, amount, i.coolDown, reasonHash);
    }

    /// Payable, and not stopped: a pause holds any one claim back for at most pauseMax in all.
    function _requirePayable(uint64 claimId, Claim storage c, IIncidents.Basis memory i) private view {
        if (block.timestamp < c.payableAt) revert NotPayableYet(claimId, c.payableAt);
        if (!_isPaused(PauseScope.PAYOUT, i.poolId)) return;
        if (_payoutPaused(claimId, i.poolId) < i.pauseMax) revert PayoutPaused(i.poolId);
    }

    /// Pays as much of what is due as the drain window has room for; a claim that finds too little waits from then on.
    function _pay(uint64 claimId, Claim storage c, IIncidents.Basis memory i, address to)
        private
        returns (uint256 assets)
    {
        Due memory d = _due(c, i);
        if (d.amount == 0 && !(d.last && c.paid != 0)) revert NothingDue(claimId);
        assets = Math.min(d.amount, _room(i));
        if (assets < d.amount) {
            c.waitsForWindow = true;
            emit ClaimWaits(claimId, d.amount - assets);
        }
        if (assets == 0 && d.amount != 0) return 0;
        if (c.paid == 0) emit SubrogationAssigned(claimId, c.claimant);
        c.paid += assets;
        _totals[c.incidentId].paid += assets;
        bool complete = c.paid == c.approved || (d.last && assets == d.amount);
        emit ClaimPaid(claimId, to, assets, c.paid, d.partBps, complete);
        if (complete) {
            _end(c);
            _move(claimId, c, ClaimState.Paid);
        }
        if (assets == 0) return 0;
        _source(c.coverId).recordPaid(c.coverId, assets);
        i.pool.pay(c.incidentId, claimId, to, assets);
    }

    function _in(uint64 claimId, ClaimState state) private view returns (Claim storage c) {
        c = _claims[claimId];
        if (c.state != state) revert WrongState(claimId, c.state);
    }

    function _granted(uint64 claimId) private view returns (Claim storage c) {
        c = _claims[claimId];
        if (!_isGranted(c.state)) revert WrongState(claimId, c.state);
    }

    function _isGranted(ClaimState state) private pure returns (bool) {
        return state == ClaimState.Approved || state == ClaimState.AutoApproved;
    }

    function _terminal(uint64 claimId, Claim storage c) private view returns (bool) {
        ClaimState s = c.state;
        if (s == ClaimState.Denied) return _inner[claimId].over;
        return s == ClaimState.Paid || s == ClaimState.Expired || s == ClaimState.Withdrawn;
    }

    function _onlyClaimant(uint64 claimId, Claim storage c) private view {
        if (msg.sender != c.claimant) revert NotClaimant(claimId, msg.sender);
    }
}
