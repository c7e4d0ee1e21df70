package org.breakwater.desktop.feature.treasury;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.breakwater.core.follow.Known;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.value.Loadable;
import org.breakwater.core.value.TokenAmount;
import org.breakwater.desktop.feature.treasury.ScenarioPage.HitTarget;
import org.breakwater.desktop.feature.treasury.ScenarioPage.Outcome;
import org.breakwater.desktop.feature.treasury.ScenarioPage.ScenarioRow;
import org.breakwater.desktop.fx.Attempt;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.Card;
import org.breakwater.desktop.kit.ExportLink;
import org.breakwater.desktop.kit.Field;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Link;
import org.breakwater.desktop.kit.Redrawn;
import org.breakwater.desktop.kit.RowFace;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.StatePane;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.kit.table.Column;
import org.breakwater.desktop.kit.table.DataTable;
import org.breakwater.desktop.kit.table.Density;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Numbers.Rounding;
import org.breakwater.desktop.place.Surroundings;

/// What happens if something happens at once: published incidents, and scenarios of one's own, with the form in which
/// they are written.
final class ScenariosPart {

    private static final double SHARE = 116;

    private final Surroundings around;
    private final ScenariosViewModel model;

    ScenariosPart(Surroundings around) {
        this.around = around;
        this.model = new ScenariosViewModel(
                new ReadScenarios(
                        around::name,
                        around.texts(),
                        around.assumptions().assumed().get()),
                around.scenarios(),
                around.background());
    }

    Subscription follow(ObservableValue<Loadable<Known>> known) {
        return model.follow(known);
    }

    Node root() {
        return TreasurySection.of(new StatePane<>(model.page(), around.now(), this::content));
    }

    private Node content(ObservableValue<ScenarioPage> page) {
        var table = table();
        Shown.following(table, page, read -> table.renew(read.rows(), ScenarioRow::key));
        table.onOpen(row -> row.own().ifPresent(model::edit));
        var form = new VBox();
        Shown.following(
                form,
                model.form(),
                open -> form.getChildren().setAll(open.map(this::form).stream().toList()));
        return new VBox(8, heading(table), table, said(), form);
    }

    private Node heading(DataTable<ScenarioRow> table) {
        var begin = Buttons.small(Buttons.plain(Icon.PLUS, "New scenario", model::begin));
        begin.setId("scenario-new");
        return Boxes.row(
                8,
                Words.strong("Scenarios"),
                Words.secondary("by the contracts' rules, no chance in it, USDC"),
                Boxes.spacer(),
                ExportLink.csv(
                        "the scenarios",
                        () -> around.saving().save("scenarios.csv", () -> TreasurySection.bytes(table.csv()))),
                begin);
    }

    // ── the table ──────────────────────────────────────────────────────────────────────────────────────────────

    private DataTable<ScenarioRow> table() {
        List<Column<ScenarioRow>> columns = List.of(
                Column.<ScenarioRow>drawn(
                                "What happens", 272, row -> row.name() + ", as " + row.after(), ScenariosPart::name)
                        .growing(),
                amount("Claims", "claims", Outcome::claims),
                amount("Cut", "cut", Outcome::cut),
                amount("Assets lost", "assets", Outcome::assets),
                Column.<ScenarioRow>drawn("Falls short", 104, ScenariosPart::under, ScenariosPart::drawnUnder),
                Column.drawn("", 62, _ -> "", this::acts));
        return new DataTable<>("Scenarios", Density.TWO_LINES, columns, FXCollections.observableArrayList()).fitted();
    }

    private static Node name(ScenarioRow row) {
        var name = Words.name(row.name());
        name.setTooltip(new Tooltip(row.name()));
        name.setMinWidth(0);
        return lines(name, Words.secondary(row.own().isPresent() ? row.after() : "as " + row.after()));
    }

    private static Node lines(Label name, Label under) {
        var lines = new VBox(name, under);
        lines.setAlignment(Pos.CENTER_LEFT);
        return lines;
    }

