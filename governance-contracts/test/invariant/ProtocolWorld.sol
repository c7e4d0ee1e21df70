// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {Kind, Level, UpgradeControl} from "../../src/interfaces/Types.sol";
import {IRiskRegistry} from "../../src/interfaces/IRiskRegistry.sol";
import {RiskPool} from "../../src/RiskPool.sol";
import {Roles} from "../../src/libraries/Roles.sol";
import {Deployed} from "../Deployed.sol";

/// @notice A deployed protocol that is in use: listed subjects of every kind, terms, capital in every pool, delegated votes.
abstract contract ProtocolWorld is Deployed {
    uint32 internal constant SUBJECTS_PER_KIND = 2;
    uint256 internal constant VOTERS = 8;

    /// Subject numbers, two of each kind: kind k has 2k + 1 and 2k + 2.
    function subjectOf(Kind kind, uint256 which) internal pure returns (uint32) {
        return uint32(uint256(kind) * SUBJECTS_PER_KIND + 1 + (which % SUBJECTS_PER_KIND));
    }

    function poolOf(Kind kind) internal view returns (RiskPool) {
        return protocol.pools[uint256(kind)];
    }

    function poolIdOf(Kind kind) internal pure returns (uint32) {
        return uint32(kind) + 1;
    }

    function voter(uint256 index) internal returns (address) {
        return account(string.concat("voter ", vm.toString(index % VOTERS)));
    }

    function provider(uint256 index) internal returns (address) {
        return account(string.concat("provider ", vm.toString(index % 5)));
    }

    function holder(uint256 index) internal returns (address) {
        return account(string.concat("holder ", vm.toString(index % 6)));
    }

    function openWorld() internal {
        deployProtocol();
        _delegateVotes();
        _listSubjects();
        _publishTerms();
        _provideCapital();
        // votes count from a moment before a case opens
        skip(3 days);
    }

    function asDao() internal {
        vm.prank(address(protocol.timelock));
    }

    function fund(address to, uint256 amount) internal {
        vm.prank(deployer);
        asset.mint(to, amount);
    }

    function attestSafely(uint32 subjectId, uint128 tvl) internal {
        vm.prank(steward);
        protocol.risk.attest(subjectId, _soundInputs(tvl));
    }

    function _soundInputs(uint128 tvl) internal view returns (IRiskRegistry.Inputs memory inputs) {
        inputs.audits = 4;
        inputs.lastAuditAt = uint48(block.timestamp - 30 days);
        inputs.liveSince = uint48(block.timestamp - 900 days);
        inputs.tvlUsd = tvl;
        inputs.users30d = 40_000;
        inputs.upgrade = UpgradeControl.TimelockedDao;
        inputs.upgradeDelay = 7 days;
        inputs.evidenceHash = keccak256("risk report");
        inputs.dependencies.chain = "ethereum";
    }

    function _delegateVotes() private {
        for (uint256 i = 0; i < VOTERS; ++i) {
            address who = voter(i);
            vm.prank(tokenHolder);
            protocol.token.transfer(who, (i + 1) * 400_000 ether);
            vm.prank(who);
            protocol.token.delegate(who);
        }
    }

    function _listSubjects() private {
        for (uint256 k = 0; k <= uint256(type(Kind).max); ++k) {
            for (uint32 i = 0; i < SUBJECTS_PER_KIND; ++i) {
                uint32 id = protocol.risk.applyFor(Kind(k), keccak256("metadata"), keccak256("exclusions"));
                attestSafely(id, 900_000_000);
                asDao();
                protocol.risk.list(id);
            }
        }
    }

    function _publishTerms() private {
        for (uint32 id = 1; id <= protocol.pools.length; ++id) {
            asDao();
            protocol.underwriting.publishTerms(id, "ipfs://terms", keccak256("wording"), 3);
        }
    }

    function _provideCapital() private {
        for (uint256 i = 0; i < protocol.pools.length; ++i) {
            address who = provider(i);
            uint256 amount = i == uint256(Kind.Parametric) ? 1_200_000 * USDC : 10_000_000 * USDC;
            fund(who, amount);
            vm.startPrank(who);
            asset.approve(address(protocol.pools[i]), type(uint256).max);
            protocol.pools[i].deposit(amount, who);
            vm.stopPrank();
        }
    }
}
