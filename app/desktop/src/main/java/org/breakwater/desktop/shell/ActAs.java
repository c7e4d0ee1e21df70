package org.breakwater.desktop.shell;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.breakwater.core.acting.Person;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Tone;

/// Who acts at this window, and the choice of somebody else.
final class ActAs extends MenuButton {

    private static final int MANY = 10;

    ActAs(Shell.Who who) {
        setId("act-as");
        getStyleClass().add("act-as");
        setMinWidth(USE_PREF_SIZE);
        setGraphic(Icon.KEY.at(Icon.Size.TAG, Tone.MUTED));
        fill(who);
        Shown.following(this, who.person(), this::show);
    }

    /// Many of a kind, such as "Voter 1" to "Voter 40", have a menu of their own; whoever is among few stands in the
    /// list.
    private void fill(Shell.Who who) {
        var kinds = who.people().stream()
                .collect(Collectors.groupingBy(ActAs::kind, LinkedHashMap::new, Collectors.toList()));
        kinds.forEach((kind, people) -> {
            if (people.size() < MANY) {
                people.stream().map(person -> item(who, person)).forEach(getItems()::add);
            } else {
                var menu = new Menu(kind + "s");
                menu.setId("act-as-" + kind.toLowerCase(Locale.ROOT) + "s");
                people.stream().map(person -> item(who, person)).forEach(menu.getItems()::add);
                getItems().add(menu);
            }
        });
    }

    /// The name without its number.
    private static String kind(Person person) {
        return person.name().replaceFirst(" \\d+$", "");
    }

    private static MenuItem item(Shell.Who who, Person person) {
        var item = new MenuItem(person.name());
        item.setId("act-as-" + person.address());
        item.setOnAction(_ -> who.choose().accept(person));
        return item;
    }

    private void show(Optional<Person> person) {
        var words = person.map(acts -> "Act as " + acts.name()).orElse("Act as");
        setText(words);
        setAccessibleText(words);
    }
}
