package org.breakwater.core.review.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.HoldUp;
import org.breakwater.core.review.check.CheckId;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.junit.jupiter.api.Test;

class ChangePolicyTest {

    private static final Address MODULE = Address.parse("0x5fbdb2315678afecb367f032d93f642f64180aa3");
    private static final Hash32 CODE = Keccak.hash(Bytes.fromHex("0x6001"));
    private static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");

    private final Memory memory = new Memory();
    private Instant now = MONDAY;
    private final ChangePolicy change = new ChangePolicy(
            memory, contract -> contract.equals(MODULE) ? Optional.of(CODE) : Optional.empty(), this::now);

    private Instant now() {
        return now;
    }

    private static final class Memory implements PolicyStore {

        private PersonalPolicy written = PersonalPolicy.NONE;

        @Override
        public PersonalPolicy read() {
            return written;
        }

        @Override
        public void write(PersonalPolicy policy) {
            written = policy;
        }
    }

    @Test
    void whatIsAllowedCountsADayLater() throws ProblemException {
        var allowed = change.allow(MODULE, "allow 180aa3", "Read by the auditors, report 12");

        assertThat(allowed.from()).isEqualTo(MONDAY.plus(Duration.ofHours(24)));
        assertThat(change.now().reviewedCode()).isEmpty();
        now = MONDAY.plus(Duration.ofHours(24)).minusSeconds(1);
        assertThat(change.now().reviewedCode()).isEmpty();
        now = MONDAY.plus(Duration.ofHours(24));
        assertThat(change.now().reviewedCode()).containsEntry(MODULE, CODE);
    }

    @Test
    void allowingAgainBeginsAnew() throws ProblemException {
        change.allow(MODULE, "allow 180aa3", "Read by the auditors");
        now = MONDAY.plus(Duration.ofHours(30));
        change.allow(MODULE, "ALLOW 180AA3", "Read once more");

        assertThat(change.now().reviewedCode()).isEmpty();
        assertThat(memory.written.code()).hasSize(1);
    }

    @Test
    void whatIsTakenBackAndWhoIsDeniedCountsAtOnce() throws ProblemException {
        change.allow(MODULE, "allow 180aa3", "Read by the auditors");
        now = MONDAY.plus(Duration.ofDays(2));
        change.forbid(MODULE);
        change.deny(MODULE);

        assertThat(change.now().reviewedCode()).isEmpty();
        assertThat(change.now().denied()).containsExactly(MODULE);
    }

    @Test
    void nothingIsAllowedByAnotherPhraseWithoutAReasonOrWithoutCode() {
        assertThatThrownBy(() -> change.allow(MODULE, "allow", "Read by the auditors"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("Type: allow 180aa3");
        assertThatThrownBy(() -> change.allow(MODULE, "allow 180aa3", "  "))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("who reviewed");
        assertThatThrownBy(() -> change.allow(Address.ZERO, "allow 000000", "Read"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no code");
        assertThat(memory.written).isEqualTo(PersonalPolicy.NONE);
    }

    @Test
    void aSecondPersonIsWantedForTheChecksThatArePickedForIt() {
        var policy = new PersonalPolicy(List.of(), Set.of(), Set.of(CheckId.FW18));
        var newOwner = new HoldUp(CheckId.FW18, "A new owner", "new owner");
        var rival = new HoldUp(CheckId.FW39, "Another one", "rival nonce");

        assertThat(policy.wantSecondPerson(List.of(rival, newOwner))).containsExactly(newOwner);
    }
}
