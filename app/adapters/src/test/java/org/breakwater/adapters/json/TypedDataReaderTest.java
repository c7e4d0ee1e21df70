package org.breakwater.adapters.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.typeddata.TypedData;
import org.breakwater.core.typeddata.TypedDataReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests of applications, and what is wrong with some.
class TypedDataReaderTest {

    /// The example of EIP-712.
    private static final String MAIL = """
        {
          "types": {
            "EIP712Domain": [
              {"name": "name", "type": "string"},
              {"name": "version", "type": "string"},
              {"name": "chainId", "type": "uint256"},
              {"name": "verifyingContract", "type": "address"}
            ],
            "Person": [{"name": "name", "type": "string"}, {"name": "wallet", "type": "address"}],
            "Mail": [
              {"name": "from", "type": "Person"},
              {"name": "to", "type": "Person"},
              {"name": "contents", "type": "string"}
            ]
          },
          "primaryType": "Mail",
          "domain": {
            "name": "Ether Mail",
            "version": "1",
            "chainId": 1,
            "verifyingContract": "0xCcCCccccCCCCcCCCCCCcCcCccCcCCCcCcccccccC"
          },
          "message": {
            "from": {"name": "Cow", "wallet": "0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826"},
            "to": {"name": "Bob", "wallet": "0xbBbBBBBbbBBBbbbBbbBbbbbBBbBbbbbBbBbbBBbB"},
            "contents": "Hello, Bob!"
          }
        }
        """;

    private static final String ONE_MEMBER = """
        {"types": {"A": [{"name": "a", "type": "%s"}]}, "primaryType": "A", "domain": {}, "message": {"a": %s}}
        """;

    @Test
    void readsTheExampleOfTheStandard() throws ProblemException {
        assertThat(read(MAIL).hash()).hasToString("0xbe609aee343fb3c4b28e1df9e632fca64fcfaede20f02e86244efddf30957bd2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"contents\": \"Hello, Bob!\"| \"contents\": \"Hello, Bob!\", \"cc\": 1|“cc” is unknown",
                "\"contents\": \"Hello, Bob!\"| \"content\": \"Hello, Bob!\"|“content” is unknown",
                ", \"wallet\": \"0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826\"|` `|“wallet” is missing",
                "0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826|0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD827|checksum",
                "\"primaryType\": \"Mail\"|\"primaryType\": \"Letter\"|no struct “Letter”",
                "\"primaryType\": \"Mail\"|\"primaryType\": \"EIP712Domain\"|no message",
                "\"chainId\": 1|\"chainId\": -1|unsigned word",
                "\"chainId\": 1|\"chainId\": 1.0|not whole",
                "\"chainId\": 1|\"chainId\": \"01\"|no whole number",
                "\"version\": \"1\",|` `|not those of its type",
                "\"version\": \"1\",|\"version\": \"1\", \"salt\": \"0x00\",|a hash has 32 bytes",
                "\"version\": \"1\",|\"version\": \"1\", \"extra\": \"x\",|“extra” is unknown",
                "\"primaryType\"|\"extra\": 1, \"primaryType\"|“extra” is unknown",
                "\"primaryType\"|\"primaryType\": \"Mail\", \"primaryType\"|Duplicate",
                "\"type\": \"Person\"}|\"type\": \"Person\", \"indexed\": true}|“indexed” is unknown",
                "\"type\": \"Person\"}|\"type\": \"Mail\"}|contains itself",
                "\"type\": \"Person\"}|\"type\": \"uint\"}|may not name a struct",
                "\"Hello, Bob!\"|\"Hello, \\ud800Bob!\"|surrogate",
                "\"Hello, Bob!\"|null|expected string",
                "\"Hello, Bob!\"|5|expected string"
            })
    void refusesWithALineAndAReason(String found, String replacement, String reason) {
        assertThat(MAIL).contains(found);

        assertThatThrownBy(() -> read(MAIL.replace(found, replacement)))
                .isInstanceOf(ProblemException.class)
                .hasMessageMatching("(?s)Line \\d+ of the request: .*")
                .hasMessageContaining(reason);
    }

