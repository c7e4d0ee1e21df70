// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {Fixture} from "./Fixture.sol";
import {IRiskRegistry} from "../../src/interfaces/IRiskRegistry.sol";
import {Kind, Level, Status, UpgradeControl} from "../../src/interfaces/Types.sol";
import {ParameterKeys} from "../../src/libraries/ParameterKeys.sol";
import {ParameterScope} from "../../src/libraries/ParameterScope.sol";

abstract contract RiskFixture is Fixture {
    bytes32 internal constant META = keccak256("what it is");
    bytes32 internal constant EXCLUSIONS = keccak256("what is not covered");

    uint32 internal subjectId;

    function setUp() public virtual override {
        super.setUp();
        subjectId = risk.applyFor(Kind.Bridge, META, EXCLUSIONS);
    }

    /// 3 audits 1,875 · two years 2,000 · 64 M 900 · 1,600 users 400 · DAO 2,400 = 7,575, Guarded.
    function _good() internal view returns (IRiskRegistry.Inputs memory i) {
        i.audits = 3;
        i.lastAuditAt = uint48(block.timestamp - 30 days);
        i.liveSince = uint48(block.timestamp - 730 days);
        i.tvlUsd = 64_000_000;
        i.users30d = 1_600;
        i.upgrade = UpgradeControl.TimelockedDao;
        i.upgradeDelay = 48 hours;
        i.evidenceHash = keccak256("evidence");
        i.dependencies.chain = "ethereum";
        i.dependencies.oracle = "chainlink";
    }

    /// Listed alike, but with three losses of late: 3,075, Critical.
    function _bad() internal view returns (IRiskRegistry.Inputs memory i) {
        i = _good();
        i.incidents12m = 3;
    }

    function _withTvl(uint128 tvlUsd) internal view returns (IRiskRegistry.Inputs memory i) {
        i = _good();
        i.tvlUsd = tvlUsd;
    }

    function _attest(IRiskRegistry.Inputs memory i) internal {
        vm.prank(steward);
        risk.attest(subjectId, i);
    }

    function _list() internal {
        vm.prank(dao);
        risk.list(subjectId);
    }

    function _suspend() internal {
        vm.prank(council);
        risk.suspend(subjectId, WHY);
    }

    function _requireStatus(Status status) internal view {
        (Status have,) = risk.statusOf(subjectId);
        assertEq(uint256(have), uint256(status));
    }

    function _expectWrongStatus(Status have) internal {
        vm.expectRevert(abi.encodeWithSelector(IRiskRegistry.WrongStatus.selector, subjectId, have));
    }
}

contract RiskApplicationTest is RiskFixture {
    function test_anyone_applies_for_a_subject() public {
        vm.expectEmit(address(risk));
        emit IRiskRegistry.SubjectApplied(2, Kind.Custody, anyone, META, EXCLUSIONS);
        vm.expectEmit(address(risk));
        emit IRiskRegistry.StatusChanged(2, Status.None, Status.Candidate, META);
        vm.prank(anyone);
        assertEq(risk.applyFor(Kind.Custody, META, EXCLUSIONS), 2);
        IRiskRegistry.Subject memory s = risk.subject(2);
        assertEq(s.applicant, anyone);
        assertEq(s.metadataHash, META);
        assertEq(s.exclusionsHash, EXCLUSIONS);
        assertEq(s.statusSince, START);
        assertEq(uint256(s.kind), uint256(Kind.Custody));
        assertEq(risk.subjectCount(), 2);
    }

    function test_an_application_says_what_it_is_and_what_is_excluded() public {
        vm.expectRevert(abi.encodeWithSelector(IRiskRegistry.BadInputs.selector, uint32(2)));
        risk.applyFor(Kind.Bridge, 0, EXCLUSIONS);
        vm.expectRevert(abi.encodeWithSelector(IRiskRegistry.BadInputs.selector, uint32(2)));
        risk.applyFor(Kind.Bridge, META, 0);
    }

    function test_an_unknown_subject_is_refused_everywhere() public {
        bytes memory unknown = abi.encodeWithSelector(IRiskRegistry.UnknownSubject.selector, uint32(7));
        vm.expectRevert(unknown);
        risk.score(7);
        vm.expectRevert(unknown);
        risk.eligibility(7);
        vm.expectRevert(unknown);
        risk.statusOf(7);
        vm.expectRevert(unknown);
        risk.subject(7);
        vm.expectRevert(unknown);
        risk.inputs(7);
        vm.expectRevert(unknown);
        risk.enforce(7);
        vm.expectRevert(unknown);
        vm.prank(steward);
        risk.attest(7, _good());
        vm.expectRevert(unknown);
        vm.prank(dao);
        risk.list(7);
        vm.expectRevert(unknown);
        vm.prank(council);
        risk.suspend(7, WHY);
        vm.expectRevert(unknown);
        vm.prank(dao);
        risk.delist(7, WHY);
    }
}

