package org.breakwater.desktop.kit;

import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A text field with its label above, its unit inside, and under it what may be entered or what is wrong.
public final class Field extends VBox {

    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final PseudoClass FOCUS = PseudoClass.getPseudoClass("within");

    /// What stands under a field.
    public record Hint(Severity severity, String words) {

        /// What may be entered.
        public static Hint limits(String words) {
            return new Hint(Severity.NOTE, words);
        }

        /// What is wrong, and the value that would work.
        public static Hint error(String words) {
            return new Hint(Severity.BLOCK, words);
        }
    }

    private final TextField input = new TextField();
    private final HBox frame = Boxes.styled(Boxes.row(8, Boxes.growing(input)), "field");
    private final Label under = Words.wrapped(Words.secondary(""));

    /// @param label what is asked for; read out with the field
    /// @param unit what stands at its right end; may be empty
    public Field(String label, String unit, ObservableValue<Optional<Hint>> hint) {
        this(label, new ReadOnlyStringWrapper(unit), hint);
    }

    /// @param label what is asked for; read out with the field
    /// @param unit what stands at its right end as long as it is not empty
    public Field(String label, ObservableValue<String> unit, ObservableValue<Optional<Hint>> hint) {
        var above = Boxes.styled(Words.secondary(label), "medium", "field-label");
        above.setLabelFor(input);
        Tone.DEFAULT.on(above);
        input.getStyleClass().setAll("field-input");
        input.setAccessibleText(label);
        var sign = Words.muted("");
        sign.setMinWidth(USE_PREF_SIZE);
        frame.getChildren().add(sign);
        getChildren().addAll(above, frame, under);
        getStyleClass().add("field-pane");
        input.focusedProperty().subscribe(focused -> frame.pseudoClassStateChanged(FOCUS, focused));
        Shown.following(this, hint, this::show);
        Shown.following(this, unit, words -> {
            sign.setText(words);
            sign.setManaged(!words.isEmpty());
        });
    }

    public TextField input() {
        return input;
    }

    private void show(Optional<Hint> hint) {
        var wrong = hint.filter(words -> words.severity() == Severity.BLOCK).isPresent();
        frame.pseudoClassStateChanged(ERROR, wrong);
        under.setManaged(hint.isPresent());
        under.setVisible(hint.isPresent());
        input.setAccessibleHelp(hint.map(Hint::words).orElse(""));
        hint.ifPresent(words -> {
            var tone = words.severity() == Severity.NOTE
                    ? Tone.MUTED
                    : words.severity().tone();
            tone.on(under).setText(words.words());
            under.setGraphic(words.severity() == Severity.NOTE ? null : icon(words.severity(), tone));
        });
    }

    private static Node icon(Severity severity, Tone tone) {
        return (severity == Severity.BLOCK ? Icon.PROBLEM : severity.icon()).at(Icon.Size.TAG, tone);
    }
}
