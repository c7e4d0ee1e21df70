// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {IERC4626} from "@openzeppelin/contracts/interfaces/IERC4626.sol";

/// @title Venue with notice
/// @notice An ERC-4626 vault that must be told before money leaves. A vault without these functions pays at once.
interface IVenue is IERC4626 {
    /// @return s between notice and payment
    function exitDelay() external view returns (uint32);
    /// @notice Gives notice for assets of the caller; replaces an earlier notice.
    function requestExit(uint256 assets) external returns (uint48 readyAt);
    /// @return assets under notice, @return readyAt when they can be withdrawn
    function exitOf(address account) external view returns (uint256 assets, uint48 readyAt);
}
