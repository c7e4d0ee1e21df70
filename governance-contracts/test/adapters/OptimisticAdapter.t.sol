// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {AdapterBase} from "./AdapterBase.sol";
import {OptimisticAdapter} from "../../src/adapters/OptimisticAdapter.sol";
import {ITriggerAdapter} from "../../src/interfaces/ITriggerAdapter.sol";
import {Observation, Verdict} from "../../src/interfaces/Types.sol";

contract OptimisticAdapterTest is AdapterBase {
    bytes32 private constant WHY = keccak256("a published reason");
    uint128 private constant BOND = 1_001 * 1e6 + 1;

    OptimisticAdapter internal adapter;
    address internal asserter = account("asserter");
    address internal disputer = account("disputer");

    function setUp() public override {
        super.setUp();
        adapter = protocol.adapters.optimistic;
        set(usual());
        give(asserter);
        give(disputer);
    }

    // ── asserting ──

    function test_an_assertion_takes_its_bond_and_is_told() public {
        uint256 before = asset.balanceOf(asserter);
        OptimisticAdapter.Assertion memory want;
        (want.subjectId, want.state, want.severityBps) = (SUBJECT, OptimisticAdapter.State.Asserted, 3_000);
        (want.occurredAt, want.disputableUntil) = (now48() - 1 hours, now48() + 12 hours);
        (want.asserter, want.bondToken, want.bond, want.evidenceHash) = (asserter, address(asset), BOND, WHY);
        vm.expectEmit(address(adapter));
        emit OptimisticAdapter.Asserted(1, SUBJECT, asserter, want);
        assertEq(asserted(), 1);
        assertEq(adapter.assertionCount(), 1);
        assertEq(asset.balanceOf(asserter), before - BOND);
        assertEq(adapter.held(address(asset)), BOND);
        assertEq(keccak256(abi.encode(adapter.assertion(1))), keccak256(abi.encode(want)));
    }

    function test_an_assertion_that_says_nothing_is_refused() public {
        refuseAssertion(0, 3_000, WHY);
        refuseAssertion(now48() + 1, 3_000, WHY);
        refuseAssertion(now48(), 0, WHY);
        refuseAssertion(now48(), 10_001, WHY);
        refuseAssertion(now48(), 3_000, 0);
        vm.prank(asserter);
        adapter.assertEvent(SUBJECT, now48(), 1e4, WHY);
    }

    function test_nothing_is_asserted_of_a_subject_that_is_not_configured() public {
        vm.expectRevert(abi.encodeWithSelector(ITriggerAdapter.NotConfigured.selector, 8));
        vm.prank(asserter);
        adapter.assertEvent(8, now48(), 3_000, WHY);
        vm.expectRevert(abi.encodeWithSelector(ITriggerAdapter.NotConfigured.selector, 8));
        adapter.observe(8, "");
        vm.expectRevert(abi.encodeWithSelector(ITriggerAdapter.NotConfigured.selector, 8));
        adapter.health(8);
    }

    // ── undisputed ──

    function test_an_undisputed_assertion_holds_after_its_liveness() public {
        uint64 id = asserted();
        uint48 occurred = now48() - 1 hours;
        skip(12 hours);
        assertVerdict(read(id), Verdict.Ambiguous);
        skip(1);
        assertTriggered(read(id), occurred, 3_000);
        assertEq(read(id).value, 3_000);
    }

    function test_an_assertion_can_be_used_for_a_month() public {
        uint64 id = asserted();
        uint48 held = now48() + 12 hours;
        vm.warp(held + 30 days);
        assertVerdict(read(id), Verdict.Triggered);
        skip(1);
        assertVerdict(read(id), Verdict.Stale);
    }

    function test_the_bond_goes_back_when_nobody_disputed() public {
        uint64 id = asserted();
        uint48 until = now48() + 12 hours;
        skip(12 hours);
        vm.expectRevert(abi.encodeWithSelector(OptimisticAdapter.TooEarly.selector, id, until));
        adapter.uphold(id);
        skip(1);
        uint256 before = asset.balanceOf(asserter);
        vm.expectEmit(address(adapter));
        emit OptimisticAdapter.AssertionDecided(id, OptimisticAdapter.State.Upheld, 0);
        adapter.uphold(id);
        assertEq(asset.balanceOf(asserter), before + BOND);
        assertEq(adapter.held(address(asset)), 0);
        assertVerdict(read(id), Verdict.Triggered);
        refuseState(id, OptimisticAdapter.State.Upheld);
        vm.warp(until + 30 days + 1);
        assertVerdict(read(id), Verdict.Stale);
    }

    // ── disputed ──

    function test_a_dispute_takes_the_same_bond_and_makes_it_ambiguous() public {
        uint64 id = asserted();
        skip(12 hours);
        vm.expectEmit(address(adapter));
        emit OptimisticAdapter.Disputed(id, disputer, WHY);
        dispute(id);
        assertEq(adapter.held(address(asset)), 2 * BOND);
        assertEq(adapter.assertion(id).disputer, disputer);
        assertEq(adapter.assertion(id).disputedAt, now48());
        skip(10 days);
        assertVerdict(read(id), Verdict.Ambiguous);
        vm.expectRevert(
            abi.encodeWithSelector(OptimisticAdapter.WrongState.selector, id, OptimisticAdapter.State.Disputed)
        );
        adapter.uphold(id);
    }

    function test_a_dispute_has_a_time_and_a_reason() public {
        uint64 id = asserted();
        vm.expectRevert(OptimisticAdapter.ReasonRequired.selector);
        vm.prank(disputer);
        adapter.dispute(id, 0);
        uint48 until = now48() + 12 hours;
        skip(12 hours + 1);
        vm.expectRevert(abi.encodeWithSelector(OptimisticAdapter.TooLate.selector, id, until));
        dispute(id);
    }

    function test_the_council_upholds_and_the_treasury_has_half_of_the_losers_bond() public {
        uint64 id = disputed();
        uint48 occurred = adapter.assertion(id).occurredAt;
        uint256 treasury = asset.balanceOf(address(protocol.treasury));
        uint256 before = asset.balanceOf(asserter);
        vm.expectEmit(address(adapter));
        emit OptimisticAdapter.AssertionDecided(id, OptimisticAdapter.State.Upheld, WHY);
        resolve(id, true);
        assertEq(asset.balanceOf(address(protocol.treasury)), treasury + BOND / 2);
        assertEq(asset.balanceOf(asserter), before + 2 * BOND - BOND / 2);
        assertEq(adapter.held(address(asset)), 0);
        assertTriggered(read(id), occurred, 3_000);
        skip(30 days);
        assertVerdict(read(id), Verdict.Triggered);
        skip(1);
        assertVerdict(read(id), Verdict.Stale);
    }

    function test_the_council_refutes_and_the_disputer_is_paid() public {
        uint64 id = disputed();
        uint256 before = asset.balanceOf(disputer);
        resolve(id, false);
        assertEq(asset.balanceOf(disputer), before + 2 * BOND - BOND / 2);
        assertVerdict(read(id), Verdict.Stale);
        refuseState(id, OptimisticAdapter.State.Refuted);
    }

    function test_the_council_has_two_weeks_and_gives_a_reason() public {
        uint64 id = disputed();
        uint48 until = now48() + 14 days;
        vm.expectRevert(OptimisticAdapter.ReasonRequired.selector);
        vm.prank(council);
        adapter.resolveDispute(id, true, 0);
        vm.warp(until + 1);
        vm.expectRevert(abi.encodeWithSelector(OptimisticAdapter.TooLate.selector, id, until));
        resolve(id, true);
        vm.warp(until);
        resolve(id, true);
    }

    function test_only_the_council_resolves() public {
        uint64 id = disputed();
        vm.expectPartialRevert(bytes4(keccak256("AccessManagedUnauthorized(address)")));
        adapter.resolveDispute(id, true, WHY);
    }

    function test_a_dispute_nobody_resolved_is_void_and_both_bonds_go_back() public {
        uint64 id = disputed();
        uint48 until = now48() + 14 days;
        vm.warp(until);
        vm.expectRevert(abi.encodeWithSelector(OptimisticAdapter.TooEarly.selector, id, until));
        adapter.voidDispute(id);
        skip(1);
        uint256 first = asset.balanceOf(asserter);
        uint256 second_ = asset.balanceOf(disputer);
        adapter.voidDispute(id);
        assertEq(asset.balanceOf(asserter), first + BOND);
        assertEq(asset.balanceOf(disputer), second_ + BOND);
        assertEq(adapter.held(address(asset)), 0);
        assertVerdict(read(id), Verdict.Stale);
        refuseState(id, OptimisticAdapter.State.Void);
    }

    function test_a_bond_that_cannot_be_paid_waits_as_a_credit() public {
        uint64 id = asserted();
        skip(12 hours + 1);
        vm.prank(deployer);
        asset.setBlocked(asserter, true);
        adapter.uphold(id);
        assertEq(adapter.creditOf(address(asset), asserter), BOND);
        vm.prank(asserter);
        assertEq(adapter.collectCredit(address(asset), disputer), BOND);
    }

    // ── readings ──

    function test_each_consumer_uses_an_assertion_once() public {
        uint64 id = asserted();
        skip(12 hours + 1);
        vm.expectEmit(address(adapter));
        emit OptimisticAdapter.AssertionUsed(id, address(this));
        adapter.commitObservation(SUBJECT, abi.encode(id));
        assertTrue(adapter.isUsed(address(this), id));
        vm.expectRevert(abi.encodeWithSelector(ITriggerAdapter.ReplayedReport.selector, bytes32(uint256(id))));
        adapter.commitObservation(SUBJECT, abi.encode(id));
        assertFalse(adapter.isUsed(asserter, id));
        vm.prank(asserter);
        adapter.commitObservation(SUBJECT, abi.encode(id));
    }

    function test_what_is_not_decided_is_not_used_up() public {
        uint64 id = asserted();
        assertVerdict(adapter.commitObservation(SUBJECT, abi.encode(id)), Verdict.Ambiguous);
        assertFalse(adapter.isUsed(address(this), id));
    }

    function test_without_an_assertion_there_is_no_reading() public {
        assertVerdict(commit(adapter, ""), Verdict.Stale);
    }

    function test_input_that_names_no_assertion_of_the_subject_is_refused() public {
        refuseInput(abi.encode(uint64(1)));
        asserted();
        refuseInput(abi.encode(uint64(0)));
        refuseInput(abi.encode(uint64(2)));
        refuseInput(abi.encode(uint64(1), uint64(1)));
        vm.prank(dao);
        adapter.configure(8, usual());
        vm.expectRevert(OptimisticAdapter.BadAssertion.selector);
        adapter.observe(8, abi.encode(uint64(1)));
    }

    // ── configuration ──

    function test_it_is_an_optimistic_adapter_that_tells_what_it_is_set_to() public view {
        assertEq(adapter.kind(), bytes32("OPTIMISTIC"));
        assertEq(keccak256(abi.encode(adapter.configOf(SUBJECT))), keccak256(abi.encode(usual())));
        (bool ok, uint48 lastUpdate, uint32 maxAge, bytes32 note) = adapter.health(SUBJECT);
        assertTrue(ok);
        assertEq(lastUpdate, now48());
        assertEq(maxAge, 12 hours);
        assertEq(note, 0);
    }

    function test_running_assertions_keep_their_terms() public {
        uint64 id = asserted();
        OptimisticAdapter.Config memory config = usual();
        (config.liveness, config.bond) = (7 days, 5);
        vm.expectEmit(address(adapter));
        emit OptimisticAdapter.Configured(SUBJECT, config);
        set(config);
        assertEq(adapter.assertion(id).bond, BOND);
        skip(12 hours + 1);
        assertVerdict(read(id), Verdict.Triggered);
    }

    function test_settings_out_of_range_are_refused() public {
        OptimisticAdapter.Config memory config = usual();
        config.liveness = 12 hours - 1;
        refuse(config);
        config.liveness = 7 days + 1;
        refuse(config);
        config.liveness = 7 days;
        config.bond = 0;
        refuse(config);
        config.bond = 1;
        config.bondToken = account("no token");
        refuse(config);
    }

    function test_only_the_dao_configures() public {
        vm.expectPartialRevert(bytes4(keccak256("AccessManagedUnauthorized(address)")));
        adapter.configure(SUBJECT, usual());
    }

    // ── inside ──

    function give(address to) private {
        vm.prank(deployer);
        asset.mint(to, 100_000 * USDC);
        vm.prank(to);
        asset.approve(address(adapter), type(uint256).max);
    }

    /// Of an hour ago, 30 %.
    function asserted() private returns (uint64) {
        vm.prank(asserter);
        return adapter.assertEvent(SUBJECT, now48() - 1 hours, 3_000, WHY);
    }

    function disputed() private returns (uint64 id) {
        id = asserted();
        dispute(id);
    }

    function dispute(uint64 id) private {
        vm.prank(disputer);
        adapter.dispute(id, WHY);
    }

    function resolve(uint64 id, bool truthful) private {
        vm.prank(council);
        adapter.resolveDispute(id, truthful, WHY);
    }

    function read(uint64 id) private view returns (Observation memory) {
        return adapter.observe(SUBJECT, abi.encode(id));
    }

    function usual() private view returns (OptimisticAdapter.Config memory) {
        return OptimisticAdapter.Config({bondToken: address(asset), liveness: 12 hours, bond: BOND});
    }

    function set(OptimisticAdapter.Config memory config) private {
        vm.prank(dao);
        adapter.configure(SUBJECT, config);
    }

    function refuse(OptimisticAdapter.Config memory config) private {
        vm.expectRevert(abi.encodeWithSelector(ITriggerAdapter.BadConfig.selector, SUBJECT));
        set(config);
    }

    function refuseAssertion(uint48 occurredAt, uint16 severityBps, bytes32 evidenceHash) private {
        vm.expectRevert(OptimisticAdapter.BadAssertion.selector);
        vm.prank(asserter);
        adapter.assertEvent(SUBJECT, occurredAt, severityBps, evidenceHash);
    }

    function refuseInput(bytes memory data) private {
        vm.expectRevert(OptimisticAdapter.BadAssertion.selector);
        adapter.observe(SUBJECT, data);
    }

    /// Every step from a state in which nothing happens any more.
    function refuseState(uint64 id, OptimisticAdapter.State have) private {
        bytes memory reason = abi.encodeWithSelector(OptimisticAdapter.WrongState.selector, id, have);
        vm.expectRevert(reason);
        adapter.uphold(id);
        vm.expectRevert(reason);
        dispute(id);
        vm.expectRevert(reason);
        resolve(id, true);
        vm.expectRevert(reason);
        adapter.voidDispute(id);
    }
}
