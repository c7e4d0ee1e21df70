package org.breakwater.desktop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.ToggleSwitch;
import java.lang.ref.WeakReference;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.text.Text;
import org.breakwater.core.compose.Draft;
import org.breakwater.core.compose.Input;
import org.breakwater.core.compose.Template;
import org.breakwater.core.compose.WrittenCall;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.value.Hash32;
import org.breakwater.desktop.command.Commands;
import org.breakwater.desktop.fx.CssWarnings;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.fx.SceneWalk;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.PlaceText;
import org.breakwater.desktop.navigation.Section;
import org.breakwater.desktop.theme.Appearance.Scheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The whole console on a local network.
class ConsoleTest extends FxTest {

    private static final int COLLECTIONS = 20;

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

    static List<Place> places() {
        var places = new ArrayList<Place>();
        for (var section : Section.values()) {
            places.add(section.place());
        }
        places.add(new Place.Pause());
        places.add(new Place.Settings(Place.SettingsPart.NETWORK));
        places.add(new Place.Settings(Place.SettingsPart.SERVICE));
        places.add(new Place.Settings(Place.SettingsPart.SIGNERS));
        places.add(new Place.Settings(Place.SettingsPart.POLICY));
        places.add(new Place.Settings(Place.SettingsPart.EVIDENCE));
        places.add(new Place.Settings(Place.SettingsPart.ASSUMPTIONS));
        places.add(new Place.Settings(Place.SettingsPart.ALERTS));
        places.add(new Place.Settings(Place.SettingsPart.NOTICES));
        places.add(new Place.Settings(Place.SettingsPart.KEYBOARD));
        places.add(new Place.Settings(Place.SettingsPart.ABOUT));
        for (var part : Place.PoolPart.values()) {
            places.add(new Place.Pool(2, part));
        }
        places.add(new Place.Pool(99, Place.PoolPart.OVERVIEW));
        places.add(new Place.Registry());
        places.add(new Place.Subject(5));
        places.add(new Place.Subject(99));
        for (var list : Place.PolicyList.values()) {
            places.add(new Place.Policies(list));
        }
        places.add(new Place.Policy(BigInteger.valueOf(1_187)));
        places.add(new Place.KnownAddress(open.network().council()));
        places.add(new Place.Safe(
                open.network().description().safes().getLast().state().address()));
        places.add(new Place.ParameterChange(open.known().view().changes().size()));
        places.add(new Place.Proposal(open.known()
                .view()
                .governance()
                .proposals()
                .getLast()
                .proposal()
                .created()
                .proposalId()));
        places.add(new Place.Claim(39));
        places.add(new Place.Claim(40));
        places.add(new Place.Claim(41));
        places.add(new Place.Incident(20));
        open.waiting().stream()
                .filter(served -> served.transaction().operation() == Operation.DELEGATE_CALL
                        || served.transaction().nonce().equals(BigInteger.valueOf(44)))
                .forEach(served -> places.add(new Place.SafeTransaction(served.safe(), served.statedHash())));
        places.add(new Place.SafeTransaction(open.network().council(), Hash32.ZERO));
        places.add(new Place.SafeMessage(open.network().council(), Hash32.ZERO));
        places.add(Place.Composition.anew());
        places.add(Place.NewProposal.anew());
        places.add(Place.Composition.of(
                open.network().description().safes().getLast().state().address()));
        places.add(new Place.Composition(Optional.empty(), Optional.of(draft())));
        places.add(new Place.Composition(Optional.empty(), Optional.of(999L)));
        return places;
    }

