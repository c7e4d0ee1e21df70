package org.breakwater.core.stress;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.breakwater.core.protocol.RiskLevel;

/// What a run assumes, in words. It stands beside every result.
public final class Assumed {

    private Assumed() {}

    public static String sentence(Assumptions assumptions, RiskModel model, StressSize size) {
        var levels = Stream.of(RiskLevel.LOW, RiskLevel.GUARDED, RiskLevel.ELEVATED, RiskLevel.HIGH)
                .flatMap(level -> Optional.ofNullable(assumptions.yearly().get(level))
                        .map(chance -> level.name().toLowerCase(Locale.ROOT) + " " + Chances.percent(chance))
                        .stream())
                .collect(Collectors.joining(", "));
        return model.risks().size() + " risks and " + model.shocks().size() + " causes that some of them share; "
                + dependence(assumptions.dependence()) + ". Chance of a loss within a year by level: " + levels + ". "
                + switch (assumptions.through()) {
                    case RENEWED -> "Policies are renewed. ";
                    case RUN_OFF -> "Policies run off. ";
                }
                + (assumptions.backstop()
                        ? "The treasury backs incidents up to the council's limit. "
                        : "The treasury backs no incident. ")
                + changed(assumptions)
                + "Seed " + size.seed() + ".";
    }

    private static String changed(Assumptions assumptions) {
        var changed = AssumptionsText.differences(assumptions, Assumptions.initial());
        return changed.isEmpty() ? "" : "Changed from what the console begins with: " + changed + ". ";
    }

    private static String dependence(Dependence dependence) {
        return switch (dependence) {
            case Dependence.Independent() -> "nothing else in common";
            case Dependence.OneFactor(var correlation) -> "beyond these a normal copula, correlation " + correlation;
            case Dependence.OneFactorT(var correlation, var degrees) ->
                "beyond these a t copula, correlation " + correlation + ", " + degrees + " degrees of freedom";
            case Dependence.Sectors(var within, var _) ->
                "beyond these a normal factor for each kind, correlation " + within + " within one";
        };
    }
}
