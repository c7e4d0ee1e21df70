// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {Base} from "./Base.sol";
import {Deployment} from "../script/Deployment.sol";
import {LocalToken} from "../src/local/LocalToken.sol";
import {PriceFeed} from "../src/local/PriceFeed.sol";

/// @notice The whole protocol, deployed exactly as the deployment script does it, for every test that needs more than
/// arithmetic. Council, guardian and steward are plain accounts here: what a Safe adds is tested against the real one elsewhere.
abstract contract Deployed is Base, Deployment {
    address internal deployer = account("deployer");
    address internal council = account("council");
    address internal guardianSafe = account("guardian");
    address internal steward = account("steward");
    address internal tokenHolder = account("token holder");

    LocalToken internal asset;
    PriceFeed internal pegFeed;

    uint256 internal constant USDC = 1e6;

    function deployProtocol() internal {
        vm.warp(1_732_147_200); // 2024-11-21T00:00:00Z, the local network's first day
        vm.startPrank(deployer);
        asset = new LocalToken("Local US Dollar", "USDC", deployer);
        pegFeed = new PriceFeed("USDC / USD", 8, deployer);
        pegFeed.update(1e8);
        asset.mint(deployer, 6_000 * USDC);
        vm.stopPrank();
        Deploying deploying = Deploying(vm.deployCode("test/Deployed.sol:Deploying"));
        protocol = deploying.deploy(
            Settings({
                deployer: deployer,
                asset: asset,
                pegFeed: address(pegFeed),
                council: council,
                guardian: guardianSafe,
                steward: steward,
                tokenHolder: tokenHolder,
                seed: 1_000 * USDC
            })
        );
    }
}

/// @notice Deploys in a contract of its own, so that not every test carries what deploys.
contract Deploying is Base, Deployment {
    function deploy(Settings calldata settings) external returns (Protocol memory) {
        vm.startPrank(settings.deployer);
        _deploy(settings);
        vm.stopPrank();
        return protocol;
    }
}
