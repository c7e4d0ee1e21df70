package org.breakwater.desktop.feature.registry;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.breakwater.core.protocol.RiskKind;
import org.breakwater.core.protocol.RiskLevel;
import org.breakwater.core.protocol.SubjectStatus;
import org.breakwater.desktop.command.Chord;
import org.breakwater.desktop.command.Command;
import org.breakwater.desktop.feature.registry.RegistryRow.Dependency;
import org.breakwater.desktop.fx.Subscriptions;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.ExportLink;
import org.breakwater.desktop.kit.FilterChip;
import org.breakwater.desktop.kit.FilterChip.Value;
import org.breakwater.desktop.kit.FilterRow;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.SearchBox;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.StatePane;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Terms;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Screen;
import org.breakwater.desktop.place.CapitalHeading;
import org.breakwater.desktop.place.Surroundings;

/// The risk registry: every subject, and one in detail at the side.
public final class RegistryView implements Screen {

    private static final PseudoClass ALONE = PseudoClass.getPseudoClass("alone");

    private final Surroundings around;
    private final RegistryViewModel model;
    private final ReadOnlyObjectWrapper<List<String>> trail =
            new ReadOnlyObjectWrapper<>(List.of("Pools", "Risk registry"));
    private final SearchBox search;

    /// @param start all subjects, or one
    public RegistryView(Place start, Surroundings around) {
        this.around = around;
        var history =
                new ReadStatusChanges(around.events(), around.deployment().address("RiskRegistry"), around.texts());
        this.model = new RegistryViewModel(start, around.background(), around.texts(), history::of);
        this.search = new SearchBox(
                Icon.SEARCH, "Name, number, input", "/", words -> model.filter(old -> old.withWords(words)));
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
        until.add(around.commands()
                .add(Command.always(
                                "registry.search",
                                Command.Group.LIST,
                                Icon.SEARCH,
                                "Search the subjects",
                                () -> search.input().requestFocus())
                        .on(Chord.typing("/"))));
    }

    private Node content(ObservableValue<RegistryPage> page) {
        var table = new RegistryTable(page.getValue().rows());
        var list = new VBox(
                heading(page, table),
                Boxes.styled(new VBox(filters(page)), "list-filters"),
                Boxes.growing(table.node()),
                foot());
        list.setMinWidth(0);
        follow(page, table);
        var both = new HBox(Boxes.growing(list));
        var side = new SubjectPane(around, model).node();
        ObservableValue<Parts> parts = Bindings.createObjectBinding(
                () -> Parts.of(model.asked().get().isPresent(), both.getWidth()), model.asked(), both.widthProperty());
        Shown.following(both, parts, shown -> both.getChildren().setAll(nodes(shown, list, side)));
        return both;
    }

    /// What there is room for.
    private enum Parts {
        LIST,
        BOTH,
        DETAIL;

        private static final double ROOM_FOR_BOTH = 1_060;

        static Parts of(boolean detail, double width) {
            if (!detail) {
                return LIST;
            }
            return width > 0 && width < ROOM_FOR_BOTH ? DETAIL : BOTH;
        }
    }

    private static List<Node> nodes(Parts parts, Node list, Node side) {
        HBox.setHgrow(side, parts == Parts.DETAIL ? Priority.ALWAYS : Priority.NEVER);
        side.pseudoClassStateChanged(ALONE, parts == Parts.DETAIL);
        return switch (parts) {
            case LIST -> List.of(list);
            case BOTH -> List.of(list, side);
            case DETAIL -> List.of(side);
        };
    }

    private Node heading(ObservableValue<RegistryPage> page, RegistryTable table) {
        var export = ExportLink.csv(
                "the subjects",
                () -> around.saving()
                        .save("subjects.csv", () -> table.node().csv().getBytes(StandardCharsets.UTF_8)));
        return new CapitalHeading(around, CapitalHeading.Side.REGISTRY, page.map(RegistryView::facts), export);
    }

