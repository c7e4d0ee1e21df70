// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {Fixture} from "./Fixture.sol";
import {ITreasury} from "../../src/interfaces/ITreasury.sol";
import {Peg} from "../../src/interfaces/Types.sol";
import {LocalToken} from "../../src/local/LocalToken.sol";
import {PriceFeed} from "../../src/local/PriceFeed.sol";

contract EighteenDecimals is ERC20("Eighteen", "E18") {}

contract TreasuryPegTest is Fixture {
    function test_a_settlement_asset_begins_with_its_feeds_price() public {
        LocalToken other = new LocalToken("Other Dollar", "OTH", address(this));
        PriceFeed otherFeed = new PriceFeed("OTH / USD", 8, address(this));
        otherFeed.update(0.99e8);
        vm.expectEmit(address(treasury));
        emit ITreasury.PegFeedSet(address(other), address(otherFeed), 8);
        vm.expectEmit(address(treasury));
        emit ITreasury.PegPriced(address(other), 0.99e8, uint48(START));
        vm.expectEmit(address(treasury));
        emit ITreasury.PegStateChanged(address(other), Peg.Normal, Peg.Watch, 0.99e8, uint48(START));
        _setFeed(address(other), address(otherFeed));
        assertEq(treasury.assetCount(), 2);
        assertEq(treasury.assetAt(1), address(other));
        ITreasury.PegFeed memory p = treasury.pegFeed(address(other));
        assertEq(p.feed, address(otherFeed));
        assertEq(p.since, START);
        assertEq(p.price8, 0.99e8);
        assertEq(p.updatedAt, START);
    }

    function test_another_feed_replaces_the_first_and_lists_the_asset_once() public {
        PriceFeed second = new PriceFeed("USDL / USD", 8, address(this));
        second.update(1e8);
        _setFeed(address(dollar), address(second));
        assertEq(treasury.assetCount(), 1);
        assertEq(treasury.pegFeed(address(dollar)).feed, address(second));
    }

    function test_a_settlement_asset_has_six_decimals() public {
        EighteenDecimals wrong = new EighteenDecimals();
        vm.expectRevert(abi.encodeWithSelector(ITreasury.UnknownAsset.selector, address(wrong)));
        _setFeed(address(wrong), address(feed));
        vm.expectRevert(abi.encodeWithSelector(ITreasury.UnknownAsset.selector, anyone));
        _setFeed(anyone, address(feed));
    }

    function test_a_feed_must_answer() public {
        PriceFeed silent = new PriceFeed("Silent", 8, address(this));
        vm.expectRevert(abi.encodeWithSelector(ITreasury.BadFeed.selector, address(silent)));
        _setFeed(address(dollar), address(silent));
        vm.expectRevert(abi.encodeWithSelector(ITreasury.BadFeed.selector, anyone));
        _setFeed(address(dollar), anyone);
    }

    function test_an_asset_without_feed_is_unknown() public {
        bytes memory unknown = abi.encodeWithSelector(ITreasury.UnknownAsset.selector, anyone);
        vm.expectRevert(unknown);
        treasury.pokePeg(anyone);
        vm.expectRevert(unknown);
        treasury.pegOf(anyone);
        vm.expectRevert(unknown);
        treasury.health(anyone);
    }

    function test_the_state_falls_with_the_price() public {
        _poke(0.995e8, Peg.Normal);
        _poke(0.995e8 - 1, Peg.Watch);
        _poke(0.97e8, Peg.Watch);
        _poke(0.97e8 - 1, Peg.Depegged);
    }

    function test_the_state_falls_at_once_from_normal_to_depegged() public {
        _poke(0.5e8, Peg.Depegged);
    }

    function test_normal_again_only_at_recovery() public {
        _poke(0.99e8, Peg.Watch);
        _poke(0.997e8, Peg.Watch);
        _poke(0.998e8 - 1, Peg.Watch);
        _poke(0.998e8, Peg.Normal);
    }

    function test_depegged_is_left_only_at_the_watch_mark() public {
        _poke(0.9e8, Peg.Depegged);
        _poke(0.98e8, Peg.Depegged);
        _poke(0.995e8 - 1, Peg.Depegged);
        _poke(0.995e8, Peg.Watch);
        _poke(0.9e8, Peg.Depegged);
        _poke(0.998e8, Peg.Normal);
    }

    function test_a_stale_answer_turns_normal_into_watch_and_nothing_better() public {
        skip(66 minutes);
        assertEq(uint256(treasury.pegOf(address(dollar))), uint256(Peg.Normal));
        skip(1);
        assertEq(uint256(treasury.pegOf(address(dollar))), uint256(Peg.Watch));
        vm.expectEmit(address(treasury));
        emit ITreasury.PegStateChanged(address(dollar), Peg.Normal, Peg.Watch, 1e8, uint48(START));
        treasury.pokePeg(address(dollar));
        feed.update(0.9e8);
        treasury.pokePeg(address(dollar));
        skip(1 days);
        assertEq(uint256(treasury.pokePeg(address(dollar))), uint256(Peg.Depegged));
    }

    function test_a_broken_answer_is_none() public {
        feed.updateRaw(0, uint48(START));
        assertEq(uint256(treasury.pokePeg(address(dollar))), uint256(Peg.Watch));
        assertEq(treasury.pegFeed(address(dollar)).price8, 1e8);
    }

    function test_an_answer_at_the_aggregators_limit_is_none() public {
        feed.setLimits(0.96e8, 1.1e8);
        feed.update(0.5e8);
        assertEq(uint256(treasury.pokePeg(address(dollar))), uint256(Peg.Watch));
    }

    function test_a_feed_has_an_age_of_its_own() public {
        vm.prank(steward);
        parameters.tightenNow("ORACLE_MAX_AGE", bytes32((uint256(4) << 248) | uint160(address(feed))), 10 minutes, WHY);
        skip(10 minutes + 1);
        assertEq(uint256(treasury.pegOf(address(dollar))), uint256(Peg.Watch));
    }

    function test_the_same_price_again_is_no_news() public {
        vm.recordLogs();
        treasury.pokePeg(address(dollar));
        assertEq(vm.getRecordedLogs().length, 0);
        skip(1 minutes);
        feed.update(1e8);
        vm.expectEmit(address(treasury));
        emit ITreasury.PegPriced(address(dollar), 1e8, uint48(START + 1 minutes));
        treasury.pokePeg(address(dollar));
    }

    function test_only_the_dao_names_feeds_and_anyone_pokes() public {
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, council));
        vm.prank(council);
        treasury.setPegFeed(address(dollar), address(feed));
        vm.prank(anyone);
        treasury.pokePeg(address(dollar));
    }

    /// pegOf answers what pokePeg would, the state is a function of state and price alone, and a price never worsens it by rising.
    function testFuzz_the_state_follows_state_and_price(uint256[10] memory prices) public {
        for (uint256 i = 0; i < prices.length; ++i) {
            Peg before = treasury.pegFeed(address(dollar)).state;
            int256 price = int256(bound(prices[i], 0.95e8, 1.01e8));
            feed.update(price);
            Peg seen = treasury.pegOf(address(dollar));
            assertEq(uint256(treasury.pokePeg(address(dollar))), uint256(seen));
            if (price < 0.97e8) assertEq(uint256(seen), uint256(Peg.Depegged));
            if (price >= 0.998e8) assertEq(uint256(seen), uint256(Peg.Normal));
            if (seen == Peg.Normal) assertTrue(price >= 0.998e8 || (before == Peg.Normal && price >= 0.995e8));
            if (before == Peg.Depegged && seen != Peg.Depegged) assertGe(uint256(price), 0.995e8);
        }
    }

    function _setFeed(address asset, address feed_) private {
        vm.prank(dao);
        treasury.setPegFeed(asset, feed_);
    }

    function _poke(int256 price, Peg expected) private {
        feed.update(price);
        vm.prank(anyone);
        assertEq(uint256(treasury.pokePeg(address(dollar))), uint256(expected));
        assertEq(uint256(treasury.pegFeed(address(dollar)).state), uint256(expected));
    }
}
