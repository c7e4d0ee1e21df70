package org.breakwater.desktop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.breakwater.adapters.ethereum.AnvilHand;
import org.breakwater.core.policies.ListedPolicy;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.projection.view.AccountCoverView;
import org.breakwater.core.projection.view.PolicyView;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Selector;
import org.breakwater.core.value.Word;
import org.breakwater.desktop.command.Commands;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.fx.SceneWalk;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Numbers.Rounding;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Place.PolicyList;
import org.breakwater.desktop.theme.Appearance.Scheme;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Finding a policy among all, by keyboard, on the world.
class PoliciesScreenTest extends FxTest {

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

    @BeforeEach
    void goToThePolicies() {
        open.go(new Place.Inbox());
        open.go(new Place.Policies(PolicyList.POLICIES));
        awaitText("#policies-count", Numbers.count(all().size()));
    }

    @Test
    void theTotalsAreTheSumsOfAllPolicies() {
        var cover = sum(all(), PolicyListed.COVER);

        assertThat(text("#policies-cover")).isEqualTo(amount(cover));
        assertThat(text("#policies-premium")).isEqualTo(amount(sum(all(), PolicyListed.PREMIUM)));
    }

    @Test
    void theLargestCoverComesFirst() {
        await(() -> first() != null);
        var largest = all().stream()
                .map(view -> view.policy().amount())
                .max(Comparator.naturalOrder())
                .orElseThrow();

        assertThat(onFx(() -> table().getItems().getFirst().cover())).isEqualTo(largest);
    }

    @Test
    void aSlashLeadsToTheSearchAndWordsNarrowTheListAndItsTotals() {
        var holder = all().getFirst().holder();
        press(open.scene().getRoot(), KeyCode.UNDEFINED, "/");
        assertThat(onFx(() -> open.scene().getFocusOwner())).isInstanceOf(TextField.class);
        doOnFx(() -> ((TextField) open.scene().getFocusOwner()).setText(holder.toString()));
        var held = all().stream().filter(view -> view.holder().equals(holder)).toList();

        awaitText("#policies-count", Numbers.count(held.size()));
        assertThat(text("#policies-cover")).isEqualTo(amount(sum(held, PolicyListed.COVER)));
    }

    @Test
    void enterAndJShowTheDetailOfARowAndItSaysWhatTheChainSays() {
        await(() -> first() != null);
        doOnFx(() -> table().requestFocus());
        press(table(), KeyCode.J, "");
        await(() -> open.console().router().current().get() instanceof Place.Policy);
        var id = onFx(() -> ((Place.Policy) open.console().router().current().get()).id());
        var view = open.known().view().policy(id).orElseThrow();
        await(() -> open.scene().lookup("#policy-" + id + "-premium") != null);

        assertThat(text("#policy-" + id + "-title"))
                .contains(Numbers.amountWithUnit(
                        SettlementAsset.amount(view.policy().amount()), Rounding.DUE));
        assertThat(spoken("#policy-" + id + "-premium"))
                .isEqualTo(Numbers.amount(SettlementAsset.amount(view.policy().premium()), Rounding.HELD) + " USDC");
        assertThat(spoken("#policy-" + id + "-holder")).contains(view.holder().toString());
    }

    @Test
    void everyPolicysDetailTellsItsPurchase() {
        var id = BigInteger.valueOf(7);
        open.go(new Place.Policy(id));

        open.awaitWords("bought policy 7");
        assertThat(open.words())
                .contains("Terms, version "
                        + open.known().view().policy(id).orElseThrow().policy().termsVersion() + ", pinned");
    }

    @Test
    void aLinkToAPolicyFarDownChoosesItsRowAndScrollsToIt() {
        await(() -> first() != null);
        var smallest = all().stream()
                .min(Comparator.comparing((PolicyView view) -> view.policy().amount())
                        .thenComparing(PolicyView::policyId))
                .orElseThrow()
                .policyId();
        assertThat(isInView(smallest.longValueExact()))
                .as("it is far down in the list, by cover")
                .isFalse();

        open.go(new Place.Policy(smallest));

        await(() -> isInView(smallest.longValueExact()));
        var chosen = onFx(() -> table().getSelectionModel().getSelectedIndex());
        assertThat(chosen).isGreaterThan(100);
        assertThat(onFx(() -> table().getItems().get(chosen).id())).isEqualTo(smallest.longValueExact());
    }

