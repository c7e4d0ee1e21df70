package org.breakwater.desktop.place;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.breakwater.core.acting.Person;
import org.breakwater.core.acting.SafeActions;
import org.breakwater.core.execution.ExecutionOutcome;
import org.breakwater.core.execution.SentCall;
import org.breakwater.core.safe.SafeHashCase;
import org.breakwater.core.value.Hash32;
import org.breakwater.desktop.fx.Attempt;
import org.breakwater.desktop.fx.Background;

/// Who acts at this window, with what, and what they have handed in to the network. Lives on the toolkit's thread.
public final class Acting {

    /// How long an execution is watched. What takes longer is found in the Safe's history.
    private static final Duration PATIENCE = Duration.ofHours(6);

    private final SafeActions actions;
    private final Runnable changed;
    private final ReadOnlyObjectWrapper<Optional<Person>> person;
    private final ObservableMap<Hash32, Sent> sent = FXCollections.observableHashMap();

    /// An execution that was handed in.
    ///
    /// @param outcome empty while nobody knows
    public record Sent(SentCall call, Optional<ExecutionOutcome> outcome) {

        public boolean isWaiting() {
            return outcome.isEmpty();
        }
    }

    /// @param changed has the Safes read anew, because something is known here that was not
    public Acting(SafeActions actions, Runnable changed) {
        this.actions = actions;
        this.changed = changed;
        this.person = new ReadOnlyObjectWrapper<>(people().stream().findFirst());
    }

    public SafeActions actions() {
        return actions;
    }

    public List<Person> people() {
        return actions.people().all();
    }

    /// Who acts; nobody where nobody can sign here.
    public ReadOnlyObjectProperty<Optional<Person>> person() {
        return person.getReadOnlyProperty();
    }

    public void actAs(Person other) {
        person.set(Optional.of(other));
    }

    /// Says that something is known here that was not: a signature, a transaction, an execution.
    public void changed() {
        changed.run();
    }

    /// What was handed in, by the safeTxHash.
    public ObservableMap<Hash32, Sent> sent() {
        return sent;
    }

    /// Watches an execution to its end; goes on when the screen is left. Where the node ends the watching, it may be
    /// tried again: the Safe takes a nonce once.
    ///
    /// @param ended told once how it ended, or why nobody knows; not told where it was sent again meanwhile
    public void watch(
            Background background, SafeHashCase subject, SentCall call, Consumer<Attempt<ExecutionOutcome>> ended) {
        var hash = subject.hash().hash();
        var waiting = new Sent(call, Optional.empty());
        sent.put(hash, waiting);
        background.quietly(
                () -> Attempt.of(() -> actions.execute().await(subject, call, PATIENCE, actions.pause())), outcome -> {
                    if (waiting.equals(sent.get(hash))) {
                        outcome.then(
                                known -> sent.put(hash, new Sent(call, Optional.of(known))), _ -> sent.remove(hash));
                        ended.accept(outcome);
                        changed();
                    }
                });
    }
}
