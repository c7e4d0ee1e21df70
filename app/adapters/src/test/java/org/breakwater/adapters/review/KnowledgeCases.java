package org.breakwater.adapters.review;

import static org.breakwater.adapters.review.ReviewStage.DOLLAR;
import static org.breakwater.adapters.review.ReviewStage.ETHER;
import static org.breakwater.adapters.review.ReviewStage.stranger;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breakwater.adapters.ethereum.OtherNode;
import org.breakwater.adapters.json.JsonFiles;
import org.breakwater.adapters.localnet.SafeRelease;
import org.breakwater.adapters.service.SafeServiceClient;
import org.breakwater.adapters.service.ServiceQueues;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.review.chain.ReviewChain;
import org.breakwater.core.review.chain.SecondNode;
import org.breakwater.core.review.request.Kept;
import org.breakwater.core.review.request.Told;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.safe.SafeCall;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeHashCase;
import org.breakwater.core.safe.SafeStorage;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.safe.SafeTxHash;
import org.breakwater.core.safe.SafeVersion;
import org.breakwater.core.safe.ServedTransaction;
import org.breakwater.core.signing.MadeSignature;
import org.breakwater.core.signing.SignatureLedger;
import org.breakwater.core.text.TextLibrary;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Word;

/// Transactions whose judgement takes more than their bytes and one node: what the machine has kept, what another node
/// or another machine says.
final class KnowledgeCases {

    private final ReviewStage stage;
    private final Address safe;
    private final List<Case> cases = new ArrayList<>();

    KnowledgeCases(ReviewStage stage) {
        this.stage = stage;
        this.safe = stage.council();
    }

    static List<Case> attacks(ReviewStage stage) throws ProblemException {
        var cases = new KnowledgeCases(stage);
        cases.signedBefore();
        cases.falseApprovals();
        cases.otherMachines();
        cases.claims();
        return cases.cases;
    }

    /// Attacks that need time to pass first.
    static List<Case> lateAttacks(ReviewStage stage) {
        var cases = new KnowledgeCases(stage);
        cases.spendings();
        return cases.cases;
    }

    static List<Case> everyday(ReviewStage stage) throws ProblemException {
        var cases = new KnowledgeCases(stage);
        cases.usualSigning();
        cases.knownApprovals();
        cases.machinesThatAgree();
        cases.filedClaims();
        cases.votes();
        return cases.cases;
    }

    private Case of(String name, SafeTransaction transaction) {
        return new Case(name, safe, transaction, Told.NOTHING, stage.book(), true);
    }

    private SafeTransaction payment() {
        return stage.next(
                safe,
                SafeCall.of(
                        stage.dollars(), Calldata.of("transfer(address,uint256)", stage.friend("Payroll"), DOLLAR)));
    }

    private SafeDomain domain(Address of) {
        return new SafeDomain(SafeVersion.V1_4_1, stage.network().node().chain(), of);
    }

    private Hash32 hash(SafeTransaction transaction) {
        return SafeTxHash.of(domain(safe), transaction).hash();
    }

    private Kept signed(MadeSignature... made) {
        return new Kept(Optional.of(new Ledger(List.of(made))), TextLibrary.EMPTY, (_, _) -> Optional.empty());
    }

    private MadeSignature made(BigInteger nonce, Hash32 hash) {
        return new MadeSignature(
                domain(safe).chainId(),
                safe,
                nonce,
                hash,
                stage.network().councilSigners().getFirst().address(),
                Bytes.zeros(65),
                Instant.EPOCH,
                List.of());
    }

    /// What was signed, as a journal gives it back.
    private record Ledger(List<MadeSignature> all) implements SignatureLedger {

        @Override
        public void made(SafeHashCase subject, Address signer, Bytes signature) {
            throw new UnsupportedOperationException("a review signs nothing");
        }

        @Override
        public void handedOver(SafeHashCase subject, Address signer, String where) {
            throw new UnsupportedOperationException("a review hands nothing over");
        }
    }

    private void signedBefore() {
        var payment = payment();
        cases.add(of("WazirX, 2024-07-18: a signature for the same nonce stands already", payment)
                .kept(signed(made(payment.nonce(), Keccak.hash("the one before")))));
        cases.add(of("Radiant, 2024-10-16: signed again and again, as if it had failed", payment)
                .kept(signed(
                        made(payment.nonce(), Keccak.hash("the first try")),
                        made(payment.nonce(), Keccak.hash("the second try")))));
    }

    private void usualSigning() {
        var payment = payment();
        cases.add(of("A payment by somebody who signed the one before", payment)
                .kept(signed(made(payment.nonce().subtract(BigInteger.ONE), Keccak.hash("executed")))));
        cases.add(of("A payment that was signed here already", payment)
                .kept(signed(made(payment.nonce(), hash(payment)))));
        var rejection = SafeTransaction.rejection(safe, payment.nonce());
        cases.add(of("A rejection of what was signed here", rejection)
                .kept(signed(made(payment.nonce(), hash(payment)))));
    }

