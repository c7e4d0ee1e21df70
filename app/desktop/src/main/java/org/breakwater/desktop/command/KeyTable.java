package org.breakwater.desktop.command;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.KeyCap;
import org.breakwater.desktop.kit.Words;

/// Every key and what it does, by group, made from the commands there are.
public final class KeyTable extends FlowPane {

    private static final double WRAP = 720;
    private static final double COLUMN = 220;

    public KeyTable(List<Command> commands) {
        super(40, 20);
        setPrefWrapLength(WRAP);
        for (var group : Command.Group.values()) {
            var lines = commands.stream()
                    .filter(command ->
                            command.group() == group && command.chord().isPresent())
                    .map(KeyTable::line)
                    .toList();
            if (!lines.isEmpty()) {
                var column = new VBox(6, Words.strong(group.title()));
                column.getChildren().addAll(lines);
                getChildren().add(column);
            }
        }
    }

    private static Node line(Command command) {
        var caps = Boxes.row(4);
        command.chord()
                .ifPresent(keys -> keys.caps().forEach(cap -> caps.getChildren().add(new KeyCap(cap))));
        var line = Boxes.row(12, Words.body(command.title()), Boxes.spacer(), caps);
        line.setMinWidth(COLUMN);
        return line;
    }
}
