package org.breakwater.desktop.feature.emergency;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.MapChangeListener;
import javafx.util.Subscription;
import org.breakwater.core.acting.HandedOn;
import org.breakwater.core.acting.Permission;
import org.breakwater.core.acting.Person;
import org.breakwater.core.council.Council;
import org.breakwater.core.council.Council.WatchedSafe;
import org.breakwater.core.exchange.Reason;
import org.breakwater.core.exchange.SharedTransaction;
import org.breakwater.core.execution.SentCall;
import org.breakwater.core.execution.Speed;
import org.breakwater.core.follow.Known;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.HoldUp;
import org.breakwater.core.review.Review;
import org.breakwater.core.review.Settled;
import org.breakwater.core.safe.QueuedTransaction;
import org.breakwater.core.safe.SafeHashCase;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.feature.emergency.Next.Act;
import org.breakwater.desktop.feature.emergency.PausePage.Subject;
import org.breakwater.desktop.fx.Attempt;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.place.Acting;
import org.breakwater.desktop.place.Reviews;
import org.breakwater.desktop.place.WithCouncil;

/// A pause from the choice to its being in force: chosen, reviewed as the transaction that it is, signed, sent,
/// and read back. Lives on the toolkit's thread.
final class PauseViewModel {

    /// Which pause is decided on.
    sealed interface About {

        /// One that is being chosen.
        record New(PauseChoice choice) implements About {}

        /// One that waits in the Safe's queue, as it was last seen there.
        record Waiting(QueuedTransaction transaction) implements About {}
    }

    /// @param acting who acts
    record Asked(About about, Optional<Address> acting) {

        /// The reason as it was written here.
        String words() {
            return about instanceof About.New(var choice) ? choice.words() : "";
        }
    }

    /// What the review of a pause says.
    record Checked(Hash32 hash, Attempt<Review> outcome) {}

    /// The stages of a pause, in order.
    enum Stage {
        CHECKED,
        SIGNED,
        COMPLETE,
        SENT,
        MINED,
        IN_FORCE
    }

    private final Acting acting;
    private final Reviews reviews;
    private final Background background;
    private final ObservableValue<Instant> now;
    private final WithCouncil<PausePage> page;
    private final ReadOnlyObjectWrapper<Asked> asked;
    private final PauseDrills drills;
    private final ReadOnlyObjectWrapper<Optional<Checked>> checked = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Settled> settled = new ReadOnlyObjectWrapper<>(Settled.NOTHING);
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> said = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> working = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Next> next =
            new ReadOnlyObjectWrapper<>(new Next.Cannot("Choose what to stop."));
    private final ReadOnlyObjectWrapper<Map<Stage, Instant>> reached = new ReadOnlyObjectWrapper<>(Map.of());
    private Subscription reviewing = Subscription.EMPTY;

    PauseViewModel(
            ReadPause read,
            Acting acting,
            Reviews reviews,
            PauseDrills drills,
            Background background,
            ObservableValue<Instant> now) {
        this.drills = drills;
        this.acting = acting;
        this.reviews = reviews;
        this.background = background;
        this.now = now;
        this.asked = new ReadOnlyObjectWrapper<>(new Asked(new About.New(PauseChoice.NOTHING), person()));
        this.page = new WithCouncil<>(background, true, () -> {
            var about = asked.get();
            return (known, council) -> read.of(known, council, about);
        });
    }

    private Optional<Address> person() {
        return acting.person().get().map(Person::address);
    }

    /// Keeps it up with the chain, the queue and who acts, until the answer is closed.
    Subscription follow(ObservableValue<Loadable<Known>> known, ObservableValue<Loadable<Council>> council) {
        MapChangeListener<Hash32, Acting.Sent> sent = _ -> decide();
        acting.sent().addListener(sent);
        drills.read(this::refuse);
        return Subscription.combine(
                page.follow(known, council, asked),
                page.value().subscribe(_ -> shown()),
                acting.person().subscribe(_ -> another()),
                () -> acting.sent().removeListener(sent),
                () -> reviewing.unsubscribe());
    }

