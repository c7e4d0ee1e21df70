package org.breakwater.core.alert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.breakwater.core.alert.Alert.Severity;
import org.breakwater.core.alert.Alert.Subject;
import org.breakwater.core.projection.view.FeedView;
import org.breakwater.core.projection.view.FeedView.Use;
import org.breakwater.core.value.Address;

/// Prices that are older than anything may rely on. A settlement asset's feed is told of by itself, the adapters' feeds
/// by adapter.
final class FeedAlerts {

    private FeedAlerts() {}

    static List<Alert> of(List<FeedView> feeds, AlertNames names) {
        var alerts = new ArrayList<Alert>();
        var read = new LinkedHashMap<Address, List<FeedView>>();
        for (var feed : feeds) {
            switch (feed.use()) {
                case Use.Peg(var asset) -> peg(feed, names.address(asset), alerts);
                case Use.Trigger trigger ->
                    read.computeIfAbsent(trigger.adapter(), _ -> new ArrayList<>())
                            .add(feed);
            }
        }
        read.forEach((adapter, all) -> adapter(adapter, names, all, alerts));
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

    /// One subject is told of by itself, several together.
    private static void adapter(Address adapter, AlertNames names, List<FeedView> feeds, List<Alert> alerts) {
        var name = names.address(adapter);
        var bad = feeds.stream()
                .filter(feed -> feed.isLate() || feed.updatedAt().isEmpty())
                .toList();
        var subjects = bad.stream().map(feed -> subject(feed.use())).distinct().toList();
        if (subjects.size() == 1) {
            alerts.add(new Alert(
                    Severity.HOLD,
                    subjects.getFirst(),
                    "The price of " + names.subject(subjects.getFirst().subjectId()) + " " + howLate(bad),
                    "No incident of it is detected or confirmed by " + name + " until a new price; the limit is "
                            + Phrase.duration(bad.getFirst().maxAge())));
        } else if (!subjects.isEmpty()) {
            alerts.add(new Alert(
                    Severity.HOLD,
                    new Subject.Adapter(adapter),
                    "The prices of " + subjects.size() + " subjects are late at " + name,
                    "It detects and confirms nothing of them; the oldest " + howLate(bad)));
        }
    }

    private static Subject.InsuredSubject subject(Use use) {
        return switch (use) {
            case Use.Trigger trigger -> new Subject.InsuredSubject(trigger.poolId(), trigger.subjectId());
            case Use.Peg _ -> throw new IllegalArgumentException("a peg has no subject");
        };
    }

    private static String howLate(List<FeedView> feeds) {
        return feeds.stream()
                .filter(FeedView::isLate)
                .map(feed -> feed.age().orElseThrow() - feed.maxAge())
                .max(Comparator.naturalOrder())
                .map(late -> "is " + Phrase.duration(late) + " past its limit of age")
                .orElse("gets no answer");
    }
}
