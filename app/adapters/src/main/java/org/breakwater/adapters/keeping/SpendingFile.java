package org.breakwater.adapters.keeping;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.breakwater.adapters.files.BoundedText;
import org.breakwater.adapters.files.ExclusiveFile;
import org.breakwater.adapters.files.WholeFile;
import org.breakwater.core.keeping.SpendingBook;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;

/// What was spent each day, a line a day: the date, a space, wei. Several programs may share it.
public final class SpendingFile implements SpendingBook {

    private static final int MOST = 1 << 16;
    private static final String LINE = "[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{1,78}";

    /// So many days are kept.
    private static final int DAYS = 400;

    private final Path file;

    /// @param file in a folder that is there; made when something is first spent
    public SpendingFile(Path file) {
        this.file = file;
    }

    @Override
    public BigInteger spent(LocalDate day) throws ProblemException {
        return read().getOrDefault(day, BigInteger.ZERO);
    }

    @Override
    public void add(LocalDate day, BigInteger wei) throws ProblemException {
        ExclusiveFile.change(file, () -> {
            var days = read();
            days.merge(
                    day,
                    wei.max(BigInteger.ZERO),
                    (before, _) -> before.add(wei).max(BigInteger.ZERO));
            while (days.size() > DAYS) {
                days.remove(days.firstKey());
            }
            write(days);
            return days;
        });
    }

    /// A file that cannot be read is no day on which nothing was spent.
    private SortedMap<LocalDate, BigInteger> read() throws ProblemException {
        var days = new TreeMap<LocalDate, BigInteger>();
        if (!Files.exists(file)) {
            return days;
        }
        for (var line : BoundedText.read(file, MOST).lines().toList()) {
            if (!line.matches(LINE)) {
                throw malformed(null);
            }
            var space = line.indexOf(' ');
            try {
                days.put(LocalDate.parse(line.substring(0, space)), new BigInteger(line.substring(space + 1)));
            } catch (DateTimeParseException noDay) {
                throw malformed(noDay);
            }
        }
        return days;
    }

    private ProblemException malformed(@org.jspecify.annotations.Nullable Exception cause) {
        var problem = new Problem(
                file + " does not say what was spent.",
                "Nothing is sent while the day's limit cannot be kept.",
                "Restore it, or move it away to begin anew.");
        return cause == null ? new ProblemException(problem) : new ProblemException(problem, cause);
    }

    private void write(SortedMap<LocalDate, BigInteger> days) throws ProblemException {
        var text = new StringBuilder();
        days.forEach((day, wei) -> text.append(day).append(' ').append(wei).append('\n'));
        try {
            WholeFile.replace(file, text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new ProblemException(
                    Problem.of(
                            "What is spent could not be noted in " + file + ": " + failed.getMessage() + ".",
                            "Make room, or make the folder writable; nothing was sent."),
                    failed);
        }
    }
}
