package org.breakwater.desktop.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.breakwater.desktop.command.Command.Group;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.kit.Icon;
import org.junit.jupiter.api.Test;

class CommandsTest extends FxTest {

    private final Commands commands = new Commands();
    private final List<String> done = new ArrayList<>();

    @Test
    void aChordDoesWhatItStandsFor() {
        commands.add(command("palette").on(Chord.control(KeyCode.K)));

        press(scene(new Pane()), KeyCode.K, true);
        press(scene(new Pane()), KeyCode.K, false);

        assertThat(done).containsExactly("palette");
    }

    @Test
    void aBareKeyIsLeftToTheFieldOneTypesIn() {
        commands.add(command("sheet").on(Chord.typing("?")));
        commands.add(command("palette").on(Chord.control(KeyCode.K)));
        var field = new TextField();
        var scene = scene(new VBox(field));
        doOnFx(field::requestFocus);

        type(scene, "?");
        press(scene, KeyCode.K, true);

        assertThat(done).containsExactly("palette");
    }

    @Test
    void outsideAFieldItActs() {
        commands.add(command("sheet").on(Chord.typing("?")));

        type(scene(new Pane()), "?");

        assertThat(done).containsExactly("sheet");
    }

    @Test
    void whatCannotBeDoneIsNotDone() {
        var missing = new SimpleStringProperty("1 signature missing");
        var command = command("execute").on(Chord.control(KeyCode.E)).unless(missing);
        commands.add(command);
        press(scene(new Pane()), KeyCode.E, true);
        assertThat(done).isEmpty();

        missing.set("");
        press(scene(new Pane()), KeyCode.E, true);
        assertThat(done).containsExactly("execute");
    }

    @Test
    void aScreenTakesItsCommandsAwayWithIt() {
        var added = commands.add(command("sign"));
        added.unsubscribe();

        assertThat(commands.all()).isEmpty();
        assertThatThrownBy(() -> commands.command("sign")).hasMessageContaining("no command sign");
    }

    @Test
    void twoCommandsNeverShareAnIdOrKeys() {
        commands.add(command("one").on(Chord.bare(KeyCode.J)));

        assertThatThrownBy(() -> commands.add(command("one"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> commands.add(command("two").on(Chord.bare(KeyCode.J))))
                .hasMessage("two and one have the same keys");
    }

    @Test
    void aChordIsPrintedAsOnTheKeyboard() {
        assertThat(Chord.controlShift(KeyCode.P).text()).isEqualTo("Ctrl+Shift+P");
        assertThat(Chord.alt(KeyCode.LEFT).text()).isEqualTo("Alt+←");
        assertThat(Chord.typing("?").text()).isEqualTo("?");
    }

    private Command command(String id) {
        return Command.always(id, Group.DO, Icon.PEN, "Do " + id, () -> done.add(id));
    }

    private Scene scene(Pane root) {
        return onFx(() -> {
            var scene = new Scene(root);
            commands.listen(scene);
            return scene;
        });
    }

    private static void press(Scene scene, KeyCode key, boolean control) {
        fire(scene, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, control, false, false));
    }

    private static void type(Scene scene, String character) {
        fire(scene, new KeyEvent(KeyEvent.KEY_TYPED, character, "", KeyCode.UNDEFINED, true, false, false, false));
    }

    private static void fire(Scene scene, KeyEvent event) {
        doOnFx(() -> {
            var owner = scene.getFocusOwner();
            Event.fireEvent(owner == null ? scene : owner, event);
        });
    }
}
