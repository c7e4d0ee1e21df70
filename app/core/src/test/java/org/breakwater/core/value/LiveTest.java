package org.breakwater.core.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class LiveTest {

    private final Live<Integer> live = new Live<>(1);
    private final ArrayList<Integer> seen = new ArrayList<>();

    @Test
    void aFollowerSeesThePresentValueAndEveryLaterOne() {
        live.follow(seen::add);
        live.set(2);
        live.set(3);

        assertThat(seen).containsExactly(1, 2, 3);
        assertThat(live.get()).isEqualTo(3);
    }

    @Test
    void whoeverStopsSeesNothingMore() {
        var following = live.follow(seen::add);
        following.close();
        live.set(2);

        assertThat(seen).containsExactly(1);
        assertThat(live.followers()).isZero();
    }

    @Test
    void aFollowerMayStopWhileItIsTold() {
        var ends = new ArrayList<Live.Following>();
        ends.add(live.follow(value -> {
            seen.add(value);
            ends.forEach(Live.Following::close);
        }));
        live.set(2);
        live.set(3);

        assertThat(seen).containsExactly(1, 2);
    }
}
