package org.breakwater.desktop.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The detail of a row at the right of its table: what it is, a sentence as title, sections parted by lines, and acts
/// below that stay. What is shown anew keeps where one has scrolled to.
public final class SideDetail extends VBox {

    private static final double NAMES = 92;

    private final VBox content = new VBox();
    private final HBox acts = Boxes.styled(Boxes.row(8), "side-detail-acts");

    public SideDetail() {
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        getStyleClass().add("side-detail");
        getChildren().addAll(Boxes.growing(scroll), acts);
    }

    /// What stands at the top.
    ///
    /// @param kind what kind of thing it is, and which
    /// @param title what it comes to, a sentence
    /// @param id by which the title is found
    /// @param close leaves the detail
    public record Head(Icon icon, String kind, String title, String id, Runnable close) {}

    public void show(Head head, List<Node> sections, List<Node> buttons) {
        var close = Buttons.icon(Icon.X, "Close the detail", head.close());
        var kind = Words.secondary(head.kind());
        kind.setGraphic(head.icon().at(Icon.Size.BUTTON, Tone.MUTED));
        var title = Words.wrapped(Words.section(head.title()));
        title.setId(head.id());
        var all = new ArrayList<Node>();
        all.add(Boxes.styled(new VBox(5, Boxes.row(8, kind, Boxes.spacer(), close), title), "side-detail-head"));
        all.addAll(sections);
        content.getChildren().setAll(all);
        acts.getChildren().setAll(buttons);
        acts.setVisible(!buttons.isEmpty());
        acts.setManaged(!buttons.isEmpty());
    }

    /// A part under a heading, with second words at its right.
    public static VBox section(String heading, Node trailing, Node... parts) {
        var section = new VBox(6, Boxes.row(8, Words.strong(heading), Boxes.spacer(), trailing));
        section.getChildren().addAll(parts);
        return Boxes.styled(section, "side-detail-section");
    }

    /// A part without a heading.
    public static VBox section(Node... parts) {
        return Boxes.styled(new VBox(4, parts), "side-detail-section");
    }

    /// A name and a value beside it.
    public static HBox fact(String name, Node value) {
        var key = Words.muted(name);
        key.setMinWidth(NAMES);
        return Boxes.row(8, key, value);
    }
}
