package org.breakwater.desktop.feature.registry;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.breakwater.core.fact.RiskFact.Inputs;
import org.breakwater.core.protocol.SubjectStatus;
import org.breakwater.desktop.feature.registry.RegistryRow.FailedRule;
import org.breakwater.desktop.feature.registry.RegistryRow.Rule;
import org.breakwater.desktop.feature.registry.RegistryViewModel.Changes;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.FreshnessBadge;
import org.breakwater.desktop.kit.FreshnessBadge.Freshness;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.ScoreBar;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.SideDetail;
import org.breakwater.desktop.kit.Tag;
import org.breakwater.desktop.kit.Timeline;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Numbers.Rounding;
import org.breakwater.desktop.l10n.Terms;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Place.PolicyList;
import org.breakwater.desktop.navigation.Place.PoolPart;
import org.breakwater.desktop.place.IntegratorLinks;
import org.breakwater.desktop.place.Surroundings;

/// One subject: what its score is made of and from which inputs, what it depends on, what is sold on it, and what
/// happened to it.
final class SubjectPane {

    private static final int ROUTINE_CHANGES = 2;
    private static final List<SubjectStatus> LIFE = List.of(
            SubjectStatus.CANDIDATE,
            SubjectStatus.LISTED,
            SubjectStatus.SUSPENDED,
            SubjectStatus.RUN_OFF,
            SubjectStatus.DELISTED);

    private final Surroundings around;
    private final RegistryViewModel model;
    private final SideDetail side = new SideDetail();
    private final StackPane history = new StackPane();

    SubjectPane(Surroundings around, RegistryViewModel model) {
        this.around = around;
        this.model = model;
        side.setId("subject-detail");
        Shown.following(side, model.shown(), row -> row.ifPresentOrElse(this::show, this::nobody));
        Shown.following(
                history, model.changes(), changes -> history.getChildren().setAll(changes(changes)));
    }

    Node node() {
        return side;
    }

    private void close() {
        around.router().go(new Place.Registry());
    }

    private void nobody() {
        model.asked()
                .get()
                .ifPresent(id -> side.show(
                        new SideDetail.Head(
                                Icon.QUESTION,
                                "Subject " + id,
                                "There is no subject " + id + ".",
                                "subject-title",
                                this::close),
                        List.of(),
                        List.of(Buttons.plain("Show all subjects", this::close))));
    }

    private void show(RegistryRow row) {
        var kind = row.subject().subject().kind();
        var head = new SideDetail.Head(
                RegistryWords.icon(kind),
                "Subject " + row.id() + ", " + Terms.of(kind).toLowerCase(Locale.ROOT)
                        + row.pool().map(pool -> ", in " + pool.name()).orElse(""),
                RegistryWords.sentence(row),
                "subject-title",
                this::close);
        var sections = new ArrayList<Node>();
        sections.add(score(row));
        if (!row.rules().isEmpty()) {
            sections.add(rules(row));
        }
        sections.add(dependencies(row));
        sections.add(cover(row));
        if (hasIntegrators(row.id())) {
            sections.add(SideDetail.section(IntegratorLinks.of(around, state -> state.subjectId() == row.id())));
        }
        sections.add(status(row));
        sections.add(SideDetail.section("What happened", Words.secondary("from the registry's events"), history));
        side.show(head, sections, acts(row));
    }

    private boolean hasIntegrators(long subject) {
        return around.known().getValue().read().stream()
                .flatMap(known -> known.view().integrators().stream())
                .anyMatch(each -> each.state().active() && each.state().subjectId() == subject);
    }

    private List<Node> acts(RegistryRow row) {
        var acts = new ArrayList<Node>();
        acts.add(Buttons.plain("Open the policies", () -> around.router().go(new Place.Policies(PolicyList.POLICIES))));
        row.pool()
                .map(pool -> Buttons.plain(
                        "Open the pool", () -> around.router().go(new Place.Pool(pool.id(), PoolPart.OVERVIEW))))
                .ifPresent(acts::add);
        acts.add(Buttons.plain("Draft a proposal…", () -> around.router().go(Place.Composition.anew())));
        return acts;
    }

