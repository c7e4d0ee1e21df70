// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {TreasuryFixture} from "./TreasuryFixture.sol";
import {Collectible, FeeToken, Payee} from "./HostileVenues.sol";
import {CoverToken} from "../../src/CoverToken.sol";
import {IDirectory} from "../../src/interfaces/IDirectory.sol";
import {IRiskPool} from "../../src/interfaces/IRiskPool.sol";
import {ITreasury} from "../../src/interfaces/ITreasury.sol";
import {Level, Peg} from "../../src/interfaces/Types.sol";
import {ModuleNames} from "../../src/libraries/ModuleNames.sol";
import {ParameterKeys} from "../../src/libraries/ParameterKeys.sol";
import {ParameterScope} from "../../src/libraries/ParameterScope.sol";
import {LocalToken} from "../../src/local/LocalToken.sol";
import {PriceFeed} from "../../src/local/PriceFeed.sol";

contract TreasurySpendTest is TreasuryFixture {
    bytes32 private constant MEMO = keccak256("for the audit");

    function test_the_dao_spends() public {
        vm.expectEmit(address(treasury));
        emit ITreasury.Spent(anyone, address(dollar), 400_000 * USDC, MEMO, false);
        _spend(address(dollar), anyone, 400_000 * USDC);
        assertEq(dollar.balanceOf(anyone), 400_000 * USDC);
    }

    function test_a_contract_that_is_no_token_and_no_module_is_paid() public {
        Payee payee = new Payee();
        _spend(address(dollar), address(payee), 1 * USDC);
        assertEq(dollar.balanceOf(address(payee)), 1 * USDC);
    }

    function test_money_is_never_sent_where_it_would_be_lost() public {
        CoverToken token = new CoverToken(address(this));
        _forbid(address(0));
        _forbid(address(treasury));
        _forbid(address(manager));
        _forbid(address(dollar));
        _forbid(address(token));
        _forbid(address(bridgePool));
        _forbid(address(vault));
        _forbid(address(parameters));
        _forbid(address(guardian));
        _forbid(address(risk));
        _forbid(address(new Collectible()));
    }

    function test_a_module_is_known_by_the_directory() public {
        Payee module = new Payee();
        _spend(address(dollar), address(module), 1);
        vm.prank(dao);
        directory.setModule(ModuleNames.CLAIMS, address(module));
        _forbid(address(module));
    }

    function test_spending_needs_a_memo_and_an_amount() public {
        vm.startPrank(dao);
        vm.expectRevert(ITreasury.ReasonRequired.selector);
        treasury.spend(address(dollar), anyone, 1, 0);
        vm.expectRevert(ITreasury.ZeroAmount.selector);
        treasury.spend(address(dollar), anyone, 0, MEMO);
    }

    function test_the_liquid_floor_is_a_share_of_what_remains() public {
        _spend(address(dollar), anyone, 1_000_000 * USDC);
        _give(address(treasury), 1_000_000);
        _add(address(vault));
        _allocate(address(vault), 200_000 * USDC);
        // 200,000 deployed ask for 3/7 of that at hand.
        _expectFloor(85_714_285_714, 85_714_285_715);
        _spend(address(dollar), anyone, 800_000 * USDC - 85_714_285_714);
        _spend(address(dollar), anyone, 800_000 * USDC - 85_714_285_715);
    }

    function test_more_than_is_at_hand_is_refused() public {
        _expectFloor(0, 0);
        _spend(address(dollar), anyone, 1_000_000 * USDC + 1);
    }

    function test_other_tokens_have_no_floor() public {
        CoverToken token = new CoverToken(address(treasury));
        _spend(address(token), anyone, 100_000_000 ether);
        assertEq(token.balanceOf(anyone), 100_000_000 ether);
    }

    function test_tokens_that_take_a_fee_are_refused() public {
        FeeToken token = new FeeToken();
        token.mint(address(treasury), 1_000 * USDC);
        vm.expectRevert(
            abi.encodeWithSelector(ITreasury.TransferShort.selector, address(token), 100 * USDC, 99 * USDC)
        );
        _spend(address(token), anyone, 100 * USDC);
    }

    function test_shares_of_a_venue_leave_only_by_recall() public {
        _add(address(vault));
        _allocate(address(vault), 100_000 * USDC);
        vm.expectRevert(abi.encodeWithSelector(ITreasury.BadVenue.selector, address(vault)));
        _spend(address(vault), anyone, 1);
        _recall(address(vault), type(uint256).max);
        _give(address(this), 10);
        dollar.approve(address(vault), 10 * USDC);
        vault.deposit(10 * USDC, address(treasury));
        _spend(address(vault), anyone, 1);
    }

    function test_a_pause_stops_both_ways_of_spending() public {
        _stopOutflows(0);
        vm.expectRevert(ITreasury.OutflowsPaused.selector);
        _spend(address(dollar), anyone, 1);
        vm.expectRevert(ITreasury.OutflowsPaused.selector);
        _spendAsCouncil(1);
        skip(1 hours);
        _spendAsCouncil(1);
    }

    function test_the_council_spends_within_its_epoch() public {
        vm.expectEmit(address(treasury));
        emit ITreasury.Spent(anyone, address(dollar), 30_000 * USDC, MEMO, true);
        _spendAsCouncil(30_000 * USDC);
        (uint256 used, uint256 limit) = treasury.councilEpoch();
        assertEq(used, 30_000 * USDC);
        assertEq(limit, 50_000 * USDC);
        vm.expectRevert(
            abi.encodeWithSelector(ITreasury.SpendLimit.selector, 20_000 * USDC + 1, 20_000 * USDC)
        );
        _spendAsCouncil(20_000 * USDC + 1);
        _spendAsCouncil(20_000 * USDC);
        vm.expectRevert(abi.encodeWithSelector(ITreasury.SpendLimit.selector, 1, 0));
        _spendAsCouncil(1);
    }

    function test_an_epoch_slides() public {
        _spendAsCouncil(30_000 * USDC);
        skip(20 days);
        _spendAsCouncil(20_000 * USDC);
        skip(10 days - 1);
        vm.expectRevert(abi.encodeWithSelector(ITreasury.SpendLimit.selector, 1, 0));
        _spendAsCouncil(1);
        skip(1);
        (uint256 used,) = treasury.councilEpoch();
        assertEq(used, 20_000 * USDC);
        _spendAsCouncil(30_000 * USDC);
    }

    function test_a_lower_limit_holds_for_what_is_spent_already() public {
        _spendAsCouncil(50_000 * USDC);
        _change(ParameterKeys.COUNCIL_SPEND_EPOCH, 0, 40_000 * uint128(USDC));
        vm.expectRevert(abi.encodeWithSelector(ITreasury.SpendLimit.selector, 1, 0));
        _spendAsCouncil(1);
    }

    function test_the_council_spends_settlement_assets_alone() public {
        CoverToken token = new CoverToken(address(treasury));
        vm.expectRevert(abi.encodeWithSelector(ITreasury.UnknownAsset.selector, address(token)));
        vm.prank(council);
        treasury.spendAsCouncil(address(token), anyone, 1, MEMO);
    }

    function test_what_is_refused_uses_up_nothing() public {
        vm.expectRevert(abi.encodeWithSelector(ITreasury.RecipientForbidden.selector, address(dollar)));
        vm.prank(council);
        treasury.spendAsCouncil(address(dollar), address(dollar), 50_000 * USDC, MEMO);
        (uint256 used,) = treasury.councilEpoch();
        assertEq(used, 0);
    }

    function test_who_may_spend() public {
        bytes memory refused = abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, guardianSafe);
        vm.startPrank(guardianSafe);
        vm.expectRevert(refused);
        treasury.spend(address(dollar), anyone, 1, MEMO);
        vm.expectRevert(refused);
        treasury.spendAsCouncil(address(dollar), anyone, 1, MEMO);
        vm.expectRevert(refused);
        treasury.backstop(1, 1, 1);
        vm.expectRevert(refused);
        treasury.backstopAsCouncil(1, 1, 1);
        vm.expectRevert(refused);
        treasury.receiveFees(1, 1);
    }

    /// Invariant: in any 30 days the council spends at most its limit.
    function testFuzz_no_thirty_days_see_more_than_the_limit(uint256[20] memory seeds) public {
        uint256[20] memory at;
        uint256[20] memory spent;
        for (uint256 i = 0; i < seeds.length; ++i) {
            skip((seeds[i] >> 128) % 9 days);
            uint256 amount = seeds[i] % (35_000 * USDC);
            at[i] = block.timestamp;
            vm.prank(council);
            try treasury.spendAsCouncil(address(dollar), anyone, amount, MEMO) {
                spent[i] = amount;
            } catch {}
            uint256 sum = 0;
            for (uint256 j = 0; j <= i; ++j) {
                if (at[j] + 30 days > block.timestamp) sum += spent[j];
            }
            assertLe(sum, 50_000 * USDC);
            (uint256 used,) = treasury.councilEpoch();
            assertEq(used, sum);
        }
    }

    function _spend(address token, address to, uint256 amount) private {
        vm.prank(dao);
        treasury.spend(token, to, amount, MEMO);
    }

    function _spendAsCouncil(uint256 amount) private {
        vm.prank(council);
        treasury.spendAsCouncil(address(dollar), anyone, amount, MEMO);
    }

    function _forbid(address to) private {
        vm.expectRevert(abi.encodeWithSelector(ITreasury.RecipientForbidden.selector, to));
        _spend(address(dollar), to, 1);
    }
}

