package org.breakwater.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Keccak;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What bytes are, whatever they call themselves.
class EvidenceContentTest {

    private static Bytes hex(String digits) {
        return Bytes.of(HexFormat.of().parseHex(digits));
    }

    private static Bytes png(int width, int height) {
        return hex(String.format(
                "89504e470d0a1a0a0000000d49484452%08x%08x0802000000000000000000000049444154", width, height));
    }

    private static Bytes jpeg(int width, int height, int scans) {
        return hex("ffd8ffe000104a46494600010100000100010000"
                + String.format("ffc0001108%04x%04x03012200021101031101", height, width)
                + "ffda000c03010002110311003f00".repeat(scans) + "ffd9");
    }

    @Test
    void textIsTextWithWhateverCannotBeSeenWrittenOut() {
        assertThat(EvidenceContent.of(Bytes.ofText("Paid to \u202e12 cba\u202c\r\nand \u001b[31mred\ttab")))
                .isInstanceOfSatisfying(EvidenceContent.Text.class, text -> {
                    assertThat(text.text().shown())
                            .isEqualTo("Paid to ⟨U+202E⟩12 cba⟨U+202C⟩\nand ⟨U+001B⟩[31mred\ttab");
                    assertThat(text.text().written()).isEqualTo(3);
                });
    }

    @Test
    void picturesOfTwoFormatsAreKnownByTheirBytesWithTheirSize() {
        assertThat(EvidenceContent.of(png(640, 480))).isEqualTo(new EvidenceContent.Picture("PNG", 640, 480));
        assertThat(EvidenceContent.of(jpeg(800, 600, 1))).isEqualTo(new EvidenceContent.Picture("JPEG", 800, 600));
    }

    @ParameterizedTest
    @CsvSource({"60000,60000", "10001,1", "1,10001", "4001,4000", "0,5", "2147483647,2147483647"})
    void aPictureBombIsNamedAndNotDecoded(int width, int height) {
        assertThat(EvidenceContent.of(png(width, height))).isInstanceOf(EvidenceContent.Other.class);
    }

    @Test
    void aPictureThatWouldBeDrawnOverAThousandTimesIsNotDecoded() {
        assertThat(EvidenceContent.of(jpeg(800, 600, 1_000)))
                .isInstanceOfSatisfying(
                        EvidenceContent.Other.class,
                        other -> assertThat(other.why()).contains("1000 times"));
    }

    @Test
    void apictureWithTwoSizesHasNone() {
        var one = jpeg(8, 6, 0).slice(0, 39);
        var twice = Bytes.concat(one, jpeg(60_000, 60_000, 1).slice(20, 60));

        assertThat(EvidenceContent.of(twice)).isInstanceOf(EvidenceContent.Other.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 8, 16, 20, 23})
    void whatBreaksOffIsNoPictureThatIsDecoded(int length) {
        assertThat(EvidenceContent.of(png(640, 480).slice(0, length))).isInstanceOf(EvidenceContent.Other.class);
        assertThat(EvidenceContent.of(jpeg(640, 480, 1).slice(0, length))).isInstanceOf(EvidenceContent.Other.class);
    }

    @ParameterizedTest
    @CsvSource({
        "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>,SVG",
        "'\uFEFF  <?xml version=\"1.0\"?><svg><script>x</script></svg>',SVG",
        "<!DOCTYPE html><script>fetch('https://x')</script>,HTML",
        "<SCRIPT>alert(1)</SCRIPT>,HTML",
        "<note>plain</note>,XML",
        "%PDF-1.7 something,PDF",
        "%!PS-Adobe,PostScript",
        "GIF89a........,GIF",
        "{\\rtf1 hello,Rich Text",
    })
    void whatWouldHaveToBeObeyedIsNamed(String text, String what) {
        assertThat(EvidenceContent.of(Bytes.ofText(text.replace("\\uFEFF", "\uFEFF"))))
                .isInstanceOfSatisfying(
                        EvidenceContent.Other.class,
                        other -> assertThat(other.what()).contains(what));
    }

    @ParameterizedTest
    @CsvSource({
        "504b030414000000,ZIP",
        "1f8b080000000000,gzip",
        "377abcaf271c0004,7-Zip",
        "fd377a585a000004,xz",
        "52494646aabbccdd57454250,WebP",
        "7f454c4602010100,program",
        "ff00fe01,unknown",
        "48656c6c6f00,unknown"
    })
    void archivesAndWhateverElseAreNamed(String digits, String what) {
        assertThat(EvidenceContent.of(hex(digits)))
                .isInstanceOfSatisfying(
                        EvidenceContent.Other.class,
                        other -> assertThat(other.what()).contains(what));
    }

    @Test
    void textThatSpeaksOfMarkupIsText() {
        assertThat(EvidenceContent.of(Bytes.ofText("The page held <script> and <svg>.")))
                .isInstanceOf(EvidenceContent.Text.class);
    }

    @Test
    void bytesWithAnotherHashNeverBecomeEvidence() throws Exception {
        var filed = Bytes.ofText("as filed");
        var other = Bytes.ofText("as served");

        assertThat(FetchEvidence.opened(Keccak.hash(filed), "a.txt", filed).fileName())
                .matches("evidence-[0-9a-f]{12}\\.txt");
        assertThatThrownBy(() -> FetchEvidence.opened(Keccak.hash(filed), "b.txt", other))
                .isInstanceOfSatisfying(
                        EvidenceException.class,
                        refused -> assertThat(refused.fault())
                                .isEqualTo(
                                        new EvidenceFault.Different("b.txt", Keccak.hash(filed), Keccak.hash(other))));
    }

    @Test
    void aFileThatIsTooLargeIsRefusedBeforeItIsHashed() {
        var large = new ByteArrayOutputStream();
        large.writeBytes(new byte[EvidenceSource.MOST_BYTES + 1]);

        assertThatThrownBy(() -> FetchEvidence.opened(Keccak.hash("x"), "large.bin", Bytes.of(large.toByteArray())))
                .hasMessageContaining("8 MiB");
    }

    @Test
    void aNameOfTheFilerIsNeverTheNameOfTheFile() throws Exception {
        var page = Bytes.of("<html><script>x</script>".getBytes(StandardCharsets.UTF_8));

        assertThat(FetchEvidence.opened(Keccak.hash(page), "../../x.html", page).fileName())
                .endsWith(".bin")
                .doesNotContain("/");
    }
}
