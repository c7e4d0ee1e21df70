package org.breakwater.desktop.feature.compose;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.breakwater.core.call.OpenSettings.Origin;
import org.breakwater.core.compose.Input;
import org.breakwater.core.compose.ParameterOutlook;
import org.breakwater.core.compose.ParameterOutlook.PoolEffect;
import org.breakwater.core.compose.ParameterOutlook.RuleState;
import org.breakwater.core.compose.Template;
import org.breakwater.core.compose.WrittenValue;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.core.rule.ParameterConsistency.Form;
import org.breakwater.core.rule.ParameterConsistency.Rule;
import org.breakwater.core.rule.Solvency;
import org.breakwater.core.value.BasisPoints;
import org.breakwater.desktop.feature.compose.ComposePage.CallForm;
import org.breakwater.desktop.kit.BeforeAfterTrack;
import org.breakwater.desktop.kit.BoundsTrack;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Card;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Numbers.Rounding;
import org.breakwater.desktop.l10n.ParameterWords;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.place.PoolName;
import org.breakwater.desktop.place.Surroundings;

/// A parameter and the value that it would get: bounds, step, delay, what it does to the pools, and the rules that tie
/// it
/// to others.
final class ParameterPanel {

    private static final double SCOPE_WIDTH = 170;
    private static final double VALUE_WIDTH = 124;
    private static final BasisPoints WHOLE = BasisPoints.of(10_000);
    private static final BeforeAfterTrack.Span SOLVENCY =
            new BeforeAfterTrack.Span(BasisPoints.of(9_000), BasisPoints.of(20_000), WHOLE);

    private final Surroundings around;
    private final List<InputField> fields;
    private final StackPane inForce = new StackPane();
    private final StackPane bounds = new StackPane();

    ParameterPanel(Surroundings around, List<InputField> fields) {
        this.around = around;
        this.fields = fields;
    }

    private InputField field(Input input) {
        return fields.stream()
                .filter(field -> field.input() == input)
                .findFirst()
                .orElseThrow();
    }

    Node inputs() {
        var parameter = (Region) field(Input.PARAMETER).node();
        var scope = (Region) field(Input.SCOPE).node();
        scope.setMinWidth(SCOPE_WIDTH);
        scope.setPrefWidth(SCOPE_WIDTH);
        var first = new HBox(12, Boxes.growing(parameter), scope);
        var value = (Region) field(Input.VALUE).node();
        value.setMinWidth(VALUE_WIDTH);
        value.setMaxWidth(VALUE_WIDTH);
        inForce.setMinWidth(VALUE_WIDTH);
        inForce.setMaxWidth(VALUE_WIDTH);
        var arrow = Boxes.padded(new VBox(Icon.ARROW_RIGHT.at(Icon.Size.BUTTON, Tone.MUTED)), 30, 0, 0, 0);
        var second = new HBox(10, inForce, arrow, value, Boxes.growing(bounds));
        bounds.setMinWidth(0);
        HBox.setMargin(bounds, new Insets(0, 0, 0, 10));
        var links = field(Input.VALUE).links();
        links.setMinWidth(Region.USE_PREF_SIZE);
        var hint = Words.wrapped(Words.secondary(""));
        hint.setId("compose-value-hint");
        hint.setMaxWidth(Double.MAX_VALUE);
        Shown.following(hint, field(Input.VALUE).hint(), words -> InputField.write(hint, words));
        var third = Boxes.row(12, Boxes.growing(hint), links);
        return new VBox(10, first, new VBox(6, second, third));
    }

    /// Follows what is written.
    void show(CallForm form) {
        inForce.getChildren().clear();
        bounds.getChildren().clear();
        form.outlook().ifPresent(outlook -> {
            inForce.getChildren().add(inForce(outlook));
            bounds.getChildren().add(bounds(outlook, form.template()));
        });
    }

    private static Node inForce(ParameterOutlook outlook) {
        var above = Boxes.styled(Words.secondary("In force"), "medium", "field-label");
        Tone.DEFAULT.on(above);
        var unit = outlook.spec().unit();
        var value = Words.muted(WrittenValue.write(unit, outlook.old()));
        value.setId("compose-in-force");
        var filled = Boxes.styled(
                Boxes.row(8, value, Boxes.spacer(), Words.muted(WrittenValue.sign(unit))), "field", "in-force");
        return new VBox(above, filled);
    }

