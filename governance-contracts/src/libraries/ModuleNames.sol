// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

/// @title ModuleNames
/// @notice The names under which the Directory keeps the protocol's modules: ASCII, left-aligned in 32 bytes.
library ModuleNames {
    bytes32 internal constant PARAMETERS = "PARAMETERS";
    bytes32 internal constant RISK = "RISK";
    bytes32 internal constant PREMIUM = "PREMIUM";
    bytes32 internal constant UNDERWRITING = "UNDERWRITING";
    bytes32 internal constant ACCOUNT_COVER = "ACCOUNT_COVER";
    bytes32 internal constant SERIES = "SERIES";
    bytes32 internal constant POLICY_NFT = "POLICY_NFT";
    bytes32 internal constant INCIDENTS = "INCIDENTS";
    bytes32 internal constant CLAIMS = "CLAIMS";
    bytes32 internal constant TRIBUNAL = "TRIBUNAL";
    bytes32 internal constant GUARDIAN = "GUARDIAN";
    bytes32 internal constant TREASURY = "TREASURY";
    bytes32 internal constant GATE = "GATE";
    bytes32 internal constant TOKEN = "TOKEN";

    /// @return names every name, in the order above
    function all() internal pure returns (bytes32[14] memory names) {
        names = [
            PARAMETERS,
            RISK,
            PREMIUM,
            UNDERWRITING,
            ACCOUNT_COVER,
            SERIES,
            POLICY_NFT,
            INCIDENTS,
            CLAIMS,
            TRIBUNAL,
            GUARDIAN,
            TREASURY,
            GATE,
            TOKEN
        ];
    }

    function isKnown(bytes32 name) internal pure returns (bool) {
        bytes32[14] memory names = all();
        for (uint256 i = 0; i < names.length; ++i) {
            if (names[i] == name) return true;
        }
        return false;
    }
}
