package org.breakwater.desktop.feature.pools;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.breakwater.core.projection.view.PoolView;
import org.breakwater.core.protocol.PegState;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.core.value.BasisPoints;
import org.breakwater.core.value.TokenAmount;
import org.breakwater.desktop.feature.pools.PoolRow.Health;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.LimitBar;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Tag;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.kit.table.Column;
import org.breakwater.desktop.kit.table.DataTable;
import org.breakwater.desktop.kit.table.Density;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Numbers.Rounding;
import org.breakwater.desktop.l10n.Terms;
import org.breakwater.desktop.place.Reading;

/// Every pool in one row, the one with the lowest solvency first.
final class PoolsTable {

    private static final int SOLVENCY = 4;
    private static final int RATE = 6;
    private static final int DRAIN = 9;
    private static final List<Integer> ONLY_WHERE_WIDE = List.of(3, 5, 12);
    private static final double WIDE = 1_180;
    private static final BasisPoints WHOLE = BasisPoints.of(10_000);
    private static final BasisPoints TWICE = BasisPoints.of(20_000);

    private final DataTable<PoolRow> table;

    PoolsTable(ObservableValue<PoolsPage> page) {
        var first = page.getValue();
        table = new DataTable<>(
                        "Pools",
                        Density.MASTER,
                        columns(first.totals(), first.rows()),
                        FXCollections.observableArrayList(first.rows()))
                .sorted(SOLVENCY, false)
                .explain(SOLVENCY, "Capital divided by minimum capital. Under 100 % a pool stops selling cover.")
                .explain(
                        RATE,
                        "What cover costs a year, from the cheapest listed subject to the dearest. There is no price"
                            + " of a whole pool: it is base by risk level, plus risk by score, plus, where the pool's"
                            + " price follows usage, utilisation and a surge after sales, between the rate floor and"
                            + " ceiling.")
                .explain(
                        DRAIN,
                        "Share of the pool that left in the last 24 hours, paid out / redeemed, of the most that either"
                                + " may be.")
                .keepWhole(1, 2, 3, SOLVENCY, 5, RATE, 7, 8, DRAIN)
                .fitted();
        Shown.following(table, page, this::show);
        table.widthProperty().subscribe(width -> fit(width.doubleValue()));
    }

    DataTable<PoolRow> node() {
        return table;
    }

    private void fit(double width) {
        ONLY_WHERE_WIDE.forEach(column -> table.show(column, width <= 0 || width >= WIDE));
    }

    private void show(PoolsPage page) {
        table.renew(page.rows(), PoolRow::id);
        table.showTotals(totals(page.totals()));
    }

    private static List<String> totals(PoolsPage.Totals totals) {
        return List.of(
                "All " + totals.pools() + " pools",
                totals.capital().map(sum -> Numbers.amount(sum, Rounding.HELD)).orElse(Numbers.MISSING),
                totals.cover()
                        .map(sum -> Numbers.wholeAmount(sum, Rounding.DUE))
                        .orElse(Numbers.MISSING),
                totals.minCapital()
                        .map(sum -> Numbers.wholeAmount(sum, Rounding.DUE))
                        .orElse(Numbers.MISSING),
                totals.solvency().map(Numbers::ratio).orElse(Numbers.MISSING),
                totals.utilisation().map(Numbers::ratio).orElse(Numbers.MISSING),
                "",
                "",
                totals.queued()
                                .map(sum -> Numbers.wholeAmount(sum, Rounding.DUE))
                                .orElse(Numbers.MISSING) + " / " + totals.requests(),
                "",
                "",
                totals.incidents() + " open",
                "");
    }

