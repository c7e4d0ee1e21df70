// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {Kind, Level, Status, UpgradeControl} from "./Types.sol";

/// @title RiskRegistry
/// @notice The subjects that can be insured: what is known of them, their score and level, and their life. Suspension and
/// run-off follow from rules that anyone may enforce; a sold policy is never touched.
interface IRiskRegistry {
    /// What a subject depends on. Equal ids mean a shared cause of loss; zero means none known.
    struct Dependencies {
        bytes32 chain;
        bytes32 oracle;
        bytes32 bridge;
        bytes32 custodian;
        bytes32 codeLineage;
    }
    /// @param audits        number of independent audits
    /// @param lastAuditAt   time of the latest
    /// @param liveSince     first use in production
    /// @param tvlUsd        value locked, whole US dollars
    /// @param users30d      distinct accounts in the last 30 days
    /// @param upgrade       who can change the code
    /// @param upgradeDelay  s
    /// @param incidents12m  losses in the last 12 months
    /// @param attestedAt    set by the registry
    /// @param evidenceHash  hash of the document behind the numbers
    struct Inputs {
        uint16 audits;
        uint48 lastAuditAt;
        uint48 liveSince;
        uint128 tvlUsd;
        uint32 users30d;
        UpgradeControl upgrade;
        uint32 upgradeDelay;
        uint16 incidents12m;
        uint48 attestedAt;
        bytes32 evidenceHash;
        Dependencies dependencies;
    }
    /// @param level               as of the last attestation, listing or enforcement; statusOf gives the level now
    /// @param criticalSince       since when that level is Critical; 0 when it is not
    /// @param previousAttestedAt  the attestation that the present one is compared with for a fall of TVL; 0 when none
    struct Subject {
        Kind kind;
        Status status;
        Level level;
        uint16 scoreBps;
        uint48 statusSince;
        uint48 criticalSince;
        uint48 previousAttestedAt;
        uint128 previousTvlUsd;
        address applicant;
        bytes32 metadataHash;
        bytes32 exclusionsHash;
    }

    event SubjectApplied(
        uint32 indexed subjectId, Kind indexed kind, address indexed applicant, bytes32 metadataHash, bytes32 exclusionsHash
    );
    event InputsAttested(uint32 indexed subjectId, Inputs inputs, address indexed by);
    event LevelChanged(uint32 indexed subjectId, Level from, Level to, uint16 scoreBps);
    event StatusChanged(uint32 indexed subjectId, Status from, Status to, bytes32 reasonHash);

    error UnknownSubject(uint32 subjectId);
    error NotEligible(uint32 subjectId, uint256 failedRulesBitmap);
    error StaleAttestation(uint32 subjectId, uint48 attestedAt);
    error WrongStatus(uint32 subjectId, Status have);
    error NothingToEnforce(uint32 subjectId);
    error BadInputs(uint32 subjectId);
    error ReasonRequired();

    /// @notice Applies for a subject to be insured; both hashes must stand. Anyone.
    function applyFor(Kind kind, bytes32 metadataHash, bytes32 exclusionsHash) external returns (uint32 subjectId);
    /// @notice States the facts about a subject; score and level follow. A fall of TVL that anyone could have enforced on the
    /// facts that are replaced is enforced first. Not once delisted. RISK_STEWARD.
    function attest(uint32 subjectId, Inputs calldata inputs) external;
    /// @notice Lists an eligible candidate, or a suspended subject again; what it fell before is then forgotten. DAO.
    function list(uint32 subjectId) external;
    /// @notice Stops sales for a subject at once. COUNCIL_NOW.
    function suspend(uint32 subjectId, bytes32 reasonHash) external;
    /// @notice Ends a subject that is in run-off. DAO.
    function delist(uint32 subjectId, bytes32 reasonHash) external;
    /// @notice Applies the automatic rules: suspension on level Critical or a fall of TVL beyond the limit between two
    /// attestations at least an hour apart; run-off when still Critical, and still suspended, after RUN_OFF_AFTER. A suspended
    /// subject that has become Critical is marked so. Anyone. Reverts with NothingToEnforce when no rule fires.
    function enforce(uint32 subjectId) external returns (Status);

    /// @notice Score now (it decays with time) and its level. 0…1e4, higher is safer.
    function score(uint32 subjectId) external view returns (uint16 scoreBps, Level level);
    /// @notice Rules: bit 0 audits, 1 age, 2 TVL, 3 upgrade by one key, 4 attestation too old, 5 level Critical.
    function eligibility(uint32 subjectId) external view returns (bool ok, uint256 failedRulesBitmap);
    /// @notice Status, and the level now.
    function statusOf(uint32 subjectId) external view returns (Status, Level);
    function subject(uint32 subjectId) external view returns (Subject memory);
    function inputs(uint32 subjectId) external view returns (Inputs memory);
    /// @return how many subjects there are; numbers start at 1
    function subjectCount() external view returns (uint32);
}
