// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

/// @title ParameterRegistry
/// @notice Every number that governance may change, with hard bounds, largest step, delay and interval. What tightens may
/// skip delay, step and interval, never the bounds. Consistency between parameters is checked when a change is proposed and
/// again when it is executed, because two pending changes can clash only there.
interface IParameterRegistry {
    enum Unit {
        None,
        Bps,
        Seconds,
        Asset,
        Count,
        Token,
        Price8,
        Usd
    }
    /// Which way is safe for the promise made to policy holders and for solvency. Neither: tightenNow refuses the key.
    enum SafeDirection {
        Neither,
        Lower,
        Higher
    }
    enum ScopeKind {
        Global,
        Pool,
        Level,
        Kind,
        Address
    }
    enum ChangeState {
        None,
        Pending,
        Executed,
        Cancelled,
        Expired
    }

    /// @param unit         what the number counts
    /// @param safe         which way may skip the delay
    /// @param scopeKind    which overrides the key may have beside its global value
    /// @param maxStepBps   largest change, in bps of the old value
    /// @param minDelay     s between proposal and execution, for proposals of council and stewards
    /// @param minInterval  s between two executed changes of the value in force at one (key, scope)
    /// @param min          lowest value ever; bounds only ever tighten
    /// @param max          highest value ever
    /// @param minAbsStep   a step up to this is always allowed, so that small values are not stuck
    struct Spec {
        Unit unit;
        SafeDirection safe;
        ScopeKind scopeKind;
        uint16 maxStepBps;
        uint32 minDelay;
        uint32 minInterval;
        uint128 min;
        uint128 max;
        uint128 minAbsStep;
    }
    struct Change {
        bytes32 key;
        bytes32 scope;
        uint128 expectedOld;
        uint128 newValue;
        uint48 proposedAt;
        uint48 eta;
        uint48 expiry;
        address proposer;
        bool byDao;
        bytes32 rationaleHash;
        ChangeState state;
    }

    event ParamDefined(bytes32 indexed key, Spec spec, uint128 initialValue);
    /// An override that stands from the definition on.
    event ParamScoped(bytes32 indexed key, bytes32 indexed scope, uint128 initialValue);
    event BoundsTightened(bytes32 indexed key, uint128 min, uint128 max);
    event ChangeProposed(
        uint64 indexed changeId,
        bytes32 indexed key,
        bytes32 indexed scope,
        uint128 oldValue,
        uint128 newValue,
        uint48 eta,
        uint48 expiry,
        address proposer,
        bool byDao,
        bytes32 rationaleHash
    );
    event ChangeExecuted(
        uint64 indexed changeId, bytes32 indexed key, bytes32 indexed scope, uint128 oldValue, uint128 newValue
    );
    event ChangeCancelled(uint64 indexed changeId, address indexed by, bytes32 reasonHash);
    event Tightened(
        bytes32 indexed key,
        bytes32 indexed scope,
        uint128 oldValue,
        uint128 newValue,
        address indexed by,
        bytes32 rationaleHash
    );

    error UnknownParam(bytes32 key);
    error AlreadyDefined(bytes32 key);
    error BadSpec(bytes32 key);
    error WrongScope(bytes32 key, bytes32 scope);
    error OutOfBounds(bytes32 key, uint128 value, uint128 min, uint128 max);
    error StepTooLarge(bytes32 key, uint128 oldValue, uint128 newValue, uint128 maxDelta);
    error TooSoon(bytes32 key, uint48 notBefore);
    error NoChange(bytes32 key, uint128 value);
    /// The change would break consistency rule `rule` (numbered in ParameterConsistency).
    error Inconsistent(uint8 rule, bytes32 key, uint128 value, bytes32 otherKey, uint128 otherValue);
    error StaleChange(uint64 changeId, uint128 expected, uint128 actual);
    error ChangeNotReady(uint64 changeId, uint48 eta);
    error ChangeExpired(uint64 changeId);
    error NotPending(uint64 changeId, ChangeState state);
    error NotProposer(uint64 changeId, address caller);
    error DecidedByDao(uint64 changeId);
    error BoundsMayOnlyTighten(bytes32 key);
    error NotTightening(bytes32 key);
    error LooseningPaused(bytes32 key);
    /// A key has at most 256 overrides, so that what is checked over all of them stays affordable.
    error TooManyScopes(bytes32 key);
    error ReasonRequired();

