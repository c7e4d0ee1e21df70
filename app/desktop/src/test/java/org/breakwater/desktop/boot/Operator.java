package org.breakwater.desktop.boot;

import java.util.List;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.breakwater.core.value.Address;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.navigation.Place;

/// Somebody at a window: presses, types and chooses, each once it is there, and signs and executes as people do.
final class Operator {

    private final OpenConsole open;
    private int acts;

    Operator(OpenConsole open) {
        this.open = open;
    }

    /// Waits until something that a selector finds is there.
    void awaitNode(String selector) {
        FxTest.await(() -> find(selector) != null, () -> selector + " among " + open.words());
    }

    /// Presses a button.
    void press(String selector) {
        awaitNode(selector);
        acts++;
        FxTest.doOnFx(() -> ((ButtonBase) find(selector)).fire());
    }

    /// Chooses an item of a menu.
    void fire(String menu, String item) {
        FxTest.await(
                () -> find(menu) instanceof MenuButton button
                        && button.getItems().stream().anyMatch(each -> item.equals(each.getId())),
                () -> item + " of " + menu + " among " + open.words());
        FxTest.doOnFx(() -> ((MenuButton) find(menu))
                .getItems().stream()
                        .filter(each -> item.equals(each.getId()))
                        .findFirst()
                        .orElseThrow()
                        .fire());
    }

    /// Puts text into a field.
    void write(String selector, String text) {
        awaitNode(selector);
        FxTest.doOnFx(() -> ((TextInputControl) find(selector)).setText(text));
    }

    /// Puts text into a field and presses Enter there.
    void enter(String selector, String text) {
        awaitNode(selector);
        FxTest.doOnFx(() -> enter((TextField) find(selector), text));
    }

    private static void enter(TextField field, String text) {
        field.setText(text);
        field.fireEvent(new ActionEvent());
    }

    /// Chooses the option that holds words.
    void choose(String selector, String words) {
        FxTest.await(() -> option(selector, words) >= 0, () -> words + " in " + selector);
        FxTest.doOnFx(() -> box(selector).getSelectionModel().select(option(selector, words)));
    }

    void chooseLast(String selector) {
        FxTest.await(
                () -> find(selector) instanceof ComboBox<?> box
                        && !box.getItems().isEmpty(),
                () -> selector);
        FxTest.doOnFx(() -> box(selector).getSelectionModel().selectLast());
    }

    private int option(String selector, String words) {
        if (!(find(selector) instanceof ComboBox<?> box)) {
            return -1;
        }
        for (int i = 0; i < box.getItems().size(); i++) {
            if (box.getItems().get(i).toString().contains(words)) {
                return i;
            }
        }
        return -1;
    }

    private ComboBox<?> box(String selector) {
        return (ComboBox<?>) find(selector);
    }

    /// Presses a key where the focus is.
    void key(KeyCode code, boolean control) {
        FxTest.doOnFx(() ->
                focus().fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false)));
    }

    /// Presses a key with the shortcut's and the shift key, where nothing has the focus.
    void chord(KeyCode code) {
        acts++;
        FxTest.doOnFx(() -> open.scene()
                .getRoot()
                .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, true, true, false, false)));
    }

    /// How often a button or a chord was pressed so far.
    int acts() {
        return acts;
    }

    /// Types a character where nothing has the focus.
    void character(String character) {
        FxTest.doOnFx(() -> open.scene()
                .getRoot()
                .fireEvent(new KeyEvent(
                        KeyEvent.KEY_TYPED, character, character, KeyCode.UNDEFINED, false, false, false, false)));
    }

    /// Puts text into the field that has the focus.
    void writeWhereTheFocusIs(String text) {
        FxTest.doOnFx(() -> ((TextInputControl) focus()).setText(text));
    }

    private Node focus() {
        var owner = open.scene().getFocusOwner();
        return owner == null ? open.scene().getRoot() : owner;
    }

    private Node find(String selector) {
        return open.scene().lookup(selector);
    }

    String name(Address person) {
        return open.wiring().protocol().book().name(person).orElseThrow();
    }

    void actAs(Address person) {
        fire("#act-as", "act-as-" + person);
    }

    /// Waits until the next act is called so.
    void awaitPrimary(String words) {
        FxTest.await(() -> words.equals(open.text("#action-primary")), () -> words + " among " + open.words());
    }

    void signAs(Address signer) {
        actAs(signer);
        begin("Sign as " + name(signer) + "…");
        press("#action-sign");
        open.awaitWords(name(signer) + " has signed.");
    }

    void execute(Address payer) {
        actAs(payer);
        begin("Execute as " + name(payer) + "…");
        press("#action-send");
        open.awaitWords("Executed with nonce");
    }

    /// Presses the next act; types whatever holds it first.
    private void begin(String act) {
        FxTest.await(() -> open.text("#action-primary").equals(act) || isHeld(), () -> act + " among " + open.words());
        var held = isHeld();
        press("#action-primary");
        if (held) {
            FxTest.await(() -> !phrases().isEmpty());
            settleAll();
        }
        FxTest.await(() -> find("#action-sign") != null || find("#action-send") != null);
    }

    private boolean isHeld() {
        return open.text("#action-primary").startsWith("Settle");
    }

    /// Types each phrase that is asked for.
    void settleAll() {
        phrases().forEach(field -> FxTest.doOnFx(() -> enter(field, phrase(field))));
    }

    /// The fields in which something that holds a transaction is settled.
    List<TextField> phrases() {
        return FxTest.onFx(() -> open.scene().getRoot().lookupAll(".field-input").stream()
                .filter(node -> node.getId() != null && node.getId().startsWith("settle-"))
                .map(TextField.class::cast)
                .toList());
    }

    private static String phrase(TextField field) {
        return field.getAccessibleHelp().replace("Type: ", "").replace(", then Enter", "");
    }

    /// To the review of what was composed.
    Place.SafeTransaction continueToReview() {
        FxTest.await(() -> open.words().stream().anyMatch(words -> words.matches(".*succeeds? on block.*")));
        key(KeyCode.ENTER, true);
        FxTest.await(() -> open.console().router().current().get() instanceof Place.SafeTransaction);
        awaitNode("#review-stand");
        return (Place.SafeTransaction) open.console().router().current().get();
    }

    /// Takes in on the Council's page what somebody handed on as text.
    void takeIn(String text) {
        open.goTo(new Place.Council(), "Council Safe");
        press("#take-in");
        write("#take-in-text", text);
        press("#take-in-paste");
    }
}
