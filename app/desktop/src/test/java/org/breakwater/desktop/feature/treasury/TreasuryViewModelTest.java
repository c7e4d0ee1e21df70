package org.breakwater.desktop.feature.treasury;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.SimpleObjectProperty;
import org.breakwater.core.follow.Known;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.text.TextLibrary;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.feature.treasury.TreasuryViewModel.Side;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Router;
import org.junit.jupiter.api.Test;

class TreasuryViewModelTest {

    private final Router router = new Router(new Place.Treasury());
    private final TreasuryViewModel model = new TreasuryViewModel(
            new ReadTreasury(Address::toString, TextLibrary.EMPTY),
            new Background(Runnable::run, Runnable::run),
            router);

    @Test
    void theLadderIsAboutAllMoneyUntilASideIsChosen() {
        assertThat(model.side().get()).isEqualTo(Side.BOTH);
        model.show(Side.TREASURY);
        assertThat(model.side().get()).isEqualTo(Side.TREASURY);
    }

    @Test
    void whatCouldNotBeReadIsAProblemAndNoPage() {
        var known = new SimpleObjectProperty<Loadable<Known>>(new Loadable.Loading<>());
        var following = model.follow(known);
        assertThat(model.page().get()).isInstanceOf(Loadable.Loading.class);
        known.set(new Loadable.Failed<>(Problem.of("The node does not answer.", "Start it.")));
        assertThat(model.page().get()).isInstanceOf(Loadable.Failed.class);
        following.unsubscribe();
        known.set(new Loadable.Loading<>());
        assertThat(model.page().get()).isInstanceOf(Loadable.Failed.class);
    }
}
