package org.breakwater.desktop.feature.review;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.layout.VBox;
import org.breakwater.core.value.Hash32;
import org.breakwater.desktop.kit.Field;
import org.breakwater.desktop.kit.Field.Hint;
import org.breakwater.desktop.kit.Severity;

/// Where a person types the hash that a second machine shows.
final class SecondMachineField extends VBox {

    private final ReviewViewModel model;
    private final ReadOnlyObjectWrapper<Optional<Hint>> hint =
            new ReadOnlyObjectWrapper<>(hint(new SecondMachine.Untouched()));

    SecondMachineField(ReviewViewModel model) {
        this.model = model;
        var field = new Field("Hash from a second machine", "", hint);
        var input = field.input();
        input.setId("review-second-machine");
        input.getStyleClass().add("mono");
        input.setText(model.comparedWith().map(Hash32::toString).orElse(""));
        hint.set(hint(SecondMachine.of(input.getText())));
        input.textProperty().subscribe((_, typed) -> typed(typed, false));
        input.setOnAction(_ -> typed(input.getText(), true));
        getChildren().add(field);
    }

    /// @param done whether the person says that this is all
    private void typed(String typed, boolean done) {
        var read = SecondMachine.of(typed);
        hint.set(done && read instanceof SecondMachine.Part(var digits) ? Optional.of(notWhole(digits)) : hint(read));
        if (read instanceof SecondMachine.Whole(var hash)) {
            model.compare(hash);
        }
    }

    private Optional<Hint> hint(SecondMachine read) {
        return Optional.of(
                switch (read) {
                    case SecondMachine.Untouched _ -> Hint.limits("All 64 digits. The first and the last can be made.");
                    case SecondMachine.Part(var digits) when digits > SecondMachine.DIGITS -> notWhole(digits);
                    case SecondMachine.Part(var digits) ->
                        Hint.limits(digits + " of " + SecondMachine.DIGITS + " digits");
                    case SecondMachine.NoHash _ -> Hint.error("A hash has the digits 0 to 9 and a to f alone.");
                    case SecondMachine.Whole(var hash)
                    when model.isOwn(hash) -> new Hint(Severity.PASSED, "The same as the safeTxHash above.");
                    case SecondMachine.Whole _ ->
                        Hint.error("Another hash. One of the two machines does not look at what is signed.");
                });
    }

    private static Hint notWhole(int digits) {
        return Hint.error("Type all " + SecondMachine.DIGITS + " digits; these are " + digits + ".");
    }
}
