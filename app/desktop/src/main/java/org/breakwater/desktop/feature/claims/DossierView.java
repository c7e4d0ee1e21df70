package org.breakwater.desktop.feature.claims;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.breakwater.core.claims.ClaimCalculation;
import org.breakwater.core.claims.HistoryEntry;
import org.breakwater.core.claims.PaymentEffect;
import org.breakwater.core.claims.ReadHistory;
import org.breakwater.core.projection.view.BallotView;
import org.breakwater.core.projection.view.CaseView;
import org.breakwater.core.projection.view.ClaimView;
import org.breakwater.core.protocol.BallotChoice;
import org.breakwater.core.protocol.CaseOutcome;
import org.breakwater.core.protocol.ClaimState;
import org.breakwater.core.protocol.Route;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.core.rule.CaseVerdict;
import org.breakwater.core.text.CheckedText;
import org.breakwater.core.value.BasisPoints;
import org.breakwater.core.value.Loadable;
import org.breakwater.core.value.Quotation;
import org.breakwater.desktop.feature.claims.DossierViewModel.Part;
import org.breakwater.desktop.fx.Subscriptions;
import org.breakwater.desktop.kit.AmountLabel;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.Check;
import org.breakwater.desktop.kit.CheckList;
import org.breakwater.desktop.kit.Choices;
import org.breakwater.desktop.kit.Choices.Choice;
import org.breakwater.desktop.kit.ExportLink;
import org.breakwater.desktop.kit.FactGrid;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Link;
import org.breakwater.desktop.kit.QuorumBar;
import org.breakwater.desktop.kit.QuotedWords;
import org.breakwater.desktop.kit.Redrawn;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.kit.SeverityTag;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.StatePane;
import org.breakwater.desktop.kit.StateStepper;
import org.breakwater.desktop.kit.StateStepper.Step;
import org.breakwater.desktop.kit.Tag;
import org.breakwater.desktop.kit.Tone;
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

/// The dossier of one claim: what it is about at the left, the evidence and what happened in the middle, the amount and
/// the vote at the right. In a narrow window the left and right columns become tabs.
public final class DossierView implements Screen {

    private static final double FACTS = 300;
    private static final double SIDE = 364;
    private static final double NARROW = 1_090;
    private static final double NAMES = 104;
    private static final BigInteger TOKEN = BigInteger.TEN.pow(18);

    private final long claimId;
    private final Surroundings around;
    private final DossierViewModel model;
    private final EventsPane events;
    private final ReadOnlyObjectWrapper<List<String>> trail;

    public DossierView(long claimId, Surroundings around) {
        this.claimId = claimId;
        this.around = around;
        var history = new ReadHistory(around.events(), around.deployment());
        this.model = new DossierViewModel(claimId, around.texts(), history, around.background());
        this.events = new EventsPane(around, model.history(), this::eventText);
        this.trail = new ReadOnlyObjectWrapper<>(List.of("Claims", "Claim " + claimId));
    }

    @Override
    public ObservableValue<List<String>> trail() {
        return trail.getReadOnlyProperty();
    }

    @Override
    public Node root() {
        return new StatePane<>(model.dossier(), around.now(), this::content);
    }

    @Override
    public void shown(Subscriptions until) {
        model.follow(around.known(), until);
    }

    private Optional<Dossier> value() {
        return switch (model.dossier().get()) {
            case Loadable.Ready<Optional<Dossier>>(var found, var _) -> found;
            case Loadable.Stale<Optional<Dossier>>(var found, var _, var _) -> found;
            case Loadable.Idle<Optional<Dossier>> _,
                    Loadable.Loading<Optional<Dossier>> _,
                    Loadable.Failed<Optional<Dossier>> _ -> Optional.empty();
        };
    }

    private EventText eventText() {
        var dossier = value();
        return new EventText(
                around::name,
                hash -> Parts.differs(around, hash),
                dossier.map(model::isHidden).orElse(false));
    }

