package org.breakwater.desktop.kit.chart;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.breakwater.core.value.BasisPoints;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Fractions;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;

/// How a whole is divided: one bar with a legend that says each share in words.
public final class ShareBar extends VBox {

    private static final double THICKNESS = 10;
    private static final double GAP = 2;
    private static final int COLOURS = 5;
    private static final BigInteger WHOLE = BigInteger.valueOf(10_000);

    /// @param amount in whatever unit all shares have
    /// @param note what stands after the percentage: a number of things; may be empty
    public record Share(String name, BigInteger amount, String note) {}

    private final List<Share> shares;
    private final Bar bar;

    public ShareBar(List<Share> shares) {
        super(8);
        this.shares = List.copyOf(shares);
        this.bar = new Bar();
        var legend = new FlowPane(16, 4);
        for (int i = 0; i < shares.size(); i++) {
            legend.getChildren().add(entry(i));
        }
        getChildren().addAll(bar, legend);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(shares.stream().map(this::words).collect(Collectors.joining("; ")));
    }

    private BigInteger total() {
        return shares.stream().map(Share::amount).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private String words(Share share) {
        var total = total();
        var percent = total.signum() == 0
                ? Numbers.MISSING
                : Numbers.ratio(new BasisPoints(share.amount().multiply(WHOLE).divide(total)));
        return share.name() + " " + percent + (share.note().isEmpty() ? "" : ", " + share.note());
    }

    private Node entry(int index) {
        var key = Boxes.styled(new Region(), "legend-key", colour(index));
        return Boxes.row(6, key, Tone.DEFAULT.on(Words.secondary(words(shares.get(index)))));
    }

    static String colour(int index) {
        return "chart-" + (index % COLOURS + 1);
    }

    /// The parts side by side with a gap.
    private final class Bar extends Region {

        Bar() {
            for (int i = 0; i < shares.size(); i++) {
                getChildren().add(Boxes.styled(new Region(), colour(i)));
            }
            setMinHeight(THICKNESS);
            setPrefHeight(THICKNESS);
            setMaxHeight(THICKNESS);
        }

        @Override
        protected void layoutChildren() {
            var total = total();
            var room = Math.max(0, getWidth() - GAP * (shares.size() - 1));
            double x = 0;
            for (int i = 0; i < shares.size(); i++) {
                var width = Fractions.of(shares.get(i).amount(), total) * room;
                getChildren().get(i).resizeRelocate(snapPositionX(x), 0, snapSizeX(width), THICKNESS);
                x += width + GAP;
            }
        }
    }
}
