package org.breakwater.desktop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.breakwater.core.abi.AbiEncoder;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.execution.Speed;
import org.breakwater.core.governor.AccountCall;
import org.breakwater.core.governor.NewProposal;
import org.breakwater.core.governor.ProposerRule;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.projection.view.ProposalState;
import org.breakwater.core.projection.view.ProposalView;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.safe.SafeCall;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Word;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.theme.Appearance.Scheme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A proposal of the DAO from the first word to its execution, and one that fails beside it: written, rehearsed,
/// submitted,
/// voted on, queued and carried out in the window by those who may, and after each step the chain is asked.
@SuppressWarnings("EnumOrdinal") // as the Governor numbers states
class ProposalScenarioTest extends FxTest {

    private static final String WORDS = """
        # Hold more against elevated risks

        Raise the **minimum capital** for elevated risks by 1 percent:

        - incidents of the last two quarters were larger than assumed
        - every pool stays above its minimum

        See [the forum](https://forum.example/42).\
        """;

    private OpenConsole open;
    private VotingHand hand;
    private Operator operator;

    @BeforeEach
    void open() throws Exception {
        open = OpenConsole.onTheWorld();
        hand = new VotingHand(open);
        operator = new Operator(open);
    }

    @AfterEach
    void close() {
        open.close();
    }

    private BigInteger asked(String contract, String function, Bytes... arguments) throws Exception {
        var chain = new AskedChain(open.network(), open.network().node().head().number());
        return chain.ask(open.network().deployment().address(contract), function, arguments)
                .getFirst();
    }

    private ProposalState state(BigInteger id) throws Exception {
        return ProposalState.values()[
                asked("CoverGovernor", "state(uint256)", Word.of(id)).intValueExact()];
    }

    private List<ProposalView> proposals() {
        return open.known().view().governance().proposals();
    }

    /// Voters by the votes that they have now, the most first.
    private List<String> voters() {
        var governance = open.known().view().governance();
        return open.network().description().accounts().stream()
                .filter(account -> account.name().startsWith("Voter "))
                .map(account -> account.name())
                .sorted(Comparator.comparing((String name) -> governance.pastVotes(
                                hand.account(name), open.known().time()))
                        .reversed())
                .toList();
    }

    private void begin(String words, String title) {
        operator.character("/");
        operator.writeWhereTheFocusIs(words);
        operator.key(KeyCode.ENTER, false);
        open.awaitWords(title);
    }

    /// Waits until the chain has a proposal more, and gives its id.
    private BigInteger submitted(int before) {
        hand.press("#compose-submit");
        hand.awaitNode("#act-send");
        hand.send("It is proposed.");
        FxTest.await(() -> proposals().size() == before + 1);
        return proposals().getLast().proposal().created().proposalId();
    }

    @Test
    void oneProposalGoesFromItsDraftToItsExecutionAndAnotherFailsAndIsWrittenAgain() throws Exception {
        var voters = voters();
        var before = proposals().size();
        open.goTo(new Place.Proposals(), "Proposals");
        hand.press("#new-proposal");
        open.awaitWords("Choose a template");
        hand.actAs(voters.getFirst());
        var passing = parameter(voters.getFirst(), before);
        var failing = rule(before + 1);
        var unreadable = unreadable(voters.getFirst(), before + 2);

        open.network().time().moveAhead(Duration.ofHours(49));
        FxTest.await(() -> proposals().getLast().state() == ProposalState.ACTIVE);
        vote(failing, voters.getFirst());
        vote(unreadable, voters.getFirst());
        var given = 0;
        for (var voter : voters) {
            vote(passing, voter);
            given++;
            if (asked("CoverGovernor", "quorum(uint256)", Word.of(snapshot(passing)))
                            .compareTo(inFavour(passing))
                    <= 0) {
                break;
            }
        }
        assertThat(given).as("votes that the quorum took").isBetween(2, 8);

        open.network().time().moveAhead(Duration.ofHours(97));
        queued(passing);
        lost(failing);
        executed(passing);
    }

