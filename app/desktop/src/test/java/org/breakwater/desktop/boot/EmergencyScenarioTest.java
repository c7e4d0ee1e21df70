package org.breakwater.desktop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.breakwater.adapters.ethereum.NodeAddress;
import org.breakwater.core.compose.Input;
import org.breakwater.core.compose.Template;
import org.breakwater.core.council.Council.WatchedSafe;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.protocol.PauseScope;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Word;
import org.breakwater.desktop.boot.FaultProxy.Fault;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.theme.Appearance.Scheme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.web3j.crypto.Wallet;
import tools.jackson.databind.ObjectMapper;

/// Guardians at the window: they stop something, see it stopped, see it end, and are refused inside the cool-down.
class EmergencyScenarioTest extends FxTest {

    private static final long BRIDGE = 2;
    private static final String PASSPHRASE = "a passphrase that is long enough";

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
        hold(open, "#pause-hold");
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
        FxTest.doOnFx(() -> open.console().files().choose(_ -> Optional.empty()));
        operator.press("#pause-save");
        FxTest.await(open::isIdle);
        assertThat(open.text("#pause-said"))
                .as("what is on no disk was given to nobody")
                .doesNotContain("Handed on");
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
        open.wear(Scheme.DARK);
        open.picture("pause-drill-dark");
        open.resize(1_100, 700);
        open.picture("pause-drill-1100-dark");
        open.go(new Place.Emergency());
        open.awaitWords("Other measures");
        open.picture("emergency-1100-dark");
        open.resize(1_440, 900);
        open.wear(Scheme.LIGHT);
        open.goTo(new Place.Pause(), "What to stop");

        assertThat(isPaused()).as("the chain itself").isFalse();
        assertThat(guardian().waiting())
                .as("nothing was written or signed")
                .noneMatch(slot -> slot.proposals().stream()
                        .anyMatch(queued -> queued.served().words().contains("lost its keys")));
        FxTest.await(() -> open.text("#pause-last-drill").startsWith("Last drill"));

        aPauseGoesThroughTheNextEndpoint();
        adapterIsQuarantinedFromTheSamePlace();
    }

    /// Guardians with keys of their own, at a console whose first endpoint fails while they decide.
    private void aPauseGoesThroughTheNextEndpoint() throws Exception {
        var guardians = guardian().setup().owners();
        try (var way = new FaultProxy(open.network().node().address());
                var connection = connection(way.address(), open.network().node().address())) {
            var there = OpenConsole.on(open.network(), connection);
            try {
                var other = new Operator(there);
                there.goTo(new Place.Pools(), "Bridge");
                there.awaitWords("2 of 2 endpoints agree");
                own(there, guardians.get(0));
                own(there, guardians.get(1));
                way.goWrong(new Fault.Refuses());
                there.goTo(new Place.Pause(), "What to stop");
                there.awaitWords("does not answer");

                other.actAs(guardians.get(0));
                choosePause(other);
                settleIfHeld(other, there);
                other.enter("#pause-type", "Bridge");
                there.awaitWords("has signed. ");
                other.actAs(guardians.get(1));
                settleIfHeld(other, there);
                there.awaitWords("Hold to sign and send");
                other.enter("#pause-type", "Bridge");
                there.awaitWords("Stopped until");
                there.picture("pause-next-endpoint-light");
                assertThat(isPaused()).as("the contract says so").isTrue();
            } finally {
                there.closeWindow();
            }
        }
    }

    private Connection connection(URI first, URI second) throws ProblemException {
        return EndpointConnection.open(
                new NetworkChoice.Named(
                        List.of(NodeAddress.parse(first.toString()), NodeAddress.parse(second.toString())),
                        Path.of(open.network().description().deployment()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(open.network().description().texts())),
                otherMachine.resolve("data"),
                chain -> EndpointConnection.rules(chain).patient(Duration.ofSeconds(3)));
    }

    /// Takes somebody's key into the keyring, and unlocks it.
    private static void own(OpenConsole there, Address person) throws Exception {
        var keyring = there.wiring().protocol().actions().keyring();
        var document = new ObjectMapper().writeValueAsString(Wallet.createLight(PASSPHRASE, PublicPhrase.key(person)));
        keyring.importKey("Guardian " + person.toString().substring(2, 6), document, "key.json", passphrase());
        keyring.unlock(person, passphrase());
    }

    private static char[] passphrase() {
        return PASSPHRASE.toCharArray();
    }

    /// Its draft has the adapter filled in, for the Safe that may do it at once.
    private void adapterIsQuarantinedFromTheSamePlace() throws Exception {
        open.goTo(new Place.Emergency(), "Other measures");
        var adapter = menu("#measure-quarantine").getFirst();
        FxTest.doOnFx(adapter::fire);
        open.awaitWords("Quarantine adapter");
        var drafts = open.wiring().protocol().composing().drafts().all();
        assertThat(drafts.getFirst().safe()).isEqualTo(guardian().address());
        var call = drafts.getFirst().calls().getFirst();
        assertThat(call.template()).isEqualTo(Template.QUARANTINE_ADAPTER);
        assertThat(call.value(Input.ADAPTER)).isPresent();

        open.goTo(new Place.Emergency(), "Other measures");
        assertThat(menu("#measure-tighten").stream().map(MenuItem::getText))
                .contains("Everywhere")
                .hasSizeGreaterThan(1);
    }

    private List<MenuItem> menu(String selector) {
        operator.awaitNode(selector);
        return FxTest.onFx(() -> {
            var menu = (MenuButton) open.scene().lookup(selector);
            menu.getOnShowing().handle(null);
            return List.copyOf(menu.getItems());
        });
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
            there.goTo(new Place.Inbox(), "need somebody");
            signInThree(other, there);
            there.awaitWords("Stopped until");
        } finally {
            there.closeWindow();
        }
    }

    /// A pause that is written takes a guardian three things to do, from anywhere: the chord, the pause, the hold.
    /// Their
    /// time is that from the first to the end of the last; what lies between is reading, and the machine's.
    private void signInThree(Operator guardian, OpenConsole there) throws Exception {
        var before = guardian.acts();
        var began = System.nanoTime();
        guardian.chord(KeyCode.P);
        guardian.press("#pause-waiting-" + guardian().setup().nonce());
        FxTest.await(() -> there.scene().lookup("#pause-hold") != null);
        assertThat(guardian.phrases()).as("nothing else is asked of them").isEmpty();
        hold(there, "#pause-hold");
        FxTest.await(() -> there.scene().lookup("#pause-hold") == null);
        var took = Duration.ofNanos(System.nanoTime() - began);
        assertThat(guardian.acts() - before + 1)
                .as("chords, presses, and the hold")
                .isLessThanOrEqualTo(3);
        assertThat(took).isLessThan(Duration.ofSeconds(10));
        there.picture("pause-elsewhere-light");
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

    private void lift(long pause) throws ProblemException {
        var places = menu("#lift-" + pause).stream()
                .filter(item -> item.getText().contains("Guardian"))
                .toList();
        assertThat(places.getFirst().getText())
                .contains("as soon as it can be, nonce " + guardian().setup().nonce());
        FxTest.doOnFx(() -> places.getFirst().fire());
        operator.awaitNode("#review-stand");
    }

    /// With the pointer, for as long as the button asks.
    private static void hold(OpenConsole where, String selector) {
        FxTest.doOnFx(() -> {
            var button = where.scene().lookup(selector);
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
