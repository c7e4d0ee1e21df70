package org.breakwater.desktop.feature.activity;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.breakwater.core.activity.Area;
import org.breakwater.core.activity.Due;
import org.breakwater.core.activity.DueList;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.follow.Known;
import org.breakwater.core.keeping.DueAction;
import org.breakwater.core.keeping.DueActions;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.text.TextLibrary;
import org.breakwater.core.value.Address;
import org.breakwater.desktop.event.EventNames;
import org.breakwater.desktop.navigation.Place.ActivityPart;
import org.breakwater.desktop.place.ActViewModel;

/// Which of the three is shown, and what is due and wrong.
final class ActivityViewModel {

    /// What a block comes to.
    ///
    /// @param actions for what is due: the calls that anybody may make for it now
    /// @param time of the block
    record Facts(List<Due> due, Map<Due, List<DueAction>> actions, EventNames names, Instant time) {

        static Facts of(Known known, Deployment deployment, Function<Address, String> name, TextLibrary texts) {
            var names = EventNames.of(known, name, texts);
            var due = DueList.of(known, deployment.address("AccessManager"));
            return new Facts(
                    due,
                    actions(known, deployment.address("CoverGovernor"), due),
                    names,
                    known.block().time());
        }

        private static Map<Due, List<DueAction>> actions(Known known, Address governor, List<Due> due) {
            var actions = new HashMap<Due, List<DueAction>>();
            for (var each : due) {
                var now = DueActions.of(known, governor, each).stream()
                        .filter(action -> action.isDueAt(known.time()))
                        .toList();
                if (!now.isEmpty()) {
                    actions.put(each, now);
                }
            }
            return Map.copyOf(actions);
        }

        /// The calls for one thing that is due, in their order.
        List<DueAction> actions(Due one) {
            return actions.getOrDefault(one, List.of());
        }

        /// What is due in one area, or in all.
        List<Due> due(Optional<Area> area) {
            return due.stream()
                    .filter(each -> area.map(each.area()::equals).orElse(true))
                    .toList();
        }
    }

    private final ActViewModel act;
    private final ReadOnlyObjectWrapper<ActivityPart> part;
    private final ReadOnlyObjectWrapper<Optional<Area>> area = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param part that is shown at first
    ActivityViewModel(ActViewModel act, ActivityPart part) {
        this.act = act;
        this.part = new ReadOnlyObjectWrapper<>(part);
    }

    ActViewModel act() {
        return act;
    }

    /// Tries a call that is due and shows it before it is sent.
    void doNow(DueAction action) {
        if (act.person().get().isEmpty()) {
            act.refuse(Problem.of("Nobody acts at this window.", "Choose who acts, at the top of the window."));
            return;
        }
        act.prepare(new ActViewModel.Wanted(action.what(), "Done: " + action.what()), action.call());
    }

    ReadOnlyObjectProperty<ActivityPart> part() {
        return part.getReadOnlyProperty();
    }

    void show(ActivityPart chosen) {
        part.set(chosen);
    }

    /// The only area whose dues are shown; empty for all.
    ReadOnlyObjectProperty<Optional<Area>> area() {
        return area.getReadOnlyProperty();
    }

    void show(Optional<Area> chosen) {
        area.set(chosen);
    }
}
