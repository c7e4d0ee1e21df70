package org.breakwater.desktop.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.breakwater.core.acting.KeyringState;
import org.breakwater.core.acting.Person;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Tone;

/// Who acts at this window, the choice of somebody else, and the way to add somebody.
final class ActAs extends MenuButton {

    private static final int MANY = 10;

    private final Shell.Who who;

    ActAs(Shell.Who who) {
        this.who = who;
        setId("act-as");
        getStyleClass().add("act-as");
        setMinWidth(USE_PREF_SIZE);
        Shown.following(this, who.people(), _ -> offer());
        Shown.following(this, who.keyring(), _ -> offer());
        Shown.following(this, who.person(), _ -> tell());
        Shown.following(this, who.watching(), _ -> offer());
    }

    private void offer() {
        if (who.watching().getValue()) {
            getItems().setAll(item("act-as-watching", "Only watches…", who.settings()));
            tell();
            return;
        }
        var ring = who.keyring().getValue();
        var items = people(ring);
        if (!items.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        items.addAll(own(ring));
        getItems().setAll(items);
        tell();
    }

    /// Many of a kind, such as "Voter 1" to "Voter 40", have a menu of their own; whoever is among few stands in the
    /// list.
    private List<MenuItem> people(KeyringState ring) {
        var items = new ArrayList<MenuItem>();
        var kinds = who.people().getValue().stream()
                .collect(Collectors.groupingBy(ActAs::kind, LinkedHashMap::new, Collectors.toList()));
        kinds.forEach((kind, people) -> {
            if (people.size() < MANY) {
                people.stream().map(person -> item(person, ring)).forEach(items::add);
            } else {
                var menu = new Menu(kind + "s");
                menu.setId("act-as-" + kind.toLowerCase(Locale.ROOT) + "s");
                people.stream().map(person -> item(person, ring)).forEach(menu.getItems()::add);
                items.add(menu);
            }
        });
        return items;
    }

    /// The name without its number.
    private static String kind(Person person) {
        return person.name().replaceFirst(" \\d+$", "");
    }

    private List<MenuItem> own(KeyringState ring) {
        var lock = item("act-as-lock", "Lock signers", who.lock());
        lock.setDisable(!ring.hasUnlocked());
        var add = item("act-as-add", ring.signers().isEmpty() ? "Add a signer…" : "Signers…", who.settings());
        return ring.signers().isEmpty() ? List.of(add) : List.of(lock, add);
    }

    private MenuItem item(Person person, KeyringState ring) {
        var item = item(
                "act-as-" + person.address(), person.name(), () -> who.choose().accept(person));
        standing(person, ring).ifPresent(icon -> item.setGraphic(icon.at(Icon.Size.TAG, Tone.MUTED)));
        return item;
    }

    private static MenuItem item(String id, String words, Runnable act) {
        var item = new MenuItem(words);
        item.setId(id);
        item.setOnAction(_ -> act.run());
        return item;
    }

    /// Locked or unlocked, for those of whom it is known.
    private static Optional<Icon> standing(Person person, KeyringState ring) {
        return ring.find(person.address())
                .flatMap(signer -> signer.isLocked()
                        ? Optional.of(Icon.LOCK)
                        : signer.isUnlocked() ? Optional.of(Icon.UNLOCK) : Optional.empty());
    }

    /// On a network of one's own one acts as everybody; elsewhere it is a person who signs.
    private void tell() {
        var person = who.person().getValue();
        var ring = who.keyring().getValue();
        var watches = who.watching().getValue();
        var words = person.map(acts -> (who.isLocal() ? "Act as " : "Signer: ") + acts.name() + spoken(acts, ring))
                .orElse(watches ? "Watch only" : "No signers here");
        setText(words);
        setAccessibleText(words);
        var icon = person.flatMap(acts -> standing(acts, ring)).orElse(watches ? Icon.EYE : Icon.KEY);
        setGraphic(icon.at(Icon.Size.TAG, Tone.MUTED));
    }

    private static String spoken(Person person, KeyringState ring) {
        return ring.isLocked(person) ? ", locked" : "";
    }
}