    ReadOnlyObjectProperty<Loadable<PausePage>> page() {
        return page.value();
    }

    ReadOnlyObjectProperty<Asked> asked() {
        return asked.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Checked>> checked() {
        return checked.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Next> next() {
        return next.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /// How far the last signature came.
    ReadOnlyObjectProperty<Optional<String>> said() {
        return said.getReadOnlyProperty();
    }

    /// When each stage was first seen to be reached, at this window.
    ReadOnlyObjectProperty<Map<Stage, Instant>> reached() {
        return reached.getReadOnlyProperty();
    }

    // ── choosing ───────────────────────────────────────────────────────────────────────────────────────────────

    void change(UnaryOperator<PauseChoice> change) {
        if (asked.get().about() instanceof About.New(var choice)) {
            ask(new About.New(change.apply(choice)));
        }
    }

    /// Goes to a pause that waits.
    void open(QueuedTransaction waiting) {
        ask(new About.Waiting(waiting));
    }

    /// Begins a new one.
    void begin() {
        ask(new About.New(PauseChoice.NOTHING));
    }

    private void ask(About about) {
        if (!about.equals(asked.get().about())) {
            settled.set(Settled.NOTHING);
            problem.set(Optional.empty());
            said.set(Optional.empty());
            reached.set(Map.of());
            set(new Asked(about, person()));
        }
    }

    private void set(Asked other) {
        asked.set(other);
        decide();
    }

    /// Whoever acts now has settled nothing yet.
    private void another() {
        settled.set(Settled.NOTHING);
        set(new Asked(asked.get().about(), person()));
    }

    // ── reviewing ──────────────────────────────────────────────────────────────────────────────────────────────

    private Optional<PausePage> read() {
        return page.value().get().read();
    }

    Optional<Subject> subject() {
        return read().flatMap(PausePage::subject);
    }

    private Optional<WatchedSafe> guardian() {
        return read().flatMap(PausePage::guardian);
    }

    /// The review of what is decided on, once it is there.
    Optional<Attempt<Review>> review() {
        return subject()
                .flatMap(subject -> checked.get()
                        .filter(one -> one.hash().equals(subject.hash()))
                        .map(Checked::outcome));
    }

    private void shown() {
        reviewing.unsubscribe();
        remember();
        var found = read();
        var subject = subject();
        if (subject.isPresent() && !isCarriedOut(subject.get())) {
            var safe = guardian().orElseThrow();
            var queued = subject.get().transaction();
            var block = found.orElseThrow().block();
            reviewing = background.quietly(
                    () -> new Checked(queued.hash().hash(), Attempt.of(() -> reviews.review(safe, queued, block))),
                    done -> {
                        checked.set(Optional.of(done));
                        decide();
                    });
        }
        decide();
    }

    /// As it stands in the queue by now: that is what is left to show of it when it leaves the queue.
    private void remember() {
        if (asked.get().about() instanceof About.Waiting(var before)) {
            subject()
                    .map(Subject::transaction)
                    .filter(newer -> newer.hash().equals(before.hash()))
                    .ifPresent(newer -> asked.set(new Asked(new About.Waiting(newer), person())));
        }
    }

    /// Whether whoever acts settled what holds it.
    boolean isSettled(Review review) {
        return settled.get().permits(review);
    }

    /// Takes what was typed for something that holds the pause.
    void settle(HoldUp holdUp, String typed) {
        settled.set(settled.get().with(holdUp, typed));
        decide();
    }

    // ── deciding what comes next ───────────────────────────────────────────────────────────────────────────────

    private void decide() {
        note();
        next.set(working.get().<Next>map(Next.Working::new).orElseGet(this::chooseNext));
    }

    private Next chooseNext() {
        return new PauseDecision(
                        guardian(),
                        subject(),
                        missing(),
                        subject().filter(this::isUnderWay).isPresent(),
                        isDrill(),
                        review(),
                        settled.get(),
                        acting.person().get(),
                        acting.watching().getValue())
                .next();
    }

    private String missing() {
        return asked.get().about() instanceof About.New(var choice) ? choice.missing() : "It is not a pause.";
    }

    private boolean isUnderWay(Subject subject) {
        return isCarriedOut(subject)
                || sent(subject).filter(Acting.Sent::isWaiting).isPresent();
    }

    /// Known from the Safe or from the guardian's contract, whichever is read first.
    private static boolean isCarriedOut(Subject subject) {
        return subject.executedIn().isPresent()
                || (subject.isWritten() && subject.inForce().isPresent());
    }

    private Optional<Acting.Sent> sent(Subject subject) {
        return Optional.ofNullable(acting.sent().get(subject.hash()));
    }

    /// Writes down when each stage was reached.
    private void note() {
        subject().ifPresent(subject -> {
            var signed = subject.transaction().signers().size();
            mark(
                    Stage.CHECKED,
                    review().filter(one -> one instanceof Attempt.Done<Review>).isPresent());
            mark(Stage.SIGNED, signed > 0);
            mark(
                    Stage.COMPLETE,
                    isCarriedOut(subject)
                            || guardian()
                                    .filter(safe -> safe.isComplete(subject.transaction()))
                                    .isPresent());
            mark(Stage.SENT, sent(subject).isPresent());
            mark(Stage.MINED, isCarriedOut(subject));
            mark(Stage.IN_FORCE, subject.isWritten() && subject.inForce().isPresent());
        });
    }

    private void mark(Stage stage, boolean isReached) {
        if (isReached && !reached.get().containsKey(stage)) {
            var more = new EnumMap<Stage, Instant>(Stage.class);
            more.putAll(reached.get());
            more.put(stage, now.getValue());
            reached.set(more);
        }
    }

    // ── acting ─────────────────────────────────────────────────────────────────────────────────────────────────

    /// What an act did.
    private record Acted(Optional<HandedOn> handedOn, Optional<SentCall> sent) {}

    /// Signs, or sends, or both, once the person has held or typed long enough.
    void act() {
        acting.beforeSigning(this::actNow);
    }

    private void actNow() {
        if (next.get() instanceof Next.Can(var act, var person)
                && subject().isPresent()
                && guardian().isPresent()) {
            var subject = subject().get();
            var safe = guardian().get();
            var words = asked.get().words();
            var permitted = settled.get();
            work(
                    act == Act.SEND ? "Sending it" : "Waiting for the signature of " + person.name(),
                    () -> acted(act, person, safe, subject, words, permitted),
                    acted -> followUp(person, safe, subject, acted));
        }
    }

    private Acted acted(Act act, Person person, WatchedSafe safe, Subject subject, String words, Settled permitted)
            throws ProblemException {
        var actions = acting.actions();
        var queued = subject.transaction();
        new Permission(permitted, actions.policy().store().read())
                .require(reviews.again(safe, queued), person, queued.signers());
        var shared = shared(safe, queued, person.name(), words);
        var handedOn = Optional.<HandedOn>empty();
        if (act != Act.SEND) {
            handedOn = Optional.of(actions.sign().give(shared, actions.people().device(person)));
            shared = actions.kept().find(shared.hash().hash()).orElse(shared);
        }
        return new Acted(handedOn, act == Act.SIGN ? Optional.empty() : Optional.of(sent(shared, person)));
    }

    /// @param by who wrote the words, as they call themselves
    private SharedTransaction shared(WatchedSafe safe, QueuedTransaction queued, String by, String words)
            throws ProblemException {
        var shared = acting.actions().shared(safe, queued);
        return words.isBlank() ? shared : shared.because(new Reason(by, words));
    }

    /// At the fee with which it gets into the next block: a pause does not wait to save gas.
    private SentCall sent(SharedTransaction shared, Person payer) throws ProblemException {
        var actions = acting.actions();
        var account = actions.people()
                .account(payer)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        payer.name() + " cannot pay from this machine.",
                        "Everything is signed. Act as somebody who can pay, and send it.")));
        var call = actions.execute().prepare(shared.subject(), shared.signatures(), payer.address());
        return actions.execute().send(shared.subject(), call, call.offer(Speed.FAST), account);
    }

