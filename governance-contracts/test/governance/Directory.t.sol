// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {Fixture} from "./Fixture.sol";
import {Directory} from "../../src/Directory.sol";
import {RiskPool} from "../../src/RiskPool.sol";
import {IDirectory} from "../../src/interfaces/IDirectory.sol";
import {Kind} from "../../src/interfaces/Types.sol";
import {ModuleNames} from "../../src/libraries/ModuleNames.sol";

contract DirectoryTest is Fixture {
    function test_the_dao_points_a_name_at_another_module() public {
        vm.expectEmit(address(directory));
        emit IDirectory.ModuleSet(ModuleNames.TREASURY, address(treasury), address(dollar));
        _set(ModuleNames.TREASURY, address(dollar));
        assertEq(address(directory.treasury()), address(dollar));
        assertEq(directory.module("TREASURY"), address(dollar));
    }

    function test_each_name_has_its_own_view() public {
        bytes32[14] memory names = ModuleNames.all();
        address[] memory modules = new address[](14);
        for (uint256 i = 0; i < 14; ++i) {
            modules[i] = address(new Directory(address(manager)));
            _set(names[i], modules[i]);
        }
        assertEq(address(directory.parameters()), modules[0]);
        assertEq(address(directory.risk()), modules[1]);
        assertEq(address(directory.premium()), modules[2]);
        assertEq(address(directory.underwriting()), modules[3]);
        assertEq(address(directory.accountCover()), modules[4]);
        assertEq(address(directory.series()), modules[5]);
        assertEq(address(directory.policyNFT()), modules[6]);
        assertEq(address(directory.incidents()), modules[7]);
        assertEq(address(directory.claims()), modules[8]);
        assertEq(address(directory.tribunal()), modules[9]);
        assertEq(address(directory.guardian()), modules[10]);
        assertEq(address(directory.treasury()), modules[11]);
        assertEq(address(directory.gate()), modules[12]);
        assertEq(address(directory.token()), modules[13]);
    }

    function test_an_unset_name_is_the_zero_address() public view {
        assertEq(address(directory.gate()), address(0));
        assertEq(directory.module("NOTHING"), address(0));
    }

    function test_a_module_has_code() public {
        vm.expectRevert(abi.encodeWithSelector(IDirectory.NotAModule.selector, ModuleNames.CLAIMS, anyone));
        _set(ModuleNames.CLAIMS, anyone);
        vm.expectRevert(abi.encodeWithSelector(IDirectory.NotAModule.selector, ModuleNames.CLAIMS, address(0)));
        _set(ModuleNames.CLAIMS, address(0));
    }

    function test_an_unknown_name_is_refused() public {
        vm.expectRevert(abi.encodeWithSelector(IDirectory.NotAModule.selector, bytes32("NOTHING"), address(treasury)));
        _set("NOTHING", address(treasury));
    }

    function test_the_gate_alone_can_be_taken_away() public {
        _set(ModuleNames.GATE, address(dollar));
        _set(ModuleNames.GATE, address(0));
        assertEq(address(directory.gate()), address(0));
    }

    function test_pools_are_numbered_from_one() public {
        assertEq(directory.poolCount(), 2);
        assertEq(address(directory.pool(1)), address(bridgePool));
        assertEq(address(directory.pool(2)), address(custodyPool));
        RiskPool third = _newPool(Kind.Parametric, 3);
        vm.expectEmit(address(directory));
        emit IDirectory.PoolAdded(
            3, address(third), third.asset(), Kind.Parametric, third.name(), third.symbol(), third.decimals()
        );
        vm.prank(dao);
        assertEq(directory.addPool(address(third)), 3);
    }

    function test_a_pool_out_of_turn_or_added_twice_is_refused() public {
        RiskPool fourth = _newPool(Kind.Parametric, 4);
        _refusePool(address(fourth));
        _refusePool(address(bridgePool));
    }

    function test_what_knows_no_pool_number_is_no_pool() public {
        _refusePool(address(dollar));
        _refusePool(anyone);
    }

    function test_an_unknown_pool_is_refused() public {
        vm.expectRevert(abi.encodeWithSelector(IDirectory.UnknownPool.selector, uint32(0)));
        directory.pool(0);
        vm.expectRevert(abi.encodeWithSelector(IDirectory.UnknownPool.selector, uint32(3)));
        directory.pool(3);
    }

    function test_only_the_dao_changes_the_directory() public {
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, council));
        vm.prank(council);
        directory.setModule(ModuleNames.CLAIMS, address(dollar));
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, council));
        vm.prank(council);
        directory.addPool(address(dollar));
    }

    function _set(bytes32 name, address module) private {
        vm.prank(dao);
        directory.setModule(name, module);
    }

    function _refusePool(address pool) private {
        vm.expectRevert(abi.encodeWithSelector(IDirectory.NotAModule.selector, bytes32("POOL"), pool));
        vm.prank(dao);
        directory.addPool(pool);
    }
}
