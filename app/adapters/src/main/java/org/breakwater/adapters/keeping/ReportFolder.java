package org.breakwater.adapters.keeping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breakwater.adapters.files.BoundedText;
import org.breakwater.core.keeping.Report;
import org.breakwater.core.keeping.Reports;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Bytes;

/// Reports in the files `*.hex` of a folder: `abi.encode(Report, bytes[])` in hexadecimal digits. Files of another kind
/// are no reports and stop nothing.
public record ReportFolder(Path folder) implements Reports {

    private static final int MOST_FILES = 200;
    private static final int MOST_TEXT = 2 * Report.MOST_DATA + 16;

    /// A report is not dynamic: its first word, the number of its subject, stands first.
    private static final int SUBJECT_END = 32;

    @Override
    public List<Report> waiting() throws ProblemException {
        var reports = new ArrayList<Report>();
        for (var file : files()) {
            read(file).ifPresent(reports::add);
        }
        return reports;
    }

    private List<Path> files() throws ProblemException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".hex"))
                    .sorted()
                    .limit(MOST_FILES)
                    .toList();
        } catch (IOException broken) {
            throw new ProblemException(
                    Problem.of("The folder of reports " + folder + " could not be read.", "Check the path."), broken);
        }
    }

    private static Optional<Report> read(Path file) {
        try {
            var text = BoundedText.read(file, MOST_TEXT).strip();
            if (!text.matches("0x(?:[0-9a-fA-F]{2})+") || text.length() > 2 + 2 * Report.MOST_DATA) {
                return Optional.empty();
            }
            var data = Bytes.fromHex(text);
            if (data.length() < SUBJECT_END) {
                return Optional.empty();
            }
            var subject = data.slice(0, SUBJECT_END).toUnsigned();
            return subject.bitLength() <= Integer.SIZE
                    ? Optional.of(new Report(subject.longValueExact(), data))
                    : Optional.empty();
        } catch (ProblemException unreadable) {
            return Optional.empty();
        }
    }
}
