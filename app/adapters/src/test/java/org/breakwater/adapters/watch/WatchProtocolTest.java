package org.breakwater.adapters.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.breakwater.adapters.ethereum.AnvilHand;
import org.breakwater.adapters.ethereum.EthereumNode;
import org.breakwater.adapters.ethereum.LyingNode;
import org.breakwater.adapters.ethereum.LyingNode.Lie;
import org.breakwater.adapters.ethereum.NodeSignings;
import org.breakwater.adapters.json.JsonText;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.adapters.localnet.ReadWorld;
import org.breakwater.adapters.localnet.world.AnvilRpc;
import org.breakwater.adapters.signer.EcdsaRecovery;
import org.breakwater.adapters.signer.KeySigner;
import org.breakwater.core.alert.Alert.Subject;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.ExecTransaction;
import org.breakwater.core.safe.MultiSend;
import org.breakwater.core.safe.MultiSendContract;
import org.breakwater.core.safe.OwnerSignature;
import org.breakwater.core.safe.SafeCall;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.safe.SafeTxHash;
import org.breakwater.core.safe.SafeVersion;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Selector;
import org.breakwater.core.value.Word;
import org.breakwater.core.watch.AlertChange;
import org.breakwater.core.watch.AlertChange.Evidence;
import org.breakwater.core.watch.AlertChange.Phase;
import org.breakwater.core.watch.SafeSignings;
import org.breakwater.core.watch.SignedHistory;
import org.breakwater.core.watch.StandingAlert;
import org.breakwater.core.watch.rule.RuleFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.web3j.crypto.Credentials;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The real contracts, watched by the program's own rules.
class WatchProtocolTest {

    private static final Address SOMEBODY = Address.parse("0x00000000000000000000000000000000000000b1");
    private static final Address ANOTHER = Address.parse("0x00000000000000000000000000000000000000b2");

    private static LocalNetwork network;
    private static AnvilHand hand;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws Exception {
        network = LocalNetwork.start();
        hand = new AnvilHand(network.node());
        ReadWorld.from(network);
    }

    @BeforeEach
    void read() {
        ReadWorld.into(folder.resolve("index.sqlite"));
    }

    @AfterAll
    static void stop() {
        network.close();
    }

    private Watched open() throws Exception {
        return new Watched(folder, network.node(), network.deployment(), RuleFiles.standard());
    }

    private static Address contract(String name) {
        return network.deployment().address(name);
    }

    private static Bytes call(String signature, Bytes... words) {
        var parts = new Bytes[words.length + 1];
        parts[0] = Selector.of(signature).bytes();
        System.arraycopy(words, 0, parts, 1, words.length);
        return Bytes.concat(parts);
    }

    private static void grant(Address account) {
        hand.send(
                contract("TimelockController"),
                contract("AccessManager"),
                call("grantRole(uint64,address,uint32)", Word.of(40), Word.of(account), Word.of(0)));
    }

    private static void revoke(Address account) {
        hand.send(
                contract("TimelockController"),
                contract("AccessManager"),
                call("revokeRole(uint64,address)", Word.of(40), Word.of(account)));
    }

    private static void answer(long answer) {
        var feed = contract("PriceFeed");
        var owner = Address.parse("0x"
                + hand.ask(
                                "eth_call",
                                Map.of(
                                        "to",
                                        feed.toString(),
                                        "data",
                                        call("owner()").toHex()),
                                "latest")
                        .toString()
                        .substring(26));
        hand.send(owner, feed, call("updateRaw(int256,uint48)", Word.ofSigned(answer), Word.of(1)));
    }

    private static List<String> told(List<AlertChange> changes) {
        return changes.stream()
                .map(change -> change.phase() + " " + change.rule() + " "
                        + change.said().about())
                .toList();
    }

    private static String line(Phase phase, String rule, Subject about) {
        return phase + " " + rule + " " + about;
    }

