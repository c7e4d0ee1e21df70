package org.breakwater.desktop.feature.claims;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.breakwater.core.claims.HistoryEntry;
import org.breakwater.core.claims.ReadHistory;
import org.breakwater.core.projection.view.CaseView;
import org.breakwater.core.protocol.EscalationReason;
import org.breakwater.core.protocol.IncidentState;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.fx.Subscriptions;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.ExportLink;
import org.breakwater.desktop.kit.FactGrid;
import org.breakwater.desktop.kit.Link;
import org.breakwater.desktop.kit.Redrawn;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.StatePane;
import org.breakwater.desktop.kit.StateStepper;
import org.breakwater.desktop.kit.StateStepper.Progress;
import org.breakwater.desktop.kit.StateStepper.Step;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.kit.table.Column;
import org.breakwater.desktop.kit.table.DataTable;
import org.breakwater.desktop.kit.table.Density;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Numbers.Rounding;
import org.breakwater.desktop.l10n.Terms;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Screen;
import org.breakwater.desktop.place.Surroundings;

/// One incident: what was seen, what is set aside for it, its claims, and what happened.
public final class IncidentView implements Screen {

    private static final double FACTS = 340;
    private static final double NAMES = 118;
    private static final BigInteger TOKEN = BigInteger.TEN.pow(18);

    private final long incidentId;
    private final Surroundings around;
    private final IncidentViewModel model;
    private final EventsPane events;
    private final CaseVoteViewModel votes;

    public IncidentView(long incidentId, Surroundings around) {
        this.incidentId = incidentId;
        this.around = around;
        var history = new ReadHistory(around.events(), around.deployment());
        this.model = new IncidentViewModel(incidentId, around.texts(), history, around.evidence(), around.background());
        this.events = new EventsPane(around, model.history(), this::eventText);
        this.votes = new CaseVoteViewModel(
                around.acting(), around.background(), around.composing().ballots(), () -> {});
    }

    @Override
    public ObservableValue<List<String>> trail() {
        return new ReadOnlyObjectWrapper<>(List.of("Claims", "Incident " + incidentId));
    }

    @Override
    public Node root() {
        return new StatePane<>(model.detail(), around.now(), this::content);
    }

    @Override
    public void shown(Subscriptions until) {
        model.follow(around.known(), until);
        until.add(votes.follow());
        until.add(model.detail().subscribe(_ -> votes.look(value().map(IncidentDetail::matter))));
    }

    private Optional<IncidentDetail> value() {
        return model.detail().get().read().flatMap(found -> found);
    }

    private EventText eventText() {
        var voting = model.detail().get() instanceof Loadable.Ready<Optional<IncidentDetail>>(var found, var _)
                && found.map(detail -> detail.isVoting()).orElse(false);
        return new EventText(around::name, hash -> Parts.differs(around, hash), voting);
    }

    private Node content(ObservableValue<Optional<IncidentDetail>> found) {
        return new Redrawn<>(
                found.map(Optional::isPresent),
                present -> present
                        ? incident(found.map(Optional::orElseThrow))
                        : Parts.notFound(
                                "There is no incident " + incidentId + ".",
                                "All claims",
                                () -> around.router().go(new Place.Claims())));
    }

    private Node incident(ObservableValue<IncidentDetail> detail) {
        var facts = Parts.scrolling(new VBox(
                new Redrawn<>(detail, this::seen),
                new Redrawn<>(detail, IncidentView::reserve),
                new Redrawn<>(detail, this::cases),
                new Redrawn<>(detail, this::deadlines),
                readings()));
        facts.setMinWidth(FACTS);
        facts.setPrefWidth(FACTS);
        var main = new VBox(
                new Redrawn<>(detail.map(IncidentDetail::claims), this::claims),
                Boxes.growing(Parts.scrolling(new VBox(
                        new EvidenceList(around, model.desk()).root(detail.map(IncidentView::evidence)),
                        Boxes.padded(new VBox(events.timeline(Optional::empty, detail)), 14, 20, 20, 20)))));
        main.setMinWidth(0);
        var columns = new HBox(facts, Boxes.growing(Boxes.styled(main, "dossier-middle")));
        columns.setMinHeight(0);
        return new VBox(
                new Redrawn<>(detail, this::heading), Boxes.growing(columns), new CaseArea(around, votes).root());
    }

    private static EvidenceList.Listed evidence(IncidentDetail detail) {
        return new EvidenceList.Listed(
                detail.evidence(),
                detail.cases().stream()
                        .reduce((_, later) -> later)
                        .map(latest -> latest.case_().evidenceEnds()),
                Optional.empty());
    }

    // ── heading ────────────────────────────────────────────────────────────────────────────────────────────────

