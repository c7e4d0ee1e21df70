package org.breakwater.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.breakwater.core.value.Keccak;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentAddressTest {

    /// The bytes 01 55 1b 20 and keccak-256 of the text "hello world" (47173285…1fad) in RFC 4648 base32.
    private static final String HELLO = "ipfs://bafkrwichc4zilkgxgqpf5fzpyz3sqy4e7abpr32cuxwf6a537isuzma7vu";

    @Test
    void isTheCidOfARawBlockUnderItsKeccakHash() {
        assertThat(new ContentAddress(Keccak.hash("hello world"))).hasToString(HELLO);
    }

    @Test
    void givesTheHashBack() {
        assertThat(ContentAddress.parse(HELLO)).contains(new ContentAddress(Keccak.hash("hello world")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ipfs://b",
                "https://example.org/bafkrwichc4zilkgxgqpf5fzpyz3sqy4e7abpr32cuxwf6a537isuzma7vu",
                // a digit more, one that is none, another codec, and bits beyond the hash
                "ipfs://bafkrwichc4zilkgxgqpf5fzpyz3sqy4e7abpr32cuxwf6a537isuzma7vua",
                "ipfs://bafkrwichc4zilkgxgqp15fzpyz3sqy4e7abpr32cuxwf6a537isuzma7vu",
                "ipfs://bafybwichc4zilkgxgqpf5fzpyz3sqy4e7abpr32cuxwf6a537ishmszhab3q",
                "ipfs://bafkrwichc4zilkgxgqpf5fzpyz3sqy4e7abpr32cuxwf6a537isuzma7v7"
            })
    void nothingElseIsRead(String text) {
        assertThat(ContentAddress.parse(text)).isEmpty();
    }
}
