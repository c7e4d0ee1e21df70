package org.breakwater.desktop.feature.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.breakwater.core.compose.ComposedCall;
import org.breakwater.core.compose.Draft;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.rule.ParameterClash.Setting;
import org.breakwater.core.value.Keccak;
import org.breakwater.desktop.boot.OpenConsole;
import org.breakwater.desktop.feature.compose.FieldState.Option;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.fx.SceneWalk;
import org.breakwater.desktop.kit.Link;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.theme.Appearance.Scheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A signer writes transactions with the keyboard, and what is kept is what the chain's contracts take.
class ComposeScreenTest extends FxTest {

    private static OpenConsole open;

    @BeforeAll
    @SuppressWarnings("NullAway.Init") // JUnit calls it before anything else
    static void openConsole() throws ProblemException {
        open = OpenConsole.onTheWorld();
    }

    @AfterAll
    static void close() {
        open.close();
    }

    private static void key(KeyCode code, boolean control, boolean alt) {
        doOnFx(() -> {
            var owner = open.scene().getFocusOwner();
            (owner == null ? open.scene().getRoot() : owner)
                    .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, alt, false));
        });
    }

    private static void slash() {
        doOnFx(() -> open.scene()
                .getRoot()
                .fireEvent(new KeyEvent(KeyEvent.KEY_TYPED, "/", "/", KeyCode.UNDEFINED, false, false, false, false)));
    }

    private static void type(String text) {
        doOnFx(() -> ((TextInputControl) open.scene().getFocusOwner()).setText(text));
    }

    private static void write(String selector, String text) {
        FxTest.await(() -> open.scene().lookup(selector) != null);
        doOnFx(() -> ((TextInputControl) open.scene().lookup(selector)).setText(text));
    }

    /// Chooses an option by its words, once it is there.
    @SuppressWarnings("unchecked")
    private static void choose(String selector, String words) {
        FxTest.await(() -> open.scene().lookup(selector) instanceof ComboBox<?> box
                && ((ComboBox<Option>) box)
                        .getItems().stream().anyMatch(option -> option.words().equals(words)));
        doOnFx(() -> {
            var box = (ComboBox<Option>) open.scene().lookup(selector);
            box.setValue(box.getItems().stream()
                    .filter(option -> option.words().equals(words))
                    .findFirst()
                    .orElseThrow());
        });
    }

    /// Goes to an empty draft, and begins a call from the first template that fits some words.
    private static void begin(String words, String title) {
        slash();
        type(words);
        key(KeyCode.ENTER, false, false);
        open.awaitWords(title);
    }

    private static void tightening() {
        open.wear(Scheme.LIGHT);
        open.go(new Place.Council());
        open.go(Place.Composition.anew());
        open.awaitWords("Choose a template");
        begin("tighten", "Call 1: tighten now");
        choose("#compose-parameter", "Minimum capital");
        choose("#compose-scope", "Elevated");
        var old = inForce(ParameterScope.level(3));
        write("#compose-value", percent(old.add(BigInteger.valueOf(100))));
        write("#compose-reason", "Hold more against elevated risks while an incident is open");
        FxTest.await(() -> !open.text("#compose-title").isEmpty()
                && open.text("#compose-title").startsWith("Raise the minimum capital"));
    }

    private static BigInteger inForce(ParameterScope scope) {
        return open.known().view().parameterBook().get(ParameterKey.MIN_CAPITAL_RATIO, scope);
    }

    private static String percent(BigInteger bps) {
        return new BigDecimal(bps, 2).toPlainString();
    }

    @Test
    void aTighteningIsWrittenWithTheKeyboardAndGoesToReview() throws Exception {
        tightening();
        var value = inForce(ParameterScope.level(3)).add(BigInteger.valueOf(100));
        open.awaitWords("succeeds on block");
        open.picture("compose-tighten-light");
        open.wear(Scheme.DARK);
        open.picture("compose-tighten-dark");
        open.wear(Scheme.LIGHT);

        key(KeyCode.ENTER, true, false);

        FxTest.await(() -> open.console().router().current().get() instanceof Place.SafeTransaction);
        var place = (Place.SafeTransaction) open.console().router().current().get();
        var kept = open.wiring().protocol().composing().kept().find(place.hash());
        var registry = open.network().deployment().address("ParameterRegistry");
        assertThat(place.safe()).isEqualTo(open.network().council());
        assertThat(kept).hasValueSatisfying(shared -> {
            assertThat(shared.subject().transaction().inner())
                    .isEqualTo(new ComposedCall.Tighten(
                                    registry,
                                    new Setting(ParameterKey.MIN_CAPITAL_RATIO.word(), ParameterScope.level(3), value),
                                    Keccak.hash("Hold more against elevated risks while an incident is open"))
                            .encoded());
            assertThat(shared.signatures()).isEmpty();
            assertThat(shared.reasons())
                    .extracting(reason -> reason.words())
                    .containsExactly("Hold more against elevated risks while an incident is open");
        });
    }

    @Test
    void aBatchIsPutInOrderWithTheKeyboard() throws Exception {
        tightening();
        begin("recall from", "Call 2: recall from a venue");
        FxTest.await(() -> open.scene().lookup("#compose-venue") != null);
        choose("#compose-venue", venue());
        write("#compose-amount", "1,000");
        FxTest.await(() -> open.text("#compose-title").endsWith("and 1 more"));
        begin("suspend", "Call 3: suspend a subject");
        open.picture("compose-batch-light");
        open.wear(Scheme.DARK);
        open.picture("compose-batch-dark");
        open.wear(Scheme.LIGHT);

        key(KeyCode.UP, false, true);
        open.awaitWords("Call 2: suspend a subject");
        key(KeyCode.UP, false, true);
        open.awaitWords("Call 1: suspend a subject");
        key(KeyCode.DOWN, false, true);
        open.awaitWords("Call 2: suspend a subject");

        assertThat(templates()).containsExactly("TIGHTEN_NOW", "SUSPEND_SUBJECT", "RECALL");
    }

    /// A venue that pays at once, by the words of its option.
    private static String venue() {
        var venue = open.known().view().treasury().venues().stream()
                .filter(one -> one.state().exitDelay() == 0 && one.value().signum() > 0)
                .findFirst()
                .orElseThrow();
        return onFx(() -> {
            var box = (ComboBox<?>) open.scene().lookup("#compose-venue");
            return box.getItems().stream()
                    .map(Option.class::cast)
                    .filter(option -> option.value().equals(venue.venue().toString()))
                    .findFirst()
                    .orElseThrow()
                    .words();
        });
    }

    private static List<String> templates() {
        FxTest.await(() -> draft().filter(draft -> draft.calls().size() == 3).isPresent());
        return draft().orElseThrow().calls().stream()
                .map(call -> call.template().name())
                .toList();
    }

    private static Optional<Draft> draft() {
        try {
            return open.wiring().protocol().composing().drafts().all().stream().findFirst();
        } catch (ProblemException unread) {
            throw new AssertionError(unread);
        }
    }

    @Test
    void whatTakesARoleWithADelayIsAnnounced() throws Exception {
        open.go(new Place.Council());
        open.go(Place.Composition.anew());
        open.awaitWords("Choose a template");
        begin("pay from", "Call 1: pay from the treasury");
        var asset = open.known().view().treasury().assets().getFirst().asset();
        choose("#compose-token", open.wiring().protocol().book().name(asset).orElseThrow());
        write("#compose-amount", "1,250.50");
        write("#compose-recipient", open.network().executor().address().toString());
        write("#compose-reason", "Audit of the bridge adapter");
        open.awaitWords("Announce: pay 1,250.50");
        open.picture("compose-spend-light");
        open.wear(Scheme.DARK);
        open.resize(1100, 700);
        open.picture("compose-spend-small-dark");
        open.resize(1440, 900);
        open.wear(Scheme.LIGHT);

        assertThat(open.words()).anyMatch(words -> words.startsWith("Announced by this"));
    }

    @Test
    void aDraftThatIsNotThereSaysSo() {
        open.goTo(
                new Place.Composition(Optional.empty(), Optional.of(999L)),
                "There is no draft of that number on this computer.");
    }

    @Test
    void aPoolsParameterLeadsToAChangeOfItThatIsBegun() throws Exception {
        open.wear(Scheme.LIGHT);
        open.go(new Place.Pool(2, Place.PoolPart.PARAMETERS));
        open.awaitWords("Propose…");
        var link = onFx(() -> SceneWalk.visible(open.scene()).stream()
                .filter(Link.class::isInstance)
                .map(Link.class::cast)
                .filter(each -> each.getText().equals("Propose…"))
                .findFirst()
                .orElseThrow());
        doOnFx(link::fire);

        open.awaitWords("Call 1: propose a change");
        FxTest.await(() -> !chosen("#compose-parameter").isEmpty()
                && !chosen("#compose-scope").isEmpty());
        assertThat(link.getAccessibleText()).startsWith("Propose a change of " + chosen("#compose-parameter"));
    }

    @Test
    void whatAnExecutionUsesIsSaidBeforeAnybodySigns() throws Exception {
        tightening();

        FxTest.await(() -> open.text("#compose-gas").matches("about [0-9,]+, paid by whoever executes it"));
        open.picture("compose-gas-light");
    }

    private static String chosen(String selector) {
        return open.scene().lookup(selector) instanceof ComboBox<?> box && box.getValue() instanceof Option option
                ? option.words()
                : "";
    }
}
