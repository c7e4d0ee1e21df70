package org.breakwater.desktop.feature.treasury;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.breakwater.core.follow.Known;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.stress.StressException;
import org.breakwater.core.stress.own.OwnScenario;
import org.breakwater.core.stress.own.OwnScenarios;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.feature.treasury.ScenarioPage.HitTarget;
import org.breakwater.desktop.feature.treasury.ScenarioPage.Outcome;
import org.breakwater.desktop.fx.Attempt;
import org.breakwater.desktop.fx.Background;
import org.jspecify.annotations.Nullable;

/// Scenarios, gone through anew with each block, and the one that is being written. Lives on the toolkit's thread.
final class ScenariosViewModel {

    private final ReadScenarios read;
    private final OwnScenarios store;
    private final Background background;
    private final ReadOnlyObjectWrapper<Loadable<ScenarioPage>> page =
            new ReadOnlyObjectWrapper<>(new Loadable.Loading<>());
    private final ReadOnlyObjectWrapper<Optional<ScenarioForm>> form = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<HitTarget>> matches = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Attempt<Outcome>>> preview =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<String> problem = new ReadOnlyObjectWrapper<>("");
    private final ReadOnlyObjectWrapper<Optional<OwnScenario>> removed = new ReadOnlyObjectWrapper<>(Optional.empty());
    private List<OwnScenario> own = List.of();
    private @Nullable Known latest;
    private Subscription making = Subscription.EMPTY;
    private Subscription previewing = Subscription.EMPTY;
    private Subscription written = Subscription.EMPTY;

    ScenariosViewModel(ReadScenarios read, OwnScenarios store, Background background) {
        this.read = read;
        this.store = store;
        this.background = background;
    }

    /// Keeps the page up with what is known, until the answer is closed.
    Subscription follow(ObservableValue<Loadable<Known>> known) {
        background.run(
                "Reading your scenarios",
                () -> Attempt.of(store::all),
                came -> came.then(this::kept, refused -> problem.set(refused.toString())));
        return Subscription.combine(known.subscribe(this::changed), () -> making.unsubscribe());
    }

    private void kept(List<OwnScenario> now) {
        own = now;
        make();
    }

    private void changed(Loadable<Known> loadable) {
        switch (loadable) {
            case Loadable.Failed<Known>(var why) -> page.set(new Loadable.Failed<>(why));
            default ->
                loadable.read().ifPresent(known -> {
                    latest = known;
                    make();
                });
        }
    }

    private void make() {
        var known = latest;
        if (known != null) {
            var kept = own;
            making.unsubscribe();
            making = background.quietly(() -> made(known, kept), made -> {
                page.set(made);
                look();
            });
        }
    }

    private Loadable<ScenarioPage> made(Known known, List<OwnScenario> kept) {
        try {
            return new Loadable.Ready<>(read.of(known, kept), known.block());
        } catch (StressException refused) {
            return new Loadable.Failed<>(refused.fault().problem());
        }
    }

    ReadOnlyObjectProperty<Loadable<ScenarioPage>> page() {
        return page.getReadOnlyProperty();
    }

    /// The one that is being written.
    ReadOnlyObjectProperty<Optional<ScenarioForm>> form() {
        return form.getReadOnlyProperty();
    }

    /// What of that which can be hit has the words that are looked for.
    ReadOnlyObjectProperty<List<HitTarget>> matches() {
        return matches.getReadOnlyProperty();
    }

    /// What the one that is being written comes to; empty as long as it cannot be gone through.
    ReadOnlyObjectProperty<Optional<Attempt<Outcome>>> preview() {
        return preview.getReadOnlyProperty();
    }

    /// Why the last act failed; empty where it did not.
    ReadOnlyObjectProperty<String> problem() {
        return problem.getReadOnlyProperty();
    }

    /// The one that was removed last, which can be brought back.
    ReadOnlyObjectProperty<Optional<OwnScenario>> removed() {
        return removed.getReadOnlyProperty();
    }

    // ── acts ───────────────────────────────────────────────────────────────────────────────────────────────────

    void begin() {
        write(ScenarioForm.empty());
    }

    void edit(OwnScenario scenario) {
        page.get().read().ifPresent(shown -> write(ScenarioForm.of(scenario, shown)));
    }

    private void write(ScenarioForm next) {
        written.unsubscribe();
        removed.set(Optional.empty());
        problem.set("");
        form.set(Optional.of(next));
        written = Subscription.combine(
                next.query().subscribe(_ -> search()), next.hits().subscribe(_ -> search()),
                next.missing().subscribe(_ -> look()), next.hits().subscribe(_ -> look()));
        look();
    }

    /// Looks again at what the form comes to: something in it was changed.
    void look() {
        previewing.unsubscribe();
        var known = latest;
        var unnamed = form.get().flatMap(ScenarioForm::unnamed);
        if (known == null || unnamed.isEmpty()) {
            preview.set(Optional.empty());
            return;
        }
        previewing =
                background.quietly(() -> outcome(known, unnamed.get()), outcome -> preview.set(Optional.of(outcome)));
    }

    private Attempt<Outcome> outcome(Known known, OwnScenario scenario) {
        try {
            return new Attempt.Done<>(read.outcome(known, scenario));
        } catch (StressException refused) {
            return new Attempt.Refused<>(refused.fault().problem());
        }
    }

    private void search() {
        matches.set(form.get()
                .flatMap(open -> page.get()
                        .read()
                        .map(shown -> shown.matching(open.query().get(), open.hit())))
                .orElse(List.of()));
    }

    /// Adds the first of what was found.
    void addFirst() {
        matches.get().stream().findFirst().ifPresent(this::add);
    }

    void add(HitTarget target) {
        form.get().ifPresent(open -> open.add(target));
    }

    /// Leaves the form without keeping anything.
    void leave() {
        written.unsubscribe();
        form.set(Optional.empty());
        look();
    }

    void keep() {
        form.get().ifPresent(open -> {
            try {
                var scenario = open.scenario();
                act(
                        "Keeping a scenario",
                        () -> {
                            if (open.before().isPresent()) {
                                store.change(scenario);
                            } else {
                                store.add(scenario.name(), scenario.losses());
                            }
                            return store.all();
                        },
                        Optional.empty());
            } catch (ProblemException incomplete) {
                problem.set(incomplete.problem().toString());
            }
        });
    }

    void remove(OwnScenario scenario) {
        act(
                "Removing a scenario",
                () -> {
                    store.forget(scenario.id());
                    return store.all();
                },
                Optional.of(scenario));
    }

    /// Brings back what was removed last.
    void bringBack() {
        removed.get()
                .ifPresent(gone -> act(
                        "Keeping a scenario",
                        () -> {
                            store.add(gone.name(), gone.losses());
                            return store.all();
                        },
                        Optional.empty()));
    }

    /// @param gone what is removed by it; said once it is
    private void act(String name, Attempt.Work<List<OwnScenario>> work, Optional<OwnScenario> gone) {
        background.run(
                name,
                () -> Attempt.of(work),
                came -> came.then(
                        now -> {
                            problem.set("");
                            leave();
                            kept(now);
                            removed.set(gone);
                        },
                        refused -> problem.set(refused.toString())));
    }
}