    private Node content(ObservableValue<Optional<Dossier>> found) {
        return new Redrawn<>(found.map(Optional::isPresent), present -> {
            if (!present) {
                return Parts.notFound(
                        "There is no claim " + claimId + ".",
                        "All claims",
                        () -> around.router().go(new Place.Claims()));
            }
            return dossier(found.map(Optional::orElseThrow));
        });
    }

    private Node dossier(ObservableValue<Dossier> dossier) {
        return new VBox(heading(dossier), Boxes.growing(columns(dossier)));
    }

    // ── heading ────────────────────────────────────────────────────────────────────────────────────────────────

    private Node heading(ObservableValue<Dossier> dossier) {
        return new Redrawn<>(dossier.map(Head::of), head -> {
            var first = Boxes.row(10, Words.title(head.title()), Parts.state(head.state()));
            head.worst()
                    .ifPresent(worst -> first.getChildren().add(new SeverityTag(worst.severity(), worst.sentence())));
            first.getChildren().add(Boxes.spacer());
            head.deadline().ifPresent(at -> first.getChildren().add(Parts.deadline(around, at)));
            var reason = Words.secondary(head.reason() + closes(head.deadline()));
            return Boxes.styled(
                    new VBox(
                            first,
                            StateStepper.inLine(head.steps()),
                            Boxes.row(8, reason, Boxes.spacer(), Parts.blockBadge(around))),
                    "dossier-heading");
        });
    }

    private String closes(Optional<Instant> deadline) {
        return deadline.map(at -> " Until " + around.times().getValue().full(at) + ".")
                .orElse("");
    }

    /// What stands above everything else.
    record Head(
            String title,
            ClaimState state,
            Optional<Check> worst,
            Optional<Instant> deadline,
            List<Step> steps,
            String reason) {

        static Head of(Dossier dossier) {
            var over = Stage.of(dossier.view().claim().state()).isOver();
            return new Head(
                    "Claim " + dossier.claimId()
                            + (over
                                    ? ": the loss at " + dossier.subject()
                                    : ": pay for the loss at " + dossier.subject() + "?"),
                    dossier.view().claim().state(),
                    dossier.findings().stream()
                            .filter(finding -> finding.severity().compareTo(Severity.NOTE) < 0)
                            .findFirst(),
                    dossier.deadline(),
                    Lifecycle.steps(dossier),
                    Lifecycle.reason(dossier));
        }
    }

    // ── columns ────────────────────────────────────────────────────────────────────────────────────────────────

    private Node columns(ObservableValue<Dossier> dossier) {
        var facts = Boxes.styled(Parts.scrolling(facts(dossier)), "dossier-facts");
        var side = Boxes.styled(Parts.scrolling(side(dossier)), "dossier-side");
        var middle = Boxes.styled(new VBox(), "dossier-middle");
        var row = new HBox();
        Runnable arrange = () -> {
            var narrow = row.getWidth() > 0 && row.getWidth() < NARROW;
            fix(facts, narrow ? -1 : FACTS);
            fix(side, narrow ? -1 : SIDE);
            middle.getChildren().setAll(middle(dossier, narrow, facts, side));
            row.getChildren().setAll(narrow ? List.of(middle) : List.of(facts, middle, side));
        };
        HBox.setHgrow(middle, Priority.ALWAYS);
        middle.setMinWidth(0);
        row.widthProperty().map(width -> width.doubleValue() < NARROW).subscribe(_ -> arrange.run());
        return row;
    }

    private static void fix(Region column, double width) {
        column.setMinWidth(width < 0 ? 0 : width);
        column.setPrefWidth(width);
        column.setMaxWidth(width < 0 ? Double.MAX_VALUE : width);
    }

    private Node middle(ObservableValue<Dossier> dossier, boolean narrow, Node facts, Node side) {
        var shown = new StackPane();
        var evidence = Parts.scrolling(evidence(dossier));
        var similar = similar(dossier);
        var ballots = ballots(dossier);
        var bytes = events.bytes(model.revealed());
        Shown.following(
                shown,
                model.part(),
                part -> shown.getChildren()
                        .setAll(
                                switch (part) {
                                    case EVIDENCE -> evidence;
                                    case FACTS -> narrow ? facts : evidence;
                                    case DECISION -> narrow ? side : evidence;
                                    case SIMILAR -> similar;
                                    case BALLOTS -> ballots;
                                    case EVENTS -> bytes;
                                }));
        var tabs = new Redrawn<>(
                dossier.map(each -> tabs(each, narrow)),
                choices -> Choices.tabs("Parts of the dossier", choices, tabOf(narrow), model::show));
        return new VBox(Boxes.styled(new VBox(tabs), "dossier-tabs"), Boxes.growing(shown));
    }

