package org.breakwater.desktop.feature.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.breakwater.core.claims.ReadHistory;
import org.breakwater.core.fact.CaseFact;
import org.breakwater.core.fact.ClaimFact;
import org.breakwater.core.follow.Known;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.protocol.ClaimState;
import org.breakwater.core.protocol.RiskKind;
import org.breakwater.core.protocol.Route;
import org.breakwater.core.text.TextLibrary;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.boot.OpenConsole;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.fx.Subscriptions;
import org.breakwater.desktop.kit.Check;
import org.breakwater.desktop.kit.Severity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The models of claims with what is known of the local network's world, on a plain thread.
class ClaimsOnTheWorldTest extends FxTest {

    private static OpenConsole open;

    @BeforeAll
    @SuppressWarnings("NullAway.Init") // JUnit calls it before anything else
    static void open() throws ProblemException {
        open = OpenConsole.onTheWorld();
    }

    @AfterAll
    static void close() {
        open.close();
    }

    private static TextLibrary texts() {
        return open.wiring().protocol().texts();
    }

    private static ClaimsViewModel model() {
        var known = open.known();
        var model = new ClaimsViewModel(texts(), OpenConsole.AT_ONCE);
        model.follow(
                new ReadOnlyObjectWrapper<Loadable<Known>>(new Loadable.Ready<>(known, known.block())),
                new Subscriptions());
        return model;
    }

    private static Dossier dossier(long id) {
        return Dossier.of(new Insurance(open.known(), texts()), id).orElseThrow();
    }

    @Test
    void theClaimThatNeedsMostCareComesFirst() {
        var model = model();

        assertThat(model.claims().getFirst().claimId()).isEqualTo(41);
        assertThat(model.claims().getFirst().worst().map(Check::severity)).contains(Severity.HOLD);
        assertThat(model.claims().stream().limit(3)).allMatch(row -> !row.isOver());
    }

    @Test
    void aFilterLeavesTheClaimsOfOneStateAndPoolUntilItIsCleared() {
        var model = model();
        var all = model.claims().size();
        model.only(Optional.of(Stage.VOTE));
        model.onlyPool(Optional.of(RiskKind.SMART_CONTRACT));

        assertThat(model.claims()).extracting(ClaimRow::claimId).containsExactly(41L, 40L);
        model.clear();
        assertThat(model.claims()).hasSize(all);
    }

    @Test
    void whatTheArithmeticGrantedIsWhatIsComputedHere() {
        var insurance = new Insurance(open.known(), texts());
        var automatic = insurance.claims().stream()
                .filter(claim -> claim.claim().route() == Route.AUTOMATIC
                        && claim.claim().approved().signum() > 0)
                .toList();

        assertThat(automatic)
                .hasSizeGreaterThan(20)
                .allSatisfy(claim -> assertThat(insurance
                                .calculation(claim)
                                .map(sum ->
                                        sum.amount().most().min(claim.claim().requested())))
                        .contains(claim.claim().approved()));
    }

    @Test
    void eachOfTheOpenClaimsSaysFirstWhatIsWrongWithIt() {
        assertThat(List.of(39L, 40L, 41L))
                .extracting(id -> dossier(id).findings().getFirst().sentence())
                .containsExactly(
                        "The vote ended in a tie",
                        "The outcome changed in the last day",
                        "A text does not match its hash");
    }

    @Test
    void aPaymentTakesFromThePoolWhatItPaysAndNeverLowersItsSolvency() {
        var dossier = dossier(41);
        var effect = dossier.effect().orElseThrow();
        var payable = dossier.calculation().orElseThrow().payable();

        assertThat(effect.grossNow().subtract(effect.grossPaid())).isEqualTo(payable);
        assertThat(effect.solvencyPaid()).isGreaterThanOrEqualTo(effect.solvencyNow());
    }

    @Test
    void theHistoryOfAClaimHoldsItsOwnEventsAndThoseOfNoOther() throws ProblemException {
        var history = new ReadHistory(
                open.wiring().protocol().events(), open.wiring().protocol().deployment());
        var entries = history.of(dossier(41).things());

        assertThat(entries).isNotEmpty();
        assertThat(entries)
                .filteredOn(entry -> entry.fact().fact() instanceof ClaimFact.ClaimSubmitted)
                .extracting(entry -> ((ClaimFact.ClaimSubmitted) entry.fact().fact()).claimId())
                .containsExactly(41L);
        assertThat(entries)
                .isSortedAccordingTo((one, other) -> Long.compare(
                        other.fact().block().number(), one.fact().block().number()));
    }

    @Test
    void theSplitOfAnOpenVoteIsHiddenUntilItIsAskedFor() {
        var history = new ReadHistory(
                open.wiring().protocol().events(), open.wiring().protocol().deployment());
        var model = new DossierViewModel(
                41, texts(), history, open.wiring().protocol().evidence(), OpenConsole.AT_ONCE);

        assertThat(model.isHidden(dossier(41))).isTrue();
        model.reveal();
        assertThat(model.isHidden(dossier(41))).isFalse();
        assertThat(dossier(39).view().claim().state()).isEqualTo(ClaimState.COUNCIL_REVIEW);
        assertThat(dossier(39).isVoting()).isFalse();
    }

    @Test
    void aVoteIsPutIntoWordsWithoutItsChoiceWhileItIsHidden() throws ProblemException {
        var history = new ReadHistory(
                open.wiring().protocol().events(), open.wiring().protocol().deployment());
        var votes = history.of(dossier(41).things()).stream()
                .map(entry -> entry.fact().fact())
                .filter(CaseFact.VoteCast.class::isInstance)
                .toList();
        var hidden = new EventText(Object::toString, _ -> false, true);
        var shown = new EventText(Object::toString, _ -> false, false);

        assertThat(votes).isNotEmpty();
        assertThat(votes).allMatch(vote -> hidden.sentence(vote).endsWith(" voted"));
        assertThat(votes).allMatch(vote -> shown.sentence(vote).contains(" voted: "));
    }
}
