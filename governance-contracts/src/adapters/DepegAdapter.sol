// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {ITriggerAdapter} from "../interfaces/ITriggerAdapter.sol";
import {IDirectory} from "../interfaces/IDirectory.sol";
import {Observation, Verdict} from "../interfaces/Types.sol";
import {FeedReader} from "../libraries/FeedReader.sol";
import {FeedAdapter} from "./FeedAdapter.sol";

/// @title Depeg
/// @notice A stablecoin that falls to its trigger has a day to recover. If any round of the day stands at the recovery price or
/// above, nothing was lost; else the coin has lost its peg, and the price in force at the end of the day, at least the floor,
/// is what the loss is measured by.
///
/// The first reading of a breach is an alarm (Triggered, severity 0), in the day and after it alike, so that a fall nobody told of
/// in its day can still be detected; after the day a later reading measures. That the coin was back is shown by a round
/// (proveRecovery) and holds for good: no breach begins before it.
/// Input of a reading: nothing, or `abi.encode(uint80)` of a round: before a breach is on record the one in which the price fell,
/// where that was not the latest; after its day the one in force at the end of the day, where that is not the latest.
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
    /// Latest time at which the coin is known to have had its peg.
    mapping(uint32 subjectId => uint48) private _recoveredAt;

    event Configured(uint32 indexed subjectId, Config config);
    /// A breach was stored, measured or, all zero, ended.
    event BreachSet(uint32 indexed subjectId, Breach breach);
    /// The coin had its peg in that round: no breach begins before it, and one that had not lost its day by then is over.
    event Recovered(uint32 indexed subjectId, uint80 indexed roundId, uint48 at);

    /// The round does not show the coin at its recovery price, or shows it no later than what is known.
    error NoRecovery(uint80 roundId);

    constructor(address authority_, IDirectory directory_) FeedAdapter(authority_, directory_) {}

    /// @notice Sets how a subject is read; what was stored of it is forgotten. DAO.
    /// @param config  floor8 < trigger8 < recover8 < 1e8, prices in price8; usual: 0.80, 0.995, 0.999
    function configure(uint32 subjectId, Config calldata config) external restricted {
        _requireSource(subjectId, config.source);
        bool ordered = config.floor8 < config.trigger8 && config.trigger8 < config.recover8 && config.recover8 < PEG8;
        if (!ordered || config.floor8 == 0) revert BadConfig(subjectId);
        _configs[subjectId] = config;
        delete _breaches[subjectId];
        delete _recoveredAt[subjectId];
        emit Configured(subjectId, config);
    }

    /// @notice Shows that the coin had its peg in a round. A breach on record is over when the round lies in its day, or after it
    /// and the record has been kept long enough. Anyone.
    function proveRecovery(uint32 subjectId, uint80 roundId) external {
        Config memory config = _configured(subjectId);
        FeedReader.Reading memory r = FeedReader.round(config.source.feed, roundId);
        bool back = r.quality == FeedReader.Quality.Good && r.price8 >= config.recover8;
        Breach memory breach = _breaches[subjectId];
        bool ends = breach.startedAt != 0 && _ends(breach, r.updatedAt);
        if (!back || (!ends && r.updatedAt <= _recoveredAt[subjectId])) revert NoRecovery(roundId);
        if (ends) _setBreach(subjectId, Breach(0, 0));
        _recover(subjectId, r);
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

    /// @notice Latest time at which the coin is known to have had its peg; 0 when nobody had to show it.
    function recoveredAtOf(uint32 subjectId) external view returns (uint48) {
        return _recoveredAt[subjectId];
    }

    function _observe(uint32 subjectId, bytes calldata data) internal view override returns (Observation memory o) {
        (o,,) = _read(subjectId, data);
    }

    function _commit(uint32 subjectId, bytes calldata data)
        internal
        override
        returns (Observation memory o, bool changed)
    {
        Breach memory breach;
        FeedReader.Reading memory price;
        (o, breach, price) = _read(subjectId, data);
        if (o.verdict != Verdict.Triggered && o.verdict != Verdict.NotTriggered) return (o, false);
        Breach memory stored = _breaches[subjectId];
        changed = stored.startedAt != breach.startedAt || stored.final8 != breach.final8;
        if (!changed) return (o, false);
        _setBreach(subjectId, breach);
        if (breach.startedAt == 0) _recover(subjectId, price);
    }

    /// @return o       the reading
    /// @return breach  as it stands after this reading, where that is conclusive
    /// @return price   what the first feed says
    function _read(uint32 subjectId, bytes calldata data)
        private
        view
        returns (Observation memory o, Breach memory breach, FeedReader.Reading memory price)
    {
        Config memory config = _configured(subjectId);
        Verdict problem;
        (problem, price) = _price(config.source);
        bytes32 dataHash = keccak256(abi.encode(config.source.feed, price, data));
        if (problem != Verdict.NotTriggered) return (_unclear(problem, config, price, dataHash), breach, price);
        breach = _breaches[subjectId];
        bool back = price.price8 >= config.recover8 && (breach.startedAt == 0 || _ends(breach, price.updatedAt));
        if (back) {
            o = _unclear(Verdict.NotTriggered, config, price, dataHash);
            delete breach;
        } else if (breach.startedAt == 0) {
            (o, breach) = _begin(config, price, _decodeRound(data), _recoveredAt[subjectId], dataHash);
        } else {
            (o, breach) = _measure(config, price, _decodeRound(data), breach, dataHash);
        }
    }

    /// The first reading of a breach.
    function _begin(
        Config memory config,
        FeedReader.Reading memory price,
        uint80 round,
        uint48 recoveredAt,
        bytes32 dataHash
    ) private view returns (Observation memory o, Breach memory breach) {
        // Between trigger and recovery the coin may be on its way down or up: a round must show that it had fallen.
        if (price.price8 > config.trigger8 && round == 0) {
            return (_unclear(Verdict.NotTriggered, config, price, dataHash), breach);
        }
        uint48 at = _breachStart(config.source.feed, round, price.roundId, config.trigger8);
        // One that began longer ago than a record is kept would date a new fall by an old one.
        if (at <= recoveredAt || block.timestamp > at + WINDOW + RECORD) {
            return (_unclear(Verdict.Ambiguous, config, price, dataHash), breach);
        }
        breach.startedAt = at;
        o = _triggered(at, 0, int256(price.price8), int256(uint256(config.trigger8)), dataHash);
    }

    /// A later reading: an alarm in the day, the loss after it.
    function _measure(
        Config memory config,
        FeedReader.Reading memory price,
        uint80 round,
        Breach memory breach,
        bytes32 dataHash
    ) private view returns (Observation memory, Breach memory) {
        int256 threshold = int256(uint256(config.trigger8));
        uint48 end = breach.startedAt + WINDOW;
        if (block.timestamp <= end) {
            return (_triggered(breach.startedAt, 0, int256(price.price8), threshold, dataHash), breach);
        }
        if (breach.final8 == 0) {
            uint256 last8 = _inForceAt(config.source.feed, round == 0 ? price.roundId : round, price.roundId, end);
            if (last8 == 0) return (_unclear(Verdict.Ambiguous, config, price, dataHash), breach);
            breach.final8 = uint64(last8);
        }
        uint256 counted = breach.final8 < config.floor8 ? config.floor8 : breach.final8;
        uint256 severity = (PEG8 - counted) * 1e4 / PEG8;
        return (_triggered(breach.startedAt, severity, int256(uint256(breach.final8)), threshold, dataHash), breach);
    }

    function _unclear(Verdict verdict, Config memory config, FeedReader.Reading memory price, bytes32 dataHash)
        private
        view
        returns (Observation memory)
    {
        return _inconclusive(verdict, int256(price.price8), int256(uint256(config.trigger8)), dataHash);
    }

    /// Whether a coin that had its peg at a time ends a breach: within the day, or when the record has been kept long enough.
    function _ends(Breach memory breach, uint48 at) private view returns (bool) {
        uint48 end = breach.startedAt + WINDOW;
        if (at <= breach.startedAt) return false;
        return at <= end || block.timestamp > end + RECORD;
    }

    function _setBreach(uint32 subjectId, Breach memory breach) private {
        _breaches[subjectId] = breach;
        emit BreachSet(subjectId, breach);
    }

    function _recover(uint32 subjectId, FeedReader.Reading memory r) private {
        if (r.updatedAt > _recoveredAt[subjectId]) _recoveredAt[subjectId] = r.updatedAt;
        emit Recovered(subjectId, r.roundId, r.updatedAt);
    }

    /// Price of the round if it was the one in force at a time: not after it, and the next one, if any, after it.
    function _inForceAt(address feed, uint80 round, uint80 latestRound, uint48 at) private view returns (uint256) {
        if (round > latestRound) return 0;
        FeedReader.Reading memory r = FeedReader.round(feed, round);
        if (r.quality != FeedReader.Quality.Good || r.updatedAt > at) return 0;
        if (round == latestRound) return r.price8;
        FeedReader.Reading memory next = FeedReader.roundAfter(feed, round);
        return next.quality == FeedReader.Quality.Good && next.updatedAt > at ? r.price8 : 0;
    }

    function _configured(uint32 subjectId) private view returns (Config memory config) {
        config = _configs[subjectId];
        if (config.trigger8 == 0) revert NotConfigured(subjectId);
    }
}
