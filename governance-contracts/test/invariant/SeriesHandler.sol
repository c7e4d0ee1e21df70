// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {CaseKind, Kind} from "../../src/interfaces/Types.sol";
import {ICoverSeries} from "../../src/interfaces/ICoverSeries.sol";
import {ReportAdapter} from "../../src/adapters/ReportAdapter.sol";
import {ClaimsHandler} from "./ClaimsHandler.sol";

/// @notice Small parametric cover, and the evidence that anyone adds.
abstract contract SeriesHandler is ClaimsHandler {
    uint256 internal reports;
    /// Evidence as it was first seen.
    mapping(uint64 claimId => bytes32[]) internal evidenceSeen;
    mapping(uint256 seriesId => uint256) internal settledAt;
    mapping(uint256 seriesId => uint256) internal unitPaidSeen;

    function openSeries(uint256 seed) external counted("openSeries") {
        if (protocol.series.seriesCount() >= 4) return;
        vm.prank(address(protocol.timelock));
        try protocol.series.open(
            poolIdOf(Kind.Parametric),
            subjectOf(Kind.Parametric, 1),
            address(protocol.adapters.parametric),
            1 * USDC,
            bound(seed, 1_000, 40_000),
            uint48(block.timestamp + 10 days),
            uint48(block.timestamp + 20 days),
            keccak256("terms")
        ) {} catch {}
    }

    function mintSeries(uint256 seed, uint256 units) external counted("mintSeries") {
        uint256 id = _series(seed);
        if (id == 0) return;
        address who = holder(seed);
        units = bound(units, 1, 5_000);
        fund(who, units * USDC);
        vm.startPrank(who);
        asset.approve(address(protocol.series), type(uint256).max);
        try protocol.series.mint(id, units, units * USDC, who) {} catch {}
        vm.stopPrank();
    }

    function settleSeries(uint256 seed, uint256 delay) external counted("settleSeries") {
        uint256 id = _series(seed);
        if (id == 0) return;
        ICoverSeries.Series memory s = protocol.series.series(id);
        if (s.state != ICoverSeries.SeriesState.Open) return;
        if (block.timestamp < s.eventEnd + 2 days) _passTime(s.eventEnd + 2 days - block.timestamp);
        bytes memory data = _report(s.subjectId, int256(bound(delay, 0, 300)), s.eventEnd - 1 days);
        try protocol.series.settle(id, data) {
            unitPaidSeen[id] = protocol.series.series(id).unitPaid;
            settledAt[id] = block.timestamp;
        } catch {}
    }

    function redeemSeries(uint256 seed) external counted("redeemSeries") {
        uint256 id = _series(seed);
        if (id == 0) return;
        address who = holder(seed >> 8);
        uint256 units = protocol.series.balanceOf(who, id);
        uint256 money = asset.balanceOf(who);
        try protocol.series.redeem(id, who) returns (uint256 assets) {
            uint256 burned = units - protocol.series.balanceOf(who, id);
            _check(asset.balanceOf(who) - money == assets, "a redemption sent another sum than it said", 33);
            _check(assets == burned * unitPaidSeen[id], "a unit was redeemed for another sum than settled", 33);
        } catch {}
    }

    function closeSeries(uint256 seed) external counted("closeSeries") {
        uint256 id = _series(seed);
        if (id != 0) try protocol.series.close(id) {} catch {}
    }

    /// A whole loss in one act, so that random acts before and after it meet incidents at every stage.
    function lose(uint256 kindSeed, uint256 seed, uint256 stage) external counted("pay") {
        Kind kind = _kind(kindSeed);
        if (protocol.incidents.openIncidentOf(poolIdOf(kind), subjectOf(kind, 0)) != 0) return;
        this.buy(0, kindSeed, bound(seed, 2_000 * USDC, 60_000 * USDC), 300 days);
        this.buy(2, kindSeed, bound(seed >> 16, 2_000 * USDC, 400_000 * USDC), 300 days);
        _passTime(16 days);
        _setPrice(kind, USUAL_PRICE * int256(bound(seed >> 32, 20, 55)) / 100);
        this.detect(kindSeed, seed);
        if (stage % 8 == 0) return;
        _passTime(30 minutes);
        uint256 latest = protocol.incidents.incidentCount();
        this.confirm(latest);
        if (stage % 8 == 1) return;
        if (stage % 8 < 4) return this.challenge(latest, 0);
        _passTime(50 hours);
        this.startSettling(latest);
        this.settleAll(latest);
        for (uint256 n = 0; n < 4; ++n) {
            this.pay(type(uint256).max - n);
        }
        _setPrice(kind, USUAL_PRICE);
    }

    /// Everyone votes on the newest case, one way or the other.
    function decide(uint256 seed) external counted("decide") {
        uint64 id = protocol.tribunal.caseCount();
        if (id == 0) return;
        for (uint256 v = 0; v < VOTERS; ++v) {
            this.vote(id, v | ((seed >> (2 * v)) << 8), seed >> v);
        }
        this.closeCase(id);
    }

    function addEvidence(uint256 claimSeed, bytes32 content) external counted("addEvidence") {
        uint64 count = protocol.claims.claimCount();
        if (count == 0 || content == 0) return;
        uint64 id = uint64(bound(claimSeed, 1, count));
        vm.prank(protocol.claims.claim(id).claimant);
        try protocol.tribunal.addEvidence(CaseKind.Claim, id, content, "ipfs://evidence") {
            evidenceSeen[id].push(content);
        } catch {}
    }

    /// A report of the local signers, two of three.
    function _report(uint32 subjectId, int256 value, uint48 occurredAt) internal returns (bytes memory) {
        ReportAdapter.Report memory report;
        report.subjectId = subjectId;
        report.reportId = bytes32(++reports);
        report.value = value;
        report.occurredAt = occurredAt;
        report.observedAt = uint48(block.timestamp);
        report.sourceHash = keccak256("source");
        bytes32 digest = protocol.adapters.parametric.digestOf(report);
        (address[] memory signers, string[] memory names) = reporters();
        bytes[] memory signatures = new bytes[](2);
        for (uint256 n = 0; n < 2; ++n) {
            require(signers[n] == vm.addr(keyOf(names[n])), "reporters are sorted");
            (uint8 v, bytes32 r, bytes32 s) = vm.sign(keyOf(names[n]), digest);
            signatures[n] = abi.encodePacked(r, s, v);
        }
        return abi.encode(report, signatures);
    }

    /// The three reporters, ascending by address.
    function reporters() internal pure returns (address[] memory signers, string[] memory names) {
        signers = new address[](3);
        names = new string[](3);
        (names[0], names[1], names[2]) = ("reporter 1", "reporter 2", "reporter 3");
        for (uint256 n = 0; n < 3; ++n) {
            signers[n] = vm.addr(keyOf(names[n]));
            for (uint256 m = n; m > 0 && signers[m] < signers[m - 1]; --m) {
                (signers[m], signers[m - 1]) = (signers[m - 1], signers[m]);
                (names[m], names[m - 1]) = (names[m - 1], names[m]);
            }
        }
    }

    function _series(uint256 seed) private view returns (uint256) {
        uint256 count = protocol.series.seriesCount();
        return count == 0 ? 0 : bound(seed, 1, count);
    }
}
