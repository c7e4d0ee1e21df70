package org.breakwater.desktop.kit.chart;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Choices;
import org.breakwater.desktop.kit.Choices.Choice;
import org.breakwater.desktop.kit.Words;

/// A chart under its title, with the sentence it says and the table of the same figures one press away.
public final class ChartCard extends VBox {

    private enum Side {
        CHART,
        TABLE
    }

    private final StackPane shown = new StackPane();

    /// @param title what is shown, over which time
    /// @param unit what the axis counts
    /// @param sentence what the picture says
    /// @param twin the table of the same figures
    /// @param acts what can be done with it: exports
    public ChartCard(String title, String unit, String sentence, Node chart, Node twin, Node... acts) {
        super(6);
        getStyleClass().add("chart-card");
        var side = Choices.segments(
                "Show " + title + " as",
                List.of(new Choice<>(Side.CHART, "Chart"), new Choice<>(Side.TABLE, "Table")),
                Side.CHART,
                wanted -> shown.getChildren().setAll(wanted == Side.CHART ? chart : twin));
        shown.getChildren().setAll(chart);
        var heading = Words.strong(title);
        heading.setMinWidth(USE_PREF_SIZE);
        getChildren()
                .addAll(
                        Boxes.row(8, heading, Words.secondary(unit), Boxes.spacer(), side),
                        Boxes.growing(shown),
                        foot(sentence, acts));
    }

    private static Node foot(String sentence, Node... acts) {
        var words = Words.wrapped(Words.secondary(sentence));
        var foot = Boxes.row(4, Boxes.growing(words));
        words.setMaxWidth(Double.MAX_VALUE);
        words.setMinWidth(0);
        foot.getChildren().addAll(acts);
        return foot;
    }
}
