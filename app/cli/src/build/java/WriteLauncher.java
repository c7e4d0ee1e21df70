import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// Writes `breakwater`, the script that starts the command line, into the build folder named as the argument.
/// It runs on the JDK that the build uses and remembers where that is.
final class WriteLauncher {

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

        # What ends soon, or only waits, is not worth the second compiler's time.
        compiler=-XX:TieredStopAtLevel=1
        case "${1-} $*" in
          *' --once'*) ;;
          'serve '* | 'monitor '* | 'keep '*) compiler= ;;
        esac

        on_path=$(readlink -f -- "$(command -v java)" 2>/dev/null)
        for home in "${JAVA_HOME:-}" @HOME@ "${on_path%/bin/java}" \\
          /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home
        do
          if modern "$home"; then
            exec "$home/bin/java" --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC $compiler \\
              -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.io.tmpdir="${TMPDIR:-/tmp}" \\
              -cp "$here/classes:$(cat "$here/classpath")" org.breakwater.cli.boot.Main "$@"
          fi
        done
        echo "breakwater: Java 25 or later was not found. Install a JDK 25 and set JAVA_HOME to it." >&2
        exit 1
        """;

    private WriteLauncher() {}

    static void main(String[] arguments) throws Exception {
        var script = Path.of(arguments[0], "breakwater");
        Files.writeString(script, SCRIPT.replace("@HOME@", quoted(System.getProperty("java.home"))));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /// A word of a shell script, whatever characters it has.
    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