    private Part tabOf(boolean narrow) {
        var part = model.part().get();
        return !narrow && (part == Part.FACTS || part == Part.DECISION) ? Part.EVIDENCE : part;
    }

    private static List<Choice<Part>> tabs(Dossier dossier, boolean narrow) {
        var choices = new ArrayList<Choice<Part>>();
        choices.add(new Choice<>(Part.EVIDENCE, "Evidence and timeline"));
        if (narrow) {
            choices.add(new Choice<>(Part.DECISION, "Amount and vote"));
            choices.add(new Choice<>(Part.FACTS, "Policy and event"));
        }
        choices.add(new Choice<>(Part.SIMILAR, "Similar " + dossier.similar().size()));
        choices.add(new Choice<>(Part.BALLOTS, "Ballots " + dossier.ballots().size()));
        choices.add(new Choice<>(Part.EVENTS, "Bytes"));
        return choices;
    }

    // ── left: policy, terms, event ─────────────────────────────────────────────────────────────────────────────

    private Node facts(ObservableValue<Dossier> dossier) {
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
        grid.add("Cover", amount("claim-cover", policy.amount(), Rounding.HELD));
        grid.add("Bought", date(policy.boughtAt()) + ", " + span(policy.boughtAt(), occurred) + " before");
        grid.add("Runs", date(policy.start()) + " to " + date(policy.end()));
        grid.add("Waiting", waited(policy.boughtAt(), policy.start(), occurred));
        grid.add("State", Terms.of(view.state()));
        grid.add("Paid so far", amount("claim-policy-paid", policy.paid(), Rounding.HELD));
        return Parts.section(
                Parts.heading(
                        "Policy " + view.policyId(),
                        new Link("Open", () -> around.router().go(new Place.Policy(view.policyId())))),
                grid);
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
            case CheckedText.Different(var _, var content, var _) ->
                Boxes.styled(
                        new QuotedWords(content, new SeverityTag(Severity.HOLD, "Not the pinned text")), "differs");
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
        return Parts.readings(around, entries);
    }

    // ── middle: what matters, evidence, timeline ───────────────────────────────────────────────────────────────

    private Node evidence(ObservableValue<Dossier> dossier) {
        var checks = new Redrawn<>(
                dossier.map(Dossier::findings),
                findings -> findings.isEmpty()
                        ? Words.secondary("Nothing was checked: the claim has no evidence of its own.")
                        : new CheckList(findings));
        var filed = new Redrawn<>(dossier.map(Evidence::of), this::evidence);
        var timeline = events.timeline(this::cutOff, model.revealed());
        return new VBox(
                Boxes.padded(new VBox(checks), 14, 20, 4, 20), filed, Boxes.padded(new VBox(timeline), 14, 20, 20, 20));
    }

    private Optional<EventsPane.CutOff> cutOff() {
        return value().flatMap(Dossier::latestCase).map(latest -> {
            var at = latest.case_().evidenceEnds();
            return new EventsPane.CutOff(evidenceWords(at), at);
        });
    }

    private String evidenceWords(long at) {
        var over = !Instant.ofEpochSecond(at).isAfter(around.now().getValue());
        return (over ? "Evidence closed " : "Evidence closes ") + Times.dateAndTime(Instant.ofEpochSecond(at)) + " UTC";
    }

    record Evidence(List<Dossier.Filed> filed, Optional<Long> ends) {

        static Evidence of(Dossier dossier) {
            return new Evidence(
                    dossier.evidence(),
                    dossier.latestCase().map(latest -> latest.case_().evidenceEnds()));
        }
    }

