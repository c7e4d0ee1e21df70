// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import {IDirectory} from "./interfaces/IDirectory.sol";
import {IParameterRegistry} from "./interfaces/IParameterRegistry.sol";
import {IRiskRegistry} from "./interfaces/IRiskRegistry.sol";
import {IPremiumEngine} from "./interfaces/IPremiumEngine.sol";
import {IUnderwriting} from "./interfaces/IUnderwriting.sol";
import {IAccountCover} from "./interfaces/IAccountCover.sol";
import {ICoverSeries} from "./interfaces/ICoverSeries.sol";
import {IPolicyNFT} from "./interfaces/IPolicyNFT.sol";
import {IIncidents} from "./interfaces/IIncidents.sol";
import {IClaims} from "./interfaces/IClaims.sol";
import {ITribunal} from "./interfaces/ITribunal.sol";
import {IEmergencyGuardian} from "./interfaces/IEmergencyGuardian.sol";
import {ITreasury} from "./interfaces/ITreasury.sol";
import {IEligibilityGate} from "./interfaces/IEligibilityGate.sol";
import {IRiskPool} from "./interfaces/IRiskPool.sol";
import {ModuleNames} from "./libraries/ModuleNames.sol";

/// @title Directory
/// @notice See IDirectory.
contract Directory is IDirectory, AccessManaged {
    mapping(bytes32 name => address) private _modules;
    address[] private _pools;

    /// @param authority the AccessManager that says who may call what
    constructor(address authority) AccessManaged(authority) {}

    /// @inheritdoc IDirectory
    function setModule(bytes32 name, address module_) external restricted {
        bool clearsGate = name == ModuleNames.GATE && module_ == address(0);
        if (!ModuleNames.isKnown(name) || (module_.code.length == 0 && !clearsGate)) revert NotAModule(name, module_);
        emit ModuleSet(name, _modules[name], module_);
        _modules[name] = module_;
    }

    /// @inheritdoc IDirectory
    function addPool(address pool_) external restricted returns (uint32 poolId) {
        poolId = uint32(_pools.length) + 1;
        // A pool knows its number from its construction, so none can stand under two numbers.
        if (!_hasNumber(pool_, poolId)) revert NotAModule("POOL", pool_);
        _pools.push(pool_);
        IRiskPool p = IRiskPool(pool_);
        emit PoolAdded(poolId, pool_, p.asset(), p.kind(), p.name(), p.symbol(), p.decimals());
    }

    /// @inheritdoc IDirectory
    function module(bytes32 name) public view returns (address) {
        return _modules[name];
    }

    /// @inheritdoc IDirectory
    function parameters() external view returns (IParameterRegistry) {
        return IParameterRegistry(_modules[ModuleNames.PARAMETERS]);
    }

    /// @inheritdoc IDirectory
    function risk() external view returns (IRiskRegistry) {
        return IRiskRegistry(_modules[ModuleNames.RISK]);
    }

    /// @inheritdoc IDirectory
    function premium() external view returns (IPremiumEngine) {
        return IPremiumEngine(_modules[ModuleNames.PREMIUM]);
    }

    /// @inheritdoc IDirectory
    function underwriting() external view returns (IUnderwriting) {
        return IUnderwriting(_modules[ModuleNames.UNDERWRITING]);
    }

    /// @inheritdoc IDirectory
    function accountCover() external view returns (IAccountCover) {
        return IAccountCover(_modules[ModuleNames.ACCOUNT_COVER]);
    }

    /// @inheritdoc IDirectory
    function series() external view returns (ICoverSeries) {
        return ICoverSeries(_modules[ModuleNames.SERIES]);
    }

    /// @inheritdoc IDirectory
    function policyNFT() external view returns (IPolicyNFT) {
        return IPolicyNFT(_modules[ModuleNames.POLICY_NFT]);
    }

    /// @inheritdoc IDirectory
    function incidents() external view returns (IIncidents) {
        return IIncidents(_modules[ModuleNames.INCIDENTS]);
    }

    /// @inheritdoc IDirectory
    function claims() external view returns (IClaims) {
        return IClaims(_modules[ModuleNames.CLAIMS]);
    }

    /// @inheritdoc IDirectory
    function tribunal() external view returns (ITribunal) {
        return ITribunal(_modules[ModuleNames.TRIBUNAL]);
    }

    /// @inheritdoc IDirectory
    function guardian() external view returns (IEmergencyGuardian) {
        return IEmergencyGuardian(_modules[ModuleNames.GUARDIAN]);
    }

    /// @inheritdoc IDirectory
    function treasury() external view returns (ITreasury) {
        return ITreasury(_modules[ModuleNames.TREASURY]);
    }

    /// @inheritdoc IDirectory
    function token() external view returns (IVotes) {
        return IVotes(_modules[ModuleNames.TOKEN]);
    }

    /// @inheritdoc IDirectory
    function gate() external view returns (IEligibilityGate) {
        return IEligibilityGate(_modules[ModuleNames.GATE]);
    }

    /// @inheritdoc IDirectory
    function pool(uint32 poolId) external view returns (IRiskPool) {
        if (poolId == 0 || poolId > _pools.length) revert UnknownPool(poolId);
        return IRiskPool(_pools[poolId - 1]);
    }

    /// @inheritdoc IDirectory
    function poolCount() external view returns (uint32) {
        return uint32(_pools.length);
    }

    function _hasNumber(address pool_, uint32 poolId) private view returns (bool) {
        (bool answered, bytes memory answer) = pool_.staticcall(abi.encodeCall(IRiskPool.poolId, ()));
        return answered && answer.length == 32 && abi.decode(answer, (uint256)) == poolId;
    }
}
