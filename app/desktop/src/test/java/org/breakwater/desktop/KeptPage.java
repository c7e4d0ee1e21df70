package org.breakwater.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A part of a page that is made from the program, and is written anew with `-Dbreakwater.pages.record=true`.
public final class KeptPage {

    private static final boolean RECORDING = Boolean.getBoolean("breakwater.pages.record");

    private KeptPage() {}

    /// Insists that the lines between two marks are those that the program gives.
    ///
    /// @param name of the part: `<!-- name -->` before it, `<!-- end of name -->` after it
    public static void compare(Path page, String name, List<String> wanted) throws IOException {
        var lines = Files.readAllLines(page);
        var from = lines.indexOf("<!-- " + name + " -->") + 1;
        var to = lines.indexOf("<!-- end of " + name + " -->");
        assertThat(from).as("%s has the mark of %s", page, name).isPositive();
        assertThat(to).as("%s has the end of %s", page, name).isGreaterThanOrEqualTo(from);
        if (RECORDING) {
            var written = new ArrayList<>(lines.subList(0, from));
            written.addAll(wanted);
            written.addAll(lines.subList(to, lines.size()));
            Files.write(page, written);
            return;
        }
        var present = lines.subList(from, to);
        for (int i = 0; i < Math.max(present.size(), wanted.size()); i++) {
            var is = i < present.size() ? present.get(i) : "";
            var should = i < wanted.size() ? wanted.get(i) : "";
            assertThat(is)
                    .as(
                            "%s, line %d, must be: %s (or -Dbreakwater.pages.record=true writes it)",
                            page, from + i + 1, should)
                    .isEqualTo(should);
        }
    }

    /// Insists that a whole file is as the program gives it.
    public static void compare(Path file, String wanted) throws IOException {
        if (RECORDING) {
            Files.writeString(file, wanted);
            return;
        }
        assertThat(file)
                .as("%s is made from the program: -Dbreakwater.pages.record=true writes it anew; then look at it", file)
                .exists()
                .content()
                .isEqualTo(wanted);
    }
}