    @Test
    void whatHappensIsToldOnceThroughRestartsAndForks() throws Exception {
        try (var watched = open()) {
            var first = watched.look();
            assertThat(first).as("the world has something to tell").isNotEmpty();
            assertThat(first).allSatisfy(change -> {
                assertThat(change.phase()).isEqualTo(Phase.RAISED);
                assertThat(change.evidence()).isNotEmpty();
                assertThat(change.block()).isPresent();
            });
            assertThat(watched.look()).isEmpty();

            grant(SOMEBODY);
            grant(ANOTHER);
            assertThat(told(watched.look()))
                    .as("both of the blocks between two looks count")
                    .contains(
                            line(Phase.RAISED, "role-granted", new Subject.Contract(SOMEBODY)),
                            line(Phase.RAISED, "role-granted", new Subject.Contract(ANOTHER)));
        }
        revoke(ANOTHER);
        try (var watched = open()) {
            assertThat(told(watched.look()))
                    .as("what happened while nobody looked, and nothing a second time")
                    .contains(
                            line(Phase.CLEARED, "role-granted", new Subject.Contract(ANOTHER)),
                            line(Phase.RAISED, "role-revoked", new Subject.Contract(ANOTHER)))
                    .doesNotContain(line(Phase.RAISED, "role-granted", new Subject.Contract(SOMEBODY)));

            hand.ask("anvil_rollback", 1);
            hand.ask("anvil_mine", "0x2");
            assertThat(told(watched.look()))
                    .as("the revocation is gone: what it told is cleared, and nothing is taken back")
                    .contains(line(Phase.CLEARED, "role-revoked", new Subject.Contract(ANOTHER)))
                    .noneMatch(line -> line.contains(SOMEBODY.toString()));
        }
    }

    @Test
    void aPauseIsClearedWhenItIsLifted() throws Exception {
        try (var watched = open()) {
            watched.look();
            var guardian = network.deployment().account("guardian").orElseThrow();
            hand.send(
                    guardian,
                    contract("EmergencyGuardian"),
                    call("pause(uint16,uint32,uint32,bytes32)", Word.of(1), Word.of(0), Word.of(3_600), Word.of(7)));
            var raised = watched.look();
            var pause = raised.stream()
                    .filter(change -> change.rule().equals("paused"))
                    .toList();
            assertThat(pause).singleElement().satisfies(change -> {
                assertThat(change.said().sentence()).isEqualTo("Something was stopped: every pool");
                assertThat(change.evidence()).extracting(Evidence::name).contains("pauses left", "transaction");
            });
            var about = (Subject.Pause) pause.getFirst().said().about();

            hand.send(
                    network.deployment().account("council").orElseThrow(),
                    contract("EmergencyGuardian"),
                    call("liftAsCouncil(uint64)", Word.of(about.pauseId())));
            assertThat(told(watched.look())).contains(line(Phase.CLEARED, "paused", about));
        }
    }

    @Test
    void aPriceThatIsNoneIsToldUntilItIsOneAgain() throws Exception {
        try (var watched = open()) {
            watched.look();
            var feed = new Subject.Feed(contract("PriceFeed"));
            answer(0);
            assertThat(told(watched.look())).contains(line(Phase.RAISED, "price-not-positive", feed));
            answer(-5);
            assertThat(told(watched.look())).doesNotContain(line(Phase.RAISED, "price-not-positive", feed));
            answer(100_000_000);
            assertThat(told(watched.look())).contains(line(Phase.CLEARED, "price-not-positive", feed));
        }
    }

    @Test
    void anOwnerOfASafeWhoIsAnotherIsTold() throws Exception {
        try (var watched = open()) {
            watched.look();
            var council = network.deployment().account("council").orElseThrow();
            hand.send(council, council, call("addOwnerWithThreshold(address,uint256)", Word.of(SOMEBODY), Word.of(1)));
            assertThat(told(watched.look()))
                    .contains(
                            line(Phase.RAISED, "safe-owners-changed", new Subject.Safe(council)),
                            line(Phase.RAISED, "safe-threshold-changed", new Subject.Safe(council)));
            assertThat(watched.watch().status().get().standing())
                    .extracting(StandingAlert::rule)
                    .contains("safe-owners-changed");
        }
    }

