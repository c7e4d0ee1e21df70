import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes `breakwater`, the script that starts the command line, into the build folder named as the first argument,
/// where Maven has left the lists `libraries` and `modules`. It runs on the JDK that the build uses and remembers where
/// that is. The second argument says whether it goes without an archive of classes.
final class WriteLauncher {

    private static final String FLAGS = "--enable-native-access=ALL-UNNAMED -XX:+UseSerialGC";

    private static final String SCRIPT = """
        #!/bin/sh
        # Starts the Breakwater command line on a JDK of version 25 or later: JAVA_HOME's if it is one, else the one
        # it was built with, else the one whose java is on the PATH, else one where the system keeps them.
        here=$(CDPATH= cd -- "$(dirname -- "$(readlink -f -- "$0")")" && pwd) || exit 1

        modern() {
          [ -x "$1/bin/java" ] || return 1
          version=$(sed -n 's/^JAVA_VERSION="\\([0-9]*\\).*/\\1/p' "$1/release" 2>/dev/null)
          [ "${version:-0}" -ge 25 ]
        }

        # What ends soon, or only waits, is not worth the second compiler's time, and takes the same few pages of memory
        # again sooner than it has the system clear new ones.
        brief='-XX:TieredStopAtLevel=1 -Xmn16m'
        case "${1-} $*" in
          *' --once'*) ;;
          'serve '* | 'monitor '* | 'keep '*) brief= ;;
        esac

        on_path=$(readlink -f -- "$(command -v java)" 2>/dev/null)
        for home in "${JAVA_HOME:-}" @HOME@ "${on_path%/bin/java}" \\
          /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home
        do
          if modern "$home"; then
            # The libraries' classes as the build's JDK has them ready. Java says nothing where it cannot take them.
            shared=$here/shared/classes.jsa
            { [ "$home" = @HOME@ ] && [ -f "$shared" ]; } || shared=
            exec "$home/bin/java" @FLAGS@ $brief \\
              ${shared:+"-XX:SharedArchiveFile=$shared" '-Xlog:cds*=off' '-Xlog:aot*=off'} \\
              -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.io.tmpdir="${TMPDIR:-/tmp}" \\
              -cp "$(cat "$here/classpath"):$here/classes" org.breakwater.cli.boot.Main "$@"
          fi
        done
        echo "breakwater: Java 25 or later was not found. Install a JDK 25 and set JAVA_HOME to it." >&2
        exit 1
        """;

    private WriteLauncher() {}

    static void main(String[] arguments) throws Exception {
        var target = Path.of(arguments[0]);
        var modules = paths(target.resolve("modules"));
        var libraries = libraries(target, modules, Boolean.parseBoolean(arguments[1]));
        Files.writeString(
                target.resolve("classpath"),
                Stream.concat(libraries.stream(), modules.stream())
                        .map(Path::toString)
                        .collect(Collectors.joining(":")));
        var script = target.resolve("breakwater");
        Files.writeString(
                script,
                SCRIPT.replace("@HOME@", quoted(System.getProperty("java.home")))
                        .replace("@FLAGS@", FLAGS));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /// With an archive of their classes where one is wanted and can be made.
    private static List<Path> libraries(Path target, List<Path> modules, boolean plain)
            throws IOException, InterruptedException {
        var libraries = paths(target.resolve("libraries"));
        var shared = new SharedClasses(target.resolve("shared"), List.of(FLAGS.split(" ")));
        if (!plain) {
            try {
                return shared.ready(
                        libraries,
                        Stream.concat(modules.stream(), Stream.of(target.resolve("classes")))
                                .toList());
            } catch (IOException failure) {
                System.err.println("The command line starts without an archive of classes: " + failure);
            }
        }
        shared.forget();
        return libraries;
    }

    private static List<Path> paths(Path list) throws IOException {
        return Stream.of(Files.readString(list).strip().split(":"))
                .filter(path -> !path.isEmpty())
                .map(Path::of)
                .toList();
    }

    /// A word of a shell script, whatever characters it has.
    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
