package org.breakwater.desktop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    private static final int COVERS = 10;
    private static final int STARTS = 3;
    private static final double MOST_MILLIS = 5_000;

    @TempDir
    private Path folder;

    @Test
    void aClaimIsInTheInboxAndEveryPlaceHasItsData() throws Exception {
        var table = new BenchTable("first-data");
        try (var network = LocalNetwork.start()) {
            var arrivals = arrivals(network);
            assertThat(arrivals).hasSizeGreaterThanOrEqualTo(CLAIMS);
            table.measured("claim sent to its row in the inbox", "ms", arrivals);
            for (var section : Section.values()) {
                table.measured(section.title() + ", first data, warm store", "ms", firstData(network, section));
            }
            assertThat(arrivals.stream().sorted().toList().get(arrivals.size() / 2))
                    .isLessThan(MOST_MILLIS);
        }
        table.publish();
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

    /// Of claims that people have to decide, which is what an inbox has rows for.
    private List<Double> arrivals(LocalNetwork network) throws ProblemException, IOException {
        var figures = new ArrayList<Double>();
        var open = OpenConsole.onTheSame(network, folder);
        try {
            var filing = new Filing(network);
            open.go(new Place.Inbox());
            open.awaitContent();
            while (figures.size() < CLAIMS) {
                var mark = filing.mark();
                var round = round(open, filing);
                assertThat(round).as("covers that can be claimed for").isNotEmpty();
                figures.addAll(round);
                // the same covers can be claimed for again on another branch
                filing.backTo(mark);
                await(() -> isUpTo(open, filing.head()), () -> state(open) + " of " + filing.head());
            }
        } finally {
            open.closeWindow();
        }
        return figures.subList(0, Math.min(figures.size(), CLAIMS));
    }

    /// Whether what is known is as new as a block; while a branch is left nothing is.
    private static boolean isUpTo(OpenConsole open, long head) {
        return open.wiring().protocol().follow().known().get() instanceof Loadable.Ready<Known>(var known, var _)
                && known.block().number() >= head;
    }

    private static String state(OpenConsole open) {
        var state = open.wiring().protocol().follow().known().get();
        return switch (state) {
            case Loadable.Ready<Known>(var known, var _) -> "known " + known.block();
            case Loadable.Stale<Known>(var _, var block, var why) -> "stale " + block + " " + why;
            case Loadable.Failed<Known>(var problem) -> "failed " + problem;
            default -> state.getClass().getSimpleName();
        };
    }

    private static List<Double> round(OpenConsole open, Filing filing) throws ProblemException {
        var figures = new ArrayList<Double>();
        await(() -> isUpTo(open, filing.head()), () -> state(open) + " of " + filing.head());
        var covers = filing.open(open.known());
        await(() -> isUpTo(open, filing.head()), () -> state(open) + " of " + filing.head());
        for (var cover : covers) {
            var claim = filing.next();
            var began = System.nanoTime();
            filing.submit(cover);
            open.awaitWords("Claim " + claim + ": pay up to");
            figures.add(since(began));
        }
        return figures;
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

        String mark() throws ProblemException {
            return rpc.ask("evm_snapshot").asString();
        }

        void backTo(String mark) throws ProblemException {
            rpc.ask("evm_revert", mark);
            rpc.ask("evm_mine");
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
                    if (open.size() < COVERS
                            && policy.policy().subjectId() == incident.incident().subjectId()
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
