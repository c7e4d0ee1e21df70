package org.breakwater.desktop.boot;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.breakwater.desktop.fx.Subscriptions;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.navigation.Screen;
import org.breakwater.desktop.navigation.Section;

/// A place whose data this build does not read. It says so, and shows nothing.
record UnreadScreen(Section section) implements Screen {

    @Override
    public ObservableValue<List<String>> trail() {
        return new ReadOnlyObjectWrapper<>(List.of(section.title()));
    }

    @Override
    public Node root() {
        var heading = Boxes.styled(new HBox(Words.title(section.title())), "page-heading");
        var sentence = "This build does not read the " + section.title().toLowerCase(Locale.ROOT) + " yet.";
        var notice = new VBox(section.icon().at(Icon.Size.PANE, Tone.MUTED), Words.body(sentence));
        notice.setAlignment(Pos.CENTER);
        return new VBox(heading, Boxes.growing(Boxes.styled(notice, "notice")));
    }

    @Override
    public void shown(Subscriptions until) {
        // it follows nothing
    }
}
