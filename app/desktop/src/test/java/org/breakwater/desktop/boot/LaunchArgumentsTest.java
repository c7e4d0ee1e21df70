package org.breakwater.desktop.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.breakwater.adapters.ethereum.NodeAddress;
import org.breakwater.core.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaunchArgumentsTest {

    private static NetworkChoice choice(String... arguments) throws ProblemException {
        return LaunchArguments.parse(arguments).choice().orElseThrow();
    }

    @Test
    void withoutArgumentsNoNetworkIsNamed() throws Exception {
        assertThat(LaunchArguments.parse().choice()).isEmpty();
        assertThat(LaunchArguments.parse("--watch-only").choice()).isEmpty();
    }

    @Test
    void aFileIsOpenedWhereverTheProgramWasStarted() throws Exception {
        assertThat(LaunchArguments.parse().file()).isEmpty();
        assertThat(LaunchArguments.parse("--local", "a b.safe-transaction.json").file())
                .contains(Path.of("a b.safe-transaction.json").toAbsolutePath());
    }

    @Test
    void theLocalNetworkIsNamedWhereNoEndpointIs() throws Exception {
        assertThat(choice("--local")).isEqualTo(new NetworkChoice.Local());
        assertThat(choice("--local", "--rpc", "http://127.0.0.1:8545", "--deployment", "a.json"))
                .isInstanceOf(NetworkChoice.Named.class);
    }

    @Test
    void endpointsAndADeploymentFileNameANetwork() throws Exception {
        var choice = choice(
                "--rpc",
                "https://one.example.org/key",
                "--rpc",
                "http://127.0.0.1:8545",
                "--deployment",
                "a.json",
                "--service",
                "https://service.example.org",
                "--address-book",
                "book.csv");

        assertThat(choice)
                .isEqualTo(new NetworkChoice.Named(
                        List.of(
                                NodeAddress.parse("https://one.example.org/key"),
                                NodeAddress.parse("http://127.0.0.1:8545")),
                        Path.of("a.json"),
                        Optional.of("https://service.example.org"),
                        Optional.of("book.csv"),
                        Optional.empty()));
        assertThat(choice.opening()).isEqualTo("Connecting to https://one.example.org and http://127.0.0.1:8545");
    }

    @Test
    void watchingAloneIsAskedForWithAnyNetwork() throws Exception {
        assertThat(LaunchArguments.parse().watchesOnly()).isFalse();
        assertThat(LaunchArguments.parse("--watch-only").watchesOnly()).isTrue();
        assertThat(choice("--local", "--watch-only")).isEqualTo(new NetworkChoice.Local());
        assertThat(LaunchArguments.usage()).contains("--watch-only");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--bogus | Unknown option: '--bogus'",
                "one.json two.json | Unmatched argument at index 1: 'two.json'",
                "--rpc | Missing required parameter for option '--rpc' (URL)",
                "--rpc http://127.0.0.1:8545 | A network needs an endpoint and a deployment file",
                "--deployment a.json | A network needs an endpoint and a deployment file",
                "--service http://127.0.0.1:1 | A transaction service, an address book and texts belong to a network",
                "--rpc ftp://a --deployment a.json | That is no address of a node",
                "--rpc http://ada:secret@node --deployment a.json | That is no address of a node",
                "--rpc http://node.example.org --deployment a.json | The node at node.example.org would be asked"
                        + " without",
                "--rpc http:// --deployment a.json | That is no address of a node",
            })
    void whatCannotBeMeantIsASentenceAndExitCode1(String arguments, String sentence) throws Exception {
        var words = arguments.split(" ");

        assertThatThrownBy(() -> choice(words))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(sentence)
                .hasMessageNotContaining("secret");

        var errors = new ByteArrayOutputStream();
        try (var out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
                var err = new PrintStream(errors, true, StandardCharsets.UTF_8)) {
            assertThat(Main.run(words, out, err)).isEqualTo(1);
        }
        assertThat(errors.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .startsWith("breakwater: ");
    }

    @Test
    void helpIsPrintedAndIsNoFailure() throws Exception {
        var printed = new ByteArrayOutputStream();
        try (var out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            assertThat(Main.run(new String[] {"--help"}, out, out)).isZero();
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("--deployment", "--address-book", "--service");
    }
}
