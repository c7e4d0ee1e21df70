package org.breakwater.desktop.feature.treasury;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.breakwater.core.protocol.PegState;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BasisPoints;
import org.breakwater.desktop.kit.AddressChip;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.FreshnessBadge;
import org.breakwater.desktop.kit.FreshnessBadge.Freshness;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.LimitBar;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.kit.SeverityTag;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.kit.table.Column;
import org.breakwater.desktop.kit.table.DataTable;
import org.breakwater.desktop.kit.table.Density;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Numbers.Rounding;
import org.breakwater.desktop.l10n.Terms;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.place.PoolName;

/// The tables of the treasury's page.
final class TreasuryTables {

    private static final double BAR = 56;

    private TreasuryTables() {}

    /// @param chip how an address is drawn
    static DataTable<VenueRow> venues(Function<Address, AddressChip> chip) {
        List<Column<VenueRow>> columns = List.of(
                Column.<VenueRow>drawn("Where", 180, TreasuryTables::where, row -> where(row, chip))
                        .growing(),
                Column.<VenueRow>amount("Value, USDC", 116, Rounding.HELD, row -> Optional.of(row.value()))
                        .identified(row -> row.id() + "-value")
                        .withTotal(Numbers.MISSING),
                Column.<VenueRow>drawn("Share", 128, row -> Numbers.ratio(row.share()), TreasuryTables::share)
                        .alignedRight()
                        .sortedBy(Comparator.comparing(row -> row.share().value())),
                Column.<VenueRow>drawn("Cap", 64, TreasuryTables::cap, row -> number(cap(row), row.id() + "-cap"))
                        .alignedRight(),
                Column.<VenueRow>drawn("Exit", 86, VenueRow::exit, TreasuryTables::exit)
                        .alignedRight(),
                Column.<VenueRow>muted("Value comes", 116, row -> row.word().words()));
        return new DataTable<>("Assets and venues", Density.CARD, columns, FXCollections.observableArrayList())
                .fitted();
    }

    private static String where(VenueRow row) {
        return row.venue().map(Address::toString).orElse(row.name()) + (row.closed() ? ", closed" : "");
    }

    private static Node where(VenueRow row, Function<Address, AddressChip> chip) {
        return row.venue()
                .<Node>map(venue ->
                        row.closed() ? Boxes.row(6, chip.apply(venue), Words.secondary("closed")) : chip.apply(venue))
                .orElseGet(() -> Words.name(row.name()));
    }

    private static String cap(VenueRow row) {
        return row.cap().map(Numbers::ratio).orElse("none");
    }

    private static Label number(String words, String id) {
        var label = Words.muted(words);
        label.setMinWidth(Label.USE_PREF_SIZE);
        label.setId(id);
        return label;
    }

    private static Node share(VenueRow row) {
        var tone = row.isOverCap() ? Tone.DANGER : row.isNearCap() ? Tone.WARNING : Tone.ACCENT;
        return row.cap()
                .map(cap -> measured(row.share(), cap, twice(cap), tone, row.id() + "-share"))
                .orElseGet(() -> number(Numbers.ratio(row.share()), row.id() + "-share"));
    }

    private static BasisPoints twice(BasisPoints limit) {
        return new BasisPoints(limit.value().multiply(BigInteger.TWO));
    }

    /// A bar with the mark of its limit, then the number; from a warning on with its sign.
    private static Node measured(BasisPoints value, BasisPoints limit, BasisPoints end, Tone tone, String id) {
        var bar = new LimitBar(value, limit, end, tone);
        bar.setMinWidth(BAR);
        bar.setMaxWidth(BAR);
        var loud = tone == Tone.WARNING || tone == Tone.DANGER;
        var words = loud ? tone.on(Words.strong(Numbers.ratio(value))) : Words.body(Numbers.ratio(value));
        words.setMinWidth(Label.USE_PREF_SIZE);
        words.setId(id);
        var cell = Boxes.row(8, bar, words);
        if (loud) {
            cell.getChildren().addFirst(Icon.ALERT.at(Icon.Size.TAG, tone));
        }
        cell.setAlignment(Pos.CENTER_RIGHT);
        return cell;
    }

    private static Node exit(VenueRow row) {
        var words = row.waits() ? Tone.WARNING.on(Words.name(row.exit())) : Words.body(row.exit());
        words.setId(row.id() + "-exit");
        words.setMinWidth(Label.USE_PREF_SIZE);
        if (row.waits()) {
            words.setGraphic(Icon.ALERT.at(Icon.Size.TAG, Tone.WARNING));
        }
        return words;
    }

    static DataTable<FeedRow> feeds() {
        List<Column<FeedRow>> columns = List.of(
                Column.<FeedRow>name("Prices", 110, FeedRow::name).growing(),
                Column.<FeedRow>drawn("Price, USD", 80, TreasuryTables::price, TreasuryTables::drawnPrice)
                        .alignedRight(),
                Column.<FeedRow>drawn("Peg", 66, TreasuryTables::peg, TreasuryTables::drawnPeg),
                Column.<FeedRow>drawn("Age", 110, TreasuryTables::age, TreasuryTables::drawnAge)
                        .sortedBy(Comparator.comparing(FeedRow::over).reversed()),
                Column.<FeedRow>muted("Limit", 62, row -> Times.duration(row.limit())));
        return new DataTable<>("Pegs and price feeds", Density.CARD, columns, FXCollections.observableArrayList());
    }

