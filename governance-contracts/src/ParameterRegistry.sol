// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";

/// @title The protocol's parameters, each a number with a unit, bounds and a safe direction.
/// @notice First cut: every parameter tightens downwards.
contract ParameterRegistry is AccessManaged {
    /// @notice A parameter's value was lowered at once.
    /// @param key keccak256 of the parameter's name
    /// @param scope the pool, as bytes32, or zero for the whole protocol
    /// @param oldValue the value until now, in the parameter's unit
    /// @param newValue the value from now on, in the parameter's unit
    /// @param rationaleHash keccak256 of the published reason
    event Tightened(
        bytes32 indexed key, bytes32 indexed scope, uint128 oldValue, uint128 newValue, bytes32 rationaleHash
    );

    /// @notice The new value does not lie on the safe side of the one in force.
    /// @param key keccak256 of the parameter's name
    error NotTightening(bytes32 key);
    /// @notice No parameter of that name was defined for that scope.
    /// @param key keccak256 of the parameter's name
    error UnknownParam(bytes32 key);
    /// @notice A change without a published reason.
    error ReasonRequired();

    mapping(bytes32 key => mapping(bytes32 scope => uint128 value)) private _values;

    /// @param authority the AccessManager that says who may call what
    /// @param key keccak256 of the first parameter's name
    /// @param scope the pool, as bytes32
    /// @param value the parameter's first value, in its unit; above zero
    constructor(address authority, bytes32 key, bytes32 scope, uint128 value) AccessManaged(authority) {
        _values[key][scope] = value;
    }

    /// @notice Moves a parameter in its safe direction, at once.
    /// @param key keccak256 of the parameter's name
    /// @param scope the pool, as bytes32, or zero for the whole protocol
    /// @param newValue in the parameter's unit; must be below the value in force
    /// @param rationaleHash keccak256 of the published reason; not zero
    function tightenNow(bytes32 key, bytes32 scope, uint128 newValue, bytes32 rationaleHash) external restricted {
        if (rationaleHash == bytes32(0)) revert ReasonRequired();
        uint128 oldValue = get(key, scope);
        if (newValue >= oldValue) revert NotTightening(key);
        _values[key][scope] = newValue;
        emit Tightened(key, scope, oldValue, newValue, rationaleHash);
    }

    /// @notice The value in force.
    /// @param key keccak256 of the parameter's name
    /// @param scope the pool, as bytes32, or zero for the whole protocol
    /// @return value in the parameter's unit
    function get(bytes32 key, bytes32 scope) public view returns (uint128 value) {
        value = _values[key][scope];
        if (value == 0) revert UnknownParam(key);
    }
}
