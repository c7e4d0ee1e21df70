package org.breakwater.desktop.place;

import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.layout.FlowPane;
import org.breakwater.core.review.HoldUp;
import org.breakwater.desktop.kit.Field;
import org.breakwater.desktop.kit.Field.Hint;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.kit.Words;

/// One thing that holds a transaction, with the field in which it is settled by typing what it is.
public final class SettlingRow extends FlowPane {

    private static final double FIELD = 260;
    private static final double WORDS = 300;

    /// @param found in words for people
    /// @param settle takes what was typed, once it is right
    public SettlingRow(HoldUp holdUp, String found, BiConsumer<HoldUp, String> settle) {
        super(16, 6);
        var evidence = Words.wrapped(Words.body(found));
        evidence.setGraphic(Icon.LOCK.at(Icon.Size.ROW, Severity.HOLD.tone()));
        evidence.setPrefWidth(WORDS);
        widthProperty().subscribe(width -> evidence.setPrefWidth(words(width.doubleValue())));
        getChildren().addAll(evidence, field(holdUp, settle));
    }

    /// Beside the field where both have room, else above it.
    private static double words(double width) {
        var beside = width - FIELD - 16;
        return Math.max(0, beside >= WORDS ? beside - 1 : width - 1);
    }

    private static Field field(HoldUp holdUp, BiConsumer<HoldUp, String> settle) {
        var hint = new ReadOnlyObjectWrapper<>(Optional.of(Hint.limits("Type: " + holdUp.phrase() + ", then Enter")));
        var field = new Field(holdUp.id() + ", " + holdUp.id().title(), "", hint);
        field.input().setId("settle-" + holdUp.id());
        field.setPrefWidth(FIELD);
        field.setMinWidth(FIELD);
        field.input().setOnAction(_ -> {
            var typed = field.input().getText();
            if (holdUp.isNamedBy(typed)) {
                settle.accept(holdUp, typed);
            } else {
                hint.set(Optional.of(Hint.error("Not that. Type: " + holdUp.phrase())));
            }
        });
        return field;
    }
}
