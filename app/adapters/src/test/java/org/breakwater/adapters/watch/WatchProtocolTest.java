package org.breakwater.adapters.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.breakwater.adapters.ethereum.AnvilHand;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.core.alert.Alert.Subject;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Selector;
import org.breakwater.core.value.Word;
import org.breakwater.core.watch.AlertChange;
import org.breakwater.core.watch.AlertChange.Evidence;
import org.breakwater.core.watch.AlertChange.Phase;
import org.breakwater.core.watch.StandingAlert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
