package org.breakwater.core.alert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import org.breakwater.core.alert.Alert.Severity;
import org.breakwater.core.alert.Alert.Subject;
import org.breakwater.core.projection.view.FeedView;
import org.breakwater.core.projection.view.FeedView.Use;
import org.breakwater.core.value.Address;

/// Prices that are older than anything may rely on. A settlement asset's feed is told of by itself, the adapters' feeds
/// by adapter.
final class FeedAlerts {

    private FeedAlerts() {}

    static List<Alert> of(List<FeedView> feeds, Function<Address, String> names) {
        var alerts = new ArrayList<Alert>();
        var read = new LinkedHashMap<Address, List<FeedView>>();
        for (var feed : feeds) {
            switch (feed.use()) {
                case Use.Peg(var asset) -> peg(feed, names.apply(asset), alerts);
                case Use.Trigger trigger ->
                    read.computeIfAbsent(trigger.adapter(), _ -> new ArrayList<>())
                            .add(feed);
            }
        }
        read.forEach((adapter, all) -> adapter(adapter, names.apply(adapter), all, alerts));
        return alerts;
    }

    private static void peg(FeedView feed, String asset, List<Alert> alerts) {
        if (feed.updatedAt().isEmpty()) {
            alerts.add(new Alert(
                    Severity.HOLD,
                    new Subject.Feed(feed.feed()),
                    "The price feed of " + asset + " gives no answer",
                    "Without a price its peg counts as watched: nothing is put into venues, no deposit is taken"));
        } else if (feed.isLate()) {
            var late = feed.age().orElseThrow() - feed.maxAge();
            alerts.add(new Alert(
                    Severity.HOLD,
                    new Subject.Feed(feed.feed()),
                    "The price of " + asset + " is " + Phrase.duration(late) + " past its limit of age",
                    "The limit is " + Phrase.duration(feed.maxAge())
                            + "; until a new price its peg counts as watched"));
        }
    }

    private static void adapter(Address adapter, String name, List<FeedView> feeds, List<Alert> alerts) {
        var late = feeds.stream().filter(FeedView::isLate).toList();
        var silent = feeds.stream().filter(feed -> feed.updatedAt().isEmpty()).count();
        if (late.isEmpty() && silent == 0) {
            return;
        }
        var oldest = late.stream()
                .max(Comparator.comparingLong(feed -> feed.age().orElse(0L)))
                .map(feed -> "the oldest is " + Phrase.duration(feed.age().orElse(0L)) + " old, the limit is "
                        + Phrase.duration(feed.maxAge()))
                .orElse("they give no answer");
        alerts.add(new Alert(
                Severity.WARNING,
                new Subject.Adapter(adapter),
                (late.size() + silent) + " of " + feeds.size() + " price feeds of " + name + " are late",
                "It detects and confirms nothing from them; " + oldest));
    }
}
