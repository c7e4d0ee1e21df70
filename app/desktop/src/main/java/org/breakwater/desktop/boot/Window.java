package org.breakwater.desktop.boot;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.FileChooser;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.breakwater.adapters.instance.OnlyOne;
import org.breakwater.core.acting.Watching;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.desktop.feature.settings.SettingsViewModel;
import org.breakwater.desktop.feature.welcome.Wanted;
import org.breakwater.desktop.feature.welcome.WelcomePage;
import org.breakwater.desktop.feature.welcome.WelcomeViewModel;
import org.breakwater.desktop.fx.Attempt;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.fx.FxThread;
import org.breakwater.desktop.place.Preferences;
import org.breakwater.desktop.shell.OpeningPage;
import org.breakwater.desktop.shell.WindowIcons;
import org.breakwater.desktop.theme.Appearance;
import org.breakwater.desktop.theme.Theme;
import org.jspecify.annotations.Nullable;

/// The console in a window. The window is there at once: it asks which network where none was chosen, says what
/// is under way until the network is open, and what is wrong where it cannot be opened.
public final class Window extends Application {

    private static volatile int exitCode;

    /// What the toolkit, which makes the window, cannot be given.
    private static volatile @Nullable Launch launching;

    private final Background background = Background.onVirtualThreads();
    private final StartMarks marks = StartMarks.ofSystem(background);
    private final UserFolders folders;
    private final UserSettings files;
    private final Launch launch;
    private Optional<Wanted> remembered;
    private boolean isFirstRun;
    private Start current;
    private volatile Optional<OnlyOne> only;
    private volatile String name;
    private Optional<Path> pending;
    private WindowFile.Reading last;
    private Function<String, Optional<String>> chooseFile = this::askForFile;
    private SettingsViewModel appearance;
    private Stage stage;
    private Scene before;
    private final List<Problem> notices = new ArrayList<>();
    private Optional<OpenedNetwork> opened = Optional.empty();
    private Subscription dressing = Subscription.EMPTY;
    private Subscription attempt = Subscription.EMPTY;
    private volatile @Nullable OpenedNetwork ending;
    private volatile boolean stopped;

    @SuppressWarnings("NullAway.Init") // JavaFX calls start before anything else
    public Window() {
        this(Objects.requireNonNull(launching), UserFolders.ofSystem());
    }

    @SuppressWarnings("NullAway.Init") // start is called before anything else
    Window(Launch launch, UserFolders folders) {
        this.launch = launch;
        this.folders = folders;
        this.files = UserSettings.in(folders.settings());
        this.remembered = launch.remembered();
        this.only = launch.only();
        this.name = launch.name();
        this.last = launch.settings().window();
        this.pending = launch.file();
        this.notices.addAll(launch.notices());
    }

    /// Shows a window until it is closed.
    static void show(Launch launch) {
        launching = launch;
        Application.launch(Window.class);
    }

    /// 0 where the network was open at the end, or none was chosen.
    static int exitCode() {
        return exitCode;
    }

    @Override
    public void start(Stage window) {
        var found = launch.settings();
        appearance = new SettingsViewModel(
                found.appearance().appearance(), this::keep, found.preferences().preferences(), this::keep);
        Theme.begin(found.appearance().appearance(), Platform.getPreferences().getColorScheme());
        stage = window;
        stage.setTitle("Breakwater");
        stage.setMinWidth(Console.LEAST_WIDTH);
        stage.setMinHeight(Console.LEAST_HEIGHT);
        begin();
        last.bounds().ifPresent(this::place);
        marks.drawn(StartMarks.FRAME, stage.getScene());
        stage.show();
        stage.getIcons().setAll(WindowIcons.all());
        only.ifPresent(this::listen);
    }

    /// Where it was, as far as there is a screen there.
    private void place(WindowFile.Bounds bounds) {
        stage.setWidth(bounds.width());
        stage.setHeight(bounds.height());
        if (!Screen.getScreensForRectangle(bounds.x(), bounds.y(), bounds.width(), bounds.height())
                .isEmpty()) {
            stage.setX(bounds.x());
            stage.setY(bounds.y());
        }
        stage.setMaximized(bounds.isMaximized());
    }

