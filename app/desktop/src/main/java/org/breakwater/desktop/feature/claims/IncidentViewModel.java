package org.breakwater.desktop.feature.claims;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import org.breakwater.core.claims.HistoryEntry;
import org.breakwater.core.claims.ReadHistory;
import org.breakwater.core.evidence.FetchEvidence;
import org.breakwater.core.follow.Known;
import org.breakwater.core.text.TextLibrary;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.feature.claims.DossierViewModel.HistoryReading;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.fx.Subscriptions;
import org.breakwater.desktop.place.Derived;

/// One incident: what is known of it, and what happened around it.
public final class IncidentViewModel {

    private final HistoryReading reading;
    private final Derived<Optional<IncidentDetail>> detail;

    private final EvidenceDesk desk;

    IncidentViewModel(
            long incidentId, TextLibrary texts, ReadHistory history, FetchEvidence evidence, Background background) {
        this.desk = new EvidenceDesk(evidence, background);
        this.detail = new Derived<>(background, known -> IncidentDetail.of(new Insurance(known, texts), incidentId));
        this.reading = new HistoryReading(history, background);
    }

    void follow(ObservableValue<Loadable<Known>> known, Subscriptions until) {
        until.add(reading::stop);
        until.add(desk.follow());
        until.add(detail.value().subscribe(this::readHistory));
        until.add(detail.follow(known));
    }

    private void readHistory(Loadable<Optional<IncidentDetail>> state) {
        if (state instanceof Loadable.Ready<Optional<IncidentDetail>>(var found, var asOf)) {
            found.ifPresent(each -> reading.read(each.things(), asOf));
        }
    }

    ReadOnlyObjectProperty<Loadable<Optional<IncidentDetail>>> detail() {
        return detail.value();
    }

    /// The evidence that the person asks to see.
    EvidenceDesk desk() {
        return desk;
    }

    /// Every event, newest first.
    ReadOnlyObjectProperty<Loadable<List<HistoryEntry>>> history() {
        return reading.entries();
    }
}
