package org.breakwater.adapters.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.breakwater.adapters.localnet.AnvilBinary;
import org.breakwater.adapters.localnet.AnvilProcess;
import org.breakwater.adapters.localnet.world.AnvilRpc;
import org.junit.jupiter.api.Test;

class LastHeadTest {

    @Test
    void reviewsShareWhatTheyAskOfABlockAndNotOfTheNextOrOfAnotherNode() throws Exception {
        try (var anvil = AnvilProcess.start(AnvilBinary.find(), OptionalInt.empty(), List.of());
                var other = AnvilProcess.start(AnvilBinary.find(), OptionalInt.empty(), List.of())) {
            var last = new LastHead();
            var first = last.of(anvil.node());
            assertThat(last.of(anvil.node())).isSameAs(first);

            assertThat(last.of(other.node())).isNotSameAs(first);

            new AnvilRpc(anvil.node().address()).ask("anvil_mine", 1);
            var second = last.of(anvil.node());
            assertThat(second).isNotSameAs(first);
            assertThat(second.block().number()).isEqualTo(first.block().number() + 1);
        }
    }
}
