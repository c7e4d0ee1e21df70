package org.breakwater.adapters.review;

import static org.breakwater.adapters.review.ReviewStage.ETHER;
import static org.breakwater.adapters.review.ReviewStage.stranger;

import java.math.BigInteger;
import java.util.List;
import org.breakwater.adapters.localnet.SafeRelease;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.MultiSend;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.safe.SafeCall;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Word;

/// Code of strangers that runs as the Safe, in the open or inside a batch, and Safes that are none.
final class CodeAttacks extends AttackGroup {

    private static final Address MULTI_SEND = Address.parse("0x38869bf66a61cF6bDB996A6aE40D5853Fd43B526");
    private static final Address CALL_ONLY = Address.parse("0x9641d764fc13c8B624c04430C7356C1C7C8102e2");
    private static final Address CALL_ONLY_1_5_0 = Address.parse("0xA83c336B20401Af773B6219BA5027174338D1836");
    private static final BigInteger ENDLESS = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);
    /// Answers every call with the text `1.3.0`, as a false singleton would.
    private static final String ANSWERS_1_3_0 =
            "0x60205f526005602052" + "7f312e332e30" + "00".repeat(27) + "60405260605ff3";

    CodeAttacks(ReviewStage stage, List<Case> cases) {
        super(stage, cases);
    }

    @Override
    void write() throws ProblemException {
        foreignCode();
        batches();
        impostors();
    }

    private void foreignCode() {
        var trojan = stage.unknown("trojan", Bytecode.stores(0, stranger("sweeper")));
        var transfer = Calldata.of("transfer(address,uint256)", stranger("sweeper"), 0);
        var next = stage.next(safe, delegate(trojan, transfer));
        add(
                "Bybit, 2025-02-21: a transfer run as the Safe rewrites its code",
                new SafeTransaction(
                        next.to(),
                        next.value(),
                        next.data(),
                        next.operation(),
                        BigInteger.valueOf(45_746),
                        next.baseGas(),
                        next.gasPrice(),
                        next.gasToken(),
                        next.refundReceiver(),
                        next.nonce()));
        add(
                "WazirX, 2024-07-18: the wallet's code replaced by a contract of eight days",
                delegate(
                        stage.unknown("upgrade", Bytecode.stores(0, stranger("new code"))),
                        Bytes.fromHex("0xdeadbeef")));
        add(
                "Parity, 2017-11-06: the library is made to kill itself",
                delegate(
                        stage.unknown("kill", Bytecode.TAKES_ANYTHING),
                        Calldata.of("kill(address)", stranger("devops199"))));
        add(
                "DPRK playbook: the threshold written by foreign code",
                delegate(
                        stage.unknown("threshold", Bytecode.stores(4, Address.parse("0x" + "0".repeat(39) + "1"))),
                        Bytes.EMPTY));
        add("Delegate call to an account without code", delegate(stranger("empty"), transfer));
        add(
                "Imitation MultiSend at an unlisted address (phishing kit, 2025)",
                delegate(
                        stage.unknown("multisend", Bytecode.TAKES_ANYTHING),
                        MultiSend.pack(List.of(pay(stage.friend("Payroll"), ETHER)))));
    }

    private void batches() throws ProblemException {
        var trojan = stage.unknown("trojan", Bytecode.stores(0, stranger("sweeper")));
        var bybit = delegate(trojan, Calldata.of("transfer(address,uint256)", stranger("sweeper"), 0));
        add(
                "Bybit's call inside a MultiSend (Safenet vector M4)",
                delegate(MULTI_SEND, MultiSend.pack(List.of(bybit))));
        add(
                "Bybit's call in a batch inside a batch",
                delegate(
                        MULTI_SEND,
                        MultiSend.pack(List.of(
                                pay(stage.friend("Payroll"), ETHER),
                                delegate(MULTI_SEND, MultiSend.pack(List.of(bybit)))))));
        add(
                "MultiSend phishing, 2025 ($3.05 M): an approval hidden in a batch",
                batch(
                        pay(stage.friend("Payroll"), ETHER),
                        call(
                                stage.dollars(),
                                "approve(address,uint256)",
                                stage.unknown("drainer", Bytecode.TAKES_ANYTHING),
                                ENDLESS)));
        add(
                "Unleash Protocol, 2025 ($3.9 M): an owner swapped inside a batch",
                batch(pay(stage.friend("Payroll"), ETHER), SafeCall.of(safe, swapFirst(stranger("attacker")))));
        var whole = MultiSend.pack(List.of(pay(stage.friend("Payroll"), ETHER), pay(stranger("hidden"), ETHER)));
        add("A batch with bytes behind its end", delegate(CALL_ONLY, Bytes.concat(whole, Bytes.zeros(32))));
        var packed = Calldata.of(
                "multiSend(bytes)",
                Bytes.concat(
                        entry(stage.friend("Payroll"), ETHER),
                        entry(stranger("hidden"), ETHER).slice(0, 60)));
        add("A batch whose last entry is cut and executed all the same", delegate(CALL_ONLY, packed));
        var handsOver = call(safe, "enableModule(address)", stage.unknown("module", Bytecode.TAKES_ANYTHING));
        var fifteen = stage.safe(SafeRelease.V1_5_0, 2, 3);
        other(
                "Zero address means the Safe in MultiSend 1.5.0 (Safenet vector M3)",
                fifteen,
                delegate(
                        CALL_ONLY_1_5_0,
                        MultiSend.pack(List.of(
                                new SafeCall(Operation.CALL, Address.ZERO, BigInteger.ZERO, handsOver.data())))));
        add("Recursion bomb: batches five deep", nested(5));
    }

    private void impostors() throws ProblemException {
        var impostor = stage.safe(SafeRelease.V1_3_0, 2, 3);
        var code = (String) stage.hand().ask("eth_getCode", impostor.safe().toString(), "latest");
        stage.hand().code(impostor.safe(), code + "00");
        other("A Safe whose proxy is not Safe's", impostor, pay(stage.friend("Payroll"), ETHER));
        var old = stage.safe(SafeRelease.V1_3_0, 2, 3);
        stage.hand().storage(old.safe(), ReviewStage.word(0), Word.of(stage.unknown("answers", ANSWERS_1_3_0)));
        other("A Safe after Bybit: the code behind it is the attacker's", old, pay(stage.friend("Payroll"), ETHER));
    }

    private static SafeCall batch(SafeCall... calls) {
        return delegate(CALL_ONLY, MultiSend.pack(List.of(calls)));
    }

    private SafeCall nested(int depth) {
        var call = pay(stage.friend("Payroll"), ETHER);
        for (int i = 0; i < depth; i++) {
            call = delegate(MULTI_SEND, MultiSend.pack(List.of(call)));
        }
        return call;
    }

    private static Bytes entry(Address to, BigInteger value) {
        return Bytes.concat(Bytes.of(new byte[] {0}), to.bytes(), Word.of(value), Word.of(0));
    }
}
