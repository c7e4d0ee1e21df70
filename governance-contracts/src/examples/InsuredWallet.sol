// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC4626} from "@openzeppelin/contracts/interfaces/IERC4626.sol";
import {Address} from "@openzeppelin/contracts/utils/Address.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {InsuredWalletProvider} from "./InsuredWalletProvider.sol";

/// @title Insured wallet
/// @notice An example of cover in a smart wallet: the owner acts through it, and after each act the wallet's provider tells the
/// cover what the wallet has in the insured protocol. The owner switches cover on and off; payouts come to the wallet.
contract InsuredWallet {
    using SafeERC20 for IERC20;

    address public immutable owner;
    InsuredWalletProvider public immutable provider;

    event Executed(address indexed target, uint256 value, bytes data);

    error NotOwner(address caller);

    modifier onlyOwner() {
        if (msg.sender != owner) revert NotOwner(msg.sender);
        _;
    }

    constructor(address owner_) {
        owner = owner_;
        provider = InsuredWalletProvider(msg.sender);
    }

    /// @notice Ether is welcome.
    receive() external payable {}

    /// @notice Calls a contract as this wallet and reports the wallet's deposit afterwards. Owner.
    /// @param value  wei
    function execute(address target, uint256 value, bytes calldata data) external onlyOwner returns (bytes memory answer) {
        emit Executed(target, value, data);
        answer = Address.functionCallWithValue(target, data, value);
        provider.report(address(this));
    }

    /// @notice Puts the wallet's assets into the insured protocol. Owner.
    function deposit(uint256 assets) external onlyOwner {
        IERC4626 protocol = provider.protocol();
        IERC20(protocol.asset()).forceApprove(address(protocol), assets);
        protocol.deposit(assets, address(this));
        provider.report(address(this));
    }

    /// @notice Takes assets out of the insured protocol. Owner.
    function withdraw(uint256 assets) external onlyOwner {
        provider.protocol().withdraw(assets, address(this), address(this));
        provider.report(address(this));
    }

    /// @notice Switches cover on or off. Owner.
    function setCovered(bool covered) external onlyOwner {
        provider.cover().chooseEnrolment(address(provider), covered);
        provider.report(address(this));
    }
}
