package org.breakwater.desktop.feature.proposals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.breakwater.core.value.BasisPoints;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.feature.proposals.ProposalPage.Ballot;
import org.breakwater.desktop.feature.proposals.ProposalPage.Call;
import org.breakwater.desktop.feature.proposals.ProposalPage.Tally;
import org.breakwater.desktop.feature.proposals.ProposalsViewModel.Depth;
import org.breakwater.desktop.feature.proposals.ProposalsViewModel.Part;
import org.breakwater.desktop.kit.BoundsTrack;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Card;
import org.breakwater.desktop.kit.CheckList;
import org.breakwater.desktop.kit.Choices;
import org.breakwater.desktop.kit.Choices.Choice;
import org.breakwater.desktop.kit.DeadlineChip;
import org.breakwater.desktop.kit.DiffRow;
import org.breakwater.desktop.kit.ExportLink;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.LimitBar;
import org.breakwater.desktop.kit.QuorumBar;
import org.breakwater.desktop.kit.QuotedWords;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.kit.SeverityTag;
import org.breakwater.desktop.kit.SideBySide;
import org.breakwater.desktop.kit.StateStepper;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.kit.table.Column;
import org.breakwater.desktop.kit.table.DataTable;
import org.breakwater.desktop.kit.table.Density;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.place.BlockBadge;
import org.breakwater.desktop.place.Surroundings;
import org.breakwater.desktop.wording.ParameterDiff;

/// One proposal or change: what it does, how it stands, what speaks against it.
final class ProposalDetail {

    private static final int BYTES_A_LINE = 32;
    private static final double BOTH_FROM = 800;

    private final Surroundings around;
    private final ProposalsViewModel model;
    private final ProposalReviewViewModel reviews;
    private final ProposalPage entry;

    ProposalDetail(Surroundings around, ProposalsViewModel model, ProposalReviewViewModel reviews, ProposalPage entry) {
        this.around = around;
        this.model = model;
        this.reviews = reviews;
        this.entry = entry;
    }

    Node root() {
        return new VBox(heading(), Boxes.growing(new SideBySide(center(), side(), BOTH_FROM, "facts-column")));
    }

    private Node heading() {
        var sentence = Words.wrapped(Words.title(entry.title()));
        sentence.setId("proposal-title");
        var title = Boxes.row(10, sentence);
        HBox.setHgrow(sentence, Priority.SOMETIMES);
        if (entry.worst().compareTo(Severity.NOTE) < 0) {
            title.getChildren().add(new SeverityTag(entry.worst()));
        }
        var by = Boxes.row(
                8,
                Words.secondary(entry.number() + " by"),
                around.chip(entry.by()),
                Words.secondary(entry.through()),
                Boxes.spacer(),
                BlockBadge.of(block(), around.now()));
        return Boxes.styled(new VBox(8, title, by, StateStepper.inLine(entry.steps())), "detail-heading");
    }

    private ObservableValue<BlockRef> block() {
        return model.page().map(page -> switch (page) {
            case Loadable.Ready<ProposalsPage>(var _, var asOf) -> asOf;
            case Loadable.Stale<ProposalsPage>(var _, var asOf, var _) -> asOf;
            case Loadable.Idle<ProposalsPage> _, Loadable.Loading<ProposalsPage> _, Loadable.Failed<ProposalsPage> _ ->
                throw new IllegalStateException("nothing is shown");
        });
    }

    private VBox center() {
        var parts = new ArrayList<Choice<Part>>();
        parts.add(new Choice<>(Part.CALLS, entry.tally().isPresent() ? "Actions" : "Change"));
        if (entry.tally().isPresent()) {
            parts.add(new Choice<>(Part.REVIEW, "Review"));
            parts.add(new Choice<>(
                    Part.VOTES, "Votes " + Numbers.count(entry.ballots().size())));
        }
        if (entry.tally().isPresent() || !entry.quoted().isEmpty()) {
            parts.add(new Choice<>(Part.TEXT, entry.tally().isPresent() ? "Text" : "Reason"));
        }
        var wanted = model.part().get();
        var chosen = parts.stream().anyMatch(part -> part.value() == wanted) ? wanted : Part.CALLS;
        var tabs = Choices.tabs("What is shown of it", parts, chosen, model::choose);
        var content = switch (chosen) {
            case CALLS -> calls();
            case REVIEW -> new ProposalReviewPane(around, reviews);
            case VOTES -> votes();
            case TEXT -> text();
        };
        return new VBox(Boxes.styled(new HBox(tabs), "tab-line"), Boxes.styled(content, "page"));
    }