    @Test
    void theOrderOfTheDomainsTypeIsThatOfTheStandard() {
        var swapped = MAIL.replace(
                        "{\"name\": \"name\", \"type\": \"string\"},\n      {\"name\": \"version\"",
                        "{\"name\": \"version\"")
                .replace(
                        "{\"name\": \"chainId\", \"type\": \"uint256\"}",
                        "{\"name\": \"chainId\", \"type\": \"uint256\"}, {\"name\": \"name\", \"type\": \"string\"}");

        assertThatThrownBy(() -> read(swapped)).hasMessageContaining("in the order of EIP-712");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "uint8|255",
                "uint8|\"255\"",
                "uint8|\"0xff\"",
                "int8|-128",
                "int8|\"-128\"",
                "uint256|115792089237316195423570985008687907853269984665640564039457584007913129639935",
                "bool|true",
                "bytes|\"0x\"",
                "bytes3|\"0xAbCdEf\"",
                "string|\"\"",
                "uint8[]|[]",
                "uint8[2]|[1, \"2\"]",
                "address|\"0xcd2a3d9f938e13cd947ec05abc7fe734df8dd826\""
            })
    void readsEveryWritingOfAValue(String type, String value) throws ProblemException {
        assertThat(read(ONE_MEMBER.formatted(type, value))).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "uint8|256",
                "uint8|-1",
                "uint8|\"1e2\"",
                "uint8|1e2",
                "uint8|\" 1\"",
                "uint8|true",
                "int8|128",
                "int8|\"0xff\"",
                "uint256|115792089237316195423570985008687907853269984665640564039457584007913129639936",
                "bool|1",
                "bool|\"true\"",
                "bytes|\"\"",
                "bytes|\"0x0\"",
                "bytes|\"ab\"",
                "bytes3|\"0xabcd\"",
                "bytes3|\"0xabcdef00\"",
                "string|1",
                "uint8[]|1",
                "uint8[]|{}",
                "uint8[2]|[1]",
                "uint8[2]|[1, 2, 3]",
                "uint8[][2]|[1, 2]",
                "address|\"0x0\"",
                "address|0",
                "A|{}"
            })
    void refusesAValueThatIsNotOfItsType(String type, String value) {
        assertThatThrownBy(() -> read(ONE_MEMBER.formatted(type, value))).isInstanceOf(ProblemException.class);
    }

    @Test
    void structsThatNothingUsesChangeNothing() throws ProblemException {
        var more =
                MAIL.replace("\"Person\": [", "\"Unused\": [{\"name\": \"a\", \"type\": \"Person[]\"}], \"Person\": [");

        assertThat(read(more).hash()).isEqualTo(read(MAIL).hash());
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 500, 100_000})
    void refusesDeepNestingBeforeItHurts(int depth) {
        var deep = ONE_MEMBER.formatted("uint8[][][][][][][][]", "[".repeat(depth) + "]".repeat(depth));

        assertThatThrownBy(() -> read(deep)).isInstanceOf(ProblemException.class);
    }

    @Test
    void refusesWhatIsTooLarge() {
        var long1 = ONE_MEMBER.formatted("string", "\"" + "a".repeat(TypedDataReader.LIMITS.text() + 1) + "\"");
        var many = ONE_MEMBER.formatted("uint8[]", "[" + "1,".repeat(300_000) + "1]");

        assertThatThrownBy(() -> read(long1)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> read(many)).isInstanceOf(ProblemException.class);
    }

    @Test
    void whateverIsChangedIsReadOrRefusedWithASentence() {
        fuzz(1, 5_000);
    }

    @Test
    @Tag("deep")
    void whateverIsChangedIsReadOrRefusedWithASentenceTwoHundredThousandTimes() {
        fuzz(2, 200_000);
    }

    private static void fuzz(long seed, int count) {
        var random = new Random(seed);
        var pieces = new String[] {
            "\"", "{", "}", "[", "]", ",", ":", "\\", "\\ud800", "null", "-", "1e9", "0x", "[]", "\u0000", "Mail",
            "uint8", "[2]"
        };
        var refused = 0;
        for (int i = 0; i < count; i++) {
            var text = new StringBuilder(MAIL);
            for (int change = random.nextInt(1, 4); change > 0; change--) {
                var at = random.nextInt(text.length());
                var end = random.nextInt(3) == 0 ? at : Math.min(text.length(), at + random.nextInt(1, 12));
                text.replace(at, end, random.nextInt(4) == 0 ? "" : pieces[random.nextInt(pieces.length)]);
            }
            try {
                assertThat(read(text.toString()).hash()).isNotNull();
            } catch (ProblemException refusal) {
                assertThat(refusal.problem().happened()).startsWith("Line ").hasSizeLessThan(1_000);
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(count / 2);
    }

    private static TypedData read(String text) throws ProblemException {
        return TypedDataReader.read(JsonText.parse("the request", text, TypedDataReader.LIMITS));
    }
}
