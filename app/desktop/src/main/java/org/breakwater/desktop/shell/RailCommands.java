package org.breakwater.desktop.shell;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
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
        var sections = List.of(Section.values());
        return IntStream.range(0, sections.size())
                .mapToObj(i -> i < DIGITS.size()
                        ? command(router, sections.get(i)).on(Chord.control(DIGITS.get(i)))
                        : command(router, sections.get(i)))
                .toList();
    }

    private static Command command(Router router, Section section) {
        return Command.always(id(section), Group.GO, section.icon(), section.title(), () -> router.go(section.place()));
    }
}
