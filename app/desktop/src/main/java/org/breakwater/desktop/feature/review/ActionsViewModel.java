package org.breakwater.desktop.feature.review;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.MapChangeListener;
import javafx.util.Subscription;
import org.breakwater.core.acting.HandedOn;
import org.breakwater.core.acting.Permission;
import org.breakwater.core.acting.Person;
import org.breakwater.core.council.Council.WatchedSafe;
import org.breakwater.core.exchange.SharedTransaction;
import org.breakwater.core.execution.ExecutionOutcome;
import org.breakwater.core.execution.SentCall;
import org.breakwater.core.execution.Speed;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.HoldUp;
import org.breakwater.core.review.Settled;
import org.breakwater.core.safe.NestedOwner;
import org.breakwater.core.safe.SafeHashCase;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.feature.review.ActionBarState.Offer;
import org.breakwater.desktop.feature.review.ReviewPage.Reviewed;
import org.breakwater.desktop.fx.Attempt;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.place.Acting;

/// What a person does with the transaction that is reviewed: settle what holds it, sign, approve, execute, reject,
/// hand on. Nothing here changes what is shown of the Safe; that comes from the chain and from signatures that are
/// proven. Lives on the toolkit's thread.
final class ActionsViewModel {

    /// How long an execution is watched. What takes longer is found in the Safe's history.
    private static final Duration PATIENCE = Duration.ofHours(6);

    private final ReviewPage.Maker maker;
    private final Acting acting;
    private final ChainActs chain;
    private final Background background;
    private final Hash32 hash;
    private final Consumer<SafeHashCase> go;
    private final ReadOnlyObjectWrapper<Optional<Reviewed>> reviewed = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ActionBarState>> bar = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(new Step.Idle());
    private final ReadOnlyObjectWrapper<Settled> settled = new ReadOnlyObjectWrapper<>(Settled.NOTHING);
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> stillLocked = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Set<Address> signed = new HashSet<>();
    private Optional<String> stale = Optional.empty();
    private Subscription waiting = Subscription.EMPTY;
    private Optional<SentCall> sentApproval = Optional.empty();

    /// @param hash of the transaction
    /// @param go opens the review of another transaction
    ActionsViewModel(
            ReviewPage.Maker maker, Acting acting, Background background, Hash32 hash, Consumer<SafeHashCase> go) {
        this.maker = maker;
        this.acting = acting;
        this.chain = new ChainActs(acting.actions());
        this.background = background;
        this.hash = hash;
        this.go = go;
    }

    /// Keeps up with the review and with who acts, until the answer is closed.
    Subscription follow(ObservableValue<Loadable<ReviewPage>> page) {
        MapChangeListener<Hash32, Acting.Sent> watched = _ -> refresh();
        acting.sent().addListener(watched);
        return Subscription.combine(
                page.subscribe(newer -> show(newer)),
                acting.person().subscribe(_ -> another()),
                () -> acting.sent().removeListener(watched));
    }

    /// Whoever acts now has settled nothing yet.
    private void another() {
        settled.set(Settled.NOTHING);
        if (!(step.get() instanceof Step.Working)) {
            step.set(new Step.Idle());
        }
        refresh();
    }

    private void show(Loadable<ReviewPage> page) {
        switch (page) {
            case Loadable.Ready<ReviewPage>(var read, var _) -> show(read, Optional.empty());
            case Loadable.Stale<ReviewPage>(var read, var _, var why) -> show(read, Optional.of(why));
            case Loadable.Failed<ReviewPage> _ -> show(new ReviewPage.Missing(), Optional.empty());
            case Loadable.Idle<ReviewPage> _, Loadable.Loading<ReviewPage> _ -> {}
        }
    }

    private void show(ReviewPage page, Optional<String> why) {
        stale = why;
        reviewed.set(page instanceof Reviewed read ? Optional.of(read) : Optional.empty());
        refresh();
    }

    private void refresh() {
        bar.set(reviewed.get()
                .map(read -> ActionBarState.of(
                        read,
                        acting.person().get(),
                        new ActionBarState.Here(
                                settled.get(),
                                signed,
                                sent().filter(Acting.Sent::isWaiting).isPresent(),
                                stale))));
    }

