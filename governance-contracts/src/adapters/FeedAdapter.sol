// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {IDirectory} from "../interfaces/IDirectory.sol";
import {Verdict} from "../interfaces/Types.sol";
import {FeedReader} from "../libraries/FeedReader.sol";
import {ParameterKeys} from "../libraries/ParameterKeys.sol";
import {ParameterScope} from "../libraries/ParameterScope.sol";
import {TriggerAdapter} from "./TriggerAdapter.sol";

/// @title Feed adapter
/// @notice Prices from two feeds that must agree, on a chain whose sequencer is up.
abstract contract FeedAdapter is TriggerAdapter {
    /// @param feed       the price that counts
    /// @param second     an independent feed of the same price
    /// @param sequencer  L2 uptime feed; zero where there is no sequencer
    /// @param bandBps    how far the second may lie from the first, bps
    struct Source {
        address feed;
        address second;
        address sequencer;
        uint16 bandBps;
    }

    /// After a sequencer came up its feeds are not trusted for this long, s.
    uint256 public constant SEQUENCER_GRACE = 1 hours;

    constructor(address authority_, IDirectory directory_) TriggerAdapter(authority_, directory_) {}

    /// @return problem  NotTriggered when the price can be used; Stale or Ambiguous when it cannot
    /// @return reading  of the first feed
    function _price(Source memory source) internal view returns (Verdict problem, FeedReader.Reading memory reading) {
        reading = _latest(source.feed);
        FeedReader.Reading memory second = _latest(source.second);
        if (!FeedReader.sequencerUp(source.sequencer, SEQUENCER_GRACE)) return (Verdict.Stale, reading);
        // At its limit a feed has stopped following the market: how far the price is, nobody knows.
        if (reading.quality == FeedReader.Quality.AtLimit) return (Verdict.Ambiguous, reading);
        if (reading.quality != FeedReader.Quality.Good) return (Verdict.Stale, reading);
        if (second.quality != FeedReader.Quality.Good) return (Verdict.Stale, reading);
        if (!FeedReader.within(reading.price8, second.price8, source.bandBps)) return (Verdict.Ambiguous, reading);
        return (Verdict.NotTriggered, reading);
    }

    /// @notice When the price fell to a threshold: the round that did it must stand at or below, the round before above. So an
    /// event cannot be dated later than it began, by whoever bought cover in between.
    /// @param round  the round that is said to have done it; 0 for the latest
    /// @return at    time of that round; 0 when it did not
    function _breachStart(address feed, uint80 round, uint80 latestRound, uint256 threshold)
        internal
        view
        returns (uint48 at)
    {
        if (round == 0) round = latestRound;
        if (round == 0 || round > latestRound) return 0;
        FeedReader.Reading memory breach = FeedReader.round(feed, round);
        FeedReader.Reading memory before = FeedReader.round(feed, round - 1);
        if (breach.quality != FeedReader.Quality.Good || before.quality != FeedReader.Quality.Good) return 0;
        return breach.price8 <= threshold && before.price8 > threshold ? breach.updatedAt : 0;
    }

    /// A round number, or nothing.
    function _decodeRound(bytes calldata data) internal pure returns (uint80) {
        return data.length == 0 ? 0 : abi.decode(data, (uint80));
    }

    function _latest(address feed) internal view returns (FeedReader.Reading memory) {
        return FeedReader.latest(feed, _maxAge(feed));
    }

    function _maxAge(address feed) internal view returns (uint256) {
        return directory.parameters().get(ParameterKeys.ORACLE_MAX_AGE, ParameterScope.account(feed));
    }

    /// Two feeds that answer now, and a band that is one.
    function _requireSource(uint32 subjectId, Source calldata source) internal view {
        if (_latest(source.feed).quality == FeedReader.Quality.Broken) revert BadFeed(source.feed);
        if (_latest(source.second).quality == FeedReader.Quality.Broken) revert BadFeed(source.second);
        if (source.feed == source.second || source.bandBps == 0 || source.bandBps > 2000) revert BadConfig(subjectId);
        if (source.sequencer != address(0) && source.sequencer.code.length == 0) revert BadFeed(source.sequencer);
    }

    function _health(Source memory source) internal view returns (bool ok, uint48 lastUpdate, uint32 maxAge, bytes32 note) {
        (Verdict problem, FeedReader.Reading memory reading) = _price(source);
        FeedReader.Reading memory second = _latest(source.second);
        address oldest = second.updatedAt < reading.updatedAt ? source.second : source.feed;
        lastUpdate = second.updatedAt < reading.updatedAt ? second.updatedAt : reading.updatedAt;
        maxAge = uint32(_maxAge(oldest));
        if (problem == Verdict.NotTriggered) return (true, lastUpdate, maxAge, 0);
        bool up = FeedReader.sequencerUp(source.sequencer, SEQUENCER_GRACE);
        note = !up ? bytes32("SEQUENCER") : problem == Verdict.Stale ? bytes32("STALE") : bytes32("SOURCES");
    }
}
