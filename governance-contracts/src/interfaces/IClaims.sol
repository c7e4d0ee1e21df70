// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {ClaimState, EscalationReason, Route} from "./Types.sol";

/// @title Claims
/// @notice What one cover is owed for one incident.
///
///   payable = (insured when it happened − paid since) × severity × (1 − deductible), and at the end × pro rata
///   pro rata = min(1, (cap + backstop) / (Σ approved + Σ undecided)) from claimsEnd on; it only rises as the last claims are
///   decided. Before that everything is paid where the cap covers affected cover × severity; else a first tranche of at most
///   min(FIRST_TRANCHE, cap / (affected cover × severity)), so that early claims cannot drain late ones.
///
/// A cover is claimed once an incident, whoever holds it; only a claim that was withdrawn can be made again. A claim that three
/// cases left undecided is denied, so that it cannot hold the incident's reserve for ever.
/// Evidence is kept by the tribunal, under the claim.
/// A claim within the arithmetic of a settling incident is approved by it. What is disputed goes to the tribunal.
/// State Payable is Approved or AutoApproved whose payableAt has come: time moves it, no transaction.
interface IClaims {
    /// @param requested   assets asked for
    /// @param approved    assets granted, before pro rata
    /// @param paid        assets paid so far
    /// @param deposit     held, in the pool's asset
    /// @param payableAt   earliest payment
    /// @param redeemBy    last payment as set at the decision; see redeemByOf. A claim that met an empty drain window never expires
    /// @param rounds      cases opened in this instance (first, appeal, fraud)
    struct Claim {
        uint256 coverId;
        uint64 incidentId;
        address claimant;
        address payTo;
        ClaimState state;
        Route route;
        EscalationReason reason;
        uint8 appeals;
        uint8 rounds;
        bool flagged;
        bool waitsForWindow;
        uint48 submittedAt;
        uint48 decidedAt;
        uint48 payableAt;
        uint48 redeemBy;
        uint48 reviewEnds;
        uint64 caseId;
        uint256 requested;
        uint256 approved;
        uint256 paid;
        uint256 deposit;
        bytes32 evidenceRoot;
        bytes32 decisionReasonHash;
    }
    /// Sums of an incident's claims.
    struct Totals {
        uint256 requested;
        uint256 undecided; // the most that claims not finally decided can still be granted
        uint256 approved;
        uint256 paid;
        uint32 claims;
        uint32 open; // neither Denied (appeal over), Paid, Expired nor Withdrawn
    }

    event ClaimSubmitted(
        uint64 indexed claimId,
        uint256 indexed coverId,
        uint64 indexed incidentId,
        address claimant,
        address payTo,
        uint256 requested,
        uint256 deposit,
        bytes32 evidenceRoot
    );
    event ClaimStateChanged(
        uint64 indexed claimId, ClaimState from, ClaimState to, Route route, EscalationReason reason, uint64 caseId
    );
    event ClaimDecided(
        uint64 indexed claimId, Route route, uint256 approved, uint48 payableAt, uint48 redeemBy, bytes32 reasonHash
    );
    event ReviewStarted(uint64 indexed claimId, uint48 reviewEnds);
    event PayeeSet(uint64 indexed claimId, address indexed payTo);
    event FraudFlagged(uint64 indexed claimId, bytes32 reasonHash);
    event Appealed(uint64 indexed claimId, uint8 appeal, uint256 deposit, bytes32 newEvidenceRoot);
    event ClaimPaid(uint64 indexed claimId, address indexed to, uint256 assets, uint256 paidInAll, uint16 proRataBps, bool complete);
    /// The drain window was empty: the claim waits and no longer expires.
    event ClaimWaits(uint64 indexed claimId, uint256 due);
    /// The payee could not be paid in time: the money left the incident's reserve and is the claimant's credit.
    event ClaimHeld(uint64 indexed claimId, address indexed claimant, uint256 assets);
    /// A denial that nothing changes any more.
    event ClaimFinal(uint64 indexed claimId);
    event DepositReturned(uint64 indexed claimId, address indexed to, uint256 amount);
    event DepositForfeited(uint64 indexed claimId, uint256 amount);
    /// The right to recover from others what was paid here.
    event SubrogationAssigned(uint64 indexed claimId, address indexed by);