    ReadOnlyObjectProperty<Optional<Reviewed>> reviewed() {
        return reviewed.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<ActionBarState>> bar() {
        return bar.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Step> step() {
        return step.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Settled> settled() {
        return settled.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Notice>> notice() {
        return notice.getReadOnlyProperty();
    }

    /// The execution that was handed in.
    Optional<Acting.Sent> sent() {
        return Optional.ofNullable(acting.sent().get(hash));
    }

    /// Who acts.
    Optional<Person> person() {
        return acting.person().get();
    }

    /// Other Safes that are shown here and own this one.
    List<WatchedSafe> nestedOwners() {
        return reviewed.get().stream()
                .flatMap(read -> read.others().stream()
                        .filter(other -> read.safe().setup().owners().contains(other.address()))
                        .filter(other -> !read.queued().signers().contains(other.address())))
                .toList();
    }

    /// Goes on to what the bar offers.
    void proceed() {
        notice.set(Optional.empty());
        stillLocked.set(Optional.empty());
        bar.get().flatMap(ActionBarState::offer).ifPresent(this::proceed);
    }

    private void proceed(Offer offer) {
        switch (offer) {
            case SETTLE -> step.set(new Step.Settling());
            case SIGN -> acting.beforeSigning(() -> person().ifPresent(signer -> step.set(new Step.Signing(signer))));
            case EXECUTE -> prepare(Way.EXECUTE);
        }
    }

    void cancel() {
        stillLocked.set(Optional.empty());
        step.set(new Step.Idle());
    }

    /// Whether a passphrase is asked for before somebody signs or pays.
    ObservableValue<Boolean> isLocked(Person person) {
        return acting.keyring().map(ring -> ring.isLocked(person));
    }

    /// Why the key is still locked, where a passphrase did not open it.
    ReadOnlyObjectProperty<Optional<Problem>> stillLocked() {
        return stillLocked.getReadOnlyProperty();
    }

    /// Unlocks the key of whoever is asked, then does what they were about to do. Where the passphrase is another one,
    /// everything stays as it is.
    ///
    /// @param passphrase wiped on the way
    void unlock(char[] passphrase) {
        var before = step.get();
        asked(before)
                .ifPresentOrElse(person -> unlock(person, passphrase, before), () -> Arrays.fill(passphrase, '\0'));
    }

    private void unlock(Person person, char[] passphrase, Step before) {
        stillLocked.set(Optional.empty());
        step.set(new Step.Working("Unlocking the key of " + person.name()));
        background.run(
                "Unlocking a key",
                () -> Attempt.of(() -> {
                    acting.actions().keyring().unlock(person.address(), passphrase);
                    return person;
                }),
                outcome -> {
                    step.set(before);
                    outcome.then(_ -> goOn(before), wrong -> stillLocked.set(Optional.of(wrong)));
                });
    }

    /// Whose key it takes.
    private static Optional<Person> asked(Step step) {
        return switch (step) {
            case Step.Signing(var person) -> Optional.of(person);
            case Step.Paying paying -> Optional.of(paying.person());
            case Step.Raising(var person) -> Optional.of(person);
            case Step.Idle _, Step.Settling _, Step.Allowing _, Step.Working _ -> Optional.empty();
        };
    }

    private void goOn(Step unlocked) {
        switch (unlocked) {
            case Step.Signing _ -> sign();
            case Step.Paying _ -> send();
            case Step.Raising _ -> raise();
            case Step.Idle _, Step.Settling _, Step.Allowing _, Step.Working _ -> {}
        }
    }

    /// Takes what was typed for something that holds the transaction. When nothing holds it any more, goes on.
    void settle(HoldUp holdUp, String typed) {
        settled.set(settled.get().with(holdUp, typed));
        refresh();
        if (reviewed.get().filter(read -> settled.get().permits(read.review())).isPresent()
                && step.get() instanceof Step.Settling) {
            proceed();
        }
    }

    /// Has the person's device sign, after the review was made once more.
    void sign() {
        if (step.get() instanceof Step.Signing(var signer)) {
            reviewed.get()
                    .ifPresent(read -> work(
                            "Waiting for the signature of " + signer.name(),
                            () -> {
                                requirePermitted(read, signer);
                                return acting.actions()
                                        .sign()
                                        .give(
                                                shared(read),
                                                acting.actions().people().device(signer));
                            },
                            handedOn -> signed(signer, handedOn)));
        }
    }

    private void signed(Person signer, HandedOn handedOn) {
        signed.add(signer.address());
        said(handedOn, signer.name() + " has signed.");
        acting.changed();
    }

    private void said(HandedOn handedOn, String done) {
        notice.set(Optional.of(Notice.of(handedOn, done)));
    }

    /// Goes to what the person's policy could allow.
    void askPolicy() {
        notice.set(Optional.empty());
        reviewed.get()
                .map(read -> read.review().allowable())
                .filter(list -> !list.isEmpty())
                .ifPresent(contracts -> step.set(new Step.Allowing(contracts)));
    }

    /// Writes into the person's policy that the code at an address was reviewed. It counts later.
    void allow(Address contract, String typed, String why) {
        work(
                "Writing the policy",
                () -> acting.actions().policy().allow(contract, typed, why),
                allowed -> notice.set(Optional.of(new Notice(
                        Severity.NOTE,
                        "Written into your policy. It counts from " + Times.date(allowed.from()) + ", "
                                + Times.time(allowed.from()) + ".",
                        "Until then this stays blocked. Code with another hash at " + contract
                                + " stays blocked after that too."))));
    }

    /// Hands in again what the service does not have.
    void handIn() {
        reviewed.get()
                .ifPresent(read ->
                        work("Handing in", () -> acting.actions().share().share(shared(read)), handedOn -> {
                            said(handedOn, "Handed in.");
                            acting.changed();
                        }));
    }

    /// Tries an execution or an approval, and asks what it costs.
    void prepare(Way way) {
        acting.beforeSigning(() -> prepareNow(way));
    }

    private void prepareNow(Way way) {
        notice.set(Optional.empty());
        if (person().isPresent() && reviewed.get().isPresent()) {
            var payer = person().get();
            var read = reviewed.get().get();
            work(
                    "Trying it on the newest block",
                    () -> {
                        requirePermitted(read, payer);
                        return chain.prepared(way, subject(read), read.queued().ownerSignatures(), payer);
                    },
                    call -> step.set(new Step.Paying(way, payer, call, Speed.NORMAL)));
        }
    }

    void choose(Speed speed) {
        if (step.get() instanceof Step.Paying(var way, var payer, var call, var _)) {
            step.set(new Step.Paying(way, payer, call, speed));
        }
    }

    /// Hands in what was prepared, at the chosen fee.
    void send() {
        if (step.get() instanceof Step.Paying(var way, var payer, var call, var speed)
                && reviewed.get().isPresent()) {
            var subject = subject(reviewed.get().get());
            var fee = call.offer(speed);
            work("Handing it in to the network", () -> chain.send(way, subject, call, fee, payer), handedIn -> {
                switch (way) {
                    case EXECUTE -> watch(subject, handedIn);
                    case APPROVE -> approved(payer, subject, handedIn);
                }
            });
        }
    }

    /// Sends again, with a fee that nodes take in the place of the one before.
    void raise() {
        var before = sent().filter(Acting.Sent::isWaiting).map(Acting.Sent::call);
        if (before.isPresent() && reviewed.get().isPresent()) {
            var subject = subject(reviewed.get().get());
            var call = before.get();
            var fee = call.transaction().fee().risen();
            var sender = acting.actions().people().find(call.sender());
            if (!(step.get() instanceof Step.Raising)
                    && sender.filter(acting.keyring().getValue()::isLocked).isPresent()) {
                step.set(new Step.Raising(sender.get()));
                return;
            }
            work("Handing it in again", () -> chain.sentAgain(call, fee), handedIn -> watch(subject, handedIn));
        }
    }

    private void watch(SafeHashCase subject, SentCall call) {
        acting.watch(background, subject, call, ended -> ended.then(this::ended, this::refuse));
    }

    private void ended(ExecutionOutcome outcome) {
        notice.set(Optional.of(Endings.of(outcome, hash)));
    }

    private void approved(Person owner, SafeHashCase subject, SentCall call) {
        sentApproval = Optional.of(call);
        waiting = work(
                new Step.Working("Waiting for the block that has the approval", true),
                () -> acting.actions()
                        .approve()
                        .await(subject, call, PATIENCE, acting.actions().pause()),
                approved -> {
                    notice.set(Optional.of(
                            approved
                                    ? new Notice(
                                            Severity.PASSED,
                                            owner.name() + " has approved it on chain.",
                                            "Everybody can see that; it stands for good.")
                                    : new Notice(
                                            Severity.WARNING,
                                            "The approval is in no block.",
                                            "Look at transaction " + call.newest() + " for the reason.")));
                    acting.changed();
                });
    }

    /// Waits no longer for an approval. What was handed in stays handed in.
    void stopWaiting() {
        if (step.get() instanceof Step.Working(var _, var canStop) && canStop) {
            waiting.unsubscribe();
            step.set(new Step.Idle());
            notice.set(sentApproval.map(call -> new Notice(
                    Severity.NOTE,
                    "You wait no longer for the approval.",
                    "It is handed in as transaction " + call.newest()
                            + " and counts as soon as a block has it; it is shown here then.")));
            refresh();
        }
    }

    /// Writes an empty transaction for the same nonce, which ends this one when it is executed first.
    void reject() {
        reviewed.get().ifPresent(read -> {
            var domain = read.safe().domain();
            var empty = SafeTransaction.rejection(
                    domain.safe(), read.queued().transaction().nonce());
            keep(new SafeHashCase(domain, empty));
        });
    }

    /// Writes the transaction with which a Safe that owns this one approves it on chain.
    void approveAs(WatchedSafe owner) {
        reviewed.get().ifPresent(read -> {
            var approval = NestedOwner.approval(
                    read.safe().address(), hash, owner.queue().free());
            keep(new SafeHashCase(owner.domain(), approval));
        });
    }

    private void keep(SafeHashCase subject) {
        work("Writing the transaction", () -> acting.actions().kept().keep(SharedTransaction.unsigned(subject)), _ -> {
            acting.changed();
            go.accept(subject);
        });
    }

    /// The transaction with every owner's signature that is known, to be handed on.
    Optional<Attempt<SharedTransaction>> handedOn() {
        return reviewed.get().map(read -> Attempt.of(() -> shared(read)));
    }

    /// Writes down where the transaction was handed on to.
    void noteHandedOver(SharedTransaction transaction, String where) {
        work(
                "Writing it down",
                () -> {
                    acting.actions().share().noteHandedOver(transaction, where);
                    return where;
                },
                _ -> notice.set(Optional.of(new Notice(
                        Severity.PASSED,
                        "Handed on as " + where + ".",
                        "Whoever gets it has everything checked on their own machine."))));
    }

    void refuse(Problem problem) {
        notice.set(Optional.of(Notice.of(problem)));
    }

    private SharedTransaction shared(Reviewed read) throws ProblemException {
        return acting.actions().shared(read.safe(), read.queued());
    }

    private static SafeHashCase subject(Reviewed read) {
        return new SafeHashCase(read.safe().domain(), read.queued().transaction());
    }

    /// What the review says now must allow what it allowed when the person decided.
    private void requirePermitted(Reviewed read, Person person) throws ProblemException {
        new Permission(settled.get(), acting.actions().policy().inForce())
                .require(maker.again(read), person, read.queued().signers());
    }

    private <T> void work(String words, Attempt.Work<T> work, Consumer<? super T> done) {
        work(new Step.Working(words), work, done);
    }

    private <T> Subscription work(Step.Working shown, Attempt.Work<T> work, Consumer<? super T> done) {
        step.set(shown);
        return background.run(shown.words(), () -> Attempt.of(work), outcome -> {
            step.set(new Step.Idle());
            outcome.then(done, this::refuse);
            refresh();
        });
    }
}
