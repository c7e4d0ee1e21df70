package org.breakwater.adapters.localnet.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SubsetTest {

    private static final long GRAIN = 100;

    private final Map<String, Long> weights =
            new TreeMap<>(Map.of("Ada", 1_200L, "Ben", 700L, "Cleo", 500L, "Dan", 350L, "Eve", 300L));

    @Test
    void addsUpToTheSumExactly() {
        assertThat(Subset.of(weights, 1_500, GRAIN)).containsExactlyInAnyOrder("Ada", "Eve");
    }

    @Test
    void usesNobodyTwice() {
        assertThat(Subset.of(weights, 1_400, GRAIN)).isEmpty();
    }

    @Test
    void leavesOutWhatIsNoMultipleOfTheGrain() {
        assertThat(Subset.of(weights, 350, GRAIN)).isEmpty();
    }

    @Test
    void findsNothingWhereThereIsTooLittle() {
        assertThat(Subset.of(weights, 100_000, GRAIN)).isEmpty();
    }
}
