package org.breakwater.desktop.feature.policies;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.breakwater.core.follow.Known;
import org.breakwater.core.policies.ListedPolicy;
import org.breakwater.core.policies.PolicyFilter;
import org.breakwater.core.policies.PolicyOrder;
import org.breakwater.core.policies.PolicySearch.Found;
import org.breakwater.core.projection.view.PoolView;
import org.breakwater.core.protocol.PolicyState;
import org.breakwater.core.protocol.RiskKind;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.desktop.kit.Banner;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.ExportLink;
import org.breakwater.desktop.kit.FilterChip;
import org.breakwater.desktop.kit.FilterRow;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.SearchBox;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.kit.table.Column;
import org.breakwater.desktop.kit.table.Csv;
import org.breakwater.desktop.kit.table.DataTable;
import org.breakwater.desktop.kit.table.Density;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Numbers.Rounding;
import org.breakwater.desktop.l10n.Terms;
import org.breakwater.desktop.place.SubjectName;
import org.breakwater.desktop.place.Surroundings;

/// The list of policies: filters, table, and what it comes to.
final class PolicyListView {

    private static final double ALL_COLUMNS_FROM = 960;
    private static final int WHOLE = 1_000_000;
    private static final List<Integer> COVERS = List.of(10_000, 100_000, 250_000, 1_000_000);

    private final Surroundings around;
    private final PolicyListViewModel model;
    private final ObservableValue<Known> known;
    private final List<Column<ListedPolicy>> columns;
    private final SearchBox search;
    private final FilterRow filters;
    private final DataTable<ListedPolicy> table;
    private final VBox root = new VBox();

    /// @param select called with each policy that is chosen
    PolicyListView(
            Surroundings around,
            PolicyListViewModel model,
            ObservableValue<Known> known,
            Consumer<ListedPolicy> select) {
        this.around = around;
        this.model = model;
        this.known = known;
        this.columns = PolicyColumns.of(around, model::time);
        this.search = new SearchBox(
                Icon.SEARCH, "Number, holder, subject", "/", words -> model.change(old -> old.withWords(words)));
        this.filters = new FilterRow(search, this::clear);
        Shown.following(filters, model.filter(), this::showFilters);
        this.table = table(select);
        root.getChildren()
                .addAll(Boxes.styled(new VBox(filters), "list-filters"), problem(), Boxes.growing(table), foot());
    }

    Node root() {
        return root;
    }

    SearchBox search() {
        return search;
    }

    /// Brings a policy's row into view, where the list has it.
    void reveal(BigInteger id) {
        model.locate(id, table::reveal);
    }

    private void clear() {
        search.input().clear();
        model.clear();
    }

    private DataTable<ListedPolicy> table(Consumer<ListedPolicy> select) {
        var made = new DataTable<>(
                        "Policies", Density.CARD, columns, model.rows().forTable())
                .sortedElsewhere(
                        order -> model.sort(order.flatMap(PolicyListView::order).orElse(PolicyListViewModel.FIRST)))
                .sorted(4, true);
        made.selected().subscribe(row -> row.ifPresent(select));
        made.widthProperty().subscribe(width -> made.show(PolicyColumns.POOL, width.doubleValue() >= ALL_COLUMNS_FROM));
        return made;
    }

    private static Optional<PolicyOrder> order(DataTable.Order chosen) {
        return PolicyColumns.KEYS.get(chosen.column()).map(key -> new PolicyOrder(key, chosen.descending()));
    }

    private Node problem() {
        var place = new VBox();
        Shown.following(place, model.problem(), problem -> {
            place.getChildren().clear();
            problem.ifPresent(said -> place.getChildren()
                    .add(new Banner(Severity.WARNING, Icon.PROBLEM, said.happened(), said.remedy())));
        });
        return place;
    }

    private Node foot() {
        var count = Words.strong("");
        count.setId("policies-count");
        var all = Words.muted("");
        var cover = Words.strong("");
        cover.setId("policies-cover");
        var premium = Words.body("");
        premium.setId("policies-premium");
        var foot = Boxes.row(
                6,
                count,
                all,
                gap(cover),
                Words.muted(SettlementAsset.SYMBOL + " of cover"),
                gap(premium),
                Words.muted("of premium"),
                Boxes.spacer(),
                legend("window-waiting", "waiting"),
                legend("window-active", "active"),
                legend("window-claims", "claims only"));
        Shown.following(foot, model.found(), found -> {
            count.setText(found.map(read -> Numbers.count(read.total().count())).orElse(Numbers.MISSING));
            all.setText(found.map(read -> "of " + Numbers.count(read.all()) + " policies")
                    .orElse(""));
            cover.setText(amount(found.map(read -> read.total().cover())));
            premium.setText(amount(found.map(read -> read.total().premium())));
        });
        return Boxes.styled(foot, "list-foot");
    }

