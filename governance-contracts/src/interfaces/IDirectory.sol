// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {IParameterRegistry} from "./IParameterRegistry.sol";
import {IRiskRegistry} from "./IRiskRegistry.sol";
import {IPremiumEngine} from "./IPremiumEngine.sol";
import {IUnderwriting} from "./IUnderwriting.sol";
import {IAccountCover} from "./IAccountCover.sol";
import {ICoverSeries} from "./ICoverSeries.sol";
import {IPolicyNFT} from "./IPolicyNFT.sol";
import {IIncidents} from "./IIncidents.sol";
import {IClaims} from "./IClaims.sol";
import {ITribunal} from "./ITribunal.sol";
import {IEmergencyGuardian} from "./IEmergencyGuardian.sol";
import {ITreasury} from "./ITreasury.sol";
import {IEligibilityGate} from "./IEligibilityGate.sol";
import {IRiskPool} from "./IRiskPool.sol";
import {Kind} from "./Types.sol";
import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";

/// @title Directory
/// @notice The one place where modules find their peers. Only the DAO changes it, each change with an event, so that a
/// module can be replaced and contracts that need each other can be built in any order.
interface IDirectory {
    event ModuleSet(bytes32 indexed name, address indexed from, address indexed to);
    /// A pool with what it is for good.
    event PoolAdded(
        uint32 indexed poolId,
        address indexed pool,
        address asset,
        Kind kind,
        string name,
        string symbol,
        uint8 shareDecimals
    );

    /// The module has no code, or the name is unknown.
    error NotAModule(bytes32 name, address module);
    /// No pool has this number.
    error UnknownPool(uint32 poolId);

    /// @notice Points a name at a module. DAO. The gate may be the zero address: then no eligibility is asked for.
    function setModule(bytes32 name, address module) external;
    /// @notice Adds a pool under the next number; numbers start at 1. DAO.
    function addPool(address pool) external returns (uint32 poolId);

    /// @notice The module under a name ("PARAMETERS", "RISK", "PREMIUM", "UNDERWRITING", "ACCOUNT_COVER", "SERIES",
    /// "POLICY_NFT", "INCIDENTS", "CLAIMS", "TRIBUNAL", "GUARDIAN", "TREASURY", "GATE", "TOKEN"); zero when unset.
    function module(bytes32 name) external view returns (address);
    function parameters() external view returns (IParameterRegistry);
    function risk() external view returns (IRiskRegistry);
    function premium() external view returns (IPremiumEngine);
    function underwriting() external view returns (IUnderwriting);
    function accountCover() external view returns (IAccountCover);
    function series() external view returns (ICoverSeries);
    function policyNFT() external view returns (IPolicyNFT);
    function incidents() external view returns (IIncidents);
    function claims() external view returns (IClaims);
    function tribunal() external view returns (ITribunal);
    function guardian() external view returns (IEmergencyGuardian);
    function treasury() external view returns (ITreasury);
    function token() external view returns (IVotes);
    /// @return the gate asked before a purchase, or the zero address when none is set
    function gate() external view returns (IEligibilityGate);
    /// @notice The pool with this number; reverts with UnknownPool.
    function pool(uint32 poolId) external view returns (IRiskPool);
    /// @return how many pools there are; the last has this number
    function poolCount() external view returns (uint32);
}
