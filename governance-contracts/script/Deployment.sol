// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Kind} from "../src/interfaces/Types.sol";
import {ParameterKeys} from "../src/libraries/ParameterKeys.sol";
import {ParameterScope} from "../src/libraries/ParameterScope.sol";
import {Roles} from "../src/libraries/Roles.sol";
import {IDirectory} from "../src/interfaces/IDirectory.sol";
import {Directory} from "../src/Directory.sol";
import {CoverToken} from "../src/CoverToken.sol";
import {CoverGovernor} from "../src/CoverGovernor.sol";
import {ParameterRegistry} from "../src/ParameterRegistry.sol";
import {RiskRegistry} from "../src/RiskRegistry.sol";
import {RiskPool} from "../src/RiskPool.sol";
import {PremiumEngine} from "../src/PremiumEngine.sol";
import {Underwriting} from "../src/Underwriting.sol";
import {PolicyNFT} from "../src/PolicyNFT.sol";
import {AccountCover} from "../src/AccountCover.sol";
import {CoverSeries} from "../src/CoverSeries.sol";
import {Incidents} from "../src/Incidents.sol";
import {Claims} from "../src/Claims.sol";
import {Tribunal} from "../src/Tribunal.sol";
import {EmergencyGuardian} from "../src/EmergencyGuardian.sol";
import {Treasury} from "../src/Treasury.sol";
import {ProtocolLens} from "../src/ProtocolLens.sol";
import {ClaimsLens} from "../src/ClaimsLens.sol";
import {PriceDropAdapter} from "../src/adapters/PriceDropAdapter.sol";
import {DepegAdapter} from "../src/adapters/DepegAdapter.sol";
import {TvlDropAdapter} from "../src/adapters/TvlDropAdapter.sol";
import {BridgeAdapter} from "../src/adapters/BridgeAdapter.sol";
import {CustodyAdapter} from "../src/adapters/CustodyAdapter.sol";
import {ParametricAdapter} from "../src/adapters/ParametricAdapter.sol";
import {OptimisticAdapter} from "../src/adapters/OptimisticAdapter.sol";
import {ParameterCatalogue} from "./ParameterCatalogue.sol";
import {RoleManifest} from "./RoleManifest.sol";

