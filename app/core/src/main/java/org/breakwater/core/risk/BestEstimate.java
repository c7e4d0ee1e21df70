package org.breakwater.core.risk;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.breakwater.core.rule.ClaimAmount;
import org.breakwater.core.rule.Unsigned;
import org.breakwater.core.stress.Book;
import org.breakwater.core.stress.RiskModel;
import org.breakwater.core.stress.chance.Severity;

/// What claims are expected to come to within a year: Σ chance × mean severity × cover, less the holders' own
/// part, with the whole cover for the whole year, which is the prudent side.
public final class BestEstimate {

    private BestEstimate() {}

    /// Assets, rounded up.
    public static BigInteger of(RiskModel model, Book.Pool pool) {
        var sum = BigDecimal.ZERO;
        for (var cover : pool.covers()) {
            var most = ClaimAmount.of(cover.amount(), Unsigned.BPS, Unsigned.of(pool.deductibleBps()))
                    .most();
            var share = chance(model, cover.risk())
                    * model.risks().get(cover.risk()).severity().mean()
                    / Severity.WHOLE;
            sum = sum.add(new BigDecimal(most).multiply(BigDecimal.valueOf(share), MathContext.DECIMAL64));
        }
        return sum.setScale(0, RoundingMode.CEILING).toBigInteger();
    }

    /// The chance to be hit within a year by itself or by something shared.
    static double chance(RiskModel model, int risk) {
        var own = model.risks().get(risk).yearly();
        var shared = 0.0;
        for (var shock : model.shocks()) {
            if (shock.members().contains(risk)) {
                shared += shock.rate() * shock.reach();
            }
        }
        return own - (1 - own) * Math.expm1(-shared);
    }
}
