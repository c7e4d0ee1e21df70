// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC4626} from "@openzeppelin/contracts/token/ERC20/extensions/ERC4626.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";

/// @title YieldVault
/// @notice A lending venue of a local network: an ERC-4626 vault that gains when anyone pays yield in and loses when its owner
/// writes a loan off.
contract YieldVault is ERC4626, Ownable {
    using SafeERC20 for IERC20;

    event YieldPaid(uint256 assets);
    event WrittenOff(uint256 assets);

    constructor(IERC20 asset, string memory name, string memory symbol, address owner)
        ERC20(name, symbol)
        ERC4626(asset)
        Ownable(owner)
    {}

    function payYield(uint256 assets) external {
        IERC20(asset()).safeTransferFrom(msg.sender, address(this), assets);
        emit YieldPaid(assets);
    }

    /// @notice A loan that does not come back: the assets leave, the shares stay.
    function writeOff(uint256 assets) external onlyOwner {
        IERC20(asset()).safeTransfer(owner(), assets);
        emit WrittenOff(assets);
    }
}
