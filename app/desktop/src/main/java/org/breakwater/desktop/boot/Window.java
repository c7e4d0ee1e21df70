package org.breakwater.desktop.boot;

import javafx.application.Application;
import javafx.stage.Stage;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.desktop.feature.settings.SettingsViewModel;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.theme.Appearance;

/// The console in a window, on a local network that ends with it.
public final class Window extends Application {

    private final Background background = Background.onVirtualThreads();
    private final AppearanceFile settings = AppearanceFile.ofUser();
    private AppearanceFile.Reading appearance;
    private LocalNetwork network;
    private Wiring wiring;
    private Console console;

    @SuppressWarnings("NullAway.Init") // JavaFX calls init and start before anything else
    public Window() {}

    @Override
    public void init() throws ProblemException {
        appearance = settings.read();
        network = LocalNetwork.start();
        wiring = new Wiring(network);
    }

    @Override
    public void start(Stage stage) {
        var overview = wiring.overview(background);
        console = new Console(
                wiring.network(),
                wiring.protocol(),
                overview,
                new SettingsViewModel(appearance.appearance(), this::keep),
                background,
                wiring.clock());
        stage.setTitle("Breakwater, local network");
        stage.setMinWidth(Console.LEAST_WIDTH);
        stage.setMinHeight(Console.LEAST_HEIGHT);
        stage.setScene(console.scene());
        stage.show();
        console.focus();
        appearance.problem().ifPresent(console::show);
        overview.refresh();
    }

    private void keep(Appearance chosen) {
        background.run(
                "Keeping the settings", () -> settings.write(chosen), problem -> problem.ifPresent(console::show));
    }

    @Override
    public void stop() {
        console.close();
        wiring.close();
        network.close();
    }
}
