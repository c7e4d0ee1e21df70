package org.breakwater.desktop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import org.breakwater.core.governor.BallotReason;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.projection.view.BallotView;
import org.breakwater.core.projection.view.CaseView;
import org.breakwater.core.projection.view.Claim;
import org.breakwater.core.projection.view.ClaimView;
import org.breakwater.core.protocol.BallotChoice;
import org.breakwater.core.protocol.CaseKind;
import org.breakwater.core.protocol.CaseOutcome;
import org.breakwater.core.protocol.ClaimState;
import org.breakwater.core.protocol.IncidentState;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Word;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Place.SettingsPart;
import org.breakwater.desktop.theme.Appearance.Scheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// Two claims in dispute and an incident in doubt, decided at the window on one world whose time goes on from one
/// sentence to the next; the contracts are asked after each act.
@SuppressWarnings("EnumOrdinal") // as the contracts number choices, outcomes and states
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClaimVoteScenarioTest extends FxTest {

    private static final long DAY = 86_400;

    /// Where the contract's claim has its state, and whether it was accused.
    private static final int STATE = 4;

    private static final int FLAGGED = 9;

    /// Where the contract's incident has its state.
    private static final int INCIDENT_STATE = 2;

    /// Where the contract's case has its extensions and its close.
    private static final int EXTENSIONS = 4;

    private static final int CLOSES = 9;

    private static final String REASON = "The readings show less than was asked for.";

    @TempDir
    private static Path folder;

    private static OpenConsole open;
    private static VotingHand hand;

    @BeforeAll
    @SuppressWarnings("NullAway.Init") // JUnit calls it before anything else
    static void open() throws ProblemException {
        open = OpenConsole.onTheWorld();
        hand = new VotingHand(open);
    }

    @AfterAll
    static void close() {
        open.close();
    }

    // ── the contracts ──────────────────────────────────────────────────────────────────────────────────────────

    private static List<BigInteger> asked(String contract, String function, Bytes... arguments) {
        try {
            return new AskedChain(open.network(), open.network().node().head().number())
                    .ask(open.network().deployment().address(contract), function, arguments);
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private static List<BigInteger> caseOf(long caseId) {
        return asked("Tribunal", "case_(uint64)", Word.of(caseId));
    }

    private static long number(List<BigInteger> words, int index) {
        return words.get(index).longValueExact();
    }

    private static BigInteger weight(CaseView view, String voter) {
        return asked("Tribunal", "weightOf(uint64,address)", Word.of(view.caseId()), Word.of(hand.account(voter)))
                .getFirst();
    }

    private static List<BigInteger> claimOf(long claimId) {
        return asked("Claims", "claim(uint64)", Word.of(claimId));
    }

    private static Claim claim(long claimId) {
        return open.known().view().claims().stream()
                .filter(view -> view.claimId() == claimId)
                .map(ClaimView::claim)
                .findFirst()
                .orElseThrow();
    }

    /// Of claims that people vote on now, the one that closes first or last.
    private static CaseView openCase(boolean first) {
        var byClose = Comparator.<CaseView>comparingLong(each -> each.case_().closes());
        return open.known().view().cases().stream()
                .filter(each -> each.case_().outcome() == CaseOutcome.OPEN
                        && each.case_().kind() == CaseKind.CLAIM
                        && each.case_().opens() <= open.known().time()
                        && each.case_().closes() > open.known().time())
                .min(first ? byClose : byClose.reversed())
                .orElseThrow();
    }

    private static CaseView current(CaseView view) {
        return open.known().view().cases().stream()
                .filter(each -> each.caseId() == view.caseId())
                .findFirst()
                .orElseThrow();
    }

    /// Whoever has not voted, the heaviest first, with what they weigh.
    private static Map<String, BigInteger> voters(CaseView view) {
        var voted = open.known().view().ballots(view.caseId()).stream()
                .map(BallotView::voter)
                .toList();
        var weights = new LinkedHashMap<String, BigInteger>();
        open.network().description().accounts().stream()
                .filter(account -> account.name().startsWith("Voter ") && !voted.contains(account.address()))
                .forEach(account -> weights.put(account.name(), weight(view, account.name())));
        var sorted = new LinkedHashMap<String, BigInteger>();
        weights.entrySet().stream()
                .filter(each -> each.getValue().signum() > 0)
                .sorted(Map.Entry.<String, BigInteger>comparingByValue().reversed())
                .forEach(each -> sorted.put(each.getKey(), each.getValue()));
        return sorted;
    }

    /// A few of them who weigh exactly so much together.
    private static List<String> weighing(List<Map.Entry<String, BigInteger>> left, BigInteger wanted, int most) {
        if (most == 0) {
            return List.of();
        }
        for (int i = 0; i < left.size(); i++) {
            var missing = wanted.subtract(left.get(i).getValue());
            if (missing.signum() == 0) {
                return List.of(left.get(i).getKey());
            }
            if (missing.signum() > 0) {
                var others = weighing(left.subList(i + 1, left.size()), missing, most - 1);
                if (!others.isEmpty()) {
                    var all = new ArrayList<>(others);
                    all.add(left.get(i).getKey());
                    return all;
                }
            }
        }
        return List.of();
    }

    private static void moveTo(long time) throws ProblemException {
        open.network().time().moveAhead(Duration.ofSeconds(time - open.known().time()));
        FxTest.await(() -> open.known().time() >= time);
    }

    // ── the window ─────────────────────────────────────────────────────────────────────────────────────────────

    private static void fill(String choice, String percent, String reason) {
        hand.awaitNode("#case-reason");
        hand.choose(choice);
        if (!percent.isEmpty()) {
            hand.type("#case-percent", percent);
        }
        hand.type("#case-clause", "4.2");
        hand.type("#case-reason", reason);
    }

    private static void vote(String voter, String choice, String percent) {
        hand.actAs(voter);
        hand.press("#offer-vote");
        fill(choice, percent, REASON);
        hand.press("#case-read-back");
        hand.send("Your ballot counts.");
    }

    /// What somebody wrote is there when they come back to it, and for nobody else.
    private static void lookAway(String voter, String other) {
        hand.actAs(voter);
        hand.press("#offer-vote");
        fill("Pay", "", REASON);
        hand.actAs(other);
        hand.press("#offer-vote");
        hand.awaitNode("#case-reason");
        assertThat(open.text("#case-reason")).isEmpty();
        hand.actAs(voter);
        hand.press("#offer-vote");
        hand.awaitNode("#case-reason");
        FxTest.await(() -> open.text("#case-reason").equals(REASON));
        assertThat(open.text("#case-clause")).isEqualTo("4.2");
    }

    private static void count(CaseView view, CaseOutcome expected) {
        var outcome = open.known().view().outcome(view.caseId());
        var decided = open.known().view().decidedBps(view.caseId());
        hand.press("#offer-count");
        hand.send("The case is decided.");
        assertThat(outcome).as("computed here").isEqualTo(expected);
        assertThat(asked("Tribunal", "tally(uint64)", Word.of(view.caseId())))
                .as("counted by the tribunal")
                .containsExactly(BigInteger.valueOf(outcome.ordinal()), BigInteger.valueOf(decided));
        FxTest.await(() -> current(view).case_().outcome() == expected);
    }

    /// What the council's draft becomes: composed by hand, signed by four, executed.
    private static void councilSigns(String reason) throws ProblemException {
        var operator = new Operator(open);
        operator.awaitNode("#compose-reason");
        operator.write("#compose-reason", reason);
        operator.write(
                "#compose-nonce",
                open.council().safes().getFirst().setup().nonce().toString());
        operator.continueToReview();
        var signers = open.council().safes().getFirst().setup().owners().subList(0, 4);
        signers.forEach(operator::signAs);
        operator.execute(signers.getFirst());
    }

    @Test
    @Order(1)
    void anIncidentIsChallengedForABondByItsRules() throws Exception {
        var incident = open.known().view().incidents().stream()
                .filter(view -> view.incident().state() == IncidentState.CONFIRMED
                        && view.incident().challengeEnds() > open.known().time())
                .findFirst()
                .orElseThrow();
        var bond = open.known()
                .view()
                .incidentTerms(incident.incidentId())
                .orElseThrow()
                .challengeBond();
        var challenger = open.network().description().accounts().stream()
                .filter(account -> account.name().startsWith("Watcher"))
                .filter(account -> asked("LocalToken", "balanceOf(address)", Word.of(account.address()))
                                .getFirst()
                                .compareTo(bond)
                        >= 0)
                .findFirst()
                .orElseThrow();
        open.goTo(new Place.Incident(incident.incidentId()), "Challenge");
        hand.actAs(challenger.name());
        hand.press("#offer-challenge");
        hand.press("#deposit-allow");
        hand.send("The contract may take it.");
        hand.press("#offer-challenge");
        hand.type("#evidence-text", "The vault holds what it held: the reading is of another vault.");
        open.picture("incident-challenge-light");
        assertThat(open.words()).anyMatch(words -> words.contains("keeps it where the incident is accepted"));
        hand.press("#evidence-read-back");
        hand.send("The incident is challenged.");

        assertThat(number(asked("Incidents", "incident(uint64)", Word.of(incident.incidentId())), INCIDENT_STATE))
                .isEqualTo(IncidentState.ESCALATED.ordinal());
    }

    @Test
    @Order(2)
    void aTieThatIsMadeInTheLastHoursExtendsTheVoteAndGoesToTheCouncilWhichDecides() throws Exception {
        var view = openCase(true);
        var claimId = view.case_().refId();
        var closes = view.case_().closes();
        assertThat(closes - open.known().time()).as("in its last day").isLessThan(DAY);
        var difference = view.case_()
                .pay()
                .add(view.case_().partialPay())
                .subtract(view.case_().deny());
        var denying = weighing(List.copyOf(voters(view).entrySet()), difference, 5);
        assertThat(denying).isNotEmpty();
        open.goTo(new Place.Claim(claimId), "Turnout, case");
        for (var voter : denying) {
            vote(voter, "Deny", "");
        }
        var extended = caseOf(view.caseId());
        assertThat(number(extended, EXTENSIONS)).isEqualTo(view.case_().extensions() + 1L);
        assertThat(number(extended, CLOSES)).isEqualTo(closes + DAY);
        FxTest.await(() -> open.text("#claim-extended").startsWith("Extended by 24 h, 2 of at most 2 times"));
        assertThat(open.known().view().outcome(view.caseId())).isEqualTo(CaseOutcome.TIE);
        open.picture("case-late-flip-light");

        moveTo(closes + 60);
        hand.awaitNode("#offer-change");
        assertThat(open.lookup("#offer-count")).as("the extension is obeyed").isNull();
        moveTo(closes + DAY + 60);
        count(view, CaseOutcome.TIE);
        assertThat(number(claimOf(claimId), STATE)).isEqualTo(ClaimState.COUNCIL_REVIEW.ordinal());

        hand.awaitNode("#offer-council");
        open.awaitWords("The vote ended in a tie");
        open.picture("case-tie-light");
        open.wear(Scheme.DARK);
        open.picture("case-tie-dark");
        open.wear(Scheme.LIGHT);
        hand.press("#offer-council");
        new Operator(open).choose("#compose-verdict", "Reject");
        councilSigns("The custodian's log shows no theft, and neither side of the vote says otherwise");
        assertThat(number(claimOf(claimId), STATE)).isEqualTo(ClaimState.DENIED.ordinal());
        FxTest.await(() -> claim(claimId).state() == ClaimState.DENIED);
    }

    @Test
    @Order(3)
    void whatTheCouncilDeniedIsAppealedByTheClaimantWithNewEvidence() throws Exception {
        var denied = open.known().view().claims().stream()
                .filter(each -> each.claim().state() == ClaimState.DENIED)
                .max(Comparator.comparingLong(each -> each.claim().decidedAt()))
                .orElseThrow();
        var filed = asked("Tribunal", "evidenceCount(uint8,uint64)", Word.of(1), Word.of(denied.claimId()))
                .getFirst();
        open.goTo(new Place.Claim(denied.claimId()), "Turnout, case");
        hand.press("#offer-as-claimant");
        hand.press("#offer-appeal");
        hand.press("#deposit-allow");
        hand.send("The contract may take it.");
        hand.press("#offer-appeal");
        hand.type("#evidence-text", "A second reading of the position, taken after the vote.");
        open.picture("case-appeal-light");
        open.resize(1_100, 700);
        open.wear(Scheme.DARK);
        open.picture("case-appeal-small-dark");
        open.resize(1_440, 900);
        open.wear(Scheme.LIGHT);
        hand.press("#evidence-read-back");
        hand.send("The claim is appealed.");

        FxTest.await(() -> claim(denied.claimId()).appeals() == 1);
        assertThat(claim(denied.claimId()).evidenceRoot())
                .isEqualTo(Keccak.hash("A second reading of the position, taken after the vote."));
        hand.press("#offer-evidence");
        hand.type("#evidence-text", "The reading itself.");
        hand.type("#evidence-address", "ipfs://reading");
        hand.press("#evidence-read-back");
        hand.send("The evidence is filed.");
        assertThat(asked("Tribunal", "evidenceCount(uint8,uint64)", Word.of(1), Word.of(denied.claimId()))
                        .getFirst())
                .isEqualTo(filed.add(BigInteger.ONE));
    }

    // ── five voters, and what came after the first ─────────────────────────────────────────────────────────────

    @Test
    @Order(4)
    void fiveVotersWithALateFlipDecideAClaimInPartAndTheTribunalCountsAsThisProgramDoes() throws Exception {
        var view = openCase(false);
        var voters = List.copyOf(voters(view).keySet()).subList(0, 5);
        assertThat(view.case_().closes() - open.known().time())
                .as("in its last day")
                .isLessThan(DAY);
        open.goTo(new Place.Claim(view.case_().refId()), "Turnout, case");
        assertThat(open.words())
                .as("hidden until one votes")
                .anyMatch(words -> words.contains("hidden until you vote"));
        hand.actAs(voters.getFirst());
        hand.press("#offer-vote");
        fill("Pay a part", "40", REASON);
        open.picture("case-vote-light");
        hand.press("#case-read-back");
        hand.awaitNode("#act-send");
        assertThat(open.text("#act-sentence")).startsWith("Vote Pay 40").contains("in case " + view.caseId());
        open.picture("case-read-back-light");
        hand.send("Your ballot counts.");
        FxTest.await(() -> "Your ballot: Pay 40 %".equals(open.text("#case-ballot")));
        open.picture("case-voted-light");
        var ballot = asked(
                "Tribunal", "ballot(uint64,address)", Word.of(view.caseId()), Word.of(hand.account(voters.getFirst())));
        assertThat(ballot.get(0)).isEqualTo(BigInteger.valueOf(BallotChoice.PAY_PARTIAL.ordinal()));
        assertThat(ballot.get(1)).isEqualTo(BigInteger.valueOf(4_000));
        assertThat(ballot.get(4))
                .isEqualTo(new BallotReason(view.caseId(), "4.2", "The readings show less than was asked for.")
                        .hash()
                        .bytes()
                        .toUnsigned());
        assertThat(number(caseOf(view.caseId()), EXTENSIONS))
                .as("the quorum was reached in the last day")
                .isOne();

        evidenceComes(view, voters.getFirst());
        secondThought(view, voters.getFirst());
        flips(view, voters);
        count(view, CaseOutcome.ACCEPTED);
        assertThat(current(view).case_().decidedBps()).as("a part").isBetween(1, 9_999);
        open.wear(Scheme.DARK);
        open.picture("case-decided-dark");
        open.wear(Scheme.LIGHT);
        accused(view.case_().refId());
    }

    /// The claimant files a picture, a text that turns around and a drawing with a script; the voter reads them.
    private static void evidenceComes(CaseView view, String voter) throws Exception {
        var picture = open.settledPicture().png();
        var text = "# Reading of the vault\n\nPaid to \u202e000,1\u202c of 212,000 USDC.\r\n"
                .getBytes(StandardCharsets.UTF_8);
        var drawing = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
                .getBytes(StandardCharsets.UTF_8);
        try (var host = new EvidenceHost()) {
            hand.press("#offer-evidence");
            hand.press("#evidence-as-claimant");
            FxTest.await(() -> open.lookup("#evidence-text") == null);
            file(host, "/reading.png", picture);
            file(host, "/reading.md", text);
            file(host, "/drawing.svg", drawing);
            hand.actAs(voter);
            hand.awaitNode("#since-ballot");
            open.awaitWords("3 pieces of evidence were filed, 3 of them after the cut-off.");
            assertThat(open.text("#evidence-count")).endsWith("3 late");
            assertThat(host.asked()).as("nothing is asked unasked").isEmpty();

            open.goTo(new Place.Settings(SettingsPart.EVIDENCE), "None: no evidence is fetched");
            hand.choose("Host");
            hand.type("#evidence-place", host.origin());
            hand.press("#evidence-place-allow");
            open.awaitWords("It is asked from now on, when you say so.");
            open.picture("settings-evidence-light");
            open.goTo(new Place.Claim(view.case_().refId()), "Turnout, case");
            reads(host, text);
        }
    }

    private static void file(EvidenceHost host, String path, byte[] content) throws Exception {
        var kept = folder.resolve(path.substring(1));
        Files.write(kept, content);
        host.has(path, content);
        open.console().files().chooseToOpen(_ -> Optional.of(kept));
        hand.press("#offer-evidence");
        hand.press("#evidence-take");
        hand.awaitNode("#evidence-taken");
        hand.type("#evidence-address", host.origin() + path);
        if (path.endsWith(".png")) {
            open.picture("case-evidence-form-light");
        }
        hand.press("#evidence-read-back");
        hand.send("The evidence is filed.");
        assertThat(asked(
                                "Tribunal",
                                "evidence(uint8,uint64,uint256)",
                                Word.of(1),
                                Word.of(openCase(false).case_().refId()),
                                Word.of(asked(
                                                "Tribunal",
                                                "evidenceCount(uint8,uint64)",
                                                Word.of(1),
                                                Word.of(openCase(false).case_().refId()))
                                        .getFirst()
                                        .subtract(BigInteger.ONE)))
                        .getFirst())
                .isEqualTo(Keccak.hash(Bytes.of(content)).bytes().toUnsigned());
    }

    private static void reads(EvidenceHost host, byte[] text) throws Exception {
        host.has("/reading.md", "Nothing is missing.".getBytes(StandardCharsets.UTF_8));
        hand.press("#evidence-3-fetch");
        open.awaitWords("has other bytes than those that were filed");
        assertThat(open.words()).noneMatch(words -> words.contains("Nothing is missing."));
        scrollTo("#evidence-3-refused");
        open.picture("case-evidence-lie-light");
        host.has("/reading.md", text);
        hand.press("#evidence-3-fetch");
        hand.awaitNode("#evidence-3-text");
        assertThat(FxTest.onFx(() -> ((TextArea) open.scene().lookup("#evidence-3-text")).getText()))
                .contains("Paid to ⟨U+202E⟩000,1⟨U+202C⟩ of 212,000 USDC.");
        hand.press("#evidence-4-fetch");
        hand.awaitNode("#evidence-4-named");
        assertThat(open.text("#evidence-4-named")).startsWith("An SVG picture, which can hold scripts.");
        hand.press("#evidence-2-fetch");
        FxTest.await(() -> open.scene().lookup("#evidence-2-picture .image-view") != null
                || open.scene().lookup("#evidence-2-picture ImageView") != null);
        FxTest.await(() -> "Verified".equals(open.text("#evidence-2")));
        scrollTo("#evidence-2-facts");
        open.picture("case-evidence-light");
        open.wear(Scheme.DARK);
        open.picture("case-evidence-dark");
        open.resize(1_100, 700);
        scrollTo("#evidence-2-facts");
        open.picture("case-evidence-small-dark");
        open.resize(1_440, 900);
        open.wear(Scheme.LIGHT);
    }

    /// Has it stand at the top of what is scrolled.
    private static void scrollTo(String selector) {
        FxTest.doOnFx(() -> {
            var node = open.scene().lookup(selector);
            for (var parent = node.getParent(); parent != null; parent = parent.getParent()) {
                if (parent instanceof ScrollPane pane) {
                    pane.applyCss();
                    pane.layout();
                    var content = pane.getContent();
                    var top = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()))
                            .getMinY();
                    var room = content.getBoundsInLocal().getHeight()
                            - pane.getViewportBounds().getHeight();
                    pane.setVvalue(Math.clamp((top - 60) / Math.max(1, room), 0, 1));
                    return;
                }
            }
        });
    }

    /// By signature, from where what is new is told: the keeper sends it.
    private static void secondThought(CaseView view, String voter) throws Exception {
        hand.press("#since-ballot-change");
        fill("Deny", "", "By the second reading the vault held all of it.");
        hand.choose("By a signature");
        hand.press("#case-read-back");
        hand.awaitNode("#act-sign");
        open.wear(Scheme.DARK);
        open.picture("case-ballot-dark");
        open.wear(Scheme.LIGHT);
        hand.press("#act-sign");
        hand.send("Your ballot counts.");
        FxTest.await(() -> "Your ballot: Deny".equals(open.text("#case-ballot")));
        assertThat(asked("Tribunal", "nonces(address)", Word.of(hand.account(voter))))
                .containsExactly(BigInteger.ONE);
        FxTest.await(() -> open.lookup("#since-ballot") == null, () -> "still new among " + open.words());
        assertThat(open.known().view().outcome(view.caseId())).isEqualTo(CaseOutcome.ACCEPTED);
    }

    private static void flips(CaseView view, List<String> voters) throws Exception {
        var closes = number(caseOf(view.caseId()), CLOSES);
        moveTo(closes - DAY / 2);
        lookAway(voters.get(1), voters.get(2));
        vote(voters.get(1), "Deny", "");
        vote(voters.get(2), "Deny", "");
        FxTest.await(() -> open.text("#claim-extended").startsWith("Extended by 24 h, 2 of at most 2 times"));
        assertThat(number(caseOf(view.caseId()), CLOSES)).isEqualTo(closes + DAY);
        assertThat(open.known().view().outcome(view.caseId())).isEqualTo(CaseOutcome.DENIED);
        moveTo(closes + 60);
        vote(voters.get(3), "Pay a part", "60");
        vote(voters.get(4), "Pay a part", "40");
        assertThat(number(caseOf(view.caseId()), CLOSES)).as("twice at most").isEqualTo(closes + DAY);
        moveTo(closes + DAY + 60);
    }

    /// Within its cool-down the council can still accuse a claim that was granted.
    private static void accused(long claimId) throws ProblemException {
        hand.awaitNode("#offer-council");
        hand.press("#offer-council");
        councilSigns("The claimant moved the position before the event");
        assertThat(number(claimOf(claimId), FLAGGED)).isOne();
        assertThat(number(claimOf(claimId), STATE)).isEqualTo(ClaimState.IN_VOTE.ordinal());
    }
}
