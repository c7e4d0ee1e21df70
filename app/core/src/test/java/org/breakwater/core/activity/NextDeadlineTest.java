package org.breakwater.core.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.activity.Due.Task;
import org.junit.jupiter.api.Test;

class NextDeadlineTest {

    private static Due due(long from, long until) {
        return new Due(
                Task.EXECUTE_CHANGE, Area.GOVERNANCE, BigInteger.ONE, Optional.empty(), from, Optional.of(until));
    }

    private static Due openEnded(long from) {
        return new Due(Task.EXECUTE_CHANGE, Area.GOVERNANCE, BigInteger.ONE, Optional.empty(), from, Optional.empty());
    }

    @Test
    void itIsWhenSomethingBecomesPossibleOrHasJustEnded() {
        assertThat(NextDeadline.after(List.of(due(500, 900L), due(0, 700L)), 100))
                .hasValue(500);
        assertThat(NextDeadline.after(List.of(due(500, 900L), due(0, 700L)), 500))
                .hasValue(701);
        assertThat(NextDeadline.after(List.of(due(500, 900L), due(0, 700L)), 701))
                .hasValue(901);
    }

    @Test
    void whereNothingLiesAheadThereIsNone() {
        assertThat(NextDeadline.after(List.of(), 100)).isEmpty();
        assertThat(NextDeadline.after(List.of(openEnded(50), due(0, 99L)), 100)).isEmpty();
    }
}