    private void followUp(Person person, WatchedSafe safe, Subject subject, Acted acted) {
        acted.handedOn().ifPresent(handedOn -> said.set(Optional.of(words(person, handedOn))));
        var hash = subject.transaction();
        acted.sent()
                .ifPresent(call -> acting.watch(
                        background,
                        new SafeHashCase(safe.domain(), hash.transaction()),
                        call,
                        ended -> ended.then(_ -> decide(), this::refuse)));
        isWritten(hash);
        acting.changed();
    }

    /// From now on it is one that waits, and nothing in it changes any more.
    private void isWritten(QueuedTransaction pause) {
        if (asked.get().about() instanceof About.New) {
            asked.set(new Asked(new About.Waiting(pause), person()));
        }
    }

    private static String words(Person person, HandedOn handedOn) {
        return person.name() + " has signed. "
                + switch (handedOn) {
                    case HandedOn.Served(var service) -> "The service " + service + " has the signature.";
                    case HandedOn.OnlyHere _ -> "Only this machine has it: hand it on.";
                    case HandedOn.NotServed(var refused) ->
                        "The service did not take it (" + refused.happened() + "). Hand it on as text or as a file.";
                };
    }

    private <T> void work(String words, Attempt.Work<T> work, Consumer<? super T> done) {
        problem.set(Optional.empty());
        working.set(Optional.of(words));
        decide();
        background.run(words, () -> Attempt.of(work), outcome -> {
            working.set(Optional.empty());
            outcome.then(done, this::refuse);
            decide();
        });
    }

