import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;

/// How long a program takes from its start to its first pixels, and to the picture that then stays: looks at the memory of
/// a display that nobody sees.
///
/// Its arguments are the display's memory (what `Xvfb -fbdir` writes), for how many seconds to look, a file, and the
/// program's command. The console marks in the file when its first frame was drawn and when data were
/// (`breakwater.start.marks`). Prints four times in milliseconds, and ends the program: to the first pixels, to the
/// picture that stays, and to both marks, 0 where there is none.
final class FirstPixels {

    private static final Duration BETWEEN = Duration.ofMillis(4);

    /// From the top; below it a status bar tells of ages, which never stay.
    private static final double LOOKED_AT = 0.93;

    private static final int WIDTH = 1_600;
    private static final int HEIGHT = 1_000;
    private static final int BYTES = 4;

    private FirstPixels() {}

    public static void main(String[] arguments) throws Exception {
        var seconds = Long.parseLong(arguments[1]);
        var marks = Path.of(arguments[2]);
        Files.deleteIfExists(marks);
        var screen = screen(Path.of(arguments[0]));
        var empty = sum(screen);
        var command = new ProcessBuilder(List.of(arguments).subList(3, arguments.length))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        command.environment().put("JDK_JAVA_OPTIONS", "-Dbreakwater.start.marks=" + marks);
        var clock = System.currentTimeMillis();
        var began = System.nanoTime();
        var program = command.start();
        long first = -1;
        long last = -1;
        var seen = empty;
        while (System.nanoTime() - began < TimeUnit.SECONDS.toNanos(seconds)) {
            var now = sum(screen);
            var at = System.nanoTime() - began;
            if (now != seen) {
                seen = now;
                last = at;
                first = first < 0 ? at : first;
            }
            TimeUnit.MILLISECONDS.sleep(BETWEEN.toMillis());
        }
        end(program);
        System.out.println(TimeUnit.NANOSECONDS.toMillis(first) + " " + TimeUnit.NANOSECONDS.toMillis(last) + " "
                + mark(marks, "frame", clock) + " " + mark(marks, "data", clock));
        System.exit(first < 0 ? 1 : 0);
    }

    private static long mark(Path marks, String name, long began) throws IOException {
        return Files.exists(marks)
                ? Files.readAllLines(marks).stream()
                        .filter(line -> line.startsWith(name + " "))
                        .mapToLong(line -> Long.parseLong(line.substring(name.length() + 1)) - began)
                        .findFirst()
                        .orElse(0)
                : 0;
    }

    private static void end(Process program) throws InterruptedException {
        program.descendants().forEach(ProcessHandle::destroy);
        program.destroy();
        if (!program.waitFor(10, TimeUnit.SECONDS)) {
            program.descendants().forEach(ProcessHandle::destroyForcibly);
            program.destroyForcibly().waitFor();
        }
    }

    /// The pixels, after the head of the file.
    private static MappedByteBuffer screen(Path file) throws IOException {
        var pixels = (long) WIDTH * HEIGHT * BYTES;
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, Files.size(file) - pixels, pixels);
        }
    }

    private static long sum(MappedByteBuffer screen) {
        var sum = new CRC32();
        var view = screen.duplicate();
        view.limit((int) (WIDTH * (HEIGHT * LOOKED_AT)) * BYTES);
        sum.update(view);
        return sum.getValue();
    }
}
