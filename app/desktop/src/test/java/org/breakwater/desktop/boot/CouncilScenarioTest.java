package org.breakwater.desktop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.event.ActionEvent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.breakwater.core.council.Council.WatchedSafe;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.value.Address;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.navigation.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A council's work from the first word to the chain, at the window: composed, reviewed, signed by four, executed.
class CouncilScenarioTest extends FxTest {

    @TempDir
    private Path otherMachine;

    private OpenConsole open;

    @BeforeEach
    void open() throws ProblemException {
        open = OpenConsole.onTheWorld();
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void aParameterChangesAfterItsDelayAndOneSignatureCameByFile() throws Exception {
        var inForce = incidentCap();
        compose("propose a change", "Call 1: propose a change");
        choose("#compose-parameter", "Incident cap");
        choose("#compose-scope", "Bridge");
        var wanted = inForce.add(BigInteger.valueOf(100));
        write("#compose-value", new BigDecimal(wanted, 2).toPlainString());
        write("#compose-reason", "Bridges have more capital than before");
        var proposal = continueToReview();
        var signers = owners().subList(0, 4);
        signElsewhere(proposal, signers.get(0));
        signers.subList(1, 4).forEach(this::signAs);
        open.picture("scenario-parameter-light");
        execute(signers.get(3));
        assertThat(incidentCap()).as("it waits for its delay").isEqualTo(inForce);

        open.network().time().moveAhead(Duration.ofDays(4));
        compose("execute a change", "Call 1: execute a change");
        chooseLast("#compose-change");
        continueToReview();
        signers.forEach(this::signAs);
        execute(signers.get(0));

        FxTest.await(() -> incidentCap().equals(wanted));
    }

    @Test
    void aBatchIsExecutedAsOne() throws Exception {
        var before = dailyDrain();
        compose("tighten", "Call 1: tighten now");
        choose("#compose-parameter", "Drain limit 24 h");
        choose("#compose-scope", "Bridge");
        var wanted = before.subtract(BigInteger.valueOf(50));
        write("#compose-value", new BigDecimal(wanted, 2).toPlainString());
        write("#compose-reason", "Slower until the incident is over");
        add("suspend", "Call 2: suspend a subject");
        chooseLast("#compose-subject");
        write("#compose-reason", "Its contracts were changed without notice");
        continueToReview();
        var signers = owners().subList(0, 4);
        signers.forEach(this::signAs);
        execute(signers.get(1));

        FxTest.await(() -> dailyDrain().equals(wanted));
    }

    @Test
    void aSafeBecomesAnOwnerAndItsOwnersApproveThroughIt() throws Exception {
        var guardian = guardian().address();
        rejectWhatWaitsForTheGuardians();
        compose("add an owner", "Call 1: add an owner");
        write("#compose-new-owner", guardian.toString());
        write("#compose-threshold", "4");
        continueToReview();
        var signers = owners().subList(0, 4);
        signers.forEach(this::signAs);
        execute(signers.get(2));
        FxTest.await(() -> owners().contains(guardian));

        compose("suspend", "Call 1: suspend a subject");
        chooseLast("#compose-subject");
        write("#compose-reason", "Its contracts were changed without notice");
        var parent = continueToReview();
        signers.subList(0, 3).forEach(this::signAs);
        fire("#action-more", "action-approve-as-guardian");
        FxTest.await(() -> open.console().router().current().get() instanceof Place.SafeTransaction there
                && there.safe().equals(guardian));
        awaitNode("#review-stand");
        open.picture("scenario-nested-light");
        var guardians = guardian().setup().owners().subList(0, 2);
        guardians.forEach(this::signAs);
        execute(guardians.get(0));

        open.go(parent);
        awaitNode("#review-stand");
        execute(signers.get(0));
    }

    /// So that the next transaction of their Safe has its turn at once.
    private void rejectWhatWaitsForTheGuardians() {
        var guardians = guardian().setup().owners().subList(0, 2);
        for (var slot : guardian().waiting()) {
            var unwanted = new Place.SafeTransaction(
                    guardian().address(), slot.proposals().getFirst().hash().hash());
            open.go(unwanted);
            press("#action-reject");
            FxTest.await(() -> !open.console().router().current().get().equals(unwanted));
            awaitNode("#review-stand");
            guardians.forEach(this::signAs);
            execute(guardians.getFirst());
        }
    }

    private BigInteger dailyDrain() {
        return open.known().view().parameterBook().get(ParameterKey.DRAIN_LIMIT_24H, ParameterScope.pool(2));
    }

    private WatchedSafe guardian() {
        try {
            return open.council().safes().get(1);
        } catch (ProblemException unread) {
            throw new AssertionError(unread);
        }
    }

    /// Adds a call to the transaction that is being written.
    private void add(String template, String title) {
        FxTest.doOnFx(() -> open.scene()
                .getRoot()
                .fireEvent(new KeyEvent(KeyEvent.KEY_TYPED, "/", "/", KeyCode.UNDEFINED, false, false, false, false)));
        FxTest.doOnFx(() -> ((TextInputControl) open.scene().getFocusOwner()).setText(template));
        key(KeyCode.ENTER, false);
        open.awaitWords(title);
    }

    private BigInteger incidentCap() {
        return open.known().view().parameterBook().get(ParameterKey.INCIDENT_CAP, ParameterScope.pool(2));
    }

    private WatchedSafe council() {
        try {
            return open.council().safes().getFirst();
        } catch (ProblemException unread) {
            throw new AssertionError(unread);
        }
    }

    private List<Address> owners() {
        return council().setup().owners();
    }

    /// Begins a transaction with the next nonce of the council's Safe.
    private void compose(String template, String title) {
        open.go(new Place.Council());
        open.go(Place.Composition.anew());
        open.awaitWords("Choose a template");
        add(template, title);
        write("#compose-nonce", council().setup().nonce().toString());
    }

    private void key(KeyCode code, boolean control) {
        FxTest.doOnFx(() -> {
            var owner = open.scene().getFocusOwner();
            (owner == null ? open.scene().getRoot() : owner)
                    .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false));
        });
    }

    private void write(String selector, String text) {
        awaitNode(selector);
        FxTest.doOnFx(() -> ((TextInputControl) open.scene().lookup(selector)).setText(text));
    }

    private void choose(String selector, String words) {
        FxTest.await(() -> option(selector, words) >= 0);
        FxTest.doOnFx(() -> ((ComboBox<?>) open.scene().lookup(selector))
                .getSelectionModel()
                .select(option(selector, words)));
    }

    private int option(String selector, String words) {
        if (!(open.scene().lookup(selector) instanceof ComboBox<?> box)) {
            return -1;
        }
        for (int i = 0; i < box.getItems().size(); i++) {
            if (box.getItems().get(i).toString().contains(words)) {
                return i;
            }
        }
        return -1;
    }

    private void chooseLast(String selector) {
        FxTest.await(() -> open.scene().lookup(selector) instanceof ComboBox<?> box
                && !box.getItems().isEmpty());
        FxTest.doOnFx(() -> ((ComboBox<?>) open.scene().lookup(selector))
                .getSelectionModel()
                .selectLast());
    }

    /// To the review of what was composed.
    private Place.SafeTransaction continueToReview() {
        FxTest.await(() -> open.words().stream().anyMatch(words -> words.matches(".*succeeds? on block.*")));
        key(KeyCode.ENTER, true);
        FxTest.await(() -> open.console().router().current().get() instanceof Place.SafeTransaction);
        awaitNode("#review-stand");
        return (Place.SafeTransaction) open.console().router().current().get();
    }

    /// Hands the transaction to another machine as text, has it signed there, and takes the text in again.
    private void signElsewhere(Place.SafeTransaction transaction, Address signer) {
        var here = open;
        fire("#action-more", "action-copy");
        open.awaitWords("Handed on as text");
        var text = FxTest.onFx(() -> Clipboard.getSystemClipboard().getString());
        var there = OpenConsole.onTheSame(here.network(), otherMachine);
        open = there;
        try {
            takeIn(text);
            signAs(signer);
            fire("#action-more", "action-copy");
            open.awaitWords("Handed on as text");
        } finally {
            open = here;
            there.closeWindow();
        }
        takeIn(FxTest.onFx(() -> Clipboard.getSystemClipboard().getString()));
        open.awaitWords("1 of 4");
        assertThat(open.console().router().current().get()).isEqualTo(transaction);
    }

    private void takeIn(String text) {
        open.goTo(new Place.Council(), "Council Safe");
        press("#take-in");
        awaitNode("#take-in-text");
        FxTest.doOnFx(() -> ((TextArea) open.scene().lookup("#take-in-text")).setText(text));
        press("#take-in-paste");
        awaitNode("#review-stand");
    }

    private void signAs(Address signer) {
        actAs(signer);
        settle("Sign as " + name(signer) + "…");
        press("#action-sign");
        open.awaitWords(name(signer) + " has signed.");
    }

    private void execute(Address payer) {
        actAs(payer);
        settle("Execute as " + name(payer) + "…");
        press("#action-send");
        open.awaitWords("Executed with nonce");
    }

    /// Presses the next act; types whatever holds it first.
    private void settle(String act) {
        FxTest.await(() -> open.text("#action-primary").equals(act)
                || open.text("#action-primary").startsWith("Settle"));
        var held = open.text("#action-primary").startsWith("Settle");
        press("#action-primary");
        if (held) {
            FxTest.await(() -> !phrases().isEmpty());
            for (var field : phrases()) {
                FxTest.doOnFx(() -> {
                    field.setText(phrase(field));
                    field.fireEvent(new ActionEvent());
                });
            }
        }
        FxTest.await(() ->
                open.scene().lookup("#action-sign") != null || open.scene().lookup("#action-send") != null);
    }

    private List<TextField> phrases() {
        return FxTest.onFx(() -> open.scene().getRoot().lookupAll(".field-input").stream()
                .filter(node -> node.getId() != null && node.getId().startsWith("settle-"))
                .map(TextField.class::cast)
                .toList());
    }

    private static String phrase(TextField field) {
        return field.getAccessibleHelp().replace("Type: ", "").replace(", then Enter", "");
    }

    private void actAs(Address person) {
        fire("#act-as", "act-as-" + person);
    }

    private String name(Address person) {
        return open.wiring().protocol().book().name(person).orElseThrow();
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
        awaitNode(selector);
        FxTest.doOnFx(() -> ((ButtonBase) open.scene().lookup(selector)).fire());
    }

    private void awaitNode(String selector) {
        FxTest.await(() -> open.scene().lookup(selector) != null);
    }
}
