// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

/// @title Page
/// @notice Cuts a page [from, to] of a list numbered from 1 to what there is.
library Page {
    /// @return first number of the first item
    /// @return size how many items; 0 when the page lies outside
    function cut(uint256 from, uint256 to, uint256 count) internal pure returns (uint256 first, uint256 size) {
        first = from == 0 ? 1 : from;
        uint256 last = to < count ? to : count;
        size = last < first ? 0 : last - first + 1;
    }
}
