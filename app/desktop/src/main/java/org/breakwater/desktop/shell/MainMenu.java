package org.breakwater.desktop.shell;

import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import org.breakwater.desktop.command.Command;
import org.breakwater.desktop.command.Commands;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.KeyCap;
import org.breakwater.desktop.kit.Mark;
import org.breakwater.desktop.kit.Words;

/// The mark; opens a menu of every command, those that cannot be done now with the reason.
final class MainMenu extends Button {

    private final Commands commands;
    private final ContextMenu menu = new ContextMenu();

    MainMenu(Commands commands) {
        this.commands = commands;
        getStyleClass().setAll("brand");
        setGraphic(Boxes.row(9, new Mark(20), Boxes.styled(Words.strong("Breakwater"), "brand-name")));
        setAccessibleText("Breakwater menu");
        setOnAction(_ -> open());
    }

    private void open() {
        menu.getItems().clear();
        for (var group : Command.Group.values()) {
            var items = commands.all().stream()
                    .filter(command -> command.group() == group)
                    .map(MainMenu::item)
                    .toList();
            if (!items.isEmpty() && !menu.getItems().isEmpty()) {
                menu.getItems().add(new SeparatorMenuItem());
            }
            menu.getItems().addAll(items);
        }
        menu.show(this, Side.BOTTOM, 0, 4);
    }

    /// A command as a line of a menu.
    static MenuItem item(Command command) {
        var item = new MenuItem();
        var words = command.isPossible()
                ? command.title()
                : command.title() + " (" + command.missing().getValue() + ")";
        var line = new HBox(8, command.icon().at(Icon.Size.BUTTON), Words.body(words), Boxes.spacer());
        line.setMinWidth(260);
        command.chord()
                .ifPresent(keys -> keys.caps().forEach(cap -> line.getChildren().add(new KeyCap(cap))));
        item.setGraphic(line);
        item.setDisable(!command.isPossible());
        item.setOnAction(_ -> Commands.run(command));
        return item;
    }
}