    private Region calls() {
        var column = new VBox(12, callCard());
        if (!entry.findings().isEmpty()) {
            column.getChildren()
                    .add(new CheckList(entry.findings().stream()
                            .map(finding -> finding.check(around.router()))
                            .toList()));
        }
        return column;
    }

    private Node callCard() {
        var rows = new VBox();
        for (int i = 0; i < entry.calls().size(); i++) {
            rows.getChildren().add(call(i + 1, entry.calls().get(i)));
        }
        var count = entry.calls().size();
        if (entry.tally().isEmpty()) {
            return Card.flush("What it changes", rows);
        }
        var depth = Choices.segments(
                "How deep",
                List.of(
                        new Choice<>(Depth.SENTENCE, "Sentence"),
                        new Choice<>(Depth.FIELDS, "Fields"),
                        new Choice<>(Depth.BYTES, "Bytes")),
                model.depth().get(),
                model::choose);
        return Card.flush(
                (count == 1 ? "1 call" : Numbers.count(count) + " calls") + ", read from the calldata", rows, depth);
    }

    private Node call(int number, Call call) {
        var depth = entry.tally().isEmpty() ? Depth.FIELDS : model.depth().get();
        var content = new VBox(8);
        if (depth == Depth.SENTENCE || call.diff().isEmpty()) {
            content.getChildren().add(Words.wrapped(Words.name(call.sentence())));
        }
        call.unreadable().ifPresent(why -> content.getChildren().add(Words.wrapped(Words.secondary(why))));
        if (depth == Depth.FIELDS) {
            call.diff().ifPresent(diff -> content.getChildren().add(diff(number, diff)));
            if (!call.arguments().isEmpty()) {
                content.getChildren().add(fields(call));
            }
        }
        if (depth == Depth.BYTES || (call.unreadable().isPresent() && depth != Depth.SENTENCE)) {
            content.getChildren().add(bytes(call.calldata()));
        }
        if (entry.tally().isPresent() && depth != Depth.SENTENCE) {
            content.getChildren().add(Boxes.row(8, Words.secondary("to"), around.chip(call.target())));
        }
        var at = Words.secondary(Numbers.count(number));
        at.setMinWidth(18);
        return Boxes.styled(new HBox(6, at, Boxes.growing(content)), "call-row");
    }

    /// Name and key, old and new, the bounds, the step, the delay and the direction.
    private static Node diff(int number, ParameterDiff diff) {
        var key = Boxes.row(6, Boxes.styled(Words.mono(diff.key()), "muted"));
        if (!diff.place().isEmpty()) {
            key.getChildren().add(Words.secondary(diff.place()));
        }
        var name = new VBox(2, Words.name(diff.name()), key);
        var old = Boxes.styled(Words.name(diff.written().before()), "diff-old");
        var value = Boxes.styled(Words.strong(diff.written().after()), "diff-new");
        old.setId("change-" + number + "-old");
        value.setId("change-" + number + "-new");
        old.setMinWidth(Region.USE_PREF_SIZE);
        value.setMinWidth(Region.USE_PREF_SIZE);
        var values = new VBox(
                2,
                Boxes.row(8, old, Icon.ARROW_RIGHT.at(Icon.Size.TAG, Tone.MUTED), value),
                Words.secondary(diff.written().step()));
        var track = new BoundsTrack(diff.bounds(), diff.old(), Optional.of(diff.value()));
        track.setMinWidth(40);
        HBox.setHgrow(track, Priority.ALWAYS);
        var bounds = new VBox(
                2,
                Boxes.row(
                        8,
                        limit(diff.written().least()),
                        track,
                        limit(diff.written().most())),
                Boxes.row(8, Words.secondary(diff.written().delay()), Boxes.spacer(), direction(diff.direction())));
        var grid = new GridPane(16, 0);
        grid.addRow(0, name, values, bounds);
        grid.getColumnConstraints().addAll(share(34), share(30), share(36));
        return grid;
    }

