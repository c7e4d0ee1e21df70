package org.breakwater.desktop.shell;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.breakwater.core.acting.KeyringState;
import org.breakwater.core.acting.Person;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.service.ServiceState;
import org.breakwater.desktop.command.Chord;
import org.breakwater.desktop.command.Command;
import org.breakwater.desktop.command.Command.Group;
import org.breakwater.desktop.command.Commands;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.NetworkKind;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Router;
import org.breakwater.desktop.navigation.Screen;
import org.breakwater.desktop.navigation.Section;

/// The window's frame around the screens.
public final class Shell {

    private static final double ICONS_ONLY_BELOW = 1240;

    /// What the frame shows that comes from elsewhere.
    ///
    /// @param service how the transaction service does
    /// @param counts how much waits in each place
    /// @param pending the names of what is under way
    /// @param now the present
    /// @param times how times are written
    /// @param who acts
    public record Facts(
            ObservableValue<NetworkStatus> network,
            ObservableValue<ServiceState> service,
            ObservableValue<Map<Section, Integer>> counts,
            ObservableValue<List<String>> pending,
            ObservableValue<Instant> now,
            ObservableValue<Times> times,
            Who who) {}

    /// Who acts at the window.
    ///
    /// @param isLocal whether the network is one of this program's own, whose people anybody may act as
    /// @param people who could
    /// @param keyring the keys and programs of this machine's own
    /// @param watching whether nobody signs, whoever could
    /// @param choose has somebody else act
    /// @param lock locks every key
    /// @param settings goes to where signers are added
    public record Who(
            boolean isLocal,
            ObservableValue<List<Person>> people,
            ObservableValue<Optional<Person>> person,
            ObservableValue<KeyringState> keyring,
            ObservableValue<Boolean> watching,
            Consumer<Person> choose,
            Runnable lock,
            Runnable settings) {

        /// Nobody can.
        public static final Who NOBODY = new Who(
                true,
                new ReadOnlyObjectWrapper<>(List.<Person>of()),
                new ReadOnlyObjectWrapper<>(Optional.<Person>empty()),
                new ReadOnlyObjectWrapper<>(KeyringState.EMPTY),
                new ReadOnlyObjectWrapper<>(false),
                _ -> {},
                () -> {},
                () -> {});
    }

    private final Router router;
    private final Commands commands;
    private final Finders finders;
    private final ScreenHost host;
    private final Rail rail;
    private final Header header;
    private final ProblemBar problems = new ProblemBar();
    private final BorderPane frame = new BorderPane();
    private final Overlays overlays;
    private final Subscription following;

    public Shell(Router router, Commands commands, Finders finders, Function<Place, Screen> screens, Facts facts) {
        this.router = router;
        this.commands = commands;
        this.finders = finders;
        this.host = new ScreenHost(screens);
        this.overlays = new Overlays(frame);
        addCommands();
        this.rail = new Rail(commands, router.current(), facts.counts());
        this.header = new Header(commands, host.trail());
        frame.setTop(new VBox(hairline(facts.network()), header, problems));
        frame.setLeft(rail);
        frame.setCenter(host);
        frame.setBottom(new StatusBar(commands, facts));
        frame.widthProperty().subscribe(width -> rail.setNarrow(width.doubleValue() < ICONS_ONLY_BELOW));
        following = router.current().subscribe(host::show);
    }

    public Parent root() {
        return overlays;
    }

    /// Asks once more before something that cannot be taken back.
    ///
    /// @param act what would be done, as its button says it
    /// @param consequence what is lost by it
    public void confirm(String act, String consequence, Runnable go) {
        if (!overlays.isOpen()) {
            var question = new Confirmation(act, consequence, go, overlays::closeTop);
            overlays.open(question, Pos.CENTER, question.cancel());
        }
    }

    /// What dialogs and sheets are opened over.
    public Overlays overlays() {
        return overlays;
    }

    /// Shows a problem that belongs to no place.
    public void show(Problem problem) {
        problems.show(problem);
    }

    /// Makes every command's keys work.
    public void listen(Scene scene) {
        commands.listen(scene);
    }

    /// Gives the focus to the screen, or to the rail where the screen takes none.
    public void focus() {
        if (!Focus.first(host)) {
            Focus.first(rail);
        }
    }

    /// Leaves the screen that is shown.
    public void close() {
        following.unsubscribe();
        host.leave();
    }

    private static Region hairline(ObservableValue<NetworkStatus> network) {
        var hairline = Boxes.styled(new Region(), "hairline");
        Shown.following(hairline, network, status -> {
            for (var kind : NetworkKind.values()) {
                hairline.getStyleClass().remove(kind.styleClass());
            }
            hairline.getStyleClass().add(status.kind().styleClass());
        });
        return hairline;
    }

    private void addCommands() {
        RailCommands.of(router).forEach(commands::add);
        commands.add(Command.always("go.back", Group.GO, Icon.ARROW_LEFT, "Back", router::back)
                .on(Chord.alt(KeyCode.LEFT))
                .unless(router.canGoBack().map(can -> can ? "" : "nothing lies behind")));
        commands.add(Command.always("go.forward", Group.GO, Icon.ARROW_RIGHT, "Forward", router::forward)
                .on(Chord.alt(KeyCode.RIGHT))
                .unless(router.canGoForward().map(can -> can ? "" : "nothing lies ahead")));
        commands.add(Command.always("window.palette", Group.WINDOW, Icon.SEARCH, "Go to, find, do", this::openPalette)
                .on(Chord.control(KeyCode.K)));
        commands.add(Command.always("window.keyboard", Group.WINDOW, Icon.KEYBOARD, "Keyboard sheet", this::openSheet)
                .on(Chord.typing("?"))
                .alsoFoundBy("shortcuts", "keys", "help"));
        commands.add(Command.always("window.next-part", Group.WINDOW, Icon.ARROW_RIGHT, "Next part", this::nextPart)
                .on(Chord.bare(KeyCode.F6)));
    }

    private void openPalette() {
        if (!overlays.isOpen()) {
            var palette = new Palette(commands, finders, overlays::closeTop);
            overlays.open(palette, Pos.TOP_CENTER, palette.input());
        }
    }

    private void openSheet() {
        if (!overlays.isOpen()) {
            var sheet = new KeyboardSheet(commands.all(), overlays::closeTop);
            overlays.open(sheet, Pos.CENTER, sheet.close());
        }
    }

    /// The focus goes from the header to the rail to the screen and around.
    private void nextPart() {
        var parts = List.<Node>of(header, rail, host);
        var owner = frame.getScene().getFocusOwner();
        var at = 0;
        for (int i = 0; i < parts.size(); i++) {
            if (Focus.isWithin(owner, parts.get(i))) {
                at = i + 1;
            }
        }
        for (int i = 0; i < parts.size(); i++) {
            if (Focus.first(parts.get((at + i) % parts.size()))) {
                return;
            }
        }
    }
}