    /// On the network that was named, else on the one that was chosen before, else with the question which.
    private void begin() {
        if (launch.named().isPresent()) {
            open(new Start(launch.named().get(), launch.watchesOnly()));
            return;
        }
        isFirstRun = remembered.isEmpty();
        remembered.ifPresentOrElse(this::openRemembered, this::welcome);
    }

    // ── second starts ──────────────────────────────────────────────────────────────────────────────────────────

    private void listen(OnlyOne one) {
        one.tell(file -> FxThread.run(() -> comeToTheFront(file)));
    }

    private void comeToTheFront(Optional<Path> file) {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
        pending = file.or(() -> pending);
        openPending();
    }

    private void openPending() {
        if (opened.isPresent()) {
            pending.ifPresent(file -> console().takeIn(file));
            pending = Optional.empty();
        }
    }

    /// Has this window be the only one on a network, from before it is connected to. Blocking.
    ///
    /// @return empty where it is so already, or where that cannot be found out
    private Optional<OnlyOne> taken(String wanted) throws ProblemException {
        if (only.isEmpty() || wanted.equals(name)) {
            return Optional.empty();
        }
        var taken = OnlyOne.take(folders.runtime(), wanted);
        if (taken.isEmpty()) {
            OnlyOne.call(folders.runtime(), wanted, Optional.empty());
            throw new ProblemException(Problem.of(
                    "Another window of Breakwater is on this network.", "It was asked to come to the front."));
        }
        return taken;
    }

    private void take(OnlyOne newer) {
        only.ifPresent(OnlyOne::close);
        only = Optional.of(newer);
        listen(newer);
    }

    private void openRemembered(Wanted wanted) {
        try {
            open(Start.again(wanted));
        } catch (ProblemException refused) {
            refused(refused.problem(), () -> openRemembered(wanted));
        }
    }

    // ── which network ──────────────────────────────────────────────────────────────────────────────────────────

    /// Asks which network is wanted. What is open stays open until another one is.
    private void welcome() {
        var model = new WelcomeViewModel[1];
        var asked = new WelcomeViewModel(wanted -> choose(wanted, model[0]), () -> attempt.unsubscribe());
        model[0] = asked;
        remembered
                .filter(Wanted.Deployed.class::isInstance)
                .map(Wanted.Deployed.class::cast)
                .ifPresent(asked::fillIn);
        var back = opened.map(network -> (Runnable) () -> {
            attempt.unsubscribe();
            stage.setScene(network.console().scene());
        });
        showBefore(WelcomePage.of(asked, title -> chooseFile.apply(title), back, List.copyOf(notices)));
        notices.clear();
    }

    private void choose(Wanted wanted, WelcomeViewModel asked) {
        try {
            var start = Start.of(wanted);
            asked.working(start.choice().opening());
            attempt(start, () -> remember(wanted), asked::refused);
        } catch (ProblemException refused) {
            asked.refused(refused.problem());
        }
    }

    /// Opens it again at the next start.
    private void remember(Wanted wanted) {
        remembered = Optional.of(wanted);
        keep(() -> files.start().write(wanted));
        if (isFirstRun) {
            isFirstRun = false;
            console().showTour();
        }
    }

