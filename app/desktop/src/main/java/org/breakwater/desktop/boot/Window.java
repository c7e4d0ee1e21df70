package org.breakwater.desktop.boot;

import javafx.application.Application;
import javafx.stage.Stage;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.desktop.fx.Background;

/// The console in a window, on a local network that ends with it.
public final class Window extends Application {

    private LocalNetwork network;

    @SuppressWarnings("NullAway.Init") // JavaFX calls init before anything else
    public Window() {}

    @Override
    public void init() throws ProblemException {
        network = LocalNetwork.start();
    }

    @Override
    public void start(Stage stage) {
        var model = new Wiring(network).overview(Background.onVirtualThreads());
        stage.setTitle("Breakwater — local network");
        stage.setScene(Console.scene(model));
        stage.show();
        model.refresh();
    }

    @Override
    public void stop() {
        network.close();
    }
}
