package org.breakwater.adapters.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.breakwater.core.json.JsonDocument;
import org.breakwater.core.json.JsonLimits;
import org.breakwater.core.json.JsonValue;
import org.breakwater.core.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonFilesTest {

    private static final JsonLimits LIMITS = new JsonLimits(1_000, 4, 100, 50);

    @TempDir
    private Path folder;

    @Test
    void numbersAreExactHoweverLargeTheyAre() throws Exception {
        var largest = BigInteger.TWO.pow(256).subtract(BigInteger.ONE);

        var root = read("{\n\"a\": " + largest + "}").root();

        assertThat(root)
                .isInstanceOfSatisfying(
                        JsonValue.Fields.class,
                        fields -> assertThat(fields.fields()).containsEntry("a", new JsonValue.Whole(2, largest)));
    }

    static Stream<String> malformed() {
        return Stream.of(
                "",
                " ",
                "{",
                "{\"a\":1,}",
                "{\"a\":1}{",
                "[1] 2",
                "{\"a\":1,\"a\":1}",
                "{\"a\":1,\"\\u0061\":1}",
                "[".repeat(5) + "]".repeat(5),
                "[".repeat(100_000),
                "[" + "1,".repeat(60) + "1]",
                "\"" + "a".repeat(101) + "\"",
                "1" + "0".repeat(101),
                "1.5",
                "1e3",
                "NaN",
                "'a'",
                "// comment\n1",
                "\"\\ud800\"",
                "\"\\udc00\\ud800\"",
                "\ufeff1",
                "01");
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void refusesEverythingElseWithASentence(String text) {
        assertThatThrownBy(() -> JsonText.parse("it", text, LIMITS))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().happened())
                                .startsWith("Line ")
                                .hasSizeLessThan(600)
                                .doesNotContain("\n"));
    }

    @Test
    void refusesAFileThatIsTooLarge() {
        assertThatThrownBy(() -> read(" ".repeat(1_001))).hasMessageContaining("larger than 1000 bytes");
    }

    @Test
    void refusesAFileThatIsNotUtf8() throws IOException {
        var file = Files.write(folder.resolve("latin"), new byte[] {'"', (byte) 0xe9, '"'});

        assertThatThrownBy(() -> new JsonFiles().read(file.toString(), LIMITS)).hasMessageContaining("UTF-8");
    }

    @Test
    void saysThatAFileIsMissingOrIsNone() {
        assertThatThrownBy(() -> new JsonFiles().read(folder.resolve("none").toString(), LIMITS))
                .hasMessageContaining("There is no file");
        assertThatThrownBy(() -> new JsonFiles().read(folder.toString(), LIMITS))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> new JsonFiles().read("a\0b", LIMITS)).isInstanceOf(ProblemException.class);
    }

    /// A file that never ends.
    @Test
    void readsNoMoreThanTheLimit() {
        assertThatThrownBy(() -> new JsonFiles().read("/dev/zero", LIMITS)).hasMessageContaining("larger than");
    }

    private JsonDocument read(String text) throws IOException, ProblemException {
        return new JsonFiles()
                .read(Files.writeString(folder.resolve("document.json"), text).toString(), LIMITS);
    }
}
