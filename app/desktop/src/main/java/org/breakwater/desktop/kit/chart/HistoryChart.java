package org.breakwater.desktop.kit.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Fractions;
import org.breakwater.desktop.kit.Words;

/// A value over time as a line: grid, limit, what happened on the way, and the value now as a dot.
public final class HistoryChart extends Region {

    private static final double LEFT = 52;
    private static final double ABOVE = 36;
    private static final double BELOW = 28;
    private static final double LABEL = 16;
    private static final int LINES = 5;
    private static final int DATES = 5;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yy", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final Duration MONTHS_FROM = Duration.ofDays(120);

    /// A line across with its value.
    private record Level(BigDecimal value, Region line, Label words) {}

    private record Happened(Series.Event event, Line line, Circle dot, Label words) {}

    private record Date(Instant at, Label words) {}

    private final Series series;
    private final BigDecimal bottom;
    private final BigDecimal top;
    private final List<Level> levels = new ArrayList<>();
    private final List<Happened> happened = new ArrayList<>();
    private final List<Date> dates = new ArrayList<>();
    private final Label limitWords = Boxes.styled(small(""), "danger");
    private final Path path = Boxes.styled(new Path(), "history-line");
    private final Circle now = Boxes.styled(new Circle(3.5), "history-now");

    public HistoryChart(Series series) {
        this.series = series;
        var span = series.most().subtract(series.least());
        var step = Scale.step(span.signum() == 0 ? series.most().abs().max(BigDecimal.ONE) : span, LINES);
        bottom = series.least().divide(step, 0, RoundingMode.FLOOR).multiply(step);
        top = bottom.add(step.multiply(
                BigDecimal.valueOf(Math.max(1, lines(series.most().subtract(bottom), step)))));
        for (var value = bottom; value.compareTo(top) <= 0; value = value.add(step)) {
            addLevel(value);
        }
        series.limit().ifPresent(this::addLimit);
        series.events().forEach(this::addEvent);
        addDates();
        getChildren().addAll(path, now);
        getStyleClass().add("history-chart");
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(sentence(series));
    }

    private static int lines(BigDecimal span, BigDecimal step) {
        return span.divide(step, 0, RoundingMode.CEILING).intValueExact();
    }

    /// What the picture says.
    public static String sentence(Series series) {
        var write = series.write();
        var values = series.points().stream().map(Series.Point::value).toList();
        var least = values.stream().reduce(BigDecimal::min).orElseThrow();
        var most = values.stream().reduce(BigDecimal::max).orElseThrow();
        return "From " + write.apply(series.first().value()) + " to "
                + write.apply(series.last().value()) + ", between " + write.apply(least) + " and " + write.apply(most)
                + series.limit()
                        .map(limit -> ". " + limit.words() + ": " + write.apply(limit.value()))
                        .orElse("")
                + ".";
    }

    private void addLevel(BigDecimal value) {
        if (series.limit().map(limit -> limit.value().compareTo(value) != 0).orElse(true)) {
            var words = small(series.write().apply(value));
            add(new Level(value, Boxes.styled(new Region(), "grid-line"), words));
        }
    }

    private void addLimit(Series.Limit limit) {
        var words = Boxes.styled(small(series.write().apply(limit.value())), "danger");
        words.getStyleClass().remove("muted");
        add(new Level(limit.value(), Boxes.styled(new Region(), "limit-line"), words));
        limitWords.setText(limit.words());
        limitWords.getStyleClass().remove("muted");
        getChildren().add(limitWords);
    }

    private void add(Level level) {
        levels.add(level);
        getChildren().addAll(level.line(), level.words());
    }

    private void addEvent(Series.Event event) {
        var words = small(event.words());
        words.getStyleClass().remove("muted");
        var drawn = new Happened(
                event, Boxes.styled(new Line(), "event-line"), Boxes.styled(new Circle(3.5), "event-dot"), words);
        happened.add(drawn);
        getChildren().addAll(drawn.line(), drawn.words());
    }