    /// Whether a policy's row is drawn, whole, within the table.
    private static boolean isInView(long id) {
        return onFx(() -> {
            var view = table();
            var frame = view.localToScene(view.getLayoutBounds());
            return view.lookupAll(".table-row-cell").stream()
                    .filter(SceneWalk::isShown)
                    .anyMatch(row -> row instanceof TableRow<?> cell
                            && cell.getItem() instanceof ListedPolicy listed
                            && listed.id() == id
                            && frame.contains(cell.localToScene(cell.getLayoutBounds())));
        });
    }

    @Test
    void aPolicyThatIsNotThereIsSaidToBeAbsentAndThereIsAWayBack() {
        open.go(new Place.Policy(BigInteger.valueOf(999_999)));
        open.awaitWords("There is no policy 999999");
        open.control("Show all policies").map(Button.class::cast).ifPresent(button -> doOnFx(button::fire));

        assertThat(onFx(() -> open.console().router().current().get()))
                .isEqualTo(new Place.Policies(PolicyList.POLICIES));
    }

    @Test
    void thePaletteFindsAPolicyByItsNumber() {
        doOnFx(() -> Commands.run(open.console().commands().command("window.palette")));
        await(() -> open.scene().getFocusOwner() instanceof TextField);
        doOnFx(() -> ((TextField) open.scene().getFocusOwner()).setText("1187"));
        var cover = open.known()
                .view()
                .policy(BigInteger.valueOf(1_187))
                .orElseThrow()
                .policy()
                .amount();
        open.awaitWords(Numbers.amountWithUnit(SettlementAsset.amount(cover), Rounding.DUE) + ", ");
        press(onFx(() -> open.scene().getFocusOwner()), KeyCode.ENTER, "");

        assertThat(onFx(() -> open.console().router().current().get()))
                .isEqualTo(new Place.Policy(BigInteger.valueOf(1_187)));
    }

    @Test
    void theOtherListsHoldWhatTheViewHoldsAndShowTheDetailOfARow() {
        open.go(new Place.Policies(PolicyList.SERIES));
        awaitText("#series-count", Numbers.count(open.known().view().series().size()));
        awaitRows();
        doOnFx(() -> table().getSelectionModel().select(0));
        open.awaitWords("at full severity");

        open.go(new Place.Policies(PolicyList.ACCOUNT_COVER));
        awaitText(
                "#account-cover-count",
                Numbers.count(open.known().view().accountCovers().size()));

        open.go(new Place.Policies(PolicyList.INTEGRATORS));
        awaitText(
                "#integrators-count",
                Numbers.count(open.known().view().integrators().size()));
        var integrator = open.known().view().integrators().getFirst();
        awaitText("#integrator-" + integrator.integrator() + "-accounts", Numbers.count(integrator.accounts()));
    }

    @Test
    void anIntegratorHasAPageThatThePaletteFindsAndIsPaidAheadFromThere() throws Exception {
        var integrator = open.known().view().integrators().getFirst();
        var place = new Place.Integrator(integrator.integrator());
        open.go(place);
        awaitText("#integrator-accounts", Numbers.count(integrator.accounts()));
        awaitText(
                "#integrator-left",
                Numbers.amountWithUnit(
                        SettlementAsset.amount(integrator.left(open.known().time())), Rounding.HELD));
        for (var scheme : List.of(Scheme.LIGHT, Scheme.DARK)) {
            open.wear(scheme);
            open.picture("integrator-" + scheme.name().toLowerCase(Locale.ROOT));
            open.requireLegibleAndNamed();
        }
        open.wear(Scheme.LIGHT);

        var hand = new VotingHand(open);
        hand.actAs("Council 1");
        hand.press("#integrator-top-up");
        hand.type("#top-up-amount", "nothing");
        open.awaitWords("is no number such as 1,234.50.");
        hand.type("#top-up-amount", "250");
        open.awaitWords("UTC at the premium of now.");
        open.picture("integrator-top-up-light");
        hand.press("#top-up-read-back");
        open.awaitWords("The account has not allowed the contract to take that from it.");
        give(hand.account("Council 1"));
        hand.press("#top-up-allow");
        hand.awaitNode("#act-sentence");
        hand.send("AccountCover may take 250.00");
        hand.press("#integrator-top-up");
        hand.press("#top-up-read-back");
        hand.awaitNode("#act-sentence");
        assertThat(open.words())
                .contains("topUp(address,uint256)")
                .anyMatch(words -> words.startsWith("Prepay 250.00"));
        open.picture("integrator-top-up-read-back-light");
        hand.send("are prepaid");
        var before = integrator.state().prepaid();
        await(() ->
                open.known().view().integrators().getFirst().state().prepaid().compareTo(before) > 0);
        awaitText(
                "#integrator-left",
                Numbers.amountWithUnit(
                        SettlementAsset.amount(open.known()
                                .view()
                                .integrators()
                                .getFirst()
                                .left(open.known().time())),
                        Rounding.HELD));
    }

