package org.breakwater.desktop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.breakwater.adapters.deployment.DeploymentFile;
import org.breakwater.adapters.evidence.EvidencePlacesFile;
import org.breakwater.adapters.keyring.FileKeyring;
import org.breakwater.adapters.names.AddressBookFiles;
import org.breakwater.adapters.policy.PolicyFile;
import org.breakwater.adapters.storage.BegunAnew;
import org.breakwater.adapters.storage.SqliteAlerts;
import org.breakwater.adapters.storage.SqliteDrafts;
import org.breakwater.adapters.storage.SqliteDrills;
import org.breakwater.adapters.storage.SqliteScenarios;
import org.breakwater.adapters.storage.SqliteSigningJournal;
import org.breakwater.adapters.storage.SqliteTold;
import org.breakwater.adapters.stress.AssumptionsFile;
import org.breakwater.adapters.watch.WatchChoiceFile;
import org.breakwater.core.acting.KeptSigners;
import org.breakwater.core.acting.KeptSignersFormat;
import org.breakwater.core.alerting.WatchChoice;
import org.breakwater.core.evidence.EvidencePlace;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.policy.PersonalPolicy;
import org.breakwater.core.review.policy.PolicyFormat;
import org.breakwater.core.stress.Assumptions;
import org.breakwater.core.stress.AssumptionsText;
import org.breakwater.core.stress.ChooseAssumptions;
import org.breakwater.core.value.ChainId;
import org.breakwater.desktop.feature.welcome.Wanted;
import org.breakwater.desktop.place.Preferences;
import org.breakwater.desktop.theme.Appearance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever lies where this program keeps a small file. What can be chosen or begun again is set aside with a sentence,
/// once; what guards money is refused with one, stays where it is, and allows nothing meanwhile.
class BadSettingsTest {

    private static final long SEED = 3;

    @TempDir
    private Path folder;

    /// What may lie there.
    enum Content {
        NOTHING,
        LETTER,
        BYTES,
        CUT,
        TOO_MUCH,
        FOLDER,
        UNREADABLE,
        LINK_TO_NOWHERE;

        void put(Path path, Writing proper) throws Exception {
            switch (this) {
                case NOTHING -> Files.createFile(path);
                case LETTER -> Files.writeString(path, "Dear Ada, \\uZZZZ");
                case BYTES -> Files.write(path, random(2_000));
                case CUT -> {
                    proper.write(path);
                    cut(path);
                }
                case TOO_MUCH -> Files.write(path, random(10 << 20));
                case FOLDER -> Files.createDirectories(path.resolve("within"));
                case UNREADABLE -> {
                    proper.write(path);
                    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("---------"));
                    if (Files.isReadable(path)) {
                        // root reads whatever its rights are, but opens no socket either
                        Files.delete(path);
                        socket(path);
                    }
                }
                case LINK_TO_NOWHERE -> Files.createSymbolicLink(path, path.resolveSibling("gone/elsewhere"));
            }
        }

        /// Under a short name first: a socket's address has no room for a long one.
        private static void socket(Path path) throws IOException {
            var bound = Files.createTempDirectory("s").resolve("s");
            try (var channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
                channel.bind(UnixDomainSocketAddress.of(bound));
            }
            Files.move(bound, path);
            Files.delete(Objects.requireNonNull(bound.getParent()));
        }

        private static byte[] random(int length) {
            var bytes = new byte[length];
            new Random(SEED).nextBytes(bytes);
            return bytes;
        }

