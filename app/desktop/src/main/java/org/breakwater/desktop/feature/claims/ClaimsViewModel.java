package org.breakwater.desktop.feature.claims;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.breakwater.core.follow.Known;
import org.breakwater.core.protocol.RiskKind;
import org.breakwater.core.text.TextLibrary;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.fx.Subscriptions;
import org.breakwater.desktop.l10n.Terms;
import org.breakwater.desktop.place.Derived;

/// All claims and incidents, and which of them are looked at.
public final class ClaimsViewModel {

    /// What is looked at.
    enum Listing {
        CLAIMS,
        INCIDENTS
    }

    /// What narrows the lists. It holds for both of them, the state for claims alone.
    ///
    /// @param words searched for; empty for all
    record Filter(String words, Optional<Stage> stage, Optional<RiskKind> pool) {

        static final Filter NONE = new Filter("", Optional.empty(), Optional.empty());

        boolean isSet() {
            return !equals(NONE);
        }
    }

    private final Derived<ClaimsOverview> made;
    private final ReadOnlyObjectWrapper<Loadable<ClaimsOverview>> overview =
            new ReadOnlyObjectWrapper<>(new Loadable.Loading<>());
    private final ReadOnlyObjectWrapper<Filter> filter = new ReadOnlyObjectWrapper<>(Filter.NONE);
    private final ReadOnlyObjectWrapper<Listing> shown = new ReadOnlyObjectWrapper<>(Listing.CLAIMS);
    private final ObservableList<ClaimRow> claims = FXCollections.observableArrayList();
    private final ObservableList<IncidentRow> incidents = FXCollections.observableArrayList();
    private Comparator<ClaimRow> claimOrder = ClaimRow.WORST;
    private Comparator<IncidentRow> incidentOrder = IncidentRow.WORST;

    ClaimsViewModel(TextLibrary texts, Background background) {
        made = new Derived<>(background, known -> ClaimsOverview.of(known, texts));
    }

    /// Follows what is known.
    void follow(ObservableValue<Loadable<Known>> known, Subscriptions until) {
        until.add(made.value().subscribe(next -> {
            update(next, filter.get());
            overview.set(next);
        }));
        until.add(made.follow(known));
    }

    ReadOnlyObjectProperty<Loadable<ClaimsOverview>> overview() {
        return overview.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Filter> filter() {
        return filter.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Listing> shown() {
        return shown.getReadOnlyProperty();
    }

    /// The claims that the filter leaves, in the order that was asked for.
    ObservableList<ClaimRow> claims() {
        return claims;
    }

    /// The incidents that the filter leaves, in the order that was asked for.
    ObservableList<IncidentRow> incidents() {
        return incidents;
    }

    void show(Listing list) {
        shown.set(list);
    }

    void search(String words) {
        var old = filter.get();
        set(new Filter(words, old.stage(), old.pool()));
    }

    void only(Optional<Stage> stage) {
        var old = filter.get();
        set(new Filter(old.words(), stage, old.pool()));
    }

    void onlyPool(Optional<RiskKind> pool) {
        var old = filter.get();
        set(new Filter(old.words(), old.stage(), pool));
    }

    void clear() {
        set(Filter.NONE);
    }

    void sortClaims(Comparator<ClaimRow> order) {
        claimOrder = order;
        update(overview.get(), filter.get());
    }

    void sortIncidents(Comparator<IncidentRow> order) {
        incidentOrder = order;
        update(overview.get(), filter.get());
    }

    private void set(Filter next) {
        update(overview.get(), next);
        filter.set(next);
    }

    /// The lists change before what tells of them, so that whoever follows that finds them changed.
    private void update(Loadable<ClaimsOverview> state, Filter wanted) {
        state.read().ifPresent(value -> {
            replace(
                    claims,
                    value.claims().stream()
                            .filter(row -> passes(row, wanted))
                            .sorted(claimOrder)
                            .toList());
            replace(
                    incidents,
                    value.incidents().stream()
                            .filter(row -> passes(row, wanted))
                            .sorted(incidentOrder)
                            .toList());
        });
    }

    /// A block that changes nothing here leaves selection and scrolling where they are.
    private static <R> void replace(ObservableList<R> rows, List<R> next) {
        if (!rows.equals(next)) {
            rows.setAll(next);
        }
    }

    private static boolean passes(ClaimRow row, Filter wanted) {
        return row.matches(wanted.words())
                && wanted.stage().map(stage -> row.stage() == stage).orElse(true)
                && wanted.pool().map(pool -> row.kind() == pool).orElse(true);
    }

    private static boolean passes(IncidentRow row, Filter wanted) {
        return row.matches(wanted.words())
                && wanted.pool().map(pool -> row.pool().equals(Terms.of(pool))).orElse(true);
    }
}
