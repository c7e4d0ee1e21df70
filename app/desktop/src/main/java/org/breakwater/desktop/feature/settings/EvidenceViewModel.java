package org.breakwater.desktop.feature.settings;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.breakwater.core.evidence.EvidencePlace;
import org.breakwater.core.evidence.EvidencePlace.Kind;
import org.breakwater.core.evidence.FetchEvidence;
import org.breakwater.desktop.feature.settings.NetworkSettingsViewModel.Result;
import org.breakwater.desktop.fx.Attempt;
import org.breakwater.desktop.fx.Background;

/// Which places may be asked for evidence. Lives on the toolkit's thread.
public final class EvidenceViewModel {

    private final FetchEvidence evidence;
    private final Background background;
    private final ReadOnlyObjectWrapper<List<EvidencePlace>> places = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Result>> result = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.GATEWAY);
    private final StringProperty typed = new SimpleStringProperty("");

    public EvidenceViewModel(FetchEvidence evidence, Background background) {
        this.evidence = evidence;
        this.background = background;
    }

    /// In the order in which they are asked.
    public ReadOnlyObjectProperty<List<EvidencePlace>> places() {
        return places.getReadOnlyProperty();
    }

    /// What came of the last act.
    public ReadOnlyObjectProperty<Optional<Result>> result() {
        return result.getReadOnlyProperty();
    }

    /// Of the place that is typed.
    public ObjectProperty<Kind> kind() {
        return kind;
    }

    public StringProperty typed() {
        return typed;
    }

    public void read() {
        act("Reading the places for evidence", () -> evidence.places().read(), "");
    }

    public void allow() {
        act(
                "Writing the places for evidence",
                () -> evidence.allow(EvidencePlace.of(kind.get(), typed.get())),
                "It is asked from now on, when you say so.");
    }

    public void forbid(EvidencePlace place) {
        act("Writing the places for evidence", () -> evidence.forbid(place), place + " is not asked any more.");
    }

    private void act(String name, Attempt.Work<List<EvidencePlace>> work, String done) {
        background.run(
                name,
                () -> Attempt.of(work),
                came -> came.then(
                        now -> {
                            places.set(now);
                            typed.set("");
                            result.set(done.isEmpty() ? Optional.empty() : Optional.of(new Result(true, done)));
                        },
                        refused -> result.set(Optional.of(new Result(false, refused.toString())))));
    }
}
