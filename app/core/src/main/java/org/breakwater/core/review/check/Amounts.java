package org.breakwater.core.review.check;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;

/// Amounts as people write them: every digit, thousands apart, without zeros that say nothing.
final class Amounts {

    /// What a contract calls itself is shown only where it looks like a symbol.
    private static final Pattern SYMBOL = Pattern.compile("[A-Za-z][A-Za-z0-9.]{0,11}");

    private static final int ETHER = 18;

    private Amounts() {}

    /// `1,234.5 USDC`; without a usable symbol `1,234.5 of NAME (0x…)`, without decimals in the token's units.
    static String written(Scene scene, Address token, BigInteger units) throws ProblemException {
        var decimals = scene.decimals(token);
        if (decimals.isEmpty()) {
            return units + " units of " + scene.written(token);
        }
        var amount = decimal(units, decimals.get());
        // anybody can call a token anything
        return (scene.isNamed(token) ? symbol(scene, token) : Optional.<String>empty())
                .map(symbol -> amount + " " + symbol)
                .orElseGet(() -> amount + " of " + scene.written(token));
    }

    private static Optional<String> symbol(Scene scene, Address token) throws ProblemException {
        return Asked.text(scene.chain(), token, "symbol()")
                .filter(symbol -> SYMBOL.matcher(symbol).matches());
    }

    static String ether(BigInteger wei) {
        return decimal(wei, ETHER) + " ETH";
    }

    /// @param decimals how many digits stand behind the point
    static String decimal(BigInteger units, int decimals) {
        var plain = new BigDecimal(units.abs(), decimals).toPlainString();
        var point = plain.indexOf('.');
        var whole = point < 0 ? plain : plain.substring(0, point);
        var rest = point < 0 ? "" : plain.substring(point).replaceFirst("\\.?0+$", "");
        return (units.signum() < 0 ? "-" : "") + whole.replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",") + rest;
    }
}