    private static Kept keeping(SafeTransaction transaction) {
        return new Kept(Optional.empty(), TextLibrary.EMPTY, (_, _) -> Optional.of(transaction));
    }

    private static Kept damaged() {
        return new Kept(Optional.empty(), TextLibrary.EMPTY, (_, _) -> {
            throw new ProblemException(Problem.of("The file of kept transactions is damaged.", "Put it aside."));
        });
    }

    private static SafeCall approve(SafeDomain of, SafeTransaction transaction) {
        return SafeCall.of(
                of.safe(),
                Calldata.of(
                        "approveHash(bytes32)", SafeTxHash.of(of, transaction).hash()));
    }

    private void falseApprovals() throws ProblemException {
        var owned = stage.ownedByTheCouncil(SafeRelease.V1_4_1);
        var trojan = stage.unknown("nested trojan", Bytecode.stores(0, stranger("sweeper")));
        var takeover = stage.next(
                owned.safe(),
                new SafeCall(Operation.DELEGATE_CALL, trojan, BigInteger.ZERO, Bytes.fromHex("0xdeadbeef")));
        cases.add(of("Bybit's call behind the approval of a nested Safe", stage.next(safe, approve(owned, takeover)))
                .kept(keeping(takeover)));
        var harmless =
                stage.next(owned.safe(), new SafeCall(Operation.CALL, stage.friend("Payroll"), ETHER, Bytes.EMPTY));
        cases.add(of("A hash that is said to stand for something harmless", stage.next(safe, approve(owned, takeover)))
                .kept(keeping(harmless)));
        cases.add(of(
                        "A hash whose transaction lies in a file that is damaged",
                        stage.next(safe, approve(owned, harmless)))
                .kept(damaged()));
        var swap = stage.next(
                owned.safe(),
                SafeCall.of(
                        owned.safe(), Calldata.of("addOwnerWithThreshold(address,uint256)", stranger("poison"), 2)));
        cases.add(of(
                        "Nested-Safe poisoning, 2026-02: the owner's approval makes a stranger an owner",
                        stage.next(safe, approve(owned, swap)))
                .kept(keeping(swap)));
    }

    private void knownApprovals() throws ProblemException {
        for (var release : List.of(SafeRelease.V1_3_0, SafeRelease.V1_4_1, SafeRelease.V1_5_0)) {
            var owned = stage.ownedByTheCouncil(release);
            var payment =
                    stage.next(owned.safe(), new SafeCall(Operation.CALL, stage.friend("Payroll"), ETHER, Bytes.EMPTY));
            cases.add(of(
                            "The approval of a payment by a Safe of version " + release.version() + " that is owned",
                            stage.next(safe, approve(owned, payment)))
                    .kept(keeping(payment)));
        }
    }

    private SecondNode node() {
        return new OtherNode(stage.network().node());
    }

    private void machinesThatAgree() {
        var payment = payment();
        cases.add(of("A payment that two nodes and two machines agree on", payment)
                .second(node())
                .elsewhere(hash(payment)));
        for (int i = 1; i <= 4; i++) {
            cases.add(of(
                            "A payment that two nodes agree on, " + i,
                            stage.next(
                                    safe,
                                    new SafeCall(
                                            Operation.CALL,
                                            stage.friend("Contributor " + i),
                                            ETHER.multiply(BigInteger.valueOf(i)),
                                            Bytes.EMPTY)))
                    .second(node()));
        }
    }

    private void otherMachines() {
        cases.add(of("A screen that shows another hash than the second machine", payment())
                .elsewhere(Keccak.hash("what the second machine shows")));
        cases.add(of("KelpDAO, 2026: one node is fed another chain", payment())
                .second(new Lying(node(), Keccak.hash("another block"), Optional.empty())));
        cases.add(of("A node that hides a lower threshold", payment())
                .second(new Lying(node(), Hash32.ZERO, Optional.of(SafeStorage.THRESHOLD))));
    }

    /// A node that has another block, or another word of every account's storage, than the first.
    private record Lying(SecondNode node, Hash32 otherBlock, Optional<Hash32> otherWord) implements SecondNode {

        @Override
        public String name() {
            return "the second node";
        }

        @Override
        public BlockRef block(long number) throws ProblemException {
            var block = node.block(number);
            return otherBlock.equals(Hash32.ZERO) ? block : new BlockRef(block.number(), otherBlock, block.time());
        }

        @Override
        public ReviewChain at(BlockRef block) {
            var chain = node.at(block);
            return (ReviewChain) Proxy.newProxyInstance(
                    ReviewChain.class.getClassLoader(), new Class<?>[] {ReviewChain.class}, (_, method, arguments) -> {
                        if (method.getName().equals("storage") && otherWord.equals(Optional.of(arguments[1]))) {
                            return new Hash32(Word.of(1));
                        }
                        try {
                            return method.invoke(chain, arguments);
                        } catch (InvocationTargetException failed) {
                            throw failed.getCause();
                        }
                    });
        }
    }

