// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {ERC4626} from "@openzeppelin/contracts/token/ERC20/extensions/ERC4626.sol";
import {Fixture} from "./Fixture.sol";
import {JurisdictionGate} from "../../src/JurisdictionGate.sol";
import {Roles} from "../../src/libraries/Roles.sol";
import {LocalToken} from "../../src/local/LocalToken.sol";
import {NoticeVault} from "../../src/local/NoticeVault.sol";
import {PriceFeed} from "../../src/local/PriceFeed.sol";
import {YieldVault} from "../../src/local/YieldVault.sol";

contract JurisdictionGateTest is Fixture {
    JurisdictionGate private gate;

    function setUp() public override {
        super.setUp();
        gate = new JurisdictionGate(address(manager));
        _map(address(gate), Roles.DAO, JurisdictionGate.setExcluded.selector);
    }

    function test_whoever_is_not_listed_is_eligible() public view {
        assertTrue(gate.isEligible(anyone, steward, 1, ""));
    }

    function test_a_listed_buyer_or_holder_is_turned_away_until_unlisted() public {
        vm.expectEmit(address(gate));
        emit JurisdictionGate.ExclusionSet(anyone, true);
        _exclude(anyone, true);
        assertTrue(gate.isExcluded(anyone));
        assertFalse(gate.isEligible(anyone, steward, 1, ""));
        assertFalse(gate.isEligible(steward, anyone, 1, "x"));
        _exclude(anyone, false);
        assertTrue(gate.isEligible(anyone, anyone, 1, ""));
    }

    function test_only_the_dao_keeps_the_list() public {
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, council));
        vm.prank(council);
        gate.setExcluded(new address[](0), true);
    }

    function _exclude(address who, bool excluded) private {
        address[] memory accounts = new address[](1);
        accounts[0] = who;
        vm.prank(dao);
        gate.setExcluded(accounts, excluded);
    }
}

contract LocalTokenTest is Fixture {
    function test_it_looks_like_a_dollar_token() public view {
        assertEq(dollar.decimals(), 6);
        assertEq(dollar.symbol(), "USDL");
    }

    function test_its_owner_mints_and_anyone_burns_their_own() public {
        dollar.mint(anyone, 10);
        vm.prank(anyone);
        dollar.burn(4);
        assertEq(dollar.totalSupply(), 6);
        vm.expectRevert(abi.encodeWithSelector(Ownable.OwnableUnauthorizedAccount.selector, anyone));
        vm.prank(anyone);
        dollar.mint(anyone, 1);
    }

    function test_a_blocked_account_neither_sends_nor_receives() public {
        dollar.mint(anyone, 10);
        dollar.mint(address(this), 10);
        vm.expectEmit(address(dollar));
        emit LocalToken.BlockedSet(anyone, true);
        dollar.setBlocked(anyone, true);
        vm.expectRevert(abi.encodeWithSelector(LocalToken.AccountBlocked.selector, anyone));
        dollar.transfer(anyone, 1);
        vm.expectRevert(abi.encodeWithSelector(LocalToken.AccountBlocked.selector, anyone));
        vm.prank(anyone);
        dollar.transfer(steward, 1);
        dollar.setBlocked(anyone, false);
        dollar.transfer(anyone, 1);
        vm.expectRevert(abi.encodeWithSelector(Ownable.OwnableUnauthorizedAccount.selector, anyone));
        vm.prank(anyone);
        dollar.setBlocked(steward, true);
    }

    function test_an_allowance_can_be_signed() public {
        address owner = vm.addr(keyOf("signer"));
        bytes32 typeHash = keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");
        bytes32 message = keccak256(abi.encode(typeHash, owner, anyone, 7, 0, block.timestamp));
        (uint8 v, bytes32 r, bytes32 s) =
            vm.sign(keyOf("signer"), keccak256(abi.encodePacked(hex"1901", dollar.DOMAIN_SEPARATOR(), message)));
        dollar.permit(owner, anyone, 7, block.timestamp, v, r, s);
        assertEq(dollar.allowance(owner, anyone), 7);
    }
}

