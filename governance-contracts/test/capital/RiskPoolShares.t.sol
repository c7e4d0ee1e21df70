// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC4626} from "@openzeppelin/contracts/interfaces/IERC4626.sol";
import {ERC4626} from "@openzeppelin/contracts/token/ERC20/extensions/ERC4626.sol";
import {Address} from "@openzeppelin/contracts/utils/Address.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {CapitalBase} from "./CapitalBase.sol";
import {RiskPool} from "../../src/RiskPool.sol";
import {IDirectory} from "../../src/interfaces/IDirectory.sol";
import {IRiskPool} from "../../src/interfaces/IRiskPool.sol";
import {Kind} from "../../src/interfaces/Types.sol";
import {PauseScope} from "../../src/libraries/PauseScope.sol";

/// How capital comes in, and what a share is worth.
contract RiskPoolSharesTest is CapitalBase {
    function test_a_deposit_gives_shares_and_books_the_assets() public {
        fund(alice, 50_000 * USDC);
        vm.startPrank(alice);
        asset.approve(address(pool), 50_000 * USDC);
        vm.expectEmit(address(pool));
        emit IERC4626.Deposit(alice, bob, 50_000 * USDC, 50_000 * USDC * 1e6);
        pool.deposit(50_000 * USDC, bob);
        vm.stopPrank();
        assertEq(pool.balanceOf(bob), 50_000e12, "six decimals more than the asset");
        assertEq(pool.totalAssets(), 51_000 * USDC, "with the burned seed");
        assertEq(pool.decimals(), 12);
    }

    function test_minting_shares_takes_what_the_preview_says() public {
        fund(alice, 50_000 * USDC);
        uint256 asked = 12_345_678_901_234;
        uint256 preview = pool.previewMint(asked + 10_000e12);
        vm.startPrank(alice);
        asset.approve(address(pool), type(uint256).max);
        assertEq(pool.mint(asked + 10_000e12, alice), preview);
        vm.stopPrank();
        assertEq(pool.balanceOf(alice), asked + 10_000e12);
    }

    function test_a_donation_changes_nothing() public {
        provide(alice, 10_000 * USDC);
        uint256 price = pool.convertToAssets(1e18);
        fund(address(pool), 1_000_000 * USDC);
        assertEq(pool.convertToAssets(1e18), price);
        assertEq(pool.totalAssets(), 11_000 * USDC);
    }

    function test_the_first_depositor_cannot_round_away_the_second() public {
        RiskPool fresh = _fresh();
        provideTo(fresh, anyone, 100 * USDC);
        fund(address(fresh), 1_000_000 * USDC);
        uint256 shares = provideTo(fresh, alice, 1_000 * USDC);
        assertEq(fresh.convertToAssets(shares), 1_000 * USDC);
    }

    function test_shares_leave_by_request_alone() public {
        uint256 shares = provide(alice, 10_000 * USDC);
        assertEq(pool.maxWithdraw(alice), 0);
        assertEq(pool.maxRedeem(alice), 0);
        vm.startPrank(alice);
        vm.expectRevert(IRiskPool.AsyncRedeemOnly.selector);
        pool.withdraw(1, alice, alice);
        vm.expectRevert(IRiskPool.AsyncRedeemOnly.selector);
        pool.redeem(shares, alice, alice);
        vm.stopPrank();
    }

    function test_a_deposit_under_the_minimum_is_refused() public {
        fund(alice, 100 * USDC);
        vm.startPrank(alice);
        asset.approve(address(pool), 100 * USDC);
        vm.expectRevert(abi.encodeWithSelector(IRiskPool.DepositTooSmall.selector, 100 * USDC - 1, 100 * USDC));
        pool.deposit(100 * USDC - 1, alice);
        pool.deposit(100 * USDC, alice);
        vm.stopPrank();
    }

    function test_deposits_stop_at_the_cap_and_max_deposit_says_so() public {
        uint256 left = pool.maxDeposit(alice);
        assertEq(left, 25_000_000 * USDC - 1_000 * USDC);
        assertEq(pool.maxMint(alice), pool.previewDeposit(left));
        fund(alice, left + USDC);
        vm.startPrank(alice);
        asset.approve(address(pool), type(uint256).max);
        vm.expectRevert(abi.encodeWithSelector(ERC4626.ERC4626ExceededMaxDeposit.selector, alice, left + 1, left));
        pool.deposit(left + 1, alice);
        pool.deposit(left - 50 * USDC, alice);
        assertEq(pool.maxDeposit(alice), 0, "less than the smallest deposit is left");
        vm.stopPrank();
    }

    function test_the_most_that_can_be_minted_can_be_minted() public {
        fund(alice, 25_000_000 * USDC);
        vm.startPrank(alice);
        asset.approve(address(pool), type(uint256).max);
        pool.mint(pool.maxMint(alice), alice);
        vm.stopPrank();
        assertLe(pool.totalAssets(), 25_000_000 * USDC);
    }

    function test_deposits_are_closed_while_they_are_paused() public {
        pause(PauseScope.DEPOSIT);
        _expectClosed("PAUSED");
        pass(1 hours);
        provide(alice, 1_000 * USDC);
    }

    function test_deposits_are_closed_while_the_peg_is_not_normal() public {
        setPeg(0.994e8);
        _expectClosed("PEG");
        setPeg(0.9e8);
        _expectClosed("PEG");
        setPeg(1e8);
        provide(alice, 1_000 * USDC);
    }

    function test_deposits_are_closed_while_an_incident_is_open() public {
        provide(alice, 100_000 * USDC);
        lock(1, subject, 1_000 * USDC);
        openIncident(1, subject);
        _expectClosed("INCIDENT");
        closeIncident(1);
        provide(bob, 1_000 * USDC);
    }

    function test_a_token_that_delivers_less_than_it_says_is_not_booked() public {
        FeeToken token = new FeeToken();
        RiskPool fresh = new RiskPool(
            address(protocol.manager), protocol.directory, token, Kind.SmartContract, "Fee", "FEE", 1
        );
        vm.startPrank(dao);
        protocol.treasury.setPegFeed(address(token), address(pegFeed));
        protocol.treasury.pokePeg(address(token));
        vm.stopPrank();
        token.mint(alice, 10_000 * USDC);
        vm.startPrank(alice);
        token.approve(address(fresh), type(uint256).max);
        vm.expectRevert(abi.encodeWithSelector(IRiskPool.NotReceived.selector, 1_000 * USDC, 1_000 * USDC - 1));
        fresh.deposit(1_000 * USDC, alice);
        vm.stopPrank();
    }

    function test_a_token_that_calls_back_finds_every_door_shut() public {
        HookToken token = new HookToken();
        vm.startPrank(dao);
        RiskPool fresh = new RiskPool(
            address(protocol.manager), protocol.directory, token, Kind.SmartContract, "Hook", "HOOK", 7
        );
        protocol.directory.addPool(address(fresh));
        protocol.treasury.setPegFeed(address(token), address(pegFeed));
        token.mint(dao, 1_000_000 * USDC);
        token.approve(address(fresh), type(uint256).max);
        // The timelock is the administrator and may do what no role was given to do on a pool that has just been added.
        uint256 shares = fresh.deposit(500_000 * USDC, dao);
        fresh.lockCover(1, subject, 10_000 * USDC);
        token.transfer(address(fresh), 100 * USDC);
        fresh.accruePremium(1, 100 * USDC, uint48(block.timestamp) + 100 days);
        fresh.requestRedeem(shares / 100, dao, dao);
        fresh.requestRedeem(shares / 100, dao, dao);
        vm.stopPrank();
        pass(14 days);
        fresh.processQueue(1);

        vm.startPrank(dao);
        fresh.openIncident(1, subject);
        token.transfer(address(fresh), 100 * USDC);
        fresh.receiveBackstop(1, 100 * USDC);
        token.callBack(address(fresh), abi.encodeCall(IRiskPool.processQueue, (1)));
        bytes4 shut = ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector;
        vm.expectRevert(shut);
        fresh.collect(dao);
        vm.expectRevert(shut);
        fresh.refundPremium(1, alice);
        vm.expectRevert(shut);
        fresh.pay(1, 1, alice, 1 * USDC);
        vm.expectRevert(shut);
        fresh.closeIncident(1);
        token.callBack(address(0), "");
        fresh.closeIncident(1);
        token.callBack(address(fresh), abi.encodeCall(IRiskPool.collect, (dao)));
        vm.expectRevert(shut);
        fresh.deposit(1_000 * USDC, dao);
        vm.expectRevert(shut);
        fresh.mint(1_000e12, dao);
        vm.stopPrank();
    }

    function test_a_pool_without_authority_directory_or_asset_is_not_made() public {
        IDirectory directory = protocol.directory;
        address manager = address(protocol.manager);
        vm.expectRevert(IRiskPool.ZeroAddress.selector);
        new RiskPool(address(0), directory, asset, Kind.Bridge, "", "", 1);
        vm.expectRevert(IRiskPool.ZeroAddress.selector);
        new RiskPool(manager, IDirectory(address(0)), asset, Kind.Bridge, "", "", 1);
        vm.expectRevert(IRiskPool.ZeroAddress.selector);
        new RiskPool(manager, directory, IERC20(address(0)), Kind.Bridge, "", "", 1);
    }

    function test_a_pool_knows_its_kind_and_number() public view {
        for (uint32 i = 0; i < 6; ++i) {
            assertEq(uint256(protocol.pools[i].kind()), i);
            assertEq(protocol.pools[i].poolId(), i + 1);
            assertEq(address(protocol.pools[i].directory()), address(protocol.directory));
        }
    }

    function testFuzz_a_deposit_is_never_worth_more_than_was_paid(uint256 first, uint256 premium, uint256 second) public {
        first = bound(first, 100 * USDC, 10_000_000 * USDC);
        premium = bound(premium, 1, 1_000_000 * USDC);
        second = bound(second, 100 * USDC, 10_000_000 * USDC);
        provide(alice, first);
        stream(0, premium, 0);
        uint256 before = pool.convertToAssets(1e24);
        uint256 shares = provide(bob, second);
        assertLe(pool.convertToAssets(shares), second);
        assertApproxEqAbs(pool.convertToAssets(shares), second, 1);
        assertGe(pool.convertToAssets(1e24), before, "a deposit takes nothing from those who were there");
    }

    function testFuzz_previews_hold_to_the_unit(uint256 premium, uint256 amount) public {
        provide(alice, 1_000_000 * USDC);
        stream(0, bound(premium, 1, 1_000_000 * USDC), 0);
        amount = bound(amount, 100 * USDC, 10_000_000 * USDC);
        uint256 expected = pool.previewDeposit(amount);
        assertEq(provide(bob, amount), expected);
        uint256 cost = pool.previewMint(expected);
        assertLe(cost, amount);
        assertGe(cost + 1, amount);
    }

    function _expectClosed(bytes32 why) private {
        assertEq(pool.maxDeposit(alice), 0);
        assertEq(pool.maxMint(alice), 0);
        vm.expectRevert(abi.encodeWithSelector(IRiskPool.DepositsClosed.selector, why));
        pool.deposit(1_000 * USDC, alice);
        vm.expectRevert(abi.encodeWithSelector(IRiskPool.DepositsClosed.selector, why));
        pool.mint(1e15, alice);
    }

    function _fresh() private returns (RiskPool) {
        return new RiskPool(
            address(protocol.manager), protocol.directory, asset, Kind.SmartContract, "Fresh", "FRESH", 1
        );
    }
}

/// A token that keeps one unit of every transfer, as no settlement asset may.
contract FeeToken is ERC20 {
    constructor() ERC20("Fee", "FEE") {}

    function decimals() public pure override returns (uint8) {
        return 6;
    }

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function _update(address from, address to, uint256 value) internal override {
        super._update(from, to, value);
        if (from != address(0) && to != address(0)) super._update(to, address(0), 1);
    }
}

/// A token that calls somebody on every transfer.
contract HookToken is ERC20 {
    address private _target;
    bytes private _data;

    constructor() ERC20("Hook", "HOOK") {}

    function decimals() public pure override returns (uint8) {
        return 6;
    }

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function callBack(address target, bytes calldata data) external {
        (_target, _data) = (target, data);
    }

    function _update(address from, address to, uint256 value) internal override {
        super._update(from, to, value);
        if (_target != address(0)) Address.functionCall(_target, _data);
    }
}
