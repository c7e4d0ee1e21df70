// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {Base} from "../test/Base.sol";
import {LocalToken} from "../src/local/LocalToken.sol";
import {PriceFeed} from "../src/local/PriceFeed.sol";
import {Deployment} from "./Deployment.sol";

/// @title DeployLocal
/// @notice Deploys a settlement token, its feed and the protocol from the first nonce of a local network's deployer, so that
/// every address is known beforehand. tools/deployment.mjs keeps its transactions as artifacts/deployment-local.json.
contract DeployLocal is Base, Deployment {
    uint256 internal constant USDC = 1e6;

    function run() external {
        deployFrom(msg.sender);
    }

    /// For a test, which cannot be both someone else and broadcasting.
    function deployFrom(address deployer) public {
        vm.startBroadcast(deployer);
        LocalToken asset = new LocalToken("Local US Dollar", "USDC", deployer);
        PriceFeed feed = new PriceFeed("USDC / USD", 8, deployer);
        feed.update(1e8);
        asset.mint(deployer, 6_000 * USDC);
        _deploy(
            Settings({
                deployer: deployer,
                asset: asset,
                pegFeed: address(feed),
                council: vm.envAddress("BREAKWATER_COUNCIL"),
                guardian: vm.envAddress("BREAKWATER_GUARDIAN"),
                steward: vm.envAddress("BREAKWATER_STEWARD"),
                tokenHolder: vm.envAddress("BREAKWATER_TOKEN_HOLDER"),
                seed: 1_000 * USDC
            })
        );
        vm.stopBroadcast();
    }
}
