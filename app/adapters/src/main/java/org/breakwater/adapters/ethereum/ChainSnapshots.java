package org.breakwater.adapters.ethereum;

import com.esaulpaugh.headlong.abi.Tuple;
import com.esaulpaugh.headlong.abi.TupleType;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.snapshot.Fact;
import org.breakwater.core.snapshot.Snapshot;
import org.breakwater.core.snapshot.SnapshotReader;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;

/// Snapshots through `ProtocolLens` and `ClaimsLens`, every call as of the same block.
public final class ChainSnapshots implements SnapshotReader {

    private static final ContractAbi LENS = ContractAbi.of("ProtocolLens");
    private static final ContractAbi CLAIMS_LENS = ContractAbi.of("ClaimsLens");
    private static final EnumerationNames ENUMERATIONS = EnumerationNames.read();
    private static final AbiFacts FACTS = new AbiFacts(ENUMERATIONS);

    private static final long POLICIES_A_CALL = 250;
    private static final long ITEMS_A_CALL = 25;

    private final EthereumNode node;

    public ChainSnapshots(EthereumNode node) {
        this.node = node;
    }

    @Override
    public Snapshot read(Deployment deployment, OptionalLong height) throws ProblemException {
        node.requireInSync();
        var view = new BlockView(node, block(height));
        var birth = new ProtocolBirth(node, deployment);
        birth.requireContracts(view.block());
        view.requireState(deployment.address("ProtocolLens"));
        birth.requireFilled(view);
        var snapshot = new Reading(deployment, view).whole();
        if (!node.block(view.block().number()).equals(view.block())) {
            throw new ProblemException(Problem.of(
                    "Block " + view.block().number() + " was replaced while it was read.",
                    "Ask again, for an older block."));
        }
        return snapshot;
    }

    private BlockRef block(OptionalLong height) throws ProblemException {
        var head = node.head();
        if (height.isPresent() && height.getAsLong() > head.number()) {
            throw new ProblemException(Problem.of(
                    "The node at " + node.name() + " has no block " + height.getAsLong()
                            + "; the newest it has is block " + head.number() + ".",
                    "Ask for that one or an older one, or wait until the node has it."));
        }
        return height.isPresent() ? node.block(height.getAsLong()) : head;
    }

    /// One reading of everything as of one block.
    private record Reading(Deployment deployment, BlockView view) {

        Snapshot whole() throws ProblemException {
            var head = LensHead.of(view.call("the lens", lens(), LENS.function("head")));
            agreeWith(head);
            var sections = new LinkedHashMap<String, Fact>();
            sections.put("pools", list("pools"));
            sections.put("policies", policies(head.policies()));
            sections.put("incidents", pages(CLAIMS_LENS, claimsLens(), "incidents", head.incidents()));
            sections.put("claims", pages(CLAIMS_LENS, claimsLens(), "claims", head.claims()));
            sections.put("treasury", list("treasury"));
            sections.put("parameters", list("parameters"));
            sections.put("roles", roles());
            sections.put("pauses", pages(LENS, lens(), "pauses", head.pauses()));
            return new Snapshot(view.node().chain(), view.block(), sections);
        }

        private Address lens() {
            return deployment.address("ProtocolLens");
        }

        private Address claimsLens() {
            return deployment.address("ClaimsLens");
        }

        private void agreeWith(LensHead head) throws ProblemException {
            if (head.block() != view.block().number()
                    || head.chain() != view.node().chain().number()) {
                throw new ProblemException(new Problem(
                        "The lens answers for block " + head.block() + " of chain " + head.chain() + ", not for block "
                                + view.block().number() + " of chain "
                                + view.node().chain() + ".",
                        "The node does not answer as of the block it was asked for.",
                        "Ask another node."));
            }
        }

        private Fact list(String function) throws ProblemException {
            return single(LENS, function, view.call(function, lens(), LENS.function(function)));
        }

        private static Fact single(ContractAbi abi, String function, Tuple answer) {
            var type = abi.function(function).getOutputs();
            return FACTS.fact(type.get(0), "", answer.get(0));
        }

