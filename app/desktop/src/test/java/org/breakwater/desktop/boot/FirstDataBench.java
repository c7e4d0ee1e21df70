package org.breakwater.desktop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.control.TextField;
import org.breakwater.adapters.bench.BenchTable;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.adapters.localnet.world.AnvilRpc;
import org.breakwater.core.abi.AbiEncoder;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.follow.Known;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.protocol.IncidentState;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Loadable;
import org.breakwater.core.value.Word;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Section;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How long a claim takes from the moment at which it is sent to the chain until its row is drawn in the inbox, and how
/// long each place takes to its first data when the store is warm.
@Tag("bench")
class FirstDataBench extends FxTest {

    private static final int CLAIMS = 50;
    private static final int STARTS = 3;
    private static final double MOST_MILLIS = 5_000;

    @TempDir
    private Path folder;

    @Test
    void aClaimIsInTheInboxAndEveryPlaceHasItsData() throws Exception {
        var table = new BenchTable("first-data");
        var arrivals = new ArrayList<Double>();
        while (arrivals.size() < CLAIMS) {
            // a world has few covers that can be claimed for
            try (var network = LocalNetwork.start()) {
                arrivals.addAll(arrivals(network));
            }
        }
        table.measured("claim sent to its row in the inbox", "ms", arrivals);
        try (var network = LocalNetwork.start()) {
            for (var section : Section.values()) {
                table.measured(section.title() + ", first data, warm store", "ms", firstData(network, section));
            }
        }
        table.publish();
        assertThat(arrivals.stream().sorted().toList().get(arrivals.size() / 2)).isLessThan(MOST_MILLIS);
    }

    private List<Double> firstData(LocalNetwork network, Section section) {
        var figures = new ArrayList<Double>();
        for (int start = 0; start < STARTS; start++) {
            var began = System.nanoTime();
            var open = OpenConsole.on(network, folder);
            try {
                open.go(section.place());
                await(() -> open.wiring().protocol().follow().known().get() instanceof Loadable.Ready<Known>
                        || open.wiring().protocol().follow().known().get() instanceof Loadable.Stale<Known>);
                open.awaitContent();
                figures.add(since(began));
            } finally {
                open.closeWindow();
            }
        }
        return figures;
    }

    private static double since(long began) {
        return (System.nanoTime() - began) / 1e6;
    }

    /// Of claims that people have to decide, which is what an inbox has rows for. Each is looked for by its number,
    /// because a long list draws only what is on screen.
    private List<Double> arrivals(LocalNetwork network) throws ProblemException, IOException {
        var figures = new ArrayList<Double>();
        var open = OpenConsole.onTheSame(network, worldFolder(network));
        try {
            var filing = new Filing(network);
            var covers = filing.open(open.known());
            assertThat(covers).as("covers that can be claimed for").isNotEmpty();
            open.go(new Place.Inbox());
            open.awaitContent();
            for (var cover : covers) {
                var claim = "Claim " + filing.next();
                search(open, claim);
                await(() -> isUpTo(open, filing.head()));
                var began = System.nanoTime();
                filing.submit(cover);
                open.awaitWords(claim + ": pay up to");
                figures.add(since(began));
            }
        } finally {
            open.closeWindow();
        }
        return figures;
    }

    private Path worldFolder(LocalNetwork network) throws IOException {
        return Files.createDirectories(
                folder.resolve("world-" + network.node().address().getPort()));
    }

    private static void search(OpenConsole open, String words) {
        doOnFx(() -> ((TextField) open.scene().lookup("#inbox-search")).setText(words));
    }

    private static boolean isUpTo(OpenConsole open, long head) {
        return open.wiring().protocol().follow().known().get() instanceof Loadable.Ready<Known>(var known, var _)
                && known.block().number() >= head;
    }

    /// A cover of somebody who has not claimed for an incident that takes claims.
    private record Cover(Address holder, BigInteger number, long incident, BigInteger amount) {}

    /// Files claims as their holders.
    private static final class Filing {

