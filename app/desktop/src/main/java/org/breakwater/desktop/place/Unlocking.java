package org.breakwater.desktop.place;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.breakwater.core.problem.Problem;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.Field.Hint;
import org.breakwater.desktop.kit.PassphraseField;
import org.breakwater.desktop.kit.Redrawn;
import org.breakwater.desktop.kit.Shown;

/// Asks for a keystore's passphrase before an act, where it is locked. The act is the same, and so is its button.
///
/// @param isLocked whether the key of whoever acts is
/// @param stillLocked why it still is, where a passphrase did not open it
/// @param unlock is given the passphrase, which it wipes, and does the act once the key is unlocked
public record Unlocking(
        ObservableValue<Boolean> isLocked,
        ObservableValue<Optional<Problem>> stillLocked,
        Consumer<char[]> unlock,
        Runnable cancel) {

    private static final double WIDTH = 320;

    /// @param act what is done with an unlocked key
    public Node before(Button act) {
        return new Redrawn<>(isLocked, locked -> locked ? passphrase(act) : Boxes.row(8, act, cancelling()));
    }

    private Node passphrase(Button act) {
        var field = new PassphraseField("Passphrase of the key", stillLocked.map(Unlocking::hint));
        field.input().setId("action-passphrase");
        field.setMaxWidth(WIDTH);
        Shown.focused(field.input());
        Runnable open = () -> unlock.accept(field.take());
        field.onEnter(open);
        var button = Buttons.primary(unlocked(act.getText()), open);
        button.setId("action-unlock");
        Shown.following(button, field.length(), length -> button.setDisable(length.intValue() == 0));
        return new VBox(8, field, Boxes.row(8, button, cancelling()));
    }

    private static String unlocked(String act) {
        return "Unlock and " + act.substring(0, 1).toLowerCase(Locale.ROOT) + act.substring(1);
    }

    private Button cancelling() {
        return Buttons.plain("Cancel", cancel);
    }

    private static Optional<Hint> hint(Optional<Problem> wrong) {
        return wrong.map(problem -> Hint.error(problem.toString()))
                .or(() -> Optional.of(Hint.limits("The key locks again by itself, as the settings say.")));
    }
}
