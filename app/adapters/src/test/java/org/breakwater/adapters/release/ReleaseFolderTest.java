package org.breakwater.adapters.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.release.ReleaseVerdict;
import org.breakwater.core.release.ReleaseVerdict.Differs;
import org.breakwater.core.release.ReleaseVerdict.NotListed;
import org.breakwater.core.release.ReleaseVerdict.Signed;
import org.breakwater.core.release.ReleaseVerdict.TooFewSignatures;
import org.breakwater.core.release.ReleaseVerdict.Unsigned;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Manifests are those that the packing's own script writes.
class ReleaseFolderTest {

    private static final String FILE = "breakwater_1.2.3_amd64.deb";

    @TempDir
    private Path folder;

    @TempDir
    private Path keys;

    private Path file;

    @BeforeEach
    void release() throws Exception {
        file = Files.writeString(folder.resolve(FILE), "a package");
        Files.writeString(folder.resolve("breakwater-1.2.3.tar.gz"), "another");
        manifest();
    }

    private void manifest() throws Exception {
        var script = Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                .map(each -> each.resolve("installers/linux/manifest.sh"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
        var process = new ProcessBuilder("bash", script.toString(), "1.2.3", folder.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    @Test
    void aFileThatMostOfThreeKeysSignedForIsTheReleasedOne() throws Exception {
        var three = List.of(key("a"), key("b"), key("c"));
        sign(three.get(0), three.get(2));

        assertThat(verify("a", "b", "c")).isEqualTo(new Signed("1.2.3", 2, 2));
    }

    @Test
    void oneOfThreeKeysIsTooFewHoweverOftenItSigns() throws Exception {
        var three = List.of(key("a"), key("b"), key("c"));
        sign(three.get(1), three.get(1));

        assertThat(verify("a", "b", "c")).isEqualTo(new TooFewSignatures("1.2.3", 1, 2));
    }

    @Test
    void aKeyThatIsGivenTwiceCountsOnce() throws Exception {
        sign(key("a"));
        key("b");

        assertThat(verify("a", "a", "b")).isEqualTo(new TooFewSignatures("1.2.3", 1, 2));
    }

    @Test
    void withoutSignaturesNobodySigned() throws Exception {
        key("a");

        assertThat(verify("a")).isEqualTo(new TooFewSignatures("1.2.3", 0, 1));
    }

    @Test
    void withoutKeysTheSumsAgreeAndNoMoreIsSaid() throws Exception {
        assertThat(verify()).isEqualTo(new Unsigned("1.2.3"));
    }

    @Test
    void aFileWithOneOtherByteIsNotTheReleasedOne() throws Exception {
        sign(key("a"));
        Files.writeString(file, "a Package");

        assertThat(verify("a")).isInstanceOf(Differs.class);
    }

    @Test
    void aFileOfAnotherNameIsNotListed() throws Exception {
        file = Files.copy(file, folder.resolve("breakwater_9.9.9_amd64.deb"));

        assertThat(verify()).isEqualTo(new NotListed("1.2.3"));
    }

    @Test
    void aManifestThatWasChangedAfterItWasSignedIsNobodys() throws Exception {
        sign(key("a"));
        var manifest = folder.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest) + "\n");

        assertThat(verify("a")).isEqualTo(new TooFewSignatures("1.2.3", 0, 1));
    }

    @Test
    void whatIsNoManifestKeyOrSignatureIsRefusedInASentence() throws Exception {
        key("a");
        refused("is no Base64", "manifest.json.sig", "not a signature!");
        refused("no signature of 64 bytes", "manifest.json.sig", "AAAA");
        Files.delete(folder.resolve("manifest.json.sig"));
        Files.writeString(keys.resolve("a"), "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n");
        assertThatThrownBy(() -> verify("a")).hasMessageContaining("no public key of Ed25519");
        Files.writeString(keys.resolve("a"), "ssh-ed25519 AAAA");
        assertThatThrownBy(() -> verify("a")).hasMessageContaining("no public key in PEM");
        refused("larger than", "manifest.json", " ".repeat(70_000));
        var good =
                "{\"format\":\"breakwater.release\",\"product\":\"breakwater\",\"version\":\"1.2.3\",\"files\":[%s]}";
        var sum = "0".repeat(64);
        refused("listed twice", "manifest.json", good.formatted(entry("a", "1", sum) + "," + entry("a", "2", sum)));
        refused("not what a release has", "manifest.json", good.formatted(entry("../a", "1", sum)));
        refused("not what a release has", "manifest.json", good.formatted(entry("a", "1", sum.replace('0', 'A'))));
        refused("no size", "manifest.json", good.formatted(entry("a", "-1", sum)));
        refused("no size", "manifest.json", good.formatted(entry("a", "99999999999999999999", sum)));
        refused(
                "at most 64",
                "manifest.json",
                good.formatted(Stream.iterate(0, i -> i + 1)
                        .limit(65)
                        .map(i -> entry("a" + i, "1", sum))
                        .collect(Collectors.joining(","))));
    }

    private static String entry(String name, String size, String sum) {
        return "{\"name\":\"%s\",\"size\":%s,\"sha256\":\"%s\"}".formatted(name, size, sum);
    }

    private void refused(String why, String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
        assertThatThrownBy(() -> verify("a"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(why);
    }

    private ReleaseVerdict verify(String... names) throws ProblemException {
        return new ReleaseFolder()
                .verify(
                        file.toString(),
                        Stream.of(names)
                                .map(name -> keys.resolve(name).toString())
                                .toList());
    }

    private KeyPair key(String name) throws GeneralSecurityException, IOException {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Files.writeString(
                keys.resolve(name),
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(pair.getPublic().getEncoded())
                        + "\n-----END PUBLIC KEY-----\n");
        return pair;
    }

    private void sign(KeyPair... signers) throws GeneralSecurityException, IOException {
        var lines = new ArrayList<String>();
        for (var signer : signers) {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(signer.getPrivate());
            signature.update(Files.readAllBytes(folder.resolve("manifest.json")));
            lines.add(Base64.getEncoder().encodeToString(signature.sign()));
        }
        Files.write(folder.resolve("manifest.json.sig"), lines);
    }
}
