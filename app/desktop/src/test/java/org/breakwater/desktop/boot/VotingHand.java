package org.breakwater.desktop.boot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.breakwater.core.value.Address;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.fx.SceneWalk;

/// What a person does at the window who acts with an account of their own.
record VotingHand(OpenConsole open) {

    Address account(String name) {
        return open.network().description().accounts().stream()
                .filter(account -> account.name().equals(name))
                .findFirst()
                .orElseThrow()
                .address();
    }

    void actAs(String name) {
        var id = "act-as-" + account(name);
        var menu = (MenuButton) open.lookup("#act-as");
        FxTest.doOnFx(() -> all(menu.getItems()).stream()
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow()
                .fire());
        open.awaitWords("Act as " + name);
    }

    private static List<MenuItem> all(List<MenuItem> items) {
        var all = new ArrayList<MenuItem>();
        for (var item : items) {
            if (item instanceof Menu menu) {
                all.addAll(menu.getItems());
            } else {
                all.add(item);
            }
        }
        return all;
    }

    void awaitNode(String selector) {
        new Operator(open).awaitNode(selector);
    }

    void press(String selector) {
        new Operator(open).press(selector);
    }

    /// Opens a row that is no button.
    void enter(String selector) {
        awaitNode(selector);
        FxTest.doOnFx(() -> open.scene()
                .lookup(selector)
                .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false)));
    }

    void type(String selector, String words) {
        awaitNode(selector);
        FxTest.doOnFx(() -> ((TextInputControl) open.scene().lookup(selector)).setText(words));
    }

    /// Presses the first visible button with these words, once it is there; a label may have the same.
    void choose(String words) {
        FxTest.await(() -> button(words).isPresent(), () -> words + " among " + open.words());
        FxTest.doOnFx(() -> button(words).orElseThrow().fire());
    }

    private Optional<ButtonBase> button(String words) {
        return SceneWalk.visible(open.scene()).stream()
                .filter(node -> node instanceof ButtonBase button && words.equals(button.getText()))
                .map(ButtonBase.class::cast)
                .findFirst();
    }

    /// Sends what is read back, and waits until the contract said that it counts.
    void send(String done) {
        press("#act-send");
        open.awaitWords(done);
    }
}
