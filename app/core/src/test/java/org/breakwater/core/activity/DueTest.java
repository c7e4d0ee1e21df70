package org.breakwater.core.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Optional;
import org.breakwater.core.activity.Due.Standing;
import org.breakwater.core.activity.Due.Task;
import org.junit.jupiter.api.Test;

class DueTest {

    private static final long NOW = 1_000_000;
    private static final long DAY = 86_400;

    @Test
    void whatCannotBeDoneYetIsSoonHoweverNearItsEnd() {
        assertThat(due(NOW + 1, Optional.of(NOW + 2)).at(NOW)).isEqualTo(Standing.SOON);
    }

    @Test
    void whatEndsWithinADayIsClosing() {
        assertThat(due(NOW, Optional.of(NOW + DAY - 1)).at(NOW)).isEqualTo(Standing.CLOSING);
        assertThat(due(NOW, Optional.of(NOW + DAY)).at(NOW)).isEqualTo(Standing.NOW);
    }

    @Test
    void whatNeverEndsCanBeDoneNowAndComesLastInItsGroup() {
        var endless = due(NOW, Optional.empty());

        assertThat(endless.at(NOW)).isEqualTo(Standing.NOW);
        assertThat(endless.decisive(NOW))
                .isGreaterThan(due(NOW, Optional.of(NOW + 90 * DAY)).decisive(NOW));
    }

    private static Due due(long from, Optional<Long> until) {
        return new Due(Task.PAY_CLAIM, Area.CLAIMS, BigInteger.ONE, Optional.empty(), from, until);
    }
}
