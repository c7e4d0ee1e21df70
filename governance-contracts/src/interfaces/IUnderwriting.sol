// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {ICoverSource} from "./ICoverSource.sol";

/// @title Underwriting
/// @notice Sells, cancels and expires policies, each an ERC-721 token. Terms are pinned at purchase: no later change touches them.
interface IUnderwriting is ICoverSource {
    enum CloseReason {
        None,
        Expired,
        Cancelled,
        Exhausted
    }
    /// @param boughtAt   time of purchase
    /// @param start      = boughtAt + waiting period: earlier events are not covered
    /// @param end        = boughtAt + duration
    /// @param graceEnd   = end + GRACE_PERIOD at purchase: last time to claim
    /// @param amount     cover, assets
    /// @param paid       paid so far, assets
    struct Policy {
        uint32 poolId;
        uint32 subjectId;
        uint32 termsVersion;
        uint16 rateBps;
        uint48 boughtAt;
        uint48 start;
        uint48 end;
        uint48 graceEnd;
        uint256 amount;
        uint256 paid;
        uint256 premium;
        bytes32 proofOfInterestHash;
        address distributor;
        CloseReason closed;
    }
    struct Terms {
        string wordingURI;
        bytes32 wordingHash;
        uint256 exclusionsBitmap;
        uint48 publishedAt;
    }
    /// What a buyer asks for.
    struct Order {
        uint32 poolId;
        uint32 subjectId;
        uint256 amount;
        uint32 duration;
        uint256 maxPremium;
        uint32 termsVersion;
        bytes32 proofOfInterestHash;
        address to;
        address distributor;
        bytes gateData;
    }

    event PolicyBought(
        uint256 indexed policyId, address indexed owner, uint32 indexed poolId, Policy policy, uint256 toPool, uint256 toTreasury, uint256 toDistributor
    );
    event PolicyClosed(uint256 indexed policyId, CloseReason reason, uint256 refund, uint256 released);
    event PolicyPaid(uint256 indexed policyId, uint256 assets, uint256 paidInAll);
    event TermsPublished(
        uint32 indexed poolId, uint32 indexed version, string wordingURI, bytes32 wordingHash, uint256 exclusionsBitmap
    );

    error SalesClosed(uint32 poolId, bytes32 why);
    error SubjectNotListed(uint32 subjectId);
    error PolicyTooLarge(uint256 amount, uint256 max);
    error PremiumAboveMax(uint256 premium, uint256 max);
    error NotHolder(uint256 policyId, address caller);
    error TermsMismatch(uint32 expected, uint32 current);
    error NoTerms(uint32 poolId);
    error UnknownPolicy(uint256 policyId);
    error PolicyClosedAlready(uint256 policyId);
    error NotOver(uint256 policyId, uint48 graceEnd);
    error ClaimOpen(uint256 policyId);
    error IncidentOpen(uint32 poolId, uint32 subjectId);
    error NotEligible(address buyer);
    /// The policy would end before its waiting period does.
    error NothingCovered(uint32 duration, uint32 waiting);
    error GateDataTooLong(uint256 length, uint256 max);
    error ZeroHash();
    error ZeroAmount();

    /// @notice Publishes the wording of a pool under the next version. DAO.
    function publishTerms(uint32 poolId, string calldata wordingURI, bytes32 wordingHash, uint256 exclusionsBitmap)
        external
        returns (uint32 version);
    /// @notice Buys a policy. Anyone the gate admits. Closed while BUY is paused, the subject is not Listed, has an open
    /// incident, or the peg is not Normal. The premium is taken from the caller in the pool's asset.
    function buy(Order calldata order) external returns (uint256 policyId);
    /// @notice Ends one's policy early: unearned pool premium is refunded, unless the policy has been paid on: then it is earned. Not while a claim or an incident of its subject is open.
    function cancel(uint256 policyId) external returns (uint256 refund);
    /// @notice Ends policies whose grace is over and releases their cover. Anyone. Skips none: reverts on the first that is not over.
    function expire(uint256[] calldata policyIds) external;

    function policy(uint256 policyId) external view returns (Policy memory);
    /// @return how many were ever sold; numbers start at 1
    function policyCount() external view returns (uint256);
    function terms(uint32 poolId, uint32 version) external view returns (Terms memory);
    /// @return current version of a pool's terms, 0 when none is published
    function termsVersion(uint32 poolId) external view returns (uint32);
    /// @notice Why a purchase of this subject is closed now, as a short ASCII word; 0 when open.
    function salesClosed(uint32 poolId, uint32 subjectId) external view returns (bytes32 why);
}
