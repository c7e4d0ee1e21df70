package org.breakwater.core.keeping;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breakwater.core.abi.AbiDecoder;
import org.breakwater.core.abi.AbiEncoder;
import org.breakwater.core.abi.AbiParameter;
import org.breakwater.core.abi.AbiType;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.decoding.Decoding;
import org.breakwater.core.fact.ConfigurationFact;
import org.breakwater.core.follow.Known;
import org.breakwater.core.governor.ChainView;
import org.breakwater.core.keeping.Anomaly.Kind;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.projection.view.BoundAdapter;
import org.breakwater.core.projection.view.FeedView;
import org.breakwater.core.protocol.Verdict;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;

/// Use case: looks at what covered contracts hold and what their prices are, and finds out for which of them an adapter
/// should be asked. It remembers its last look and nothing else; it decides nothing. One thread at a time.
public final class AnomalyWatch {

    private static final FunctionSignature OBSERVE = FunctionSignature.parse("observe(uint32,bytes)");
    private static final FunctionSignature PER_SHARE = FunctionSignature.parse("perShareOf(uint32)");
    private static final FunctionSignature BALANCE = FunctionSignature.parse("balanceOf(address)");
    private static final FunctionSignature SUPPLY = FunctionSignature.parse("totalSupply()");

    private static final List<AbiParameter> NUMBER = List.of(new AbiParameter("number", AbiType.parse("uint256")));
    private static final List<AbiParameter> READING = List.of(
            new AbiParameter("verdict", AbiType.parse("uint8")),
            new AbiParameter("observedAt", AbiType.parse("uint48")),
            new AbiParameter("occurredAt", AbiType.parse("uint48")),
            new AbiParameter("severityBps", AbiType.parse("uint16")),
            new AbiParameter("value", AbiType.parse("int256")),
            new AbiParameter("threshold", AbiType.parse("int256")),
            new AbiParameter("dataHash", AbiType.parse("bytes32")));

    private final ChainView.AtHead chain;
    private final AnomalyRules rules;
    private final Map<Watched, Holdings> before = new HashMap<>();

    public AnomalyWatch(ChainView.AtHead chain, AnomalyRules rules) {
        this.chain = chain;
        this.rules = rules;
    }

    private record Watched(Address adapter, long subjectId) {}

    /// What a covered contract has at one look.
    ///
    /// @param held by it, tokens
    /// @param owed shares of it that there are
    /// @param perShare tokens per 1e18 shares, as the adapter measures
    private record Holdings(BigInteger held, BigInteger owed, BigInteger perShare) {}

    /// Looks at everything that is covered, has no open incident, and is measured on the chain. Blocking.
    public List<Anomaly> look(Known known) throws ProblemException {
        var view = known.view();
        var upkeep = view.upkeep();
        var newest = chain.newest();
        var feeds = view.feeds();
        var found = new ArrayList<Anomaly>();
        for (var bound : upkeep.adapters()) {
            var insured = view.cover(bound.poolId(), bound.subjectId())
                    .filter(cover -> cover.amount().signum() > 0)
                    .isPresent();
            if (bound.readsTheChain()
                    && insured
                    && !view.isQuarantined(bound.adapter())
                    && upkeep.openIncident(bound.poolId(), bound.subjectId()).isEmpty()) {
                look(newest, feeds, bound).ifPresent(found::add);
            }
        }
        return found;
    }

    /// The adapter's own word comes first.
    private Optional<Anomaly> look(ChainView newest, List<FeedView> feeds, BoundAdapter bound) throws ProblemException {
        var signs = new ArrayList<Anomaly>();
        ownWord(newest, bound).ifPresent(signs::add);
        if (bound.configuration().orElseThrow() instanceof ConfigurationFact.TvlDropConfigured told) {
            holdings(newest, bound, told.config()).ifPresent(now -> signs.addAll(signs(bound, now)));
        } else {
            sourcesApart(feeds, bound).ifPresent(signs::add);
        }
        return signs.stream().findFirst();
    }

    private Optional<Anomaly> ownWord(ChainView newest, BoundAdapter bound) throws ProblemException {
        var answer = newest.call(
                bound.adapter(),
                AbiEncoder.call(OBSERVE, AbiValue.Whole.of(bound.subjectId()), new AbiValue.Binary(Bytes.EMPTY)));
        var reading = answer.flatMap(bytes -> decoded(READING, bytes));
        if (reading.isEmpty()) {
            return Optional.empty();
        }
        var verdict = number(reading.get().get(0));
        var words = "The adapter reads " + number(reading.get().get(4)) + " against its threshold of "
                + number(reading.get().get(5));
        if (verdict.equals(code(Verdict.TRIGGERED))) {
            return Optional.of(anomaly(Kind.TRIGGERED, bound, false, words + " and is triggered."));
        }
        var begins = verdict.equals(code(Verdict.AMBIGUOUS))
                && bound.breach().isEmpty()
                && bound.configuration().orElseThrow() instanceof ConfigurationFact.TvlDropConfigured
                && number(reading.get().get(4)).compareTo(number(reading.get().get(5))) <= 0;
        return begins
                ? Optional.of(anomaly(
                        Kind.TRIGGERED, bound, true, words + "; it counts once it is seen again an hour later."))
                : Optional.empty();
    }

    private static BigInteger code(Verdict verdict) {
        return BigInteger.valueOf(List.of(Verdict.values()).indexOf(verdict));
    }

