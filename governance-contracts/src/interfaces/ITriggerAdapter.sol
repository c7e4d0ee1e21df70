// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {Observation} from "./Types.sol";

/// @title Trigger adapter
/// @notice Turns an outside fact into an Observation that anyone can recompute. An adapter counts only for the (pool, subject)
/// pairs that the DAO bound it to.
interface ITriggerAdapter {
    /// A breach was stored or ended, or any other state of the subject's reading changed.
    event Observed(uint32 indexed subjectId, address indexed by, Observation observation);

    error BadFeed(address feed);
    error NotConfigured(uint32 subjectId);
    error BadConfig(uint32 subjectId);
    error NotEnoughSigners(uint8 have, uint8 need);
    error ReplayedReport(bytes32 id);
    error ReportTooLong(uint256 length, uint256 max);

    /// @notice PRICE_DROP, DEPEG, TVL_DROP, BRIDGE_BACKING, CUSTODY_ATTEST, PARAMETRIC or OPTIMISTIC.
    function kind() external view returns (bytes32);
    /// @notice Reading now, without storing anything.
    function observe(uint32 subjectId, bytes calldata data) external view returns (Observation memory);
    /// @notice Reading now, stored: first and last breach are kept, so that "for n seconds" can be proven. Anyone.
    function commitObservation(uint32 subjectId, bytes calldata data) external returns (Observation memory);
    /// @notice Whether the sources answer and are young enough.
    /// @return ok          all sources good
    /// @return lastUpdate  oldest update among the sources
    /// @return maxAge      s, the limit for that source
    /// @return note        short ASCII word on what is wrong, 0 when ok
    function health(uint32 subjectId) external view returns (bool ok, uint48 lastUpdate, uint32 maxAge, bytes32 note);
}
