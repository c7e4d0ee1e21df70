package org.breakwater.desktop.feature.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.projection.view.ClaimView;
import org.breakwater.core.protocol.ClaimState;
import org.breakwater.desktop.boot.OpenConsole;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.fx.SceneWalk;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.theme.Appearance.Scheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The screens of claims on the world of the local network.
class ClaimsScreenTest extends FxTest {

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

    @Test
    void theListCountsTheClaimsInEveryStateAsTheChainHasThem() {
        open.go(new Place.Claims());
        var paid = count(ClaimState.PAID);

        assertThat(text("#claims-paid")).isEqualTo(Numbers.count(paid));
        assertThat(text("#claims-denied")).isEqualTo(Numbers.count(count(ClaimState.DENIED)));
        assertThat(text("#claims-vote")).isEqualTo(Numbers.count(count(ClaimState.IN_VOTE)));
        assertThat(text("#claims-council")).isEqualTo(Numbers.count(count(ClaimState.COUNCIL_REVIEW)));
    }

    private static long count(ClaimState state) {
        return open.known().view().claims().stream()
                .map(ClaimView::claim)
                .filter(claim -> claim.state() == state)
                .count();
    }

    @Test
    void aSearchLeavesTheClaimsItNames() {
        open.go(new Place.Claims());
        await(() -> open.scene().lookup("#claims-search") instanceof TextField);
        var all = open.known().view().claims().size();
        doOnFx(() -> ((TextField) open.scene().lookup("#claims-search")).setText("council decides"));
        var narrowed = text("#claims-shown");
        doOnFx(() -> ((TextField) open.scene().lookup("#claims-search")).clear());

        assertThat(narrowed).isEqualTo("1 of " + all);
        assertThat(text("#claims-shown")).isEqualTo(Numbers.count(all));
    }

    @Test
    void aTextThatDoesNotMatchItsHashIsHeldAgainstTheClaim() {
        open.go(new Place.Claim(41));
        open.awaitWords("Does not match");

        assertThat(open.words())
                .contains("A text does not match its hash", "Does not match")
                .as("words that were not filed are not shown")
                .noneMatch(words -> words.contains("642,000"));
    }

    @Test
    void theIncidentSaysTooWhichTextDoesNotMatch() {
        open.go(new Place.Incident(20));

        open.awaitWords("the text served today is another one");
    }

    @Test
    void howOthersVotedIsHiddenUntilItIsAskedFor() {
        open.go(new Place.Claim(41));
        open.awaitWords("Turnout");
        var hidden = open.words();
        await(() -> open.scene().lookup("#reveal-split") instanceof Button);
        doOnFx(() -> ((Button) open.scene().lookup("#reveal-split")).fire());
        open.awaitWords("Closing now would decide");
        var revealed = open.words();

        assertThat(hidden).noneMatch(words -> words.startsWith("Closing now would decide"));
        assertThat(revealed).anyMatch(words -> words.startsWith("Closing now would decide"));
    }

    @Test
    void aClaimThatIsNotThereIsSaidToBeMissingWithAWayBack() {
        open.go(new Place.Claim(9_999));

        open.awaitWords("There is no claim");
        assertThat(open.words()).contains("There is no claim 9999.", "All claims");
    }

    @Test
    void anIncidentThatIsNotThereIsSaidToBeMissingWithAWayBack() {
        open.go(new Place.Incident(9_999));

        open.awaitWords("There is no incident");
        assertThat(open.words()).contains("There is no incident 9999.", "All claims");
    }

    @Test
    void everyOpenClaimHasItsTimelineFromTheChain() throws Exception {
        for (var scheme : List.of(Scheme.LIGHT, Scheme.DARK)) {
            open.wear(scheme);
            for (long id : List.of(39L, 40L, 41L)) {
                open.go(new Place.Claim(id));
                open.awaitWords("Timeline");
                open.picture("claim-" + id + "-" + scheme.name().toLowerCase(Locale.ROOT));
            }
            open.go(new Place.Incident(20));
            open.awaitWords("Timeline");
            open.picture("incident-20-" + scheme.name().toLowerCase(Locale.ROOT));
            open.go(new Place.Claims());
            open.picture("claims-" + scheme.name().toLowerCase(Locale.ROOT));
        }
        assertThat(open.words()).contains("Claims per month");
    }

    @Test
    void similarClaimsBallotsAndBytesHaveAPartOfTheirOwn() throws Exception {
        for (var scheme : List.of(Scheme.LIGHT, Scheme.DARK)) {
            var dress = scheme.name().toLowerCase(Locale.ROOT);
            open.wear(scheme);
            open.go(new Place.Claims());
            open.go(new Place.Claim(41));
            open.awaitWords("Timeline");
            part("Similar");
            open.awaitWords("Decided claims on the same pool");
            open.picture("claim-41-similar-" + dress);
            part("Ballots");
            open.awaitWords("How others voted is hidden");
            doOnFx(() -> ((Button) open.scene().lookup("#reveal-split")).fire());
            open.awaitWords("Reason, in their words");
            open.picture("claim-41-ballots-" + dress);
            part("Bytes");
            open.awaitWords("Choose an event");
            doOnFx(() -> ((TableView<?>) open.scene().lookup(".data-table .table-view"))
                    .getSelectionModel()
                    .select(0));
            open.awaitWords("topic 0");
            open.picture("claim-41-bytes-" + dress);
        }
        open.wear(Scheme.LIGHT);

        assertThat(open.words()).contains("transaction", "topic 0");
    }

    /// Chooses a part of the dossier.
    private static void part(String name) {
        doOnFx(() -> SceneWalk.visible(open.scene()).stream()
                .filter(node ->
                        node instanceof ToggleButton button && button.getText().startsWith(name))
                .forEach(node -> ((ToggleButton) node).fire()));
    }

    @Test
    void inANarrowWindowTheColumnsOfTheDossierAreTabs() throws Exception {
        open.resize(1_100, 700);
        open.go(new Place.Claim(41));
        open.awaitWords("Amount and vote");
        open.picture("claim-41-narrow");
        var words = open.words();
        open.go(new Place.Claims());
        open.picture("claims-narrow");
        open.go(new Place.Incident(20));
        open.awaitWords("Timeline");
        open.picture("incident-20-narrow");
        open.resize(1_440, 900);

        assertThat(words).contains("Amount and vote", "Policy and event");
    }

    /// The words of a label, once it is drawn.
    private static String text(String selector) {
        await(() -> open.scene().lookup(selector) instanceof Label);
        return onFx(() -> ((Label) open.scene().lookup(selector)).getText());
    }
}
