package org.breakwater.adapters.ethereum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Optional;
import org.breakwater.core.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeAddressTest {

    @Test
    void aNodeOnThisMachineTellsOfNewBlocksAtTheSameAddress() throws Exception {
        var expected = new NodeAddress(
                URI.create("http://127.0.0.1:8545/a"), Optional.of(URI.create("ws://127.0.0.1:8545/a")));

        assertThat(NodeAddress.parse("http://127.0.0.1:8545/a")).isEqualTo(expected);
        assertThat(NodeAddress.parse("ws://127.0.0.1:8545/a")).isEqualTo(expected);
        assertThat(NodeAddress.parse("http://[::1]:8545").name()).isEqualTo("http://[::1]:8545");
    }

    @Test
    void elsewhereANodeIsReachedWithEncryption() throws Exception {
        assertThat(NodeAddress.parse("https://node.example.org/v2/key"))
                .isEqualTo(new NodeAddress(URI.create("https://node.example.org/v2/key"), Optional.empty()));
        assertThat(NodeAddress.parse("wss://node.example.org/v2/key"))
                .isEqualTo(new NodeAddress(
                        URI.create("https://node.example.org/v2/key"),
                        Optional.of(URI.create("wss://node.example.org/v2/key"))));
        assertThatThrownBy(() -> NodeAddress.parse("http://node.example.org"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("would be asked without encryption");
    }

    @Test
    void whatMayBeAKeyIsNotPrinted() throws Exception {
        assertThat(NodeAddress.parse("https://node.example.org/v2/key?token=1"))
                .hasToString("https://node.example.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "node",
                "ftp://a",
                "http://",
                "https://ada:secret@node.example.org",
                "https://a b",
                "https:///x"
            })
    void whatIsNoAddressIsASentenceThatDoesNotRepeatIt(String text) {
        assertThatThrownBy(() -> NodeAddress.parse(text))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("That is no address of a node.")
                .hasMessageNotContaining("secret");
    }
}
