package org.breakwater.adapters.ethereum;

import com.esaulpaugh.headlong.abi.Tuple;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.follow.Outside;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.projection.OutsideFacts;
import org.breakwater.core.projection.ProtocolState;
import org.breakwater.core.projection.view.FeedView;
import org.breakwater.core.projection.view.TreasuryView;
import org.breakwater.core.rule.FeedReading;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;

/// Asks price feeds and venues as of a block, the way `FeedReader.sol` and `Treasury.sol` do: what reverts or answers
/// something else gives no answer, and is worth what was put in.
public final class ChainOutside implements Outside {

    private static final ContractAbi FEED = ContractAbi.of("PriceFeed");
    private static final ContractAbi VAULT = ContractAbi.of("YieldVault");

    private final EthereumNode node;
    private final Deployment deployment;

    public ChainOutside(EthereumNode node, Deployment deployment) {
        this.node = node;
        this.deployment = deployment;
    }

    @Override
    public OutsideFacts at(ProtocolState state, BlockRef block) throws ProblemException {
        var view = new BlockView(node, block);
        var treasury = state.at(block.time().getEpochSecond()).treasury();
        var answers = new HashMap<Address, FeedReading>();
        var limits = new HashMap<Address, FeedReading.Limits>();
        for (var asset : treasury.assets()) {
            var feed = asset.peg().feed();
            answer(view, feed).ifPresent(answer -> answers.put(feed, answer));
            limits(view, feed).ifPresent(limit -> limits.put(feed, limit));
        }
        var decimals = new HashMap<Address, Integer>();
        for (var reading : Together.ask(triggerFeeds(state, block), feed -> reading(view, feed))) {
            reading.answer().ifPresent(answer -> answers.put(reading.feed(), answer));
            reading.decimals().ifPresent(places -> decimals.put(reading.feed(), places));
        }
        return new Asked(answers, decimals, limits, worth(view, treasury));
    }

    /// What one of the adapters' feeds says.
    private record Reading(Address feed, Optional<FeedReading> answer, Optional<Integer> decimals) {}

    private static Set<Address> triggerFeeds(ProtocolState state, BlockRef block) {
        return state.at(block.time().getEpochSecond()).feeds().stream()
                .filter(feed -> feed.use() instanceof FeedView.Use.Trigger)
                .map(FeedView::feed)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Reading reading(BlockView view, Address feed) throws ProblemException {
        var decimals = view.attempt("the decimals of " + feed, feed, FEED.function("decimals"))
                .map(answer -> Integer.valueOf(answer.get(0).toString()));
        return new Reading(feed, answer(view, feed), decimals);
    }

    private static Optional<FeedReading> answer(BlockView view, Address feed) throws ProblemException {
        return view.attempt("the price of " + feed, feed, FEED.function("latestRoundData"))
                .map(round -> new FeedReading(round.get(1), round.get(3)));
    }

    private static Optional<FeedReading.Limits> limits(BlockView view, Address feed) throws ProblemException {
        var aggregator = view.attempt("the aggregator of " + feed, feed, FEED.function("aggregator"));
        if (aggregator.isEmpty()) {
            return Optional.empty();
        }
        var address = Address.parse(aggregator.get().get(0).toString());
        var lowest = limit(view, address, "minAnswer");
        var highest = limit(view, address, "maxAnswer");
        return lowest.flatMap(low -> highest.map(high -> new FeedReading.Limits(low, high)));
    }

    private static Optional<BigInteger> limit(BlockView view, Address aggregator, String function)
            throws ProblemException {
        return view.attempt("the limits of " + aggregator, aggregator, FEED.function(function))
                .map(answer -> new BigInteger(answer.get(0).toString()));
    }

    private Map<Address, BigInteger> worth(BlockView view, TreasuryView treasury) throws ProblemException {
        var holder = com.esaulpaugh.headlong.abi.Address.wrap(
                deployment.address("Treasury").toString());
        var worth = new HashMap<Address, BigInteger>();
        for (var venue : treasury.venues()) {
            var shares = view.attempt("the treasury's shares", venue.venue(), VAULT.function("balanceOf"), holder);
            if (shares.isPresent()) {
                worth(view, venue.venue(), shares.get()).ifPresent(assets -> worth.put(venue.venue(), assets));
            }
        }
        return worth;
    }

    private static Optional<BigInteger> worth(BlockView view, Address venue, Tuple shares) throws ProblemException {
        BigInteger count = shares.get(0);
        return view.attempt("their worth", venue, VAULT.function("convertToAssets"), count)
                .map(assets -> assets.get(0));
    }

    private record Asked(
            Map<Address, FeedReading> answers,
            Map<Address, Integer> decimals,
            Map<Address, FeedReading.Limits> limits,
            Map<Address, BigInteger> worths)
            implements OutsideFacts {

        @Override
        public Optional<FeedReading> answer(Address feed) {
            return Optional.ofNullable(answers.get(feed));
        }

        @Override
        public Optional<Integer> decimals(Address feed) {
            return Optional.ofNullable(decimals.get(feed));
        }

        @Override
        public Optional<FeedReading.Limits> limits(Address feed) {
            return Optional.ofNullable(limits.get(feed));
        }

        @Override
        public BigInteger worth(Address venue, BigInteger principal) {
            return worths.getOrDefault(venue, principal);
        }
    }
}
