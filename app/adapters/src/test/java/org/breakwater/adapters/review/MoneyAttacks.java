package org.breakwater.adapters.review;

import static org.breakwater.adapters.review.ReviewStage.DOLLAR;
import static org.breakwater.adapters.review.ReviewStage.ETHER;
import static org.breakwater.adapters.review.ReviewStage.stranger;

import java.math.BigInteger;
import java.util.List;
import org.breakwater.core.safe.SafeCall;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;

/// Money and tokens that go to strangers, now, later or as a refund.
final class MoneyAttacks extends AttackGroup {

    private static final BigInteger ENDLESS = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);

    MoneyAttacks(ReviewStage stage, List<Case> cases) {
        super(stage, cases);
    }

    @Override
    void write() {
        tokens();
        refunds();
        simulations();
    }

    private void tokens() {
        var token = stage.dollars();
        add(
                "Inferno Drainer, 2023: an endless approval",
                call(token, "approve(address,uint256)", stage.unknown("inferno", Bytecode.TAKES_ANYTHING), ENDLESS));
        add(
                "BadgerDAO, 2021-12-02: increaseAllowance for an account",
                call(
                        token,
                        "increaseAllowance(address,uint256)",
                        stranger("badger"),
                        DOLLAR.multiply(BigInteger.valueOf(1_000_000))));
        add(
                "OpenSea phishing, 2022-02: setApprovalForAll",
                call(
                        stage.known("Collection", Bytecode.TAKES_ANYTHING),
                        "setApprovalForAll(address,bool)",
                        stranger("collector"),
                        true));
        add(
                "Pink Drainer, 2023: Permit2",
                call(
                        stage.known("Permit2", Bytecode.TAKES_ANYTHING),
                        "approve(address,address,uint160,uint48)",
                        token,
                        stage.unknown("pink", Bytecode.TAKES_ANYTHING),
                        BigInteger.ONE.shiftLeft(160).subtract(BigInteger.ONE),
                        2_000_000_000L));
        var partner = stage.friend("Market maker");
        var imitation = imitation(partner);
        add("Address poisoning, 2024-05-03 ($68 M): money to a look-alike", pay(imitation, ETHER));
        add("Address poisoning of a token transfer", call(token, "transfer(address,uint256)", imitation, DOLLAR));
        add(
                "Karp, 2020-12-14 (370,000 NXM): everything to somebody new",
                call(
                        token,
                        "transfer(address,uint256)",
                        stranger("karp"),
                        DOLLAR.multiply(BigInteger.valueOf(9_000_000))));
        add("A fifth of the money to somebody new", pay(stranger("fifth"), ETHER.multiply(BigInteger.valueOf(200))));
        add("Tornado Cash governance, 2023-05-20: a target without code", call(stranger("metamorphic"), "claim()"));
        var router = stage.known("Exchange", Bytecode.TAKES_ANYTHING);
        add(
                "A swap for as little as nothing (sandwich)",
                call(
                        router,
                        "swapExactTokensForTokens(uint256,uint256,address[],address,uint256)",
                        DOLLAR,
                        0,
                        List.of(token, stage.deployed("CoverToken")),
                        safe,
                        2_000_000_000L));
        add(
                "A swap whose proceeds go elsewhere",
                call(
                        router,
                        "swapExactTokensForTokens(uint256,uint256,address[],address,uint256)",
                        DOLLAR,
                        DOLLAR,
                        List.of(token, stage.deployed("CoverToken")),
                        stranger("proceeds"),
                        2_000_000_000L));
        add(
                "A vault's redemption to a stranger",
                call(
                        stage.known("Vault", Bytecode.TAKES_ANYTHING),
                        "redeem(uint256,address,address)",
                        DOLLAR,
                        stranger("redeemer"),
                        safe));
        var dirty = Calldata.of("transfer(address,uint256)", stage.friend("Payroll"), DOLLAR)
                .toArray();
        dirty[6] = 1;
        add("Dirty padding: two readers see two payees", SafeCall.of(token, Bytes.of(dirty)));
        add("Calldata that nobody can read", SafeCall.of(router, Bytes.fromHex("0x12345678" + "00".repeat(64))));
    }

    private void refunds() {
        var payroll = pay(stage.friend("Payroll"), ETHER);
        add(
                "Gas refund: a token's whole balance as baseGas (Safe docs)",
                refunding(payroll, 1_000_000_000L, 9_000, stage.dollars(), stranger("relayer")));
        add(
                "Gas refund in the network's own money",
                refunding(payroll, 100_000, 1_000_000_000_000L, Address.ZERO, stranger("relayer")));
        add(
                "A rejection that pays a refund (5afe/safe-react#1800)",
                refunding(pay(safe, BigInteger.ZERO), 1_000_000_000L, 9_000, stage.dollars(), stranger("relayer")));
        add(
                "A refund's receiver where nothing is refunded",
                refunding(payroll, 0, 0, Address.ZERO, stranger("relayer")));
    }

    private void simulations() {
        var taker = stage.known("Rewards", Bytecode.TAKES_ANYTHING);
        stage.hand()
                .send(
                        safe,
                        stage.dollars(),
                        Calldata.of("approve(address,uint256)", taker, DOLLAR.multiply(BigInteger.valueOf(100_000))));
        var takes = Calldata.of(
                "transferFrom(address,address,uint256)",
                safe,
                stranger("taker"),
                DOLLAR.multiply(BigInteger.valueOf(50_000)));
        stage.hand().code(taker, Bytecode.calls(stage.dollars(), takes));
        stage.give(safe);
        add("An old allowance used by a harmless name", call(taker, "claim()"));
        var shy = stage.known("Airdrop", Bytecode.TAKES_ANYTHING);
        stage.hand()
                .send(
                        safe,
                        stage.dollars(),
                        Calldata.of("approve(address,uint256)", shy, DOLLAR.multiply(BigInteger.valueOf(100_000))));
        stage.hand().code(shy, Bytecode.callsInRealBlocks(stage.dollars(), takes));
        add("Simulation spoofing, 2025 (Scam Sniffer): harmless where nobody mines", call(shy, "claim()"));
        add(
                "A transaction that cannot succeed",
                call(
                        stage.dollars(),
                        "transfer(address,uint256)",
                        stage.friend("Payroll"),
                        DOLLAR.multiply(BigInteger.valueOf(900_000_000))));
    }

    /// The same first and last four digits.
    private static Address imitation(Address of) {
        var bytes = of.bytes().toArray();
        for (int i = 4; i < 16; i++) {
            bytes[i] ^= 0x5a;
        }
        return new Address(Bytes.of(bytes));
    }

    private SafeTransaction refunding(SafeCall call, long baseGas, long price, Address token, Address receiver) {
        return new SafeTransaction(
                call.to(),
                call.value(),
                call.data(),
                call.operation(),
                BigInteger.ZERO,
                BigInteger.valueOf(baseGas),
                BigInteger.valueOf(price),
                token,
                receiver,
                stage.nonce(safe));
    }
}
