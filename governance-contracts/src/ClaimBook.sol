// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {Escrow} from "./Escrow.sol";
import {IClaims} from "./interfaces/IClaims.sol";
import {ICoverSource} from "./interfaces/ICoverSource.sol";
import {ProtocolModule} from "./ProtocolModule.sol";
import {IDirectory} from "./interfaces/IDirectory.sol";
import {IIncidents} from "./interfaces/IIncidents.sol";
import {IRiskPool} from "./interfaces/IRiskPool.sol";
import {CaseKind, ClaimState, EscalationReason, IncidentState} from "./interfaces/Types.sol";
import {ClaimMath} from "./libraries/ClaimMath.sol";
import {PauseScope} from "./libraries/PauseScope.sol";
import {ProRata} from "./libraries/ProRata.sol";

/// @title Claim book
/// @notice What Claims stores, the sums of each incident, and the moves between the states of a claim; Claims adds who may ask
/// for them and when.
abstract contract ClaimBook is IClaims, Escrow {
    using ProRata for ProRata.Part;

    /// Cases a claim can have in one instance before the answer is no.
    uint8 public constant MAX_ROUNDS = 3;
    /// Cover ids of AccountCover have this bit.
    uint256 internal constant ACCOUNT_COVER_BIT = 1 << 255;

    /// What a claim needs beside what it shows.
    /// @param pausedBefore  seconds for which payouts of the pool had been paused when the claim was approved
    /// @param ceiling       the most a vote can still grant
    /// @param over          a denial that is final
    struct Inner {
        uint48 pausedBefore;
        bool over;
        uint256 ceiling;
    }

    mapping(uint64 claimId => Claim) internal _claims;
    mapping(uint64 claimId => Inner) internal _inner;
    mapping(uint64 incidentId => Totals) internal _totals;
    /// Last time at which a claim of the incident was decided for good: the pro rata of the others may have risen then.
    mapping(uint64 incidentId => uint48) internal _lastDecision;
    mapping(uint64 incidentId => mapping(uint256 coverId => uint64)) internal _claimOf;
    mapping(uint64 incidentId => mapping(address account => bool)) internal _claimed;
    mapping(uint256 coverId => uint64) internal _openClaim;

    /// @inheritdoc IClaims
    uint64 public claimCount;

    constructor(address authority_, IDirectory directory_) ProtocolModule(authority_, directory_) {}

    // ── views ──────────────────────────────────────────────────────────────────────────────────────────────────

    /// @inheritdoc IClaims
    function claim(uint64 claimId) external view returns (Claim memory c) {
        c = _claims[claimId];
        bool granted = c.state == ClaimState.Approved || c.state == ClaimState.AutoApproved;
        // Time makes an approved claim payable; no transaction does.
        if (granted && block.timestamp >= c.payableAt) c.state = ClaimState.Payable;
    }

    /// @inheritdoc IClaims
    function openClaimOf(uint256 coverId) external view returns (uint64) {
        return _openClaim[coverId];
    }

    /// @inheritdoc IClaims
    function claimOf(uint64 incidentId, uint256 coverId) external view returns (uint64) {
        return _claimOf[incidentId][coverId];
    }

    /// @inheritdoc IClaims
    function totals(uint64 incidentId) external view returns (Totals memory) {
        return _totals[incidentId];
    }

    /// @inheritdoc IClaims
    function hasClaimed(uint64 incidentId, address account) external view returns (bool) {
        return _claimed[incidentId][account];
    }

    // ── making a claim ─────────────────────────────────────────────────────────────────────────────────────────

    function _make(uint256 coverId, uint64 incidentId, address claimant, uint256 amount, bytes32 root, uint256 deposit)
        internal
        returns (uint64 claimId)
    {
        claimId = ++claimCount;
        Claim storage c = _claims[claimId];
        (c.coverId, c.incidentId, c.claimant, c.payTo) = (coverId, incidentId, claimant, claimant);
        (c.state, c.submittedAt, c.requested) = (ClaimState.Submitted, uint48(block.timestamp), amount);
        (c.deposit, c.evidenceRoot) = (deposit, root);
        _inner[claimId].ceiling = amount;
        _claimOf[incidentId][coverId] = claimId;
        _openClaim[coverId] = claimId;
        _claimed[incidentId][claimant] = true;
        Totals storage t = _totals[incidentId];
        t.requested += amount;
        t.undecided += amount;
        ++t.claims;
        ++t.open;
        emit ClaimSubmitted(claimId, coverId, incidentId, claimant, claimant, amount, deposit, root);
    }

    /// Takes the ballot of who became a party out of a running case.
    function _strike(uint64 caseId, address account) internal {
        directory.tribunal().strike(caseId, account);
    }

    // ── moves ──────────────────────────────────────────────────────────────────────────────────────────────────

    function _move(uint64 claimId, Claim storage c, ClaimState to) internal {
        ClaimState from = c.state;
        c.state = to;
        emit ClaimStateChanged(claimId, from, to, c.route, c.reason, c.caseId);
    }

    function _escalate(uint64 claimId, Claim storage c, EscalationReason reason) internal {
        c.reason = reason;
        ++c.rounds;
        _move(claimId, c, ClaimState.Escalated);
        // A claim's case decides no time, so it proposes none.
        c.caseId = directory.tribunal().open(CaseKind.Claim, claimId, 0, reason == EscalationReason.Fraud);
        _move(claimId, c, ClaimState.InVote);
    }

    /// @param wait  s until it is payable
    function _approve(
        uint64 claimId,
        Claim storage c,
        IIncidents.Basis memory i,
        ClaimState to,
        uint256 amount,
        uint32 wait,
        bytes32 reasonHash
    ) internal {
        (c.approved, c.decidedAt, c.decisionReasonHash) = (amount, uint48(block.timestamp), reasonHash);
        c.payableAt = uint48(block.timestamp) + wait;
        c.redeemBy = uint48(Math.max(c.payableAt, i.claimsEnd)) + i.redemptionWindow;
        Inner storage inner = _inner[claimId];
        inner.pausedBefore = uint48(_pausedSeconds(i.poolId));
        Totals storage t = _totals[c.incidentId];
        t.undecided -= inner.ceiling;
        t.approved += amount;
        _lastDecision[c.incidentId] = uint48(block.timestamp);
        _move(claimId, c, to);
        emit ClaimDecided(claimId, c.route, amount, c.payableAt, c.redeemBy, reasonHash);
        _returnDeposit(claimId, c, i);
    }

    function _deny(uint64 claimId, Claim storage c, bytes32 reasonHash) internal {
        (c.approved, c.decidedAt, c.decisionReasonHash) = (0, uint48(block.timestamp), reasonHash);
        (c.payableAt, c.redeemBy) = (0, 0);
        _move(claimId, c, ClaimState.Denied);
        emit ClaimDecided(claimId, c.route, 0, 0, 0, reasonHash);
        if (c.appeals != 0) _finalise(claimId, c, _basis(c.incidentId), true);
    }

    /// Ends a denied claim.
    /// @param forfeited  whether the deposit goes to the pool, else back
    function _finalise(uint64 claimId, Claim storage c, IIncidents.Basis memory i, bool forfeited) internal {
        _inner[claimId].over = true;
        _totals[c.incidentId].undecided -= _inner[claimId].ceiling;
        _lastDecision[c.incidentId] = uint48(block.timestamp);
        _end(c);
        emit ClaimFinal(claimId);
        if (!forfeited) return _returnDeposit(claimId, c, i);
        uint256 amount = c.deposit;
        if (amount == 0) return;
        delete c.deposit;
        emit DepositForfeited(claimId, amount);
        _forfeit(i.poolId, amount);
    }

    /// Denies without appeal and gives the deposit back: nobody found against the claimant.
    function _dismiss(uint64 claimId, Claim storage c, IIncidents.Basis memory i) internal {
        (c.decidedAt, c.decisionReasonHash) = (uint48(block.timestamp), 0);
        _move(claimId, c, ClaimState.Denied);
        emit ClaimDecided(claimId, c.route, 0, 0, 0, 0);
        _finalise(claimId, c, i, false);
    }

    /// A claim is over: its cover is free again.
    function _end(Claim storage c) internal {
        --_totals[c.incidentId].open;
        delete _openClaim[c.coverId];
    }

    function _returnDeposit(uint64 claimId, Claim storage c, IIncidents.Basis memory i) internal {
        uint256 amount = c.deposit;
        if (amount == 0) return;
        delete c.deposit;
        emit DepositReturned(claimId, c.claimant, amount);
        _giveBack(i.asset, c.claimant, amount);
    }

    // ── arithmetic ─────────────────────────────────────────────────────────────────────────────────────────────

    /// The cover as it stood at the event; amount 0 when its source does not know it or it is not the incident's to pay.
    function _exposure(uint256 coverId, IIncidents.Basis memory i) internal view returns (ICoverSource.Exposure memory) {
        try _source(coverId).exposureAt(coverId, i.occurredAt) returns (ICoverSource.Exposure memory e) {
            if (e.poolId != i.poolId || e.subjectId != i.subjectId) e.amount = 0;
            return e;
        } catch {
            return ICoverSource.Exposure(0, 0, address(0), 0, 0, 0);
        }
    }

    function _source(uint256 coverId) internal view returns (ICoverSource) {
        return coverId & ACCOUNT_COVER_BIT == 0
            ? ICoverSource(address(directory.underwriting()))
            : ICoverSource(address(directory.accountCover()));
    }

    /// What can be paid on a claim now, and whether nothing will change it any more.
    struct Due {
        uint256 amount;
        uint16 partBps;
        bool last;
    }

    function _due(Claim storage c, IIncidents.Basis memory i) internal view returns (Due memory d) {
        IRiskPool.IncidentReserve memory r = i.pool.incidentReserve(c.incidentId);
        uint256 funds = r.ownCap + r.backstop;
        ProRata.Part memory part;
        if (block.timestamp <= i.claimsEnd) {
            uint256 loss = ClaimMath.expected(r.affectedCover, i.severityBps, 0);
            part = ProRata.first(r.ownCap, loss, i.firstTrancheBps);
        } else {
            Totals storage t = _totals[c.incidentId];
            part = ProRata.last(funds, t.approved + t.undecided);
            d.last = t.undecided == 0;
        }
        d.amount = part.due(c.approved, c.paid, funds - r.paid);
        d.partBps = part.bps();
    }

    /// What the drain window of the pool has room for now.
    function _room(IIncidents.Basis memory i) internal view returns (uint256) {
        (uint256 used, uint256 limit) = i.pool.drainWindow(true);
        return Math.saturatingSub(limit, used);
    }

    function _redeemBy(uint64 claimId, Claim storage c, IIncidents.Basis memory i) internal view returns (uint48) {
        if (c.redeemBy == 0) return 0;
        uint256 from = Math.max(i.claimsEnd, _lastDecision[c.incidentId]) + i.redemptionWindow;
        return uint48(Math.max(c.redeemBy, from) + Math.min(_payoutPaused(claimId, i.poolId), i.pauseMax));
    }

    /// Seconds for which payouts were paused since the claim was approved.
    function _payoutPaused(uint64 claimId, uint32 poolId) internal view returns (uint256) {
        return _pausedSeconds(poolId) - _inner[claimId].pausedBefore;
    }

    // ── peers ──────────────────────────────────────────────────────────────────────────────────────────────────

    function _basis(uint64 incidentId) internal view returns (IIncidents.Basis memory) {
        return directory.incidents().basisOf(incidentId);
    }

    function _isPaused(uint16 scope, uint32 poolId) internal view returns (bool) {
        return directory.guardian().isPaused(scope, poolId);
    }

    function _pausedSeconds(uint32 poolId) internal view returns (uint256) {
        return directory.guardian().pausedSeconds(PauseScope.PAYOUT, poolId);
    }

    function _settling(IncidentState state) internal pure returns (bool) {
        return state == IncidentState.Settling;
    }

    /// Whether an incident came to nothing.
    function _void(IncidentState state) internal pure returns (bool) {
        return state == IncidentState.Rejected || state == IncidentState.Lapsed;
    }
}
