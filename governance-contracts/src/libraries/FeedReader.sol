// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {IPriceFeed, IFeedLimits} from "../interfaces/IPriceFeed.sol";

/// @title FeedReader
/// @notice Reads price feeds (Chainlink AggregatorV3Interface) with every guard that a careless reader forgets, and never
/// reverts: an answer that does not come, is zero or negative, is too old, lies in the future or stands at the aggregator's
/// own limit is named as such, and the caller decides what follows.
library FeedReader {
    enum Quality {
        Good,
        Stale, // older than allowed
        Broken, // no answer, not positive, dated in the future, or with decimals that cannot be scaled
        AtLimit // at the lowest or highest answer the aggregator can give: the market is elsewhere
    }

    /// @param quality    what the answer is worth; price8 and the rest are 0 when Broken
    /// @param updatedAt  time of the answer
    /// @param roundId    round of the answer
    /// @param price8     the answer scaled to 8 decimals, rounded down
    struct Reading {
        Quality quality;
        uint48 updatedAt;
        uint80 roundId;
        uint256 price8;
    }

    /// More decimals than any feed has; keeps the scaling free of overflow.
    uint256 private constant MAX_DECIMALS = 36;

    /// @notice Latest answer of a feed.
    /// @param maxAge  s; an older answer is Stale
    function latest(address feed, uint256 maxAge) internal view returns (Reading memory reading) {
        int256 answer;
        (reading, answer) = _read(feed, abi.encodeCall(IPriceFeed.latestRoundData, ()));
        if (reading.quality != Quality.Good) return reading;
        if (_atLimit(feed, answer)) reading.quality = Quality.AtLimit;
        else if (block.timestamp - reading.updatedAt > maxAge) reading.quality = Quality.Stale;
    }

    /// @notice One earlier answer of a feed: Good or Broken, for its age is the point of it.
    function round(address feed, uint80 roundId) internal view returns (Reading memory reading) {
        (reading,) = _read(feed, abi.encodeCall(IPriceFeed.getRoundData, (roundId)));
        if (reading.roundId != roundId) delete reading;
        if (reading.updatedAt == 0) reading.quality = Quality.Broken;
    }

    /// @notice The answer after an earlier one, also where the feed went on with another aggregator (Chainlink: the upper 16 bits of
    /// a round number count aggregators, the rounds of each begin at 1): Good or Broken.
    function roundAfter(address feed, uint80 roundId) internal view returns (Reading memory reading) {
        if (uint64(roundId) != type(uint64).max) reading = round(feed, roundId + 1);
        uint80 phase = roundId >> 64;
        bool ended = reading.updatedAt == 0 && phase < type(uint16).max;
        if (ended) reading = round(feed, ((phase + 1) << 64) | 1);
    }

    /// @notice Whether a rollup's sequencer is up and has been for longer than the grace (Chainlink L2 uptime feed: answer 0 is
    /// up, startedAt is when that began). The zero address stands for a chain without one.
    /// @param grace  s
    function sequencerUp(address uptimeFeed, uint256 grace) internal view returns (bool) {
        if (uptimeFeed == address(0)) return true;
        (bool ok, bytes memory data) = uptimeFeed.staticcall(abi.encodeCall(IPriceFeed.latestRoundData, ()));
        if (!ok || data.length < 160) return false;
        (, int256 answer, uint256 startedAt,,) = abi.decode(data, (uint256, int256, uint256, uint256, uint256));
        return answer == 0 && startedAt != 0 && startedAt <= block.timestamp && block.timestamp - startedAt > grace;
    }

    /// @notice Whether two prices differ by at most a band of the first.
    /// @param bandBps  bps of `a`
    function within(uint256 a, uint256 b, uint256 bandBps) internal pure returns (bool) {
        return (a > b ? a - b : b - a) * 1e4 <= a * bandBps;
    }

    function _read(address feed, bytes memory call) private view returns (Reading memory reading, int256 answer) {
        reading.quality = Quality.Broken;
        (bool ok, bytes memory data) = feed.staticcall(call);
        if (!ok || data.length < 160) return (reading, 0);
        uint256 roundId;
        uint256 updatedAt;
        // Decoded as whole words: a narrower type would revert on what a broken feed may return.
        (roundId, answer,, updatedAt,) = abi.decode(data, (uint256, int256, uint256, uint256, uint256));
        if (answer <= 0 || answer > type(int128).max || updatedAt == 0 || updatedAt > block.timestamp) return (reading, 0);
        if (roundId > type(uint80).max) return (reading, 0);
        uint256 price8 = _scaled(feed, uint256(answer));
        if (price8 == 0) return (reading, 0);
        reading = Reading(Quality.Good, uint48(updatedAt), uint80(roundId), price8);
    }

    /// 0 when the feed's decimals cannot be read or scaled.
    function _scaled(address feed, uint256 answer) private view returns (uint256) {
        (bool ok, bytes memory data) = feed.staticcall(abi.encodeCall(IPriceFeed.decimals, ()));
        if (!ok || data.length < 32) return 0;
        uint256 decimals = abi.decode(data, (uint256));
        if (decimals > MAX_DECIMALS) return 0;
        return decimals > 8 ? answer / 10 ** (decimals - 8) : answer * 10 ** (8 - decimals);
    }

    /// An aggregator that does not tell its limits has none for us.
    function _atLimit(address feed, int256 answer) private view returns (bool) {
        (bool ok, bytes memory data) = feed.staticcall(abi.encodeCall(IPriceFeed.aggregator, ()));
        if (!ok || data.length < 32) return false;
        address aggregator = address(uint160(abi.decode(data, (uint256))));
        (bool hasMin, bytes memory min) = aggregator.staticcall(abi.encodeCall(IFeedLimits.minAnswer, ()));
        (bool hasMax, bytes memory max) = aggregator.staticcall(abi.encodeCall(IFeedLimits.maxAnswer, ()));
        if (!hasMin || !hasMax || min.length < 32 || max.length < 32) return false;
        return answer <= abi.decode(min, (int256)) || answer >= abi.decode(max, (int256));
    }
}
