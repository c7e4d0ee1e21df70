// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {CapitalBase} from "./CapitalBase.sol";
import {ParametricAdapter} from "../../src/adapters/ParametricAdapter.sol";
import {ReportAdapter} from "../../src/adapters/ReportAdapter.sol";
import {RiskPool} from "../../src/RiskPool.sol";
import {Kind} from "../../src/interfaces/Types.sol";

/// @notice A real adapter with two of three signers, so that a test can let things happen: a report of a value is a share, in
/// percent, that is lost.
abstract contract IncidentBase is CapitalBase {
    ParametricAdapter internal adapter;
    string[3] private _signerNames = ["signer 1", "signer 2", "signer 3"];
    uint256 private _reports;

    function setUp() public virtual override {
        super.setUp();
        provide(bob, 999_000 * USDC); // with the seed a million
        adapter = new ParametricAdapter(address(protocol.manager), protocol.directory);
        vm.startPrank(dao);
        adapter.setSigners(_sorted(), 2);
        vm.stopPrank();
        bind(1, subject);
    }

    function bind(uint32 poolId, uint32 subjectId) internal {
        vm.startPrank(dao);
        adapter.configure(
            subjectId,
            ParametricAdapter.Config({
                atLeast: true,
                threshold: 1,
                full: 100,
                startBps: 100,
                cancelledBps: 10_000,
                divertedBps: 5_000,
                maxAge: 30 days
            })
        );
        protocol.incidents.bindAdapter(poolId, subjectId, address(adapter), true);
        vm.stopPrank();
    }

    /// A new report, signed by the first two signers.
    /// @param percent  of loss, 0: nothing happened
    function report(uint32 subjectId, uint48 occurredAt, int256 percent) internal returns (bytes memory) {
        ReportAdapter.Report memory r = ReportAdapter.Report({
            subjectId: subjectId,
            reportId: bytes32(++_reports),
            status: 0,
            value: percent,
            base: 0,
            occurredAt: occurredAt,
            observedAt: uint48(block.timestamp),
            sourceHash: keccak256("source")
        });
        bytes32 digest = adapter.digestOf(r);
        bytes[] memory signatures = new bytes[](2);
        address[] memory order = _sorted();
        for (uint256 i = 0; i < 2; ++i) {
            (uint8 v, bytes32 rr, bytes32 s) = vm.sign(_keyFor(order[i]), digest);
            signatures[i] = abi.encodePacked(rr, s, v);
        }
        return abi.encode(r, signatures);
    }

    function detect(uint32 subjectId, uint48 occurredAt, int256 percent) internal returns (uint64 incidentId) {
        RiskPool at = pool;
        return protocol.incidents.detect(
            at.poolId(), subjectId, address(adapter), report(subjectId, occurredAt, percent)
        );
    }

    /// From detection to settling by the automatic route.
    function settleIncident(uint32 subjectId, uint48 occurredAt, int256 percent) internal returns (uint64 incidentId) {
        incidentId = detect(subjectId, occurredAt, percent);
        pass(1 hours);
        protocol.incidents.confirm(incidentId, address(adapter), report(subjectId, occurredAt, percent));
        pass(25 hours);
        protocol.incidents.startSettling(incidentId);
    }

    function _sorted() private returns (address[] memory sorted) {
        sorted = new address[](3);
        for (uint256 i = 0; i < 3; ++i) {
            sorted[i] = account(_signerNames[i]);
        }
        for (uint256 i = 0; i < 2; ++i) {
            for (uint256 k = 0; k < 2; ++k) {
                if (sorted[k] > sorted[k + 1]) (sorted[k], sorted[k + 1]) = (sorted[k + 1], sorted[k]);
            }
        }
    }

    function _keyFor(address signer) private view returns (uint256) {
        for (uint256 i = 0; i < 3; ++i) {
            if (vm.addr(keyOf(_signerNames[i])) == signer) return keyOf(_signerNames[i]);
        }
        revert("not a signer");
    }
}
