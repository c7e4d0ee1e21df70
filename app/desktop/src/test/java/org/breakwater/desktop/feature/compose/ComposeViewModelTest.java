package org.breakwater.desktop.feature.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.breakwater.core.abi.AbiEncoder;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.acting.Person;
import org.breakwater.core.compose.Draft;
import org.breakwater.core.compose.Drafts;
import org.breakwater.core.compose.Input;
import org.breakwater.core.compose.Template;
import org.breakwater.core.compose.WrittenCall;
import org.breakwater.core.compose.WrittenValue;
import org.breakwater.core.exchange.PastedInterface;
import org.breakwater.core.exchange.SharedTransaction;
import org.breakwater.core.exchange.SharedTransactions;
import org.breakwater.core.governor.NewProposal;
import org.breakwater.core.governor.ProposerRule;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.protocol.ParameterUnit;
import org.breakwater.core.review.Verdict;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.safe.SafeCall;
import org.breakwater.core.safe.SafeHashCase;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Loadable;
import org.breakwater.core.value.Word;
import org.breakwater.desktop.boot.OpenConsole;
import org.breakwater.desktop.feature.compose.ComposePage.Product;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.place.Composing;
import org.breakwater.desktop.wording.ReviewFindings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The model of the place on a plain thread, on the world's own facts.
class ComposeViewModelTest extends FxTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(1_800_000_000));

    private static OpenConsole open;

    private final MemoryOfDrafts drafts = new MemoryOfDrafts();
    private final MemoryOfTransactions kept = new MemoryOfTransactions();
    private final ReadOnlyObjectWrapper<Optional<Person>> proposer = new ReadOnlyObjectWrapper<>(Optional.empty());

    @BeforeAll
    @SuppressWarnings("NullAway.Init") // JUnit calls it before anything else
    static void openConsole() throws ProblemException {
        open = OpenConsole.onTheWorld();
    }

    @AfterAll
    static void close() {
        open.close();
    }

    /// Drafts that are kept nowhere.
    private static final class MemoryOfDrafts implements Drafts {

        private final Map<Long, Draft> all = new LinkedHashMap<>();
        private final List<Draft> history = new ArrayList<>();
        private long last;
        private boolean full;

        @Override
        public long next() {
            return ++last;
        }

        @Override
        public void keep(Draft draft) throws ProblemException {
            if (full) {
                throw new ProblemException(Problem.of("There is no room left.", "Free some space."));
            }
            all.put(draft.id(), draft);
            history.add(draft);
        }

        @Override
        public Optional<Draft> find(long id) {
            return Optional.ofNullable(all.get(id));
        }

        @Override
        public List<Draft> all() {
            return List.copyOf(all.values());
        }

        @Override
        public void forget(long id) {
            all.remove(id);
        }
    }

    /// Transactions that are kept nowhere.
    private static final class MemoryOfTransactions implements SharedTransactions {

        private final Map<Hash32, SharedTransaction> all = new LinkedHashMap<>();

        @Override
        public SharedTransaction keep(SharedTransaction transaction) {
            all.put(transaction.hash().hash(), transaction);
            return transaction;
        }

        @Override
        public Optional<SharedTransaction> find(Hash32 safeTxHash) {
            return Optional.ofNullable(all.get(safeTxHash));
        }

        @Override
        public List<Kept> all() {
            return all.values().stream()
                    .map(transaction -> new Kept(transaction, Instant.EPOCH))
                    .toList();
        }

        @Override
        public void forget(Hash32 safeTxHash) {
            all.remove(safeTxHash);
        }
    }

    private PageMaker maker() {
        var protocol = open.wiring().protocol();
        var sentences = open.sentences();
        var name = sentences.name();
        var options = new FormOptions(name, protocol.texts(), sentences, sentences.calls());
        return new PageMaker(
                protocol.deployment(),
                sentences,
                sentences.calls(),
                new PastedInterface(protocol.composing().texts()),
                name,
                new FormMaker(protocol.book(), name, options, new FormFacts()));
    }

    private Function<ComposePage, Optional<Simulation.Outcome>> simulate = _ -> Optional.empty();

    private ComposeViewModel model(Background background, Optional<Long> wanted) {
        return new ComposeViewModel(
                maker(),
                new Composing(
                        drafts,
                        open.wiring().protocol().composing().ballots(),
                        kept,
                        open.wiring().protocol().composing().texts(),
                        CLOCK),
                background,
                page -> simulate.apply(page),
                proposer,
                BigInteger.valueOf(31_337),
                open.network().council(),
                wanted);
    }

    /// Follows the world.
    private ComposeViewModel following(Optional<Long> wanted) {
        try {
            var model = model(OpenConsole.AT_ONCE, wanted);
            var block = open.known().block();
            model.follow(
                    new ReadOnlyObjectWrapper<>(new Loadable.Ready<>(open.known(), block)),
                    new ReadOnlyObjectWrapper<>(new Loadable.Ready<>(open.council(), block)));
            return model;
        } catch (ProblemException unread) {
            throw new AssertionError(unread);
        }
    }

    private static ComposePage page(ComposeViewModel model) {
        return ComposeViewModel.read(model.page().get()).orElseThrow();
    }

    private static Product.OfSafe ofSafe(ComposeViewModel model) {
        return page(model).ofSafe().orElseThrow();
    }

    private static BigInteger elevated() {
        return open.known().view().parameterBook().get(ParameterKey.MIN_CAPITAL_RATIO, ParameterScope.level(3));
    }

    private static void tighten(ComposeViewModel model, BigInteger value) {
        model.begin(Template.TIGHTEN_NOW);
        model.write(Input.PARAMETER, "MIN_CAPITAL_RATIO");
        model.write(Input.SCOPE, ParameterScope.level(3).encoded().toString());
        model.write(Input.VALUE, WrittenValue.write(ParameterUnit.BPS, value));
        model.write(Input.REASON, "Hold more");
    }

    @Test
    void everyKeystrokeIsKept() {
        var model = following(Optional.empty());
        model.begin(Template.PROPOSE_CHANGE);
        for (var text : List.of("3", "36", "36.", "36.0")) {
            model.write(Input.VALUE, text);
        }

        assertThat(drafts.history)
                .extracting(draft -> draft.calls().getFirst().text(Input.VALUE))
                .containsExactly("", "3", "36", "36.", "36.0");
        assertThat(drafts.all).hasSize(1);
        assertThat(model.kept().get()).contains(drafts.history.getLast());
    }

    @Test
    void anOlderStateNeverComesAfterANewerOne() {
        Deque<Runnable> workers = new ArrayDeque<>();
        var model = model(new Background(workers::add, Runnable::run), Optional.empty());
        model.begin(Template.RECALL);
        model.write(Input.AMOUNT, "1");
        model.write(Input.AMOUNT, "12");
        assertThat(drafts.history).isEmpty();
        while (!workers.isEmpty()) {
            workers.poll().run();
        }

        assertThat(drafts.history)
                .extracting(draft -> draft.calls().getFirst().text(Input.AMOUNT))
                .as("what came between two writings is not written twice")
                .containsExactly("", "12");
    }

    @Test
    void aDiskThatIsFullIsSaidAndTheDraftStays() {
        var model = following(Optional.empty());
        model.begin(Template.RECALL);
        drafts.full = true;
        model.write(Input.AMOUNT, "1");

        assertThat(model.problem().get())
                .hasValueSatisfying(problem -> assertThat(problem.happened()).isEqualTo("There is no room left."));
        assertThat(model.draft().get().calls().getFirst().text(Input.AMOUNT)).isEqualTo("1");
        drafts.full = false;
        model.write(Input.AMOUNT, "12");
        assertThat(model.problem().get()).isEmpty();
        assertThat(drafts.history.getLast().calls().getFirst().text(Input.AMOUNT))
                .isEqualTo("12");
    }

    @Test
    void aDraftIsTakenUpWhereItWasLeft() {
        tighten(following(Optional.empty()), elevated().add(BigInteger.ONE));

        var again = following(Optional.of(1L));

        assertThat(again.draft().get()).isEqualTo(drafts.all.get(1L));
        assertThat(again.selected().get()).isZero();
        assertThat(page(again).missing()).isEmpty();
        assertThat(following(Optional.of(7L)).missing().get()).isTrue();
    }

    @Test
    void aTemplateTakesThePlaceOfOneInWhichNothingIsWritten() {
        var model = following(Optional.empty());
        model.begin(Template.TIGHTEN_NOW);
        model.begin(Template.RECALL);
        assertThat(page(model).lines()).hasSize(1);
        model.write(Input.AMOUNT, "1");
        model.begin(Template.SPEND);

        assertThat(model.draft().get().calls())
                .extracting(WrittenCall::template)
                .containsExactly(Template.RECALL, Template.SPEND);
    }

    @Test
    void anotherParameterForgetsTheValueOfTheOneBefore() {
        var model = following(Optional.empty());
        tighten(model, elevated().add(BigInteger.ONE));
        model.write(Input.PARAMETER, "ORACLE_MAX_AGE");

        var call = model.draft().get().calls().getFirst();
        assertThat(call.text(Input.VALUE)).isEmpty();
        assertThat(call.text(Input.SCOPE)).isEmpty();
        assertThat(call.text(Input.REASON)).isEqualTo("Hold more");
    }

    @Test
    void whatIsMissingIsNamedAndNothingGoesToReview() {
        var model = following(Optional.empty());
        assertThat(page(model).missing()).isEqualTo("Choose a template");
        model.begin(Template.TIGHTEN_NOW);
        assertThat(page(model).missing()).isEqualTo("Call 1: Choose a parameter.");

        model.review(_ -> {
            throw new AssertionError("it went to review");
        });
        assertThat(kept.all).isEmpty();
    }

    @Test
    void aFinishedTransactionIsKeptWithItsReason() {
        var model = following(Optional.empty());
        tighten(model, elevated().add(BigInteger.ONE));
        var opened = new ArrayList<Hash32>();
        model.review(opened::add);

        assertThat(opened).containsExactlyElementsOf(kept.all.keySet());
        var shared = kept.all.values().iterator().next();
        assertThat(shared.reasons()).extracting(reason -> reason.words()).containsExactly("Hold more");
        assertThat(shared.subject().transaction().nonce())
                .isEqualTo(ofSafe(model).nonce());
        assertThat(drafts.history.getLast().reviewed()).contains(opened.getFirst());

        model.write(Input.REASON, "Hold more, please");
        assertThat(drafts.history.getLast().reviewed()).isEmpty();
    }

    @Test
    void theNextNonceLiesBehindWhatIsKeptHere() throws ProblemException {
        var first = ofSafe(following(Optional.empty()));
        var here = open.wiring().protocol().composing().kept();
        var waiting = here.keep(SharedTransaction.unsigned(new SafeHashCase(
                first.safe().domain(), SafeTransaction.rejection(first.safe().address(), first.nonce()))));
        try {
            assertThat(ofSafe(following(Optional.empty())).nonce())
                    .isEqualTo(first.nonce().add(BigInteger.ONE));
        } finally {
            here.forget(waiting.hash().hash());
        }
    }

    @Test
    void aChosenNonceCompetesWithWhatWaitsForIt() {
        var model = following(Optional.empty());
        tighten(model, elevated().add(BigInteger.ONE));
        model.at(Optional.of(ofSafe(model).next()));

        assertThat(page(model).checks()).anySatisfy(check -> {
            assertThat(check.severity()).isEqualTo(Severity.WARNING);
            assertThat(check.sentence()).contains("nonce " + ofSafe(model).next());
        });
        model.at(Optional.of(BigInteger.ZERO));
        assertThat(page(model).missing()).contains("has used nonce 0");
    }

    @Test
    void aValueThatLeavesAPoolShortIsWarnedOf() {
        var model = following(Optional.empty());
        tighten(model, elevated());
        var outlook = page(model).form().orElseThrow().outlook().orElseThrow();
        var most = outlook.solventUpTo().orElseThrow();
        model.use(Input.VALUE, WrittenValue.write(ParameterUnit.BPS, most.add(BigInteger.ONE)));

        var field = page(model).form().orElseThrow().fields().stream()
                .filter(state -> state.input() == Input.VALUE)
                .findFirst()
                .orElseThrow();
        assertThat(field.hint())
                .hasValueSatisfying(hint -> assertThat(hint.severity()).isEqualTo(Severity.WARNING));
        assertThat(field.works()).contains(WrittenValue.write(ParameterUnit.BPS, most));
    }

    @Test
    void theGuardianIsOfferedWhatItsRolesAllow() {
        var model = following(Optional.empty());
        assertThat(possible(page(model), Template.QUARANTINE_ADAPTER)).isFalse();
        assertThat(possible(page(model), Template.TIGHTEN_NOW)).isTrue();
        assertThat(possible(page(model), Template.LIST_SUBJECT)).isFalse();

        model.composeFor(open.network().description().safes().getLast().state().address());

        assertThat(possible(page(model), Template.QUARANTINE_ADAPTER)).isTrue();
        assertThat(possible(page(model), Template.TIGHTEN_NOW)).isFalse();
    }

    private static boolean possible(ComposePage page, Template template) {
        return page.templates().stream()
                .filter(row -> row.template() == template)
                .findFirst()
                .orElseThrow()
                .possible();
    }

    // ── proposals of the DAO ───────────────────────────────────────────────────────────────────────────────────

    private static final String TEXT = "# Hold more\n\nRaise the minimum capital of elevated risks.";

    private static Person person(String name) {
        var account = open.network().description().accounts().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        return new Person(account.address(), name, Person.Means.LOCAL_NETWORK);
    }

    /// Whoever has the most votes, composing for the DAO.
    private ComposeViewModel proposing() {
        proposer.set(Optional.of(person("Voter 1")));
        var model = following(Optional.empty());
        model.composeFor(open.network().deployment().address("TimelockController"));
        return model;
    }

    private static void raise(ComposeViewModel model) {
        model.begin(Template.PROPOSE_CHANGE);
        model.write(Input.PARAMETER, "MIN_CAPITAL_RATIO");
        model.write(Input.SCOPE, ParameterScope.level(3).encoded().toString());
        model.write(
                Input.VALUE, WrittenValue.write(ParameterUnit.BPS, elevated().add(BigInteger.valueOf(100))));
        model.write(Input.REASON, "Hold more");
    }

    private static NewProposal proposal(ComposeViewModel model) {
        return page(model)
                .proposal()
                .orElseThrow(() -> new AssertionError(page(model).missing()));
    }

    private static boolean isSaid(ComposeViewModel model, Severity severity, String words) {
        return page(model).checks().stream()
                .anyMatch(check ->
                        check.severity() == severity && check.sentence().contains(words));
    }

    @Test
    void theDaoIsOfferedItsOwnRulesAndNoSafes() {
        var model = proposing();

        assertThat(page(model).templates())
                .extracting(row -> row.template().group())
                .contains(Template.Group.DAO_RULES)
                .doesNotContain(Template.Group.THIS_SAFE);
        assertThat(possible(page(model), Template.PROPOSE_CHANGE)).isTrue();
        assertThat(possible(page(model), Template.TIGHTEN_NOW)).isFalse();
        assertThat(possible(page(model), Template.SPEND)).isTrue();
    }

    @Test
    void aProposalIsMadeOfActionsAndATextAndKeptLikeATransaction() {
        var model = proposing();
        raise(model);
        assertThat(page(model).missing()).startsWith("It has no text yet.");
        model.say(TEXT);

        assertThat(page(model).missing()).isEmpty();
        var made = proposal(model);
        assertThat(made.descriptionHash()).isEqualTo(Keccak.hash(TEXT));
        assertThat(made.actions().targets())
                .containsExactly(open.network().deployment().address("ParameterRegistry"));
        assertThat(made.actions().calldatas().getFirst().slice(0, 4))
                .isEqualTo(Keccak.hash("proposeChangeAsDao(bytes32,bytes32,uint128,bytes32)")
                        .bytes()
                        .slice(0, 4));
        assertThat(drafts.history.getLast().text()).isEqualTo(TEXT);
        assertThat(isSaid(model, Severity.NOTE, "Somebody else could propose the same first"))
                .isTrue();

        var again = following(Optional.of(1L));
        assertThat(again.draft().get().text()).isEqualTo(TEXT);
        assertThat(proposal(again)).isEqualTo(made);

        model.submitted(made);
        assertThat(drafts.history.getLast().reviewed()).contains(new Hash32(Word.of(made.id())));
        model.say(TEXT + " More.");
        assertThat(drafts.history.getLast().reviewed()).isEmpty();
    }

    @Test
    void onlyWhomTheTextNamesAndWhoHasTheVotesCanSubmit() {
        var model = proposing();
        raise(model);
        model.say(ProposerRule.restricted(TEXT, person("Voter 2").address()));
        assertThat(page(model).missing()).isEqualTo("The text lets only Voter 2 propose it");
        proposer.set(Optional.of(person("Voter 2")));
        assertThat(page(model).missing()).isEmpty();
        assertThat(isSaid(model, Severity.PASSED, "Only Voter 2 can propose it"))
                .isTrue();

        model.say(TEXT + " #proposer=0x12");
        assertThat(isSaid(model, Severity.WARNING, "does not see the #proposer="))
                .isTrue();

        proposer.set(Optional.of(person("Keeper")));
        assertThat(page(model).missing()).isEqualTo("Keeper has too few votes to propose");
        assertThat(isSaid(model, Severity.HOLD, "Keeper has 0 votes")).isTrue();
        proposer.set(Optional.empty());
        assertThat(page(model).missing()).isEqualTo("Nobody can propose from this machine");
    }

    @Test
    void whatWasProposedBeforeIsNotProposedAgain() {
        var old = open.known()
                .view()
                .governance()
                .proposals()
                .getLast()
                .proposal()
                .created();
        var model = proposing();
        var calls = new ArrayList<WrittenCall>();
        for (int i = 0; i < old.targets().size(); i++) {
            calls.add(WrittenCall.of(new SafeCall(
                    Operation.CALL,
                    old.targets().get(i),
                    old.values().get(i),
                    old.calldatas().get(i))));
        }
        model.add(calls);
        model.say(old.description());

        assertThat(proposal(model).id()).isEqualTo(old.proposalId());
        assertThat(isSaid(model, Severity.BLOCK, "The same proposal was made before"))
                .isTrue();
        assertThat(page(model).missing()).endsWith("is the same");
        model.submitted(proposal(model));
        assertThat(page(model).missing())
                .as("whoever submitted it hears of that after its block was read")
                .isEqualTo("Submitted");
        model.say(old.description() + " Once more.");
        assertThat(isSaid(model, Severity.BLOCK, "The same proposal was made before"))
                .isFalse();
    }

    @Test
    void oneHundredActionsAreTakenAndNotOneMore() {
        var model = proposing();
        model.say(TEXT);
        var token = open.network().deployment().address("CoverToken");
        var call = WrittenCall.of(new SafeCall(
                Operation.CALL,
                token,
                BigInteger.ZERO,
                AbiEncoder.call(FunctionSignature.parse("delegate(address delegatee)"), new AbiValue.Account(token))));
        model.add(Collections.nCopies(NewProposal.MOST_ACTIONS, call));
        assertThat(page(model).missing()).isEmpty();
        assertThat(proposal(model).actions().count()).isEqualTo(100);

        model.add(List.of(call));
        assertThat(page(model).missing()).startsWith("A proposal has at most 100 actions here, and this one 101.");
        assertThat(page(model).proposal()).isEmpty();
    }

    @Test
    void charactersThatNobodySeesAreSaidAndHalfOnesRefused() {
        var model = proposing();
        raise(model);
        model.say(TEXT + " \u202egnp.exe\u200b");
        assertThat(isSaid(model, Severity.HOLD, "characters that nobody sees")).isTrue();
        assertThat(page(model).checks())
                .anySatisfy(
                        check -> assertThat(check.evidence()).contains("U+202E").contains("U+200B"));

        model.say(TEXT + " \ud83d");
        assertThat(page(model).missing()).startsWith("The text has half a character in it.");
        assertThat(drafts.history.getLast().text())
                .as("nothing that was written is lost")
                .endsWith("\ud83d");
        model.say("x".repeat(NewProposal.MOST_TEXT + 1));
        assertThat(page(model).missing()).startsWith("The text has 32769 bytes, of at most 32768.");
    }

    @Test
    void aFunctionWithTheSelectorOfAnotherIsReadAsTheContractReadsIt() {
        var model = proposing();
        model.say(TEXT);
        model.begin(Template.CALL_CONTRACT);
        model.write(
                Input.TARGET, open.network().deployment().address("CoverToken").toString());
        // 0xa9059cbb, as transfer(address,uint256) has
        model.write(Input.INTERFACE, "function many_msg_babbage(bytes1 said)");
        model.write(Input.ARGUMENTS, "0x01");

        assertThat(page(model).missing()).isEmpty();
        assertThat(isSaid(model, Severity.WARNING, "Call 1 cannot be read from its bytes"))
                .isTrue();
    }

    @Test
    void aTargetWithoutCodeIsFoundByTheRehearsal() {
        simulate = new Simulation(
                open.wiring().protocol().reviewer(), open.wiring().protocol().book());
        var model = proposing();
        model.say(TEXT);
        model.begin(Template.CALL_WITH_DATA);
        model.write(Input.TARGET, "0x00000000000000000000000000000000000B0b00".toLowerCase(Locale.ROOT));
        model.write(Input.DATA, "0x12345678");

        var rehearsal =
                model.simulated().get().flatMap(Simulation.Outcome::rehearsal).orElseThrow();
        assertThat(rehearsal.verdict()).isNotEqualTo(Verdict.PASS);
        assertThat(rehearsal.standing()).isEmpty();
        assertThat(new ReviewFindings(open.sentences().name()).of(rehearsal))
                .anySatisfy(finding ->
                        assertThat(finding.sentence() + finding.evidence()).contains("no code"));
    }

    @Test
    void aRuleThatWouldShutTheDaoOutIsSaid() {
        var model = proposing();
        model.say(TEXT);
        model.begin(Template.SET_QUORUM);
        model.write(Input.QUORUM, "90");
        assertThat(isSaid(model, Severity.BLOCK, "a quorum that nothing can reach"))
                .isTrue();
        model.write(Input.QUORUM, "4");
        assertThat(page(model).missing()).isEqualTo("Call 1: It is the value in force already.");
        model.write(Input.QUORUM, "101");
        assertThat(page(model).missing()).isEqualTo("Call 1: No quorum is above 100 percent of the supply.");
        model.begin(Template.SET_PROPOSAL_THRESHOLD);
        model.write(Input.VOTES, "50,000,000");
        assertThat(isSaid(model, Severity.BLOCK, "leaves nobody who could propose"))
                .isTrue();
        model.begin(Template.SET_VOTING_PERIOD);
        model.write(Input.DURATION, "1 d");
        assertThat(isSaid(model, Severity.HOLD, "leaves less time to vote")).isTrue();
        model.begin(Template.SET_TIMELOCK_DELAY);
        model.write(Input.DURATION, "1 h");
        assertThat(isSaid(model, Severity.HOLD, "leaves less time to leave")).isTrue();
    }
}
