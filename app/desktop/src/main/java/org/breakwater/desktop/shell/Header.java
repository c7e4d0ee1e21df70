package org.breakwater.desktop.shell;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.breakwater.desktop.command.Command;
import org.breakwater.desktop.command.Commands;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.KeyCap;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;

/// Mark and menu, back and forward, where one is, and the way into the palette.
final class Header extends HBox {

    private final HBox trail = Boxes.row(7);

    Header(Commands commands, ObservableValue<List<String>> where) {
        super(10);
        getStyleClass().add("header");
        setFillHeight(false);
        getChildren()
                .addAll(
                        new MainMenu(commands),
                        arrow(Icon.ARROW_LEFT, commands.command("go.back")),
                        arrow(Icon.ARROW_RIGHT, commands.command("go.forward")),
                        trail,
                        Boxes.spacer(),
                        search(commands.command("window.palette")));
        Shown.following(this, where, this::show);
    }

    private static Button arrow(Icon icon, Command command) {
        var button = Buttons.small(Buttons.icon(icon, command.title(), () -> Commands.run(command)));
        button.setTooltip(new Tooltip(command.explained()));
        Shown.following(button, command.missing(), missing -> button.setDisable(!missing.isEmpty()));
        return button;
    }

    private static Button search(Command palette) {
        var button = new Button();
        button.getStyleClass().setAll("go-to");
        button.setGraphic(Boxes.row(
                8,
                Icon.SEARCH.at(Icon.Size.BUTTON, Tone.MUTED),
                Words.muted("Go to, find, do"),
                Boxes.spacer(),
                new KeyCap("Ctrl K")));
        button.setAccessibleText("Go to, find, do");
        button.setOnAction(_ -> Commands.run(palette));
        return button;
    }

    private void show(List<String> names) {
        trail.getChildren().clear();
        for (int i = 0; i < names.size(); i++) {
            var last = i == names.size() - 1;
            trail.getChildren().add(last ? Words.strong(names.get(i)) : Words.muted(names.get(i)));
            if (!last) {
                trail.getChildren().add(Words.muted("/"));
            }
        }
    }
}
