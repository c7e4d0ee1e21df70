// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {Base} from "../Base.sol";
import {ParameterCatalogue} from "../../script/ParameterCatalogue.sol";
import {Directory} from "../../src/Directory.sol";
import {EmergencyGuardian} from "../../src/EmergencyGuardian.sol";
import {ParameterRegistry} from "../../src/ParameterRegistry.sol";
import {RiskPool} from "../../src/RiskPool.sol";
import {RiskRegistry} from "../../src/RiskRegistry.sol";
import {Treasury} from "../../src/Treasury.sol";
import {IParameterRegistry} from "../../src/interfaces/IParameterRegistry.sol";
import {Kind} from "../../src/interfaces/Types.sol";
import {ModuleNames} from "../../src/libraries/ModuleNames.sol";
import {Roles} from "../../src/libraries/Roles.sol";
import {LocalToken} from "../../src/local/LocalToken.sol";
import {PriceFeed} from "../../src/local/PriceFeed.sol";

/// @notice The governance modules as they are deployed, with the whole catalogue, two pools, one dollar and its feed. The DAO
/// and the council are plain accounts here, without delays: what the Timelock and the AccessManager add is tested elsewhere.
abstract contract Fixture is Base {
    uint256 internal constant START = 1_800_000_000;
    uint256 internal constant USDC = 1e6;
    bytes32 internal constant WHY = keccak256("a published reason");

    address internal dao = account("dao");
    address internal council = account("council");
    address internal guardianSafe = account("guardian");
    address internal steward = account("steward");
    address internal anyone = account("anyone");

    AccessManager internal manager;
    Directory internal directory;
    ParameterRegistry internal parameters;
    RiskRegistry internal risk;
    EmergencyGuardian internal guardian;
    Treasury internal treasury;
    RiskPool internal bridgePool;
    RiskPool internal custodyPool;
    LocalToken internal dollar;
    PriceFeed internal feed;

    function setUp() public virtual {
        vm.warp(START);
        // by its artifact, as forge has tests deploy what is in src/: so it is the released one
        manager = AccessManager(vm.deployCode("AccessManager.sol:AccessManager", abi.encode(address(this))));
        directory = new Directory(address(manager));
        parameters = new ParameterRegistry(address(manager), directory);
        risk = new RiskRegistry(address(manager), directory);
        guardian = new EmergencyGuardian(address(manager), directory);
        treasury = new Treasury(address(manager), directory);
        dollar = new LocalToken("Local Dollar", "USDL", address(this));
        feed = new PriceFeed("USDL / USD", 8, address(this));
        feed.update(1e8);
        _grant();
        _mapParameters();
        _mapOthers();
        _define();
        _fill();
    }

    function _grant() private {
        manager.grantRole(Roles.DAO, dao, 0);
        manager.grantRole(Roles.COUNCIL_NOW, council, 0);
        manager.grantRole(Roles.COUNCIL_DELAYED, council, 0);
        manager.grantRole(Roles.GUARDIAN, guardianSafe, 0);
        manager.grantRole(Roles.RISK_STEWARD, steward, 0);
        manager.grantRole(Roles.RISK_STEWARD, council, 0);
        manager.grantRole(Roles.MODULE_COVER, address(this), 0);
        manager.grantRole(Roles.MODULE_CLAIMS, address(this), 0);
        manager.grantRole(Roles.MODULE_TREASURY, address(treasury), 0);
    }

    function _mapParameters() private {
        address target = address(parameters);
        _map(target, Roles.DAO, ParameterRegistry.defineParam.selector);
        _map(target, Roles.DAO, ParameterRegistry.tightenBounds.selector);
        _map(target, Roles.DAO, ParameterRegistry.proposeChangeAsDao.selector);
        _map(target, Roles.DAO, ParameterRegistry.cancelAsDao.selector);
        _map(target, Roles.COUNCIL_NOW, ParameterRegistry.cancelAsCouncil.selector);
        _map(target, Roles.RISK_STEWARD, ParameterRegistry.proposeChange.selector);
        _map(target, Roles.RISK_STEWARD, ParameterRegistry.tightenNow.selector);
    }

    function _mapOthers() private {
        _map(address(directory), Roles.DAO, Directory.setModule.selector);
        _map(address(directory), Roles.DAO, Directory.addPool.selector);
        _map(address(risk), Roles.RISK_STEWARD, RiskRegistry.attest.selector);
        _map(address(risk), Roles.DAO, RiskRegistry.list.selector);
        _map(address(risk), Roles.DAO, RiskRegistry.delist.selector);
        _map(address(risk), Roles.COUNCIL_NOW, RiskRegistry.suspend.selector);
        _map(address(guardian), Roles.GUARDIAN, EmergencyGuardian.pause.selector);
        _map(address(guardian), Roles.GUARDIAN, EmergencyGuardian.lift.selector);
        _map(address(guardian), Roles.COUNCIL_NOW, EmergencyGuardian.liftAsCouncil.selector);
        _map(address(guardian), Roles.DAO, EmergencyGuardian.liftAsDao.selector);
        _map(address(guardian), Roles.DAO, EmergencyGuardian.extend.selector);
        _map(address(guardian), Roles.GUARDIAN, EmergencyGuardian.quarantineAdapter.selector);
        _map(address(guardian), Roles.DAO, EmergencyGuardian.restoreAdapter.selector);
        _mapTreasury();
    }

    function _mapTreasury() private {
        address target = address(treasury);
        _map(target, Roles.MODULE_COVER, treasury.receiveFees.selector);
        _map(target, Roles.DAO, treasury.addVenue.selector);
        _map(target, Roles.DAO, treasury.backstop.selector);
        _map(target, Roles.DAO, treasury.spend.selector);
        _map(target, Roles.DAO, treasury.setPegFeed.selector);
        _map(target, Roles.COUNCIL_NOW, treasury.closeVenue.selector);
        _map(target, Roles.COUNCIL_NOW, treasury.requestExit.selector);
        _map(target, Roles.COUNCIL_NOW, treasury.recall.selector);
        _map(target, Roles.COUNCIL_NOW, treasury.realiseLoss.selector);
        _map(target, Roles.COUNCIL_DELAYED, treasury.allocate.selector);
        _map(target, Roles.COUNCIL_DELAYED, treasury.backstopAsCouncil.selector);
        _map(target, Roles.COUNCIL_DELAYED, treasury.spendAsCouncil.selector);
    }

    function _define() private {
        ParameterCatalogue.Definition[] memory definitions = ParameterCatalogue.all();
        vm.startPrank(dao);
        for (uint256 i = 0; i < definitions.length; ++i) {
            ParameterCatalogue.Definition memory d = definitions[i];
            parameters.defineParam(d.key, d.spec, d.initialValue, d.scopes, d.values);
        }
        vm.stopPrank();
    }

    function _fill() private {
        bridgePool = _newPool(Kind.Bridge, 1);
        custodyPool = _newPool(Kind.Custody, 2);
        vm.startPrank(dao);
        directory.setModule(ModuleNames.PARAMETERS, address(parameters));
        directory.setModule(ModuleNames.RISK, address(risk));
        directory.setModule(ModuleNames.GUARDIAN, address(guardian));
        directory.setModule(ModuleNames.TREASURY, address(treasury));
        directory.addPool(address(bridgePool));
        directory.addPool(address(custodyPool));
        treasury.setPegFeed(address(dollar), address(feed));
        vm.stopPrank();
    }

    function _newPool(Kind kind, uint32 poolId) internal returns (RiskPool) {
        return new RiskPool(address(manager), directory, dollar, kind, "Pool", "bwP", poolId);
    }

    function _map(address target, uint64 role, bytes4 selector) internal {
        bytes4[] memory selectors = new bytes4[](1);
        selectors[0] = selector;
        manager.setTargetFunctionRole(target, selectors, role);
    }

    /// Whole dollars.
    function _give(address to, uint256 dollars) internal {
        dollar.mint(to, dollars * USDC);
    }

    function _value(bytes32 key, bytes32 scope) internal view returns (uint256) {
        return parameters.get(key, scope);
    }

    /// The DAO's decision carried out as soon as it may be.
    function _change(bytes32 key, bytes32 scope, uint128 newValue) internal {
        vm.prank(dao);
        uint64 id = parameters.proposeChangeAsDao(key, scope, newValue, WHY);
        IParameterRegistry.Change memory c = parameters.change(id);
        if (c.eta > block.timestamp) vm.warp(c.eta);
        parameters.execute(id);
    }
}