        private static void cut(Path path) throws IOException {
            try (var channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
                channel.truncate(channel.size() / 2);
            }
        }
    }

    /// Writes what the program writes.
    @FunctionalInterface
    interface Writing {
        void write(Path path) throws Exception;
    }

    /// Reads it as the program does.
    @FunctionalInterface
    interface Reading {
        Optional<Problem> read(Path folder) throws Exception;
    }

    /// @param says words of the sentence
    /// @param isSetAside else it is refused and stays
    /// @param fine what is no fault of such a file
    record Small(String name, Writing proper, Reading reading, String says, boolean isSetAside, List<Content> fine) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static Small setting(String name, Writing proper, Reading reading) {
        return new Small(name, proper, reading, "could not be read.", true, List.of());
    }

    private static Small refused(String name, Writing proper, Reading reading, String says) {
        return new Small(name, proper, reading, says, false, List.of());
    }

    /// An empty file is what SQLite makes of a store in which nothing was written yet.
    private static <T extends AutoCloseable> Small store(String name, BegunAnew.Opening<T> opening) {
        return new Small(
                name,
                path -> {
                    opening.open(path).close();
                    Files.deleteIfExists(path.resolveSibling(name + ".lock"));
                },
                folder -> {
                    var said = new ArrayList<Problem>();
                    BegunAnew.where(folder.resolve(name), opening, said::add).close();
                    return said.stream().findFirst();
                },
                "an empty one was begun",
                true,
                List.of(Content.NOTHING));
    }

    private static Reading refusal(Attempted attempted) {
        return folder -> {
            try {
                attempted.in(folder);
                return Optional.empty();
            } catch (ProblemException refused) {
                return Optional.of(refused.problem());
            }
        };
    }

    @FunctionalInterface
    private interface Attempted {
        void in(Path folder) throws Exception;
    }

    private static Path folder(Path path) {
        return Objects.requireNonNull(path.getParent());
    }

    private static Writing text(String text) {
        return path -> Files.writeString(path, text);
    }

    private static Writing in(Consumer<UserSettings> write) {
        return path -> write.accept(UserSettings.in(folder(path)));
    }

    private static final WindowFile.Bounds BOUNDS = new WindowFile.Bounds(0, 0, 1_300, 800, false);

    /// What is read at a start, or when a place opens.
    private static List<Small> files() {
        return List.of(
                setting(
                        "appearance.properties",
                        in(all -> all.appearance().write(Appearance.DEFAULT)),
                        folder -> UserSettings.in(folder).appearance().read().problem()),
                setting(
                        "preferences.properties",
                        in(all -> all.preferences().write(Preferences.DEFAULT.watching(true))),
                        folder -> UserSettings.in(folder).preferences().read().problem()),
                setting(
                        "start.properties",
                        in(all -> all.start()
                                .write(new Wanted.Deployed(
                                        List.of("https://one.example.org"),
                                        "/d.json",
                                        Optional.empty(),
                                        Optional.empty(),
                                        true))),
                        folder -> UserSettings.in(folder).start().read().problem()),
                setting(
                        "window.properties",
                        in(all -> all.window().write(BOUNDS, Optional.empty())),
                        folder -> UserSettings.in(folder).window().read().problem()),
                setting(
                        "network.txt",
                        path -> new NetworkFile(folder(path))
                                .write(NetworkFile.Kept.NOTHING.with("https://one.example.org")),
                        folder -> new NetworkFile(folder).readOrSetAside().problem()),
                refused(
                        "assumptions.txt",
                        text(AssumptionsText.write(Assumptions.initial())),
                        folder -> ChooseAssumptions.start(new AssumptionsFile(folder))
                                .unread(),
                        ""),
                refused(
                        "evidence.txt",
                        path -> new EvidencePlacesFile(folder(path))
                                .write(List.of(EvidencePlace.of(EvidencePlace.Kind.HOST, "https://one.example.org"))),
                        refusal(folder -> new EvidencePlacesFile(folder).read()),
                        "evidence.txt"),
                refused(
                        "watch.json",
                        path -> new WatchChoiceFile(folder(path))
                                .write(new WatchChoice(Optional.of("/rules.yaml"), Optional.empty())),
                        refusal(folder -> new WatchChoiceFile(folder).read()),
                        "watch.json"),
                refused(
                        "signers.json",
                        text(KeptSignersFormat.document(KeptSigners.NOBODY)),
                        BadSettingsTest::signers,
                        "Nobody signs here until it can."),
                refused(
                        "review-policy.json",
                        text(PolicyFormat.document(PersonalPolicy.NONE)),
                        refusal(folder -> new PolicyFile(folder.resolve("review-policy.json")).read()),
                        "review-policy.json"),
                refused(
                        "review-policy.json.last",
                        text("0x" + "1".repeat(64) + "\n"),
                        refusal(folder -> new PolicyFile(folder.resolve("review-policy.json")).read()),
                        "review-policy.json.last"),
                refused(
                        "book.csv",
                        text("address,name,chainId\n0x5FbDB2315678afecb367f032d93F642f64180aa3,Ada,1\n"),
                        refusal(folder -> new AddressBookFiles()
                                .read(folder.resolve("book.csv").toString(), new ChainId(1))),
                        "book.csv"),
                refused(
                        "deployment.json",
                        text("{\n  \"format\": \"breakwater-deployment/1\",\n  \"chainId\": 1,\n"),
                        refusal(folder -> DeploymentFile.read(folder.resolve("deployment.json"))),
                        ""),
                store("drafts.sqlite", SqliteDrafts::open),
                store("drills.sqlite", SqliteDrills::open),
                store("scenarios.sqlite", SqliteScenarios::open),
                store("told.sqlite", path -> SqliteTold.open(path, Clock.systemUTC())),
                store("alerts.sqlite", SqliteAlerts::open),
                new Small(
                        "signing.sqlite",
                        path -> SqliteSigningJournal.open(path, Clock.systemUTC())
                                .close(),
                        refusal(folder -> SqliteSigningJournal.open(folder.resolve("signing.sqlite"), Clock.systemUTC())
                                .close()),
                        "signing.sqlite",
                        false,
                        List.of(Content.NOTHING)));
    }

    private static Optional<Problem> signers(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        try (var keyring = FileKeyring.open(folder, Clock.systemUTC())) {
            assertThat(keyring.all()).isEmpty();
            return keyring.state().get().problem();
        }
    }

    private static Stream<Arguments> everything() {
        return files().stream()
                .flatMap(small -> Arrays.stream(Content.values()).map(content -> Arguments.of(small, content)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everything")
    void eachSmallFileIsSetAsideOrRefusedWithASentence(Small small, Content content) throws Exception {
        var path = folder.resolve(small.name());
        content.put(path, small.proper());

        var problem = small.reading().read(folder);

        if (small.fine().contains(content)) {
            assertThat(problem).isEmpty();
            return;
        }
        assertThat(problem.orElseThrow().toString()).contains(small.says()).endsWith(".");
        if (small.isSetAside()) {
            assertThat(problem.get().toString()).contains("set aside as " + small.name() + ".unreadable");
            assertThat(Files.exists(folder.resolve(small.name() + ".unreadable"), LinkOption.NOFOLLOW_LINKS))
                    .isTrue();
            assertThat(small.reading().read(folder)).as("it is said once").isEmpty();
        } else {
            assertThat(Files.exists(path, LinkOption.NOFOLLOW_LINKS)).isTrue();
            assertThat(small.reading().read(folder))
                    .as("it is refused until it is mended")
                    .isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whateverLiesThereNobodySignsAtAConsoleThatOnlyWatched(Content content) throws Exception {
        var path = folder.resolve("preferences.properties");
        content.put(path, in(all -> all.preferences().write(Preferences.DEFAULT.watching(true))));
        var settings = UserSettings.in(folder);

        assertThat(settings.preferences().read().preferences().watchOnly()).isTrue();
        assertThat(settings.preferences().read().preferences().watchOnly())
                .as("nor at the next start")
                .isTrue();
    }

    @Test
    void aWordThatWasCutIsNoPermissionToSign() throws Exception {
        for (var cut : List.of("watch-only=tru", "watch-only=", "watch-only", "watch-only=fals\nnotices=true\n")) {
            Files.writeString(folder.resolve("preferences.properties"), cut, StandardCharsets.UTF_8);
            var read = UserSettings.in(folder).preferences().read();
            assertThat(read.preferences().watchOnly()).isTrue();
            assertThat(read.problem().orElseThrow().meaning()).contains("Nobody signs");
        }
    }

    @Test
    void anEndpointThatIsNoAddressDoesNotKeepANetworkShut() throws Exception {
        for (var line : List.of("endpoint hello", "service ftp://one.example.org")) {
            Files.writeString(folder.resolve("network.txt"), "breakwater-network/1\n" + line + "\n");
            var read = new NetworkFile(folder).readOrSetAside();
            assertThat(read.kept()).isEqualTo(NetworkFile.Kept.NOTHING);
            assertThat(read.problem().orElseThrow().remedy()).contains("network.txt.unreadable");
        }
    }

    @Test
    void theSecondOneDoesNotTakeThePlaceOfTheFirst() throws Exception {
        for (var ending : List.of("", "-2", "-3")) {
            Files.writeString(folder.resolve("start.properties"), "Dear Ada");
            var problem = UserSettings.in(folder).start().read().problem().orElseThrow();
            assertThat(problem.remedy()).contains("start.properties.unreadable" + ending);
        }
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all).hasSize(3);
        }
    }

    /// What SQLite kept beside a damaged file would be written into the new one.
    @Test
    void whatLiesBesideADamagedStoreGoesWithIt() throws Exception {
        Content.FOLDER.put(folder.resolve("drafts.sqlite"), text(""));
        Files.writeString(folder.resolve("drafts.sqlite-wal"), "and neither is this");
        BegunAnew.where(folder.resolve("drafts.sqlite"), SqliteDrafts::open, _ -> {})
                .close();

        assertThat(folder.resolve("drafts.sqlite.unreadable-wal")).hasContent("and neither is this");
    }
}
