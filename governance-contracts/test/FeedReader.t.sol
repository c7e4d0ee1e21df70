// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {Base} from "./Base.sol";
import {FeedReader} from "../src/libraries/FeedReader.sol";

contract FeedReaderTest is Base {
    uint48 private constant NOW = 1_732_147_200;
    RawFeed private feed = new RawFeed();

    function setUp() public {
        vm.warp(NOW);
        feed.answer(5, 1_234e8, NOW - 60);
    }

    function test_a_good_answer_is_told_with_its_round_and_time() public view {
        FeedReader.Reading memory r = FeedReader.latest(address(feed), 60);
        assertQuality(r, FeedReader.Quality.Good);
        assertEq(r.roundId, 5);
        assertEq(r.updatedAt, NOW - 60);
        assertEq(r.price8, 1_234e8);
    }

    function test_an_answer_older_than_allowed_is_stale_and_still_told() public view {
        FeedReader.Reading memory r = FeedReader.latest(address(feed), 59);
        assertQuality(r, FeedReader.Quality.Stale);
        assertEq(r.price8, 1_234e8);
    }

    function test_answers_that_are_none_are_broken() public {
        feed.answer(5, 0, NOW);
        assertBroken();
        feed.answer(5, -1, NOW);
        assertBroken();
        feed.answer(5, 1e8, 0);
        assertBroken();
        feed.answer(5, 1e8, NOW + 1);
        assertBroken();
        feed.answer(5, int256(type(int128).max) + 1, NOW);
        assertBroken();
        feed.answer(uint256(type(uint80).max) + 1, 1e8, NOW);
        assertBroken();
        feed.answer(type(uint80).max, 1e8, NOW);
        assertQuality(FeedReader.latest(address(feed), 60), FeedReader.Quality.Good);
    }

    function test_the_largest_answer_that_counts_is_scaled_without_overflow() public {
        feed.answer(5, type(int128).max, NOW);
        feed.setDecimals(0);
        assertEq(FeedReader.latest(address(feed), 60).price8, uint256(uint128(type(int128).max)) * 1e8);
    }

    function test_what_does_not_answer_is_broken() public {
        assertQuality(FeedReader.latest(account("nobody"), 60), FeedReader.Quality.Broken);
        feed.setMode(RawFeed.Mode.Reverting);
        assertBroken();
        feed.setMode(RawFeed.Mode.Short);
        assertBroken();
        feed.setMode(RawFeed.Mode.NoDecimals);
        assertBroken();
    }

    function test_answers_are_scaled_to_eight_decimals() public {
        feed.answer(1, 1.5e18, NOW);
        feed.setDecimals(18);
        assertEq(FeedReader.latest(address(feed), 60).price8, 1.5e8);
        feed.answer(1, 15, NOW);
        feed.setDecimals(1);
        assertEq(FeedReader.latest(address(feed), 60).price8, 1.5e8);
        feed.setDecimals(36);
        feed.answer(1, 1e36, NOW);
        assertEq(FeedReader.latest(address(feed), 60).price8, 1e8);
        feed.setDecimals(37);
        assertBroken();
    }

    function test_an_answer_that_scales_to_nothing_is_broken() public {
        feed.setDecimals(18);
        feed.answer(1, 1e10 - 1, NOW);
        assertBroken();
        feed.answer(1, 1e10, NOW);
        assertEq(FeedReader.latest(address(feed), 60).price8, 1);
    }

    function test_an_answer_at_either_limit_of_the_aggregator_is_told() public {
        feed.setLimits(1e8, 9e8);
        feed.answer(1, 1e8, NOW);
        assertQuality(FeedReader.latest(address(feed), 60), FeedReader.Quality.AtLimit);
        feed.answer(1, 1e8 + 1, NOW);
        assertQuality(FeedReader.latest(address(feed), 60), FeedReader.Quality.Good);
        feed.answer(1, 9e8 - 1, NOW);
        assertQuality(FeedReader.latest(address(feed), 60), FeedReader.Quality.Good);
        feed.answer(1, 9e8, NOW);
        assertQuality(FeedReader.latest(address(feed), 60), FeedReader.Quality.AtLimit);
    }

    function test_an_aggregator_that_does_not_tell_both_limits_has_none() public {
        feed.setLimits(1_234e8, 9_999e8);
        assertQuality(FeedReader.latest(address(feed), 60), FeedReader.Quality.AtLimit);
        feed.hide(true, false);
        assertQuality(FeedReader.latest(address(feed), 60), FeedReader.Quality.Good);
        feed.hide(false, true);
        assertQuality(FeedReader.latest(address(feed), 60), FeedReader.Quality.Good);
        feed.hide(false, false);
        feed.setMode(RawFeed.Mode.NoAggregator);
        assertQuality(FeedReader.latest(address(feed), 60), FeedReader.Quality.Good);
    }

    function test_an_earlier_round_is_good_whatever_its_age() public view {
        FeedReader.Reading memory r = FeedReader.round(address(feed), 5);
        assertQuality(r, FeedReader.Quality.Good);
        assertEq(r.price8, 1_234e8);
    }

    function test_an_answer_for_another_round_is_broken() public view {
        FeedReader.Reading memory r = FeedReader.round(address(feed), 4);
        assertQuality(r, FeedReader.Quality.Broken);
        assertEq(r.price8, 0);
        assertEq(r.updatedAt, 0);
    }

    function test_the_answer_after_the_last_of_an_aggregator_is_the_first_of_the_next() public {
        feed.answer((uint256(3) << 64) | 1, 2e8, NOW);
        FeedReader.Reading memory r = FeedReader.roundAfter(address(feed), (uint80(2) << 64) | 77);
        assertQuality(r, FeedReader.Quality.Good);
        assertEq(r.price8, 2e8);
        r = FeedReader.roundAfter(address(feed), (uint80(2) << 64) | type(uint64).max);
        assertQuality(r, FeedReader.Quality.Good);
        feed.answer((uint256(2) << 64) | 78, 3e8, NOW);
        assertEq(FeedReader.roundAfter(address(feed), (uint80(2) << 64) | 77).price8, 3e8);
    }

    function test_prices_within_the_band_of_the_first_agree() public pure {
        assertTrue(FeedReader.within(1_000, 1_010, 100));
        assertTrue(FeedReader.within(1_000, 990, 100));
        assertFalse(FeedReader.within(1_000, 1_011, 100));
        assertFalse(FeedReader.within(1_000, 989, 100));
        assertTrue(FeedReader.within(1_010, 1_000, 100));
        assertFalse(FeedReader.within(990, 1_000, 100), "it is the first that counts");
    }

    function assertBroken() private view {
        FeedReader.Reading memory r = FeedReader.latest(address(feed), 1_000_000);
        assertQuality(r, FeedReader.Quality.Broken);
        assertEq(r.price8, 0);
    }

    function assertQuality(FeedReader.Reading memory r, FeedReader.Quality quality) private pure {
        assertEq(uint256(r.quality), uint256(quality), "another quality");
    }
}

