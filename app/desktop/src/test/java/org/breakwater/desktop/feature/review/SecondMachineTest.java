package org.breakwater.desktop.feature.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.breakwater.core.value.Keccak;
import org.junit.jupiter.api.Test;

class SecondMachineTest {

    private static final String HASH = Keccak.hash("a transaction").toString();

    @Test
    void aWholeHashIsReadHoweverItIsGrouped() {
        var whole = new SecondMachine.Whole(Keccak.hash("a transaction"));

        assertThat(SecondMachine.of(HASH)).isEqualTo(whole);
        assertThat(SecondMachine.of(HASH.substring(2).toUpperCase(java.util.Locale.ROOT)))
                .isEqualTo(whole);
        assertThat(SecondMachine.of("0x " + HASH.substring(2, 6) + " " + HASH.substring(6) + "\n"))
                .isEqualTo(whole);
    }

    @Test
    void itsEndsAloneAreNoHash() {
        assertThat(SecondMachine.of(HASH.substring(0, 10))).isEqualTo(new SecondMachine.Part(8));
        assertThat(SecondMachine.of(HASH.substring(0, 10) + "…" + HASH.substring(58)))
                .isEqualTo(new SecondMachine.NoHash());
        assertThat(SecondMachine.of(HASH + "00")).isEqualTo(new SecondMachine.Part(66));
        assertThat(SecondMachine.of("  ")).isEqualTo(new SecondMachine.Untouched());
        assertThat(SecondMachine.of("0x")).isEqualTo(new SecondMachine.Part(0));
    }
}