    private static Node bounds(ParameterOutlook outlook, Template template) {
        var spec = outlook.spec();
        var step = template == Template.PROPOSE_CHANGE
                ? ", one step at most " + ParameterWords.difference(spec.unit(), outlook.step())
                : "";
        var above = Boxes.styled(
                Words.secondary("Bounds " + WrittenValue.write(spec.unit(), spec.min()) + " to "
                        + ParameterWords.value(outlook.key(), spec.unit(), spec.max()) + step),
                "medium",
                "field-label");
        Tone.DEFAULT.on(above);
        var track = new BoundsTrack(
                new BoundsTrack.Bounds(spec.min(), spec.max(), outlook.step()), outlook.old(), outlook.value());
        var least = Words.caption(WrittenValue.write(spec.unit(), spec.min()));
        var most = Words.caption(WrittenValue.write(spec.unit(), spec.max()));
        var reach = Words.caption("step " + WrittenValue.write(spec.unit(), outlook.lowest()) + " to "
                + WrittenValue.write(spec.unit(), outlook.highest()));
        least.setMinWidth(Region.USE_PREF_SIZE);
        most.setMinWidth(Region.USE_PREF_SIZE);
        return new VBox(4, above, track, Boxes.row(6, least, Boxes.spacer(), reach, Boxes.spacer(), most));
    }

    /// What stands under the inputs.
    List<Node> cards(CallForm form) {
        var cards = new ArrayList<Node>();
        form.outlook().ifPresent(outlook -> {
            cards.add(times(outlook, form));
            cards.add(effect(outlook));
            cards.add(consistency(outlook));
        });
        return cards;
    }

    private Node times(ParameterOutlook outlook, CallForm form) {
        var spec = outlook.spec();
        var atOnce = form.template() == Template.TIGHTEN_NOW;
        var takes = fact(
                "Takes effect",
                atOnce
                        ? "when executed, no delay"
                        : form.byDao()
                                ? "when carried out"
                                : "from " + Times.dateAndTime(Instant.ofEpochSecond(outlook.earliest())) + " or later");
        var last = fact(
                "Last change, interval " + Times.duration(Duration.ofSeconds(spec.minInterval())),
                outlook.lastChangedAt() == 0
                        ? "never changed"
                        : CallEditor.date(outlook.lastChangedAt())
                                + (outlook.intervalEnds()
                                                <= around.now().getValue().getEpochSecond()
                                        ? ", free again"
                                        : ", free from " + CallEditor.date(outlook.intervalEnds())));
        var back = fact(
                outlook.loosens() ? "To tighten it again" : "To loosen it again",
                outlook.loosens()
                        ? "at once"
                        : Times.duration(Duration.ofSeconds(spec.minDelay())) + " delay, by a proposal");
        var row = new HBox(takes, last, back);
        row.getChildren().forEach(Boxes::growing);
        return Boxes.styled(row, "card-pane", "fact-strip");
    }

    private static Node fact(String name, String value) {
        var fact = new VBox(3, Words.secondary(name), Words.name(value));
        fact.setPrefWidth(100);
        fact.setMinWidth(0);
        return Boxes.styled(fact, "fact-cell");
    }

    // ── effect ─────────────────────────────────────────────────────────────────────────────────────────────────

    private static Node effect(ParameterOutlook outlook) {
        var affected = outlook.pools().stream().filter(PoolEffect::isAffected).toList();
        var capital = outlook.key().equals(ParameterKey.MIN_CAPITAL_RATIO.word());
        var limits = outlook.pools().stream().anyMatch(pool -> pool.limit().isPresent());
        var words = Words.wrapped(Words.body(words(outlook, affected)));
        words.setId("compose-effect-words");
        var content = new VBox();
        if (capital) {
            content.getChildren().add(capitalTable(outlook));
        } else if (limits) {
            content.getChildren().add(limitTable(outlook));
        }
        content.getChildren().add(Boxes.padded(new VBox(words), 10, 14, 10, 14));
        return Card.flush(
                "Effect on the pools, if in force now",
                content,
                capital ? Words.caption("○ before   ● after   | 100 %") : Words.caption(""));
    }