    private static String price(FeedRow row) {
        return row.price().map(Numbers::price).orElse(Numbers.MISSING);
    }

    private static Node drawnPrice(FeedRow row) {
        var label = row.late() ? Words.muted(price(row)) : Words.body(price(row));
        label.setMinWidth(Label.USE_PREF_SIZE);
        label.setId(row.id() + "-price");
        return label;
    }

    private static String peg(FeedRow row) {
        return row.peg().map(Terms::of).orElse("no peg");
    }

    private static Node drawnPeg(FeedRow row) {
        var node = row.peg()
                .<Node>map(peg -> switch (peg) {
                    case PegState.NORMAL -> Words.body(Terms.of(peg));
                    case PegState.WATCH -> new SeverityTag(Severity.WARNING, Terms.of(peg));
                    case PegState.DEPEGGED -> new SeverityTag(Severity.HOLD, Terms.of(peg));
                })
                .orElseGet(() -> Words.muted("no peg"));
        node.setId(row.id() + "-peg");
        return node;
    }

    private static String age(FeedRow row) {
        return row.age()
                .map(age -> Times.duration(age) + (row.late() ? ", late" : ""))
                .orElse("no answer");
    }

    private static Node drawnAge(FeedRow row) {
        var freshness = row.age()
                .<Freshness>map(age -> row.late() ? new Freshness.Late(age, row.limit()) : new Freshness.Aged(age))
                .orElseGet(Freshness.NoAnswer::new);
        var badge = new FreshnessBadge(freshness);
        badge.setId(row.id() + "-age");
        return badge;
    }

    static DataTable<OutflowRow> outflows() {
        List<Column<OutflowRow>> columns = List.of(
                Column.<OutflowRow>drawn("From", 92, TreasuryTables::when, row -> Words.muted(TreasuryTables.when(row)))
                        .sortedBy(Comparator.comparing(OutflowRow::at)),
                Column.<OutflowRow>words("What", 210, OutflowRow::what).growing(),
                Column.<OutflowRow>amount("USDC, at most", 122, Rounding.DUE, row -> Optional.of(row.amount()))
                        .withTotal(Numbers.MISSING));
        return new DataTable<>("Pending outflows", Density.CARD, columns, FXCollections.observableArrayList());
    }

    private static String when(OutflowRow row) {
        return row.now() ? "now" : Times.dateAndTime(row.at());
    }

    static DataTable<SolvencyRow> solvency() {
        List<Column<SolvencyRow>> columns = List.of(
                Column.<SolvencyRow>name("Pool", 170, row -> PoolName.inRow(row.name()))
                        .growing(),
                Column.<SolvencyRow>drawn(
                                "Solvency",
                                144,
                                row -> row.solvency().map(Numbers::ratio).orElse(Numbers.MISSING),
                                TreasuryTables::solvency)
                        .alignedRight()
                        .sortedBy(Comparator.comparing(row ->
                                row.solvency().map(BasisPoints::value).orElse(BigInteger.valueOf(Long.MAX_VALUE)))),
                Column.<SolvencyRow>amount("Net assets, USDC", 126, Rounding.HELD, row -> Optional.of(row.assets()))
                        .identified(row -> "treasury-pool-" + row.poolId() + "-assets"),
                Column.<SolvencyRow>amount("Minimum", 126, Rounding.DUE, row -> Optional.of(row.minimum()))
                        .identified(row -> "treasury-pool-" + row.poolId() + "-minimum"),
                Column.<SolvencyRow>amount(
                        "Drain limit, 24 h", 122, Rounding.HELD, row -> Optional.of(row.drainLimit())));
        return new DataTable<>("Solvency per pool", Density.CARD, columns, FXCollections.observableArrayList())
                .sorted(1, false)
                .fitted();
    }

    private static Node solvency(SolvencyRow row) {
        var tone = row.isShort() ? Tone.DANGER : row.isThin() ? Tone.WARNING : Tone.SUCCESS;
        var id = "treasury-pool-" + row.poolId() + "-solvency";
        return row.solvency()
                .map(ratio -> measured(ratio, BasisPoints.of(10_000), BasisPoints.of(20_000), tone, id))
                .orElseGet(() -> number(Numbers.MISSING, id));
    }

    static DataTable<ConcentrationRow> concentration() {
        List<Column<ConcentrationRow>> columns = List.of(
                Column.<ConcentrationRow>name("Pool", 140, row -> PoolName.inRow(row.pool()))
                        .growing(),
                Column.<ConcentrationRow>words("Largest", 88, row -> "Subject " + row.subjectId()),
                Column.<ConcentrationRow>amount("Cover, USDC", 116, Rounding.DUE, row -> Optional.of(row.cover()))
                        .identified(row -> "treasury-pool-" + row.poolId() + "-largest"),
                Column.<ConcentrationRow>drawn(
                                "Share", 124, row -> Numbers.ratio(row.share()), TreasuryTables::concentrated)
                        .alignedRight()
                        .sortedBy(Comparator.comparing(row -> row.share().value())));
        return new DataTable<>("Concentration", Density.CARD, columns, FXCollections.observableArrayList()).fitted();
    }

    private static Node concentrated(ConcentrationRow row) {
        var tone = row.isOver() ? Tone.WARNING : Tone.ACCENT;
        return measured(
                row.share(), row.limit(), twice(row.limit()), tone, "treasury-pool-" + row.poolId() + "-concentration");
    }
}
