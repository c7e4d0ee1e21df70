// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {Deployed} from "../Deployed.sol";
import {FeedAdapter} from "../../src/adapters/FeedAdapter.sol";
import {ReportAdapter} from "../../src/adapters/ReportAdapter.sol";
import {ITriggerAdapter} from "../../src/interfaces/ITriggerAdapter.sol";
import {Observation, Verdict} from "../../src/interfaces/Types.sol";
import {PriceFeed} from "../../src/local/PriceFeed.sol";

/// @notice The deployed protocol with two feeds that agree and three sworn signers, for what adapters say about a subject.
/// Subjects are numbers here: adapters ask no registry.
abstract contract AdapterBase is Deployed {
    uint32 internal constant SUBJECT = 7;
    uint48 internal constant NEVER = 0;

    address internal dao;
    PriceFeed internal feed;
    PriceFeed internal second;
    uint256 private _reports;

    function setUp() public virtual {
        deployProtocol();
        dao = address(protocol.timelock);
        feed = new PriceFeed("one", 8, address(this));
        second = new PriceFeed("two", 8, address(this));
    }

    function now48() internal view returns (uint48) {
        return uint48(block.timestamp);
    }

    // ── feeds ──

    function source() internal view returns (FeedAdapter.Source memory) {
        return FeedAdapter.Source({
            feed: address(feed),
            second: address(second),
            sequencer: address(0),
            bandBps: 100
        });
    }

    /// Both feeds say the same, now.
    /// @return round  of the answer
    function price(uint256 price8) internal returns (uint80 round) {
        feed.update(int256(price8));
        second.update(int256(price8));
        return feed.latestRound();
    }

    /// Later, both feeds say the same.
    function priceAfter(uint256 secs, uint256 price8) internal returns (uint80 round) {
        skip(secs);
        return price(price8);
    }

    // ── signers ──

    /// Keys of the three signers, by ascending address.
    function keys() internal pure returns (uint256[3] memory sorted) {
        for (uint256 n = 0; n < 3; ++n) sorted[n] = uint256(keccak256(abi.encode("signer", n)));
        for (uint256 n = 0; n < 2; ++n) {
            for (uint256 m = 0; m < 2 - n; ++m) {
                if (vm.addr(sorted[m]) > vm.addr(sorted[m + 1])) {
                    (sorted[m], sorted[m + 1]) = (sorted[m + 1], sorted[m]);
                }
            }
        }
    }

    function signers() internal pure returns (address[] memory addresses) {
        addresses = new address[](3);
        for (uint256 n = 0; n < 3; ++n) addresses[n] = vm.addr(keys()[n]);
    }

    /// A report of now about now.
    function reportOf(uint8 status, int256 value, int256 base) internal returns (ReportAdapter.Report memory) {
        return ReportAdapter.Report({
            subjectId: SUBJECT,
            reportId: bytes32(++_reports),
            status: status,
            value: value,
            base: base,
            occurredAt: now48(),
            observedAt: now48(),
            sourceHash: keccak256("sources")
        });
    }

    /// The report with the signatures of the first two signers.
    function signed(ReportAdapter adapter, ReportAdapter.Report memory report) internal view returns (bytes memory) {
        return abi.encode(report, signatures(adapter, report, 2));
    }

    function signatures(ReportAdapter adapter, ReportAdapter.Report memory report, uint256 count)
        internal
        view
        returns (bytes[] memory list)
    {
        list = new bytes[](count);
        for (uint256 n = 0; n < count; ++n) list[n] = signature(keys()[n], adapter.digestOf(report));
    }

    function signature(uint256 key, bytes32 digest) internal pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        return abi.encodePacked(r, s, v);
    }

    // ── what a reading says ──

    function assertVerdict(Observation memory o, Verdict verdict) internal pure {
        assertEq(uint256(o.verdict), uint256(verdict), "another verdict");
    }

    function assertTriggered(Observation memory o, uint48 occurredAt, uint16 severityBps) internal pure {
        assertVerdict(o, Verdict.Triggered);
        assertEq(o.occurredAt, occurredAt, "another time");
        assertEq(o.severityBps, severityBps, "another severity");
    }

    function assertAlarm(Observation memory o, uint48 occurredAt) internal pure {
        assertTriggered(o, occurredAt, 0);
    }

    /// What is stored is what was observed.
    function commit(ITriggerAdapter adapter, bytes memory data) internal returns (Observation memory o) {
        Observation memory seen = adapter.observe(SUBJECT, data);
        o = adapter.commitObservation(SUBJECT, data);
        assertEq(keccak256(abi.encode(seen)), keccak256(abi.encode(o)), "observing and committing differ");
    }
}
