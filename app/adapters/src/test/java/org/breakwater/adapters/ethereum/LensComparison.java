package org.breakwater.adapters.ethereum;

import com.esaulpaugh.headlong.abi.ABIType;
import com.esaulpaugh.headlong.abi.Function;
import com.esaulpaugh.headlong.abi.Tuple;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.projection.ProtocolView;
import org.breakwater.core.projection.view.Head;
import org.breakwater.core.projection.view.PolicyCounts;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;

/// Every answer of `ProtocolLens` and `ClaimsLens`, whether asked now or recorded, beside what a projection says.
final class LensComparison {

    private static final ContractAbi LENS = ContractAbi.of("ProtocolLens");
    private static final ContractAbi CLAIMS_LENS = ContractAbi.of("ClaimsLens");
    private static final long A_PAGE = 25;

    /// Lists that are asked for by pages, and how long each is.
    private static final Map<String, ToLongFunction<Head>> PAGES = Map.of(
            "subjects", Head::subjects,
            "policies", Head::policies,
            "policyCounts", Head::policies,
            "changes", Head::changes,
            "pauses", Head::pauses,
            "incidents", Head::incidents,
            "claims", Head::claims,
            "cases", Head::cases,
            "series", Head::series);

    private final ProtocolView projected;
    private final LensDifferences differences = new LensDifferences();
    private final Map<String, List<?>> lists = new HashMap<>();
    private PolicyCounts counts = new PolicyCounts(
            Collections.nCopies(7, BigInteger.ZERO),
            Collections.nCopies(7, BigInteger.ZERO),
            BigInteger.ZERO,
            BigInteger.ZERO);

    LensComparison(ProtocolView projected) {
        this.projected = projected;
    }

    private static ContractAbi abi(String function) {
        return LENS.has(function) ? LENS : CLAIMS_LENS;
    }

    /// One answer.
    ///
    /// @param data what was asked, word for word
    void answer(String function, Bytes data, Bytes result) {
        var called = abi(function).function(function);
        var asked = called.decodeCall(data.toArray());
        answer(called, asked, called.decodeReturn(result.toArray()));
    }

    private void answer(Function called, Tuple asked, Tuple answered) {
        var function = called.getName();
        ABIType<?> type = called.getOutputs().get(0);
        if (function.equals("policyCounts")) {
            count(answered.get(0));
        } else if (PAGES.containsKey(function)) {
            var from = ((Number) asked.get(0)).intValue();
            var to = ((Number) asked.get(1)).intValue();
            var all = lists.computeIfAbsent(function, this::list);
            differences.compare(
                    function + " from " + from, type, answered.get(0), all.subList(from - 1, Math.min(to, all.size())));
        } else {
            differences.compare(function, type, answered.get(0), single(function));
        }
    }

    private List<?> list(String function) {
        return switch (function) {
            case "subjects" -> projected.subjects();
            case "policies" -> projected.policies();
            case "changes" -> projected.changes();
            case "pauses" -> projected.pauses();
            case "incidents" -> projected.incidents();
            case "claims" -> projected.claims();
            case "cases" -> projected.cases();
            case "series" -> projected.series();
            default -> throw new AssertionError("no list " + function);
        };
    }

    private Object single(String function) {
        return switch (function) {
            case "head" -> projected.head();
            case "pools" -> projected.pools();
            case "parameters" -> projected.parameters();
            case "treasury" -> projected.treasury();
            case "integrators" -> projected.integrators();
            case "nextDeadlines" -> projected.deadlines();
            default -> throw new AssertionError("nothing to compare " + function + " with");
        };
    }

    private void count(Tuple page) {
        counts = new PolicyCounts(
                sum(counts.count(), page.get(0)),
                sum(counts.cover(), page.get(1)),
                counts.premium().add(page.get(2)),
                counts.paid().add(page.get(3)));
    }

    private static List<BigInteger> sum(List<BigInteger> sums, BigInteger[] more) {
        var together = new ArrayList<BigInteger>();
        for (int i = 0; i < more.length; i++) {
            together.add(sums.get(i).add(more[i]));
        }
        return together;
    }

    /// Asks both lenses everything, as of one block.
    LensComparison ask(BlockView view, Deployment deployment) throws ProblemException {
        var head = projected.head();
        for (var function : List.of("head", "pools", "parameters", "treasury", "integrators")) {
            ask(view, deployment, function);
        }
        for (var list : PAGES.entrySet()) {
            var count = list.getValue().applyAsLong(head);
            for (long from = 1; from <= count; from += A_PAGE) {
                ask(view, deployment, list.getKey(), from, Math.min(count, from + A_PAGE - 1));
            }
        }
        ask(view, deployment, "nextDeadlines", projected.deadlines().size() + 10L);
        return this;
    }

    private void ask(BlockView view, Deployment deployment, String function, Long... numbers) throws ProblemException {
        var called = abi(function).function(function);
        var arguments = new Object[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            arguments[i] = ContractAbi.argument(called, i, numbers[i]);
        }
        Address lens = deployment.address(abi(function) == LENS ? "ProtocolLens" : "ClaimsLens");
        answer(called, Tuple.from(arguments), view.call(function, lens, called, arguments));
    }

    /// What differs. Nothing means that every field of every answer is equal.
    LensDifferences differences() {
        if (!projected.policyCounts().equals(counts)) {
            differences.add("policyCounts are " + counts + " and not " + projected.policyCounts());
        }
        return differences;
    }
}
