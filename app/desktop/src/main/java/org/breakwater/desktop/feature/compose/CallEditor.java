package org.breakwater.desktop.feature.compose;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.breakwater.core.call.CallReading;
import org.breakwater.core.compose.Input;
import org.breakwater.desktop.feature.compose.ComposePage.CallForm;
import org.breakwater.desktop.feature.compose.ComposePage.Fact;
import org.breakwater.desktop.feature.compose.ComposePage.Meaning;
import org.breakwater.desktop.feature.compose.ComposePage.PowerWords;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Card;
import org.breakwater.desktop.kit.FactGrid;
import org.breakwater.desktop.kit.FreshnessBadge;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Tag;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.place.BlockBadge;
import org.breakwater.desktop.place.Surroundings;

/// The call that is being written: its inputs, what limits them, and what it does. The inputs are made anew only when
/// another call is chosen; everything else follows them.
final class CallEditor {

    private static final double NAMES = 190;

    private final Surroundings around;
    private final ComposeViewModel model;
    private final ObservableValue<ComposePage> page;
    private final StackPane node = new StackPane();
    private List<InputField> fields = List.of();
    private Optional<Shape> drawn = Optional.empty();
    private final VBox extras = new VBox(12);
    private final StackPane power = new StackPane();
    private Optional<ParameterPanel> panel = Optional.empty();

    /// What has to be drawn anew when it changes.
    private record Shape(int number, int revision, List<Input> inputs) {}

    CallEditor(Surroundings around, ComposeViewModel model, ObservableValue<ComposePage> page) {
        this.around = around;
        this.model = model;
        this.page = page;
        Shown.following(node, page, _ -> show());
        Shown.following(node, model.revision(), _ -> show());
    }

    Node node() {
        return node;
    }

    private void show() {
        var form = page.getValue().form();
        if (form.isEmpty() || form.get().number() != model.selected().get() + 1) {
            if (form.isEmpty()) {
                drawn = Optional.empty();
                node.getChildren().clear();
            }
            return;
        }
        var shape = new Shape(
                form.get().number(),
                model.revision().get(),
                form.get().fields().stream().map(FieldState::input).toList());
        if (drawn.filter(shape::equals).isEmpty()) {
            var focus =
                    drawn.filter(before -> before.number() == shape.number()).flatMap(_ -> focused());
            draw(form.get());
            drawn = Optional.of(shape);
            focus.or(() -> Optional.of(shape.inputs())
                            .filter(inputs -> !inputs.isEmpty())
                            .map(List::getFirst))
                    .ifPresent(this::focus);
        } else {
            follow(form.get());
        }
    }

    private Optional<Input> focused() {
        return fields.stream()
                .filter(field -> field.focus().isFocused())
                .findFirst()
                .map(InputField::input);
    }

    private void focus(Input input) {
        fields.stream()
                .filter(field -> field.input() == input)
                .findFirst()
                .ifPresent(field -> field.focus().requestFocus());
    }

    private String text(Input input) {
        return model.draft().get().calls().get(model.selected().get()).text(input);
    }

    private void draw(CallForm form) {
        var parameter = form.template().setsParameter();
        fields = form.fields().stream()
                .map(state ->
                        new InputField(state, text(state.input()), model, parameter && state.input() == Input.VALUE))
                .toList();
        var body = new VBox(12, heading(form));
        if (parameter) {
            var drawnPanel = new ParameterPanel(around, fields);
            panel = Optional.of(drawnPanel);
            body.getChildren().add(drawnPanel.inputs());
        } else {
            panel = Optional.empty();
            fields.forEach(field -> body.getChildren().add(field.node()));
        }
        body.getChildren().add(extras);
        if (parameter) {
            fields.stream()
                    .filter(field -> field.input() == Input.REASON)
                    .forEach(field -> body.getChildren().add(field.node()));
        }
        follow(form);
        var scroll = new ScrollPane(Boxes.padded(body, 14, 20, 16, 20));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("plain-scroll");
        scroll.setFocusTraversable(false);
        node.getChildren().setAll(scroll);
        node.applyCss(); // a scroll pane takes its content into the scene only when it is styled
    }

    private Node heading(CallForm form) {
        var title = Words.section("Call " + form.number() + ": "
                + form.template().title().substring(0, 1).toLowerCase(Locale.ROOT)
                + form.template().title().substring(1));
        title.setId("compose-call-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        FreshnessBadge badge = BlockBadge.of(page.map(read -> read.known().block()), around.now());
        return Boxes.row(10, title, power, Boxes.spacer(), badge);
    }

    private void follow(CallForm form) {
        for (int i = 0; i < fields.size(); i++) {
            var field = fields.get(i);
            form.fields().stream()
                    .filter(state -> state.input() == field.input())
                    .findFirst()
                    .ifPresent(state -> field.show(state, text(field.input())));
        }
        power.getChildren().setAll(form.power().map(CallEditor::tag).stream().toList());
        panel.ifPresent(shown -> shown.show(form));
        extras.getChildren().setAll(cards(form));
    }

    private static Tag tag(PowerWords words) {
        return new Tag(
                Tag.Look.NEUTRAL,
                words.waits() ? Icon.CLOCK : Icon.SHIELD,
                words.waits() ? "after " + words.word() : words.word());
    }

    private List<Node> cards(CallForm form) {
        var cards = new ArrayList<Node>();
        panel.ifPresent(shown -> cards.addAll(shown.cards(form)));
        if (!form.facts().isEmpty()) {
            cards.add(Card.of("What limits it", facts(form.facts())));
        }
        if (panel.isEmpty()) {
            form.meaning().ifPresent(meaning -> cards.add(Card.of("What it does", meaning(meaning, form))));
        }
        return cards;
    }

    private static Node facts(List<Fact> facts) {
        var grid = FactGrid.of(NAMES);
        facts.forEach(fact -> grid.add(fact.name(), fact.value()));
        return grid;
    }

    private Node meaning(Meaning meaning, CallForm form) {
        var sentence = Words.wrapped(Words.name(meaning.sentence()));
        sentence.setId("compose-meaning");
        var grid = FactGrid.of(NAMES).add("Calls", around.chip(meaning.target()));
        if (meaning.reading() instanceof CallReading.Understood understood) {
            grid.add("Function", understood.function());
        }
        form.power().ifPresent(words -> grid.add("When", words.sentence()));
        return new VBox(10, sentence, grid);
    }

    static String date(long seconds) {
        return Times.date(Instant.ofEpochSecond(seconds));
    }
}
