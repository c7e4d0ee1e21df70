package org.breakwater.adapters.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.breakwater.adapters.index.ModelChain.Draft;
import org.breakwater.core.chain.ChainLog;
import org.breakwater.core.index.BlockRange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// What a store holds, and that it holds it, wherever it is kept.
@ParameterizedClass
@EnumSource(IndexPlace.Kind.class)
class StoreTest {

    private static final int FINAL_DEPTH = 10;

    @Parameter
    private IndexPlace.Kind kind = IndexPlace.Kind.FILE;

    @TempDir
    private Path folder;

    private final ModelChain chain = new ModelChain();
    private KeptIndex index;

    @BeforeEach
    void open() throws Exception {
        index = new KeptIndex(kind.fresh(folder), ModelChain.deployment(), ModelChain::decode);
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void aNewOneKnowsNothingBeforeTheDeployment() throws Exception {
        var state = index.store().state();

        assertThat(state.through()).isEqualTo(2);
        assertThat(state.finality()).isEqualTo(2);
        assertThat(state.kept()).isEmpty();
        assertThat(state.logs()).isZero();
    }

    @Test
    void itGivesBackTheLogsAsTheyCame() throws Exception {
        chain.mineEmpty(5);
        chain.mine(List.of(Draft.plain(ModelChain.POOL), Draft.naming(ModelChain.INCIDENTS, ModelChain.address(7))));
        chain.mineEmpty(30);
        chain.mine(List.of(Draft.plain(ModelChain.address(7))));

        index.sync(source());
        index.reopen();

        assertThat(logs(new BlockRange(0, 100)))
                .containsExactly(
                        chain.at(6).logs().get(0),
                        chain.at(6).logs().get(1),
                        chain.at(37).logs().getFirst());
        assertThat(logs(new BlockRange(7, 36))).isEmpty();
        var logs = logs(BlockRange.of(6));
        assertThat(logs.get(0).block()).isSameAs(logs.get(1).block());
    }

    @Test
    void itKeepsEveryRecentBlockAndOfTheFinalOnesThoseWithLogs() throws Exception {
        chain.mineEmpty(5);
        chain.mine(List.of(Draft.plain(ModelChain.POOL)));
        chain.mineEmpty(34);
        index.sync(source());

        var state = index.store().state();
        assertThat(state.through()).isEqualTo(40);
        assertThat(state.finality()).isEqualTo(30);
        assertThat(state.kept())
                .extracting(block -> block.number())
                .containsExactly(30L, 31L, 32L, 33L, 34L, 35L, 36L, 37L, 38L, 39L, 40L);
        assertThat(index.content()).filteredOn(row -> row.startsWith("block")).hasSize(12);
    }

    @Test
    void aContractThatIsNamedLateBringsItsEarlierLogs() throws Exception {
        var late = ModelChain.address(7);
        chain.mineEmpty(5);
        chain.mine(List.of(Draft.plain(late)));
        chain.mineEmpty(30);
        index.sync(source());
        assertThat(logs(new BlockRange(0, 100))).isEmpty();

        chain.mine(List.of(Draft.naming(ModelChain.INCIDENTS, late)));
        index.sync(source());

        assertThat(logs(new BlockRange(0, 100)))
                .containsExactly(
                        chain.at(6).logs().getFirst(), chain.at(37).logs().getFirst());
    }

    @Test
    void aForkThatTakesTheNameAwayTakesThemAwayAgain() throws Exception {
        var late = ModelChain.address(7);
        chain.mineEmpty(5);
        chain.mine(List.of(Draft.plain(late)));
        chain.mineEmpty(30);
        chain.mine(List.of(Draft.naming(ModelChain.INCIDENTS, late)));
        index.sync(source());

        chain.drop(3);
        chain.mineEmpty(4);
        var report = index.sync(source());

        assertThat(report.replaced()).isEqualTo(3);
        assertThat(logs(new BlockRange(0, 100))).isEmpty();
        assertThat(index.differencesToAFreshOne(source(), folder)).isEmpty();
    }

    @Test
    void aSecondSyncOfTheSameChainChangesNothing() throws Exception {
        chain.mineEmpty(50);
        index.sync(source());
        var before = index.content();

        var report = index.sync(source());

        assertThat(report.logs()).isZero();
        assertThat(index.content()).isEqualTo(before);
    }

    private ModelSource source() {
        return new ModelSource(chain, FINAL_DEPTH);
    }

    private List<ChainLog> logs(BlockRange range) throws Exception {
        var logs = new ArrayList<ChainLog>();
        index.store().read(range, logs::add);
        return logs;
    }
}
