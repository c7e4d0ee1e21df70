// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {AdapterBase} from "./AdapterBase.sol";
import {DepegAdapter} from "../../src/adapters/DepegAdapter.sol";
import {ITriggerAdapter} from "../../src/interfaces/ITriggerAdapter.sol";
import {Verdict} from "../../src/interfaces/Types.sol";
import {PriceFeed} from "../../src/local/PriceFeed.sol";

/// @notice What the adapters over feeds share, told by the simplest of them.
contract FeedAdapterTest is AdapterBase {
    DepegAdapter internal adapter;
    PriceFeed internal sequencer;

    function setUp() public override {
        super.setUp();
        adapter = protocol.adapters.depeg;
        sequencer = new PriceFeed("sequencer", 0, address(this));
        sequencer.updateRaw(0, now48());
        skip(2 hours);
        price(1e8);
        set(usual());
    }

    // ── two feeds ──

    function test_two_feeds_that_agree_are_believed() public {
        feed.update(1e8);
        second.update(1.01e8);
        assertRead(Verdict.NotTriggered, true, "");
        second.update(0.99e8);
        assertRead(Verdict.NotTriggered, true, "");
    }

    function test_two_feeds_that_do_not_agree_are_ambiguous() public {
        second.update(1.01e8 + 1);
        assertRead(Verdict.Ambiguous, false, "SOURCES");
        second.update(0.99e8 - 1);
        assertRead(Verdict.Ambiguous, false, "SOURCES");
    }

    function test_an_old_answer_of_either_is_stale() public {
        skip(66 minutes);
        assertRead(Verdict.NotTriggered, true, "");
        skip(1);
        assertRead(Verdict.Stale, false, "STALE");
        feed.update(1e8);
        assertRead(Verdict.Stale, false, "STALE");
        second.update(1e8);
        assertRead(Verdict.NotTriggered, true, "");
        skip(1 hours);
        second.update(1e8);
        skip(1 hours);
        assertRead(Verdict.Stale, false, "STALE");
    }

    function test_a_feed_without_a_positive_answer_is_stale() public {
        feed.updateRaw(0, now48());
        assertRead(Verdict.Stale, false, "STALE");
        feed.updateRaw(-1, now48());
        assertRead(Verdict.Stale, false, "STALE");
        feed.update(1e8);
        second.updateRaw(-1, now48());
        assertRead(Verdict.Stale, false, "STALE");
    }

    function test_a_feed_at_its_limit_has_stopped_following_the_market() public {
        feed.setLimits(0.9e8, 2e8);
        price(0.5e8);
        assertRead(Verdict.Ambiguous, false, "SOURCES");
        feed.setLimits(0.1e8, 2e8);
        second.setLimits(0.9e8, 2e8);
        price(0.5e8);
        assertRead(Verdict.Stale, false, "STALE");
    }

    function test_health_tells_the_older_of_the_two_and_its_limit() public {
        uint48 first = now48();
        skip(10 minutes);
        second.update(1e8);
        (bool ok, uint48 lastUpdate, uint32 maxAge,) = adapter.health(SUBJECT);
        assertTrue(ok);
        assertEq(lastUpdate, first);
        assertEq(maxAge, 66 minutes);
        feed.update(1e8);
        skip(10 minutes);
        feed.update(1e8);
        (, lastUpdate,,) = adapter.health(SUBJECT);
        assertEq(lastUpdate, now48() - 10 minutes, "the second feed is the older one now");
    }

    // ── the sequencer ──

    function test_a_chain_whose_sequencer_is_down_or_came_up_just_now_has_no_prices() public {
        DepegAdapter.Config memory config = usual();
        config.source.sequencer = address(sequencer);
        set(config);
        assertRead(Verdict.NotTriggered, true, "");
        sequencer.updateRaw(1, now48());
        assertRead(Verdict.Stale, false, "SEQUENCER");
        sequencer.updateRaw(0, now48());
        assertRead(Verdict.Stale, false, "SEQUENCER");
        skip(1 hours);
        price(1e8);
        assertRead(Verdict.Stale, false, "SEQUENCER");
        skip(1);
        assertRead(Verdict.NotTriggered, true, "");
    }

    function test_a_sequencer_feed_that_does_not_answer_is_one_that_is_down() public {
        DepegAdapter.Config memory config = usual();
        config.source.sequencer = address(asset);
        set(config);
        assertRead(Verdict.Stale, false, "SEQUENCER");
        config.source.sequencer = address(new PriceFeed("silent", 0, address(this)));
        set(config);
        assertRead(Verdict.Stale, false, "SEQUENCER");
        sequencer.updateRaw(0, 0);
        config.source.sequencer = address(sequencer);
        set(config);
        assertRead(Verdict.Stale, false, "SEQUENCER");
        sequencer.updateRaw(0, now48() + 1);
        assertRead(Verdict.Stale, false, "SEQUENCER");
    }

    // ── configuration ──

    function test_a_source_must_answer_and_be_two() public {
        DepegAdapter.Config memory config = usual();
        config.source.feed = address(asset);
        refuse(config, abi.encodeWithSelector(ITriggerAdapter.BadFeed.selector, address(asset)));
        config = usual();
        config.source.second = address(asset);
        refuse(config, abi.encodeWithSelector(ITriggerAdapter.BadFeed.selector, address(asset)));
        config = usual();
        config.source.second = address(feed);
        refuse(config, abi.encodeWithSelector(ITriggerAdapter.BadConfig.selector, SUBJECT));
        config = usual();
        config.source.sequencer = dao;
        set(config);
        config.source.sequencer = account("nobody");
        refuse(config, abi.encodeWithSelector(ITriggerAdapter.BadFeed.selector, account("nobody")));
    }

    function test_a_band_is_more_than_nothing_and_at_most_a_fifth() public {
        DepegAdapter.Config memory config = usual();
        config.source.bandBps = 0;
        refuse(config, abi.encodeWithSelector(ITriggerAdapter.BadConfig.selector, SUBJECT));
        config.source.bandBps = 2_001;
        refuse(config, abi.encodeWithSelector(ITriggerAdapter.BadConfig.selector, SUBJECT));
        config.source.bandBps = 2_000;
        set(config);
        config.source.bandBps = 1;
        set(config);
    }

    function test_input_that_is_too_long_is_refused() public {
        uint256 most = adapter.MAX_DATA_LENGTH();
        bytes memory data = new bytes(most + 1);
        vm.expectRevert(abi.encodeWithSelector(ITriggerAdapter.ReportTooLong.selector, most + 1, most));
        adapter.observe(SUBJECT, data);
        vm.expectRevert(abi.encodeWithSelector(ITriggerAdapter.ReportTooLong.selector, most + 1, most));
        adapter.commitObservation(SUBJECT, data);
        adapter.observe(SUBJECT, new bytes(most));
    }

    function test_nothing_is_told_where_nothing_changed() public {
        vm.recordLogs();
        adapter.commitObservation(SUBJECT, "");
        assertEq(vm.getRecordedLogs().length, 0);
    }

    function usual() private view returns (DepegAdapter.Config memory) {
        return DepegAdapter.Config({source: source(), trigger8: 0.2e8, recover8: 0.3e8, floor8: 0.1e8});
    }

    function set(DepegAdapter.Config memory config) private {
        vm.prank(dao);
        adapter.configure(SUBJECT, config);
    }

    function refuse(DepegAdapter.Config memory config, bytes memory reason) private {
        vm.expectRevert(reason);
        set(config);
    }

    function assertRead(Verdict verdict, bool healthy, bytes32 note) private view {
        assertVerdict(adapter.observe(SUBJECT, ""), verdict);
        (bool ok,,, bytes32 told) = adapter.health(SUBJECT);
        assertEq(ok, healthy, "health");
        assertEq(told, note, "note");
    }
}
