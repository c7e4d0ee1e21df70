// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {ITriggerAdapter} from "../interfaces/ITriggerAdapter.sol";
import {IDirectory} from "../interfaces/IDirectory.sol";
import {Observation, Verdict} from "../interfaces/Types.sol";
import {Escrow} from "../Escrow.sol";
import {TriggerAdapter} from "./TriggerAdapter.sol";

/// @title Optimistic
/// @notice Anyone asserts an event with a bond; who knows better disputes it with the same bond within the liveness. Undisputed
/// it holds. Disputed it says nothing until the council finds for one side, or both get their bonds back. It never says that
/// nothing happened: an assertion that failed proves no more than that. Input of a reading: `abi.encode(uint64)` of the
/// assertion; like a report it counts once for each consumer.
contract OptimisticAdapter is TriggerAdapter, Escrow {
    enum State {
        None,
        Asserted,
        Disputed,
        Upheld,
        Refuted,
        Void
    }
    /// @param bondToken  what bonds are posted in
    /// @param bond       of each side, in the token's smallest unit
    /// @param liveness   s in which an assertion can be disputed
    struct Config {
        address bondToken;
        uint32 liveness;
        uint128 bond;
    }
    /// @param disputableUntil  last time to dispute
    /// @param decidedAt        when the council found, or the bond went back; 0 before
    struct Assertion {
        uint32 subjectId;
        State state;
        uint16 severityBps;
        uint48 occurredAt;
        uint48 disputableUntil;
        uint48 disputedAt;
        uint48 decidedAt;
        address asserter;
        address disputer;
        address bondToken;
        uint128 bond;
        bytes32 evidenceHash;
    }

    /// Shortest liveness, s: long enough to cover a night anywhere.
    uint32 public constant MIN_LIVENESS = 12 hours;
    /// After this time without a finding both bonds go back, s.
    uint48 public constant DISPUTE_TIME = 14 days;
    /// An assertion that holds can be used for this long, s.
    uint48 public constant USABLE = 30 days;

    uint64 public assertionCount;

    mapping(uint32 subjectId => Config) private _configs;
    mapping(uint64 assertionId => Assertion) private _assertions;
    mapping(address consumer => mapping(uint64 assertionId => bool)) private _used;

    event Configured(uint32 indexed subjectId, Config config);
    event Asserted(uint64 indexed assertionId, uint32 indexed subjectId, address indexed asserter, Assertion assertion);
    event Disputed(uint64 indexed assertionId, address indexed disputer, bytes32 reasonHash);
    event AssertionUsed(uint64 indexed assertionId, address indexed consumer);
    event AssertionDecided(uint64 indexed assertionId, State state, bytes32 reasonHash);

    error WrongState(uint64 assertionId, State have);
    error TooEarly(uint64 assertionId, uint48 notBefore);
    error TooLate(uint64 assertionId, uint48 notAfter);
    error BadAssertion();
    error ReasonRequired();

    constructor(address authority_, IDirectory directory_) TriggerAdapter(authority_, directory_) {}

    /// @notice Sets how a subject is read; running assertions keep their terms. DAO.
    /// @param config  liveness 12 hours…7 days, bond above 0
    function configure(uint32 subjectId, Config calldata config) external restricted {
        bool good = config.liveness >= MIN_LIVENESS && config.liveness <= 7 days && config.bond != 0
            && config.bondToken.code.length != 0;
        if (!good) revert BadConfig(subjectId);
        _configs[subjectId] = config;
        emit Configured(subjectId, config);
    }

    /// @notice Asserts that a subject lost a part of what is insured. Anyone; takes the bond.
    /// @param occurredAt    time of the event, past
    /// @param severityBps   1…1e4
    /// @param evidenceHash  hash of what shows it
    function assertEvent(uint32 subjectId, uint48 occurredAt, uint16 severityBps, bytes32 evidenceHash)
        external
        nonReentrant
        returns (uint64 assertionId)
    {
        Config memory config = _configured(subjectId);
        bool dated = occurredAt != 0 && occurredAt <= block.timestamp;
        if (!dated || severityBps == 0 || severityBps > 1e4 || evidenceHash == 0) revert BadAssertion();
        assertionId = ++assertionCount;
        Assertion storage a = _assertions[assertionId];
        (a.subjectId, a.state, a.severityBps, a.occurredAt) = (subjectId, State.Asserted, severityBps, occurredAt);
        (a.asserter, a.bondToken, a.bond) = (msg.sender, config.bondToken, config.bond);
        a.disputableUntil = uint48(block.timestamp) + config.liveness;
        a.evidenceHash = evidenceHash;
        emit Asserted(assertionId, subjectId, msg.sender, a);
        _take(config.bondToken, msg.sender, config.bond);
    }

    /// @notice Disputes an assertion within its liveness. Anyone; takes the same bond.
    function dispute(uint64 assertionId, bytes32 reasonHash) external nonReentrant {
        Assertion storage a = _in(assertionId, State.Asserted);
        if (block.timestamp > a.disputableUntil) revert TooLate(assertionId, a.disputableUntil);
        if (reasonHash == 0) revert ReasonRequired();
        (a.state, a.disputer, a.disputedAt) = (State.Disputed, msg.sender, uint48(block.timestamp));
        emit Disputed(assertionId, msg.sender, reasonHash);
        _take(a.bondToken, msg.sender, a.bond);
    }

    /// @notice Gives the bond of an undisputed assertion back. Anyone.
    function uphold(uint64 assertionId) external nonReentrant {
        Assertion storage a = _in(assertionId, State.Asserted);
        if (block.timestamp <= a.disputableUntil) revert TooEarly(assertionId, a.disputableUntil);
        _decide(assertionId, a, State.Upheld, 0);
        _giveBack(a.bondToken, a.asserter, a.bond);
    }

    /// @notice Finds for one side of a dispute: it gets its own bond and half of the other's, the treasury the other half, so that
    /// disputing oneself is never free. COUNCIL_NOW.
    function resolveDispute(uint64 assertionId, bool truthful, bytes32 reasonHash) external restricted nonReentrant {
        Assertion storage a = _in(assertionId, State.Disputed);
        if (reasonHash == 0) revert ReasonRequired();
        uint48 until = a.disputedAt + DISPUTE_TIME;
        if (block.timestamp > until) revert TooLate(assertionId, until);
        _decide(assertionId, a, truthful ? State.Upheld : State.Refuted, reasonHash);
        uint256 half = a.bond / 2;
        _giveBack(a.bondToken, truthful ? a.asserter : a.disputer, uint256(a.bond) * 2 - half);
        _giveBack(a.bondToken, address(directory.treasury()), half);
    }

    /// @notice Ends a dispute that nobody resolved in time: both bonds go back and the assertion is void. Anyone.
    function voidDispute(uint64 assertionId) external nonReentrant {
        Assertion storage a = _in(assertionId, State.Disputed);
        uint48 until = a.disputedAt + DISPUTE_TIME;
        if (block.timestamp <= until) revert TooEarly(assertionId, until);
        _decide(assertionId, a, State.Void, 0);
        _giveBack(a.bondToken, a.asserter, a.bond);
        _giveBack(a.bondToken, a.disputer, a.bond);
    }

    /// @inheritdoc ITriggerAdapter
    function kind() external pure returns (bytes32) {
        return "OPTIMISTIC";
    }

    /// @inheritdoc ITriggerAdapter
    function health(uint32 subjectId) external view returns (bool, uint48, uint32, bytes32) {
        return (true, uint48(block.timestamp), _configured(subjectId).liveness, 0);
    }

    function configOf(uint32 subjectId) external view returns (Config memory) {
        return _configs[subjectId];
    }

    function assertion(uint64 assertionId) external view returns (Assertion memory) {
        return _assertions[assertionId];
    }

    function isUsed(address consumer, uint64 assertionId) external view returns (bool) {
        return _used[consumer][assertionId];
    }

    function _observe(uint32 subjectId, bytes calldata data) internal view override returns (Observation memory) {
        _configured(subjectId);
        if (data.length == 0) return _inconclusive(Verdict.Stale, 0, 0, 0);
        if (data.length != 32) revert BadAssertion();
        Assertion memory a = _assertions[abi.decode(data, (uint64))];
        if (a.state == State.None || a.subjectId != subjectId) revert BadAssertion();
        int256 value = int256(uint256(a.severityBps));
        bytes32 dataHash = keccak256(abi.encode(address(this), abi.decode(data, (uint64)), a.evidenceHash));
        if (a.state == State.Refuted || a.state == State.Void) return _inconclusive(Verdict.Stale, value, 0, dataHash);
        bool open = a.state == State.Disputed || (a.state == State.Asserted && block.timestamp <= a.disputableUntil);
        if (open) return _inconclusive(Verdict.Ambiguous, value, 0, dataHash);
        uint48 heldAt = a.disputedAt == 0 ? a.disputableUntil : a.decidedAt;
        if (block.timestamp > heldAt + USABLE) return _inconclusive(Verdict.Stale, value, 0, dataHash);
        return _triggered(a.occurredAt, a.severityBps, value, 0, dataHash);
    }

    function _commit(uint32 subjectId, bytes calldata data)
        internal
        override
        returns (Observation memory o, bool changed)
    {
        o = _observe(subjectId, data);
        if (o.verdict != Verdict.Triggered) return (o, false);
        uint64 assertionId = abi.decode(data, (uint64));
        if (_used[msg.sender][assertionId]) revert ReplayedReport(bytes32(uint256(assertionId)));
        _used[msg.sender][assertionId] = true;
        emit AssertionUsed(assertionId, msg.sender);
        return (o, true);
    }

    function _decide(uint64 assertionId, Assertion storage a, State state, bytes32 reasonHash) private {
        (a.state, a.decidedAt) = (state, uint48(block.timestamp));
        emit AssertionDecided(assertionId, state, reasonHash);
    }

    function _in(uint64 assertionId, State state) private view returns (Assertion storage a) {
        a = _assertions[assertionId];
        if (a.state != state) revert WrongState(assertionId, a.state);
    }

    function _configured(uint32 subjectId) private view returns (Config memory config) {
        config = _configs[subjectId];
        if (config.liveness == 0) revert NotConfigured(subjectId);
    }
}
