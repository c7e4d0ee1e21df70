package org.breakwater.desktop.place;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.breakwater.core.acting.Keyring;
import org.breakwater.core.acting.KeyringState;
import org.breakwater.core.acting.Person;
import org.breakwater.desktop.fx.Attempt;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.Field.Hint;
import org.breakwater.desktop.kit.PassphraseField;
import org.breakwater.desktop.kit.Redrawn;
import org.breakwater.desktop.kit.Shown;

/// What somebody can do with their key, once it is unlocked; before that, the way to unlock it. A passphrase that does
/// not open the key is a sentence, and nothing else happens.
public final class UnlockFirst extends VBox {

    private static final double WIDTH = 320;

    private final Keyring keyring;
    private final Background background;
    private final Person person;
    private final ReadOnlyObjectWrapper<Optional<Hint>> hint = new ReadOnlyObjectWrapper<>(
            Optional.of(Hint.limits("The key locks again by itself, as the settings say.")));

    /// @param person whose key it takes
    /// @param then what can be done with it
    public UnlockFirst(Acting acting, Background background, Person person, Supplier<? extends Node> then) {
        this(acting.keyring(), acting.actions().keyring(), background, person, then);
    }

    /// @param state of the keyring, on the toolkit's thread
    UnlockFirst(
            ObservableValue<KeyringState> state,
            Keyring keyring,
            Background background,
            Person person,
            Supplier<? extends Node> then) {
        this.keyring = keyring;
        this.background = background;
        this.person = person;
        getChildren()
                .add(new Redrawn<>(state.map(ring -> ring.isLocked(person)), locked -> locked ? asking() : then.get()));
    }

    private Node asking() {
        var field = new PassphraseField("Passphrase of the key of " + person.name(), hint);
        field.input().setId("unlock-passphrase");
        field.setMaxWidth(WIDTH);
        Runnable unlock = () -> unlock(field.take());
        field.onEnter(unlock);
        var button = Buttons.plain("Unlock the key", unlock);
        button.setId("unlock-key");
        Shown.following(button, field.length(), length -> button.setDisable(length.intValue() == 0));
        return new VBox(8, field, button);
    }

    private void unlock(char[] passphrase) {
        hint.set(Optional.of(Hint.limits("Opening it")));
        background.run(
                "Unlocking a key",
                () -> Attempt.of(() -> {
                    keyring.unlock(person.address(), passphrase);
                    return person;
                }),
                outcome -> outcome.then(
                        _ -> hint.set(Optional.empty()), wrong -> hint.set(Optional.of(Hint.error(wrong.toString())))));
    }
}
