package org.breakwater.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MatchTest {

    @Test
    void everyWordHasToOccur() {
        assertThat(score("bridge pool", "Pause the Bridge pool")).isPositive();
        assertThat(score("bridge claim", "Pause the Bridge pool")).isNegative();
    }

    @Test
    void theStartOfAWordCountsMoreThanItsInside() {
        assertThat(score("pool", "Pools")).isGreaterThan(score("pool", "The pools"));
        assertThat(score("pool", "The pools")).isGreaterThan(score("ool", "The pools"));
    }

    @Test
    void keywordsFindToo() {
        assertThat(Match.score(List.of("shortcuts"), "Keyboard sheet", List.of("keys", "shortcuts")))
                .isPresent();
    }

    @Test
    void nothingTypedFindsEverything() {
        assertThat(score("", "Pools")).isZero();
    }

    private static int score(String query, String title) {
        return Match.score(Match.words(query), title, List.of()).orElse(-1);
    }
}
