package org.breakwater.adapters.review;

import static org.breakwater.adapters.review.ReviewStage.ETHER;
import static org.breakwater.adapters.review.ReviewStage.stranger;

import java.util.List;
import org.breakwater.adapters.localnet.SafeRelease;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.SafeCall;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Keccak;

/// Owners, modules, roles and contracts that are handed to strangers.
final class PowerAttacks extends AttackGroup {

    PowerAttacks(ReviewStage stage, List<Case> cases) {
        super(stage, cases);
    }

    @Override
    void write() throws ProblemException {
        configuration();
        power();
    }

    private void configuration() throws ProblemException {
        var module = stage.unknown("router module", Bytecode.TAKES_ANYTHING);
        add(
                "SquidRouterModule, 2026-05-25 (86 Safes): a third party's module",
                call(safe, "enableModule(address)", module));
        add("A guard that refuses everything (Safe issue tracker)", call(safe, "setGuard(address)", module));
        add(
                "A fallback handler that acts as the Safe (OpenZeppelin, 2022)",
                call(safe, "setFallbackHandler(address)", module));
        var fifteen = stage.safe(SafeRelease.V1_5_0, 2, 3);
        other("A guard of modules in 1.5.0", fifteen, call(fifteen.safe(), "setModuleGuard(address)", module));
        add("Ronin, 2022-03-23: few keys are enough", call(safe, "changeThreshold(uint256)", 1));
        add("Harmony, 2022-06-23: two of many are enough", call(safe, "changeThreshold(uint256)", 2));
        add("A lock by all-of-all", call(safe, "changeThreshold(uint256)", 7));
        add(
                "Nested-Safe poisoning, 2026-02: a stranger as owner",
                call(safe, "addOwnerWithThreshold(address,uint256)", stranger("new owner"), 4));
        add(
                "Multichain, 2023-07: an owner exchanged for the attacker",
                SafeCall.of(safe, swapFirst(stranger("attacker"))));
        var unnamed = stranger("7702 owner");
        stage.hand().code(unnamed, "0xef0100" + stranger("7702").bytes().toHex().substring(2));
        add(
                "EIP-7702 phishing, 2025: an owner that a contract acts for",
                call(safe, "addOwnerWithThreshold(address,uint256)", unnamed, 4));
    }

    private void power() {
        var provider = stage.known("Lending pool provider", Bytecode.TAKES_ANYTHING);
        add(
                "Radiant, 2024-10-16 ($50 M): transferOwnership behind a routine change",
                call(provider, "transferOwnership(address)", stranger("radiant")));
        add(
                "Radiant, the second step: another implementation",
                call(provider, "setLendingPoolImpl(address)", stranger("pool")));
        var proxy = stage.known("Token proxy", Bytecode.TAKES_ANYTHING);
        add(
                "PAID Network, 2021-03-05: the proxy's owner upgrades it",
                call(provider, "upgrade(address,address)", proxy, stage.unknown("impl", Bytecode.TAKES_ANYTHING)));
        add(
                "Audius, 2022-07-23: the implementation initialised again",
                call(
                        proxy,
                        "upgradeToAndCall(address,bytes)",
                        stage.unknown("impl", Bytecode.TAKES_ANYTHING),
                        Bytes.fromHex("0x8129fc1c")));
        add(
                "Ankr, 2022-12-02: an upgrade by the deployer's key",
                call(proxy, "upgradeTo(address)", stage.unknown("impl", Bytecode.TAKES_ANYTHING)));
        add(
                "Beanstalk, 2022-04-17: facets exchanged",
                call(
                        proxy,
                        "diamondCut((address,uint8,bytes4[])[],address,bytes)",
                        List.of(),
                        stranger("init"),
                        Bytes.fromHex("0xe1c7392a")));
        add(
                "Munchables, 2024-03-26: a role for a stranger",
                call(provider, "grantRole(bytes32,address)", Keccak.hash("MINTER_ROLE"), stranger("minter")));
        add(
                "The AccessManager's admin role for a stranger",
                call(stage.deployed("AccessManager"), "grantRole(uint64,address,uint32)", 0L, stranger("admin"), 0L));
        add(
                "Another authority for a contract of the protocol",
                call(
                        stage.deployed("AccessManager"),
                        "updateAuthority(address,address)",
                        stage.deployed("Treasury"),
                        stage.unknown("authority", Bytecode.TAKES_ANYTHING)));
        add("Ownership thrown away", call(provider, "renounceOwnership()"));
        add(
                "Build Finance, 2022-02: votes for the attacker",
                call(stage.deployed("CoverToken"), "delegate(address)", stranger("voter")));
        add(
                "Module path: execTransactionFromModule on another Safe",
                call(
                        stage.known("Other Safe", Bytecode.TAKES_ANYTHING),
                        "execTransactionFromModule(address,uint256,bytes,uint8)",
                        stranger("payee"),
                        ETHER,
                        Bytes.EMPTY,
                        0));
    }
}