    private Node score(RegistryRow row) {
        var parts = row.parts();
        var points = List.of(parts.audits(), parts.age(), parts.tvl(), parts.users(), parts.upgrade());
        var bar = ScoreBar.inDetail(points.stream().map(Math::toIntExact).toList(), Math.toIntExact(parts.losses()));
        var inputs = row.inputs();
        var rows = new VBox(
                3,
                part(1, "Audits", audits(row), fails(row, Rule.AUDITS), parts.audits(), "of 2,500", "audits", row),
                part(2, "Time live", live(row), fails(row, Rule.AGE), parts.age(), "of 2,000", "age", row),
                part(
                        3,
                        "Value locked",
                        Numbers.count(inputs.tvlUsd()) + " USD",
                        fails(row, Rule.TVL),
                        parts.tvl(),
                        "of 1,500",
                        "tvl",
                        row),
                part(
                        4,
                        "Users in 30 d",
                        Numbers.count(inputs.users30d()),
                        false,
                        parts.users(),
                        "of 1,000",
                        "users",
                        row),
                part(
                        5,
                        "Upgrades",
                        upgrade(inputs),
                        fails(row, Rule.UPGRADE),
                        parts.upgrade(),
                        "of 3,000",
                        "upgrade",
                        row),
                losses(row));
        var sum = Words.caption(
                parts.losses() == 0
                        ? "Marks: High 3,500, Elevated 5,000, Guarded 6,500, Low 8,000"
                        : Numbers.count(parts.sum()) + " less " + Numbers.count(parts.losses())
                                + ". Marks: High 3,500, Elevated 5,000, Guarded 6,500, Low 8,000");
        var title = "Score " + Numbers.count(row.score()) + ", " + Terms.of(row.level());
        return SideDetail.section(
                title,
                attested(row),
                Boxes.padded(new VBox(bar), 6, 0, 6, 0),
                sum,
                rows,
                Words.wrapped(Words.secondary(source(row))));
    }

    private static boolean fails(RegistryRow row, Rule rule) {
        return row.rules().stream().anyMatch(failed -> failed.rule() == rule);
    }

    private static Node part(
            int colour,
            String name,
            String input,
            boolean failed,
            long points,
            String most,
            String figure,
            RegistryRow row) {
        var key = Boxes.styled(new Region(), "legend-key", "chart-" + colour);
        return line(key, name, input, failed, Numbers.count(points), most, "subject-" + row.id() + "-part-" + figure);
    }

    private static Node losses(RegistryRow row) {
        var inputs = row.inputs();
        var key = Boxes.styled(new Region(), "legend-key", "score-subtracted");
        var points = inputs.incidents12m() == 0
                ? "0"
                : "−" + Numbers.count(row.parts().losses());
        return line(
                key,
                "Losses",
                inputs.incidents12m() + " in 12 months",
                false,
                points,
                "−1,500 each",
                "subject-" + row.id() + "-part-losses");
    }

    private static Node line(
            Node key, String name, String input, boolean failed, String points, String most, String id) {
        var words = Words.body(name);
        words.setMinWidth(96);
        var said = failed ? Tone.DANGER.on(Words.secondary(input)) : Words.secondary(input);
        if (failed) {
            said.setGraphic(Icon.ALERT.at(Icon.Size.TAG, Tone.DANGER));
        }
        var number = Words.strong(points);
        number.setMinWidth(Label.USE_PREF_SIZE);
        number.setId(id);
        var limit = Words.secondary(most);
        limit.setMinWidth(68);
        return Boxes.styled(Boxes.row(8, key, words, said, Boxes.spacer(), number, limit), "fact-row");
    }

    private static String audits(RegistryRow row) {
        var inputs = row.inputs();
        return inputs.audits() == 0 ? "none" : inputs.audits() + ", last " + RegistryWords.since(inputs.lastAuditAt());
    }

    private static String live(RegistryRow row) {
        var since = row.inputs().liveSince();
        return since == 0
                ? "not used yet"
                : Numbers.count(Duration.between(Instant.ofEpochSecond(since), row.now())
                                .toDays()) + "\u00A0d, since " + RegistryWords.since(since);
    }

    private static String upgrade(Inputs inputs) {
        return Terms.of(inputs.upgrade())
                + (inputs.upgradeDelay() == 0
                        ? ""
                        : " of " + Times.duration(Duration.ofSeconds(inputs.upgradeDelay())));
    }

    /// How old the inputs are, and where they come from.
    private Node attested(RegistryRow row) {
        if (row.age().isEmpty()) {
            return Words.secondary("nobody attested it");
        }
        var age = row.age().get();
        var late = row.isLate() ? row.maxAge().value() : Optional.<Duration>empty();
        Freshness freshness =
                late.<Freshness>map(most -> new Freshness.Late(age, most)).orElseGet(() -> new Freshness.Aged(age));
        return new FreshnessBadge(freshness);
    }

