// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {ERC4626} from "@openzeppelin/contracts/token/ERC20/extensions/ERC4626.sol";
import {IncidentBase} from "./IncidentBase.sol";
import {InsuredVault} from "../../src/examples/InsuredVault.sol";
import {InsuredWallet} from "../../src/examples/InsuredWallet.sol";
import {InsuredWalletProvider} from "../../src/examples/InsuredWalletProvider.sol";
import {IAccountCover} from "../../src/interfaces/IAccountCover.sol";
import {Roles} from "../../src/libraries/Roles.sol";
import {YieldVault} from "../../src/local/YieldVault.sol";
import {PauseScope} from "../../src/libraries/PauseScope.sol";

/// Cover in the background: a vault and a wallet that are integrators.
contract InsuredVaultTest is IncidentBase {
    YieldVault private insuredProtocol;
    InsuredVault private vault;
    InsuredWalletProvider private provider;
    IAccountCover private cover;

    function setUp() public override {
        super.setUp();
        cover = protocol.accountCover;
        insuredProtocol = new YieldVault(asset, "Protocol", "PROT", deployer);
        vault = new InsuredVault(insuredProtocol, cover, "Insured", "INS");
        provider = new InsuredWalletProvider(insuredProtocol, cover);
        vm.startPrank(dao);
        cover.register(address(vault), 1, subject, IAccountCover.Enrolment.DefaultIn, keccak256("vault"));
        cover.register(address(provider), 1, subject, IAccountCover.Enrolment.OptIn, keccak256("wallets"));
        protocol.manager.grantRole(Roles.INTEGRATOR, address(vault), 0);
        protocol.manager.grantRole(Roles.INTEGRATOR, address(provider), 0);
        vm.stopPrank();
        // A burned first deposit, as in the pools: what is paid in for cover belongs to shares that exist.
        put(address(0xdead), 100 * USDC);
        sponsor(address(vault), 100 * USDC);
        sponsor(address(provider), 100 * USDC);
    }

    function sponsor(address integrator, uint256 amount) private {
        fund(anyone, amount);
        vm.startPrank(anyone);
        asset.approve(address(cover), amount);
        cover.topUp(integrator, amount);
        vm.stopPrank();
    }

    function put(address who, uint256 amount) private returns (uint256 shares) {
        fund(who, amount);
        vm.startPrank(who);
        asset.approve(address(vault), amount);
        shares = vault.deposit(amount, who);
        vm.stopPrank();
    }

    function insured(address who) private view returns (uint256) {
        return cover.accountState(cover.coverIdOf(address(vault), who)).insured;
    }

    function test_a_deposit_switches_cover_on_and_a_withdrawal_off() public {
        put(bob, 1_000 * USDC);
        uint256 shares = put(alice, 20_000 * USDC);
        assertApproxEqAbs(insured(alice), 20_000 * USDC, 1);
        assertEq(insuredProtocol.maxWithdraw(address(vault)), 21_100 * USDC, "the money works");
        vm.prank(alice);
        vault.redeem(shares / 2, alice, alice);
        assertApproxEqAbs(insured(alice), 10_000 * USDC, 60 * USDC);
        vm.startPrank(alice);
        vault.redeem(vault.balanceOf(alice), alice, alice);
        vm.stopPrank();
        assertEq(insured(alice), 0);
        assertGe(asset.balanceOf(alice), 19_999 * USDC);
    }

    function test_cover_goes_with_the_shares() public {
        uint256 shares = put(alice, 20_000 * USDC);
        vm.prank(alice);
        vault.transfer(bob, shares / 4);
        assertApproxEqAbs(insured(alice), 15_000 * USDC, 100 * USDC);
        assertApproxEqAbs(insured(bob), 5_000 * USDC, 100 * USDC);
    }

    function test_the_vault_pays_as_it_goes() public {
        put(alice, 40_000 * USDC);
        uint256 rate = cover.integrator(address(vault)).ratePerSecond;
        pass(cover.fundedUntil(address(vault)) - block.timestamp - 10 days);
        uint256 worth = vault.totalAssets();
        vm.expectEmit(true, false, false, false, address(vault));
        emit InsuredVault.CoverPaid(0);
        uint256 paid = vault.payCover();
        assertApproxEqAbs(paid, rate * 20 days / 1e18, 2);
        assertApproxEqAbs(vault.totalAssets(), worth, 2, "prepaid is still the vault's");
        assertApproxEqAbs(cover.fundedUntil(address(vault)), block.timestamp + 30 days, 2);
        vm.expectRevert(InsuredVault.NothingToPay.selector);
        vault.payCover();
        pass(10 days);
        assertApproxEqAbs(worth - vault.totalAssets(), rate * 10 days / 1e18, 3, "and used up by the second");
    }

    function test_everything_can_leave_with_what_is_prepaid() public {
        vault = new InsuredVault(insuredProtocol, cover, "Insured", "INS");
        vm.startPrank(dao);
        cover.register(address(vault), 1, subject, IAccountCover.Enrolment.DefaultIn, keccak256("vault"));
        protocol.manager.grantRole(Roles.INTEGRATOR, address(vault), 0);
        vm.stopPrank();
        put(alice, 40_000 * USDC);
        assertEq(insured(alice), 0, "nothing is prepaid yet");
        sponsor(address(vault), 100 * USDC);
        vault.report(alice);
        assertApproxEqAbs(insured(alice), 40_100 * USDC, USDC);

        uint256 due = vault.previewRedeem(vault.balanceOf(alice));
        assertLt(vault.maxRedeem(alice), vault.balanceOf(alice), "a week of premium is tied up while it runs");
        assertLt(vault.maxWithdraw(alice), due);
        for (uint256 i = 0; i < 3; ++i) {
            vm.startPrank(alice);
            vault.redeem(vault.maxRedeem(alice), alice, alice);
            vm.stopPrank();
        }
        assertApproxEqAbs(asset.balanceOf(alice), due, USDC);
        assertEq(insured(alice) / USDC, 0);
    }

    function test_no_deposit_depends_on_cover() public {
        pause(PauseScope.BUY);
        put(alice, 20_000 * USDC);
        assertEq(insured(alice), 0);
        pass(1 hours);
        vm.prank(dao);
        protocol.manager.revokeRole(Roles.INTEGRATOR, address(vault));
        vm.expectEmit(address(vault));
        emit InsuredVault.CoverReported(alice, vault.convertToAssets(vault.balanceOf(alice)), false);
        vault.report(alice);
        put(bob, 20_000 * USDC);
        vm.prank(dao);
        protocol.manager.grantRole(Roles.INTEGRATOR, address(vault), 0);
        vault.report(alice);
        assertApproxEqAbs(insured(alice), 20_000 * USDC, 100 * USDC, "later, when it can be had");
    }

    function test_a_vault_that_is_no_integrator_works_without_cover() public {
        InsuredVault plain = new InsuredVault(insuredProtocol, cover, "Plain", "PLN");
        fund(alice, 1_000 * USDC);
        vm.startPrank(alice);
        asset.approve(address(plain), 1_000 * USDC);
        plain.deposit(1_000 * USDC, alice);
        assertEq(plain.maxWithdraw(alice), 1_000 * USDC);
        plain.withdraw(1_000 * USDC, alice, alice);
        vm.stopPrank();
    }

    function test_cover_that_is_not_paid_lapses_and_the_vault_goes_on() public {
        uint256 shares = put(alice, 40_000 * USDC);
        pass(cover.fundedUntil(address(vault)) - block.timestamp + 1);
        address[] memory accounts = new address[](1);
        accounts[0] = alice;
        cover.lapse(address(vault), accounts);
        assertEq(insured(alice), 0);
        put(bob, 1_000 * USDC);
        vm.prank(alice);
        vault.redeem(shares, alice, alice);
        assertApproxEqAbs(asset.balanceOf(alice), 39_900 * USDC, USDC, "less the premium, and no more");
    }

    function test_a_depositor_is_paid_for_a_loss_of_the_protocol() public {
        put(alice, 20_000 * USDC);
        pass(20 days);
        uint48 eventAt = uint48(block.timestamp);
        pass(10 minutes);
        vault.report(alice);
        uint256 id = cover.coverIdOf(address(vault), alice);
        uint64 incidentId = settleIncident(subject, eventAt, 40);
        uint256[] memory ids = new uint256[](1);
        ids[0] = id;
        protocol.claims.settle(incidentId, ids);
        pass(2 days);
        uint256 before = asset.balanceOf(alice);
        protocol.claims.pay(protocol.claims.openClaimOf(id));
        assertGt(asset.balanceOf(alice) - before, 7_000 * USDC);
    }

    function test_a_donation_does_not_round_a_depositor_away() public {
        put(bob, 1);
        fund(address(vault), 10_000 * USDC);
        put(alice, 10_000 * USDC);
        assertGe(vault.convertToAssets(vault.balanceOf(alice)), 9_990 * USDC);
    }

    // ── the wallet ──

    function test_a_wallets_deposits_are_covered_once_its_owner_says_so() public {
        InsuredWallet wallet = provider.createWallet(alice);
        fund(address(wallet), 30_000 * USDC);
        vm.startPrank(alice);
        wallet.deposit(20_000 * USDC);
        assertEq(_ofWallet(wallet), 0, "it has to ask");
        wallet.setCovered(true);
        assertApproxEqAbs(_ofWallet(wallet), 20_000 * USDC, 1);
        wallet.withdraw(5_000 * USDC);
        assertApproxEqAbs(_ofWallet(wallet), 15_000 * USDC, 2);
        wallet.execute(
            address(insuredProtocol), 0, abi.encodeCall(ERC4626.withdraw, (1_000 * USDC, alice, address(wallet)))
        );
        assertApproxEqAbs(_ofWallet(wallet), 14_000 * USDC, 2);
        wallet.setCovered(false);
        assertEq(_ofWallet(wallet), 0);
        vm.stopPrank();
        assertEq(asset.balanceOf(alice), 1_000 * USDC);
    }

    function test_only_the_owner_acts_through_a_wallet() public {
        InsuredWallet wallet = provider.createWallet(alice);
        bytes memory refusal = abi.encodeWithSelector(InsuredWallet.NotOwner.selector, bob);
        vm.startPrank(bob);
        vm.expectRevert(refusal);
        wallet.execute(bob, 0, "");
        vm.expectRevert(refusal);
        wallet.deposit(1);
        vm.expectRevert(refusal);
        wallet.withdraw(1);
        vm.expectRevert(refusal);
        wallet.setCovered(true);
        vm.expectRevert(abi.encodeWithSelector(InsuredWalletProvider.UnknownWallet.selector, bob));
        provider.report(bob);
        vm.stopPrank();
    }

    function test_a_wallet_sends_ether_and_works_when_cover_does_not() public {
        InsuredWallet wallet = provider.createWallet(alice);
        vm.deal(alice, 1 ether);
        vm.prank(dao);
        protocol.manager.revokeRole(Roles.INTEGRATOR, address(provider));
        vm.startPrank(alice);
        (bool ok,) = address(wallet).call{value: 1 ether}("");
        assertTrue(ok);
        vm.expectEmit(address(provider));
        emit InsuredWalletProvider.CoverReported(address(wallet), 0, false);
        YieldVault target = insuredProtocol;
        wallet.execute(address(target), 0, abi.encodeCall(ERC4626.totalAssets, ()));
        vm.stopPrank();
    }

    function _ofWallet(InsuredWallet wallet) private view returns (uint256) {
        return cover.accountState(cover.coverIdOf(address(provider), address(wallet))).insured;
    }
}
