package org.breakwater.desktop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.control.MenuButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.breakwater.core.council.Council.WatchedSafe;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.protocol.PauseScope;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Word;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.theme.Appearance.Scheme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Guardians at the window: they stop something, see it stopped, see it end, and are refused inside the cool-down.
class EmergencyScenarioTest extends FxTest {

    private static final long BRIDGE = 2;

    @TempDir
    private Path otherMachine;

    private OpenConsole open;
    private Operator operator;

    @BeforeEach
    void open() throws ProblemException {
        open = OpenConsole.onTheWorld();
        operator = new Operator(open);
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void twoGuardiansStopSalesOfAPoolAndOneAsksToLiftIt() throws Exception {
        var guardians = guardian().setup().owners();
        operator.actAs(guardians.get(0));
        writePause(operator);
        open.picture("pause-written-light");
        operator.enter("#pause-type", "Bridge");
        open.awaitWords("Guardian 1 has signed.");

        operator.actAs(guardians.get(1));
        settleIfHeld(operator);
        open.awaitWords("Hold to sign and send");
        open.wear(Scheme.DARK);
        open.picture("pause-second-dark");
        open.wear(Scheme.LIGHT);
        hold("#pause-hold");
        open.awaitWords("Stopped until");
        open.picture("pause-in-force-light");
        assertThat(isPaused()).as("the contract says so").isTrue();

        open.goTo(new Place.Emergency(), "What can be stopped");
        open.picture("emergency-paused-light");
        lift(open.known().view().pauses().getLast().pauseId());
        assertThat(open.text("#review-title")).startsWith("Lift pause");
        operator.signAs(guardians.get(0));
    }

    @Test
    void aPauseNeedsNoServiceEndsByItselfAndIsRefusedInsideTheCoolDown() throws Exception {
        open.network().service().close();
        var guardians = guardian().setup().owners();
        operator.actAs(guardians.get(0));
        writePause(operator);
        operator.enter("#pause-type", "Bridge");
        open.awaitWords("The service did not take it");
        operator.press("#pause-copy");
        open.awaitWords("Handed on as text");

        signAndSendElsewhere(guardians.get(1));
        open.awaitWords("Stopped until");
        assertThat(isPaused()).as("the contract says so").isTrue();

        open.network().time().moveAhead(Duration.ofHours(25));
        FxTest.await(() -> open.known().view().pausedUntil(PauseScope.BUY, BRIDGE) == 0);
        assertThat(isPaused()).as("it ended by itself").isFalse();

        open.goTo(new Place.Emergency(), "What can be stopped");
        open.go(new Place.Pause());
        choosePause(operator);
        open.awaitWords("Cool-down: new cover, again from");
        assertThat(open.lookup("#pause-hold")).as("there is nothing to hold").isNull();
        open.picture("pause-refused-light");
    }

    @Test
    void aDrillStopsACopyAndSignsNothing() throws Exception {
        open.goTo(new Place.Pause(), "What to stop");
        open.fire("Drill");
        choosePause(operator);
        operator.awaitNode("#pause-practise");
        operator.enter("#pause-type", "Bridge");
        open.awaitWords("The copy was stopped.");
        open.picture("pause-drill-light");

        assertThat(isPaused()).as("the chain itself").isFalse();
        assertThat(guardian().waiting())
                .as("nothing was written or signed")
                .noneMatch(slot -> slot.proposals().stream()
                        .anyMatch(queued -> queued.served().words().contains("lost its keys")));
        assertThat(open.text("#pause-last-drill")).startsWith("Last drill");
    }

    /// The other guardian has the text alone: takes it in, finds it among the pauses that wait, and sends it.
    private void signAndSendElsewhere(Address guardian) throws Exception {
        var text = FxTest.onFx(() -> Clipboard.getSystemClipboard().getString());
        var there = OpenConsole.onTheSame(open.network(), otherMachine);
        try {
            var other = new Operator(there);
            other.takeIn(text);
            other.awaitNode("#review-stand");
            other.actAs(guardian);
            there.goTo(new Place.Pause(), "What to stop");
            other.press("#pause-waiting-" + guardian().setup().nonce());
            settleIfHeld(other, there);
            there.awaitWords("Hold to sign and send");
            there.picture("pause-elsewhere-light");
            other.enter("#pause-type", "Bridge");
            there.awaitWords("Stopped until");
        } finally {
            there.closeWindow();
        }
    }

    private void writePause(Operator who) {
        open.goTo(new Place.Pause(), "What to stop");
        choosePause(who);
        settleIfHeld(who);
        who.awaitNode("#pause-hold");
    }

    private static void choosePause(Operator who) {
        who.choose("#pause-pool", "Bridge");
        who.press("#pause-scope-buy");
        who.write("#pause-reason", "A bridge lost its keys");
    }

    private void lift(long pause) {
        operator.awaitNode("#lift-" + pause);
        FxTest.doOnFx(() -> ((MenuButton) open.scene().lookup("#lift-" + pause))
                .getOnShowing()
                .handle(null));
        FxTest.doOnFx(() -> ((MenuButton) open.scene().lookup("#lift-" + pause))
                .getItems().stream()
                        .filter(item -> item.getText().contains("Guardian"))
                        .findFirst()
                        .orElseThrow()
                        .fire());
        operator.awaitNode("#review-stand");
    }

    /// With the pointer, for as long as the button asks.
    private void hold(String selector) {
        FxTest.doOnFx(() -> {
            var button = open.scene().lookup(selector);
            button.fireEvent(new MouseEvent(
                    MouseEvent.MOUSE_PRESSED,
                    1,
                    1,
                    1,
                    1,
                    MouseButton.PRIMARY,
                    1,
                    false,
                    false,
                    false,
                    false,
                    true,
                    false,
                    false,
                    true,
                    false,
                    false,
                    null));
        });
    }

    private boolean isPaused() throws Exception {
        var guardian = open.network().deployment().address("EmergencyGuardian");
        return open.chain()
                        .ask(guardian, "isPaused(uint16,uint32)", Word.of(PauseScope.BUY.bit()), Word.of(BRIDGE))
                        .getFirst()
                        .signum()
                != 0;
    }

    private void settleIfHeld(Operator who) {
        settleIfHeld(who, open);
    }

    private static void settleIfHeld(Operator who, OpenConsole where) {
        FxTest.await(
                () -> where.scene().lookup("#pause-hold") != null
                        || !who.phrases().isEmpty(),
                () -> "a pause that can be signed among " + where.words());
        who.settleAll();
    }

    private WatchedSafe guardian() throws ProblemException {
        return open.council().safes().get(1);
    }
}