/// @notice A feed that can be broken in every way.
contract RawFeed {
    enum Mode {
        Whole,
        Reverting,
        Short,
        NoDecimals,
        NoAggregator
    }

    Mode private _mode;
    uint256 private _roundId;
    int256 private _answer;
    uint256 private _updatedAt;
    uint256 private _decimals = 8;
    int192 private _min = 1;
    int192 private _max = type(int192).max;
    bool private _hidesMin;
    bool private _hidesMax;

    error Silent();

    function answer(uint256 roundId, int256 answer_, uint256 updatedAt) external {
        (_roundId, _answer, _updatedAt) = (roundId, answer_, updatedAt);
    }

    function setDecimals(uint256 decimals_) external {
        _decimals = decimals_;
    }

    function setMode(Mode mode) external {
        _mode = mode;
    }

    function setLimits(int192 min, int192 max) external {
        (_min, _max) = (min, max);
    }

    function hide(bool min, bool max) external {
        (_hidesMin, _hidesMax) = (min, max);
    }

    function latestRoundData() external view returns (uint256, int256, uint256, uint256, uint256) {
        if (_mode == Mode.Reverting) revert Silent();
        if (_mode == Mode.Short) {
            assembly ("memory-safe") {
                mstore(0, 1)
                return(0, 32)
            }
        }
        return (_roundId, _answer, 0, _updatedAt, _roundId);
    }

    function getRoundData(uint80 roundId) external view returns (uint256, int256, uint256, uint256, uint256) {
        if (roundId >> 64 != 0 && roundId != _roundId) revert Silent();
        return (_roundId, _answer, 0, _updatedAt, _roundId);
    }

    function decimals() external view returns (uint256) {
        if (_mode == Mode.NoDecimals) revert Silent();
        return _decimals;
    }

    function aggregator() external view returns (address) {
        if (_mode == Mode.NoAggregator) revert Silent();
        return address(this);
    }

    function minAnswer() external view returns (int192) {
        if (_hidesMin) revert Silent();
        return _min;
    }

    function maxAnswer() external view returns (int192) {
        if (_hidesMax) revert Silent();
        return _max;
    }
}
