package org.breakwater.desktop.kit.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Fractions;
import org.breakwater.desktop.kit.Words;

/// A value for each of some periods, as columns: claims per month.
public final class ColumnChart extends Region {

    private static final double LEFT = 52;
    private static final double ABOVE = 10;
    private static final double BELOW = 24;
    private static final double LABEL = 16;
    private static final int EVERY = 6;

    /// @param parts from the ground upwards, in the colours of the chart
    public record Period(String name, List<BigDecimal> parts) {

        BigDecimal total() {
            return parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    private final List<Period> periods;
    private final BigDecimal top;
    private final List<List<Region>> columns = new ArrayList<>();
    private final List<Label> names = new ArrayList<>();
    private final List<Label> axis = new ArrayList<>();
    private final List<Region> grid = new ArrayList<>();

    /// @param write how a value is written
    public ColumnChart(List<Period> periods, Function<BigDecimal, String> write) {
        this.periods = List.copyOf(periods);
        this.top = Scale.above(periods.stream().map(Period::total).reduce(BigDecimal.ONE, BigDecimal::max));
        for (int i = 0; i <= 2; i++) {
            var value = top.multiply(BigDecimal.valueOf(i)).divide(BigDecimal.TWO);
            grid.add(Boxes.styled(new Region(), "grid-line"));
            axis.add(small(write.apply(value)));
        }
        getChildren().addAll(grid);
        getChildren().addAll(axis);
        periods.forEach(period -> draw(period, write));
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(periods.stream()
                .map(period -> period.name() + " " + write.apply(period.total()))
                .collect(Collectors.joining(", ")));
    }

    private void draw(Period period, Function<BigDecimal, String> write) {
        var parts = new ArrayList<Region>();
        for (int i = 0; i < period.parts().size(); i++) {
            var part = Boxes.styled(new Region(), ShareBar.colour(i));
            Tooltip.install(part, new Tooltip(period.name() + ": " + write.apply(period.total())));
            parts.add(part);
        }
        columns.add(parts);
        getChildren().addAll(parts);
        var name = small(period.name());
        name.setVisible(names.size() % EVERY == 0);
        names.add(name);
        getChildren().add(name);
    }

    private static Label small(String words) {
        return Boxes.styled(Words.caption(words), "small");
    }

    @Override
    protected double computePrefHeight(double width) {
        return 140;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 90;
    }

    @Override
    protected void layoutChildren() {
        var ground = getHeight() - BELOW;
        for (int i = 0; i < grid.size(); i++) {
            var y = snapPositionY(ground - (ground - ABOVE) * i / 2);
            grid.get(i).resizeRelocate(LEFT, y, getWidth() - LEFT, 1);
            layoutInArea(axis.get(i), 0, y - LABEL / 2, LEFT - 8, LABEL, 0, HPos.RIGHT, VPos.CENTER);
        }
        var pitch = (getWidth() - LEFT) / Math.max(1, periods.size());
        for (int i = 0; i < periods.size(); i++) {
            layOut(i, LEFT + pitch * i, pitch, ground);
        }
    }

    private void layOut(int index, double x, double pitch, double ground) {
        var width = Math.max(2, snapSizeX(pitch * 0.62));
        double y = ground;
        for (int i = 0; i < columns.get(index).size(); i++) {
            var height = Fractions.of(periods.get(index).parts().get(i), top) * (ground - ABOVE);
            columns.get(index)
                    .get(i)
                    .resizeRelocate(snapPositionX(x), snapPositionY(y - height), width, snapSizeY(height));
            y -= height;
        }
        names.get(index)
                .resizeRelocate(Math.rint(x), ground + 6, names.get(index).prefWidth(-1), LABEL);
    }
}