contract PriceFeedTest is Fixture {
    function test_rounds_are_numbered_and_kept() public {
        skip(1 minutes);
        vm.expectEmit(address(feed));
        emit PriceFeed.AnswerUpdated(0.99e8, 2, block.timestamp);
        feed.update(0.99e8);
        (uint80 round, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredIn) = feed.latestRoundData();
        assertEq(round, 2);
        assertEq(answer, 0.99e8);
        assertEq(startedAt, block.timestamp);
        assertEq(updatedAt, block.timestamp);
        assertEq(answeredIn, 2);
        (, answer,, updatedAt,) = feed.getRoundData(1);
        assertEq(answer, 1e8);
        assertEq(updatedAt, START);
        assertEq(feed.description(), "USDL / USD");
        assertEq(feed.decimals(), 8);
    }

    function test_a_round_that_was_not_is_refused() public {
        vm.expectRevert(PriceFeed.NoDataPresent.selector);
        feed.getRoundData(2);
        PriceFeed silent = new PriceFeed("Silent", 8, address(this));
        vm.expectRevert(PriceFeed.NoDataPresent.selector);
        silent.latestRoundData();
    }

    function test_an_answer_beyond_the_limits_is_cut_to_them() public {
        vm.expectEmit(address(feed));
        emit PriceFeed.LimitsSet(0.9e8, 1.1e8);
        feed.setLimits(0.9e8, 1.1e8);
        assertEq(feed.aggregator(), address(feed));
        feed.update(0.5e8);
        (, int256 answer,,,) = feed.latestRoundData();
        assertEq(answer, 0.9e8);
        feed.update(2e8);
        (, answer,,,) = feed.latestRoundData();
        assertEq(answer, 1.1e8);
        vm.expectRevert(abi.encodeWithSelector(PriceFeed.BadLimits.selector, int192(2), int192(2)));
        feed.setLimits(2, 2);
    }

    function test_it_serves_as_a_sequencer_feed() public {
        PriceFeed sequencer = new PriceFeed("Sequencer", 0, address(this));
        skip(1 hours);
        sequencer.updateRaw(0, uint48(START));
        (, int256 answer, uint256 startedAt,,) = sequencer.latestRoundData();
        assertEq(answer, 0);
        assertEq(startedAt, START);
    }

    function test_only_its_owner_updates_it() public {
        vm.startPrank(anyone);
        bytes memory refused = abi.encodeWithSelector(Ownable.OwnableUnauthorizedAccount.selector, anyone);
        vm.expectRevert(refused);
        feed.update(1);
        vm.expectRevert(refused);
        feed.updateRaw(1, 1);
        vm.expectRevert(refused);
        feed.setLimits(1, 2);
    }
}

contract LocalVenueTest is Fixture {
    YieldVault private vault;
    NoticeVault private notice;

    function setUp() public override {
        super.setUp();
        vault = new YieldVault(dollar, "Lending", "LV", address(this));
        notice = new NoticeVault(dollar, "Term", "TV", 10 days, address(this));
        _give(address(this), 1_000);
        dollar.approve(address(vault), type(uint256).max);
        dollar.approve(address(notice), type(uint256).max);
        vault.deposit(100 * USDC, address(this));
        notice.deposit(100 * USDC, address(this));
    }

    function test_yield_raises_what_shares_are_worth_and_a_loss_lowers_it() public {
        vm.expectEmit(address(vault));
        emit YieldVault.YieldPaid(10 * USDC);
        vault.payYield(10 * USDC);
        assertApproxEqAbs(vault.maxWithdraw(address(this)), 110 * USDC, 1);
        vm.expectEmit(address(vault));
        emit YieldVault.WrittenOff(60 * USDC);
        vault.writeOff(60 * USDC);
        assertApproxEqAbs(vault.maxWithdraw(address(this)), 50 * USDC, 1);
    }

    function test_only_the_owner_writes_off() public {
        vm.expectRevert(abi.encodeWithSelector(Ownable.OwnableUnauthorizedAccount.selector, anyone));
        vm.prank(anyone);
        vault.writeOff(1);
    }

    function test_a_venue_with_notice_pays_what_was_asked_for_in_time() public {
        assertEq(notice.maxWithdraw(address(this)), 0);
        vm.expectEmit(address(notice));
        emit NoticeVault.ExitRequested(address(this), 40 * USDC, uint48(START + 10 days));
        assertEq(notice.requestExit(40 * USDC), START + 10 days);
        (uint256 assets, uint48 readyAt) = notice.exitOf(address(this));
        assertEq(assets, 40 * USDC);
        assertEq(readyAt, START + 10 days);
        skip(10 days - 1);
        vm.expectRevert(
            abi.encodeWithSelector(ERC4626.ERC4626ExceededMaxWithdraw.selector, address(this), 1, 0)
        );
        notice.withdraw(1, address(this), address(this));
        skip(1);
        notice.withdraw(15 * USDC, address(this), address(this));
        notice.redeem(notice.maxRedeem(address(this)), address(this), address(this));
        assertEq(notice.balanceOf(address(this)), 60 * USDC);
        assertEq(notice.maxRedeem(address(this)), 0);
    }

    function test_no_more_is_ready_than_shares_are_worth() public {
        notice.requestExit(500 * USDC);
        skip(10 days);
        assertEq(notice.maxWithdraw(address(this)), 100 * USDC);
        assertEq(notice.maxRedeem(address(this)), 100 * USDC);
        notice.redeem(100 * USDC, address(this), address(this));
        assertEq(dollar.balanceOf(address(notice)), 0);
    }
}
