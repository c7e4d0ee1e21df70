package org.breakwater.desktop.kit.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import javafx.scene.control.Label;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;

/// Round numbers for axes.
final class Scale {

    /// Lines above the ground line.
    static final int STEPS = 4;

    private static final List<BigDecimal> STOPS =
            List.of(new BigDecimal("1"), new BigDecimal("2"), new BigDecimal("4"), new BigDecimal("6"), BigDecimal.TEN);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private Scale() {}

    /// The least of 1, 2, 4, 6 and 10 times a power of ten that is not below a number.
    static BigDecimal above(BigDecimal number) {
        var power = BigDecimal.ONE.scaleByPowerOfTen(number.precision() - number.scale() - 1);
        return STOPS.stream()
                .map(power::multiply)
                .filter(stop -> stop.compareTo(number) >= 0)
                .findFirst()
                .orElseThrow();
    }

    /// The least of 1, 2 and 5 times a power of ten that cuts a span into at most so many parts.
    static BigDecimal step(BigDecimal span, int parts) {
        var rough = span.divide(BigDecimal.valueOf(parts), MathContext.DECIMAL64);
        var power = BigDecimal.ONE.scaleByPowerOfTen(rough.precision() - rough.scale() - 1);
        return List.of(1, 2, 5, 10).stream()
                .map(BigDecimal::valueOf)
                .map(power::multiply)
                .filter(step -> step.compareTo(rough) >= 0)
                .findFirst()
                .orElseThrow();
    }

    /// `7.5 M`, `0 M`, `250,000`.
    static Label label(BigDecimal at) {
        return Boxes.styled(Words.caption(words(at)), "small");
    }

    private static String words(BigDecimal at) {
        var millions = at.divide(MILLION).stripTrailingZeros();
        return millions.scale() <= 2
                ? Numbers.decimal(millions, Math.max(0, millions.scale()), RoundingMode.UNNECESSARY) + "\u00A0M"
                : Numbers.decimal(at.stripTrailingZeros(), 0, RoundingMode.HALF_UP);
    }
}
