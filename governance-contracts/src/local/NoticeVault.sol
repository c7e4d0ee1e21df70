// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {ERC4626} from "@openzeppelin/contracts/token/ERC20/extensions/ERC4626.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC4626} from "@openzeppelin/contracts/interfaces/IERC4626.sol";
import {IVenue} from "../interfaces/IVenue.sol";
import {YieldVault} from "./YieldVault.sol";

/// @title NoticeVault
/// @notice A venue of a local network that must be told some time before money leaves.
contract NoticeVault is YieldVault, IVenue {
    struct Exit {
        uint256 assets;
        uint48 readyAt;
    }

    uint32 public immutable exitDelay;

    mapping(address account => Exit) private _exits;

    event ExitRequested(address indexed account, uint256 assets, uint48 readyAt);

    constructor(IERC20 asset, string memory name, string memory symbol, uint32 exitDelay_, address owner)
        YieldVault(asset, name, symbol, owner)
    {
        exitDelay = exitDelay_;
    }

    /// @inheritdoc IVenue
    function requestExit(uint256 assets) external returns (uint48 readyAt) {
        readyAt = uint48(block.timestamp) + exitDelay;
        _exits[msg.sender] = Exit(assets, readyAt);
        emit ExitRequested(msg.sender, assets, readyAt);
    }

    /// @inheritdoc IVenue
    function exitOf(address account) external view returns (uint256 assets, uint48 readyAt) {
        Exit memory exit = _exits[account];
        return (exit.assets, exit.readyAt);
    }

    /// @notice What is under notice and ready, at most what the shares are worth.
    function maxWithdraw(address owner) public view override(ERC4626, IERC4626) returns (uint256) {
        uint256 ready = _ready(owner);
        uint256 worth = super.maxWithdraw(owner);
        return ready < worth ? ready : worth;
    }

    /// @inheritdoc IERC4626
    function maxRedeem(address owner) public view override(ERC4626, IERC4626) returns (uint256) {
        uint256 ready = convertToShares(_ready(owner));
        uint256 held = super.maxRedeem(owner);
        return ready < held ? ready : held;
    }

    function _withdraw(address caller, address receiver, address owner, uint256 assets, uint256 shares) internal override {
        _exits[owner].assets -= assets;
        super._withdraw(caller, receiver, owner, assets, shares);
    }

    function _ready(address owner) private view returns (uint256) {
        Exit memory exit = _exits[owner];
        return block.timestamp < exit.readyAt ? 0 : exit.assets;
    }
}