    private static List<Column<PoolRow>> columns(PoolsPage.Totals totals, List<PoolRow> rows) {
        var totalWords = totals(totals);
        var symbols =
                rows.stream().map(row -> SettlementAsset.SYMBOL).distinct().toList();
        var unit = symbols.size() == 1 ? ", " + symbols.getFirst() : "";
        return List.of(
                Column.name("Pool", 140, PoolRow::name).growing().withTotal(totalWords.get(0)),
                amount("Capital" + unit, 112, row -> row.totalAssets(), PoolsTable::held)
                        .identified(row -> id(row, "capital"))
                        .withTotal(totalWords.get(1)),
                amount("Active cover", 98, PoolRow::activeCover, PoolsTable::due)
                        .identified(row -> id(row, "cover"))
                        .withTotal(totalWords.get(2)),
                amount("Minimum", 88, PoolRow::minCapital, PoolsTable::due)
                        .identified(row -> id(row, "minimum"))
                        .withTotal(totalWords.get(3)),
                Column.<PoolRow>drawn("Solvency", 130, PoolsTable::solvencyWords, PoolsTable::solvency)
                        .alignedRight()
                        .sortedBy(missingFirst(row -> row.capital().map(capital -> capital.solvencyBps())))
                        .withTotal(totalWords.get(4)),
                Column.<PoolRow>ratio("In use", 62, PoolRow::utilisation)
                        .identified(row -> id(row, "utilisation"))
                        .withTotal(totalWords.get(5)),
                Column.<PoolRow>drawn("Rate a year", 104, row -> words(row.rates(), RateSpan::words), PoolsTable::rate)
                        .alignedRight()
                        .sortedBy(missingFirst(row -> row.rates().value())),
                Column.<PoolRow>drawn("Share price", 86, PoolsTable::priceWords, PoolsTable::price)
                        .alignedRight()
                        .sortedBy(missingFirst(row -> row.sharePrice().map(TokenAmount::units))),
                Column.<PoolRow>drawn("Redeem queue", 108, PoolsTable::queueWords, PoolsTable::queue)
                        .alignedRight()
                        .sortedBy(missingFirst(row -> row.queued().map(TokenAmount::units)))
                        .withTotal(totalWords.get(8)),
                Column.<PoolRow>drawn("Drain 24 h", 112, PoolsTable::drainWords, PoolsTable::drain)
                        .alignedRight()
                        .sortedBy(missingFirst(row -> row.paidOut().map(BasisPoints::value))),
                Column.<PoolRow>drawn(
                                "Peg", 86, row -> words(row.pool().map(PoolView::peg), Terms::of), PoolsTable::peg)
                        .sortedBy(missingFirst(row -> row.pool().value().map(PoolView::peg))),
                Column.<PoolRow>drawn("Incidents", 74, PoolsTable::incidentWords, PoolsTable::incidents)
                        .sortedBy(missingFirst(PoolRow::openIncidents))
                        .withTotal(totalWords.get(11)),
                Column.<PoolRow>drawn("Paused", 64, PoolsTable::pausedWords, PoolsTable::paused)
                        .sortedBy(Comparator.comparingInt(row -> row.paused().size())));
    }

    private static String id(PoolRow row, String figure) {
        return "pool-" + row.id() + "-" + figure;
    }

    private static <N extends Comparable<? super N>> Comparator<PoolRow> missingFirst(
            Function<PoolRow, Optional<N>> figure) {
        return (one, other) -> {
            var left = figure.apply(one);
            var right = figure.apply(other);
            if (left.isPresent() && right.isPresent()) {
                return left.get().compareTo(right.get());
            }
            return Boolean.compare(left.isPresent(), right.isPresent());
        };
    }

    private static <T> String words(Reading<T> reading, Function<T, String> write) {
        return reading.value().map(write).orElse(Numbers.MISSING);
    }

    private static String held(TokenAmount amount) {
        return Numbers.amount(amount, Rounding.HELD);
    }

    private static String due(TokenAmount amount) {
        return Numbers.wholeAmount(amount, Rounding.DUE);
    }

    private static Column<PoolRow> amount(
            String head,
            double width,
            Function<PoolRow, Optional<TokenAmount>> amount,
            Function<TokenAmount, String> write) {
        Function<PoolRow, String> text = row -> amount.apply(row).map(write).orElse(Numbers.MISSING);
        return Column.<PoolRow>drawn(head, width, text, row -> {
                    var why = amount.apply(row)
                            .map(Numbers::exact)
                            .orElse(row.pool().problem());
                    return number(text.apply(row), why);
                })
                .alignedRight()
                .sortedBy(missingFirst(row -> amount.apply(row).map(TokenAmount::units)));
    }

    private static Label number(String words, String tooltip) {
        var label = Words.body(words);
        label.setMinWidth(Label.USE_PREF_SIZE);
        if (!tooltip.isEmpty()) {
            label.setTooltip(new Tooltip(tooltip));
        }
        return label;
    }

    private static String solvencyWords(PoolRow row) {
        return row.solvency()
                .map(Numbers::ratio)
                .orElse(row.health() == Health.NOTHING_INSURED ? "no cover" : Numbers.MISSING);
    }

    private static Node solvency(PoolRow row) {
        var tone = tone(row.health());
        var words = number(solvencyWords(row), row.pool().problem());
        words.setId(id(row, "solvency"));
        words.setAlignment(Pos.CENTER_RIGHT);
        var cell = Boxes.row(8);
        cell.setAlignment(Pos.CENTER_RIGHT);
        if (tone == Tone.WARNING || tone == Tone.DANGER) {
            tone.on(Boxes.styled(words, "strong"));
            cell.getChildren().add(Icon.ALERT.at(Icon.Size.TAG, tone));
        }
        row.solvency().ifPresent(solvency -> {
            var bar = new LimitBar(solvency, WHOLE, TWICE, tone);
            bar.setMinWidth(30);
            bar.setMaxWidth(30);
            cell.getChildren().add(bar);
        });
        cell.getChildren().add(words);
        return cell;
    }

    static Tone tone(Health health) {
        return switch (health) {
            case SHORT -> Tone.DANGER;
            case THIN -> Tone.WARNING;
            case GOOD -> Tone.SUCCESS;
            case UNKNOWN, NOTHING_INSURED -> Tone.MUTED;
        };
    }

    private static Node rate(PoolRow row) {
        var tooltip = row.rates()
                .value()
                .map(span -> span.unsold() == 0 ? "" : span.unsold() + " subjects would cost more than the ceiling")
                .orElse(row.rates().problem());
        var label = number(words(row.rates(), RateSpan::words), tooltip);
        label.setId(id(row, "rate"));
        return label;
    }