contract RiskAttestationTest is RiskFixture {
    function test_score_and_level_follow_from_the_facts() public {
        (uint16 score, Level level) = risk.score(subjectId);
        assertEq(uint256(level), uint256(Level.Unrated));
        IRiskRegistry.Inputs memory i = _good();
        IRiskRegistry.Inputs memory kept = _good();
        i.attestedAt = 1;
        kept.attestedAt = uint48(START);
        vm.expectEmit(address(risk));
        emit IRiskRegistry.InputsAttested(subjectId, kept, steward);
        vm.expectEmit(address(risk));
        emit IRiskRegistry.LevelChanged(subjectId, Level.Unrated, Level.Guarded, 7_575);
        _attest(i);
        (score, level) = risk.score(subjectId);
        assertEq(score, 7_575);
        assertEq(uint256(level), uint256(Level.Guarded));
        assertEq(risk.subject(subjectId).scoreBps, 7_575);
        assertEq(risk.inputs(subjectId).attestedAt, START);
        assertEq(risk.inputs(subjectId).dependencies.oracle, "chainlink");
    }

    function test_the_level_of_now_needs_no_transaction() public {
        _attest(_good());
        // Three years on the audits are worth nothing: 5,700.
        skip(1_100 days);
        (, Level level) = risk.statusOf(subjectId);
        assertEq(uint256(level), uint256(Level.Elevated));
        assertEq(uint256(risk.subject(subjectId).level), uint256(Level.Guarded));
    }

    function test_the_same_facts_again_change_no_level() public {
        _attest(_good());
        vm.recordLogs();
        _attest(_good());
        assertEq(vm.getRecordedLogs().length, 1);
    }

    function test_facts_must_be_sound() public {
        IRiskRegistry.Inputs memory i = _good();
        i.evidenceHash = 0;
        _refuse(i);
        i = _good();
        i.lastAuditAt = uint48(block.timestamp + 1);
        _refuse(i);
        i = _good();
        i.liveSince = uint48(block.timestamp + 1);
        _refuse(i);
        i = _good();
        i.audits = 0;
        _refuse(i);
        i = _good();
        i.lastAuditAt = 0;
        _refuse(i);
        i = _good();
        i.upgradeDelay = 0;
        _refuse(i);
        i.upgrade = UpgradeControl.TimelockedMultisig;
        _refuse(i);
        i.upgrade = UpgradeControl.Multisig;
        _attest(i);
    }

    function test_only_stewards_attest() public {
        IRiskRegistry.Inputs memory i = _good();
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, anyone));
        vm.prank(anyone);
        risk.attest(subjectId, i);
    }

    function _refuse(IRiskRegistry.Inputs memory i) private {
        vm.expectRevert(abi.encodeWithSelector(IRiskRegistry.BadInputs.selector, subjectId));
        _attest(i);
    }
}