    private Node heading(IncidentDetail detail) {
        var incident = detail.view().incident();
        var first = Boxes.row(
                10,
                Words.title("Incident " + incidentId + ": " + detail.subject()),
                Parts.state(incident.state()),
                Boxes.spacer());
        detail.deadline()
                .ifPresent(at -> first.getChildren()
                        .addAll(
                                Parts.deadline(around, at),
                                Words.secondary(around.times().getValue().full(at))));
        var reason = Words.secondary(
                incident.reason() == EscalationReason.NONE
                        ? "Nothing called for people."
                        : "People decide: " + ClaimWords.of(incident.reason()) + ".");
        return Boxes.styled(
                new VBox(
                        first,
                        StateStepper.inLine(steps(detail)),
                        Boxes.row(8, reason, Boxes.spacer(), Parts.blockBadge(around))),
                "dossier-heading");
    }

    private static List<Step> steps(IncidentDetail detail) {
        var incident = detail.view().incident();
        var state = incident.state();
        var steps = new ArrayList<Step>();
        steps.add(new Step(
                "Detected " + day(incident.detectedAt()),
                state == IncidentState.DETECTED ? Progress.NOW : Progress.DONE));
        if (state == IncidentState.LAPSED) {
            steps.add(new Step("Lapsed " + day(incident.lapsesAt()), Progress.FAILED));
            return steps;
        }
        if (incident.confirmedAt() != 0) {
            steps.add(new Step(
                    "Confirmed " + day(incident.confirmedAt()),
                    state == IncidentState.CONFIRMED ? Progress.NOW : Progress.DONE));
        }
        if (!detail.cases().isEmpty()) {
            var voting = state == IncidentState.ESCALATED || state == IncidentState.COUNCIL_REVIEW;
            steps.add(new Step(
                    "Vote until " + day(detail.cases().getLast().case_().closes()),
                    voting ? Progress.NOW : Progress.DONE));
        }
        if (state == IncidentState.REJECTED) {
            steps.add(new Step("Rejected", Progress.FAILED));
            return steps;
        }
        var settled = incident.settlingAt() != 0;
        steps.add(new Step(
                settled ? "Settling since " + day(incident.settlingAt()) : "Settling",
                state == IncidentState.SETTLING ? Progress.NOW : settled ? Progress.DONE : Progress.AHEAD));
        steps.add(new Step("Closed", state == IncidentState.CLOSED ? Progress.DONE : Progress.AHEAD));
        return steps;
    }

    // ── facts ──────────────────────────────────────────────────────────────────────────────────────────────────

    private Node seen(IncidentDetail detail) {
        var incident = detail.view().incident();
        var grid = FactGrid.of(NAMES)
                .add(
                        "Subject",
                        new Link(detail.subject(), () -> around.router().go(new Place.Subject(incident.subjectId()))))
                .add(
                        "Pool",
                        new Link(
                                detail.poolName(),
                                () -> around.router().go(new Place.Pool(incident.poolId(), Place.PoolPart.INCIDENTS))))
                .add("Severity", severity(incident.severityBps()))
                .add("Happened", around.times().getValue().full(Instant.ofEpochSecond(incident.occurredAt())))
                .add("Detected by", around.chip(incident.detector()))
                .add("Detection bond", Parts.amount("incident-bond", incident.detectionBond(), Rounding.HELD));
        if (!incident.challenger().isZero()) {
            grid.add("Challenged by", around.chip(incident.challenger()))
                    .add("Challenge bond", Parts.amount("incident-challenge", incident.challengeBond(), Rounding.HELD));
        }
        grid.add("Decided by", ClaimWords.of(incident.route()))
                .add("Deductible", Parts.severity(detail.terms().deductibleBps()))
                .add(
                        "Limit a claim",
                        Parts.amount("incident-limit-claim", detail.terms().autoLimitClaim(), Rounding.HELD))
                .add(
                        "Limit in all",
                        Parts.amount("incident-limit", detail.terms().autoLimitIncident(), Rounding.HELD));
        return Parts.section(Parts.heading("What happened"), grid);
    }

    private static Node severity(int bps) {
        var label = Words.body(Parts.severity(bps));
        label.setId("incident-severity");
        return label;
    }

