// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {ITriggerAdapter} from "../interfaces/ITriggerAdapter.sol";
import {IDirectory} from "../interfaces/IDirectory.sol";
import {Observation, Verdict} from "../interfaces/Types.sol";
import {FeedReader} from "../libraries/FeedReader.sol";
import {FeedAdapter} from "./FeedAdapter.sol";

/// @title Price drop
/// @notice Triggered when the price stands a given part below its time-weighted average of a day that ended at least 24 hours
/// ago. The average is made of samples that anyone may commit, at most one an hour. A breach keeps its reference and its start
/// for seven days, so that a second reading measures against the same; then the reference is the market's new level.
/// Input of a reading: nothing, or `abi.encode(uint80)` of the round in which the price fell, where that was not the latest.
contract PriceDropAdapter is FeedAdapter {
    /// @param dropBps  fall that triggers, bps of the reference
    struct Config {
        Source source;
        uint16 dropBps;
    }
    struct Sample {
        uint48 at;
        uint80 price8;
        uint128 cumulative; // Σ price8 × s up to `at`
    }
    struct Breach {
        uint48 startedAt;
        uint128 reference8;
    }

    /// Samples are at least this far apart, s.
    uint48 public constant SPACING = 1 hours;
    /// The reference ended at least this long ago, s.
    uint48 public constant REFERENCE_AGE = 24 hours;
    /// And at most this long, s: an older one is no reference.
    uint48 public constant MAX_REFERENCE_AGE = 72 hours;
    /// It averages at most this much time, s.
    uint48 public constant REFERENCE_SPAN = 24 hours;
    /// A breach keeps its reference for, s.
    uint48 public constant BREACH_LIFE = 7 days;
    uint256 private constant RING = 128;

    mapping(uint32 subjectId => Config) private _configs;
    mapping(uint32 subjectId => Sample[RING]) private _samples;
    mapping(uint32 subjectId => uint256) private _sampleCount;
    mapping(uint32 subjectId => Breach) private _breaches;

    event Configured(uint32 indexed subjectId, Config config);
    /// A breach was stored, measured or, all zero, ended.
    event BreachSet(uint32 indexed subjectId, Breach breach);
    event Sampled(uint32 indexed subjectId, uint48 at, uint256 price8);

    constructor(address authority_, IDirectory directory_) FeedAdapter(authority_, directory_) {}

    /// @notice Sets how a subject is read; what was stored of it is forgotten. DAO.
    /// @param config  dropBps 500…9900
    function configure(uint32 subjectId, Config calldata config) external restricted {
        _requireSource(subjectId, config.source);
        if (config.dropBps < 500 || config.dropBps > 9900) revert BadConfig(subjectId);
        _configs[subjectId] = config;
        delete _sampleCount[subjectId];
        delete _breaches[subjectId];
        emit Configured(subjectId, config);
    }

    /// @inheritdoc ITriggerAdapter
    function kind() external pure returns (bytes32) {
        return "PRICE_DROP";
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

    /// @notice Average price against which a drop would be measured now.
    /// @return reference8  0 when there is none
    function referenceOf(uint32 subjectId) external view returns (uint256 reference8) {
        (reference8,) = _reference(subjectId);
    }

    function _observe(uint32 subjectId, bytes calldata data) internal view override returns (Observation memory o) {
        (o,,) = _read(subjectId, data);
    }

    function _commit(uint32 subjectId, bytes calldata data)
        internal
        override
        returns (Observation memory o, bool changed)
    {
        FeedReader.Reading memory price;
        Breach memory breach;
        (o, price, breach) = _read(subjectId, data);
        if (o.verdict == Verdict.Triggered || o.verdict == Verdict.NotTriggered) {
            changed = _breaches[subjectId].startedAt != breach.startedAt;
            if (changed) {
                _breaches[subjectId] = breach;
                emit BreachSet(subjectId, breach);
            }
        }
        if (price.quality == FeedReader.Quality.Good) _sample(subjectId, price.price8);
    }

    /// @return o       the reading
    /// @return price   what the first feed says, Broken when the price cannot be used
    /// @return breach  as it stands after this reading
    function _read(uint32 subjectId, bytes calldata data)
        private
        view
        returns (Observation memory o, FeedReader.Reading memory price, Breach memory breach)
    {
        Config memory config = _configured(subjectId);
        Verdict problem;
        (problem, price) = _price(config.source);
        int256 value = int256(price.price8);
        bytes32 dataHash = keccak256(abi.encode(config.source.feed, price));
        if (problem != Verdict.NotTriggered) {
            price.quality = FeedReader.Quality.Broken;
            return (_inconclusive(problem, value, 0, dataHash), price, breach);
        }
        breach = _freshBreach(subjectId);
        (uint256 reference8, uint48 since) = (breach.reference8, 0);
        if (breach.startedAt == 0) (reference8, since) = _reference(subjectId);
        if (reference8 == 0) return (_inconclusive(Verdict.Stale, value, 0, dataHash), price, breach);
        uint256 threshold = reference8 * (1e4 - config.dropBps) / 1e4;
        if (price.price8 > threshold) {
            delete breach;
            return (_inconclusive(Verdict.NotTriggered, value, int256(threshold), dataHash), price, breach);
        }
        if (breach.startedAt == 0) {
            breach.startedAt = _breachStart(config.source.feed, _decodeRound(data), price.roundId, threshold);
            breach.reference8 = uint128(reference8);
            // A fall through the same price before the reference began was another event.
            if (breach.startedAt <= since) {
                return (_inconclusive(Verdict.Ambiguous, value, int256(threshold), dataHash), price, breach);
            }
        }
        uint256 severity = (reference8 - price.price8) * 1e4 / reference8;
        return (_triggered(breach.startedAt, severity, value, int256(threshold), dataHash), price, breach);
    }

    function _freshBreach(uint32 subjectId) private view returns (Breach memory breach) {
        breach = _breaches[subjectId];
        if (block.timestamp > breach.startedAt + BREACH_LIFE) delete breach;
    }

    function _sample(uint32 subjectId, uint256 price8) private {
        if (price8 > type(uint80).max) return;
        uint256 count = _sampleCount[subjectId];
        uint48 now_ = uint48(block.timestamp);
        uint128 cumulative;
        if (count != 0) {
            Sample memory last = _samples[subjectId][(count - 1) % RING];
            if (now_ < last.at + SPACING) return;
            cumulative = last.cumulative + uint128(last.price8) * (now_ - last.at);
        }
        _samples[subjectId][count % RING] = Sample(now_, uint80(price8), cumulative);
        _sampleCount[subjectId] = count + 1;
        emit Sampled(subjectId, now_, price8);
    }

    /// Average between the youngest sample that is old enough and the oldest within the span before it, and when that began.
    function _reference(uint32 subjectId) private view returns (uint256 reference8, uint48 since) {
        uint256 count = _sampleCount[subjectId];
        uint256 oldest = count > RING ? count - RING : 0;
        Sample memory end;
        Sample memory start;
        for (uint256 n = count; n > oldest; --n) {
            Sample memory s = _samples[subjectId][(n - 1) % RING];
            if (end.at == 0) {
                if (s.at + MAX_REFERENCE_AGE < block.timestamp) return (0, 0);
                if (s.at + REFERENCE_AGE <= block.timestamp) end = s;
            } else {
                if (s.at + REFERENCE_SPAN < end.at) break;
                start = s;
            }
        }
        if (start.at == 0) return (0, 0);
        return ((end.cumulative - start.cumulative) / (end.at - start.at), start.at);
    }

    function _configured(uint32 subjectId) private view returns (Config memory config) {
        config = _configs[subjectId];
        if (config.dropBps == 0) revert NotConfigured(subjectId);
    }
}
