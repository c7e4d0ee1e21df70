package org.breakwater.desktop.feature.proposals;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.breakwater.core.follow.Known;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.place.Derived;

/// Proposals and changes: which are listed, which one is shown, and how deep.
final class ProposalsViewModel {

    /// What is shown of an entry.
    enum Part {
        CALLS,
        REVIEW,
        VOTES,
        TEXT
    }

    /// How deep calls are shown.
    enum Depth {
        SENTENCE,
        FIELDS,
        BYTES
    }

    private final Derived<ProposalsPage> page;
    private final ReadOnlyObjectWrapper<Optional<Selection>> wanted;
    private final ReadOnlyObjectWrapper<Boolean> open = new ReadOnlyObjectWrapper<>(true);
    private final ReadOnlyObjectWrapper<Part> part = new ReadOnlyObjectWrapper<>(Part.CALLS);
    private final ReadOnlyObjectWrapper<Depth> depth = new ReadOnlyObjectWrapper<>(Depth.FIELDS);

    /// @param wanted what was asked for; empty for the first
    ProposalsViewModel(ReadProposals maker, Background background, Optional<Selection> wanted) {
        this.page = new Derived<>(background, maker::page);
        this.wanted = new ReadOnlyObjectWrapper<>(wanted);
    }

    Subscription follow(ObservableValue<Loadable<Known>> known) {
        return page.follow(known);
    }

    ReadOnlyObjectProperty<Loadable<ProposalsPage>> page() {
        return page.value();
    }

    ReadOnlyObjectProperty<Optional<Selection>> wanted() {
        return wanted.getReadOnlyProperty();
    }

    /// Whether what is open is listed, else what is over.
    ReadOnlyObjectProperty<Boolean> open() {
        return open.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Part> part() {
        return part.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Depth> depth() {
        return depth.getReadOnlyProperty();
    }

    void want(Optional<Selection> selection) {
        wanted.set(selection);
    }

    void list(boolean whatIsOpen) {
        open.set(whatIsOpen);
    }

    void choose(Part chosen) {
        part.set(chosen);
    }

    void choose(Depth chosen) {
        depth.set(chosen);
    }

    List<ProposalPage> listed(ProposalsPage read) {
        return read.entries(open.get());
    }

    /// What to show: what was asked for, or the first that is listed.
    Optional<ProposalPage> shown(ProposalsPage read) {
        return wanted.get().isPresent()
                ? wanted.get().flatMap(read::entry)
                : listed(read).stream().findFirst();
    }
}
