package org.breakwater.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.application.ColorScheme;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.service.ServiceState;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.command.Commands;
import org.breakwater.desktop.fx.Accessibility;
import org.breakwater.desktop.fx.Contrast;
import org.breakwater.desktop.fx.CssWarnings;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.fx.Picture;
import org.breakwater.desktop.fx.SceneWalk;
import org.breakwater.desktop.fx.Subscriptions;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.NetworkKind;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Router;
import org.breakwater.desktop.navigation.Screen;
import org.breakwater.desktop.navigation.Section;
import org.breakwater.desktop.shell.Finders.Found;
import org.breakwater.desktop.shell.Finders.Source;
import org.breakwater.desktop.shell.NetworkStatus.Endpoints;
import org.breakwater.desktop.theme.Appearance;
import org.breakwater.desktop.theme.Appearance.Scheme;
import org.breakwater.desktop.theme.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShellTest extends FxTest {

    private static final Path PICTURES = Path.of(System.getProperty("breakwater.pictures", "target/pictures"));
    private static final Instant NOW = Instant.parse("2026-11-21T14:02:00Z");
    private static final BlockRef HEAD = new BlockRef(182_416, Hash32.ZERO, NOW.minusSeconds(4));

    private final Router router = new Router(new Place.Inbox());
    private final Commands commands = new Commands();
    private final CssWarnings warnings = new CssWarnings();
    private final SimpleObjectProperty<NetworkStatus> network =
            new SimpleObjectProperty<>(status(new Loadable.Ready<>(HEAD, HEAD), 2));
    private final SimpleObjectProperty<List<String>> pending = new SimpleObjectProperty<>(List.of());
    private Shell shell;
    private Stage stage;

    @BeforeEach
    void open() {
        shell = onFx(() -> new Shell(router, commands, finders(), Page::new, facts()));
        stage = onFx(this::shown);
        await(() -> stage.isFocused());
    }

    private Shell.Facts facts() {
        return new Shell.Facts(
                network,
                new ReadOnlyObjectWrapper<>(new ServiceState.Unnamed()),
                new ReadOnlyObjectWrapper<>(Map.of(Section.INBOX, 9, Section.CLAIMS, 3)),
                pending,
                new ReadOnlyObjectWrapper<>(NOW),
                new ReadOnlyObjectWrapper<>(new Times(ZoneId.of("Europe/Berlin"), Appearance.Times.UTC_AND_LOCAL)),
                Shell.Who.NOBODY);
    }

    private Stage shown() {
        var scene = new Scene(shell.root(), 1440, 900);
        shell.listen(scene);
        Theme.dress(scene, Appearance.DEFAULT.with(Scheme.LIGHT), ColorScheme.LIGHT);
        var opened = new Stage();
        opened.setX(0);
        opened.setY(0);
        opened.setScene(scene);
        opened.show();
        return opened;
    }

    @AfterEach
    void close() {
        doOnFx(() -> {
            shell.close();
            stage.close();
        });
        assertThat(warnings.found()).isEmpty();
        warnings.close();
    }

    private static NetworkStatus status(Loadable<BlockRef> head, int agreeing) {
        return new NetworkStatus(
                NetworkKind.LOCAL,
                "Local network 31337, no real funds",
                head,
                Duration.ofMinutes(1),
                new Endpoints(agreeing, 2, Optional.empty()));
    }

    private Finders finders() {
        return new Finders(List.of(new Source(
                '#',
                "Proposals",
                query -> "raise what the bridge pool must hold".contains(query.toLowerCase(Locale.ROOT))
                        ? List.of(Found.place(
                                Icon.PROPOSAL,
                                "Raise what the Bridge pool must hold",
                                "voting, closes in 19 h",
                                () -> router.go(new Place.Proposals())))
                        : List.of())));
    }

    /// A screen with one field, enough to be in.
    private record Page(Place place) implements Screen {

        @Override
        public ObservableValue<List<String>> trail() {
            return new ReadOnlyObjectWrapper<>(List.of(place.section().title(), "All"));
        }

        @Override
        public Node root() {
            var field = new TextField();
            field.setAccessibleText("Filter");
            return new VBox(field);
        }

        @Override
        public void shown(Subscriptions until) {}
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void theFrameIsLegibleAndNamedInBothThemes(Scheme scheme) throws Exception {
        dress(scheme);
        check("shell-" + name(scheme));
        press(KeyCode.K, true);
        type("po");
        check("palette-" + name(scheme));
        press(KeyCode.ESCAPE, false);
        doOnFx(() -> stage.getScene().getRoot().requestFocus());
        type("?");
        check("keyboard-" + name(scheme));
    }

    @Test
    void belowItsWidthTheRailKeepsTheIconsAndTheirNames() throws Exception {
        doOnFx(() -> stage.setWidth(1100));
        check("shell-narrow");

        var inbox = onFx(() -> (Button) stage.getScene().lookup(".rail-item"));
        assertThat(inbox.getWidth()).isLessThan(60);
        assertThat(inbox.getAccessibleText()).isEqualTo("Inbox, 9 wait");
    }

    @Test
    void controlAndADigitLeadToAPlaceAndAltLeftBack() {
        press(KeyCode.DIGIT4, true);
        assertThat(router.current().get()).isEqualTo(new Place.Claims());
        assertThat(texts()).contains("Claims", "All");

        fire(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.LEFT, false, false, true, false));
        assertThat(router.current().get()).isEqualTo(new Place.Inbox());
    }

    @Test
    void thePaletteGoesToWhatIsTyped() {
        press(KeyCode.K, true);
        type("treas");
        press(KeyCode.ENTER, false);

        assertThat(router.current().get()).isEqualTo(new Place.Treasury());
        assertThat(onFx(() -> shell.overlays().isOpen())).isFalse();
    }

    @Test
    void thePaletteFindsThingsByTheirPrefix() {
        press(KeyCode.K, true);
        type("#bridge");

        assertThat(texts()).anyMatch(text -> text.contains("1 result"));
        press(KeyCode.ENTER, false);
        assertThat(router.current().get()).isEqualTo(new Place.Proposals());
    }

    @Test
    void whatCannotBeDoneIsListedWithTheReasonAndNotDone() {
        press(KeyCode.K, true);
        type(">back");

        assertThat(texts()).contains("Not now: nothing lies behind");
        press(KeyCode.ENTER, false);
        assertThat(onFx(() -> shell.overlays().isOpen())).isTrue();
    }

    @Test
    void escapeClosesThePaletteAndTheFocusGoesBack() {
        var field = focusField();
        press(KeyCode.K, true);
        assertThat(owner()).isNotEqualTo(field);

        press(KeyCode.ESCAPE, false);
        assertThat(owner()).isEqualTo(field);
    }

    @Test
    void theFocusStaysInThePaletteAndNoKeyGoesPastIt() {
        press(KeyCode.K, true);
        var input = owner();
        focusField();
        press(KeyCode.DIGIT2, true);

        assertThat(owner()).isEqualTo(input);
        assertThat(router.current().get()).isEqualTo(new Place.Inbox());
    }

    @Test
    void aQuestionMarkInAFieldIsOnlyText() {
        focusField();
        type("?");
        assertThat(onFx(() -> shell.overlays().isOpen())).isFalse();
    }

    @Test
    void f6GoesFromPartToPart() {
        focusField();
        press(KeyCode.F6, false);
        assertThat(owner().getStyleClass()).contains("brand");
        press(KeyCode.F6, false);
        assertThat(owner().getStyleClass()).contains("rail-item");
        press(KeyCode.F6, false);
        assertThat(owner()).isInstanceOf(TextField.class);
    }

    @Test
    void tabPassesHeaderRailScreenAndWhoActsInThisOrder() {
        var order = onFx(() -> Accessibility.focusOrder(stage.getScene())).stream()
                .map(node -> Optional.ofNullable(node.getAccessibleText()).orElse(""))
                .toList();

        assertThat(order).startsWith("Breakwater menu", "Go to, find, do", "Inbox, 9 wait", "Pools");
        assertThat(order).endsWith("Settings", "Filter", "No signers here");
    }

    @Test
    void theStatusBarSaysHowNewTheHeadIs() {
        assertThat(texts())
                .contains(
                        "Local network 31337, no real funds",
                        "Block 182,416, 4\u00A0s ago",
                        "2 of 2 endpoints agree",
                        "Nothing pending",
                        "21 Nov 2026, 14:02 UTC (15:02 local)");
    }

    @Test
    void anOldHeadIsLateAndASilentEndpointIsSaid() {
        var old = new BlockRef(182_400, Hash32.ZERO, NOW.minusSeconds(90));
        doOnFx(() -> network.set(status(new Loadable.Ready<>(old, old), 1)));
        assertThat(texts()).contains("Block 182,400, 1\u00A0min late", "1 of 2 endpoints agree");

        doOnFx(() -> network.set(status(new Loadable.Stale<>(old, old, "No answer in 5 s."), 0)));
        assertThat(texts()).contains("Block 182,400, no newer answer");

        doOnFx(() ->
                network.set(status(new Loadable.Failed<>(Problem.of("The node does not answer.", "Start it.")), 0)));
        assertThat(texts()).contains("No block", "0 of 2 endpoints agree");
    }

    @Test
    void pendingWorkIsNamed() {
        doOnFx(() -> pending.set(List.of("Reading the pools", "Reading the claims")));
        assertThat(texts()).contains("Reading the pools, 1 more");
    }

    @Test
    void aProblemOfNoPlaceStandsUnderTheHeaderUntilItIsDismissed() {
        doOnFx(() -> shell.show(new Problem("The setting could not be kept.", "", "Choose again.")));
        var dismiss = onFx(() -> SceneWalk.visible(stage.getScene()).stream()
                .filter(node -> node instanceof Labeled words && "Dismiss".equals(words.getText()))
                .findFirst()
                .orElseThrow());

        doOnFx(() -> ((Hyperlink) dismiss).fire());

        assertThat(texts()).doesNotContain("Dismiss");
    }

    private static String name(Scheme scheme) {
        return scheme.name().toLowerCase(Locale.ROOT);
    }

    private void dress(Scheme scheme) {
        doOnFx(() -> Theme.dress(stage.getScene(), Appearance.DEFAULT.with(scheme), ColorScheme.LIGHT));
    }

    private void check(String picture) throws Exception {
        onFx(() -> Picture.of(stage.getScene())).write(PICTURES.resolve(picture + ".png"));
        assertThat(onFx(() -> Contrast.tooLow(stage.getScene()))).isEmpty();
        assertThat(onFx(() -> Accessibility.nameless(stage.getScene()))).isEmpty();
        assertThat(onFx(() -> Accessibility.tooSmall(stage.getScene()))).isEmpty();
    }

    private List<String> texts() {
        return onFx(() -> SceneWalk.visible(stage.getScene()).stream()
                .filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText())
                .toList());
    }

    private Node focusField() {
        return onFx(() -> {
            var field = stage.getScene().lookup(".screen .text-field");
            field.requestFocus();
            return field;
        });
    }

    private Node owner() {
        return onFx(() -> stage.getScene().getFocusOwner());
    }

    private void press(KeyCode key, boolean control) {
        fire(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, control, false, false));
    }

    private void type(String characters) {
        characters
                .chars()
                .mapToObj(Character::toString)
                .forEach(character -> fire(new KeyEvent(
                        KeyEvent.KEY_TYPED, character, "", KeyCode.UNDEFINED, false, false, false, false)));
    }

    private void fire(KeyEvent event) {
        doOnFx(() -> {
            var owner = stage.getScene().getFocusOwner();
            Event.fireEvent(owner == null ? stage.getScene() : owner, event);
        });
    }
}
