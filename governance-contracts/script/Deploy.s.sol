// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Base} from "../test/Base.sol";
import {Deployment} from "./Deployment.sol";

/// @title Deploy
/// @notice Deploys the protocol to a real network.
///
///   BREAKWATER_ASSET=0x… BREAKWATER_PEG_FEED=0x… BREAKWATER_COUNCIL=0x… BREAKWATER_GUARDIAN=0x… BREAKWATER_STEWARD=0x… \
///   BREAKWATER_TOKEN_HOLDER=0x… BREAKWATER_SEED=1000000000 forge script script/Deploy.s.sol --rpc-url URL --broadcast --sender 0x… [signer options]
///
/// Council and guardian must be Safes that exist already: an address without code is refused.
contract Deploy is Base, Deployment {
    error NoCode(string name, address account_);

    function run() external {
        Settings memory settings = Settings({
            deployer: msg.sender,
            asset: IERC20(vm.envAddress("BREAKWATER_ASSET")),
            pegFeed: vm.envAddress("BREAKWATER_PEG_FEED"),
            council: vm.envAddress("BREAKWATER_COUNCIL"),
            guardian: vm.envAddress("BREAKWATER_GUARDIAN"),
            steward: vm.envAddress("BREAKWATER_STEWARD"),
            tokenHolder: vm.envAddress("BREAKWATER_TOKEN_HOLDER"),
            seed: vm.envOr("BREAKWATER_SEED", uint256(0))
        });
        _mustHaveCode("asset", address(settings.asset));
        _mustHaveCode("peg feed", settings.pegFeed);
        _mustHaveCode("council", settings.council);
        _mustHaveCode("guardian", settings.guardian);
        vm.startBroadcast(msg.sender);
        _deploy(settings);
        vm.stopBroadcast();
    }

    function _mustHaveCode(string memory name, address account_) private view {
        if (account_.code.length == 0) revert NoCode(name, account_);
    }
}
