// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {Kind, Level} from "../interfaces/Types.sol";

/// @title ParameterScope
/// @notice A parameter has a global value and, where its spec names a scope kind, one override per pool, level, kind or
/// address. The scope's first byte says which, so that a pool's number can never be read as a level's.
library ParameterScope {
    bytes32 internal constant GLOBAL = bytes32(0);

    uint8 internal constant POOL = 1;
    uint8 internal constant LEVEL = 2;
    uint8 internal constant KIND = 3;
    uint8 internal constant ADDRESS = 4;

    function pool(uint32 poolId) internal pure returns (bytes32) {
        return _tagged(POOL, poolId);
    }

    function level(Level level_) internal pure returns (bytes32) {
        return _tagged(LEVEL, uint256(level_));
    }

    function kind(Kind kind_) internal pure returns (bytes32) {
        return _tagged(KIND, uint256(kind_));
    }

    /// For an asset or a price feed.
    function account(address account_) internal pure returns (bytes32) {
        return _tagged(ADDRESS, uint160(account_));
    }

    /// The first byte: 0 global, else one of the constants above.
    function tag(bytes32 scope) internal pure returns (uint8) {
        return uint8(uint256(scope) >> 248);
    }

    function _tagged(uint8 tag_, uint256 value) private pure returns (bytes32) {
        return bytes32((uint256(tag_) << 248) | value);
    }
}
