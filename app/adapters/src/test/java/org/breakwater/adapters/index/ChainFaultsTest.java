package org.breakwater.adapters.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.breakwater.adapters.index.ModelChain.Draft;
import org.breakwater.core.fact.Decoding;
import org.breakwater.core.index.ChainFault;
import org.breakwater.core.index.EndpointFault;
import org.breakwater.core.index.IndexException;
import org.breakwater.core.index.IndexFault;
import org.breakwater.core.problem.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a chain that does not go on from what is stored comes to.
class ChainFaultsTest {

    private static final int FINAL_DEPTH = 20;

    @TempDir
    private Path folder;

    private final ModelChain chain = new ModelChain();
    private KeptIndex index;

    @BeforeEach
    void sync() throws Exception {
        chain.mineEmpty(60);
        chain.mine(List.of(Draft.plain(ModelChain.POOL)));
        chain.mineEmpty(39);
        index = new KeptIndex(IndexPlace.file(folder.resolve("index.db")), ModelChain.deployment(), ModelChain::decode);
        index.sync(source());
    }

    @AfterEach
    void close() {
        index.close();
    }

    private ModelSource source() {
        return new ModelSource(chain, FINAL_DEPTH);
    }

    @Test
    void aForkDownToFinalityIsFollowed() throws Exception {
        chain.drop(FINAL_DEPTH);
        chain.mineEmpty(FINAL_DEPTH + 1);

        assertThat(index.sync(source()).replaced()).isEqualTo(FINAL_DEPTH);
        assertThat(index.differencesToAFreshOne(source(), folder)).isEmpty();
    }

    @Test
    void aForkBelowFinalityHaltsAndSaysSo() {
        var before = index.content();
        var ours = chain.at(100 - FINAL_DEPTH).ref();
        chain.drop(FINAL_DEPTH + 1);
        chain.mineEmpty(FINAL_DEPTH + 10);

        var fault = fault(() -> index.sync(source()));

        assertThat(fault)
                .isEqualTo(new ChainFault.ForkBelowFinality(
                        "model", ours, chain.at(ours.number()).ref().hash()));
        assertThat(fault.problem().happened()).contains("block 80 was final with hash " + ours.hash());
        assertThat(index.content()).as("the index is left as it is").isEqualTo(before);
    }

    @Test
    void anotherChainOfTheSameNumberIsFoundOutThoughItIsShorter() {
        var before = index.content();
        chain.drop(95);
        chain.mineEmpty(65);

        assertThat(fault(() -> index.sync(source()))).isInstanceOf(ChainFault.ForkBelowFinality.class);
        assertThat(index.content()).isEqualTo(before);
    }

    @Test
    void anEndpointThatIsBehindIsNoFork() throws Exception {
        var before = index.content();

        for (int lag : List.of(1, 5, FINAL_DEPTH, FINAL_DEPTH + 15, 70)) {
            var report = index.sync(source().lagging(lag));

            assertThat(report.endpointIsBehind()).isTrue();
            assertThat(report.replaced()).isZero();
            assertThat(index.content()).as("behind by %d", lag).isEqualTo(before);
        }
    }

    @Test
    void aHeadThatGoesBackAndThenOnIsNoFork() throws Exception {
        chain.mineEmpty(5);
        index.sync(source().lagging(10));
        index.sync(source());

        assertThat(index.differencesToAFreshOne(source(), folder)).isEmpty();
    }

    @Test
    void aShorterBranchReplacesALongerOne() throws Exception {
        chain.drop(10);
        chain.mine(List.of(Draft.plain(ModelChain.POOL)));

        var report = index.sync(source());

        assertThat(report.replaced()).isEqualTo(10);
        assertThat(report.through()).isEqualTo(91);
        assertThat(index.store().state().logs()).isEqualTo(2);
    }

    @Test
    void aChainThatNeverHoldsStillIsGivenUp() {
        var before = index.content();
        chain.mineEmpty(1);

        var fault = fault(() -> index.sync(source().before(() -> {
            chain.drop(1);
            chain.mineEmpty(1);
        })));

        assertThat(fault).isEqualTo(new EndpointFault.Restless("model"));
        assertThat(index.content()).isEqualTo(before);
    }

    @Test
    void aLogThatDoesNotHaveTheFormOfItsEventHaltsBeforeItIsStored() throws Exception {
        var before = index.content();
        chain.mine(List.of(Draft.plain(ModelChain.POOL)));
        var problem = Problem.of("The log is malformed.", "Choose another endpoint.");
        try (var strict = new KeptIndex(
                IndexPlace.file(folder.resolve("strict.db")),
                ModelChain.deployment(),
                (log, _) -> new Decoding.Malformed(log, problem))) {

            assertThat(fault(() -> strict.sync(source()))).isEqualTo(new ChainFault.MalformedLog(problem));
            assertThat(strict.store().state().logs()).isZero();
        }
        assertThat(index.content()).isEqualTo(before);
    }

    private static IndexFault fault(ThrowingCallable sync) {
        var stopped = catchThrowableOfType(IndexException.class, sync);
        assertThat(stopped).as("it stops").isNotNull();
        return stopped.fault();
    }
}
