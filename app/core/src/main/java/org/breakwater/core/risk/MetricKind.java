package org.breakwater.core.risk;

/// What is measured.
public enum MetricKind {
    OWN_FUNDS("Own funds", Unit.ASSETS, "net assets − expected claims of one year"),
    SOLVENCY("Solvency", Unit.BASIS_POINTS, "net assets ÷ minimum capital"),
    UTILISATION("Utilisation", Unit.BASIS_POINTS, "minimum capital ÷ net assets"),
    LEVERAGE("Cover leverage", Unit.BASIS_POINTS, "cover in force ÷ net assets"),
    COVERAGE("Coverage of shortfalls", Unit.BASIS_POINTS, "treasury's assets ÷ what pools lack of their minimum"),
    LIQUIDITY("Liquidity", Unit.BASIS_POINTS, "what can be liquid by then ÷ what falls due by then"),
    PEG_LOSS("Loss by pegs", Unit.ASSETS, "Σ assets × (1 − price), where the price is below 1"),
    PEG_STRESS("Loss if the peg fell", Unit.ASSETS, "assets in it × fall"),
    RUNWAY("Runway", Unit.DAYS, "money at hand ÷ net outflow of a day, last three whole months"),
    BY_VENUE("Concentration by venue", Unit.INDEX, "Σ (share in percent)²"),
    BY_ISSUER("Concentration by issuer", Unit.INDEX, "Σ (share in percent)²"),
    BY_ORACLE("Concentration by oracle", Unit.INDEX, "Σ (share of cover in percent)²"),
    BY_SUBJECT("Concentration by subject", Unit.INDEX, "Σ (share of cover in percent)²"),
    BY_VOTER("Concentration by voter", Unit.INDEX, "Σ (share of votes in percent)², of those who voted"),
    DRAWDOWN("Drawdown", Unit.BASIS_POINTS, "1 − net assets ÷ their highest"),
    FALL("Fall", Unit.BASIS_POINTS, "1 − net assets ÷ net assets after the last block with events a span before"),
    LOSS_RATIO("Loss ratio", Unit.BASIS_POINTS, "claims paid ÷ premium earned, since the beginning"),
    COMBINED_RATIO("Combined ratio", Unit.BASIS_POINTS, "(claims paid + treasury's spending) ÷ premium earned"),
    ORACLE_AGE("Age of a price", Unit.SECONDS, "block's time − time of the answer"),
    SELF_REPORTED("Self-reported share", Unit.BASIS_POINTS, "value by a venue's own word ÷ treasury's assets"),
    REVERSE_STRESS("Reverse stress", Unit.COUNT, "fewest subjects whose whole loss is more than all assets");

    /// In what a figure counts.
    public enum Unit {
        /// 1e-6 of a settlement asset.
        ASSETS,
        /// 10,000 are one.
        BASIS_POINTS,
        SECONDS,
        DAYS,
        /// Herfindahl and Hirschman's: from 0 for many alike to 10,000 for a single one.
        INDEX,
        COUNT
    }

    private final String title;
    private final Unit unit;
    private final String formula;

    MetricKind(String title, Unit unit, String formula) {
        this.title = title;
        this.unit = unit;
        this.formula = formula;
    }

    public String title() {
        return title;
    }

    public Unit unit() {
        return unit;
    }

    public String formula() {
        return formula;
    }
}
