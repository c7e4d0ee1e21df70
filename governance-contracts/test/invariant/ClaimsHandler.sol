// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {CaseOutcome, ClaimState, IncidentState, Kind, Verdict, Observation} from "../../src/interfaces/Types.sol";
import {IClaims} from "../../src/interfaces/IClaims.sol";
import {IIncidents} from "../../src/interfaces/IIncidents.sol";
import {IRiskPool} from "../../src/interfaces/IRiskPool.sol";
import {ITribunal} from "../../src/interfaces/ITribunal.sol";
import {ParameterKeys} from "../../src/libraries/ParameterKeys.sol";
import {ParameterScope} from "../../src/libraries/ParameterScope.sol";
import {PriceFeed} from "../../src/local/PriceFeed.sol";
import {RiskPool} from "../../src/RiskPool.sol";
import {GovernanceHandler} from "./GovernanceHandler.sol";

/// @notice What happens to insured things, and what claimants, keepers, voters and the council do about it.
abstract contract ClaimsHandler is GovernanceHandler {
    int256 internal constant USUAL_PRICE = 2_000e8;

    /// Feeds of the first subject of each kind; the price drop adapter reads both.
    mapping(Kind => PriceFeed) internal priceOf;
    mapping(Kind => PriceFeed) internal secondPriceOf;
    /// What pay() sent for each incident, and the approval that was never reached.
    mapping(uint64 incidentId => uint256) internal paidFor;

    function movePrice(uint256 kindSeed, uint256 part) external counted("movePrice") {
        Kind kind = _kind(kindSeed);
        _setPrice(kind, part % 3 == 0 ? USUAL_PRICE * int256(bound(part, 5, 60)) / 100 : USUAL_PRICE);
    }

    function detect(uint256 kindSeed, uint256 seed) external counted("detect") {
        Kind kind = _kind(kindSeed);
        address who = holder(seed);
        uint32 poolId = poolIdOf(kind);
        uint256 bond = protocol.incidents.detectionBondOf(poolId, subjectOf(kind, 0), who);
        fund(who, bond);
        vm.startPrank(who);
        asset.approve(address(protocol.incidents), bond);
        try protocol.incidents.detect(poolId, subjectOf(kind, 0), address(protocol.adapters.priceDrop), _round(kind)) {} catch {}
        vm.stopPrank();
    }

    function confirm(uint256 incidentSeed) external counted("confirm") {
        (uint64 id, IIncidents.Incident memory i) = _incident(incidentSeed);
        if (id == 0) return;
        Kind kind = Kind(i.poolId - 1);
        Observation memory reading;
        try protocol.adapters.priceDrop.observe(i.subjectId, _round(kind)) returns (Observation memory o) {
            reading = o;
        } catch {
            return;
        }
        try protocol.incidents.confirm(id, address(protocol.adapters.priceDrop), _round(kind)) {
            _check(reading.verdict == Verdict.Triggered, "something else than a triggered reading confirmed", 14);
            _check(block.timestamp >= i.detectedAt + 5 minutes, "one adapter confirmed itself at once", 13);
        } catch {}
    }

    function challenge(uint256 incidentSeed, uint256 seed) external counted("challenge") {
        (uint64 id,) = _incident(incidentSeed);
        if (id == 0 || seed % 3 != 0) return;
        address who = account("challenger");
        uint256 bond = protocol.incidents.terms(id).challengeBond;
        fund(who, bond);
        vm.startPrank(who);
        asset.approve(address(protocol.incidents), bond);
        try protocol.incidents.challenge(id, keccak256("doubt")) {} catch {}
        vm.stopPrank();
    }

    function lapseIncident(uint256 incidentSeed) external counted("lapseIncident") {
        (uint64 id,) = _incident(incidentSeed);
        if (id != 0) try protocol.incidents.lapse(id) {} catch {}
    }

    function startSettling(uint256 incidentSeed) external counted("startSettling") {
        (uint64 id, IIncidents.Incident memory i) = _incident(incidentSeed);
        if (id == 0) return;
        try protocol.incidents.startSettling(id) {
            IIncidents.Incident memory after_ = protocol.incidents.incident(id);
            if (after_.state != IncidentState.Settling) return;
            _check(i.confirmedAt != 0 && i.secondAdapter != address(0), "settled without two readings", 13);
            _check(i.challenger == address(0), "settled automatically although challenged", 13);
            _check(block.timestamp > i.challengeEnds, "settled before the challenge window ended", 13);
            _check(i.poolId != poolIdOf(Kind.Custody), "custody settled without people", 13);
        } catch {}
    }

    function closeIncident(uint256 incidentSeed) external counted("closeIncident") {
        (uint64 id,) = _incident(incidentSeed);
        if (id != 0) try protocol.incidents.close(id) {} catch {}
    }

    function submit(uint256 policySeed, uint256 incidentSeed, uint256 amount) external counted("submit") {
        (uint64 id, IIncidents.Incident memory i) = _incident(incidentSeed);
        uint256 count = protocol.underwriting.policyCount();
        if (id == 0 || count == 0) return;
        uint256 policyId = bound(policySeed, 1, count);
        address who = protocol.policyNFT.ownerOf(policyId);
        uint256 insured = protocol.underwriting.exposureAt(policyId, i.occurredAt).amount;
        if (insured == 0) return;
        fund(who, 500 * USDC);
        vm.startPrank(who);
        asset.approve(address(protocol.claims), 500 * USDC);
        try protocol.claims.submit(policyId, id, bound(amount, 1, insured), keccak256("evidence")) {} catch {}
        vm.stopPrank();
    }

    function settleAll(uint256 incidentSeed) external counted("settleAll") {
        (uint64 id, IIncidents.Incident memory i) = _incident(incidentSeed);
        uint256 count = protocol.underwriting.policyCount();
        if (id == 0 || count == 0) return;
        uint256[] memory ids = new uint256[](count);
        for (uint256 n = 0; n < count; ++n) {
            ids[n] = n + 1;
        }
        uint64 before = protocol.claims.claimCount();
        try protocol.claims.settle(id, ids) {
            for (uint64 c = before + 1; c <= protocol.claims.claimCount(); ++c) {
                IClaims.Claim memory claim = protocol.claims.claim(c);
                uint48 start = protocol.underwriting.policy(claim.coverId).start;
                _check(start <= i.occurredAt, "a policy within its waiting period was paid automatically", 12);
            }
        } catch {}
    }

    function resolve(uint256 claimSeed) external counted("resolve") {
        uint64 id = _claim(claimSeed);
        if (id != 0) try protocol.claims.resolve(id) {} catch {}
    }

    function vote(uint256 seed, uint256 choiceSeed, uint256 share) external counted("vote") {
        uint64 count = protocol.tribunal.caseCount();
        if (count == 0) return;
        uint64 id = uint64(bound(seed, count > 3 ? count - 2 : 1, count));
        address who = voter(choiceSeed);
        ITribunal.Case memory case_ = protocol.tribunal.case_(id);
        if (case_.outcome == CaseOutcome.Open && block.timestamp < case_.opens) _passTime(case_.opens - block.timestamp);
        ITribunal.Choice choice = ITribunal.Choice(1 + (choiceSeed >> 8) % 4);
        uint16 shareBps = choice == ITribunal.Choice.PayPartial ? uint16(bound(share, 1, 99) * 100) : 0;
        uint256 held = protocol.token.getPastVotes(who, case_.snapshot);
        vm.prank(who);
        try protocol.tribunal.vote(id, choice, shareBps, keccak256("reason")) {
            ITribunal.Ballot memory ballot = protocol.tribunal.ballot(id, who);
            _check(ballot.weight <= case_.weightCap && ballot.weight <= held, "a ballot weighs more than it may", 21);
            ITribunal.Case memory after_ = protocol.tribunal.case_(id);
            bool flipped = _leads(case_) != _leads(after_);
            bool late = block.timestamp + 24 hours > case_.closes;
            if (flipped && late && case_.extensions < 2) {
                _check(after_.closes >= block.timestamp + 24 hours - 1, "a late flip did not extend the vote", 24);
            }
        } catch {}
    }

    function closeCase(uint256 seed) external counted("closeCase") {
        uint64 count = protocol.tribunal.caseCount();
        if (count == 0) return;
        uint64 id = uint64(bound(seed, count > 3 ? count - 2 : 1, count));
        ITribunal.Case memory case_ = protocol.tribunal.case_(id);
        if (case_.outcome != CaseOutcome.Open) return;
        if (block.timestamp < case_.closes) _passTime(case_.closes - block.timestamp);
        (CaseOutcome expected,) = protocol.tribunal.tally(id);
        try protocol.tribunal.close(id) {
            _check(protocol.tribunal.case_(id).outcome == expected, "a case ended otherwise than its tally said", 23);
        } catch {}
    }

    function councilDecides(uint256 seed, bool accepted, uint256 amount) external counted("councilDecides") {
        uint64 claimId = _claim(seed);
        if (claimId != 0) {
            uint256 requested = protocol.claims.claim(claimId).requested;
            vm.prank(council);
            try protocol.claims.councilDecide(claimId, accepted, bound(amount, 1, requested), keccak256("why")) {} catch {}
        }
        (uint64 id, IIncidents.Incident memory i) = _incident(seed);
        if (id == 0) return;
        vm.prank(council);
        try protocol.incidents.councilDecide(id, accepted, i.occurredAt, uint16(bound(amount, 1, 1e4)), keccak256("why")) {} catch {}
    }

    function reopen(uint256 seed) external counted("reopen") {
        uint64 claimId = _claim(seed);
        if (claimId != 0) try protocol.claims.reopen(claimId) {} catch {}
        (uint64 id,) = _incident(seed);
        if (id != 0) try protocol.incidents.reopen(id) {} catch {}
    }

    function pay(uint256 claimSeed) external counted("pay") {
        uint64 id = _claim(claimSeed);
        if (id == 0) return;
        IClaims.Claim memory claim = protocol.claims.claim(id);
        uint48 redeemBy = protocol.claims.redeemByOf(id);
        try protocol.claims.pay(id) returns (uint256 assets) {
            paidFor[claim.incidentId] += assets;
            _check(block.timestamp >= claim.payableAt, "a claim was paid before its time", 10);
            _check(claim.waitsForWindow || block.timestamp <= redeemBy, "a claim was paid after its time", 10);
            _afterPayment(claim);
        } catch {}
    }

    function flagFraud(uint256 claimSeed) external counted("flagFraud") {
        uint64 id = _claim(claimSeed);
        if (id == 0 || claimSeed % 2 == 0) return;
        vm.prank(council);
        try protocol.claims.flagFraud(id, keccak256("why")) {} catch {}
    }

    function appeal(uint256 claimSeed) external counted("appeal") {
        uint64 id = _claim(claimSeed);
        if (id == 0) return;
        address who = protocol.claims.claim(id).claimant;
        fund(who, 1_500 * USDC);
        vm.startPrank(who);
        asset.approve(address(protocol.claims), 1_500 * USDC);
        try protocol.claims.appeal(id, keccak256("more evidence")) {} catch {}
        vm.stopPrank();
    }

    function endClaim(uint256 claimSeed) external counted("endClaim") {
        uint64 id = _claim(claimSeed);
        if (id == 0) return;
        try protocol.claims.finalise(id) {} catch {}
        try protocol.claims.expire(id) {} catch {}
        try protocol.claims.hold(id) returns (uint256 assets) {
            paidFor[protocol.claims.claim(id).incidentId] += assets;
        } catch {}
    }

    function passTime(uint256 secs) external counted("passTime") {
        _passTime(bound(secs, 10 minutes, secs % 5 == 0 ? 20 days : 30 hours));
    }

    /// Time passes in steps in which the feeds are kept alive and sampled, as their keepers do.
    function _passTime(uint256 secs) internal {
        uint256 end = block.timestamp + secs;
        while (block.timestamp < end) {
            uint256 step = end - block.timestamp;
            skip(step < 12 hours ? step : 12 hours);
            _keepFeedsAlive();
        }
    }

    function _keepFeedsAlive() internal {
        (, int256 peg,,,) = pegFeed.latestRoundData();
        vm.prank(deployer);
        pegFeed.update(peg);
        for (uint256 k = 0; k <= uint256(type(Kind).max); ++k) {
            (, int256 price,,,) = priceOf[Kind(k)].latestRoundData();
            _setPrice(Kind(k), price);
        }
    }

    function _setPrice(Kind kind, int256 price) internal {
        vm.startPrank(deployer);
        priceOf[kind].update(price);
        secondPriceOf[kind].update(price);
        vm.stopPrank();
        try protocol.adapters.priceDrop.commitObservation(subjectOf(kind, 0), _round(kind)) {} catch {}
    }

    /// The round in which the price last fell, which a reading must name.
    function _round(Kind kind) internal view returns (bytes memory) {
        PriceFeed feed = priceOf[kind];
        uint80 round = feed.latestRound();
        (, int256 price,,,) = feed.getRoundData(round);
        for (uint80 r = round; r > 1; --r) {
            (, int256 before,,,) = feed.getRoundData(r - 1);
            if (before > price) return abi.encode(r);
            if (round - r > 40) break;
        }
        return abi.encode(round);
    }

    function _afterPayment(IClaims.Claim memory claim) private {
        uint32 poolId = protocol.incidents.incident(claim.incidentId).poolId;
        RiskPool pool = protocol.pools[poolId - 1];
        IRiskPool.IncidentReserve memory reserve = pool.incidentReserve(claim.incidentId);
        _check(pool.capital().grossAssets + reserve.backstop >= reserve.floor, "a payout went below the pool's floor", 6);
        (uint256 used, uint256 limit) = pool.drainWindow(true);
        _check(used <= limit, "more was paid in a day than the drain limit", 7);
    }

    function _leads(ITribunal.Case memory c) private pure returns (int8) {
        uint256 forPaying = uint256(c.pay) + c.partialPay;
        return forPaying > c.deny ? int8(1) : forPaying < c.deny ? int8(-1) : int8(0);
    }

    function _incident(uint256 seed) private view returns (uint64 id, IIncidents.Incident memory i) {
        uint64 count = protocol.incidents.incidentCount();
        if (count == 0) return (0, i);
        id = uint64(bound(seed, count > 5 ? count - 4 : 1, count));
        i = protocol.incidents.incident(id);
    }

    function _claim(uint256 seed) private view returns (uint64) {
        uint64 count = protocol.claims.claimCount();
        return count == 0 ? 0 : uint64(bound(seed, count > 8 ? count - 7 : 1, count));
    }
}
