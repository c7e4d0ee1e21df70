package org.breakwater.desktop.feature.council;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.input.KeyCode;
import org.breakwater.core.council.Council;
import org.breakwater.core.follow.Known;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.boot.OpenConsole;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.place.Reviews;
import org.breakwater.desktop.theme.Appearance.Scheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The Safes of the world: beside what their contracts say, and as they are drawn.
class CouncilScreenTest extends FxTest {

    private static OpenConsole open;
    private static Reviews reviews;

    @BeforeAll
    @SuppressWarnings("NullAway.Init") // JUnit calls it before anything else
    static void open() throws ProblemException {
        open = OpenConsole.onTheWorld();
        reviews = open.reviews();
    }

    @AfterAll
    static void close() {
        open.close();
    }

    private static CouncilPage.Maker maker() {
        return new CouncilPage.Maker(open.sentences(), open.wiring().protocol().deployment(), reviews);
    }

    private static CouncilViewModel model(Optional<Address> wanted) {
        return new CouncilViewModel(maker(), OpenConsole.AT_ONCE, wanted);
    }

    @Test
    void storageSaysWhatTheContractsAnswer() throws Exception {
        for (var named : open.network().description().safes()) {
            var answered = named.state();
            var read = open.council().safe(answered.address()).orElseThrow().setup();

            assertThat(read.owners()).containsExactlyElementsOf(answered.owners());
            assertThat(read.threshold()).isEqualTo(answered.threshold());
            assertThat(read.nonce()).isEqualTo(answered.nonce());
            assertThat(read.version()).isEqualTo(answered.version());
            assertThat(read.executed()).hasSize(answered.nonce().intValueExact());
            assertThat(read.fallbackHandler()).isPresent();
            assertThat(read.modules()).isEmpty();
        }
    }

    @Test
    void everyExecutedTransactionIsFoundAndProvedByItsHash() throws Exception {
        var page = maker().page(open.known(), open.council());

        assertThat(page.safes())
                .allSatisfy(safe -> assertThat(safe.executed())
                        .isNotEmpty()
                        .allSatisfy(done -> assertThat(done.sentence()).isPresent()));
    }

    @Test
    void theQueueIsInNonceOrderWithTheTwoThatFightBracketedAndTheHostileOneBlocked() throws Exception {
        var safe = maker().page(open.known(), open.council()).safes().getFirst();

        assertThat(safe.slots()).extracting(slot -> slot.rows().size()).containsExactly(1, 1, 2, 1, 1);
        assertThat(safe.slots()).extracting(SafePage.Slot::nonce).isSorted();
        assertThat(safe.slots().get(3).rows().getFirst().worst()).isEqualTo(Severity.BLOCK);
        assertThat(safe.slots().getFirst().rows().getFirst().signers()).hasSize(4);
        assertThat(safe.slots().getFirst().rows().getFirst().sentence()).startsWith("Move 65,000.00");
    }

    @Test
    void anIntruderWhoWouldLowerTheThresholdIsAHold() throws Exception {
        var guardian = maker().page(open.known(), open.council()).safes().getLast();

        assertThat(guardian.slots().getLast().rows().getFirst().worst()).isEqualTo(Severity.HOLD);
    }

    @Test
    void theRehearsalOfTheQueueShowsWhatTheHostileOneLeavesBehind() throws Exception {
        open.goTo(new Place.Safe(open.network().council()), "Rehearse the queue…");

        open.fire("Rehearse the queue…");
        open.awaitWords("At the end");

        assertThat(open.words()).contains("carried out");
        assertThat(open.text("#rehearsal-end")).contains("4 of 7 owners had to sign, then 1 of 7.");
        open.picture("council-rehearsal-light");
    }

    @Test
    void aPlaceOfNoSafeShowsNone() throws Exception {
        var model = model(Optional.of(Address.ZERO));

        assertThat(model.shown(maker().page(open.known(), open.council()))).isEmpty();
    }

    @Test
    void whatCouldNotBeReadIsSaidAndWhatWasReadBeforeStays() throws Exception {
        var known = new ReadOnlyObjectWrapper<Loadable<Known>>(
                new Loadable.Ready<>(open.known(), open.known().block()));
        var council = new ReadOnlyObjectWrapper<Loadable<Council>>(new Loadable.Loading<>());
        var model = model(Optional.empty());
        model.follow(known, council);
        assertThat(model.page().get()).isInstanceOf(Loadable.Loading.class);

        council.set(new Loadable.Stale<>(open.council(), open.known().block(), "The node is away."));
        assertThat(model.page().get()).isInstanceOf(Loadable.Stale.class);

        var problem = Problem.of("The node is away.", "Wait.");
        council.set(new Loadable.Failed<>(problem));
        assertThat(model.page().get()).isEqualTo(new Loadable.Failed<CouncilPage>(problem));
    }

    @Test
    void oneGoesFromSafeToSafeWithTheKeyboardAndOpensWhatWaits() throws Exception {
        open.goTo(new Place.Council(), "Standing signatures");
        open.picture("council-light");
        assertThat(open.text("#safe-threshold")).isEqualTo("4 of 7 sign");
        assertThat(open.text("#safe-nonce"))
                .isEqualTo(open.council().safes().getFirst().setup().nonce().toString());

        open.press(KeyCode.J);
        await(() -> open.console().router().current().get() instanceof Place.Safe);
        open.press(KeyCode.J);
        await(() -> open.text("#safe-threshold").equals("2 of 4 sign"));

        open.wear(Scheme.DARK);
        open.go(new Place.Council());
        await(() -> open.text("#safe-threshold").equals("4 of 7 sign"));
        open.picture("council-dark");
        open.resize(1100, 700);
        open.picture("council-1100");
        open.resize(1440, 900);
        open.wear(Scheme.LIGHT);
    }

    @Test
    void aSafeThatIsNotThereIsSaidWithAWayBack() {
        open.go(new Place.Safe(Address.ZERO));

        open.awaitWords("There is no Safe at that address");
        assertThat(open.control("Show the Council Safe")).isPresent();
    }
}