contract RiskListingTest is RiskFixture {
    function test_an_eligible_candidate_is_listed() public {
        _attest(_good());
        vm.expectEmit(address(risk));
        emit IRiskRegistry.StatusChanged(subjectId, Status.Candidate, Status.Listed, "LISTED");
        _list();
        _requireStatus(Status.Listed);
    }

    function test_each_rule_has_its_bit() public {
        IRiskRegistry.Inputs memory i = _good();
        _requireFails(i, 0);
        i.audits = 1;
        _requireFails(i, 1);
        i = _good();
        i.liveSince = uint48(block.timestamp - 90 days + 1);
        _requireFails(i, 2);
        i.liveSince = uint48(block.timestamp - 90 days);
        _requireFails(i, 0);
        i = _good();
        i.tvlUsd = 4_999_999;
        _requireFails(i, 4);
        i = _good();
        i.upgrade = UpgradeControl.Eoa;
        _requireFails(i, 8);
        _requireFails(_bad(), 32);
        i = _good();
        i.liveSince = 0;
        _requireFails(i, 2);
    }

    function test_nothing_attested_fails_every_rule_but_the_upgrade() public view {
        (bool ok, uint256 failed) = risk.eligibility(subjectId);
        assertFalse(ok);
        assertEq(failed, 1 | 2 | 4 | 16 | 32);
    }

    function test_the_rules_of_a_kind_are_its_own() public {
        uint32 weather = risk.applyFor(Kind.Parametric, META, EXCLUSIONS);
        IRiskRegistry.Inputs memory i = _good();
        (i.audits, i.lastAuditAt, i.tvlUsd, i.liveSince) = (0, 0, 0, uint48(block.timestamp));
        i.upgrade = UpgradeControl.Immutable;
        i.users30d = 3_200;
        vm.prank(steward);
        risk.attest(weather, i);
        (, uint256 failed) = risk.eligibility(weather);
        // 3,500 points: High, which may be listed.
        assertEq(failed, 0);
    }

    function test_what_is_not_eligible_is_not_listed() public {
        _attest(_bad());
        vm.expectRevert(abi.encodeWithSelector(IRiskRegistry.NotEligible.selector, subjectId, uint256(32)));
        _list();
    }

    function test_old_facts_list_nothing() public {
        vm.expectRevert(abi.encodeWithSelector(IRiskRegistry.StaleAttestation.selector, subjectId, uint48(0)));
        _list();
        _attest(_good());
        skip(30 days);
        (bool ok,) = risk.eligibility(subjectId);
        assertTrue(ok);
        skip(1);
        vm.expectRevert(abi.encodeWithSelector(IRiskRegistry.StaleAttestation.selector, subjectId, uint48(START)));
        _list();
    }

    function test_a_listed_subject_is_not_listed_again() public {
        _attest(_good());
        _list();
        _expectWrongStatus(Status.Listed);
        _list();
    }

    function test_only_the_dao_lists() public {
        _attest(_good());
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, council));
        vm.prank(council);
        risk.list(subjectId);
    }

    function _requireFails(IRiskRegistry.Inputs memory i, uint256 bits) private {
        _attest(i);
        (bool ok, uint256 failed) = risk.eligibility(subjectId);
        assertEq(failed, bits);
        assertEq(ok, bits == 0);
    }
}