    private void addDates() {
        var whole = Duration.between(series.first().at(), series.last().at());
        var format = whole.compareTo(MONTHS_FROM) > 0 ? MONTH : DAY;
        for (int i = 0; i < DATES; i++) {
            var at = series.first().at().plus(whole.multipliedBy(i).dividedBy(DATES - 1));
            var date = new Date(at, small(format.format(at.atOffset(ZoneOffset.UTC))));
            dates.add(date);
            getChildren().add(date.words());
        }
    }

    private static Label small(String words) {
        return Boxes.styled(Words.caption(words), "small");
    }

    @Override
    protected double computePrefHeight(double width) {
        return 234;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 140;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 400;
    }

    @Override
    protected void layoutChildren() {
        layOutLevels();
        layOutLine();
        layOutEvents();
        layOutDates();
    }

    private void layOutLevels() {
        for (var level : levels) {
            var y = snapPositionY(y(level.value()));
            level.line().resizeRelocate(LEFT, y, getWidth() - LEFT - 4, 1);
            layoutInArea(level.words(), 0, y - LABEL / 2, LEFT - 6, LABEL, 0, HPos.RIGHT, VPos.CENTER);
        }
        series.limit().ifPresent(limit -> {
            var y = y(limit.value());
            var below = y + LABEL + 4 < getHeight() - BELOW + 8;
            limitWords.resizeRelocate(LEFT + 6, below ? y + 3 : y - LABEL - 2, limitWords.prefWidth(-1), LABEL);
        });
    }

    private void layOutLine() {
        path.getElements().clear();
        for (var point : series.points()) {
            var x = x(point.at());
            var y = y(point.value());
            path.getElements().add(path.getElements().isEmpty() ? new MoveTo(x, y) : new LineTo(x, y));
        }
        now.setCenterX(x(series.last().at()));
        now.setCenterY(y(series.last().value()));
    }

    /// Their words stand at the left of their lines, one row lower each, so that they do not meet.
    private void layOutEvents() {
        for (int i = 0; i < happened.size(); i++) {
            var event = happened.get(i);
            var x = snapPositionX(x(event.event().at())) + 0.5;
            event.line().setStartX(x);
            event.line().setEndX(x);
            event.line().setStartY(4);
            event.line().setEndY(getHeight() - BELOW);
            event.dot().setCenterX(x);
            event.dot().setCenterY(y(series.valueAt(event.event().at())));
            show(event.dot());
            var width = event.words().prefWidth(-1);
            var left = x - width - 6 < LEFT ? x + 6 : x - width - 6;
            event.words().resizeRelocate(left, 4 + LABEL * (i % 2), width, LABEL);
        }
    }

    private void show(Node node) {
        if (!getChildren().contains(node)) {
            getChildren().add(node);
        }
    }

    private void layOutDates() {
        var room = (getWidth() - LEFT) / Math.max(1, dates.size());
        for (int i = 0; i < dates.size(); i++) {
            var date = dates.get(i);
            var width = date.words().prefWidth(-1);
            date.words().setVisible(width + 4 <= room || i % 2 == 0);
            var x = x(date.at()) - (i == 0 ? 0 : i == dates.size() - 1 ? width : width / 2);
            date.words().resizeRelocate(Math.rint(x), getHeight() - LABEL, width, LABEL);
        }
    }

    private double x(Instant at) {
        var whole = Duration.between(series.first().at(), series.last().at()).toMillis();
        var part = Duration.between(series.first().at(), at).toMillis();
        return LEFT + (whole == 0 ? 0 : (double) part / whole * (getWidth() - LEFT - 8));
    }

    private double y(BigDecimal value) {
        var fraction = Fractions.of(value.subtract(bottom), top.subtract(bottom));
        return getHeight() - BELOW - fraction * (getHeight() - BELOW - ABOVE);
    }
}
