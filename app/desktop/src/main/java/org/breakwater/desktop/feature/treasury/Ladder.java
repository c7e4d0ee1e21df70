package org.breakwater.desktop.feature.treasury;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.core.treasury.Horizon;
import org.breakwater.core.treasury.Rung;
import org.breakwater.core.treasury.Source;
import org.breakwater.core.value.Address;
import org.breakwater.desktop.l10n.Numbers;

/// The ladder of liquidity, ready to be drawn.
///
/// @param places where money lies, in the order in which it is stacked
record Ladder(List<String> places, List<LadderRow> rows) {

    Ladder {
        places = List.copyOf(places);
        rows = List.copyOf(rows);
    }

    static Ladder of(List<Rung> rungs, Function<Address, String> names) {
        return new Ladder(
                rungs.getFirst().liquid().keySet().stream()
                        .map(source -> name(source, names))
                        .toList(),
                rungs.stream().map(Ladder::row).toList());
    }

    LadderRow within(Horizon horizon) {
        return rows.get(List.of(Horizon.values()).indexOf(horizon));
    }

    private static LadderRow row(Rung rung) {
        return new LadderRow(
                within(rung),
                rung.liquid().values().stream().map(SettlementAsset::amount).toList(),
                SettlementAsset.amount(rung.total()),
                SettlementAsset.amount(rung.due()),
                times(rung.total(), rung.due()));
    }

    private static String within(Rung rung) {
        return switch (rung.within()) {
            case NOW -> "Now";
            case DAY -> "1 day";
            case WEEK, MONTH, QUARTER -> rung.within().days() + " days";
        };
    }

    private static String name(Source source, Function<Address, String> names) {
        return switch (source) {
            case Source.AtHand _ -> SettlementAsset.SYMBOL + " at hand";
            case Source.AtVenue(var venue) -> names.apply(venue);
            case Source.InPools _ -> "Pools, within their daily limits";
        };
    }

    private static Optional<String> times(BigInteger liquid, BigInteger due) {
        return due.signum() == 0
                ? Optional.empty()
                : Optional.of(Numbers.decimal(
                        new BigDecimal(liquid).divide(new BigDecimal(due), 1, RoundingMode.DOWN),
                        1,
                        RoundingMode.DOWN));
    }
}
