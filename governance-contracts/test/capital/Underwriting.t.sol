// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IncidentBase} from "./IncidentBase.sol";
import {JurisdictionGate} from "../../src/JurisdictionGate.sol";
import {Underwriting} from "../../src/Underwriting.sol";
import {ICoverSource} from "../../src/interfaces/ICoverSource.sol";
import {IPolicyNFT} from "../../src/interfaces/IPolicyNFT.sol";
import {IPremiumEngine} from "../../src/interfaces/IPremiumEngine.sol";
import {IRiskPool} from "../../src/interfaces/IRiskPool.sol";
import {IUnderwriting} from "../../src/interfaces/IUnderwriting.sol";
import {Kind, Level} from "../../src/interfaces/Types.sol";
import {PauseScope} from "../../src/libraries/PauseScope.sol";

/// Policies, from the order to the end.
contract UnderwritingTest is IncidentBase {
    Underwriting private underwriting;

    function setUp() public override {
        super.setUp();
        underwriting = protocol.underwriting;
    }

    // ── buying ──

    function test_a_policy_pins_its_terms_locks_its_cover_and_parts_its_premium() public {
        IPremiumEngine.Quote memory q = protocol.premium.quote(1, subject, 40_000 * USDC, 180 days, anyone);
        IUnderwriting.Order memory o = orderOf(40_000 * USDC, 180 days);
        o.distributor = anyone;
        uint256 treasuryBefore = asset.balanceOf(address(protocol.treasury));
        uint256 id = buy(o);
        assertEq(id, 1);
        assertEq(underwriting.policyCount(), 1);
        assertEq(protocol.policyNFT.ownerOf(1), alice);

        IUnderwriting.Policy memory p = underwriting.policy(1);
        assertEq(p.premium, q.premium);
        assertEq(p.rateBps, q.rateBps);
        assertEq(uint256(p.boughtAt), block.timestamp);
        assertEq(uint256(p.start), block.timestamp + 72 hours);
        assertEq(uint256(p.end), block.timestamp + 180 days);
        assertEq(uint256(p.graceEnd), block.timestamp + 210 days);
        assertEq(p.termsVersion, 1);
        assertEq(p.distributor, anyone);

        assertEq(asset.balanceOf(alice), 1_000_000 * USDC - q.premium);
        assertEq(asset.balanceOf(anyone), q.toDistributor);
        assertEq(asset.balanceOf(address(protocol.treasury)) - treasuryBefore, q.toTreasury);
        assertEq(cap().unearnedPremium, q.toPool);
        assertEq(cap().activeCover, 40_000 * USDC);
        assertEq(pool.lockOf(address(underwriting), 1).amount, 40_000 * USDC);
        assertEq(uint256(pool.lockOf(address(underwriting), 1).premiumUntil), p.end);
    }

    function test_a_purchase_is_told_in_full() public {
        IUnderwriting.Order memory o = orderOf(40_000 * USDC, 180 days);
        IPremiumEngine.Quote memory q = protocol.premium.quote(1, subject, o.amount, o.duration, address(0));
        IUnderwriting.Policy memory p = IUnderwriting.Policy({
            poolId: 1,
            subjectId: subject,
            termsVersion: 1,
            rateBps: q.rateBps,
            boughtAt: uint48(block.timestamp),
            start: uint48(block.timestamp + 72 hours),
            end: uint48(block.timestamp + 180 days),
            graceEnd: uint48(block.timestamp + 210 days),
            amount: o.amount,
            paid: 0,
            premium: q.premium,
            proofOfInterestHash: o.proofOfInterestHash,
            distributor: address(0),
            closed: IUnderwriting.CloseReason.None
        });
        fund(alice, q.premium);
        vm.startPrank(alice);
        asset.approve(address(underwriting), q.premium);
        vm.expectEmit(address(underwriting));
        emit IUnderwriting.PolicyBought(1, alice, 1, p, q.toPool, q.toTreasury, 0);
        underwriting.buy(o);
        vm.stopPrank();
    }

    function test_a_policy_may_be_bought_for_somebody_else_even_a_contract() public {
        IUnderwriting.Order memory o = orderOf(1_000 * USDC, 30 days);
        o.to = address(pool); // takes no part in it: it is never called
        buy(o);
        assertEq(protocol.policyNFT.ownerOf(1), address(pool));
        o.to = address(0);
        fund(alice, 100 * USDC);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721InvalidReceiver.selector, address(0)));
        underwriting.buy(o);
    }

    function test_an_order_that_is_not_in_order_is_refused() public {
        IUnderwriting.Order memory o = orderOf(0, 30 days);
        _refused(o, abi.encodeWithSelector(IUnderwriting.ZeroAmount.selector));
        o = orderOf(USDC, 30 days);
        o.proofOfInterestHash = 0;
        _refused(o, abi.encodeWithSelector(IUnderwriting.ZeroHash.selector));
        o = orderOf(USDC, 30 days);
        o.termsVersion = 2;
        _refused(o, abi.encodeWithSelector(IUnderwriting.TermsMismatch.selector, 2, 1));
        o = orderOf(50_000 * USDC + 1, 30 days);
        _refused(o, abi.encodeWithSelector(IUnderwriting.PolicyTooLarge.selector, 50_000 * USDC + 1, 50_000 * USDC));
        o = orderOf(USDC, 30 days);
        o.gateData = new bytes(4097);
        _refused(o, abi.encodeWithSelector(IUnderwriting.GateDataTooLong.selector, 4097, 4096));
        o = orderOf(10_000 * USDC, 30 days);
        uint256 premium = protocol.premium.quote(1, subject, o.amount, o.duration, address(0)).premium;
        o.maxPremium = premium - 1;
        _refused(o, abi.encodeWithSelector(IUnderwriting.PremiumAboveMax.selector, premium, premium - 1));
    }

    function test_without_published_terms_nothing_is_sold() public {
        uint32 bridge = listed(Kind.Bridge, Level.Low);
        provideTo(protocol.pools[1], bob, 100_000 * USDC);
        IUnderwriting.Order memory o = orderOf(USDC, 30 days);
        (o.poolId, o.subjectId) = (2, bridge);
        _refused(o, abi.encodeWithSelector(IUnderwriting.NoTerms.selector, 2));
    }

    function test_a_subject_of_another_kind_is_not_sold_here() public {
        uint32 bridge = listed(Kind.Bridge, Level.Low);
        IUnderwriting.Order memory o = orderOf(USDC, 30 days);
        o.subjectId = bridge;
        _refused(o, abi.encodeWithSelector(IRiskPool.SubjectOfOtherKind.selector, bridge, Kind.SmartContract));
    }

    function test_a_policy_that_would_end_before_it_starts_is_not_sold() public {
        uint32 keeper = listed(Kind.Custody, Level.Low);
        provideTo(protocol.pools[2], bob, 100_000 * USDC);
        vm.prank(dao);
        underwriting.publishTerms(3, "ipfs://custody", keccak256("custody"), 0);
        IUnderwriting.Order memory o = orderOf(USDC, 14 days);
        (o.poolId, o.subjectId) = (3, keeper);
        _refused(o, abi.encodeWithSelector(IUnderwriting.NothingCovered.selector, 14 days, 14 days));
        o.duration = 14 days + 1;
        buy(o);
    }

    function test_sales_close_for_every_reason_and_say_which() public {
        IUnderwriting.Order memory o = orderOf(USDC, 30 days);
        assertEq(underwriting.salesClosed(1, subject), bytes32(0));

        pause(PauseScope.BUY);
        _closed(o, "PAUSED");
        pass(1 hours);

        setPeg(0.99e8);
        _closed(o, "PEG");
        setPeg(1e8);

        buy(o);
        pass(4 days);
        detect(subject, uint48(block.timestamp) - 1, 50);
        _closed(o, "INCIDENT");

        vm.prank(council);
        protocol.risk.suspend(risky, WHY);
        assertEq(underwriting.salesClosed(1, risky), bytes32("NOT_LISTED"));
        o.subjectId = risky;
        _refused(o, abi.encodeWithSelector(IUnderwriting.SubjectNotListed.selector, risky));
    }

    function test_a_subject_whose_audits_have_faded_is_not_sold_even_before_anybody_suspends_it() public {
        IUnderwriting.Order memory o = orderOf(USDC, 30 days);
        o.subjectId = risky;
        pass(1_100 days);
        (, Level level) = protocol.risk.statusOf(risky);
        assertEq(uint256(level), uint256(Level.Critical));
        _closed(o, "LEVEL");
    }

    function test_who_the_gate_turns_away_cannot_buy() public {
        JurisdictionGate gate = new JurisdictionGate(address(protocol.manager));
        address[] memory turned = new address[](1);
        turned[0] = alice;
        vm.startPrank(dao);
        gate.setExcluded(turned, true);
        protocol.directory.setModule("GATE", address(gate));
        vm.stopPrank();
        _refused(orderOf(USDC, 30 days), abi.encodeWithSelector(IUnderwriting.NotEligible.selector, alice));
        turned[0] = anyone;
        vm.startPrank(dao);
        gate.setExcluded(turned, true);
        turned[0] = alice;
        gate.setExcluded(turned, false);
        vm.stopPrank();
        buy(orderOf(USDC, 30 days));
        IUnderwriting.Order memory o = orderOf(USDC, 30 days);
        o.to = anyone;
        _refused(o, abi.encodeWithSelector(IUnderwriting.NotEligible.selector, alice));
    }

    // ── terms ──

    function test_terms_have_versions_and_stay_as_they_were() public {
        vm.startPrank(dao);
        vm.expectEmit(address(underwriting));
        emit IUnderwriting.TermsPublished(1, 2, "ipfs://second", keccak256("second"), 9);
        assertEq(uint256(underwriting.publishTerms(1, "ipfs://second", keccak256("second"), 9)), 2);
        vm.stopPrank();
        assertEq(uint256(underwriting.termsVersion(1)), 2);
        assertEq(underwriting.terms(1, 1).wordingURI, "ipfs://terms");
        assertEq(underwriting.terms(1, 2).exclusionsBitmap, 9);
        vm.expectRevert(abi.encodeWithSelector(IUnderwriting.NoTerms.selector, 1));
        underwriting.terms(1, 0);
        vm.expectRevert(abi.encodeWithSelector(IUnderwriting.NoTerms.selector, 1));
        underwriting.terms(1, 3);
    }

    function test_terms_need_a_hash_a_pool_and_the_dao() public {
        vm.startPrank(dao);
        vm.expectRevert(IUnderwriting.ZeroHash.selector);
        underwriting.publishTerms(1, "x", 0, 0);
        vm.expectRevert();
        underwriting.publishTerms(99, "x", keccak256("x"), 0);
        vm.stopPrank();
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, alice));
        underwriting.publishTerms(1, "x", keccak256("x"), 0);
    }

    // ── cancelling ──

    function test_cancelling_refunds_the_pool_premium_of_the_time_that_is_left() public {
        buy(orderOf(40_000 * USDC, 200 days));
        uint256 toPool = cap().unearnedPremium;
        uint256 assetsBefore = pool.totalAssets();
        pass(50 days);
        uint256 due = toPool * 150 / 200;
        uint256 before = asset.balanceOf(alice);
        vm.prank(alice);
        vm.expectEmit(address(underwriting));
        emit IUnderwriting.PolicyClosed(1, IUnderwriting.CloseReason.Cancelled, due, 40_000 * USDC);
        assertEq(underwriting.cancel(1), due);
        assertEq(asset.balanceOf(alice) - before, due);
        assertEq(cap().activeCover, 0);
        assertEq(cap().unearnedPremium, 0);
        assertEq(pool.totalAssets(), assetsBefore + toPool - due);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IUnderwriting.PolicyClosedAlready.selector, 1));
        underwriting.cancel(1);
    }

    function test_cancelling_after_the_end_refunds_nothing() public {
        buy(orderOf(40_000 * USDC, 30 days));
        pass(31 days);
        vm.prank(alice);
        assertEq(underwriting.cancel(1), 0);
    }

    function test_only_the_holder_cancels() public {
        buy(orderOf(USDC, 30 days));
        vm.expectRevert(abi.encodeWithSelector(IUnderwriting.NotHolder.selector, 1, bob));
        vm.prank(bob);
        underwriting.cancel(1);
        vm.prank(alice);
        protocol.policyNFT.transferFrom(alice, bob, 1);
        vm.prank(bob);
        underwriting.cancel(1);
        vm.expectRevert(abi.encodeWithSelector(IUnderwriting.UnknownPolicy.selector, 7));
        underwriting.cancel(7);
    }

    function test_nobody_cancels_while_an_incident_of_the_subject_is_open() public {
        buy(orderOf(USDC, 30 days));
        pass(4 days);
        uint64 incidentId = detect(subject, uint48(block.timestamp) - 1, 50);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IUnderwriting.IncidentOpen.selector, 1, subject));
        underwriting.cancel(1);
        pass(3 days);
        protocol.incidents.lapse(incidentId);
        vm.prank(alice);
        underwriting.cancel(1);
    }

    function test_buying_and_cancelling_costs_the_fee_and_gains_nothing() public {
        uint256 worth = pool.totalAssets();
        uint256 before = asset.balanceOf(alice);
        buy(orderOf(40_000 * USDC, 200 days));
        vm.prank(alice);
        underwriting.cancel(1);
        assertLt(asset.balanceOf(alice), before + 1_000_000 * USDC);
        assertGe(pool.totalAssets(), worth);
    }

    // ── the end ──

    function test_a_policy_is_over_after_its_grace() public {
        buy(orderOf(40_000 * USDC, 30 days));
        uint48 graceEnd = underwriting.policy(1).graceEnd;
        uint256[] memory ids = new uint256[](1);
        ids[0] = 1;
        vm.warp(graceEnd);
        vm.expectRevert(abi.encodeWithSelector(IUnderwriting.NotOver.selector, 1, graceEnd));
        underwriting.expire(ids);
        vm.warp(graceEnd + 1);
        vm.expectEmit(address(underwriting));
        emit IUnderwriting.PolicyClosed(1, IUnderwriting.CloseReason.Expired, 0, 40_000 * USDC);
        underwriting.expire(ids);
        assertEq(cap().activeCover, 0);
        vm.expectRevert(abi.encodeWithSelector(IUnderwriting.PolicyClosedAlready.selector, 1));
        underwriting.expire(ids);
        ids[0] = 2;
        vm.expectRevert(abi.encodeWithSelector(IUnderwriting.UnknownPolicy.selector, 2));
        underwriting.expire(ids);
    }

    function test_the_whole_list_is_expired_or_none_of_it() public {
        buy(orderOf(1_000 * USDC, 30 days));
        buy(orderOf(1_000 * USDC, 90 days));
        uint256[] memory ids = new uint256[](2);
        (ids[0], ids[1]) = (1, 2);
        pass(61 days);
        vm.expectPartialRevert(IUnderwriting.NotOver.selector);
        underwriting.expire(ids);
        assertEq(uint256(underwriting.policy(1).closed), uint256(IUnderwriting.CloseReason.None));
    }

    // ── losses ──

    function test_a_policy_covers_from_its_start_to_its_end() public {
        buy(orderOf(1_000 * USDC, 30 days));
        IUnderwriting.Policy memory p = underwriting.policy(1);
        assertEq(underwriting.exposureAt(1, p.start - 1).amount, 0);
        assertEq(underwriting.exposureAt(1, p.start).amount, 1_000 * USDC);
        assertEq(underwriting.exposureAt(1, p.end - 1).amount, 1_000 * USDC);
        assertEq(underwriting.exposureAt(1, p.end).amount, 0);
        ICoverSource.Exposure memory e = underwriting.exposureAt(1, p.start);
        assertEq(e.holder, alice);
        assertEq(e.poolId, 1);
        assertEq(e.subjectId, subject);
        assertEq(uint256(e.since), p.boughtAt);
        assertEq(uint256(e.graceEnd), p.graceEnd);
        assertEq(underwriting.exposureAt(2, p.start).amount, 0, "unknown");
        vm.prank(alice);
        underwriting.cancel(1);
        assertEq(underwriting.exposureAt(1, p.start).amount, 0, "cancelled");
    }

    function test_a_loss_is_paid_and_the_rest_of_the_cover_stays() public {
        buy(orderOf(20_000 * USDC, 90 days));
        pass(10 days);
        uint64 incidentId = settleIncident(subject, uint48(block.timestamp) - 1, 50);
        uint256[] memory ids = new uint256[](1);
        ids[0] = 1;
        assertEq(protocol.claims.settle(incidentId, ids), 1);

        // while the claim is open
        uint64 claimId = protocol.claims.openClaimOf(1);
        vm.startPrank(alice);
        vm.expectRevert(abi.encodeWithSelector(IPolicyNFT.ClaimOpen.selector, 1));
        protocol.policyNFT.transferFrom(alice, bob, 1);
        vm.expectRevert(abi.encodeWithSelector(IUnderwriting.ClaimOpen.selector, 1));
        underwriting.cancel(1);
        vm.stopPrank();

        uint256 before = asset.balanceOf(alice);
        pass(2 days);
        uint256 paid = protocol.claims.pay(claimId);
        assertGt(paid, 0);
        assertEq(asset.balanceOf(alice) - before, paid);
        assertEq(underwriting.policy(1).paid, paid);
        assertEq(pool.lockOf(address(underwriting), 1).amount, 20_000 * USDC - paid);
        assertEq(underwriting.exposureAt(1, uint48(block.timestamp)).amount, 20_000 * USDC - paid);
    }

    function test_an_open_claim_keeps_a_policy_from_expiring() public {
        buy(orderOf(20_000 * USDC, 30 days));
        uint48 graceEnd = underwriting.policy(1).graceEnd;
        uint48 eventAt = underwriting.policy(1).end - 1;
        vm.warp(graceEnd - 29 days);
        vm.prank(deployer);
        pegFeed.update(1e8);
        uint64 incidentId = detect(subject, eventAt, 50);
        fund(alice, 100 * USDC);
        vm.startPrank(alice);
        asset.approve(address(protocol.claims), 100 * USDC);
        protocol.claims.submit(1, incidentId, 5_000 * USDC, keccak256("evidence"));
        vm.stopPrank();
        vm.warp(graceEnd + 1);
        uint256[] memory ids = new uint256[](1);
        ids[0] = 1;
        vm.expectRevert(abi.encodeWithSelector(IUnderwriting.ClaimOpen.selector, 1));
        underwriting.expire(ids);
    }

    function test_a_policy_that_was_paid_in_full_is_exhausted() public {
        buy(orderOf(20_000 * USDC, 90 days));
        vm.startPrank(module);
        vm.expectEmit(address(underwriting));
        emit IUnderwriting.PolicyPaid(1, 15_000 * USDC, 15_000 * USDC);
        underwriting.recordPaid(1, 15_000 * USDC);
        vm.expectPartialRevert(IRiskPool.ReleaseTooLarge.selector);
        underwriting.recordPaid(1, 5_000 * USDC + 1);
        vm.expectEmit(address(underwriting));
        emit IUnderwriting.PolicyClosed(1, IUnderwriting.CloseReason.Exhausted, 0, 0);
        underwriting.recordPaid(1, 5_000 * USDC);
        vm.expectRevert(abi.encodeWithSelector(IUnderwriting.PolicyClosedAlready.selector, 1));
        underwriting.recordPaid(1, 1);
        vm.stopPrank();
        assertEq(cap().activeCover, 0);
        assertGt(cap().unearnedPremium, 0, "its premium is earned as time passes");
    }

    function test_a_policy_that_was_paid_on_has_earned_its_premium() public {
        buy(orderOf(20_000 * USDC, 90 days));
        vm.prank(module);
        underwriting.recordPaid(1, 15_000 * USDC);
        uint256 unearned = cap().unearnedPremium;
        vm.prank(alice);
        assertEq(underwriting.cancel(1), 0);
        assertEq(cap().unearnedPremium, unearned);
        assertEq(cap().activeCover, 0);
        pass(91 days);
        assertEq(cap().unearnedPremium, 0);
    }

    function test_only_claims_record_payouts() public {
        buy(orderOf(USDC, 30 days));
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, alice));
        underwriting.recordPaid(1, 1);
    }

    function test_a_policy_that_was_never_sold_is_unknown() public {
        vm.expectRevert(abi.encodeWithSelector(IUnderwriting.UnknownPolicy.selector, 1));
        underwriting.policy(1);
    }

    // ── the token ──

    function test_a_policy_can_change_hands() public {
        buy(orderOf(USDC, 30 days));
        vm.prank(alice);
        protocol.policyNFT.transferFrom(alice, bob, 1);
        assertEq(underwriting.exposureAt(1, underwriting.policy(1).start).holder, bob);
        assertEq(protocol.policyNFT.symbol(), "BWP");
    }

    function test_only_underwriting_mints() public {
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, alice));
        protocol.policyNFT.mint(alice, 9);
    }

    function testFuzz_after_every_sale_the_pool_has_its_minimum_capital(uint256 seed) public {
        for (uint256 i = 0; i < 12; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            IUnderwriting.Order memory o =
                orderOf(bound(seed, 1, 50_000 * USDC), uint32(bound(seed >> 80, 7 days, 365 days)));
            o.subjectId = seed % 2 == 0 ? subject : risky;
            if (pool.availableCapacity(o.subjectId) < o.amount) continue;
            uint256 id = buy(o);
            assertGe(cap().totalAssets, cap().minCapital);
            if (seed % 5 == 0) {
                vm.prank(alice);
                underwriting.cancel(id);
            }
            assertGe(asset.balanceOf(address(pool)), cap().grossAssets + cap().unearnedPremium);
            pass(bound(seed >> 160, 1, 2 days));
        }
        assertEq(cap().activeCover, _openCover(), "active cover is what open policies sum up to");
    }

    function _openCover() private view returns (uint256 sum) {
        for (uint256 id = 1; id <= underwriting.policyCount(); ++id) {
            IUnderwriting.Policy memory p = underwriting.policy(id);
            if (p.closed == IUnderwriting.CloseReason.None) sum += p.amount - p.paid;
        }
    }

    function _refused(IUnderwriting.Order memory o, bytes memory why) private {
        vm.prank(alice);
        vm.expectRevert(why);
        underwriting.buy(o);
    }

    function _closed(IUnderwriting.Order memory o, bytes32 why) private {
        assertEq(underwriting.salesClosed(1, o.subjectId), why);
        _refused(o, abi.encodeWithSelector(IUnderwriting.SalesClosed.selector, 1, why));
    }
}