    /// The decision of a claim that waits for the council in the world, and that claim.
    SafeTransaction decision() throws ProblemException {
        try (var service = SafeServiceClient.open(stage.network().description().serviceUrl(), Optional.empty())) {
            return new ServiceQueues(service, List.of(safe))
                    .waiting().stream()
                            .map(ServedTransaction::transaction)
                            .filter(transaction -> transaction.to().equals(stage.deployed("Claims")))
                            .findFirst()
                            .orElseThrow();
        }
    }

    private static BigInteger claim(SafeTransaction decision) {
        return decision.data().slice(4, 4 + Word.LENGTH).toUnsigned();
    }

    private Bytes asked(Address contract, String function, Object... arguments) {
        return stage.asked(contract, function, arguments);
    }

    private static Bytes word(Bytes answer, int index) {
        return answer.slice(index * Word.LENGTH, (index + 1) * Word.LENGTH);
    }

    private static Address account(Bytes word) {
        return new Address(word.slice(Word.LENGTH - Address.LENGTH, Word.LENGTH));
    }

    Kept texts() throws ProblemException {
        return new Kept(
                Optional.empty(),
                TextLibrary.read(new JsonFiles(), stage.network().description().texts()),
                (_, _) -> Optional.empty());
    }

    private static Kept texts(Hash32 hash, String content) {
        return new Kept(Optional.empty(), new TextLibrary(Map.of(hash, content)), (_, _) -> Optional.empty());
    }

    private void filedClaims() throws ProblemException {
        cases.add(
                of("A claim decided on evidence that is kept here", decision()).kept(texts()));
    }

    private void claims() throws ProblemException {
        var decision = decision();
        var claims = stage.deployed("Claims");
        var read = asked(claims, "claim(uint64)", claim(decision));
        cases.add(of("Evidence of a claim that is exchanged for other words", decision)
                .kept(texts(new Hash32(word(read, 21)), "what somebody would like it to be")));
        var owner = stage.network().councilSigners().getFirst().address();
        stage.hand()
                .send(account(word(read, 2)), claims, Calldata.of("setPayee(uint64,address)", claim(decision), owner));
        cases.add(of("Karp's way: the claim pays one of those who decide it", decision));
    }

    /// A proposal of the world.
    private BigInteger proposal(BigInteger index) {
        return word(asked(stage.deployed("CoverGovernor"), "proposalDetailsAt(uint256)", index), 0)
                .toUnsigned();
    }

    private void votes() throws ProblemException {
        var governor = stage.deployed("CoverGovernor");
        var count = asked(governor, "proposalCount()").toUnsigned();
        for (long back = 2; back <= 3; back++) {
            var proposal = proposal(count.subtract(BigInteger.valueOf(back)));
            cases.add(of(
                            "A vote on a proposal of the DAO, " + (back - 1),
                            stage.next(
                                    safe, SafeCall.of(governor, Calldata.of("castVote(uint256,uint8)", proposal, 1))))
                    .kept(texts()));
        }
    }

    /// The treasury has little more at hand than must be; a spending that was announced takes it below that.
    private void spendings() {
        var treasury = stage.deployed("Treasury");
        var manager = stage.deployed("AccessManager");
        var health = asked(treasury, "health(address)", stage.dollars());
        var liquid = word(health, 0).toUnsigned();
        var deployed = word(health, 1).toUnsigned();
        var floor = asked(
                        stage.deployed("ParameterRegistry"),
                        "get(bytes32,bytes32)",
                        ParameterKey.LIQUID_FLOOR.word(),
                        Hash32.ZERO)
                .toUnsigned();
        // liquid / (liquid + deployed) = floor
        var least = deployed.multiply(floor).divide(BigInteger.valueOf(10_000).subtract(floor));
        var above = DOLLAR.multiply(BigInteger.valueOf(1_000));
        stage.hand()
                .send(
                        treasury,
                        stage.dollars(),
                        Calldata.of(
                                "transfer(address,uint256)",
                                stranger("venue"),
                                liquid.subtract(least).subtract(above)));
        var spending = Calldata.of(
                "spendAsCouncil(address,address,uint256,bytes32)",
                stage.dollars(),
                stage.friend("Payroll"),
                above.shiftLeft(1),
                Keccak.hash("a bill"));
        stage.hand().send(safe, manager, Calldata.of("schedule(address,bytes,uint48)", treasury, spending, 0));
        stage.hand()
                .ask(
                        "evm_increaseTime",
                        "0x" + Long.toHexString(Duration.ofDays(4).toSeconds()));
        stage.hand().ask("evm_mine");
        cases.add(of(
                "A spending after which the treasury cannot pay at once what it must",
                stage.next(safe, SafeCall.of(manager, Calldata.of("execute(address,bytes)", treasury, spending)))));
    }
}
