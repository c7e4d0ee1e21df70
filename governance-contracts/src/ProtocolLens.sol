// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {IERC4626} from "@openzeppelin/contracts/interfaces/IERC4626.sol";
import {IProtocolLens} from "./interfaces/IProtocolLens.sol";
import {IDirectory} from "./interfaces/IDirectory.sol";
import {IRiskPool} from "./interfaces/IRiskPool.sol";
import {IRiskRegistry} from "./interfaces/IRiskRegistry.sol";
import {IParameterRegistry} from "./interfaces/IParameterRegistry.sol";
import {IUnderwriting} from "./interfaces/IUnderwriting.sol";
import {IEmergencyGuardian} from "./interfaces/IEmergencyGuardian.sol";
import {ITreasury} from "./interfaces/ITreasury.sol";
import {Level} from "./interfaces/Types.sol";
import {ParameterScope} from "./libraries/ParameterScope.sol";
import {PauseScope} from "./libraries/PauseScope.sol";
import {Page} from "./libraries/Page.sol";

/// @title ProtocolLens
/// @notice See IProtocolLens. What is read here is true of the block it is read at, because it is one call.
contract ProtocolLens is IProtocolLens {
    IDirectory public immutable directory;

    constructor(IDirectory directory_) {
        directory = directory_;
    }

    /// @inheritdoc IProtocolLens
    function head() external view returns (Head memory h) {
        h.chainId = block.chainid;
        h.blockNumber = block.number;
        h.blockTime = uint48(block.timestamp);
        h.pools = directory.poolCount();
        h.subjects = directory.risk().subjectCount();
        h.policies = directory.underwriting().policyCount();
        h.incidents = directory.incidents().incidentCount();
        h.claims = directory.claims().claimCount();
        h.cases = directory.tribunal().caseCount();
        h.series = directory.series().seriesCount();
        h.integrators = directory.accountCover().integratorCount();
        h.changes = directory.parameters().changeCount();
        h.pauses = directory.guardian().pauseCount();
        h.parameters = directory.parameters().keyCount();
    }

    /// @inheritdoc IProtocolLens
    function pools() external view returns (PoolView[] memory views) {
        uint32 count = directory.poolCount();
        views = new PoolView[](count);
        for (uint32 i = 0; i < count; ++i) {
            views[i] = pool(i + 1);
        }
    }

    /// @inheritdoc IProtocolLens
    function pool(uint32 poolId) public view returns (PoolView memory v) {
        IRiskPool target = directory.pool(poolId);
        v.poolId = poolId;
        v.pool = address(target);
        v.asset = target.asset();
        v.kind = target.kind();
        v.name = target.name();
        v.symbol = target.symbol();
        v.shareDecimals = target.decimals();
        v.totalSupply = target.totalSupply();
        v.sharePrice = target.convertToAssets(10 ** v.shareDecimals);
        v.maxDeposit = target.maxDeposit(address(this));
        v.capital = target.capital();
        (v.payoutsUsed, v.payoutsLimit) = target.drainWindow(true);
        (v.redemptionsUsed, v.redemptionsLimit) = target.drainWindow(false);
        (v.queueHead, v.queueTail) = target.queue();
        v.peg = directory.treasury().pegOf(v.asset);
        v.termsVersion = directory.underwriting().termsVersion(poolId);
        (v.pausedScopes, v.pausedUntil) = _paused(poolId);
        for (uint256 level = 0; level < v.coverByLevel.length; ++level) {
            v.coverByLevel[level] = target.coverOfLevel(Level(level));
        }
    }

    /// @inheritdoc IProtocolLens
    function subjects(uint32 from, uint32 to) external view returns (SubjectView[] memory views) {
        IRiskRegistry risk = directory.risk();
        (uint256 first, uint256 size) = Page.cut(from, to, risk.subjectCount());
        views = new SubjectView[](size);
        for (uint256 i = 0; i < size; ++i) {
            uint32 id = uint32(first + i);
            views[i].subjectId = id;
            views[i].subject = risk.subject(id);
            views[i].inputs = risk.inputs(id);
            (views[i].scoreNow,) = risk.score(id);
            (, views[i].failedRules) = risk.eligibility(id);
        }
    }

    /// @inheritdoc IProtocolLens
    function policyCounts(uint256 from, uint256 to) external view returns (PolicyCounts memory counts) {
        IUnderwriting underwriting = directory.underwriting();
        (uint256 first, uint256 size) = Page.cut(from, to, underwriting.policyCount());
        for (uint256 i = 0; i < size; ++i) {
            IUnderwriting.Policy memory policy = underwriting.policy(first + i);
            uint256 state = uint256(_stateOf(policy));
            counts.count[state] += 1;
            counts.cover[state] += policy.amount - policy.paid;
            counts.premium += policy.premium;
            counts.paid += policy.paid;
        }
    }

    /// @inheritdoc IProtocolLens
    function policies(uint256 from, uint256 to) external view returns (PolicyView[] memory views) {
        IUnderwriting underwriting = directory.underwriting();
        (uint256 first, uint256 size) = Page.cut(from, to, underwriting.policyCount());
        views = new PolicyView[](size);
        for (uint256 i = 0; i < size; ++i) {
            uint256 id = first + i;
            views[i].policyId = id;
            views[i].policy = underwriting.policy(id);
            views[i].state = _stateOf(views[i].policy);
            views[i].holder = directory.policyNFT().ownerOf(id);
            views[i].openClaim = directory.claims().openClaimOf(id);
        }
    }

    /// @inheritdoc IProtocolLens
    function parameters() external view returns (ParameterView[] memory views) {
        IParameterRegistry registry = directory.parameters();
        views = new ParameterView[](registry.keyCount());
        for (uint256 i = 0; i < views.length; ++i) {
            bytes32 key = registry.keyAt(i);
            views[i].key = key;
            views[i].spec = registry.spec(key);
            views[i].value = registry.get(key, ParameterScope.GLOBAL);
            views[i].scopes = registry.scopesOf(key);
            views[i].values = new uint128[](views[i].scopes.length);
            for (uint256 j = 0; j < views[i].scopes.length; ++j) {
                views[i].values[j] = registry.get(key, views[i].scopes[j]);
            }
        }
    }

    /// @inheritdoc IProtocolLens
    function changes(uint64 from, uint64 to) external view returns (ChangeView[] memory views) {
        IParameterRegistry registry = directory.parameters();
        (uint256 first, uint256 size) = Page.cut(from, to, registry.changeCount());
        views = new ChangeView[](size);
        for (uint256 i = 0; i < size; ++i) {
            views[i] = ChangeView(uint64(first + i), registry.change(uint64(first + i)));
        }
    }

    /// @inheritdoc IProtocolLens
    function pauses(uint64 from, uint64 to) external view returns (PauseView[] memory views) {
        IEmergencyGuardian guardian = directory.guardian();
        (uint256 first, uint256 size) = Page.cut(from, to, guardian.pauseCount());
        views = new PauseView[](size);
        for (uint256 i = 0; i < size; ++i) {
            IEmergencyGuardian.Pause memory pause = guardian.pauseOf(uint64(first + i));
            views[i] = PauseView(uint64(first + i), pause.liftedAt == 0 && block.timestamp < pause.until, pause);
        }
    }

    /// @inheritdoc IProtocolLens
    function treasury() external view returns (TreasuryView memory v) {
        ITreasury target = directory.treasury();
        v.assets = new AssetView[](target.assetCount());
        for (uint256 i = 0; i < v.assets.length; ++i) {
            address asset = target.assetAt(i);
            v.assets[i] = AssetView(asset, target.health(asset), target.pegFeed(asset));
        }
        v.venues = new VenueView[](target.venueCount());
        for (uint256 i = 0; i < v.venues.length; ++i) {
            address venue = target.venueAt(i);
            IERC4626 vault = IERC4626(venue);
            v.venues[i] = VenueView(venue, vault.convertToAssets(vault.balanceOf(address(target))), target.venue(venue));
        }
        (v.councilSpent, v.councilLimit) = target.councilEpoch();
        (v.pausesUsed, v.pausesMax, v.pauseWindowEnds) = directory.guardian().budget();
    }

    function _paused(uint32 poolId) private view returns (uint16 scopes, uint48 until) {
        IEmergencyGuardian guardian = directory.guardian();
        for (uint8 bit = 0; bit < PauseScope.COUNT; ++bit) {
            uint16 scope = uint16(1) << bit;
            if (guardian.isPaused(scope, poolId)) scopes |= scope;
        }
        if (scopes != 0) until = guardian.pausedUntil(scopes, poolId);
    }

    function _stateOf(IUnderwriting.Policy memory policy) private view returns (PolicyState) {
        if (policy.closed == IUnderwriting.CloseReason.Expired) return PolicyState.Expired;
        if (policy.closed == IUnderwriting.CloseReason.Cancelled) return PolicyState.Cancelled;
        if (policy.closed == IUnderwriting.CloseReason.Exhausted) return PolicyState.Exhausted;
        if (block.timestamp < policy.start) return PolicyState.Waiting;
        if (block.timestamp < policy.end) return PolicyState.Active;
        return block.timestamp <= policy.graceEnd ? PolicyState.Grace : PolicyState.Overdue;
    }
}
