// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";

/// @title PolicyNFT
/// @notice One token a policy; validity, cover and conditions are on chain in Underwriting. Transferable, but not while a
/// claim on it is open.
interface IPolicyNFT is IERC721 {
    error ClaimOpen(uint256 policyId);

    /// @notice MODULE_COVER. Never calls the receiver.
    function mint(address to, uint256 policyId) external;
}
