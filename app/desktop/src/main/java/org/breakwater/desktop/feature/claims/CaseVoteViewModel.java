package org.breakwater.desktop.feature.claims;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;
import org.breakwater.core.acting.Person;
import org.breakwater.core.compose.WrittenCall;
import org.breakwater.core.fact.CaseFact.Case;
import org.breakwater.core.governor.BallotReason;
import org.breakwater.core.governor.BallotWords;
import org.breakwater.core.governor.BallotWords.Ballot;
import org.breakwater.core.governor.CaseBallot;
import org.breakwater.core.governor.CaseBallot.CaseChoice;
import org.breakwater.core.governor.CaseCalls;
import org.breakwater.core.governor.JurorOnChain;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.protocol.BallotChoice;
import org.breakwater.core.protocol.CaseKind;
import org.breakwater.core.protocol.CaseOutcome;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.breakwater.desktop.fx.Attempt;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.place.ActViewModel;
import org.breakwater.desktop.place.ActViewModel.Wanted;
import org.breakwater.desktop.place.Acting;
import org.breakwater.desktop.place.BallotDraft;

/// What whoever acts can do in a case of the tribunal: vote and change their ballot until the close, count it, file
/// evidence, appeal. How they stand in it is asked of the tribunal itself at each block.
final class CaseVoteViewModel {

    static final String VOTE = "vote";
    static final String EVIDENCE = "evidence";
    static final String APPEAL = "appeal";
    static final String CHALLENGE = "challenge";

    /// What a contract takes from whoever appeals or challenges.
    ///
    /// @param units of the asset
    record Deposit(Address asset, BigInteger units) {}

    /// What is decided, and for whom.
    ///
    /// @param running the case that runs or ran last; empty where there was none
    /// @param pool whose money it is about
    /// @param claimant who may appeal; empty on an incident
    /// @param appeal what it takes to appeal now; empty where that is not possible
    /// @param challenge what it takes to challenge the incident now; empty where that is not possible
    /// @param parties who does not vote, and why
    /// @param stakes who has something at stake that keeps nobody from voting, and what
    /// @param strikable voters who became parties and whose ballots still count
    /// @param council what the council can do about it now, as a draft of its call; empty for nothing
    /// @param outcome what was computed here that closing now would decide
    /// @param decidedBps share that was computed here
    /// @param time of the newest block that is known, seconds since 1970
    record Matter(
            CaseKind kind,
            long refId,
            Optional<Running> running,
            Address pool,
            Optional<Address> claimant,
            Optional<Deposit> appeal,
            Optional<Deposit> challenge,
            boolean takesEvidence,
            Map<Address, String> parties,
            Map<Address, String> stakes,
            List<Address> strikable,
            Optional<WrittenCall> council,
            CaseOutcome outcome,
            int decidedBps,
            long block,
            long time) {

        String name() {
            return (kind == CaseKind.CLAIM ? "claim " : "incident ") + refId;
        }
    }

    /// A case as it stands.
    record Running(long caseId, Case view) {

        boolean isOpenAt(long time) {
            return view.outcome() == CaseOutcome.OPEN && time >= view.opens() && time < view.closes();
        }

        boolean isOverAt(long time) {
            return view.outcome() == CaseOutcome.OPEN && time >= view.closes();
        }
    }

    /// How whoever acts stands in it.
    ///
    /// @param claimant whoever may appeal, where they can act on this machine
    record Standing(Matter matter, Optional<Person> person, Optional<JurorOnChain> juror, Optional<Person> claimant) {

        /// Whether the tribunal would decide something else than was computed here.
        boolean disagrees() {
            return juror.filter(each -> each.outcome() != matter.outcome() || each.decidedBps() != matter.decidedBps())
                    .isPresent();
        }
    }

    private final Acting acting;
    private final Background background;
    private final Runnable ownBallot;
    private final ActViewModel act;
    private final ReadOnlyObjectWrapper<Optional<Standing>> standing = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<BallotChoice> choice = new SimpleObjectProperty<>(BallotChoice.PAY);
    private final StringProperty percent = new SimpleStringProperty("50");
    private final StringProperty clause = new SimpleStringProperty("");
    private final StringProperty words = new SimpleStringProperty("");
    private final BallotDraft draft;

    /// Both fields change at once: half of what was kept is nothing that somebody wrote.
    private boolean recalling;

    private final ObjectProperty<Optional<Person>> payer = new SimpleObjectProperty<>(Optional.empty());
    private final Map<Hash32, String> written = new HashMap<>();
    private Optional<Matter> matter = Optional.empty();
    private Subscription reading = Subscription.EMPTY;

    /// @param kept where reasons of ballots are kept while they are written and afterwards
    /// @param ownBallot called when whoever acts has a ballot in the case: they may see how others voted
    CaseVoteViewModel(Acting acting, Background background, BallotWords kept, Runnable ownBallot) {
        this.acting = acting;
        this.background = background;
        this.ownBallot = ownBallot;
        this.act = new ActViewModel(acting, background, this::read);
        this.draft = new BallotDraft(kept, background, this::ballot, act::refuse);
        draft.words().subscribe(this::written);
        clause.subscribe(_ -> say());
        words.subscribe(_ -> say());
    }

