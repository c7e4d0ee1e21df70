package org.breakwater.desktop.feature.policies;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.breakwater.core.follow.Known;
import org.breakwater.desktop.command.Chord;
import org.breakwater.desktop.command.Command;
import org.breakwater.desktop.command.Command.Group;
import org.breakwater.desktop.fx.Subscriptions;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.ExportLink;
import org.breakwater.desktop.kit.FilterRow;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.SearchBox;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.SideDetail;
import org.breakwater.desktop.kit.StatePane;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.kit.table.Column;
import org.breakwater.desktop.kit.table.DataTable;
import org.breakwater.desktop.kit.table.Density;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.navigation.Screen;
import org.breakwater.desktop.place.Derived;
import org.breakwater.desktop.place.Surroundings;

/// A list with the detail of a row beside it, for series, account cover and integrators.
final class RecordListScreen<R> implements Screen {

    private final Surroundings around;
    private final RecordList<R> list;
    private final RecordListViewModel<R> model;
    private final Derived<List<R>> rows;
    private final SideDetail detail = new SideDetail();
    private final DataTable<R> table;
    private final SearchBox search;

    RecordListScreen(Surroundings around, RecordList<R> list) {
        this.around = around;
        this.list = list;
        this.model = new RecordListViewModel<>(list.key(), list.words());
        this.rows = new Derived<>(around.background(), list.rows());
        this.search = new SearchBox(Icon.SEARCH, list.prompt(), "/", model::search);
        this.table = new DataTable<>(list.things(), Density.LIST, list.columns(), FXCollections.observableArrayList())
                .keepWhole(whole(list.columns()))
                .sorted(list.sorted(), false);
        table.selected().subscribe(row -> row.ifPresent(model::choose));
    }

    /// Numbers, and the tag at the end: what is left of a cut one would say something else.
    private static int[] whole(List<? extends Column<?>> columns) {
        return IntStream.range(0, columns.size())
                .filter(at -> columns.get(at).numeric() || at == columns.size() - 1)
                .toArray();
    }

    @Override
    public ObservableValue<List<String>> trail() {
        var name = list.things().substring(0, 1).toUpperCase(Locale.ROOT)
                + list.things().substring(1);
        return new ReadOnlyObjectWrapper<>(List.of("Policies", name));
    }

    @Override
    public Node root() {
        return new StatePane<>(around.known(), around.now(), this::content);
    }

    private Node content(ObservableValue<Known> known) {
        var export = ExportLink.csv("the " + list.things(), this::save);
        var main = new VBox(
                PoliciesHead.of(around, list.list(), known, export),
                Boxes.styled(new VBox(filters()), "list-filters"),
                Boxes.growing(new StatePane<>(rows.value(), around.now(), this::rows)),
                foot());
        Shown.following(detail, model.chosen(), this::show);
        return new HBox(Boxes.growing(main), detail);
    }

    private FilterRow filters() {
        var filters = new FilterRow(search, () -> search.input().clear());
        filters.show("");
        return filters;
    }

    private Node rows(ObservableValue<List<R>> read) {
        Shown.following(table, read, model::know);
        Shown.following(table, model.wanted(), wanted -> wanted.ifPresent(left -> table.renew(left, list.key())));
        return table;
    }

    private Node foot() {
        var count = Words.strong("");
        count.setId(list.list().name().toLowerCase(Locale.ROOT).replace('_', '-') + "-count");
        var of = Words.muted("");
        var foot = Boxes.styled(Boxes.row(6, count, of), "list-foot");
        Shown.following(foot, model.wanted(), wanted -> {
            count.setText(wanted.map(left -> Numbers.count(left.size())).orElse(Numbers.MISSING));
            of.setText(model.count()
                    .map(all -> "of " + Numbers.count(all) + " " + list.things())
                    .orElse(list.things()));
        });
        return foot;
    }

    private void show(Optional<R> row) {
        detail.setVisible(row.isPresent());
        detail.setManaged(row.isPresent());
        list.less().forEach(column -> table.show(column, row.isEmpty()));
        row.ifPresent(chosen -> detail.show(
                new SideDetail.Head(
                        list.icon(),
                        list.kind().apply(chosen),
                        list.title().apply(chosen),
                        list.key().apply(chosen) + "-title",
                        model::leave),
                list.sections().apply(chosen),
                List.of()));
    }

    private void save() {
        around.saving()
                .save(
                        list.things().replace(' ', '-') + ".csv",
                        () -> table.csv().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void shown(Subscriptions until) {
        until.add(rows.follow(around.known()));
        until.add(around.commands()
                .add(Command.always(
                                "policies.search",
                                Group.LIST,
                                Icon.SEARCH,
                                "Search the list",
                                () -> search.input().requestFocus())
                        .on(Chord.typing("/"))));
    }
}
