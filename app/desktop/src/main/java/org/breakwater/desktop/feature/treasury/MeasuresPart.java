package org.breakwater.desktop.feature.treasury;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.breakwater.core.follow.Known;
import org.breakwater.core.treasury.TreasuryPast;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.feature.treasury.MeasuresViewModel.Group;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Choices;
import org.breakwater.desktop.kit.Choices.Choice;
import org.breakwater.desktop.kit.ExportLink;
import org.breakwater.desktop.kit.Redrawn;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.StatePane;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.kit.chart.BarsChart;
import org.breakwater.desktop.kit.chart.BarsChart.Bar;
import org.breakwater.desktop.kit.chart.ChartCard;
import org.breakwater.desktop.kit.table.Column;
import org.breakwater.desktop.kit.table.DataTable;
import org.breakwater.desktop.kit.table.Density;
import org.breakwater.desktop.place.Surroundings;

/// The figures of risk, each with how it is made, and what it is true of.
final class MeasuresPart {

    private static final BigDecimal ONE_HAND = BigDecimal.valueOf(10_000);
    private static final double LISTED = 8 * 50 + 31;

    private final Surroundings around;
    private final MeasuresViewModel model;

    MeasuresPart(Surroundings around) {
        this.around = around;
        this.model = new MeasuresViewModel(
                new ReadMeasures(around::name, around.assumptions().assumed().get()), around.background());
    }

    Subscription follow(ObservableValue<Loadable<Known>> known, ObservableValue<Loadable<TreasuryPast>> past) {
        return model.follow(known, past);
    }

    /// The figures as a list.
    Node figures() {
        return TreasurySection.of(new StatePane<>(model.page(), around.now(), this::list));
    }

    private Node list(ObservableValue<MeasuresPage> page) {
        List<Column<Measure>> columns = List.of(
                Column.<Measure>drawn("Measure", 360, row -> row.name() + ": " + row.explained(), MeasuresPart::name)
                        .growing()
                        .sortedBy(Comparator.comparing(Measure::name)),
                Column.<Measure>drawn("Value", 136, Measure::withUnit, MeasuresPart::value)
                        .alignedRight()
                        .sortedBy(Comparator.comparing(
                                row -> row.value().orElse(null), Comparator.nullsLast(Comparator.naturalOrder()))),
                Column.muted("True of", 96, Measure::truth));
        var table =
                new DataTable<>("Measures of risk", Density.TWO_LINES, columns, FXCollections.observableArrayList());
        table.setPrefHeight(LISTED);
        table.setMinHeight(LISTED);
        var shown = Bindings.createObjectBinding(
                () -> of(page.getValue(), model.group().get()), page, model.group());
        Shown.following(table, shown, rows -> table.renew(rows, Measure::id));
        var groups = Choices.segments(
                "Measures of",
                List.of(
                        new Choice<>(Group.PROTOCOL, "Everything"),
                        new Choice<>(Group.POOLS, "Each pool"),
                        new Choice<>(Group.FALLS, "Falls and pegs")),
                model.group().get(),
                model::show);
        return new VBox(
                6,
                Boxes.row(
                        8,
                        Words.strong("Measures of risk"),
                        Boxes.spacer(),
                        groups,
                        ExportLink.csv(
                                "the measures of risk",
                                () -> around.saving().save("measures.csv", () -> TreasurySection.bytes(table.csv())))),
                table);
    }

    private static List<Measure> of(MeasuresPage page, Group group) {
        return switch (group) {
            case PROTOCOL -> page.protocol();
            case POOLS -> page.pools();
            case FALLS -> page.falls();
        };
    }

    private static Node name(Measure row) {
        var explained = Words.secondary(row.explained());
        explained.setTooltip(new Tooltip(row.whole()));
        explained.setMinWidth(0);
        var lines = new VBox(Words.name(row.name()), explained);
        lines.setAlignment(Pos.CENTER_LEFT);
        return lines;
    }

    private static Node value(Measure row) {
        var number = row.value().isPresent() ? Words.strong(row.written()) : Words.muted(row.written());
        number.setMinWidth(Label.USE_PREF_SIZE);
        number.setId(row.id());
        number.setTooltip(new Tooltip(row.whole()));
        var value = Boxes.row(4, number, Words.secondary(row.value().isPresent() ? row.unit() : ""));
        value.setAlignment(Pos.CENTER_RIGHT);
        return value;
    }

    /// How much lies in few hands, as bars.
    Node concentration() {
        return TreasurySection.of(new StatePane<>(model.page(), around.now(), this::bars));
    }

    private Node bars(ObservableValue<MeasuresPage> page) {
        return new Redrawn<>(page.map(MeasuresPage::concentration), this::card);
    }

    private Node card(List<Measure> measures) {
        var chart = new BarsChart(
                measures.stream()
                        .map(each -> new Bar(
                                each.kind().title().replace("Concentration by ", "By "),
                                each.value().map(BigDecimal::new),
                                each.written(),
                                each.whole(),
                                each.id()))
                        .toList(),
                ONE_HAND);
        chart.setId("treasury-concentration");
        return new ChartCard(
                "In few hands",
                "of 10,000",
                sentence(measures),
                chart,
                twin(measures),
                ExportLink.csv(
                        "the concentration",
                        () -> around.saving()
                                .save(
                                        "concentration-by.csv",
                                        () -> TreasurySection.bytes(
                                                twin(measures).csv()))),
                ExportLink.png(
                        "the chart of concentration",
                        () -> TreasurySection.picture(around, "concentration-by.png", chart)));
    }

    private static String sentence(List<Measure> measures) {
        var most = measures.stream()
                .filter(each -> each.value().isPresent())
                .max(Comparator.comparing(each -> each.value().orElseThrow()));
        return "Herfindahl and Hirschman's index: 10,000 is a single one."
                + most.map(each -> " Highest " + each.kind().title().replace("Concentration by ", "by ") + ", "
                                + each.written() + ".")
                        .orElse("");
    }

    private static DataTable<Measure> twin(List<Measure> measures) {
        List<Column<Measure>> columns = List.of(
                Column.<Measure>name("By", 110, each -> each.kind().title().replace("Concentration by ", ""))
                        .growing(),
                Column.<Measure>drawn(
                                "Index", 80, Measure::written, each -> Tone.DEFAULT.on(Words.body(each.written())))
                        .alignedRight(),
                Column.muted("Made of", 200, Measure::explained));
        return new DataTable<>("Concentration", Density.CARD, columns, FXCollections.observableArrayList(measures))
                .fitted();
    }
}
