package org.breakwater.desktop.shell;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.breakwater.desktop.command.Command;
import org.breakwater.desktop.command.Commands;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Section;

/// The places, and at its foot what belongs to the person. In a narrow window only the icons are left.
final class Rail extends VBox {

    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    /// An entry and its parts that change.
    private record Entry(Button button, Label name, Label count, Tooltip tooltip) {}

    private final Map<Section, Entry> entries = new EnumMap<>(Section.class);
    private final Commands commands;

    /// @param counts how much waits in each place
    Rail(Commands commands, ObservableValue<Place> current, ObservableValue<Map<Section, Integer>> counts) {
        super(2);
        this.commands = commands;
        getStyleClass().add("rail");
        var foot = false;
        for (var section : Section.values()) {
            if (section.isFoot() && !foot) {
                getChildren().add(Boxes.spacer());
                foot = true;
            }
            getChildren().add(entry(section));
        }
        Shown.following(this, current, this::mark);
        Shown.following(this, counts, this::count);
        addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    }

    private Button entry(Section section) {
        Command command = commands.command(RailCommands.id(section));
        var name = Words.name(section.title());
        var count = Words.caption("");
        var button = new Button();
        button.getStyleClass().setAll("rail-item");
        if (section == Section.EMERGENCY) {
            button.getStyleClass().add("emergency");
        }
        var bar = Boxes.styled(new Region(), "rail-bar");
        HBox line = Boxes.row(10, section.icon().at(Icon.Size.ROW), name, Boxes.spacer(), count);
        button.setGraphic(new StackPane(line, bar));
        StackPane.setAlignment(bar, Pos.CENTER_LEFT);
        line.prefWidthProperty().bind(button.widthProperty().subtract(24));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleRole(AccessibleRole.BUTTON);
        button.setAccessibleText(section.title());
        var tooltip = new Tooltip(command.explained());
        button.setTooltip(tooltip);
        button.setOnAction(_ -> Commands.run(command));
        entries.put(section, new Entry(button, name, count, tooltip));
        return button;
    }

    /// Leaves only the icons, or shows the names again.
    void setNarrow(boolean narrow) {
        pseudoClassStateChanged(NARROW, narrow);
        entries.values().forEach(entry -> {
            for (var words : List.of(entry.name(), entry.count())) {
                words.setVisible(!narrow);
                words.setManaged(!narrow);
            }
        });
    }

    private void mark(Place place) {
        entries.forEach((section, entry) -> {
            var here = section == place.section();
            entry.button().pseudoClassStateChanged(CURRENT, here);
            entry.button().setAccessibleHelp(here ? "You are here" : "");
        });
    }

    private void count(Map<Section, Integer> counts) {
        entries.forEach((section, entry) -> {
            var waiting = counts.getOrDefault(section, 0);
            entry.count().setText(waiting == 0 ? "" : Numbers.count(waiting));
            entry.button()
                    .setAccessibleText(
                            waiting == 0 ? section.title() : section.title() + ", " + Numbers.count(waiting) + " wait");
        });
    }

    /// Arrow keys move along the rail.
    private void keyPressed(KeyEvent event) {
        var buttons =
                new ArrayList<>(entries.values().stream().map(Entry::button).toList());
        var at = buttons.indexOf(getScene().getFocusOwner());
        if (at >= 0 && (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN)) {
            var step = event.getCode() == KeyCode.UP ? -1 : 1;
            buttons.get(Math.floorMod(at + step, buttons.size())).requestFocus();
            event.consume();
        }
    }
}
