package org.breakwater.core.claims;

import java.math.BigInteger;
import java.util.List;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.projection.view.PoolView;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.protocol.RiskLevel;
import org.breakwater.core.rule.ParameterBook;
import org.breakwater.core.rule.Solvency;
import org.breakwater.core.rule.Unsigned;

/// What paying a claim, or not paying it, does to the pool. The reserve of an incident stopped counting at detection:
/// a payment takes it out of the pool and releases the cover that it used up; what is not paid counts again once the
/// incident is closed. Assets, ratios in basis points.
///
/// @param grossNow what the pool holds, reserves included
/// @param grossPaid the same after the payment
/// @param solvencyNow net assets over minimum capital
/// @param solvencyPaid after the payment
/// @param solvencyReleased if the amount goes back to the pool instead
public record PaymentEffect(
        BigInteger grossNow, BigInteger grossPaid, long solvencyNow, long solvencyPaid, long solvencyReleased) {

    /// @param level the bucket in which the pool counts the subject's cover
    /// @param amount what is paid, assets
    public static PaymentEffect of(PoolView pool, RiskLevel level, BigInteger amount, ParameterBook parameters) {
        var capital = pool.capital();
        var levels = List.of(RiskLevel.values());
        var weighted = levels.stream()
                .map(each -> pool.coverByLevel().get(levels.indexOf(each)).multiply(ratio(parameters, each)))
                .reduce(BigInteger.ZERO, BigInteger::add);
        var after = Unsigned.saturatingSub(weighted, amount.multiply(ratio(parameters, level)));
        return new PaymentEffect(
                capital.grossAssets(),
                Unsigned.saturatingSub(capital.grossAssets(), amount),
                capital.solvencyBps(),
                Solvency.ratio(capital.totalAssets(), Solvency.minCapital(after)),
                Solvency.ratio(capital.totalAssets().add(amount), capital.minCapital()));
    }

    private static BigInteger ratio(ParameterBook parameters, RiskLevel level) {
        return parameters.get(ParameterKey.MIN_CAPITAL_RATIO, ParameterScope.level(level.number()));
    }
}