    private Optional<Ballot> ballot() {
        return matter.flatMap(Matter::running)
                .flatMap(running -> acting.person()
                        .get()
                        .map(voter -> Ballot.inCase(
                                acting.actions().dao().read().dao().chain(), running.caseId(), voter.address())));
    }

    /// As it is kept: the clause in the first line, the words after it.
    private String text() {
        return clause.get().isEmpty() && words.get().isEmpty() ? "" : clause.get() + "\n" + words.get();
    }

    private void say() {
        if (!recalling) {
            draft.say(text());
        }
    }

    private void written(String text) {
        if (!text.equals(text())) {
            var end = text.indexOf('\n');
            recalling = true;
            clause.set(end < 0 ? "" : text.substring(0, end));
            words.set(text.substring(end + 1));
            recalling = false;
        }
    }

    /// Keeps up with who acts, until the answer is closed.
    Subscription follow() {
        return Subscription.combine(acting.person().subscribe(_ -> another()), () -> reading.unsubscribe());
    }

    private void another() {
        act.leave();
        payer.set(Optional.empty());
        standing.set(Optional.empty());
        clear();
        read();
    }

    private void clear() {
        choice.set(BallotChoice.PAY);
        percent.set("50");
        draft.recall();
    }

    void look(Optional<Matter> next) {
        if (!next.equals(matter)) {
            var another = !next.flatMap(Matter::running)
                    .map(Running::caseId)
                    .equals(matter.flatMap(Matter::running).map(Running::caseId));
            matter = next;
            if (another) {
                clear();
            }
            read();
        }
    }

    private void read() {
        reading.unsubscribe();
        if (matter.isEmpty()) {
            return;
        }
        var now = matter.get();
        var person = acting.person().get();
        reading = background.quietly(
                () -> Attempt.of(() -> {
                    if (person.isEmpty() || now.running().isEmpty()) {
                        return new Standing(now, person, Optional.empty(), claimant(now));
                    }
                    var running = now.running().get();
                    var juror = acting.actions()
                            .dao()
                            .read()
                            .juror(
                                    running.caseId(),
                                    person.get().address(),
                                    running.view().snapshot(),
                                    running.view().weightCap(),
                                    now.pool());
                    return new Standing(now, person, Optional.of(juror), claimant(now));
                }),
                outcome -> outcome.then(this::stands, act::refuse));
    }

    private Optional<Person> claimant(Matter about) {
        return about.claimant().flatMap(acting.actions().people()::find);
    }

    /// Acts as the claimant from now on.
    void actAsClaimant() {
        standing.get().flatMap(Standing::claimant).ifPresent(acting::actAs);
    }

    private void stands(Standing read) {
        standing.set(Optional.of(read));
        if (read.juror().flatMap(JurorOnChain::ballot).isPresent()) {
            ownBallot.run();
        }
    }

    ActViewModel act() {
        return act;
    }

    ReadOnlyObjectProperty<Optional<Standing>> standing() {
        return standing.getReadOnlyProperty();
    }

    ObjectProperty<BallotChoice> choice() {
        return choice;
    }

    /// Whole percents of a ballot for a part, as they are typed.
    StringProperty percent() {
        return percent;
    }

    /// Of the policy's wording, that the ballot rests on.
    StringProperty clause() {
        return clause;
    }

    StringProperty words() {
        return words;
    }

    /// Who sends a signed ballot; empty where the voter sends a transaction.
    ObjectProperty<Optional<Person>> payer() {
        return payer;
    }

    /// The text of a reason that was written here, by its hash.
    Optional<String> written(Hash32 hash) {
        return Optional.ofNullable(written.get(hash));
    }

    /// Has the ballot read back from its bytes.
    void readBack() {
        var now = standing.get();
        if (now.isEmpty()
                || now.get().person().isEmpty()
                || now.get().matter().running().isEmpty()) {
            return;
        }
        var voter = now.get().person().get();
        var caseId = now.get().matter().running().get().caseId();
        var says = says();
        var reason = reason(caseId);
        if (says.isEmpty()) {
            act.refuse(Problem.of("A part is a whole percentage from 1 to 99.", "Enter one, or choose Pay or Deny."));
        } else if (clause.get().isBlank() && says.get().choice() != BallotChoice.ABSTAIN) {
            act.refuse(Problem.of(
                    "A ballot that decides cites the clause of the wording that it rests on.",
                    "Enter its number, such as 4.2, or abstain."));
        } else if (reason.isEmpty()) {
            act.refuse(Problem.of(
                    "A ballot needs a reason, and the clause is one line.",
                    "Write why, in up to " + BallotReason.MOST + " characters."));
        } else {
            written.put(reason.get().hash(), reason.get().text());
            vote(voter, caseId, says.get(), reason.get());
        }
    }

