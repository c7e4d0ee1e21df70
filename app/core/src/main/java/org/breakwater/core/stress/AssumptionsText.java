package org.breakwater.core.stress;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.protocol.RiskKind;
import org.breakwater.core.protocol.RiskLevel;
import org.breakwater.core.stress.Assumptions.AssetLoss;
import org.breakwater.core.stress.Assumptions.Reach;
import org.breakwater.core.stress.Assumptions.SharedCause;
import org.breakwater.core.stress.Assumptions.Spread;
import org.breakwater.core.stress.Assumptions.Through;
import org.breakwater.core.value.Quotation;

/// Assumptions as lines that a person reads and changes: a name, an equals sign, and values with their units. Every
/// line must be there, once; `#` begins a remark. Nothing is put in the place of what is missing or wrong.
public final class AssumptionsText {

    /// Characters of the whole text.
    public static final int MOST = 16 << 10;

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,12})?");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /// What the treasury holds is a kind beside those of subjects.
    private static final String TREASURY = "treasury";

    private final SequencedMap<String, Line> lines = new LinkedHashMap<>();

    private AssumptionsText() {}

    private record Line(int number, String value) {

        ProblemException refused(String why) {
            return new ProblemException(Problem.of("Line " + number + ": " + why, "Correct it; nothing was changed."));
        }
    }

    // ── writing ────────────────────────────────────────────────────────────────────────────────────────────────────

    /// The text of assumptions; {@link #read} gives the same again.
    public static String write(Assumptions assumptions) {
        var text = new StringBuilder();
        text.append("# Chance of a loss within a year that nothing else shares, by level of the subject.\n");
        for (var level : levels(assumptions)) {
            entry(text, "level " + word(level), percent(assumptions.yearly().getOrDefault(level, 0.0)));
        }
        text.append("\n# Share that is lost, by kind: its mean, and how narrow it is (alpha + beta of a beta"
                + " distribution).\n");
        for (var kind : kinds(assumptions)) {
            var lost = assumptions.severity().get(kind);
            if (lost != null) {
                entry(text, "severity " + word(kind), spread(lost));
            }
        }
        text.append("\n# Causes that subjects share: expected number a year, and the chance that it hits one.\n");
        for (var cause : SharedCause.values()) {
            var reach = assumptions.shared().get(cause);
            if (reach != null) {
                entry(text, "cause " + word(cause), plain(reach.rate()) + ", " + percent(reach.reach()));
            }
        }
        text.append("\n# How losses go together beyond that: independent | normal, correlation"
                + " | t, correlation, degrees of freedom\n# | kinds, correlation within one; and then lines such as"
                + " “correlation bridge custody = 30 %”, 0 where left out.\n");
        dependence(text, assumptions.dependence());
        text.append("\n# Losses of the treasury: yearly chance, mean share, how narrow.\n");
        entry(text, "venue", loss(assumptions.venue()));
        entry(text, "venue that values itself", loss(assumptions.ownWord()));
        entry(text, "peg", loss(assumptions.peg()));
        text.append("\n# renewed | run-off, and yes | no.\n");
        entry(text, "policies", assumptions.through() == Through.RENEWED ? "renewed" : "run-off");
        entry(text, "treasury backs incidents", assumptions.backstop() ? "yes" : "no");
        return text.toString();
    }

    private static List<RiskLevel> levels(Assumptions of) {
        return Arrays.stream(RiskLevel.values())
                .filter(of.yearly()::containsKey)
                .toList();
    }

    private static List<RiskKind> kinds(Assumptions of) {
        return Arrays.stream(RiskKind.values())
                .filter(of.severity()::containsKey)
                .toList();
    }

    private static void entry(StringBuilder text, String name, String value) {
        text.append(name).append(" = ").append(value).append('\n');
    }

    private static void dependence(StringBuilder text, Dependence dependence) {
        switch (dependence) {
            case Dependence.Independent() -> entry(text, "dependence", "independent");
            case Dependence.OneFactor(var correlation) -> entry(text, "dependence", "normal, " + percent(correlation));
            case Dependence.OneFactorT(var correlation, var degrees) ->
                entry(text, "dependence", "t, " + percent(correlation) + ", " + plain(degrees));
            case Dependence.Sectors(var within, var between) -> {
                entry(text, "dependence", "kinds, " + percent(within));
                var names = sectors();
                for (int i = 0; i < names.size(); i++) {
                    for (int j = 0; j < i; j++) {
                        if (between.get(i, j) != 0) {
                            entry(text, "correlation " + names.get(j) + " " + names.get(i), percent(between.get(i, j)));
                        }
                    }
                }
            }
        }
    }

    /// Kinds of subjects, and what the treasury holds, as {@link ProtocolRisks} numbers them.
    private static List<String> sectors() {
        return Stream.concat(Arrays.stream(RiskKind.values()).map(AssumptionsText::word), Stream.of(TREASURY))
                .toList();
    }

    private static String spread(Spread spread) {
        return percent(spread.mean()) + ", " + plain(spread.spread());
    }

    private static String loss(AssetLoss loss) {
        return percent(loss.yearly()) + ", " + spread(loss.severity());
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(share).multiply(HUNDRED).stripTrailingZeros().toPlainString() + " %";
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    // ── reading ────────────────────────────────────────────────────────────────────────────────────────────────────

    /// Reads what somebody wrote.
    ///
    /// @throws ProblemException where a line does not hold, with its number, or correlations contradict others
    public static Assumptions read(String text) throws ProblemException {
        if (text.length() > MOST) {
            throw new ProblemException(
                    Problem.of("The assumptions are longer than any are.", "Begin from the standard ones."));
        }
        return new AssumptionsText().assumptions(text);
    }

    private Assumptions assumptions(String text) throws ProblemException {
        lines(text);
        var yearly = new EnumMap<RiskLevel, Double>(RiskLevel.class);
        for (var level : levels(Assumptions.initial())) {
            yearly.put(level, share(only(take("level " + word(level)), 1), 0));
        }
        var severity = new EnumMap<RiskKind, Spread>(RiskKind.class);
        for (var kind : kinds(Assumptions.initial())) {
            var line = take("severity " + word(kind));
            severity.put(kind, spread(only(line, 2), 0));
        }
        var shared = new EnumMap<SharedCause, Reach>(SharedCause.class);
        for (var cause : SharedCause.values()) {
            var parts = only(take("cause " + word(cause)), 2);
            shared.put(cause, new Reach(number(parts, 0, 0, 1_000), share(parts, 1)));
        }
        var read = new Assumptions(
                yearly,
                severity,
                shared,
                dependence(),
                loss("venue"),
                loss("venue that values itself"),
                loss("peg"),
                choice("policies", "renewed", "run-off") ? Through.RENEWED : Through.RUN_OFF,
                choice("treasury backs incidents", "yes", "no"));
        if (!lines.isEmpty()) {
            var left = lines.firstEntry();
            throw left.getValue().refused(Quotation.of(left.getKey()) + " is nothing that is assumed.");
        }
        return read;
    }

    private void lines(String text) throws ProblemException {
        var number = 0;
        for (var line : text.split("\n", -1)) {
            number++;
            var plain = line.strip();
            if (plain.isEmpty() || plain.startsWith("#")) {
                continue;
            }
            var equals = plain.indexOf('=');
            var written = new Line(
                    number, equals < 0 ? "" : plain.substring(equals + 1).strip());
            if (equals < 0) {
                throw written.refused("It has no equals sign.");
            }
            var name = plain.substring(0, equals).strip();
            if (lines.put(name, written) != null) {
                throw written.refused(Quotation.of(name) + " stands above already.");
            }
        }
    }

    private Line take(String name) throws ProblemException {
        var line = lines.remove(name);
        if (line == null) {
            throw new ProblemException(
                    Problem.of("The line “" + name + " = …” is missing.", "Write it again; nothing was changed."));
        }
        return line;
    }

    /// The values of a line.
    private record Values(Line line, List<String> parts) {}

    private static Values only(Line line, int count) throws ProblemException {
        var values = values(line);
        if (values.parts().size() != count) {
            throw line.refused(
                    count == 1 ? "It has one value." : "It has " + count + " values with commas between them.");
        }
        return values;
    }

    private static Values values(Line line) {
        return new Values(
                line,
                Arrays.stream(line.value().split(",", -1)).map(String::strip).toList());
    }

    private static double share(Values of, int place) throws ProblemException {
        var text = of.parts().get(place);
        if (!text.endsWith("%")) {
            throw of.line().refused(Quotation.of(text) + " is no share such as 20 %.");
        }
        var value = decimal(of.line(), text.substring(0, text.length() - 1).strip())
                .divide(HUNDRED, MathContext.DECIMAL64)
                .doubleValue();
        if (value < 0 || value > 1) {
            throw of.line().refused(Quotation.of(text) + " is not from 0 % to 100 %.");
        }
        return value;
    }

    private static double number(Values of, int place, double least, double most) throws ProblemException {
        var text = of.parts().get(place);
        var value = decimal(of.line(), text).doubleValue();
        if (value < least || value > most) {
            throw of.line().refused(Quotation.of(text) + " is not from " + plain(least) + " to " + plain(most) + ".");
        }
        return value;
    }

    private static BigDecimal decimal(Line line, String text) throws ProblemException {
        if (!NUMBER.matcher(text).matches()) {
            throw line.refused(Quotation.of(text) + " is no number such as 0.25.");
        }
        return new BigDecimal(text);
    }

    private static Spread spread(Values of, int first) throws ProblemException {
        var mean = share(of, first);
        if (mean <= 0 || mean >= 1) {
            throw of.line().refused("A mean share lies above 0 % and below 100 %.");
        }
        return new Spread(mean, number(of, first + 1, 0.01, 1_000));
    }

    private AssetLoss loss(String name) throws ProblemException {
        var values = only(take(name), 3);
        return new AssetLoss(share(values, 0), spread(values, 1));
    }

    private boolean choice(String name, String yes, String no) throws ProblemException {
        var line = take(name);
        if (!line.value().equals(yes) && !line.value().equals(no)) {
            throw line.refused("It is “" + yes + "” or “" + no + "”.");
        }
        return line.value().equals(yes);
    }

    private Dependence dependence() throws ProblemException {
        var values = values(take("dependence"));
        return switch (values.parts().getFirst() + " " + values.parts().size()) {
            case "independent 1" -> new Dependence.Independent();
            case "normal 2" -> new Dependence.OneFactor(correlation(values));
            case "t 3" -> new Dependence.OneFactorT(correlation(values), number(values, 2, 1, 1_000));
            case "kinds 2" -> new Dependence.Sectors(correlation(values), between());
            default ->
                throw values.line().refused("It is “independent”, “normal, 20 %”, “t, 20 %, 4” or “kinds, 20 %”.");
        };
    }

    /// Of any two through one factor: it cannot be whole.
    private static double correlation(Values values) throws ProblemException {
        var correlation = share(values, 1);
        if (correlation >= 1) {
            throw values.line().refused("This correlation is below 100 %.");
        }
        return correlation;
    }

    private CorrelationMatrix between() throws ProblemException {
        var names = sectors();
        var places = new HashMap<String, Integer>();
        names.forEach(name -> places.put(name, places.size()));
        var rows = new double[names.size()][names.size()];
        for (int i = 0; i < names.size(); i++) {
            rows[i][i] = 1;
        }
        for (var name : new ArrayList<>(lines.keySet())) {
            if (name.startsWith("correlation ")) {
                var line = take(name);
                var pair = name.split(" ", -1);
                var one = Optional.ofNullable(pair.length == 3 ? places.get(pair[1]) : null);
                var other = Optional.ofNullable(pair.length == 3 ? places.get(pair[2]) : null);
                if (one.isEmpty() || other.isEmpty() || one.equals(other)) {
                    throw line.refused("A correlation is of two of " + String.join(", ", names) + ".");
                }
                var value = signed(line);
                if (rows[one.get()][other.get()] != 0 && rows[one.get()][other.get()] != value) {
                    throw line.refused("The same two have another correlation above.");
                }
                rows[one.get()][other.get()] = value;
                rows[other.get()][one.get()] = value;
            }
        }
        try {
            return CorrelationMatrix.of(names, rows);
        } catch (StressException contradiction) {
            throw new ProblemException(contradiction.fault().problem(), contradiction);
        }
    }

    private static double signed(Line line) throws ProblemException {
        var text = line.value();
        if (!text.endsWith("%")) {
            throw line.refused(Quotation.of(text) + " is no correlation such as 30 % or -10 %.");
        }
        var value = decimal(line, text.substring(0, text.length() - 1).strip())
                .divide(HUNDRED, MathContext.DECIMAL64)
                .doubleValue();
        if (Math.abs(value) > 1) {
            throw line.refused(Quotation.of(text) + " is not from -100 % to 100 %.");
        }
        return value;
    }

    /// How one differs from another, line by line, for whoever reads a result: "dependence, severity bridge".
    public static String differences(Assumptions one, Assumptions other) {
        var before = Arrays.asList(write(other).split("\n", -1));
        return Arrays.stream(write(one).split("\n", -1))
                .filter(line -> line.contains(" = ") && !before.contains(line))
                .map(line -> line.substring(0, line.indexOf(" = ")))
                .collect(Collectors.joining(", "));
    }
}
