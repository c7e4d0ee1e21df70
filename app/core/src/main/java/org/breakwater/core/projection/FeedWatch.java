package org.breakwater.core.projection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.breakwater.core.fact.ConfigurationFact;
import org.breakwater.core.fact.ConfigurationFact.Source;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.projection.AdapterRecords.ReadingKey;
import org.breakwater.core.projection.view.FeedView;
import org.breakwater.core.projection.view.FeedView.Use;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.rule.FeedReading;
import org.breakwater.core.value.Address;

/// The price feeds that the treasury and the adapters read, at a time.
record FeedWatch(ProtocolRecords records, OutsideFacts outside, long at) {

    List<FeedView> feeds() {
        var feeds = new ArrayList<FeedView>();
        LongStream.range(0, records.treasury().assets().size())
                .mapToObj(place -> records.treasury().assets().require(place, () -> "an asset is missing"))
                .map(this::peg)
                .forEach(feeds::add);
        records.incidents().adapters().entries().stream()
                .sorted(Map.Entry.comparingByKey(
                        Comparator.comparingLong(Place::poolId).thenComparingLong(Place::subjectId)))
                .flatMap(bound -> bound.getValue().stream().flatMap(adapter -> triggers(bound.getKey(), adapter)))
                .forEach(feeds::add);
        return List.copyOf(feeds);
    }

    private FeedView peg(Address asset) {
        var feed = records.treasury()
                .pegs()
                .require(asset, () -> asset + " is no settlement asset")
                .feed();
        return view(feed, new Use.Peg(asset), records.treasury().decimals().find(feed));
    }

    private Stream<FeedView> triggers(Place place, Address adapter) {
        return records
                .adapters()
                .configurations()
                .find(new ReadingKey(adapter, place.subjectId()))
                .flatMap(FeedWatch::source)
                .stream()
                .flatMap(source -> Stream.of(
                        trigger(source.feed(), place, adapter, false), trigger(source.second(), place, adapter, true)));
    }

    private FeedView trigger(Address feed, Place place, Address adapter, boolean second) {
        return view(feed, new Use.Trigger(place.poolId(), place.subjectId(), adapter, second), outside.decimals(feed));
    }

    private static Optional<Source> source(ConfigurationFact fact) {
        return switch (fact) {
            case ConfigurationFact.PriceDropConfigured configured ->
                Optional.of(configured.config().source());
            case ConfigurationFact.DepegConfigured configured ->
                Optional.of(configured.config().source());
            case ConfigurationFact.TvlDropConfigured _,
                    ConfigurationFact.BridgeConfigured _,
                    ConfigurationFact.CustodyConfigured _,
                    ConfigurationFact.ParametricConfigured _,
                    ConfigurationFact.OptimisticConfigured _ -> Optional.empty();
        };
    }

    /// An answer of the future is none.
    private FeedView view(Address feed, Use use, Optional<Integer> decimals) {
        var answer = outside.answer(feed);
        var price = answer.flatMap(reading -> decimals.flatMap(places -> reading.price(places, at)));
        var maxAge = records.parameters().get(ParameterKey.ORACLE_MAX_AGE, ParameterScope.account(feed));
        return new FeedView(
                feed,
                use,
                price,
                answer.map(FeedReading::updatedAt)
                        .filter(since -> since.signum() > 0 && since.bitLength() < Long.SIZE - 1)
                        .map(since -> since.longValueExact())
                        .filter(since -> since <= at),
                maxAge.longValueExact(),
                at);
    }
}
