package org.breakwater.desktop.feature.treasury;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.SimpleObjectProperty;
import org.breakwater.core.follow.Known;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.stress.Assumptions;
import org.breakwater.core.text.TextLibrary;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.fx.Background;
import org.junit.jupiter.api.Test;

class LossViewModelTest {

    private final LossViewModel model = new LossViewModel(
            new ReadLosses(Address::toString, TextLibrary.EMPTY, Assumptions.initial()),
            new Background(Runnable::run, Runnable::run),
            Runnable::run,
            1);

    @Test
    void nothingIsSimulatedWhileNothingIsKnown() {
        var known = new SimpleObjectProperty<Loadable<Known>>(new Loadable.Loading<>());
        var following = model.follow(known);
        known.set(new Loadable.Failed<>(Problem.of("The node does not answer.", "Start it.")));
        model.simulate(LossViewModel.THOROUGH);
        assertThat(model.page().get()).isInstanceOf(Loadable.Loading.class);
        assertThat(model.running().get()).isFalse();
        assertThat(model.reached()).isZero();
        following.unsubscribe();
    }
}