        private Fact pages(ContractAbi abi, Address contract, String function, long count) throws ProblemException {
            var items = new ArrayList<Fact>();
            for (long from = 1; from <= count; from += ITEMS_A_CALL) {
                var to = Math.min(count, from + ITEMS_A_CALL - 1);
                var called = abi.function(function);
                var answer = view.call(
                        function,
                        contract,
                        called,
                        ContractAbi.argument(called, 0, from),
                        ContractAbi.argument(called, 1, to));
                if (single(abi, function, answer) instanceof Fact.Items page) {
                    items.addAll(page.items());
                }
            }
            complete(function, items.size(), count);
            return new Fact.Items(items);
        }

        private static void complete(String what, long found, long expected) throws ProblemException {
            if (found != expected) {
                throw new ProblemException(Problem.of(
                        "The node gave " + found + " of " + expected + " " + what + ".",
                        "A part must not be taken for the whole; ask another node."));
            }
        }

        private Fact policies(long count) throws ProblemException {
            var states = ENUMERATIONS.of("IProtocolLens.PolicyState");
            var sums = new PolicySums(states.size());
            for (long from = 1; from <= count; from += POLICIES_A_CALL) {
                var to = Math.min(count, from + POLICIES_A_CALL - 1);
                var answer = view.call(
                        "policies",
                        lens(),
                        LENS.function("policyCounts"),
                        BigInteger.valueOf(from),
                        BigInteger.valueOf(to));
                sums.add(answer.get(0));
            }
            complete("policies", sums.total().longValueExact(), count);
            return sums.fact(states);
        }

        private Fact roles() throws ProblemException {
            var manager = deployment
                    .contract("AccessManager")
                    .orElseThrow(() -> new IllegalArgumentException("the deployment has no AccessManager"));
            var roles = new ChainAuthority(view, manager.address(), manager.block()).roles(List.of());
            var facts = new ArrayList<Fact>();
            roles.forEach((number, role) -> facts.add(RoleFacts.of(number, role)));
            return new Fact.Items(facts);
        }
    }

    /// What the lens says there is.
    private record LensHead(long chain, long block, long policies, long incidents, long claims, long pauses) {

        static LensHead of(Tuple answer) {
            var type = LENS.function("head").getOutputs().get(0).asTupleType();
            Tuple head = answer.get(0);
            return new LensHead(
                    number(type, head, "chainId"),
                    number(type, head, "blockNumber"),
                    number(type, head, "policies"),
                    number(type, head, "incidents"),
                    number(type, head, "claims"),
                    number(type, head, "pauses"));
        }

        private static long number(TupleType<?> type, Tuple head, String name) {
            return new BigInteger(head.get(AbiFacts.position(type, name)).toString()).longValueExact();
        }
    }

    /// Sums over pages of `policyCounts`.
    private static final class PolicySums {

        private final BigInteger[] count;
        private final BigInteger[] cover;
        private BigInteger premium = BigInteger.ZERO;
        private BigInteger paid = BigInteger.ZERO;

        PolicySums(int states) {
            count = zeros(states);
            cover = zeros(states);
        }

        private static BigInteger[] zeros(int states) {
            var zeros = new BigInteger[states];
            Arrays.fill(zeros, BigInteger.ZERO);
            return zeros;
        }

        void add(Tuple page) {
            sum(count, page.get(0));
            sum(cover, page.get(1));
            premium = premium.add(page.get(2));
            paid = paid.add(page.get(3));
        }

        private static void sum(BigInteger[] sums, BigInteger[] page) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] = sums[i].add(page[i]);
            }
        }

        BigInteger total() {
            return Arrays.stream(count).reduce(BigInteger.ZERO, BigInteger::add);
        }

        Fact fact(List<String> states) {
            var byState = new LinkedHashMap<String, Fact>();
            for (int i = 0; i < states.size(); i++) {
                var state = new LinkedHashMap<String, Fact>();
                state.put("count", new Fact.Count(count[i].longValueExact()));
                state.put("cover", new Fact.Amount(cover[i]));
                byState.put(states.get(i), new Fact.Fields(state));
            }
            var fields = new LinkedHashMap<String, Fact>();
            fields.put("count", new Fact.Count(total().longValueExact()));
            fields.put("premium", new Fact.Amount(premium));
            fields.put("paid", new Fact.Amount(paid));
            fields.put("byState", new Fact.Fields(byState));
            return new Fact.Fields(fields);
        }
    }
}
