package org.breakwater.desktop.feature.emergency;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
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
import org.breakwater.core.emergency.Drill;
import org.breakwater.core.emergency.Drills;
import org.breakwater.core.emergency.PauseTurn;
import org.breakwater.core.exchange.Reason;
import org.breakwater.core.exchange.SharedTransaction;
import org.breakwater.core.execution.SentCall;
import org.breakwater.core.execution.Speed;
import org.breakwater.core.follow.Known;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.HoldUp;
import org.breakwater.core.review.Review;
import org.breakwater.core.review.Reviewer;
import org.breakwater.core.review.Settled;
import org.breakwater.core.review.Verdict;
import org.breakwater.core.review.rehearsal.Rehearsal;
import org.breakwater.core.safe.QueuedTransaction;
import org.breakwater.core.safe.SafeHashCase;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.feature.emergency.PausePage.Subject;
import org.breakwater.desktop.fx.Attempt;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.place.Acting;
import org.breakwater.desktop.place.Reviews;
import org.breakwater.desktop.place.WithCouncil;

/// A pause from the choice to its being in force: chosen, reviewed as the transaction that it is, signed, sent, and
/// read
/// back. Lives on the toolkit's thread.
final class PauseViewModel {

    private static final int MOST_DRILLS = 5;

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

    /// What can be done next.
    enum Act {
        SIGN("Hold to sign"),
        SIGN_AND_SEND("Hold to sign and send"),
        SEND("Hold to send");

        private final String words;

