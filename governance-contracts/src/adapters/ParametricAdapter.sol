// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {ITriggerAdapter} from "../interfaces/ITriggerAdapter.sol";
import {IDirectory} from "../interfaces/IDirectory.sol";
import {Observation, Verdict} from "../interfaces/Types.sol";
import {ReportAdapter} from "./ReportAdapter.sol";

/// @title Parametric
/// @notice Weather, flights and other measured facts: what is paid follows from the measured value alone. Reports: status 0
/// measured, 1 cancelled, 2 diverted; value in the subject's unit (mm of rain, minutes of delay); occurredAt = when the
/// measured period or the flight was. A subject is one station, route or flight, named in its terms.
contract ParametricAdapter is ReportAdapter {
    /// @param atLeast       whether values at or above the threshold trigger; else values at or below
    /// @param threshold     value that triggers
    /// @param full          value from which everything is paid; the threshold itself for all or nothing
    /// @param startBps      severity at the threshold, bps; grows evenly to 1e4 at `full`
    /// @param cancelledBps  severity of a cancellation, bps; 0 when there is no such thing
    /// @param divertedBps   severity of a diversion, bps
    /// @param maxAge        s, an older report is Stale
    struct Config {
        bool atLeast;
        int128 threshold;
        int128 full;
        uint16 startBps;
        uint16 cancelledBps;
        uint16 divertedBps;
        uint32 maxAge;
    }

    uint8 public constant MEASURED = 0;
    uint8 public constant CANCELLED = 1;
    uint8 public constant DIVERTED = 2;

    mapping(uint32 subjectId => Config) private _configs;
    mapping(uint32 subjectId => uint48) private _lastAt;

    event Configured(uint32 indexed subjectId, Config config);

    constructor(address authority_, IDirectory directory_)
        ReportAdapter(authority_, directory_, "Breakwater Parametric Reports")
    {}

    /// @notice Sets how a subject is read. DAO.
    /// @param config  startBps 1…1e4, 1e4 when full equals threshold; maxAge 1…120 days: an event may have to wait until the
    /// incident before it is closed
    function configure(uint32 subjectId, Config calldata config) external restricted {
        bool ordered = config.atLeast ? config.full >= config.threshold : config.full <= config.threshold;
        bool graded = config.startBps > 0 && config.startBps <= 1e4
            && (config.full != config.threshold || config.startBps == 1e4);
        bool others = config.cancelledBps <= 1e4 && config.divertedBps <= 1e4;
        bool aged = config.maxAge >= 1 days && config.maxAge <= 120 days;
        if (!ordered || !graded || !others || !aged) revert BadConfig(subjectId);
        _configs[subjectId] = config;
        emit Configured(subjectId, config);
    }

    /// @inheritdoc ITriggerAdapter
    function kind() external pure returns (bytes32) {
        return "PARAMETRIC";
    }

    /// @inheritdoc ITriggerAdapter
    function health(uint32 subjectId) external view returns (bool ok, uint48 lastUpdate, uint32 maxAge, bytes32 note) {
        // A report speaks of its own time and does not grow old in the meaning of a price.
        (lastUpdate, maxAge, ok) = (_lastAt[subjectId], _configured(subjectId).maxAge, threshold != 0);
        note = ok ? bytes32(0) : bytes32("SIGNERS");
    }

    function configOf(uint32 subjectId) external view returns (Config memory) {
        return _configs[subjectId];
    }

    /// @notice Severity that a measured value comes to, bps; 0 when it does not trigger.
    function severityOf(uint32 subjectId, int256 value) public view returns (uint256) {
        Config memory config = _configured(subjectId);
        bool hit = config.atLeast ? value >= config.threshold : value <= config.threshold;
        if (!hit) return 0;
        bool all = config.atLeast ? value >= config.full : value <= config.full;
        if (all) return 1e4;
        uint256 span = _distance(config.full, config.threshold);
        uint256 into = _distance(value, config.threshold);
        return config.startBps + Math.mulDiv(1e4 - config.startBps, into, span);
    }

    function _judge(uint32 subjectId, Report memory report) internal view override returns (Observation memory o) {
        Config memory config = _configured(subjectId);
        if (report.status > DIVERTED) revert BadReport();
        bytes32 dataHash = _hash(report);
        if (!_inTime(report, config.maxAge)) {
            return _inconclusive(Verdict.Stale, report.value, config.threshold, dataHash);
        }
        uint256 severity = report.status == MEASURED
            ? severityOf(subjectId, report.value)
            : report.status == CANCELLED ? config.cancelledBps : config.divertedBps;
        if (severity != 0) return _triggered(report.occurredAt, severity, report.value, config.threshold, dataHash);
        o = _inconclusive(Verdict.NotTriggered, report.value, config.threshold, dataHash);
        o.occurredAt = report.occurredAt;
    }

    function _store(uint32 subjectId, Report memory report, Observation memory o) internal override returns (bool) {
        if (o.verdict == Verdict.Stale || report.observedAt <= _lastAt[subjectId]) return false;
        _lastAt[subjectId] = report.observedAt;
        return true;
    }

    function _distance(int256 a, int256 b) private pure returns (uint256) {
        return uint256(a > b ? a - b : b - a);
    }

    function _configured(uint32 subjectId) private view returns (Config memory config) {
        config = _configs[subjectId];
        if (config.maxAge == 0) revert NotConfigured(subjectId);
    }
}
