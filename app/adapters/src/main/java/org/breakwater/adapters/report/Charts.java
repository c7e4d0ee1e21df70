package org.breakwater.adapters.report;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.breakwater.adapters.report.PdfReport.Faces;
import org.breakwater.adapters.report.Sheet.Ink;
import org.breakwater.core.report.ReportDocument.Part;

/// The pictures of a report. Each begins at a height and says where it ends. Positions are rounded, values are not.
record Charts(Sheet sheet, Faces faces) {

    private static final float SMALL = 7.5f;
    private static final float AXIS = 40;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);
    private static final List<BigDecimal> STOPS = List.of(
            BigDecimal.ONE, BigDecimal.valueOf(2), BigDecimal.valueOf(4), BigDecimal.valueOf(6), BigDecimal.TEN);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final int GRID = 4;

    // ── what can be liquid ─────────────────────────────────────────────────────────────────────────────────────

    float ladder(Part.Ladder ladder, float from) throws IOException {
        var y = keys(ladder.keys(), from);
        var above = y + 14;
        var ground = above + 120;
        var most = ladder.steps().stream()
                .map(step -> total(step.parts()).max(step.due()))
                .reduce(BigDecimal.ONE, BigDecimal::max);
        var top = above(most);
        for (int i = 0; i <= GRID; i++) {
            var line = ground - (ground - above) * i / GRID;
            sheet.line(Ink.LINE, 0.5f, Sheet.LEFT + AXIS, line, Sheet.RIGHT, line);
            var value = top.multiply(BigDecimal.valueOf(i)).divide(BigDecimal.valueOf(GRID));
            sheet.textTo(faces.regular(), SMALL, Ink.QUIET, Sheet.LEFT + AXIS - 6, line + 2.6f, millions(value));
        }
        var pitch = (Sheet.WIDTH - AXIS) / Math.max(1, ladder.steps().size());
        for (int i = 0; i < ladder.steps().size(); i++) {
            step(ladder.steps().get(i), Sheet.LEFT + AXIS + pitch * i, pitch, ground, ground - above, top);
        }
        return ground + 26;
    }

    private float keys(List<String> keys, float from) throws IOException {
        var x = Sheet.LEFT;
        var base = from + 6;
        for (int i = 0; i <= keys.size(); i++) {
            var words = i == keys.size() ? "Due" : keys.get(i);
            var wide = faces.regular().width(words, 8) + 24;
            if (x + wide > Sheet.RIGHT) {
                x = Sheet.LEFT;
                base += 12;
            }
            if (i == keys.size()) {
                sheet.outline(Ink.QUIET, x, base - 6, 7, 7);
            } else {
                sheet.fill(Ink.step(i), x, base - 6, 7, 7);
            }
            sheet.text(faces.regular(), 8, Ink.QUIET, x + 11, base, words);
            x += wide;
        }
        return base;
    }

    private void step(Part.Step step, float x, float pitch, float ground, float room, BigDecimal top)
            throws IOException {
        var width = pitch * 0.34f;
        var left = x + pitch * 0.18f;
        var y = ground;
        for (int i = 0; i < step.parts().size(); i++) {
            var height = part(step.parts().get(i), top) * room;
            sheet.fill(Ink.step(i), left, y - height, width, height);
            y -= height;
        }
        sheet.textAround(faces.semiBold(), SMALL, Ink.TEXT, left + width / 2, y - 4, step.total());
        var due = Math.max(1, part(step.due(), top) * room);
        var dueLeft = left + width + 5;
        sheet.outline(Ink.QUIET, dueLeft, ground - due, pitch * 0.18f, due);
        sheet.textAround(faces.regular(), SMALL, Ink.QUIET, dueLeft + pitch * 0.09f, ground - due - 4, step.dueWords());
        sheet.textAround(faces.medium(), 8, Ink.TEXT, x + pitch / 2, ground + 12, step.within());
        sheet.textAround(faces.regular(), SMALL, Ink.QUIET, x + pitch / 2, ground + 22, step.ratio());
    }

    private static BigDecimal total(List<BigDecimal> parts) {
        return parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    // ── a value over time ──────────────────────────────────────────────────────────────────────────────────────

    float curve(Part.Curve curve, float from) throws IOException {
        var points = curve.points();
        if (points.size() < 2) {
            sheet.text(faces.regular(), 9, Ink.QUIET, Sheet.LEFT, from + 8, "No day of the past is known yet.");
            return from + 12;
        }
        var above = from + 8;
        var ground = above + 130;
        var most = points.stream().map(Part.Point::value).reduce(curve.limit(), BigDecimal::max);
        var least = points.stream().map(Part.Point::value).reduce(curve.limit(), BigDecimal::min);
        var step = step(most.subtract(least).max(BigDecimal.ONE));
        var bottom = least.divide(step, 0, RoundingMode.FLOOR).multiply(step);
        var top = most.divide(step, 0, RoundingMode.CEILING).multiply(step);
        for (var value = bottom; value.compareTo(top) <= 0; value = value.add(step)) {
            var line = ground - part(value.subtract(bottom), top.subtract(bottom)) * (ground - above);
            sheet.line(Ink.LINE, 0.5f, Sheet.LEFT + AXIS, line, Sheet.RIGHT, line);
            sheet.textTo(
                    faces.regular(),
                    SMALL,
                    Ink.QUIET,
                    Sheet.LEFT + AXIS - 6,
                    line + 2.6f,
                    value.stripTrailingZeros().toPlainString() + "\u00A0%");
        }
        var limit = ground - part(curve.limit().subtract(bottom), top.subtract(bottom)) * (ground - above);
        sheet.line(Ink.LIMIT, 0.9f, Sheet.LEFT + AXIS, limit, Sheet.RIGHT, limit);
        sheet.text(faces.regular(), SMALL, Ink.LIMIT, Sheet.LEFT + AXIS + 4, limit - 3, curve.limitWords());
        var coordinates = new float[points.size() * 2];
        for (int i = 0; i < points.size(); i++) {
            coordinates[2 * i] = x(points, points.get(i).at());
            coordinates[2 * i + 1] =
                    ground - part(points.get(i).value().subtract(bottom), top.subtract(bottom)) * (ground - above);
        }
        sheet.path(Ink.step(0), 1.3f, coordinates);
        dates(points, ground + 12);
        return ground + 14;
    }

    private void dates(List<Part.Point> points, float base) throws IOException {
        var first = points.getFirst().at();
        var whole = Duration.between(first, points.getLast().at());
        for (int i = 0; i <= GRID; i++) {
            var at = first.plus(whole.multipliedBy(i).dividedBy(GRID));
            var words = MONTH.format(at.atOffset(ZoneOffset.UTC));
            var x = x(points, at);
            if (i == 0) {
                sheet.text(faces.regular(), SMALL, Ink.QUIET, x, base, words);
            } else if (i == GRID) {
                sheet.textTo(faces.regular(), SMALL, Ink.QUIET, x, base, words);
            } else {
                sheet.textAround(faces.regular(), SMALL, Ink.QUIET, x, base, words);
            }
        }
    }

    private static float x(List<Part.Point> points, Instant at) {
        var first = points.getFirst().at();
        var whole = Math.max(1, Duration.between(first, points.getLast().at()).toSeconds());
        var part = (float) ((double) Duration.between(first, at).toSeconds() / whole);
        return Sheet.LEFT + AXIS + part * (Sheet.WIDTH - AXIS);
    }

    private static BigDecimal step(BigDecimal span) {
        var rough = span.divide(BigDecimal.valueOf(GRID), MathContext.DECIMAL64);
        var power = BigDecimal.ONE.scaleByPowerOfTen(rough.precision() - rough.scale() - 1);
        return List.of(1, 2, 5, 10).stream()
                .map(BigDecimal::valueOf)
                .map(power::multiply)
                .filter(step -> step.compareTo(rough) >= 0)
                .findFirst()
                .orElseThrow();
    }

    // ── how often a value lies where ───────────────────────────────────────────────────────────────────────────

    float distribution(Part.Distribution shown, float from) throws IOException {
        var marked = from + 6 + 11f * shown.marks().size();
        var ground = marked + 140;
        var all = shown.bars().stream().mapToLong(Long::longValue).sum();
        var decades = Math.max(2, (int) Math.ceil(Math.log10((double) Math.max(1, all))));
        for (int decade = 0; decade < decades; decade++) {
            var line = marked + (ground - marked) * decade / decades;
            sheet.line(Ink.LINE, 0.5f, Sheet.LEFT + AXIS, line, Sheet.RIGHT, line);
            var share = BigDecimal.valueOf(100)
                            .scaleByPowerOfTen(-decade)
                            .stripTrailingZeros()
                            .toPlainString()
                    + "\u00A0%";
            sheet.textTo(faces.regular(), SMALL, Ink.QUIET, Sheet.LEFT + AXIS - 6, line + 2.6f, share);
        }
        var across = Sheet.WIDTH - AXIS;
        var pitch = across / Math.max(1, shown.bars().size());
        for (int i = 0; i < shown.bars().size(); i++) {
            var count = shown.bars().get(i);
            if (count > 0) {
                var height = (float) Math.max(0.01, 1 + Math.log10((double) count / all) / decades) * (ground - marked);
                var ink = i >= shown.tail() ? Ink.TAIL : Ink.step(0);
                sheet.fill(ink, Sheet.LEFT + AXIS + pitch * i, ground - height, pitch - 1, height);
            }
        }
        var end = shown.width().multiply(BigDecimal.valueOf(shown.bars().size()));
        for (int i = 0; i <= GRID; i++) {
            var value = end.multiply(BigDecimal.valueOf(i)).divide(BigDecimal.valueOf(GRID));
            var x = Sheet.LEFT + AXIS + across * i / GRID;
            var words = millions(value) + (i == GRID ? " or more" : "");
            if (i == GRID) {
                sheet.textTo(faces.regular(), SMALL, Ink.QUIET, x, ground + 12, words);
            } else {
                sheet.textAround(faces.regular(), SMALL, Ink.QUIET, x, ground + 12, words);
            }
        }
        for (int i = 0; i < shown.marks().size(); i++) {
            var mark = shown.marks().get(i);
            var x = Sheet.LEFT + AXIS + across * Math.min(1, part(mark.value(), end));
            var base = from + 8 + 11f * i;
            var ink = mark.isLimit() ? Ink.LIMIT : Ink.QUIET;
            sheet.line(ink, 0.8f, x, base - 6, x, ground);
            if (x + 6 + faces.regular().width(mark.words(), SMALL) <= Sheet.RIGHT) {
                sheet.text(faces.regular(), SMALL, ink, x + 4, base, mark.words());
            } else {
                sheet.textTo(faces.regular(), SMALL, ink, x - 4, base, mark.words());
            }
        }
        return ground + 14;
    }

    // ── values of one kind ─────────────────────────────────────────────────────────────────────────────────────

    float bars(Part.Bars shown, float from) throws IOException {
        var y = from + 2;
        var left = Sheet.LEFT + 110;
        var width = Sheet.RIGHT - 60 - left;
        for (var bar : shown.bars()) {
            sheet.text(faces.regular(), 8.5f, Ink.TEXT, Sheet.LEFT, y + 7, bar.name());
            sheet.fill(Ink.LINE, left, y + 1.5f, width, 6);
            if (bar.value().isPresent()) {
                sheet.fill(
                        Ink.step(0),
                        left,
                        y + 1.5f,
                        width * Math.min(1, part(bar.value().get(), shown.end())),
                        6);
            }
            sheet.textTo(faces.semiBold(), 8.5f, Ink.TEXT, Sheet.RIGHT, y + 7, bar.written());
            y += 15;
        }
        return y - 4;
    }

    private static float part(BigDecimal value, BigDecimal whole) {
        return whole.signum() == 0
                ? 0
                : value.divide(whole, MathContext.DECIMAL32).floatValue();
    }

    /// The least of 1, 2, 4, 6 and 10 times a power of ten that is not below a number.
    private static BigDecimal above(BigDecimal number) {
        var power = BigDecimal.ONE.scaleByPowerOfTen(number.precision() - number.scale() - 1);
        return STOPS.stream()
                .map(power::multiply)
                .filter(stop -> stop.compareTo(number) >= 0)
                .findFirst()
                .orElseThrow();
    }

    private static String millions(BigDecimal whole) {
        var millions = whole.divide(MILLION, 2, RoundingMode.DOWN).stripTrailingZeros();
        return (millions.scale() < 0 ? millions.setScale(0) : millions).toPlainString() + "\u00A0M";
    }
}
