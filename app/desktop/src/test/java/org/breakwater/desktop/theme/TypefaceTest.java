package org.breakwater.desktop.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.breakwater.desktop.fx.FxTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TypefaceTest extends FxTest {

    @BeforeAll
    static void load() {
        Typeface.loadAll();
    }

    @ParameterizedTest
    @EnumSource
    void isFoundUnderItsOwnFamily(Typeface typeface) {
        assertThat(typeface.at(13).getFamily()).isEqualTo(typeface.family());
        assertThat(Font.getFamilies()).contains(typeface.family());
    }

    @ParameterizedTest
    @EnumSource
    void setsEveryDigitEquallyWide(Typeface typeface) {
        var zeros = width(typeface, "0000000000");
        for (char digit = '1'; digit <= '9'; digit++) {
            assertThat(width(typeface, String.valueOf(digit).repeat(10))).isEqualTo(zeros);
        }
    }

    @ParameterizedTest
    @EnumSource
    void alignsAmountsOfEqualLength(Typeface typeface) {
        assertThat(width(typeface, "11,111.11")).isEqualTo(width(typeface, "90,284.37"));
    }

    @Test
    void setsEverySignThatNumbersAndSentencesAreWrittenWith() throws Exception {
        for (var typeface : List.of("InterTabular-Regular", "InterTabular-Medium", "InterTabular-SemiBold")) {
            try (var stream = Typeface.class.getResourceAsStream(typeface + ".ttf")) {
                var font = java.awt.Font.createFont(java.awt.Font.TRUETYPE_FONT, stream);
                assertThat(font.canDisplayUpTo("0123456789.,−—…→÷≥“”’ ©äéß%")).isEqualTo(-1);
            }
        }
    }

    private static double width(Typeface typeface, String text) {
        var node = new Text(text);
        node.setFont(typeface.at(13));
        return node.getLayoutBounds().getWidth();
    }
}