    private static final String OF_TWO = """
        {"format": "breakwater.watch-rules", "version": 1, "rules": [
        {"rule": "signer-inactive", "severity": "warning", "says": "An owner of a Safe no longer signs",
        "when": {"signer": "inactive", "atLeast": "2 transactions", "over": "30 days"}}]}\
        """;

    /// As if every block were final at once: a chain with a long past is slow to go on by a hundred.
    private static final Lie FINAL_AT_ONCE = (_, question, answer) -> {
        if (isOfFinality(question)) {
            answer.set("result", newest());
        }
    };

    private static boolean isOfFinality(String question) {
        return question.contains("\"finalized\"");
    }

    private static JsonNode newest() {
        try {
            return new AnvilRpc(network.node().address()).ask("eth_getBlockByNumber", "latest", false);
        } catch (ProblemException broken) {
            throw new AssertionError(broken);
        }
    }

    private static SignedHistory read(Address safe, Optional<SignedHistory> before, Lie lie) throws ProblemException {
        try (var liar = LyingNode.before(network.node(), lie);
                var node = EthereumNode.connect(URI.create(liar.address()))) {
            return new NodeSignings(node, new EcdsaRecovery()).read(safe, before);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static SignedHistory read(Address safe, Lie lie) throws ProblemException {
        return read(safe, Optional.empty(), (method, question, answer) -> {
            FINAL_AT_ONCE.tell(method, question, answer);
            lie.tell(method, question, answer);
        });
    }

    /// What a program that is started anew tells at its first look.
    ///
    /// @param lie of the node that is asked for signatures
    private List<AlertChange> started(Lie lie) throws Exception {
        var rules = RuleFormat.read(JsonText.parse("rules.json", OF_TWO, RuleFormat.LIMITS));
        SafeSignings signings = (safe, before) -> read(safe, before, lie);
        try (var watched = new Watched(folder, network.node(), network.deployment(), rules, signings)) {
            return watched.look();
        }
    }

    private List<AlertChange> started() throws Exception {
        return started(FINAL_AT_ONCE);
    }

    /// Makes its first signers owners of the council's Safe; two of all sign.
    private static Address join(List<KeySigner> owners) {
        var council = network.deployment().account("council").orElseThrow();
        for (var owner : owners) {
            hand.send(
                    council,
                    council,
                    call("addOwnerWithThreshold(address,uint256)", Word.of(owner.address()), Word.of(2)));
        }
        return council;
    }

    private static Bytes executed(Address council, List<KeySigner> signers) throws ProblemException {
        var head = network.node().head();
        var nonce = new NodeSafes(network.node()).at(council, head).nonce();
        var transaction = SafeTransaction.rejection(council, nonce);
        var hash = SafeTxHash.of(network.node().chain(), council, transaction);
        var signatures = signers.stream().map(signer -> signer.sign(hash)).toList();
        return ExecTransaction.encode(transaction, OwnerSignature.inOwnerOrder(signatures));
    }

    private static void execute(Address council, KeySigner... signers) throws ProblemException {
        hand.send(SOMEBODY, council, executed(council, List.of(signers)));
    }

    private static List<String> ofSigner(List<AlertChange> changes, KeySigner owner) {
        return changes.stream()
                .filter(change -> change.rule().equals("signer-inactive")
                        && change.evidence().stream()
                                .anyMatch(each ->
                                        each.value().equals(owner.address().toString())))
                .map(change -> change.phase() + " " + change.said().about() + " "
                        + change.said().sentence())
                .toList();
    }

    @Test
    void anOwnerOfASafeWhoSignsNoLongerIsToldUntilTheySign() throws Exception {
        var ana = new KeySigner(Credentials.create("a1"));
        var bo = new KeySigner(Credentials.create("b1"));
        var cleo = new KeySigner(Credentials.create("c1"));
        var council = join(List.of(ana, bo, cleo));
        execute(council, ana, bo);
        assertThat(ofSigner(started(), cleo)).as("one says nothing").isEmpty();
        execute(council, ana, bo);
        Lie ofNoFinality = (_, question, answer) -> {
            if (isOfFinality(question)) {
                answer.putNull("result");
            }
        };
        assertThat(ofSigner(started(ofNoFinality), cleo))
                .as("where the node does not say what is final, so few blocks are not")
                .isEmpty();
        var told = started();
        assertThat(ofSigner(told, cleo))
                .singleElement()
                .asString()
                .startsWith("RAISED " + new Subject.Safe(council) + " An owner of a Safe no longer signs: ")
                .contains("has signed none of the last 2 transactions of");
        assertThat(ofSigner(told, ana)).isEmpty();
        assertThat(ofSigner(told, bo)).isEmpty();
        assertThat(ofSigner(started(), cleo)).as("nothing twice").isEmpty();

        execute(council, cleo, ana);
        assertThat(ofSigner(started(), cleo)).singleElement().asString().startsWith("CLEARED ");

        execute(council, ana, bo);
        execute(council, ana, bo);
        throughMultiSend(council, executed(council, List.of(ana, bo)));
        assertThat(ofSigner(started(), cleo))
                .as("who signed the last is not known: it may have been them")
                .isEmpty();
    }

    private static void throughMultiSend(Address council, Bytes calldata) {
        var batch = MultiSend.pack(List.of(SafeCall.of(council, calldata)));
        hand.send(SOMEBODY, MultiSendContract.callOnly(SafeVersion.V1_4_1).orElseThrow(), batch);
    }

    @Test
    void whatWasNotAskedForIsRefused() throws Exception {
        var ana = new KeySigner(Credentials.create("a2"));
        var bo = new KeySigner(Credentials.create("b2"));
        var council = join(List.of(ana, bo));
        execute(council, ana, bo);
        assertThat(read(council, (_, _, _) -> {}).executions().getLast().signers())
                .hasValueSatisfying(
                        owners -> assertThat(owners).containsExactlyInAnyOrder(ana.address(), bo.address()));

        refused(council, events(log -> log.put("address", SOMEBODY.toString())), "gave what was not asked for");
        refused(council, events(log -> log.put("blockNumber", "0x7fffffff")), "gave what was not asked for");
        refused(council, events(log -> log.put("blockHash", Keccak.hash("other").toString())), "another block");
        refused(council, events(log -> log.put("data", "0x").putArray("topics")), "Reading the events");
        refused(
                council,
                transactions(sent -> sent.put("hash", Keccak.hash("other").toString())),
                "the transaction");
        refused(council, transactions(sent -> sent.put("input", "0xzz")), "Reading the transaction");
        var foreign = read(council, transactions(sent -> sent.put("to", SOMEBODY.toString())));
        assertThat(foreign.executions().getLast().signers())
                .as("carried by another contract")
                .isEmpty();
    }

    private static Lie events(Consumer<ObjectNode> change) {
        return (method, _, answer) -> {
            if (method.equals("eth_getLogs")) {
                answer.get("result").forEach(log -> change.accept((ObjectNode) log));
            }
        };
    }

    private static Lie transactions(Consumer<ObjectNode> change) {
        return (method, _, answer) -> {
            if (method.equals("eth_getTransactionByHash")) {
                change.accept((ObjectNode) answer.get("result"));
            }
        };
    }

    private static void refused(Address safe, Lie lie, String why) {
        assertThatThrownBy(() -> read(safe, lie))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().happened()).contains(why));
    }
}
