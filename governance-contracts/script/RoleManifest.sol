// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {Roles} from "../src/libraries/Roles.sol";
import {IDirectory} from "../src/interfaces/IDirectory.sol";
import {IParameterRegistry} from "../src/interfaces/IParameterRegistry.sol";
import {IRiskRegistry} from "../src/interfaces/IRiskRegistry.sol";
import {IRiskPool} from "../src/interfaces/IRiskPool.sol";
import {IPremiumEngine} from "../src/interfaces/IPremiumEngine.sol";
import {IUnderwriting} from "../src/interfaces/IUnderwriting.sol";
import {IPolicyNFT} from "../src/interfaces/IPolicyNFT.sol";
import {IAccountCover} from "../src/interfaces/IAccountCover.sol";
import {ICoverSeries} from "../src/interfaces/ICoverSeries.sol";
import {ICoverSource} from "../src/interfaces/ICoverSource.sol";
import {IIncidents} from "../src/interfaces/IIncidents.sol";
import {ICaseHost} from "../src/interfaces/ICaseHost.sol";
import {IClaims} from "../src/interfaces/IClaims.sol";
import {ITribunal} from "../src/interfaces/ITribunal.sol";
import {IEmergencyGuardian} from "../src/interfaces/IEmergencyGuardian.sol";
import {ITreasury} from "../src/interfaces/ITreasury.sol";
import {PriceDropAdapter} from "../src/adapters/PriceDropAdapter.sol";
import {DepegAdapter} from "../src/adapters/DepegAdapter.sol";
import {TvlDropAdapter} from "../src/adapters/TvlDropAdapter.sol";
import {BridgeAdapter} from "../src/adapters/BridgeAdapter.sol";
import {CustodyAdapter} from "../src/adapters/CustodyAdapter.sol";
import {ParametricAdapter} from "../src/adapters/ParametricAdapter.sol";
import {OptimisticAdapter} from "../src/adapters/OptimisticAdapter.sol";
import {ReportAdapter} from "../src/adapters/ReportAdapter.sol";