contract TreasuryBackstopTest is TreasuryFixture {
    function setUp() public override {
        super.setUp();
        _openIncident();
    }

    function test_the_dao_adds_to_an_incidents_reserve() public {
        vm.expectEmit(address(bridgePool));
        emit IRiskPool.IncidentBackstopped(1, 300_000 * USDC);
        vm.expectEmit(address(treasury));
        emit ITreasury.BackstopPaid(1, 1, 300_000 * USDC, false);
        _backstop(300_000 * USDC);
        assertEq(bridgePool.incidentReserve(1).backstop, 300_000 * USDC);
        (uint256 inAll, uint256 byCouncil) = treasury.backstopOf(1, 1);
        assertEq(inAll, 300_000 * USDC);
        assertEq(byCouncil, 0);
    }

    function test_the_council_adds_up_to_its_limit_an_incident() public {
        _backstopAsCouncil(60_000 * USDC);
        _backstop(10_000 * USDC);
        vm.expectRevert(
            abi.encodeWithSelector(ITreasury.BackstopLimit.selector, 40_000 * USDC + 1, 40_000 * USDC)
        );
        _backstopAsCouncil(40_000 * USDC + 1);
        vm.expectEmit(address(treasury));
        emit ITreasury.BackstopPaid(1, 1, 40_000 * USDC, true);
        _backstopAsCouncil(40_000 * USDC);
        (uint256 inAll, uint256 byCouncil) = treasury.backstopOf(1, 1);
        assertEq(inAll, 110_000 * USDC);
        assertEq(byCouncil, 100_000 * USDC);
    }

    function test_what_is_unused_comes_back() public {
        _backstop(300_000 * USDC);
        vm.expectEmit(address(treasury));
        emit ITreasury.BackstopReturned(1, 1, 300_000 * USDC);
        bridgePool.closeIncident(1);
        assertEq(dollar.balanceOf(address(treasury)), 1_000_000 * USDC);
        // What came back does not renew the council's limit.
        (uint256 inAll,) = treasury.backstopOf(1, 1);
        assertEq(inAll, 300_000 * USDC);
    }

    function test_an_incident_that_is_not_open_gets_nothing() public {
        vm.expectRevert(abi.encodeWithSelector(IRiskPool.IncidentNotOpen.selector, uint64(2)));
        vm.prank(dao);
        treasury.backstop(1, 2, 1);
        bridgePool.closeIncident(1);
        vm.expectRevert(abi.encodeWithSelector(IRiskPool.IncidentNotOpen.selector, uint64(1)));
        _backstop(1);
    }

    function test_a_backstop_needs_an_amount_a_pool_and_the_floor() public {
        vm.expectRevert(ITreasury.ZeroAmount.selector);
        _backstop(0);
        vm.expectRevert(abi.encodeWithSelector(IDirectory.UnknownPool.selector, uint32(3)));
        vm.prank(dao);
        treasury.backstop(3, 1, 1);
        _add(address(vault));
        _allocate(address(vault), 200_000 * USDC);
        _expectFloor(0, 60_000 * USDC);
        _backstop(800_000 * USDC);
    }

    function test_a_pause_stops_backstops_of_its_pool() public {
        _stopOutflows(1);
        vm.expectRevert(ITreasury.OutflowsPaused.selector);
        _backstop(1);
        vm.expectRevert(ITreasury.OutflowsPaused.selector);
        _backstopAsCouncil(1);
    }

    function test_a_broken_peg_stops_no_backstop() public {
        feed.update(0.5e8);
        _backstop(1 * USDC);
    }

    function test_only_a_pool_says_what_it_returned() public {
        vm.expectRevert(abi.encodeWithSelector(ITreasury.NotThePool.selector, uint32(2), address(bridgePool)));
        vm.prank(address(bridgePool));
        treasury.receiveReturned(2, 1, 1);
        vm.expectRevert(abi.encodeWithSelector(ITreasury.NotThePool.selector, uint32(1), anyone));
        vm.prank(anyone);
        treasury.receiveReturned(1, 1, 1);
    }

    function test_fees_are_booked_by_the_cover_modules() public {
        vm.expectEmit(address(treasury));
        emit ITreasury.FeesReceived(1, address(dollar), 5 * USDC);
        treasury.receiveFees(1, 5 * USDC);
        vm.recordLogs();
        treasury.receiveFees(1, 0);
        assertEq(vm.getRecordedLogs().length, 0);
    }

    function _backstop(uint256 amount) private {
        vm.prank(dao);
        treasury.backstop(1, 1, amount);
    }

    function _backstopAsCouncil(uint256 amount) private {
        vm.prank(council);
        treasury.backstopAsCouncil(1, 1, amount);
    }
}