    private static CapitalHeading.Facts facts(RegistryPage page) {
        var suspended = count(page, SubjectStatus.SUSPENDED);
        var failing = page.rows().stream()
                .filter(row -> row.subject().subject().status() == SubjectStatus.LISTED
                        && !row.rules().isEmpty())
                .count();
        return new CapitalHeading.Facts(
                page.pools(),
                page.rows().size(),
                suspended + " suspended, " + failing + " listed with a failed rule",
                page.block());
    }

    private static long count(RegistryPage page, SubjectStatus status) {
        return page.rows().stream()
                .filter(row -> row.subject().subject().status() == status)
                .count();
    }

    private static Node foot() {
        return Boxes.styled(
                new HBox(
                        8,
                        Words.secondary(
                                "Marks: High from 3,500, Elevated from 5,000, Guarded from 6,500, Low from 8,000"),
                        Boxes.spacer()),
                "list-foot");
    }

    private Node filters(ObservableValue<RegistryPage> page) {
        var row = new FilterRow(search, () -> {
            search.input().clear();
            model.filter(_ -> Filters.NONE);
        });
        ObservableValue<Filtered> filtered = Bindings.createObjectBinding(
                () -> new Filtered(model.filters().get(), page.getValue()), model.filters(), page);
        Shown.following(row, filtered, read -> show(row, read));
        return row;
    }

    /// What the filters leave.
    private record Filtered(Filters filters, RegistryPage page) {

        List<RegistryRow> rows() {
            return page.rows().stream().filter(filters::match).toList();
        }
    }

    private void show(FilterRow row, Filtered read) {
        var filters = read.filters();
        row.show(
                Numbers.count(read.rows().size()) + " of "
                        + Numbers.count(read.page().rows().size()),
                chip("Kind", List.of(RiskKind.values()), Terms::of, filters.kind(), Filters::withKind),
                chip("Level", List.of(RiskLevel.values()), Terms::of, filters.level(), Filters::withLevel),
                chip("Status", statuses(), Terms::of, filters.status(), Filters::withStatus),
                chip(
                        "Depends on",
                        dependencies(read.page()),
                        Function.identity(),
                        filters.dependsOn(),
                        Filters::withDependency));
    }

    private static List<SubjectStatus> statuses() {
        return Arrays.stream(SubjectStatus.values())
                .filter(status -> status != SubjectStatus.NONE)
                .toList();
    }

    private static List<String> dependencies(RegistryPage page) {
        return page.rows().stream()
                .flatMap(row -> row.dependencies().stream())
                .map(Dependency::name)
                .distinct()
                .sorted()
                .toList();
    }

    private <T> FilterChip<T> chip(
            String name,
            List<T> values,
            Function<T, String> words,
            Optional<T> set,
            BiFunction<Filters, Optional<T>, Filters> change) {
        var options = new ArrayList<Value<T>>();
        values.forEach(value -> options.add(new Value<>(value, words.apply(value))));
        return new FilterChip<>(
                name,
                options,
                set.map(value -> new Value<>(value, words.apply(value))),
                chosen -> model.filter(old -> change.apply(old, chosen)));
    }

    /// The row that is selected is the subject that is looked at, whichever of the two changed.
    private void follow(ObservableValue<RegistryPage> page, RegistryTable table) {
        var node = table.node();
        ObservableValue<Filtered> filtered = Bindings.createObjectBinding(
                () -> new Filtered(model.filters().get(), page.getValue()), model.filters(), page);
        Shown.following(node, filtered, read -> node.renew(read.rows(), RegistryRow::id));
        Shown.following(
                node,
                model.shown(),
                shown -> shown.ifPresent(row -> {
                    if (node.selected().getValue().map(RegistryRow::id).orElse(0L) != row.id()) {
                        node.select(row);
                    }
                }));
        Shown.following(
                node,
                node.selected(),
                row -> row.filter(chosen -> !isShown(chosen))
                        .ifPresent(chosen -> around.router().go(new Place.Subject(chosen.id()))));
    }

    private boolean isShown(RegistryRow row) {
        return model.asked().get().map(id -> id == row.id()).orElse(false);
    }
}
