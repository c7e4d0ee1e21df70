package org.breakwater.desktop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.breakwater.adapters.ethereum.NodeAddress;
import org.breakwater.adapters.localnet.AnvilBinary;
import org.breakwater.adapters.localnet.AnvilProcess;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.core.council.Council.WatchedSafe;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.NonceOrder;
import org.breakwater.core.safe.QueuedTransaction;
import org.breakwater.core.value.Address;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Place.SettingsPart;
import org.breakwater.desktop.theme.Appearance.Scheme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.web3j.crypto.Wallet;
import tools.jackson.databind.ObjectMapper;

/// Council members at a window on a network that is named by its endpoint, where nobody can be acted as: one has a
/// keystore file, another a program that signs, a third one a program that signs something else.
class OwnSignersTest extends FxTest {

    private static final String PASSPHRASE = "correct horse – battery staple";
    private static final int ACCOUNTS = 20;

    @TempDir
    private Path folder;

    private LocalNetwork network;
    private OpenConsole open;

    @BeforeEach
    void open() throws Exception {
        network = LocalNetwork.start();
        open = OpenConsole.on(network, connection());
    }

    private Connection connection() throws ProblemException {
        var choice = new NetworkChoice.Named(
                List.of(NodeAddress.parse(network.node().address().toString())),
                Path.of(network.description().deployment()),
                Optional.of(network.description().serviceUrl()),
                Optional.empty(),
                Optional.of(network.description().texts()));
        return EndpointConnection.open(choice, folder.resolve("data"));
    }

    @AfterEach
    void close() {
        open.close();
        network.close();
    }

    @Test
    void aKeystoreAndAProgramSignAndTheKeystorePays() throws Exception {
        open.goTo(new Place.Pools(), "Bridge");
        open.awaitWords("No signers here");
        var complete = waiting().getFirst();
        var incomplete = waiting().get(1);
        var owners = council().setup().owners().stream()
                .filter(owner -> !incomplete.signers().contains(owner))
                .toList();

        open.goTo(new Place.Settings(SettingsPart.SIGNERS), "Nobody signs here with a key of their own.");
        open.picture("signers-nobody-light");
        importKey(owners.get(0));
        try (var program = AnvilProcess.start(
                        AnvilBinary.find(), OptionalInt.empty(), List.of("--accounts", Integer.toString(ACCOUNTS)));
                var liar = new LyingSigner(PublicPhrase.key(owners.get(1)))) {
            addProgram(program.node().address().toString(), owners.get(1), "Ops ledger");
            pictures("signers");
            open.resize(1_100, 700);
            open.picture("signers-small-light");
            open.resize(1_440, 900);

            executeWithAPassphrase(complete);
            signAs(owners.get(0), "Ops laptop", incomplete);
            signAs(owners.get(1), "Ops ledger", incomplete);
            assertThat(signersOf(incomplete)).contains(owners.get(0), owners.get(1));

            lock();
            moveToTheLiar(owners.get(1), liar);
            whatTheLiarSignsLocksTheTransaction(owners.get(1));
        }
    }

    private void importKey(Address owner) throws Exception {
        var file = folder.resolve("council.json");
        Files.writeString(
                file, new ObjectMapper().writeValueAsString(Wallet.createLight(PASSPHRASE, PublicPhrase.key(owner))));
        FxTest.doOnFx(() -> open.console().files().chooseToOpen(_ -> Optional.of(file)));
        open.fire("Keystore file");
        press("#choose-keystore");
        FxTest.await(() -> open.text("#keystore-chosen").equals("council.json"));
        write("#signer-new-name", "Ops laptop");
        passphrase("#import-passphrase", "not the passphrase");
        press("#import-key");
        open.awaitWords("The passphrase does not open this key.");
        passphrase("#import-passphrase", PASSPHRASE);
        press("#import-key");
        open.awaitWords("The key was encrypted anew with the same passphrase");
        open.awaitWords("Signer: Ops laptop, locked");
    }

    private void addProgram(String endpoint, Address owner, String name) {
        open.fire("External signer");
        write("#signer-endpoint", "https://signer.example.org");
        press("#ask-signer");
        open.awaitWords("it is not on this machine");
        open.fire("Frame or Anvil");
        write("#signer-endpoint", endpoint);
        press("#ask-signer");
        open.awaitWords("It has ");
        write("#account-" + owner + "-name", name);
        press("#account-" + owner + "-add");
        open.awaitWords(name + " signs here.");
    }

    private void pictures(String name) throws Exception {
        for (var scheme : List.of(Scheme.LIGHT, Scheme.DARK)) {
            open.wear(scheme);
            open.picture(name + (scheme == Scheme.LIGHT ? "-light" : "-dark"));
            open.requireLegibleAndNamed();
        }
        open.wear(Scheme.LIGHT);
    }

    /// The first passphrase is another one, and nothing is lost by it.
    private void executeWithAPassphrase(QueuedTransaction transaction) throws Exception {
        review(transaction);
        settle("Execute as Ops laptop…");
        passphrase("#action-passphrase", "not the passphrase");
        press("#action-unlock");
        open.awaitWords("The passphrase does not open this key.");
        pictures("signers-pay");
        passphrase("#action-passphrase", PASSPHRASE);
        press("#action-unlock");
        open.awaitWords("Executed with nonce");
        assertThat(council().setup().nonce())
                .isEqualTo(transaction.transaction().nonce().add(BigInteger.ONE));
        open.awaitWords("Signer: Ops laptop");
        assertThat(open.words()).doesNotContain("Signer: Ops laptop, locked");
        lock();
    }

