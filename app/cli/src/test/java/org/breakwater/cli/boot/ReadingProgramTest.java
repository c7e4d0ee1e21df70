package org.breakwater.cli.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.breakwater.core.value.Keccak;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// `breakwater snapshot` and `breakwater verify-deployment` against a local network.
class ReadingProgramTest {

    private static final JsonMapper JSON = new JsonMapper();

    @RegisterExtension
    static final StartedLocalnet network = new StartedLocalnet();

    private static Program.Outcome read(String command, String... more) throws Exception {
        return readAt(command, network.rpc(), network.deployment(), more);
    }

    private static Program.Outcome readAt(String command, String rpc, String deployment, String... more)
            throws Exception {
        var arguments = new ArrayList<>(List.of(command, "--rpc", rpc, "--deployment", deployment));
        arguments.addAll(List.of(more));
        return Program.asBuilt().run(arguments.toArray(String[]::new));
    }

    @Test
    void aSnapshotIsOneDocumentOfOneBlock() throws Exception {
        var document = JSON.readTree(read("snapshot", "--json").succeeded().output());

        assertThat(document.propertyNames())
                .containsExactly(
                        "chainId",
                        "block",
                        "pools",
                        "policies",
                        "incidents",
                        "claims",
                        "treasury",
                        "parameters",
                        "roles",
                        "pauses");
        assertThat(document.required("pools")).hasSize(6);
    }

    @Test
    void aSnapshotOfAnOlderBlockIsOfThatBlock() throws Exception {
        var head = JSON.readTree(read("snapshot", "--json").succeeded().output())
                .required("block")
                .required("number")
                .asLong();

        var older = read("snapshot", "--json", "--block", Long.toString(head)).succeeded();

        assertThat(JSON.readTree(older.output())
                        .required("block")
                        .required("number")
                        .asLong())
                .isEqualTo(head);
    }

    @Test
    void asTextItNamesChainAndBlockFirst() throws Exception {
        assertThat(read("snapshot").succeeded().output())
                .startsWith("Chain 31337, block ")
                .contains("\npools: 6\n");
    }

    @Test
    void aVerificationThatPassesIsOneDocumentAndExitCodeZero() throws Exception {
        var document =
                JSON.readTree(read("verify-deployment", "--json").succeeded().output());

        assertThat(document.required("passed").asBoolean()).isTrue();
        assertThat(document.required("differences")).isEmpty();
        assertThat(document.required("checks").propertyNames()).contains("code", "roles", "parameters");
    }

    @Test
    void aVerificationThatFailsNamesTheDifferencesOnStandardOutputAndIsExitCodeOne(@TempDir Path folder)
            throws Exception {
        var file = withAnotherHashOfTheTreasury(folder);

        var text = readAt("verify-deployment", network.rpc(), file.toString());
        var json = readAt("verify-deployment", network.rpc(), file.toString(), "--json");

        assertThat(text.exitCode()).isEqualTo(1);
        assertThat(text.errors()).isEmpty();
        assertThat(text.output()).contains("The code of Treasury at 0x", "2 differences: ");
        assertThat(json.exitCode()).isEqualTo(1);
        assertThat(JSON.readTree(json.output()).required("differences")).hasSize(2);
    }

    /// A deployment file that claims another code, with a checksum that fits.
    private static Path withAnotherHashOfTheTreasury(Path folder) throws Exception {
        var text = Files.readString(Path.of(network.deployment()))
                .replaceFirst("(\"name\": \"Treasury\".*\"codeHash\": \"0x)[0-9a-f]{64}", "$1" + "12".repeat(32));
        var end = text.lastIndexOf("  \"checksum\"");
        var before = text.substring(0, end);
        var checksum = Keccak.hash(before);
        return Files.writeString(
                folder.resolve("deployment.json"), before + "  \"checksum\": \"" + checksum + "\"\n}\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"snapshot", "verify-deployment"})
    void nobodyAtTheAddressIsASentence(String command) throws Exception {
        readAt(command, "http://127.0.0.1:1", network.deployment())
                .refused("No Ethereum node answers at http://127.0.0.1:1.", "Check the address");
        readAt(command, "127.0.0.1", network.deployment()).refused("“127.0.0.1” is no address of a node.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"snapshot", "verify-deployment"})
    void aFileThatIsMissingOrCutIsASentence(String command, @TempDir Path folder) throws Exception {
        var missing = folder.resolve("nothing.json");
        readAt(command, network.rpc(), missing.toString()).refused("There is no deployment file at " + missing + ".");

        var text = Files.readString(Path.of(network.deployment()));
        var cut = Files.writeString(folder.resolve("cut.json"), text.substring(0, text.length() / 2));
        readAt(command, network.rpc(), cut.toString()).refused("of the deployment file: this is not complete JSON");
    }

    @Test
    void aBlockThatCannotBeReadIsASentence() throws Exception {
        read("snapshot", "--block", "1").refused("could not be read yet at block 1", "The first block at which");
        read("snapshot", "--block", "999999").refused("has no block 999999");
        read("snapshot", "--block", "-1").refused("A block's height is not below zero: -1.");
        read("snapshot", "--block", "newest").refused("'newest'");
    }
}
