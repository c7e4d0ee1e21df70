// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {IFeedLimits, IPriceFeed} from "../interfaces/IPriceFeed.sol";

/// @title PriceFeed
/// @notice A feed of a local network that behaves like a Chainlink proxy with its aggregator in one: numbered rounds with
/// their times, limits at which it stops following the market, and silence when nobody updates it. With answers 0 and 1 it
/// serves as a sequencer feed (0 up, 1 down, startedAt = last change).
contract PriceFeed is IPriceFeed, IFeedLimits, Ownable {
    struct Round {
        int256 answer;
        uint48 startedAt;
        uint48 updatedAt;
    }

    uint8 public immutable decimals;
    string public description;
    int192 public minAnswer = 1;
    int192 public maxAnswer = type(int192).max;
    uint80 public latestRound;

    mapping(uint80 roundId => Round) private _rounds;

    event NewRound(uint256 indexed roundId, address indexed startedBy, uint256 startedAt);
    event AnswerUpdated(int256 indexed current, uint256 indexed roundId, uint256 updatedAt);
    event LimitsSet(int192 minAnswer, int192 maxAnswer);

    error NoDataPresent();
    error BadLimits(int192 minAnswer, int192 maxAnswer);

    constructor(string memory description_, uint8 decimals_, address owner) Ownable(owner) {
        description = description_;
        decimals = decimals_;
        emit LimitsSet(minAnswer, maxAnswer);
    }

    /// @notice Next round, answered now. Like the real ones the answer is cut to the limits when it lies beyond them.
    function update(int256 answer) external onlyOwner {
        int256 cut = answer > maxAnswer ? int256(maxAnswer) : answer < minAnswer ? int256(minAnswer) : answer;
        _answer(cut, uint48(block.timestamp));
    }

    /// @notice Next round with any answer and start, as a broken feed or a sequencer feed would give it.
    function updateRaw(int256 answer, uint48 startedAt) external onlyOwner {
        _answer(answer, startedAt);
    }

    function setLimits(int192 min, int192 max) external onlyOwner {
        if (min >= max) revert BadLimits(min, max);
        (minAnswer, maxAnswer) = (min, max);
        emit LimitsSet(min, max);
    }

    /// @inheritdoc IPriceFeed
    function latestRoundData() external view returns (uint80, int256, uint256, uint256, uint80) {
        return getRoundData(latestRound);
    }

    /// @inheritdoc IPriceFeed
    function getRoundData(uint80 roundId) public view returns (uint80, int256, uint256, uint256, uint80) {
        Round memory round = _rounds[roundId];
        if (round.updatedAt == 0) revert NoDataPresent();
        return (roundId, round.answer, round.startedAt, round.updatedAt, roundId);
    }

    /// @inheritdoc IPriceFeed
    function aggregator() external view returns (address) {
        return address(this);
    }

    function _answer(int256 answer, uint48 startedAt) private {
        uint80 roundId = ++latestRound;
        _rounds[roundId] = Round(answer, startedAt, uint48(block.timestamp));
        emit NewRound(roundId, msg.sender, startedAt);
        emit AnswerUpdated(answer, roundId, block.timestamp);
    }
}
