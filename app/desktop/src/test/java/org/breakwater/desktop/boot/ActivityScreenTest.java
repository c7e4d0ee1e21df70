package org.breakwater.desktop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import org.breakwater.adapters.ethereum.AnvilHand;
import org.breakwater.core.activity.Due;
import org.breakwater.core.activity.DueList;
import org.breakwater.core.index.LogQuery;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.projection.view.FeedView;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Selector;
import org.breakwater.core.value.Word;
import org.breakwater.desktop.command.Commands;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.fx.SceneWalk;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.theme.Appearance.Scheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The log, what is due and the alerts, on the world.
class ActivityScreenTest extends FxTest {

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

    @BeforeEach
    void goToTheActivity() {
        open.go(new Place.Inbox());
        open.go(new Place.Activity(Place.ActivityPart.LOG));
        await(() -> Optional.ofNullable(open.scene().lookup("#activity-count"))
                .filter(node -> !((Labeled) node).getText().equals(Numbers.MISSING))
                .isPresent());
    }

    @Test
    void theLogCountsEveryStoredEvent() throws ProblemException {
        var stored = open.wiring().protocol().events().count(LogQuery.ALL);

        assertThat(onFx(() -> ((Labeled) open.scene().lookup("#activity-count")).getText()))
                .isEqualTo(Numbers.count(stored));
    }

    @Test
    void anEventIsASentenceWithItsTransactionAndItsRawFieldsOnDemand() {
        await(() -> table().getItems().getFirst() != null);
        doOnFx(() -> table().getSelectionModel().select(0));
        open.awaitWords("Show the raw fields");
        var link = open.control("Show the raw fields").orElseThrow();
        doOnFx(() -> ((Hyperlink) link).fire());

        assertThat(open.words()).contains("Transaction", "Block hash", "Fields").doesNotContain("Show the raw fields");
    }

    @Test
    void whatIsDueAndTheAlertsAreCountedOnTheirTabsAndListed() {
        var due = DueList.of(open.known(), open.network().deployment().address("AccessManager"));
        var watch = open.wiring().protocol().watch();
        await(() -> watch.status().get().known().isPresent());
        var alerts = watch.status().get().standing();
        assertThat(alerts).isNotEmpty();
        open.awaitWords("Due " + due.size());
        open.awaitWords("Alerts " + alerts.size());
        doOnFx(() -> Commands.run(open.console().commands().command("activity.due")));
        open.awaitWords("All " + due.size());
        for (var each : due) {
            var id = "#due-" + each.task().name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + each.number();
            assertThat(open.lookup(id)).as(id).isNotNull();
        }
        doOnFx(() -> Commands.run(open.console().commands().command("activity.alerts")));
        await(() -> open.scene().getRoot().lookupAll(".alert-row").size() == alerts.size());

        assertThat(open.words())
                .containsAll(
                        alerts.stream().map(alert -> alert.said().sentence()).toList());
        open.awaitWords("What became of alerts");
    }

    @Test
    void whatAnyoneMayDoIsReadBackSentAndLeavesTheList() {
        doOnFx(() -> Commands.run(open.console().commands().command("activity.due")));
        var due = closing();
        assertThat(due).isPresent();
        var button = "#do-now-close-policies-" + due.get().number();
        var hand = new VotingHand(open);
        hand.actAs("Keeper");

        hand.press(button);
        hand.awaitNode("#act-sentence");
        assertThat(open.words()).contains("expire(uint256[])");
        hand.send("Done: Close " + due.get().number() + " ended policies");

        await(() -> closing().isEmpty());
        await(() -> open.scene().lookup(button) == null);
    }

    @Test
    void whatALookAtTheChainFindsStandsFirstAndCanBeAskedAbout() throws Exception {
        var feed = feedOfATrigger();
        var hand = new AnvilHand(open.network().node());
        var half = feed.price8().orElseThrow().shiftRight(1).longValueExact();
        hand.send(
                owner(hand, feed.feed()),
                feed.feed(),
                Bytes.concat(Selector.of("updateRaw(int256,uint48)").bytes(), Word.ofSigned(half), Word.of(1)));
        doOnFx(() -> Commands.run(open.console().commands().command("activity.due")));
        var subject = ((FeedView.Use.Trigger) feed.use()).subjectId();
        await(() -> open.scene().lookup("#seen-" + subject) != null);

        open.awaitWords("Seen on the chain");
        open.picture("activity-due-seen-light");
        open.wear(Scheme.DARK);
        open.picture("activity-due-seen-dark");
        open.wear(Scheme.LIGHT);
        var voting = new VotingHand(open);
        voting.actAs("Keeper");
        voting.press("#do-now-seen-" + subject);
        await(() -> open.scene().lookup("#act-sentence") != null || open.scene().lookup("#act-notice") != null);
    }

    /// The first price of something that is insured, where a second source says one too.
    private static FeedView feedOfATrigger() {
        var view = open.known().view();
        return view.feeds().stream()
                .filter(feed -> feed.use() instanceof FeedView.Use.Trigger trigger
                        && !trigger.second()
                        && feed.price8().isPresent()
                        && view.cover(trigger.poolId(), trigger.subjectId())
                                .filter(cover -> cover.amount().signum() > 0)
                                .isPresent()
                        && view.upkeep()
                                .openIncident(trigger.poolId(), trigger.subjectId())
                                .isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static Address owner(AnvilHand hand, Address feed) {
        var answer = hand.ask("eth_call", Map.of("to", feed.toString(), "data", "0x8da5cb5b"), "latest");
        return Address.parse("0x" + answer.toString().substring(26));
    }

    private static Optional<Due> closing() {
        return DueList.of(open.known()).stream()
                .filter(due -> due.task() == Due.Task.CLOSE_POLICIES)
                .findFirst();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void picturesAreTaken(Scheme scheme) throws Exception {
        var dress = scheme.name().toLowerCase(Locale.ROOT);
        open.wear(scheme);
        await(() -> table().getItems().getFirst() != null);
        doOnFx(() -> table().getSelectionModel().select(3));
        open.awaitWords("Show the raw fields");
        open.picture("activity-" + dress);
        tab("Due");
        open.picture("activity-due-" + dress);
        tab("Alerts");
        open.picture("activity-alerts-" + dress);
        tab("Log");
        open.wear(Scheme.LIGHT);

        assertThat(open.words()).contains("Activity");
    }

    private static void tab(String name) {
        doOnFx(() -> SceneWalk.visible(open.scene()).stream()
                .filter(node ->
                        node instanceof ToggleButton button && button.getText().startsWith(name))
                .findFirst()
                .ifPresent(node -> ((ToggleButton) node).fire()));
    }

    private static TableView<?> table() {
        return (TableView<?>) onFx(() -> SceneWalk.visible(open.scene()).stream()
                .filter(TableView.class::isInstance)
                .findFirst()
                .orElseThrow());
    }
}
