package org.breakwater.core.stress;

import java.util.EnumMap;
import java.util.Map;
import org.breakwater.core.protocol.RiskKind;
import org.breakwater.core.protocol.RiskLevel;

/// What a run assumes about the world, which no chain tells. It is shown with every result.
///
/// @param yearly chance of a loss within a year that nothing else shares, by level of the subject
/// @param severity share that is lost, by kind of subject
/// @param shared what subjects depend on together
/// @param dependence of everything beyond that
/// @param venue that the treasury loses money in a venue
/// @param ownWord the same for a venue that values itself
/// @param peg that a settlement asset loses its peg
/// @param through how long cover goes on
/// @param backstop whether the treasury adds to a reserve that does not reach, up to the council's limit
public record Assumptions(
        Map<RiskLevel, Double> yearly,
        Map<RiskKind, Spread> severity,
        Map<SharedCause, Reach> shared,
        Dependence dependence,
        AssetLoss venue,
        AssetLoss ownWord,
        AssetLoss peg,
        Through through,
        boolean backstop) {

    /// A beta distribution.
    ///
    /// @param mean share, above 0, below 1
    /// @param spread sum of its two parameters, above 0
    public record Spread(double mean, double spread) {}

    /// What several subjects depend on, as the registry names it.
    public enum SharedCause {
        CHAIN,
        ORACLE,
        BRIDGE,
        CUSTODIAN,
        CODE_LINEAGE
    }

    /// How a shared cause strikes.
    ///
    /// @param rate expected number a year
    /// @param reach chance that it hits one that depends on it
    public record Reach(double rate, double reach) {}

    /// @param yearly chance
    public record AssetLoss(double yearly, Spread severity) {}

    /// How long cover goes on that has been sold.
    public enum Through {
        /// Every policy is bought again when it ends: the book stays as large as it is.
        RENEWED,
        /// Nothing is bought any more: cover falls as policies end.
        RUN_OFF
    }

    public Assumptions {
        yearly = Map.copyOf(yearly);
        severity = Map.copyOf(severity);
        shared = Map.copyOf(shared);
    }

    /// What the console begins with. Chances by level are what the base rates of the first deployment pay for, which
    /// are 1.2, 2.2, 4.5 and 9 % a year, if about half of a premium pays claims; the rest is judgement, set down
    /// in the decision record 0025.
    public static Assumptions initial() {
        var yearly = new EnumMap<RiskLevel, Double>(RiskLevel.class);
        yearly.put(RiskLevel.UNRATED, 0.10);
        yearly.put(RiskLevel.LOW, 0.01);
        yearly.put(RiskLevel.GUARDED, 0.02);
        yearly.put(RiskLevel.ELEVATED, 0.04);
        yearly.put(RiskLevel.HIGH, 0.08);
        yearly.put(RiskLevel.CRITICAL, 0.20);
        var severity = new EnumMap<RiskKind, Spread>(RiskKind.class);
        severity.put(RiskKind.SMART_CONTRACT, new Spread(0.55, 2));
        severity.put(RiskKind.BRIDGE, new Spread(0.75, 2));
        severity.put(RiskKind.CUSTODY, new Spread(0.60, 2));
        severity.put(RiskKind.ORACLE_LIQUIDITY, new Spread(0.35, 3));
        severity.put(RiskKind.STABLECOIN_DEPEG, new Spread(0.40, 2));
        severity.put(RiskKind.PARAMETRIC, new Spread(0.80, 3));
        var shared = new EnumMap<SharedCause, Reach>(SharedCause.class);
        shared.put(SharedCause.CHAIN, new Reach(0.002, 0.30));
        shared.put(SharedCause.ORACLE, new Reach(0.005, 0.30));
        shared.put(SharedCause.BRIDGE, new Reach(0.010, 0.50));
        shared.put(SharedCause.CUSTODIAN, new Reach(0.005, 0.60));
        shared.put(SharedCause.CODE_LINEAGE, new Reach(0.005, 0.40));
        return new Assumptions(
                yearly,
                severity,
                shared,
                new Dependence.OneFactorT(0.20, 4),
                new AssetLoss(0.02, new Spread(0.35, 3)),
                new AssetLoss(0.05, new Spread(0.50, 3)),
                new AssetLoss(0.01, new Spread(0.15, 4)),
                Through.RENEWED,
                true);
    }

    /// The same with another dependence.
    public Assumptions with(Dependence other) {
        return new Assumptions(yearly, severity, shared, other, venue, ownWord, peg, through, backstop);
    }

    /// The same with cover that goes on differently.
    public Assumptions with(Through other) {
        return new Assumptions(yearly, severity, shared, dependence, venue, ownWord, peg, other, backstop);
    }
}
