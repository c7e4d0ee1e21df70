package org.breakwater.desktop.shell;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.breakwater.desktop.command.Command;
import org.breakwater.desktop.command.Commands;
import org.breakwater.desktop.command.KeyTable;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.KeyCap;
import org.breakwater.desktop.kit.Link;
import org.breakwater.desktop.kit.Words;

/// All keys on a sheet over the window.
final class KeyboardSheet extends VBox {

    /// Where there is one.
    private static final String GUIDE = "help.guide";

    private final Button close;

    KeyboardSheet(List<Command> commands, Runnable onClose) {
        getStyleClass().addAll("popup", "sheet");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        close = Buttons.icon(Icon.X, "Close", onClose);
        var heading = Boxes.row(12, Words.section("Keyboard"), Boxes.spacer());
        commands.stream()
                .filter(command -> command.id().equals(GUIDE))
                .map(guide -> new Link(guide.title(), () -> {
                    onClose.run();
                    Commands.run(guide);
                }))
                .forEach(heading.getChildren()::add);
        heading.getChildren().addAll(new KeyCap("Esc"), close);
        getChildren()
                .addAll(Boxes.styled(heading, "sheet-heading"), Boxes.styled(new KeyTable(commands), "sheet-groups"));
    }

    Button close() {
        return close;
    }
}
