// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

/// @title Price feed
/// @notice The part of Chainlink's AggregatorV3Interface and of its aggregator's limits that the protocol reads.
interface IPriceFeed {
    function decimals() external view returns (uint8);
    function description() external view returns (string memory);
    function latestRoundData()
        external
        view
        returns (uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound);
    function getRoundData(uint80 roundId)
        external
        view
        returns (uint80 roundId_, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound);
    /// @return the aggregator behind the proxy, which knows minAnswer and maxAnswer
    function aggregator() external view returns (address);
}

/// @notice Limits at which an aggregator stops following the market.
interface IFeedLimits {
    function minAnswer() external view returns (int192);
    function maxAnswer() external view returns (int192);
}
