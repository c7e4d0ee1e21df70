package org.breakwater.desktop.feature.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.breakwater.adapters.policy.PolicyFile;
import org.breakwater.core.review.check.CheckId;
import org.breakwater.core.review.policy.ChangePolicy;
import org.breakwater.core.review.request.PolicyStanding;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.breakwater.desktop.boot.OpenConsole;
import org.breakwater.desktop.feature.settings.NetworkSettingsViewModel.Result;
import org.breakwater.desktop.feature.settings.PolicyViewModel.Editing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyViewModelTest {

    private static final Address RELAYER = Address.parse("0x0000000000000000000000000000000000010100");

    @TempDir
    private Path folder;

    private Path file;
    private PolicyViewModel model;

    @BeforeEach
    void open() {
        file = folder.resolve("review-policy.json");
        var policy = new ChangePolicy(
                new PolicyFile(file), _ -> Optional.of(Hash32.ZERO), () -> Instant.parse("2026-11-23T10:00:00Z"));
        model = new PolicyViewModel(policy, OpenConsole.AT_ONCE);
        model.read();
    }

    private Result result() {
        return model.result().get().orElseThrow();
    }

    private PolicyViewModel.Read read() {
        return model.policy().get().orElseThrow();
    }

    @Test
    void whatIsWrittenIsShownAndWhatIsWrongIsASentenceThatKeepsTheForm() {
        assertThat(read().policy().standing()).isEqualTo(new PolicyStanding.None());
        model.edit(new Editing.Allowing());
        model.allow("0x1234", "allow 010100", "Read by the auditors");
        assertThat(result().words()).startsWith("That is no address: ");
        assertThat(model.editing().get()).isEqualTo(new Editing.Allowing());

        model.allow(" " + RELAYER + " ", "allow 010100", "Read by the auditors");
        assertThat(result().words())
                .isEqualTo("Written down. It counts from 24 Nov 2026, 10:00 UTC, for the code that is there now.");
        assertThat(model.editing().get()).isEqualTo(new Editing.Nothing());
        assertThat(read().policy().code()).hasSize(1);
        model.forbid(RELAYER);
        assertThat(read().policy().code()).isEmpty();
    }

    @Test
    void aRefundIsAWholeNumberOfUnits() {
        for (var amount : new String[] {"0.01", "", "-1", "1e16", "9".repeat(79)}) {
            model.allowRefund(RELAYER.toString(), "", amount, "refund 010100", "The relayer");
            assertThat(result().words()).as(amount).startsWith("The most that is refunded is a whole number");
        }
        model.allowRefund(RELAYER.toString(), "", "0", "refund 010100", "The relayer");
        assertThat(result().words()).contains("a refund is above zero");
        model.allowRefund(RELAYER.toString(), "", "10,000", "refund 010100", "The relayer");
        assertThat(result().isGood()).isTrue();
        assertThat(read().policy().refunds().getFirst().token()).isEqualTo(Address.ZERO);
        model.forbidRefund(RELAYER, Address.ZERO);
        assertThat(read().policy().refunds()).isEmpty();
    }

    @Test
    void whatLoosensWaitsADayAndTheRestDoesNot() {
        model.deny(RELAYER.toString());
        model.pardon(RELAYER, "pardon 010100");
        assertThat(result().words()).isEqualTo("It is denied until 24 Nov 2026, 10:00 UTC.");
        model.askSecondPerson("FW99");
        assertThat(result().words()).startsWith("There is no such check.");
        model.askSecondPerson(" fw18 ");
        assertThat(read().policy().secondPerson()).containsExactly(CheckId.FW18);
        model.waiveSecondPerson(CheckId.FW18, "alone FW18");
        assertThat(result().words()).isEqualTo("A second person is wanted until 24 Nov 2026, 10:00 UTC.");
    }

    @Test
    void aPolicyThatIsNotUnderstoodIsASentenceAndNoEmptyPolicy() throws Exception {
        Files.writeString(file, "{\"format\":\"breakwater.review-policy\",\"version\":3}");
        model.read();
        assertThat(model.policy().get()).isEmpty();
        assertThat(model.unread().get().orElseThrow().happened()).contains("of another version than 2");
    }

    @Test
    void whatSomethingElseWroteIsTakenOverByAPhrase() throws Exception {
        model.deny(RELAYER.toString());
        Files.writeString(
                file, Files.readString(file).replace(RELAYER.toString(), "0x0000000000000000000000000000000000010101"));
        model.read();
        assertThat(read().policy().standing()).isInstanceOf(PolicyStanding.Changed.class);
        model.deny(RELAYER.toString());
        assertThat(result().words()).startsWith("Something else than this program changed the policy.");
        model.takeOver("take over");
        assertThat(read().policy().standing()).isInstanceOf(PolicyStanding.Recorded.class);
    }
}