    private static Node reserve(IncidentDetail detail) {
        var reserve = detail.view().reserve();
        var totals = detail.view().totals();
        return Parts.section(
                Parts.heading("Set aside by the pool", Words.caption(reserve.open() ? "open" : "released")),
                FactGrid.ofAmounts()
                        .add(
                                "Affected cover",
                                Parts.amount("incident-affected", reserve.affectedCover(), Rounding.HELD))
                        .add("Cap, the pool's own", Parts.amount("incident-cap", reserve.ownCap(), Rounding.HELD))
                        .add(
                                "Backstop of the treasury",
                                Parts.amount("incident-backstop", reserve.backstop(), Rounding.HELD))
                        .add("Paid from it", Parts.amount("incident-paid", reserve.paid(), Rounding.HELD))
                        .addLine()
                        .add("Asked for in all", Parts.amount("incident-requested", totals.requested(), Rounding.HELD))
                        .add("Granted", Parts.amount("incident-approved", totals.approved(), Rounding.HELD))
                        .add("Still undecided", Parts.amount("incident-undecided", totals.undecided(), Rounding.HELD)));
    }

    private Node cases(IncidentDetail detail) {
        if (detail.cases().isEmpty()) {
            return new VBox();
        }
        var grid = FactGrid.of(NAMES);
        detail.cases().forEach(each -> grid.add("Case " + each.caseId(), words(each)));
        return Parts.section(Parts.heading("Cases"), grid);
    }

    private static String words(CaseView view) {
        var each = view.case_();
        var turnout = each.pay().add(each.partialPay()).add(each.deny());
        return ClaimWords.of(each.outcome()) + ", " + Numbers.count(turnout.divide(TOKEN)) + " of "
                + Numbers.count(each.quorum().divide(TOKEN)) + " votes, " + Numbers.count(each.voters()) + " voters";
    }

    private Node deadlines(IncidentDetail detail) {
        var incident = detail.view().incident();
        var grid = FactGrid.ofAmounts();
        deadline(grid, "Lapses", incident.confirmedAt() == 0 ? incident.lapsesAt() : 0);
        deadline(grid, "Challenge", incident.challengeEnds());
        detail.cases()
                .forEach(each -> deadline(
                        grid, "Vote, case " + each.caseId(), each.case_().closes()));
        deadline(grid, "Council", incident.reviewEnds());
        deadline(grid, "Claims", detail.claimsEnd());
        return Parts.section(Parts.heading("Deadlines"), grid);
    }

    private void deadline(FactGrid grid, String name, long at) {
        if (at != 0) {
            var instant = Instant.ofEpochSecond(at);
            grid.add(name, Boxes.row(8, Words.secondary(Times.dateAndTime(instant)), Parts.deadline(around, instant)));
        }
    }

    private Node readings() {
        var pane = new VBox(10);
        Shown.following(pane, model.history(), history -> pane.getChildren().setAll(readings(history)));
        return Parts.section(Parts.heading("Readings"), pane);
    }

    private List<Node> readings(Loadable<List<HistoryEntry>> history) {
        if (!(history instanceof Loadable.Ready<List<HistoryEntry>>(var entries, var _))) {
            return List.of(Words.secondary("The readings are being read."));
        }
        return Parts.readings(around, entries);
    }

    // ── claims ─────────────────────────────────────────────────────────────────────────────────────────────────

    private Node claims(List<ClaimRow> claims) {
        if (claims.isEmpty()) {
            return Boxes.padded(new VBox(Words.secondary("No claim was made for this incident yet.")), 14, 20, 14, 20);
        }
        var table = new DataTable<>(
                        "Claims of the incident",
                        Density.LIST,
                        List.of(
                                Column.<ClaimRow>name("Claim", 58, row -> Numbers.count(row.claimId()))
                                        .sortedBy(Comparator.comparingLong(ClaimRow::claimId)),
                                Column.words("Cover", 110, ClaimRow::cover),
                                Column.<ClaimRow>amount(
                                                "Asked USDC", 112, Rounding.HELD, row -> Optional.of(row.requested()))
                                        .identified(row -> "incident-claim-" + row.claimId() + "-requested"),
                                Column.amount("Paid USDC", 112, Rounding.HELD, row -> Optional.of(row.paid())),
                                Column.<ClaimRow>drawn(
                                        "State", 150, row -> Terms.of(row.state()), row -> Parts.state(row.state())),
                                Column.muted("Decided by", 110, ClaimRow::route).growing()),
                        FXCollections.observableArrayList(claims))
                .fitted();
        table.onOpen(row -> around.router().go(new Place.Claim(row.claimId())));
        var export = ExportLink.csv(
                "the claims of the incident",
                () -> around.saving()
                        .save("incident-claims.csv", () -> table.csv().getBytes(StandardCharsets.UTF_8)));
        return new VBox(
                Boxes.padded(
                        Boxes.row(
                                8,
                                Words.strong("Claims"),
                                Words.secondary(Numbers.count(claims.size())),
                                Boxes.spacer(),
                                export),
                        8,
                        20,
                        6,
                        20),
                table);
    }

    private static String day(long seconds) {
        return Times.dateAndTime(Instant.ofEpochSecond(seconds));
    }
}