        private static final String PLENTY = "0x56bc75e2d63100000";
        private static final BigInteger MOST_DEPOSIT = BigInteger.TEN.pow(12);

        private final LocalNetwork network;
        private final AnvilRpc rpc;
        private final Address claims;
        private final Address dollars;

        Filing(LocalNetwork network) {
            this.network = network;
            this.rpc = new AnvilRpc(network.node().address());
            this.claims = network.deployment().address("Claims");
            this.dollars = network.deployment().address("LocalToken");
        }

        long head() {
            try {
                return network.node().head().number();
            } catch (ProblemException silent) {
                throw new AssertionError(silent);
            }
        }

        long next() throws ProblemException {
            return asked(claims, "claimCount()").toUnsigned().longValueExact() + 1;
        }

        /// Covers for which more is asked than the incident's severity gives, so that people have to decide.
        List<Cover> open(Known known) throws ProblemException {
            var open = new ArrayList<Cover>();
            for (var incident : known.view().incidents()) {
                if (incident.incident().state() != IncidentState.SETTLING) {
                    continue;
                }
                for (var policy : known.view().policies()) {
                    var cover = new Cover(
                            policy.holder(),
                            policy.policyId(),
                            incident.incidentId(),
                            policy.policy().amount());
                    if (policy.policy().subjectId() == incident.incident().subjectId()
                            && policy.openClaim() == 0
                            && open.stream().noneMatch(other -> other.number().equals(cover.number()))
                            && isTaken(cover)) {
                        open.add(cover);
                    }
                }
            }
            return open;
        }

        /// Whether the contract would take the claim.
        private boolean isTaken(Cover cover) throws ProblemException {
            pay(cover);
            return rpc.tried(
                            "eth_call",
                            Map.of(
                                    "from", cover.holder().toString(),
                                    "to", claims.toString(),
                                    "data", data(cover).toHex()),
                            "latest")
                    .refusal()
                    .isEmpty();
        }

        /// The holder has what a claim's deposit takes.
        private void pay(Cover cover) throws ProblemException {
            var owner = new Address(asked(dollars, "owner()").slice(12, Word.LENGTH));
            send(
                    owner,
                    dollars,
                    AbiEncoder.call(
                            FunctionSignature.parse("mint(address,uint256)"),
                            new AbiValue.Account(cover.holder()),
                            new AbiValue.Whole(MOST_DEPOSIT)));
            send(
                    cover.holder(),
                    dollars,
                    AbiEncoder.call(
                            FunctionSignature.parse("approve(address,uint256)"),
                            new AbiValue.Account(claims),
                            new AbiValue.Whole(MOST_DEPOSIT)));
        }

        void submit(Cover cover) throws ProblemException {
            send(cover.holder(), claims, data(cover));
        }

        private static Bytes data(Cover cover) {
            return AbiEncoder.call(
                    FunctionSignature.parse("submit(uint256,uint64,uint256,bytes32)"),
                    new AbiValue.Whole(cover.number()),
                    AbiValue.Whole.of(cover.incident()),
                    new AbiValue.Whole(cover.amount()),
                    new AbiValue.Binary(Keccak.hash("evidence").bytes()));
        }

        private Bytes asked(Address contract, String function) throws ProblemException {
            var call = Map.of(
                    "to",
                    contract.toString(),
                    "data",
                    AbiEncoder.call(FunctionSignature.parse(function)).toHex());
            return Bytes.fromHex(rpc.ask("eth_call", call, "latest").asString());
        }

        private void send(Address from, Address to, Bytes data) throws ProblemException {
            rpc.ask("anvil_setBalance", from.toString(), PLENTY);
            rpc.ask("anvil_impersonateAccount", from.toString());
            rpc.ask(
                    "eth_sendTransaction",
                    Map.of(
                            "from", from.toString(),
                            "to", to.toString(),
                            "gas", "0x1c9c380",
                            "data", data.toHex()));
            rpc.ask("anvil_stopImpersonatingAccount", from.toString());
        }
    }
}
