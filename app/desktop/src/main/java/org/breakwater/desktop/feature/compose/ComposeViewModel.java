package org.breakwater.desktop.feature.compose;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.breakwater.core.acting.Person;
import org.breakwater.core.compose.ComposeTransaction;
import org.breakwater.core.compose.Draft;
import org.breakwater.core.compose.Input;
import org.breakwater.core.compose.Template;
import org.breakwater.core.compose.WrittenCall;
import org.breakwater.core.council.Council;
import org.breakwater.core.follow.Known;
import org.breakwater.core.governor.NewProposal;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Loadable;
import org.breakwater.core.value.Word;
import org.breakwater.desktop.feature.compose.PageMaker.Ground;
import org.breakwater.desktop.fx.Attempt;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.place.Composing;
import org.breakwater.desktop.place.WithCouncil;

/// A draft that is being written. Every change is kept on the disk in its order, beside the toolkit's thread, on which
/// this lives; what it comes to is worked out there as well.
final class ComposeViewModel {

    /// Who wrote a transaction, in the reasons that travel with it.
    static final String AUTHOR = "Whoever composed it";

    private static final int NONE = -1;

    /// What stands in the middle.
    enum Part {
        /// The call that is written, or the way to begin one.
        CALL,
        /// What is said of a proposal.
        TEXT,
        /// What the rehearsal of a proposal found.
        REHEARSAL
    }

    private final PageMaker maker;
    private final ObservableValue<Optional<Person>> proposer;
    private final Composing composing;
    private final Background background;
    private final WithCouncil<Ground> ground;
    private final ReadOnlyObjectWrapper<Draft> draft;
    private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(NONE);
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Loadable<ComposePage>> page =
            new ReadOnlyObjectWrapper<>(new Loadable.Loading<>());
    private final ReadOnlyObjectWrapper<Optional<Draft>> kept = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Draft>> drafts = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Part> part = new ReadOnlyObjectWrapper<>(Part.CALL);
    private final ReadOnlyStringWrapper filter = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Boolean> missing = new ReadOnlyObjectWrapper<>(false);
    private final ReadOnlyObjectWrapper<Optional<Simulation.Outcome>> simulated =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Function<ComposePage, Optional<Simulation.Outcome>> simulate;
    private Subscription working = Subscription.EMPTY;
    private Subscription simulating = Subscription.EMPTY;
    private boolean keeping;
    private long id;

    /// @param simulate says what an execution now would come to; called beside the toolkit's thread
    /// @param proposer who would submit a proposal of the DAO
    /// @param chainId of the network
    /// @param safe that is composed for; empty for the first
    /// @param wanted the draft that is taken up again
    ComposeViewModel(
            PageMaker maker,
            Composing composing,
            Background background,
            Function<ComposePage, Optional<Simulation.Outcome>> simulate,
            ObservableValue<Optional<Person>> proposer,
            BigInteger chainId,
            Address safe,
            Optional<Long> wanted) {
        this.maker = maker;
        this.proposer = proposer;
        this.composing = composing;
        this.background = background;
        this.simulate = simulate;
        this.ground = new WithCouncil<>(background, true, ComposeViewModel::ground);
        this.draft = new ReadOnlyObjectWrapper<>(new Draft(
                0, chainId, safe, Optional.empty(), List.of(), composing.clock().instant(), Optional.empty()));
        wanted.ifPresent(this::takeUp);
    }

    private static Ground ground(Known known, Loadable<Council> council) {
        return new Ground(known, WithCouncil.read(council).orElseThrow());
    }

