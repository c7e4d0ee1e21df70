package org.breakwater.desktop.feature.message;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.breakwater.core.acting.HandedOn;
import org.breakwater.core.acting.Person;
import org.breakwater.core.council.Council;
import org.breakwater.core.follow.Known;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.feature.message.MessagePage.Found;
import org.breakwater.desktop.fx.Attempt;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.place.Acting;
import org.breakwater.desktop.place.WithCouncil;

/// Has an owner sign a message in a Safe's name. A signature moves on the screen only once the service has it and it is
/// proven here. Lives on the toolkit's thread.
final class MessageViewModel {

    /// Where the person is.
    sealed interface Step {

        record Idle() implements Step {}

        /// Compares the hashes before the device is asked.
        record Signing(Person person) implements Step {}

        record Working(String words) implements Step {}
    }

    /// What came of an act.
    record Notice(Severity severity, String title, String words) {

        static Notice of(Problem problem) {
            return new Notice(Severity.BLOCK, problem.happened(), (problem.meaning() + " " + problem.remedy()).strip());
        }
    }

    private final Acting acting;
    private final Background background;
    private final Address safe;
    private final Hash32 hash;
    private final WithCouncil<MessagePage> page;
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(new Step.Idle());
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> stillLocked = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper handedIn = new ReadOnlyIntegerWrapper();
    private final Set<Address> signed = new HashSet<>();

    MessageViewModel(Acting acting, Background background, Address safe, Hash32 hash) {
        this.acting = acting;
        this.background = background;
        this.safe = safe;
        this.hash = hash;
        this.page = new WithCouncil<>(
                background, true, (_, council) -> page(WithCouncil.read(council).orElseThrow()));
    }

    private MessagePage page(Council council) {
        var watched = council.safes().stream()
                .filter(each -> each.address().equals(safe))
                .findFirst();
        if (watched.isEmpty()) {
            return new MessagePage.Missing();
        }
        try {
            return acting.actions()
                    .messages()
                    .find(watched.get().domain(), hash)
                    .<MessagePage>map(message -> new Found(watched.get(), message))
                    .orElseGet(MessagePage.Missing::new);
        } catch (ProblemException unread) {
            return new MessagePage.Unread(unread.problem());
        }
    }

    Subscription follow(ObservableValue<Loadable<Known>> known, ObservableValue<Loadable<Council>> council) {
        return Subscription.combine(
                page.follow(known, council, handedIn), acting.person().subscribe(_ -> cancel()));
    }

    ReadOnlyObjectProperty<Loadable<MessagePage>> page() {
        return page.value();
    }

    ReadOnlyObjectProperty<Step> step() {
        return step.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Notice>> notice() {
        return notice.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Problem>> stillLocked() {
        return stillLocked.getReadOnlyProperty();
    }

    ObservableValue<Boolean> isLocked() {
        return acting.isLocked();
    }

    ReadOnlyObjectProperty<Optional<Person>> person() {
        return acting.person();
    }

    /// Why whoever acts cannot sign it; empty where they can.
    String missing(Found found) {
        var person = acting.person().get();
        if (!found.message().hasStatedHash()) {
            return "the service names another hash than its message has";
        }
        if (person.isEmpty()) {
            return "nobody can sign on this machine";
        }
        var name = person.get().name();
        if (!found.safe().setup().owners().contains(person.get().address())) {
            return name + " is no owner of this Safe";
        }
        var has = signed.contains(person.get().address())
                || found.signers().contains(person.get().address());
        return has ? name + " has signed" : "";
    }

    /// Goes on to the hashes.
    void proceed() {
        notice.set(Optional.empty());
        stillLocked.set(Optional.empty());
        acting.beforeSigning(() -> acting.person().get().ifPresent(person -> step.set(new Step.Signing(person))));
    }

    void cancel() {
        stillLocked.set(Optional.empty());
        if (!(step.get() instanceof Step.Working)) {
            step.set(new Step.Idle());
        }
    }

    /// Unlocks the key of whoever signs, then signs. Where the passphrase is another one, everything stays as it is.
    ///
    /// @param passphrase wiped on the way
    void unlock(Found found, char[] passphrase) {
        if (!(step.get() instanceof Step.Signing(var person))) {
            Arrays.fill(passphrase, '\0');
            return;
        }
        stillLocked.set(Optional.empty());
        work(
                "Unlocking the key of " + person.name(),
                () -> {
                    acting.actions().keyring().unlock(person.address(), passphrase);
                    return person;
                },
                _ -> {
                    step.set(new Step.Signing(person));
                    sign(found);
                },
                wrong -> {
                    step.set(new Step.Signing(person));
                    stillLocked.set(Optional.of(wrong));
                });
    }

    /// Has the person's device sign.
    void sign(Found found) {
        if (step.get() instanceof Step.Signing(var person)) {
            work(
                    "Waiting for the signature of " + person.name(),
                    () -> acting.actions()
                            .messages()
                            .sign(
                                    found.safe().domain(),
                                    found.message().served(),
                                    acting.actions().people().device(person)),
                    handedOn -> signed(person, handedOn),
                    refused -> notice.set(Optional.of(Notice.of(refused))));
        }
    }

    private void signed(Person person, HandedOn handedOn) {
        var done = person.name() + " has signed.";
        notice.set(Optional.of(
                switch (handedOn) {
                    case HandedOn.Served(var service) -> {
                        signed.add(person.address());
                        yield new Notice(Severity.PASSED, done, "The service " + service + " has the signature.");
                    }
                    case HandedOn.OnlyHere _ -> new Notice(Severity.NOTE, done, "Only this machine has it.");
                    case HandedOn.NotServed(var problem) ->
                        new Notice(
                                Severity.WARNING,
                                done,
                                "It is written down here, and the service did not take it: " + problem.happened()
                                        + " Sign it again to hand it in again.");
                }));
        handedIn.set(handedIn.get() + 1); // the service has more than any block tells
    }

    private <T> void work(String words, Attempt.Work<T> work, Consumer<? super T> done, Consumer<Problem> refused) {
        step.set(new Step.Working(words));
        background.run(words, () -> Attempt.of(work), outcome -> {
            step.set(new Step.Idle());
            outcome.then(done, refused);
        });
    }
}
