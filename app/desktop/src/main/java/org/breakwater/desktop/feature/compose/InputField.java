package org.breakwater.desktop.feature.compose;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.breakwater.core.compose.Input;
import org.breakwater.desktop.feature.compose.FieldState.Option;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Field;
import org.breakwater.desktop.kit.Field.Hint;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Link;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.jspecify.annotations.Nullable;

/// An input of the call that is being written, as a control that follows what is known of it. What stands in it is the
/// person's alone: it is set once, when the field is made.
final class InputField {

    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final int ROWS = 4;
    private static final int SHORT = 5;
    private static final int VISIBLE_OPTIONS = 14;

    private final Input input;
    private final ComposeViewModel model;
    private final VBox node = new VBox(0);
    private final HBox links = Boxes.row(12);
    private final ReadOnlyObjectWrapper<Optional<Hint>> hint = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Node control;
    private final boolean apart;
    private final ReadOnlyStringWrapper label = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper unit = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Hint>> under = new ReadOnlyObjectWrapper<>(Optional.empty());
    private @Nullable ComboBox<Option> choices;
    private boolean following;

    /// @param apart whether hint and links stand elsewhere
    InputField(FieldState state, String text, ComposeViewModel model, boolean apart) {
        this.input = state.input();
        this.model = model;
        this.apart = apart;
        this.control = switch (state.kind()) {
            case LINE, REASON -> line(state, text);
            case LINES -> lines(state, text);
            case CHOICE -> choice(state);
        };
        node.getChildren().add(control);
        if (!apart) {
            node.getChildren().add(links);
        }
        node.getStyleClass().add("input-pane");
        show(state, text);
    }

    Input input() {
        return input;
    }

    Node node() {
        return node;
    }

    /// What is typed into.
    Node focus() {
        return switch (control) {
            case Field field -> field.input();
            case VBox pane -> pane.getChildren().get(1);
            default -> control;
        };
    }

    /// Texts that would work, as links of their own.
    HBox links() {
        return links;
    }

    private String id() {
        return "compose-" + input.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Field line(FieldState state, String text) {
        var field = new Field(state.label(), unit, under);
        field.input().setPrefColumnCount(SHORT);
        follow(field.input(), text);
        return field;
    }

    private void follow(TextInputControl control, String text) {
        control.setId(id());
        control.setText(text);
        control.textProperty().subscribe((_, written) -> model.write(input, written));
    }

    private VBox lines(FieldState state, String text) {
        var area = new TextArea();
        area.setPrefRowCount(ROWS);
        area.setWrapText(true);
        area.setAccessibleText(state.label());
        area.getStyleClass().add("input-area");
        follow(area, text);
        return labelled(area);
    }

    private VBox choice(FieldState state) {
        var box = new ComboBox<Option>();
        box.setId(id());
        box.setMaxWidth(Double.MAX_VALUE);
        box.setVisibleRowCount(VISIBLE_OPTIONS);
        box.setAccessibleText(state.label());
        box.setPromptText("Choose");
        box.setCellFactory(_ -> new OptionCell());
        box.setButtonCell(new OptionCell());
        box.valueProperty().subscribe((_, chosen) -> {
            if (!following && chosen != null) {
                model.write(input, chosen.value());
            }
        });
        choices = box;
        return labelled(box);
    }

    private VBox labelled(Node asked) {
        var above = Boxes.styled(Words.secondary(""), "medium", "field-label");
        above.textProperty().bind(label);
        above.setLabelFor(asked);
        Tone.DEFAULT.on(above);
        var below = Words.wrapped(Words.secondary(""));
        under.subscribe(words -> write(below, words));
        return Boxes.styled(new VBox(above, asked, below), "field-pane");
    }

    /// What stands under it, or elsewhere.
    ObservableValue<Optional<Hint>> hint() {
        return hint.getReadOnlyProperty();
    }

    static void write(Label under, Optional<Hint> hint) {
        under.setManaged(hint.isPresent());
        under.setVisible(hint.isPresent());
        hint.ifPresent(words -> {
            var tone = words.severity() == Severity.NOTE
                    ? Tone.MUTED
                    : words.severity().tone();
            tone.on(under).setText(words.words());
            under.setGraphic(
                    words.severity() == Severity.NOTE
                            ? null
                            : icon(words.severity()).at(Icon.Size.TAG, tone));
        });
    }

    private static Icon icon(Severity severity) {
        return severity == Severity.BLOCK ? Icon.PROBLEM : severity.icon();
    }

    /// Follows what is known. What stands in it stays as it is.
    void show(FieldState state, String text) {
        label.set(state.label());
        unit.set(state.unit());
        hint.set(state.hint());
        under.set(apart ? Optional.empty() : state.hint());
        if (apart && control instanceof Field field) {
            field.getChildren()
                    .get(1)
                    .pseudoClassStateChanged(
                            ERROR,
                            state.hint()
                                    .filter(words -> words.severity() == Severity.BLOCK)
                                    .isPresent());
        }
        var box = choices;
        if (box != null) {
            follow(box, state.options(), text);
        }
        links.getChildren()
                .setAll(state.works().stream()
                        .filter(works -> !works.equals(text))
                        .map(works -> new Link("Use " + works, () -> model.use(input, works)))
                        .toList());
        links.setVisible(!links.getChildren().isEmpty());
        links.setManaged(links.isVisible());
    }

    private void follow(ComboBox<Option> box, List<Option> options, String text) {
        following = true;
        if (!box.getItems().equals(options)) {
            box.getItems().setAll(options);
        }
        box.setValue(options.stream()
                .filter(option -> option.value().equals(text))
                .findFirst()
                .or(() -> usual(options, text))
                .orElse(null));
        following = false;
    }

    /// A value that is written for no place holds everywhere else, which is the first option.
    private Optional<Option> usual(List<Option> options, String text) {
        return input == Input.SCOPE && text.isEmpty() ? options.stream().findFirst() : Optional.empty();
    }

    /// An option with its second words.
    private static final class OptionCell extends ListCell<Option> {

        @Override
        protected void updateItem(@Nullable Option option, boolean empty) {
            super.updateItem(option, empty);
            if (option == null || empty) {
                setText(null);
                setGraphic(null);
            } else {
                var detail = Words.mono(option.detail());
                Tone.MUTED.on(detail);
                setText(null);
                setGraphic(Boxes.row(8, Words.name(option.words()), detail));
                setAccessibleText((option.words() + " " + option.detail()).strip());
            }
        }
    }
}
