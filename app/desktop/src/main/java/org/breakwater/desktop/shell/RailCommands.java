package org.breakwater.desktop.shell;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.breakwater.desktop.command.Chord;
import org.breakwater.desktop.command.Command;
import org.breakwater.desktop.command.Command.Group;
import org.breakwater.desktop.navigation.Router;
import org.breakwater.desktop.navigation.Section;

/// The commands that lead to the places of the rail: Ctrl+1 to Ctrl+8 for the first eight.
final class RailCommands {

    private static final List<KeyCode> DIGITS = List.of(
            KeyCode.DIGIT1,
            KeyCode.DIGIT2,
            KeyCode.DIGIT3,
            KeyCode.DIGIT4,
            KeyCode.DIGIT5,
            KeyCode.DIGIT6,
            KeyCode.DIGIT7,
            KeyCode.DIGIT8);

    private RailCommands() {}

    static String id(Section section) {
        return "go." + section.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<Command> of(Router router) {
        return Stream.of(Section.values())
                .map(section -> command(router, section))
                .toList();
    }

    private static Command command(Router router, Section section) {
        var command = Command.always(
                id(section), Group.GO, section.icon(), section.title(), () -> router.go(section.place()));
        return section.ordinal() < DIGITS.size() ? command.on(Chord.control(DIGITS.get(section.ordinal()))) : command;
    }
}
