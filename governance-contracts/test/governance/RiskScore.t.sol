// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {Base} from "../Base.sol";
import {IRiskRegistry} from "../../src/interfaces/IRiskRegistry.sol";
import {Level, UpgradeControl} from "../../src/interfaces/Types.sol";
import {RiskScore} from "../../src/libraries/RiskScore.sol";

contract RiskScoreTest is Base {
    uint256 private constant NOW = 1_800_000_000;

    function test_a_perfect_subject_scores_everything() public pure {
        IRiskRegistry.Inputs memory i;
        i.audits = 4;
        i.lastAuditAt = uint48(NOW);
        i.liveSince = uint48(NOW - 730 days);
        i.tvlUsd = 1_024_000_000;
        i.users30d = 102_400;
        i.upgrade = UpgradeControl.Immutable;
        assertEq(RiskScore.score(i, NOW), 10_000);
        i.incidents12m = 2;
        assertEq(RiskScore.score(i, NOW), 7_000);
        i.incidents12m = 7;
        assertEq(RiskScore.score(i, NOW), 0);
    }

    function test_nothing_known_scores_nothing() public pure {
        IRiskRegistry.Inputs memory i;
        i.upgrade = UpgradeControl.Eoa;
        assertEq(RiskScore.score(i, NOW), 0);
    }

    function test_a_plausible_subject() public pure {
        // Three fresh audits 1,875 · one year 1,000 · 64 M six doublings 900 · 1,600 users four doublings 400 · DAO 2,400.
        IRiskRegistry.Inputs memory i;
        i.audits = 3;
        i.lastAuditAt = uint48(NOW - 100 days);
        i.liveSince = uint48(NOW - 365 days);
        i.tvlUsd = 64_000_000;
        i.users30d = 1_600;
        i.upgrade = UpgradeControl.TimelockedDao;
        i.upgradeDelay = 48 hours;
        assertEq(RiskScore.score(i, NOW), 6_575);
        assertEq(uint256(RiskScore.levelOf(6_575)), uint256(Level.Guarded));
    }

    function test_audits_count_to_four_and_fade_after_eighteen_months() public pure {
        assertEq(RiskScore.auditPoints(0, 0, NOW), 0);
        assertEq(RiskScore.auditPoints(1, NOW, NOW), 625);
        assertEq(RiskScore.auditPoints(9, NOW, NOW), 2_500);
        assertEq(RiskScore.auditPoints(4, NOW - 548 days, NOW), 2_500);
        assertEq(RiskScore.auditPoints(4, NOW - 548 days - 274 days, NOW), 1_250);
        assertEq(RiskScore.auditPoints(4, NOW - 1_096 days, NOW), 0);
        assertEq(RiskScore.auditPoints(4, NOW - 2_000 days, NOW), 0);
    }

    function test_age_counts_for_two_years() public pure {
        assertEq(RiskScore.agePoints(0, NOW), 0);
        assertEq(RiskScore.agePoints(NOW, NOW), 0);
        assertEq(RiskScore.agePoints(NOW - 365 days, NOW), 1_000);
        assertEq(RiskScore.agePoints(NOW - 730 days, NOW), 2_000);
        assertEq(RiskScore.agePoints(1, NOW), 2_000);
    }

    function test_doublings_are_even_in_between() public pure {
        assertEq(RiskScore.doublingPoints(999_999, 1_000_000, 150), 0);
        assertEq(RiskScore.doublingPoints(1_000_000, 1_000_000, 150), 0);
        assertEq(RiskScore.doublingPoints(1_500_000, 1_000_000, 150), 75);
        assertEq(RiskScore.doublingPoints(2_000_000, 1_000_000, 150), 150);
        assertEq(RiskScore.doublingPoints(3_000_000, 1_000_000, 150), 225);
        assertEq(RiskScore.doublingPoints(1_023_999_999, 1_000_000, 150), 1_499);
        assertEq(RiskScore.doublingPoints(1_024_000_000, 1_000_000, 150), 1_500);
        assertEq(RiskScore.doublingPoints(type(uint128).max, 1_000_000, 150), 1_500);
    }

    function test_a_short_timelock_earns_its_share() public pure {
        assertEq(RiskScore.upgradePoints(UpgradeControl.Immutable, 0), 3_000);
        assertEq(RiskScore.upgradePoints(UpgradeControl.TimelockedDao, 48 hours), 2_400);
        assertEq(RiskScore.upgradePoints(UpgradeControl.TimelockedDao, 24 hours), 1_500);
        assertEq(RiskScore.upgradePoints(UpgradeControl.TimelockedDao, 365 days), 2_400);
        assertEq(RiskScore.upgradePoints(UpgradeControl.TimelockedMultisig, 48 hours), 1_600);
        assertEq(RiskScore.upgradePoints(UpgradeControl.TimelockedMultisig, 12 hours), 850);
        assertEq(RiskScore.upgradePoints(UpgradeControl.Multisig, 48 hours), 600);
        assertEq(RiskScore.upgradePoints(UpgradeControl.Eoa, 48 hours), 0);
    }

    function test_levels_begin_at_their_marks() public pure {
        _level(10_000, Level.Low);
        _level(8_000, Level.Low);
        _level(7_999, Level.Guarded);
        _level(6_500, Level.Guarded);
        _level(6_499, Level.Elevated);
        _level(5_000, Level.Elevated);
        _level(4_999, Level.High);
        _level(3_500, Level.High);
        _level(3_499, Level.Critical);
        _level(0, Level.Critical);
    }

    function testFuzz_a_score_never_leaves_its_range(uint256 facts, uint48 at) public pure {
        assertLe(RiskScore.score(_inputs(facts, at), at), RiskScore.MAX);
    }

    function testFuzz_safer_inputs_never_score_less(uint256 facts, uint48 at, uint256 seed) public pure {
        IRiskRegistry.Inputs memory i = _inputs(facts, at);
        IRiskRegistry.Inputs memory safer = _inputs(facts, at);
        uint256 before = RiskScore.score(i, at);
        safer.audits = _more16(i.audits, seed);
        safer.lastAuditAt = i.lastAuditAt < at ? i.lastAuditAt + uint48((seed >> 16) % (at - i.lastAuditAt + 1)) : i.lastAuditAt;
        safer.liveSince = i.liveSince == 0 ? 0 : i.liveSince - uint48((seed >> 32) % i.liveSince);
        safer.tvlUsd = i.tvlUsd + uint128((seed >> 64) % (type(uint128).max - uint256(i.tvlUsd) + 1));
        safer.users30d = i.users30d + uint32((seed >> 96) % (type(uint32).max - uint256(i.users30d) + 1));
        safer.upgrade = UpgradeControl(uint256(i.upgrade) - (seed >> 128) % (uint256(i.upgrade) + 1));
        safer.upgradeDelay = i.upgradeDelay + uint32((seed >> 160) % (type(uint32).max - uint256(i.upgradeDelay) + 1));
        safer.incidents12m = uint16(i.incidents12m - (seed >> 192) % (uint256(i.incidents12m) + 1));
        assertGe(RiskScore.score(safer, at), before);
    }

    function testFuzz_a_score_that_is_left_alone_loses_only_audits(uint256 facts, uint48 at, uint32 later) public pure {
        at = uint48(bound(at, 0, type(uint48).max - uint256(later)));
        IRiskRegistry.Inputs memory i = _inputs(facts, at);
        uint256 lost = RiskScore.auditPoints(i.audits, i.lastAuditAt, at)
            - RiskScore.auditPoints(i.audits, i.lastAuditAt, uint256(at) + later);
        assertGe(RiskScore.score(i, uint256(at) + later) + lost, RiskScore.score(i, at));
    }

    function testFuzz_levels_follow_the_score(uint16 a, uint16 b) public pure {
        if (a > b) (a, b) = (b, a);
        assertGe(uint256(RiskScore.levelOf(a)), uint256(RiskScore.levelOf(b)));
    }

    /// Any facts, with the times within six years before `at` and the amounts spread over all their orders of magnitude.
    function _inputs(uint256 seed, uint48 at) private pure returns (IRiskRegistry.Inputs memory i) {
        i.audits = uint16(seed % 7);
        i.lastAuditAt = uint48(at - (seed >> 16) % (at < 2_000 days ? uint256(at) + 1 : 2_000 days));
        i.liveSince = uint48(at - (seed >> 48) % (at < 2_000 days ? uint256(at) + 1 : 2_000 days));
        i.tvlUsd = uint128((seed >> 80) % (1 << (1 + (seed >> 88) % 127)));
        i.users30d = uint32((seed >> 112) % (1 << (1 + (seed >> 120) % 31)));
        i.upgrade = UpgradeControl((seed >> 144) % 5);
        i.upgradeDelay = uint32((seed >> 152) % 72 hours);
        i.incidents12m = (seed >> 176) % 2 == 0 ? 0 : uint16(seed >> 184);
    }

    function _more16(uint16 x, uint256 seed) private pure returns (uint16) {
        return uint16(x + seed % (type(uint16).max - uint256(x) + 1));
    }

    function _level(uint256 score, Level level) private pure {
        assertEq(uint256(RiskScore.levelOf(score)), uint256(level));
    }
}
