package org.breakwater.desktop.feature.proposals;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import org.breakwater.core.acting.Person;
import org.breakwater.core.compose.Draft;
import org.breakwater.core.compose.WrittenCall;
import org.breakwater.core.governor.BallotWords.Ballot;
import org.breakwater.core.governor.DaoCalls;
import org.breakwater.core.governor.ProposalActions;
import org.breakwater.core.governor.ProposalBallot;
import org.breakwater.core.governor.ProposalOnChain;
import org.breakwater.core.governor.Support;
import org.breakwater.core.governor.VoterOnChain;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.safe.SafeCall;
import org.breakwater.core.value.Address;
import org.breakwater.desktop.fx.Attempt;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.place.ActViewModel;
import org.breakwater.desktop.place.ActViewModel.Wanted;
import org.breakwater.desktop.place.Acting;
import org.breakwater.desktop.place.BallotDraft;
import org.breakwater.desktop.place.Composing;

/// What whoever acts can do with the proposal that is shown. How it stands is asked of the Governor and the Timelock
/// themselves at each block.
final class VoteViewModel {

    /// Forms that are filled in.
    static final String VOTE = "vote";

    static final String DELEGATE = "delegate";

    /// The longest reason, in bytes. Each is paid for and kept on the chain for good.
    static final int MOST_REASON = 2_000;

    /// A proposal to the DAO.
    ///
    /// @param name "proposal 14"
    /// @param text what its proposer says
    /// @param block the newest that is known
    record Looked(BigInteger id, String name, ProposalActions actions, String text, long block) {

        /// Whether the text that is known is the one that the id is of. It is not where its bytes are no text.
        boolean isExact() {
            return actions.id().equals(id);
        }

        private Looked with(ProposalActions exact) {
            return new Looked(id, name, exact, text, block);
        }
    }

    /// How things stand for whoever acts.
    ///
    /// @param voter empty where nobody can act
    record Standing(Looked looked, ProposalOnChain proposal, Optional<Person> person, Optional<VoterOnChain> voter) {}

    private final Acting acting;
    private final Composing composing;
    private final Background background;
    private final ActViewModel act;
    private final ReadOnlyObjectWrapper<Optional<Standing>> standing = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Support> support = new SimpleObjectProperty<>(Support.FOR);
    private final BallotDraft reason;
    private final ObjectProperty<Optional<Person>> payer = new SimpleObjectProperty<>(Optional.empty());
    private Optional<Looked> looked = Optional.empty();
    private Subscription reading = Subscription.EMPTY;

    VoteViewModel(Acting acting, Background background, Composing composing) {
        this.acting = acting;
        this.composing = composing;
        this.background = background;
        this.act = new ActViewModel(acting, background, this::read);
        this.reason = new BallotDraft(composing.ballots(), background, this::ballot, act::refuse);
    }

    /// Keeps up with who acts, until the answer is closed.
    Subscription follow() {
        return Subscription.combine(acting.person().subscribe(_ -> another()), () -> reading.unsubscribe());
    }

    /// Whoever acts now has begun nothing yet.
    private void another() {
        act.leave();
        clear();
        payer.set(Optional.empty());
        standing.set(Optional.empty());
        read();
    }

    private void clear() {
        support.set(Support.FOR);
        reason.recall();
    }

    private Optional<Ballot> ballot() {
        return looked.flatMap(now -> acting.person()
                .get()
                .map(voter ->
                        Ballot.onProposal(acting.actions().dao().read().dao().chain(), now.id(), voter.address())));
    }

    /// Writes the reason.
    void say(String words) {
        reason.say(words);
    }

    /// Looks at another proposal, or at the same after another block.
    void look(Optional<Looked> next) {
        if (!next.equals(looked)) {
            var another = !next.map(Looked::id).equals(looked.map(Looked::id));
            looked = next;
            if (another) {
                act.leave();
                clear();
                standing.set(Optional.empty());
            }
            read();
        }
    }

    private void read() {
        reading.unsubscribe();
        var now = looked;
        if (now.isEmpty()) {
            standing.set(Optional.empty());
            return;
        }
        var person = acting.person().get();
        reading = background.quietly(
                () -> Attempt.of(() -> {
                    var dao = acting.actions().dao().read();
                    var voter = person.isEmpty()
                            ? Optional.<VoterOnChain>empty()
                            : Optional.of(dao.voter(now.get().id(), person.get().address()));
                    var exact = now.get().isExact()
                            ? now.get()
                            : now.get()
                                    .with(dao.announced(now.get().id())
                                            .orElse(now.get().actions()));
                    return new Standing(exact, dao.proposal(exact.actions()), person, voter);
                }),
                outcome -> outcome.then(read -> standing.set(Optional.of(read)), act::refuse));
    }

