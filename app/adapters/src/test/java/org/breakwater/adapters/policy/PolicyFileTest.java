package org.breakwater.adapters.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.check.CheckId;
import org.breakwater.core.review.policy.AllowedCode;
import org.breakwater.core.review.policy.ChangePolicy;
import org.breakwater.core.review.policy.PersonalPolicy;
import org.breakwater.core.review.request.PolicyStanding;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFileTest {

    private static final PersonalPolicy POLICY = new PersonalPolicy(
            List.of(new AllowedCode(
                    Address.parse("0x5fbdb2315678afecb367f032d93f642f64180aa3"),
                    Hash32.ZERO,
                    "Read by the auditors, “report 12”",
                    Instant.parse("2026-11-23T10:00:00Z"))),
            Set.of(Address.ZERO),
            Set.of(CheckId.FW18, CheckId.FW17));

    @TempDir
    private Path folder;

    private PolicyFile file;

    @BeforeEach
    void name() {
        file = new PolicyFile(folder.resolve("review-policy.json"));
    }

    @Test
    void nothingIsAllowedWhereThereIsNoFile() throws ProblemException {
        assertThat(file.read()).isEqualTo(PersonalPolicy.NONE);
    }

    @Test
    void whatIsWrittenIsReadAgainAndIsThePersonsAlone() throws Exception {
        file.change(_ -> POLICY);

        assertThat(file.read()).isEqualTo(POLICY.with(POLICY.history().upTo(Hash32.ZERO)));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.file())))
                .isEqualTo("rw-------");
    }

    /// A file that is not understood may deny something: it is no empty policy.
    @ParameterizedTest
    @CsvSource({
        "breakwater.review-policy,other,it is no",
        "FW18,FW99,there is no such check",
        "denied,refused,unknown",
        "2026-11-23T10:00:00Z,soon,soon",
        "0x5FbDB2315678afecb367f032d93F642f64180aa3,0x5FbDB2315678afecb367f032d93F642f64180aA3,checksum",
    })
    void aFileThatSaysSomethingElseIsRefused(String written, String instead, String why) throws Exception {
        file.change(_ -> POLICY);
        Files.writeString(file.file(), Files.readString(file.file()).replace(written, instead));

        assertThatThrownBy(file::read).isInstanceOf(ProblemException.class).hasMessageContaining(why);
    }

    @Test
    void aFolderThatMayNotBeWrittenToIsASentence() throws IOException {
        var blocked = new PolicyFile(Files.createFile(folder.resolve("plain")).resolve("review-policy.json"));

        assertThatThrownBy(() -> blocked.change(_ -> POLICY))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("It was not changed");
    }

    private static ChangePolicy changing(PolicyFile file) {
        return new ChangePolicy(file, _ -> Optional.of(Hash32.ZERO), () -> Instant.parse("2026-11-23T10:00:00Z"));
    }

    private static Address numbered(int number) {
        return Address.parse("0x%040x".formatted(number));
    }

    @Test
    void everythingThatIsWrittenDownIsReadAgainWithItsRecord() throws Exception {
        var change = changing(file);
        change.allow(numbered(1), "allow 000001", "Read by the auditors");
        change.allowRefund(numbered(2), Address.ZERO, BigInteger.TEN, "refund 000002", "The relayer");
        change.deny(numbered(3));
        change.pardon(numbered(3), "pardon 000003");
        change.askSecondPerson(CheckId.FW18);
        change.waiveSecondPerson(CheckId.FW18, "alone FW18");

        var read = file.read();
        assertThat(read.code()).hasSize(1);
        assertThat(read.refunds()).hasSize(1);
        assertThat(read.denied()).containsExactly(numbered(3));
        assertThat(read.pardons()).containsOnlyKeys(numbered(3));
        assertThat(read.waivers()).containsOnlyKeys(CheckId.FW18);
        assertThat(read.standing()).isEqualTo(new PolicyStanding.Recorded(6, Instant.parse("2026-11-23T10:00:00Z")));
    }

    @Test
    void whatAnEditorChangesIsFoundAndSoIsAnOlderPolicyAndNone() throws Exception {
        var change = changing(file);
        change.deny(numbered(1));
        var older = Files.readString(file.file());
        change.deny(numbered(2));
        var written = Files.readString(file.file());

        Files.writeString(
                file.file(), written.replace(numbered(2).toString(), numbered(7).toString()));
        assertThat(file.read().standing()).isInstanceOf(PolicyStanding.Changed.class);
        Files.writeString(file.file(), older);
        assertThat(file.read().standing()).as("an older one").isInstanceOf(PolicyStanding.Changed.class);
        Files.delete(file.file());
        assertThat(file.read().standing()).as("none").isInstanceOf(PolicyStanding.Changed.class);
        Files.writeString(file.file(), written);
        assertThat(file.read().standing()).isInstanceOf(PolicyStanding.Recorded.class);
    }

    @Test
    void aFileOfTheFirstVersionIsReadAndHasNoRecord() throws Exception {
        Files.writeString(file.file(), """
            {"format":"breakwater.review-policy","version":1,"code":[],
            "denied":["0x0000000000000000000000000000000000000001"],"secondPerson":["FW18"]}
            """);

        assertThat(file.read().denied()).containsExactly(numbered(1));
        assertThat(file.read().standing()).isInstanceOf(PolicyStanding.Changed.class);
    }

    @Test
    void twoConsolesAtOnceLoseNoChange() throws Exception {
        var each = 20;
        try (var pool = Executors.newFixedThreadPool(2)) {
            var consoles = List.of(changing(file), changing(new PolicyFile(file.file())));
            var done = IntStream.range(0, 2)
                    .mapToObj(console -> pool.submit(() -> {
                        for (int i = 0; i < each; i++) {
                            consoles.get(console).deny(numbered(1 + console * 1_000 + i));
                        }
                        return true;
                    }))
                    .toList();
            for (var future : done) {
                future.get();
            }
        }

        assertThat(file.read().denied()).hasSize(2 * each);
        assertThat(file.read().standing()).isInstanceOf(PolicyStanding.Recorded.class);
    }
}
