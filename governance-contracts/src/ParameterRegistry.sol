// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {IDirectory} from "./interfaces/IDirectory.sol";
import {IEmergencyGuardian} from "./interfaces/IEmergencyGuardian.sol";
import {IParameterRegistry} from "./interfaces/IParameterRegistry.sol";
import {Kind, Level} from "./interfaces/Types.sol";
import {ParameterConsistency} from "./libraries/ParameterConsistency.sol";
import {ParameterScope} from "./libraries/ParameterScope.sol";
import {PauseScope} from "./libraries/PauseScope.sol";

/// @title ParameterRegistry
/// @notice See IParameterRegistry. Rules between parameters: ParameterConsistency.
contract ParameterRegistry is IParameterRegistry, AccessManaged {
    /// @param changedAt  last executed change of the value in force here; an override inherits the global value's
    /// @param own        false where the global value is in force
    struct Value {
        uint128 value;
        uint48 changedAt;
        bool own;
    }

    /// Seconds in which a change can be executed once it is ready.
    uint48 private constant LIFETIME = 7 days;
    uint32 private constant MAX_DELAY = 30 days;
    uint32 private constant MAX_INTERVAL = 90 days;
    uint256 private constant MAX_SCOPES = 256;
    uint256 private constant ONE = 1e4;

    IDirectory public immutable directory;

    bytes32[] private _keys;
    mapping(bytes32 key => Spec) private _specs;
    mapping(bytes32 key => bytes32[]) private _scopes;
    mapping(bytes32 key => mapping(bytes32 scope => Value)) private _values;
    uint64 private _changeCount;
    mapping(uint64 changeId => Change) private _changes;

    /// @param authority   the AccessManager that says who may call what
    /// @param directory_  where the guardian is found
    constructor(address authority, IDirectory directory_) AccessManaged(authority) {
        directory = directory_;
    }

    // ── definitions ────────────────────────────────────────────────────────────────────────────────────────────

    /// @inheritdoc IParameterRegistry
    function defineParam(
        bytes32 key,
        Spec calldata spec_,
        uint128 initialValue,
        bytes32[] calldata scopes,
        uint128[] calldata values
    ) external restricted {
        if (_isDefined(key)) revert AlreadyDefined(key);
        if (key == 0 || !_isSound(spec_) || scopes.length != values.length) revert BadSpec(key);
        if (scopes.length > MAX_SCOPES) revert TooManyScopes(key);
        _keys.push(key);
        _specs[key] = spec_;
        _define(key, ParameterScope.GLOBAL, initialValue);
        emit ParamDefined(key, spec_, initialValue);
        for (uint256 i = 0; i < scopes.length; ++i) {
            if (scopes[i] == ParameterScope.GLOBAL || _values[key][scopes[i]].own) revert WrongScope(key, scopes[i]);
            _define(key, scopes[i], values[i]);
            emit ParamScoped(key, scopes[i], values[i]);
        }
        _requireConsistentDefinition(key, scopes);
    }

    /// @inheritdoc IParameterRegistry
    function tightenBounds(bytes32 key, uint128 min, uint128 max) external restricted {
        Spec storage s = _known(key);
        bool narrower = min > s.min || max < s.max;
        if (!narrower || min < s.min || max > s.max || min > max) revert BoundsMayOnlyTighten(key);
        s.min = min;
        s.max = max;
        _requireInBounds(key, _values[key][ParameterScope.GLOBAL].value);
        bytes32[] storage scopes = _scopes[key];
        for (uint256 i = 0; i < scopes.length; ++i) {
            _requireInBounds(key, _values[key][scopes[i]].value);
        }
        emit BoundsTightened(key, min, max);
    }

    // ── changes ────────────────────────────────────────────────────────────────────────────────────────────────

    /// @inheritdoc IParameterRegistry
    function proposeChange(bytes32 key, bytes32 scope, uint128 newValue, bytes32 rationaleHash)
        external
        restricted
        returns (uint64 changeId)
    {
        return _propose(key, scope, newValue, rationaleHash, false);
    }

    /// @inheritdoc IParameterRegistry
    function proposeChangeAsDao(bytes32 key, bytes32 scope, uint128 newValue, bytes32 rationaleHash)
        external
        restricted
        returns (uint64 changeId)
    {
        return _propose(key, scope, newValue, rationaleHash, true);
    }

    /// @inheritdoc IParameterRegistry
    function tightenNow(bytes32 key, bytes32 scope, uint128 newValue, bytes32 rationaleHash) external restricted {
        if (rationaleHash == 0) revert ReasonRequired();
        _requireAcceptable(key, scope, newValue, true);
        uint128 oldValue = get(key, scope);
        if (!_tightens(_specs[key].safe, oldValue, newValue)) revert NotTightening(key);
        _set(key, scope, newValue, lastChangedAt(key, scope));
        emit Tightened(key, scope, oldValue, newValue, msg.sender, rationaleHash);
    }

    /// @inheritdoc IParameterRegistry
    function execute(uint64 changeId) external {
        Change storage c = _pending(changeId);
        (bytes32 key, bytes32 scope, uint128 newValue) = (c.key, c.scope, c.newValue);
        if (block.timestamp < c.eta) revert ChangeNotReady(changeId, c.eta);
        uint128 oldValue = get(key, scope);
        if (oldValue != c.expectedOld) revert StaleChange(changeId, c.expectedOld, oldValue);
        uint48 notBefore = _intervalEnd(key, scope);
        if (block.timestamp < notBefore) revert TooSoon(key, notBefore);
        _requireAcceptable(key, scope, newValue, false);
        if (!_tightens(_specs[key].safe, oldValue, newValue) && _isLooseningPaused(key, scope)) {
            revert LooseningPaused(key);
        }
        c.state = ChangeState.Executed;
        _set(key, scope, newValue, uint48(block.timestamp));
        emit ChangeExecuted(changeId, key, scope, oldValue, newValue);
    }

    /// @inheritdoc IParameterRegistry
    function cancel(uint64 changeId, bytes32 reasonHash) external {
        Change storage c = _pending(changeId);
        if (c.proposer != msg.sender) revert NotProposer(changeId, msg.sender);
        _cancel(changeId, c, reasonHash);
    }

    /// @inheritdoc IParameterRegistry
    function cancelAsCouncil(uint64 changeId, bytes32 reasonHash) external restricted {
        Change storage c = _pending(changeId);
        if (c.byDao) revert DecidedByDao(changeId);
        _cancel(changeId, c, reasonHash);
    }

    /// @inheritdoc IParameterRegistry
    function cancelAsDao(uint64 changeId, bytes32 reasonHash) external restricted {
        _cancel(changeId, _pending(changeId), reasonHash);
    }

    // ── views ──────────────────────────────────────────────────────────────────────────────────────────────────

    /// @inheritdoc IParameterRegistry
    function get(bytes32 key, bytes32 scope) public view returns (uint128) {
        _known(key);
        return _inForce(key, scope).value;
    }

    /// @inheritdoc IParameterRegistry
    function isScoped(bytes32 key, bytes32 scope) external view returns (bool) {
        return scope != ParameterScope.GLOBAL && _values[key][scope].own;
    }

    /// @inheritdoc IParameterRegistry
    function spec(bytes32 key) external view returns (Spec memory) {
        return _known(key);
    }

    /// @inheritdoc IParameterRegistry
    function keyCount() external view returns (uint256) {
        return _keys.length;
    }

    /// @inheritdoc IParameterRegistry
    function keyAt(uint256 index) external view returns (bytes32) {
        return _keys[index];
    }

    /// @inheritdoc IParameterRegistry
    function scopesOf(bytes32 key) external view returns (bytes32[] memory) {
        return _scopes[key];
    }

    /// @inheritdoc IParameterRegistry
    function lastChangedAt(bytes32 key, bytes32 scope) public view returns (uint48) {
        return _inForce(key, scope).changedAt;
    }

    /// @inheritdoc IParameterRegistry
    function preview(bytes32 key, bytes32 scope, uint128 newValue)
        external
        view
        returns (bool ok, bytes4 errorSelector, uint48 earliestEta, uint128 lo, uint128 hi)
    {
        bytes memory refusal = _refusal(key, scope, newValue, false);
        ok = refusal.length == 0;
        errorSelector = bytes4(refusal);
        if (!_isDefined(key) || !_fits(_specs[key].scopeKind, scope)) return (ok, errorSelector, 0, 0, 0);
        earliestEta = _eta(key, scope, false);
        (lo, hi) = _reach(key, scope);
    }

    /// @inheritdoc IParameterRegistry
    function change(uint64 changeId) external view returns (Change memory c) {
        c = _changes[changeId];
        c.state = _stateOf(c.state, c.expiry);
    }

    /// @inheritdoc IParameterRegistry
    function changeCount() external view returns (uint64) {
        return _changeCount;
    }

    // ── inside ─────────────────────────────────────────────────────────────────────────────────────────────────

    function _propose(bytes32 key, bytes32 scope, uint128 newValue, bytes32 rationaleHash, bool byDao)
        private
        returns (uint64 changeId)
    {
        if (rationaleHash == 0) revert ReasonRequired();
        _requireAcceptable(key, scope, newValue, false);
        changeId = ++_changeCount;
        Change storage c = _changes[changeId];
        c.key = key;
        c.scope = scope;
        c.expectedOld = get(key, scope);
        c.newValue = newValue;
        c.proposedAt = uint48(block.timestamp);
        c.eta = _eta(key, scope, byDao);
        c.expiry = c.eta + LIFETIME;
        c.proposer = msg.sender;
        c.byDao = byDao;
        c.rationaleHash = rationaleHash;
        c.state = ChangeState.Pending;
        emit ChangeProposed(
            changeId, key, scope, c.expectedOld, newValue, c.eta, c.expiry, msg.sender, byDao, rationaleHash
        );
    }

    function _cancel(uint64 changeId, Change storage c, bytes32 reasonHash) private {
        if (reasonHash == 0) revert ReasonRequired();
        c.state = ChangeState.Cancelled;
        emit ChangeCancelled(changeId, msg.sender, reasonHash);
    }

    function _set(bytes32 key, bytes32 scope, uint128 value, uint48 changedAt) private {
        Value storage v = _values[key][scope];
        if (!v.own && scope != ParameterScope.GLOBAL) _scopes[key].push(scope);
        v.own = true;
        v.value = value;
        v.changedAt = changedAt;
    }

    function _define(bytes32 key, bytes32 scope, uint128 value) private {
        if (!_fits(_specs[key].scopeKind, scope)) revert WrongScope(key, scope);
        _requireInBounds(key, value);
        _set(key, scope, value, 0);
    }

    function _pending(uint64 changeId) private view returns (Change storage c) {
        c = _changes[changeId];
        ChangeState state = _stateOf(c.state, c.expiry);
        if (state == ChangeState.Expired) revert ChangeExpired(changeId);
        if (state != ChangeState.Pending) revert NotPending(changeId, state);
    }

    function _stateOf(ChangeState stored, uint48 expiry) private view returns (ChangeState) {
        return stored == ChangeState.Pending && block.timestamp > expiry ? ChangeState.Expired : stored;
    }

    function _known(bytes32 key) private view returns (Spec storage) {
        if (!_isDefined(key)) revert UnknownParam(key);
        return _specs[key];
    }

    function _isDefined(bytes32 key) private view returns (bool) {
        return _specs[key].unit != Unit.None;
    }

    function _inForce(bytes32 key, bytes32 scope) private view returns (Value storage v) {
        v = _values[key][scope];
        if (!v.own) v = _values[key][ParameterScope.GLOBAL];
    }

    function _intervalEnd(bytes32 key, bytes32 scope) private view returns (uint48) {
        uint48 last = lastChangedAt(key, scope);
        return last == 0 ? 0 : last + _specs[key].minInterval;
    }

    function _eta(bytes32 key, bytes32 scope, bool byDao) private view returns (uint48) {
        uint256 waited = block.timestamp + (byDao ? 0 : _specs[key].minDelay);
        return uint48(Math.max(waited, _intervalEnd(key, scope)));
    }

    function _tightens(SafeDirection safe, uint128 oldValue, uint128 newValue) private pure returns (bool) {
        if (safe == SafeDirection.Lower) return newValue < oldValue;
        return safe == SafeDirection.Higher && newValue > oldValue;
    }

    /// Lowest and highest value that bounds and step allow now.
    function _reach(bytes32 key, bytes32 scope) private view returns (uint128 lo, uint128 hi) {
        Spec storage s = _specs[key];
        uint256 old = get(key, scope);
        uint256 step = _maxStep(s, old);
        lo = uint128(Math.max(s.min, Math.saturatingSub(old, step)));
        hi = uint128(Math.min(s.max, old + step));
    }

    function _maxStep(Spec storage s, uint256 old) private view returns (uint256) {
        return Math.max(old * s.maxStepBps / ONE, s.minAbsStep);
    }

    /// A change that is not a pool's own touches every pool that has no override.
    function _isLooseningPaused(bytes32 key, bytes32 scope) private view returns (bool) {
        IEmergencyGuardian guardian = directory.guardian();
        if (address(guardian) == address(0)) return false;
        if (ParameterScope.tag(scope) == ParameterScope.POOL) {
            return guardian.isPaused(PauseScope.PARAM_LOOSEN, uint32(uint256(scope)));
        }
        if (guardian.isPaused(PauseScope.PARAM_LOOSEN, 0)) return true;
        uint32 pools = directory.poolCount();
        for (uint32 poolId = 1; poolId <= pools; ++poolId) {
            if (_values[key][ParameterScope.pool(poolId)].own) continue;
            if (guardian.isPaused(PauseScope.PARAM_LOOSEN, poolId)) return true;
        }
        return false;
    }

    function _isSound(Spec calldata s) private pure returns (bool) {
        return s.unit != Unit.None && s.min <= s.max && s.minDelay <= MAX_DELAY && s.minInterval <= MAX_INTERVAL
            && (s.maxStepBps != 0 || s.minAbsStep != 0);
    }

    /// Whether a scope is the global one or one of the kind a key may have.
    function _fits(ScopeKind kind, bytes32 scope) private pure returns (bool) {
        if (scope == ParameterScope.GLOBAL) return true;
        if (kind == ScopeKind.Global || ParameterScope.tag(scope) != uint8(kind)) return false;
        uint256 payload = uint256(scope) & type(uint248).max;
        if (kind == ScopeKind.Level) return payload <= uint256(Level.Critical);
        if (kind == ScopeKind.Kind) return payload <= uint256(Kind.Parametric);
        return payload != 0 && payload <= (kind == ScopeKind.Pool ? type(uint32).max : type(uint160).max);
    }

    function _requireInBounds(bytes32 key, uint128 value) private view {
        Spec storage s = _specs[key];
        if (value < s.min || value > s.max) revert OutOfBounds(key, value, s.min, s.max);
    }

    function _requireAcceptable(bytes32 key, bytes32 scope, uint128 newValue, bool anyStep) private view {
        bytes memory refusal = _refusal(key, scope, newValue, anyStep);
        if (refusal.length == 0) return;
        assembly ("memory-safe") {
            revert(add(refusal, 0x20), mload(refusal))
        }
    }

    /// The error with which a value would be refused, encoded; empty when it is acceptable. One place for propose, execute,
    /// tighten and preview.
    function _refusal(bytes32 key, bytes32 scope, uint128 newValue, bool anyStep) private view returns (bytes memory) {
        if (!_isDefined(key)) return abi.encodeWithSelector(UnknownParam.selector, key);
        Spec storage s = _specs[key];
        if (!_fits(s.scopeKind, scope)) return abi.encodeWithSelector(WrongScope.selector, key, scope);
        if (newValue < s.min || newValue > s.max) {
            return abi.encodeWithSelector(OutOfBounds.selector, key, newValue, s.min, s.max);
        }
        uint128 old = get(key, scope);
        if (newValue == old) return abi.encodeWithSelector(NoChange.selector, key, newValue);
        uint256 step = _maxStep(s, old);
        uint256 asked = newValue > old ? newValue - old : old - newValue;
        if (!anyStep && asked > step) {
            return abi.encodeWithSelector(StepTooLarge.selector, key, old, newValue, uint128(step));
        }
        bool full = scope != ParameterScope.GLOBAL && !_values[key][scope].own && _scopes[key].length == MAX_SCOPES;
        if (full) return abi.encodeWithSelector(TooManyScopes.selector, key);
        return _encode(_violation(ParameterConsistency.Overlay(key, scope, newValue), key, scope));
    }

    // ── consistency ────────────────────────────────────────────────────────────────────────────────────────────

    function _requireConsistentDefinition(bytes32 key, bytes32[] calldata scopes) private view {
        ParameterConsistency.Overlay memory nothing;
        _requireNone(_violation(nothing, key, ParameterScope.GLOBAL));
        for (uint256 i = 0; i < scopes.length; ++i) {
            _requireNone(_violation(nothing, key, scopes[i]));
        }
    }

    function _requireNone(ParameterConsistency.Violation memory v) private pure {
        if (v.rule != 0) revert Inconsistent(v.rule, v.key, v.value, v.otherKey, v.otherValue);
    }

    function _encode(ParameterConsistency.Violation memory v) private pure returns (bytes memory) {
        if (v.rule == 0) return "";
        return abi.encodeWithSelector(Inconsistent.selector, v.rule, v.key, v.value, v.otherKey, v.otherValue);
    }

    /// First rule broken at a scope. A global value is also in force beside every override of a key it is compared with.
    function _violation(ParameterConsistency.Overlay memory overlay, bytes32 key, bytes32 scope)
        private
        view
        returns (ParameterConsistency.Violation memory v)
    {
        for (uint8 number = 1; number <= ParameterConsistency.RULES; ++number) {
            (bool concerned, bytes32 other) = ParameterConsistency.partner(number, key);
            if (!concerned) continue;
            v = ParameterConsistency.violation(_read, overlay, number, scope);
            bool wide = scope == ParameterScope.GLOBAL && other != key;
            if (v.rule == 0 && wide) v = _violationBeside(overlay, number, other);
            if (v.rule != 0) return v;
        }
    }

    function _violationBeside(ParameterConsistency.Overlay memory overlay, uint8 number, bytes32 other)
        private
        view
        returns (ParameterConsistency.Violation memory v)
    {
        bytes32[] storage scopes = _scopes[other];
        for (uint256 i = 0; i < scopes.length && v.rule == 0; ++i) {
            v = ParameterConsistency.violation(_read, overlay, number, scopes[i]);
        }
    }

    /// Value in force of (key, scope) as if the overlay stood.
    function _read(ParameterConsistency.Overlay memory overlay, bytes32 key, bytes32 scope)
        private
        view
        returns (bool defined, uint128 value)
    {
        if (!_isDefined(key)) return (false, 0);
        if (overlay.key == key && overlay.scope == scope) return (true, overlay.value);
        if (_values[key][scope].own && scope != ParameterScope.GLOBAL) return (true, _values[key][scope].value);
        if (overlay.key == key && overlay.scope == ParameterScope.GLOBAL) return (true, overlay.value);
        return (true, _values[key][ParameterScope.GLOBAL].value);
    }
}
