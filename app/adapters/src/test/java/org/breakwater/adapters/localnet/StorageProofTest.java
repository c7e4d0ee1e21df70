package org.breakwater.adapters.localnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.breakwater.adapters.ethereum.ArtifactErrors;
import org.breakwater.adapters.ethereum.EthereumNode;
import org.breakwater.adapters.ethereum.LyingNode;
import org.breakwater.adapters.ethereum.NodeReviewChain;
import org.breakwater.adapters.ethereum.OtherNode;
import org.breakwater.adapters.localnet.world.AnvilRpc;
import org.breakwater.adapters.signer.EcdsaRecovery;
import org.breakwater.core.decoding.Decoding;
import org.breakwater.core.names.AddressBook;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.proof.AccountProof;
import org.breakwater.core.proof.AccountProof.Proven;
import org.breakwater.core.proof.PatriciaProof;
import org.breakwater.core.review.ReviewTransaction;
import org.breakwater.core.review.chain.ProofAnswer;
import org.breakwater.core.review.chain.SecondNode;
import org.breakwater.core.review.check.Check;
import org.breakwater.core.review.check.CheckId;
import org.breakwater.core.review.check.CheckResult;
import org.breakwater.core.review.check.Release;
import org.breakwater.core.review.check.Surroundings;
import org.breakwater.core.review.request.Kept;
import org.breakwater.core.review.request.ReviewPolicy;
import org.breakwater.core.review.request.ReviewRequest;
import org.breakwater.core.review.request.Told;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeStorage;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Word;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/// What a real node gives as a proof holds, and nothing else does.
class StorageProofTest {

    /// A chain whose node must not change the state without a block.
    private static final long PUBLIC = 1;

    private static final Hash32 UNUSED = Keccak.hash("a slot that nothing is stored in");

    private static SafeLaboratory laboratory;
    private static EthereumNode node;
    private static List<SafeDomain> safes;
    private static SafeDomain safe;

    @BeforeAll
    @SuppressWarnings("NullAway.Init") // JUnit calls it before anything else
    static void open() throws ProblemException, IOException {
        laboratory = SafeLaboratory.open();
        safes = new ArrayList<>();
        for (var version : SafeLaboratory.VERSIONS) {
            safes.add(laboratory.create(version, 2, owners()));
        }
        safe = safes.getLast();
        laboratory.becomeChain(PUBLIC);
        node = EthereumNode.connect(laboratory.node().address());
    }

    @AfterAll
    static void close() {
        node.close();
        laboratory.close();
    }

    private static List<Address> owners() {
        return SafeLaboratory.people().stream()
                .limit(3)
                .map(SafeLaboratory::address)
                .toList();
    }

    private static CheckResult check(EthereumNode asked, SafeDomain of, Optional<SecondNode> second)
            throws ProblemException {
        return new ReviewTransaction(
                        NodeReviewChain.atHead(asked),
                        new EcdsaRecovery(),
                        Optional.empty(),
                        _ -> Optional.empty(),
                        new ArtifactErrors(),
                        new Surroundings(Instant.EPOCH, List.of(), List.of(), new Release.Unknown("None was packed.")),
                        second,
                        Kept.NOTHING)
                        .review(new ReviewRequest(
                                of.safe(),
                                SafeTransaction.rejection(of.safe(), BigInteger.ZERO),
                                Told.NOTHING,
                                new AddressBook(Map.of()),
                                ReviewPolicy.STANDARD))
                        .checks()
                        .stream()
                        .filter(check -> check.id() == CheckId.FW48)
                        .map(Check::result)
                        .findFirst()
                        .orElseThrow();
    }

    private static CheckResult check(LyingNode liar) throws ProblemException {
        try (var asked = EthereumNode.connect(URI.create(liar.address()))) {
            return check(asked, safe, Optional.empty());
        }
    }

    private static AccountProof proof(Address account, Hash32... slots) throws ProblemException {
        return ((ProofAnswer.Given) NodeReviewChain.atHead(node).proof(account, List.of(slots))).proof();
    }

    private static Hash32 root() throws ProblemException {
        return NodeReviewChain.atHead(node).header().required().stateRoot();
    }

    @Test
    void aSafeOfEachVersionIsProvenAgainstTheBlocksRoot() throws ProblemException {
        var head = node.head();
        for (var each : safes) {
            assertThat(check(node, each, Optional.empty()))
                    .as(each.version().toString())
                    .isInstanceOf(CheckResult.Note.class)
                    .extracting(CheckResult::evidence)
                    .asString()
                    .contains("proven against the state root of block " + head.number() + ".")
                    .contains("this block, " + head.hash() + ", is on the chain is the word of one node");
        }
    }

    @Test
    void itPassesWhereASecondNodeHasTheSameBlock() throws ProblemException {
        try (var second = EthereumNode.connect(node.address())) {
            assertThat(check(node, safe, Optional.of(OtherNode.beside(node, second))))
                    .isInstanceOf(CheckResult.Passed.class);
        }
    }

    @Test
    void wordsThatAreStoredAndWordsThatAreNotAreProven() throws ProblemException {
        var proven = proof(safe.safe(), SafeStorage.THRESHOLD, SafeStorage.GUARD, UNUSED)
                .against(root())
                .required();

        assertThat(proven.words())
                .containsEntry(SafeStorage.THRESHOLD, new Hash32(Word.of(2)))
                .containsEntry(SafeStorage.GUARD, Hash32.ZERO)
                .containsEntry(UNUSED, Hash32.ZERO);
        assertThat(proven.codeHash()).isEqualTo(Keccak.hash(laboratory.code(safe.safe())));
    }

