// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {IParameterRegistry} from "../interfaces/IParameterRegistry.sol";
import {Kind, Level} from "../interfaces/Types.sol";
import {ParameterKeys} from "./ParameterKeys.sol";
import {ParameterScope} from "./ParameterScope.sol";

/// @title ParameterCatalogue
/// @notice Every parameter with its unit, bounds, largest step, delay, interval and first values: what a deployment defines.
/// Only what is safe for the promise to policy holders and for solvency can be tightened at once: minimum capital, sales
/// limits, drain limit and oracle age. Amounts are in the settlement asset with six decimals.
library ParameterCatalogue {
    struct Definition {
        bytes32 key;
        IParameterRegistry.Spec spec;
        uint128 initialValue;
        bytes32[] scopes;
        uint128[] values;
    }
    /// A list that is filled from the front.
    struct List {
        Definition[] items;
        uint256 size;
    }

    uint256 internal constant COUNT = 61;

    uint128 private constant DOLLAR = 1e6;
    uint32 private constant NO_WAIT = 24 hours;

    /// @return every definition, in an order in which none needs a later one
    function all() internal pure returns (Definition[] memory) {
        List memory list = List(new Definition[](COUNT), 0);
        _capital(list);
        _price(list);
        _incidents(list);
        _cases(list);
        _emergency(list);
        _treasury(list);
        _registry(list);
        assert(list.size == COUNT);
        return list.items;
    }

    function _capital(List memory list) private pure {
        _bps(list, ParameterKeys.MIN_CAPITAL_RATIO, 1_500, 10_000, 1_000, 72 hours, 7 days, 10_000);
        _safe(list, IParameterRegistry.SafeDirection.Higher);
        _perLevel(list, [uint128(2_500), 3_500, 5_000, 8_000, 10_000]);
        _bps(list, ParameterKeys.MAX_POLICY_SHARE, 50, 1_000, 2_000, 48 hours, 3 days, 500);
        _safe(list, IParameterRegistry.SafeDirection.Lower);
        _perPool(list);
        _bps(list, ParameterKeys.SUBJECT_CONCENTRATION, 200, 2_500, 1_000, 48 hours, 7 days, 2_000);
        _safe(list, IParameterRegistry.SafeDirection.Lower);
        _perPool(list);
        _bps(list, ParameterKeys.INCIDENT_CAP, 1_000, 6_000, 1_000, 72 hours, 14 days, 4_000);
        _perPool(list);
        _bps(list, ParameterKeys.POOL_FLOOR, 500, 3_000, 1_000, 72 hours, 14 days, 1_000);
        _perPool(list);
        _bps(list, ParameterKeys.DRAIN_LIMIT_24H, 500, 4_000, 1_000, 72 hours, 7 days, 2_500);
        _safe(list, IParameterRegistry.SafeDirection.Lower);
        _perPool(list);
        _seconds(list, ParameterKeys.REDEEM_COOLDOWN, 7 days, 45 days, 5_000, 7 days, 14 days, 14 days);
        _perPool(list);
        _asset(list, ParameterKeys.DEPOSIT_CAP, 100_000, 100_000_000, 5_000, 48 hours, 3 days, 25_000_000);
        _perPool(list);
        _asset(list, ParameterKeys.MIN_DEPOSIT, 1, 10_000, 5_000, 24 hours, 1 days, 100);
        _perPool(list);
    }

    function _price(List memory list) private pure {
        _count(list, ParameterKeys.PREMIUM_MODE, 0, 2, 2, 72 hours, 14 days, 2);
        _perPool(list, 3, 1, 6, 0);
        _bps(list, ParameterKeys.BASE_RATE, 50, 3_000, 2_000, NO_WAIT, 1 days, 1_500);
        _perLevel(list, [uint128(120), 220, 450, 900, 1_500]);
        _bps(list, ParameterKeys.RISK_SLOPE, 0, 1_000, 2_000, 48 hours, 7 days, 150);
        _perPool(list);
        _bps(list, ParameterKeys.UTILISATION_SLOPE, 0, 1_000, 2_000, 48 hours, 7 days, 100);
        _perPool(list);
        _bps(list, ParameterKeys.SURGE_PER_1PCT, 0, 50, 5_000, NO_WAIT, 1 days, 5);
        _perPool(list);
        _bps(list, ParameterKeys.SURGE_DECAY_DAY, 20, 500, 5_000, NO_WAIT, 1 days, 200);
        _perPool(list);
        _bps(list, ParameterKeys.RATE_FLOOR, 10, 500, 2_000, 48 hours, 7 days, 50);
        _perPool(list);
        _bps(list, ParameterKeys.RATE_CEILING, 500, 5_000, 2_000, 48 hours, 7 days, 2_500);
        _perPool(list);
        _bps(list, ParameterKeys.TREASURY_FEE, 0, 3_000, 2_000, 72 hours, 14 days, 1_000);
        _perPool(list);
        _bps(list, ParameterKeys.DISTRIBUTOR_COMMISSION, 0, 3_000, 2_000, 72 hours, 14 days, 500);
        _seconds(list, ParameterKeys.MIN_DURATION, 1 days, 30 days, 5_000, 48 hours, 7 days, 7 days);
        _seconds(list, ParameterKeys.MAX_DURATION, 90 days, 365 days, 5_000, 48 hours, 7 days, 365 days);
    }

    function _incidents(List memory list) private pure {
        _seconds(list, ParameterKeys.WAITING_PERIOD, 6 hours, 30 days, 5_000, 48 hours, 7 days, 72 hours);
        _perKind(list, Kind.Custody, 14 days, Kind.Parametric, 24 hours);
        _seconds(list, ParameterKeys.CONFIRM_DELAY, 10 minutes, 6 hours, 5_000, 48 hours, 7 days, 15 minutes);
        _perKind(list);
        _seconds(list, ParameterKeys.INCIDENT_LAPSE, 12 hours, 7 days, 5_000, 48 hours, 7 days, 24 hours);
        _perKind(list, Kind.Custody, 72 hours, Kind.Bridge, 48 hours);
        _seconds(list, ParameterKeys.CHALLENGE_WINDOW, 1 hours, 7 days, 5_000, 48 hours, 7 days, 24 hours);
        _perKind(list, Kind.Custody, 48 hours, Kind.Parametric, 2 hours);
        _asset(list, ParameterKeys.AUTO_PAY_LIMIT_CLAIM, 0, 100_000, 2_500, 72 hours, 7 days, 25_000);
        _perPool(list);
        _asset(list, ParameterKeys.AUTO_PAY_LIMIT_INCIDENT, 0, 2_000_000, 2_500, 72 hours, 7 days, 500_000);
        _perPool(list);
        _asset(list, ParameterKeys.CLAIM_DEPOSIT, 10, 500, 5_000, NO_WAIT, 7 days, 50);
        _bps(list, ParameterKeys.CHALLENGE_BOND, 10, 500, 2_000, NO_WAIT, 7 days, 100);
        _asset(list, ParameterKeys.CHALLENGE_BOND_MIN, 100, 10_000, 5_000, NO_WAIT, 7 days, 500);
        _count(list, ParameterKeys.FREE_DETECTIONS, 0, 10, 2, NO_WAIT, 7 days, 2);
        _asset(list, ParameterKeys.DETECTION_BOND, 100, 50_000, 5_000, NO_WAIT, 7 days, 1_000);
        _bps(list, ParameterKeys.DEDUCTIBLE, 0, 2_000, 2_000, 72 hours, 14 days, 500);
        _perPool(list, 5, 0, 6, 0);
        _seconds(list, ParameterKeys.GRACE_PERIOD, 14 days, 180 days, 5_000, 72 hours, 14 days, 30 days);
        _seconds(list, ParameterKeys.CLAIM_WINDOW, 14 days, 180 days, 5_000, 72 hours, 14 days, 30 days);
        _seconds(list, ParameterKeys.REDEMPTION_WINDOW, 30 days, 180 days, 5_000, 72 hours, 14 days, 60 days);
        _bps(list, ParameterKeys.FIRST_TRANCHE, 5_000, 10_000, 2_000, 48 hours, 7 days, 7_000);
    }

    function _cases(List memory list) private pure {
        _seconds(list, ParameterKeys.EVIDENCE_PERIOD, 24 hours, 7 days, 5_000, 48 hours, 14 days, 48 hours);
        _seconds(list, ParameterKeys.VOTE_PERIOD, 48 hours, 10 days, 5_000, 48 hours, 14 days, 96 hours);
        _seconds(list, ParameterKeys.COOL_DOWN, 12 hours, 5 days, 5_000, 48 hours, 14 days, 24 hours);
        _seconds(list, ParameterKeys.COUNCIL_REVIEW, 2 days, 14 days, 5_000, 48 hours, 14 days, 5 days);
        _bps(list, ParameterKeys.CASE_QUORUM, 200, 1_500, 2_500, 72 hours, 14 days, 400);
        _count(list, ParameterKeys.CASE_MIN_VOTERS, 3, 25, 2, 72 hours, 14 days, 5);
        _bps(list, ParameterKeys.VOTE_WEIGHT_CAP, 100, 1_000, 2_500, 72 hours, 14 days, 500);
    }

    function _emergency(List memory list) private pure {
        _seconds(list, ParameterKeys.PAUSE_MAX, 1 hours, 7 days, 5_000, 7 days, 30 days, 72 hours);
        _seconds(list, ParameterKeys.PAUSE_COOLDOWN, 24 hours, 14 days, 5_000, 7 days, 30 days, 72 hours);
        _count(list, ParameterKeys.PAUSE_BUDGET_90D, 1, 6, 1, 7 days, 30 days, 3);
    }

    function _treasury(List memory list) private pure {
        _bps(list, ParameterKeys.VENUE_CAP, 0, 3_000, 1_000, 72 hours, 7 days, 2_000);
        _bps(list, ParameterKeys.LIQUID_FLOOR, 1_500, 10_000, 1_000, 72 hours, 7 days, 3_000);
        _asset(list, ParameterKeys.COUNCIL_SPEND_EPOCH, 0, 250_000, 2_500, 72 hours, 30 days, 50_000);
        _asset(list, ParameterKeys.COUNCIL_BACKSTOP, 0, 1_000_000, 2_500, 72 hours, 30 days, 250_000);
        _price8(list, ParameterKeys.PEG_BREAK, 0.85e8, 0.99e8, 0.97e8);
        _price8(list, ParameterKeys.PEG_WATCH, 0.95e8, 0.999e8, 0.995e8);
        _price8(list, ParameterKeys.PEG_RECOVER, 0.98e8, 1e8, 0.998e8);
        // the heartbeat of a day and a tenth
        _seconds(list, ParameterKeys.ORACLE_MAX_AGE, 1 minutes, 49 hours, 5_000, 48 hours, 7 days, 95_040);
        _safe(list, IParameterRegistry.SafeDirection.Lower);
        _scopeKind(list, IParameterRegistry.ScopeKind.Address);
    }

    function _registry(List memory list) private pure {
        _count(list, ParameterKeys.MIN_AUDITS, 0, 6, 1, 72 hours, 14 days, 2);
        _perKind(list, Kind.Custody, 1, Kind.Parametric, 0);
        _seconds(list, ParameterKeys.MIN_LIVE, 30 days, 730 days, 5_000, 72 hours, 14 days, 90 days);
        _perKind(list);
        _usd(list, ParameterKeys.MIN_TVL, 0, 100_000_000, 5_000_000);
        _perKind(list, Kind.Custody, 5_000_000, Kind.Parametric, 0);
        _seconds(list, ParameterKeys.ATTESTATION_MAX_AGE, 7 days, 90 days, 5_000, 72 hours, 14 days, 30 days);
        _perKind(list);
        _bps(list, ParameterKeys.TVL_DROP_SUSPEND, 1_000, 8_000, 2_000, 72 hours, 14 days, 4_000);
        _perKind(list);
        _seconds(list, ParameterKeys.RUN_OFF_AFTER, 24 hours, 14 days, 5_000, 72 hours, 14 days, 72 hours);
    }

    // ── how one is written down ────────────────────────────────────────────────────────────────────────────────

    function _bps(List memory list, bytes32 key, uint128 min, uint128 max, uint16 step, uint32 delay, uint32 interval, uint128 initial)
        private
        pure
    {
        _add(list, key, IParameterRegistry.Unit.Bps, min, max, step, 10, delay, interval, initial);
    }

    function _seconds(List memory list, bytes32 key, uint128 min, uint128 max, uint16 step, uint32 delay, uint32 interval, uint128 initial)
        private
        pure
    {
        _add(list, key, IParameterRegistry.Unit.Seconds, min, max, step, 300, delay, interval, initial);
    }

    /// Bounds and first value in whole dollars.
    function _asset(List memory list, bytes32 key, uint128 min, uint128 max, uint16 step, uint32 delay, uint32 interval, uint128 initial)
        private
        pure
    {
        _add(
            list, key, IParameterRegistry.Unit.Asset, min * DOLLAR, max * DOLLAR, step, 50 * DOLLAR, delay, interval,
            initial * DOLLAR
        );
    }

    function _count(List memory list, bytes32 key, uint128 min, uint128 max, uint128 absStep, uint32 delay, uint32 interval, uint128 initial)
        private
        pure
    {
        _add(list, key, IParameterRegistry.Unit.Count, min, max, 0, absStep, delay, interval, initial);
    }

    function _price8(List memory list, bytes32 key, uint128 min, uint128 max, uint128 initial) private pure {
        _add(list, key, IParameterRegistry.Unit.Price8, min, max, 100, 0, 72 hours, 14 days, initial);
        _scopeKind(list, IParameterRegistry.ScopeKind.Address);
    }

    function _usd(List memory list, bytes32 key, uint128 min, uint128 max, uint128 initial) private pure {
        _add(list, key, IParameterRegistry.Unit.Usd, min, max, 5_000, 1_000_000, 72 hours, 14 days, initial);
    }

    function _add(
        List memory list,
        bytes32 key,
        IParameterRegistry.Unit unit,
        uint128 min,
        uint128 max,
        uint16 step,
        uint128 absStep,
        uint32 delay,
        uint32 interval,
        uint128 initial
    ) private pure {
        Definition memory d = list.items[list.size++];
        d.key = key;
        d.spec.unit = unit;
        d.spec.min = min;
        d.spec.max = max;
        d.spec.maxStepBps = step;
        d.spec.minAbsStep = absStep;
        d.spec.minDelay = delay;
        d.spec.minInterval = interval;
        d.initialValue = initial;
    }

    function _last(List memory list) private pure returns (Definition memory) {
        return list.items[list.size - 1];
    }

    function _safe(List memory list, IParameterRegistry.SafeDirection direction) private pure {
        _last(list).spec.safe = direction;
    }

    function _scopeKind(List memory list, IParameterRegistry.ScopeKind kind) private pure {
        _last(list).spec.scopeKind = kind;
    }

    function _perPool(List memory list) private pure {
        _scopeKind(list, IParameterRegistry.ScopeKind.Pool);
    }

    function _perPool(List memory list, uint32 pool, uint128 value, uint32 otherPool, uint128 otherValue) private pure {
        _perPool(list);
        _two(list, ParameterScope.pool(pool), value, ParameterScope.pool(otherPool), otherValue);
    }

    function _perKind(List memory list) private pure {
        _scopeKind(list, IParameterRegistry.ScopeKind.Kind);
    }

    function _perKind(List memory list, Kind kind, uint128 value, Kind otherKind, uint128 otherValue) private pure {
        _perKind(list);
        _two(list, ParameterScope.kind(kind), value, ParameterScope.kind(otherKind), otherValue);
    }

    function _two(List memory list, bytes32 scope, uint128 value, bytes32 otherScope, uint128 otherValue) private pure {
        Definition memory d = _last(list);
        d.scopes = new bytes32[](2);
        d.values = new uint128[](2);
        (d.scopes[0], d.scopes[1]) = (scope, otherScope);
        (d.values[0], d.values[1]) = (value, otherValue);
    }

    /// Low, Guarded, Elevated, High, Critical; the global value is for what is not rated.
    function _perLevel(List memory list, uint128[5] memory values) private pure {
        _scopeKind(list, IParameterRegistry.ScopeKind.Level);
        Definition memory d = _last(list);
        d.scopes = new bytes32[](values.length);
        d.values = new uint128[](values.length);
        for (uint256 i = 0; i < values.length; ++i) {
            d.scopes[i] = ParameterScope.level(Level(uint256(Level.Low) + i));
            d.values[i] = values[i];
        }
    }
}
