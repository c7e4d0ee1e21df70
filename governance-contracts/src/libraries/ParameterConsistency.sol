// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {ParameterKeys} from "./ParameterKeys.sol";
import {ParameterScope} from "./ParameterScope.sol";
import {Level} from "../interfaces/Types.sol";

/// @title ParameterConsistency
/// @notice What must hold between parameters that are each within their bounds. Two individually legal numbers that disagree
/// can cost as much as a wrong one. The rules are numbered; numbers are never reused.
///
///    1  RATE_FLOOR ≤ RATE_CEILING                                   per pool
///    2  PEG_BREAK < PEG_WATCH                                       per asset
///    3  PEG_WATCH < PEG_RECOVER                                     per asset
///    4  DRAIN_LIMIT_24H ≤ INCIDENT_CAP                              per pool
///    5  INCIDENT_CAP + POOL_FLOOR ≤ 1e4                             per pool
///    6  AUTO_PAY_LIMIT_CLAIM ≤ AUTO_PAY_LIMIT_INCIDENT              per pool
///    7  CHALLENGE_WINDOW ≤ REDEMPTION_WINDOW                        per kind
///    8  MIN_DURATION < MAX_DURATION
///    9  TREASURY_FEE + DISTRIBUTOR_COMMISSION ≤ 1e4                 per pool: the three parts of a premium
///   10  CONFIRM_DELAY < INCIDENT_LAPSE                              per kind: else nothing could ever be confirmed by one adapter
///   11  MIN_DEPOSIT ≤ DEPOSIT_CAP                                   per pool
///   12  MIN_CAPITAL_RATIO Low ≤ Guarded ≤ Elevated ≤ High ≤ Critical
///   13  BASE_RATE         Low ≤ Guarded ≤ Elevated ≤ High ≤ Critical
///
/// A rule with a key that is not defined yet says nothing.
library ParameterConsistency {
    /// @param key        parameter to look at first: left of the sign
    /// @param otherKey   right of the sign
    /// @param form       how they are compared
    struct Rule {
        bytes32 key;
        bytes32 otherKey;
        Form form;
    }
    enum Form {
        AtMost, // key ≤ otherKey
        Below, // key < otherKey
        SumAtMostOne, // key + otherKey ≤ 1e4 bps
        RisesWithLevel // key(level) ≤ key(next level)
    }
    /// The rule that is broken, and by what; rule 0 when none is.
    struct Violation {
        uint8 rule;
        bytes32 key;
        uint128 value;
        bytes32 otherKey;
        uint128 otherValue;
    }
    /// A value that is asked about as if it already stood. A zero key overlays nothing.
    struct Overlay {
        bytes32 key;
        bytes32 scope;
        uint128 value;
    }

    uint8 internal constant RULES = 13;
    uint256 private constant ONE = 1e4;

    /// @notice Rule by number, 1…RULES.
    function rule(uint8 number) internal pure returns (Rule memory) {
        if (number == 1) return Rule(ParameterKeys.RATE_FLOOR, ParameterKeys.RATE_CEILING, Form.AtMost);
        if (number == 2) return Rule(ParameterKeys.PEG_BREAK, ParameterKeys.PEG_WATCH, Form.Below);
        if (number == 3) return Rule(ParameterKeys.PEG_WATCH, ParameterKeys.PEG_RECOVER, Form.Below);
        if (number == 4) return Rule(ParameterKeys.DRAIN_LIMIT_24H, ParameterKeys.INCIDENT_CAP, Form.AtMost);
        if (number == 5) return Rule(ParameterKeys.INCIDENT_CAP, ParameterKeys.POOL_FLOOR, Form.SumAtMostOne);
        if (number == 6) {
            return Rule(ParameterKeys.AUTO_PAY_LIMIT_CLAIM, ParameterKeys.AUTO_PAY_LIMIT_INCIDENT, Form.AtMost);
        }
        if (number == 7) return Rule(ParameterKeys.CHALLENGE_WINDOW, ParameterKeys.REDEMPTION_WINDOW, Form.AtMost);
        if (number == 8) return Rule(ParameterKeys.MIN_DURATION, ParameterKeys.MAX_DURATION, Form.Below);
        if (number == 9) {
            return Rule(ParameterKeys.TREASURY_FEE, ParameterKeys.DISTRIBUTOR_COMMISSION, Form.SumAtMostOne);
        }
        if (number == 10) return Rule(ParameterKeys.CONFIRM_DELAY, ParameterKeys.INCIDENT_LAPSE, Form.Below);
        if (number == 11) return Rule(ParameterKeys.MIN_DEPOSIT, ParameterKeys.DEPOSIT_CAP, Form.AtMost);
        if (number == 12) {
            return Rule(ParameterKeys.MIN_CAPITAL_RATIO, ParameterKeys.MIN_CAPITAL_RATIO, Form.RisesWithLevel);
        }
        return Rule(ParameterKeys.BASE_RATE, ParameterKeys.BASE_RATE, Form.RisesWithLevel);
    }

    /// @notice Whether a rule speaks of a key, and the key it is compared with (itself for rules over levels).
    function partner(uint8 number, bytes32 key) internal pure returns (bool concerned, bytes32 other) {
        Rule memory r = rule(number);
        if (r.key == key) return (true, r.otherKey);
        if (r.otherKey == key) return (true, r.key);
    }

    /// @notice What one rule says of a scope, with the overlay standing.
    /// @param read  value in force of (key, scope) with the overlay standing, and whether the key is defined
    function violation(
        function(Overlay memory, bytes32, bytes32) internal view returns (bool, uint128) read,
        Overlay memory overlay,
        uint8 number,
        bytes32 scope
    ) internal view returns (Violation memory) {
        Rule memory r = rule(number);
        if (r.form == Form.RisesWithLevel) return _fallingLevel(read, overlay, r, number);
        return _clash(read, overlay, r, number, scope);
    }

    function _clash(
        function(Overlay memory, bytes32, bytes32) internal view returns (bool, uint128) read,
        Overlay memory overlay,
        Rule memory r,
        uint8 number,
        bytes32 scope
    ) private view returns (Violation memory) {
        (bool defined, uint128 value) = read(overlay, r.key, scope);
        (bool otherDefined, uint128 otherValue) = read(overlay, r.otherKey, scope);
        if (!defined || !otherDefined || _holds(r.form, value, otherValue)) return Violation(0, 0, 0, 0, 0);
        return Violation(number, r.key, value, r.otherKey, otherValue);
    }

    /// Levels depend on each other, so all of them are looked at whichever scope is asked about.
    function _fallingLevel(
        function(Overlay memory, bytes32, bytes32) internal view returns (bool, uint128) read,
        Overlay memory overlay,
        Rule memory r,
        uint8 number
    ) private view returns (Violation memory) {
        (bool defined, uint128 lower) = read(overlay, r.key, ParameterScope.level(Level.Low));
        if (!defined) return Violation(0, 0, 0, 0, 0);
        for (uint256 level = uint256(Level.Guarded); level <= uint256(Level.Critical); ++level) {
            (, uint128 upper) = read(overlay, r.key, ParameterScope.level(Level(level)));
            if (lower > upper) return Violation(number, r.key, lower, r.key, upper);
            lower = upper;
        }
        return Violation(0, 0, 0, 0, 0);
    }

    function _holds(Form form, uint256 value, uint256 otherValue) private pure returns (bool) {
        if (form == Form.AtMost) return value <= otherValue;
        if (form == Form.Below) return value < otherValue;
        return value + otherValue <= ONE;
    }
}
