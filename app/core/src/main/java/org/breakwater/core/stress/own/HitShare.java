package org.breakwater.core.stress.own;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;

/// How hard something is hit, as people write it: a percentage.
public final class HitShare {

    static final String ALLOWED = "Give a percentage from 0.01 to 100, with at most two places: 12.5.";

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,3})(?:\\.(\\d{1,2}))?");
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private HitShare() {}

    /// Basis points, from 1 to 10,000.
    ///
    /// @throws ProblemException in a sentence, where it is no such percentage
    public static int parse(String text) throws ProblemException {
        var written = WRITTEN.matcher(text.strip());
        if (written.matches()) {
            var percent = new BigDecimal(text.strip());
            if (percent.signum() > 0 && percent.compareTo(WHOLE) <= 0) {
                return percent.movePointRight(2).intValueExact();
            }
        }
        throw new ProblemException(Problem.of(
                text.isBlank() ? "How hard it is hit is missing." : "“" + shortened(text) + "” is no such share.",
                ALLOWED));
    }

    private static String shortened(String text) {
        var stripped = text.strip();
        return stripped.length() <= 20 ? stripped : stripped.substring(0, 20) + "…";
    }

    /// `12.5`, `100`.
    public static String written(int bps) {
        var percent = BigDecimal.valueOf(bps, 2).stripTrailingZeros();
        return (percent.scale() < 0 ? percent.setScale(0) : percent).toPlainString();
    }
}