    private void vote(Person voter, long caseId, CaseChoice says, BallotReason why) {
        var reason = why.hash();
        var wanted = new Wanted("Vote " + word(says) + " in case " + caseId, "Your ballot counts", why.text());
        var dao = acting.actions().dao();
        payer.get()
                .ifPresentOrElse(
                        pays -> act.sign(
                                wanted,
                                pays,
                                () -> dao.ballots()
                                        .write(new CaseBallot(
                                                caseId, says, reason, voter.address(), nonce(voter.address())))),
                        () -> act.prepare(wanted, CaseCalls.vote(tribunal(), caseId, says, reason, voter.address())));
    }

    /// As of the newest block: another ballot may have been counted since.
    private BigInteger nonce(Address voter) throws ProblemException {
        return acting.actions().dao().read().nonceInCases(voter);
    }

    private Optional<CaseChoice> says() {
        if (choice.get() != BallotChoice.PAY_PARTIAL) {
            return Optional.of(CaseChoice.of(choice.get()));
        }
        var typed = percent.get().strip().replace("%", "").strip();
        return typed.matches("[1-9][0-9]?") ? Optional.of(CaseChoice.part(Integer.parseInt(typed))) : Optional.empty();
    }

    private Optional<BallotReason> reason(long caseId) {
        try {
            return Optional.of(new BallotReason(caseId, clause.get(), words.get()));
        } catch (IllegalArgumentException unfit) {
            return Optional.empty();
        }
    }

    static String word(CaseChoice says) {
        return switch (says.choice()) {
            case PAY -> "Pay";
            case PAY_PARTIAL -> "Pay " + says.shareBps() / CaseChoice.LEAST + " %";
            case DENY -> "Deny";
            case ABSTAIN -> "Abstain";
            case NONE -> throw new IllegalArgumentException("a ballot says something");
        };
    }

    void count() {
        matter.flatMap(Matter::running)
                .ifPresent(running -> act.prepare(
                        new Wanted("Count case " + running.caseId(), "The case is decided"),
                        CaseCalls.close(tribunal(), running.caseId())));
    }

    /// @param content of the evidence, whose hash is filed
    /// @param address where it can be asked for
    void file(Bytes content, String address) {
        var person = acting.person().get();
        if (person.isEmpty() || matter.isEmpty() || !isThere(content, "There is nothing to file.")) {
            return;
        }
        var about = matter.get();
        var hash = kept(content);
        act.prepare(
                new Wanted(
                        "File evidence on " + about.name(),
                        "The evidence is filed",
                        content.toText().orElse("")),
                CaseCalls.evidence(
                        tribunal(),
                        about.kind(),
                        about.refId(),
                        hash,
                        address.strip(),
                        person.get().address()));
    }

    /// Takes out the ballot of somebody who became a party. Anyone may.
    void strike(Address voter) {
        matter.flatMap(Matter::running)
                .ifPresent(running -> act.prepare(
                        new Wanted("Strike a ballot in case " + running.caseId(), "The ballot counts no longer"),
                        CaseCalls.strike(tribunal(), running.caseId(), voter)));
    }

    /// Lets the contract take what an appeal or a challenge costs.
    void allow() {
        var person = acting.person().get();
        var deposit = matter.flatMap(about -> about.appeal().or(about::challenge));
        if (person.isPresent() && deposit.isPresent()) {
            act.prepare(
                    new Wanted("Let it be taken", "The contract may take it"),
                    CaseCalls.allow(
                            deposit.get().asset(),
                            taker(),
                            deposit.get().units(),
                            person.get().address()));
        }
    }

    private Address taker() {
        var dao = acting.actions().dao().read().dao();
        return matter.filter(about -> about.kind() == CaseKind.CLAIM).isPresent() ? dao.claims() : dao.incidents();
    }

    /// @param content of what is new, whose hash is filed
    void appeal(Bytes content) {
        if (matter.isPresent() && isThere(content, "An appeal brings something new.")) {
            var hash = kept(content);
            act.prepare(
                    new Wanted(
                            "Appeal " + matter.get().name(),
                            "The claim is appealed",
                            content.toText().orElse("")),
                    CaseCalls.appeal(taker(), matter.get().refId(), hash));
        }
    }

    /// @param content of why
    void challenge(Bytes content) {
        var person = acting.person().get();
        if (person.isPresent() && matter.isPresent() && isThere(content, "A challenge needs a reason.")) {
            var hash = kept(content);
            act.prepare(
                    new Wanted(
                            "Challenge " + matter.get().name(),
                            "The incident is challenged",
                            content.toText().orElse("")),
                    CaseCalls.challenge(
                            taker(), matter.get().refId(), hash, person.get().address()));
        }
    }

    private boolean isThere(Bytes content, String otherwise) {
        var blank = content.toText().filter(String::isBlank).isPresent();
        if (blank) {
            act.refuse(Problem.of(otherwise, "Enter its text, or take a file."));
        }
        return !blank;
    }

    /// The hash of the very bytes; a text is kept for whoever wants to save it.
    private Hash32 kept(Bytes content) {
        var hash = Keccak.hash(content);
        content.toText().ifPresent(text -> written.put(hash, text));
        return hash;
    }

    private Address tribunal() {
        return acting.actions().dao().read().dao().tribunal();
    }
}
