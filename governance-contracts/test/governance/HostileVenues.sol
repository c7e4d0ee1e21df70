// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {ITreasury} from "../../src/interfaces/ITreasury.sol";
import {YieldVault} from "../../src/local/YieldVault.sol";

/// @notice A dollar that keeps a hundredth of every transfer.
contract FeeToken is ERC20 {
    constructor() ERC20("Fee Dollar", "USDF") {}

    function decimals() public pure override returns (uint8) {
        return 6;
    }

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function _update(address from, address to, uint256 value) internal override {
        super._update(from, to, value);
        if (from != address(0) && to != address(0)) super._update(to, address(0), value / 100);
    }
}

/// @notice A venue that turns bad in every way a venue can.
contract HostileVenue is YieldVault {
    enum Trick {
        None,
        Mute, // tells no value
        BurnsGas, // answers a question by an endless loop
        KeepsShares, // gives nothing for a deposit
        PaysShort, // sends a unit less than asked for
        TakesHalf, // leaves half of the deposit where it was
        Reenters // recalls in the middle of an allocation
    }

    Trick public trick;
    uint32 public exitDelay;

    constructor(IERC20 asset, address owner) YieldVault(asset, "Hostile", "HV", owner) {}

    function turn(Trick trick_) external {
        trick = trick_;
    }

    function setExitDelay(uint32 delay) external {
        exitDelay = delay;
    }

    function convertToAssets(uint256 shares) public view override returns (uint256) {
        if (trick == Trick.BurnsGas) while (true) {}
        require(trick != Trick.Mute);
        return super.convertToAssets(shares);
    }

    function deposit(uint256 assets, address receiver) public override returns (uint256) {
        if (trick == Trick.TakesHalf) assets /= 2;
        if (trick == Trick.Reenters) ITreasury(receiver).recall(address(this), 1);
        uint256 shares = super.deposit(assets, receiver);
        if (trick == Trick.KeepsShares) _burn(receiver, shares);
        return shares;
    }

    function withdraw(uint256 assets, address receiver, address owner) public override returns (uint256) {
        return super.withdraw(trick == Trick.PaysShort ? assets - 1 : assets, receiver, owner);
    }
}

/// @notice Something with code that is neither token nor module: it may be paid.
contract Payee {
    function accept() external {}
}

/// @notice A collectible, which must not be paid.
contract Collectible is ERC721 {
    constructor() ERC721("Collectible", "C") {}
}