    private static Node limit(String written) {
        var label = Words.caption(written);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static ColumnConstraints share(double percent) {
        var column = new ColumnConstraints();
        column.setPercentWidth(percent);
        column.setHgrow(Priority.ALWAYS);
        return column;
    }

    private static Node direction(DiffRow.Direction direction) {
        return switch (direction) {
            case TIGHTENS -> Boxes.row(4, Icon.SHIELD.at(Icon.Size.TAG, Tone.SUCCESS), Words.secondary("tightens"));
            case LOOSENS -> Boxes.row(4, Icon.UNLOCK.at(Icon.Size.TAG, Tone.WARNING), Words.secondary("loosens"));
            case NEITHER -> Words.secondary("no safer side");
        };
    }

    private static Node fields(Call call) {
        var grid = new GridPane(12, 4);
        grid.add(Boxes.styled(Words.mono(call.function()), "muted"), 0, 0, 3, 1);
        for (int i = 0; i < call.arguments().size(); i++) {
            var argument = call.arguments().get(i);
            var type = Words.caption(argument.type());
            type.setMinWidth(Region.USE_PREF_SIZE);
            var name = Words.secondary(argument.name());
            name.setMinWidth(Region.USE_PREF_SIZE);
            grid.addRow(i + 1, name, type, Words.wrapped(Words.mono(argument.value())));
        }
        return grid;
    }

    /// The calldata in words of 32 bytes after the selector, each with its offset.
    private static Node bytes(Bytes calldata) {
        var lines = new VBox(1);
        var first = Math.min(4, calldata.length());
        lines.getChildren().add(line(0, calldata.slice(0, first)));
        for (int at = first; at < calldata.length(); at += BYTES_A_LINE) {
            lines.getChildren().add(line(at, calldata.slice(at, Math.min(calldata.length(), at + BYTES_A_LINE))));
        }
        return Boxes.styled(lines, "hash-card", "byte-lines");
    }

    private static Node line(int offset, Bytes bytes) {
        var at = Boxes.styled(Words.mono(String.format(Locale.ROOT, "%04d", offset)), "muted");
        at.setMinWidth(Region.USE_PREF_SIZE);
        return Boxes.row(12, at, Words.wrapped(Words.mono(bytes.toHex().substring(2))));
    }

    private Region votes() {
        if (entry.ballots().isEmpty()) {
            return new VBox(Words.muted("Nobody has voted."));
        }
        var table = new DataTable<>(
                        "Votes",
                        Density.CARD,
                        List.of(
                                Column.<Ballot>address("Voter", 220, ballot -> around.label(ballot.voter())),
                                Column.<Ballot>words("Choice", 80, Ballot::choice),
                                Column.<Ballot>words("Votes", 110, ballot -> votes(ballot.weight()))
                                        .alignedRight()
                                        .sortedBy(Comparator.comparing(Ballot::weight)),
                                Column.<Ballot>words("When", 110, ballot -> Times.dateAndTime(ballot.at()))
                                        .sortedBy(Comparator.comparing(Ballot::at)),
                                Column.<Ballot>words("Their reason", 160, ProposalDetail::reason)
                                        .growing()),
                        FXCollections.observableArrayList(entry.ballots()))
                .fitted();
        var export = ExportLink.csv(
                "the votes",
                () -> around.saving().save("votes.csv", () -> table.csv().getBytes(StandardCharsets.UTF_8)));
        return Card.flush(Numbers.count(entry.ballots().size()) + " votes, the most weight first", table, export);
    }

    private static String reason(Ballot ballot) {
        return ballot.reason().isEmpty() ? "" : "“" + ballot.reason() + "”";
    }

    private Region text() {
        return new VBox(
                12,
                new QuotedWords(entry.quoted(), Words.caption("Their words, by " + around.name(entry.by()))),
                Words.wrapped(Words.secondary(
                        "This is what the proposer says. Nothing on this page is taken from it: the title and the"
                                + " changes are read from "
                                + (entry.tally().isPresent() ? "the calldata." : "the registry's events."))));
    }

    private VBox side() {
        var column = new VBox();
        entry.deadline().ifPresent(deadline -> column.getChildren().add(deadline(deadline)));
        entry.tally().ifPresent(tally -> column.getChildren().addAll(quorum(tally), choices(tally)));
        column.getChildren().add(facts());
        return column;
    }

    private Node deadline(Instant deadline) {
        ObservableValue<Duration> left = around.now().map(now -> Duration.between(now, deadline));
        var when = Words.secondary(around.times().getValue().full(deadline));
        when.setId("proposal-deadline");
        return Boxes.styled(
                new VBox(
                        4, Boxes.row(8, Words.strong(entry.deadlineIs()), new DeadlineChip(left)), Words.wrapped(when)),
                "fact-section");
    }

    private static Node quorum(Tally tally) {
        var counted = List.of(
                new QuorumBar.Counted("for", ProposalsPage.wholeVotes(tally.votesFor())),
                new QuorumBar.Counted("abstain", ProposalsPage.wholeVotes(tally.abstain())));
        var words = Words.secondary(votes(tally.counted()) + " of " + votes(tally.quorum()));
        words.setId("proposal-quorum");
        Tone.DEFAULT.on(words);
        var missing = tally.quorum().subtract(tally.counted());
        return Boxes.styled(
                new VBox(
                        8,
                        Boxes.row(8, Words.strong("Quorum"), Boxes.spacer(), words),
                        QuorumBar.inRow(counted, ProposalsPage.wholeVotes(tally.quorum())),
                        Words.wrapped(Words.secondary(
                                missing.signum() > 0
                                        ? votes(missing) + " more needed, For or Abstain"
                                        : "The quorum is met. The tick is the quorum."))),
                "fact-section");
    }

    private static Node choices(Tally tally) {
        return Boxes.styled(
                new VBox(
                        10,
                        choice("For", "proposal-for", tally.votesFor(), tally, Tone.SUCCESS),
                        choice("Against", "proposal-against", tally.against(), tally, Tone.DANGER),
                        choice("Abstain", "proposal-abstain", tally.abstain(), tally, Tone.MUTED)),
                "fact-section");
    }

    private static Node choice(String name, String id, BigInteger votes, Tally tally, Tone tone) {
        var share = tally.cast().signum() == 0
                ? BigInteger.ZERO
                : votes.multiply(BigInteger.valueOf(10_000)).divide(tally.cast());
        var count = Words.secondary(votes(votes));
        count.setId(id);
        Tone.DEFAULT.on(count);
        var percent = Words.strong(Numbers.ratio(new BasisPoints(share)));
        var whole = new BasisPoints(BigInteger.valueOf(10_000));
        return new VBox(
                4,
                Boxes.row(8, Words.secondary(name), Boxes.spacer(), count, percent),
                new LimitBar(new BasisPoints(share), whole, whole, tone));
    }

    private Node facts() {
        var rows = new VBox(6);
        for (var fact : entry.facts()) {
            var value = Words.secondary(fact.value());
            value.setMinWidth(Region.USE_PREF_SIZE);
            rows.getChildren().add(Boxes.row(8, Words.secondary(fact.name()), Boxes.spacer(), Tone.DEFAULT.on(value)));
        }
        return Boxes.styled(rows, "fact-section");
    }

    private static String votes(BigInteger units) {
        return Numbers.decimal(new BigDecimal(units, 18), 0, RoundingMode.DOWN);
    }
}
