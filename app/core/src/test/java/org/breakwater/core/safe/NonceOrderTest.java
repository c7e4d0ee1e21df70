package org.breakwater.core.safe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.LongStream;
import org.breakwater.core.safe.NonceOrder.Position;
import org.breakwater.core.safe.NonceOrder.Slot;
import org.junit.jupiter.api.Test;

class NonceOrderTest {

    @Test
    void proposalsWaitForTheOnesBeforeThemAndBehindGaps() {
        var order = order(7, 9, 4, 7, 8, 12, 11);

        assertThat(order.slots())
                .extracting(slot -> slot.nonce().longValue(), Slot::position)
                .containsExactly(
                        tuple(4L, Position.USED_UP),
                        tuple(7L, Position.NEXT),
                        tuple(8L, Position.WAITING),
                        tuple(9L, Position.WAITING),
                        tuple(11L, Position.BEHIND_GAP),
                        tuple(12L, Position.BEHIND_GAP));
        assertThat(order.free()).isEqualTo(BigInteger.TEN);
    }

    @Test
    void rivalsShareASlotInTheOrderInWhichTheyCame() {
        var slot = NonceOrder.of(BigInteger.ZERO, List.of("pay", "reject"), _ -> BigInteger.ZERO)
                .slots()
                .getFirst();

        assertThat(slot.proposals()).containsExactly("pay", "reject");
        assertThat(slot.isContested()).isTrue();
    }

    @Test
    void aQueueWithoutTheNextNonceIsAllBehindAGap() {
        var order = order(0, 1, 2);

        assertThat(order.slots()).extracting(Slot::position).containsOnly(Position.BEHIND_GAP);
        assertThat(order.free()).isZero();
    }

    @Test
    void anEmptyQueueIsFreeAtTheSafesNonce() {
        assertThat(order(5).free()).isEqualTo(BigInteger.valueOf(5));
    }

    private static NonceOrder<Long> order(long next, long... nonces) {
        return NonceOrder.of(
                BigInteger.valueOf(next), LongStream.of(nonces).boxed().toList(), BigInteger::valueOf);
    }
}
