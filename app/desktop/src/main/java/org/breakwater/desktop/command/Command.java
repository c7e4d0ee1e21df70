package org.breakwater.desktop.command;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import org.breakwater.desktop.kit.Icon;

/// Something one can do.
///
/// @param id names it for good: "go.pools"
/// @param title what it does, as a button would say it
/// @param keywords other words one may look for it by
/// @param chord the keys for it
/// @param missing why it cannot be done now, or the empty string; what cannot be done is listed all the same
public record Command(
        String id,
        Group group,
        Icon icon,
        String title,
        List<String> keywords,
        Optional<Chord> chord,
        ObservableValue<String> missing,
        Runnable run) {

    /// What kind of command it is; menu and keyboard sheet are in this order.
    public enum Group {
        DO("Do"),
        /// What only a network of one's own lets one do.
        LOCAL("Local network"),
        GO("Go to"),
        LIST("In a list"),
        WINDOW("Window"),
        HELP("Help");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /// A command that can always be done.
    public static Command always(String id, Group group, Icon icon, String title, Runnable run) {
        return new Command(id, group, icon, title, List.of(), Optional.empty(), new ReadOnlyStringWrapper(""), run);
    }

    public Command on(Chord keys) {
        return new Command(id, group, icon, title, keywords, Optional.of(keys), missing, run);
    }

    public Command alsoFoundBy(String... words) {
        return new Command(id, group, icon, title, List.of(words), chord, missing, run);
    }

    public Command unless(ObservableValue<String> reason) {
        return new Command(id, group, icon, title, keywords, chord, reason, run);
    }

    public boolean isPossible() {
        return missing.getValue().isEmpty();
    }

    /// Its title, with its keys where it has some; for tooltips.
    public String explained() {
        return chord.map(keys -> title + "  " + keys.text()).orElse(title);
    }
}
