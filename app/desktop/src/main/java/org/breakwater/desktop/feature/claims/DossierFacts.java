package org.breakwater.desktop.feature.claims;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.breakwater.core.claims.HistoryEntry;
import org.breakwater.core.fact.PolicyFact;
import org.breakwater.core.projection.view.ClaimView;
import org.breakwater.core.text.CheckedText;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.FactGrid;
import org.breakwater.desktop.kit.Link;
import org.breakwater.desktop.kit.QuotedWords;
import org.breakwater.desktop.kit.Redrawn;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.kit.SeverityTag;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Numbers.Rounding;
import org.breakwater.desktop.l10n.Terms;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.place.Surroundings;

/// What a claim is about: the policy, what its terms say, and what happened.
final class DossierFacts {

    private static final double NAMES = 104;
    private static final int MOST_OTHERS = 4;

    private final Surroundings around;
    private final DossierViewModel model;
    private final ObservableValue<Dossier> dossier;

    DossierFacts(Surroundings around, DossierViewModel model, ObservableValue<Dossier> dossier) {
        this.around = around;
        this.model = model;
        this.dossier = dossier;
    }

    Node root() {
        return new VBox(
                new Redrawn<>(dossier, this::policy),
                new Redrawn<>(dossier.map(PinnedTerms::of), this::terms),
                new Redrawn<>(dossier, this::event));
    }

    private Node policy(Dossier dossier) {
        var claim = dossier.view().claim();
        var grid = FactGrid.of(NAMES);
        if (dossier.policy().isEmpty()) {
            grid.add("Account", around.chip(dossier.view().holder()));
            return Parts.section(Parts.heading("Cover of an account"), grid);
        }
        var view = dossier.policy().get();
        var policy = view.policy();
        var occurred = dossier.incident().incident().occurredAt();
        grid.addWide("Holder", around.chip(view.holder()));
        if (!claim.claimant().equals(view.holder())) {
            grid.addWide("Claimant", around.chip(claim.claimant()));
        }
        if (!claim.payTo().equals(claim.claimant())) {
            grid.addWide("Paid to", around.chip(claim.payTo()));
        }
        grid.add(
                "Subject",
                new Link(
                        dossier.subject(),
                        () -> around.router()
                                .go(new Place.Subject(
                                        dossier.incident().incident().subjectId()))));
        grid.add("Cover", Parts.amount("claim-cover", policy.amount(), Rounding.HELD));
        grid.add("Bought", Parts.date(policy.boughtAt()) + ", " + span(policy.boughtAt(), occurred) + " before");
        grid.add("Runs", Parts.date(policy.start()) + " to " + Parts.date(policy.end()));
        grid.add("Waiting", waited(policy.boughtAt(), policy.start(), occurred));
        grid.add("State", Terms.of(view.state()));
        grid.add("Paid so far", Parts.amount("claim-policy-paid", policy.paid(), Rounding.HELD));
        grid.add("Transfers", transfers(occurred));
        grid.add("Other claims", others(dossier.others()));
        return Parts.section(
                Parts.heading(
                        "Policy " + view.policyId(),
                        new Link("Open", () -> around.router().go(new Place.Policy(view.policyId())))),
                grid);
    }

    /// Who held the policy when it happened is not always who claims.
    private Node transfers(long occurred) {
        var label = Words.wrapped(Words.body(Numbers.MISSING));
        label.setId("claim-transfers");
        Shown.following(
                label,
                model.history(),
                history -> history.read().ifPresent(entries -> label.setText(transfers(entries, occurred))));
        return label;
    }

    private static String transfers(List<HistoryEntry> entries, long occurred) {
        var since = entries.stream()
                .filter(entry -> entry.fact().fact() instanceof PolicyFact.Transfer(var from, var to, var _)
                        && !from.isZero()
                        && !to.isZero()
                        && entry.fact().time() >= occurred)
                .count();
        return since == 0 ? "none since it happened" : Numbers.count(since) + " since it happened";
    }

    private Node others(List<ClaimView> others) {
        if (others.isEmpty()) {
            return Words.body("none");
        }
        var links = new VBox(2);
        others.stream()
                .limit(MOST_OTHERS)
                .forEach(each -> links.getChildren()
                        .add(new Link(
                                "Claim " + each.claimId() + ", "
                                        + Terms.of(each.claim().state()).toLowerCase(Locale.ROOT),
                                () -> around.router().go(new Place.Claim(each.claimId())))));
        if (others.size() > MOST_OTHERS) {
            links.getChildren().add(Words.secondary("and " + Numbers.count(others.size() - MOST_OTHERS) + " more"));
        }
        return links;
    }

    private static String waited(long bought, long start, long occurred) {
        var length = Times.duration(Duration.ofSeconds(start - bought));
        return length + (occurred >= start ? ", over when it happened" : ", not over when it happened");
    }

    private static String span(long from, long to) {
        return Times.duration(Duration.ofSeconds(Math.max(0, to - from)));
    }

    /// @param wording what the policy's own version of the terms says
    record PinnedTerms(Optional<Dossier.Wording> wording, Optional<CheckedText> exclusions) {
        static PinnedTerms of(Dossier dossier) {
            return new PinnedTerms(dossier.wording(), dossier.exclusions());
        }
    }

    private Node terms(PinnedTerms terms) {
        var parts = new ArrayList<Node>();
        terms.wording().ifPresent(wording -> parts.add(quoted(wording.text(), "Terms")));
        terms.exclusions().ifPresent(text -> parts.add(quoted(text, "Exclusions")));
        var title = terms.wording()
                .map(wording -> "Terms, version " + wording.terms().version() + ", pinned")
                .orElse("Terms");
        return Parts.section(
                Parts.heading(
                        title,
                        terms.wording().map(wording -> Parts.textTag(wording.text())).stream()
                                .toArray(Node[]::new)),
                parts.toArray(Node[]::new));
    }

    private static Node quoted(CheckedText text, String what) {
        return switch (text) {
            case CheckedText.Verified(var _, var content) -> new QuotedWords(content);
            case CheckedText.Different _ ->
                Boxes.row(
                        8,
                        new SeverityTag(Severity.HOLD, "Not the pinned text"),
                        Words.wrapped(Words.secondary(what + ": another text is served, which is not shown.")));
            case CheckedText.Missing _ -> Words.wrapped(Words.secondary(what + ": the text could not be had."));
        };
    }

    private Node event(Dossier dossier) {
        var view = dossier.incident();
        var incident = view.incident();
        var pane = new VBox(8);
        Shown.following(pane, model.history(), history -> pane.getChildren().setAll(readings(history)));
        return Parts.section(
                Parts.heading(
                        "Event, incident " + view.incidentId(),
                        new Link("Open", () -> around.router().go(new Place.Incident(view.incidentId())))),
                FactGrid.of(NAMES)
                        .add("State", Parts.state(incident.state()))
                        .add("Happened", around.times().getValue().full(Instant.ofEpochSecond(incident.occurredAt())))
                        .add("Severity", Parts.severity(incident.severityBps()))
                        .add("Decided by", ClaimWords.of(incident.route())),
                pane);
    }

    private List<Node> readings(Loadable<List<HistoryEntry>> history) {
        if (!(history instanceof Loadable.Ready<List<HistoryEntry>>(var entries, var _))) {
            return List.of(Words.secondary("The readings are being read."));
        }
        var nodes = new ArrayList<>(Parts.readings(around, entries));
        ReadingsChart.of(around, entries).ifPresent(nodes::add);
        return nodes;
    }
}
