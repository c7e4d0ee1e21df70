// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {Kind} from "../../src/interfaces/Types.sol";
import {IAccountCover} from "../../src/interfaces/IAccountCover.sol";
import {FeedAdapter} from "../../src/adapters/FeedAdapter.sol";
import {ParametricAdapter} from "../../src/adapters/ParametricAdapter.sol";
import {PriceDropAdapter} from "../../src/adapters/PriceDropAdapter.sol";
import {PriceFeed} from "../../src/local/PriceFeed.sol";
import {YieldVault} from "../../src/local/YieldVault.sol";
import {Roles} from "../../src/libraries/Roles.sol";
import {LocalToken} from "../../src/local/LocalToken.sol";
import {SeriesHandler} from "./SeriesHandler.sol";

/// @notice A protocol in use, and everything that anyone can do to it.
contract Handler is SeriesHandler {
    constructor() {
        openWorld();
        _openFeeds();
        _openParametric();
        _openIntegrator();
        _openVenue();
    }

    function world() external view returns (Protocol memory) {
        return protocol;
    }

    function settlementAsset() external view returns (LocalToken) {
        return asset;
    }

    function insuredHolder(uint256 index) external returns (address) {
        return holder(index);
    }

    function votingAccount(uint256 index) external returns (address) {
        return voter(index);
    }

    function paidInIncident(uint64 incidentId) external view returns (uint256) {
        return paidFor[incidentId];
    }

    function evidenceAsSeen(uint64 claimId) external view returns (bytes32[] memory) {
        return evidenceSeen[claimId];
    }

    function seriesAsSettled(uint256 id) external view returns (bool settled, uint256 unitPaid) {
        return (settledAt[id] != 0, unitPaidSeen[id]);
    }

    function outsiders() external view returns (address, address, address) {
        return (deployer, steward, tokenHolder);
    }

    /// Two feeds a kind, sampled for three days so that there is a reference, and bound for the kind's first subject.
    function _openFeeds() private {
        for (uint256 k = 0; k <= uint256(type(Kind).max); ++k) {
            Kind kind = Kind(k);
            priceOf[kind] = new PriceFeed("price", 8, deployer);
            secondPriceOf[kind] = new PriceFeed("second price", 8, deployer);
            vm.startPrank(deployer);
            priceOf[kind].update(USUAL_PRICE);
            secondPriceOf[kind].update(USUAL_PRICE);
            vm.stopPrank();
            vm.startPrank(address(protocol.timelock));
            protocol.adapters.priceDrop.configure(
                subjectOf(kind, 0),
                PriceDropAdapter.Config(
                    FeedAdapter.Source(address(priceOf[kind]), address(secondPriceOf[kind]), address(0), 200), 4_000
                )
            );
            protocol.incidents.bindAdapter(poolIdOf(kind), subjectOf(kind, 0), address(protocol.adapters.priceDrop), true);
            vm.stopPrank();
        }
        _passTime(3 days);
    }

    function _openParametric() private {
        (address[] memory signers,) = reporters();
        uint32 subjectId = subjectOf(Kind.Parametric, 1);
        vm.startPrank(address(protocol.timelock));
        protocol.adapters.parametric.setSigners(signers, 2);
        protocol.adapters.parametric.configure(
            subjectId, ParametricAdapter.Config(true, 120, 240, 5_000, 10_000, 0, 60 days)
        );
        protocol.incidents.bindAdapter(poolIdOf(Kind.Parametric), subjectId, address(protocol.adapters.parametric), true);
        vm.stopPrank();
    }

    function _openIntegrator() private {
        vm.startPrank(address(protocol.timelock));
        protocol.accountCover.register(
            integrator,
            poolIdOf(Kind.SmartContract),
            subjectOf(Kind.SmartContract, 0),
            IAccountCover.Enrolment.DefaultIn,
            keccak256("integrator")
        );
        protocol.manager.grantRole(Roles.INTEGRATOR, integrator, 0);
        vm.stopPrank();
    }

    function _openVenue() private {
        venue = new YieldVault(asset, "Local lending", "LEND", deployer);
        vm.prank(address(protocol.timelock));
        protocol.treasury.addVenue(address(venue), 2_000, false);
        fund(address(protocol.treasury), 3_000_000 * USDC);
    }
}
