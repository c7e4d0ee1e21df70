package org.breakwater.desktop.boot;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.breakwater.core.acting.Watching;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.desktop.feature.settings.SettingsViewModel;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.place.Preferences;
import org.breakwater.desktop.shell.OpeningPage;
import org.breakwater.desktop.shell.WindowIcons;
import org.breakwater.desktop.theme.Appearance;
import org.breakwater.desktop.theme.Theme;
import org.jspecify.annotations.Nullable;

/// The console in a window. The window is there at once and says what is under way until the network is open, and what
/// is wrong where it cannot be opened.
public final class Window extends Application {

    private static volatile int exitCode;

    private final Background background = Background.onVirtualThreads();
    private final AppearanceFile settings;
    private final PreferencesFile preferences;
    private NetworkChoice choice;
    private boolean watchesOnly;
    private SettingsViewModel appearance;
    private Stage stage;
    private Scene opening;
    private Optional<Problem> notice = Optional.empty();
    private Optional<OpenedNetwork> opened = Optional.empty();
    private Subscription dressing = Subscription.EMPTY;
    private volatile @Nullable OpenedNetwork ending;
    private volatile boolean stopped;

    @SuppressWarnings("NullAway.Init") // JavaFX calls init and start before anything else
    public Window() {
        settings = AppearanceFile.ofUser();
        preferences = PreferencesFile.ofUser();
    }

    @SuppressWarnings("NullAway.Init") // start is called before anything else
    Window(NetworkChoice choice, AppearanceFile settings, PreferencesFile preferences) {
        this.choice = choice;
        this.settings = settings;
        this.preferences = preferences;
    }

    /// 0 where the network was open at the end.
    static int exitCode() {
        return exitCode;
    }

    @Override
    public void init() throws ProblemException {
        var parsed = LaunchArguments.parse(getParameters().getRaw().toArray(String[]::new));
        choice = parsed.choice();
        watchesOnly = parsed.watchesOnly();
    }

    @Override
    public void start(Stage window) {
        var read = settings.read();
        var preferred = preferences.read();
        notice = preferred.problem().or(read::problem);
        appearance = new SettingsViewModel(read.appearance(), this::keep, preferred.preferences(), this::keep);
        stage = window;
        stage.setTitle("Breakwater");
        stage.setMinWidth(Console.LEAST_WIDTH);
        stage.setMinHeight(Console.LEAST_HEIGHT);
        open();
        stage.show();
        stage.getIcons().setAll(WindowIcons.all());
    }

    private void open() {
        exitCode = 1;
        opening = new Scene(OpeningPage.opening(choice.opening()), Console.WIDTH, Console.HEIGHT);
        dressing.unsubscribe();
        dressing = Theme.follow(
                opening, appearance.appearance(), Platform.getPreferences().colorSchemeProperty());
        stage.setScene(opening);
        background.run(choice.opening(), this::attempt, outcome -> outcome.show(this));
    }

    /// What came of opening the network.
    private sealed interface Outcome {

        void show(Window window);

        record Opened(OpenedNetwork network) implements Outcome {
            @Override
            public void show(Window window) {
                window.opened(network);
            }
        }

        record Refused(Problem problem) implements Outcome {
            @Override
            public void show(Window window) {
                window.refused(problem);
            }
        }
    }

    private Outcome attempt() {
        try {
            endFormer();
            var network = OpenedNetwork.open(choice, watching());
            if (stopped) {
                network.close();
            }
            return new Outcome.Opened(network);
        } catch (ProblemException refused) {
            return new Outcome.Refused(refused.problem());
        }
    }

    /// As it was asked for when the program was started, or in the settings.
    private Watching watching() {
        return watchesOnly || appearance.preferences().get().watchOnly() ? Watching.fromTheStart() : Watching.off();
    }

    private synchronized void endFormer() {
        var former = ending;
        ending = null;
        if (former != null) {
            former.close();
        }
    }

    private void opened(OpenedNetwork network) {
        if (stopped) {
            return;
        }
        opened = Optional.of(network);
        exitCode = 0;
        var console = network.console(appearance, background, this::reset);
        dressing.unsubscribe();
        stage.setTitle("Breakwater, " + network.name());
        stage.setScene(console.scene());
        console.focus();
        notice.ifPresent(console::show);
        notice = Optional.empty();
    }

    /// Ends the network and opens it anew.
    private void reset() {
        opened.ifPresent(network -> {
            network.closeConsole();
            opened = Optional.empty();
            ending = network;
            open();
        });
    }

    private void refused(Problem problem) {
        opening.setRoot(OpeningPage.refused(problem, this::open, stage::close));
    }

    /// The console, once the network is open.
    Console console() {
        return opened.orElseThrow().console();
    }

    private void keep(Appearance chosen) {
        keep(() -> settings.write(chosen));
    }

    private void keep(Preferences chosen) {
        keep(() -> preferences.write(chosen));
    }

    private void keep(Supplier<Optional<Problem>> write) {
        background.run(
                "Keeping the settings",
                write,
                problem -> problem.ifPresent(said -> opened.ifPresent(network -> network.show(said))));
    }

    @Override
    public void stop() {
        stopped = true;
        dressing.unsubscribe();
        endFormer();
        opened.ifPresent(network -> {
            network.closeConsole();
            network.close();
        });
    }
}
