package org.breakwater.desktop.figures;

import static org.assertj.core.api.Assertions.assertThat;

import org.breakwater.desktop.figures.Figure.Written;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void anAmountMayBeDrawnWithFewerPlacesRoundedEitherWay() {
        assertThat(Comparison.agrees(Written.USDC, "9,508,545.12", "9508545129999"))
                .isTrue();
        assertThat(Comparison.agrees(Written.USDC, "9,508,546 USDC", "9508545129999"))
                .isTrue();
        assertThat(Comparison.agrees(Written.USDC, "9.51\u00a0M", "9508545129999"))
                .isTrue();
        assertThat(Comparison.agrees(Written.PERCENT, "103.2\u00a0%", "10329")).isTrue();
    }

    @Test
    void anotherNumberNothingAndADashAreFound() {
        assertThat(Comparison.agrees(Written.USDC, "9,508,544.12", "9508545129999"))
                .isFalse();
        assertThat(Comparison.agrees(Written.PERCENT, "103.4\u00a0%", "10329")).isFalse();
        assertThat(Comparison.agrees(Written.COUNT, "—", "0")).isFalse();
        assertThat(Comparison.agrees(Written.COUNT, "none", "0")).isFalse();
        assertThat(Comparison.agrees(Written.USDC, "", "0")).isFalse();
    }

    @Test
    void timesAndWordsAreRead() {
        assertThat(Comparison.agrees(Written.DATE, "since 21 Nov 2026", "1795269600"))
                .isTrue();
        assertThat(Comparison.agrees(Written.DATE, "22 Nov 2026", "1795269600")).isFalse();
        assertThat(Comparison.agrees(Written.TEXT, "In vote", "InVote")).isTrue();
        assertThat(Comparison.agrees(Written.TEXT, "Paid", "InVote")).isFalse();
    }
}
