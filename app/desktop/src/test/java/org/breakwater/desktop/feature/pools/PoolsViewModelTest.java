package org.breakwater.desktop.feature.pools;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Comparator;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.breakwater.core.follow.Known;
import org.breakwater.core.projection.view.PoolView;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.text.TextLibrary;
import org.breakwater.core.value.Loadable;
import org.breakwater.core.value.TokenAmount;
import org.breakwater.desktop.boot.OpenConsole;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Place.PoolPart;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The pools' model on a plain thread, on what is known of the world.
class PoolsViewModelTest extends FxTest {

    private static Known known;
    private static OpenConsole open;

    @BeforeAll
    @SuppressWarnings("NullAway.Init") // JUnit calls it before anything else
    static void open() throws Exception {
        open = OpenConsole.onTheWorld();
        known = open.known();
    }

    @AfterAll
    static void close() {
        open.close();
    }

    private static PoolsViewModel at(Place place) {
        var model = new PoolsViewModel(place, OpenConsole.AT_ONCE, TextLibrary.EMPTY);
        model.follow(new ReadOnlyObjectWrapper<Loadable<Known>>(new Loadable.Ready<>(known, known.block())));
        return model;
    }

    private static PoolDetail shown(PoolsViewModel model) {
        return model.shown().getValue().orElseThrow();
    }

    @Test
    void whereNoPoolIsAskedForTheOneWithTheLowestSolvencyIsLookedAt() {
        var lowest = known.view().pools().stream()
                .min(Comparator.comparingLong(pool -> pool.capital().solvencyBps()))
                .map(PoolView::poolId)
                .orElseThrow();

        var model = at(new Place.Pools());

        assertThat(shown(model).row().id()).isEqualTo(lowest);
        assertThat(model.trail()).containsExactly("Pools");
    }

    @Test
    void anotherPoolKeepsThePartThatIsLookedAt() {
        var model = at(new Place.Pool(3, PoolPart.REDEMPTIONS));

        assertThat(model.other(5)).isEqualTo(new Place.Pool(5, PoolPart.REDEMPTIONS));
        assertThat(model.go(model.other(5))).isTrue();
        assertThat(shown(model).row().id()).isEqualTo(5);
        assertThat(model.trail()).containsExactly("Pools", shown(model).row().name());
        assertThat(model.go(new Place.Registry())).isFalse();
    }

    @Test
    void aNumberThatNoPoolHasShowsNone() {
        var model = at(new Place.Pool(99, PoolPart.OVERVIEW));

        assertThat(model.shown().getValue()).isEmpty();
        assertThat(model.trail()).containsExactly("Pools", "Pool 99");
    }

    @Test
    void coverByLevelAddsUpToWhatThePoolStandsFor() {
        for (var pool : known.view().pools()) {
            var levels = shown(at(new Place.Pool(pool.poolId(), PoolPart.POLICIES)))
                    .levels()
                    .value()
                    .orElseThrow();

            assertThat(levels.stream().map(level -> level.cover().units()).reduce(BigInteger.ZERO, BigInteger::add))
                    .isEqualTo(pool.capital().activeCover());
            assertThat(levels)
                    .allSatisfy(level -> assertThat(level.minCapital().units())
                            .isLessThanOrEqualTo(pool.capital().minCapital()));
        }
    }

    @Test
    void everyParameterThatHoldsForThePoolIsThereWithItsValueInForce() {
        var rows = shown(at(new Place.Pool(2, PoolPart.PARAMETERS)))
                .parameters()
                .value()
                .orElseThrow();
        var keys = rows.stream().map(PoolDetail.ParameterRow::key).distinct().toList();

        assertThat(keys).contains(ParameterKey.INCIDENT_CAP.word(), ParameterKey.MIN_CAPITAL_RATIO.word());
        assertThat(keys).doesNotContain(ParameterKey.ORACLE_MAX_AGE.word());
        assertThat(keys).hasSize(known.view().parameters().size() - 1);
        assertThat(rows).extracting(PoolDetail.ParameterRow::id).doesNotHaveDuplicates();
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.value())
                        .isBetween(row.spec().min(), row.spec().max()));
    }

    @Test
    void theSumsOfAllPoolsAreTheSumsOfTheirRows() {
        var model = at(new Place.Pools());
        if (!(model.page().get() instanceof Loadable.Ready<PoolsPage>(var page, var _))) {
            throw new AssertionError("nothing was read");
        }
        var capital = known.view().pools().stream()
                .map(pool -> pool.capital().totalAssets())
                .reduce(BigInteger.ZERO, BigInteger::add);

        assertThat(page.totals().capital().map(TokenAmount::units)).contains(capital);
        assertThat(page.totals().requests())
                .isEqualTo(page.rows().stream()
                        .mapToInt(row -> row.requests().orElseThrow())
                        .sum());
    }
}
