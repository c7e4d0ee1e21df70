package org.breakwater.core.stress;

import java.util.List;

/// Who is hit within a year, and how badly: what a run assumes about the world. It says nothing about money, so that
/// the same years can be gone through with different books.
public final class RiskModel {

    private static final double HIGHEST_CORRELATION = 0.999_999_9;
    private static final double MOST_A_YEAR = 1_000;

    private final List<Risk> risks;
    private final List<Shock> shocks;
    private final Occurrence occurrence;

    private RiskModel(List<Risk> risks, List<Shock> shocks, Occurrence occurrence) {
        this.risks = List.copyOf(risks);
        this.shocks = List.copyOf(shocks);
        this.occurrence = occurrence;
    }

    /// @throws StressException where something is assumed that cannot be
    public static RiskModel of(List<Risk> risks, List<Shock> shocks, Occurrence occurrence) throws StressException {
        var once = occurrence instanceof Occurrence.AtMostOnce;
        for (var risk : risks) {
            var most = once ? 1 : MOST_A_YEAR;
            if (!(risk.yearly() >= 0 && (once ? risk.yearly() < most : risk.yearly() <= most))) {
                throw outOfRange(
                        "What is expected of " + risk.name() + " within a year",
                        risk.yearly(),
                        once ? "a chance from 0 to below 1" : "a number from 0 to 1,000");
            }
        }
        for (var shock : shocks) {
            check(shock, risks.size());
        }
        switch (occurrence) {
            case Occurrence.AtMostOnce(var dependence) -> check(dependence, risks);
            case Occurrence.Repeated(var shape) -> {
                if (shape.isPresent() && !(shape.getAsDouble() > 0 && shape.getAsDouble() < 1e6)) {
                    throw outOfRange("The shape of the common factor", shape.getAsDouble(), "a number above 0");
                }
            }
        }
        return new RiskModel(risks, shocks, occurrence);
    }

    private static void check(Shock shock, int risks) throws StressException {
        if (!(shock.rate() >= 0 && shock.rate() <= MOST_A_YEAR)) {
            throw outOfRange("The rate of " + shock.name(), shock.rate(), "a number from 0 to 1,000 a year");
        }
        if (!(shock.reach() > 0 && shock.reach() <= 1)) {
            throw outOfRange("The reach of " + shock.name(), shock.reach(), "a share above 0, at most 1");
        }
        for (int member : shock.members()) {
            if (member < 0 || member >= risks) {
                throw new StressException(new StressFault.NoSuchRisk(shock.name(), member));
            }
        }
    }

    private static void check(Dependence dependence, List<Risk> risks) throws StressException {
        switch (dependence) {
            case Dependence.Independent() -> {}
            case Dependence.OneFactor(var correlation) -> correlation(correlation);
            case Dependence.OneFactorT(var correlation, var degrees) -> {
                correlation(correlation);
                if (!(degrees >= 1 && degrees <= 1e6)) {
                    throw outOfRange("The number of degrees of freedom", degrees, "a number from 1 to 1,000,000");
                }
            }
            case Dependence.Sectors(var within, var between) -> {
                correlation(within);
                for (var risk : risks) {
                    if (risk.sector() < 0 || risk.sector() >= between.size()) {
                        throw new StressException(new StressFault.NoSector(risk.name(), risk.sector(), between.size()));
                    }
                }
            }
        }
    }

    private static void correlation(double value) throws StressException {
        if (!(value >= 0 && value <= HIGHEST_CORRELATION)) {
            throw outOfRange("The correlation", value, "a number from 0 to below 1");
        }
    }

    private static StressException outOfRange(String what, double value, String range) {
        return new StressException(new StressFault.OutOfRange(what, value, range));
    }

    public List<Risk> risks() {
        return risks;
    }

    public List<Shock> shocks() {
        return shocks;
    }

    public Occurrence occurrence() {
        return occurrence;
    }
}