contract RiskEnforcementTest is RiskFixture {
    function setUp() public override {
        super.setUp();
        _attest(_good());
        _list();
    }

    function test_a_healthy_subject_gives_nothing_to_enforce() public {
        _refuseEnforcement();
    }

    function test_a_critical_subject_is_suspended_at_once_by_anyone() public {
        _attest(_bad());
        vm.expectEmit(address(risk));
        emit IRiskRegistry.StatusChanged(subjectId, Status.Listed, Status.Suspended, "LEVEL_CRITICAL");
        vm.prank(anyone);
        assertEq(uint256(risk.enforce(subjectId)), uint256(Status.Suspended));
        _refuseEnforcement();
    }

    function test_a_subject_that_decays_to_critical_is_suspended_without_an_attestation() public {
        IRiskRegistry.Inputs memory i = _good();
        (i.audits, i.upgrade, i.users30d, i.tvlUsd) = (4, UpgradeControl.Multisig, 0, 60_000_000);
        _attest(i);
        _refuseEnforcement();
        // Audits 2,500 gone; left are two years 2,000, 60 M 881, a multisig 600.
        skip(1_100 days);
        vm.expectEmit(address(risk));
        emit IRiskRegistry.LevelChanged(subjectId, Level.Elevated, Level.Critical, 3_481);
        risk.enforce(subjectId);
        _requireStatus(Status.Suspended);
    }

    function test_a_fall_of_tvl_between_two_attestations_an_hour_apart_suspends() public {
        skip(1 hours);
        // 40 % of 64 M is the limit: 38.4 M is not yet below it.
        _attest(_withTvl(38_400_000));
        _refuseEnforcement();
        skip(1 hours);
        _attest(_withTvl(23_039_999));
        vm.expectEmit(address(risk));
        emit IRiskRegistry.StatusChanged(subjectId, Status.Listed, Status.Suspended, "TVL_FALL");
        risk.enforce(subjectId);
    }

    function test_two_readings_within_an_hour_are_one() public {
        skip(1 hours - 1);
        _attest(_withTvl(10_000_000));
        _refuseEnforcement();
    }

    function test_a_quick_succession_of_attestations_hides_no_fall() public {
        skip(30 minutes);
        _attest(_withTvl(30_000_000));
        _refuseEnforcement();
        skip(90 minutes);
        _attest(_withTvl(30_000_000));
        risk.enforce(subjectId);
        _requireStatus(Status.Suspended);
    }

    function test_a_fall_nobody_enforced_is_enforced_before_the_facts_are_replaced() public {
        skip(2 hours);
        _attest(_withTvl(30_000_000));
        skip(2 hours);
        vm.expectEmit(address(risk));
        emit IRiskRegistry.StatusChanged(subjectId, Status.Listed, Status.Suspended, "TVL_FALL");
        _attest(_withTvl(64_000_000));
        _requireStatus(Status.Suspended);
    }

    function test_a_slow_decline_is_no_fall() public {
        uint128 tvl = 64_000_000;
        for (uint256 i = 0; i < 5; ++i) {
            skip(1 days);
            tvl = tvl * 70 / 100;
            _attest(_withTvl(tvl));
            _refuseEnforcement();
        }
        assertEq(risk.subject(subjectId).previousTvlUsd, uint256(15_366_400));
    }

    function test_listing_again_forgets_the_fall() public {
        skip(2 hours);
        _attest(_withTvl(30_000_000));
        risk.enforce(subjectId);
        _list();
        _requireStatus(Status.Listed);
        _refuseEnforcement();
    }

    function test_still_critical_after_its_time_runs_off() public {
        _attest(_bad());
        risk.enforce(subjectId);
        skip(72 hours - 1);
        _refuseEnforcement();
        skip(1);
        vm.expectEmit(address(risk));
        emit IRiskRegistry.StatusChanged(subjectId, Status.Suspended, Status.RunOff, "STILL_CRITICAL");
        assertEq(uint256(risk.enforce(subjectId)), uint256(Status.RunOff));
        _refuseEnforcement();
    }

    function test_a_subject_suspended_long_ago_runs_off_only_after_it_became_critical() public {
        _suspend();
        skip(30 days);
        _attest(_bad());
        _refuseEnforcement();
        skip(72 hours);
        risk.enforce(subjectId);
        _requireStatus(Status.RunOff);
    }

    function test_a_suspended_subject_that_decays_to_critical_is_marked_first() public {
        IRiskRegistry.Inputs memory i = _good();
        (i.audits, i.upgrade, i.users30d, i.tvlUsd) = (4, UpgradeControl.Multisig, 0, 60_000_000);
        _attest(i);
        _suspend();
        skip(1_100 days);
        assertEq(uint256(risk.enforce(subjectId)), uint256(Status.Suspended));
        assertEq(risk.subject(subjectId).criticalSince, block.timestamp);
        _refuseEnforcement();
        skip(72 hours);
        assertEq(uint256(risk.enforce(subjectId)), uint256(Status.RunOff));
    }

    function test_a_suspended_subject_that_recovered_stays_suspended_until_listed() public {
        _attest(_bad());
        risk.enforce(subjectId);
        skip(1 hours);
        _attest(_good());
        assertEq(risk.subject(subjectId).criticalSince, 0);
        skip(80 hours);
        _refuseEnforcement();
        _list();
        _requireStatus(Status.Listed);
    }

    function _refuseEnforcement() private {
        vm.expectRevert(abi.encodeWithSelector(IRiskRegistry.NothingToEnforce.selector, subjectId));
        risk.enforce(subjectId);
    }
}

