package org.breakwater.desktop.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.Polyline;

/// A transaction as a picture: Safe, called code, contracts, recipients with amounts. Where there is little room the
/// longest names on the way are cut short; recipients and amounts stay whole.
public final class FlowStrip extends Region {

    private static final double ROW = 25;
    private static final double LEAST_GAP = 20;
    private static final double LEAST_BOX = 56;
    private static final double MOST_GAP = 50;
    private static final double AMOUNT_GAP = 8;
    private static final double BOX = 22;
    private static final double ARROW = 4;

    /// @param amount what arrives there; may be empty
    /// @param tone HOLD where a check speaks against it
    public record Stop(String name, String amount, Tone tone) {

        public Stop(String name) {
            this(name, "", Tone.DEFAULT);
        }
    }

    /// From a stop of one stage to a stop of the next; an allowance is dashed.
    public record Way(int stage, int from, int to, boolean allowance, Tone tone) {}

    private record Drawn(Way way, CubicCurve curve, Polyline head) {}

    private final List<List<Label>> boxes = new ArrayList<>();
    private final List<List<Label>> amounts = new ArrayList<>();
    private final List<Drawn> ways = new ArrayList<>();

    public FlowStrip(List<List<Stop>> stages, List<Way> paths) {
        getStyleClass().add("flow-strip");
        paths.forEach(this::draw);
        for (var stage : stages) {
            boxes.add(stage.stream().map(FlowStrip::box).toList());
            amounts.add(stage.stream()
                    .map(stop -> Tone.DEFAULT.on(Words.secondary(stop.amount())))
                    .toList());
        }
        boxes.forEach(getChildren()::addAll);
        amounts.forEach(getChildren()::addAll);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(stages.stream().map(FlowStrip::spoken).collect(Collectors.joining(", to ")));
    }

    private static String spoken(List<Stop> stage) {
        return stage.stream()
                .map(stop -> (stop.name() + " " + stop.amount()).strip())
                .collect(Collectors.joining(" and "));
    }

    private static Label box(Stop stop) {
        var box = Tone.DEFAULT.on(Boxes.styled(Words.secondary(stop.name()), "medium", "flow-box"));
        return stop.tone() == Tone.DEFAULT ? box : stop.tone().on(box);
    }

    private void draw(Way way) {
        var style = way.tone() == Tone.HOLD ? "flow-hold" : "flow-line";
        var curve = Boxes.styled(new CubicCurve(), style);
        if (way.allowance()) {
            curve.getStyleClass().add("flow-allowance");
        }
        var head = Boxes.styled(new Polyline(), style);
        ways.add(new Drawn(way, curve, head));
        getChildren().addAll(curve, head);
    }

    @Override
    protected double computePrefHeight(double width) {
        return getInsets().getTop() + getInsets().getBottom() + ROW * tallest();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    private int tallest() {
        return boxes.stream().mapToInt(List::size).max().orElse(0);
    }

    @Override
    protected double computePrefWidth(double height) {
        return around() + names(Double.MAX_VALUE) + MOST_GAP * (boxes.size() - 1);
    }

    @Override
    protected double computeMinWidth(double height) {
        return around() + names(LEAST_BOX) + LEAST_GAP * (boxes.size() - 1);
    }

    /// The width of everything but names on the way and the gaps between stages.
    private double around() {
        return getInsets().getLeft()
                + getInsets().getRight()
                + widest(boxes.getLast())
                + AMOUNT_GAP
                + widest(amounts.getLast());
    }

    private List<List<Label>> onTheWay() {
        return boxes.subList(0, boxes.size() - 1);
    }

    /// The width of the stages on the way where no name is wider than `most`.
    private double names(double most) {
        return onTheWay().stream()
                .mapToDouble(column -> Math.min(most, widest(column)))
                .sum();
    }

    /// How wide a name on the way may be.
    private double mostName() {
        var room = getWidth() - around() - LEAST_GAP * (boxes.size() - 1);
        var most = onTheWay().stream().mapToDouble(this::widest).max().orElse(0);
        while (most > LEAST_BOX && names(most) > room) {
            most--;
        }
        return most;
    }

    private double widest(List<Label> column) {
        return snapSizeX(
                column.stream().mapToDouble(label -> label.prefWidth(-1)).max().orElse(0));
    }

    @Override
    protected void layoutChildren() {
        var most = mostName();
        var gap =
                Math.clamp((getWidth() - around() - names(most)) / Math.max(1, boxes.size() - 1), LEAST_GAP, MOST_GAP);
        double x = getInsets().getLeft();
        for (int stage = 0; stage < boxes.size(); stage++) {
            var column = boxes.get(stage);
            var last = stage == boxes.size() - 1;
            var width = snapSizeX(last ? widest(column) : Math.min(most, widest(column)));
            var pitch = ROW * tallest() / column.size();
            for (int i = 0; i < column.size(); i++) {
                var y = snapPositionY(getInsets().getTop() + pitch * i + (pitch - BOX) / 2);
                column.get(i).resizeRelocate(x, y, width, BOX);
                var amount = amounts.get(stage).get(i);
                amount.resizeRelocate(x + width + AMOUNT_GAP, y, amount.prefWidth(-1), BOX);
            }
            x += width + gap;
        }
        ways.forEach(this::layOut);
    }

    private void layOut(Drawn drawn) {
        var way = drawn.way();
        var start = edge(boxes.get(way.stage()).get(way.from()), true);
        var end = edge(boxes.get(way.stage() + 1).get(way.to()), false);
        var middle = (start.getX() + end.getX()) / 2;
        var curve = drawn.curve();
        curve.setStartX(start.getX());
        curve.setStartY(start.getY());
        curve.setControlX1(middle);
        curve.setControlY1(start.getY());
        curve.setControlX2(middle);
        curve.setControlY2(end.getY());
        curve.setEndX(end.getX());
        curve.setEndY(end.getY());
        drawn.head()
                .getPoints()
                .setAll(
                        end.getX() - ARROW,
                        end.getY() - ARROW,
                        end.getX(),
                        end.getY(),
                        end.getX() - ARROW,
                        end.getY() + ARROW);
    }

    private static Point2D edge(Label box, boolean right) {
        return new Point2D(
                box.getLayoutX() + (right ? box.getWidth() : 0), Math.rint(box.getLayoutY() + box.getHeight() / 2));
    }
}
