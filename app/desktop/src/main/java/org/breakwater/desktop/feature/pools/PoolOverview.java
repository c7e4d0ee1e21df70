package org.breakwater.desktop.feature.pools;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.breakwater.core.projection.view.Capital;
import org.breakwater.core.projection.view.PoolView;
import org.breakwater.core.projection.view.QueuedRedemption;
import org.breakwater.core.projection.view.Redemptions;
import org.breakwater.core.projection.view.Redemptions.Closed;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.core.value.TokenAmount;
import org.breakwater.desktop.feature.pools.PoolDetail.ClaimsDue;
import org.breakwater.desktop.feature.pools.PoolDetail.LevelRow;
import org.breakwater.desktop.kit.AmountLabel;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.FactRow;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Link;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.kit.chart.ShareBar;
import org.breakwater.desktop.kit.chart.ShareBar.Share;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Numbers.Rounding;
import org.breakwater.desktop.l10n.Terms;
import org.breakwater.desktop.navigation.Place.PoolPart;
import org.breakwater.desktop.place.IntegratorLinks;
import org.breakwater.desktop.place.Reading;
import org.breakwater.desktop.place.Surroundings;

/// How a pool stands: what it was worth, what it stands for, and what could leave it today.
final class PoolOverview {

    private static final int QUEUE_ROWS = 3;

    private final Surroundings around;
    private final PoolsViewModel model;
    private final ObservableValue<PoolDetail> pool;

    PoolOverview(Surroundings around, PoolsViewModel model, ObservableValue<PoolDetail> pool) {
        this.around = around;
        this.model = model;
        this.pool = pool;
    }

    Node node() {
        var charts = new PoolCharts(around, pool);
        var left = column(charts.solvency(), following(pool.map(PoolDetail::levels), this::shares));
        var middle = column(charts.sharePrice(), following(pool.map(PoolDetail::row), this::capital), integrators());
        var right = column(payable(), following(pool.map(PoolDetail::redemptions), this::queue));
        var columns = new HBox(left, middle, right);
        List.of(left, middle, right).forEach(column -> {
            HBox.setHgrow(column, Priority.ALWAYS);
            column.setPrefWidth(400);
        });
        right.getStyleClass().add("last");
        var scroll = new ScrollPane(columns);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        return scroll;
    }

    private Node integrators() {
        var id = pool.getValue().row().id();
        return IntegratorLinks.of(around, state -> state.poolId() == id);
    }

    private static VBox column(Node... parts) {
        return Boxes.styled(new VBox(14, parts), "pool-column");
    }

    /// A part that is written anew when what it is written from has changed.
    private static <T> Node following(ObservableValue<T> value, Function<T, List<Node>> write) {
        var part = new VBox();
        Shown.following(part, value, read -> part.getChildren().setAll(write.apply(read)));
        return part;
    }

    private String id(String figure) {
        return "pool-" + pool.getValue().row().id() + "-" + figure;
    }

    private List<Node> shares(Reading<List<LevelRow>> levels) {
        var title = Words.secondary("Active cover and policies by risk level");
        var rows = levels.value().orElse(List.of()).stream()
                .filter(level -> level.cover().units().signum() > 0)
                .toList();
        if (rows.isEmpty()) {
            return List.of(title, Words.muted(levels.problem().isEmpty() ? "No cover is active." : levels.problem()));
        }
        var bar = new ShareBar(rows.stream()
                .map(level ->
                        new Share(Terms.of(level.level()), level.cover().units(), Numbers.count(level.policies())))
                .toList());
        return List.of(Boxes.padded(new VBox(title), 0, 0, 6, 0), bar);
    }

    private List<Node> capital(PoolRow row) {
        var facts = new ArrayList<Node>();
        facts.add(Words.strong("Capital"));
        var view = row.pool().value();
        if (view.isEmpty()) {
            facts.add(Words.wrapped(Words.muted(row.pool().problem())));
            return facts;
        }
        var capital = view.get().capital();
        facts.add(fact("Gross assets", "gross", held(capital.grossAssets())));
        facts.add(fact("Reserved for incidents", "reserved", less(capital.reserved())));
        facts.add(fact("Capital", "total-assets", held(capital.totalAssets())));
        facts.add(fact("Premium not earned yet", "unearned", held(capital.unearnedPremium())));
        facts.add(fact("Owed to redeemers", "owed", due(capital.owedToRedeemers())));
        facts.add(fact("Deposits possible", "max-deposit", held(view.get().maxDeposit())));
        facts.add(fact("Shares", "shares", number(shares(view.get()))));
        return facts;
    }

    private static String shares(PoolView view) {
        return Numbers.amount(new TokenAmount(view.totalSupply(), view.shareDecimals(), view.symbol()), Rounding.HELD);
    }

    private Node fact(String name, String figure, Node value) {
        value.setId(id(figure));
        return new FactRow(name, value);
    }

    private static AmountLabel held(BigInteger units) {
        return AmountLabel.of(SettlementAsset.amount(units), Rounding.HELD);
    }

    private static AmountLabel due(BigInteger units) {
        return AmountLabel.of(SettlementAsset.amount(units), Rounding.DUE);
    }