    private static String priceWords(PoolRow row) {
        return row.sharePrice().map(TokenAmount::whole).map(Numbers::price).orElse(Numbers.MISSING);
    }

    private static Node price(PoolRow row) {
        var label = number(
                priceWords(row),
                row.sharePrice().map(TokenAmount::toString).orElse(row.pool().problem()));
        label.setId(id(row, "share-price"));
        return label;
    }

    private static String queueWords(PoolRow row) {
        return row.queued().map(PoolsTable::due).orElse(Numbers.MISSING)
                + row.requests().map(count -> " / " + count).orElse("");
    }

    private static Node queue(PoolRow row) {
        var amount = number(
                row.queued().map(PoolsTable::due).orElse(Numbers.MISSING),
                row.queued().map(Numbers::exact).orElse(row.redemptions().problem()));
        amount.setId(id(row, "queue"));
        var count = Words.muted(row.requests().map(each -> "/ " + each).orElse(""));
        count.setMinWidth(Label.USE_PREF_SIZE);
        return right(amount, count);
    }

    private static Node right(Node... parts) {
        var row = Boxes.row(4, parts);
        row.setAlignment(Pos.CENTER_RIGHT);
        return row;
    }

    private static String drained(PoolRow row) {
        return bare(row.paidOut()) + " / " + bare(row.redeemed());
    }

    private static String bare(Optional<BasisPoints> share) {
        if (share.filter(none -> none.value().signum() == 0).isPresent()) {
            return "0";
        }
        return share.map(Numbers::ratio)
                .map(words -> words.substring(0, words.length() - 2))
                .orElse(Numbers.MISSING);
    }

    private static String limit(PoolRow row) {
        return "of " + words(row.drainLimit(), share -> Numbers.ratio(share).replace(".0", ""));
    }

    private static String drainWords(PoolRow row) {
        return drained(row) + " " + limit(row);
    }

    private static Node drain(PoolRow row) {
        var words = number(drained(row), drainExact(row));
        words.setId(id(row, "drain"));
        var limit = Words.muted(limit(row));
        limit.setMinWidth(Label.USE_PREF_SIZE);
        var near = row.pool().value().filter(PoolsTable::nearDrain).isPresent();
        return near
                ? right(Icon.ALERT.at(Icon.Size.TAG, Tone.WARNING), Tone.WARNING.on(words), limit)
                : right(words, limit);
    }

    /// Four fifths of either window are used.
    private static boolean nearDrain(PoolView pool) {
        var five = BigInteger.valueOf(5);
        var four = BigInteger.valueOf(4);
        return pool.payoutsUsed().multiply(five).compareTo(pool.payoutsLimit().multiply(four)) >= 0
                || pool.redemptionsUsed()
                                .multiply(five)
                                .compareTo(pool.redemptionsLimit().multiply(four))
                        >= 0;
    }

    private static String drainExact(PoolRow row) {
        return row.pool()
                .value()
                .map(pool -> "Paid out " + Numbers.exact(SettlementAsset.amount(pool.payoutsUsed())) + ", redeemed "
                        + Numbers.exact(SettlementAsset.amount(pool.redemptionsUsed())) + ", at most "
                        + Numbers.exact(SettlementAsset.amount(pool.payoutsLimit())) + " each")
                .orElse(row.pool().problem());
    }

    private static Node peg(PoolRow row) {
        var words = words(row.pool().map(PoolView::peg), Terms::of);
        var peg = row.pool().value().map(PoolView::peg).orElse(PegState.NORMAL);
        Label label = switch (peg) {
            case NORMAL -> Words.muted(words);
            case WATCH -> new Tag(Tag.Look.WARNING, Icon.ALERT, words);
            case DEPEGGED -> new Tag(Tag.Look.DANGER, Icon.PROBLEM, words);
        };
        label.setId(id(row, "peg"));
        return label;
    }

    private static String incidentWords(PoolRow row) {
        return row.openIncidents()
                .map(count -> count == 0 ? "none" : Numbers.count(count) + " open")
                .orElse(Numbers.MISSING);
    }

    private static Node incidents(PoolRow row) {
        var open = row.openIncidents().orElse(0L) > 0;
        var label = open ? Words.name(incidentWords(row)) : Words.muted(incidentWords(row));
        label.setId(id(row, "incidents"));
        return label;
    }

    static String pausedWords(PoolRow row) {
        return row.pool().value().isEmpty()
                ? Numbers.MISSING
                : row.paused().isEmpty()
                        ? "none"
                        : row.paused().stream()
                                .map(scope -> Terms.of(scope).toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "));
    }

    private static Node paused(PoolRow row) {
        var words = pausedWords(row);
        Label label = row.paused().isEmpty()
                ? Words.muted(words)
                : new Tag(Tag.Look.HOLD, Icon.PAUSE, Numbers.count(row.paused().size()));
        label.setTooltip(new Tooltip(words));
        label.setId(id(row, "paused"));
        return label;
    }
}
