// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

/// @title Escrow
/// @notice Deposits and bonds that a module holds. Each is returned or forfeited exactly once. A return that the token refuses
/// becomes a credit; a forfeit that it refuses waits. So no decision can be blocked by a receiver.
interface IEscrow {
    /// A payment failed and is kept for its owner.
    event CreditKept(address indexed asset, address indexed account, uint256 amount);
    event CreditCollected(address indexed asset, address indexed account, address indexed to, uint256 amount);
    /// A forfeit could not be passed on yet.
    event ForfeitKept(uint32 indexed poolId, uint256 amount);
    event ForfeitPassedOn(uint32 indexed poolId, uint256 amount);

    error NothingHeld();

    /// @notice Sends one's credit to an address of one's choice.
    function collectCredit(address asset, address to) external returns (uint256 amount);
    /// @notice Passes waiting forfeits on to their pool. Anyone.
    /// @return amount assets passed on, 0 when the token still refuses
    function passForfeits(uint32 poolId) external returns (uint256 amount);
    function creditOf(address asset, address account) external view returns (uint256);
    function waitingForfeits(uint32 poolId) external view returns (uint256);
    /// @notice Everything held in a token: open deposits and bonds, credits, waiting forfeits. The balance is never below it.
    function held(address asset) external view returns (uint256);
}
