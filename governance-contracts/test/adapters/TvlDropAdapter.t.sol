// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {AdapterBase} from "./AdapterBase.sol";
import {TvlDropAdapter} from "../../src/adapters/TvlDropAdapter.sol";
import {ITriggerAdapter} from "../../src/interfaces/ITriggerAdapter.sol";
import {Observation, Verdict} from "../../src/interfaces/Types.sol";
import {YieldVault} from "../../src/local/YieldVault.sol";

contract TvlDropAdapterTest is AdapterBase {
    TvlDropAdapter internal adapter;
    YieldVault internal vault;
    address internal saver = account("saver");

    function setUp() public override {
        super.setUp();
        adapter = protocol.adapters.tvlDrop;
        vault = new YieldVault(asset, "Vault", "V", address(this));
        save(1_000_000 * USDC);
        set(usual());
    }

    // ── the baseline ──

    function test_there_is_no_reading_before_there_are_three_samples() public {
        sampleHourly(2);
        assertVerdict(commit(adapter, ""), Verdict.Stale);
        skip(1 hours);
        assertVerdict(commit(adapter, ""), Verdict.NotTriggered);
    }

    function test_samples_are_an_hour_apart() public {
        vm.expectEmit(address(adapter));
        emit TvlDropAdapter.Sampled(SUBJECT, now48(), 1e18);
        adapter.commitObservation(SUBJECT, "");
        skip(1 hours - 1);
        assertNoSample();
        skip(1);
        vm.expectEmit(address(adapter));
        emit TvlDropAdapter.Sampled(SUBJECT, now48(), 1e18);
        adapter.commitObservation(SUBJECT, "");
    }

    function test_the_lowest_sample_of_the_window_is_the_baseline() public {
        sampleHourly(3);
        vault.writeOff(50_000 * USDC);
        sampleHourly(1);
        asset.approve(address(vault), type(uint256).max);
        vault.payYield(50_000 * USDC);
        sampleHourly(3);
        assertEq(adapter.observe(SUBJECT, "").threshold, 0.95e18 * 9 / 10);
        skip(12 hours - 3 hours - 1 hours);
        assertEq(adapter.observe(SUBJECT, "").threshold, 0.95e18 * 9 / 10);
        skip(1);
        assertEq(adapter.observe(SUBJECT, "").threshold, 0.9e18, "the low sample has left the window");
    }

    function test_after_a_day_without_samples_nobody_knows_when_it_fell() public {
        TvlDropAdapter.Config memory config = usual();
        config.window = 7 days;
        set(config);
        sampleHourly(3);
        skip(23 hours);
        assertVerdict(adapter.observe(SUBJECT, ""), Verdict.NotTriggered);
        skip(1);
        assertVerdict(adapter.observe(SUBJECT, ""), Verdict.Stale);
    }

    function test_old_samples_make_room_for_new_ones() public {
        TvlDropAdapter.Config memory config = usual();
        config.window = 7 days;
        set(config);
        vault.writeOff(100_000 * USDC);
        sampleHourly(1);
        asset.approve(address(vault), type(uint256).max);
        vault.payYield(100_000 * USDC);
        sampleHourly(63);
        assertEq(adapter.observe(SUBJECT, "").threshold, 0.9e18 * 9 / 10);
        sampleHourly(1);
        assertEq(adapter.observe(SUBJECT, "").threshold, 0.9e18, "sixty-four are kept");
    }

    function test_a_run_changes_nothing() public {
        sampleHourly(3);
        vm.prank(saver);
        vault.withdraw(900_000 * USDC, saver, saver);
        assertVerdict(commit(adapter, ""), Verdict.NotTriggered);
    }

    // ── the fall ──

    function test_a_fall_counts_when_it_is_seen_again_an_hour_later() public {
        sampleHourly(3);
        uint48 good = now48() - 1 hours;
        vault.writeOff(300_000 * USDC);
        assertVerdict(commit(adapter, ""), Verdict.Ambiguous);
        TvlDropAdapter.Breach memory breach = adapter.breachOf(SUBJECT);
        assertEq(breach.firstAt, now48());
        assertEq(breach.goodAt, good);
        assertEq(breach.baseline, 1e18);
        skip(1 hours - 1);
        assertVerdict(commit(adapter, ""), Verdict.Ambiguous);
        skip(1);
        assertTriggered(commit(adapter, ""), good, 3_000);
    }

    function test_a_fall_to_the_threshold_is_one_and_above_it_is_none() public {
        sampleHourly(3);
        vault.writeOff(100_000 * USDC - 1);
        assertVerdict(adapter.observe(SUBJECT, ""), Verdict.NotTriggered);
        vault.writeOff(1);
        assertVerdict(commit(adapter, ""), Verdict.Ambiguous);
    }

    function test_a_fall_is_told_once_and_not_sampled() public {
        sampleHourly(3);
        vault.writeOff(300_000 * USDC);
        vm.expectEmit(address(adapter));
        emit TvlDropAdapter.BreachSet(SUBJECT, TvlDropAdapter.Breach(now48(), now48() - 1 hours, 1e18));
        adapter.commitObservation(SUBJECT, "");
        skip(2 hours);
        vm.recordLogs();
        adapter.commitObservation(SUBJECT, "");
        assertEq(vm.getRecordedLogs().length, 0);
    }

    function test_a_loss_above_the_limit_is_an_alarm_that_others_confirm() public {
        sampleHourly(3);
        uint48 good = now48() - 1 hours;
        vault.writeOff(500_000 * USDC);
        commit(adapter, "");
        skip(1 hours);
        assertTriggered(commit(adapter, ""), good, 5_000);
        vault.writeOff(1);
        assertAlarm(commit(adapter, ""), good);
    }

    function test_a_value_that_is_back_ends_the_breach() public {
        sampleHourly(3);
        vault.writeOff(300_000 * USDC);
        commit(adapter, "");
        skip(1 hours);
        asset.approve(address(vault), type(uint256).max);
        vault.payYield(300_000 * USDC);
        assertVerdict(commit(adapter, ""), Verdict.NotTriggered);
        assertEq(adapter.breachOf(SUBJECT).firstAt, NEVER);
    }

    function test_a_breach_keeps_its_baseline_for_a_week() public {
        sampleHourly(3);
        vault.writeOff(300_000 * USDC);
        commit(adapter, "");
        uint48 first = now48();
        vm.warp(first + 7 days);
        assertEq(commit(adapter, "").severityBps, 3_000);
        skip(1);
        assertVerdict(commit(adapter, ""), Verdict.Stale);
        assertEq(adapter.breachOf(SUBJECT).firstAt, NEVER);
    }

    function test_nothing_is_lost_where_nobody_holds_a_share() public {
        sampleHourly(3);
        vm.startPrank(saver);
        vault.redeem(vault.balanceOf(saver), saver, saver);
        vm.stopPrank();
        assertVerdict(commit(adapter, ""), Verdict.Ambiguous);
        skip(1 hours);
        assertVerdict(commit(adapter, ""), Verdict.Ambiguous);
    }

    function test_a_value_too_large_to_sample_is_left_out() public {
        HugePrice huge = new HugePrice();
        TvlDropAdapter.Config memory config = usual();
        (config.share, config.byPrice) = (IERC20(address(huge)), true);
        set(config);
        huge.set(uint256(type(uint208).max) + 1);
        assertNoSample();
        huge.set(0);
        assertNoSample();
        huge.set(type(uint208).max);
        vm.expectEmit(address(adapter));
        emit TvlDropAdapter.Sampled(SUBJECT, now48(), type(uint208).max);
        adapter.commitObservation(SUBJECT, "");
    }

    // ── what is measured ──

    function test_it_measures_holdings_per_share_or_the_price_of_the_share() public {
        assertEq(adapter.perShareOf(SUBJECT), 1e18);
        vault.writeOff(250_000 * USDC);
        assertEq(adapter.perShareOf(SUBJECT), 0.75e18);
        TvlDropAdapter.Config memory config = usual();
        config.byPrice = true;
        set(config);
        assertEq(adapter.perShareOf(SUBJECT), vault.convertToAssets(1e18));
        config.holder = account("another holder");
        config.byPrice = false;
        set(config);
        assertEq(adapter.perShareOf(SUBJECT), 0);
    }

    function testFuzz_severity_is_what_is_missing_of_the_baseline(uint256 loss) public {
        TvlDropAdapter.Config memory config = usual();
        config.maxLoss = type(uint256).max;
        set(config);
        sampleHourly(3);
        loss = bound(loss, 100_000 * USDC, 1_000_000 * USDC);
        vault.writeOff(loss);
        commit(adapter, "");
        skip(1 hours);
        assertEq(commit(adapter, "").severityBps, loss / (100 * USDC));
    }

    // ── configuration ──

    function test_it_is_a_tvl_adapter_that_tells_what_it_is_set_to() public view {
        assertEq(adapter.kind(), bytes32("TVL_DROP"));
        assertEq(keccak256(abi.encode(adapter.configOf(SUBJECT))), keccak256(abi.encode(usual())));
    }

    function test_it_is_healthy_while_samples_are_young_or_a_breach_runs() public {
        assertHealth(false, NEVER);
        sampleHourly(3);
        uint48 last = now48() - 1 hours;
        vm.warp(last + 24 hours);
        assertHealth(true, last);
        skip(1);
        assertHealth(false, last);
    }

    function test_in_a_breach_the_reading_itself_is_live() public {
        sampleHourly(3);
        uint48 last = now48() - 1 hours;
        vault.writeOff(300_000 * USDC);
        commit(adapter, "");
        skip(3 days);
        assertHealth(true, last);
    }

    function test_configuring_forgets_what_was_stored() public {
        sampleHourly(3);
        vault.writeOff(300_000 * USDC);
        commit(adapter, "");
        vm.expectEmit(address(adapter));
        emit TvlDropAdapter.Configured(SUBJECT, usual());
        set(usual());
        assertEq(adapter.breachOf(SUBJECT).firstAt, NEVER);
        assertVerdict(commit(adapter, ""), Verdict.Stale);
    }

    function test_what_cannot_be_read_is_refused() public {
        TvlDropAdapter.Config memory config = usual();
        config.dropBps = 499;
        refuse(config);
        config.dropBps = 9_901;
        refuse(config);
        config.dropBps = 500;
        config.window = 6 hours - 1;
        refuse(config);
        config.window = 7 days + 1;
        refuse(config);
        config.window = 6 hours;
        config.token = IERC20(account("no token"));
        refuse(config);
        config.token = asset;
        config.share = IERC20(account("no token"));
        refuse(config);
        config.share = vault;
        set(config);
        (config.dropBps, config.window) = (9_900, 7 days);
        set(config);
    }

    function test_only_the_dao_configures() public {
        vm.expectPartialRevert(bytes4(keccak256("AccessManagedUnauthorized(address)")));
        adapter.configure(SUBJECT, usual());
    }

    function test_a_subject_that_is_not_configured_has_no_reading() public {
        vm.expectRevert(abi.encodeWithSelector(ITriggerAdapter.NotConfigured.selector, 8));
        adapter.observe(8, "");
        vm.expectRevert(abi.encodeWithSelector(ITriggerAdapter.NotConfigured.selector, 8));
        adapter.health(8);
    }

    // ── inside ──

    function save(uint256 assets) private {
        vm.prank(deployer);
        asset.mint(saver, assets);
        vm.startPrank(saver);
        asset.approve(address(vault), assets);
        vault.deposit(assets, saver);
        vm.stopPrank();
    }

    /// The last sample an hour ago.
    function sampleHourly(uint256 count) private {
        for (uint256 n = 0; n < count; ++n) {
            adapter.commitObservation(SUBJECT, "");
            skip(1 hours);
        }
    }

    function usual() private view returns (TvlDropAdapter.Config memory) {
        return TvlDropAdapter.Config({
            holder: address(vault),
            token: asset,
            share: vault,
            byPrice: false,
            dropBps: 1_000,
            window: 12 hours,
            maxLoss: 500_000 * USDC
        });
    }

    function set(TvlDropAdapter.Config memory config) private {
        vm.prank(dao);
        adapter.configure(SUBJECT, config);
    }

    function refuse(TvlDropAdapter.Config memory config) private {
        vm.expectRevert(abi.encodeWithSelector(ITriggerAdapter.BadConfig.selector, SUBJECT));
        set(config);
    }

    function assertNoSample() private {
        vm.recordLogs();
        adapter.commitObservation(SUBJECT, "");
        assertEq(vm.getRecordedLogs().length, 0);
    }

    function assertHealth(bool healthy, uint48 last) private view {
        (bool ok, uint48 lastUpdate, uint32 maxAge, bytes32 note) = adapter.health(SUBJECT);
        assertEq(ok, healthy);
        assertEq(lastUpdate, last);
        assertEq(maxAge, 24 hours);
        assertEq(note == 0, healthy);
    }
}

/// @notice A share with any price.
contract HugePrice {
    uint256 private _price;
    uint256 public constant totalSupply = 1e18;

    function set(uint256 price) external {
        _price = price;
    }

    function convertToAssets(uint256) external view returns (uint256) {
        return _price;
    }
}