    /// Where the inputs come from.
    private String source(RegistryRow row) {
        var inputs = row.inputs();
        if (inputs.attestedAt() == 0) {
            return "Nobody has attested it.";
        }
        var evidence = around.texts().text(inputs.evidenceHash()).isPresent()
                ? "its evidence matches the hash on chain"
                : "its evidence is not at hand";
        return "Attested by the risk stewards on " + Times.date(Instant.ofEpochSecond(inputs.attestedAt())) + "; "
                + evidence + ".";
    }

    private static Node rules(RegistryRow row) {
        var section = SideDetail.section(
                row.rules().size() == 1 ? "1 failed rule" : row.rules().size() + " failed rules",
                Words.secondary("cannot be listed like this"));
        for (FailedRule failed : row.rules()) {
            var words = Words.wrapped(Words.body(failed.words() + "."));
            words.setGraphic(Icon.X_CIRCLE.at(Icon.Size.TAG, Tone.DANGER));
            section.getChildren().add(words);
        }
        return section;
    }

    private static Node dependencies(RegistryRow row) {
        if (row.dependencies().isEmpty()) {
            return SideDetail.section("Depends on", Words.secondary("nothing is attested"));
        }
        var tags = new FlowPane(6, 6);
        row.dependencies()
                .forEach(each -> tags.getChildren()
                        .add(new Tag(
                                Tag.Look.NEUTRAL,
                                RegistryWords.icon(each.of()),
                                each.name() + " " + RegistryWords.of(each.of()))));
        return SideDetail.section("Depends on", Words.secondary("shared with others of the same name"), tags);
    }

    private static Node cover(RegistryRow row) {
        var count = Words.secondary(row.policies() == 1 ? "1 policy" : Numbers.count(row.policies()) + " policies");
        count.setId("subject-" + row.id() + "-policies");
        if (row.sold().isEmpty() || row.limit().isEmpty()) {
            return SideDetail.section(
                    "Cover sold", count, Words.muted(row.cover().problem()));
        }
        var sold = Words.body(Numbers.amount(row.sold().get(), Rounding.DUE));
        sold.setMinWidth(Label.USE_PREF_SIZE);
        sold.setId("subject-" + row.id() + "-cover-sold");
        var limit = Words.muted("of " + Numbers.amountWithUnit(row.limit().get(), Rounding.HELD));
        limit.setMinWidth(Label.USE_PREF_SIZE);
        limit.setId("subject-" + row.id() + "-cover-limit");
        var line = Boxes.row(8);
        RegistryTable.share(row).ifPresent(share -> line.getChildren().add(RegistryTable.bar(share, 90)));
        line.getChildren().addAll(Boxes.spacer(), sold, limit);
        return SideDetail.section("Cover sold", count, line);
    }

    private static Node status(RegistryRow row) {
        var subject = row.subject().subject();
        var graph = Boxes.row(1);
        for (var status : LIFE) {
            if (!graph.getChildren().isEmpty()) {
                graph.getChildren().add(Icon.CHEVRON_RIGHT.at(Icon.Size.TAG, Tone.MUTED));
            }
            graph.getChildren().add(box(status, subject.status(), row.runOff().isPresent()));
        }
        var since = Words.secondary("since " + Times.dateAndTime(Instant.ofEpochSecond(subject.statusSince())));
        since.setId("subject-" + row.id() + "-status-since");
        var section = SideDetail.section("Status", since, graph);
        next(row).map(words -> Words.wrapped(Words.secondary(words))).ifPresent(section.getChildren()::add);
        return section;
    }

    private static Label box(SubjectStatus status, SubjectStatus now, boolean runsOff) {
        var box = Words.secondary(Terms.of(status));
        box.setMinWidth(Label.USE_PREF_SIZE);
        Boxes.styled(box, "status-box");
        if (status == now) {
            box.getStyleClass().add(now == SubjectStatus.SUSPENDED ? "stopped" : "now");
            box.getStyleClass().remove("muted");
            box.setAccessibleText(Terms.of(status) + " now");
        } else if (status == SubjectStatus.RUN_OFF && runsOff) {
            box.getStyleClass().add("next");
        }
        return box;
    }

