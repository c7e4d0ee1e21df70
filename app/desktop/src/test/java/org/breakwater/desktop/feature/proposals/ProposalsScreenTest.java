package org.breakwater.desktop.feature.proposals;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.input.KeyCode;
import org.breakwater.core.follow.Known;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.projection.view.ProposalState;
import org.breakwater.core.protocol.ChangeState;
import org.breakwater.core.text.TextLibrary;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.boot.OpenConsole;
import org.breakwater.desktop.feature.proposals.ProposalPage.Group;
import org.breakwater.desktop.feature.proposals.ProposalsViewModel.Part;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.kit.DiffRow.Direction;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.theme.Appearance.Scheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The world's proposals and changes: as they are made from what is known, and as they are drawn.
class ProposalsScreenTest extends FxTest {

    private static OpenConsole open;

    @BeforeAll
    @SuppressWarnings("NullAway.Init") // JUnit calls it before anything else
    static void open() throws ProblemException {
        open = OpenConsole.onTheWorld();
    }

    @AfterAll
    static void close() {
        open.close();
    }

    private static ReadProposals maker() {
        return new ReadProposals(open.sentences(), open.wiring().protocol().texts());
    }

    private static ProposalsPage page() {
        return maker().page(open.known());
    }

    private static ProposalPage proposal(String quoted) {
        return page().entries().stream()
                .filter(entry -> entry.quoted().contains(quoted))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theWorldHasProposalsInAllSevenStatesAndEachHasItsPlace() {
        var states = open.known().view().governance().proposals().stream()
                .map(view -> view.state())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ProposalState.class)));

        assertThat(states).isEqualTo(EnumSet.complementOf(EnumSet.of(ProposalState.EXPIRED)));
        assertThat(page().entries())
                .hasSize(open.known().view().governance().proposals().size()
                        + open.known().view().changes().size());
        assertThat(page().entries()).extracting(ProposalPage::group).contains(Group.values());
    }

    @Test
    void theTitleIsComputedFromTheCalldataAndNotFromTheText() {
        var entry = proposal("Less in any one venue");

        assertThat(entry.title()).isEqualTo("Lower the venue cap from 20.00\u00A0% to 18.00\u00A0%");
        assertThat(entry.title()).doesNotContain("Less in any one venue");
        var diff = entry.calls().getFirst().diff().orElseThrow();
        assertThat(diff.key()).isEqualTo("VENUE_CAP");
        assertThat(diff.direction()).isEqualTo(Direction.NEITHER);
        assertThat(diff.written().step()).startsWith("Step 2.00\u00A0pp of ");
    }

    @Test
    void aPaymentNamesItsAmountAndItsRecipient() {
        assertThat(proposal("Pay the report signers").title()).startsWith("Pay 30,000.00\u00A0USDC to ");
    }

    @Test
    void theReasonForAChangeIsTheTextThatHasTheHashOnTheChain() {
        var entry = proposal("Pools need depth before the treasury needs income.");

        assertThat(entry.number()).startsWith("Change ");
        assertThat(entry.facts().toString()).contains("its hash is the one on the chain");
        open.go(entry.selection().place());
        open.fire("Reason");
        open.awaitWords("Pools need depth before the treasury needs income.");
        open.fire("Change");
    }

    @Test
    void aReasonOfWhichOnlyTheHashIsKnownIsSaidToBe() {
        var without = new ReadProposals(open.sentences(), TextLibrary.EMPTY).page(open.known());

        assertThat(without.entries().stream()
                        .filter(entry -> entry.number().startsWith("Change "))
                        .map(entry -> entry.quoted() + entry.facts()))
                .isNotEmpty()
                .allSatisfy(words -> assertThat(words).contains("not at hand; its hash is 0x"));
    }

    @Test
    void everyCallOfEveryProposalIsDecoded() {
        assertThat(page().entries())
                .allSatisfy(entry -> assertThat(entry.calls())
                        .allSatisfy(call -> assertThat(call.unreadable()).isEmpty()));
    }

    @Test
    void theTwoPendingChangesThatBreakARuleTogetherAreCalledOutOnBoth() {
        var clashing = page().entries().stream()
                .filter(entry -> entry.findings().stream()
                        .anyMatch(finding -> finding.sentence().startsWith("Clashes with")))
                .toList();

        assertThat(clashing).hasSize(2);
        assertThat(clashing).allSatisfy(entry -> {
            assertThat(entry.worst()).isEqualTo(Severity.HOLD);
            assertThat(entry.findings().getFirst().evidence()).contains("rule 4");
        });
        var first = clashing.getFirst();
        var second = clashing.getLast();
        assertThat(first.findings().getFirst().leadsTo().orElseThrow().place())
                .isEqualTo(second.selection().place());
        assertThat(second.findings().getFirst().leadsTo().orElseThrow().place())
                .isEqualTo(first.selection().place());
    }

    @Test
    void aWiderLimitLoosensAndACapHasNoSaferSide() {
        var directions = page().entries(true).stream()
                .filter(entry -> entry.title().contains("of pool 2"))
                .map(entry -> entry.calls().getFirst().diff().orElseThrow().direction())
                .toList();

        assertThat(directions).containsExactly(Direction.LOOSENS, Direction.NEITHER);
    }

    @Test
    void votesAddUpToTheTally() {
        assertThat(page().entries())
                .allSatisfy(entry -> entry.tally()
                        .ifPresent(tally -> assertThat(entry.ballots().stream()
                                        .map(ProposalPage.Ballot::weight)
                                        .reduce(BigInteger.ZERO, BigInteger::add))
                                .isEqualTo(tally.cast())));
    }

    @Test
    void theFirstThatIsOpenIsShownUntilAnotherIsAskedFor() {
        var model = new ProposalsViewModel(maker(), OpenConsole.AT_ONCE, Optional.empty());
        model.follow(new ReadOnlyObjectWrapper<Loadable<Known>>(
                new Loadable.Ready<>(open.known(), open.known().block())));
        var read = ((Loadable.Ready<ProposalsPage>) model.page().get()).value();

        assertThat(model.shown(read)).contains(read.entries(true).getFirst());

        var decided = read.entries(false).getLast();
        model.want(Optional.of(decided.selection()));
        assertThat(model.shown(read)).contains(decided);

        model.want(Optional.of(new Selection.OfRegistry(9_999)));
        assertThat(model.shown(read)).isEmpty();
        model.choose(Part.VOTES);
        assertThat(model.part().get()).isEqualTo(Part.VOTES);
    }

    @Test
    void oneReadsAProposalFromItsSentenceToItsBytes() throws Exception {
        var entry = proposal("Less in any one venue");
        open.wear(Scheme.LIGHT);
        open.go(entry.selection().place());
        await(() -> open.text("#proposal-title").equals(entry.title()));
        open.picture("proposals-light");
        assertThat(open.text("#change-1-old")).isEqualTo("20.00\u00A0%");
        assertThat(open.text("#change-1-new")).isEqualTo("18.00\u00A0%");

        open.fire("Bytes");
        open.awaitWords("0036");
        open.picture("proposals-bytes-light");
        open.fire("Votes " + entry.ballots().size());
        open.awaitWords("Their reason");
        open.fire("Text");
        open.awaitWords("Their words, by");
        open.picture("proposals-text-light");
        open.fire("Actions");

        open.resize(1100, 700);
        open.picture("proposals-1100");
        open.resize(1440, 900);
        open.wear(Scheme.DARK);
        open.picture("proposals-dark");
        open.wear(Scheme.LIGHT);
    }

    @Test
    void aClashLeadsToTheOtherChange() throws Exception {
        var clashing = page().entries().stream()
                .filter(entry -> entry.findings().stream()
                        .anyMatch(finding -> finding.sentence().startsWith("Clashes with")))
                .toList();
        open.go(clashing.getFirst().selection().place());
        await(() -> open.text("#proposal-title").equals(clashing.getFirst().title()));
        open.picture("proposals-clash-light");

        open.fire("Show " + clashing.getLast().number().toLowerCase(Locale.ROOT));

        await(() -> open.text("#proposal-title").equals(clashing.getLast().title()));
    }

    @Test
    void theKeyboardMovesThroughTheList() {
        open.go(new Place.Proposals());
        var listed = page().entries(true);
        await(() -> open.text("#proposal-title").equals(listed.getFirst().title()));

        open.press(KeyCode.J);
        await(() -> open.text("#proposal-title").equals(listed.get(1).title()));
        open.press(KeyCode.K);
        await(() -> open.text("#proposal-title").equals(listed.getFirst().title()));
    }

    @Test
    void whatIsNotThereIsSaidWithAWayBack() {
        open.go(new Place.ParameterChange(9_999));

        open.awaitWords("There is no such proposal or change on this chain.");
        assertThat(open.control("Show all proposals")).isPresent();
    }

    @Test
    void pendingChangesAreThoseOfTheRegistry() {
        var pending = open.known().view().changes().stream()
                .filter(view -> view.change().state() == ChangeState.PENDING)
                .map(view -> "Change " + view.changeId())
                .toList();

        assertThat(page().entries(true)).extracting(ProposalPage::number).containsAll(pending);
    }
}
