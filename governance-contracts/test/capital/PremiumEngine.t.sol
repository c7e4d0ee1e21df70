// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {CapitalBase} from "./CapitalBase.sol";
import {PremiumEngine} from "../../src/PremiumEngine.sol";
import {RiskPool} from "../../src/RiskPool.sol";
import {ProtocolModule} from "../../src/ProtocolModule.sol";
import {IDirectory} from "../../src/interfaces/IDirectory.sol";
import {IPremiumEngine} from "../../src/interfaces/IPremiumEngine.sol";
import {Kind, Level} from "../../src/interfaces/Types.sol";
import {ParameterKeys} from "../../src/libraries/ParameterKeys.sol";
import {ParameterScope} from "../../src/libraries/ParameterScope.sol";

/// What cover costs. Pool 1 is usage-adjusted, pool 3 by risk alone, pool 6 fixed.
contract PremiumEngineTest is CapitalBase {
    PremiumEngine private engine;

    function setUp() public override {
        super.setUp();
        engine = protocol.premium;
        provide(bob, 999_000 * USDC); // with the seed a million
    }

    function test_a_fixed_price_is_the_base_of_the_level() public {
        uint32 weather = listed(Kind.Parametric, Level.Guarded);
        IPremiumEngine.Quote memory q = engine.quote(6, weather, 10_000 * USDC, 365 days, address(0));
        assertEq(q.rateBps, 220);
        assertEq(q.baseBps, 220);
        assertEq(uint256(q.riskBps) + q.utilisationBps + q.surgeBps, 0);
        assertEq(q.premium, 220 * USDC);
    }

    function test_a_price_by_risk_adds_what_the_score_lacks() public {
        uint32 keeper = listed(Kind.Custody, Level.High);
        (uint16 score,) = protocol.risk.score(keeper);
        IPremiumEngine.Quote memory q = engine.quote(3, keeper, 10_000 * USDC, 365 days, address(0));
        uint256 slope = _get(ParameterKeys.RISK_SLOPE, 3);
        assertEq(q.baseBps, 900);
        assertEq(q.riskBps, (slope * (10_000 - score) + 9_999) / 10_000);
        assertEq(q.rateBps, uint256(q.baseBps) + q.riskBps);
        assertEq(uint256(q.utilisationBps) + q.surgeBps, 0);
        assertGt(q.riskBps, 0);
    }

    function test_a_price_by_use_rises_with_utilisation_and_sales() public {
        uint256 before = engine.rate(1, subject);
        for (uint256 i = 0; i < 4; ++i) {
            lock(i, risky, 50_000 * USDC);
        }
        IPremiumEngine.Quote memory q = engine.quote(1, subject, 10_000 * USDC, 365 days, address(0));
        // 160,000 of minimum capital on a million
        assertEq(q.utilisationBps, (_get(ParameterKeys.UTILISATION_SLOPE, 1) * 1_600 + 9_999) / 10_000);
        assertEq(q.surgeBps, 0);
        assertEq(q.rateBps, before + q.utilisationBps);
    }

    function test_a_sale_raises_the_surge_by_the_share_of_the_subjects_most() public {
        vm.prank(module);
        // 20,000 of 200,000: ten percent
        IPremiumEngine.Quote memory sold = engine.consume(1, subject, 20_000 * USDC, 30 days, address(0));
        uint256 per = _get(ParameterKeys.SURGE_PER_1PCT, 1);
        assertEq(sold.surgeBps, 0, "not for who buys now");
        assertEq(engine.surge(1, subject), 10 * per);
        assertEq(engine.surge(1, risky), 0, "each subject has its own");
        assertEq(engine.quote(1, subject, USDC, 30 days, address(0)).surgeBps, 10 * per);
    }

    function test_the_surge_decays_by_the_day() public {
        vm.prank(module);
        vm.expectEmit(address(engine));
        emit IPremiumEngine.SurgeMoved(1, subject, 500, 500 * 86_400, uint48(block.timestamp));
        engine.consume(1, subject, 200_000 * USDC, 30 days, address(0));
        pass(12 hours);
        uint256 perDay = _get(ParameterKeys.SURGE_DECAY_DAY, 1);
        assertEq(engine.surge(1, subject), 500 - perDay / 2);
        pass(10 days);
        assertEq(engine.surge(1, subject), 0);
    }

    function test_many_small_sales_do_not_stop_the_decay() public {
        vm.prank(module);
        engine.consume(1, subject, 200_000 * USDC, 30 days, address(0));
        for (uint256 i = 0; i < 24; ++i) {
            pass(1 hours);
            vm.prank(module);
            engine.consume(1, subject, 1, 30 days, address(0));
        }
        assertEq(engine.surge(1, subject), 500 - _get(ParameterKeys.SURGE_DECAY_DAY, 1) + 1);
    }

    function test_no_amount_of_buying_shuts_a_subjects_sales() public {
        for (uint256 i = 0; i < 20; ++i) {
            vm.prank(module);
            engine.consume(1, subject, 200_000 * USDC, 30 days, address(0));
        }
        uint256 ceiling = _get(ParameterKeys.RATE_CEILING, 1);
        assertEq(engine.surge(1, subject), ceiling, "no higher than the ceiling");
        assertEq(engine.rate(1, subject), ceiling, "and it can be bought at that");
    }

    function test_only_use_adjusted_pools_have_a_surge() public {
        uint32 weather = listed(Kind.Parametric, Level.Guarded);
        vm.prank(module);
        engine.consume(6, weather, 200 * USDC, 30 days, address(0));
        assertEq(engine.surge(6, weather), 0);
    }

    function test_cover_that_should_cost_more_than_the_ceiling_is_not_sold() public {
        bytes32 scope = ParameterScope.pool(1);
        for (uint256 i = 0; i < 5 && _get(ParameterKeys.RATE_CEILING, 1) != 1_500; ++i) {
            (,,, uint128 lo,) = protocol.parameters.preview(ParameterKeys.RATE_CEILING, scope, 1_500);
            _change(ParameterKeys.RATE_CEILING, scope, lo > 1_500 ? lo : 1_500);
        }
        attest(risky, Level.Critical);
        attest(subject, Level.Low);
        (uint16 score,) = protocol.risk.score(risky);
        uint256 sum = 1_500 + (_get(ParameterKeys.RISK_SLOPE, 1) * (10_000 - score) + 9_999) / 10_000;
        uint256 floor = _get(ParameterKeys.RATE_FLOOR, 1);
        bytes memory refusal = abi.encodeWithSelector(IPremiumEngine.RateOutOfBand.selector, sum, floor, 1_500);
        vm.expectRevert(refusal);
        engine.rate(1, risky);
        vm.expectRevert(refusal);
        engine.quote(1, risky, USDC, 30 days, address(0));
        assertLe(engine.rate(1, subject), 1_500);
    }

    function test_a_price_under_the_floor_is_raised_to_it() public {
        uint32 weather = listed(Kind.Parametric, Level.Low);
        _raiseFloor(6, 500);
        IPremiumEngine.Quote memory q = engine.quote(6, weather, 10_000 * USDC, 365 days, address(0));
        assertEq(q.baseBps, 120);
        assertEq(q.rateBps, _get(ParameterKeys.RATE_FLOOR, 6));
        assertGt(q.rateBps, 120);
    }

    function test_the_parts_go_to_pool_treasury_and_distributor() public view {
        IPremiumEngine.Quote memory q = engine.quote(1, subject, 50_000 * USDC, 365 days, bob);
        assertEq(q.toPool + q.toTreasury + q.toDistributor, q.premium);
        assertEq(q.toTreasury, q.premium * _get(ParameterKeys.TREASURY_FEE, 1) / 1e4);
        uint256 commission = protocol.parameters.get(ParameterKeys.DISTRIBUTOR_COMMISSION, ParameterScope.GLOBAL);
        assertEq(q.toDistributor, q.premium * commission / 1e4);
        q = engine.quote(1, subject, 50_000 * USDC, 365 days, address(0));
        assertEq(q.toDistributor, 0, "nobody brought it");
        assertEq(uint256(q.validUntil), block.timestamp);
    }

    function test_a_price_needs_cover_and_a_duration_within_bounds() public {
        vm.expectRevert(IPremiumEngine.ZeroCover.selector);
        engine.quote(1, subject, 0, 30 days, address(0));
        uint32 min = uint32(protocol.parameters.get(ParameterKeys.MIN_DURATION, ParameterScope.GLOBAL));
        uint32 max = uint32(protocol.parameters.get(ParameterKeys.MAX_DURATION, ParameterScope.GLOBAL));
        vm.expectRevert(abi.encodeWithSelector(IPremiumEngine.DurationOutOfRange.selector, min - 1, min, max));
        engine.quote(1, subject, USDC, min - 1, address(0));
        vm.expectRevert(abi.encodeWithSelector(IPremiumEngine.DurationOutOfRange.selector, max + 1, min, max));
        engine.quote(1, subject, USDC, max + 1, address(0));
        engine.quote(1, subject, USDC, min, address(0));
        engine.quote(1, subject, USDC, max, address(0));
    }

    function test_a_sale_in_a_pool_without_assets_moves_no_surge() public {
        RiskPool empty = new RiskPool(
            address(protocol.manager), protocol.directory, asset, Kind.SmartContract, "Empty", "EMPTY", 7
        );
        vm.prank(dao);
        protocol.directory.addPool(address(empty));
        vm.prank(module);
        engine.consume(7, subject, 1_000 * USDC, 30 days, address(0));
        assertEq(engine.surge(7, subject), 0);
    }

    function test_only_cover_modules_consume() public {
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, alice));
        engine.consume(1, subject, 1, 30 days, address(0));
    }

    function test_a_module_needs_a_manager_and_a_directory_with_code() public {
        IDirectory directory = protocol.directory;
        address manager = address(protocol.manager);
        vm.expectRevert(abi.encodeWithSelector(ProtocolModule.NotAContract.selector, alice));
        new PremiumEngine(alice, directory);
        vm.expectRevert(abi.encodeWithSelector(ProtocolModule.NotAContract.selector, bob));
        new PremiumEngine(manager, IDirectory(bob));
    }

    function testFuzz_consuming_costs_what_the_quote_said(uint256 cover, uint256 duration, uint256 sold) public {
        cover = bound(cover, 1, 1e15);
        uint32 secs = uint32(bound(duration, 7 days, 365 days));
        if (sold % 3 != 0) {
            vm.prank(module);
            engine.consume(1, subject, bound(sold, 1, 200_000 * USDC), 30 days, address(0));
        }
        IPremiumEngine.Quote memory quoted = engine.quote(1, subject, cover, secs, bob);
        vm.prank(module);
        IPremiumEngine.Quote memory consumed = engine.consume(1, subject, cover, secs, bob);
        assertEq(keccak256(abi.encode(quoted)), keccak256(abi.encode(consumed)));
        assertEq(quoted.toPool + quoted.toTreasury + quoted.toDistributor, quoted.premium);
        assertGe(quoted.rateBps, _get(ParameterKeys.RATE_FLOOR, 1));
        assertLe(quoted.rateBps, _get(ParameterKeys.RATE_CEILING, 1));
        assertEq(
            quoted.rateBps,
            uint256(quoted.baseBps) + quoted.riskBps + quoted.utilisationBps + quoted.surgeBps,
            "the parts make the rate"
        );
    }

    function _get(bytes32 key, uint32 poolId) private view returns (uint256) {
        return protocol.parameters.get(key, ParameterScope.pool(poolId));
    }

    function _raiseFloor(uint32 poolId, uint128 to) private {
        bytes32 scope = ParameterScope.pool(poolId);
        for (uint256 i = 0; i < 20 && protocol.parameters.get(ParameterKeys.RATE_FLOOR, scope) < 130; ++i) {
            (,,,, uint128 hi) = protocol.parameters.preview(ParameterKeys.RATE_FLOOR, scope, to);
            _change(ParameterKeys.RATE_FLOOR, scope, hi < to ? hi : to);
        }
    }

    function _change(bytes32 key, bytes32 scope, uint128 value) private {
        vm.prank(dao);
        uint64 changeId = protocol.parameters.proposeChangeAsDao(key, scope, value, WHY);
        protocol.parameters.execute(changeId);
        pass(14 days);
    }
}
