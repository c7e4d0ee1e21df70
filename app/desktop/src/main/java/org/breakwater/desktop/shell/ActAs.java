package org.breakwater.desktop.shell;

import java.util.Optional;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.breakwater.core.acting.Person;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Tone;

/// Who acts at this window, and the choice of somebody else.
final class ActAs extends MenuButton {

    ActAs(Shell.Who who) {
        setId("act-as");
        getStyleClass().add("act-as");
        setMinWidth(USE_PREF_SIZE);
        setGraphic(Icon.KEY.at(Icon.Size.TAG, Tone.MUTED));
        who.people().stream().map(person -> item(who, person)).forEach(getItems()::add);
        Shown.following(this, who.person(), this::show);
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
