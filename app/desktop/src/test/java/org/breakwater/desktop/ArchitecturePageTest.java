package org.breakwater.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The page about the architecture says what the class files say.
class ArchitecturePageTest {

    private static final Path PAGE = Path.of("..", "docs", "architecture.md");
    private static final String ROOT = "org.breakwater.";
    private static final String WINDOW = "desktop.";

    /// Rooms that know each other, and stand in the diagram as one: words are about what places are given.
    private static final Map<String, String> TOGETHER =
            Map.of("place", "place and wording", "wording", "place and wording");

    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar") && !location.contains("-test/"))
            .importPackages("org.breakwater");

    /// The room of a class: the rooms of the window one by one, everything else as a whole.
    private static Optional<String> room(JavaClass type) {
        var name = type.getPackageName();
        if (!name.startsWith(ROOT)) {
            return Optional.empty();
        }
        var parts = name.substring(ROOT.length()).split("\\.", -1);
        if (parts[0].equals("cli")) {
            return Optional.empty();
        }
        return Optional.of(
                parts[0].equals("desktop") && parts.length > 1
                        ? WINDOW + TOGETHER.getOrDefault(parts[1], parts[1])
                        : parts[0]);
    }

    /// Which rooms each room knows.
    private static SortedMap<String, Set<String>> arrows() {
        var arrows = new TreeMap<String, Set<String>>();
        for (var type : PROGRAM) {
            room(type).ifPresent(from -> {
                var known = arrows.computeIfAbsent(from, _ -> new TreeSet<>());
                type.getDirectDependenciesFromSelf().stream()
                        .map(Dependency::getTargetClass)
                        .flatMap(target -> room(target).stream())
                        .filter(to -> !to.equals(from))
                        .forEach(known::add);
            });
        }
        return arrows;
    }

    /// Whether one room is reached from another over at least one room between them.
    private static boolean isReachedOver(Map<String, Set<String>> arrows, String from, String to) {
        return arrows.getOrDefault(from, Set.of()).stream()
                .filter(between -> !between.equals(to))
                .anyMatch(between -> reaches(arrows, between, to));
    }

    private static boolean reaches(Map<String, Set<String>> arrows, String from, String to) {
        return reaches(arrows, from, to, new TreeSet<>());
    }

    @Test
    void roomsKnowEachOtherInOneDirection() {
        var arrows = arrows();
        arrows.forEach((from, known) -> known.forEach(to -> assertThat(reaches(arrows, to, from))
                .as("%s knows %s, and is known by it", from, to)
                .isFalse()));
    }

    private static boolean reaches(Map<String, Set<String>> arrows, String from, String to, Set<String> seen) {
        return seen.add(from)
                && arrows.getOrDefault(from, Set.of()).stream()
                        .anyMatch(next -> next.equals(to) || reaches(arrows, next, to, seen));
    }

    @Test
    void theDiagramHasTheArrowsThatTheClassesHave() throws IOException {
        var arrows = arrows();
        var lines = new ArrayList<String>();
        lines.add("```mermaid");
        lines.add("flowchart TD");
        arrows.forEach((from, known) -> known.stream()
                .filter(to -> !isReachedOver(arrows, from, to))
                .forEach(to -> lines.add("    " + node(from) + " --> " + node(to))));
        lines.add("```");
        KeptPage.compare(PAGE, "rooms of the window", lines);
    }

    private static String node(String room) {
        return room.replace('.', '_').replace(' ', '_') + "["
                + (room.startsWith(WINDOW) ? room.substring(WINDOW.length()) : room) + "]";
    }

    @Test
    void everyRoomOfTheCoreIsListedWithWhatItIsFor() throws IOException {
        KeptPage.compare(PAGE, "rooms of the core", rooms(Path.of("..", "core"), "core"));
    }

    @Test
    void everyRoomOfTheAdaptersIsListedWithWhatItIsFor() throws IOException {
        KeptPage.compare(PAGE, "rooms of the adapters", rooms(Path.of("..", "adapters"), "adapters"));
    }

    @Test
    void everyRoomOfTheWindowIsListedWithWhatItIsFor() throws IOException {
        KeptPage.compare(PAGE, "parts of the window", rooms(Path.of(""), "desktop"));
    }

    private static List<String> rooms(Path module, String name) throws IOException {
        var folder = module.resolve(Path.of("src", "main", "java", "org", "breakwater", name));
        try (Stream<Path> inside = Files.list(folder)) {
            var rows = new ArrayList<>(List.of("| room | what it is for |", "|---|---|"));
            for (var room : inside.filter(Files::isDirectory).sorted().toList()) {
                rows.add("| `" + room.getFileName() + "` | " + sentence(room) + " |");
            }
            return rows;
        }
    }

    /// The first sentence of a room's description; of what is in it, where the room itself has none.
    private static String sentence(Path room) throws IOException {
        var described = room.resolve("package-info.java");
        if (!Files.exists(described)) {
            try (Stream<Path> inside = Files.list(room)) {
                return String.join(
                        ", ",
                        inside.filter(Files::isDirectory)
                                .map(part -> part.getFileName().toString())
                                .sorted()
                                .toList());
            }
        }
        var text = Files.readAllLines(described).stream()
                .filter(line -> line.startsWith("///"))
                .map(line -> line.substring(3).strip())
                .reduce("", (before, line) -> (before + " " + line).strip());
        var end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }
}
