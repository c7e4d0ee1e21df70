// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {Deployed} from "./Deployed.sol";
import {RoleManifest} from "../script/RoleManifest.sol";
import {Roles} from "../src/libraries/Roles.sol";

contract RoleManifestTest is Deployed {
    function setUp() public {
        deployProtocol();
    }

    function test_every_signature_gives_its_selector() public pure {
        _checkSelectors(RoleManifest.directory());
        _checkSelectors(RoleManifest.parameters());
        _checkSelectors(RoleManifest.risk());
        _checkSelectors(RoleManifest.pool());
        _checkSelectors(RoleManifest.premium());
        _checkSelectors(RoleManifest.underwriting());
        _checkSelectors(RoleManifest.policyNFT());
        _checkSelectors(RoleManifest.accountCover());
        _checkSelectors(RoleManifest.series());
        _checkSelectors(RoleManifest.incidents());
        _checkSelectors(RoleManifest.claims());
        _checkSelectors(RoleManifest.tribunal());
        _checkSelectors(RoleManifest.guardian());
        _checkSelectors(RoleManifest.treasury());
        _checkSelectors(RoleManifest.priceDropAdapter());
        _checkSelectors(RoleManifest.depegAdapter());
        _checkSelectors(RoleManifest.tvlDropAdapter());
        _checkSelectors(RoleManifest.bridgeAdapter());
        _checkSelectors(RoleManifest.custodyAdapter());
        _checkSelectors(RoleManifest.parametricAdapter());
        _checkSelectors(RoleManifest.optimisticAdapter());
    }

    function test_every_restricted_function_of_the_sources_is_in_the_manifest() public view {
        _checkCount("Directory", RoleManifest.directory().length);
        _checkCount("ParameterRegistry", RoleManifest.parameters().length);
        _checkCount("RiskRegistry", RoleManifest.risk().length);
        assertEq(
            _uses("RiskPool") + _uses("pool/PoolCover") + _uses("pool/PoolIncidents"), RoleManifest.pool().length, "RiskPool"
        );
        _checkCount("PremiumEngine", RoleManifest.premium().length);
        _checkCount("Underwriting", RoleManifest.underwriting().length);
        _checkCount("PolicyNFT", RoleManifest.policyNFT().length);
        _checkCount("AccountCover", RoleManifest.accountCover().length);
        _checkCount("CoverSeries", RoleManifest.series().length);
        _checkCount("Incidents", RoleManifest.incidents().length);
        _checkCount("Claims", RoleManifest.claims().length);
        _checkCount("Tribunal", RoleManifest.tribunal().length);
        _checkCount("EmergencyGuardian", RoleManifest.guardian().length);
        assertEq(
            _uses("Treasury") + _uses("treasury/PegWatch") + _uses("treasury/VenueBook"),
            RoleManifest.treasury().length,
            "Treasury"
        );
        _checkCount("adapters/PriceDropAdapter", RoleManifest.priceDropAdapter().length);
        _checkCount("adapters/DepegAdapter", RoleManifest.depegAdapter().length);
        _checkCount("adapters/TvlDropAdapter", RoleManifest.tvlDropAdapter().length);
        _checkCount("adapters/BridgeAdapter", RoleManifest.bridgeAdapter().length - _uses("adapters/ReportAdapter"));
        _checkCount("adapters/CustodyAdapter", RoleManifest.custodyAdapter().length - _uses("adapters/ReportAdapter"));
        _checkCount("adapters/ParametricAdapter", RoleManifest.parametricAdapter().length - _uses("adapters/ReportAdapter"));
        _checkCount("adapters/OptimisticAdapter", RoleManifest.optimisticAdapter().length);
    }

    function test_the_deployment_maps_every_entry_in_the_access_manager() public view {
        _checkMapped(address(protocol.directory), RoleManifest.directory());
        _checkMapped(address(protocol.parameters), RoleManifest.parameters());
        _checkMapped(address(protocol.risk), RoleManifest.risk());
        _checkMapped(address(protocol.premium), RoleManifest.premium());
        _checkMapped(address(protocol.underwriting), RoleManifest.underwriting());
        _checkMapped(address(protocol.policyNFT), RoleManifest.policyNFT());
        _checkMapped(address(protocol.accountCover), RoleManifest.accountCover());
        _checkMapped(address(protocol.series), RoleManifest.series());
        _checkMapped(address(protocol.incidents), RoleManifest.incidents());
        _checkMapped(address(protocol.claims), RoleManifest.claims());
        _checkMapped(address(protocol.tribunal), RoleManifest.tribunal());
        _checkMapped(address(protocol.guardian), RoleManifest.guardian());
        _checkMapped(address(protocol.treasury), RoleManifest.treasury());
        _checkMapped(address(protocol.adapters.priceDrop), RoleManifest.priceDropAdapter());
        _checkMapped(address(protocol.adapters.depeg), RoleManifest.depegAdapter());
        _checkMapped(address(protocol.adapters.tvlDrop), RoleManifest.tvlDropAdapter());
        _checkMapped(address(protocol.adapters.bridge), RoleManifest.bridgeAdapter());
        _checkMapped(address(protocol.adapters.custody), RoleManifest.custodyAdapter());
        _checkMapped(address(protocol.adapters.parametric), RoleManifest.parametricAdapter());
        _checkMapped(address(protocol.adapters.optimistic), RoleManifest.optimisticAdapter());
        for (uint256 i = 0; i < protocol.pools.length; ++i) {
            _checkMapped(address(protocol.pools[i]), RoleManifest.pool());
        }
    }

    function test_after_the_handover_the_timelock_alone_is_admin_and_dao() public view {
        _checkHolds(Roles.ADMIN, address(protocol.timelock), true);
        _checkHolds(Roles.DAO, address(protocol.timelock), true);
        _checkHolds(Roles.ADMIN, deployer, false);
        _checkHolds(Roles.DAO, deployer, false);
        _checkHolds(Roles.ADMIN, council, false);
    }

    function test_the_governor_alone_proposes_to_and_cancels_in_the_timelock() public view {
        bytes32 proposer = protocol.timelock.PROPOSER_ROLE();
        bytes32 canceller = protocol.timelock.CANCELLER_ROLE();
        bytes32 admin = protocol.timelock.DEFAULT_ADMIN_ROLE();
        assertTrue(protocol.timelock.hasRole(proposer, address(protocol.governor)));
        assertTrue(protocol.timelock.hasRole(canceller, address(protocol.governor)));
        address[3] memory others = [deployer, council, guardianSafe];
        for (uint256 i = 0; i < others.length; ++i) {
            assertFalse(protocol.timelock.hasRole(proposer, others[i]));
            assertFalse(protocol.timelock.hasRole(canceller, others[i]));
            assertFalse(protocol.timelock.hasRole(admin, others[i]));
        }
        assertTrue(protocol.timelock.hasRole(admin, address(protocol.timelock)));
    }

    function _checkSelectors(RoleManifest.Entry[] memory entries) private pure {
        for (uint256 i = 0; i < entries.length; ++i) {
            bytes4 selector = bytes4(keccak256(bytes(entries[i].signature)));
            assertTrue(selector == entries[i].selector, entries[i].signature);
        }
    }

    function _checkCount(string memory contractName, uint256 entries) private view {
        assertEq(_uses(contractName), entries, contractName);
    }

    /// Each use of the modifier in a source is one restricted function; it stands before a brace, a return or a line's end.
    function _uses(string memory source) private view returns (uint256) {
        string memory text = vm.readFile(string.concat("src/", source, ".sol"));
        return vm.split(text, " restricted ").length + vm.split(text, " restricted\n").length - 2;
    }

    function _checkMapped(address target, RoleManifest.Entry[] memory entries) private view {
        for (uint256 i = 0; i < entries.length; ++i) {
            uint64 role = protocol.manager.getTargetFunctionRole(target, entries[i].selector);
            assertEq(role, entries[i].role, entries[i].signature);
        }
    }

    function _checkHolds(uint64 role, address account_, bool expected) private view {
        (bool isMember,) = protocol.manager.hasRole(role, account_);
        assertEq(isMember, expected, vm.toString(uint256(role)));
    }
}