    ReadOnlyObjectProperty<Loadable<ComposePage>> page() {
        return page.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Draft> draft() {
        return draft.getReadOnlyProperty();
    }

    /// Which call is being written; -1 for none.
    ReadOnlyIntegerProperty selected() {
        return selected.getReadOnlyProperty();
    }

    /// Counts how often another call was chosen to be written, or the one that is was changed from outside its fields.
    ReadOnlyIntegerProperty revision() {
        return revision.getReadOnlyProperty();
    }

    /// The draft as it is on the disk.
    ReadOnlyObjectProperty<Optional<Draft>> kept() {
        return kept.getReadOnlyProperty();
    }

    /// What an execution now would come to; empty while that is not known.
    ReadOnlyObjectProperty<Optional<Simulation.Outcome>> simulated() {
        return simulated.getReadOnlyProperty();
    }

    /// Drafts that can be taken up again.
    ReadOnlyObjectProperty<List<Draft>> drafts() {
        return drafts.getReadOnlyProperty();
    }

    /// What could not be done.
    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /// Whether the draft that was asked for is not there.
    ReadOnlyObjectProperty<Boolean> missing() {
        return missing.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Part> part() {
        return part.getReadOnlyProperty();
    }

    void show(Part wanted) {
        part.set(wanted);
    }

    ReadOnlyStringProperty filter() {
        return filter.getReadOnlyProperty();
    }

    void filter(String words) {
        filter.set(words);
    }

    Subscription follow(ObservableValue<Loadable<Known>> known, ObservableValue<Loadable<Council>> council) {
        listDrafts();
        return Subscription.combine(
                ground.follow(known, council),
                ground.value().subscribe(_ -> workOut()),
                proposer.subscribe((_, _) -> workOut()),
                () -> working.unsubscribe(),
                () -> simulating.unsubscribe());
    }

    /// Reads the drafts anew.
    void listDrafts() {
        background.quietly(() -> Attempt.of(() -> composing.drafts().all()), read -> settle(read, drafts::set));
    }

    private void takeUp(long wanted) {
        id = wanted;
        background.quietly(
                () -> Attempt.of(() -> composing.drafts().find(wanted)),
                read -> settle(read, found -> {
                    missing.set(found.isEmpty());
                    found.ifPresent(taken -> {
                        kept.set(found);
                        show(taken, taken.calls().isEmpty() ? NONE : 0);
                    });
                }));
    }

    /// Begins a call from a template, and makes it the one that is written: in place of one in which nothing is written
    /// yet, else after all others.
    void begin(Template template) {
        var begun = WrittenCall.empty(template);
        var at = selected.get();
        var size = draft.get().calls().size();
        if (at != NONE && draft.get().calls().get(at).values().isEmpty()) {
            if (!draft.get().calls().get(at).equals(begun)) {
                change(draft.get().replaced(at, begun), at);
            }
        } else if (size < Draft.MOST_CALLS) {
            change(draft.get().plus(begun), size);
        }
    }

    /// Adds calls that were read from elsewhere.
    void add(List<WrittenCall> calls) {
        var changed = draft.get();
        for (var call : calls) {
            if (changed.calls().size() < Draft.MOST_CALLS) {
                changed = changed.plus(call);
            }
        }
        change(changed, changed.calls().size() - 1);
    }

    /// Makes another call the one that is written.
    void select(int index) {
        if (index >= 0 && index < draft.get().calls().size()) {
            part.set(Part.CALL);
            if (index != selected.get()) {
                show(draft.get(), index);
            }
        }
    }

    /// Leaves the call that is written; the templates are there for another.
    void selectNone() {
        part.set(Part.CALL);
        show(draft.get(), NONE);
    }

    /// Writes into an input of the call that is being written.
    void write(Input input, String text) {
        if (selected.get() == NONE) {
            return;
        }
        var call = draft.get().calls().get(selected.get());
        if (!call.text(input).equals(text) && text.length() <= WrittenCall.MOST_CHARACTERS) {
            var written = cleared(call, input).with(input, text);
            apply(draft.get().replaced(selected.get(), written));
        }
    }

    /// What was written for another parameter or function means nothing for this one.
    private static WrittenCall cleared(WrittenCall call, Input input) {
        return switch (input) {
            case PARAMETER -> call.with(Input.SCOPE, "").with(Input.VALUE, "");
            case INTERFACE -> call.with(Input.FUNCTION, "").with(Input.ARGUMENTS, "");
            default -> call;
        };
    }

    /// Takes a text that would work.
    void use(Input input, String text) {
        write(input, text);
        revision.set(revision.get() + 1);
    }

    void move(int by) {
        var at = selected.get();
        if (at != NONE) {
            change(draft.get().moved(at, by), draft.get().target(at, by));
        }
    }

    void remove(int index) {
        var left = draft.get().without(index);
        change(left, Math.min(index, left.calls().size() - 1));
    }

    void copy(int index) {
        if (draft.get().calls().size() < Draft.MOST_CALLS) {
            change(draft.get().copied(index), index + 1);
        }
    }

    /// Composes for another Safe or for the DAO. Calls and text stay.
    void composeFor(Address composer) {
        if (!draft.get().safe().equals(composer)) {
            part.set(Part.CALL);
            apply(draft.get().of(composer));
        }
    }

    /// Writes what is said of a proposal.
    void say(String text) {
        if (!draft.get().text().equals(text) && text.length() <= Draft.MOST_TEXT) {
            apply(draft.get().saying(text));
        }
    }

    /// Takes a text that would do better.
    void useText(String text) {
        say(text);
        revision.set(revision.get() + 1);
    }

    /// The proposal was made as it stands in the draft.
    void submitted(NewProposal proposal) {
        if (read(page.get())
                .flatMap(ComposePage::proposal)
                .filter(proposal::equals)
                .isPresent()) {
            draft.set(draft.get().reviewedAs(new Hash32(Word.of(proposal.id()))));
            keep();
            // the block with the proposal may have been read before
            workOut();
        }
    }

    /// Chooses a nonce; empty for the first that is free.
    void at(Optional<BigInteger> nonce) {
        if (!draft.get().nonce().equals(nonce)) {
            apply(draft.get().at(nonce));
        }
    }

    private void change(Draft changed, int index) {
        part.set(Part.CALL);
        selected.set(index);
        revision.set(revision.get() + 1);
        apply(changed);
    }

    private void show(Draft shown, int index) {
        selected.set(index);
        revision.set(revision.get() + 1);
        draft.set(shown);
        workOut();
    }

    private void apply(Draft changed) {
        draft.set(changed.changedAt(composing.clock().instant()));
        keep();
        workOut();
    }

    /// One writing at a time, and the newest state after each, so that an older one never comes after it.
    private void keep() {
        if (keeping) {
            return;
        }
        keeping = true;
        var written = draft.get();
        var number = id;
        background.quietly(
                () -> Attempt.of(() -> {
                    var numbered =
                            written.numbered(number == 0 ? composing.drafts().next() : number);
                    composing.drafts().keep(numbered);
                    return numbered;
                }),
                done -> {
                    keeping = false;
                    settle(done, numbered -> {
                        id = numbered.id();
                        kept.set(Optional.of(numbered));
                        if (!draft.get().equals(written)) {
                            keep();
                        }
                    });
                });
    }

    private void workOut() {
        working.unsubscribe();
        var written = draft.get();
        var at = selected.get();
        switch (ground.value().get()) {
            case Loadable.Idle<Ground> _ -> page.set(new Loadable.Idle<>());
            case Loadable.Loading<Ground> _ -> page.set(new Loadable.Loading<>());
            case Loadable.Failed<Ground>(var failed) -> page.set(new Loadable.Failed<>(failed));
            case Loadable.Ready<Ground>(var read, var asOf) ->
                work(read, written, at, made -> new Loadable.Ready<>(made, asOf));
            case Loadable.Stale<Ground>(var read, var asOf, var why) ->
                work(read, written, at, made -> new Loadable.Stale<>(made, asOf, why));
        }
    }

    private void work(Ground read, Draft written, int at, Function<ComposePage, Loadable<ComposePage>> state) {
        var proposes = proposer.getValue();
        working = background.quietly(() -> state.apply(maker.page(read, written, at, proposes)), this::made);
    }

    private void made(Loadable<ComposePage> state) {
        var before = read(page.get());
        page.set(state);
        var now = read(state)
                .filter(shown ->
                        shown.transaction().isPresent() || shown.proposal().isPresent());
        if (now.isEmpty() || before.filter(now.get()::comesToTheSame).isEmpty()) {
            simulated.set(Optional.empty());
        }
        simulating.unsubscribe();
        if (now.isPresent()) {
            simulating = background.quietly(() -> read(state).flatMap(simulate), simulated::set);
        }
    }

    /// Keeps the transaction for review, and hands over its hash once that is done.
    void review(Consumer<Hash32> open) {
        var shown = read(page.get());
        if (shown.isEmpty()
                || shown.get().transaction().isEmpty()
                || !shown.get().missing().isEmpty()) {
            return;
        }
        var composed = shown.get();
        var written = draft.get();
        background.run(
                "Keeping the transaction",
                () -> Attempt.of(() -> composing
                        .kept()
                        .keep(ComposeTransaction.shared(
                                composed.ofSafe().orElseThrow().safe(),
                                composed.transaction().orElseThrow(),
                                AUTHOR,
                                composed.words()))
                        .hash()
                        .hash()),
                done -> settle(done, hash -> {
                    if (draft.get().equals(written)) {
                        draft.set(written.reviewedAs(hash));
                        keep();
                    }
                    open.accept(hash);
                }));
    }

    /// Lets a draft go.
    void forget(long number) {
        background.run(
                "Deleting a draft",
                () -> Attempt.of(() -> {
                    composing.drafts().forget(number);
                    return composing.drafts().all();
                }),
                left -> settle(left, drafts::set));
    }

    static Optional<ComposePage> read(Loadable<ComposePage> page) {
        return switch (page) {
            case Loadable.Ready<ComposePage>(var value, var _) -> Optional.of(value);
            case Loadable.Stale<ComposePage>(var value, var _, var _) -> Optional.of(value);
            case Loadable.Idle<ComposePage> _, Loadable.Loading<ComposePage> _, Loadable.Failed<ComposePage> _ ->
                Optional.empty();
        };
    }

    private <T> void settle(Attempt<T> attempt, Consumer<T> sink) {
        attempt.then(
                value -> {
                    problem.set(Optional.empty());
                    sink.accept(value);
                },
                why -> problem.set(Optional.of(why)));
    }
}
