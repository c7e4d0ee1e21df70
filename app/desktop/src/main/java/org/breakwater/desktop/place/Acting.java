package org.breakwater.desktop.place;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import javafx.util.Subscription;
import org.breakwater.core.acting.KeyringState;
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
    private final ObservableValue<KeyringState> keyring;
    private final ObservableValue<Boolean> watching;
    private final Runnable changed;
    private final Consumer<Runnable> readFirst;
    private final ReadOnlyObjectWrapper<List<Person>> people;
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

    /// @param keyring who signs with keys and programs of this machine's own
    /// @param watching whether nobody signs at this console, whoever could
    /// @param changed has the Safes read anew, because something is known here that was not
    /// @param readFirst does something once the signer's page was read on this machine
    public Acting(
            SafeActions actions,
            ObservableValue<KeyringState> keyring,
            ObservableValue<Boolean> watching,
            Runnable changed,
            Consumer<Runnable> readFirst) {
        this.actions = actions;
        this.keyring = keyring;
        this.watching = watching;
        this.changed = changed;
        this.readFirst = readFirst;
        this.people = new ReadOnlyObjectWrapper<>(actions.people().all());
        this.person = new ReadOnlyObjectWrapper<>(people.get().stream().findFirst());
    }

    /// Follows who is added and removed, until the answer is closed.
    public Subscription follow() {
        return Subscription.combine(keyring.subscribe(_ -> look()), watching.subscribe(_ -> look()));
    }

    /// Whoever acts goes on under their present name; where they are gone, the first of the others does.
    private void look() {
        var now = actions.people().all();
        people.set(now);
        var same = person.get()
                .flatMap(before -> now.stream()
                        .filter(each -> each.address().equals(before.address()))
                        .findFirst());
        person.set(same.or(() -> now.stream().findFirst()));
    }

    public SafeActions actions() {
        return actions;
    }

    /// Who could act.
    public ReadOnlyObjectProperty<List<Person>> people() {
        return people.getReadOnlyProperty();
    }

    /// Who acts; nobody where nobody can sign here.
    public ReadOnlyObjectProperty<Optional<Person>> person() {
        return person.getReadOnlyProperty();
    }

    /// The keys and programs of this machine's own, and how they stand.
    public ObservableValue<KeyringState> keyring() {
        return keyring;
    }

    /// Whether nobody signs at this console, whoever could.
    public ObservableValue<Boolean> watching() {
        return watching;
    }

    /// Whether whoever acts is asked for a passphrase before they sign.
    public ObservableValue<Boolean> isLocked() {
        return keyring.flatMap(
                ring -> person.map(acts -> acts.filter(ring::isLocked).isPresent()));
    }

    public void actAs(Person other) {
        person.set(Optional.of(other));
    }

    /// Goes on to where somebody signs: at once where the signer's page was read on this machine, else once it was.
    public void beforeSigning(Runnable go) {
        readFirst.accept(go);
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
