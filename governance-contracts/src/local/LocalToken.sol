// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";

/// @title LocalToken
/// @notice A dollar token of a local network: six decimals, permit, minted and burned by its owner, and like the tokens it
/// stands for it can refuse an account.
contract LocalToken is ERC20, ERC20Permit, Ownable {
    mapping(address account => bool) public isBlocked;

    event BlockedSet(address indexed account, bool blocked);

    error AccountBlocked(address account);

    constructor(string memory name, string memory symbol, address owner) ERC20(name, symbol) ERC20Permit(name) Ownable(owner) {}

    /// @inheritdoc ERC20
    function decimals() public pure override returns (uint8) {
        return 6;
    }

    /// @param amount in units of 1e-6
    function mint(address to, uint256 amount) external onlyOwner {
        _mint(to, amount);
    }

    /// @param amount in units of 1e-6
    function burn(uint256 amount) external {
        _burn(msg.sender, amount);
    }

    function setBlocked(address account, bool blocked) external onlyOwner {
        isBlocked[account] = blocked;
        emit BlockedSet(account, blocked);
    }

    function _update(address from, address to, uint256 value) internal override {
        if (isBlocked[from]) revert AccountBlocked(from);
        if (isBlocked[to]) revert AccountBlocked(to);
        super._update(from, to, value);
    }
}
