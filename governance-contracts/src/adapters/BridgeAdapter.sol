// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {ITriggerAdapter} from "../interfaces/ITriggerAdapter.sol";
import {IDirectory} from "../interfaces/IDirectory.sol";
import {Observation, Verdict} from "../interfaces/Types.sol";
import {ReportAdapter} from "./ReportAdapter.sol";

/// @title Bridge backing
/// @notice Locked backing against minted supply, attested across chains. Below the limit a first report is an alarm (Triggered,
/// severity 0); a later one, at least two hours on, measures the loss. Reports: value = backing, base = supply, same unit;
/// occurredAt = since when the signers saw it so.
contract BridgeAdapter is ReportAdapter {
    /// @param limitBps   backing below this part of supply is a breach, bps
    /// @param persist    s for which it must last
    /// @param maxAge     s, an older report is Stale
    struct Config {
        uint16 limitBps;
        uint32 persist;
        uint32 maxAge;
    }
    /// @param startedAt   observation of the first report in breach; 0 when there is none
    /// @param occurredAt  since when, by that report
    /// @param lastAt      observation of the latest report
    struct State {
        uint48 startedAt;
        uint48 occurredAt;
        uint48 lastAt;
    }

    /// A breach of which nobody told for this long is over, s.
    uint48 public constant SILENCE = 30 days;

    mapping(uint32 subjectId => Config) private _configs;
    mapping(uint32 subjectId => State) private _states;

    event Configured(uint32 indexed subjectId, Config config);

    constructor(address authority_, IDirectory directory_)
        ReportAdapter(authority_, directory_, "Breakwater Bridge Reports")
    {}

    /// @notice Sets how a subject is read; what was stored of it is forgotten. DAO.
    /// @param config  limitBps 5,000…9,999 (usual 9,800), persist 2 hours…7 days, maxAge 10 minutes…24 hours
    function configure(uint32 subjectId, Config calldata config) external restricted {
        bool good = config.limitBps >= 5000 && config.limitBps < 1e4 && config.persist >= 2 hours
            && config.persist <= 7 days && config.maxAge >= 10 minutes && config.maxAge <= 24 hours;
        if (!good) revert BadConfig(subjectId);
        _configs[subjectId] = config;
        delete _states[subjectId];
        emit Configured(subjectId, config);
    }

    /// @inheritdoc ITriggerAdapter
    function kind() external pure returns (bytes32) {
        return "BRIDGE_BACKING";
    }

    /// @inheritdoc ITriggerAdapter
    function health(uint32 subjectId) external view returns (bool ok, uint48 lastUpdate, uint32 maxAge, bytes32 note) {
        (lastUpdate, maxAge) = (_states[subjectId].lastAt, _configured(subjectId).maxAge);
        ok = threshold != 0 && lastUpdate + maxAge >= block.timestamp;
        note = ok ? bytes32(0) : threshold == 0 ? bytes32("SIGNERS") : bytes32("STALE");
    }

    function configOf(uint32 subjectId) external view returns (Config memory) {
        return _configs[subjectId];
    }

    function stateOf(uint32 subjectId) external view returns (State memory) {
        return _states[subjectId];
    }

    function _judge(uint32 subjectId, Report memory report) internal view override returns (Observation memory) {
        Config memory config = _configured(subjectId);
        State memory state = _states[subjectId];
        bytes32 dataHash = _hash(report);
        if (report.value < 0 || report.base <= 0) revert BadReport();
        uint256 backing = uint256(report.value);
        uint256 limit = Math.mulDiv(uint256(report.base), config.limitBps, 1e4);
        int256 threshold_ = int256(limit);
        if (!_inTime(report, config.maxAge) || report.observedAt < state.lastAt) {
            return _inconclusive(Verdict.Stale, report.value, threshold_, dataHash);
        }
        if (backing >= limit) {
            Observation memory good = _inconclusive(Verdict.NotTriggered, report.value, threshold_, dataHash);
            good.occurredAt = report.observedAt;
            return good;
        }
        bool first = _isNew(report, state);
        bool lasted = !first && report.observedAt >= state.startedAt + config.persist;
        uint256 severity = lasted ? Math.mulDiv(uint256(report.base) - backing, 1e4, uint256(report.base)) : 0;
        uint48 since = first ? report.occurredAt : state.occurredAt;
        return _triggered(since, severity, report.value, threshold_, dataHash);
    }

    function _store(uint32 subjectId, Report memory report, Observation memory o) internal override returns (bool) {
        if (o.verdict == Verdict.Stale) return false;
        State storage state = _states[subjectId];
        bool breach = o.verdict == Verdict.Triggered;
        bool changed = report.observedAt != state.lastAt || breach != (state.startedAt != 0);
        bool isNew = _isNew(report, state);
        state.lastAt = report.observedAt;
        if (!breach) (state.startedAt, state.occurredAt) = (0, 0);
        else if (isNew) (state.startedAt, state.occurredAt) = (report.observedAt, report.occurredAt);
        return changed;
    }

    /// Nobody needs to have told that an earlier breach was over: after a long silence a report stands for itself.
    function _isNew(Report memory report, State memory state) private pure returns (bool) {
        return state.startedAt == 0 || report.observedAt > state.lastAt + SILENCE;
    }

    function _configured(uint32 subjectId) private view returns (Config memory config) {
        config = _configs[subjectId];
        if (config.maxAge == 0) revert NotConfigured(subjectId);
    }
}