    private static Column<ScenarioRow> amount(String head, String id, Function<Outcome, TokenAmount> amount) {
        return Column.<ScenarioRow>drawn(head, 84, row -> written(row, amount), row -> {
                    var label = Words.body(written(row, amount));
                    label.setMinWidth(Label.USE_PREF_SIZE);
                    label.setId("scenario-" + row.number() + "-" + id);
                    return label;
                })
                .alignedRight()
                .sortedBy(Comparator.comparing(
                        row -> row.outcome()
                                .map(outcome -> amount.apply(outcome).units())
                                .orElse(null),
                        Comparator.nullsLast(Comparator.naturalOrder())));
    }

    private static String written(ScenarioRow row, Function<Outcome, TokenAmount> amount) {
        return row.outcome()
                .map(outcome -> Numbers.wholeAmount(amount.apply(outcome), Rounding.DUE))
                .orElse(Numbers.MISSING);
    }

    private static String under(ScenarioRow row) {
        return row.outcome().map(Outcome::under).orElse(row.problem());
    }

    private static Node drawnUnder(ScenarioRow row) {
        var words = row.outcome().map(outcome -> Words.body(outcome.under())).orElseGet(() -> {
            var refused = Tone.WARNING.on(Words.body("cannot be run"));
            refused.setGraphic(Icon.ALERT.at(Icon.Size.TAG, Tone.WARNING));
            return refused;
        });
        words.setTooltip(new Tooltip(under(row)));
        return words;
    }

    private Node acts(ScenarioRow row) {
        return row.own()
                .<Node>map(scenario -> {
                    var edit = Buttons.small(
                            Buttons.icon(Icon.PEN, "Change “" + scenario.name() + "”", () -> model.edit(scenario)));
                    edit.setId("scenario-" + row.number() + "-edit");
                    var remove = Buttons.small(
                            Buttons.icon(Icon.TRASH, "Remove “" + scenario.name() + "”", () -> model.remove(scenario)));
                    remove.setId("scenario-" + row.number() + "-remove");
                    return Boxes.row(2, edit, remove);
                })
                .orElseGet(VBox::new);
    }

    /// What came of the last act: a refusal, or that something was removed and can be brought back.
    private Node said() {
        var problem = Words.wrapped(Words.secondary(""));
        Tone.DANGER.on(problem).setGraphic(Icon.PROBLEM.at(Icon.Size.TAG, Tone.DANGER));
        problem.setId("scenario-problem");
        Shown.following(problem, model.problem(), words -> {
            problem.setText(words);
            shown(problem, !words.isEmpty());
        });
        var back = new VBox();
        Shown.following(
                back,
                model.removed(),
                gone -> back.getChildren()
                        .setAll(gone
                                .map(scenario -> Boxes.row(
                                        8,
                                        Words.secondary("“" + scenario.name() + "” is removed."),
                                        new Link("Bring it back", model::bringBack)))
                                .stream()
                                .toList()));
        return new VBox(problem, back);
    }

    private static void shown(Node node, boolean isShown) {
        node.setVisible(isShown);
        node.setManaged(isShown);
    }

    // ── the form ───────────────────────────────────────────────────────────────────────────────────────────────

