package org.breakwater.adapters.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.breakwater.adapters.index.ModelChain.Draft;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.index.BlockRange;
import org.breakwater.core.index.IndexException;
import org.breakwater.core.index.StoreFault;
import org.breakwater.core.value.ChainId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// What every kind of place refuses alike: another's index, one that is kept already, one that is not understood.
@ParameterizedClass
@EnumSource(IndexPlace.Kind.class)
class StoreRefusalsTest {

    private static final Deployment DEPLOYMENT = ModelChain.deployment();
    private static final Deployment ELSEWHERE = new Deployment(
            new ChainId(1), DEPLOYMENT.contracts(), new TreeMap<>(), new TreeMap<>(), List.of(), List.of());

    @Parameter
    private IndexPlace.Kind kind = IndexPlace.Kind.FILE;

    @TempDir
    private Path folder;

    private IndexPlace place;

    @BeforeEach
    void choose() {
        place = kind.fresh(folder);
    }

    @Test
    void oneOfANewerVersion() throws Exception {
        fill();
        place.execute(
                switch (kind) {
                    case FILE -> "PRAGMA user_version = 99";
                    case SERVER -> "UPDATE format SET version = 99";
                });
        var before = StoreContent.of(place);

        var newer = new StoreFault.Newer(place.text(), 99, 1);
        assertThat(fault(this::open)).isEqualTo(newer);
        assertThat(fault(this::read)).isEqualTo(newer);
        assertThat(StoreContent.of(place)).isEqualTo(before);
    }

    @Test
    void oneOfAnotherDeployment() throws Exception {
        fill();

        var other = new StoreFault.OtherProtocol(place.text());
        assertThat(fault(() -> IndexPlace.stores().open(place.text(), ELSEWHERE)))
                .isEqualTo(other);
        assertThat(fault(() -> IndexPlace.stores().read(place.text(), ELSEWHERE)))
                .isEqualTo(other);
        open();
    }

    @Test
    void oneThatAnotherInstanceKeepsIsReadAndNotKept() throws Exception {
        try (var first = IndexPlace.stores().open(place.text(), DEPLOYMENT)) {
            assertThat(fault(this::open)).isEqualTo(new StoreFault.InUse(place.text()));
            read();
            assertThat(first.state().logs()).isZero();
        }
        open();
    }

    @Test
    void whereThereIsNoneYetNothingIsRead() {
        assertThat(fault(this::read)).isEqualTo(new StoreFault.Absent(place.text()));
    }

    @Test
    void aRowThatHoldsNoProperValueIsNotHandedOver() throws Exception {
        fill();
        place.execute(
                switch (kind) {
                    case FILE -> "UPDATE log SET tx = x'00' WHERE height = 30";
                    case SERVER -> "UPDATE log SET tx = '\\x00' WHERE height = 30";
                });
        try (var store = IndexPlace.stores().open(place.text(), DEPLOYMENT)) {
            assertThat(fault(() -> store.read(new BlockRange(0, 1_000), _ -> {})))
                    .isEqualTo(new StoreFault.Corrupt(place.text(), "a row holds a hash has 32 bytes, not 1"));
        }
    }

    private void open() throws Exception {
        IndexPlace.stores().open(place.text(), DEPLOYMENT).close();
    }

    private void read() throws Exception {
        IndexPlace.stores().read(place.text(), DEPLOYMENT).close();
    }

    private void fill() throws Exception {
        var chain = new ModelChain();
        for (int i = 0; i < 50; i++) {
            chain.mine(List.of(Draft.plain(ModelChain.POOL)));
        }
        try (var index = new KeptIndex(place, DEPLOYMENT, ModelChain::decode)) {
            index.sync(new ModelSource(chain, 10));
        }
    }

    private static StoreFault fault(ThrowingCallable use) {
        var stopped = catchThrowableOfType(IndexException.class, use);
        assertThat(stopped).as("it is refused").isNotNull();
        assertThat(stopped.fault().problem().remedy()).as("it says what to do").isNotBlank();
        return (StoreFault) stopped.fault();
    }
}