    private BigInteger snapshot(BigInteger id) throws Exception {
        return asked("CoverGovernor", "proposalSnapshot(uint256)", Word.of(id));
    }

    private BigInteger inFavour(BigInteger id) throws Exception {
        var chain = new AskedChain(open.network(), open.network().node().head().number());
        return chain.ask(open.network().deployment().address("CoverGovernor"), "proposalVotes(uint256)", Word.of(id))
                .get(1);
    }

    private BigInteger parameter(String proposer, int before) throws Exception {
        begin("propose a change", "Call 1: propose a change");
        operator.choose("#compose-parameter", "MIN_CAPITAL_RATIO");
        operator.choose("#compose-scope", "Elevated");
        var old = open.known().view().parameterBook().get(ParameterKey.MIN_CAPITAL_RATIO, ParameterScope.level(3));
        var next = old.add(BigInteger.valueOf(100));
        operator.write("#compose-value", new BigDecimal(next, 2).toPlainString());
        operator.write("#compose-reason", "Hold more against elevated risks");
        FxTest.await(() -> open.text("#compose-title").startsWith("Raise the minimum capital"));
        open.picture("propose-call-light");

        hand.enter("#compose-part-text");
        hand.type("#proposal-text", WORDS);
        hand.press("#restrict-proposer");
        var restricted = ProposerRule.restricted(WORDS, hand.account(proposer));
        FxTest.await(() -> open.text("#proposal-text").equals(restricted));
        open.awaitWords("The action succeeds on block");
        open.picture("propose-text-light");
        hand.choose("Preview");
        open.wear(Scheme.DARK);
        open.picture("propose-preview-dark");
        hand.enter("#compose-part-rehearsal");
        hand.awaitNode("#rehearsal-checks");
        open.picture("propose-rehearsal-dark");
        open.resize(1100, 700);
        open.wear(Scheme.LIGHT);
        open.picture("propose-rehearsal-small-light");
        hand.enter("#compose-part-text");
        hand.choose("Write");
        open.picture("propose-text-small-light");
        open.resize(1440, 900);

        hand.press("#compose-submit");
        hand.awaitNode("#act-send");
        assertThat(open.text("#act-sentence")).startsWith("Propose to the DAO: raise the minimum capital");
        open.picture("propose-read-back-light");
        open.wear(Scheme.DARK);
        open.picture("propose-read-back-dark");
        hand.send("It is proposed.");
        open.awaitWords("Show proposal " + (before + 1));
        open.picture("propose-made-dark");
        open.wear(Scheme.LIGHT);
        var made = proposals().getLast().proposal().created();
        assertThat(made.description()).isEqualTo(restricted);
        assertThat(made.proposer()).isEqualTo(hand.account(proposer));
        assertThat(state(made.proposalId())).isEqualTo(ProposalState.PENDING);
        open.awaitWords("It is proposed, as proposal " + (before + 1));
        return made.proposalId();
    }

    /// A rule of the Governor's own, for which too few vote.
    private BigInteger rule(int before) throws Exception {
        open.go(new Place.Proposals());
        hand.press("#new-proposal");
        open.awaitWords("Choose a template");
        begin("set the quorum", "Call 1: set the quorum");
        operator.write("#compose-quorum", "5");
        hand.enter("#compose-part-text");
        hand.type("#proposal-text", "# Raise the quorum to 5 percent\n\nMore should decide.");
        FxTest.await(() -> open.text("#compose-title").equals("Raise the quorum from 4 % to 5 % of the supply"));
        open.picture("propose-rule-light");
        var id = submitted(before);
        assertThat(state(id)).isEqualTo(ProposalState.PENDING);
        return id;
    }

