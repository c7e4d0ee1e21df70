package org.breakwater.desktop.feature.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.projection.view.PauseView;
import org.breakwater.core.protocol.PauseScope;
import org.breakwater.core.value.Word;
import org.breakwater.desktop.boot.AskedChain;
import org.breakwater.desktop.boot.OpenConsole;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.theme.Appearance.Scheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmergencyScreenTest extends FxTest {

    private static OpenConsole open;
    private static AskedChain chain;

    @BeforeAll
    @SuppressWarnings("NullAway.Init") // JUnit calls it before anything else
    static void open() throws ProblemException {
        open = OpenConsole.onTheWorld();
        chain = open.chain();
    }

    @AfterAll
    static void close() {
        open.close();
    }

    @BeforeEach
    void atTheMap() {
        open.goTo(new Place.Emergency(), "What can be stopped");
    }

    @Test
    void everyScopeOfEveryPoolStandsAsTheGuardianHasIt() throws Exception {
        var guardian = open.network().deployment().address("EmergencyGuardian");
        var pools = open.known().view().pools().size();
        for (var scope : PauseScope.values()) {
            for (long pool = 0; pool <= pools; pool++) {
                var bit = Word.of(scope.bit());
                var cell = open.text("#stop-" + scope.bit() + "-pool-" + pool);
                var until = chain.ask(guardian, "pausedUntil(uint16,uint32)", bit, Word.of(pool));
                var cooling = chain.ask(guardian, "coolingUntil(uint16,uint32)", bit, Word.of(pool));
                assertThat(BigInteger.valueOf(open.known().view().coolingUntil(scope, pool)))
                        .as("%s of pool %s", scope, pool)
                        .isEqualTo(cooling.getFirst());
                assertThat(cell.startsWith("stopped"))
                        .as("%s of pool %s", scope, pool)
                        .isEqualTo(until.getFirst().signum() > 0);
            }
        }
    }

    @Test
    void theBudgetIsTheGuardians() throws Exception {
        var guardian = open.network().deployment().address("EmergencyGuardian");
        var budget = chain.ask(guardian, "budget()");
        assertThat(open.text("#pauses-used")).isEqualTo(budget.get(0) + " of " + budget.get(1));
    }

    @Test
    void whatRunsIsToldWithItsEnd() {
        var running =
                open.known().view().pauses().stream().filter(PauseView::active).toList();
        assertThat(running).hasSize(1);
        assertThat(open.text("#emergency-sentence")).startsWith("1 stop runs.");
        assertThat(open.text("#stop-" + running.getFirst().pauseId())).startsWith("Loosening");
    }

    @Test
    void whoCanPauseIsSaidAndThatNothingIsDoneFromHere() {
        assertThat(open.text("#emergency-who")).contains("can pause, with a transaction of its Safe");
        open.awaitWords("Guardian");
    }

    @Test
    void everyStopOfThePastIsListed() {
        for (var pause : open.known().view().pauses()) {
            assertThat(open.text("#pause-" + pause.pauseId())).isEqualTo(Long.toString(pause.pauseId()));
        }
    }

    @Test
    void itIsDrawnInBothSchemesAndInASmallWindow() throws Exception {
        for (var scheme : List.of(Scheme.LIGHT, Scheme.DARK)) {
            open.wear(scheme);
            open.picture("emergency-" + scheme.name().toLowerCase(Locale.ROOT));
        }
        open.resize(1_100, 700);
        open.picture("emergency-small");
        assertThat(open.text("#pauses-used")).isNotEmpty();
    }
}
