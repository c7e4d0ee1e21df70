package org.breakwater.core.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.breakwater.core.council.Council.WatchedSafe;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.NonceOrder;
import org.breakwater.core.safe.QueuedTransaction;
import org.breakwater.core.safe.SafeCall;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeSetup;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.safe.SafeTxHash;
import org.breakwater.core.safe.SafeVersion;
import org.breakwater.core.safe.ServedTransaction;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.junit.jupiter.api.Test;

/// Where in the guardian Safe's order a pause goes, and what ends one: two of three must sign, nonce 7 is next.
class PauseTurnTest {

    private static final Address SAFE = Address.parse("0x00000000000000000000000000000000000000f0");
    private static final List<Address> OWNERS = Stream.of("a1", "a2", "a3")
            .map(end -> Address.parse("0x00000000000000000000000000000000000000" + end))
            .toList();
    private static final SafeDomain DOMAIN = new SafeDomain(SafeVersion.V1_4_1, BigInteger.valueOf(31_337), SAFE);
    private static final SafeCall CALL = SafeCall.of(OWNERS.getFirst(), Bytes.EMPTY);

    @Test
    void withNothingWaitingItIsNext() {
        var turn = PauseTurn.of(guardian());

        assertThat(turn.nonce()).isEqualTo(7);
        assertThat(turn.first()).isEmpty();
        assertThat(turn.displaced()).isEmpty();
    }

    @Test
    void whatHasItsSignaturesGoesFirstAndWhatLacksThemGivesWay() {
        var complete = queued(7, 2);
        var lacking = queued(8, 1);
        var turn = PauseTurn.of(guardian(complete, lacking, queued(9, 0)));

        assertThat(turn.nonce()).isEqualTo(8);
        assertThat(turn.first()).containsExactly(complete);
        assertThat(turn.displaced()).containsExactly(lacking);
    }

    @Test
    void oneOfTwoForANonceThatIsCompleteGoesFirst() {
        var complete = queued(7, 2);

        assertThat(PauseTurn.of(guardian(queued(7, 1), complete)).first()).containsExactly(complete);
    }

    @Test
    void aPauseThatWaitsHasItsTurnAfterEverythingBeforeIt() {
        var pause = queued(8, 1);
        var turn = PauseTurn.of(guardian(queued(7, 0), pause), pause);

        assertThat(turn.first()).hasSize(1);
        assertThat(turn.displaced()).isEmpty();
    }

    @Test
    void aLiftTakesTheSoonestPlaceAndSaysWhatGivesWayOrTheLast() throws ProblemException {
        var turns = new PauseLift(guardian(queued(7, 1), queued(8, 1)), CALL).turns();

        assertThat(turns.stream().map(PauseLift.Turn::nonce)).containsExactly(number(7), number(9));
        assertThat(turns.stream().map(PauseLift.Turn::displaced)).containsExactly(1, 0);
        assertThat(turns.getFirst().transaction().nonce()).isEqualTo(7);
        assertThat(turns.getLast().transaction().nonce()).isEqualTo(9);
    }

    @Test
    void whereBothPlacesAreTheSameThereIsOne() {
        assertThat(new PauseLift(guardian(queued(7, 2)), CALL).turns())
                .singleElement()
                .satisfies(turn -> assertThat(turn.nonce()).isEqualTo(8));
    }

    private static WatchedSafe guardian(QueuedTransaction... waiting) {
        var order = NonceOrder.of(
                number(7), List.of(waiting), queued -> queued.transaction().nonce());
        return new WatchedSafe("Guardian", DOMAIN, setup(), order, Set.of());
    }

    private static SafeSetup setup() {
        return new SafeSetup(
                SAFE,
                "1.4.1",
                SAFE,
                OWNERS,
                2,
                number(7),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static QueuedTransaction queued(long nonce, int signers) {
        var transaction = SafeTransaction.rejection(SAFE, number(nonce));
        var served = new ServedTransaction(
                SAFE, transaction, Hash32.ZERO, Optional.empty(), Instant.EPOCH, List.of(), "signed by " + signers);
        return new QueuedTransaction(served, SafeTxHash.of(DOMAIN, transaction), List.of(), OWNERS.subList(0, signers));
    }

    private static BigInteger number(long value) {
        return BigInteger.valueOf(value);
    }
}
