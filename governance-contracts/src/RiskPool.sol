// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ERC4626} from "@openzeppelin/contracts/token/ERC20/extensions/ERC4626.sol";

/// @title Capital that stands behind cover, as ERC-4626 shares.
contract RiskPool is ERC4626 {
    /// @param poolAsset the token in which capital is paid in and claims are paid out
    /// @param poolName the shares' name, which is the pool's
    /// @param poolSymbol the shares' symbol
    constructor(IERC20 poolAsset, string memory poolName, string memory poolSymbol)
        ERC4626(poolAsset)
        ERC20(poolName, poolSymbol)
    {}
}
