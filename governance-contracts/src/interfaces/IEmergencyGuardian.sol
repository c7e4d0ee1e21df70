// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

/// @title EmergencyGuardian
/// @notice Stops things for a while. Each pause ends by itself; the power to pause does not. Modules ask; the guardian moves no
/// value and no parameter. Scopes are the bits of PauseScope; pool 0 means every pool.
interface IEmergencyGuardian {
    struct Pause {
        uint16 scopes;
        uint32 poolId;
        uint48 from;
        uint48 until;
        uint48 liftedAt; // 0 unless lifted
        address by;
        bytes32 reasonHash;
    }

    event Paused(
        uint64 indexed pauseId, uint16 scopes, uint32 indexed poolId, uint48 from, uint48 until, address indexed by, bytes32 reasonHash, uint8 budgetLeft
    );
    event Lifted(uint64 indexed pauseId, address indexed by, uint48 at);
    event Extended(uint64 indexed pauseId, uint48 until);
    event AdapterQuarantined(address indexed adapter, address indexed by, bytes32 reasonHash);
    event AdapterRestored(address indexed adapter);

    error TooLong(uint32 asked, uint32 max);
    error ZeroDuration();
    error CoolingDown(uint16 scopes, uint48 until);
    error BudgetSpent(uint8 used, uint48 windowEnds);
    error UnknownScope(uint16 scopes);
    error NotActive(uint64 pauseId);
    error AlreadyQuarantined(address adapter);
    error NotQuarantined(address adapter);
    error ReasonRequired();

    /// @notice Stops scopes for a pool (0: all) for at most PAUSE_MAX. GUARDIAN. A scope is not stopped again for
    /// PAUSE_COOLDOWN after a pause of it ended, and at most PAUSE_BUDGET_90D pauses are made in 90 days, whatever their scopes.
    /// A pause of every pool and one of a single pool count as pauses of each other's; only while a single pool's runs may
    /// it be widened to every pool, and then until PAUSE_MAX after its start (or its own end, when the DAO made that later).
    function pause(uint16 scopes, uint32 poolId, uint32 duration, bytes32 reasonHash) external returns (uint64 pauseId);
    /// @notice Ends a pause early. GUARDIAN.
    function lift(uint64 pauseId) external;
    /// @notice Ends a pause early. COUNCIL_NOW.
    function liftAsCouncil(uint64 pauseId) external;
    /// @notice Ends a pause early. DAO.
    function liftAsDao(uint64 pauseId) external;
    /// @notice Lengthens a running pause, each time by at most PAUSE_MAX. DAO.
    function extend(uint64 pauseId, uint32 by) external;
    /// @notice Takes an adapter out of use; its open incidents escalate. GUARDIAN.
    function quarantineAdapter(address adapter, bytes32 reasonHash) external;
    /// @notice DAO.
    function restoreAdapter(address adapter) external;

    /// @notice Whether any of the scopes is stopped for the pool now.
    function isPaused(uint16 scopes, uint32 poolId) external view returns (bool);
    /// @notice Latest end of the running pauses of these scopes for the pool; 0 when none runs.
    function pausedUntil(uint16 scopes, uint32 poolId) external view returns (uint48);
    /// @notice Seconds for which one scope was stopped for a pool since deployment, up to now; for pool 0, stopped for every
    /// pool. Overlaps count once.
    function pausedSeconds(uint16 scope, uint32 poolId) external view returns (uint256);
    function isQuarantined(address adapter) external view returns (bool);
    function pauseOf(uint64 pauseId) external view returns (Pause memory);
    function pauseCount() external view returns (uint64);
    /// @return used pauses in the last 90 days, @return max of them, @return windowEnds when the oldest of them leaves the window
    function budget() external view returns (uint8 used, uint8 max, uint48 windowEnds);
    /// @notice When this scope of this pool (0: all) may be paused again; 0 when now. While it runs, from its end as it stands.
    function coolingUntil(uint16 scope, uint32 poolId) external view returns (uint48);
}