contract TreasuryHealthTest is TreasuryFixture {
    function test_a_quiet_treasury_owes_nothing() public view {
        ITreasury.Health memory h = treasury.health(address(dollar));
        assertEq(h.liquid, 1_000_000 * USDC);
        assertEq(h.deployed, 0);
        assertEq(h.liabilities, 0);
        assertEq(h.coverageBps, type(uint32).max);
        assertEq(h.largestVenueBps, 0);
        assertEq(uint256(h.worstPeg), uint256(Peg.Normal));
        assertEq(h.oldestPrice, START);
    }

    function test_venues_count_by_their_own_word() public {
        _add(address(vault), 2_000, true);
        _add(address(notice));
        _allocate(address(vault), 100_000 * USDC);
        _allocate(address(notice), 200_000 * USDC);
        ITreasury.Health memory h = treasury.health(address(dollar));
        assertEq(h.deployed, 300_000 * USDC);
        assertEq(h.largestVenueBps, 2_000);
        assertEq(h.selfReportedBps, 1_000);
        vault.writeOff(100_000 * USDC);
        h = treasury.health(address(dollar));
        assertEq(h.deployed, 200_000 * USDC);
        assertEq(h.selfReportedBps, 0);
        assertEq(h.largestVenueBps, 2_223);
    }

    function test_what_pools_are_short_of_is_owed() public {
        _deposit(200_000);
        uint32 hit;
        for (uint256 lockId = 0; lockId < 20; ++lockId) {
            // Five subjects with four covers of 10,000 each, the most that one cover may have here.
            if (lockId % 4 == 0) hit = _insure(lockId, 10_000);
            else bridgePool.lockCover(lockId, hit, 10_000 * USDC);
        }
        // From now on cover stands on capital of its full amount: 200,000 for 200,000, no more and no less.
        vm.startPrank(steward);
        for (uint256 level = uint256(Level.High); level >= uint256(Level.Low); --level) {
            parameters.tightenNow(ParameterKeys.MIN_CAPITAL_RATIO, ParameterScope.level(Level(level)), 10_000, WHY);
        }
        vm.stopPrank();
        assertEq(treasury.health(address(dollar)).liabilities, 0);
        // An incident takes its reserve of 40,000 out of what stands behind the rest.
        bridgePool.openIncident(1, hit);
        ITreasury.Health memory h = treasury.health(address(dollar));
        assertEq(h.liabilities, 40_000 * USDC);
        assertEq(h.coverageBps, 250_000);
    }

    function test_another_asset_has_a_health_of_its_own() public {
        LocalToken other = new LocalToken("Other Dollar", "OTH", address(this));
        PriceFeed otherFeed = new PriceFeed("OTH / USD", 8, address(this));
        otherFeed.update(0.9e8);
        vm.prank(dao);
        treasury.setPegFeed(address(other), address(otherFeed));
        _add(address(vault));
        _allocate(address(vault), 100_000 * USDC);
        ITreasury.Health memory h = treasury.health(address(other));
        assertEq(h.liquid + h.deployed + h.liabilities, 0);
        assertEq(h.selfReportedBps, 0);
        assertEq(uint256(h.worstPeg), uint256(Peg.Depegged));
    }

    function test_a_feed_that_is_silent_leaves_the_last_good_price() public {
        feed.updateRaw(-1, uint48(START));
        skip(1 hours);
        ITreasury.Health memory h = treasury.health(address(dollar));
        assertEq(h.oldestPrice, START);
        assertEq(uint256(h.worstPeg), uint256(Peg.Watch));
    }
}
