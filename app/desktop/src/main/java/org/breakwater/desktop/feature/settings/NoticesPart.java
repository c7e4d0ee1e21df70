package org.breakwater.desktop.feature.settings;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.breakwater.core.reminder.DesktopNotices;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Card;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.place.Preferences;

/// Whether the desktop tells of what waits, and of what.
///
/// @param notices of the desktop
record NoticesPart(SettingsViewModel model, DesktopNotices notices) {

    private static final String MEANING = "Once when something new waits, once when a day is left to its deadline and"
            + " once when an hour is. Nothing is told twice, after a restart either.";

    Region root() {
        var toggle = Setting.toggle(
                "notices-on",
                "Tell of what waits",
                model.preferences().map(Preferences::notices),
                on -> model.prefer(old -> old.noticing(on)));
        toggle.setDisable(notices.missing().isPresent());
        var meaning = notices.missing().orElse(MEANING);
        var rows =
                new VBox(Setting.row("Tell of what waits", new ReadOnlyObjectWrapper<>(meaning), toggle), calendar());
        rows.getChildren().getLast().getStyleClass().add("last");
        return Card.flush("Notices of the desktop", rows);
    }

    private static Region calendar() {
        var words = Words.wrapped(Words.secondary("A notice has the sentence of the inbox and the time that is left."
                + " Whoever sees the screen can read it. The inbox also gives its dates to a calendar."));
        return Boxes.styled(Boxes.row(8, words), "setting", "endpoint-row");
    }
}
