package org.breakwater.desktop.event;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.breakwater.core.protocol.Route;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.core.value.BasisPoints;
import org.breakwater.core.value.TokenAmount;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Numbers.Rounding;
import org.breakwater.desktop.l10n.Times;

/// Figures and words as they stand in the sentences of events.
final class EventWords {

    private static final int TOKEN_DECIMALS = 18;
    private static final int PRICE_DECIMALS = 8;

    private EventWords() {}

    static String by(Route route) {
        return switch (route) {
            case AUTOMATIC -> "by rule";
            case DAO_VOTE -> "by vote";
            case COUNCIL -> "by the council";
        };
    }

    static String assets(BigInteger units) {
        return Numbers.amountWithUnit(SettlementAsset.amount(units), Rounding.HELD);
    }

    static String votes(BigInteger weight) {
        return Numbers.wholeAmount(new TokenAmount(weight, TOKEN_DECIMALS, ""), Rounding.HELD) + Numbers.NO_BREAK
                + "votes";
    }

    static String percent(long bps) {
        return Numbers.percent(BasisPoints.of(bps));
    }

    static String price(BigInteger price8) {
        return Numbers.decimal(new BigDecimal(price8, PRICE_DECIMALS), 4, RoundingMode.DOWN);
    }

    static String date(long seconds) {
        return Times.date(Instant.ofEpochSecond(seconds));
    }

    static String duration(BigInteger seconds) {
        return Times.duration(Duration.ofSeconds(seconds.longValueExact()));
    }

    static String plain(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String lower(String words) {
        return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }
}
