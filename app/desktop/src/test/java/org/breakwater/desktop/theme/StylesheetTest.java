package org.breakwater.desktop.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StylesheetTest {

    private static final Path SOURCES = Path.of("src/main");
    private static final Path THEME = SOURCES.resolve("resources/org/breakwater/desktop/theme");
    private static final List<String> TOKENS = List.of("light.css", "dark.css");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{3,8}\\b|rgba?\\(|Color\\.(web|rgb|color)\\(");
    private static final Pattern TOKEN = Pattern.compile("(?m)^\\s+(-bw-[a-z0-9-]+):");
    private static final Pattern USED = Pattern.compile("-bw-[a-z0-9-]+");

    @Test
    void coloursAreWrittenAsNumbersInTheTokensAlone() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            var offenders = files.filter(file -> file.toString().matches(".*\\.(css|java)"))
                    .filter(file -> !TOKENS.contains(file.getFileName().toString()))
                    .filter(file -> COLOUR.matcher(read(file)).find())
                    .toList();
            assertThat(offenders).isEmpty();
        }
    }

    @Test
    void lightAndDarkHaveTheSameTokensAndEachIsUsed() throws IOException {
        var light = found(TOKEN, THEME.resolve("light.css"), 1);
        assertThat(found(TOKEN, THEME.resolve("dark.css"), 1)).isEqualTo(light);

        var used = new TreeSet<String>();
        try (Stream<Path> sheets = Files.list(THEME)) {
            sheets.filter(sheet -> !TOKENS.contains(sheet.getFileName().toString()))
                    .forEach(sheet -> used.addAll(found(USED, sheet, 0)));
        }
        assertThat(used).isEqualTo(light);
    }

    private static Set<String> found(Pattern pattern, Path file, int group) {
        var found = new TreeSet<String>();
        pattern.matcher(read(file)).results().forEach(hit -> found.add(hit.group(group)));
        return found;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