    private static String words(ParameterOutlook outlook, List<PoolEffect> affected) {
        if (outlook.value().isEmpty()) {
            return "Write a value to see what it does.";
        }
        if (affected.isEmpty()) {
            return "It moves no pool's capital now. Sold policies keep their terms.";
        }
        var below = affected.stream()
                .filter(pool ->
                        pool.after().solvencyBps() < 10_000 && pool.before().solvencyBps() >= 10_000)
                .map(pool -> PoolName.inRow(pool.pool().name()))
                .toList();
        var same = outlook.pools().size() - affected.size();
        return (below.isEmpty()
                        ? ""
                        : String.join(", ", below) + (below.size() == 1 ? " falls" : " fall")
                                + " under minimum capital and would stop selling cover. ")
                + (same == 0
                        ? "Every pool is affected."
                        : Numbers.count(affected.size()) + (affected.size() == 1 ? " pool is" : " pools are")
                                + " affected, " + Numbers.count(same) + (same == 1 ? " is" : " are") + " not.")
                + " Sold policies keep their terms.";
    }

    private static GridPane table(String... heads) {
        var grid = new GridPane();
        grid.getStyleClass().add("effect-table");
        for (int column = 0; column < heads.length; column++) {
            var constraints = new ColumnConstraints();
            constraints.setHalignment(column == 0 ? HPos.LEFT : HPos.RIGHT);
            constraints.setHgrow(column == 0 ? Priority.ALWAYS : Priority.SOMETIMES);
            grid.getColumnConstraints().add(constraints);
            var head = Words.secondary(heads[column]);
            head.setMinWidth(Region.USE_PREF_SIZE);
            grid.add(cell(head, "effect-head", column == 0), column, 0);
        }
        return grid;
    }

    private static Node cell(Node content, String style, boolean first) {
        var row = new HBox(4, content);
        row.setAlignment(first ? Pos.CENTER_LEFT : Pos.CENTER_RIGHT);
        return Boxes.styled(row, "effect-cell", style);
    }

    private static String whole(BigInteger units) {
        return Numbers.wholeAmount(SettlementAsset.amount(units), Rounding.HELD);
    }

    private static String due(BigInteger units) {
        return Numbers.wholeAmount(SettlementAsset.amount(units), Rounding.DUE);
    }

    private static GridPane capitalTable(ParameterOutlook outlook) {
        var grid = table("Pool", "Minimum after", "Solvency", "", "Free, USDC");
        var row = 1;
        for (var effect : outlook.pools()) {
            var changed = effect.isAffected();
            var id = "compose-pool-" + effect.pool().poolId();
            grid.add(cell(Words.name(PoolName.inRow(effect.pool().name())), "effect-row", true), 0, row);
            grid.add(
                    cell(
                            changed ? number(due(effect.after().minimum()), id + "-minimum") : Words.muted("unchanged"),
                            "effect-row",
                            false),
                    1,
                    row);
            grid.add(cell(solvency(effect, id), "effect-row", false), 2, row);
            grid.add(cell(track(effect), "effect-row", false), 3, row);
            grid.add(
                    cell(
                            changed ? number(whole(effect.after().free()), id + "-free") : Words.muted("not affected"),
                            "effect-row",
                            false),
                    4,
                    row);
            row++;
        }
        return grid;
    }

