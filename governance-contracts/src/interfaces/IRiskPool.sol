// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {IERC4626} from "@openzeppelin/contracts/interfaces/IERC4626.sol";
import {Kind, Level} from "./Types.sol";

/// @title RiskPool
/// @notice Capital of liquidity providers behind one kind of risk. ERC-4626 with deposits at once and redemptions by request.
///
/// Accounting is virtual, so that a donation changes nothing:
///   grossAssets  = deposits + earned premium + backstops + forfeits − payouts − filled redemptions   (no unearned premium)
///   totalAssets  = grossAssets − reserved            what shares are worth; the reserve of open incidents does not count
///   minCapital   = Σ level activeCover[level] × MIN_CAPITAL_RATIO[level] / 1e4
///   free         = max(0, totalAssets − minCapital)
///   solvencyBps  = totalAssets × 1e4 / minCapital, type(uint32).max when nothing is insured
/// The token balance is at least grossAssets + unearned premium + what filled requests are still owed.
interface IRiskPool is IERC4626 {
    struct Capital {
        uint256 grossAssets;
        uint256 totalAssets;
        uint256 activeCover;
        uint256 reserved;
        uint256 minCapital;
        uint256 free;
        uint256 unearnedPremium;
        uint256 owedToRedeemers;
        uint256 queuedShares;
        uint32 solvencyBps;
        uint32 utilisationBps; // minCapital / totalAssets, capped at type(uint32).max
        uint32 openIncidents; // without exact reserves
    }
    struct Lock {
        uint32 subjectId;
        uint256 amount;
        uint256 premiumRate; // assets per second × 1e18, 0 when nothing streams
        uint48 premiumUntil;
    }
    /// Cover of one subject, kept in the bucket of the level it was last seen at.
    struct SubjectCover {
        uint256 amount;
        Level level;
    }
    struct RedeemRequest {
        address controller;
        uint48 claimableAt;
        uint256 shares; // still waiting
        bool cancelled;
    }
    /// @param ownCap      the pool's own money set aside, at most INCIDENT_CAP of the snapshot
    /// @param backstop    the treasury's money on top
    /// @param exact       a loss known to the unit (a settled series): closes neither deposits nor the queue
    struct IncidentReserve {
        uint32 subjectId;
        uint256 snapshotAssets;
        uint256 affectedCover;
        uint256 floor;
        uint256 ownCap;
        uint256 backstop;
        uint256 paid;
        bool exact;
        bool open;
    }

    event RedeemRequested(
        uint256 indexed requestId, address indexed controller, address indexed owner, uint256 shares, uint48 claimableAt
    );
    event RedeemFilled(
        uint256 indexed requestId, address indexed controller, uint256 shares, uint256 assets, bool complete
    );
    event RedeemCancelled(uint256 indexed requestId, address indexed controller, uint256 sharesReturned);
    event RedeemCollected(address indexed controller, uint256 assets);
    /// What processQueue moved on: the first request that is not over, and the insured subject whose level is looked at next.
    event QueueAdvanced(uint256 head, uint256 nextInsured);
    event CoverLocked(
        address indexed module, uint256 indexed lockId, uint32 indexed subjectId, Level level, uint256 amount, uint256 activeCover
    );
    event CoverReleased(
        address indexed module, uint256 indexed lockId, uint32 indexed subjectId, uint256 amount, uint256 activeCover
    );
    /// A subject's cover moved to another level's bucket.
    event CoverRelevelled(uint32 indexed subjectId, Level from, Level to, uint256 amount);
    event PremiumStreamed(address indexed module, uint256 indexed lockId, uint256 amount, uint256 rate, uint48 until);
    event PremiumRefunded(address indexed module, uint256 indexed lockId, address indexed to, uint256 amount);
    /// Earned premium booked into grossAssets up to now.
    event PremiumAccrued(uint256 amount, uint256 grossAssets, uint256 unearnedPremium);
    event IncidentReserved(
        uint64 indexed incidentId,
        uint32 indexed subjectId,
        uint256 snapshotAssets,
        uint256 affectedCover,
        uint256 cap,
        uint256 floor,
        bool exact
    );
    event IncidentBackstopped(uint64 indexed incidentId, uint256 amount);
    event IncidentReleased(uint64 indexed incidentId, uint256 unused, uint256 returnedToTreasury);
    event Payout(uint64 indexed incidentId, uint64 indexed claimId, address indexed to, uint256 assets);
    event Forfeited(address indexed from, uint256 amount);
    /// A window is exhausted; nothing is lost, what waits is served as it frees.
    event DrainBreakerTripped(bool payouts, uint256 outflow24h, uint256 limit);