    /// Somebody proposes with a text whose bytes are no text: it is shown as far as it goes, and can be voted on.
    private BigInteger unreadable(String proposer, int before) throws Exception {
        var actions = open.wiring().protocol().actions();
        var person = actions.people().find(hand.account(proposer)).orElseThrow();
        var dao = actions.dao().read().dao();
        var delegate = AbiEncoder.call(
                FunctionSignature.parse("delegate(address delegatee)"), new AbiValue.Account(dao.timelock()));
        var plain = NewProposal.of(List.of(SafeCall.of(dao.token(), delegate)), "AAAA")
                .by(person.address(), dao);
        var call = new AccountCall(
                plain.to(), Bytes.fromHex(plain.data().toHex().replace("41414141", "41fffe41")), plain.counts());
        var acts = actions.dao().acts();
        var prepared = acts.prepare(call, person.address());
        acts.send(
                call,
                prepared,
                prepared.offer(Speed.NORMAL),
                actions.people().account(person).orElseThrow());
        FxTest.await(() -> proposals().size() == before + 1);
        var id = proposals().getLast().proposal().created().proposalId();
        open.goTo(new Place.Proposal(id), proposer + " has ");
        assertThat(open.words()).noneMatch(words -> words.contains("do not act on it"));
        hand.choose("Review");
        hand.awaitNode("#proposal-verdict");
        FxTest.await(() -> open.words().stream().anyMatch(words -> words.contains("its bytes are no text")));
        assertThat(open.words()).contains("Look twice");
        open.picture("propose-no-text-light");
        hand.choose("Actions");
        return id;
    }

    private void vote(BigInteger id, String voter) throws Exception {
        open.go(new Place.Proposal(id));
        hand.actAs(voter);
        hand.press("#offer-vote");
        hand.press("#vote-read-back");
        hand.send("Your vote counts.");
        assertThat(asked("CoverGovernor", "hasVoted(uint256,address)", Word.of(id), Word.of(hand.account(voter))))
                .isEqualTo(BigInteger.ONE);
    }

    private void lost(BigInteger id) throws Exception {
        open.goTo(new Place.Proposal(id), "Defeated: the quorum lacked");
        assertThat(state(id)).isEqualTo(ProposalState.DEFEATED);
        open.picture("propose-defeated-light");
        hand.press("#offer-again");
        hand.awaitNode("#compose-part-text");
        open.awaitWords("The same proposal was made before");
        hand.enter("#compose-part-text");
        var same = "# Raise the quorum to 5 percent\n\nMore should decide.";
        FxTest.await(() -> open.text("#proposal-text").equals(same));
        hand.type("#proposal-text", same + " Once more.");
        FxTest.await(() -> !open.words().contains("The same proposal was made before"));
    }

    private void queued(BigInteger id) throws Exception {
        open.go(new Place.Proposal(id));
        hand.actAs("Keeper");
        hand.press("#offer-queue");
        hand.send("It waits in the timelock.");
        assertThat(state(id)).isEqualTo(ProposalState.QUEUED);
    }

    private void executed(BigInteger id) throws Exception {
        open.network().time().moveAhead(Duration.ofDays(3));
        open.go(new Place.Proposal(id));
        hand.press("#offer-execute");
        hand.send("It is carried out.");
        assertThat(state(id)).isEqualTo(ProposalState.EXECUTED);
        FxTest.await(() -> open.known().view().changes().getLast().change().byDao());
        var change = open.known().view().changes().getLast().change();
        assertThat(change.key()).isEqualTo(ParameterKey.MIN_CAPITAL_RATIO.word());
        assertThat(change.scope()).isEqualTo(ParameterScope.level(3));
        assertThat(asked("ParameterRegistry", "changeCount()"))
                .isEqualTo(BigInteger.valueOf(
                        open.known().view().changes().getLast().changeId()));
        assertThat(change.rationaleHash()).isEqualTo(Keccak.hash("Hold more against elevated risks"));
        open.picture("propose-executed-light");
    }
}
