package org.breakwater.desktop.feature.review;

import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.breakwater.core.acting.Person;
import org.breakwater.core.problem.Problem;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.Field.Hint;
import org.breakwater.desktop.kit.PassphraseField;
import org.breakwater.desktop.kit.Redrawn;
import org.breakwater.desktop.kit.Shown;

/// Asks for a keystore's passphrase before an act, where it is locked. The act is the same, and so is its button.
final class Unlocking {

    private static final double WIDTH = 320;

    private Unlocking() {}

    /// @param person whose key the act takes
    /// @param act what is done once it is unlocked
    static Node before(ActionsViewModel model, Person person, Button act) {
        return new Redrawn<>(
                model.isLocked(person), locked -> locked ? passphrase(model, act) : Boxes.row(8, act, cancel(model)));
    }

    private static Node passphrase(ActionsViewModel model, Button act) {
        var field =
                new PassphraseField("Passphrase of the key", model.stillLocked().map(Unlocking::hint));
        field.input().setId("action-passphrase");
        field.setMaxWidth(WIDTH);
        field.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                field.input().requestFocus();
            }
        });
        Runnable unlock = () -> model.unlock(field.take());
        field.onEnter(unlock);
        var button = Buttons.primary(unlocked(act.getText()), unlock);
        button.setId("action-unlock");
        Shown.following(button, field.length(), length -> button.setDisable(length.intValue() == 0));
        return new VBox(8, field, Boxes.row(8, button, cancel(model)));
    }

    private static String unlocked(String act) {
        return "Unlock and " + act.substring(0, 1).toLowerCase(Locale.ROOT) + act.substring(1);
    }

    private static Button cancel(ActionsViewModel model) {
        return Buttons.plain("Cancel", model::cancel);
    }

    private static Optional<Hint> hint(Optional<Problem> wrong) {
        return wrong.map(problem -> Hint.error(problem.toString()))
                .or(() -> Optional.of(Hint.limits("The key locks again by itself, as the settings say.")));
    }
}
