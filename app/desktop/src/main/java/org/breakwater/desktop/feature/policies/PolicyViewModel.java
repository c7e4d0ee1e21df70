package org.breakwater.desktop.feature.policies;

import java.math.BigInteger;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.breakwater.core.activity.EventLog;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.follow.Known;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.text.TextLibrary;
import org.breakwater.desktop.fx.Background;
import org.jspecify.annotations.Nullable;

/// The policy whose detail is shown, if one is.
final class PolicyViewModel implements AutoCloseable {

    /// What is shown at the side.
    sealed interface Shown {

        record Nothing() implements Shown {}

        record Reading(BigInteger id) implements Shown {}

        record Read(PolicyFacts facts) implements Shown {}

        /// @param known how many policies there are
        record Absent(BigInteger id, long known) implements Shown {}

        record Failed(Problem problem) implements Shown {}
    }

    private final Deployment deployment;
    private final EventLog events;
    private final TextLibrary texts;
    private final Background background;
    private final ReadOnlyObjectWrapper<Optional<BigInteger>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(new Shown.Nothing());
    private @Nullable Known known;
    private Subscription reading = Subscription.EMPTY;

    PolicyViewModel(Deployment deployment, EventLog events, TextLibrary texts, Background background) {
        this.deployment = deployment;
        this.events = events;
        this.texts = texts;
        this.background = background;
    }

    ReadOnlyObjectProperty<Optional<BigInteger>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    void know(Known newer) {
        known = newer;
        read();
    }

    void choose(Optional<BigInteger> id) {
        if (!id.equals(chosen.get())) {
            chosen.set(id);
            shown.set(id.<Shown>map(Shown.Reading::new).orElseGet(Shown.Nothing::new));
            read();
        }
    }

    private void read() {
        reading.unsubscribe();
        var present = known;
        if (present != null) {
            chosen.get().ifPresent(id -> reading = background.quietly(() -> read(present, id), shown::set));
        }
    }

    private Shown read(Known present, BigInteger id) {
        try {
            return PolicyFacts.read(present, id, deployment, events, texts)
                    .<Shown>map(Shown.Read::new)
                    .orElseGet(() -> new Shown.Absent(id, present.view().head().policies()));
        } catch (ProblemException failed) {
            return new Shown.Failed(failed.problem());
        }
    }

    @Override
    public void close() {
        reading.unsubscribe();
    }
}
