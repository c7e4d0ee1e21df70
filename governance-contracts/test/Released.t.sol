// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {Deployed} from "./Deployed.sol";

interface Json {
    function parseJson(string calldata json, string calldata path) external pure returns (bytes memory encoded);
    function parseJsonBytes(string calldata json, string calldata path) external pure returns (bytes memory);
    function parseJsonKeys(string calldata json, string calldata path) external pure returns (string[] memory);
}

/// @notice What tests deploy is, byte for byte, what is released: tests are compiled without the optimizer, the protocol with it.
contract ReleasedTest is Deployed {
    /// As forge encodes one place of an immutable: by the alphabet.
    struct Place {
        uint256 length;
        uint256 start;
    }

    Json private constant JSON = Json(address(vm));

    function setUp() public {
        deployProtocol();
    }

    function test_the_protocol_under_test_is_the_released_one() public view {
        _check("LocalToken", address(asset));
        _check("PriceFeed", address(pegFeed));
        _check("AccessManager", address(protocol.manager));
        _check("CoverToken", address(protocol.token));
        _check("TimelockController", address(protocol.timelock));
        _check("CoverGovernor", address(protocol.governor));
        _check("Directory", address(protocol.directory));
        _check("ParameterRegistry", address(protocol.parameters));
        _check("RiskRegistry", address(protocol.risk));
        _check("PremiumEngine", address(protocol.premium));
        _check("Underwriting", address(protocol.underwriting));
        _check("PolicyNFT", address(protocol.policyNFT));
        _check("AccountCover", address(protocol.accountCover));
        _check("CoverSeries", address(protocol.series));
        _check("Incidents", address(protocol.incidents));
        _check("Claims", address(protocol.claims));
        _check("Tribunal", address(protocol.tribunal));
        _check("EmergencyGuardian", address(protocol.guardian));
        _check("Treasury", address(protocol.treasury));
        _check("ProtocolLens", address(protocol.lens));
        _check("ClaimsLens", address(protocol.claimsLens));
        for (uint256 i = 0; i < protocol.pools.length; ++i) {
            _check("RiskPool", address(protocol.pools[i]));
        }
        _check("PriceDropAdapter", address(protocol.adapters.priceDrop));
        _check("DepegAdapter", address(protocol.adapters.depeg));
        _check("TvlDropAdapter", address(protocol.adapters.tvlDrop));
        _check("BridgeAdapter", address(protocol.adapters.bridge));
        _check("CustodyAdapter", address(protocol.adapters.custody));
        _check("ParametricAdapter", address(protocol.adapters.parametric));
        _check("OptimisticAdapter", address(protocol.adapters.optimistic));
    }

    function _check(string memory name, address deployed) private view {
        string memory json = vm.readFile(string.concat("artifacts/", name, ".json"));
        bytes memory released = JSON.parseJsonBytes(json, ".deployedBytecode");
        bytes memory code = deployed.code;
        assertGt(code.length, 0, name);
        assertEq(code.length, released.length, name);
        string[] memory immutables = JSON.parseJsonKeys(json, ".immutableReferences");
        for (uint256 i = 0; i < immutables.length; ++i) {
            bytes memory encoded = JSON.parseJson(json, string.concat(".immutableReferences['", immutables[i], "']"));
            Place[] memory places = abi.decode(encoded, (Place[]));
            for (uint256 j = 0; j < places.length; ++j) {
                assertEq(places[j].length, 32, name);
                _blank(code, places[j].start);
            }
        }
        assertEq(keccak256(code), keccak256(released), name);
    }

    /// Zeroes the word at a place, as the compiler leaves it for whoever deploys.
    function _blank(bytes memory code, uint256 start) private pure {
        assembly ("memory-safe") {
            mstore(add(add(code, 32), start), 0)
        }
    }
}
