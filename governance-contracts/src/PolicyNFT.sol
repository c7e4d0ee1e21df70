// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {IDirectory} from "./interfaces/IDirectory.sol";
import {IPolicyNFT} from "./interfaces/IPolicyNFT.sol";
import {ProtocolModule} from "./ProtocolModule.sol";

/// @title PolicyNFT
/// @notice See IPolicyNFT. A token stays after its policy has ended, as its record.
contract PolicyNFT is ERC721, IPolicyNFT, ProtocolModule {
    constructor(address authority_, IDirectory directory_)
        ERC721("Breakwater Policy", "BWP")
        ProtocolModule(authority_, directory_)
    {}

    /// @inheritdoc IPolicyNFT
    function mint(address to, uint256 policyId) external restricted {
        _mint(to, policyId);
    }

    /// Who bought a claim with the policy could not know what was claimed and by whom it may be voted on.
    function _update(address to, uint256 tokenId, address auth) internal override returns (address from) {
        from = super._update(to, tokenId, auth);
        if (from != address(0) && directory.claims().openClaimOf(tokenId) != 0) revert ClaimOpen(tokenId);
    }
}
