// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @title The dollar of a local network: six decimals like USDC, minted once.
contract LocalDollar is ERC20 {
    /// @param holder receives everything
    /// @param supply in the smallest unit, a millionth of a dollar
    constructor(address holder, uint256 supply) ERC20("Local Dollar", "USDL") {
        _mint(holder, supply);
    }

    /// @inheritdoc ERC20
    function decimals() public pure override returns (uint8) {
        return 6;
    }
}
