// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

/// @title Eligibility gate
/// @notice Optional rule on who may buy (a list of jurisdictions, say). Off unless the Directory names one.
interface IEligibilityGate {
    /// @param buyer   who pays
    /// @param holder  who will hold the policy
    /// @param data    whatever the gate asks for, at most 4,096 bytes
    function isEligible(address buyer, address holder, uint32 poolId, bytes calldata data) external view returns (bool);
}
