package org.breakwater.desktop.boot;

import java.util.EnumMap;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.breakwater.core.activity.Area;
import org.breakwater.core.council.Council;
import org.breakwater.core.follow.Known;
import org.breakwater.core.inbox.Inbox;
import org.breakwater.core.inbox.Waiting;
import org.breakwater.core.inbox.Waiting.Subject;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.navigation.Section;
import org.breakwater.desktop.place.WithCouncil;

/// How much waits in each place, counted from the same list that the inbox shows. Lives on the toolkit's thread.
final class WaitingCounts {

    private final Background background;
    private final ReadOnlyObjectWrapper<Map<Section, Integer>> counts = new ReadOnlyObjectWrapper<>(Map.of());
    private Subscription counting = Subscription.EMPTY;

    WaitingCounts(Background background) {
        this.background = background;
    }

    ReadOnlyObjectProperty<Map<Section, Integer>> counts() {
        return counts.getReadOnlyProperty();
    }

    /// With the alerts that nobody has seen.
    static ObservableValue<Map<Section, Integer>> with(
            ObservableValue<Map<Section, Integer>> waiting, ObservableValue<Integer> alerts) {
        return Bindings.createObjectBinding(
                () -> {
                    var all = new EnumMap<Section, Integer>(Section.class);
                    all.putAll(waiting.getValue());
                    all.merge(Section.ACTIVITY, alerts.getValue(), Integer::sum);
                    return all;
                },
                waiting,
                alerts);
    }

    Subscription follow(ObservableValue<Loadable<Known>> known, ObservableValue<Loadable<Council>> council) {
        return Subscription.combine(
                known.subscribe((_, newer) -> count(newer, council.getValue())),
                council.subscribe(newer -> count(known.getValue(), newer)),
                () -> counting.unsubscribe());
    }

    private void count(Loadable<Known> known, Loadable<Council> council) {
        counting.unsubscribe();
        if (known instanceof Loadable.Ready<Known>(var read, var _)) {
            counting = background.quietly(() -> counted(Inbox.of(read, WithCouncil.read(council))), counts::set);
        }
    }

    private static Map<Section, Integer> counted(Inbox inbox) {
        var counts = new EnumMap<Section, Integer>(Section.class);
        for (var waiting : inbox.waiting()) {
            if (waiting.need().isUrgent()) {
                counts.merge(Section.INBOX, 1, Integer::sum);
                counts.merge(section(waiting), 1, Integer::sum);
            }
        }
        return counts;
    }

    private static Section section(Waiting waiting) {
        return switch (waiting.subject()) {
            case Subject.OfSafe _ -> Section.COUNCIL;
            case Subject.OfDao _, Subject.OfRegistry _ -> Section.PROPOSALS;
            case Subject.OfTribunal _, Subject.OfClaim _, Subject.OfIncident _ -> Section.CLAIMS;
            case Subject.OfDue(var due) -> section(due.area());
        };
    }

    private static Section section(Area area) {
        return switch (area) {
            case POOLS -> Section.POOLS;
            case POLICIES -> Section.POLICIES;
            case CLAIMS -> Section.CLAIMS;
            case GOVERNANCE -> Section.PROPOSALS;
            case EMERGENCY -> Section.EMERGENCY;
            case TREASURY -> Section.TREASURY;
        };
    }
}