    private void refuse(Problem refused) {
        problem.set(Optional.of(refused));
    }

    // ── practising ─────────────────────────────────────────────────────────────────────────────────────────────

    /// What is practised, and was.
    PauseDrills drills() {
        return drills;
    }

    boolean isDrill() {
        return drills.isOn();
    }

    /// Between what counts and what is practised. A drill begins with nothing chosen.
    void setDrill(boolean practise) {
        if (practise != isDrill()) {
            drills.set(practise);
            begin();
            decide();
        }
    }

    /// Has a copy of the chain carry the pause out.
    void practise() {
        if (next.get() instanceof Next.Practise
                && subject().isPresent()
                && guardian().isPresent()) {
            var who = acting.person().get().map(Person::name).orElse("somebody");
            work(
                    "Practising on a copy of the chain",
                    drills.decided(guardian().get(), subject().get(), who),
                    drill -> said.set(Optional.of(drills.ended(drill, this::refuse))));
        }
    }

    // ── handing on ─────────────────────────────────────────────────────────────────────────────────────────────

    /// The pause with every signature that is known, to be handed on; kept here from then on.
    void handOn(Consumer<SharedTransaction> act) {
        if (subject().isPresent() && guardian().isPresent()) {
            var safe = guardian().get();
            var subject = subject().get();
            var words = asked.get().words();
            var by = acting.person().get().map(Person::name).orElse("a guardian");
            work(
                    "Writing it down",
                    () -> acting.actions().kept().keep(shared(safe, subject.transaction(), by, words)),
                    kept -> {
                        isWritten(subject.transaction());
                        acting.changed();
                        act.accept(kept);
                    });
        }
    }

    /// Writes down that it was handed on, and how.
    void noteHandedOver(SharedTransaction transaction, String how) {
        work(
                "Writing it down",
                () -> {
                    acting.actions().share().noteHandedOver(transaction, how);
                    return how;
                },
                _ -> said.set(Optional.of("Handed on as " + how + ".")));
    }
}
