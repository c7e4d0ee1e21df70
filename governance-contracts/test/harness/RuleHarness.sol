// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {RateLimiter} from "@openzeppelin/contracts/utils/RateLimiter.sol";
import {Checkpoints} from "@openzeppelin/contracts/utils/structs/Checkpoints.sol";
import {IRiskRegistry} from "../../src/interfaces/IRiskRegistry.sol";
import {CaseOutcome, Level} from "../../src/interfaces/Types.sol";
import {CaseMath} from "../../src/libraries/CaseMath.sol";
import {ClaimMath} from "../../src/libraries/ClaimMath.sol";
import {DrainWindow} from "../../src/libraries/DrainWindow.sol";
import {FeedReader} from "../../src/libraries/FeedReader.sol";
import {PremiumMath} from "../../src/libraries/PremiumMath.sol";
import {PremiumStream} from "../../src/libraries/PremiumStream.sol";
import {PrepaidBalance} from "../../src/libraries/PrepaidBalance.sol";
import {ProRata} from "../../src/libraries/ProRata.sol";
import {RiskScore} from "../../src/libraries/RiskScore.sol";
import {SolvencyMath} from "../../src/libraries/SolvencyMath.sol";
import {WeightedMedian} from "../../src/libraries/WeightedMedian.sol";

