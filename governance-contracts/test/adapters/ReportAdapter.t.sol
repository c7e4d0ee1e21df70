// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {AdapterBase} from "./AdapterBase.sol";
import {BridgeAdapter} from "../../src/adapters/BridgeAdapter.sol";
import {ParametricAdapter} from "../../src/adapters/ParametricAdapter.sol";
import {ReportAdapter} from "../../src/adapters/ReportAdapter.sol";
import {ITriggerAdapter} from "../../src/interfaces/ITriggerAdapter.sol";
import {Verdict} from "../../src/interfaces/Types.sol";

/// @notice What the adapters over signed reports share, told by the parametric one.
contract ReportAdapterTest is AdapterBase {
    ParametricAdapter internal adapter;

    function setUp() public override {
        super.setUp();
        adapter = protocol.adapters.parametric;
        vm.startPrank(dao);
        adapter.setSigners(signers(), 2);
        adapter.configure(SUBJECT, ParametricAdapter.Config(true, 100, 100, 1e4, 0, 0, 1 days));
        vm.stopPrank();
    }

    // ── signatures ──

    function test_enough_signers_are_believed() public {
        assertTriggered(commit(adapter, signed(adapter, report())), now48(), 1e4);
    }

    function test_more_signers_than_needed_are_welcome() public {
        ReportAdapter.Report memory r = report();
        commit(adapter, abi.encode(r, signatures(adapter, r, 3)));
    }

    function test_too_few_signers_are_not_believed() public {
        ReportAdapter.Report memory r = report();
        refuse(
            abi.encode(r, signatures(adapter, r, 1)),
            abi.encodeWithSelector(ITriggerAdapter.NotEnoughSigners.selector, 1, 2)
        );
    }

    function test_one_signer_counts_once_and_in_order() public {
        ReportAdapter.Report memory r = report();
        bytes[] memory list = signatures(adapter, r, 2);
        list[1] = list[0];
        refuse(abi.encode(r, list), abi.encodeWithSelector(ReportAdapter.BadSignature.selector, signers()[0]));
        list[0] = signature(keys()[1], adapter.digestOf(r));
        refuse(abi.encode(r, list), abi.encodeWithSelector(ReportAdapter.BadSignature.selector, signers()[0]));
    }

    function test_who_is_no_signer_does_not_count() public {
        ReportAdapter.Report memory r = report();
        uint256 stranger = keyOf("stranger");
        bytes[] memory list = new bytes[](1);
        list[0] = signature(stranger, adapter.digestOf(r));
        bytes[] memory three = signatures(adapter, r, 3);
        three[2] = list[0];
        address at = vm.addr(stranger);
        refuse(abi.encode(r, three), abi.encodeWithSelector(ReportAdapter.BadSignature.selector, at));
    }

    function test_a_broken_signature_has_no_signer() public {
        ReportAdapter.Report memory r = report();
        bytes[] memory list = signatures(adapter, r, 2);
        list[0] = "broken";
        refuse(abi.encode(r, list), abi.encodeWithSelector(ReportAdapter.BadSignature.selector, address(0)));
    }

    function test_a_signature_holds_for_one_report_and_one_adapter() public {
        ReportAdapter.Report memory r = report();
        bytes[] memory list = signatures(adapter, r, 2);
        r.value = 99;
        vm.expectPartialRevert(ReportAdapter.BadSignature.selector);
        adapter.observe(SUBJECT, abi.encode(r, list));
        list = signatures(protocol.adapters.bridge, r, 2);
        vm.expectPartialRevert(ReportAdapter.BadSignature.selector);
        adapter.observe(SUBJECT, abi.encode(r, list));
    }

    function test_the_digest_is_that_of_eip_712() public {
        ReportAdapter.Report memory r = report();
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("Breakwater Parametric Reports"),
                keccak256("1"),
                block.chainid,
                address(adapter)
            )
        );
        assertEq(adapter.DOMAIN_SEPARATOR(), domain);
        bytes32 struct_ = keccak256(
            abi.encode(
                keccak256(
                    "Report(uint32 subjectId,bytes32 reportId,uint8 status,int256 value,int256 base,uint48 occurredAt,uint48 observedAt,bytes32 sourceHash)"
                ),
                r.subjectId,
                r.reportId,
                r.status,
                r.value,
                r.base,
                r.occurredAt,
                r.observedAt,
                r.sourceHash
            )
        );
        assertEq(adapter.digestOf(r), keccak256(abi.encodePacked(hex"1901", domain, struct_)));
    }

    // ── input ──

    function test_without_a_report_there_is_no_reading() public {
        assertVerdict(commit(adapter, ""), Verdict.Stale);
    }

    function test_input_that_is_not_canonical_is_refused() public {
        bytes memory data = signed(adapter, report());
        refuse(abi.encodePacked(data, bytes1(0)), abi.encodeWithSelector(ReportAdapter.BadReport.selector));
    }

    function test_a_report_of_another_subject_is_refused() public {
        ReportAdapter.Report memory r = report();
        r.subjectId = 8;
        refuse(signed(adapter, r), abi.encodeWithSelector(ReportAdapter.BadReport.selector));
    }

    function test_without_signers_nothing_is_believed() public {
        BridgeAdapter bridge = protocol.adapters.bridge;
        bytes memory data = signed(bridge, report());
        vm.expectRevert(abi.encodeWithSelector(ITriggerAdapter.NotConfigured.selector, SUBJECT));
        bridge.observe(SUBJECT, data);
    }

    // ── once a consumer ──

    function test_each_consumer_uses_a_report_once() public {
        ReportAdapter.Report memory r = report();
        bytes memory data = signed(adapter, r);
        vm.expectEmit(address(adapter));
        emit ReportAdapter.ReportUsed(r.reportId, address(this), SUBJECT, r);
        adapter.commitObservation(SUBJECT, data);
        assertTrue(adapter.isUsed(address(this), r.reportId));
        vm.expectRevert(abi.encodeWithSelector(ITriggerAdapter.ReplayedReport.selector, r.reportId));
        adapter.commitObservation(SUBJECT, data);
        adapter.observe(SUBJECT, data);
        address other = account("another consumer");
        assertFalse(adapter.isUsed(other, r.reportId));
        vm.prank(other);
        adapter.commitObservation(SUBJECT, data);
    }

    // ── signers ──

    function test_the_dao_names_the_signers() public {
        address[] memory two = new address[](2);
        (two[0], two[1]) = (address(1), address(2));
        vm.expectEmit(address(adapter));
        emit ReportAdapter.SignersSet(two, 2);
        setSigners(two, 2);
        assertEq(adapter.threshold(), 2);
        assertEq(adapter.signers().length, 2);
        assertEq(adapter.signers()[1], address(2));
        ReportAdapter.Report memory r = report();
        bytes memory data = signed(adapter, r);
        vm.expectRevert(abi.encodeWithSelector(ReportAdapter.BadSignature.selector, signers()[0]));
        adapter.observe(SUBJECT, data);
    }

    function test_only_the_dao_names_the_signers() public {
        vm.expectPartialRevert(bytes4(keccak256("AccessManagedUnauthorized(address)")));
        adapter.setSigners(signers(), 2);
    }

    function test_signers_are_ascending_few_and_more_than_half_are_needed() public {
        address[] memory list = signers();
        refuseSigners(list, 1);
        refuseSigners(list, 4);
        address[] memory four = new address[](4);
        for (uint160 n = 0; n < 4; ++n) four[n] = address(n + 1);
        refuseSigners(four, 2);
        setSigners(four, 3);
        (list[0], list[1]) = (list[1], list[0]);
        refuseSigners(list, 2);
        list[0] = list[1];
        refuseSigners(list, 2);
        list[0] = address(0);
        refuseSigners(list, 2);
        address[] memory many = new address[](33);
        for (uint160 n = 0; n < 33; ++n) many[n] = address(n + 1);
        refuseSigners(many, 20);
        address[] memory most = new address[](32);
        for (uint160 n = 0; n < 32; ++n) most[n] = address(n + 1);
        setSigners(most, 17);
    }

    // ── time ──

    function test_reports_are_about_the_past_and_not_too_old() public {
        ReportAdapter.Report memory r = report();
        r.observedAt = now48() + 1;
        assertStale(r);
        r = report();
        r.occurredAt = now48() + 1;
        assertStale(r);
        r = report();
        r.occurredAt = 0;
        assertStale(r);
        r = report();
        (r.occurredAt, r.observedAt) = (now48() - 1 days - 1, now48() - 1 days - 1);
        assertStale(r);
        r = report();
        (r.occurredAt, r.observedAt) = (now48() - 1 days, now48() - 1 days);
        assertVerdict(commit(adapter, signed(adapter, r)), Verdict.Triggered);
    }

    function report() private returns (ReportAdapter.Report memory) {
        return reportOf(0, 100, 0);
    }

    function refuse(bytes memory data, bytes memory reason) private {
        vm.expectRevert(reason);
        adapter.observe(SUBJECT, data);
        vm.expectRevert(reason);
        adapter.commitObservation(SUBJECT, data);
    }

    function setSigners(address[] memory list, uint8 threshold) private {
        vm.prank(dao);
        adapter.setSigners(list, threshold);
    }

    function refuseSigners(address[] memory list, uint8 threshold) private {
        vm.expectRevert(ReportAdapter.BadSigners.selector);
        setSigners(list, threshold);
    }

    function assertStale(ReportAdapter.Report memory r) private {
        assertVerdict(commit(adapter, signed(adapter, r)), Verdict.Stale);
    }
}
