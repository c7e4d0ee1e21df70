package org.breakwater.adapters.ethereum.download;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AdaptiveSpanTest {

    private static final int COMFORTABLE = 1_000;

    @Test
    void successGrowsIt() {
        var span = new AdaptiveSpan(100, 1_000, COMFORTABLE);

        span.served(100, 0);
        span.served(200, 0);

        assertThat(span.size()).isEqualTo(400);
    }

    @Test
    void aRefusalHalvesIt() {
        var span = new AdaptiveSpan(100, 1_000, COMFORTABLE);

        span.refused(100);
        span.refused(50);

        assertThat(span.size()).isEqualTo(25);
    }

    @Test
    void itNeverGoesBelowOne() {
        var span = new AdaptiveSpan(2, 1_000, COMFORTABLE);

        span.refused(2);
        span.refused(1);

        assertThat(span.size()).isEqualTo(1);
    }

    @Test
    void manyItemsShortenItWithoutARefusal() {
        var span = new AdaptiveSpan(100, 1_000, COMFORTABLE);

        span.served(100, 4 * COMFORTABLE);

        assertThat(span.size()).isEqualTo(25);
    }

    @Test
    void itGrowsNoFurtherThanItsItemsStayComfortable() {
        var span = new AdaptiveSpan(100, 1_000, COMFORTABLE);

        span.served(100, 800);

        assertThat(span.size()).isEqualTo(125);
    }

    @Test
    void aShorterRangeThanAllowedSaysNothing() {
        var span = new AdaptiveSpan(100, 1_000, COMFORTABLE);

        span.served(10, 0);

        assertThat(span.size()).isEqualTo(100);
    }

    @Test
    void afterARefusalItGoesBackToWhatIsKnownToWork() {
        var span = new AdaptiveSpan(100, 1_000, COMFORTABLE);

        span.served(100, 0);
        span.refused(200);

        assertThat(span.size()).isEqualTo(100);
    }

    @Test
    void anEndpointWithAFixedLimitIsSeldomAskedInVain() {
        var span = new AdaptiveSpan(100, 1_000_000, COMFORTABLE);
        var served = 0L;
        var refusals = 0;
        for (int question = 0; question < 1_000; question++) {
            var asked = span.size();
            if (asked > 2_000) {
                refusals++;
                span.refused(asked);
            } else {
                served += asked;
                span.served(asked, 0);
            }
        }

        assertThat(refusals).isLessThan(70);
        assertThat(served).as("at least 75 % of what the limit allows").isGreaterThan(1_500_000);
    }
}