    private Optional<String> askForFile(String title) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        return Optional.ofNullable(chooser.showOpenDialog(stage)).map(File::getAbsolutePath);
    }

    /// Has files come from where something other than the dialog says.
    void chooseFiles(Function<String, Optional<String>> other) {
        chooseFile = other;
    }

    // ── opening it ─────────────────────────────────────────────────────────────────────────────────────────────

    private void open(Start start) {
        exitCode = 1;
        showBefore(OpeningPage.opening(start.choice().opening()));
        attempt(start, () -> {}, problem -> refused(problem, () -> open(start)));
    }

    private void showBefore(Parent page) {
        before = new Scene(page, Console.WIDTH, Console.HEIGHT);
        dressing.unsubscribe();
        dressing = Theme.follow(
                before, appearance.appearance(), Platform.getPreferences().colorSchemeProperty());
        stage.setScene(before);
    }

    /// A connection, and under which name nobody else opens it.
    private record Connected(Connection connection, String name, Optional<OnlyOne> taken) {

        void close() {
            taken.ifPresent(OnlyOne::close);
            connection.close();
        }
    }

    /// Connects, and only then leaves what is open and puts the console together.
    private void attempt(Start start, Runnable then, Consumer<Problem> refused) {
        attempt = background.run(
                start.choice().opening(),
                () -> Attempt.of(() -> connected(start)),
                outcome -> outcome.then(connected -> putTogether(start, connected, then, refused), refused));
    }

    private Connected connected(Start start) throws ProblemException {
        endFormer();
        var wanted = start.choice().name();
        var taken = taken(wanted);
        try {
            var connected = new Connected(start.choice().open(folders.data()), wanted, taken);
            if (stopped || Thread.currentThread().isInterrupted()) {
                connected.close();
            }
            return connected;
        } catch (ProblemException | RuntimeException refused) {
            taken.ifPresent(OnlyOne::close);
            throw refused;
        }
    }

    private void putTogether(Start start, Connected connected, Runnable then, Consumer<Problem> refused) {
        leave();
        connected.taken().ifPresent(this::take);
        name = connected.name();
        current = start;
        attempt = background.run(
                start.choice().opening(),
                () -> Attempt.of(() -> {
                    endFormer();
                    return OpenedNetwork.on(connected.connection(), watching(start));
                }),
                outcome -> outcome.then(
                        network -> {
                            opened(network);
                            then.run();
                        },
                        refused));
    }

    /// As it was asked for when the program was started, at the first page, or in the settings.
    private Watching watching(Start start) {
        return launch.watchesOnly()
                        || start.watchesOnly()
                        || appearance.preferences().get().watchOnly()
                ? Watching.fromTheStart()
                : Watching.off();
    }

    /// Closes what is open; its network is ended beside this thread.
    private void leave() {
        opened.ifPresent(network -> {
            last = lookedAt();
            network.closeConsole();
            opened = Optional.empty();
            ending = network;
        });
    }

    private synchronized void endFormer() {
        var former = ending;
        ending = null;
        if (former != null) {
            former.close();
        }
    }

    private void opened(OpenedNetwork network) {
        opened = Optional.of(network);
        if (stopped) {
            network.close();
            return;
        }
        exitCode = 0;
        var console =
                network.console(appearance, background, last.startOn(network.deployment()), this::reset, this::welcome);
        dressing.unsubscribe();
        stage.setTitle("Breakwater, " + network.name());
        stage.setScene(console.scene());
        marks.drawn(StartMarks.DATA, console.scene(), console.known());
        console.focus();
        notices.addAll(network.notices());
        notices.forEach(console::show);
        notices.clear();
        openPending();
    }

    /// Ends the network and opens it anew.
    private void reset() {
        leave();
        open(current);
    }

    private void refused(Problem problem, Runnable again) {
        showBefore(OpeningPage.refused(problem, again, this::welcome, stage::close));
    }

    /// The console, once the network is open.
    Console console() {
        return opened.orElseThrow().console();
    }

    private void keep(Appearance chosen) {
        keep(() -> files.appearance().write(chosen));
    }

    private void keep(Preferences chosen) {
        keep(() -> files.preferences().write(chosen));
    }

    private void keep(Supplier<Optional<Problem>> write) {
        background.run(
                "Keeping the settings",
                write,
                problem -> problem.ifPresent(said -> opened.ifPresent(network -> network.show(said))));
    }

    // ── how it was left ────────────────────────────────────────────────────────────────────────────────────────

    /// Where the window is, and at which place.
    private WindowFile.Reading lookedAt() {
        // a maximized window has no bounds of its own to go back to
        var bounds = stage.isMaximized()
                ? last.bounds().map(before -> before.maximized(true))
                : Optional.of(
                        new WindowFile.Bounds(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false));
        var visited = opened.map(network -> new WindowFile.Visited(
                        network.deployment(), network.console().lastPlace()))
                .or(last::visited);
        return new WindowFile.Reading(bounds, visited, Optional.empty());
    }

    @Override
    public void stop() {
        stopped = true;
        dressing.unsubscribe();
        // the window is closed, and nobody waits for this thread any more
        var left = lookedAt();
        left.bounds().ifPresent(bounds -> files.window().write(bounds, left.visited()));
        endFormer();
        opened.ifPresent(network -> {
            network.closeConsole();
            network.close();
        });
        only.ifPresent(OnlyOne::close);
    }
}
