package org.breakwater.desktop.feature.guide;

import java.util.EnumMap;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.KeyCap;
import org.breakwater.desktop.kit.Words;

/// The user guide over the window: its pages at the left, one of them at the right. What the window shows stays as it
/// is under it.
public final class GuideSheet extends VBox {

    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final double WIDTH = 980;
    private static final double HEIGHT = 640;
    private static final double TEXT = 660;

    private final Map<GuidePage, Button> pages = new EnumMap<>(GuidePage.class);
    private final ScrollPane reading = Reading.pane();

    /// @param start the page that is shown first
    public GuideSheet(GuidePage start, Runnable close) {
        getStyleClass().addAll("popup", "guide");
        setId("guide");
        setMaxSize(WIDTH, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        var heading = Boxes.row(
                12,
                Words.section("User guide"),
                Boxes.spacer(),
                new KeyCap("Esc"),
                Buttons.icon(Icon.X, "Close", close));
        getChildren()
                .addAll(
                        Boxes.styled(heading, "sheet-heading"),
                        Boxes.growing(new HBox(list(), Boxes.growing(reading))));
        show(start);
    }

    /// What takes the focus: arrow keys move the page.
    public ScrollPane reading() {
        return reading;
    }

    private VBox list() {
        var list = new VBox();
        for (var page : GuidePage.values()) {
            var button = new Button(page.title());
            button.getStyleClass().setAll("side-item");
            button.setMaxWidth(Double.MAX_VALUE);
            button.setOnAction(_ -> show(page));
            pages.put(page, button);
            list.getChildren().add(button);
        }
        return Boxes.styled(list, "side-list", "guide-pages");
    }

    private void show(GuidePage page) {
        pages.forEach((each, button) -> button.pseudoClassStateChanged(CURRENT, each == page));
        reading.setContent(Boxes.styled(new VBox(new GuideText(page, TEXT, this::show)), "guide-text"));
        reading.setVvalue(0);
        reading.setAccessibleText(page.title());
    }
}
