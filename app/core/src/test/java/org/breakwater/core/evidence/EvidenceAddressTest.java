package org.breakwater.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.breakwater.core.evidence.EvidencePlace.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is asked where, and what is never asked.
class EvidenceAddressTest {

    private static String asked(String written, Kind kind, String place) throws Exception {
        var allowed = EvidencePlace.of(kind, place);
        return EvidenceAddress.parse(written)
                .flatMap(address -> address.at(allowed))
                .orElse("");
    }

    @ParameterizedTest
    @CsvSource({
        "ipfs://bafkabc/report.txt, GATEWAY, https://ipfs.io, https://ipfs.io/ipfs/bafkabc/report.txt",
        "ipfs://ipfs/QmX, GATEWAY, https://IPFS.io/, https://ipfs.io/ipfs/QmX",
        "https://Files.example.org/a?b=c, HOST, https://files.example.org, https://files.example.org/a?b=c",
        "https://files.example.org:443, HOST, https://files.example.org, https://files.example.org/",
        "http://127.0.0.1:8080/a, HOST, http://127.0.0.1:8080, http://127.0.0.1:8080/a",
        "ipfs://bafkabc, HOST, https://ipfs.io, ''",
        "https://files.example.org/a, GATEWAY, https://files.example.org, ''",
        "https://files.example.org.evil.org/a, HOST, https://files.example.org, ''",
        "https://files.example.org:444/a, HOST, https://files.example.org, ''",
        "http://files.example.org/a, HOST, https://files.example.org, ''"
    })
    void anAddressIsAskedWhereItLeadsAndThatIsAllowed(String written, Kind kind, String place, String url)
            throws Exception {
        assertThat(asked(written, kind, place)).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "see my blog",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "data:text/html,x",
                "ftp://files.example.org/a",
                "https://user:word@files.example.org/a",
                "https://files.example.org\\@evil.org/a",
                "https://files.example.org/a#b",
                "https://files.example.org/../a",
                "ipfs://bafkabc/../../etc",
                "ipfs://bafkabc/%2E%2e/x",
                "ipfs://bafk abc",
                "ipfs://ba\u202efk",
                "https://bücher.example/a"
            })
    void whatIsNoAddressIsNeverAsked(String written) {
        assertThat(EvidenceAddress.parse(written)).isEmpty();
    }

    @Test
    void aLongAddressIsReadInNoTime() {
        assertThat(EvidenceAddress.parse("https://files.example.org/a?" + "?=".repeat(100_000) + " "))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ipfs.io",
                "http://ipfs.io",
                "https://ipfs.io/ipfs/",
                "https://user@ipfs.io",
                "https://ipfs.io?x",
                "https://",
                "https://-x.org",
                "https://ipfs.io:0"
            })
    void aPlaceIsAHostAndNothingElse(String typed) {
        assertThatThrownBy(() -> EvidencePlace.of(Kind.GATEWAY, typed)).hasMessageContaining("“" + typed + "”");
    }
}