/// @title RoleManifest
/// @notice Which role may call which restricted function: the one list from which the deployment maps the AccessManager, the
/// deployment file is written, and a verifier finds differences. A restricted function that is missing here falls to ADMIN.
library RoleManifest {
    struct Entry {
        string signature;
        bytes4 selector;
        uint64 role;
    }

    function directory() internal pure returns (Entry[] memory e) {
        e = new Entry[](2);
        e[0] = Entry("setModule(bytes32,address)", IDirectory.setModule.selector, Roles.DAO);
        e[1] = Entry("addPool(address)", IDirectory.addPool.selector, Roles.DAO);
    }

    function parameters() internal pure returns (Entry[] memory e) {
        e = new Entry[](7);
        e[0] = Entry(
            "defineParam(bytes32,(uint8,uint8,uint8,uint16,uint32,uint32,uint128,uint128,uint128),uint128,bytes32[],uint128[])",
            IParameterRegistry.defineParam.selector,
            Roles.DAO
        );
        e[1] = Entry("tightenBounds(bytes32,uint128,uint128)", IParameterRegistry.tightenBounds.selector, Roles.DAO);
        e[2] = Entry(
            "proposeChange(bytes32,bytes32,uint128,bytes32)", IParameterRegistry.proposeChange.selector, Roles.RISK_STEWARD
        );
        e[3] = Entry(
            "proposeChangeAsDao(bytes32,bytes32,uint128,bytes32)", IParameterRegistry.proposeChangeAsDao.selector, Roles.DAO
        );
        e[4] = Entry(
            "tightenNow(bytes32,bytes32,uint128,bytes32)", IParameterRegistry.tightenNow.selector, Roles.RISK_STEWARD
        );
        e[5] = Entry("cancelAsCouncil(uint64,bytes32)", IParameterRegistry.cancelAsCouncil.selector, Roles.COUNCIL_NOW);
        e[6] = Entry("cancelAsDao(uint64,bytes32)", IParameterRegistry.cancelAsDao.selector, Roles.DAO);
    }

    function risk() internal pure returns (Entry[] memory e) {
        e = new Entry[](4);
        e[0] = Entry(
            "attest(uint32,(uint16,uint48,uint48,uint128,uint32,uint8,uint32,uint16,uint48,bytes32,(bytes32,bytes32,bytes32,bytes32,bytes32)))",
            IRiskRegistry.attest.selector,
            Roles.RISK_STEWARD
        );
        e[1] = Entry("list(uint32)", IRiskRegistry.list.selector, Roles.DAO);
        e[2] = Entry("suspend(uint32,bytes32)", IRiskRegistry.suspend.selector, Roles.COUNCIL_NOW);
        e[3] = Entry("delist(uint32,bytes32)", IRiskRegistry.delist.selector, Roles.DAO);
    }

    function pool() internal pure returns (Entry[] memory e) {
        e = new Entry[](10);
        e[0] = Entry("lockCover(uint256,uint32,uint256)", IRiskPool.lockCover.selector, Roles.MODULE_COVER);
        e[1] = Entry("releaseCover(uint256,uint256)", IRiskPool.releaseCover.selector, Roles.MODULE_COVER);
        e[2] = Entry("accruePremium(uint256,uint256,uint48)", IRiskPool.accruePremium.selector, Roles.MODULE_COVER);
        e[3] = Entry("refundPremium(uint256,address)", IRiskPool.refundPremium.selector, Roles.MODULE_COVER);
        e[4] = Entry("openIncident(uint64,uint32)", IRiskPool.openIncident.selector, Roles.MODULE_CLAIMS);
        e[5] = Entry("pay(uint64,uint64,address,uint256)", IRiskPool.pay.selector, Roles.MODULE_CLAIMS);
        e[6] = Entry("closeIncident(uint64)", IRiskPool.closeIncident.selector, Roles.MODULE_CLAIMS);
        e[7] = Entry("receiveForfeit(uint256)", IRiskPool.receiveForfeit.selector, Roles.MODULE_CLAIMS);
        e[8] = Entry("receiveBackstop(uint64,uint256)", IRiskPool.receiveBackstop.selector, Roles.MODULE_TREASURY);
        e[9] = Entry(
            "openExactReserve(uint64,uint32,uint256)", IRiskPool.openExactReserve.selector, Roles.MODULE_CLAIMS
        );
    }

    function premium() internal pure returns (Entry[] memory e) {
        e = new Entry[](1);
        e[0] = Entry("consume(uint32,uint32,uint256,uint32,address)", IPremiumEngine.consume.selector, Roles.MODULE_COVER);
    }

    function underwriting() internal pure returns (Entry[] memory e) {
        e = new Entry[](2);
        e[0] = Entry("publishTerms(uint32,string,bytes32,uint256)", IUnderwriting.publishTerms.selector, Roles.DAO);
        e[1] = Entry("recordPaid(uint256,uint256)", ICoverSource.recordPaid.selector, Roles.MODULE_CLAIMS);
    }

    function policyNFT() internal pure returns (Entry[] memory e) {
        e = new Entry[](1);
        e[0] = Entry("mint(address,uint256)", IPolicyNFT.mint.selector, Roles.MODULE_COVER);
    }

    function accountCover() internal pure returns (Entry[] memory e) {
        e = new Entry[](5);
        e[0] = Entry("register(address,uint32,uint32,uint8,bytes32)", IAccountCover.register.selector, Roles.DAO);
        e[1] = Entry("onBalanceChange(address,uint256)", IAccountCover.onBalanceChange.selector, Roles.INTEGRATOR);
        e[2] = Entry("withdrawPrepaid(address,uint256)", IAccountCover.withdrawPrepaid.selector, Roles.INTEGRATOR);
        e[3] = Entry("recordPaid(uint256,uint256)", ICoverSource.recordPaid.selector, Roles.MODULE_CLAIMS);
        e[4] = Entry("close(address)", IAccountCover.close.selector, Roles.DAO);
    }

    function series() internal pure returns (Entry[] memory e) {
        e = new Entry[](1);
        e[0] = Entry(
            "open(uint32,uint32,address,uint256,uint256,uint48,uint48,bytes32)", ICoverSeries.open.selector, Roles.DAO
        );
    }

    function incidents() internal pure returns (Entry[] memory e) {
        e = new Entry[](3);
        e[0] = Entry("bindAdapter(uint32,uint32,address,bool)", IIncidents.bindAdapter.selector, Roles.DAO);
        e[1] = Entry(
            "councilDecide(uint64,bool,uint48,uint16,bytes32)", IIncidents.councilDecide.selector, Roles.COUNCIL_NOW
        );
        e[2] = Entry("onVerdict(uint64,uint64,uint8,uint16,uint48)", ICaseHost.onVerdict.selector, Roles.MODULE_TRIBUNAL);
    }

    function claims() internal pure returns (Entry[] memory e) {
        e = new Entry[](3);
        e[0] = Entry("flagFraud(uint64,bytes32)", IClaims.flagFraud.selector, Roles.COUNCIL_NOW);
        e[1] = Entry("councilDecide(uint64,bool,uint256,bytes32)", IClaims.councilDecide.selector, Roles.COUNCIL_NOW);
        e[2] = Entry("onVerdict(uint64,uint64,uint8,uint16,uint48)", ICaseHost.onVerdict.selector, Roles.MODULE_TRIBUNAL);
    }

    function tribunal() internal pure returns (Entry[] memory e) {
        e = new Entry[](1);
        e[0] = Entry("open(uint8,uint64,uint48,bool)", ITribunal.open.selector, Roles.MODULE_CLAIMS);
    }

    function guardian() internal pure returns (Entry[] memory e) {
        e = new Entry[](7);
        e[0] = Entry("pause(uint16,uint32,uint32,bytes32)", IEmergencyGuardian.pause.selector, Roles.GUARDIAN);
        e[1] = Entry("lift(uint64)", IEmergencyGuardian.lift.selector, Roles.GUARDIAN);
        e[2] = Entry("liftAsCouncil(uint64)", IEmergencyGuardian.liftAsCouncil.selector, Roles.COUNCIL_NOW);
        e[3] = Entry("liftAsDao(uint64)", IEmergencyGuardian.liftAsDao.selector, Roles.DAO);
        e[4] = Entry("extend(uint64,uint32)", IEmergencyGuardian.extend.selector, Roles.DAO);
        e[5] = Entry("quarantineAdapter(address,bytes32)", IEmergencyGuardian.quarantineAdapter.selector, Roles.GUARDIAN);
        e[6] = Entry("restoreAdapter(address)", IEmergencyGuardian.restoreAdapter.selector, Roles.DAO);
    }

    function treasury() internal pure returns (Entry[] memory e) {
        e = new Entry[](12);
        e[0] = Entry("receiveFees(uint32,uint256)", ITreasury.receiveFees.selector, Roles.MODULE_COVER);
        e[1] = Entry("addVenue(address,uint16,bool)", ITreasury.addVenue.selector, Roles.DAO);
        e[2] = Entry("closeVenue(address)", ITreasury.closeVenue.selector, Roles.COUNCIL_NOW);
        e[3] = Entry("allocate(address,uint256)", ITreasury.allocate.selector, Roles.COUNCIL_DELAYED);
        e[4] = Entry("requestExit(address,uint256)", ITreasury.requestExit.selector, Roles.COUNCIL_NOW);
        e[5] = Entry("recall(address,uint256)", ITreasury.recall.selector, Roles.COUNCIL_NOW);
        e[6] = Entry("realiseLoss(address)", ITreasury.realiseLoss.selector, Roles.COUNCIL_NOW);
        e[7] = Entry("backstop(uint32,uint64,uint256)", ITreasury.backstop.selector, Roles.DAO);
        e[8] = Entry(
            "backstopAsCouncil(uint32,uint64,uint256)", ITreasury.backstopAsCouncil.selector, Roles.COUNCIL_DELAYED
        );
        e[9] = Entry("spend(address,address,uint256,bytes32)", ITreasury.spend.selector, Roles.DAO);
        e[10] =
            Entry("spendAsCouncil(address,address,uint256,bytes32)", ITreasury.spendAsCouncil.selector, Roles.COUNCIL_DELAYED);
        e[11] = Entry("setPegFeed(address,address)", ITreasury.setPegFeed.selector, Roles.DAO);
    }

    function priceDropAdapter() internal pure returns (Entry[] memory e) {
        e = new Entry[](1);
        e[0] = Entry(
            "configure(uint32,((address,address,address,uint16),uint16))",
            PriceDropAdapter.configure.selector,
            Roles.DAO
        );
    }

    function depegAdapter() internal pure returns (Entry[] memory e) {
        e = new Entry[](1);
        e[0] = Entry(
            "configure(uint32,((address,address,address,uint16),uint64,uint64,uint64))",
            DepegAdapter.configure.selector,
            Roles.DAO
        );
    }

    function tvlDropAdapter() internal pure returns (Entry[] memory e) {
        e = new Entry[](1);
        e[0] = Entry(
            "configure(uint32,(address,address,address,bool,uint16,uint32,uint256))",
            TvlDropAdapter.configure.selector,
            Roles.DAO
        );
    }

    function bridgeAdapter() internal pure returns (Entry[] memory e) {
        e = new Entry[](2);
        e[0] = Entry(
            "configure(uint32,(uint16,uint32,uint32))",
            BridgeAdapter.configure.selector,
            Roles.DAO
        );
        e[1] = Entry("setSigners(address[],uint8)", ReportAdapter.setSigners.selector, Roles.DAO);
    }

    function custodyAdapter() internal pure returns (Entry[] memory e) {
        e = new Entry[](2);
        e[0] = Entry(
            "configure(uint32,(uint32,uint32))",
            CustodyAdapter.configure.selector,
            Roles.DAO
        );
        e[1] = Entry("setSigners(address[],uint8)", ReportAdapter.setSigners.selector, Roles.DAO);
    }

    function parametricAdapter() internal pure returns (Entry[] memory e) {
        e = new Entry[](2);
        e[0] = Entry(
            "configure(uint32,(bool,int128,int128,uint16,uint16,uint16,uint32))",
            ParametricAdapter.configure.selector,
            Roles.DAO
        );
        e[1] = Entry("setSigners(address[],uint8)", ReportAdapter.setSigners.selector, Roles.DAO);
    }

    function optimisticAdapter() internal pure returns (Entry[] memory e) {
        e = new Entry[](2);
        e[0] = Entry(
            "configure(uint32,(address,uint32,uint128))",
            OptimisticAdapter.configure.selector,
            Roles.DAO
        );
        e[1] = Entry(
            "resolveDispute(uint64,bool,bytes32)", OptimisticAdapter.resolveDispute.selector, Roles.COUNCIL_NOW
        );
    }
}
