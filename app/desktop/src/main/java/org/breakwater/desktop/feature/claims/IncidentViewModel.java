package org.breakwater.desktop.feature.claims;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.breakwater.core.activity.LogEntry;
import org.breakwater.core.claims.ReadHistory;
import org.breakwater.core.follow.Known;
import org.breakwater.core.text.TextLibrary;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.feature.claims.DossierViewModel.HistoryReading;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.fx.Subscriptions;

/// One incident: what is known of it, and what happened around it.
public final class IncidentViewModel {

    private final long incidentId;
    private final ObservableValue<Loadable<Known>> known;
    private final TextLibrary texts;
    private final HistoryReading reading;
    private final ReadOnlyObjectWrapper<Loadable<Optional<IncidentDetail>>> detail =
            new ReadOnlyObjectWrapper<>(new Loadable.Idle<>());

    IncidentViewModel(
            long incidentId,
            ObservableValue<Loadable<Known>> known,
            TextLibrary texts,
            ReadHistory history,
            Background background) {
        this.incidentId = incidentId;
        this.known = known;
        this.texts = texts;
        this.reading = new HistoryReading(history, background);
    }

    void follow(Subscriptions until) {
        until.add(reading::stop);
        until.add(known.subscribe(state -> {
            var next = state.map(value -> IncidentDetail.of(new Insurance(value, texts), incidentId));
            detail.set(next);
            if (next instanceof Loadable.Ready<Optional<IncidentDetail>>(var found, var asOf)) {
                found.ifPresent(each -> reading.read(each.things(), asOf));
            }
        }));
    }

    ReadOnlyObjectProperty<Loadable<Optional<IncidentDetail>>> detail() {
        return detail.getReadOnlyProperty();
    }

    /// Every event, newest first.
    ReadOnlyObjectProperty<Loadable<List<LogEntry>>> history() {
        return reading.entries();
    }
}
