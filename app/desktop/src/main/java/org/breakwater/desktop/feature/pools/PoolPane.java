package org.breakwater.desktop.feature.pools;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.breakwater.core.projection.view.PoolView;
import org.breakwater.core.protocol.PauseScope;
import org.breakwater.desktop.feature.pools.PoolDetail.LevelRow;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.Choices;
import org.breakwater.desktop.kit.Choices.Choice;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Tag;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Terms;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Place.PoolPart;
import org.breakwater.desktop.place.BlockBadge;
import org.breakwater.desktop.place.Surroundings;

/// One pool: what it is, and its parts.
final class PoolPane {

    private final Surroundings around;
    private final PoolsViewModel model;
    private final ObservableValue<PoolDetail> pool;

    PoolPane(Surroundings around, PoolsViewModel model, ObservableValue<PoolDetail> pool) {
        this.around = around;
        this.model = model;
        this.pool = pool;
    }

    Node node() {
        return new VBox(head(), tabs(), Boxes.growing(body()));
    }

    private Node head() {
        var title = Words.title(pool.getValue().row().name());
        title.setMinWidth(Region.USE_PREF_SIZE);
        var tags = Boxes.row(8);
        tags.setMinWidth(Region.USE_PREF_SIZE);
        var sentence = Words.muted("");
        sentence.setId("pool-sentence");
        var head = Boxes.styled(
                new HBox(
                        title,
                        tags,
                        sentence,
                        Boxes.spacer(),
                        BlockBadge.of(pool.map(PoolDetail::block), around.now()),
                        Buttons.small(Buttons.plain(
                                "Propose a change…", () -> around.router().go(Place.Composition.anew()))),
                        Buttons.small(Buttons.danger(
                                Icon.PAUSE, "Pause…", () -> around.router().go(new Place.Emergency())))),
                "page-heading");
        Shown.following(head, pool, detail -> {
            tags.getChildren().setAll(tags(detail));
            sentence.setText(sentence(detail));
        });
        return head;
    }

    private static List<Node> tags(PoolDetail detail) {
        var tags = new ArrayList<Node>();
        switch (detail.row().health()) {
            case SHORT -> tags.add(new Tag(Tag.Look.DANGER, Icon.ALERT, "Under its minimum capital"));
            case THIN -> tags.add(new Tag(Tag.Look.WARNING, Icon.ALERT, "Solvency thin"));
            case UNKNOWN -> tags.add(new Tag(Tag.Look.DASHED, Icon.QUESTION, "Not known"));
            case GOOD, NOTHING_INSURED -> {}
        }
        var open = detail.row().openIncidents().orElse(0L);
        if (open > 0) {
            tags.add(new Tag(
                    Tag.Look.NEUTRAL,
                    Icon.PROBLEM,
                    Numbers.count(open) + (open == 1 ? " open incident" : " open incidents")));
        }
        tags.add(paused(detail.row().paused()));
        return tags;
    }

    private static Tag paused(List<PauseScope> paused) {
        return paused.isEmpty()
                ? new Tag(Tag.Look.NEUTRAL, Icon.PLAY, "Nothing paused")
                : new Tag(
                        Tag.Look.HOLD,
                        Icon.PAUSE,
                        paused.stream().map(Terms::of).collect(Collectors.joining(", ")) + " paused");
    }

    private static String sentence(PoolDetail detail) {
        var words = Numbers.count(detail.policies()) + (detail.policies() == 1 ? " policy" : " policies");
        var most = detail.levels().value().orElse(List.of()).stream()
                .filter(level -> level.policies() > 0)
                .max(Comparator.comparingLong(LevelRow::policies))
                .map(level -> ", mostly " + Terms.of(level.level()))
                .orElse("");
        var terms = detail.row()
                .pool()
                .value()
                .map(PoolView::termsVersion)
                .map(version -> version == 0 ? ", no terms" : ", terms version " + version)
                .orElse("");
        return words + most + terms;
    }

    private Node tabs() {
        var choices = Arrays.stream(PoolPart.values())
                .map(part -> new Choice<>(part, name(part)))
                .toList();
        var tabs = Choices.tabs(
                "Parts of the pool",
                choices,
                model.part().get(),
                part -> around.router().go(model.other(part)));
        Shown.following(tabs, model.part(), tabs::show);
        Shown.following(
                tabs,
                pool,
                detail -> Arrays.stream(PoolPart.values())
                        .forEach(part -> tabs.rename(part, name(part) + count(part, detail))));
        return Boxes.padded(new VBox(tabs), 0, 20, 0, 20);
    }

    private static String name(PoolPart part) {
        var word = part.name().toLowerCase(Locale.ROOT);
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String count(PoolPart part, PoolDetail detail) {
        var count = switch (part) {
            case OVERVIEW, HISTORY -> Optional.<Long>empty();
            case POLICIES -> Optional.of(detail.policies());
            case PARAMETERS -> detail.parameters().value().map(rows -> (long) rows.size());
            case REDEMPTIONS ->
                detail.redemptions().value().map(queue -> (long) queue.waiting().size());
            case INCIDENTS -> detail.incidents().value().map(rows -> (long) rows.size());
        };
        return count.map(number -> " " + Numbers.count(number)).orElse("");
    }

    private Node body() {
        var body = new StackPane();
        Shown.following(body, model.part(), part -> body.getChildren().setAll(part(part)));
        return body;
    }

    private Node part(PoolPart part) {
        return switch (part) {
            case OVERVIEW -> new PoolOverview(around, model, pool).node();
            case POLICIES -> new PoolLevels(around, pool).node();
            case PARAMETERS -> new PoolParameters(around, pool).node();
            case REDEMPTIONS -> new PoolQueue(around, pool).node();
            case INCIDENTS -> new PoolIncidents(around, pool).node();
            case HISTORY -> new PoolHistoryPart(around, pool).node();
        };
    }
}
