package org.breakwater.adapters.localnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.breakwater.core.execution.ExecutionOutcome;
import org.breakwater.core.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The people of the local network sign and execute on it with what everybody signs and executes with.
class LocalSigningTest {

    @Test
    void theCouncilChangesAParameterAsSignersDo(@TempDir Path folder) throws ProblemException {
        try (var network = LocalNetwork.start()) {
            var council = new CouncilHand(network, folder);
            assertThat(council.concentration()).isEqualTo(2_000);

            assertThat(council.carryOut(council.concentrate(1_800))).isInstanceOf(ExecutionOutcome.Succeeded.class);

            assertThat(council.concentration()).isEqualTo(1_800);
            assertThat(new LocalKeys().of(network.council())).isEmpty();
        }
    }
}
