package org.breakwater.adapters.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.check.CheckId;
import org.breakwater.core.review.policy.AllowedCode;
import org.breakwater.core.review.policy.PersonalPolicy;
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
        file.write(POLICY);

        assertThat(file.read()).isEqualTo(POLICY);
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
        file.write(POLICY);
        Files.writeString(file.file(), Files.readString(file.file()).replace(written, instead));

        assertThatThrownBy(file::read).isInstanceOf(ProblemException.class).hasMessageContaining(why);
    }

    @Test
    void aFolderThatMayNotBeWrittenToIsASentence() throws IOException {
        var blocked = new PolicyFile(Files.createFile(folder.resolve("plain")).resolve("review-policy.json"));

        assertThatThrownBy(() -> blocked.write(POLICY))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("What was allowed before stays as it was.");
    }
}
