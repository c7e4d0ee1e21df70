package org.breakwater.core.acting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.execution.PayingAccount;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.signing.SigningDevice;
import org.breakwater.core.value.Address;
import org.junit.jupiter.api.Test;

class WatchingTest {

    private static final Person ALICE = new Person(
            Address.parse("0x00000000000000000000000000000000000000a1"), "Alice", Person.Means.LOCAL_NETWORK);

    /// People who write down what is asked of their keys.
    private static final class Asked implements People {

        private final List<String> asked = new ArrayList<>();

        @Override
        public List<Person> all() {
            return List.of(ALICE);
        }

        @Override
        public SigningDevice device(Person person) {
            asked.add("device");
            throw new IllegalStateException("a device was asked for");
        }

        @Override
        public Optional<PayingAccount> account(Person person) {
            asked.add("account");
            return Optional.empty();
        }
    }

    private final Asked people = new Asked();

    @Test
    void whoeverWatchesHasNobodyToSignAndNoKeyIsAskedFor() {
        var watched = Watching.fromTheStart().guard(people);

        assertThat(watched.all()).isEmpty();
        assertThat(watched.find(ALICE.address())).isEmpty();
        assertThatThrownBy(() -> watched.device(ALICE))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("only watches");
        assertThatThrownBy(() -> watched.account(ALICE)).isInstanceOf(ProblemException.class);
        assertThat(people.asked).isEmpty();
    }

    @Test
    void itCountsAtOnceAndEndsAtOnce() throws ProblemException {
        var watching = Watching.off();
        var guarded = watching.guard(people);
        assertThat(guarded.all()).containsExactly(ALICE);

        watching.set(true);
        assertThat(guarded.all()).isEmpty();

        watching.set(false);
        assertThat(guarded.all()).containsExactly(ALICE);
        assertThat(guarded.account(ALICE)).isEmpty();
        assertThat(people.asked).containsExactly("account");
    }

    @Test
    void whatWasOpenedWithoutSignersHasNoneUntilTheNextStart() {
        var watching = Watching.fromTheStart();

        watching.set(false);

        assertThat(watching.isOn()).isTrue();
    }

    @Test
    void aClosedKeyringHasNobodyAndTakesNobody() {
        var keyring = new ClosedKeyring();

        assertThat(keyring.state().get()).isEqualTo(KeyringState.EMPTY);
        assertThatThrownBy(() -> keyring.create("Alice", "a long passphrase".toCharArray()))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> keyring.unlock(ALICE.address(), "a long passphrase".toCharArray()))
                .isInstanceOf(ProblemException.class);
    }
}
