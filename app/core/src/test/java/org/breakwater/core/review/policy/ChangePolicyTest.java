package org.breakwater.core.review.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.HoldUp;
import org.breakwater.core.review.check.CheckId;
import org.breakwater.core.review.request.PolicyStanding;
import org.breakwater.core.review.request.ReviewPolicy;
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
        public void change(Change change) throws ProblemException {
            written = change.of(written);
        }

        @Override
        public String where() {
            return "memory";
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

    @Test
    void aRefundCountsADayLaterUpToItsCapAndIsTakenBackAtOnce() throws ProblemException {
        var most = BigInteger.TEN.pow(16);
        change.allowRefund(MODULE, Address.ZERO, most, "refund 180aa3", "The relayer that we pay");

        assertThat(change.now().refunds()).isEmpty();
        now = MONDAY.plus(AllowedCode.COOL_DOWN);
        assertThat(change.now().refunds()).containsExactly(new ReviewPolicy.Refund(MODULE, Address.ZERO, most));
        change.forbidRefund(MODULE, Address.ZERO);
        assertThat(change.now().refunds()).isEmpty();
        assertThatThrownBy(() -> change.allowRefund(MODULE, Address.ZERO, BigInteger.ZERO, "refund 180aa3", "No"))
                .hasMessageContaining("a refund is above zero");
        assertThatThrownBy(() -> change.allowRefund(MODULE, Address.ZERO, most, "allow 180aa3", "The relayer"))
                .hasMessageContaining("Type: refund 180aa3");
    }

    @Test
    void whoIsLetGoIsDeniedForAnotherDay() throws ProblemException {
        change.deny(MODULE);
        change.pardon(MODULE, "pardon 180aa3");
        assertThat(change.now().denied()).containsExactly(MODULE);
        now = MONDAY.plus(AllowedCode.COOL_DOWN);
        assertThat(change.now().denied()).isEmpty();
        change.deny(MODULE);
        assertThat(change.now().denied()).as("denying anew ends that").containsExactly(MODULE);
        now = MONDAY.plus(Duration.ofDays(9));
        assertThat(change.now().denied()).containsExactly(MODULE);
    }

    @Test
    void aSecondPersonIsWantedForAnotherDay() throws ProblemException {
        var newOwner = new HoldUp(CheckId.FW18, "A new owner", "new owner");
        change.askSecondPerson(CheckId.FW18);
        assertThat(change.inForce().wantSecondPerson(List.of(newOwner))).containsExactly(newOwner);
        assertThatThrownBy(() -> change.waiveSecondPerson(CheckId.FW18, "alone"))
                .hasMessageContaining("Type: alone FW18");
        change.waiveSecondPerson(CheckId.FW18, "alone fw18");
        assertThat(change.inForce().wantSecondPerson(List.of(newOwner))).containsExactly(newOwner);
        now = MONDAY.plus(AllowedCode.COOL_DOWN);
        assertThat(change.inForce().wantSecondPerson(List.of(newOwner))).isEmpty();
    }

    @Test
    void everyChangeIsRecordedAndOneThatIsNotStops() throws ProblemException {
        assertThat(change.now().standing()).isEqualTo(new PolicyStanding.None());
        change.allow(MODULE, "allow 180aa3", "Read by the auditors");
        now = MONDAY.plusSeconds(60);
        change.deny(Address.ZERO);
        assertThat(change.now().standing()).isEqualTo(new PolicyStanding.Recorded(2, now));
        assertThat(memory.written.history().changes())
                .extracting(PolicyChange::what)
                .containsExactly(
                        "Allowed the code at " + MODULE + ": Read by the auditors",
                        "Denied 0x0000000000000000000000000000000000000000");

        var recorded = memory.written;
        now = MONDAY.plus(Duration.ofDays(2));
        memory.written = recorded.denying(MODULE);
        assertThat(change.now().standing()).isInstanceOf(PolicyStanding.Changed.class);
        assertThatThrownBy(() -> change.forbid(MODULE))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("Something else than this program changed the policy.");

        assertThatThrownBy(() -> change.adopt("yes")).hasMessageContaining("Type: take over");
        change.adopt("take over");
        assertThat(change.now().standing()).isEqualTo(new PolicyStanding.Recorded(1, now));
        assertThat(change.now().denied()).containsExactlyInAnyOrder(Address.ZERO, MODULE);
        assertThat(change.now().reviewedCode()).as("it waits anew").isEmpty();
    }

    @Test
    void aRecordThatWasCutOrRewrittenIsFound() throws ProblemException {
        for (int i = 0; i < 4; i++) {
            now = MONDAY.plusSeconds(i);
            change.deny(Address.parse("0x%040x".formatted(i + 1)));
        }
        var history = memory.written.history();
        var changes = history.changes();
        for (int cut = 0; cut < changes.size(); cut++) {
            var others = new ArrayList<>(changes);
            others.remove(cut);
            memory.written = memory.written.with(new PolicyHistory(history.before(), others, Optional.empty()));
            assertThat(change.now().standing()).as("without %s", cut).isInstanceOf(PolicyStanding.Changed.class);
        }
        memory.written = memory.written.with(history.upTo(CODE));
        assertThat(change.now().standing()).as("an older one").isInstanceOf(PolicyStanding.Changed.class);
        memory.written = memory.written.with(history.upTo(changes.get(2).link()));
        assertThat(change.now().standing()).isEqualTo(new PolicyStanding.Recorded(4, now));
    }

    @Test
    void theLastFiveHundredChangesAreKept() throws ProblemException {
        for (int i = 0; i < 510; i++) {
            change.deny(MODULE);
        }
        assertThat(memory.written.history().changes()).hasSize(500);
        assertThat(change.now().standing()).isEqualTo(new PolicyStanding.Recorded(500, now));
    }
}