    private Node evidence(Evidence evidence) {
        var late = evidence.filed().stream()
                .filter(filed -> filed.evidence().afterDeadline())
                .toList();
        var onTime = evidence.filed().stream()
                .filter(filed -> !filed.evidence().afterDeadline())
                .toList();
        var pane = new VBox(Boxes.padded(
                Boxes.row(
                        8,
                        Words.strong("Evidence"),
                        Words.secondary(
                                onTime.size() + " in time" + (late.isEmpty() ? "" : ", " + late.size() + " late"))),
                12,
                20,
                4,
                20));
        onTime.forEach(filed -> pane.getChildren().add(filed(filed)));
        evidence.ends().ifPresent(at -> pane.getChildren().add(Parts.cutOff(evidenceWords(at))));
        late.forEach(filed -> pane.getChildren().add(filed(filed)));
        return pane;
    }

    private Node filed(Dossier.Filed filed) {
        var evidence = filed.evidence();
        var tag = Parts.textTag(filed.text());
        tag.setId("evidence-" + evidence.index());
        var head = Boxes.row(
                8,
                Icon.FILE_TEXT.at(Icon.Size.ROW, Tone.MUTED),
                Words.secondary("Filed by"),
                around.chip(evidence.by()),
                Boxes.spacer(),
                Words.secondary(Times.dateAndTime(Instant.ofEpochSecond(evidence.at()))));
        if (evidence.afterDeadline()) {
            head.getChildren().add(new Tag(Tag.Look.DASHED, Icon.CLOCK, "After cut-off"));
        }
        head.getChildren().add(tag);
        var pane = Boxes.styled(new VBox(head), "evidence");
        switch (filed.text()) {
            case CheckedText.Verified(var _, var content) -> pane.getChildren().add(new QuotedWords(content));
            case CheckedText.Different(var hash, var content, var actual) -> {
                pane.getStyleClass().add("differs");
                pane.getChildren()
                        .addAll(
                                Words.wrapped(
                                        Words.name("The text served today is not the one that was filed. Its words are"
                                                + " not evidence.")),
                                FactGrid.of(90)
                                        .add("On chain", Parts.hash(hash))
                                        .add("This text", Parts.hash(actual)),
                                Boxes.styled(
                                        new QuotedWords(content, Words.caption("served today, by whom is not known")),
                                        "differs"));
            }
            case CheckedText.Missing(var hash) ->
                pane.getChildren()
                        .addAll(
                                Words.wrapped(Words.secondary("The text could not be had. On the chain is its hash.")),
                                Parts.hash(hash));
        }
        return pane;
    }

    // ── similar claims ─────────────────────────────────────────────────────────────────────────────────────────

    private Node similar(ObservableValue<Dossier> dossier) {
        return new Redrawn<>(dossier.map(Dossier::similar), rows -> {
            if (rows.isEmpty()) {
                return Boxes.padded(
                        new VBox(Words.secondary("No other claim on this pool is decided yet.")), 14, 20, 0, 20);
            }
            var table = new DataTable<>(
                    "Similar decided claims",
                    Density.LIST,
                    List.of(
                            Column.<ClaimRow>name("Claim", 58, row -> Numbers.count(row.claimId())),
                            Column.words("Subject", 140, ClaimRow::subject),
                            Column.amount("Asked USDC", 104, Rounding.HELD, row -> Optional.of(row.requested())),
                            Column.amount("Paid USDC", 104, Rounding.HELD, row -> Optional.of(row.paid())),
                            Column.<ClaimRow>drawn(
                                    "Outcome", 90, row -> Terms.of(row.state()), row -> Parts.state(row.state())),
                            Column.muted("Decided by", 90, ClaimRow::route).growing()),
                    FXCollections.observableArrayList(rows));
            table.onOpen(row -> around.router().go(new Place.Claim(row.claimId())));
            var export = ExportLink.csv(
                    "the similar claims",
                    () -> around.saving()
                            .save("similar-claims.csv", () -> table.csv().getBytes(StandardCharsets.UTF_8)));
            return new VBox(
                    Boxes.padded(
                            Boxes.row(
                                    8,
                                    Words.secondary("Decided claims on the same pool; Enter opens one."),
                                    Boxes.spacer(),
                                    export),
                            8,
                            20,
                            8,
                            20),
                    Boxes.growing(table));
        });
    }