    error CapacityExceeded(uint256 requested, uint256 available);
    error ConcentrationExceeded(uint32 subjectId, uint256 after_, uint256 max);
    error BelowMinCapital(uint256 assetsAfter, uint256 required);
    error UnknownLock(address module, uint256 lockId);
    error ReleaseTooLarge(uint256 requested, uint256 locked);
    error StreamTooLong(uint48 until, uint48 max);
    error IncidentNotOpen(uint64 incidentId);
    error IncidentAlreadyOpen(uint64 incidentId);
    error IncidentCapExceeded(uint64 incidentId, uint256 requested, uint256 left);
    error DrainLimit(uint256 requested, uint256 left);
    error AsyncRedeemOnly();
    error DepositsClosed(bytes32 why);
    error DepositTooSmall(uint256 assets, uint256 min);
    error NothingQueued();
    error NotController(uint256 requestId, address caller);
    error RequestOver(uint256 requestId);
    error ZeroAmount();
    error SubjectOfOtherKind(uint32 subjectId, Kind kind);
    /// More was booked than arrived.
    error NotReceived(uint256 booked, uint256 arrived);
    error ZeroAddress();

    function kind() external view returns (Kind);
    function poolId() external view returns (uint32);

    // ── liquidity providers ──
    /// @notice Escrows shares in the queue; they bear losses until filled. Fillable from now + REDEEM_COOLDOWN, in order.
    function requestRedeem(uint256 shares, address controller, address owner) external returns (uint256 requestId);
    /// @notice Fills requests in order while they are mature, no incident is open, the peg is not Depegged, WITHDRAW is not
    /// paused, and free capital, floor and the 24-hour redemption window allow; the head may be filled in part. Anyone.
    /// @return filledAssets assets set aside for controllers, to be collected
    function processQueue(uint256 maxRequests) external returns (uint256 filledAssets);
    /// @notice Takes back what still waits of one's own request.
    function cancelRedeem(uint256 requestId) external;
    /// @notice Sends a controller what its filled requests are owed. Anyone may call; the money goes to the controller.
    function collect(address controller) external returns (uint256 assets);

    // ── cover modules (MODULE_COVER); locks are kept per calling module ──
    /// @notice Locks cover for a subject at its level of today. Checks kind, capacity, concentration and, after it, minimum capital.
    function lockCover(uint256 lockId, uint32 subjectId, uint256 amount) external;
    /// @notice Gives back what was locked, at most that.
    function releaseCover(uint256 lockId, uint256 amount) external;
    /// @notice Books a premium already transferred to the pool; it is earned evenly until `until` (at once when until ≤ now).
    /// The pool books it up to the midnight (UTC) that follows `until`, so that all streams of a day end together; what a
    /// refund pays is exact to the second. One stream a lock; a second one replaces what is left of the first by the sum.
    /// At most 366 days ahead.
    function accruePremium(uint256 lockId, uint256 amount, uint48 until) external;
    /// @notice Ends a lock's stream and sends the unearned part to `to`.
    function refundPremium(uint256 lockId, address to) external returns (uint256 refund);

    // ── claims modules (MODULE_CLAIMS) ──
    /// @notice Sets aside cap = min(gross × INCIDENT_CAP, cover of the subject, gross − floor − other reserves).
    function openIncident(uint64 incidentId, uint32 subjectId) external returns (uint256 cap, uint256 affectedCover);
    /// @notice As openIncident, for a loss that is known to the unit: sets aside at most `amount`. It closes neither deposits
    /// nor the queue, because nothing is left to be known about it.
    function openExactReserve(uint64 incidentId, uint32 subjectId, uint256 amount) external returns (uint256 cap);
    /// @notice Pays from an incident's reserve. Reverts with IncidentCapExceeded or DrainLimit.
    function pay(uint64 incidentId, uint64 claimId, address to, uint256 assets) external;
    /// @notice Ends an incident: what is unused of a backstop goes back to the treasury first, the rest to the pool.
    function closeIncident(uint64 incidentId) external;
    /// @notice Books a forfeited deposit or bond already transferred to the pool.
    function receiveForfeit(uint256 amount) external;
    /// @notice Books a backstop already transferred to the pool. MODULE_TREASURY.
    function receiveBackstop(uint64 incidentId, uint256 amount) external;

    // ── anyone ──
    /// @notice Books earned premium up to now.
    function accrue() external;
    /// @notice Moves a subject's cover to the bucket of its level of today.
    function syncLevel(uint32 subjectId) external;

    // ── views ──
    function capital() external view returns (Capital memory);
    /// @notice Most cover that one policy on a subject could have now (capital, concentration and one policy's share); 0 when
    /// sales are closed.
    function availableCapacity(uint32 subjectId) external view returns (uint256);
    function coverOfLevel(Level level) external view returns (uint256);
    function coverOfSubject(uint32 subjectId) external view returns (SubjectCover memory);
    function lockOf(address module, uint256 lockId) external view returns (Lock memory);
    function incidentReserve(uint64 incidentId) external view returns (IncidentReserve memory);
    function request(uint256 requestId) external view returns (RedeemRequest memory);
    /// @return head first request not over, @return tail number after the last; numbers start at 1
    function queue() external view returns (uint256 head, uint256 tail);
    function owed(address controller) external view returns (uint256);
    /// @return used outflow in the last 24 h
    /// @return limit of the window, for payouts or for redemptions: DRAIN_LIMIT_24H of what the pool would hold without the
    /// outflow of the last 24 h
    function drainWindow(bool payouts) external view returns (uint256 used, uint256 limit);
}
