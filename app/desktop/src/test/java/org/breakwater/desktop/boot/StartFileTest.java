package org.breakwater.desktop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.value.Address;
import org.breakwater.desktop.feature.welcome.Wanted;
import org.breakwater.desktop.navigation.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which network, which place and which window the next start begins with.
class StartFileTest {

    private static final Address DEPLOYMENT = Address.parse("0x5FbDB2315678afecb367f032d93F642f64180aa3");

    @TempDir
    private Path folder;

    @Test
    void theChoiceIsReadAgain() throws Exception {
        var file = new StartFile(folder.resolve("start.properties"));
        var deployed = new Wanted.Deployed(
                List.of("https://one.example.org/k=1:2", "https://two.example.org"),
                folder.resolve("a deployment, #1.json").toString(),
                Optional.of("https://service.example.org"),
                Optional.empty(),
                true);
        for (var wanted : List.of(new Wanted.Local(), deployed)) {
            assertThat(file.write(wanted)).isEmpty();
            assertThat(file.read()).isEqualTo(new StartFile.Reading(Optional.of(wanted), Optional.empty()));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("start.properties"))))
                .as("an address may hold a key")
                .isEqualTo("rw-------");
    }

    @Test
    void whereSigningIsNotSaidNobodySigns() throws Exception {
        var path = folder.resolve("start.properties");
        Files.writeString(path, "open=deployment\nendpoint.1=https://one.example.org\nfile=/a.json\n");
        assertThat(new StartFile(path).read().wanted())
                .contains(new Wanted.Deployed(
                        List.of("https://one.example.org"), "/a.json", Optional.empty(), Optional.empty(), true));
    }

    @Test
    void theWindowComesBackWhereItWasAndAtItsPlaceOnThatDeploymentAlone() {
        var file = new WindowFile(folder.resolve("window.properties"));
        var bounds = new WindowFile.Bounds(-40, 12, 1_300, 800, false);
        var visited = new WindowFile.Visited(DEPLOYMENT, new Place.Claim(3));
        assertThat(file.write(bounds, Optional.of(visited))).isEmpty();

        var read = file.read();
        assertThat(read.bounds()).contains(bounds);
        assertThat(read.startOn(DEPLOYMENT)).isEqualTo(new Place.Claim(3));
        assertThat(read.startOn(Address.ZERO)).isEqualTo(new Place.Pools());
    }

    @Test
    void aWindowThatNobodyCouldUseIsNotOpened() throws Exception {
        var path = folder.resolve("window.properties");
        for (var width : List.of(
                "10", "99999999", "wide", "-2000", BigInteger.TWO.pow(80).toString())) {
            Files.writeString(
                    path, "width=" + width + "\nheight=800\nx=0\ny=0\ndeployment=0x00\nplace=breakwater:claims\n");
            var read = new WindowFile(path).read();
            assertThat(read.bounds()).isEmpty();
            assertThat(read.visited()).isEmpty();
        }
    }
}