    /// A draft of a batch that is not finished.
    private static long draft() {
        var drafts = open.wiring().protocol().composing().drafts();
        try {
            var draft = new Draft(
                    1,
                    BigInteger.valueOf(31_337),
                    open.network().council(),
                    Optional.empty(),
                    List.of(
                            WrittenCall.empty(Template.PROPOSE_CHANGE)
                                    .with(Input.PARAMETER, "INCIDENT_CAP")
                                    .with(Input.VALUE, "99"),
                            WrittenCall.empty(Template.CALL_CONTRACT)),
                    Instant.EPOCH,
                    Optional.empty());
            drafts.keep(draft);
            return draft.id();
        } catch (ProblemException unkept) {
            throw new AssertionError(unkept);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void everyPlaceIsLegibleNamedAndDrawnWithoutAWarning(Scheme scheme) throws Exception {
        try (var warnings = new CssWarnings()) {
            open.wear(scheme);
            for (var place : places()) {
                open.go(place);
                open.awaitContent();
                open.picture(name(place, scheme));
                open.requireLegibleAndNamed();
            }
            assertThat(warnings.found()).isEmpty();
        }
    }

    private static String name(Place place, Scheme scheme) {
        var printed = PlaceText.print(place);
        var path = printed.substring(printed.indexOf(':') + 1).replace('/', '-');
        return ("place-" + path + "-" + scheme).toLowerCase(Locale.ROOT);
    }

    @Test
    void atTwiceTheTextSizeEveryNameInTheRailIsWhole() throws Exception {
        doOnFx(() -> {
            open.console().settings().change(old -> old.withText(200));
            open.console().router().go(new Place.Settings(Place.SettingsPart.APPEARANCE));
        });
        open.picture("text-200");
        var drawn = onFx(() -> SceneWalk.visible(open.scene()).stream()
                .filter(Text.class::isInstance)
                .map(node -> ((Text) node).getText())
                .toList());
        doOnFx(() -> open.console().settings().change(old -> old.withText(100)));

        assertThat(drawn)
                .contains(Stream.of(Section.values()).map(Section::title).toArray(String[]::new));
    }

    @Test
    void settingsShowWhatWasSetElsewhere() {
        doOnFx(() -> {
            open.console().router().go(new Place.Settings(Place.SettingsPart.APPEARANCE));
            Commands.run(open.console().commands().command("window.theme-dark"));
        });
        var chosen = onFx(() -> SceneWalk.visible(open.scene()).stream()
                .filter(node -> node instanceof ToggleButton button && button.isSelected())
                .map(node -> ((ToggleButton) node).getText())
                .toList());

        assertThat(chosen).contains("Dark").doesNotContain("Light");
    }

    @Test
    void watchingAloneCountsAtOnceAndEndsAtOnce() {
        open.goTo(new Place.Settings(Place.SettingsPart.SIGNERS), "Who may sign");
        assertThat(open.text("#watch-only-meaning")).startsWith("Whoever is listed can sign.");
        watch(true);
        open.awaitWords("Watch only");
        await(() -> open.text("#watch-only-meaning").startsWith("Nobody signs at this console."));
        assertThat(open.wiring().protocol().actions().people().all()).isEmpty();

        watch(false);
        await(() -> open.text("#act-as").startsWith("Act as "));
        assertThat(open.wiring().protocol().actions().people().all()).isNotEmpty();
    }

    private static void watch(boolean watches) {
        doOnFx(() -> ((ToggleSwitch) open.scene().lookup("#watch-only")).setSelected(watches));
    }

    @Test
    void nothingIsLeftOfAPlaceThatWasVisitedTenTimes() throws InterruptedException {
        leavesNothing(10);
    }

    @Test
    @Tag("deep")
    void nothingIsLeftOfAPlaceThatWasVisitedFiftyTimes() throws InterruptedException {
        leavesNothing(50);
    }

    private void leavesNothing(int visits) throws InterruptedException {
        open.go(new Place.Inbox());
        var commands = onFx(() -> open.console().commands().all().size());
        var left = new ArrayList<WeakReference<Node>>();
        for (int visit = 0; visit < visits; visit++) {
            for (var place : places()) {
                doOnFx(() -> {
                    open.console().router().go(place);
                    left.add(new WeakReference<>(open.scene().lookup(".screen > *")));
                });
            }
        }
        open.go(new Place.Inbox());
        var last = onFx(() -> open.scene().lookup(".screen > *"));

        assertThat(survivors(left, last)).isEmpty();
        assertThat(onFx(() -> open.console().commands().all().size())).isEqualTo(commands);
    }

    /// The screens that the collector cannot take, and that are not the one shown.
    private static List<Node> survivors(List<WeakReference<Node>> left, Node shown) throws InterruptedException {
        List<Node> alive = alive(left, shown);
        for (int i = 0; i < COLLECTIONS && !alive.isEmpty(); i++) {
            alive = List.of();
            System.gc();
            Thread.sleep(100); // a pulse lets go of what was drawn last
            alive = alive(left, shown);
        }
        return alive;
    }

    private static List<Node> alive(List<WeakReference<Node>> left, Node shown) {
        return left.stream()
                .map(WeakReference::get)
                .filter(node -> node != null && !node.equals(shown))
                .toList();
    }
}
