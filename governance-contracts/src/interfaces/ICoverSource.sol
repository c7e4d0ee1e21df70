// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

/// @title Cover source
/// @notice What Claims needs of a module that insures somebody: Underwriting (policies) and AccountCover (accounts of
/// integrators). Cover ids of AccountCover have the top bit set, so an id names its source.
interface ICoverSource {
    /// One cover as it stood at the time of an event.
    /// @param holder    who is paid now
    /// @param amount    insured then, less what has been paid since; 0 when not insured then
    /// @param since     bought, or continuously covered, since
    /// @param graceEnd  last time at which it can be claimed
    struct Exposure {
        uint32 poolId;
        uint32 subjectId;
        address holder;
        uint256 amount;
        uint48 since;
        uint48 graceEnd;
    }

    /// @notice The cover at `occurredAt`; amount 0 when it was not in force then.
    function exposureAt(uint256 coverId, uint48 occurredAt) external view returns (Exposure memory);
    /// @notice Books a payout against a cover and releases the cover it used. MODULE_CLAIMS.
    function recordPaid(uint256 coverId, uint256 assets) external;
}