    ActViewModel act() {
        return act;
    }

    ReadOnlyObjectProperty<Optional<Standing>> standing() {
        return standing.getReadOnlyProperty();
    }

    ObjectProperty<Support> support() {
        return support;
    }

    ReadOnlyStringProperty reason() {
        return reason.words();
    }

    /// Who sends a signed ballot; empty where the voter sends a transaction.
    ObjectProperty<Optional<Person>> payer() {
        return payer;
    }

    /// Has the vote read back from its bytes.
    void readBack() {
        standing.get().ifPresent(now -> now.person().ifPresent(voter -> readBack(now.looked(), voter)));
    }

    private void readBack(Looked proposal, Person voter) {
        var words = reason.words().get().strip();
        var length = words.getBytes(StandardCharsets.UTF_8).length;
        if (length > MOST_REASON) {
            act.refuse(new Problem(
                    "The reason has " + length + " bytes, of at most " + MOST_REASON + ".",
                    "Each byte is paid for and kept on the chain for good.",
                    "Say it in fewer words."));
            return;
        }
        var choice = support.get();
        var wanted = new Wanted("Vote " + word(choice) + " on " + proposal.name(), "Your vote counts");
        var dao = acting.actions().dao();
        payer.get()
                .ifPresentOrElse(
                        pays -> act.sign(wanted, pays, () -> {
                            var nonce = dao.read()
                                    .voter(proposal.id(), voter.address())
                                    .nonce();
                            return dao.ballots()
                                    .write(new ProposalBallot(proposal.id(), choice, voter.address(), nonce, words));
                        }),
                        () -> act.prepare(
                                wanted,
                                DaoCalls.vote(
                                        dao.read().dao().governor(), proposal.id(), choice, voter.address(), words)));
    }

    static String word(Support support) {
        return switch (support) {
            case FOR -> "For";
            case AGAINST -> "Against";
            case ABSTAIN -> "Abstain";
        };
    }

    void queue() {
        standing.get()
                .ifPresent(now -> act.prepare(
                        new Wanted("Queue " + now.looked().name(), "It waits in the timelock"),
                        DaoCalls.queue(governor(), now.looked().actions())));
    }

    void execute() {
        standing.get()
                .ifPresent(now -> act.prepare(
                        new Wanted("Execute " + now.looked().name(), "It is carried out"),
                        DaoCalls.execute(governor(), now.looked().actions())));
    }

    void takeBack() {
        standing.get()
                .ifPresent(now -> act.prepare(
                        new Wanted("Take back " + now.looked().name(), "It is taken back"),
                        DaoCalls.cancel(governor(), now.looked().actions())));
    }

    /// Begins a draft with the same actions and the same text, which has to be changed: the Governor takes both
    /// together
    /// once.
    ///
    /// @param open told the draft's number
    void again(Consumer<Long> open) {
        var lost = standing.get().map(Standing::looked);
        if (lost.isEmpty()) {
            return;
        }
        var dao = acting.actions().dao().read().dao();
        background.run(
                "Writing a draft",
                () -> Attempt.of(() -> {
                    var draft = new Draft(
                            composing.drafts().next(),
                            BigInteger.valueOf(dao.chain().number()),
                            dao.timelock(),
                            Optional.empty(),
                            calls(lost.get().actions()),
                            lost.get().text(),
                            composing.clock().instant(),
                            Optional.empty());
                    composing.drafts().keep(draft);
                    return draft.id();
                }),
                outcome -> outcome.then(open, act::refuse));
    }

    private static List<WrittenCall> calls(ProposalActions actions) {
        var calls = new ArrayList<WrittenCall>();
        for (int i = 0; i < actions.count(); i++) {
            calls.add(WrittenCall.of(new SafeCall(
                    Operation.CALL,
                    actions.targets().get(i),
                    actions.values().get(i),
                    actions.calldatas().get(i))));
        }
        return calls;
    }

    /// @param to an address as it was typed
    void delegate(String to) {
        var person = acting.person().get();
        if (person.isEmpty()) {
            return;
        }
        try {
            var delegate = Address.parse(to.strip());
            var own = delegate.equals(person.get().address());
            act.prepare(
                    new Wanted(
                            own ? "Delegate to yourself" : "Delegate your votes",
                            own ? "Your tokens vote from now on" : "They vote with your tokens from now on"),
                    DaoCalls.delegate(
                            acting.actions().dao().read().dao().token(),
                            person.get().address(),
                            delegate));
        } catch (IllegalArgumentException noAddress) {
            act.refuse(Problem.of("That is no address.", "Enter one of 42 characters that begins with 0x."));
        }
    }

    private Address governor() {
        return acting.actions().dao().read().dao().governor();
    }
}
