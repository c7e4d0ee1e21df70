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

/// How often a value lies where, as bars side by side, with marks of single values above them. Heights are
/// logarithmic: what happens once in ten thousand times is still a bar.
public final class DistributionChart extends Region {

    private static final double LEFT = 52;
    private static final double RIGHT = 10;
    private static final double ROW = 16;
    private static final double BELOW = 24;
    private static final double LABEL = 16;
    private static final int STEPS = 4;

    /// @param bars how often each of equally wide bars, from 0 on
    /// @param width of a bar
    /// @param tail from which bar on they are drawn as the tail
    /// @param marks in ascending order
    /// @param write how a value is written
    public record Distribution(
            List<Long> bars, BigDecimal width, int tail, List<Mark> marks, Function<BigDecimal, String> write) {

        public Distribution {
            bars = List.copyOf(bars);
            marks = List.copyOf(marks);
        }

        long all() {
            return bars.stream().mapToLong(Long::longValue).sum();
        }

        BigDecimal end() {
            return width.multiply(BigDecimal.valueOf(bars.size()));
        }
    }

    /// A value that stands out.
    ///
    /// @param isLimit whether what lies beyond it is lost
    public record Mark(BigDecimal value, String words, boolean isLimit) {}

    private final Distribution shown;
    private final List<Region> bars = new ArrayList<>();
    private final List<Region> lines = new ArrayList<>();
    private final List<Label> words = new ArrayList<>();
    private final List<Region> grid = new ArrayList<>();
    private final List<Label> shares = new ArrayList<>();
    private final List<Label> values = new ArrayList<>();
    private final int decades;

    public DistributionChart(Distribution shown) {
        this.shown = shown;
        this.decades = Math.max(2, (int) Math.ceil(Math.log10(Math.max(1, shown.all()))));
        for (int decade = 0; decade < decades; decade++) {
            grid.add(Boxes.styled(new Region(), "grid-line"));
            shares.add(small(share(decade)));
        }
        for (int step = 0; step <= STEPS; step++) {
            var value = shown.end().multiply(BigDecimal.valueOf(step)).divide(BigDecimal.valueOf(STEPS));
            values.add(small(shown.write().apply(value)));
        }
        getChildren().addAll(grid);
        getChildren().addAll(shares);
        getChildren().addAll(values);
        for (int i = 0; i < shown.bars().size(); i++) {
            bars.add(bar(i));
        }
        getChildren().addAll(bars);
        for (var mark : shown.marks()) {
            lines.add(Boxes.styled(new Region(), mark.isLimit() ? "limit-line" : "mark-line"));
            words.add(small(mark.words()));
        }
        getChildren().addAll(lines);
        getChildren().addAll(words);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(shown.marks().stream()
                .map(mark -> mark.words() + " at " + shown.write().apply(mark.value()))
                .collect(Collectors.joining(", ")));
    }

    /// `100 %`, `10 %`, `1 %`, `0.1 %`.
    private static String share(int decade) {
        return BigDecimal.valueOf(100)
                        .scaleByPowerOfTen(-decade)
                        .stripTrailingZeros()
                        .toPlainString() + "\u00A0%";
    }

    private Region bar(int place) {
        var bar = Boxes.styled(new Region(), place >= shown.tail() ? "chart-tail" : "chart-1");
        var from = shown.width().multiply(BigDecimal.valueOf(place));
        Tooltip.install(
                bar,
                new Tooltip(shown.write().apply(from) + " to "
                        + shown.write().apply(from.add(shown.width())) + ": "
                        + shown.bars().get(place) + " of " + shown.all() + " years"));
        return bar;
    }

    private static Label small(String words) {
        return Boxes.styled(Words.caption(words), "small");
    }

    @Override
    protected double computePrefHeight(double width) {
        return 250;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 160;
    }

    @Override
    protected void layoutChildren() {
        var above = ROW * shown.marks().size() + 6;
        var ground = getHeight() - BELOW;
        var room = ground - above;
        for (int decade = 0; decade < decades; decade++) {
            var y = snapPositionY(above + room * decade / decades);
            grid.get(decade).resizeRelocate(LEFT, y, getWidth() - LEFT, 1);
            layoutInArea(shares.get(decade), 0, y - LABEL / 2, LEFT - 8, LABEL, 0, HPos.RIGHT, VPos.CENTER);
        }
        var across = getWidth() - LEFT - RIGHT;
        var pitch = across / Math.max(1, bars.size());
        for (int i = 0; i < bars.size(); i++) {
            var height = Math.max(0, snapSizeY(height(shown.bars().get(i)) * room));
            bars.get(i)
                    .resizeRelocate(
                            snapPositionX(LEFT + pitch * i),
                            snapPositionY(ground - height),
                            Math.max(1, snapSizeX(pitch) - 1),
                            height);
        }
        for (int step = 0; step <= STEPS; step++) {
            var label = values.get(step);
            var wide = label.prefWidth(-1);
            var x = LEFT + across * step / STEPS - wide / 2;
            label.resizeRelocate(Math.rint(Math.min(x, getWidth() - wide)), ground + 6, Math.ceil(wide), LABEL);
        }
        for (int i = 0; i < lines.size(); i++) {
            layOut(i, across, ground);
        }
    }

    /// The part of the height that stands for so many.
    private double height(long count) {
        return count == 0 ? 0 : Math.max(0.01, 1 + Math.log10((double) count / shown.all()) / decades);
    }

    private void layOut(int mark, double across, double ground) {
        var x = snapPositionX(LEFT
                + across * Math.min(1, Fractions.of(shown.marks().get(mark).value(), shown.end())));
        var y = ROW * mark;
        lines.get(mark).resizeRelocate(x, y + 2, 1, ground - y - 2);
        var label = words.get(mark);
        var wide = Math.ceil(label.prefWidth(-1));
        var isRight = x + 6 + wide <= getWidth();
        label.resizeRelocate(isRight ? x + 6 : x - 6 - wide, y, wide, LABEL);
    }
}
