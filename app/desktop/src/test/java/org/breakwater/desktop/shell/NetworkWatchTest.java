package org.breakwater.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.breakwater.core.chain.Blocks;
import org.breakwater.core.chain.Endpoint;
import org.breakwater.core.connection.EndpointSelection;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.kit.NetworkKind;
import org.junit.jupiter.api.Test;

class NetworkWatchTest extends FxTest {

    private static final BlockRef BLOCK = new BlockRef(7, Hash32.ZERO, Instant.EPOCH);
    private static final Problem SILENT = Problem.of("The node does not answer.", "Start it.");

    private final Deque<Loadable<BlockRef>> answers = new ArrayDeque<>();
    private final EndpointSelection selection =
            EndpointSelection.only(new Endpoint("http://127.0.0.1:1", new Scripted()), Duration.ofMinutes(1));
    private final NetworkWatch watch = new NetworkWatch(
            NetworkKind.LOCAL, "Local network", Duration.ofMinutes(1), new Background(Runnable::run, Runnable::run));

    private final class Scripted implements Blocks {

        @Override
        public BlockRef head() throws ProblemException {
            return switch (answers.poll()) {
                case Loadable.Ready<BlockRef>(var block, var _) -> block;
                case null, default -> throw new ProblemException(SILENT);
            };
        }

        @Override
        public BlockRef block(long number) {
            throw new AssertionError("one endpoint is compared with nothing");
        }
    }

    @Test
    void showsTheNewestBlock() {
        answers.add(new Loadable.Ready<>(BLOCK, BLOCK));
        ask();

        assertThat(watch.status().getValue().head()).isEqualTo(new Loadable.Ready<>(BLOCK, BLOCK));
        assertThat(watch.status().getValue().endpoints().words()).isEqualTo("1 endpoint answers");
    }

    @Test
    void keepsTheLastBlockWhenTheNodeFallsSilent() {
        answers.addAll(List.of(new Loadable.Ready<>(BLOCK, BLOCK)));
        ask();
        ask();

        assertThat(watch.status().getValue().head())
                .isEqualTo(new Loadable.Stale<>(BLOCK, BLOCK, "The node does not answer."));
        assertThat(watch.status().getValue().endpoints().isHealthy()).isFalse();
    }

    @Test
    void aNodeThatNeverAnsweredHasNoBlock() {
        ask();

        assertThat(watch.status().getValue().head()).isEqualTo(new Loadable.Failed<>(SILENT));
    }

    private void ask() {
        doOnFx(() -> {
            watch.watch(selection);
            watch.close();
        });
    }
}
