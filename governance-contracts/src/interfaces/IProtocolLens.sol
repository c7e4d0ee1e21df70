// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {Kind, Peg} from "./Types.sol";
import {IRiskPool} from "./IRiskPool.sol";
import {IRiskRegistry} from "./IRiskRegistry.sol";
import {IParameterRegistry} from "./IParameterRegistry.sol";
import {IUnderwriting} from "./IUnderwriting.sol";
import {IAccountCover} from "./IAccountCover.sol";
import {ICoverSeries} from "./ICoverSeries.sol";
import {IIncidents} from "./IIncidents.sol";
import {IClaims} from "./IClaims.sol";
import {ITribunal} from "./ITribunal.sol";
import {IEmergencyGuardian} from "./IEmergencyGuardian.sol";
import {ITreasury} from "./ITreasury.sol";

/// @title ProtocolLens
/// @notice Reads for consoles and integrators: many facts of one block in one call. It holds nothing and decides nothing.
/// Lists come in pages [from, to], both included, numbered as in their module (from 1); a page past the end is cut, never refused.
interface IProtocolLens {
    /// Where a policy stands in its life.
    enum PolicyState {
        Waiting, // bought, start not reached
        Active,
        Grace, // ended, can still be claimed
        Overdue, // grace over, not yet expired by anyone
        Expired,
        Cancelled,
        Exhausted
    }
    /// @param sharePrice    assets for 10^decimals of shares, rounded down
    /// @param pausedScopes  bits of PauseScope stopped now
    /// @param pausedUntil   latest end of them
    struct PoolView {
        uint32 poolId;
        address pool;
        address asset;
        Kind kind;
        string name;
        string symbol;
        uint8 shareDecimals;
        uint256 totalSupply;
        uint256 sharePrice;
        uint256 maxDeposit;
        IRiskPool.Capital capital;
        uint256 payoutsUsed;
        uint256 payoutsLimit;
        uint256 redemptionsUsed;
        uint256 redemptionsLimit;
        uint256 queueHead;
        uint256 queueTail;
        Peg peg;
        uint32 termsVersion;
        uint16 pausedScopes;
        uint48 pausedUntil;
        uint256[6] coverByLevel;
    }
    /// Counts and sums over a page of policies, indexed by PolicyState.
    struct PolicyCounts {
        uint256[7] count;
        uint256[7] cover; // amount − paid
        uint256 premium;
        uint256 paid;
    }
    struct PolicyView {
        uint256 policyId;
        address holder;
        PolicyState state;
        uint64 openClaim;
        IUnderwriting.Policy policy;
    }
    struct SubjectView {
        uint32 subjectId;
        uint16 scoreNow;
        uint256 failedRules;
        IRiskRegistry.Subject subject;
        IRiskRegistry.Inputs inputs;
    }
    struct IncidentView {
        uint64 incidentId;
        IIncidents.Incident incident;
        IRiskPool.IncidentReserve reserve;
        IClaims.Totals totals;
    }
    struct ClaimView {
        uint64 claimId;
        address holder;
        uint256 dueNow;
        uint16 proRataBps;
        uint256 evidenceCount;
        IClaims.Claim claim;
    }
    struct CaseView {
        uint64 caseId;
        ITribunal.Case case_;
    }
    struct SeriesView {
        uint256 seriesId;
        ICoverSeries.Series series;
    }
    struct IntegratorView {
        address integrator;
        uint48 fundedUntil;
        uint256 accounts;
        IAccountCover.Integrator state;
    }
    struct ParameterView {
        bytes32 key;
        IParameterRegistry.Spec spec;
        uint128 value;
        bytes32[] scopes;
        uint128[] values;
    }
    struct ChangeView {
        uint64 changeId;
        IParameterRegistry.Change change;
    }
    struct PauseView {
        uint64 pauseId;
        bool active;
        IEmergencyGuardian.Pause pause;
    }
    struct VenueView {
        address venue;
        uint256 value; // by the venue's own word
        ITreasury.Venue state;
    }
    struct AssetView {
        address asset;
        ITreasury.Health health;
        ITreasury.PegFeed peg;
    }
    struct TreasuryView {
        AssetView[] assets;
        VenueView[] venues;
        uint256 councilSpent;
        uint256 councilLimit;
        uint8 pausesUsed;
        uint8 pausesMax;
        uint48 pauseWindowEnds;
    }
    /// How many there are of everything at one block.
    struct Head {
        uint256 chainId;
        uint256 blockNumber;
        uint48 blockTime;
        uint32 pools;
        uint32 subjects;
        uint256 policies;
        uint64 incidents;
        uint64 claims;
        uint64 cases;
        uint256 series;
        uint256 integrators;
        uint64 changes;
        uint64 pauses;
        uint256 parameters;
    }

    function head() external view returns (Head memory);
    function pools() external view returns (PoolView[] memory);
    function pool(uint32 poolId) external view returns (PoolView memory);
    function subjects(uint32 from, uint32 to) external view returns (SubjectView[] memory);
    function policyCounts(uint256 from, uint256 to) external view returns (PolicyCounts memory);
    function policies(uint256 from, uint256 to) external view returns (PolicyView[] memory);
    function parameters() external view returns (ParameterView[] memory);
    function changes(uint64 from, uint64 to) external view returns (ChangeView[] memory);
    function pauses(uint64 from, uint64 to) external view returns (PauseView[] memory);
    function treasury() external view returns (TreasuryView memory);
}

/// @title ClaimsLens
/// @notice The part of the lens about what happened and what is decided.
interface IClaimsLens {
    /// What a deadline is about.
    enum DeadlineKind {
        IncidentLapses,
        ChallengeEnds,
        ClaimsEnd,
        IncidentReviewEnds,
        ClaimReviewEnds,
        ClaimPayable,
        RedeemBy,
        EvidenceEnds,
        CaseCloses
    }
    struct Deadline {
        uint48 at;
        DeadlineKind kind;
        uint64 id;
    }

    function incidents(uint64 from, uint64 to) external view returns (IProtocolLens.IncidentView[] memory);
    function claims(uint64 from, uint64 to) external view returns (IProtocolLens.ClaimView[] memory);
    function cases(uint64 from, uint64 to) external view returns (IProtocolLens.CaseView[] memory);
    function series(uint256 from, uint256 to) external view returns (IProtocolLens.SeriesView[] memory);
    function integrators() external view returns (IProtocolLens.IntegratorView[] memory);
    /// @notice The next `most` deadlines of incidents, claims and cases that lie ahead, earliest first.
    function nextDeadlines(uint256 most) external view returns (Deadline[] memory);
}
