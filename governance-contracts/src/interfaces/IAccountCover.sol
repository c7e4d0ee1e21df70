// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {ICoverSource} from "./ICoverSource.sol";

/// @title AccountCover
/// @notice Cover that works in the background: an integrator (wallet, exchange, vault) tells what each account holds, and the
/// account is covered from then on, paid by the second from the integrator's prepaid balance. Each (integrator, account) pair
/// has one cover id with the top bit set. The insured amount is kept as checkpoints, so that an event is settled on what was
/// insured when it happened. In force at a moment is the least that was insured and funded all through the waiting period
/// before it (whole days, so up to a day longer): an increase waits like a new policy. What was in force keeps its capital
/// for 30 to 60 days after a decrease, because an event may be detected only after the balances it hit are gone.
interface IAccountCover is ICoverSource {
    /// OptIn: an account asks first. DefaultIn: covered unless it opted out. Mixed: as the integrator says for each.
    enum Enrolment {
        OptIn,
        DefaultIn,
        Mixed
    }
    /// @param waiting         s, waiting period of its kind as pinned at registration
    /// @param prepaid         assets left, before the premium that runs since settledAt
    /// @param ratePerSecond   Σ of its accounts, assets × 1e18 per second
    /// @param settledAt       premium is paid up to here
    struct Integrator {
        uint32 poolId;
        uint32 subjectId;
        uint32 waiting;
        Enrolment enrolment;
        bool active;
        uint256 prepaid;
        uint256 ratePerSecond;
        uint256 insured;
        uint48 settledAt;
        bytes32 metadataHash;
    }
    struct AccountState {
        address integrator;
        address account;
        uint256 insured;
        uint256 paid;
        uint256 ratePerSecond;
        uint48 since; // continuously covered since; 0 when not covered
        uint48 endedAt; // 0 while covered
    }

    event IntegratorRegistered(
        address indexed integrator,
        uint32 indexed poolId,
        uint32 indexed subjectId,
        uint32 waiting,
        Enrolment enrolment,
        bytes32 metadataHash
    );
    event IntegratorClosed(address indexed integrator, uint256 refund);
    event ToppedUp(address indexed integrator, address indexed from, uint256 amount, uint256 prepaid);
    event PrepaidWithdrawn(address indexed integrator, address indexed to, uint256 amount, uint256 prepaid);
    event PremiumSettled(address indexed integrator, uint256 amount, uint256 toPool, uint256 toTreasury, uint256 prepaid, uint48 at);
    event EnrolmentChosen(address indexed integrator, address indexed account, uint256 indexed coverId, bool covered);
    /// What an account holds, as its integrator says; its cover follows where it can.
    event BalanceReported(
        address indexed integrator, address indexed account, uint256 indexed coverId, uint256 amount
    );
    event AccountCoverUpdated(
        address indexed integrator, address indexed account, uint256 indexed coverId, uint256 insured, uint256 ratePerSecond
    );
    event CoverLapsed(address indexed integrator, address indexed account, uint256 indexed coverId, uint48 at);
    /// Capital locked for a cover, as it now is.
    event CapitalHeld(uint256 indexed coverId, uint256 held);
    /// Premium was charged up to `at`.
    /// @param prepaid   what is left, assets
    /// @param fraction  of an asset, in 1e-18, that the next charge adds
    event PremiumCharged(address indexed integrator, uint256 prepaid, uint256 fraction, uint48 at);
    /// The prepaid balance is used up: from here on nothing is in force.
    event FundingEnded(address indexed integrator, uint48 at);
    /// From here on prepaid cover runs again.
    event FundingStarted(address indexed integrator, uint48 at);
    event AccountPaid(uint256 indexed coverId, uint256 assets, uint256 paidInAll);

    error NotIntegrator(address caller);
    error AlreadyIntegrator(address integrator);
    error InsufficientPrepaid(address integrator, uint256 have, uint256 need);
    error StillFunded(address integrator, uint48 until);
    error NotCovered(address integrator, address account);
    error SalesClosed(uint32 poolId, bytes32 why);
    error UnknownCover(uint256 coverId);
    error AccountsStillCovered(address integrator, uint256 insured);
    error IncidentOpen(uint32 poolId, uint32 subjectId);
    error ZeroAmount();
    error ZeroAddress();
    /// The integrator's enrolment leaves the account no choice.
    error NoChoice(address integrator);
    error AccountShareExceeded(uint256 insured, uint256 max);
    error NotSelf();

    /// @notice Admits an integrator for one subject of one pool. DAO (its contract also gets the INTEGRATOR role).
    function register(address integrator, uint32 poolId, uint32 subjectId, Enrolment enrolment, bytes32 metadataHash) external;
    /// @notice An account's holdings changed: its cover follows at once, priced at today's rate. INTEGRATOR. An increase that
    /// cannot be covered (sales closed, no capacity, prepaid under 7 days) leaves the cover as it is and returns false, never
    /// reverts: insurance must not block a deposit. A decrease always succeeds.
    function onBalanceChange(address account, uint256 newInsured) external returns (bool covered);
    /// @notice An account's own choice, where the integrator's enrolment leaves it one.
    function chooseEnrolment(address integrator, bool covered) external;
    /// @notice Pays into an integrator's prepaid balance. Anyone.
    function topUp(address integrator, uint256 amount) external;
    /// @notice Takes back what exceeds the next 7 days' premium. INTEGRATOR.
    function withdrawPrepaid(address to, uint256 amount) external;
    /// @notice Moves the premium that has run up to now from prepaid to pool and treasury. Anyone.
    function settlePremium(address integrator) external returns (uint256 amount);
    /// @notice Ends an integrator that covers no account any more; what is prepaid goes back to it. DAO.
    function close(address integrator) external;
    /// @notice Prices covers at today's rate; a cover whose rate cannot be asked now stays as it is. Anyone.
    function reprice(uint256[] calldata coverIds) external;
    /// @notice Gives back to the pool the capital that decreased covers no longer need. Anyone.
    function releaseHeld(uint256[] calldata coverIds) external;
    /// @notice Ends the cover of accounts whose integrator's prepaid balance is used up, or whose subject has been in run-off
    /// or delisted for 7 days. Anyone. Not while an incident is open.
    function lapse(address integrator, address[] calldata accounts) external;

    function integrator(address integrator_) external view returns (Integrator memory);
    function integratorCount() external view returns (uint256);
    function integratorAt(uint256 index) external view returns (address);
    function coverIdOf(address integrator_, address account) external view returns (uint256 coverId);
    function accountState(uint256 coverId) external view returns (AccountState memory);
    function accountCount(address integrator_) external view returns (uint256);
    function accountAt(address integrator_, uint256 index) external view returns (uint256 coverId);
    /// @notice Time at which prepaid is, or was, used up at the rate of now; type(uint48).max when nothing runs.
    function fundedUntil(address integrator_) external view returns (uint48);
    function insuredAt(uint256 coverId, uint48 at) external view returns (uint256);
    /// @notice Insured, waited for and funded at that time.
    function inForceAt(uint256 coverId, uint48 at) external view returns (uint256);
    /// @return capital locked for a cover
    function heldFor(uint256 coverId) external view returns (uint256);
}
