package org.breakwater.desktop.feature.treasury;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.breakwater.core.follow.Known;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.stress.Assumptions;
import org.breakwater.core.stress.RiskTarget;
import org.breakwater.core.stress.Scenario.Loss;
import org.breakwater.core.stress.own.OwnScenario;
import org.breakwater.core.stress.own.OwnScenarios;
import org.breakwater.core.text.TextLibrary;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.feature.treasury.ScenarioPage.HitTarget;
import org.breakwater.desktop.fx.Background;
import org.junit.jupiter.api.Test;

class ScenariosViewModelTest {

    private static final HitTarget BRIDGE =
            new HitTarget(new RiskTarget.Subject(7), "Viaduct", "subject 7, Bridge", "1,800,000 USDC covered");
    private static final HitTarget LENDER =
            new HitTarget(new RiskTarget.Subject(8), "Harbor Lend", "subject 8, Smart contract", "not covered");

    /// Scenarios in memory, of which the next act may be refused.
    private static final class Kept implements OwnScenarios {

        private final List<OwnScenario> scenarios = new ArrayList<>();
        private long last;
        private boolean isFull;

        @Override
        public List<OwnScenario> all() {
            return List.copyOf(scenarios);
        }

        @Override
        public OwnScenario add(String name, List<Loss> losses) throws ProblemException {
            if (isFull) {
                throw new ProblemException(Problem.of("There is no room left.", "Free some space."));
            }
            var scenario = OwnScenario.of(++last, name, losses);
            scenarios.add(scenario);
            return scenario;
        }

        @Override
        public void change(OwnScenario scenario) {
            scenarios.replaceAll(each -> each.id() == scenario.id() ? scenario : each);
        }

        @Override
        public void forget(long id) {
            scenarios.removeIf(each -> each.id() == id);
        }
    }

    private final Kept kept = new Kept();
    private final ScenariosViewModel model = new ScenariosViewModel(
            new ReadScenarios(Address::toString, TextLibrary.EMPTY, Assumptions.initial()),
            kept,
            new Background(Runnable::run, Runnable::run));

    private ScenarioForm form() {
        return model.form().get().orElseThrow();
    }

    private void write(String name, HitTarget... targets) {
        model.begin();
        form().name().set(name);
        for (var target : targets) {
            model.add(target);
        }
    }

    @Test
    void whatIsMissingIsSaidUntilNothingIs() {
        model.begin();
        assertThat(form().missing().get()).contains("Nothing is hit");
        model.add(BRIDGE);
        assertThat(form().missing().get()).contains("no name");
        form().name().set("Two at once");
        assertThat(form().missing().get()).isEmpty();
        var hit = form().hits().get().getFirst();
        hit.share().set("a lot");
        assertThat(form().missing().get()).contains("“a lot”", "from 0.01 to 100");
        assertThat(hit.problem().getValue()).isPresent();
        model.keep();
        assertThat(kept.all()).isEmpty();
        assertThat(model.problem().get()).contains("“a lot”");
    }

    @Test
    void whatIsHitNextIsHitAsHardAndNothingIsHitTwice() {
        write("Both", BRIDGE);
        form().hits().get().getFirst().share().set("12.5");
        model.add(LENDER);
        model.add(LENDER);
        assertThat(form().hits().get()).hasSize(2);
        model.keep();
        assertThat(model.form().get()).isEmpty();
        assertThat(kept.all())
                .singleElement()
                .satisfies(scenario -> assertThat(scenario.losses())
                        .containsExactly(new Loss(BRIDGE.target(), 1_250), new Loss(LENDER.target(), 1_250)));
    }

    @Test
    void aScenarioIsChangedRemovedAndBroughtBack() {
        write("Bridge", BRIDGE);
        model.keep();
        var first = kept.all().getFirst();
        model.remove(first);
        assertThat(kept.all()).isEmpty();
        assertThat(model.removed().get()).contains(first);
        model.bringBack();
        assertThat(kept.all()).extracting(OwnScenario::name).containsExactly("Bridge");
        assertThat(model.removed().get()).isEmpty();
        var page = new ScenarioPage(new BlockRef(1, Hash32.ZERO, Instant.EPOCH), List.of(), List.of(BRIDGE));
        var changing = ScenarioForm.of(kept.all().getFirst(), page);
        assertThat(changing.hits().get().getFirst().share().get()).isEqualTo("50");
        assertThat(changing.missing().get()).isEmpty();
    }

    @Test
    void aStoreThatRefusesSaysWhyAndNothingThatWasWrittenIsLost() {
        write("Bridge", BRIDGE);
        kept.isFull = true;
        model.keep();
        assertThat(model.problem().get()).contains("no room left");
        assertThat(form().name().get()).isEqualTo("Bridge");
    }

    @Test
    void whatCanBeHitIsFoundByAllOfItsWords() {
        var page = new ScenarioPage(new BlockRef(1, Hash32.ZERO, Instant.EPOCH), List.of(), List.of(BRIDGE, LENDER));
        assertThat(page.matching("", List.of())).containsExactly(BRIDGE, LENDER);
        assertThat(page.matching("viaDUCT bridge", List.of())).containsExactly(BRIDGE);
        assertThat(page.matching("subject 8", List.of())).containsExactly(LENDER);
        assertThat(page.matching("", List.of(BRIDGE.target()))).containsExactly(LENDER);
        assertThat(page.matching("moon", List.of())).isEmpty();
        assertThat(page.target(new RiskTarget.Subject(99)).detail()).contains("not known");
    }

    @Test
    void aProblemWithTheChainIsNoPage() {
        var known = new SimpleObjectProperty<Loadable<Known>>(new Loadable.Loading<>());
        var following = model.follow(known);
        assertThat(model.page().get()).isInstanceOf(Loadable.Loading.class);
        known.set(new Loadable.Failed<>(Problem.of("The node does not answer.", "Start it.")));
        assertThat(model.page().get()).isInstanceOf(Loadable.Failed.class);
        assertThat(model.preview().get()).isEqualTo(Optional.empty());
        following.unsubscribe();
    }
}
