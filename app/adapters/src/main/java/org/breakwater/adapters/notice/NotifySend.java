package org.breakwater.adapters.notice;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.reminder.DesktopNotices;

/// Notices by `notify-send`, as desktops of Linux take them (freedesktop.org's notifications). It is started without a
/// shell; what it is given can be no option and no markup.
public final class NotifySend implements DesktopNotices {

    private static final String NAME = "notify-send";
    private static final long PATIENCE_SECONDS = 5;

    private final Path program;

    private NotifySend(Path program) {
        this.program = program;
    }

    /// What the desktop has: `notify-send` where it is on the path of a Linux, nothing elsewhere.
    public static DesktopNotices find() {
        return find(
                System.getProperty("os.name", ""),
                Optional.ofNullable(System.getenv("PATH")).orElse(""));
    }

    /// @param system the system's name
    /// @param path folders, as the system separates them
    static DesktopNotices find(String system, String path) {
        if (!system.toLowerCase(Locale.ROOT).startsWith("linux")) {
            return DesktopNotices.none("Notices of the desktop are shown on Linux alone.");
        }
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> program(folder).stream())
                .findFirst()
                .<DesktopNotices>map(NotifySend::new)
                .orElseGet(() -> DesktopNotices.none("The program notify-send is not installed on this computer."));
    }

    private static Optional<Path> program(String folder) {
        try {
            return Optional.of(Path.of(folder).resolve(NAME))
                    .filter(Path::isAbsolute)
                    .filter(Files::isExecutable);
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<String> missing() {
        return Optional.empty();
    }

    @Override
    public void show(String title, String text) throws ProblemException {
        var command = List.of(program.toString(), "--app-name=Breakwater", "--", plain(title), escaped(plain(text)));
        try {
            var process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw problem("it does not answer");
            }
            if (process.exitValue() != 0) {
                throw problem("it ended with " + process.exitValue());
            }
        } catch (IOException failed) {
            throw problem(failed.toString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw problem("it was interrupted");
        }
    }

    private ProblemException problem(String why) {
        return new ProblemException(Problem.of(
                "The desktop showed no notice: " + program + ", " + why + ".", "Look into the inbox instead."));
    }

    /// One line that turns no text around, of the length that is allowed.
    private static String plain(String text) {
        var words = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]", " ").strip();
        return words.length() <= MOST_TEXT ? words : words.substring(0, MOST_TEXT - 1) + "…";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
