package org.breakwater.adapters.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.breakwater.core.delivery.SecretPlace;
import org.breakwater.core.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(OS.WINDOWS)
class PlacedSecretsTest {

    @TempDir
    private Path folder;

    private Path file(String name, String content, String mode) throws IOException {
        var file = folder.resolve(name);
        Files.writeString(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        return file;
    }

    private PlacedSecrets secrets() {
        return new PlacedSecrets(Map.of("KEY", "abc", "EMPTY", " ", "CREDENTIALS_DIRECTORY", folder.toString()));
    }

    private void refuses(SecretPlace place, String why) {
        assertThatThrownBy(() -> secrets().read(place))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(why)
                .message()
                .doesNotContain("s3cret");
    }

    @Test
    void aSecretIsWhereItsPlaceSays() throws Exception {
        assertThat(secrets().read(new SecretPlace.Environment("KEY")).reveal()).isEqualTo("abc");
        var file = file("own", "s3cret\n", "rw-------");
        assertThat(secrets().read(new SecretPlace.OwnFile(file.toString())).reveal())
                .isEqualTo("s3cret");
        file("handed", "s3cret", "r--r-----");
        assertThat(secrets().read(new SecretPlace.Credential("handed")).reveal())
                .isEqualTo("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-rw-rw-"})
    void aFileThatOthersMayReadOrWriteIsRefused(String mode) throws Exception {
        refuses(new SecretPlace.OwnFile(file("open", "s3cret", mode).toString()), "Others may read");
    }

    @Test
    void whatIsNoSecretIsRefused() throws Exception {
        refuses(new SecretPlace.Environment("EMPTY"), "There is no secret");
        refuses(new SecretPlace.Environment("ABSENT"), "There is no secret");
        refuses(new SecretPlace.OwnFile(folder.resolve("none").toString()), "There is no file");
        refuses(new SecretPlace.OwnFile(folder.toString()), "is no file by itself");
        var own = file("own", "s3cret\ns3cret", "rw-------");
        refuses(new SecretPlace.OwnFile(own.toString()), "characters that a secret does not have");
        var link = Files.createSymbolicLink(folder.resolve("link"), own);
        refuses(new SecretPlace.OwnFile(link.toString()), "is no file by itself");
        refuses(
                new SecretPlace.OwnFile(
                        file("large", "s".repeat(5_000), "rw-------").toString()),
                "larger than");
        file("world", "s3cret", "r--r--r--");
        refuses(new SecretPlace.Credential("world"), "Others may read");
        assertThatThrownBy(() -> new PlacedSecrets(Map.of()).read(new SecretPlace.Credential("x")))
                .hasMessageContaining("was not handed over");
    }
}