    // ── ballots ────────────────────────────────────────────────────────────────────────────────────────────────

    private Node ballots(ObservableValue<Dossier> dossier) {
        var pane = new StackPane();
        Runnable draw = () -> pane.getChildren().setAll(ballots(dossier.getValue()));
        Shown.following(pane, dossier.map(Dossier::ballots), _ -> draw.run());
        Shown.following(pane, model.revealed(), _ -> draw.run());
        return pane;
    }

    private Node ballots(Dossier dossier) {
        if (dossier.latestCase().isEmpty()) {
            return Boxes.padded(
                    new VBox(Words.secondary("No case was opened about this claim: nobody votes on it.")),
                    14,
                    20,
                    0,
                    20);
        }
        if (model.isHidden(dossier)) {
            return Boxes.padded(new VBox(10, hiddenSplit(), reveal()), 16, 20, 0, 20);
        }
        var table = ballotTable(dossier.ballots());
        var export = ExportLink.csv(
                "the ballots",
                () -> around.saving().save("ballots.csv", () -> table.csv().getBytes(StandardCharsets.UTF_8)));
        return new VBox(
                Boxes.padded(Boxes.row(8, Words.secondary(split(dossier)), Boxes.spacer(), export), 8, 20, 8, 20),
                Boxes.growing(table));
    }

    private static String split(Dossier dossier) {
        return dossier.latestCase()
                .map(latest -> "Pay " + votes(latest.case_().pay()) + ", a part "
                        + votes(latest.case_().partialPay()) + ", deny "
                        + votes(latest.case_().deny()) + ", abstain "
                        + votes(latest.case_().abstain()))
                .orElse("");
    }

    private static Node hiddenSplit() {
        var words = Words.wrapped(
                Words.body("How others voted is hidden until you vote, so that nobody follows the first."));
        words.setGraphic(Icon.HIDDEN.at(Icon.Size.ROW, Tone.MUTED));
        return words;
    }

    private Node reveal() {
        var button = Buttons.small(Buttons.plain(Icon.HIDDEN, "Show it, I do not vote", model::reveal));
        button.setId("reveal-split");
        return new VBox(6, button, Words.wrapped(Words.secondary("For readers without a vote in this case.")));
    }

    private DataTable<BallotView> ballotTable(List<BallotView> ballots) {
        return new DataTable<>(
                "Ballots",
                Density.LIST,
                List.of(
                        Column.address("Voter", 130, ballot -> around.label(ballot.voter())),
                        Column.<BallotView>words("Choice", 110, DossierView::choice),
                        Column.<BallotView>count(
                                "Votes",
                                92,
                                ballot -> Optional.of(ballot.weight().divide(TOKEN))),
                        Column.<BallotView>drawn(
                                        "Reason, in their words",
                                        190,
                                        ballot -> reason(ballot),
                                        ballot -> Parts.explained(reason(ballot)))
                                .growing(),
                        Column.muted("When", 96, ballot -> Times.dateAndTime(Instant.ofEpochSecond(ballot.at())))),
                FXCollections.observableArrayList(ballots));
    }

    private static String choice(BallotView ballot) {
        return ballot.choice() == BallotChoice.PAY_PARTIAL
                ? "Pay " + Numbers.ratio(BasisPoints.of(ballot.shareBps()))
                : ClaimWords.of(ballot.choice());
    }

    private String reason(BallotView ballot) {
        return switch (CheckedText.of(around.texts(), ballot.reasonHash())) {
            case CheckedText.Verified(var _, var content) ->
                "“" + Quotation.plain(content.strip().replaceAll("\\s+", " ")) + "”";
            case CheckedText.Different _ -> "Does not match its hash";
            case CheckedText.Missing _ -> "Could not be had";
        };
    }

    // ── right: amount, effect, turnout ─────────────────────────────────────────────────────────────────────────

