package org.breakwater.core.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.breakwater.core.offer.Cursor.Kind;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.junit.jupiter.api.Test;

/// Cursors are texts that only this program writes.
class CursorTest {

    private static final Cursor CURSOR =
            new Cursor(Kind.EVENTS, 5_449, new Hash32(Bytes.of(new byte[32])), Integer.MAX_VALUE);

    @Test
    void whatWasWrittenIsReadAgain() {
        assertThat(CURSOR.toString()).hasSize(Cursor.LENGTH);
        assertThat(Cursor.parse(CURSOR.toString())).contains(CURSOR);
    }

    @Test
    void eachHasOneTextOnly() {
        var text = CURSOR.toString();
        var random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            var changed = new StringBuilder(text);
            changed.setCharAt(random.nextInt(text.length()), (char) (33 + random.nextInt(94)));
            Cursor.parse(changed.toString())
                    .ifPresent(cursor -> assertThat(cursor.toString()).isEqualTo(changed.toString()));
        }
    }

    @Test
    void noOtherTextIsRead() {
        assertThat(Cursor.parse("")).isEmpty();
        assertThat(Cursor.parse(CURSOR + "=")).isEmpty();
        assertThat(Cursor.parse("A".repeat(Cursor.LENGTH))).isEmpty();
        assertThat(Cursor.parse("!".repeat(Cursor.LENGTH))).isEmpty();
    }
}
