package org.breakwater.adapters.cast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.breakwater.core.value.Address;

/// Foundry's `cast wallet`: keystore files by another program.
public final class CastWallet {

    private CastWallet() {}

    /// A keystore file and whose key it is.
    public record Made(Path file, Address address) {}

    /// Makes a key in a folder that holds nothing else.
    public static Made create(Path folder, String passphrase) throws IOException {
        var said = run("wallet", "new", folder.toString(), "--unsafe-password", passphrase);
        try (var files = Files.list(folder)) {
            return new Made(files.findFirst().orElseThrow(), address(said));
        }
    }

    /// Whose key a file holds.
    public static Address address(Path file, String passphrase) throws IOException {
        return address(run("wallet", "address", "--keystore", file.toString(), "--password", passphrase));
    }

    private static Address address(String said) {
        var matcher = Pattern.compile("0x[0-9a-fA-F]{40}").matcher(said);
        assertThat(matcher.find()).as(said).isTrue();
        return Address.parse(matcher.group());
    }

    private static String run(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(Cast.binary().toString()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            assertThat(process.waitFor()).as(said).isZero();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
        return said;
    }
}
