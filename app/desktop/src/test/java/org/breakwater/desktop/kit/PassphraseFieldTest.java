package org.breakwater.desktop.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.fx.SceneWalk;
import org.breakwater.desktop.kit.Field.Hint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PassphraseFieldTest extends FxTest {

    private PassphraseField field;
    private VBox root;

    @BeforeEach
    void open() {
        field = onFx(() ->
                new PassphraseField("Passphrase", new ReadOnlyObjectWrapper<>(Optional.of(Hint.limits("Type it")))));
        root = onFx(() -> {
            var column = new VBox(field);
            new Scene(column).getRoot().applyCss();
            return column;
        });
    }

    private void type(String words) {
        doOnFx(() -> words.codePoints()
                .mapToObj(Character::toString)
                .forEach(character -> fire(KeyEvent.KEY_TYPED, character, KeyCode.UNDEFINED, false)));
    }

    private void fire(EventType<KeyEvent> type, String character, KeyCode code, boolean control) {
        field.input().fireEvent(new KeyEvent(type, character, character, code, false, control, false, false));
    }

    private void press(KeyCode code, boolean control) {
        doOnFx(() -> fire(KeyEvent.KEY_PRESSED, "", code, control));
    }

    private String taken() {
        return new String(onFx(field::take));
    }

    @Test
    void whatIsTypedIsTakenOnceAndGoneFromTheField() {
        type("correct – 🐎");
        assertThat(field.length().get()).isEqualTo(12);
        assertThat(taken()).isEqualTo("correct – 🐎");
        assertThat(field.length().get()).isZero();
        assertThat(taken()).isEmpty();
    }

    @Test
    void backspaceTakesTheLastCharacterWholeAndWithControlAll() {
        type("ab🐎");
        press(KeyCode.BACK_SPACE, false);
        assertThat(field.length().get()).as("both halves of it").isEqualTo(2);
        press(KeyCode.BACK_SPACE, false);
        assertThat(taken()).isEqualTo("a");
        type("abc");
        press(KeyCode.BACK_SPACE, true);
        press(KeyCode.BACK_SPACE, false);
        assertThat(taken()).isEmpty();
    }

    @Test
    void keysThatAreNoCharactersAddNothing() {
        type("\u0008\u007f\r\t\u001b");
        doOnFx(() -> fire(KeyEvent.KEY_TYPED, "c", KeyCode.UNDEFINED, true));
        assertThat(field.length().get()).isZero();
    }

    @Test
    void itDrawsDotsAndHasNoTextOfWhatWasTyped() {
        type("secret words");
        var drawn = onFx(() -> SceneWalk.visible(root.getScene()).stream()
                .filter(Label.class::isInstance)
                .map(node -> ((Label) node).getText())
                .toList());
        assertThat(drawn).contains("•".repeat(12)).noneMatch(words -> words.contains("secret"));
        assertThat(field.toString()).doesNotContain("secret");
        assertThat(onFx(() -> SceneWalk.visible(root.getScene()).stream()
                        .filter(TextInputControl.class::isInstance)
                        .toList()))
                .as("a text control would make a String with each key")
                .isEmpty();
    }

    @Test
    void whatWasTypedIsWipedWhenItLeavesTheWindow() {
        type("secret words");
        doOnFx(() -> root.getChildren().clear());
        assertThat(field.length().get()).isZero();
        assertThat(taken()).isEmpty();
    }

    @Test
    void noMoreIsTakenThanAnybodyTypes() {
        type("x".repeat(1_200));
        assertThat(field.length().get()).isEqualTo(1_000);
    }

    @Test
    void enterDoesWhatTheFieldIsThereFor() {
        var entered = new ReadOnlyObjectWrapper<>(0);
        doOnFx(() -> field.onEnter(() -> entered.set(entered.get() + 1)));
        press(KeyCode.ENTER, false);
        assertThat(entered.get()).isEqualTo(1);
    }
}
