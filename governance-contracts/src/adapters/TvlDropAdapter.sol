// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {IERC4626} from "@openzeppelin/contracts/interfaces/IERC4626.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {ITriggerAdapter} from "../interfaces/ITriggerAdapter.sol";
import {IDirectory} from "../interfaces/IDirectory.sol";
import {Observation, Verdict} from "../interfaces/Types.sol";
import {TriggerAdapter} from "./TriggerAdapter.sol";

/// @title TVL drop
/// @notice Measures what a covered contract holds per share: a run on it takes holdings and shares alike and changes nothing, a
/// loss takes holdings alone. The measure is compared with the lowest sample of a window, so that one inflated sample
/// cannot make a drop; a breach counts only when it is seen again an hour later; and a loss above the limit is an alarm
/// (Triggered, severity 0) that another adapter must confirm, because a fall alone proves no cause. A contract whose holdings
/// can be lent out within a transaction must be measured by its own share price, not by its balance. The event is dated at the
/// last good sample: whoever bought after it is not covered.
contract TvlDropAdapter is TriggerAdapter {
    /// @param holder      the covered contract
    /// @param token       what it holds
    /// @param share       what it owes: its share token
    /// @param byPrice     measured by the share's own price (ERC-4626 convertToAssets), not by the holder's balance
    /// @param dropBps     fall of holdings per share that triggers, bps
    /// @param window      s before now from which samples are compared
    /// @param maxLoss     loss in tokens above which the reading is an alarm: others, in the end people, say how large it is
    struct Config {
        address holder;
        IERC20 token;
        IERC20 share;
        bool byPrice;
        uint16 dropBps;
        uint32 window;
        uint256 maxLoss;
    }
    struct Sample {
        uint48 at;
        uint208 perShare; // tokens per 1e18 shares
    }
    /// @param firstAt   first reading in breach; 0 when there is none
    /// @param goodAt    last sample before it
    /// @param baseline  tokens per 1e18 shares it is measured by
    struct Breach {
        uint48 firstAt;
        uint48 goodAt;
        uint208 baseline;
    }

    /// Samples, and the two readings of a breach, are at least this far apart, s.
    uint48 public constant SPACING = 1 hours;
    /// Fewer samples than this in the window are no baseline.
    uint256 public constant MIN_SAMPLES = 3;
    /// The last sample may be at most this old, s, else nobody knows when the fall began.
    uint48 public constant MAX_GAP = 24 hours;
    /// A breach keeps its baseline for, s.
    uint48 public constant BREACH_LIFE = 7 days;
    uint256 private constant RING = 64;

    mapping(uint32 subjectId => Config) private _configs;
    mapping(uint32 subjectId => Sample[RING]) private _samples;
    mapping(uint32 subjectId => uint256) private _sampleCount;
    mapping(uint32 subjectId => Breach) private _breaches;

    event Configured(uint32 indexed subjectId, Config config);
    /// A breach was stored, measured or, all zero, ended.
    event BreachSet(uint32 indexed subjectId, Breach breach);
    event Sampled(uint32 indexed subjectId, uint48 at, uint256 perShare);

    constructor(address authority_, IDirectory directory_) TriggerAdapter(authority_, directory_) {}

    /// @notice Sets how a subject is read; what was stored of it is forgotten. DAO.
    /// @param config  dropBps 500…9900, window 6 hours…7 days
    function configure(uint32 subjectId, Config calldata config) external restricted {
        if (config.dropBps < 500 || config.dropBps > 9900) revert BadConfig(subjectId);
        if (config.window < 6 hours || config.window > 7 days) revert BadConfig(subjectId);
        if (address(config.token).code.length == 0 || address(config.share).code.length == 0) revert BadConfig(subjectId);
        _configs[subjectId] = config;
        delete _sampleCount[subjectId];
        delete _breaches[subjectId];
        emit Configured(subjectId, config);
    }

    /// @inheritdoc ITriggerAdapter
    function kind() external pure returns (bytes32) {
        return "TVL_DROP";
    }

    /// @inheritdoc ITriggerAdapter
    function health(uint32 subjectId) external view returns (bool ok, uint48 lastUpdate, uint32 maxAge, bytes32 note) {
        _configured(subjectId);
        lastUpdate = _lastSampleAt(subjectId);
        maxAge = uint32(MAX_GAP);
        // In a breach no sample is taken: the reading itself is live.
        ok = _breaches[subjectId].firstAt != 0 || lastUpdate + maxAge >= block.timestamp;
        note = ok ? bytes32(0) : bytes32("SAMPLES");
    }

    function configOf(uint32 subjectId) external view returns (Config memory) {
        return _configs[subjectId];
    }

    function breachOf(uint32 subjectId) external view returns (Breach memory) {
        return _breaches[subjectId];
    }

    /// @notice Tokens held per 1e18 shares now.
    /// @return value  0 when there are no shares
    function perShareOf(uint32 subjectId) public view returns (uint256 value) {
        Config memory config = _configured(subjectId);
        uint256 supply = config.share.totalSupply();
        if (supply == 0) return 0;
        if (config.byPrice) return IERC4626(address(config.share)).convertToAssets(1e18);
        return Math.mulDiv(config.token.balanceOf(config.holder), 1e18, supply);
    }

    function _observe(uint32 subjectId, bytes calldata) internal view override returns (Observation memory o) {
        (o,,) = _read(subjectId);
    }

    function _commit(uint32 subjectId, bytes calldata) internal override returns (Observation memory o, bool changed) {
        Breach memory breach;
        uint256 value;
        (o, breach, value) = _read(subjectId);
        changed = _breaches[subjectId].firstAt != breach.firstAt;
        if (changed) {
            _breaches[subjectId] = breach;
            emit BreachSet(subjectId, breach);
        }
        if (breach.firstAt == 0) _sample(subjectId, value);
    }

    /// @return o       the reading
    /// @return breach  as it stands after this reading
    /// @return value   tokens per 1e18 shares
    function _read(uint32 subjectId) private view returns (Observation memory o, Breach memory breach, uint256 value) {
        Config memory config = _configured(subjectId);
        value = perShareOf(subjectId);
        breach = _breaches[subjectId];
        if (block.timestamp > breach.firstAt + BREACH_LIFE) delete breach;
        if (breach.firstAt == 0) breach = Breach(0, _lastSampleAt(subjectId), _baseline(subjectId, config.window));
        bytes32 dataHash = keccak256(abi.encode(config.holder, config.token, value, breach));
        uint256 threshold = uint256(breach.baseline) * (1e4 - config.dropBps) / 1e4;
        bool known = breach.firstAt != 0 || breach.goodAt + MAX_GAP >= block.timestamp;
        if (breach.baseline == 0 || !known) {
            return (_inconclusive(Verdict.Stale, int256(value), 0, dataHash), Breach(0, 0, 0), value);
        }
        if (value > threshold) {
            o = _inconclusive(Verdict.NotTriggered, int256(value), int256(threshold), dataHash);
            return (o, Breach(0, 0, 0), value);
        }
        if (breach.firstAt == 0) breach.firstAt = uint48(block.timestamp);
        // Without shares nobody is owed anything, and nothing can be lost.
        bool empty = config.share.totalSupply() == 0;
        if (empty || block.timestamp < breach.firstAt + SPACING) {
            return (_inconclusive(Verdict.Ambiguous, int256(value), int256(threshold), dataHash), breach, value);
        }
        bool large = _loss(config, breach.baseline, value) > config.maxLoss;
        uint256 severity = large ? 0 : (breach.baseline - value) * 1e4 / breach.baseline;
        o = _triggered(breach.goodAt, severity, int256(value), int256(threshold), dataHash);
    }

    /// Tokens that today's shares have lost, rounded up.
    function _loss(Config memory config, uint256 baseline, uint256 value) private view returns (uint256) {
        return Math.mulDiv(baseline - value, config.share.totalSupply(), 1e18, Math.Rounding.Ceil);
    }

    function _sample(uint32 subjectId, uint256 value) private {
        uint256 count = _sampleCount[subjectId];
        if (value == 0 || value > type(uint208).max) return;
        if (count != 0 && block.timestamp < _lastSampleAt(subjectId) + SPACING) return;
        _samples[subjectId][count % RING] = Sample(uint48(block.timestamp), uint208(value));
        _sampleCount[subjectId] = count + 1;
        emit Sampled(subjectId, uint48(block.timestamp), value);
    }

    function _lastSampleAt(uint32 subjectId) private view returns (uint48) {
        uint256 count = _sampleCount[subjectId];
        return count == 0 ? 0 : _samples[subjectId][(count - 1) % RING].at;
    }

    /// Lowest sample of the window; 0 when there are too few.
    function _baseline(uint32 subjectId, uint32 window) private view returns (uint208 lowest) {
        uint256 count = _sampleCount[subjectId];
        uint256 oldest = count > RING ? count - RING : 0;
        uint256 found;
        for (uint256 n = count; n > oldest; --n) {
            Sample memory s = _samples[subjectId][(n - 1) % RING];
            if (s.at + window < block.timestamp) break;
            if (found == 0 || s.perShare < lowest) lowest = s.perShare;
            ++found;
        }
        if (found < MIN_SAMPLES) return 0;
    }

    function _configured(uint32 subjectId) private view returns (Config memory config) {
        config = _configs[subjectId];
        if (config.dropBps == 0) revert NotConfigured(subjectId);
    }
}
