package org.breakwater.desktop.place;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.breakwater.core.acting.ActOutcome;
import org.breakwater.core.acting.DaoActions;
import org.breakwater.core.acting.GiveBallot;
import org.breakwater.core.acting.Person;
import org.breakwater.core.execution.PayingAccount;
import org.breakwater.core.execution.PreparedCall;
import org.breakwater.core.execution.SentCall;
import org.breakwater.core.execution.Speed;
import org.breakwater.core.governor.AccountCall;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.desktop.fx.Attempt;
import org.breakwater.desktop.fx.Background;

/// What a person does with an account of their own: writes it, has it read back from its bytes, sends it, and sees what
/// the chain says. Nothing here changes what is shown of the protocol; that comes from the chain. Lives on the
/// toolkit's thread.
public final class ActViewModel {

    /// How long what was sent is watched.
    private static final Duration PATIENCE = Duration.ofHours(6);

    /// What is done, in words.
    ///
    /// @param act on the button that sends it: "Vote For on proposal 14"
    /// @param done what counts once the chain says so: "Your vote counts"
    /// @param text whose hash is sent instead of its words; empty for none
    public record Wanted(String act, String done, String text) {

        public Wanted(String act, String done) {
            this(act, done, "");
        }
    }

    /// Where the person is.
    public sealed interface Step {

        record Idle() implements Step {}

        /// Fills in a form.
        ///
        /// @param form which one
        record Writing(String form) implements Step {}

        /// Something is under way.
        record Working(String words) implements Step {}

        /// Compares what the device will be given.
        record Signing(Wanted wanted, Person voter, Person payer, GiveBallot.Unsigned ballot) implements Step {}

        /// Reads back what is sent, and chooses a fee.
        record Paying(Wanted wanted, Person payer, AccountCall call, PreparedCall prepared, Speed speed)
                implements Step {}

        /// Handed in; no block has it yet.
        record Sent(Wanted wanted, AccountCall call, SentCall sent) implements Step {}
    }

    private final Acting acting;
    private final Background background;
    private final Runnable changed;
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(new Step.Idle());
    private final ReadOnlyObjectWrapper<Optional<ActNotice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param changed called once the chain has something that it had not
    public ActViewModel(Acting acting, Background background, Runnable changed) {
        this.acting = acting;
        this.background = background;
        this.changed = changed;
    }

    public ReadOnlyObjectProperty<Step> step() {
        return step.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<ActNotice>> notice() {
        return notice.getReadOnlyProperty();
    }

    /// Who acts.
    public ReadOnlyObjectProperty<Optional<Person>> person() {
        return acting.person();
    }

    private DaoActions dao() {
        return acting.actions().dao();
    }

    public void write(String form) {
        notice.set(Optional.empty());
        step.set(new Step.Writing(form));
    }

    public void cancel() {
        step.set(new Step.Idle());
    }

    /// Forgets what was begun and said: another thing is looked at, or another person acts.
    public void leave() {
        if (!(step.get() instanceof Step.Sent)) {
            step.set(new Step.Idle());
        }
        notice.set(Optional.empty());
    }

    public void refuse(Problem problem) {
        notice.set(Optional.of(ActNotice.of(problem)));
    }

    /// Tries a call of the person's own account, and shows what it is.
    public void prepare(Wanted wanted, AccountCall call) {
        acting.beforeSigning(() -> person().get().ifPresent(payer -> prepare(wanted, payer, call)));
    }

    private void prepare(Wanted wanted, Person payer, AccountCall call) {
        notice.set(Optional.empty());
        work(
                "Trying it on the newest block",
                () -> dao().acts().prepare(call, payer.address()),
                prepared -> step.set(new Step.Paying(wanted, payer, call, prepared, Speed.NORMAL)));
    }

    /// Shows a ballot before its voter signs it, so that somebody else can send it.
    public void sign(Wanted wanted, Person payer, Attempt.Work<GiveBallot.Unsigned> write) {
        acting.beforeSigning(() -> writeBallot(wanted, payer, write));
    }

    private void writeBallot(Wanted wanted, Person payer, Attempt.Work<GiveBallot.Unsigned> write) {
        notice.set(Optional.empty());
        person().get()
                .ifPresent(voter -> work(
                        "Writing the ballot",
                        write,
                        ballot -> step.set(new Step.Signing(wanted, voter, payer, ballot))));
    }

    /// Has the device sign what is shown, then tries the call with which it is sent.
    public void sign() {
        if (step.get() instanceof Step.Signing(var wanted, var voter, var payer, var ballot)) {
            work(
                    "Waiting for the signature of " + voter.name(),
                    () -> dao().ballots().sign(ballot, acting.actions().people().device(voter)),
                    call -> prepare(wanted, payer, call));
        }
    }

    public void choose(Speed speed) {
        if (step.get() instanceof Step.Paying(var wanted, var payer, var call, var prepared, var _)) {
            step.set(new Step.Paying(wanted, payer, call, prepared, speed));
        }
    }

    /// Hands in the bytes that are shown, at the chosen fee.
    public void send() {
        if (step.get() instanceof Step.Paying(var wanted, var payer, var call, var prepared, var speed)) {
            work(
                    "Handing it in to the network",
                    () -> dao().acts().send(call, prepared, prepared.offer(speed), account(payer)),
                    sent -> watch(wanted, call, sent));
        }
    }

    /// Sends again, with a fee that nodes take in the place of the one before.
    public void raise() {
        if (step.get() instanceof Step.Sent(var wanted, var call, var sent)) {
            work(
                    "Handing it in again",
                    () -> {
                        var payer = acting.actions().people().find(sent.sender());
                        return dao().acts().raise(sent, account(payer.orElseThrow(() -> noPayer(sent.sender()))));
                    },
                    again -> watch(wanted, call, again));
        }
    }

    private PayingAccount account(Person payer) throws ProblemException {
        return acting.actions().people().account(payer).orElseThrow(() -> noPayer(payer.address()));
    }

    private static ProblemException noPayer(Address payer) {
        return new ProblemException(Problem.of(payer + " cannot pay from this machine.", "Act as somebody who can."));
    }

    /// Watches it to its end; goes on when the screen is left.
    private void watch(Wanted wanted, AccountCall call, SentCall sent) {
        var waiting = new Step.Sent(wanted, call, sent);
        step.set(waiting);
        background.quietly(
                () -> Attempt.of(() -> dao().acts()
                        .await(call, sent, PATIENCE, acting.actions().pause())),
                outcome -> {
                    if (step.get().equals(waiting)) {
                        step.set(new Step.Idle());
                        outcome.then(ended -> notice.set(Optional.of(told(wanted, call, sent, ended))), this::refuse);
                        changed.run();
                    }
                });
    }

    private ActNotice told(Wanted wanted, AccountCall call, SentCall sent, ActOutcome ended) {
        var told = ActNotice.of(ended, wanted.done());
        return ended instanceof ActOutcome.Counted counted
                ? told.with(ActReceipt.of(
                        wanted, call, sent, counted, dao().read().dao().chain()))
                : told;
    }

    private <T> void work(String words, Attempt.Work<T> work, Consumer<? super T> done) {
        var before = step.get();
        step.set(new Step.Working(words));
        background.run(words, () -> Attempt.of(work), outcome -> {
            step.set(before instanceof Step.Writing ? before : new Step.Idle());
            outcome.then(done, this::refuse);
        });
    }
}
