package org.breakwater.adapters.ethereum;

import com.esaulpaugh.headlong.abi.Function;
import com.esaulpaugh.headlong.abi.Tuple;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.projection.OutsideFacts;
import org.breakwater.core.projection.ProtocolView;
import org.breakwater.core.projection.view.Head;
import org.breakwater.core.rule.FeedReading;
import org.breakwater.core.value.Address;

/// Every answer of both lenses as of one block, and how a projection differs from them.
final class LensAnswers {

    private static final ContractAbi LENS = ContractAbi.of("ProtocolLens");
    private static final ContractAbi CLAIMS_LENS = ContractAbi.of("ClaimsLens");
    private static final ContractAbi VAULT = ContractAbi.of("YieldVault");
    private static final long A_PAGE = 25;

    /// How long each list is.
    private static final Map<String, ToLongFunction<Head>> COUNTS = Map.of(
            "subjects", Head::subjects,
            "policies", Head::policies,
            "changes", Head::changes,
            "pauses", Head::pauses,
            "incidents", Head::incidents,
            "claims", Head::claims,
            "cases", Head::cases,
            "series", Head::series);

    private final BlockView view;
    private final Deployment deployment;

    LensAnswers(BlockView view, Deployment deployment) {
        this.view = view;
        this.deployment = deployment;
    }

    /// Each field that differs, with both values. Nothing in it means that every field of every answer is equal.
    LensDifferences against(ProtocolView projected) throws ProblemException {
        var differences = new LensDifferences();
        var head = projected.head();
        differences.compare("head", output(LENS, "head"), call(LENS, lens(), "head"), head);
        if (!differences.isEmpty()) {
            return differences;
        }
        compare(differences, LENS, "pools", projected.pools());
        compare(differences, LENS, "parameters", projected.parameters());
        compare(differences, LENS, "treasury", projected.treasury());
        compare(differences, CLAIMS_LENS, "integrators", projected.integrators());
        pages(differences, LENS, "subjects", head, projected.subjects());
        pages(differences, LENS, "policies", head, projected.policies());
        pages(differences, LENS, "changes", head, projected.changes());
        pages(differences, LENS, "pauses", head, projected.pauses());
        pages(differences, CLAIMS_LENS, "incidents", head, projected.incidents());
        pages(differences, CLAIMS_LENS, "claims", head, projected.claims());
        pages(differences, CLAIMS_LENS, "cases", head, projected.cases());
        pages(differences, CLAIMS_LENS, "series", head, projected.series());
        var counts = LENS.function("policyCounts");
        differences.compare(
                "policyCounts",
                counts.getOutputs().get(0),
                call(LENS, lens(), "policyCounts", BigInteger.ONE, BigInteger.valueOf(head.policies())),
                projected.policyCounts());
        deadlines(differences, projected);
        return differences;
    }

    private void deadlines(LensDifferences differences, ProtocolView projected) throws ProblemException {
        var ahead = projected.deadlines();
        var answered = call(CLAIMS_LENS, claimsLens(), "nextDeadlines", BigInteger.valueOf(ahead.size() + 10L));
        differences.compare("nextDeadlines", output(CLAIMS_LENS, "nextDeadlines"), answered, ahead);
    }

    private void compare(LensDifferences differences, ContractAbi abi, String function, Object projected)
            throws ProblemException {
        var contract = abi == LENS ? lens() : claimsLens();
        differences.compare(function, output(abi, function), call(abi, contract, function), projected);
    }

    private void pages(LensDifferences differences, ContractAbi abi, String function, Head head, List<?> projected)
            throws ProblemException {
        var count = COUNTS.get(function).applyAsLong(head);
        var called = abi.function(function);
        for (long from = 1; from <= count; from += A_PAGE) {
            var to = Math.min(count, from + A_PAGE - 1);
            var answer = call(
                    abi,
                    abi == LENS ? lens() : claimsLens(),
                    function,
                    ContractAbi.argument(called, 0, from),
                    ContractAbi.argument(called, 1, to));
            differences.compare(
                    function + " from " + from,
                    called.getOutputs().get(0),
                    answer,
                    projected.subList((int) from - 1, (int) to));
        }
    }

    private Object call(ContractAbi abi, Address contract, String function, Object... arguments)
            throws ProblemException {
        return view.call(function, contract, abi.function(function), arguments).get(0);
    }

    private static com.esaulpaugh.headlong.abi.ABIType<?> output(ContractAbi abi, String function) {
        return abi.function(function).getOutputs().get(0);
    }

    private Address lens() {
        return deployment.address("ProtocolLens");
    }

    private Address claimsLens() {
        return deployment.address("ClaimsLens");
    }

    /// What logs tell of feeds, and what venues themselves say of the treasury's shares.
    OutsideFacts outside(OutsideFacts logged) {
        return new OutsideFacts() {
            @Override
            public Optional<FeedReading> answer(Address feed) {
                return logged.answer(feed);
            }

            @Override
            public Optional<FeedReading.Limits> limits(Address feed) {
                return logged.limits(feed);
            }

            @Override
            public BigInteger worth(Address venue, BigInteger principal) {
                try {
                    Tuple held = view.call(
                            "shares", venue, VAULT.function("balanceOf"), argument(deployment.address("Treasury")));
                    Function value = VAULT.function("convertToAssets");
                    return view.call("their value", venue, value, held.<BigInteger>get(0))
                            .get(0);
                } catch (ProblemException problem) {
                    throw new IllegalStateException(problem);
                }
            }
        };
    }

    private static com.esaulpaugh.headlong.abi.Address argument(Address address) {
        return com.esaulpaugh.headlong.abi.Address.wrap(address.toString());
    }

    static List<String> first(List<String> differences, int most) {
        return new ArrayList<>(differences.subList(0, Math.min(most, differences.size())));
    }
}
