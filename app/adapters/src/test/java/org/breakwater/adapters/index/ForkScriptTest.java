package org.breakwater.adapters.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.breakwater.adapters.index.ModelChain.Draft;
import org.breakwater.core.index.EndpointFault;
import org.breakwater.core.index.IndexException;
import org.breakwater.core.index.LogSource;
import org.breakwater.core.value.Address;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Random histories of a chain: blocks with and without logs, contracts that are named late, forks, endpoints that lag,
/// blocks that change while they are read. After each of them the index equals one that is made anew.
class ForkScriptTest {

    private static final int FINAL_DEPTH = 40;
    private static final int DEEPEST_FORK = FINAL_DEPTH - 1;

    @TempDir
    private Path folder;

    @Test
    void whateverTheChainDoesTheIndexEqualsAFreshOne() throws Exception {
        play(IndexPlace.Kind.FILE, 30);
    }

    @Test
    void whateverTheChainDoesTheIndexOnAServerEqualsAFreshOne() throws Exception {
        play(IndexPlace.Kind.SERVER, 10);
    }

    @Tag("deep")
    @ParameterizedTest
    @EnumSource(IndexPlace.Kind.class)
    void whateverTheChainDoesInAThousandScriptsTheIndexEqualsAFreshOne(IndexPlace.Kind kind) throws Exception {
        play(kind, 1_000);
    }

    private void play(IndexPlace.Kind kind, int scripts) throws Exception {
        for (int seed = 0; seed < scripts; seed++) {
            try (var index = new KeptIndex(kind.fresh(folder), ModelChain.deployment(), ModelChain::decode)) {
                new Script(seed, folder).play(index);
            }
        }
    }

    /// One history.
    private static final class Script {

        private final int seed;
        private final Path folder;
        private final SplittableRandom random;
        private final ModelChain chain = new ModelChain();
        private long highest;

        private Script(int seed, Path folder) {
            this.seed = seed;
            this.folder = folder;
            this.random = new SplittableRandom(seed);
        }

        private void play(KeptIndex index) throws Exception {
            mine(random.nextInt(5, 150));
            for (int step = 0; step < 8; step++) {
                if (random.nextInt(3) > 0) {
                    fork();
                } else {
                    mine(random.nextInt(0, 60));
                }
                if (random.nextInt(3) == 0) {
                    syncWhileItMoves(index);
                }
                index.sync(source().lagging(random.nextInt(3) == 0 ? random.nextInt(0, 30) : 0));
            }
            // Finality that was reached on a longer branch stays; a fresh index can know of it when this one is longer.
            mine((int) (highest - chain.head()) + 1);
            index.sync(source());
            assertThat(index.differencesToAFreshOne(source(), folder))
                    .as("script %d", seed)
                    .isEmpty();
        }

        private ModelSource source() {
            return new ModelSource(chain, FINAL_DEPTH).withPagesOf(random.nextInt(1, 100));
        }

        private void mine(int blocks) {
            for (int i = 0; i < blocks; i++) {
                chain.mine(random.nextInt(3) == 0 ? logs() : List.of());
            }
            highest = Math.max(highest, chain.head());
        }

        private List<Draft> logs() {
            var logs = new ArrayList<Draft>();
            for (int i = random.nextInt(1, 4); i > 0; i--) {
                logs.add(
                        random.nextInt(12) == 0
                                ? Draft.naming(anyone(), ModelChain.address(random.nextInt(3, 9)))
                                : Draft.plain(anyone()));
            }
            return logs;
        }

        /// Two contracts of the deployment, six that may be named, one that never is.
        private Address anyone() {
            return ModelChain.address(random.nextInt(1, 10));
        }

        /// A branch may end below the head that it replaces.
        private void fork() {
            var depth = drop(DEEPEST_FORK);
            mine(depth + random.nextInt(-depth / 2, 10));
        }

        /// Takes away up to `most` blocks, none that was ever final.
        private int drop(int most) {
            var lowest = Math.max(0, highest - DEEPEST_FORK);
            var depth = random.nextInt(1, (int) Math.min(most, chain.head() - lowest) + 1);
            chain.drop(depth);
            return depth;
        }

        private void syncWhileItMoves(KeptIndex index) throws IndexException {
            LogSource restless = source().before(() -> {
                if (random.nextInt(4) == 0) {
                    mine(drop(3) + random.nextInt(0, 3));
                }
            });
            try {
                index.sync(restless);
            } catch (IndexException stopped) {
                assertThat(stopped.fault()).isInstanceOf(EndpointFault.class);
            }
        }
    }
}
