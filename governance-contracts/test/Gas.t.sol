// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import {ClaimsBase} from "./claims/ClaimsBase.sol";
import {IAccountCover} from "../src/interfaces/IAccountCover.sol";
import {ITreasury} from "../src/interfaces/ITreasury.sol";
import {ITribunal} from "../src/interfaces/ITribunal.sol";
import {IUnderwriting} from "../src/interfaces/IUnderwriting.sol";
import {CaseKind, Kind, Level} from "../src/interfaces/Types.sol";
import {ParameterKeys} from "../src/libraries/ParameterKeys.sol";
import {ParameterScope} from "../src/libraries/ParameterScope.sol";
import {PauseScope} from "../src/libraries/PauseScope.sol";
import {Roles} from "../src/libraries/Roles.sol";
import {YieldVault} from "../src/local/YieldVault.sol";

interface GasMeter {
    function snapshotGasLastCall(string calldata group, string calldata name) external returns (uint256 gas);
}

/// @notice What each act costs, as a transaction of its own: the figures of the README, kept by `npm run gas`.
/// forge-config: default.isolate = true
/// forge-config: deep.isolate = true
/// forge-config: mutants.isolate = true
contract GasTest is ClaimsBase {
    GasMeter private constant METER = GasMeter(address(vm));

    uint256 private policyId;

    function setUp() public override {
        super.setUp();
        policyId = covered(alice, COVER);
        setPeg(1e8);
    }

    // ── capital ──

    function test_gas_of_deposits_and_redemptions() public {
        fund(carol, 20_000 * USDC);
        allow(carol, address(pool));
        vm.prank(carol);
        pool.deposit(10_000 * USDC, carol);
        meter("deposit for shares, first of an account");
        vm.prank(carol);
        pool.deposit(10_000 * USDC, carol);
        meter("deposit for shares");
        uint256 shares = pool.balanceOf(carol) / 2;
        uint256 requestId = askOut(carol, shares);
        meter("request a redemption");
        askOut(carol, shares);
        vm.prank(carol);
        pool.cancelRedeem(requestId);
        meter("cancel a redemption");
        skip(14 days);
        setPeg(1e8);
        pool.processQueue(10);
        meter("process the queue: one filled, one passed");
        pool.collect(carol);
        meter("collect what was redeemed");
    }

    // ── cover ──

    function test_gas_of_policies() public {
        IUnderwriting.Order memory order = orderOf(20_000 * USDC, 180 days);
        fund(alice, 1_000_000 * USDC);
        vm.prank(alice);
        uint256 bought = protocol.underwriting.buy(order);
        meter("buy a policy");
        vm.prank(alice);
        protocol.policyNFT.transferFrom(alice, bob, bought);
        meter("transfer a policy");
        vm.prank(bob);
        protocol.underwriting.cancel(bought);
        meter("cancel a policy");
        skip(220 days);
        protocol.underwriting.expire(one(policyId));
        meter("expire a policy");
    }

    function test_gas_of_account_cover() public {
        vm.startPrank(dao);
        protocol.manager.grantRole(Roles.INTEGRATOR, challenger, 0);
        protocol.accountCover.register(challenger, 1, subject, IAccountCover.Enrolment.DefaultIn, WHY);
        vm.stopPrank();
        allow(challenger, address(protocol.accountCover));
        vm.startPrank(challenger);
        protocol.accountCover.topUp(challenger, 1_000 * USDC);
        meter("prepay account cover");
        protocol.accountCover.onBalanceChange(carol, 1_000 * USDC);
        meter("report an account's balance: cover begins");
        protocol.accountCover.onBalanceChange(carol, 2_000 * USDC);
        meter("report an account's balance: cover rises");
        skip(1 days);
        protocol.accountCover.onBalanceChange(carol, 500 * USDC);
        meter("report an account's balance: cover falls");
        protocol.accountCover.settlePremium(challenger);
        meter("settle an integrator's premium");
        vm.stopPrank();
    }

    function test_gas_of_a_series() public {
        uint32 flight = listed(Kind.Parametric, Level.Low);
        bind(6, flight, address(first));
        configure(first, flight);
        provideTo(protocol.pools[5], bob, PROVIDED);
        uint48 salesEnd = now48() + 5 days;
        vm.prank(dao);
        uint256 id = protocol.series.open(6, flight, address(first), USDC, 10_000, salesEnd, salesEnd + 2 days, WHY);
        meter("open a series");
        fund(carol, 1_000 * USDC);
        allow(carol, address(protocol.series));
        vm.prank(carol);
        protocol.series.mint(id, 100, type(uint256).max, carol);
        meter("buy units of a series");
        skip(6 days);
        bytes memory data = report(first, flight, 1e4, now48());
        protocol.series.settle(id, data);
        meter("settle a series");
        protocol.series.redeem(id, carol);
        meter("redeem units of a series");
        protocol.series.close(id);
        meter("close a series");
    }

    // ── incidents and claims ──

    function test_gas_of_a_loss_that_rules_decide() public {
        uint256[] memory ten = new uint256[](10);
        for (uint256 n = 0; n < 10; ++n) ten[n] = policyOf(account(vm.toString(n)), 1_000 * USDC);
        skip(3 days + 1);
        bytes memory data = report(first, subject, 2_000, now48());
        vm.prank(keeper);
        uint64 incidentId = incidents.detect(1, subject, address(first), data);
        meter("detect an incident");
        data = report(second, subject, 2_000, now48());
        incidents.confirm(incidentId, address(second), data);
        meter("confirm an incident");
        skip(24 hours + 1);
        incidents.startSettling(incidentId);
        meter("start settling");
        uint64 claimId = submit(alice, policyId, incidentId, 10_000 * USDC);
        meter("submit a claim that arithmetic approves");
        claims.settle(incidentId, ten);
        meter("settle the claims of ten covers");
        claims.pay(claimId);
        meter("pay a claim");
        for (uint64 n = claimId + 1; n <= claims.claimCount(); ++n) claims.pay(n);
        skip(31 days);
        incidents.close(incidentId);
        meter("close an incident");
    }

    function test_gas_of_a_loss_that_people_decide() public {
        uint64 incidentId = confirmed(3_000);
        vm.prank(challenger);
        incidents.challenge(incidentId, WHY);
        meter("challenge an incident");
        uint64 caseId = incidents.incident(incidentId).caseId;
        uint64 claimId = submit(alice, policyId, incidentId, 10_000 * USDC);
        meter("submit a claim before the incident is decided");
        vm.prank(alice);
        tribunal.addEvidence(CaseKind.Incident, incidentId, WHY, "ipfs://evidence");
        meter("add evidence");
        toOpening(caseId);
        for (uint256 n = 0; n < 6; ++n) vote(caseId, voters[n], ITribunal.Choice.PayPartial, 2_000);
        meter("vote");
        vote(caseId, voters[0], ITribunal.Choice.Deny, 0);
        meter("change a vote");
        skip(tribunal.case_(caseId).closes - block.timestamp);
        tribunal.close(caseId);
        meter("close a case");
        claims.resolve(claimId);
        meter("resolve a claim");
    }

    function test_gas_of_a_false_alarm() public {
        uint64 incidentId = detect(3_000);
        skip(48 hours + 1);
        incidents.lapse(incidentId);
        meter("let an unconfirmed incident lapse");
    }

    // ── governance ──

    function test_gas_of_parameters() public {
        bytes32 scope = ParameterScope.pool(1);
        vm.prank(council);
        uint64 changeId = protocol.parameters.proposeChange(ParameterKeys.SUBJECT_CONCENTRATION, scope, 1_900, WHY);
        meter("propose a parameter change");
        skip(3 days);
        protocol.parameters.execute(changeId);
        meter("execute a parameter change");
        vm.prank(council);
        protocol.parameters.tightenNow(ParameterKeys.MAX_POLICY_SHARE, scope, 400, WHY);
        meter("tighten a parameter");
    }

    function test_gas_of_emergencies() public {
        vm.prank(guardianSafe);
        uint64 pauseId = protocol.guardian.pause(PauseScope.BUY, 1, 1 hours, WHY);
        meter("pause sales of a pool");
        vm.prank(guardianSafe);
        protocol.guardian.lift(pauseId);
        meter("lift a pause");
        vm.prank(guardianSafe);
        protocol.guardian.quarantineAdapter(address(first), WHY);
        meter("quarantine an adapter");
    }

    function test_gas_of_subjects() public {
        uint32 applied = protocol.risk.applyFor(Kind.SmartContract, WHY, WHY);
        meter("apply for a subject");
        vm.prank(steward);
        protocol.risk.attest(applied, inputsOf(Level.Low));
        meter("attest a subject's inputs");
        vm.prank(dao);
        protocol.risk.list(applied);
        meter("list a subject");
    }

    function test_gas_of_the_treasury() public {
        fund(address(protocol.treasury), 1_000_000 * USDC);
        YieldVault vault = new YieldVault(asset, "Lending", "LV", address(this));
        vm.prank(dao);
        protocol.treasury.addVenue(address(vault), 2_000, false);
        schedule(address(protocol.treasury), abi.encodeCall(ITreasury.allocate, (address(vault), 100_000 * USDC)));
        vm.prank(council);
        protocol.treasury.allocate(address(vault), 100_000 * USDC);
        meter("allocate to a venue");
        vm.prank(council);
        protocol.treasury.recall(address(vault), 50_000 * USDC);
        meter("recall from a venue");
        schedule(
            address(protocol.treasury),
            abi.encodeCall(ITreasury.spendAsCouncil, (address(asset), carol, 1_000 * USDC, WHY))
        );
        vm.prank(council);
        protocol.treasury.spendAsCouncil(address(asset), carol, 1_000 * USDC, WHY);
        meter("spend as the council");
        vm.prank(deployer);
        pegFeed.update(0.9999e8);
        protocol.treasury.pokePeg(address(asset));
        meter("bring the peg up to date");
    }

    /// What the council does after a day.
    function schedule(address target, bytes memory data) private {
        vm.prank(council);
        protocol.manager.schedule(target, data, 0);
        skip(24 hours);
        setPeg(1e8);
    }

    function meter(string memory act) private {
        METER.snapshotGasLastCall("actions", act);
    }
}
