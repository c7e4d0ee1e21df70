// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {IncidentBase} from "./IncidentBase.sol";
import {AccountCover} from "../../src/AccountCover.sol";
import {IAccountCover} from "../../src/interfaces/IAccountCover.sol";
import {Roles} from "../../src/libraries/Roles.sol";

/// @notice An exchange that has prepaid for its accounts.
abstract contract AccountCoverBase is IncidentBase {
    AccountCover internal covers;
    address internal exchange = account("exchange");

    function setUp() public virtual override {
        super.setUp();
        covers = protocol.accountCover;
        admit(exchange, IAccountCover.Enrolment.DefaultIn);
        topUp(10_000 * USDC);
    }

    function admit(address integrator, IAccountCover.Enrolment enrolment) internal {
        vm.startPrank(dao);
        protocol.manager.grantRole(Roles.INTEGRATOR, integrator, 0);
        covers.register(integrator, 1, subject, enrolment, keccak256("about"));
        vm.stopPrank();
    }

    function topUp(uint256 amount) internal {
        fund(anyone, amount);
        vm.startPrank(anyone);
        asset.approve(address(covers), amount);
        covers.topUp(exchange, amount);
        vm.stopPrank();
    }

    function tell(address who, uint256 holds) internal returns (bool) {
        vm.prank(exchange);
        return covers.onBalanceChange(who, holds);
    }

    function idOf(address who) internal view returns (uint256) {
        return covers.coverIdOf(exchange, who);
    }

    function insured(address who) internal view returns (uint256) {
        return covers.accountState(idOf(who)).insured;
    }

    function list(uint256 id) internal pure returns (uint256[] memory ids) {
        ids = new uint256[](1);
        ids[0] = id;
    }

    function list(address who) internal pure returns (address[] memory accounts) {
        accounts = new address[](1);
        accounts[0] = who;
    }

    /// Uses up what is prepaid.
    function runDry() internal {
        pass(covers.fundedUntil(exchange) - block.timestamp + 1 days);
    }
}
