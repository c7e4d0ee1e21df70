package org.breakwater.desktop.kit.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Fractions;
import org.breakwater.desktop.kit.Words;

/// Values of one kind under each other, as bars from the left, each with its number.
public final class BarsChart extends VBox {

    private static final double NAME = 112;
    private static final double NUMBER = 60;
    private static final double THICKNESS = 8;

    /// @param value empty where there is none
    /// @param written how it is written, or that it is missing
    /// @param note what it is, for the tooltip
    /// @param id of the number's node
    public record Bar(String name, Optional<BigDecimal> value, String written, String note, String id) {}

    /// @param end what the whole width stands for
    public BarsChart(List<Bar> bars, BigDecimal end) {
        super(8);
        bars.forEach(bar -> getChildren().add(row(bar, end)));
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(
                bars.stream().map(bar -> bar.name() + " " + bar.written()).collect(Collectors.joining(", ")));
    }

    private static Region row(Bar bar, BigDecimal end) {
        var name = Words.body(bar.name());
        name.setMinWidth(NAME);
        name.setPrefWidth(NAME);
        var number = Words.strong(bar.written());
        number.setId(bar.id());
        number.setMinWidth(NUMBER);
        number.setPrefWidth(NUMBER);
        number.setAlignment(Pos.CENTER_RIGHT);
        var row = Boxes.row(8, name, Boxes.growing(new Track(bar, end)), number);
        row.setMinWidth(Label.USE_PREF_SIZE);
        Tooltip.install(row, new Tooltip(bar.note()));
        return row;
    }

    /// The bar and what is left of the width.
    private static final class Track extends Region {

        private final double part;
        private final Region filled = Boxes.styled(new Region(), "chart-1");

        Track(Bar bar, BigDecimal end) {
            part = bar.value()
                    .map(value -> Math.clamp(Fractions.of(value, end), 0.0, 1.0))
                    .orElse(0.0);
            getStyleClass().add("track");
            filled.setVisible(bar.value().isPresent());
            getChildren().add(filled);
            setMinHeight(THICKNESS);
            setMaxHeight(THICKNESS);
        }

        @Override
        protected void layoutChildren() {
            filled.resizeRelocate(0, 0, Math.max(1, snapSizeX(getWidth() * part)), getHeight());
        }
    }
}