    private Node side(ObservableValue<Dossier> dossier) {
        return new VBox(
                new Redrawn<>(dossier.map(Amount::of), this::amount),
                new Redrawn<>(dossier.map(Effect::of), DossierView::effect),
                turnout(dossier),
                new Redrawn<>(dossier.map(Deadlines::of), this::deadlines));
    }

    record Amount(ClaimView view, Optional<ClaimCalculation> calculation) {
        static Amount of(Dossier dossier) {
            return new Amount(dossier.view(), dossier.calculation());
        }
    }

    private Node amount(Amount amount) {
        var claim = amount.view().claim();
        var grid = FactGrid.ofAmounts();
        grid.add("Requested", amount("claim-requested", claim.requested(), Rounding.HELD));
        amount.calculation().ifPresent(sum -> {
            grid.add("Insured when it happened", amount("claim-insured", sum.insured(), Rounding.HELD));
            grid.add(
                    "Loss, " + percent(sum.severityBps()) + " of it",
                    amount("claim-loss", sum.amount().loss(), Rounding.HELD));
            grid.add(
                    "Deductible, " + percent(sum.deductibleBps()),
                    AmountLabel.less(SettlementAsset.amount(sum.amount().deductible()), Rounding.DUE));
            grid.add("Most by the arithmetic", amount("claim-most", sum.amount().most(), Rounding.HELD));
        });
        if (claim.approved().signum() > 0) {
            grid.add("Granted", amount("claim-approved", claim.approved(), Rounding.HELD));
        }
        amount.calculation().filter(_ -> !Stage.of(claim.state()).isOver()).ifPresent(sum -> {
            grid.add(
                    "Pro rata",
                    Words.body(Numbers.percent(BasisPoints.of(sum.part().bps()))));
            grid.addLine();
            grid.addTotal(
                    sum.decided() ? "Payable" : "If paid in full",
                    amount("claim-payable", sum.payable(), Rounding.HELD));
        });
        if (claim.paid().signum() > 0) {
            grid.addLine();
            grid.addTotal("Paid", amount("claim-paid", claim.paid(), Rounding.HELD));
        }
        var checked = comparison(amount);
        return Parts.section(
                Parts.heading("Amount", Words.caption("computed here")),
                checked.map(words -> new Node[] {grid, words}).orElseGet(() -> new Node[] {grid}));
    }

    /// Our figure beside the contract's, where it has one.
    private static Optional<Node> comparison(Amount amount) {
        var claim = amount.view().claim();
        return amount.calculation().flatMap(sum -> {
            if (claim.state() == ClaimState.PAYABLE) {
                return Optional.of(
                        agreement(sum.payable().equals(amount.view().dueNow()), "what the contract would pay"));
            }
            if (claim.approved().signum() > 0 && claim.route() == Route.AUTOMATIC) {
                var ours = sum.amount().most().min(claim.requested());
                return Optional.of(agreement(ours.equals(claim.approved()), "what the contract granted"));
            }
            return Optional.empty();
        });
    }

    private static Node agreement(boolean agrees, String what) {
        var label = Words.wrapped(Words.secondary(
                agrees ? "The same as " + what + "." : "Not " + what + ". Do not rely on either figure."));
        var tone = agrees ? Tone.SUCCESS : Tone.HOLD;
        label.setGraphic((agrees ? Icon.CHECK : Icon.LOCK).at(Icon.Size.TAG, tone));
        return label;
    }

    record Effect(String pool, Optional<PaymentEffect> effect) {
        static Effect of(Dossier dossier) {
            return new Effect(dossier.poolName(), dossier.effect());
        }
    }

    private static Node effect(Effect shown) {
        return shown.effect()
                .<Node>map(effect -> Parts.section(
                        Parts.heading("Effect on the " + shown.pool().toLowerCase(Locale.ROOT) + " pool"),
                        FactGrid.ofAmounts()
                                .add("Holds", amount("claim-pool-gross", effect.grossNow(), Rounding.HELD))
                                .add(
                                        "Holds, if paid",
                                        amount("claim-pool-gross-paid", effect.grossPaid(), Rounding.HELD))
                                .addLine()
                                .add("Solvency now", solvency("claim-solvency", effect.solvencyNow()))
                                .add("Solvency, if paid", solvency("claim-solvency-paid", effect.solvencyPaid()))
                                .add(
                                        "Solvency, if released",
                                        solvency("claim-solvency-released", effect.solvencyReleased())),
                        Words.wrapped(
                                Words.secondary("Reserved since detection: a payment does not lower the share price."
                                        + " What is not paid counts again when the incident closes."))))
                .orElseGet(Region::new);
    }

