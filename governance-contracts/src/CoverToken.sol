// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {ERC20Votes} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Votes.sol";
import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";

/// @title CoverToken
/// @notice Voting power of the DAO: 100 million tokens with 18 decimals, all made at deployment, none ever after. Votes are
/// counted at times, not at block numbers (ERC-6372 mode=timestamp), so that a period means the same on every chain.
contract CoverToken is ERC20, ERC20Permit, ERC20Votes {
    /// Whole supply, in units of 1e-18 token.
    uint256 public constant SUPPLY = 100_000_000 ether;

    /// @param holder receives the whole supply
    constructor(address holder) ERC20("Breakwater Cover", "COVER") ERC20Permit("Breakwater Cover") {
        _mint(holder, SUPPLY);
    }

    /// @notice ERC-6372: seconds since 1970.
    function clock() public view override returns (uint48) {
        return uint48(block.timestamp);
    }

    /// @notice ERC-6372.
    // solhint-disable-next-line func-name-mixedcase
    function CLOCK_MODE() public pure override returns (string memory) {
        return "mode=timestamp";
    }

    /// @inheritdoc ERC20Permit
    function nonces(address owner) public view override(ERC20Permit, Nonces) returns (uint256) {
        return super.nonces(owner);
    }

    function _update(address from, address to, uint256 value) internal override(ERC20, ERC20Votes) {
        super._update(from, to, value);
    }
}
