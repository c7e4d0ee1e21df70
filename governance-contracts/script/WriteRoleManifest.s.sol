// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {Base} from "../test/Base.sol";
import {RoleManifest} from "./RoleManifest.sol";

/// @title WriteRoleManifest
/// @notice Writes artifacts/role-manifest.json from RoleManifest, for programs that have no compiler.
contract WriteRoleManifest is Base {
    string private json;

    function run() external {
        json = "{";
        _add("Directory", RoleManifest.directory());
        _add("ParameterRegistry", RoleManifest.parameters());
        _add("RiskRegistry", RoleManifest.risk());
        _add("RiskPool", RoleManifest.pool());
        _add("PremiumEngine", RoleManifest.premium());
        _add("Underwriting", RoleManifest.underwriting());
        _add("PolicyNFT", RoleManifest.policyNFT());
        _add("AccountCover", RoleManifest.accountCover());
        _add("CoverSeries", RoleManifest.series());
        _add("Incidents", RoleManifest.incidents());
        _add("Claims", RoleManifest.claims());
        _add("Tribunal", RoleManifest.tribunal());
        _add("EmergencyGuardian", RoleManifest.guardian());
        _add("Treasury", RoleManifest.treasury());
        _add("PriceDropAdapter", RoleManifest.priceDropAdapter());
        _add("DepegAdapter", RoleManifest.depegAdapter());
        _add("TvlDropAdapter", RoleManifest.tvlDropAdapter());
        _add("BridgeAdapter", RoleManifest.bridgeAdapter());
        _add("CustodyAdapter", RoleManifest.custodyAdapter());
        _add("ParametricAdapter", RoleManifest.parametricAdapter());
        _add("OptimisticAdapter", RoleManifest.optimisticAdapter());
        vm.writeFile("artifacts/role-manifest.json", string.concat(json, "\n}\n"));
    }

    function _add(string memory contractName, RoleManifest.Entry[] memory entries) private {
        bool first = bytes(json).length == 1;
        json = string.concat(json, first ? "\n" : ",\n", "  \"", contractName, "\": {\n");
        for (uint256 i = 0; i < entries.length; ++i) {
            json = string.concat(
                json, "    \"", entries[i].signature, "\": ", vm.toString(uint256(entries[i].role)),
                i + 1 < entries.length ? ",\n" : "\n"
            );
        }
        json = string.concat(json, "  }");
    }
}
