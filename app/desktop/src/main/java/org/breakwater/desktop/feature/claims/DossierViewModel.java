package org.breakwater.desktop.feature.claims;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.breakwater.core.acting.Person;
import org.breakwater.core.claims.HistoryEntry;
import org.breakwater.core.claims.ReadHistory;
import org.breakwater.core.claims.SinceBallot;
import org.breakwater.core.evidence.FetchEvidence;
import org.breakwater.core.follow.Known;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.text.TextLibrary;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.fx.Subscriptions;
import org.breakwater.desktop.place.Derived;

/// One claim: what is known of it, and what happened around it.
public final class DossierViewModel {

    /// The parts between which one chooses.
    enum Part {
        EVIDENCE,
        FACTS,
        DECISION,
        SIMILAR,
        BALLOTS,
        EVENTS
    }

    private final HistoryReading reading;
    private final Derived<Optional<Dossier>> dossier;
    private final ReadOnlyBooleanWrapper revealed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Part> part = new ReadOnlyObjectWrapper<>(Part.EVIDENCE);

    private final EvidenceDesk desk;

    DossierViewModel(
            long claimId, TextLibrary texts, ReadHistory history, FetchEvidence evidence, Background background) {
        this.desk = new EvidenceDesk(evidence, background);
        this.dossier = new Derived<>(background, known -> Dossier.of(new Insurance(known, texts), claimId));
        this.reading = new HistoryReading(history, background);
    }

    void follow(ObservableValue<Loadable<Known>> known, Subscriptions until) {
        until.add(reading::stop);
        until.add(desk.follow());
        until.add(dossier.value().subscribe(this::readHistory));
        until.add(dossier.follow(known));
    }

    private void readHistory(Loadable<Optional<Dossier>> state) {
        if (state instanceof Loadable.Ready<Optional<Dossier>>(var found, var asOf)) {
            found.ifPresent(each -> reading.read(each.things(), asOf));
        }
    }

    ReadOnlyObjectProperty<Loadable<Optional<Dossier>>> dossier() {
        return dossier.value();
    }

    /// Every event, newest first.
    ReadOnlyObjectProperty<Loadable<List<HistoryEntry>>> history() {
        return reading.entries();
    }

    /// The evidence that the person asks to see.
    EvidenceDesk desk() {
        return desk;
    }

    /// What came after somebody's last ballot; empty where nothing did, and where they did not vote.
    ObservableValue<Optional<SinceBallot>> since(ObservableValue<Optional<Person>> person) {
        return dossier.value()
                .flatMap(state -> person.flatMap(acts -> reading.entries()
                        .map(history ->
                                state.read().flatMap(found -> found).flatMap(shown -> since(shown, acts, history)))));
    }

    private static Optional<SinceBallot> since(
            Dossier shown, Optional<Person> person, Loadable<List<HistoryEntry>> history) {
        return SinceBallot.of(
                person.flatMap(acts -> shown.ballots().stream()
                        .filter(ballot -> ballot.voter().equals(acts.address()))
                        .findFirst()),
                shown.evidence().stream().map(Dossier.Filed::evidence).toList(),
                history.read().orElse(List.of()));
    }

    /// Whether the person asked to see how others voted.
    ReadOnlyBooleanProperty revealed() {
        return revealed.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Part> part() {
        return part.getReadOnlyProperty();
    }

    /// Shows how others voted; there is no way back to not having seen it.
    void reveal() {
        revealed.set(true);
    }

    void show(Part chosen) {
        part.set(chosen);
    }

    /// Whether how others voted is not to be shown.
    boolean isHidden(Dossier shown) {
        return shown.isVoting() && !revealed.get();
    }

    /// Reads events beside the toolkit's thread; what was read stays until the next is there.
    static final class HistoryReading {

        private final ReadHistory history;
        private final Background background;
        private final ReadOnlyObjectWrapper<Loadable<List<HistoryEntry>>> entries =
                new ReadOnlyObjectWrapper<>(new Loadable.Loading<>());
        private Subscription running = Subscription.EMPTY;

        HistoryReading(ReadHistory history, Background background) {
            this.history = history;
            this.background = background;
        }

        void read(ReadHistory.Things things, BlockRef asOf) {
            running.unsubscribe();
            running = background.quietly(() -> attempt(things, asOf), entries::set);
        }

        private Loadable<List<HistoryEntry>> attempt(ReadHistory.Things things, BlockRef asOf) {
            try {
                return new Loadable.Ready<>(history.of(things), asOf);
            } catch (ProblemException failed) {
                return new Loadable.Failed<>(failed.problem());
            }
        }

        ReadOnlyObjectProperty<Loadable<List<HistoryEntry>>> entries() {
            return entries.getReadOnlyProperty();
        }

        void stop() {
            running.unsubscribe();
        }
    }
}