        Act(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /// The next act, or why there is none.
    sealed interface Next {

        record Can(Act act, Person person) implements Next {}

        record Cannot(String why) implements Next {}

        /// What holds it has to be settled before.
        record Held(List<HoldUp> open) implements Next {}

        record Working(String words) implements Next {}

        /// It can be practised on a copy of the chain; nothing is signed for that.
        record Practise() implements Next {}

        /// It is under way or over.
        record Done() implements Next {}
    }

    /// The stages of a pause, in order.
    enum Stage {
        CHECKED,
        SIGNED,
        COMPLETE,
        SENT,
        MINED,
        IN_FORCE
    }

    private final Reviewer reviewer;
    private final Drills kept;
    private final Acting acting;
    private final Reviews reviews;
    private final Background background;
    private final ObservableValue<Instant> now;
    private final WithCouncil<PausePage> page;
    private final ReadOnlyObjectWrapper<Asked> asked;
    private volatile Asked current;
    private final ReadOnlyObjectWrapper<Optional<Checked>> checked = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Settled> settled = new ReadOnlyObjectWrapper<>(Settled.NOTHING);
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> said = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> working = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Next> next =
            new ReadOnlyObjectWrapper<>(new Next.Cannot("Choose what to stop."));
    private final ReadOnlyObjectWrapper<Optional<Instant>> drillSince = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Drill>> drills = new ReadOnlyObjectWrapper<>(List.of());
    private final Map<Stage, Instant> reached = new EnumMap<>(Stage.class);
    private Subscription reviewing = Subscription.EMPTY;

    /// @param reviewer practises on copies of the chain
    /// @param kept the drills so far
    PauseViewModel(
            ReadPause read,
            Acting acting,
            Reviews reviews,
            Reviewer reviewer,
            Drills kept,
            Background background,
            ObservableValue<Instant> now) {
        this.reviewer = reviewer;
        this.kept = kept;
        this.acting = acting;
        this.reviews = reviews;
        this.background = background;
        this.now = now;
        this.current = new Asked(new About.New(PauseChoice.NOTHING), person());
        this.asked = new ReadOnlyObjectWrapper<>(current);
        this.page = new WithCouncil<>(background, true, (known, council) -> read.of(known, council, current));
    }

    private Optional<Address> person() {
        return acting.person().get().map(Person::address);
    }

    /// Keeps it up with the chain, the queue and who acts, until the answer is closed.
    Subscription follow(ObservableValue<Loadable<Known>> known, ObservableValue<Loadable<Council>> council) {
        MapChangeListener<Hash32, Acting.Sent> sent = _ -> decide();
        acting.sent().addListener(sent);
        readDrills();
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

    /// When a stage was first seen to be reached, at this window.
    Optional<Instant> reached(Stage stage) {
        return Optional.ofNullable(reached.get(stage));
    }

    // ── choosing ───────────────────────────────────────────────────────────────────────────────────────────────

    void change(UnaryOperator<PauseChoice> change) {
        if (current.about() instanceof About.New(var choice)) {
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
        if (!about.equals(current.about())) {
            settled.set(Settled.NOTHING);
            problem.set(Optional.empty());
            said.set(Optional.empty());
            reached.clear();
            set(new Asked(about, person()));
        }
    }

    private void set(Asked other) {
        current = other;
        asked.set(other);
        decide();
    }

    /// Whoever acts now has settled nothing yet.
    private void another() {
        settled.set(Settled.NOTHING);
        set(new Asked(current.about(), person()));
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
        if (current.about() instanceof About.Waiting(var before)) {
            subject()
                    .map(Subject::transaction)
                    .filter(newer -> newer.hash().equals(before.hash()))
                    .ifPresent(newer -> current = new Asked(new About.Waiting(newer), person()));
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
        var subject = subject();
        var safe = guardian();
        if (safe.isEmpty()) {
            return new Next.Cannot("None of the Safes that are watched here may pause.");
        }
        if (subject.isEmpty()) {
            return new Next.Cannot(
                    current.about() instanceof About.New(var choice) ? choice.missing() : "It is not a pause.");
        }
        if (isUnderWay(subject.get())) {
            return new Next.Done();
        }
        return subject.get()
                .refusal()
                .<Next>map(fact -> new Next.Cannot(PauseWords.refusal(fact)))
                .orElseGet(() -> isDrill() ? new Next.Practise() : reviewed(safe.get(), subject.get()));
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

    private Next reviewed(WatchedSafe safe, Subject subject) {
        return switch (review().orElse(null)) {
            case null -> new Next.Cannot("It is being reviewed.");
            case Attempt.Refused<Review>(var refused) -> new Next.Cannot(refused.happened());
            case Attempt.Done<Review>(var review) -> {
                if (review.verdict() == Verdict.BLOCK) {
                    yield new Next.Cannot("The review blocks it. Read its checks.");
                }
                var open = settled.get().open(review);
                yield open.isEmpty() ? act(safe, subject) : new Next.Held(open);
            }
        };
    }

    private Next act(WatchedSafe safe, Subject subject) {
        var person = acting.person().get();
        if (person.isEmpty()) {
            return new Next.Cannot("Nobody can sign on this machine. Hand it on as text or as a file.");
        }
        var isNext =
                safe.setup().nonce().equals(subject.transaction().transaction().nonce());
        if (safe.isComplete(subject.transaction())) {
            if (!person.get().pays()) {
                return new Next.Cannot(person.get().name() + " signs for Safes alone, and pays for nothing.");
            }
            return isNext
                    ? new Next.Can(Act.SEND, person.get())
                    : new Next.Cannot("What comes before it has to be executed first.");
        }
        var signers = subject.transaction().signers();
        if (!safe.setup().owners().contains(person.get().address())) {
            return new Next.Cannot(person.get().name() + " is no owner of the " + safe.name() + " Safe.");
        }
        if (signers.contains(person.get().address())) {
            return new Next.Cannot(person.get().name() + " has signed.");
        }
        var last = signers.size() + 1 >= safe.setup().threshold();
        return new Next.Can(last && isNext && person.get().pays() ? Act.SIGN_AND_SEND : Act.SIGN, person.get());
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
        if (isReached) {
            reached.putIfAbsent(stage, now.getValue());
        }
    }

    // ── acting ─────────────────────────────────────────────────────────────────────────────────────────────────

    /// What an act did.
    private record Acted(Optional<HandedOn> handedOn, Optional<SentCall> sent) {}

    /// Signs, or sends, or both, once the person has held or typed long enough.
    void act() {
        if (next.get() instanceof Next.Can(var act, var person)
                && subject().isPresent()
                && guardian().isPresent()) {
            var subject = subject().get();
            var safe = guardian().get();
            var words = current.words();
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
        var shared = SharedTransaction.of(
                new SafeHashCase(safe.domain(), queued.transaction()),
                queued.ownerSignatures(),
                safe.setup().owners(),
                acting.actions().recovery());
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
                        ended -> ended.then(_ -> decide(), refused -> problem.set(Optional.of(refused)))));
        isWritten(hash);
        acting.changed();
    }

    /// From now on it is one that waits, and nothing in it changes any more.
    private void isWritten(QueuedTransaction pause) {
        if (current.about() instanceof About.New) {
            current = new Asked(new About.Waiting(pause), person());
            asked.set(current);
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
            outcome.then(done, refused -> problem.set(Optional.of(refused)));
            decide();
        });
    }

    // ── practising ─────────────────────────────────────────────────────────────────────────────────────────────

    boolean isDrill() {
        return drillSince.get().isPresent();
    }

    /// When the drill began; empty while it is no drill.
    ReadOnlyObjectProperty<Optional<Instant>> drillSince() {
        return drillSince.getReadOnlyProperty();
    }

    /// The newest drills first.
    ReadOnlyObjectProperty<List<Drill>> drills() {
        return drills.getReadOnlyProperty();
    }

    /// Between what counts and what is practised. A drill begins with nothing chosen.
    void setDrill(boolean practise) {
        if (practise != isDrill()) {
            drillSince.set(practise ? Optional.of(now.getValue()) : Optional.empty());
            begin();
            decide();
        }
    }

    /// Carries the pause out on a copy of the chain that ends afterwards. No key is used: the copy is made to take
    /// the owners' approvals for granted.
    void practise() {
        if (next.get() instanceof Next.Practise
                && subject().isPresent()
                && guardian().isPresent()
                && drillSince.get().isPresent()) {
            var subject = subject().get();
            var safe = guardian().get();
            var began = drillSince.get().get();
            var decided = now.getValue();
            var who = acting.person().get().map(Person::name).orElse("somebody");
            var order = Stream.concat(PauseTurn.of(safe).first().stream(), Stream.of(subject.transaction()))
                    .map(QueuedTransaction::transaction)
                    .toList();
            work(
                    "Practising on a copy of the chain",
                    () -> {
                        var clock = System.nanoTime();
                        var failure = failure(reviewer.rehearse(safe.address(), order));
                        var drill = new Drill(
                                decided,
                                who,
                                subject.words(),
                                Duration.between(began, decided),
                                Duration.ofNanos(System.nanoTime() - clock),
                                failure);
                        kept.keep(drill);
                        return drill;
                    },
                    this::practised);
        }
    }

    /// Why the copy did not carry the pause out, which is the last of the order; empty where it did.
    private static String failure(Rehearsal rehearsal) {
        return switch (rehearsal.steps().getLast().outcome()) {
            case Rehearsal.Outcome.Executed _ -> "";
            case Rehearsal.Outcome.FailedInside _ -> "The guardian's contract refused it.";
            case Rehearsal.Outcome.Reverted(var why) -> why;
            case Rehearsal.Outcome.OutOfTurn(var nonce) -> "The Safe takes nonce " + nonce + " by then.";
            case Rehearsal.Outcome.Untried(var why) -> why;
        };
    }

    private void practised(Drill drill) {
        said.set(Optional.of(
                drill.stopped()
                        ? "The copy was stopped. You took " + Times.duration(drill.decided()) + ", the copy "
                                + Times.duration(drill.carriedOut()) + "."
                        : "The copy was not stopped: " + drill.failure()));
        drillSince.set(Optional.of(now.getValue()));
        readDrills();
    }

    private void readDrills() {
        background.quietly(
                () -> Attempt.of(() -> kept.newest(MOST_DRILLS)),
                read -> read.then(drills::set, refused -> problem.set(Optional.of(refused))));
    }

    // ── handing on ─────────────────────────────────────────────────────────────────────────────────────────────

    /// The pause with every signature that is known, to be handed on; kept here from then on.
    void handOn(String how, Consumer<SharedTransaction> act) {
        if (subject().isPresent() && guardian().isPresent()) {
            var safe = guardian().get();
            var subject = subject().get();
            var words = current.words();
            var by = acting.person().get().map(Person::name).orElse("a guardian");
            work(
                    "Writing it down",
                    () -> {
                        var actions = acting.actions();
                        var kept = actions.kept().keep(shared(safe, subject.transaction(), by, words));
                        actions.share().noteHandedOver(kept, how);
                        return kept;
                    },
                    kept -> {
                        act.accept(kept);
                        said.set(Optional.of("Handed on as " + how + "."));
                        isWritten(subject.transaction());
                        acting.changed();
                    });
        }
    }
}
