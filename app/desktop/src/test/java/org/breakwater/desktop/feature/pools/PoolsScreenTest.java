package org.breakwater.desktop.feature.pools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.breakwater.core.projection.view.PoolView;
import org.breakwater.core.value.BasisPoints;
import org.breakwater.core.value.TokenAmount;
import org.breakwater.desktop.boot.OpenConsole;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Numbers.Rounding;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Place.PoolPart;
import org.breakwater.desktop.theme.Appearance.Scheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The pools as a person goes through them.
class PoolsScreenTest extends FxTest {

    private static OpenConsole open;

    @BeforeAll
    @SuppressWarnings("NullAway.Init") // JUnit calls it before anything else
    static void open() throws Exception {
        open = OpenConsole.onTheWorld();
    }

    @AfterAll
    static void close() {
        open.close();
    }

    private static void go(Place place) {
        open.go(place);
        open.awaitContent();
    }

    private static String drawn(String id) {
        return onFx(() -> ((Label) open.scene().lookup("#" + id)).getText());
    }

    private static TableView<?> master() {
        return onFx(() -> (TableView<?>) open.scene().lookup(".density-master"));
    }

    private static void press(TableView<?> table, KeyCode key) {
        doOnFx(() -> table.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false)));
    }

    @Test
    void everyPoolIsDrawnAsTheChainTellsIt() throws Exception {
        go(new Place.Pools());
        doOnFx(() -> open.scene().getRoot().layout());
        var chain = open.chain();

        for (var pool : open.known().view().pools()) {
            var told = new TokenAmount(chain.ask(pool.pool(), "totalAssets()").getFirst(), 6, "USDC");
            var row = "pool-" + pool.poolId();
            assertThat(drawn(row + "-capital")).isEqualTo(Numbers.amount(told, Rounding.HELD));
            assertThat(drawn(row + "-solvency"))
                    .isEqualTo(Numbers.ratio(BasisPoints.of(pool.capital().solvencyBps())));
        }
    }

    @Test
    void theLowestSolvencyComesFirst() {
        go(new Place.Pools());
        var ascending = open.known().view().pools().stream()
                .sorted(Comparator.comparingLong(pool -> pool.capital().solvencyBps()))
                .map(PoolView::poolId)
                .toList();

        var rows = onFx(() -> List.copyOf(master().getItems()));

        assertThat(rows).extracting(row -> ((PoolRow) row).id()).isEqualTo(ascending);
    }

    @Test
    void theKeyJGoesToTheNextPoolWithoutBuildingThePlaceAnew() {
        go(new Place.Pools());
        var table = master();
        var second = (PoolRow) onFx(() -> table.getItems().get(1));

        press(table, KeyCode.J);

        assertThat(open.console().router().current().get()).isEqualTo(new Place.Pool(second.id(), PoolPart.OVERVIEW));
        assertThat(master()).isSameAs(table);
        open.awaitWords(second.name());
    }

    @Test
    void backLeadsToThePoolBefore() {
        go(new Place.Pool(1, PoolPart.OVERVIEW));
        open.go(new Place.Pool(2, PoolPart.OVERVIEW));

        doOnFx(() -> open.console().router().back());

        var selected = onFx(() -> (PoolRow) master().getSelectionModel().getSelectedItem());
        assertThat(selected.id()).isEqualTo(1);
    }

    @Test
    void everyPartOpensByItsTab() {
        go(new Place.Pool(2, PoolPart.OVERVIEW));
        for (var part : PoolPart.values()) {
            open.go(new Place.Pool(2, part));
            open.awaitContent();
            assertThat(open.console().router().current().get()).isEqualTo(new Place.Pool(2, part));
        }
        var queue = open.known().view().redemptions(2).orElseThrow().waiting();

        open.go(new Place.Pool(2, PoolPart.REDEMPTIONS));

        open.awaitWords("Requests are filled in this order");
        assertThat(queue).isNotEmpty();
        var first = queue.getFirst();
        assertThat(drawn("pool-2-request-" + first.requestId() + "-value")).contains(",");
    }

    @Test
    void aPoolThatDoesNotExistIsSaidToBeNone() {
        go(new Place.Pool(99, PoolPart.OVERVIEW));

        open.awaitWords("There is no pool 99.");
        open.control("Show all pools").ifPresent(button -> doOnFx(() -> ((Button) button).fire()));

        assertThat(open.console().router().current().get()).isEqualTo(new Place.Pools());
    }

    @Test
    void theSmallestWindowShowsWholeAmounts() throws Exception {
        go(new Place.Pool(2, PoolPart.OVERVIEW));
        for (var scheme : List.of(Scheme.LIGHT, Scheme.DARK)) {
            open.wear(scheme);
            open.picture("pools-" + scheme.name().toLowerCase(Locale.ROOT));
        }
        open.wear(Scheme.LIGHT);
        open.resize(1_100, 700);
        open.picture("pools-small");
        var cut = onFx(() -> open.scene().getRoot().lookupAll(".label").stream()
                .filter(node -> node.getId() != null && node.getId().startsWith("pool-"))
                .map(Label.class::cast)
                .filter(label -> label.getWidth() > 0 && label.getWidth() < Math.floor(label.prefWidth(-1)))
                .map(Label::getId)
                .filter(id -> id.endsWith("-capital") || id.endsWith("-cover"))
                .toList());
        open.resize(1_440, 900);

        assertThat(cut).isEmpty();
    }
}
