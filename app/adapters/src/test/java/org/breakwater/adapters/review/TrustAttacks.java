package org.breakwater.adapters.review;

import static org.breakwater.adapters.review.ReviewStage.DOLLAR;
import static org.breakwater.adapters.review.ReviewStage.ETHER;
import static org.breakwater.adapters.review.ReviewStage.stranger;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.request.Told;
import org.breakwater.core.review.request.Told.ToldArgument;
import org.breakwater.core.review.request.Told.ToldCall;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.safe.SafeTxHash;
import org.breakwater.core.safe.SafeVersion;
import org.breakwater.core.safe.ServedTransaction.Confirmation;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Word;

/// Delays that are taken away, hashes signed blindly, and what others say that is not so.
final class TrustAttacks extends AttackGroup {

    private static final Address SIGN_MESSAGE = Address.parse("0xd53cd0aB83D845Ac265BE939c57F53AD838012c9");

    TrustAttacks(ReviewStage stage, List<Case> cases) {
        super(stage, cases);
    }

    @Override
    void write() throws ProblemException {
        delays();
        lies();
    }

    private void delays() {
        var timelock = stage.deployed("TimelockController");
        var spend = Calldata.of("transfer(address,uint256)", stranger("timelock"), DOLLAR);
        add(
                "Drift, 2026-04-01 ($285 M): a schedule without a delay",
                call(
                        timelock,
                        "schedule(address,uint256,bytes,bytes32,bytes32,uint256)",
                        stage.dollars(),
                        0,
                        spend,
                        ReviewStage.word(0),
                        ReviewStage.word(1),
                        0));
        add("A delay that is taken away", call(timelock, "updateDelay(uint256)", 0));
        add(
                "Compound's timelock, with the signature apart",
                call(
                        stage.known("Old timelock", Bytecode.TAKES_ANYTHING),
                        "queueTransaction(address,uint256,string,bytes,uint256)",
                        stage.known("Comptroller", Bytecode.TAKES_ANYTHING),
                        0,
                        "transferOwnership(address)",
                        Word.of(stranger("compound")),
                        2_000_000_000L));
        add(
                "Ownership moved through the AccessManager's schedule",
                call(
                        stage.deployed("AccessManager"),
                        "schedule(address,bytes,uint48)",
                        stage.deployed("LocalToken"),
                        Calldata.of("transferOwnership(address)", stranger("scheduled")),
                        0));
        var far = SafeTransaction.of(
                pay(stage.friend("Payroll"), ETHER), stage.nonce(safe).add(BigInteger.valueOf(40)));
        add("Drift, the stockpile: signed forty nonces ahead", far);
        add(
                "A nonce that was used",
                SafeTransaction.of(
                        pay(stage.friend("Payroll"), ETHER), stage.nonce(safe).subtract(BigInteger.ONE)));
        add(
                "A hash approved blindly for another Safe (Safe issue #7679)",
                call(stage.known("Other Safe", Bytecode.TAKES_ANYTHING), "approveHash(bytes32)", Keccak.hash("blind")));
        add(
                "A message signed blindly for good",
                delegate(
                        SIGN_MESSAGE,
                        Calldata.of("signMessage(bytes)", Keccak.hash("order").bytes())));
        add(
                "A stop that is lifted while the attack goes on",
                call(stage.known("Bridge", Bytecode.TAKES_ANYTHING), "unpause()"));
        add(
                "Another Safe's owners changed through this one",
                call(
                        stage.known("Other Safe", Bytecode.TAKES_ANYTHING),
                        "execTransaction(address,uint256,bytes,uint8,uint256,uint256,uint256,address,address,bytes)",
                        stage.friend("Other Safe"),
                        0,
                        Calldata.of("addOwnerWithThreshold(address,uint256)", stranger("attacker"), 1),
                        0,
                        0,
                        0,
                        0,
                        Address.ZERO,
                        Address.ZERO,
                        Bytes.EMPTY));
    }

    private void lies() throws ProblemException {
        var benign =
                stage.next(safe, call(stage.dollars(), "transfer(address,uint256)", stage.friend("Payroll"), DOLLAR));
        var domain = new SafeDomain(SafeVersion.V1_4_1, stage.network().node().chain(), safe);
        var hash = SafeTxHash.of(domain, benign).hash();
        lie(
                "Bybit, the display: another hash than the fields have",
                benign,
                told(Keccak.hash("what the page showed"), List.of()));
        lie("A service that decodes what is not there", benign, decoded("claim", List.of()));
        lie(
                "A service that names another payee",
                benign,
                decoded(
                        "transfer",
                        List.of(
                                new ToldArgument(
                                        "to",
                                        "address",
                                        Optional.of(
                                                stage.friend("Insurance fund").toString())),
                                new ToldArgument("amount", "uint256", Optional.of(DOLLAR.toString())))));
        var signer = stage.network().councilSigners().getFirst();
        var other = SafeTxHash.of(domain, SafeTransaction.rejection(safe, benign.nonce()));
        var over = signer.sign(other).signature().slot(0);
        lie(
                "Bybit, the dump: signatures over another hash",
                benign,
                told(hash, List.of(confirmed(signer.address(), over))));
        var good = signer.sign(SafeTxHash.of(domain, benign)).signature().slot(0);
        lie("A signature filed under another owner", benign, told(hash, List.of(confirmed(owners().get(1), good))));
        lie(
                "A signature counted twice",
                benign,
                told(hash, List.of(confirmed(signer.address(), good), confirmed(signer.address(), good))));
        lie(
                "An approval on chain that never was",
                benign,
                told(
                        hash,
                        List.of(confirmed(
                                owners().get(2),
                                Bytes.concat(Word.of(owners().get(2)), Word.of(0), Bytes.of(new byte[] {1}))))));
        lie("Wintermute, 2022-06-05: signed for another chain", benign, Told.NOTHING.chainId(BigInteger.TEN));
        lie("A proposer who owns nothing", benign, Told.NOTHING.proposer(Optional.of(stranger("proposer"))));
        lie(
                "A digit changed on the way: the checksum is wrong",
                benign,
                Told.NOTHING.miswritten(List.of("0xAb5801a7D398351b8bE11C439e05C5B3259aeC9B")));
        lie(
                "WazirX, the queue: a rival of the same nonce",
                benign,
                Told.NOTHING.waiting(
                        List.of(benign, SafeTransaction.of(pay(stranger("rival"), ETHER), benign.nonce()))));
    }

    private void lie(String name, SafeTransaction transaction, Told told) {
        add(new Case(name, safe, transaction, told, stage.book(), true));
    }

    private static Told told(Hash32 hash, List<Confirmation> confirmations) {
        return Told.NOTHING.hash(hash).confirmations(confirmations);
    }

    private static Told decoded(String method, List<ToldArgument> arguments) {
        return Told.NOTHING.decoded(new ToldCall(method, arguments));
    }

    private static Confirmation confirmed(Address owner, Bytes signature) {
        return new Confirmation(owner, signature, Instant.EPOCH);
    }
}
