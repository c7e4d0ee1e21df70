package org.breakwater.adapters.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.breakwater.adapters.postgres.PostgresProgram;
import org.breakwater.core.index.IndexException;
import org.breakwater.core.index.IndexFault;
import org.breakwater.core.index.StoreFault;
import org.breakwater.core.value.Keccak;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How a server is spoken to, and how much it is given. `LOCALHOST` and `0.0.0.0` lead to this machine and are
/// not among the names that are known to, so that they stand for servers elsewhere.
class IndexServerTest {

    private static final String ELSEWHERE = "LOCALHOST";
    private static final String ANOTHER_NAME = "0.0.0.0";
    private static final long ROOM = 1L << 30;
    private static final Protocol PROTOCOL = new Protocol(Keccak.hash("a protocol"), 1);
    private static final char[] CERTIFICATE_PASSWORD = "changeit".toCharArray();

    @TempDir
    private Path folder;

    @Test
    void aServerElsewhereThatDoesNotEncryptIsNotSpokenTo() {
        var server = PostgresProgram.running();

        assertThat(fault(index(ELSEWHERE, server, Optional.empty(), ROOM)))
                .isInstanceOfSatisfying(
                        StoreFault.Unreachable.class,
                        unreachable -> assertThat(unreachable.why()).contains("SSL"));
    }

    @Test
    void aServerElsewhereProvesItsNameWithACertificateThatIsTrusted() throws Exception {
        var certificate = certificate("ours");
        var another = certificate("another");
        var server = encrypted(certificate);
        try {
            open(index(ELSEWHERE, server, Optional.of(file("ours.crt", certificate.certificate())), ROOM));

            assertThat(fault(index(ELSEWHERE, server, Optional.of(file("another.crt", another.certificate())), ROOM)))
                    .isInstanceOf(StoreFault.Unreachable.class);
            assertThat(fault(index(ELSEWHERE, server, Optional.empty(), ROOM)))
                    .as("nobody whom this Java trusts has signed it")
                    .isInstanceOf(StoreFault.Unreachable.class);
            assertThat(fault(index(
                            ANOTHER_NAME, server, Optional.of(file("ours.crt", certificate.certificate())), ROOM)))
                    .isInstanceOfSatisfying(
                            StoreFault.Unreachable.class,
                            unreachable -> assertThat(unreachable.why()).contains("hostname"));
        } finally {
            server.stop();
        }
    }

    @Test
    void itTakesNoMoreRoomThanItIsGiven() {
        assertThat(fault(index("127.0.0.1", PostgresProgram.running(), Optional.empty(), 1)))
                .isInstanceOf(StoreFault.Full.class);
    }

    private static IndexServer index(String host, PostgresProgram server, Optional<String> root, long mostBytes) {
        var address = new PostgresAddress(PostgresProgram.USER, host, server.port(), server.database());
        return new IndexServer(new PostgresServer(address, Optional.of(PostgresProgram.PASSWORD), root), mostBytes);
    }

    private static void open(IndexServer server) throws IndexException {
        DatabaseIndexStore.open(server, PROTOCOL).close();
    }

    private static IndexFault fault(IndexServer server) {
        var stopped = catchThrowableOfType(IndexException.class, () -> open(server));
        assertThat(stopped).as("it is refused").isNotNull();
        return stopped.fault();
    }

    private static PostgresProgram encrypted(Certificate certificate) {
        return PostgresProgram.start(new PostgresProgram.Settings(
                Map.of("server.crt", certificate.certificate(), "server.key", certificate.key()), Map.of("ssl", "on")));
    }

    private String file(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    /// Both in the form that PostgreSQL reads.
    private record Certificate(String certificate, String key) {}

    private Certificate certificate(String name) throws Exception {
        var store = folder.resolve(name + ".p12");
        var password = new String(CERTIFICATE_PASSWORD);
        var made = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        name,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        password))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(made.waitFor(60, TimeUnit.SECONDS)).isTrue();
        var keys = KeyStore.getInstance(store.toFile(), CERTIFICATE_PASSWORD);
        return new Certificate(
                pem("CERTIFICATE", keys.getCertificate(name).getEncoded()),
                pem("PRIVATE KEY", keys.getKey(name, CERTIFICATE_PASSWORD).getEncoded()));
    }

    private static String pem(String what, byte[] bytes) {
        var text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n";
    }
}