/// @title Rule harness
/// @notice The libraries' rules as questions, so that another implementation can be compared with them on a node. Nothing is
/// deployed with it, and nothing is kept: every question is an eth_call. Answers are lists of numbers.
contract RuleHarness {
    using Checkpoints for Checkpoints.Trace208;
    using DrainWindow for RateLimiter.SlidingWindow;
    using PremiumStream for PremiumStream.Schedule;
    using PrepaidBalance for PrepaidBalance.Balance;
    using ProRata for ProRata.Part;
    using WeightedMedian for WeightedMedian.Histogram;

    /// One thing that happens to a schedule of premiums.
    /// @param adds    whether a stream is added, else the stream of that number is taken out
    /// @param number  of the stream, in the order of their adding, from 0
    struct StreamStep {
        uint48 at;
        bool adds;
        uint256 amount;
        uint48 until;
        uint256 number;
    }
    /// One thing that happens to a prepaid balance: it is charged, paid into, given a rate, and started.
    struct BalanceStep {
        uint48 at;
        uint256 paidIn;
        uint256 rate;
        bool starts;
    }
    /// A stream as it was added.
    struct Stream {
        uint256 amount;
        uint48 from;
        uint48 until;
    }
    /// What the feed that this contract plays answers.
    struct Answer {
        int256 answer;
        uint256 updatedAt;
        uint8 decimals;
        int192 lowest;
        int192 highest;
    }

    /// A library refused a question.
    error Refused(uint256 number, bytes why);

    PremiumStream.Schedule private _schedule;
    Stream[] private _streams;
    PrepaidBalance.Balance private _balance;
    RateLimiter.SlidingWindow private _drain;
    WeightedMedian.Histogram private _histogram;
    Answer private _answer;

    /// @notice Many questions in one. None sees what another one stored.
    function ask(bytes[] calldata questions) external returns (bytes[] memory answers) {
        answers = new bytes[](questions.length);
        for (uint256 i = 0; i < questions.length; ++i) {
            (, bytes memory undone) = address(this).call(abi.encodeCall(this.probe, (questions[i])));
            bool answered;
            (answered, answers[i]) = abi.decode(undone, (bool, bytes));
            if (!answered) revert Refused(i, answers[i]);
        }
    }

    /// @notice Asks, and takes back whatever that changed: the answer is what it reverts with.
    function probe(bytes calldata question) external {
        (bool answered, bytes memory answer) = address(this).call(question);
        bytes memory told = abi.encode(answered, answer);
        assembly ("memory-safe") {
            revert(add(told, 0x20), mload(told))
        }
    }

    /// @return limit, requirement, ratio
    function share(uint256 value, uint256 bps, uint256 whole) external pure returns (uint256, uint256, uint256) {
        return (SolvencyMath.limit(value, bps), SolvencyMath.requirement(value, bps), SolvencyMath.ratio(value, whole));
    }

    /// @return minCapital, capacity
    function capital(uint256 netAssets, uint256 weighted, uint256 ratioBps) external pure returns (uint256, uint256) {
        return (SolvencyMath.minCapital(weighted), SolvencyMath.capacity(netAssets, weighted, ratioBps));
    }

    function incidentCap(uint256 gross, uint256 capBps, uint256 most, uint256 floor, uint256 reserved)
        external
        pure
        returns (uint256)
    {
        return SolvencyMath.incidentCap(gross, capBps, most, floor, reserved);
    }

    /// @return due and bps of the part while claims come in, due and bps of it at the end
    function proRata(uint256 funds, uint256 sum, uint256 trancheBps, uint256 approved, uint256 paid, uint256 left)
        external
        pure
        returns (uint256, uint256, uint256, uint256)
    {
        ProRata.Part memory first = ProRata.first(funds, sum, trancheBps);
        ProRata.Part memory last = ProRata.last(funds, sum);
        return (first.due(approved, paid, left), first.bps(), last.due(approved, paid, left), last.bps());
    }

    /// @return premium, perSecond
    function price(uint256 cover, uint256 rateBps, uint256 duration) external pure returns (uint256, uint256) {
        return (PremiumMath.premium(cover, rateBps, duration), PremiumMath.perSecond(cover, rateBps));
    }

    /// @return risk, utilisation, decayed, added
    function parts(uint256 slopeBps, uint256 shareBps, uint256 surge, uint256 amount, uint256 largest)
        external
        pure
        returns (uint256, uint256, uint256, uint256)
    {
        return (
            PremiumMath.risk(slopeBps, shareBps),
            PremiumMath.utilisation(slopeBps, shareBps),
            PremiumMath.decayed(surge, slopeBps, amount),
            PremiumMath.added(slopeBps, amount, largest)
        );
    }

    /// @return toPool, toTreasury, toDistributor
    function split(uint256 premium, uint256 treasuryBps, uint256 distributorBps)
        external
        pure
        returns (uint256, uint256, uint256)
    {
        return PremiumMath.split(premium, treasuryBps, distributorBps);
    }

    /// @return states after each step: earned on the way, held, rate, what taking out gave or adding would refund in half its time
    function streams(StreamStep[] calldata steps) external returns (uint256[4][] memory states) {
        states = new uint256[4][](steps.length);
        for (uint256 i = 0; i < steps.length; ++i) {
            StreamStep calldata step = steps[i];
            states[i][0] = _schedule.advance(step.at);
            if (step.adds) {
                _schedule.add(step.amount, step.until);
                _streams.push(Stream(step.amount, step.at, step.until));
                uint48 half = step.at + (step.until - step.at) / 2;
                states[i][3] = PremiumStream.refundable(step.amount, step.at, step.until, half);
            } else {
                Stream memory stream = _streams[step.number];
                states[i][3] = _schedule.remove(stream.amount, stream.from, stream.until);
            }
            states[i][1] = _schedule.held();
            states[i][2] = _schedule.rate;
        }
    }

    /// @return states after each step: prepaid, due, fraction, usedUpAt, funded
    function balances(BalanceStep[] calldata steps) external returns (uint256[5][] memory states) {
        states = new uint256[5][](steps.length);
        _balance.chargedAt = steps[0].at;
        for (uint256 i = 0; i < steps.length; ++i) {
            BalanceStep calldata step = steps[i];
            _balance.charge(step.at);
            _balance.prepaid += step.paidIn;
            _balance.rate = step.rate;
            if (step.starts) _balance.start(step.at);
            states[i] = [
                _balance.prepaid,
                _balance.due,
                _balance.fraction,
                _balance.usedUpAt(),
                _balance.funded ? 1 : 0
            ];
        }
    }

    /// @param ages      s before now, falling, of payouts and of redemptions in turn
    /// @return used of payouts, used of redemptions, limit
    function drain(uint48[] calldata ages, uint256[] calldata amounts, uint256 gross, uint256 bps, uint256 least)
        external
        returns (uint256, uint256, uint256)
    {
        _drain._window = DrainWindow.SPAN;
        for (uint256 i = 0; i < ages.length; ++i) {
            Checkpoints.Trace208 storage trace =
                _drain._items[i % 2 == 0 ? DrainWindow.PAYOUTS : DrainWindow.REDEMPTIONS];
            trace.push(uint48(block.timestamp) - ages[i], trace.latest() + uint208(amounts[i]));
        }
        (uint256 payouts, uint256 limit) = _drain.state(DrainWindow.PAYOUTS, gross, bps, least);
        (uint256 redemptions,) = _drain.state(DrainWindow.REDEMPTIONS, gross, bps, least);
        return (payouts, redemptions, limit);
    }

    /// @return score and level
    function score(IRiskRegistry.Inputs calldata inputs, uint256 at) external pure returns (uint256, Level) {
        uint16 score_ = RiskScore.score(inputs, at);
        return (score_, RiskScore.levelOf(score_));
    }

    /// @return median of weights on percents
    function median(uint256[] calldata percents, uint256[] calldata weights) external returns (uint256) {
        for (uint256 i = 0; i < percents.length; ++i) {
            _histogram.add(percents[i], weights[i]);
        }
        return _histogram.median();
    }

    /// @return outcome of tallies
    function outcome(uint256 paying, uint256 denying, uint256 quorum, uint256 voters, uint256 minVoters)
        external
        pure
        returns (CaseOutcome)
    {
        return CaseMath.outcome(paying, denying, quorum, voters, minVoters);
    }

    /// @return quorum, quorum doubled, weight cap, whether the weight counts as a voter
    function voting(uint256 weight, uint256 supply, uint256 bps) external pure returns (uint256, uint256, uint256, bool) {
        return (
            CaseMath.quorumOf(supply, bps, false),
            CaseMath.quorumOf(supply, bps, true),
            CaseMath.capOf(supply, bps),
            CaseMath.counts(weight, supply)
        );
    }

    /// @return loss, deductible, most
    function claim(uint256 insured, uint256 severityBps, uint256 deductibleBps)
        external
        pure
        returns (uint256, uint256, uint256)
    {
        return ClaimMath.payable_(insured, severityBps, deductibleBps);
    }

    /// @return granted, expected, challengeBond
    function sums(uint256 amount, uint256 severityBps, uint256 deductibleBps, uint256 least)
        external
        pure
        returns (uint256, uint256, uint256)
    {
        return (
            ClaimMath.granted(amount, severityBps),
            ClaimMath.expected(amount, severityBps, deductibleBps),
            ClaimMath.challengeBond(amount, deductibleBps, least)
        );
    }

    /// @param age  s before now of the answer; 2^48 − 1 for an answer that is dated tomorrow
    /// @return quality and price8 of an answer
    function feed(int256 answer, uint48 age, uint8 decimals_, int192 lowest, int192 highest, uint256 maxAge)
        external
        returns (FeedReader.Quality, uint256)
    {
        uint256 updatedAt = age == type(uint48).max ? block.timestamp + 1 days : block.timestamp - age;
        _answer = Answer(answer, updatedAt, decimals_, lowest, highest);
        FeedReader.Reading memory reading = FeedReader.latest(address(this), maxAge);
        return (reading.quality, reading.price8);
    }

    // ── the feed that this contract plays ──

    function latestRoundData() external view returns (uint80, int256, uint256, uint256, uint80) {
        return (1, _answer.answer, _answer.updatedAt, _answer.updatedAt, 1);
    }

    function decimals() external view returns (uint8) {
        return _answer.decimals;
    }

    function aggregator() external view returns (address) {
        return address(this);
    }

    function minAnswer() external view returns (int192) {
        return _answer.lowest;
    }

    function maxAnswer() external view returns (int192) {
        return _answer.highest;
    }
}
