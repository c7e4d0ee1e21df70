// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {ITriggerAdapter} from "../interfaces/ITriggerAdapter.sol";
import {IDirectory} from "../interfaces/IDirectory.sol";
import {Observation, Verdict} from "../interfaces/Types.sol";
import {ReportAdapter} from "./ReportAdapter.sol";

/// @title Custody
/// @notice Attested theft of keys, or withdrawals halted for longer than the waiting period (a halt alone may end). Whatever it
/// says, Incidents gives a custody event to people. Reports: status 1 halted, 2 theft, 3 resumed; value = part of the
/// holdings that is lost, bps; occurredAt = when the halt, theft or resumption happened.
contract CustodyAdapter is ReportAdapter {
    /// @param waiting  s for which withdrawals must be halted
    /// @param maxAge   s, an older report is Stale
    struct Config {
        uint32 waiting;
        uint32 maxAge;
    }
    /// @param haltedAt  when withdrawals halted; 0 while they run
    /// @param lastAt    observation of the latest report
    struct State {
        uint48 haltedAt;
        uint48 lastAt;
    }

    uint8 public constant HALTED = 1;
    uint8 public constant THEFT = 2;
    uint8 public constant RESUMED = 3;

    /// A halt of which nobody told for this long is over, s: longer than it must last to count.
    uint48 public constant SILENCE = 120 days;

    mapping(uint32 subjectId => Config) private _configs;
    mapping(uint32 subjectId => State) private _states;

    event Configured(uint32 indexed subjectId, Config config);

    constructor(address authority_, IDirectory directory_)
        ReportAdapter(authority_, directory_, "Breakwater Custody Reports")
    {}

    /// @notice Sets how a subject is read; what was stored of it is forgotten. DAO.
    /// @param config  waiting 14…90 days, maxAge 1 hour…7 days
    function configure(uint32 subjectId, Config calldata config) external restricted {
        bool good = config.waiting >= 14 days && config.waiting <= 90 days && config.maxAge >= 1 hours
            && config.maxAge <= 7 days;
        if (!good) revert BadConfig(subjectId);
        _configs[subjectId] = config;
        delete _states[subjectId];
        emit Configured(subjectId, config);
    }

    /// @inheritdoc ITriggerAdapter
    function kind() external pure returns (bytes32) {
        return "CUSTODY_ATTEST";
    }

    /// @inheritdoc ITriggerAdapter
    function health(uint32 subjectId) external view returns (bool ok, uint48 lastUpdate, uint32 maxAge, bytes32 note) {
        // Custodians are reported on when something happens: silence is no fault.
        (lastUpdate, maxAge, ok) = (_states[subjectId].lastAt, _configured(subjectId).maxAge, threshold != 0);
        note = ok ? bytes32(0) : bytes32("SIGNERS");
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
        if (report.status < HALTED || report.status > RESUMED) revert BadReport();
        if (report.status != RESUMED && (report.value <= 0 || report.value > 1e4)) revert BadReport();
        if (!_inTime(report, config.maxAge) || report.observedAt < state.lastAt) {
            return _inconclusive(Verdict.Stale, report.value, 0, dataHash);
        }
        if (report.status == RESUMED) {
            Observation memory good = _inconclusive(Verdict.NotTriggered, report.value, 0, dataHash);
            good.occurredAt = report.occurredAt;
            return good;
        }
        uint48 since = report.occurredAt;
        if (report.status == HALTED) {
            if (!_isNew(report, state)) since = state.haltedAt;
            if (report.observedAt < since + config.waiting) {
                return _inconclusive(Verdict.Ambiguous, report.value, int256(uint256(config.waiting)), dataHash);
            }
        }
        return _triggered(since, uint256(report.value), report.value, 0, dataHash);
    }

    function _store(uint32 subjectId, Report memory report, Observation memory o) internal override returns (bool) {
        if (o.verdict == Verdict.Stale) return false;
        State storage state = _states[subjectId];
        bool changed = report.observedAt != state.lastAt;
        bool isNew = _isNew(report, state);
        state.lastAt = report.observedAt;
        if (report.status == RESUMED) {
            changed = changed || state.haltedAt != 0;
            delete state.haltedAt;
        } else if (report.status == HALTED && isNew) {
            state.haltedAt = report.occurredAt;
            changed = true;
        }
        return changed;
    }

    /// Nobody needs to have told that withdrawals resumed: after a long silence a report stands for itself.
    function _isNew(Report memory report, State memory state) private pure returns (bool) {
        return state.haltedAt == 0 || report.observedAt > state.lastAt + SILENCE;
    }

    function _configured(uint32 subjectId) private view returns (Config memory config) {
        config = _configs[subjectId];
        if (config.maxAge == 0) revert NotConfigured(subjectId);
    }
}