    private static Node solvency(String id, long bps) {
        var label = Words.body(Parts.solvency(bps));
        label.setId(id);
        if (bps < 10_000) {
            Tone.WARNING.on(label).setGraphic(Icon.ALERT.at(Icon.Size.TAG, Tone.WARNING));
        }
        return label;
    }

    private Node turnout(ObservableValue<Dossier> dossier) {
        var pane = new VBox();
        Runnable draw = () -> pane.getChildren()
                .setAll(dossier.getValue().latestCase().map(latest -> turnout(dossier.getValue(), latest)).stream()
                        .toList());
        Shown.following(pane, dossier.map(Dossier::latestCase), _ -> draw.run());
        Shown.following(pane, model.revealed(), _ -> draw.run());
        return pane;
    }

    private Node turnout(Dossier dossier, CaseView latest) {
        var each = latest.case_();
        var hidden = model.isHidden(dossier);
        var counted = each.pay().add(each.partialPay()).add(each.deny());
        var bar = QuorumBar.full(
                hidden
                        ? List.of(new QuorumBar.Counted("cast", counted.divide(TOKEN)))
                        : List.of(
                                new QuorumBar.Counted(
                                        "pay", each.pay().add(each.partialPay()).divide(TOKEN)),
                                new QuorumBar.Counted("deny", each.deny().divide(TOKEN))),
                each.quorum().divide(TOKEN));
        var voters = Words.secondary(Numbers.count(each.voters()) + " voters, at least " + each.minVoters());
        voters.setId("claim-voters");
        var section = Parts.section(Parts.heading("Turnout, case " + latest.caseId(), voters), bar);
        if (hidden) {
            section.getChildren().addAll(hiddenSplit(), reveal());
        } else if (each.outcome() != CaseOutcome.OPEN) {
            section.getChildren()
                    .add(Words.wrapped(Words.secondary("Over: " + ClaimWords.of(each.outcome())
                            + (each.decidedBps() == 0
                                    ? "."
                                    : ", " + percent(each.decidedBps()) + " of what was asked for."))));
        } else {
            section.getChildren()
                    .add(Words.wrapped(
                            Words.secondary("Closing now would decide: " + ClaimWords.of(outcome(latest)) + ".")));
        }
        return section;
    }

    private CaseOutcome outcome(CaseView latest) {
        var each = latest.case_();
        return CaseVerdict.outcome(
                each.pay().add(each.partialPay()), each.deny(), each.quorum(), each.voters(), each.minVoters());
    }

    record Deadlines(List<Lifecycle.Date> dates) {
        static Deadlines of(Dossier dossier) {
            return new Deadlines(Lifecycle.dates(dossier));
        }
    }

    private Node deadlines(Deadlines deadlines) {
        var grid = FactGrid.ofAmounts();
        deadlines
                .dates()
                .forEach(date -> grid.add(
                        date.name(),
                        Boxes.row(
                                8, Words.secondary(Times.dateAndTime(date.at())), Parts.deadline(around, date.at()))));
        return Parts.section(Parts.heading("Deadlines"), grid);
    }

    // ── small things ───────────────────────────────────────────────────────────────────────────────────────────

    private static AmountLabel amount(String id, BigInteger units, Rounding rounding) {
        var label = AmountLabel.of(SettlementAsset.amount(units), rounding);
        label.setId(id);
        return label;
    }

    private static String date(long seconds) {
        return Times.date(Instant.ofEpochSecond(seconds));
    }

    private static String votes(BigInteger weight) {
        return Numbers.count(weight.divide(TOKEN));
    }

    private static String percent(int bps) {
        return Numbers.percent(BasisPoints.of(bps));
    }
}
