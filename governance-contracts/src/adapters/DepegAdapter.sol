// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {ITriggerAdapter} from "../interfaces/ITriggerAdapter.sol";
import {IDirectory} from "../interfaces/IDirectory.sol";
import {Observation, Verdict} from "../interfaces/Types.sol";
import {FeedReader} from "../libraries/FeedReader.sol";
import {FeedAdapter} from "./FeedAdapter.sol";

/// @title Depeg
/// @notice A stablecoin that falls to its trigger has a day to recover. In that day the reading is an alarm (Triggered, severity
/// 0). If any round of the day stands at the recovery price or above the alarm is over; else the coin has lost its peg, and
/// the price in force at the end of the day, at least the floor, is what the loss is measured by.
/// Input of a reading: nothing, or `abi.encode(uint80)` of a round: the one in which the price fell, where that was not the
/// latest; one in which it recovered; after the day the one in force at its end, where that is not the latest.
contract DepegAdapter is FeedAdapter {
    /// @param trigger8  price8 at or below which the day begins
    /// @param recover8  price8 at or above which the peg is back
    /// @param floor8    lowest price that counts
    struct Config {
        Source source;
        uint64 trigger8;
        uint64 recover8;
        uint64 floor8;
    }
    /// @param startedAt  when the price fell; 0 when there is no breach
    /// @param final8     price in force at the end of the day; 0 while not known
    struct Breach {
        uint48 startedAt;
        uint64 final8;
    }

    uint256 public constant PEG8 = 1e8;
    /// Time to recover, s.
    uint48 public constant WINDOW = 24 hours;
    /// A lost peg stays on record at least this long after the day, s.
    uint48 public constant RECORD = 7 days;

    mapping(uint32 subjectId => Config) private _configs;
    mapping(uint32 subjectId => Breach) private _breaches;

    event Configured(uint32 indexed subjectId, Config config);

    constructor(address authority_, IDirectory directory_) FeedAdapter(authority_, directory_) {}

    /// @notice Sets how a subject is read; what was stored of it is forgotten. DAO.
    /// @param config  floor8 < trigger8 < recover8 < 1e8, prices in price8; usual: 0.80, 0.995, 0.999
    function configure(uint32 subjectId, Config calldata config) external restricted {
        _requireSource(subjectId, config.source);
        bool ordered = config.floor8 < config.trigger8 && config.trigger8 < config.recover8 && config.recover8 < PEG8;
        if (!ordered || config.floor8 == 0) revert BadConfig(subjectId);
        _configs[subjectId] = config;
        delete _breaches[subjectId];
        emit Configured(subjectId, config);
    }

    /// @inheritdoc ITriggerAdapter
    function kind() external pure returns (bytes32) {
        return "DEPEG";
    }

    /// @inheritdoc ITriggerAdapter
    function health(uint32 subjectId) external view returns (bool, uint48, uint32, bytes32) {
        return _health(_configured(subjectId).source);
    }

    function configOf(uint32 subjectId) external view returns (Config memory) {
        return _configs[subjectId];
    }

    function breachOf(uint32 subjectId) external view returns (Breach memory) {
        return _breaches[subjectId];
    }

    function _observe(uint32 subjectId, bytes calldata data) internal view override returns (Observation memory o) {
        (o,) = _read(subjectId, data);
    }

    function _commit(uint32 subjectId, bytes calldata data)
        internal
        override
        returns (Observation memory o, bool changed)
    {
        Breach memory breach;
        (o, breach) = _read(subjectId, data);
        if (o.verdict != Verdict.Triggered && o.verdict != Verdict.NotTriggered) return (o, false);
        Breach memory stored = _breaches[subjectId];
        changed = stored.startedAt != breach.startedAt || stored.final8 != breach.final8;
        if (changed) _breaches[subjectId] = breach;
    }

    /// @return o       the reading
    /// @return breach  as it stands after this reading, where that is conclusive
    function _read(uint32 subjectId, bytes calldata data)
        private
        view
        returns (Observation memory o, Breach memory breach)
    {
        Config memory config = _configured(subjectId);
        (Verdict problem, FeedReader.Reading memory price) = _price(config.source);
        bytes32 dataHash = keccak256(abi.encode(config.source.feed, price, data));
        int256 value = int256(price.price8);
        int256 threshold = int256(uint256(config.trigger8));
        if (problem != Verdict.NotTriggered) return (_inconclusive(problem, value, threshold, dataHash), breach);

        uint80 round = _decodeRound(data);
        breach = _breaches[subjectId];
        bool recorded = breach.startedAt != 0;
        if (recorded && _overAndBack(breach, config, price)) (recorded, breach) = (false, Breach(0, 0));
        if (!recorded) {
            if (price.price8 > config.trigger8) {
                return (_inconclusive(Verdict.NotTriggered, value, threshold, dataHash), breach);
            }
            breach.startedAt = _breachStart(config.source.feed, round, price.roundId, config.trigger8);
            if (breach.startedAt == 0) return (_inconclusive(Verdict.Ambiguous, value, threshold, dataHash), breach);
            round = 0;
        }
        uint48 end = breach.startedAt + WINDOW;
        if (block.timestamp <= end) {
            if (price.price8 >= config.recover8 || _recovered(config, round, breach.startedAt, end)) {
                return (_inconclusive(Verdict.NotTriggered, value, threshold, dataHash), Breach(0, 0));
            }
            return (_triggered(breach.startedAt, 0, value, threshold, dataHash), breach);
        }
        return _afterWindow(config, price, round, breach, dataHash);
    }

    /// After the day: what it ended with.
    function _afterWindow(
        Config memory config,
        FeedReader.Reading memory price,
        uint80 round,
        Breach memory breach,
        bytes32 dataHash
    ) private view returns (Observation memory o, Breach memory) {
        int256 threshold = int256(uint256(config.trigger8));
        uint48 end = breach.startedAt + WINDOW;
        if (breach.final8 == 0) {
            if (_recovered(config, round, breach.startedAt, end)) {
                return (_inconclusive(Verdict.NotTriggered, int256(price.price8), threshold, dataHash), Breach(0, 0));
            }
            uint256 last8 = _inForceAt(config.source.feed, round == 0 ? price.roundId : round, price.roundId, end);
            if (last8 == 0) {
                return (_inconclusive(Verdict.Ambiguous, int256(price.price8), threshold, dataHash), breach);
            }
            breach.final8 = uint64(last8);
        }
        uint256 counted = breach.final8 < config.floor8 ? config.floor8 : breach.final8;
        uint256 severity = (PEG8 - counted) * 1e4 / PEG8;
        return (_triggered(breach.startedAt, severity, int256(uint256(breach.final8)), threshold, dataHash), breach);
    }

    /// Whether the round lies in the day and shows the peg back.
    function _recovered(Config memory config, uint80 round, uint48 from, uint48 until) private view returns (bool) {
        if (round == 0) return false;
        FeedReader.Reading memory r = FeedReader.round(config.source.feed, round);
        bool inDay = r.updatedAt > from && r.updatedAt <= until;
        return r.quality == FeedReader.Quality.Good && inDay && r.price8 >= config.recover8;
    }

    /// Price of the round if it was the one in force at a time: not after it, and the next one, if any, after it.
    function _inForceAt(address feed, uint80 round, uint80 latestRound, uint48 at) private view returns (uint256) {
        if (round > latestRound) return 0;
        FeedReader.Reading memory r = FeedReader.round(feed, round);
        if (r.quality != FeedReader.Quality.Good || r.updatedAt > at) return 0;
        if (round == latestRound) return r.price8;
        FeedReader.Reading memory next = FeedReader.round(feed, round + 1);
        return next.quality == FeedReader.Quality.Good && next.updatedAt > at ? r.price8 : 0;
    }

    /// A breach whose record has been kept long enough, and whose coin has its peg again, makes room for the next.
    function _overAndBack(Breach memory breach, Config memory config, FeedReader.Reading memory price)
        private
        view
        returns (bool)
    {
        return block.timestamp > breach.startedAt + WINDOW + RECORD && price.price8 >= config.recover8;
    }

    function _configured(uint32 subjectId) private view returns (Config memory config) {
        config = _configs[subjectId];
        if (config.trigger8 == 0) revert NotConfigured(subjectId);
    }
}
