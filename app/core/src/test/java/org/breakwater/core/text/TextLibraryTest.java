package org.breakwater.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.junit.jupiter.api.Test;

class TextLibraryTest {

    private static final String WORDS = "# Causeway\n\nLock-and-mint bridge.\n";
    private static final Hash32 HASH = Keccak.hash(WORDS);
    private static final Hash32 OTHER = Keccak.hash("another");

    private final TextLibrary library = new TextLibrary(Map.of(HASH, WORDS, OTHER, WORDS));

    @Test
    void aTextIsFoundByTheHashThatItHas() {
        assertThat(library.text(HASH)).contains(WORDS);
        assertThat(library.title(HASH)).contains("Causeway");
        assertThat(library.body(HASH)).contains("Lock-and-mint bridge.");
    }

    @Test
    void whatWasHandedOverForAnotherHashIsNotThatText() {
        assertThat(library.served(OTHER)).contains(WORDS);
        assertThat(library.text(OTHER)).isEmpty();
        assertThat(library.title(OTHER)).isEmpty();
        assertThat(library.body(OTHER)).isEmpty();
    }

    @Test
    void aTextWithoutATitleIsAllBody() {
        var plain = "no title\nsecond line";
        var other = new TextLibrary(Map.of(Keccak.hash(plain), plain));

        assertThat(other.title(Keccak.hash(plain))).isEmpty();
        assertThat(other.body(Keccak.hash(plain))).contains(plain);
    }
}