contract RiskStatusTest is RiskFixture {
    function test_the_council_suspends_a_listed_subject() public {
        _attest(_good());
        _list();
        vm.expectEmit(address(risk));
        emit IRiskRegistry.StatusChanged(subjectId, Status.Listed, Status.Suspended, WHY);
        _suspend();
        _expectWrongStatus(Status.Suspended);
        _suspend();
    }

    function test_suspending_and_delisting_need_a_reason_and_their_status() public {
        vm.expectRevert(IRiskRegistry.ReasonRequired.selector);
        vm.prank(council);
        risk.suspend(subjectId, 0);
        vm.expectRevert(IRiskRegistry.ReasonRequired.selector);
        vm.prank(dao);
        risk.delist(subjectId, 0);
        _expectWrongStatus(Status.Candidate);
        _suspend();
        _expectWrongStatus(Status.Candidate);
        vm.prank(dao);
        risk.delist(subjectId, WHY);
    }

    function test_a_subject_in_run_off_is_delisted_by_the_dao_and_then_rests() public {
        _runOff();
        _expectWrongStatus(Status.RunOff);
        _list();
        _attest(_good());
        vm.expectEmit(address(risk));
        emit IRiskRegistry.StatusChanged(subjectId, Status.RunOff, Status.Delisted, WHY);
        vm.prank(dao);
        risk.delist(subjectId, WHY);
        _expectWrongStatus(Status.Delisted);
        _attest(_good());
        _expectWrongStatus(Status.Delisted);
        _list();
        vm.expectRevert(abi.encodeWithSelector(IRiskRegistry.NothingToEnforce.selector, subjectId));
        risk.enforce(subjectId);
    }

    function test_only_council_suspends_and_only_dao_delists() public {
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, steward));
        vm.prank(steward);
        risk.suspend(subjectId, WHY);
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, council));
        vm.prank(council);
        risk.delist(subjectId, WHY);
    }

    /// Whatever anyone does, only the arrows of the status graph are followed, and a subject that is not Candidate or Suspended
    /// is never listed.
    function testFuzz_only_the_arrows_of_the_status_graph_are_followed(uint256[20] memory seeds) public {
        for (uint256 n = 0; n < seeds.length; ++n) {
            skip((seeds[n] >> 8) % 4 days);
            (Status before,) = risk.statusOf(subjectId);
            _act(seeds[n] % 6, seeds[n] >> 64);
            (Status after_,) = risk.statusOf(subjectId);
            if (before != after_) assertTrue(_isArrow(before, after_), "no such arrow");
        }
    }

    function _act(uint256 choice, uint256 seed) private {
        IRiskRegistry.Inputs memory i = seed % 3 == 0 ? _bad() : seed % 3 == 1 ? _good() : _withTvl(uint128(seed % 100_000_000));
        if (choice == 0) {
            vm.prank(steward);
            try risk.attest(subjectId, i) {} catch {}
        } else if (choice == 1) {
            vm.prank(dao);
            try risk.list(subjectId) {} catch {}
        } else if (choice == 2) {
            vm.prank(council);
            try risk.suspend(subjectId, WHY) {} catch {}
        } else if (choice == 3) {
            vm.prank(dao);
            try risk.delist(subjectId, WHY) {} catch {}
        } else {
            try risk.enforce(subjectId) {} catch {}
        }
    }

    function _isArrow(Status from, Status to) private pure returns (bool) {
        if (from == Status.Candidate) return to == Status.Listed;
        if (from == Status.Listed) return to == Status.Suspended;
        if (from == Status.Suspended) return to == Status.Listed || to == Status.RunOff;
        return from == Status.RunOff && to == Status.Delisted;
    }

    function _runOff() private {
        _attest(_good());
        _list();
        _attest(_bad());
        risk.enforce(subjectId);
        skip(_value(ParameterKeys.RUN_OFF_AFTER, ParameterScope.GLOBAL));
        risk.enforce(subjectId);
    }
}
