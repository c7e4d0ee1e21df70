package org.breakwater.desktop.feature.pools;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.breakwater.desktop.fx.Subscriptions;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.ExportLink;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.StatePane;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Numbers.Rounding;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Screen;
import org.breakwater.desktop.place.CapitalHeading;
import org.breakwater.desktop.place.Surroundings;
import org.jspecify.annotations.Nullable;

/// All pools over the detail of one.
public final class PoolsView implements Screen {

    private final Surroundings around;
    private final PoolsViewModel model;
    private final ReadOnlyObjectWrapper<List<String>> trail = new ReadOnlyObjectWrapper<>(List.of("Pools"));

    /// @param start all pools, or one
    public PoolsView(Place start, Surroundings around) {
        this.around = around;
        this.model = new PoolsViewModel(start, around.background(), around.texts());
    }

    @Override
    public ObservableValue<List<String>> trail() {
        return trail.getReadOnlyProperty();
    }

    @Override
    public Node root() {
        return new StatePane<>(model.page(), around.now(), this::content);
    }

    @Override
    public boolean moveTo(Place place) {
        return model.go(place);
    }

    @Override
    public void shown(Subscriptions until) {
        until.add(model.follow(around.known()));
        until.add(model.shown().subscribe(_ -> trail.set(model.trail())));
        until.add(model.asked().subscribe(_ -> trail.set(model.trail())));
    }

    private Node content(ObservableValue<PoolsPage> page) {
        var table = new PoolsTable(page);
        var export = ExportLink.csv(
                "the pools",
                () -> around.saving().save("pools.csv", () -> table.node().csv().getBytes(StandardCharsets.UTF_8)));
        var heading = new CapitalHeading(around, CapitalHeading.Side.POOLS, page.map(PoolsView::facts), export);
        follow(table);
        return new VBox(heading, table.node(), Boxes.line(), Boxes.growing(detail()));
    }

    private static CapitalHeading.Facts facts(PoolsPage page) {
        var totals = page.totals();
        var sentence = totals.pools() + " pools hold "
                + totals.capital()
                        .map(sum -> Numbers.amountWithUnit(sum, Rounding.HELD))
                        .orElse(Numbers.MISSING)
                + " against "
                + totals.cover()
                        .map(sum -> Numbers.wholeAmount(sum, Rounding.DUE))
                        .orElse(Numbers.MISSING)
                + " of cover";
        return new CapitalHeading.Facts(totals.pools(), page.subjects(), sentence, page.block());
    }

    /// The row that is selected is the pool that is looked at, whichever of the two changed.
    private void follow(PoolsTable table) {
        Shown.following(
                table.node(),
                model.shown(),
                shown -> shown.ifPresent(pool -> {
                    if (selected(table) != pool.row().id()) {
                        table.node().select(pool.row());
                    }
                }));
        Shown.following(
                table.node(),
                table.node().selected(),
                row -> row.filter(chosen -> !isShown(chosen))
                        .ifPresent(chosen -> around.router().go(model.other(chosen.id()))));
    }

    private static long selected(PoolsTable table) {
        return table.node().selected().getValue().map(PoolRow::id).orElse(0L);
    }

    /// While a number is asked for that no pool has, nothing is.
    private boolean isShown(PoolRow row) {
        return model.shown().getValue().map(pool -> pool.row().id() == row.id()).orElse(false);
    }

    private Node detail() {
        var pane = new StackPane();
        Shown.following(pane, model.shown(), new Detail(pane)::show);
        return pane;
    }

    /// Builds a pool's detail when another pool is looked at, and lets it follow the pool's figures from then on.
    private final class Detail {

        private final StackPane pane;
        private @Nullable ReadOnlyObjectWrapper<PoolDetail> built;

        Detail(StackPane pane) {
            this.pane = pane;
        }

        void show(Optional<PoolDetail> pool) {
            var present = built;
            if (pool.isEmpty()) {
                built = null;
                pane.getChildren().setAll(nobody());
            } else if (present != null
                    && present.get().row().id() == pool.get().row().id()) {
                present.set(pool.get());
            } else {
                var made = new ReadOnlyObjectWrapper<>(pool.get());
                built = made;
                pane.getChildren().setAll(new PoolPane(around, model, made.getReadOnlyProperty()).node());
            }
        }
    }

    private Node nobody() {
        var number = model.asked().get().map(Numbers::count).orElse("");
        var notice = new VBox(
                Icon.POOLS.at(Icon.Size.PANE, Tone.MUTED),
                Words.name("There is no pool " + number + "."),
                Buttons.small(
                        Buttons.plain("Show all pools", () -> around.router().go(new Place.Pools()))));
        notice.setAlignment(Pos.CENTER);
        return Boxes.styled(notice, "notice");
    }
}
