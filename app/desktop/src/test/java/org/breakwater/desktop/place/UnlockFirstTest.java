package org.breakwater.desktop.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.breakwater.adapters.keyring.FileKeyring;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.fx.Bind;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.fx.FxThread;
import org.breakwater.desktop.fx.SceneWalk;
import org.breakwater.desktop.fx.Subscriptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnlockFirstTest extends FxTest {

    private static final String PASSPHRASE = "five words drawn by dice";

    @TempDir
    private Path folder;

    @Test
    void whatAKeyIsNeededForIsOfferedOnceItIsUnlockedAndNoLongerOnceItLocks() throws ProblemException {
        try (var keyring = FileKeyring.open(folder.resolve("signers"), InstantSource.system());
                var held = new Subscriptions()) {
            var person = keyring.create("Ops laptop", PASSPHRASE.toCharArray());
            var scene = onFx(() -> {
                var state = Bind.toProperty(keyring.state(), FxThread.executor(), held);
                return new Scene(new VBox(new UnlockFirst(
                        state, keyring, Background.onVirtualThreads(), person, () -> new Button("Vote"))));
            });
            assertThat(onFx(() -> shows(scene, "Vote"))).isFalse();

            unlock(scene, "not the passphrase");
            await(() -> shows(scene, "The passphrase does not open this key."));
            assertThat(onFx(() -> shows(scene, "Vote"))).isFalse();

            unlock(scene, PASSPHRASE);
            await(() -> shows(scene, "Vote"));
            keyring.lock();
            await(() -> !shows(scene, "Vote") && scene.lookup("#unlock-passphrase") != null);
        }
    }

    private static void unlock(Scene scene, String passphrase) {
        doOnFx(() -> {
            var field = scene.lookup("#unlock-passphrase");
            passphrase
                    .chars()
                    .mapToObj(Character::toString)
                    .forEach(character -> field.fireEvent(new KeyEvent(
                            KeyEvent.KEY_TYPED, character, character, KeyCode.UNDEFINED, false, false, false, false)));
            ((Button) scene.lookup("#unlock-key")).fire();
        });
    }

    private static boolean shows(Scene scene, String words) {
        return SceneWalk.visible(scene).stream()
                .anyMatch(node -> node instanceof Labeled labeled
                        && labeled.getText() != null
                        && labeled.getText().contains(words));
    }
}
