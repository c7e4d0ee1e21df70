// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {IRiskRegistry} from "../interfaces/IRiskRegistry.sol";
import {Level, UpgradeControl} from "../interfaces/Types.sol";

/// @title RiskScore
/// @notice Score of a subject, 0…1e4 (higher is safer), from what the stewards attested. Pure arithmetic:
///
///   audits    625 each, four at most; full for 18 months after the latest, then falling evenly to nothing over 18 more
///   age       up to 2,000, even over two years of use
///   TVL       150 for each doubling above 1 M USD, up to 1,500 (about 1 bn); even between doublings
///   users     100 for each doubling above 100 a month, up to 1,000 (about 100,000); even between doublings
///   upgrade   3,000 immutable · 2,400 timelocked DAO · 1,600 timelocked multisig · 600 multisig · 0 one key; a timelock under
///             48 h earns evenly between a bare multisig and its full part
///   losses    − 1,500 for each in the last 12 months
///
/// Every part rises with what makes a subject safer, and the score never leaves 0…1e4.
library RiskScore {
    uint256 internal constant MAX = 1e4;

    uint256 private constant AUDIT_POINTS = 625;
    uint256 private constant AUDITS_COUNTED = 4;
    uint256 private constant AUDIT_FRESH = 548 days; // 18 months
    uint256 private constant AUDIT_FADES = 548 days;
    uint256 private constant AGE_POINTS = 2_000;
    uint256 private constant AGE_FULL = 730 days;
    uint256 private constant TVL_POINTS = 150;
    uint256 private constant TVL_FROM = 1_000_000;
    uint256 private constant USER_POINTS = 100;
    uint256 private constant USERS_FROM = 100;
    uint256 private constant DOUBLINGS = 10;
    uint256 private constant UPGRADE_IMMUTABLE = 3_000;
    uint256 private constant UPGRADE_DAO = 2_400;
    uint256 private constant UPGRADE_TIMELOCKED_MULTISIG = 1_600;
    uint256 private constant UPGRADE_MULTISIG = 600;
    uint256 private constant UPGRADE_DELAY_FULL = 48 hours;
    uint256 private constant LOSS_POINTS = 1_500;

    uint256 private constant LOW_FROM = 8_000;
    uint256 private constant GUARDED_FROM = 6_500;
    uint256 private constant ELEVATED_FROM = 5_000;
    uint256 private constant HIGH_FROM = 3_500;

    /// @notice Score of the inputs at a time.
    /// @param at  s since 1970
    function score(IRiskRegistry.Inputs memory inputs, uint256 at) internal pure returns (uint16) {
        uint256 sum = auditPoints(inputs.audits, inputs.lastAuditAt, at) + agePoints(inputs.liveSince, at)
            + doublingPoints(inputs.tvlUsd, TVL_FROM, TVL_POINTS) + doublingPoints(inputs.users30d, USERS_FROM, USER_POINTS)
            + upgradePoints(inputs.upgrade, inputs.upgradeDelay);
        return uint16(Math.saturatingSub(sum, LOSS_POINTS * inputs.incidents12m));
    }

    /// @notice Level of a score: Low from 8,000, Guarded from 6,500, Elevated from 5,000, High from 3,500, else Critical.
    function levelOf(uint256 score_) internal pure returns (Level) {
        if (score_ >= LOW_FROM) return Level.Low;
        if (score_ >= GUARDED_FROM) return Level.Guarded;
        if (score_ >= ELEVATED_FROM) return Level.Elevated;
        if (score_ >= HIGH_FROM) return Level.High;
        return Level.Critical;
    }

    /// @return 0…2,500
    function auditPoints(uint256 audits, uint256 lastAuditAt, uint256 at) internal pure returns (uint256) {
        uint256 full = Math.min(audits, AUDITS_COUNTED) * AUDIT_POINTS;
        uint256 faded = Math.saturatingSub(Math.saturatingSub(at, lastAuditAt), AUDIT_FRESH);
        return full * Math.saturatingSub(AUDIT_FADES, faded) / AUDIT_FADES;
    }

    /// @return 0…2,000; a subject never used (liveSince 0) has none
    function agePoints(uint256 liveSince, uint256 at) internal pure returns (uint256) {
        if (liveSince == 0) return 0;
        return AGE_POINTS * Math.min(Math.saturatingSub(at, liveSince), AGE_FULL) / AGE_FULL;
    }

    /// @notice `points` for each doubling of amount above `from`, ten at most, even in between.
    function doublingPoints(uint256 amount, uint256 from, uint256 points) internal pure returns (uint256) {
        if (amount < from) return 0;
        uint256 doublings = Math.log2(amount / from);
        if (doublings >= DOUBLINGS) return DOUBLINGS * points;
        uint256 step = from << doublings;
        return doublings * points + points * (amount - step) / step;
    }

    /// @return 0…3,000
    function upgradePoints(UpgradeControl control, uint256 delay) internal pure returns (uint256) {
        if (control == UpgradeControl.Immutable) return UPGRADE_IMMUTABLE;
        if (control == UpgradeControl.Eoa) return 0;
        if (control == UpgradeControl.Multisig) return UPGRADE_MULTISIG;
        uint256 full = control == UpgradeControl.TimelockedDao ? UPGRADE_DAO : UPGRADE_TIMELOCKED_MULTISIG;
        uint256 earned = (full - UPGRADE_MULTISIG) * Math.min(delay, UPGRADE_DELAY_FULL) / UPGRADE_DELAY_FULL;
        return UPGRADE_MULTISIG + earned;
    }
}
