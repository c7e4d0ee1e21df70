package org.breakwater.core.review.check;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.chain.ReviewChain;
import org.breakwater.core.review.check.CheckResult.NotApplicable;
import org.breakwater.core.value.Address;

/// Whoever is told a wrong price pays too much, takes too little, or stands still: a new source is asked, and so is the
/// one that it replaces. Sources answer as Chainlink's aggregators do.
final class PriceRules {

    /// A price is refused as old by most who use one.
    private static final Duration OLDEST = Duration.ofDays(1);

    /// How far two sources of one price may be apart, of the older's.
    private static final BigDecimal APART = new BigDecimal("0.05");

    private static final int SHOWN_DIGITS = 8;

    private PriceRules() {}

    static Map<CheckId, Rule> rules() {
        return Map.of(CheckId.FW70, PriceRules::sources);
    }

    /// A source that is set.
    ///
    /// @param asset whose price it tells
    /// @param before the source that it replaces
    private record SetSource(String place, Address asset, Address source, Optional<Address> before) {

        static List<SetSource> in(Scene scene) throws ProblemException {
            var sets = new ArrayList<SetSource>();
            for (var call : scene.understood()) {
                var given = new Arguments(call.read().call().values());
                switch (call.signature()) {
                    case "setPegFeed(address,address)" ->
                        sets.add(new SetSource(
                                call.call().place(),
                                given.account(0),
                                given.account(1),
                                pegFeed(scene, call.call().target(), given.account(0))));
                    case "setAssetSources(address[],address[])" -> {
                        var assets = given.items(0).values().size();
                        for (int i = 0;
                                i < Math.min(assets, given.items(1).values().size());
                                i++) {
                            var asset = given.items(0).account(i);
                            sets.add(new SetSource(
                                    call.call().place(),
                                    asset,
                                    given.items(1).account(i),
                                    Asked.account(
                                                    scene.chain(),
                                                    call.call().target(),
                                                    "getSourceOfAsset(address)",
                                                    new AbiValue.Account(asset))
                                            .filter(source -> !source.isZero())));
                        }
                    }
                    default -> {}
                }
            }
            return sets;
        }

        private static Optional<Address> pegFeed(Scene scene, Address treasury, Address asset) throws ProblemException {
            return Asked.struct(
                            scene.chain(),
                            treasury,
                            "pegFeed(address)",
                            "(address,uint8,uint48,uint256,uint48)",
                            new AbiValue.Account(asset))
                    .map(feed -> feed.account(0))
                    .filter(source -> !source.isZero());
        }
    }

    /// What a source answers.
    ///
    /// @param atLimit whether it is the lowest or highest that it can answer: the market may be elsewhere
    private record Price(BigDecimal price, Instant at, boolean atLimit) {

        private static final int MOST_BITS_OF_TIME = 40;

        static Optional<Price> of(ReviewChain chain, Address source) throws ProblemException {
            var decimals = Asked.number(chain, source, "decimals()")
                    .filter(number -> number.compareTo(AmountRules.MOST_DECIMALS) <= 0);
            var round = Asked.values(chain, source, "latestRoundData()", "(uint80,int256,uint256,uint256,uint80)");
            if (decimals.isEmpty()
                    || round.isEmpty()
                    || round.get().number(1).signum() <= 0
                    || round.get().number(3).bitLength() > MOST_BITS_OF_TIME) {
                return Optional.empty();
            }
            var answer = round.get().number(1);
            return Optional.of(new Price(
                    new BigDecimal(answer, decimals.get().intValue()),
                    Instant.ofEpochSecond(round.get().number(3).longValue()),
                    isLimit(chain, source, answer)));
        }

        private static boolean isLimit(ReviewChain chain, Address source, BigInteger answer) throws ProblemException {
            var aggregator = Asked.account(chain, source, "aggregator()").orElse(source);
            for (var limit : List.of("minAnswer()", "maxAnswer()")) {
                var told = Asked.values(chain, aggregator, limit, "(int192)");
                if (told.filter(value -> value.number(0).equals(answer)).isPresent()) {
                    return true;
                }
            }
            return false;
        }

        String written() {
            var shown = price.setScale(Math.min(price.scale(), SHOWN_DIGITS), RoundingMode.HALF_EVEN);
            return Amounts.decimal(shown.unscaledValue(), shown.scale());
        }

        boolean isFarFrom(Price other) {
            return price.subtract(other.price).abs().compareTo(other.price.multiply(APART)) > 0;
        }
    }

    private static CheckResult sources(Scene scene) throws ProblemException {
        var sets = SetSource.in(scene);
        if (sets.isEmpty()) {
            return new NotApplicable("It sets no source of prices.");
        }
        var findings = new Findings();
        for (var set : sets) {
            judge(scene, set, findings);
        }
        return findings.orPassed("Every new source tells a price of the last day.");
    }

    private static void judge(Scene scene, SetSource set, Findings findings) throws ProblemException {
        var source = "The source of prices " + scene.written(set.source()) + " that call " + set.place() + " sets for "
                + scene.written(set.asset());
        var price = Price.of(scene.chain(), set.source());
        if (price.isEmpty()) {
            findings.block(source + " tells no price: whatever asks for one stands still.");
            return;
        }
        var told = price.get();
        if (told.at().plus(OLDEST).isBefore(scene.chain().block().time())) {
            findings.hold(source + " tells a price of " + told.at() + ", older than a day.");
        }
        if (told.atLimit()) {
            findings.hold(source + " tells " + told.written()
                    + ", the lowest or highest that it can: the market may be elsewhere.");
        }
        var before =
                set.before().isPresent() ? Price.of(scene.chain(), set.before().get()) : Optional.<Price>empty();
        if (before.isEmpty()) {
            findings.note(source + " tells " + told.written() + ", and there is no source before to compare it with.");
        } else if (told.isFarFrom(before.get())) {
            findings.hold(source + " tells " + told.written() + ", and the one before tells "
                    + before.get().written() + ".");
        } else {
            findings.note(source + " tells " + told.written() + ", as the one before does ("
                    + before.get().written() + ").");
        }
    }
}
