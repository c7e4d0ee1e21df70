package org.breakwater.desktop.feature.treasury;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.breakwater.core.alert.Alert;
import org.breakwater.core.alert.Alerts;
import org.breakwater.core.deployment.DeployedContract;
import org.breakwater.core.fact.PoolFact;
import org.breakwater.core.index.LogQuery;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.projection.view.FeedView;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.core.risk.Metric;
import org.breakwater.core.risk.MetricKind;
import org.breakwater.core.risk.Metrics;
import org.breakwater.core.stress.Assumptions;
import org.breakwater.core.stress.Chances;
import org.breakwater.core.stress.Confidence;
import org.breakwater.core.stress.ProtocolBook;
import org.breakwater.core.stress.ProtocolRisks;
import org.breakwater.core.stress.RiskTarget;
import org.breakwater.core.stress.Scenario;
import org.breakwater.core.stress.StressRun;
import org.breakwater.core.stress.StressSize;
import org.breakwater.core.stress.StressWatch;
import org.breakwater.core.stress.own.OwnScenario;
import org.breakwater.core.treasury.Horizon;
import org.breakwater.core.treasury.LiquidityPlan;
import org.breakwater.core.treasury.TreasuryPast;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Loadable;
import org.breakwater.core.value.Word;
import org.breakwater.core.watch.AlertChange;
import org.breakwater.core.watch.StandingAlert;
import org.breakwater.desktop.boot.AskedChain;
import org.breakwater.desktop.boot.OpenConsole;
import org.breakwater.desktop.event.EventNames;
import org.breakwater.desktop.fx.Attempt;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.fx.SceneWalk;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Numbers.Rounding;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Place.PoolPart;
import org.breakwater.desktop.navigation.Place.SettingsPart;
import org.breakwater.desktop.place.YearThreads;
import org.breakwater.desktop.theme.Appearance.Scheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TreasuryScreenTest extends FxTest {

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
    void atTheTreasury() {
        open.goTo(new Place.Treasury(), "Assets and venues");
    }

    private static Address treasury() {
        return open.network().deployment().address("Treasury");
    }

    private static String held(BigInteger units) {
        return Numbers.amount(SettlementAsset.amount(units), Rounding.HELD);
    }

    @Test
    void theTotalsAreWhatTheTreasurySaysOfItself() throws Exception {
        var asset = open.known().view().treasury().assets().getFirst().asset();
        var health = chain.ask(treasury(), "health(address)", Word.of(asset));
        assertThat(open.text("#treasury-assets")).isEqualTo(held(health.get(0).add(health.get(1))));
        assertThat(open.text("#treasury-liquid")).isEqualTo(held(health.get(0)));
        var spent = chain.ask(treasury(), "councilEpoch()");
        assertThat(open.text("#treasury-council-spent"))
                .isEqualTo(Numbers.amountWithUnit(SettlementAsset.amount(spent.get(0)), Rounding.DUE));
    }

    @Test
    void everyVenueIsDrawnWithItsOwnWordAndTheCapInForce() throws Exception {
        var venues = open.known().view().treasury().venues();
        assertThat(venues).hasSize(3);
        for (var venue : venues) {
            var state = chain.ask(treasury(), "venue(address)", Word.of(venue.venue()));
            assertThat(BigInteger.valueOf(venue.state().capBps())).isEqualTo(state.get(1));
            assertThat(BigInteger.valueOf(venue.state().exitDelay())).isEqualTo(state.get(2));
            assertThat(open.text("#venue-" + venue.venue() + "-value")).isEqualTo(held(venue.value()));
        }
    }

    @Test
    void theNoticeThatRunsIsWhatTheVenueHasOfIt() throws Exception {
        var notices = open.known().view().exitNotices();
        assertThat(notices).hasSize(1);
        var notice = notices.getFirst();
        var exit = chain.ask(notice.venue(), "exitOf(address)", Word.of(treasury()));
        assertThat(exit).containsExactly(notice.amount(), BigInteger.valueOf(notice.readyAt()));
    }

    @Test
    void everyFeedHasTheAgeThatItsContractGivesIt() throws Exception {
        var feeds = open.known().view().feeds();
        assertThat(feeds).hasSizeGreaterThan(10);
        for (var feed : feeds) {
            var round = chain.ask(feed.feed(), "latestRoundData()");
            assertThat(feed.updatedAt()).contains(round.get(3).longValueExact());
            assertThat(feed.price8()).contains(round.get(1));
        }
        assertThat(open.text("#treasury-sentence")).isNotEmpty();
        var late = feeds.stream().filter(FeedView::isLate).count();
        assertThat(late).isPositive();
        open.awaitWords((late == 1 ? "1 price is" : late + " prices are") + " late");
    }

    @Test
    void whatLeftTheTreasuryByMonthIsWhatItsEventsAndThePoolsSay() throws Exception {
        var view = open.known().view();
        var assets = view.treasury().assets().stream().map(each -> each.asset()).collect(Collectors.toSet());
        var events = open.wiring().protocol().events();
        var past = TreasuryPast.read(
                events, treasury(), assets, open.known().block().time());
        var pools = open.network().deployment().pools().stream()
                .map(DeployedContract::address)
                .collect(Collectors.toSet());
        var backstopped = events.page(new LogQuery(pools, Optional.empty()), 0, 200_000).stream()
                .filter(logged -> logged.fact() instanceof PoolFact.IncidentBackstopped)
                .map(logged -> ((PoolFact.IncidentBackstopped) logged.fact()).amount())
                .reduce(BigInteger.ZERO, BigInteger::add);

        var paid = past.months().stream().map(TreasuryPast.Month::backstop).reduce(BigInteger.ZERO, BigInteger::add);
        assertThat(paid).as("what pools say that they were given").isEqualTo(backstopped);
        assertThat(past.months()).hasSizeGreaterThan(20);
        assertThat(past.months().stream().map(TreasuryPast.Month::fees).reduce(BigInteger.ZERO, BigInteger::add))
                .isPositive();
        open.awaitWords("In " + past.months().size() + " months");
    }

    @Test
    void whatFallsDueIsWhatThePlanAddsUp() {
        var plan = LiquidityPlan.of(open.known());
        assertThat(open.text("#treasury-due"))
                .isEqualTo(Numbers.amount(SettlementAsset.amount(plan.due(Horizon.MONTH)), Rounding.DUE));
    }

    @Test
    void aThinPoolIsAnAlertAndAHealthyOneIsNot() {
        var alerts = Alerts.of(open.known());
        for (var pool : open.known().view().pools()) {
            var told = alerts.stream()
                    .anyMatch(alert -> alert.about().equals(new Alert.Subject.Pool(pool.poolId()))
                            && alert.sentence().matches("The solvency of .*|.* of its minimum capital"));
            assertThat(told).as("%s", pool.name()).isEqualTo(pool.capital().solvencyBps() < 11_000);
        }
    }

    @Test
    void whatIsAssumedIsChangedInTheSettingsAndSaidBesideEachResult() throws Exception {
        open.goTo(new Place.Settings(SettingsPart.ASSUMPTIONS), "What the console begins with is assumed.");
        var standard = open.text("#assumptions-text");
        assume(standard.replace("level low = 1 %", "level low = 200 %"));
        open.awaitWords("is not from 0 % to 100 %");
        assume(standard.replace(
                "dependence = t, 20 %, 4",
                "dependence = kinds, 20 %\ncorrelation bridge custody = 90 %\ncorrelation custody parametric = 90 %\n"
                        + "correlation bridge parametric = -90 %"));
        open.awaitWords("The correlations contradict each other");
        open.picture("settings-assumptions-refused-light");
        assertThat(open.words()).contains("What the console begins with is assumed.");

        assume(standard.replace("policies = renewed", "policies = run-off"));
        open.awaitWords("Changed from what the console begins with: policies.");
        for (var scheme : List.of(Scheme.LIGHT, Scheme.DARK)) {
            open.wear(scheme);
            open.picture("settings-assumptions-" + scheme.name().toLowerCase(Locale.ROOT));
        }
        open.wear(Scheme.LIGHT);
        atTheTreasury();
        await(() -> open.text("#treasury-assumed").contains("Changed from what the console begins with: policies."));

        open.goTo(new Place.Settings(SettingsPart.ASSUMPTIONS), "Changed from what the console begins with: policies.");
        fire("#assumptions-standard");
        open.awaitWords("What the console begins with is assumed.");
    }

    private static void assume(String text) {
        doOnFx(() -> ((TextArea) open.scene().lookup("#assumptions-text")).setText(text));
        await(() -> !open.lookup("#assumptions-use").isDisabled());
        fire("#assumptions-use");
    }

    /// Raised, seen, told in the list and beside the name of the place in the rail.
    @Test
    void alertsStandWithTheirLifeAndOneThatWasSeenSaysSo() throws Exception {
        var watch = open.wiring().protocol().watch();
        await(() -> watch.status().get().known().isPresent());
        var standing = watch.status().get().standing();
        assertThat(standing).isNotEmpty().noneMatch(StandingAlert::isAcknowledged);
        open.goTo(new Place.Activity(Place.ActivityPart.LOG), "Log");
        open.fire("Alerts " + standing.size());
        var worst = standing.stream()
                .min(Comparator.comparing((StandingAlert alert) -> alert.said().severity()))
                .orElseThrow();
        open.awaitWords(worst.said().sentence());
        var seen = "#alert-" + worst.alert() + "-acknowledge";
        fire(seen);
        await(() -> lookup(seen) == null, () -> String.valueOf(open.words()));
        assertThat(watch.status().get().standing())
                .filteredOn(StandingAlert::isAcknowledged)
                .singleElement()
                .satisfies(alert -> assertThat(alert.alert()).isEqualTo(worst.alert()));
        var changes = open.wiring().protocol().alerts().newest(0, 1);
        assertThat(changes)
                .singleElement()
                .satisfies(change -> assertThat(change.phase()).isEqualTo(AlertChange.Phase.ACKNOWLEDGED));
        atTheTreasury();
        var ofMoney = watch.status().get().standing().stream()
                .filter(alert -> AlertsPart.isOfMoney(alert.said().about()))
                .toList();
        var unseen = ofMoney.stream().filter(alert -> !alert.isAcknowledged()).count();
        assertThat(ofMoney).isNotEmpty();
        await(
                () -> open.text("#treasury-alert-count").equals(ofMoney.size() + " open, " + unseen + " not seen"),
                () -> open.text("#treasury-alert-count"));
    }

    @Test
    void aPoolOpensWithTheKeyboardAlone() {
        var table = onFx(() -> SceneWalk.visible(open.scene()).stream()
                .filter(node ->
                        node instanceof TableView<?> view && "Solvency per pool".equals(view.getAccessibleText()))
                .map(TableView.class::cast)
                .findFirst()
                .orElseThrow());
        doOnFx(() -> {
            table.requestFocus();
            press(table, KeyCode.J);
            press(table, KeyCode.ENTER);
        });
        var worst = open.known().view().pools().stream()
                .min(Comparator.comparingLong(pool -> pool.capital().solvencyBps()))
                .orElseThrow();
        assertThat(onFx(() -> open.console().router().current().get()))
                .isEqualTo(new Place.Pool(worst.poolId(), PoolPart.OVERVIEW));
    }

    private static void press(TableView<?> table, KeyCode key) {
        table.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }

    @Test
    void theLadderShowsTheTreasuryAloneWhenAsked() {
        var toggles = onFx(() -> SceneWalk.visible(open.scene()).stream()
                .filter(node -> node instanceof ToggleButton toggle && "Treasury".equals(toggle.getText()))
                .map(ToggleButton.class::cast)
                .toList());
        assertThat(toggles).hasSize(1);
        doOnFx(() -> toggles.getFirst().fire());
        assertThat(onFx(() -> open.scene().lookup("#treasury-ladder").getAccessibleText()))
                .contains("Now:");
    }

    @Test
    void whatMayBeLostIsWhatTheSameSeedComesToAgain() throws Exception {
        var view = open.known().view();
        var risks = ProtocolRisks.of(List.of(view), Assumptions.initial());
        var book = ProtocolBook.of(view, risks, Assumptions.initial());
        var size = new StressSize(LossViewModel.LOOK, LossViewModel.SEED, 1);
        var result = StressRun.of(risks.model(), book, size, Runnable::run, StressWatch.NOBODY);
        open.awaitWords("Losses within a year");
        assertThat(open.text("#treasury-ruin"))
                .isEqualTo(Chances.percent(result.ruin().value()));
        assertThat(open.text("#treasury-cut"))
                .isEqualTo(Chances.percent(result.anyCut().value()));
        assertThat(open.text("#treasury-var-995"))
                .isEqualTo(Numbers.wholeAmount(
                        SettlementAsset.amount(
                                result.loss().valueAtRisk(Confidence.P995).value()),
                        Rounding.DUE));
        assertThat(open.text("#treasury-assumed")).contains("Seed 2026", "t copula");
        assertThat(open.text("#treasury-reverse")).contains("at once is more than all pools and the treasury have");
        for (var scheme : List.of(Scheme.LIGHT, Scheme.DARK)) {
            open.wear(scheme);
            scrollTo("#treasury-ruin");
            open.picture("treasury-losses-" + scheme.name().toLowerCase(Locale.ROOT));
            scrollTo("#treasury-assumed");
            open.picture("treasury-pools-" + scheme.name().toLowerCase(Locale.ROOT));
        }
    }

    /// The operator's own thought: two subjects at once, one harder than the other, then harder still, then gone.
    @Test
    void aScenarioOfOnesOwnIsGoneThroughByTheSameRulesAndKept() throws Exception {
        var view = open.known().view();
        var risks = ProtocolRisks.of(List.of(view), Assumptions.initial());
        var book = ProtocolBook.of(view, risks, Assumptions.initial());
        var published = Scenario.published(view, book, risks, String::valueOf).size();
        var id = "#scenario-" + (published + 1);
        fire("#scenario-new");
        write("#scenario-name", "Both bridges in one night");
        assertThat(open.words()).contains("Nothing is hit. Add a subject, a venue or an asset.");
        enter("#scenario-search", "Keystone Gateway");
        enter("#scenario-search", "Viaduct");
        await(() -> lookup("#scenario-hit-2") != null, () -> String.valueOf(open.words()));
        write("#scenario-hit-2", "none");
        open.awaitWords("“none” is no such share.");
        write("#scenario-hit-2", "62.5");
        open.awaitWords("Claims of");
        scrollTo("#scenario-name");
        open.picture("treasury-scenario-form-light");
        fire("#scenario-keep");
        await(() -> lookup(id + "-claims") != null, () -> String.valueOf(open.words()));

        var losses = List.of(
                new Scenario.Loss(new RiskTarget.Subject(subject("Keystone Gateway")), 5_000),
                new Scenario.Loss(new RiskTarget.Subject(subject("Viaduct")), 6_250));
        var outcome = new Scenario("both", "", losses).outcome(risks, book);
        assertThat(outcome.claims()).isPositive();
        assertThat(open.text(id + "-claims")).isEqualTo(whole(outcome.claims()));
        assertThat(open.text(id + "-cut")).isEqualTo(whole(outcome.cut()));
        assertThat(open.wiring().protocol().scenarios().all())
                .extracting(OwnScenario::losses)
                .containsExactly(losses);

        fire(id + "-edit");
        write("#scenario-hit-1", "100");
        fire("#scenario-keep");
        var harder = new Scenario(
                        "both", "", List.of(new Scenario.Loss(losses.getFirst().target(), 10_000), losses.getLast()))
                .outcome(risks, book);
        await(() -> whole(harder.claims()).equals(open.text(id + "-claims")), () -> open.text(id + "-claims"));
        for (var scheme : List.of(Scheme.LIGHT, Scheme.DARK)) {
            open.wear(scheme);
            scrollTo("#scenario-new");
            open.picture("treasury-scenarios-" + scheme.name().toLowerCase(Locale.ROOT));
        }
        fire(id + "-remove");
        open.awaitWords("“Both bridges in one night” is removed.");
        assertThat(open.wiring().protocol().scenarios().all()).isEmpty();
    }

    private static long subject(String name) {
        var named = EventNames.of(
                open.known(), Address::toString, open.wiring().protocol().texts());
        return named.subjects().entrySet().stream()
                .filter(each -> each.getValue().equals(name))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private static String whole(BigInteger units) {
        return Numbers.wholeAmount(SettlementAsset.amount(units), Rounding.DUE);
    }

    private static Node lookup(String selector) {
        return onFx(() -> open.scene().lookup(selector));
    }

    private static void fire(String selector) {
        await(() -> lookup(selector) != null, () -> selector);
        doOnFx(() -> ((ButtonBase) open.scene().lookup(selector)).fire());
    }

    private static void write(String selector, String words) {
        await(() -> lookup(selector) != null, () -> selector);
        doOnFx(() -> ((TextField) open.scene().lookup(selector)).setText(words));
    }

    private static void enter(String selector, String words) {
        write(selector, words);
        doOnFx(() -> open.scene().lookup(selector).fireEvent(new ActionEvent()));
    }

    @Test
    void theMeasuresOfRiskAreThoseOfTheCoreWithTheirFormulaAndBlock() throws Exception {
        var figures = Metrics.of(open.known(), Assumptions.initial());
        await(() -> lookup("#measure-own-funds") != null, () -> String.valueOf(open.words()));
        var own = figures.stream()
                .filter(each -> each.kind() == MetricKind.OWN_FUNDS && each.scope() instanceof Metric.Scope.Protocol)
                .findFirst()
                .orElseThrow();
        assertThat(open.text("#measure-own-funds"))
                .isEqualTo(
                        Numbers.wholeAmount(SettlementAsset.amount(own.value().orElseThrow()), Rounding.HELD));
        var voters = figures.stream()
                .filter(each -> each.kind() == MetricKind.BY_VOTER)
                .findFirst()
                .orElseThrow();
        assertThat(open.text("#measure-by-voter"))
                .isEqualTo(Numbers.count(voters.value().orElseThrow()));
        scrollTo("#measure-own-funds");
        open.picture("treasury-measures-light");
        scrollTo("#treasury-past");
        open.picture("treasury-past-light");
        open.wear(Scheme.DARK);
        open.picture("treasury-past-dark");
        open.wear(Scheme.LIGHT);
    }

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    private static byte[] saved(YearMonth month, ReportViewModel.Form form) throws Exception {
        var saved = new CompletableFuture<byte[]>();
        var model = onFx(() -> {
            var made = new ReportViewModel(
                    open.wiring().protocol().reporting(),
                    Background.onVirtualThreads(),
                    new ReportViewModel.Threads(YearThreads.EXECUTOR, 2),
                    (_, content, done) -> {
                        saved.complete(content.get());
                        done.run();
                    },
                    known -> EventNames.of(
                                    known,
                                    address -> open.wiring()
                                            .protocol()
                                            .book()
                                            .name(address)
                                            .orElse("somebody"),
                                    open.wiring().protocol().texts())
                            .alerts());
            made.follow(new SimpleObjectProperty<>(
                    new Loadable.Ready<>(open.known(), open.known().block())));
            made.month().set(Optional.of(month));
            made.make(form);
            return made;
        });
        await(() -> !model.running().get(), () -> "the report after " + model.reached());
        assertThat(model.result().get())
                .hasValueSatisfying(came -> assertThat(came).isInstanceOf(Attempt.Done.class));
        return saved.get(1, TimeUnit.SECONDS);
    }

    /// The same month twice is the same file, to the byte; its pages are looked at as pictures.
    @Test
    void theReportOfAMonthIsTrueOfItsLastBlockAndTheSameEachTime() throws Exception {
        var pdf = saved(OCTOBER, ReportViewModel.Form.PDF);
        assertThat(saved(OCTOBER, ReportViewModel.Form.PDF)).isEqualTo(pdf);
        var last = open.known().history().days().stream()
                .filter(day -> YearMonth.from(day.block().time().atOffset(ZoneOffset.UTC))
                        .equals(OCTOBER))
                .toList()
                .getLast();
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(5);
            var text = new PDFTextStripper().getText(document).replace('\u00A0', ' ');
            assertThat(text)
                    .contains("block " + Numbers.count(last.block().number()))
                    .contains("Treasury report, October 2026")
                    .contains("Alerts of the month")
                    .contains("Seed 2026");
            for (var pool : open.known().view().pools()) {
                assertThat(text)
                        .contains(pool.name())
                        .contains(held(Objects.requireNonNull(last.pools().get(pool.poolId()))
                                .totalAssets()));
            }
            for (var page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
            }
            var renderer = new PDFRenderer(document);
            for (int i = 0; i < document.getNumberOfPages(); i++) {
                var picture = new ByteArrayOutputStream();
                ImageIO.write(renderer.renderImageWithDPI(i, 100), "png", picture);
                Files.write(OpenConsole.PICTURES.resolve("report-page-" + (i + 1) + ".png"), picture.toByteArray());
            }
        }
    }

    @Test
    void theMonthThatRunsIsTrueOfTheNewestBlockAndItsTableHasEveryFigure() throws Exception {
        var running = YearMonth.from(open.known().block().time().atOffset(ZoneOffset.UTC));
        var csv = new String(saved(running, ReportViewModel.Form.CSV), StandardCharsets.UTF_8);
        var asset = open.known().view().treasury().assets().getFirst().asset();
        var health = chain.ask(treasury(), "health(address)", Word.of(asset));
        assertThat(csv).startsWith("section,figure,of,value,unit,block,time (UTC),note\r\n");
        assertThat(csv)
                .contains(
                        "report,month,," + running + ",," + open.known().block().number());
        assertThat(csv).contains("not over");
        assertThat(csv)
                .as("the file of the alerts is as old as this program's first look")
                .contains("told,not known,,\"What is kept begins ");
        for (var pool : open.known().view().pools()) {
            var net = chain.ask(pool.pool(), "totalAssets()").getFirst();
            assertThat(csv)
                    .contains("pools,net assets,pool " + pool.poolId() + ","
                            + SettlementAsset.amount(net).whole().toPlainString());
        }
        var liquid = health.get(0)
                .add(LiquidityPlan.of(open.known()).pools().stream()
                        .map(forecast -> forecast.within(0))
                        .reduce(BigInteger.ZERO, BigInteger::add));
        assertThat(liquid).isPositive();
        assertThat(csv.lines().filter(line -> line.startsWith("measures,")).count())
                .isEqualTo(Metrics.of(open.known(), Assumptions.initial()).size() + 2L);
    }

    @Test
    void theReportIsChosenInAPanelUnderTheHeading() throws Exception {
        fire("#treasury-report");
        await(() -> lookup("#report-month") != null, () -> String.valueOf(open.words()));
        assertThat(onFx(() -> ((ComboBox<?>) open.scene().lookup("#report-month")).getValue()))
                .isEqualTo(OCTOBER);
        assertThat(open.text("#report-truth")).contains("last block with events of the month");
        open.picture("treasury-report-light");
        doOnFx(() -> ((ComboBox<?>) open.scene().lookup("#report-month"))
                .getSelectionModel()
                .selectFirst());
        assertThat(open.text("#report-truth")).contains("not over");
        fire("#treasury-report");
        await(() -> lookup("#report-month") == null, () -> String.valueOf(open.words()));
    }

    private static void scrollTo(String id) {
        doOnFx(() -> {
            var node = open.scene().lookup(id);
            var parent = node.getParent();
            while (!(parent instanceof ScrollPane)) {
                parent = parent.getParent();
            }
            var pane = (ScrollPane) parent;
            var content = pane.getContent();
            var y = content.sceneToLocal(node.localToScene(0, 0)).getY() - 60;
            var room = content.getLayoutBounds().getHeight()
                    - pane.getViewportBounds().getHeight();
            pane.setVvalue(Math.min(1, y / room));
        });
    }

    @Test
    void itIsLegibleInBothSchemesAndInASmallWindow() throws Exception {
        for (var scheme : List.of(Scheme.LIGHT, Scheme.DARK)) {
            open.wear(scheme);
            open.picture("treasury-" + scheme.name().toLowerCase(Locale.ROOT));
        }
        open.resize(1_100, 700);
        open.picture("treasury-small");
        assertThat(onFx(() -> ((Label) open.scene().lookup("#treasury-assets")).getWidth()))
                .isGreaterThanOrEqualTo(onFx(() -> ((Label) open.scene().lookup("#treasury-assets")).prefWidth(-1)));
        open.resize(1_440, 900);
    }
}
