// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {IERC4626} from "@openzeppelin/contracts/interfaces/IERC4626.sol";
import {IAccountCover} from "../interfaces/IAccountCover.sol";
import {InsuredWallet} from "./InsuredWallet.sol";

/// @title Insured wallet provider
/// @notice The integrator: makes wallets and reads on chain what each has in the insured protocol, so that nobody has to be
/// believed. It, or anyone, prepays the cover with IAccountCover.topUp.
contract InsuredWalletProvider {
    IERC4626 public immutable protocol;
    IAccountCover public immutable cover;
    mapping(address wallet => bool) public isWallet;

    event WalletCreated(address indexed wallet, address indexed owner);
    event CoverReported(address indexed wallet, uint256 assets, bool covered);

    error UnknownWallet(address wallet);

    constructor(IERC4626 protocol_, IAccountCover cover_) {
        protocol = protocol_;
        cover = cover_;
    }

    /// @notice Makes a wallet. Anyone.
    function createWallet(address owner) external returns (InsuredWallet wallet) {
        wallet = new InsuredWallet(owner);
        isWallet[address(wallet)] = true;
        emit WalletCreated(address(wallet), owner);
    }

    /// @notice Tells the cover what a wallet has in the protocol now. Anyone. Never stops the wallet.
    function report(address wallet) external {
        if (!isWallet[wallet]) revert UnknownWallet(wallet);
        uint256 assets = protocol.convertToAssets(protocol.balanceOf(wallet));
        try cover.onBalanceChange(wallet, assets) returns (bool covered) {
            emit CoverReported(wallet, assets, covered);
        } catch {
            emit CoverReported(wallet, assets, false);
        }
    }
}
