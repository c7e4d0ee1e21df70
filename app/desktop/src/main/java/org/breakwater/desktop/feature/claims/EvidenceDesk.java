package org.breakwater.desktop.feature.claims;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.breakwater.core.evidence.EvidenceAddress;
import org.breakwater.core.evidence.EvidencePlace;
import org.breakwater.core.evidence.FetchEvidence;
import org.breakwater.core.evidence.FetchedEvidence;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.projection.view.EvidenceView;
import org.breakwater.core.value.Bytes;
import org.breakwater.desktop.fx.Attempt;
import org.breakwater.desktop.fx.Background;

/// The evidence on one claim or incident, as far as the person asked to see it. Nothing is asked of anybody before
/// that. Lives on the toolkit's thread.
final class EvidenceDesk {

    /// How far one piece is.
    sealed interface Looking {

        /// Nobody asked for it.
        record Unasked() implements Looking {}

        /// A place is being asked.
        record Asking() implements Looking {}

        /// Its hash is right.
        record Shown(FetchedEvidence evidence) implements Looking {}

        /// It is not shown.
        record Refused(Problem problem) implements Looking {}
    }

    private final FetchEvidence fetching;
    private final Background background;
    private final Map<Long, ReadOnlyObjectWrapper<Looking>> looking = new HashMap<>();
    private final Map<Long, Subscription> asking = new HashMap<>();
    private final ReadOnlyObjectWrapper<List<EvidencePlace>> places = new ReadOnlyObjectWrapper<>(List.of());

    EvidenceDesk(FetchEvidence fetching, Background background) {
        this.fetching = fetching;
        this.background = background;
    }

    /// Reads which places are allowed; whatever is being asked ends with the answer.
    Subscription follow() {
        var reading = background.quietly(
                () -> Attempt.of(() -> fetching.places().read()), read -> read.then(places::set, _ -> {}));
        return Subscription.combine(reading, this::stopAll);
    }

    /// The places that may be asked.
    ReadOnlyObjectProperty<List<EvidencePlace>> places() {
        return places.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Looking> of(EvidenceView evidence) {
        return wrapper(evidence).getReadOnlyProperty();
    }

    private ReadOnlyObjectWrapper<Looking> wrapper(EvidenceView evidence) {
        return looking.computeIfAbsent(evidence.index(), _ -> new ReadOnlyObjectWrapper<>(new Looking.Unasked()));
    }

    /// Why it cannot be asked for; empty where it can.
    String missing(EvidenceView evidence) {
        if (evidence.uri().isEmpty()) {
            return "filed without an address";
        }
        var address = EvidenceAddress.parse(evidence.uri());
        if (address.isEmpty()) {
            return "filed with no address that is asked";
        }
        var could =
                places.get().stream().anyMatch(place -> address.get().at(place).isPresent());
        return could ? "" : "Settings allow no place that could have it";
    }

    /// Asks the places that are allowed, because the person said so.
    void fetch(EvidenceView evidence) {
        var shown = wrapper(evidence);
        shown.set(new Looking.Asking());
        asking.put(
                evidence.index(),
                background.run(
                        "Fetching evidence",
                        () -> Attempt.of(() -> fetching.fetch(evidence.contentHash(), evidence.uri())),
                        came -> show(shown, came)));
    }

    /// Takes a file that the person chose.
    void open(EvidenceView evidence, String name, Bytes content) {
        var shown = wrapper(evidence);
        background.run(
                "Reading evidence",
                () -> Attempt.of(() -> FetchEvidence.opened(evidence.contentHash(), name, content)),
                came -> show(shown, came));
    }

    private static void show(ReadOnlyObjectWrapper<Looking> shown, Attempt<FetchedEvidence> came) {
        came.then(
                evidence -> shown.set(new Looking.Shown(evidence)), problem -> shown.set(new Looking.Refused(problem)));
    }

    /// Gives up on it.
    void stop(EvidenceView evidence) {
        Optional.ofNullable(asking.remove(evidence.index())).ifPresent(Subscription::unsubscribe);
        wrapper(evidence).set(new Looking.Unasked());
    }

    private void stopAll() {
        asking.values().forEach(Subscription::unsubscribe);
        asking.clear();
        looking.values().stream()
                .filter(each -> each.get() instanceof Looking.Asking)
                .forEach(each -> each.set(new Looking.Unasked()));
    }
}
