package org.breakwater.core.review.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.breakwater.core.value.Bytes;
import org.junit.jupiter.api.Test;

/// What code can do, told from its instructions and from nothing that it pushes or carries.
class OpcodesTest {

    private static Opcodes of(String hex) {
        return Opcodes.of(Bytes.fromHex(hex));
    }

    @Test
    void codeThatEndsItselfOrBorrowsCodeIsSeen() {
        assertThat(of("0x6000ff")).isEqualTo(new Opcodes(true, false));
        assertThat(of("0x5f5f5f5f5f5ff4")).isEqualTo(new Opcodes(false, true));
        assertThat(of("0x5f5f5f5f5f5f5ff2")).isEqualTo(new Opcodes(false, true));
        assertThat(of("0x")).isEqualTo(new Opcodes(false, false));
        assertThat(of("0x00")).isEqualTo(new Opcodes(false, false));
    }

    @Test
    void whatIsPushedIsNoInstruction() {
        assertThat(of("0x60ff00")).isEqualTo(new Opcodes(false, false));
        assertThat(of("0x7f" + "ff".repeat(32) + "00")).isEqualTo(new Opcodes(false, false));
        assertThat(of("0x7f" + "ff".repeat(32) + "ff")).isEqualTo(new Opcodes(true, false));
        assertThat(of("0x7fff")).as("a push beyond the end").isEqualTo(new Opcodes(false, false));
    }

    @Test
    void theCompilersNoteIsNoInstruction() {
        assertThat(of("0x00" + "a264ffffff0005")).isEqualTo(new Opcodes(false, false));
        assertThat(of("0x00" + "1264ffffff0005")).as("no note").isEqualTo(new Opcodes(true, false));
    }
}