    private static Label gap(Label label) {
        label.setMinWidth(Label.USE_PREF_SIZE);
        return Boxes.styled(label, "foot-gap");
    }

    private static String amount(Optional<BigInteger> units) {
        return units.map(SettlementAsset::amount)
                .map(amount -> Numbers.amount(amount, Rounding.DUE))
                .orElse(Numbers.MISSING);
    }

    private static Node legend(String style, String words) {
        var label = Words.secondary(words);
        label.setGraphic(Boxes.styled(new Region(), "legend-key", style));
        return label;
    }

    private void showFilters(PolicyFilter filter) {
        var chips = new ArrayList<FilterChip<?>>();
        chips.add(pool(filter));
        chips.add(kind(filter));
        chips.add(status(filter));
        chips.add(cover(filter));
        filter.subject().ifPresent(id -> chips.add(subject(id)));
        filters.show("", chips.toArray(FilterChip[]::new));
    }

    private FilterChip<Long> pool(PolicyFilter filter) {
        var pools = known.getValue().view().pools().stream()
                .map(pool -> new FilterChip.Value<>(pool.poolId(), pool.name()))
                .toList();
        return new FilterChip<>(
                "Pool", pools, only(filter.pools(), pools), chosen -> model.change(old -> old.withPools(set(chosen))));
    }

    private FilterChip<RiskKind> kind(PolicyFilter filter) {
        var kinds = known.getValue().view().pools().stream()
                .map(PoolView::kind)
                .distinct()
                .map(kind -> new FilterChip.Value<>(kind, Terms.of(kind)))
                .toList();
        return new FilterChip<>(
                "Kind", kinds, only(filter.kinds(), kinds), chosen -> model.change(old -> old.withKinds(set(chosen))));
    }

    private FilterChip<Set<PolicyState>> status(PolicyFilter filter) {
        var states = new ArrayList<FilterChip.Value<Set<PolicyState>>>();
        states.add(new FilterChip.Value<>(EnumSet.copyOf(PolicyColumns.NOT_CLOSED), "not closed"));
        Arrays.stream(PolicyState.values())
                .map(state -> new FilterChip.Value<Set<PolicyState>>(Set.of(state), Terms.of(state)))
                .forEach(states::add);
        var set = states.stream()
                .filter(each -> each.value().equals(filter.states()))
                .findFirst();
        return new FilterChip<>(
                "Status", states, set, chosen -> model.change(old -> old.withStates(chosen.orElse(Set.of()))));
    }

    private FilterChip<BigInteger> cover(PolicyFilter filter) {
        var covers = COVERS.stream()
                .map(whole -> new FilterChip.Value<>(
                        BigInteger.valueOf(whole).multiply(BigInteger.valueOf(WHOLE)), "≥ " + Numbers.count(whole)))
                .toList();
        var set = covers.stream()
                .filter(each -> filter.leastCover().filter(each.value()::equals).isPresent())
                .findFirst();
        return new FilterChip<>("Cover", covers, set, chosen -> model.change(old -> old.withLeastCover(chosen)));
    }

    private FilterChip<Long> subject(long id) {
        var name = known.getValue().view().subjects().stream()
                .filter(subject -> subject.subjectId() == id)
                .findFirst()
                .map(subject -> SubjectName.of(subject, around.texts()))
                .orElse("Subject " + id);
        return new FilterChip<>(
                "Subject",
                List.of(),
                Optional.of(new FilterChip.Value<>(id, name)),
                chosen -> model.change(old -> old.withSubject(chosen)));
    }

    private static <T> Optional<FilterChip.Value<T>> only(Set<T> set, List<FilterChip.Value<T>> values) {
        return values.stream().filter(each -> set.equals(Set.of(each.value()))).findFirst();
    }

    private static <T> Set<T> set(Optional<T> chosen) {
        return chosen.map(Set::of).orElse(Set.of());
    }

    /// Saves what the filter wants, all of it.
    Button export() {
        var export = ExportLink.csv("the policies", this::save);
        Shown.following(
                export,
                model.found(),
                found -> export.setText("CSV of "
                        + found.map(Found::total)
                                .map(total -> Numbers.count(total.count()))
                                .orElse("all")));
        return export;
    }

    private void save() {
        model.readAll(policies -> around.saving()
                .save("policies.csv", () -> Csv.of(columns, policies).getBytes(StandardCharsets.UTF_8)));
    }
}
