package org.breakwater.desktop.feature.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.breakwater.core.follow.Known;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.protocol.RiskKind;
import org.breakwater.core.protocol.SubjectStatus;
import org.breakwater.core.text.TextLibrary;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.boot.OpenConsole;
import org.breakwater.desktop.feature.registry.RegistryViewModel.Changes;
import org.breakwater.desktop.feature.registry.RegistryViewModel.History;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.navigation.Place;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The registry's model on a plain thread, on what is known of the world.
class RegistryViewModelTest extends FxTest {

    private static final StatusChange APPLIED = new StatusChange.Applied(Instant.EPOCH, Address.ZERO);
    private static final Problem PROBLEM = Problem.of("The store cannot be read.", "Try again.");

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

    private static RegistryViewModel at(Place place, History history) {
        var model = new RegistryViewModel(place, OpenConsole.AT_ONCE, TextLibrary.EMPTY, history);
        model.follow(new ReadOnlyObjectWrapper<Loadable<Known>>(new Loadable.Ready<>(known, known.block())));
        return model;
    }

    private static List<RegistryRow> rows(RegistryViewModel model) {
        if (model.page().get() instanceof Loadable.Ready<RegistryPage>(var page, var _)) {
            return page.rows();
        }
        throw new AssertionError("nothing was read");
    }

    @Test
    void theRulesThatFailAreThoseOfTheRegistrysBits() {
        for (var row : rows(at(new Place.Registry(), _ -> List.of()))) {
            assertThat(row.rules()).hasSize(Integer.bitCount(row.subject().failedRules()));
            assertThat(row.rules()).allSatisfy(rule -> assertThat(rule.words()).isNotBlank());
        }
    }

    @Test
    void filtersLeaveWhatMatchesAllOfThem() {
        var model = at(new Place.Registry(), _ -> List.of());

        model.filter(old -> old.withKind(Optional.of(RiskKind.BRIDGE)));
        model.filter(old -> old.withStatus(Optional.of(SubjectStatus.LISTED)));
        var left = rows(model).stream().filter(model.filters().get()::match).toList();

        assertThat(left).isNotEmpty().allSatisfy(row -> {
            assertThat(row.subject().subject().kind()).isEqualTo(RiskKind.BRIDGE);
            assertThat(row.subject().subject().status()).isEqualTo(SubjectStatus.LISTED);
        });
        model.filter(old -> old.withWords("no subject is called this"));
        assertThat(rows(model)).noneMatch(model.filters().get()::match);
    }

    @Test
    void theHistoryOfTheSubjectThatIsLookedAtIsRead() {
        var model = at(new Place.Subject(3), _ -> List.of(APPLIED));

        assertThat(model.changes().get()).isEqualTo(new Changes.Read(List.of(APPLIED)));
        assertThat(model.trail()).containsExactly("Pools", "Risk registry", "Subject 3");
    }

    @Test
    void aHistoryThatCannotBeReadDoesNotHideTheSubject() {
        var model = at(new Place.Subject(3), _ -> {
            throw new ProblemException(PROBLEM);
        });

        assertThat(model.changes().get()).isEqualTo(new Changes.Failed(PROBLEM));
        assertThat(model.shown().getValue()).isPresent();
    }

    @Test
    void aNumberThatNoSubjectHasShowsNone() {
        var model = at(new Place.Subject(999), _ -> List.of());

        assertThat(model.shown().getValue()).isEmpty();
        assertThat(model.asked().get()).contains(999L);
        assertThat(model.go(new Place.Pools())).isFalse();
    }
}
