// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {ICoverSource} from "./interfaces/ICoverSource.sol";
import {IDirectory} from "./interfaces/IDirectory.sol";
import {IEligibilityGate} from "./interfaces/IEligibilityGate.sol";
import {IPremiumEngine} from "./interfaces/IPremiumEngine.sol";
import {IRiskPool} from "./interfaces/IRiskPool.sol";
import {ITreasury} from "./interfaces/ITreasury.sol";
import {IUnderwriting} from "./interfaces/IUnderwriting.sol";
import {Level, Peg, Status} from "./interfaces/Types.sol";
import {ParameterKeys} from "./libraries/ParameterKeys.sol";
import {ParameterScope} from "./libraries/ParameterScope.sol";
import {PauseScope} from "./libraries/PauseScope.sol";
import {SolvencyMath} from "./libraries/SolvencyMath.sol";
import {ProtocolModule} from "./ProtocolModule.sol";

/// @title Underwriting
/// @notice See IUnderwriting. A policy's number is also its token and the number of its lock in the pool.
contract Underwriting is IUnderwriting, ProtocolModule, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    /// Most bytes that are handed on to the eligibility gate.
    uint256 public constant MAX_GATE_DATA = 4096;

    uint256 private _policyCount;
    mapping(uint256 policyId => Policy) private _policies;
    mapping(uint32 poolId => Terms[]) private _terms;

    constructor(address authority_, IDirectory directory_) ProtocolModule(authority_, directory_) {}

    /// @inheritdoc IUnderwriting
    function publishTerms(uint32 poolId, string calldata wordingURI, bytes32 wordingHash, uint256 exclusionsBitmap)
        external
        restricted
        returns (uint32 version)
    {
        if (wordingHash == 0) revert ZeroHash();
        directory.pool(poolId);
        _terms[poolId].push(
            Terms({
                wordingURI: wordingURI,
                wordingHash: wordingHash,
                exclusionsBitmap: exclusionsBitmap,
                publishedAt: uint48(block.timestamp)
            })
        );
        version = uint32(_terms[poolId].length);
        emit TermsPublished(poolId, version, wordingURI, wordingHash, exclusionsBitmap);
    }

    /// @inheritdoc IUnderwriting
    function buy(Order calldata order) external nonReentrant returns (uint256 policyId) {
        _requireSaleable(order);
        IPremiumEngine.Quote memory q = directory.premium().consume(
            order.poolId, order.subjectId, order.amount, order.duration, order.distributor
        );
        if (q.premium > order.maxPremium) revert PremiumAboveMax(q.premium, order.maxPremium);

        policyId = ++_policyCount;
        Policy memory bought = _pinned(order, q);
        _policies[policyId] = bought;
        emit PolicyBought(policyId, order.to, order.poolId, bought, q.toPool, q.toTreasury, q.toDistributor);

        IRiskPool pool = directory.pool(order.poolId);
        pool.lockCover(policyId, order.subjectId, order.amount);
        _collect(pool, policyId, bought, q);
        directory.policyNFT().mint(order.to, policyId);
    }

    /// @inheritdoc IUnderwriting
    function cancel(uint256 policyId) external nonReentrant returns (uint256 refund) {
        Policy storage policy_ = _openPolicy(policyId);
        if (directory.policyNFT().ownerOf(policyId) != msg.sender) revert NotHolder(policyId, msg.sender);
        if (directory.claims().openClaimOf(policyId) != 0) revert ClaimOpen(policyId);
        if (directory.incidents().openIncidentOf(policy_.poolId, policy_.subjectId) != 0) {
            revert IncidentOpen(policy_.poolId, policy_.subjectId);
        }
        uint256 released = _close(policyId, policy_, CloseReason.Cancelled);
        // A policy that has been paid on has earned its premium: its stream runs on.
        if (policy_.paid == 0) refund = directory.pool(policy_.poolId).refundPremium(policyId, msg.sender);
        emit PolicyClosed(policyId, CloseReason.Cancelled, refund, released);
    }

    /// @inheritdoc IUnderwriting
    function expire(uint256[] calldata policyIds) external {
        for (uint256 i = 0; i < policyIds.length; ++i) {
            uint256 policyId = policyIds[i];
            Policy storage policy_ = _openPolicy(policyId);
            if (block.timestamp <= policy_.graceEnd) revert NotOver(policyId, policy_.graceEnd);
            if (directory.claims().openClaimOf(policyId) != 0) revert ClaimOpen(policyId);
            uint256 released = _close(policyId, policy_, CloseReason.Expired);
            emit PolicyClosed(policyId, CloseReason.Expired, 0, released);
        }
    }

    /// @inheritdoc ICoverSource
    function recordPaid(uint256 coverId, uint256 assets) external restricted {
        Policy storage policy_ = _openPolicy(coverId);
        policy_.paid += assets;
        emit PolicyPaid(coverId, assets, policy_.paid);
        directory.pool(policy_.poolId).releaseCover(coverId, assets);
        if (policy_.paid == policy_.amount) {
            policy_.closed = CloseReason.Exhausted;
            emit PolicyClosed(coverId, CloseReason.Exhausted, 0, 0);
        }
    }

    /// @inheritdoc ICoverSource
    function exposureAt(uint256 coverId, uint48 occurredAt) external view returns (Exposure memory e) {
        Policy storage policy_ = _policies[coverId];
        if (policy_.boughtAt == 0) return e;
        e.poolId = policy_.poolId;
        e.subjectId = policy_.subjectId;
        e.holder = directory.policyNFT().ownerOf(coverId);
        e.since = policy_.boughtAt;
        e.graceEnd = policy_.graceEnd;
        bool inForce = occurredAt >= policy_.start && occurredAt < policy_.end && policy_.closed == CloseReason.None;
        if (inForce) e.amount = policy_.amount - policy_.paid;
    }

    /// @inheritdoc IUnderwriting
    function policy(uint256 policyId) external view returns (Policy memory) {
        if (_policies[policyId].boughtAt == 0) revert UnknownPolicy(policyId);
        return _policies[policyId];
    }

    /// @inheritdoc IUnderwriting
    function policyCount() external view returns (uint256) {
        return _policyCount;
    }

    /// @inheritdoc IUnderwriting
    function terms(uint32 poolId, uint32 version) external view returns (Terms memory) {
        if (version == 0 || version > _terms[poolId].length) revert NoTerms(poolId);
        return _terms[poolId][version - 1];
    }

    /// @inheritdoc IUnderwriting
    function termsVersion(uint32 poolId) public view returns (uint32) {
        return uint32(_terms[poolId].length);
    }

    /// @inheritdoc IUnderwriting
    function salesClosed(uint32 poolId, uint32 subjectId) public view returns (bytes32 why) {
        if (directory.guardian().isPaused(PauseScope.BUY, poolId)) return "PAUSED";
        (Status status,) = directory.risk().statusOf(subjectId);
        if (status != Status.Listed) return "NOT_LISTED";
        (, Level level) = directory.risk().score(subjectId);
        // Suspension follows from this level as soon as anyone enforces it; nobody buys in between.
        if (level == Level.Unrated || level == Level.Critical) return "LEVEL";
        if (directory.incidents().openIncidentOf(poolId, subjectId) != 0) return "INCIDENT";
        if (directory.treasury().pegOf(directory.pool(poolId).asset()) != Peg.Normal) return "PEG";
    }

    function _requireSaleable(Order calldata order) private view {
        if (order.amount == 0) revert ZeroAmount();
        if (order.proofOfInterestHash == 0) revert ZeroHash();
        (Status status,) = directory.risk().statusOf(order.subjectId);
        if (status != Status.Listed) revert SubjectNotListed(order.subjectId);
        bytes32 why = salesClosed(order.poolId, order.subjectId);
        if (why != 0) revert SalesClosed(order.poolId, why);

        uint32 current = termsVersion(order.poolId);
        if (current == 0) revert NoTerms(order.poolId);
        if (order.termsVersion != current) revert TermsMismatch(order.termsVersion, current);

        uint256 most = SolvencyMath.limit(
            directory.pool(order.poolId).totalAssets(),
            _get(ParameterKeys.MAX_POLICY_SHARE, ParameterScope.pool(order.poolId))
        );
        if (order.amount > most) revert PolicyTooLarge(order.amount, most);
        _requireEligible(order);
    }

    function _requireEligible(Order calldata order) private view {
        if (order.gateData.length > MAX_GATE_DATA) revert GateDataTooLong(order.gateData.length, MAX_GATE_DATA);
        IEligibilityGate gate = directory.gate();
        if (address(gate) == address(0)) return;
        if (!gate.isEligible(msg.sender, order.to, order.poolId, order.gateData)) revert NotEligible(msg.sender);
    }

    function _pinned(Order calldata order, IPremiumEngine.Quote memory q) private view returns (Policy memory p) {
        uint256 waiting =
            _get(ParameterKeys.WAITING_PERIOD, ParameterScope.kind(directory.pool(order.poolId).kind()));
        if (order.duration <= waiting) revert NothingCovered(order.duration, uint32(waiting));
        p.poolId = order.poolId;
        p.subjectId = order.subjectId;
        p.termsVersion = order.termsVersion;
        p.rateBps = q.rateBps;
        p.boughtAt = uint48(block.timestamp);
        p.start = uint48(block.timestamp + waiting);
        p.end = uint48(block.timestamp + order.duration);
        p.graceEnd = uint48(p.end + _get(ParameterKeys.GRACE_PERIOD, ParameterScope.GLOBAL));
        p.amount = order.amount;
        p.premium = q.premium;
        p.proofOfInterestHash = order.proofOfInterestHash;
        p.distributor = order.distributor;
    }

    function _collect(IRiskPool pool, uint256 policyId, Policy memory bought, IPremiumEngine.Quote memory q) private {
        IERC20 asset = IERC20(pool.asset());
        if (q.toPool != 0) {
            asset.safeTransferFrom(msg.sender, address(pool), q.toPool);
            pool.accruePremium(policyId, q.toPool, bought.end);
        }
        if (q.toTreasury != 0) {
            ITreasury treasury = directory.treasury();
            asset.safeTransferFrom(msg.sender, address(treasury), q.toTreasury);
            treasury.receiveFees(bought.poolId, q.toTreasury);
        }
        if (q.toDistributor != 0) asset.safeTransferFrom(msg.sender, bought.distributor, q.toDistributor);
    }

    function _close(uint256 policyId, Policy storage policy_, CloseReason reason) private returns (uint256 released) {
        policy_.closed = reason;
        released = policy_.amount - policy_.paid;
        directory.pool(policy_.poolId).releaseCover(policyId, released);
    }

    function _openPolicy(uint256 policyId) private view returns (Policy storage policy_) {
        policy_ = _policies[policyId];
        if (policy_.boughtAt == 0) revert UnknownPolicy(policyId);
        if (policy_.closed != CloseReason.None) revert PolicyClosedAlready(policyId);
    }

    function _get(bytes32 key, bytes32 scope) private view returns (uint256) {
        return directory.parameters().get(key, scope);
    }
}