    /// Settlement tokens, from the pool that holds them.
    private static void give(Address account) {
        var pool = open.known().view().pools().getFirst();
        new AnvilHand(open.network().node())
                .send(
                        pool.pool(),
                        pool.asset(),
                        Bytes.concat(
                                Selector.of("transfer(address,uint256)").bytes(),
                                Word.of(account),
                                Word.of(250_000_000L)));
    }

    @Test
    void theInsuredSumOfAnIntegratorIsThatOfItsAccounts() {
        for (var integrator : open.known().view().integrators()) {
            var insured = open.known().view().accountCovers().stream()
                    .filter(cover -> cover.integrator().equals(integrator.integrator()))
                    .map(AccountCoverView::insured)
                    .reduce(BigInteger.ZERO, BigInteger::add);

            assertThat(insured).isEqualTo(integrator.state().insured());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void picturesAreTaken(Scheme scheme) throws Exception {
        open.wear(scheme);
        var claimed =
                all().stream().filter(view -> view.openClaim() != 0).findFirst().orElse(all().getFirst());
        open.go(new Place.Policy(claimed.policyId()));
        await(() -> first() != null);
        open.awaitWords("Events");
        open.picture(("policies-" + scheme).toLowerCase(Locale.ROOT));
        open.resize(1_100, 700);
        open.picture(("policies-narrow-" + scheme).toLowerCase(Locale.ROOT));
        open.go(new Place.Policies(PolicyList.POLICIES));
        await(() -> first() != null);
        open.picture(("policies-narrow-list-" + scheme).toLowerCase(Locale.ROOT));
        open.resize(1_440, 900);
        for (var list : List.of(PolicyList.SERIES, PolicyList.ACCOUNT_COVER, PolicyList.INTEGRATORS)) {
            open.go(new Place.Policies(list));
            awaitRows();
            doOnFx(() -> table().getSelectionModel().select(0));
            open.picture(("policies-" + list + "-" + scheme).toLowerCase(Locale.ROOT));
        }
        open.wear(Scheme.LIGHT);

        assertThat(open.words()).contains("Policies");
    }

    private enum PolicyListed {
        COVER,
        PREMIUM
    }

    private static BigInteger sum(List<PolicyView> policies, PolicyListed what) {
        return policies.stream()
                .map(view -> what == PolicyListed.COVER
                        ? view.policy().amount()
                        : view.policy().premium())
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static String amount(BigInteger units) {
        return Numbers.amount(SettlementAsset.amount(units), Rounding.DUE);
    }

    private static List<PolicyView> all() {
        return open.known().view().policies();
    }

    @SuppressWarnings("unchecked")
    private static TableView<ListedPolicy> table() {
        return (TableView<ListedPolicy>) onFx(() -> SceneWalk.visible(open.scene()).stream()
                .filter(TableView.class::isInstance)
                .findFirst()
                .orElseThrow());
    }

    private static void awaitRows() {
        await(() -> SceneWalk.visible(open.scene()).stream()
                .anyMatch(node ->
                        node instanceof TableView<?> view && !view.getItems().isEmpty()));
    }

    private static @Nullable ListedPolicy first() {
        return table().getItems().isEmpty() ? null : table().getItems().getFirst();
    }

    private static String text(String selector) {
        return onFx(() -> ((Labeled) open.scene().lookup(selector)).getText());
    }

    private static String spoken(String selector) {
        return onFx(() -> open.scene().lookup(selector).getAccessibleText());
    }

    private static void awaitText(String selector, String text) {
        await(() -> Optional.ofNullable(open.scene().lookup(selector))
                .filter(node -> ((Labeled) node).getText().equals(text))
                .isPresent());
    }

    private static void press(Node target, KeyCode key, String typed) {
        doOnFx(() -> {
            Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_PRESSED, typed, typed, key, false, false, false, false));
            Event.fireEvent(
                    target,
                    new KeyEvent(KeyEvent.KEY_TYPED, typed, typed, KeyCode.UNDEFINED, false, false, false, false));
        });
    }
}
