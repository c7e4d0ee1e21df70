// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {CaseKind, CaseOutcome, Evidence} from "./Types.sol";

/// @title Tribunal
/// @notice The token holders decide what arithmetic cannot. Weight is taken at a moment before the case opened and capped;
/// every ballot has a reason and can be changed until the close. Shares are given in whole percents, so that the weighted
/// median over Pay (= 100 %) and PayPartial is exact and bounded in gas.
///
///   quorum   pay + partial + deny ≥ CASE_QUORUM × supply, and ≥ CASE_MIN_VOTERS voters with at least 0.01 % of supply.
///            Abstaining is seen, not counted: doubt must not help anything to be paid.
///   outcome  pay + partial > deny accepted, < denied, = tie
///   flip     a change of the leading side, or of what closing would decide, within the last 24 h extends by 24 h, at most twice
///
/// The snapshot lies a day before the opening, so that who opens a case cannot borrow votes for a block.
interface ITribunal {
    enum Choice {
        None,
        Pay,
        PayPartial,
        Deny,
        Abstain
    }
    /// @param shareBps    for PayPartial: 100…9900, a multiple of 100; Pay counts as 1e4
    struct Ballot {
        Choice choice;
        uint16 shareBps;
        uint48 at;
        uint208 weight;
        bytes32 reasonHash;
    }
    /// @param host           Incidents or Claims
    /// @param refId          incident or claim
    /// @param proposedAt     time of the event as the host proposes it; what Accepted decides for an incident
    /// @param evidenceEnds   later evidence is marked late; = opens
    struct Case {
        address host;
        uint64 refId;
        CaseKind kind;
        CaseOutcome outcome;
        uint8 extensions;
        uint48 proposedAt;
        uint48 snapshot;
        uint48 evidenceEnds;
        uint48 opens;
        uint48 closes;
        uint16 minVoters;
        uint32 voters; // with at least 0.01 % of supply
        uint208 quorum;
        uint208 weightCap;
        uint208 supply;
        uint208 pay;
        uint208 partialPay;
        uint208 deny;
        uint208 abstain;
        uint16 decidedBps;
    }

    event CaseOpened(uint64 indexed caseId, CaseKind indexed kind, uint64 indexed refId, Case case_);
    event VoteCast(
        uint64 indexed caseId, address indexed voter, Choice choice, uint16 shareBps, uint208 weight, bytes32 reasonHash
    );
    /// The ballot that follows came by signature, with the voter's nonce.
    event BallotSigned(uint64 indexed caseId, address indexed voter, uint256 nonce);
    /// A ballot was taken out because its voter became a party.
    event BallotStruck(uint64 indexed caseId, address indexed voter, uint208 weight);
    event CaseExtended(uint64 indexed caseId, uint48 closes, uint8 extensions);
    event CaseClosed(uint64 indexed caseId, CaseOutcome outcome, uint16 decidedBps, uint208 turnout, uint32 voters);

    event EvidenceAdded(
        CaseKind indexed kind,
        uint64 indexed refId,
        uint256 indexed index,
        address by,
        bytes32 contentHash,
        string uri,
        bool afterDeadline
    );

    error UnknownCase(uint64 caseId);
    error NotOpen(uint64 caseId);
    error NotOver(uint64 caseId, uint48 closes);
    error AlreadyClosed(uint64 caseId);
    error Conflicted(address voter);
    error NoWeight(address voter);
    error BadChoice();
    error ShareOutOfRange(uint16 shareBps);
    error ReasonRequired();
    error BadSignature();
    error EvidenceClosed(CaseKind kind, uint64 refId);
    error EvidenceRequired();
    error UriTooLong(uint256 length, uint256 max);
    /// Neither a party nor the council, and without enough capital in the pool.
    error NoStake(address account);
    error NotAParty(uint64 caseId, address voter);

    /// @notice Opens a case; the caller is its host. MODULE_CLAIMS.
    /// @param doubledQuorum  for a claim flagged as fraud
    function open(CaseKind kind, uint64 refId, uint48 proposedAt, bool doubledQuorum) external returns (uint64 caseId);
    /// @notice Takes out the ballot of a voter whom the host names as a party by now. Anyone, until the close.
    /// @return struck  false when there was none
    function strike(uint64 caseId, address voter) external returns (bool struck);
    function vote(uint64 caseId, Choice choice, uint16 shareBps, bytes32 reasonHash) external;
    /// @notice As vote, for a voter who signed EIP-712 `Vote(uint64 caseId,uint8 choice,uint16 shareBps,bytes32 reasonHash,
    /// address voter,uint256 nonce)`; EOAs and ERC-1271 contracts.
    function voteBySig(
        uint64 caseId,
        Choice choice,
        uint16 shareBps,
        bytes32 reasonHash,
        address voter,
        bytes calldata signature
    ) external;
    /// @notice Counts and delivers the verdict to the host. Anyone, after closes.
    function close(uint64 caseId) external;

    /// @notice Adds to the evidence on an incident or a claim, before, during or after its case while it is open; append-only. What
    /// comes after the evidence period of the case is marked late, not hidden. Parties, the council, or anyone with a stake
    /// of CLAIM_DEPOSIT in the pool's shares.
    /// @param contentHash  keccak256 of the content
    /// @param uri          its content address, at most 256 bytes
    function addEvidence(CaseKind kind, uint64 refId, bytes32 contentHash, string calldata uri) external;

    function evidenceCount(CaseKind kind, uint64 refId) external view returns (uint256);
    function evidence(CaseKind kind, uint64 refId, uint256 index) external view returns (Evidence memory);
    function case_(uint64 caseId) external view returns (Case memory);
    /// @notice Next nonce of a voter's signed ballots.
    function nonces(address voter) external view returns (uint256);
    function caseCount() external view returns (uint64);
    function ballot(uint64 caseId, address voter) external view returns (Ballot memory);
    /// @notice What closing now would decide.
    function tally(uint64 caseId) external view returns (CaseOutcome outcome, uint16 decidedBps);
    /// @notice Weight of an account in a case, after the cap; 0 when conflicted.
    function weightOf(uint64 caseId, address voter) external view returns (uint208);
}