    @Test
    void anAccountWithoutStorageAndOneThatIsNotThereAreProvenToHoldNothing() throws ProblemException {
        for (var account : List.of(owners().getFirst(), Address.parse("0x" + "12".repeat(20)))) {
            var proven = proof(account, UNUSED).against(root()).required();

            assertThat(proven.codeHash()).isEqualTo(Proven.NO_CODE);
            assertThat(proven.words()).containsExactly(Map.entry(UNUSED, Hash32.ZERO));
        }
    }

    @Test
    void anotherByteOfAnyNodeOfTheProofIsRefused() throws ProblemException {
        var proof = proof(safe.safe(), SafeStorage.THRESHOLD, SafeStorage.GUARD);
        var root = root();
        assertThat(proof.against(root)).isInstanceOf(Decoding.Decoded.class);

        altered(proof.way(), changed -> new AccountProof(proof.account(), changed, proof.words()), root);
        for (var word : proof.words().entrySet()) {
            altered(
                    word.getValue(),
                    changed -> {
                        var words = new HashMap<>(proof.words());
                        words.put(word.getKey(), changed);
                        return new AccountProof(proof.account(), proof.way(), words);
                    },
                    root);
        }
    }

    private static void altered(PatriciaProof way, Function<PatriciaProof, AccountProof> in, Hash32 root) {
        assertThat(way.nodes()).isNotEmpty();
        for (int node = 0; node < way.nodes().size(); node++) {
            for (int at = 0; at < way.nodes().get(node).length(); at++) {
                var changed = new ArrayList<>(way.nodes());
                var bytes = changed.get(node).toArray();
                bytes[at] ^= 1;
                changed.set(node, Bytes.of(bytes));
                assertThat(in.apply(new PatriciaProof(changed)).against(root))
                        .as("byte %d of node %d", at, node)
                        .isInstanceOf(Decoding.Refused.class);
            }
        }
    }

    @Test
    void aNodeThatTellsAnotherThresholdThanItProvesIsStopped() throws ProblemException, IOException {
        try (var liar = LyingNode.before(node, (method, question, answer) -> {
            if (method.equals("eth_getStorageAt") && question.contains("\"0x4\"")) {
                answer.put("result", new Hash32(Word.of(1)).toString());
            }
        })) {
            assertThat(check(liar))
                    .isEqualTo(new CheckResult.Block(
                            "The node says that the threshold of the Safe is another than it proves."));
        }
    }

    @Test
    void aNodeThatProvesWithOtherNodesIsStopped() throws ProblemException, IOException {
        try (var liar = LyingNode.before(node, (method, _, answer) -> {
            if (method.equals("eth_getProof")) {
                var result = (ObjectNode) answer.get("result");
                result.set("accountProof", result.get("storageProof").path(0).path("proof"));
            }
        })) {
            assertThat(check(liar))
                    .isInstanceOf(CheckResult.Block.class)
                    .extracting(CheckResult::evidence)
                    .asString()
                    .contains("proves nothing: Byte 0 of node 1 of the proof");
        }
    }

    @Test
    void aHeaderThatDoesNotHashToItsBlockIsStopped() throws ProblemException, IOException {
        try (var liar = header(block -> block.put("stateRoot", UNUSED.toString()))) {
            assertThat(check(liar))
                    .isInstanceOf(CheckResult.Block.class)
                    .extracting(CheckResult::evidence)
                    .asString()
                    .contains("hashes to");
        }
    }

    private static LyingNode header(Consumer<ObjectNode> lie) throws IOException {
        return LyingNode.before(node, (method, _, answer) -> {
            if (method.equals("eth_getBlockByHash")) {
                lie.accept((ObjectNode) answer.get("result"));
            }
        });
    }

    @Test
    void blocksOfAnotherFormProveNothingAndAccuseNobody() throws ProblemException, IOException {
        try (var other = header(block -> block.put("l1BlockNumber", "0x10").put("mixHash", UNUSED.toString()))) {
            assertThat(check(other)).isInstanceOf(CheckResult.NotAvailable.class);
        }
    }

    @Test
    void aNodeThatProvesNothingIsNoReasonToStop() throws ProblemException, IOException {
        try (var silent = LyingNode.before(node, (method, _, answer) -> {
            if (method.equals("eth_getProof")) {
                answer.remove("result");
                answer.putObject("error").put("code", -32601).put("message", "the method does not exist");
            }
        })) {
            assertThat(check(silent))
                    .isEqualTo(new CheckResult.NotAvailable(
                            "The node proves no storage. It says: the method does not exist."));
        }
    }

    /// A node for development lets anybody write into its state between two blocks. Only there is that no lie.
    @Test
    void aStateThatWasWrittenWithoutABlockIsProvenNowhere() throws ProblemException, IOException {
        var written = safes.getFirst();
        var rpc = new AnvilRpc(node.address());
        rpc.ask("anvil_setStorageAt", written.safe().toString(), UNUSED.toString(), new Hash32(Word.of(7)).toString());

        assertThat(check(node, written, Optional.empty())).isInstanceOf(CheckResult.Block.class);
        laboratory.becomeChain(31_337);
        try (var development = EthereumNode.connect(node.address())) {
            assertThat(check(development, written, Optional.empty()))
                    .isInstanceOf(CheckResult.NotAvailable.class)
                    .extracting(CheckResult::evidence)
                    .asString()
                    .contains("without a block");
        } finally {
            laboratory.becomeChain(PUBLIC);
            rpc.ask("evm_mine");
        }
        assertThat(check(node, written, Optional.empty())).isInstanceOf(CheckResult.Note.class);
    }
}