    private static Label number(String text, String id) {
        var label = Words.body(text);
        label.setId(id);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static String ratio(long bps) {
        return bps == Solvency.UNBOUNDED ? "nothing insured" : Numbers.ratio(BasisPoints.of(bps));
    }

    private static Node solvency(PoolEffect effect, String id) {
        var before = Words.muted(ratio(effect.before().solvencyBps()));
        if (!effect.isAffected()) {
            return Boxes.row(4, before, Words.muted("same"));
        }
        var tone = tone(effect);
        var after = tone.on(Words.strong(ratio(effect.after().solvencyBps())));
        after.setId(id + "-solvency");
        after.setMinWidth(Region.USE_PREF_SIZE);
        before.setMinWidth(Region.USE_PREF_SIZE);
        var row = Boxes.row(4, before, Icon.ARROW_RIGHT.at(Icon.Size.TAG, Tone.MUTED), after);
        if (tone != Tone.DEFAULT) {
            row.getChildren().add(Icon.ALERT.at(Icon.Size.TAG, tone));
        }
        return row;
    }

    /// Less than five points above minimum capital is worth a look.
    private static Tone tone(PoolEffect effect) {
        var after = effect.after().solvencyBps();
        return after < 10_000 ? Tone.DANGER : after < 10_500 ? Tone.WARNING : Tone.DEFAULT;
    }

    private static Node track(PoolEffect effect) {
        if (effect.before().solvencyBps() == Solvency.UNBOUNDED) {
            return Words.muted("");
        }
        var tone = tone(effect);
        var track = new BeforeAfterTrack(
                SOLVENCY,
                BasisPoints.of(effect.before().solvencyBps()),
                BasisPoints.of(effect.after().solvencyBps()),
                tone == Tone.DEFAULT ? Tone.ACCENT : tone);
        track.setMinWidth(68);
        track.setPrefWidth(68);
        return track;
    }

    private static GridPane limitTable(ParameterOutlook outlook) {
        var grid = table("Pool", "Comes to", "After, USDC");
        var row = 1;
        for (var effect : outlook.pools()) {
            var limit = effect.limit();
            var same = !effect.isAffected();
            var id = "compose-pool-" + effect.pool().poolId();
            grid.add(cell(Words.name(PoolName.inRow(effect.pool().name())), "effect-row", true), 0, row);
            grid.add(
                    cell(
                            Words.muted(
                                    limit.map(amount -> whole(amount.before())).orElse(Numbers.MISSING)),
                            "effect-row",
                            false),
                    1,
                    row);
            grid.add(
                    cell(
                            same
                                    ? Words.muted("unchanged")
                                    : number(
                                            limit.map(amount -> whole(amount.after()))
                                                    .orElse(Numbers.MISSING),
                                            id + "-limit"),
                            "effect-row",
                            false),
                    2,
                    row);
            row++;
        }
        return grid;
    }

    // ── consistency ────────────────────────────────────────────────────────────────────────────────────────────

    private static Node consistency(ParameterOutlook outlook) {
        var rows = new VBox();
        outlook.rules().forEach(rule -> rows.getChildren().add(rule(rule, outlook)));
        outlook.clashes()
                .forEach(clash -> rows.getChildren()
                        .add(line(
                                Severity.WARNING,
                                Words.body("Cannot be executed together with what is pending"),
                                origin(clash.origin()))));
        outlook.stale()
                .forEach(id -> rows.getChildren()
                        .add(line(
                                Severity.WARNING,
                                Words.body("Expects "
                                        + WrittenValue.words(outlook.spec().unit(), outlook.old())
                                        + " in force, and could not be executed any more"),
                                "change " + id)));
        if (rows.getChildren().isEmpty()) {
            rows.getChildren().add(line(Severity.PASSED, Words.body("No rule ties this parameter to another"), ""));
        }
        var hold = outlook.rules().stream().filter(RuleState::holds).count();
        var broken = outlook.rules().size() - hold;
        var clashes = outlook.clashes().size() + outlook.stale().size();
        var summary = Numbers.count(hold)
                + (hold == 1 ? " holds" : " hold")
                + (broken == 0 ? "" : ", " + Numbers.count(broken) + " broken")
                + (clashes == 0 ? "" : ", " + Numbers.count(clashes) + (clashes == 1 ? " clash" : " clashes"));
        return Card.flush("Consistency, with what is pending", rows, Words.secondary(summary));
    }

    private static String origin(Origin origin) {
        return switch (origin) {
            case Origin.OfChange(var id) -> "change " + id;
            case Origin.OfProposal _ -> "a proposal of the DAO";
        };
    }

    private static Node rule(RuleState state, ParameterOutlook outlook) {
        return line(
                state.holds() ? Severity.PASSED : Severity.BLOCK,
                Words.mono(sign(state.rule())),
                values(state, outlook));
    }

    private static String sign(Rule rule) {
        return switch (rule.form()) {
            case AT_MOST -> rule.key() + " ≤ " + rule.other();
            case BELOW -> rule.key() + " < " + rule.other();
            case SUM_AT_MOST_ONE -> rule.key() + " + " + rule.other() + " ≤ 100 %";
            case RISES_WITH_LEVEL -> rule.key() + " rises with the level";
        };
    }

    private static String values(RuleState state, ParameterOutlook outlook) {
        var between = switch (state.rule().form()) {
            case AT_MOST, RISES_WITH_LEVEL -> " ≤ ";
            case BELOW -> " < ";
            case SUM_AT_MOST_ONE -> " + ";
        };
        var unit = outlook.spec().unit();
        var values = state.values().stream()
                .map(value -> WrittenValue.write(unit, value))
                .toList();
        return String.join(between, values) + (state.rule().form() == Form.SUM_AT_MOST_ONE ? " ≤ 100" : "");
    }

    private static Node line(Severity severity, Label words, String trailing) {
        var right = Words.secondary(trailing);
        right.setMinWidth(Region.USE_PREF_SIZE);
        return Boxes.styled(
                Boxes.row(8, severity.icon().at(Icon.Size.BUTTON, severity.tone()), words, Boxes.spacer(), right),
                "rule-row");
    }
}