    private static Anomaly anomaly(Kind kind, BoundAdapter bound, boolean first, String sentence) {
        return new Anomaly(kind, bound.poolId(), bound.subjectId(), bound.adapter(), first, sentence);
    }

    // ── what a contract holds ──────────────────────────────────────────────────────────────────────────────────

    private static Optional<Holdings> holdings(ChainView newest, BoundAdapter bound, ConfigurationFact.TvlDrop config)
            throws ProblemException {
        var held = ask(newest, config.token(), AbiEncoder.call(BALANCE, new AbiValue.Account(config.holder())));
        var owed = ask(newest, config.share(), AbiEncoder.call(SUPPLY));
        var perShare = ask(newest, bound.adapter(), AbiEncoder.call(PER_SHARE, AbiValue.Whole.of(bound.subjectId())));
        return held.isPresent() && owed.isPresent() && perShare.isPresent()
                ? Optional.of(new Holdings(held.get(), owed.get(), perShare.get()))
                : Optional.empty();
    }

    private List<Anomaly> signs(BoundAdapter bound, Holdings now) {
        var found = new ArrayList<Anomaly>();
        var last = Optional.ofNullable(before.put(new Watched(bound.adapter(), bound.subjectId()), now));
        last.ifPresent(then -> {
            var outflow = AnomalyRules.fall(then.held(), now.held());
            var matched = AnomalyRules.fall(then.owed(), now.owed());
            if (outflow - matched >= rules.unmatched()) {
                found.add(anomaly(
                        Kind.UNMATCHED_WITHDRAWAL,
                        bound,
                        false,
                        "It holds " + percent(outflow) + " less than at the last look, and owes " + percent(matched)
                                + " less; looked at from " + percent(rules.unmatched()) + " apart."));
            } else if (outflow >= rules.outflow()) {
                found.add(anomaly(
                        Kind.OUTFLOW,
                        bound,
                        false,
                        percent(outflow) + " of what it holds went out since the last look; looked at from "
                                + percent(rules.outflow()) + "."));
            }
        });
        var reference = last.map(Holdings::perShare).or(() -> bound.sample().map(sample -> sample.value()));
        var fall =
                reference.map(then -> AnomalyRules.fall(then, now.perShare())).orElse(0);
        if (fall >= rules.sharePrice()) {
            found.add(anomaly(
                    Kind.SHARE_PRICE,
                    bound,
                    false,
                    "A share is worth " + percent(fall) + " less than before; looked at from "
                            + percent(rules.sharePrice()) + "."));
        }
        return found;
    }

    // ── prices ─────────────────────────────────────────────────────────────────────────────────────────────────

    private Optional<Anomaly> sourcesApart(List<FeedView> feeds, BoundAdapter bound) {
        var band = switch (bound.configuration().orElseThrow()) {
            case ConfigurationFact.PriceDropConfigured told ->
                told.config().source().bandBps();
            case ConfigurationFact.DepegConfigured told ->
                told.config().source().bandBps();
            case ConfigurationFact.TvlDropConfigured _,
                    ConfigurationFact.BridgeConfigured _,
                    ConfigurationFact.CustodyConfigured _,
                    ConfigurationFact.ParametricConfigured _,
                    ConfigurationFact.OptimisticConfigured _ -> 0;
        };
        var first = price(feeds, bound, false);
        var second = price(feeds, bound, true);
        if (first.isEmpty() || second.isEmpty()) {
            return Optional.empty();
        }
        var apart = AnomalyRules.apart(first.get(), second.get());
        var from = band * rules.ofBand() / 10_000;
        return apart > from
                ? Optional.of(anomaly(
                        Kind.SOURCES_APART,
                        bound,
                        false,
                        "Its price and the second source are " + percent(apart) + " apart; looked at from "
                                + percent(from) + ", half of the adapter's band."))
                : Optional.empty();
    }

    private static Optional<BigInteger> price(List<FeedView> feeds, BoundAdapter bound, boolean second) {
        return feeds.stream()
                .filter(feed -> feed.use() instanceof FeedView.Use.Trigger trigger
                        && trigger.poolId() == bound.poolId()
                        && trigger.subjectId() == bound.subjectId()
                        && trigger.adapter().equals(bound.adapter())
                        && trigger.second() == second)
                .findFirst()
                .flatMap(FeedView::price8);
    }

    /// "12.34 %"
    private static String percent(int bps) {
        var hundredths = bps % 100;
        return bps / 100 + (hundredths == 0 ? "" : hundredths < 10 ? ".0" + hundredths : "." + hundredths) + " %";
    }

    private static Optional<BigInteger> ask(ChainView newest, Address contract, Bytes calldata)
            throws ProblemException {
        return newest.call(contract, calldata)
                .flatMap(bytes -> decoded(NUMBER, bytes))
                .map(values -> number(values.getFirst()));
    }

    private static Optional<List<AbiValue>> decoded(List<AbiParameter> parameters, Bytes answer) {
        return AbiDecoder.values(parameters, "the answer", answer) instanceof Decoding.Decoded(var values)
                ? Optional.of(values.stream().map(argument -> argument.value()).toList())
                : Optional.empty();
    }

    private static BigInteger number(AbiValue value) {
        return value instanceof AbiValue.Whole(var number) ? number : BigInteger.ZERO;
    }
}
