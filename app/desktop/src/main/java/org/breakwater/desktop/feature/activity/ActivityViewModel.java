package org.breakwater.desktop.feature.activity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.breakwater.core.activity.Area;
import org.breakwater.core.activity.Due;
import org.breakwater.core.activity.DueList;
import org.breakwater.core.alert.Alert;
import org.breakwater.core.alert.Alerts;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.follow.Known;
import org.breakwater.core.text.TextLibrary;
import org.breakwater.core.value.Address;
import org.breakwater.desktop.event.EventNames;

/// Which of the three is shown, and what is due and wrong.
final class ActivityViewModel {

    /// The parts of the place.
    enum Part {
        LOG,
        DUE,
        ALERTS
    }

    /// What a block comes to.
    ///
    /// @param time of the block
    record Facts(List<Due> due, List<Alert> alerts, EventNames names, Instant time) {

        static Facts of(Known known, Deployment deployment, Function<Address, String> name, TextLibrary texts) {
            var names = EventNames.of(known, name, texts);
            return new Facts(
                    DueList.of(known, deployment.address("AccessManager")),
                    Alerts.of(known, names.alerts()),
                    names,
                    known.block().time());
        }

        /// What is due in one area, or in all.
        List<Due> due(Optional<Area> area) {
            return due.stream()
                    .filter(each -> area.map(each.area()::equals).orElse(true))
                    .toList();
        }
    }

    private final ReadOnlyObjectWrapper<Part> part = new ReadOnlyObjectWrapper<>(Part.LOG);
    private final ReadOnlyObjectWrapper<Optional<Area>> area = new ReadOnlyObjectWrapper<>(Optional.empty());

    ReadOnlyObjectProperty<Part> part() {
        return part.getReadOnlyProperty();
    }

    void show(Part chosen) {
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
