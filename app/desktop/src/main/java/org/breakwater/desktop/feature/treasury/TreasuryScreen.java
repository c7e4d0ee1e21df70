package org.breakwater.desktop.feature.treasury;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.breakwater.core.treasury.Horizon;
import org.breakwater.desktop.fx.Subscriptions;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.StatePane;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.navigation.Screen;
import org.breakwater.desktop.place.BlockBadge;
import org.breakwater.desktop.place.Surroundings;

/// The treasury.
public final class TreasuryScreen implements Screen {

    private static final double SIDE = 484;

    private final Surroundings around;
    private final TreasuryViewModel model;
    private final TreasuryLists lists;
    private final MoneyByMonth months;
    private final LossPart losses;
    private final ScenariosPart scenarios;
    private final MeasuresPart measures;
    private final ReportPart report;

    public TreasuryScreen(Surroundings around) {
        this.around = around;
        this.model = new TreasuryViewModel(
                new ReadTreasury(around::name, around.texts()), around.background(), around.router());
        this.lists = new TreasuryLists(around, model);
        this.months = new MoneyByMonth(around);
        this.losses = new LossPart(around);
        this.scenarios = new ScenariosPart(around);
        this.measures = new MeasuresPart(around);
        this.report = new ReportPart(around);
    }

    @Override
    public ObservableValue<List<String>> trail() {
        return new ReadOnlyObjectWrapper<>(List.of("Treasury"));
    }

    @Override
    public void shown(Subscriptions until) {
        until.add(model.follow(around.known()));
        until.add(months.follow(around.known()));
        until.add(losses.follow(around.known()));
        until.add(report.follow(around.known()));
        until.add(scenarios.follow(around.known()));
        until.add(measures.follow(around.known(), months.past()));
    }

    @Override
    public Node root() {
        return new StatePane<>(model.page(), around.now(), this::content);
    }

    private Node content(ObservableValue<TreasuryPage> page) {
        var columns = new HBox(Boxes.growing(left(page)), right(page));
        var scrolled = new ScrollPane(columns);
        scrolled.setFitToWidth(true);
        return new VBox(
                heading(page),
                report.panel(),
                TreasuryHero.of(page.map(TreasuryPage::totals)),
                Boxes.growing(scrolled));
    }

    private Node left(ObservableValue<TreasuryPage> page) {
        var left = new VBox(
                new LadderPart(around, model).of(page),
                lists.venues(page),
                lists.solvency(page),
                losses.losses(),
                scenarios.root(),
                measures.figures(),
                months.root());
        left.setMinWidth(0);
        return left;
    }

    private Node right(ObservableValue<TreasuryPage> page) {
        var right = new VBox(
                AlertsPart.of(around),
                lists.feeds(page),
                lists.outflows(page),
                lists.concentration(page),
                measures.concentration(),
                new PastPart(around).of(page),
                losses.reverse(),
                CouncilSpending.of(page));
        right.setMinWidth(SIDE);
        right.setMaxWidth(SIDE);
        return Boxes.styled(right, "side-column");
    }

    // ── heading ────────────────────────────────────────────────────────────────────────────────────────────────

    private Node heading(ObservableValue<TreasuryPage> page) {
        var sentence = Words.muted("");
        sentence.setId("treasury-sentence");
        var late = Words.caption("");
        late.setMinWidth(Region.USE_PREF_SIZE);
        Shown.following(sentence, page, read -> {
            sentence.setText(sentence(read));
            var count = read.totals().lateFeeds();
            late.setText(count == 0 ? "" : count == 1 ? "1 price is late" : count + " prices are late");
            late.setGraphic(count == 0 ? null : Icon.CLOCK.at(Icon.Size.TAG, Tone.WARNING));
            (count == 0 ? Tone.MUTED : Tone.WARNING).on(late);
        });
        var heading = new HBox(
                Words.title("Treasury"),
                sentence,
                Boxes.spacer(),
                late,
                BlockBadge.of(page.map(TreasuryPage::block), around.now()),
                report.button());
        return Boxes.styled(heading, "page-heading");
    }

    private static String sentence(TreasuryPage page) {
        return page.both()
                .within(Horizon.MONTH)
                .times()
                .map(times -> "What can be liquid in 30 days covers what falls due " + times + " times")
                .orElse("Nothing falls due in 30 days");
    }
}
