package org.breakwater.desktop.feature.claims;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.breakwater.core.claims.SinceBallot;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.CheckList;
import org.breakwater.desktop.kit.Redrawn;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.place.Surroundings;

/// What was checked, what was filed, before and after the cut-off, and what happened.
final class DossierEvidence {

    private final DossierViewModel model;
    private final ObservableValue<Dossier> dossier;
    private final ObservableValue<Optional<SinceBallot>> since;
    private final EventsPane events;
    private final EvidenceList list;

    DossierEvidence(
            Surroundings around,
            DossierViewModel model,
            ObservableValue<Dossier> dossier,
            ObservableValue<Optional<SinceBallot>> since,
            EventsPane events) {
        this.model = model;
        this.dossier = dossier;
        this.since = since;
        this.events = events;
        this.list = new EvidenceList(around, model.desk());
    }

    Node root() {
        var checks = new Redrawn<>(
                dossier.map(Dossier::findings),
                findings -> findings.isEmpty()
                        ? Words.secondary("Nothing was checked: the claim has no evidence of its own.")
                        : new CheckList(findings));
        var filed = list.root(dossier.flatMap(each -> since.map(news -> evidence(each, news))));
        var timeline = events.timeline(this::cutOff, model.revealed());
        return new VBox(
                Boxes.padded(new VBox(checks), 14, 20, 4, 20), filed, Boxes.padded(new VBox(timeline), 14, 20, 20, 20));
    }

    private static EvidenceList.Listed evidence(Dossier dossier, Optional<SinceBallot> since) {
        return new EvidenceList.Listed(
                dossier.evidence(),
                dossier.latestCase().map(latest -> latest.case_().evidenceEnds()),
                since.map(news -> news.ballot().at()));
    }

    private Optional<EventsPane.CutOff> cutOff() {
        return dossier.getValue().latestCase().map(latest -> {
            var at = latest.case_().evidenceEnds();
            return new EventsPane.CutOff(list.cutOffWords(at), at);
        });
    }
}
