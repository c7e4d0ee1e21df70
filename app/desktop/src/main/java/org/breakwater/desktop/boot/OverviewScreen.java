package org.breakwater.desktop.boot;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.breakwater.desktop.feature.overview.OverviewView;
import org.breakwater.desktop.feature.overview.OverviewViewModel;
import org.breakwater.desktop.fx.Subscriptions;
import org.breakwater.desktop.navigation.Screen;

/// One change through the council's Safe, until proposals are written here from templates.
record OverviewScreen(OverviewViewModel model) implements Screen {

    @Override
    public ObservableValue<List<String>> trail() {
        return new ReadOnlyObjectWrapper<>(List.of("Proposals", "New proposal"));
    }

    @Override
    public Node root() {
        return new OverviewView(model).root();
    }

    @Override
    public void shown(Subscriptions until) {
        // the model is read when the window opens and after each act
    }
}