/// @title Deployment
/// @notice Deploys the whole protocol in one fixed order and hands it over: at the end the Timelock alone is ADMIN and DAO, and
/// the deployer holds nothing. Used by the deployment script and by the tests alike, so that what is tested is what is deployed.
abstract contract Deployment {
    /// Who and what the protocol is given.
    /// @param asset      settlement token of every pool
    /// @param pegFeed    its price feed against its peg
    /// @param council    Safe of the council
    /// @param guardian   Safe of the guardians
    /// @param steward    account or Safe of the risk stewards
    /// @param tokenHolder first holder of the whole token supply
    /// @param seed       assets the deployer puts into each pool for good; 0 for none
    struct Settings {
        address deployer;
        IERC20 asset;
        address pegFeed;
        address council;
        address guardian;
        address steward;
        address tokenHolder;
        uint256 seed;
    }

    struct Adapters {
        PriceDropAdapter priceDrop;
        DepegAdapter depeg;
        TvlDropAdapter tvlDrop;
        BridgeAdapter bridge;
        CustodyAdapter custody;
        ParametricAdapter parametric;
        OptimisticAdapter optimistic;
    }

    struct Protocol {
        AccessManager manager;
        CoverToken token;
        TimelockController timelock;
        CoverGovernor governor;
        Directory directory;
        ParameterRegistry parameters;
        RiskRegistry risk;
        PremiumEngine premium;
        Underwriting underwriting;
        PolicyNFT policyNFT;
        AccountCover accountCover;
        CoverSeries series;
        Incidents incidents;
        Claims claims;
        Tribunal tribunal;
        EmergencyGuardian guardian;
        Treasury treasury;
        ProtocolLens lens;
        ClaimsLens claimsLens;
        RiskPool[6] pools;
        Adapters adapters;
    }

    /// A peg feed answers once a day; a tenth more, because a round takes its time.
    uint128 internal constant PEG_MAX_AGE = 24 hours * 11 / 10;
    uint48 internal constant TIMELOCK_DELAY = 48 hours;
    uint32 internal constant COUNCIL_DELAY = 24 hours;
    address internal constant BURNED = 0x000000000000000000000000000000000000dEaD;

    Protocol internal protocol;

    function _deploy(Settings memory settings) internal {
        _deployGovernance(settings);
        _deployModules();
        _deployAdapters();
        _deployPools(settings);
        _defineParameters(settings);
        _mapFunctions();
        _grantRoles(settings);
        _fillDirectory(settings);
        _seed(settings);
        _handOver(settings);
    }

    function _deployGovernance(Settings memory settings) private {
        protocol.manager = new AccessManager(settings.deployer);
        protocol.token = new CoverToken(settings.tokenHolder);
        protocol.timelock =
            new TimelockController(TIMELOCK_DELAY, new address[](0), new address[](0), settings.deployer);
        protocol.governor = new CoverGovernor(protocol.token, protocol.timelock);
        TimelockController timelock = protocol.timelock;
        timelock.grantRole(timelock.PROPOSER_ROLE(), address(protocol.governor));
        // The Governor alone cancels: a council that can cancel every operation can cancel its own removal.
        timelock.grantRole(timelock.CANCELLER_ROLE(), address(protocol.governor));
        // Anyone may execute what has waited.
        timelock.grantRole(timelock.EXECUTOR_ROLE(), address(0));
        timelock.renounceRole(timelock.DEFAULT_ADMIN_ROLE(), settings.deployer);
    }

    function _deployModules() private {
        address authority = address(protocol.manager);
        Directory directory = new Directory(authority);
        protocol.directory = directory;
        protocol.parameters = new ParameterRegistry(authority, directory);
        protocol.risk = new RiskRegistry(authority, directory);
        protocol.guardian = new EmergencyGuardian(authority, directory);
        protocol.treasury = new Treasury(authority, directory);
        protocol.premium = new PremiumEngine(authority, directory);
        protocol.underwriting = new Underwriting(authority, directory);
        protocol.policyNFT = new PolicyNFT(authority, directory);
        protocol.accountCover = new AccountCover(authority, directory);
        protocol.series = new CoverSeries(authority, directory);
        protocol.incidents = new Incidents(authority, directory);
        protocol.claims = new Claims(authority, directory);
        protocol.tribunal = new Tribunal(authority, directory);
        protocol.lens = new ProtocolLens(directory);
        protocol.claimsLens = new ClaimsLens(directory);
    }

    function _deployAdapters() private {
        address authority = address(protocol.manager);
        IDirectory directory = protocol.directory;
        protocol.adapters.priceDrop = new PriceDropAdapter(authority, directory);
        protocol.adapters.depeg = new DepegAdapter(authority, directory);
        protocol.adapters.tvlDrop = new TvlDropAdapter(authority, directory);
        protocol.adapters.bridge = new BridgeAdapter(authority, directory);
        protocol.adapters.custody = new CustodyAdapter(authority, directory);
        protocol.adapters.parametric = new ParametricAdapter(authority, directory);
        protocol.adapters.optimistic = new OptimisticAdapter(authority, directory);
    }

    function _deployPools(Settings memory settings) private {
        _deployPool(settings.asset, Kind.SmartContract, "Breakwater Smart Contract", "bwSC", 1);
        _deployPool(settings.asset, Kind.Bridge, "Breakwater Bridge", "bwBR", 2);
        _deployPool(settings.asset, Kind.Custody, "Breakwater Custody", "bwCU", 3);
        _deployPool(settings.asset, Kind.OracleLiquidity, "Breakwater Oracle and Liquidity", "bwOL", 4);
        _deployPool(settings.asset, Kind.StablecoinDepeg, "Breakwater Stablecoin Depeg", "bwSD", 5);
        _deployPool(settings.asset, Kind.Parametric, "Breakwater Parametric", "bwPA", 6);
    }

    function _deployPool(IERC20 asset, Kind kind, string memory name, string memory symbol, uint32 poolId) private {
        protocol.pools[poolId - 1] =
            new RiskPool(address(protocol.manager), protocol.directory, asset, kind, name, symbol, poolId);
    }

    /// The deployer is DAO for as long as this takes.
    function _defineParameters(Settings memory settings) private {
        AccessManager manager = protocol.manager;
        ParameterRegistry parameters = protocol.parameters;
        RoleManifest.Entry[] memory entries = RoleManifest.parameters();
        _map(address(parameters), entries);
        manager.grantRole(Roles.DAO, settings.deployer, 0);
        ParameterCatalogue.Definition[] memory definitions = ParameterCatalogue.all();
        for (uint256 i = 0; i < definitions.length; ++i) {
            ParameterCatalogue.Definition memory d = definitions[i];
            if (d.key == ParameterKeys.ORACLE_MAX_AGE) {
                ParameterCatalogue.withOverride(d, ParameterScope.account(settings.pegFeed), PEG_MAX_AGE);
            }
            parameters.defineParam(d.key, d.spec, d.initialValue, d.scopes, d.values);
        }
    }

    function _mapFunctions() private {
        _map(address(protocol.directory), RoleManifest.directory());
        _map(address(protocol.risk), RoleManifest.risk());
        _map(address(protocol.premium), RoleManifest.premium());
        _map(address(protocol.underwriting), RoleManifest.underwriting());
        _map(address(protocol.policyNFT), RoleManifest.policyNFT());
        _map(address(protocol.accountCover), RoleManifest.accountCover());
        _map(address(protocol.series), RoleManifest.series());
        _map(address(protocol.incidents), RoleManifest.incidents());
        _map(address(protocol.claims), RoleManifest.claims());
        _map(address(protocol.tribunal), RoleManifest.tribunal());
        _map(address(protocol.guardian), RoleManifest.guardian());
        _map(address(protocol.treasury), RoleManifest.treasury());
        _map(address(protocol.adapters.priceDrop), RoleManifest.priceDropAdapter());
        _map(address(protocol.adapters.depeg), RoleManifest.depegAdapter());
        _map(address(protocol.adapters.tvlDrop), RoleManifest.tvlDropAdapter());
        _map(address(protocol.adapters.bridge), RoleManifest.bridgeAdapter());
        _map(address(protocol.adapters.custody), RoleManifest.custodyAdapter());
        _map(address(protocol.adapters.parametric), RoleManifest.parametricAdapter());
        _map(address(protocol.adapters.optimistic), RoleManifest.optimisticAdapter());
        for (uint256 i = 0; i < protocol.pools.length; ++i) {
            _map(address(protocol.pools[i]), RoleManifest.pool());
        }
    }

    /// One call for each role that occurs, with all its selectors.
    function _map(address target, RoleManifest.Entry[] memory entries) private {
        bool[] memory mapped = new bool[](entries.length);
        for (uint256 i = 0; i < entries.length; ++i) {
            if (mapped[i]) continue;
            bytes4[] memory selectors = new bytes4[](entries.length);
            uint256 count = 0;
            for (uint256 j = i; j < entries.length; ++j) {
                if (entries[j].role != entries[i].role) continue;
                selectors[count++] = entries[j].selector;
                mapped[j] = true;
            }
            assembly ("memory-safe") {
                mstore(selectors, count)
            }
            protocol.manager.setTargetFunctionRole(target, selectors, entries[i].role);
        }
    }

    function _grantRoles(Settings memory settings) private {
        AccessManager manager = protocol.manager;
        _label(manager);
        manager.grantRole(Roles.DAO, address(protocol.timelock), 0);
        manager.grantRole(Roles.COUNCIL_NOW, settings.council, 0);
        manager.grantRole(Roles.COUNCIL_DELAYED, settings.council, COUNCIL_DELAY);
        manager.setRoleGuardian(Roles.COUNCIL_DELAYED, Roles.GUARDIAN);
        manager.grantRole(Roles.GUARDIAN, settings.guardian, 0);
        manager.grantRole(Roles.RISK_STEWARD, settings.steward, 0);
        manager.grantRole(Roles.RISK_STEWARD, settings.council, 0);
        manager.grantRole(Roles.MODULE_CLAIMS, address(protocol.incidents), 0);
        manager.grantRole(Roles.MODULE_CLAIMS, address(protocol.claims), 0);
        manager.grantRole(Roles.MODULE_CLAIMS, address(protocol.series), 0);
        manager.grantRole(Roles.MODULE_COVER, address(protocol.underwriting), 0);
        manager.grantRole(Roles.MODULE_COVER, address(protocol.accountCover), 0);
        manager.grantRole(Roles.MODULE_COVER, address(protocol.series), 0);
        manager.grantRole(Roles.MODULE_TRIBUNAL, address(protocol.tribunal), 0);
        manager.grantRole(Roles.MODULE_TREASURY, address(protocol.treasury), 0);
    }

    function _label(AccessManager manager) private {
        manager.labelRole(Roles.DAO, "DAO");
        manager.labelRole(Roles.COUNCIL_NOW, "COUNCIL_NOW");
        manager.labelRole(Roles.COUNCIL_DELAYED, "COUNCIL_DELAYED");
        manager.labelRole(Roles.GUARDIAN, "GUARDIAN");
        manager.labelRole(Roles.RISK_STEWARD, "RISK_STEWARD");
        manager.labelRole(Roles.MODULE_CLAIMS, "MODULE_CLAIMS");
        manager.labelRole(Roles.MODULE_COVER, "MODULE_COVER");
        manager.labelRole(Roles.MODULE_TRIBUNAL, "MODULE_TRIBUNAL");
        manager.labelRole(Roles.MODULE_TREASURY, "MODULE_TREASURY");
        manager.labelRole(Roles.INTEGRATOR, "INTEGRATOR");
    }

    function _fillDirectory(Settings memory settings) private {
        Directory directory = protocol.directory;
        directory.setModule("PARAMETERS", address(protocol.parameters));
        directory.setModule("RISK", address(protocol.risk));
        directory.setModule("PREMIUM", address(protocol.premium));
        directory.setModule("UNDERWRITING", address(protocol.underwriting));
        directory.setModule("ACCOUNT_COVER", address(protocol.accountCover));
        directory.setModule("SERIES", address(protocol.series));
        directory.setModule("POLICY_NFT", address(protocol.policyNFT));
        directory.setModule("INCIDENTS", address(protocol.incidents));
        directory.setModule("CLAIMS", address(protocol.claims));
        directory.setModule("TRIBUNAL", address(protocol.tribunal));
        directory.setModule("GUARDIAN", address(protocol.guardian));
        directory.setModule("TREASURY", address(protocol.treasury));
        directory.setModule("TOKEN", address(protocol.token));
        for (uint256 i = 0; i < protocol.pools.length; ++i) {
            directory.addPool(address(protocol.pools[i]));
        }
        protocol.treasury.setPegFeed(address(settings.asset), settings.pegFeed);
        protocol.treasury.pokePeg(address(settings.asset));
    }

    /// A burned first deposit in every pool, so that the share price never starts from nothing.
    function _seed(Settings memory settings) private {
        if (settings.seed == 0) return;
        for (uint256 i = 0; i < protocol.pools.length; ++i) {
            settings.asset.approve(address(protocol.pools[i]), settings.seed);
            protocol.pools[i].deposit(settings.seed, BURNED);
        }
    }

    function _handOver(Settings memory settings) private {
        AccessManager manager = protocol.manager;
        manager.revokeRole(Roles.DAO, settings.deployer);
        manager.grantRole(Roles.ADMIN, address(protocol.timelock), 0);
        manager.renounceRole(Roles.ADMIN, settings.deployer);
    }
}
