package org.breakwater.desktop.kit;

import java.util.Arrays;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.breakwater.desktop.kit.Field.Hint;

/// Takes a passphrase without ever making a `String` of it, as a text field would with each key: the characters stand
/// in one array that is wiped when they are taken, and when the field goes out of the window. It draws a dot for each.
/// Typing adds at the end, Backspace takes the last one away, with Control all of them.
public final class PassphraseField extends VBox {

    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final PseudoClass FOCUS = PseudoClass.getPseudoClass("within");
    private static final int MOST = 1_000;
    private static final int DRAWN = 40;
    private static final char FIRST_PRINTED = ' ';
    private static final char DELETE = '\u007F';

    private final char[] characters = new char[MOST];
    private final ReadOnlyIntegerWrapper length = new ReadOnlyIntegerWrapper();
    private final Label dots = Words.body("");
    private final Region caret = Boxes.styled(new Region(), "passphrase-caret");
    private final HBox frame = Boxes.styled(Boxes.row(1, dots, caret), "field", "passphrase");
    private final Label under = Words.wrapped(Words.secondary(""));
    private Runnable entered = () -> {};

    /// @param label what is asked for; read out with the field
    public PassphraseField(String label, ObservableValue<Optional<Hint>> hint) {
        var above = Boxes.styled(Words.secondary(label), "medium", "field-label");
        above.setLabelFor(frame);
        Tone.DEFAULT.on(above);
        frame.setFocusTraversable(true);
        frame.setAccessibleRole(AccessibleRole.PASSWORD_FIELD);
        frame.setAccessibleText(label);
        frame.focusedProperty().subscribe(focused -> {
            frame.pseudoClassStateChanged(FOCUS, focused);
            caret.setVisible(focused);
        });
        frame.setOnMousePressed(_ -> frame.requestFocus());
        frame.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        frame.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        getChildren().addAll(above, frame, under);
        getStyleClass().add("field-pane");
        Shown.following(this, hint, this::show);
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                wipe();
            }
        });
    }

    /// What takes the focus.
    public Region input() {
        return frame;
    }

    /// What Enter does.
    public void onEnter(Runnable act) {
        entered = act;
    }

    /// How many characters there are.
    public ReadOnlyIntegerProperty length() {
        return length.getReadOnlyProperty();
    }

    /// What was entered; it is the caller's, who wipes it, and the field is empty.
    public char[] take() {
        var taken = Arrays.copyOf(characters, length.get());
        wipe();
        return taken;
    }

    /// Empties the field.
    public void wipe() {
        Arrays.fill(characters, '\0');
        resize(0);
    }

    private void resize(int characters) {
        length.set(characters);
        dots.setText("•".repeat(Math.min(characters, DRAWN)));
    }

    private void typed(KeyEvent event) {
        if (isCommand(event)) {
            return;
        }
        append(event.getCharacter());
        event.consume();
    }

    private void append(String typed) {
        for (int i = 0; i < typed.length(); i++) {
            var character = typed.charAt(i);
            if (character >= FIRST_PRINTED && character != DELETE && length.get() < MOST) {
                characters[length.get()] = character;
                resize(length.get() + 1);
            }
        }
    }

    /// Alt and Control together make characters on some keyboards.
    private static boolean isCommand(KeyEvent event) {
        return event.isControlDown() != event.isAltDown() || event.isMetaDown();
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case TAB, ESCAPE -> {}
            case ENTER -> {
                entered.run();
                event.consume();
            }
            case BACK_SPACE -> {
                removeLast(event.isShortcutDown());
                event.consume();
            }
            default -> other(event);
        }
    }

    private void other(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.V) {
            var pasted = Clipboard.getSystemClipboard().getString();
            if (pasted != null) {
                append(pasted);
            }
            event.consume();
        } else if (!isCommand(event) && !event.getCode().isFunctionKey()) {
            event.consume(); // a key alone is a character here, and no command
        }
    }

    private void removeLast(boolean all) {
        if (all) {
            wipe();
        } else if (length.get() > 0) {
            var last = length.get() - 1;
            var half = last > 0 && Character.isSurrogatePair(characters[last - 1], characters[last]);
            var first = half ? last - 1 : last;
            Arrays.fill(characters, first, last + 1, '\0');
            resize(first);
        }
    }

    private void show(Optional<Hint> hint) {
        var wrong = hint.filter(words -> words.severity() == Severity.BLOCK).isPresent();
        frame.pseudoClassStateChanged(ERROR, wrong);
        under.setManaged(hint.isPresent());
        under.setVisible(hint.isPresent());
        frame.setAccessibleHelp(hint.map(Hint::words).orElse(""));
        hint.ifPresent(words -> {
            var tone = words.severity() == Severity.NOTE
                    ? Tone.MUTED
                    : words.severity().tone();
            tone.on(under).setText(words.words());
            under.setGraphic(wrong ? Icon.PROBLEM.at(Icon.Size.TAG, tone) : null);
        });
    }
}
