package org.breakwater.adapters.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What one benchmark measured: printed, and kept as `NAME.md` in the folder of the system property
/// `breakwater.bench.folder`.
public final class BenchTable {

    private static final String HEADER = "| %-44s | %12s | %12s | %12s | %4s | %-12s |";

    private final String name;
    private final List<String> lines = new ArrayList<>();

    public BenchTable(String name) {
        this.name = name;
        lines.add(HEADER.formatted("what", "median", "least", "most", "runs", "unit"));
        lines.add("|" + "-".repeat(46) + "|-------------:|-------------:|-------------:|-----:|--------------|");
    }

    /// A figure that was measured several times.
    public void measured(String what, String unit, List<Double> figures) {
        var sorted = figures.stream().sorted().toList();
        lines.add(HEADER.formatted(
                what,
                shown(sorted.get(sorted.size() / 2)),
                shown(sorted.getFirst()),
                shown(sorted.getLast()),
                sorted.size(),
                unit));
    }

    /// A figure that is the same every time.
    public void counted(String what, String unit, long figure) {
        lines.add(HEADER.formatted(what, figure, "", "", "", unit));
    }

    private static String shown(double figure) {
        return String.format(Locale.ROOT, "%.1f", figure);
    }

    /// Prints the table and writes its file.
    public void publish() throws IOException {
        var text = String.join("\n", lines) + "\n";
        System.out.print("\n" + name + "\n\n" + text + "\n");
        var folder = Files.createDirectories(Path.of(System.getProperty("breakwater.bench.folder", "target/bench")));
        Files.writeString(folder.resolve(name + ".md"), "# " + name + "\n\n" + text);
    }
}