    error WrongState(uint64 claimId, ClaimState have);
    error UnknownIncident(uint64 incidentId);
    error IncidentNotClaimable(uint64 incidentId);
    error ClaimWindowClosed(uint48 end);
    error NotInsured(uint256 coverId, uint64 incidentId);
    error NotHolder(uint256 coverId, address caller);
    error NotClaimant(uint64 claimId, address caller);
    error ClaimOpen(uint256 coverId, uint64 claimId);
    error AlreadyClaimed(uint256 coverId, uint64 claimId);
    error ZeroAddress();
    error WaitsForWindow(uint64 claimId);
    error NothingToHold(uint64 claimId);
    error AmountTooHigh(uint256 asked, uint256 max);
    error ZeroAmount();
    error SubmissionPaused(uint32 poolId);
    error PayoutPaused(uint32 poolId);
    error NotPayableYet(uint64 claimId, uint48 at);
    error RedemptionOver(uint64 claimId, uint48 at);
    error NotOverYet(uint64 claimId, uint48 at);
    error NothingDue(uint64 claimId);
    error AppealsExhausted(uint64 claimId);
    error PayeeAlreadySet(uint64 claimId);
    error AlreadyFlagged(uint64 claimId);
    error EvidenceRequired();
    error ReasonRequired();
    error TooLate(uint64 claimId, uint48 notAfter);

    /// @notice Claims one's cover for an incident; takes CLAIM_DEPOSIT in the pool's asset. Holder, from detection to claimsEnd.
    /// In a settling incident the arithmetic decides at once or the claim escalates; before that it waits for the incident.
    /// @param evidenceRoot  hash of the evidence; required unless the incident settles automatically
    function submit(uint256 coverId, uint64 incidentId, uint256 amount, bytes32 evidenceRoot) external returns (uint64 claimId);
    /// @notice Automatic path: makes and approves the claims of covers of a settling incident, for their holders. Anyone. No
    /// deposit. Covers that are not within every automatic condition are skipped.
    /// @return made how many claims were made
    function settle(uint64 incidentId, uint256[] calldata coverIds) external returns (uint256 made);
    /// @notice Decides a submitted claim by the arithmetic once its incident settles: at most what the arithmetic grants, or a case
    /// where an automatic condition fails. With a rejected or lapsed incident it ends, and the deposit goes back. Anyone.
    function resolve(uint64 claimId) external;
    /// @notice Takes back a claim that is still Submitted; the deposit is returned. Claimant.
    function withdraw(uint64 claimId) external;
    /// @notice Sets another payee, once, before payment. Claimant.
    function setPayee(uint64 claimId, address payTo) external;
    /// @notice Holds an approved claim within its cool-down, once, for a vote with doubled quorum. COUNCIL_NOW.
    function flagFraud(uint64 claimId, bytes32 reasonHash) external;
    /// @notice Decides a claim that the vote left open. COUNCIL_NOW, in CouncilReview only.
    function councilDecide(uint64 claimId, bool accepted, uint256 approved, bytes32 reasonHash) external;
    /// @notice Opens a new case when the council let its time pass, or denies after the third; the deposit goes back. Anyone.
    function reopen(uint64 claimId) external;
    /// @notice Appeals a denial once, with three times the deposit, within the cool-down. Claimant.
    function appeal(uint64 claimId, bytes32 newEvidenceRoot) external;
    /// @notice Pays what is due now to the payee: all that cap and window allow. Anyone.
    function pay(uint64 claimId) external returns (uint256 assets);
    /// @notice Ends an approved claim that nobody redeemed in time. Anyone. Not one that waits for the drain window.
    function expire(uint64 claimId) external;
    /// @notice After its time to redeem, takes the money of a waiting claim whose payee cannot be paid out of the reserve and keeps it
    /// as the claimant's credit, so that the incident can end. Anyone.
    function hold(uint64 claimId) external returns (uint256 assets);
    /// @notice Finalises a denied claim whose time to appeal is over: deposit forfeited. Anyone.
    function finalise(uint64 claimId) external;

    function claim(uint64 claimId) external view returns (Claim memory);
    function claimCount() external view returns (uint64);
    /// @return the open claim on a cover, 0 when none
    function openClaimOf(uint256 coverId) external view returns (uint64);
    function totals(uint64 incidentId) external view returns (Totals memory);
    /// @notice Last payment: redeemBy, or REDEMPTION_WINDOW after the incident's last decision where that is later, + the time that payouts
    /// were paused since the claim was decided, at most pauseMax.
    function redeemByOf(uint64 claimId) external view returns (uint48);
    /// @notice The claim on a cover in an incident, 0 when none.
    function claimOf(uint64 incidentId, uint256 coverId) external view returns (uint64);
    /// @notice What `pay` would send now and the pro rata in force; 0 while nothing is due.
    function due(uint64 claimId) external view returns (uint256 assets, uint16 proRataBps);
    /// @notice The arithmetic for a cover: insured at the event, loss after severity, deductible, most payable before pro rata.
    function payableFor(uint256 coverId, uint64 incidentId)
        external
        view
        returns (uint256 insured, uint256 loss, uint256 deductible, uint256 most);
    /// @notice Whether the account claimed in the incident (and so may not vote on it).
    function hasClaimed(uint64 incidentId, address account) external view returns (bool);
}