    private static Optional<String> next(RegistryRow row) {
        return switch (row.subject().subject().status()) {
            case SUSPENDED ->
                Optional.of(row.runOff()
                        .map(at -> "Anyone can move it to run-off from " + Times.dateAndTime(at)
                                + " UTC if it is still critical. The DAO can list it again at 3,500 or more, with every"
                                + " rule passed.")
                        .orElse("The DAO can list it again at 3,500 or more, with every rule passed."));
            case LISTED ->
                fails(row, Rule.LEVEL)
                        ? Optional.of("Its level is critical now. Anyone can suspend it.")
                        : Optional.empty();
            case RUN_OFF -> Optional.of("Policies keep their term. The DAO can delist it.");
            case NONE, CANDIDATE, DELISTED -> Optional.empty();
        };
    }

    private Node changes(Changes changes) {
        return switch (changes) {
            case Changes.Reading _ -> Words.muted("Reading the events");
            case Changes.Failed(var problem) ->
                Words.wrapped(Words.muted((problem.happened() + " " + problem.remedy()).strip()));
            case Changes.Read(var all) -> {
                var told = notable(all);
                var drawn =
                        new VBox(6, new Timeline(told.stream().map(this::event).toList(), Optional.empty()));
                if (all.size() > told.size()) {
                    drawn.getChildren()
                            .add(Words.secondary(all.size() - told.size() + " attestations that changed no level"));
                }
                yield drawn;
            }
        };
    }

    /// All that changed something, and the newest of what did not.
    private static List<StatusChange> notable(List<StatusChange> all) {
        var told = new ArrayList<StatusChange>();
        var routine = 0;
        for (var change : all) {
            var changed = switch (change) {
                case StatusChange.Moved _, StatusChange.Applied _ -> true;
                case StatusChange.Scored scored -> scored.from() != scored.to();
                case StatusChange.Attested _ -> false;
            };
            if (changed || routine++ < ROUTINE_CHANGES) {
                told.add(change);
            }
        }
        return told;
    }

    private Timeline.Event event(StatusChange change) {
        var when = Times.date(change.at());
        return switch (change) {
            case StatusChange.Moved(var _, var to, var reason) ->
                new Timeline.Event(icon(to), tone(to), moved(to), reason(reason), when);
            case StatusChange.Scored(var _, var from, var to, var score, var by) ->
                new Timeline.Event(
                        from == to ? Icon.ACTIVITY : Icon.ALERT,
                        Tone.MUTED,
                        from == to
                                ? "Score " + Numbers.count(score) + ", still " + Terms.of(to)
                                : Terms.of(from) + " to " + Terms.of(to) + ", score " + Numbers.count(score),
                        by.map(who -> "Attested by " + around.name(who)).orElse("Time passed"),
                        when);
            case StatusChange.Attested(var _, var by) ->
                new Timeline.Event(
                        Icon.FILE_TEXT, Tone.MUTED, "Attested, score as before", "By " + around.name(by), when);
            case StatusChange.Applied(var _, var by) ->
                new Timeline.Event(Icon.PEN, Tone.MUTED, "Applied for", "By " + around.name(by), when);
        };
    }

    /// The registry's own reasons in words; a person's as it was written.
    private static String reason(String reason) {
        return switch (reason) {
            case "LISTED" -> "It passed every rule";
            case "LEVEL_CRITICAL" -> "Its level was critical";
            case "TVL_FALL" -> "Its value locked fell by more than the limit";
            case "STILL_CRITICAL" -> "It stayed critical for too long";
            default -> reason;
        };
    }

    private static String moved(SubjectStatus to) {
        return switch (to) {
            case NONE -> "Removed";
            case CANDIDATE -> "Became a candidate";
            case LISTED -> "Listed by the DAO";
            case SUSPENDED -> "Suspended";
            case RUN_OFF -> "Moved to run-off";
            case DELISTED -> "Delisted by the DAO";
        };
    }

    private static Icon icon(SubjectStatus to) {
        return switch (to) {
            case NONE, CANDIDATE -> Icon.CIRCLE;
            case LISTED -> Icon.CHECK;
            case SUSPENDED -> Icon.PROHIBITED;
            case RUN_OFF -> Icon.CLOCK;
            case DELISTED -> Icon.X;
        };
    }

    private static Tone tone(SubjectStatus to) {
        return switch (to) {
            case NONE, CANDIDATE, DELISTED -> Tone.MUTED;
            case LISTED -> Tone.SUCCESS;
            case SUSPENDED -> Tone.DANGER;
            case RUN_OFF -> Tone.HOLD;
        };
    }
}
