// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {IParameterRegistry} from "../src/interfaces/IParameterRegistry.sol";
import {Kind, Level} from "../src/interfaces/Types.sol";
import {ParameterKeys} from "../src/libraries/ParameterKeys.sol";
import {ParameterScope} from "../src/libraries/ParameterScope.sol";

/// @title ParameterCatalogue
/// @notice Every parameter with the value, bounds, step, delay and interval it is deployed with. Amounts count a token with six
/// decimals. What may be tightened at once is what is safe for the promise to policy holders and for solvency alike: minimum
/// capital, the limits on sales, the drain limit and the age of prices; nothing else.
library ParameterCatalogue {
    /// What ParameterRegistry.defineParam takes.
    struct Definition {
        bytes32 key;
        IParameterRegistry.Spec spec;
        uint128 initialValue;
        bytes32[] scopes;
        uint128[] values;
    }
    struct List {
        Definition[] items;
        uint256 length;
    }

    uint256 internal constant COUNT = 61;

    uint128 private constant USDC = 1e6;

    // Units, directions and scopes under short names, so that each parameter fits on a line or two.
    IParameterRegistry.Unit private constant BPS = IParameterRegistry.Unit.Bps;
    IParameterRegistry.Unit private constant TIME = IParameterRegistry.Unit.Seconds;
    IParameterRegistry.Unit private constant ASSET = IParameterRegistry.Unit.Asset;
    IParameterRegistry.Unit private constant NUMBER = IParameterRegistry.Unit.Count;
    IParameterRegistry.Unit private constant PRICE = IParameterRegistry.Unit.Price8;
    IParameterRegistry.Unit private constant USD = IParameterRegistry.Unit.Usd;
    IParameterRegistry.SafeDirection private constant NEITHER = IParameterRegistry.SafeDirection.Neither;
    IParameterRegistry.SafeDirection private constant LOWER = IParameterRegistry.SafeDirection.Lower;
    IParameterRegistry.SafeDirection private constant HIGHER = IParameterRegistry.SafeDirection.Higher;
    IParameterRegistry.ScopeKind private constant GLOBAL = IParameterRegistry.ScopeKind.Global;
    IParameterRegistry.ScopeKind private constant POOL = IParameterRegistry.ScopeKind.Pool;
    IParameterRegistry.ScopeKind private constant LEVEL = IParameterRegistry.ScopeKind.Level;
    IParameterRegistry.ScopeKind private constant KIND = IParameterRegistry.ScopeKind.Kind;
    IParameterRegistry.ScopeKind private constant ADDRESS = IParameterRegistry.ScopeKind.Address;

    /// @notice Every definition, in the order of ParameterKeys.
    function all() internal pure returns (Definition[] memory) {
        List memory list = List(new Definition[](COUNT), 0);
        _capital(list);
        _price(list);
        _incidents(list);
        _claims(list);
        _cases(list);
        _emergency(list);
        _treasury(list);
        _risk(list);
        assert(list.length == COUNT);
        return list.items;
    }

    /// @notice The definition with one override more: for a feed's own age limit, say.
    function withOverride(Definition memory d, bytes32 scope, uint128 value) internal pure returns (Definition memory) {
        bytes32[] memory scopes = new bytes32[](d.scopes.length + 1);
        uint128[] memory values = new uint128[](d.values.length + 1);
        for (uint256 i = 0; i < d.scopes.length; ++i) {
            (scopes[i], values[i]) = (d.scopes[i], d.values[i]);
        }
        (scopes[d.scopes.length], values[d.values.length]) = (scope, value);
        (d.scopes, d.values) = (scopes, values);
        return d;
    }

    // Spec: unit, safe direction, overrides, largest step in bps, delay, interval, lowest, highest, step that is always allowed.

    function _capital(List memory list) private pure {
        // Global: what is unrated or Critical stands behind its whole cover.
        Definition memory ratio = _add(
            list,
            ParameterKeys.MIN_CAPITAL_RATIO,
            10_000,
            _spec(BPS, HIGHER, LEVEL, 1_000, 72 hours, 7 days, 1_500, 10_000, 100)
        );
        _perLevel(ratio, 2_500, 3_500, 5_000, 8_000);
        _add(list, ParameterKeys.MAX_POLICY_SHARE, 500, _spec(BPS, LOWER, POOL, 2_000, 48 hours, 3 days, 50, 1_000, 25));
        _add(
            list,
            ParameterKeys.SUBJECT_CONCENTRATION,
            2_000,
            _spec(BPS, LOWER, POOL, 1_000, 48 hours, 7 days, 200, 2_500, 50)
        );
        _add(
            list, ParameterKeys.INCIDENT_CAP, 4_000, _spec(BPS, NEITHER, POOL, 1_000, 72 hours, 14 days, 1_000, 6_000, 100)
        );
        _add(list, ParameterKeys.POOL_FLOOR, 1_000, _spec(BPS, NEITHER, POOL, 1_000, 72 hours, 14 days, 500, 3_000, 50));
        _add(list, ParameterKeys.DRAIN_LIMIT_24H, 2_500, _spec(BPS, LOWER, POOL, 1_000, 72 hours, 7 days, 500, 4_000, 50));
        _add(
            list,
            ParameterKeys.REDEEM_COOLDOWN,
            14 days,
            _spec(TIME, NEITHER, POOL, 5_000, 7 days, 14 days, 7 days, 45 days, 1 days)
        );
        // A pool should not outgrow what its subjects can bear; a quarter of a billion is beyond any pool of today.
        _add(
            list,
            ParameterKeys.DEPOSIT_CAP,
            25_000_000 * USDC,
            _spec(ASSET, NEITHER, POOL, 2_500, 48 hours, 7 days, 100_000 * USDC, 250_000_000 * USDC, 100_000 * USDC)
        );
        _add(
            list,
            ParameterKeys.MIN_DEPOSIT,
            100 * USDC,
            _spec(ASSET, NEITHER, POOL, 5_000, 24 hours, 7 days, 1 * USDC, 10_000 * USDC, 10 * USDC)
        );
    }

    function _price(List memory list) private pure {
        // 0 fixed, 1 rule-based, 2 usage-adjusted.
        Definition memory mode =
            _add(list, ParameterKeys.PREMIUM_MODE, 2, _spec(NUMBER, NEITHER, POOL, 0, 48 hours, 7 days, 0, 2, 2));
        withOverride(mode, ParameterScope.pool(3), 1); // custody: by risk alone, its use says nothing
        withOverride(mode, ParameterScope.pool(6), 0); // parametric: the price is in the terms
        Definition memory rate = _add(
            list, ParameterKeys.BASE_RATE, 1_500, _spec(BPS, NEITHER, LEVEL, 2_000, 24 hours, 24 hours, 50, 3_000, 20)
        );
        _perLevel(rate, 120, 220, 450, 900);
        _add(list, ParameterKeys.RISK_SLOPE, 400, _spec(BPS, NEITHER, POOL, 2_000, 24 hours, 1 days, 0, 2_000, 20));
        _add(list, ParameterKeys.UTILISATION_SLOPE, 300, _spec(BPS, NEITHER, POOL, 2_000, 24 hours, 1 days, 0, 2_000, 20));
        _add(list, ParameterKeys.SURGE_PER_1PCT, 5, _spec(BPS, NEITHER, POOL, 5_000, 24 hours, 1 days, 0, 50, 1));
        _add(list, ParameterKeys.SURGE_DECAY_DAY, 200, _spec(BPS, NEITHER, POOL, 5_000, 24 hours, 1 days, 20, 500, 10));
        _add(list, ParameterKeys.RATE_FLOOR, 50, _spec(BPS, NEITHER, POOL, 2_000, 48 hours, 7 days, 10, 500, 10));
        _add(list, ParameterKeys.RATE_CEILING, 2_500, _spec(BPS, NEITHER, POOL, 2_000, 48 hours, 7 days, 500, 5_000, 50));
        // At least 40 % of every premium stays with the capital that bears the risk.
        _add(list, ParameterKeys.TREASURY_FEE, 1_500, _spec(BPS, NEITHER, POOL, 2_000, 72 hours, 14 days, 0, 3_000, 50));
        _add(
            list,
            ParameterKeys.DISTRIBUTOR_COMMISSION,
            1_000,
            _spec(BPS, NEITHER, GLOBAL, 2_000, 72 hours, 14 days, 0, 3_000, 50)
        );
        _add(
            list,
            ParameterKeys.MIN_DURATION,
            7 days,
            _spec(TIME, NEITHER, GLOBAL, 5_000, 48 hours, 7 days, 1 days, 90 days, 1 days)
        );
        // A premium is streamed for 366 days at most.
        _add(
            list,
            ParameterKeys.MAX_DURATION,
            365 days,
            _spec(TIME, NEITHER, GLOBAL, 5_000, 48 hours, 7 days, 30 days, 365 days, 7 days)
        );
    }

    function _incidents(List memory list) private pure {
        Definition memory waiting = _add(
            list,
            ParameterKeys.WAITING_PERIOD,
            72 hours,
            _spec(TIME, NEITHER, KIND, 5_000, 48 hours, 7 days, 6 hours, 30 days, 1 hours)
        );
        withOverride(waiting, ParameterScope.kind(Kind.Custody), 14 days);
        withOverride(waiting, ParameterScope.kind(Kind.Parametric), 24 hours);
        // Long enough that one bad block or one bad answer does not confirm itself.
        _add(
            list,
            ParameterKeys.CONFIRM_DELAY,
            15 minutes,
            _spec(TIME, NEITHER, KIND, 5_000, 48 hours, 7 days, 5 minutes, 24 hours, 5 minutes)
        );
        // An unconfirmed incident stops sales and holds a reserve, so it must not last.
        _add(
            list,
            ParameterKeys.INCIDENT_LAPSE,
            48 hours,
            _spec(TIME, NEITHER, KIND, 5_000, 48 hours, 7 days, 1 hours, 14 days, 1 hours)
        );
        Definition memory window = _add(
            list,
            ParameterKeys.CHALLENGE_WINDOW,
            24 hours,
            _spec(TIME, NEITHER, KIND, 5_000, 48 hours, 7 days, 1 hours, 7 days, 1 hours)
        );
        withOverride(window, ParameterScope.kind(Kind.Parametric), 2 hours);
        _add(
            list,
            ParameterKeys.AUTO_PAY_LIMIT_CLAIM,
            25_000 * USDC,
            _spec(ASSET, NEITHER, POOL, 2_500, 72 hours, 7 days, 0, 100_000 * USDC, 1_000 * USDC)
        );
        _add(
            list,
            ParameterKeys.AUTO_PAY_LIMIT_INCIDENT,
            500_000 * USDC,
            _spec(ASSET, NEITHER, POOL, 2_500, 72 hours, 7 days, 0, 2_000_000 * USDC, 20_000 * USDC)
        );
    }

    function _claims(List memory list) private pure {
        _add(
            list,
            ParameterKeys.CLAIM_DEPOSIT,
            50 * USDC,
            _spec(ASSET, NEITHER, GLOBAL, 5_000, 24 hours, 7 days, 10 * USDC, 500 * USDC, 10 * USDC)
        );
        _add(list, ParameterKeys.CHALLENGE_BOND, 100, _spec(BPS, NEITHER, GLOBAL, 2_000, 24 hours, 7 days, 10, 500, 10));
        _add(
            list,
            ParameterKeys.CHALLENGE_BOND_MIN,
            500 * USDC,
            _spec(ASSET, NEITHER, GLOBAL, 2_000, 24 hours, 7 days, 100 * USDC, 10_000 * USDC, 50 * USDC)
        );
        _add(list, ParameterKeys.FREE_DETECTIONS, 2, _spec(NUMBER, NEITHER, GLOBAL, 0, 24 hours, 7 days, 0, 10, 1));
        _add(
            list,
            ParameterKeys.DETECTION_BOND,
            500 * USDC,
            _spec(ASSET, NEITHER, GLOBAL, 2_000, 24 hours, 7 days, 50 * USDC, 10_000 * USDC, 50 * USDC)
        );
        _add(list, ParameterKeys.DEDUCTIBLE, 500, _spec(BPS, NEITHER, POOL, 2_000, 72 hours, 14 days, 0, 2_000, 50));
        _add(
            list,
            ParameterKeys.GRACE_PERIOD,
            30 days,
            _spec(TIME, NEITHER, GLOBAL, 5_000, 72 hours, 14 days, 14 days, 180 days, 1 days)
        );
        _add(
            list,
            ParameterKeys.CLAIM_WINDOW,
            30 days,
            _spec(TIME, NEITHER, GLOBAL, 5_000, 72 hours, 14 days, 14 days, 180 days, 1 days)
        );
        _add(
            list,
            ParameterKeys.REDEMPTION_WINDOW,
            60 days,
            _spec(TIME, NEITHER, GLOBAL, 5_000, 72 hours, 14 days, 30 days, 180 days, 1 days)
        );
        _add(
            list, ParameterKeys.FIRST_TRANCHE, 7_000, _spec(BPS, NEITHER, GLOBAL, 2_000, 48 hours, 7 days, 5_000, 10_000, 100)
        );
    }

    function _cases(List memory list) private pure {
        _add(
            list,
            ParameterKeys.EVIDENCE_PERIOD,
            48 hours,
            _spec(TIME, NEITHER, GLOBAL, 5_000, 48 hours, 14 days, 24 hours, 7 days, 6 hours)
        );
        _add(
            list,
            ParameterKeys.VOTE_PERIOD,
            96 hours,
            _spec(TIME, NEITHER, GLOBAL, 5_000, 48 hours, 14 days, 48 hours, 10 days, 6 hours)
        );
        _add(
            list,
            ParameterKeys.COOL_DOWN,
            24 hours,
            _spec(TIME, NEITHER, GLOBAL, 5_000, 48 hours, 14 days, 12 hours, 5 days, 6 hours)
        );
        _add(
            list,
            ParameterKeys.COUNCIL_REVIEW,
            5 days,
            _spec(TIME, NEITHER, GLOBAL, 5_000, 48 hours, 14 days, 2 days, 14 days, 1 days)
        );
        _add(list, ParameterKeys.CASE_QUORUM, 400, _spec(BPS, NEITHER, GLOBAL, 2_500, 72 hours, 14 days, 200, 1_500, 25));
        // Fewer than three could be one person's friends.
        _add(list, ParameterKeys.CASE_MIN_VOTERS, 5, _spec(NUMBER, NEITHER, GLOBAL, 0, 72 hours, 14 days, 3, 25, 2));
        _add(list, ParameterKeys.VOTE_WEIGHT_CAP, 500, _spec(BPS, NEITHER, GLOBAL, 2_500, 72 hours, 14 days, 100, 1_000, 25));
    }

    function _emergency(List memory list) private pure {
        _add(
            list,
            ParameterKeys.PAUSE_MAX,
            72 hours,
            _spec(TIME, NEITHER, GLOBAL, 5_000, 7 days, 30 days, 1 hours, 7 days, 1 hours)
        );
        _add(
            list,
            ParameterKeys.PAUSE_COOLDOWN,
            72 hours,
            _spec(TIME, NEITHER, GLOBAL, 5_000, 7 days, 30 days, 24 hours, 14 days, 6 hours)
        );
        _add(list, ParameterKeys.PAUSE_BUDGET_90D, 3, _spec(NUMBER, NEITHER, GLOBAL, 0, 7 days, 30 days, 1, 6, 1));
    }

    function _treasury(List memory list) private pure {
        _add(list, ParameterKeys.VENUE_CAP, 2_000, _spec(BPS, NEITHER, GLOBAL, 1_000, 72 hours, 7 days, 0, 3_000, 50));
        _add(
            list, ParameterKeys.LIQUID_FLOOR, 3_000, _spec(BPS, NEITHER, GLOBAL, 1_000, 72 hours, 7 days, 1_500, 10_000, 100)
        );
        _add(
            list,
            ParameterKeys.COUNCIL_SPEND_EPOCH,
            50_000 * USDC,
            _spec(ASSET, NEITHER, GLOBAL, 2_500, 72 hours, 30 days, 0, 250_000 * USDC, 5_000 * USDC)
        );
        _add(
            list,
            ParameterKeys.COUNCIL_BACKSTOP,
            100_000 * USDC,
            _spec(ASSET, NEITHER, GLOBAL, 2_500, 72 hours, 30 days, 0, 500_000 * USDC, 10_000 * USDC)
        );
        _add(list, ParameterKeys.PEG_WATCH, 0.995e8, _spec(PRICE, NEITHER, ADDRESS, 100, 72 hours, 14 days, 0.97e8, 0.999e8, 1e5));
        _add(list, ParameterKeys.PEG_BREAK, 0.97e8, _spec(PRICE, NEITHER, ADDRESS, 100, 72 hours, 14 days, 0.9e8, 0.99e8, 1e5));
        _add(list, ParameterKeys.PEG_RECOVER, 0.998e8, _spec(PRICE, NEITHER, ADDRESS, 100, 72 hours, 14 days, 0.98e8, 1e8, 1e5));
        // A heartbeat of an hour and a tenth; a feed with another has an override.
        _add(
            list,
            ParameterKeys.ORACLE_MAX_AGE,
            66 minutes,
            _spec(TIME, LOWER, ADDRESS, 5_000, 48 hours, 7 days, 1 minutes, 49 hours, 5 minutes)
        );
    }

    function _risk(List memory list) private pure {
        // Weather and flights have no code, no users and no value locked: their rules are in the terms and the adapter.
        bytes32 parametric = ParameterScope.kind(Kind.Parametric);
        withOverride(
            _add(list, ParameterKeys.MIN_AUDITS, 2, _spec(NUMBER, NEITHER, KIND, 0, 48 hours, 7 days, 0, 10, 1)), parametric, 0
        );
        withOverride(
            _add(
                list,
                ParameterKeys.MIN_LIVE,
                90 days,
                _spec(TIME, NEITHER, KIND, 5_000, 48 hours, 7 days, 0, 730 days, 7 days)
            ),
            parametric,
            0
        );
        withOverride(
            _add(
                list,
                ParameterKeys.MIN_TVL,
                5_000_000,
                _spec(USD, NEITHER, KIND, 2_500, 48 hours, 7 days, 0, 1_000_000_000, 500_000)
            ),
            parametric,
            0
        );
        _add(
            list,
            ParameterKeys.ATTESTATION_MAX_AGE,
            30 days,
            _spec(TIME, NEITHER, KIND, 5_000, 48 hours, 7 days, 7 days, 90 days, 1 days)
        );
        _add(
            list,
            ParameterKeys.TVL_DROP_SUSPEND,
            4_000,
            _spec(BPS, NEITHER, KIND, 2_000, 48 hours, 7 days, 1_000, 8_000, 100)
        );
        _add(
            list,
            ParameterKeys.RUN_OFF_AFTER,
            72 hours,
            _spec(TIME, NEITHER, GLOBAL, 5_000, 48 hours, 7 days, 24 hours, 14 days, 6 hours)
        );
    }

    function _perLevel(Definition memory d, uint128 low, uint128 guarded, uint128 elevated, uint128 high) private pure {
        withOverride(d, ParameterScope.level(Level.Low), low);
        withOverride(d, ParameterScope.level(Level.Guarded), guarded);
        withOverride(d, ParameterScope.level(Level.Elevated), elevated);
        withOverride(d, ParameterScope.level(Level.High), high);
    }

    function _spec(
        IParameterRegistry.Unit unit,
        IParameterRegistry.SafeDirection safe,
        IParameterRegistry.ScopeKind scopeKind,
        uint16 maxStepBps,
        uint32 minDelay,
        uint32 minInterval,
        uint128 min,
        uint128 max,
        uint128 minAbsStep
    ) private pure returns (IParameterRegistry.Spec memory) {
        return IParameterRegistry.Spec(unit, safe, scopeKind, maxStepBps, minDelay, minInterval, min, max, minAbsStep);
    }

    function _add(List memory list, bytes32 key, uint128 initialValue, IParameterRegistry.Spec memory spec)
        private
        pure
        returns (Definition memory d)
    {
        d = Definition(key, spec, initialValue, new bytes32[](0), new uint128[](0));
        list.items[list.length++] = d;
    }
}