    private Node form(ScenarioForm open) {
        var name = new Field(
                "What happens", "", open.name().map(text -> Optional.of(Field.Hint.limits(text.length() + " of 80"))));
        name.input().setId("scenario-name");
        name.input().setPromptText("Two bridges are emptied on one day");
        name.input().textProperty().bindBidirectional(open.name());
        var keep = Buttons.plain(open.before().isPresent() ? "Keep the change" : "Keep the scenario", model::keep);
        keep.setId("scenario-keep");
        var leave = Buttons.flat("Cancel", model::leave);
        leave.setId("scenario-leave");
        var box = new VBox(
                12,
                name,
                hits(open),
                finding(open),
                preview(),
                Boxes.row(8, Boxes.growing(Buttons.withReason(keep, open.missing())), leave));
        box.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                model.leave();
                event.consume();
            }
        });
        return Card.of(open.before().isPresent() ? "Change the scenario" : "New scenario", box);
    }

    private Node hits(ScenarioForm open) {
        return new Redrawn<>(open.hits(), hits -> {
            var rows = new VBox(8);
            if (hits.isEmpty()) {
                rows.getChildren().add(Words.secondary("Nothing is hit yet."));
            }
            for (var hit : hits) {
                rows.getChildren().add(hit(open, hit, rows.getChildren().size() + 1));
            }
            return rows;
        });
    }

    private Node hit(ScenarioForm open, ScenarioForm.Hit hit, int number) {
        var share = new Field("Hit by", "%", hit.problem().map(wrong -> wrong.map(Field.Hint::error)));
        share.input().setId("scenario-hit-" + number);
        share.input().setAccessibleText("How hard " + hit.target().name() + " is hit, percent");
        share.input().textProperty().bindBidirectional(hit.share());
        share.input().textProperty().subscribe(_ -> model.look());
        share.setMinWidth(SHARE);
        share.setPrefWidth(SHARE);
        share.setMaxWidth(SHARE * 2);
        var out = Buttons.small(Buttons.icon(Icon.X, "Take " + hit.target().name() + " out", () -> open.takeOut(hit)));
        return Boxes.row(
                12, Boxes.growing(new VBox(2, Words.name(hit.target().name()), detail(hit.target()))), share, out);
    }

    private static Label detail(HitTarget target) {
        return Words.wrapped(Words.secondary(target.detail()));
    }

    private Node finding(ScenarioForm open) {
        var search = new Field(
                "Add what is hit",
                "",
                open.query().map(_ -> Optional.of(Field.Hint.limits("A subject, a venue or a settlement asset"))));
        search.input().setId("scenario-search");
        search.input().setPromptText("Name, kind or number");
        search.input().textProperty().bindBidirectional(open.query());
        search.input().setOnAction(_ -> model.addFirst());
        var found = new VBox();
        Shown.following(found, model.matches(), matches -> {
            found.getChildren().setAll(matches.stream().map(this::match).toList());
            if (matches.isEmpty()) {
                found.getChildren().add(Words.secondary("Nothing that can be hit has these words."));
            }
        });
        return new VBox(6, search, found);
    }

    private Node match(HitTarget target) {
        var words = Boxes.row(
                8,
                Icon.PLUS.at(Icon.Size.TAG, Tone.ACCENT),
                Words.name(target.name()),
                Words.secondary(target.detail()));
        return new RowFace(
                Boxes.padded(words, 5, 0, 5, 0),
                "Add " + target.name() + ", " + target.detail(),
                () -> model.add(target));
    }

    private Node preview() {
        var words = Words.wrapped(Words.secondary(""));
        words.setId("scenario-preview");
        Shown.following(words, model.preview(), came -> {
            words.setText(came.map(ScenariosPart::said).orElse("What it comes to is shown here as you write."));
            (came.isPresent() ? Tone.DEFAULT : Tone.MUTED).on(words);
        });
        return words;
    }

    private static String said(Attempt<Outcome> came) {
        return switch (came) {
            case Attempt.Done<Outcome>(var outcome) ->
                "Claims of " + written(outcome.claims()) + ", of which "
                        + (outcome.cut().units().signum() == 0 ? "nothing" : written(outcome.cut()))
                        + " is cut; " + (outcome.assets().units().signum() == 0 ? "no" : written(outcome.assets()))
                        + " assets are lost; under their minimum: " + outcome.under() + ".";
            case Attempt.Refused<Outcome>(Problem problem) -> problem.toString();
        };
    }

    private static String written(TokenAmount amount) {
        return Numbers.amountWithUnit(amount, Rounding.DUE);
    }
}
