package org.breakwater.desktop.kit.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Fractions;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Numbers.Rounding;

/// What can be liquid within some time, stacked by where it lies, beside an outlined bar of what falls due by then.
public final class LiquidityLadder extends Region {

    private static final double CAPTION = 16;
    private static final double AXIS = 52;

    /// @param within "now", "1 day"…
    /// @param liquid cumulative, one amount for each venue
    /// @param due cumulative
    public record Rung(String within, List<BigDecimal> liquid, BigDecimal due) {

        private BigDecimal total() {
            return liquid.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        /// `2.5 times`, cut off; or that nothing is due.
        String cover() {
            return due.signum() == 0
                    ? "nothing due"
                    : Numbers.decimal(total().divide(due, 1, RoundingMode.DOWN), 1, RoundingMode.DOWN) + " times";
        }
    }

    private record Drawn(
            Rung rung, List<Region> parts, Region due, Label total, Label dueTotal, Label within, Label cover) {}

    private final boolean detailed;
    private final BigDecimal top;
    private final List<Drawn> drawn = new ArrayList<>();
    private final List<Label> axis = new ArrayList<>();
    private final List<Region> grid = new ArrayList<>();

    private LiquidityLadder(List<Rung> rungs, boolean detailed) {
        this.detailed = detailed;
        var most = rungs.stream().map(rung -> rung.total().max(rung.due())).reduce(BigDecimal.ONE, BigDecimal::max);
        this.top = detailed ? Scale.above(most) : most;
        getStyleClass().add("ladder");
        if (detailed) {
            drawAxis();
        }
        rungs.stream().map(this::draw).forEach(drawn::add);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(sentence(rungs));
    }

    /// Bars and times only.
    public static LiquidityLadder small(List<Rung> rungs) {
        return new LiquidityLadder(rungs, false);
    }

    /// With an axis, the amounts on the bars, and the ratio in words.
    public static LiquidityLadder detailed(List<Rung> rungs) {
        return new LiquidityLadder(rungs, true);
    }

    /// What the picture says.
    public static String sentence(List<Rung> rungs) {
        return rungs.stream()
                .map(rung -> rung.within() + ": " + Numbers.millions(rung.total(), Rounding.HELD) + " liquid, "
                        + Numbers.millions(rung.due(), Rounding.DUE) + " due, " + rung.cover())
                .collect(Collectors.joining("; "));
    }

    private void drawAxis() {
        for (int i = 0; i <= Scale.STEPS; i++) {
            var at = top.multiply(BigDecimal.valueOf(i)).divide(BigDecimal.valueOf(Scale.STEPS));
            axis.add(Scale.label(at));
            grid.add(Boxes.styled(new Region(), "grid-line"));
        }
        getChildren().addAll(grid);
        getChildren().addAll(axis);
    }

    private Drawn draw(Rung rung) {
        var parts = new ArrayList<Region>();
        for (int i = 0; i < rung.liquid().size(); i++) {
            parts.add(Boxes.styled(new Region(), "chart-" + (i % 5 + 1)));
        }
        var bar = new Drawn(
                rung,
                parts,
                Boxes.styled(new Region(), "ladder-due"),
                Tone.DEFAULT.on(Boxes.styled(caption(Numbers.millions(rung.total(), Rounding.HELD)), "strong")),
                caption(Numbers.millions(rung.due(), Rounding.DUE)
                        .replace(" M", "")
                        .replace("\u00A0M", "")),
                detailed ? Tone.DEFAULT.on(caption(rung.within())) : caption(rung.within()),
                caption(rung.cover()));
        getChildren().addAll(parts);
        getChildren().addAll(bar.due(), bar.within());
        if (detailed) {
            getChildren().addAll(bar.total(), bar.dueTotal(), bar.cover());
        }
        return bar;
    }

    private static Label caption(String words) {
        return Boxes.styled(Words.caption(words), "small");
    }

    @Override
    protected double computePrefHeight(double width) {
        return detailed ? 264 : 84;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        var left = detailed ? AXIS : 0;
        var above = detailed ? CAPTION : 2;
        var ground = getHeight() - CAPTION * (detailed ? 2 : 1) - 4;
        var pitch = (getWidth() - left) / Math.max(1, drawn.size());
        layOutAxis(left, above, ground);
        for (int i = 0; i < drawn.size(); i++) {
            layOut(drawn.get(i), left + pitch * i, pitch, above, ground);
        }
    }

    private void layOutAxis(double left, double above, double ground) {
        for (int i = 0; i < axis.size(); i++) {
            var y = snapPositionY(ground - (ground - above) * i / Scale.STEPS);
            layoutInArea(axis.get(i), 0, y - CAPTION / 2, left - 10, CAPTION, 0, HPos.RIGHT, VPos.CENTER);
            grid.get(i).resizeRelocate(left, y, getWidth() - left, 1);
        }
    }

    private void layOut(Drawn bar, double x, double pitch, double above, double ground) {
        var width = snapSizeX(pitch * (detailed ? 0.36 : 0.39));
        var dueWidth = snapSizeX(pitch * (detailed ? 0.2 : 0.22));
        var gap = snapSizeX(pitch * 0.05);
        var from = snapPositionX(x + (pitch - width - dueWidth - gap) / 2);
        double y = ground;
        for (int i = 0; i < bar.parts().size(); i++) {
            var height = height(bar.rung().liquid().get(i), above, ground);
            bar.parts()
                    .get(i)
                    .resizeRelocate(from, snapPositionY(y - height), width, Math.max(0, snapSizeY(height) - 1));
            y -= height;
        }
        centred(bar.total(), from + width / 2, y - CAPTION);
        var due = Math.max(2, height(bar.rung().due(), above, ground));
        bar.due().resizeRelocate(from + width + gap, snapPositionY(ground - due), dueWidth, snapSizeY(due));
        centred(bar.dueTotal(), from + width + gap + dueWidth / 2, ground - due - CAPTION);
        centred(bar.within(), x + pitch / 2, ground + 4);
        centred(bar.cover(), x + pitch / 2, ground + 4 + CAPTION);
    }

    private double height(BigDecimal amount, double above, double ground) {
        return Fractions.of(amount, top) * (ground - above);
    }

    private static void centred(Label label, double x, double y) {
        var width = label.prefWidth(-1);
        label.resizeRelocate(Math.rint(x - width / 2), Math.rint(y), width, CAPTION);
    }
}
