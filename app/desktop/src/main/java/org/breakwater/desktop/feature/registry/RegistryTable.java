package org.breakwater.desktop.feature.registry;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.breakwater.core.protocol.RiskLevel;
import org.breakwater.core.value.BasisPoints;
import org.breakwater.core.value.TokenAmount;
import org.breakwater.desktop.feature.registry.RegistryRow.Dependency;
import org.breakwater.desktop.feature.registry.RegistryRow.FailedRule;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.LimitBar;
import org.breakwater.desktop.kit.ScoreBar;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.kit.table.Column;
import org.breakwater.desktop.kit.table.DataTable;
import org.breakwater.desktop.kit.table.Density;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Numbers.Rounding;
import org.breakwater.desktop.l10n.Terms;

/// Every subject in one row, the lowest score first.
final class RegistryTable {

    private static final int KIND = 1;
    private static final int SCORE = 2;
    private static final int COVER = 6;
    private static final int DEPENDS = 7;
    private static final double ROOM_FOR_KIND = 900;
    private static final double ROOM_FOR_DEPENDENCIES = 1_000;
    private static final BasisPoints WHOLE = BasisPoints.of(10_000);
    private static final Comparator<RegistryRow> BY_COVER = Comparator.comparing(
            row -> row.sold().map(TokenAmount::units).orElse(null), Comparator.nullsFirst(Comparator.naturalOrder()));

    private final DataTable<RegistryRow> table;

    RegistryTable(List<RegistryRow> rows) {
        List<Column<RegistryRow>> columns = List.of(
                Column.<RegistryRow>name("Subject", 126, RegistryRow::name).growing(),
                Column.<RegistryRow>muted(
                        "Kind", 116, row -> Terms.of(row.subject().subject().kind())),
                Column.<RegistryRow>drawn(
                                "Score of 10,000", 168, row -> Numbers.count(row.score()), RegistryTable::score)
                        .sortedBy(Comparator.comparingInt(RegistryRow::score)),
                Column.<RegistryRow>drawn(
                                "Level", 82, row -> Terms.of(row.level()), row -> RegistryWords.level(row.level()))
                        .sortedBy(Comparator.comparing(RegistryRow::level).reversed())
                        .identified(row -> id(row, "level")),
                Column.<RegistryRow>drawn("Inputs", 60, RegistryWords::age, RegistryTable::age)
                        .sortedBy(Comparator.comparingLong(row -> -row.inputs().attestedAt())),
                Column.<RegistryRow>drawn("Rules", 72, RegistryWords::rules, RegistryTable::rules)
                        .sortedBy(Comparator.comparingInt(row -> -row.rules().size())),
                Column.<RegistryRow>drawn("Cover sold", 116, RegistryTable::soldWords, RegistryTable::sold)
                        .alignedRight()
                        .sortedBy(BY_COVER),
                Column.<RegistryRow>muted("Depends on", 220, RegistryTable::dependencies),
                Column.<RegistryRow>drawn(
                                "Status",
                                100,
                                row -> Terms.of(row.subject().subject().status()),
                                row -> RegistryWords.status(
                                        row.subject().subject().status()))
                        .sortedBy(Comparator.comparing(
                                row -> row.subject().subject().status()))
                        .identified(row -> id(row, "status")));
        table = new DataTable<>("Subjects", Density.LIST, columns, FXCollections.observableArrayList(rows))
                .sorted(SCORE, false)
                .keepWhole(0, SCORE, COVER)
                .explain(
                        COVER,
                        "Cover sold on the subject. The bar shows it against the most that one subject may have in its"
                                + " pool.");
        table.widthProperty().subscribe(width -> fit(width.doubleValue()));
    }

    DataTable<RegistryRow> node() {
        return table;
    }

    private void fit(double width) {
        table.show(KIND, width <= 0 || width >= ROOM_FOR_KIND);
        table.show(DEPENDS, width >= ROOM_FOR_DEPENDENCIES);
    }

    private static String id(RegistryRow row, String figure) {
        return "subject-" + row.id() + "-" + figure;
    }

    private static Label number(String words) {
        var label = Words.body(words);
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }

    private static Node score(RegistryRow row) {
        var number = number(Numbers.count(row.score()));
        number.setId(id(row, "score"));
        number.setMinWidth(42);
        number.setAlignment(Pos.CENTER_RIGHT);
        if (row.level() == RiskLevel.CRITICAL) {
            Tone.DANGER.on(Boxes.styled(number, "strong"));
        }
        return Boxes.row(8, ScoreBar.inRow(row.score()), number);
    }

    private static Node age(RegistryRow row) {
        var words = RegistryWords.age(row);
        var label = row.isLate() ? Tone.WARNING.on(Words.body(words)) : Words.muted(words);
        if (row.isLate()) {
            label.setGraphic(Icon.ALERT.at(Icon.Size.TAG, Tone.WARNING));
            label.setAccessibleText(words + ", too old");
        }
        label.setId(id(row, "age"));
        return label;
    }

    private static Node rules(RegistryRow row) {
        var label = row.rules().isEmpty() ? Words.muted("none") : Tone.DANGER.on(Words.name(RegistryWords.rules(row)));
        if (!row.rules().isEmpty()) {
            label.setTooltip(
                    new Tooltip(row.rules().stream().map(FailedRule::words).collect(Collectors.joining("\n"))));
        }
        label.setId(id(row, "rules"));
        return label;
    }

    private static String soldWords(RegistryRow row) {
        return row.sold()
                .map(amount -> Numbers.wholeAmount(amount, Rounding.DUE))
                .orElse(Numbers.MISSING);
    }

    private static Node sold(RegistryRow row) {
        var number = number(soldWords(row));
        number.setId(id(row, "cover"));
        number.setTooltip(new Tooltip(row.sold()
                .flatMap(amount ->
                        row.limit().map(limit -> Numbers.exact(amount) + " of at most " + Numbers.exact(limit)))
                .orElse(row.cover().problem())));
        var cell = Boxes.row(8);
        cell.setAlignment(Pos.CENTER_RIGHT);
        share(row).ifPresent(share -> cell.getChildren().add(bar(share, 26)));
        cell.getChildren().add(number);
        return cell;
    }

    /// Cover sold as a share of the most that it may be.
    static Optional<BasisPoints> share(RegistryRow row) {
        return row.sold()
                .flatMap(sold -> row.limit()
                        .filter(limit -> limit.units().signum() > 0)
                        .map(limit -> new BasisPoints(
                                sold.units().multiply(WHOLE.value()).divide(limit.units()))));
    }

    static LimitBar bar(BasisPoints share, double width) {
        var tone = share.value().compareTo(WHOLE.value()) > 0 ? Tone.WARNING : Tone.ACCENT;
        var bar = new LimitBar(share, WHOLE, BasisPoints.of(11_000), tone);
        bar.setMinWidth(width);
        bar.setMaxWidth(width);
        return bar;
    }

    private static String dependencies(RegistryRow row) {
        return row.dependencies().stream().map(Dependency::name).collect(Collectors.joining(", "));
    }
}