    private static AmountLabel less(BigInteger units) {
        return AmountLabel.less(SettlementAsset.amount(units), Rounding.DUE);
    }

    private static Label number(String words) {
        var label = Words.body(words);
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }

    private Node payable() {
        record Parts(PoolRow row, Reading<Redemptions> redemptions, Reading<ClaimsDue> claims) {}
        return following(
                pool.map(detail -> new Parts(detail.row(), detail.redemptions(), detail.claims())),
                parts -> payable(parts.row(), parts.redemptions(), parts.claims()));
    }

    private List<Node> payable(PoolRow row, Reading<Redemptions> redemptions, Reading<ClaimsDue> claims) {
        var nodes = new ArrayList<Node>();
        nodes.add(Words.strong("What would be payable today"));
        redemptions
                .value()
                .ifPresentOrElse(
                        queue -> row.capital().ifPresent(capital -> nodes.addAll(redeemable(capital, queue))),
                        () -> nodes.add(Words.wrapped(Words.muted(redemptions.problem()))));
        nodes.add(Boxes.line());
        claims.value()
                .ifPresentOrElse(
                        due -> nodes.addAll(claims(due)),
                        () -> nodes.add(Words.wrapped(Words.muted(claims.problem()))));
        return nodes;
    }

    private List<Node> redeemable(Capital capital, Redemptions queue) {
        var nodes = new ArrayList<Node>();
        nodes.add(fact("Capital", "payable-capital", held(capital.totalAssets())));
        nodes.add(fact("Less what must stay", "payable-kept", less(queue.kept())));
        nodes.add(fact("Above that", "payable-free", held(queue.free())));
        nodes.add(fact("Room in the 24-hour window", "payable-window", held(queue.windowLeft())));
        nodes.add(strong("Redeemable today", "payable-redemptions", SettlementAsset.amount(queue.payable())));
        nodes.add(Boxes.padded(why(queue), 2, 0, 7, 0));
        return nodes;
    }

    private List<Node> claims(ClaimsDue due) {
        return List.of(
                fact("Reserved for incidents", "claims-reserved", AmountLabel.of(due.reserved(), Rounding.HELD)),
                fact(
                        "Due to " + due.claims() + (due.claims() == 1 ? " claim" : " claims") + " now",
                        "claims-due",
                        AmountLabel.of(due.due(), Rounding.DUE)),
                fact("Room in the 24-hour window", "claims-window", AmountLabel.of(due.windowLeft(), Rounding.HELD)),
                strong("Payable to claims today", "payable-claims", due.payable()));
    }

    private Node strong(String name, String figure, TokenAmount amount) {
        var row = (FactRow) fact(name, figure, AmountLabel.of(amount, Rounding.HELD));
        row.getStyleClass().add("total");
        return row;
    }

    private static Label why(Redemptions queue) {
        var words = Words.wrapped(Words.secondary(why(queue.closed(), queue)));
        words.setGraphic((queue.closed().isEmpty() ? Icon.INFO : Icon.PAUSE).at(Icon.Size.TAG, Tone.MUTED));
        return words;
    }

    private static String why(Set<Closed> closed, Redemptions queue) {
        if (!closed.isEmpty()) {
            return "Redemptions wait while "
                    + closed.stream().sorted().map(PoolOverview::words).collect(Collectors.joining(" and "));
        }
        if (queue.waiting().isEmpty()) {
            return "Nobody waits in the queue";
        }
        return queue.payable().signum() > 0
                ? "Anyone can process the queue"
                : queue.free().min(queue.windowLeft()).signum() == 0
                        ? "Nothing is free for redemptions"
                        : "The first request is not due yet";
    }

    static String words(Closed closed) {
        return switch (closed) {
            case INCIDENT_OPEN -> "an incident is open";
            case PAUSED -> "they are paused";
            case DEPEGGED -> "the asset is depegged";
        };
    }

    private List<Node> queue(Reading<Redemptions> redemptions) {
        var nodes = new ArrayList<Node>();
        var waiting = redemptions.value().map(Redemptions::waiting).orElse(List.of());
        nodes.add(Boxes.row(
                8,
                Words.strong("Redemption queue, in order"),
                Boxes.spacer(),
                Words.secondary(requests(waiting.size()))));
        waiting.stream().limit(QUEUE_ROWS).map(this::request).forEach(nodes::add);
        if (waiting.size() > QUEUE_ROWS) {
            nodes.add(Boxes.row(
                    8,
                    Words.secondary(Numbers.count(waiting.size() - QUEUE_ROWS) + " more"),
                    Boxes.spacer(),
                    new Link("Show all", () -> around.router().go(model.other(PoolPart.REDEMPTIONS)))));
        }
        return nodes;
    }

    private static String requests(int count) {
        return count == 1 ? "1 request" : Numbers.count(count) + " requests";
    }

    private Node request(QueuedRedemption request) {
        var when = Words.secondary(PoolQueue.claimable(request, pool.getValue().block()));
        when.setMinWidth(84);
        var amount = number(Numbers.amount(SettlementAsset.amount(request.assets()), Rounding.DUE));
        return Boxes.row(
                8,
                number(Numbers.count(request.requestId())),
                around.chip(request.controller()),
                Boxes.spacer(),
                amount,
                when);
    }
}
