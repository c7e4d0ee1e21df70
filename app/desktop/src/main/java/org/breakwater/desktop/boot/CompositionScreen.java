package org.breakwater.desktop.boot;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.breakwater.desktop.fx.Subscriptions;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Router;
import org.breakwater.desktop.navigation.Screen;

/// Stands where a proposal is written, on a network on which nobody can be acted as.
record CompositionScreen(Router router) implements Screen {

    @Override
    public ObservableValue<List<String>> trail() {
        return new ReadOnlyObjectWrapper<>(List.of("Proposals", "New proposal"));
    }

    @Override
    public Node root() {
        var notice = new VBox(
                Icon.PROPOSAL.at(Icon.Size.PANE, Tone.MUTED),
                Words.wrapped(Words.name("On this network the console reads and reviews.")),
                Words.wrapped(
                        Words.secondary("Proposals are written on the local network, where everybody's keys are.")),
                Buttons.small(Buttons.plain("Show the proposals", () -> router.go(new Place.Proposals()))));
        notice.setAlignment(Pos.CENTER);
        return Boxes.growing(Boxes.styled(notice, "notice"));
    }

    @Override
    public void shown(Subscriptions until) {
        // nothing here changes
    }
}
