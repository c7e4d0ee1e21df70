package org.breakwater.desktop.boot;

import atlantafx.base.theme.PrimerLight;
import javafx.scene.Scene;
import org.breakwater.desktop.feature.overview.OverviewView;
import org.breakwater.desktop.feature.overview.OverviewViewModel;

/// The console's scene, the same in a window and in a picture.
public final class Console {

    private static final double WIDTH = 900;
    private static final double HEIGHT = 420;

    private Console() {}

    public static Scene scene(OverviewViewModel model) {
        var scene = new Scene(new OverviewView(model).root(), WIDTH, HEIGHT);
        scene.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        return scene;
    }
}
