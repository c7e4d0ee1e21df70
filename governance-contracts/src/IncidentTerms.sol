// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {IDirectory} from "./interfaces/IDirectory.sol";
import {IIncidents} from "./interfaces/IIncidents.sol";
import {EscalationReason, Kind} from "./interfaces/Types.sol";
import {ClaimMath} from "./libraries/ClaimMath.sol";
import {ParameterKeys} from "./libraries/ParameterKeys.sol";
import {ParameterScope} from "./libraries/ParameterScope.sol";

/// @title Incident terms
/// @notice Reads the parameters that an incident pins at its detection. It keeps nothing; Incidents creates it for itself,
/// because the two together would be too large for one contract.
contract IncidentTerms {
    using SafeCast for uint256;

    IDirectory public immutable directory;

    constructor(IDirectory directory_) {
        directory = directory_;
    }

    /// @notice The terms of an incident detected now.
    /// @param cap  assets the pool set aside
    /// @return t      the terms
    /// @return lapse  s from detection to lapse
    function current(uint32 poolId, uint32 subjectId, uint256 cap)
        external
        view
        returns (IIncidents.Terms memory t, uint32 lapse)
    {
        t.kind = directory.risk().subject(subjectId).kind;
        bytes32 kind = ParameterScope.kind(t.kind);
        bytes32 pool = ParameterScope.pool(poolId);
        lapse = _seconds(ParameterKeys.INCIDENT_LAPSE, kind);
        t.confirmDelay = _seconds(ParameterKeys.CONFIRM_DELAY, kind);
        t.challengeWindow = _seconds(ParameterKeys.CHALLENGE_WINDOW, kind);
        t.claimWindow = _seconds(ParameterKeys.CLAIM_WINDOW, ParameterScope.GLOBAL);
        t.redemptionWindow = _seconds(ParameterKeys.REDEMPTION_WINDOW, ParameterScope.GLOBAL);
        t.coolDown = _seconds(ParameterKeys.COOL_DOWN, ParameterScope.GLOBAL);
        t.reviewPeriod = _seconds(ParameterKeys.COUNCIL_REVIEW, ParameterScope.GLOBAL);
        t.pauseMax = _seconds(ParameterKeys.PAUSE_MAX, ParameterScope.GLOBAL);
        t.deductibleBps = _get(ParameterKeys.DEDUCTIBLE, pool).toUint16();
        t.firstTrancheBps = _get(ParameterKeys.FIRST_TRANCHE, ParameterScope.GLOBAL).toUint16();
        t.autoLimitClaim = _get(ParameterKeys.AUTO_PAY_LIMIT_CLAIM, pool).toUint128();
        t.autoLimitIncident = _get(ParameterKeys.AUTO_PAY_LIMIT_INCIDENT, pool).toUint128();
        t.claimDeposit = _get(ParameterKeys.CLAIM_DEPOSIT, ParameterScope.GLOBAL).toUint128();
        uint256 bond = _get(ParameterKeys.CHALLENGE_BOND, ParameterScope.GLOBAL);
        uint256 least = _get(ParameterKeys.CHALLENGE_BOND_MIN, ParameterScope.GLOBAL);
        t.challengeBond = ClaimMath.challengeBond(cap, bond, least).toUint128();
    }

    /// @notice Bond for a detection by who, or on what, let this many lapse.
    /// @param lapses  since the last confirmed detection
    /// @return bond  assets, 0 while detections are free
    function detectionBond(uint256 lapses) external view returns (uint256 bond) {
        if (lapses <= _get(ParameterKeys.FREE_DETECTIONS, ParameterScope.GLOBAL)) return 0;
        return _get(ParameterKeys.DETECTION_BOND, ParameterScope.GLOBAL);
    }

    /// @notice Why a confirmed incident cannot settle without people; None when it can.
    /// @param affectedCover  cover of the subject at detection, assets
    /// @param cap            assets set aside
    /// @param first          severity of the first reading, bps; 0 when it was an alarm
    /// @param second         severity of the second reading, bps
    function doubt(IIncidents.Terms calldata t, uint256 affectedCover, uint256 cap, uint16 first, uint16 second)
        external
        pure
        returns (EscalationReason)
    {
        if (t.kind == Kind.Custody) return EscalationReason.OffChainEvidence;
        uint256 apart = first > second ? first - second : second - first;
        if (first != 0 && apart > ClaimMath.SEVERITY_TOLERANCE) return EscalationReason.AmbiguousSeverity;
        uint256 severity = first != 0 && first < second ? first : second;
        uint256 expected = ClaimMath.expected(affectedCover, severity, t.deductibleBps);
        if (expected > t.autoLimitIncident) return EscalationReason.AboveAutoLimit;
        return expected > cap ? EscalationReason.IncidentCapHit : EscalationReason.None;
    }

    function _get(bytes32 key, bytes32 scope) private view returns (uint256) {
        return directory.parameters().get(key, scope);
    }

    function _seconds(bytes32 key, bytes32 scope) private view returns (uint32) {
        return _get(key, scope).toUint32();
    }
}
