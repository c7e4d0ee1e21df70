package org.breakwater.adapters.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.breakwater.adapters.localnet.SupervisedProgram;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL from Maven Central as a child process on loopback, one for all tests of this program, gone with it. It
/// refuses to run as root, and so runs as `nobody` where the tests do.
public final class PostgresProgram {

    /// Who may do anything on the server.
    private static final String ADMINISTRATOR = "postgres";

    /// Who owns the databases.
    public static final String USER = "breakwater";

    public static final String PASSWORD = "correct horse battery staple";

    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    private static final String READY = "database system is ready to accept connections";
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static @Nullable PostgresProgram running;

    private final int port;
    private final Process process;

    private PostgresProgram(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    /// The one server, started where it is not running yet.
    public static synchronized PostgresProgram running() {
        var present = running;
        if (present == null) {
            present = start(Settings.UNENCRYPTED);
            running = present;
        }
        return present;
    }

    /// How a server is set up.
    ///
    /// @param files to be put beside its data, by name
    /// @param values what is set, by name
    public record Settings(Map<String, String> files, Map<String, String> values) {

        static final Settings UNENCRYPTED = new Settings(Map.of(), Map.of());
    }

    /// A server of its own, which ends with this program at the latest.
    public static PostgresProgram start(Settings settings) {
        try {
            var folder = Files.createTempDirectory("breakwater-postgres-");
            var port = freePort();
            var process = SupervisedProgram.start(command(folder, port, settings), folder);
            install(folder, settings);
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
            awaitReady(process.inputReader());
            var program = new PostgresProgram(port, process);
            program.execute(ADMINISTRATOR, "CREATE ROLE " + USER + " LOGIN PASSWORD '" + PASSWORD + "'");
            return program;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /// It keeps nothing that a crash of the machine would spare: tests do not crash the machine.
    private static List<String> command(Path folder, int port, Settings settings) {
        var command = new ArrayList<>(unprivileged());
        command.add(program(folder, "postgres"));
        command.addAll(List.of("-D", folder.resolve("data").toString(), "-p", Integer.toString(port)));
        for (var setting :
                List.of("listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=off", "shared_buffers=32MB")) {
            command.addAll(List.of("-c", setting));
        }
        settings.values().forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return command;
    }

    private static List<String> unprivileged() {
        return System.getProperty("user.name").equals("root")
                ? List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups")
                : List.of();
    }

    private static String program(Path folder, String name) {
        return folder.resolve("server").resolve("bin").resolve(name).toString();
    }

    private static void install(Path folder, Settings settings) throws IOException, InterruptedException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        unpack(Files.createDirectory(folder.resolve("server")));
        var secret = Files.writeString(folder.resolve("password"), PASSWORD);
        var initialise = new ArrayList<>(unprivileged());
        initialise.addAll(
                List.of(program(folder, "initdb"), "-D", folder.resolve("data").toString()));
        initialise.addAll(List.of("-U", ADMINISTRATOR, "--pwfile=" + secret, "-A", "scram-sha-256"));
        initialise.addAll(List.of("-E", "UTF8", "--locale=C", "--no-sync"));
        run(new ProcessBuilder(initialise).directory(folder.toFile()));
        var data = folder.resolve("data");
        for (var file : settings.files().entrySet()) {
            var written = Files.writeString(data.resolve(file.getKey()), file.getValue());
            Files.setPosixFilePermissions(written, PosixFilePermissions.fromString("rw-------"));
            Files.setOwner(written, Files.getOwner(data));
        }
    }

    private static void unpack(Path folder) throws IOException, InterruptedException {
        var tar = new ProcessBuilder("tar", "-x", "--no-same-owner", "--exclude=*.a", "-C", folder.toString())
                .redirectErrorStream(true)
                .start();
        try (var archive = PostgresProgram.class.getResourceAsStream(ARCHIVE);
                var unpacked = new XZInputStream(archive);
                var into = tar.getOutputStream()) {
            unpacked.transferTo(into);
        }
        if (tar.waitFor() != 0) {
            throw new IOException("tar: " + new String(tar.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static void run(ProcessBuilder builder) throws IOException, InterruptedException {
        var process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
    }

    /// What it says later is read and thrown away, so that it never waits for somebody to read.
    private static void awaitReady(BufferedReader output) throws IOException {
        var said = new StringBuilder();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.contains(READY)) {
                Thread.ofVirtual().start(() -> output.lines().forEach(_ -> {}));
                return;
            }
            said.append(line).append('\n');
        }
        throw new IOException("PostgreSQL did not start: " + said);
    }

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    public int port() {
        return port;
    }

    /// A new, empty database that {@link #USER} owns.
    ///
    /// @return its name
    public String database() {
        var name = "test_" + COUNT.incrementAndGet();
        execute(ADMINISTRATOR, "CREATE DATABASE " + name + " OWNER " + USER + " TEMPLATE template0");
        return name;
    }

    /// Where the program finds a database.
    public String address(String database) {
        return "postgresql://" + USER + "@127.0.0.1:" + port + "/" + database;
    }

    /// A connection of the one who may do anything on the server.
    public Connection administrate(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database, ADMINISTRATOR, PASSWORD);
    }

    /// Carries out a command in a database, as the one who may do anything on the server.
    public void execute(String database, String sql) {
        try (var connection = administrate(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /// Ends the server with everything in it.
    public void stop() {
        try {
            process.getOutputStream().close();
            process.waitFor();
        } catch (IOException alreadyGone) {
            // It has ended already.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
