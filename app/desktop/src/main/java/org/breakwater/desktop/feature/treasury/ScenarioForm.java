package org.breakwater.desktop.feature.treasury;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.stress.RiskTarget;
import org.breakwater.core.stress.Scenario.Loss;
import org.breakwater.core.stress.own.HitShare;
import org.breakwater.core.stress.own.OwnScenario;
import org.breakwater.desktop.feature.treasury.ScenarioPage.HitTarget;

/// A scenario while somebody writes it. Lives on the toolkit's thread.
final class ScenarioForm {

    private static final String FIRST_SHARE = "50";

    /// Something that is hit, and how hard as it is typed.
    static final class Hit {

        private final HitTarget target;
        private final StringProperty share;

        private Hit(HitTarget target, String share) {
            this.target = target;
            this.share = new SimpleStringProperty(share);
        }

        HitTarget target() {
            return target;
        }

        StringProperty share() {
            return share;
        }

        /// What is wrong with the share.
        ObservableValue<Optional<String>> problem() {
            return share.map(text -> problemOf(() -> HitShare.parse(text)));
        }
    }

    private interface Check {
        void run() throws ProblemException;
    }

    private final Optional<OwnScenario> before;
    private final StringProperty name;
    private final StringProperty query = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<List<Hit>> hits = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<String> missing = new ReadOnlyObjectWrapper<>("");

    private ScenarioForm(Optional<OwnScenario> before) {
        this.before = before;
        this.name = new SimpleStringProperty(before.map(OwnScenario::name).orElse(""));
    }

    /// Of a new one.
    static ScenarioForm empty() {
        var form = new ScenarioForm(Optional.empty());
        form.begin();
        return form;
    }

    /// Of one that is kept.
    static ScenarioForm of(OwnScenario scenario, ScenarioPage page) {
        var form = new ScenarioForm(Optional.of(scenario));
        form.hits.set(scenario.losses().stream()
                .map(loss -> form.hit(page.target(loss.target()), HitShare.written(loss.severityBps())))
                .toList());
        form.begin();
        return form;
    }

    private void begin() {
        name.subscribe(_ -> check());
        check();
    }

    private Hit hit(HitTarget target, String share) {
        var hit = new Hit(target, share);
        hit.share().subscribe(_ -> check());
        return hit;
    }

    /// The one that is changed; empty where it is new.
    Optional<OwnScenario> before() {
        return before;
    }

    StringProperty name() {
        return name;
    }

    /// What is looked for among what can be hit.
    StringProperty query() {
        return query;
    }

    ReadOnlyObjectProperty<List<Hit>> hits() {
        return hits.getReadOnlyProperty();
    }

    /// What keeps it from being kept, in a sentence; empty where nothing does.
    ReadOnlyObjectProperty<String> missing() {
        return missing.getReadOnlyProperty();
    }

    List<RiskTarget> hit() {
        return hits.get().stream().map(hit -> hit.target().target()).toList();
    }

    /// As hard as the one before.
    void add(HitTarget target) {
        if (!hit().contains(target.target())) {
            var now = new ArrayList<>(hits.get());
            now.add(hit(
                    target, now.isEmpty() ? FIRST_SHARE : now.getLast().share().get()));
            hits.set(List.copyOf(now));
            query.set("");
            check();
        }
    }

    void takeOut(Hit hit) {
        hits.set(hits.get().stream().filter(each -> each != hit).toList());
        check();
    }

    /// As it stands.
    ///
    /// @throws ProblemException in a sentence, where it cannot be gone through
    OwnScenario scenario() throws ProblemException {
        var losses = new ArrayList<Loss>();
        for (var hit : hits.get()) {
            losses.add(
                    new Loss(hit.target().target(), HitShare.parse(hit.share().get())));
        }
        OwnScenario.check(losses);
        return OwnScenario.of(before.map(OwnScenario::id).orElse(1L), name.get(), losses);
    }

    /// The same without a name, for looking at what it comes to.
    Optional<OwnScenario> unnamed() {
        var losses = new ArrayList<Loss>();
        try {
            for (var hit : hits.get()) {
                losses.add(new Loss(
                        hit.target().target(), HitShare.parse(hit.share().get())));
            }
            return Optional.of(OwnScenario.of(1, "being written", losses));
        } catch (ProblemException _) {
            return Optional.empty(); // what is missing is said beside the button
        }
    }

    private void check() {
        missing.set(problemOf(this::scenario).orElse(""));
    }

    private static Optional<String> problemOf(Check check) {
        try {
            check.run();
            return Optional.empty();
        } catch (ProblemException refused) {
            return Optional.of(refused.problem().toString());
        }
    }
}