    /// @notice Adds a key with its first global value and overrides. DAO.
    function defineParam(
        bytes32 key,
        Spec calldata spec,
        uint128 initialValue,
        bytes32[] calldata scopes,
        uint128[] calldata values
    ) external;
    /// @notice Narrows the bounds of a key; every value in force must stay inside. DAO.
    function tightenBounds(bytes32 key, uint128 min, uint128 max) external;
    /// @notice Proposes a change that anyone may execute from eta until 7 days later, eta being the later of now + minDelay
    /// and lastChangedAt + minInterval. A first override counts as a change from the global value. RISK_STEWARD (stewards and
    /// council).
    function proposeChange(bytes32 key, bytes32 scope, uint128 newValue, bytes32 rationaleHash)
        external
        returns (uint64 changeId);
    /// @notice As proposeChange, without minDelay: the decision has waited in the Timelock. Bounds, step, interval and
    /// consistency hold all the same. DAO.
    function proposeChangeAsDao(bytes32 key, bytes32 scope, uint128 newValue, bytes32 rationaleHash)
        external
        returns (uint64 changeId);
    /// @notice Moves a value in its safe direction at once, within bounds and consistency. Starts no interval, so that who may
    /// tighten cannot put off what was decided. RISK_STEWARD (stewards and council).
    function tightenNow(bytes32 key, bytes32 scope, uint128 newValue, bytes32 rationaleHash) external;
    /// @notice Executes a change in [eta, expiry]. Anyone. Refused while PARAM_LOOSEN is paused unless it tightens: for the
    /// pool of a pool's override, for any pool that has no override of its own where the change is wider.
    function execute(uint64 changeId) external;
    /// @notice Cancels one's own proposal.
    function cancel(uint64 changeId, bytes32 reasonHash) external;
    /// @notice Cancels a proposal of a steward or the council. COUNCIL_NOW. What the DAO decided is not the council's to cancel.
    function cancelAsCouncil(uint64 changeId, bytes32 reasonHash) external;
    /// @notice Cancels any pending proposal. DAO.
    function cancelAsDao(uint64 changeId, bytes32 reasonHash) external;

    /// @notice Value in force: the scope's override, else the global value. Reverts with UnknownParam.
    function get(bytes32 key, bytes32 scope) external view returns (uint128);
    /// @notice Whether (key, scope) has an override of its own.
    function isScoped(bytes32 key, bytes32 scope) external view returns (bool);
    function spec(bytes32 key) external view returns (Spec memory);
    function keyCount() external view returns (uint256);
    function keyAt(uint256 index) external view returns (bytes32);
    /// @notice Scopes of a key that have an override of their own.
    function scopesOf(bytes32 key) external view returns (bytes32[] memory);
    /// @notice Last time an executed change moved the value in force at (key, scope): the override's, else the global value's;
    /// 0 if never. Intervals count from here; tightenings do not.
    function lastChangedAt(bytes32 key, bytes32 scope) external view returns (uint48);
    /// @notice What proposing now would answer.
    /// @return ok             whether it would be accepted
    /// @return errorSelector  selector of the error it would revert with, else 0
    /// @return earliestEta    earliest time of execution
    /// @return lo             lowest value that bounds and step allow now
    /// @return hi             highest value that bounds and step allow now
    function preview(bytes32 key, bytes32 scope, uint128 newValue)
        external
        view
        returns (bool ok, bytes4 errorSelector, uint48 earliestEta, uint128 lo, uint128 hi);
    /// @notice A change; state is Expired once its expiry has passed unexecuted.
    function change(uint64 changeId) external view returns (Change memory);
    function changeCount() external view returns (uint64);
}