    private void lock() {
        FxTest.doOnFx(
                () -> open.console().commands().command("do.lock-signers").run().run());
        FxTest.await(() ->
                !open.wiring().protocol().actions().keyring().state().get().hasUnlocked());
    }

    private void signAs(Address owner, String name, QueuedTransaction transaction) throws Exception {
        review(transaction);
        fire("#act-as", "act-as-" + owner);
        settle("Sign as " + name + "…");
        if (name.equals("Ops laptop")) {
            pictures("signers-sign");
            passphrase("#action-passphrase", PASSPHRASE);
            press("#action-unlock");
        } else {
            press("#action-sign");
        }
        open.awaitWords(name + " has signed.");
    }

    private void moveToTheLiar(Address owner, LyingSigner liar) {
        open.goTo(new Place.Settings(SettingsPart.SIGNERS), "Ops ledger");
        fire("#signer-" + owner + "-more", "signer-" + owner + "-remove");
        press("#signer-remove");
        open.awaitWords("The program keeps its key.");
        open.awaitWords("Signer: Ops laptop, locked");
        addProgram(liar.address(), owner, "Other ledger");
    }

    private void whatTheLiarSignsLocksTheTransaction(Address owner) throws Exception {
        var contested = council().waiting().stream()
                .filter(NonceOrder.Slot::isContested)
                .flatMap(slot -> slot.proposals().stream())
                .filter(each -> !each.signers().contains(owner))
                .findFirst()
                .orElseThrow();
        review(contested);
        fire("#act-as", "act-as-" + owner);
        settle("Sign as Other ledger…");
        press("#action-sign");
        open.awaitWords("signed something else than what is on this screen");
        open.picture("signers-liar-light");
        assertThat(signersOf(contested)).doesNotContain(owner);
        settle("Sign as Other ledger…");
        press("#action-sign");
        open.awaitWords("This transaction is locked since");
    }

    /// Presses the next act; types whatever holds it first.
    private void settle(String act) {
        FxTest.await(() -> open.text("#action-primary").equals(act)
                || open.text("#action-primary").startsWith("Settle"));
        press("#action-primary");
        FxTest.await(() -> open.scene().lookup(".action-panel") != null);
        for (var field : phrases()) {
            FxTest.doOnFx(() -> {
                field.setText(field.getAccessibleHelp().replace("Type: ", "").replace(", then Enter", ""));
                field.fireEvent(new ActionEvent());
            });
        }
        FxTest.await(() -> open.scene().lookup("#action-sign") != null
                || open.scene().lookup("#action-send") != null
                || open.scene().lookup("#action-passphrase") != null);
    }

    private List<TextField> phrases() {
        return FxTest.onFx(() -> open.scene().getRoot().lookupAll(".field-input").stream()
                .filter(node -> node.getId() != null && node.getId().startsWith("settle-"))
                .map(TextField.class::cast)
                .toList());
    }

    private List<QueuedTransaction> waiting() throws ProblemException {
        return council().waiting().stream()
                .flatMap(slot -> slot.proposals().stream())
                .toList();
    }

    private List<Address> signersOf(QueuedTransaction transaction) throws ProblemException {
        return waiting().stream()
                .filter(each -> each.hash().equals(transaction.hash()))
                .findFirst()
                .orElseThrow()
                .signers();
    }

    private WatchedSafe council() throws ProblemException {
        return open.council().safes().getFirst();
    }

    private void review(QueuedTransaction transaction) throws ProblemException {
        open.go(new Place.SafeTransaction(
                council().address(), transaction.hash().hash()));
        awaitNode("#review-stand");
    }

    /// Types key by key, as a person does.
    private void passphrase(String selector, String words) {
        awaitNode(selector);
        FxTest.doOnFx(() -> {
            var field = open.scene().lookup(selector);
            field.requestFocus();
            words.chars().forEach(character -> type(field, Character.toString(character)));
        });
    }

    private static void type(Node field, String character) {
        field.fireEvent(
                new KeyEvent(KeyEvent.KEY_TYPED, character, character, KeyCode.UNDEFINED, false, false, false, false));
    }

    private void write(String selector, String text) {
        awaitNode(selector);
        FxTest.doOnFx(() -> ((TextInputControl) open.scene().lookup(selector)).setText(text));
    }

    private void fire(String menu, String item) {
        awaitNode(menu);
        FxTest.doOnFx(() -> ((MenuButton) open.scene().lookup(menu))
                .getItems().stream()
                        .filter(each -> item.equals(each.getId()))
                        .findFirst()
                        .ifPresent(MenuItem::fire));
    }

    private void press(String selector) {
        FxTest.await(() -> open.scene().lookup(selector) instanceof ButtonBase button && !button.isDisabled());
        FxTest.doOnFx(() -> ((ButtonBase) open.scene().lookup(selector)).fire());
    }

    private void awaitNode(String selector) {
        FxTest.await(() -> open.scene().lookup(selector) != null);
    }
}
