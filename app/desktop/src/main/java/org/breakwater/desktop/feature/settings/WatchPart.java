package org.breakwater.desktop.feature.settings;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.breakwater.core.alert.Alert;
import org.breakwater.core.alerting.WatchSetting;
import org.breakwater.core.delivery.Channel;
import org.breakwater.core.delivery.Interest;
import org.breakwater.core.delivery.QuietHours;
import org.breakwater.core.delivery.Target;
import org.breakwater.core.delivery.TargetState;
import org.breakwater.core.exposition.Outlets.Listed;
import org.breakwater.core.problem.Problem;
import org.breakwater.desktop.feature.settings.NetworkSettingsViewModel.Result;
import org.breakwater.desktop.kit.Banner;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.Card;
import org.breakwater.desktop.kit.FactGrid;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Link;
import org.breakwater.desktop.kit.Redrawn;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Tag;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.place.Surroundings;

/// By which rules alerts are raised, and to whom they are told beside this window: how each target stands, and a test.
final class WatchPart {

    private static final double NAMES = 96;
    private static final String SUGGESTED = "breakwater-rules.json";

    private final WatchSettingsViewModel model;
    private final Surroundings around;
    private final NetworkFacts facts;

    WatchPart(WatchSettingsViewModel model, Surroundings around, NetworkFacts facts) {
        this.model = model;
        this.around = around;
        this.facts = facts;
    }

    /// A target as it is listed, without how it stands.
    private record Row(Target target, String where) {}

    Region root() {
        return new VBox(12, unread(), rules(), targets());
    }

    // ── why something that was chosen does not count ───────────────────────────────────────────────────────────────

    private Node unread() {
        return new Redrawn<>(model.setting().map(WatchSetting::unread), WatchPart::refused);
    }

    private static Node refused(Optional<Problem> problem) {
        return problem.<Node>map(why -> Boxes.padded(
                        new VBox(new Banner(
                                Severity.HOLD,
                                Icon.PROBLEM,
                                why.happened(),
                                (why.meaning() + " " + why.remedy()).strip())),
                        0,
                        0,
                        10,
                        0))
                .orElseGet(VBox::new);
    }

    // ── rules ──────────────────────────────────────────────────────────────────────────────────────────────────────

    private Card rules() {
        var inForce = new VBox(
                new Redrawn<>(model.setting().map(WatchSetting::rulesRefused), WatchPart::refused),
                new Redrawn<>(model.setting(), this::inForce));
        return Card.flush(
                "Rules",
                new VBox(Boxes.padded(inForce, 12, 14, 12, 14), SignersPart.outcome(model.ofRules(), "rules-outcome")),
                Words.secondary("judged here, after each block"));
    }

    private Node inForce(WatchSetting setting) {
        var own = setting.choice().rules();
        var judges = Numbers.count(setting.rules()) + (setting.rules() == 1 ? " rule" : " rules");
        var counts = Words.wrapped(Words.body(
                own.isPresent() && setting.rulesRefused().isEmpty()
                        ? "In force: " + judges + " of your file, in place of the standard ones."
                        : "In force: the standard rules, " + judges + "."));
        counts.setId("rules-in-force");
        var words = new VBox(4, counts);
        own.ifPresent(path -> words.getChildren().add(path(path)));
        var acts = Boxes.row(
                12,
                act(
                        "rules-choose",
                        "Choose a file…",
                        () -> around.opening()
                                .choose("Choose a file of rules", path -> model.judgeBy(Optional.of(path)))));
        own.ifPresent(path -> acts.getChildren()
                .addAll(
                        act("rules-again", "Read it again", () -> model.judgeBy(own)),
                        act("rules-standard", "Back to the standard rules", () -> model.judgeBy(Optional.empty()))));
        var save = new Link(
                "Save the standard rules as a file…",
                () -> around.saving()
                        .save(SUGGESTED, () -> model.standardRules().getBytes(StandardCharsets.UTF_8)));
        save.setId("rules-save");
        acts.getChildren().addAll(Boxes.spacer(), save);
        return new VBox(10, words, acts);
    }

    private Node act(String id, String words, Runnable work) {
        var button = Buttons.small(Buttons.plain(words, work));
        button.setId(id);
        Shown.following(button, model.busy(), button::setDisable);
        return button;
    }

    private static Label path(String path) {
        return Words.wrapped(Words.mono(path));
    }

    // ── targets ────────────────────────────────────────────────────────────────────────────────────────────────────

    private Card targets() {
        var listed = model.setting()
                .map(setting -> setting.targets().stream()
                        .map(each -> new Row(each.target(), each.where()))
                        .toList());
        var head = new VBox(
                new Redrawn<>(model.setting().map(WatchSetting::targetsRefused), WatchPart::refused),
                new Redrawn<>(model.setting().map(setting -> setting.choice().targets()), this::chosen));
        return Card.flush(
                "Who is told",
                new VBox(
                        Boxes.padded(head, 12, 14, 12, 14),
                        SignersPart.outcome(model.ofTargets(), "targets-outcome"),
                        new Redrawn<>(listed, this::rows)),
                Words.secondary("while this window is open"));
    }

    private Node chosen(Optional<String> file) {
        var words = new VBox(
                4,
                Words.wrapped(
                        Words.secondary("Webhooks, chats and programs are told of each change of an alert, at least"
                                + " once and in order. breakwater monitor does the same without a window.")));
        file.ifPresent(path -> words.getChildren().add(path(path)));
        var acts = Boxes.row(
                12,
                act(
                        "targets-choose",
                        "Choose a file…",
                        () -> around.opening()
                                .choose("Choose a file of targets", path -> model.tell(Optional.of(path)))));
        file.ifPresent(_ -> acts.getChildren()
                .addAll(
                        act("targets-again", "Read it again", () -> model.tell(file)),
                        act("targets-none", "Tell nobody", () -> model.tell(Optional.empty()))));
        return new VBox(10, words, acts);
    }

    private Node rows(List<Row> rows) {
        var list = new VBox();
        rows.forEach(row -> list.getChildren().add(row(row)));
        if (rows.isEmpty()) {
            list.getChildren()
                    .add(Boxes.styled(
                            Boxes.row(8, Words.secondary("Nobody: alerts stand in this window alone.")), "setting"));
        }
        return list;
    }

    private Node row(Row row) {
        var name = row.target().name();
        var test = Buttons.small(Buttons.plain("Test", () -> model.test(name)));
        test.setId("target-" + name + "-test");
        test.setAccessibleText("Send a test message to " + name);
        var heading = Boxes.row(
                8,
                icon(row.target().channel()).at(Icon.Size.ROW, Tone.MUTED),
                Words.name(name),
                Words.muted(row.target().channel().kind()),
                Boxes.spacer(),
                standing(name),
                test);
        heading.setAlignment(Pos.CENTER_LEFT);
        var grid = FactGrid.of(NAMES)
                .add("Where", Words.wrapped(Words.mono(row.where())))
                .add("Takes", takes(row.target().interest()))
                .add("Quiet hours", row.target().quiet().map(WatchPart::words).orElse("none"))
                .add("Delivery", delivery(name));
        var box = new VBox(8, heading, Boxes.padded(grid, 0, 0, 0, 24), tested(name));
        return Boxes.styled(Boxes.padded(box, 10, 14, 12, 14), "target-row");
    }

    private static Icon icon(Channel channel) {
        return switch (channel) {
            case Channel.Webhook _ -> Icon.SEND;
            case Channel.Slack _, Channel.Discord _ -> Icon.COUNCIL;
            case Channel.Command _ -> Icon.CODE;
        };
    }

    private static String takes(Interest interest) {
        var severities = interest.severities().size() == Alert.Severity.values().length
                ? "everything"
                : interest.severities().stream()
                        .sorted(Comparator.naturalOrder())
                        .map(severity -> severity.name().toLowerCase(Locale.ROOT) + "s")
                        .collect(Collectors.joining(" and "));
        return interest.rules().isEmpty()
                ? severities
                : severities + " of " + interest.rules().stream().sorted().collect(Collectors.joining(", "));
    }

    private static String words(QuietHours hours) {
        return hours.from() + " to " + hours.to() + ", " + hours.zone() + ": holds alone come through";
    }

    private static Optional<TargetState> state(WatchSetting setting, String target) {
        return setting.targets().stream()
                .map(Listed::state)
                .filter(state -> state.name().equals(target))
                .findFirst();
    }

    /// In one word, with its icon.
    private Node standing(String target) {
        var word = model.setting().map(setting -> state(setting, target).map(WatchPart::tag));
        var drawn = new Redrawn<>(
                word,
                said -> said.<Node>map(each -> new Tag(each.look(), each.icon(), each.words()))
                        .orElseGet(VBox::new));
        drawn.setAlignment(Pos.CENTER);
        return drawn;
    }

    private record Word(Tag.Look look, Icon icon, String words) {}

    private static Word tag(TargetState state) {
        if (state.unreached().isPresent()) {
            return new Word(Tag.Look.WARNING, Icon.ALERT, "Waits");
        }
        if (state.held() > 0) {
            return new Word(Tag.Look.ACCENT, Icon.MOON, "Held back");
        }
        return state.delivered().isPresent()
                ? new Word(Tag.Look.NEUTRAL, Icon.PASSED, "Delivered")
                : new Word(Tag.Look.DASHED, Icon.CLOCK, "Nothing yet");
    }

    private Node delivery(String target) {
        var words = Words.wrapped(Words.body(""));
        words.setId("target-" + target + "-delivery");
        Shown.following(
                words,
                model.setting()
                        .map(setting ->
                                state(setting, target).map(this::sentence).orElse("")),
                words::setText);
        return words;
    }

    private String sentence(TargetState state) {
        var times = facts.times().getValue();
        var said = new StringBuilder(state.failure()
                .map(waiting -> "Failing since " + times.full(waiting.since()) + ", "
                        + Numbers.count(waiting.attempts())
                        + (waiting.attempts() == 1 ? " attempt. " : " attempts. ") + waiting.said())
                .or(() -> state.delivered()
                        .map(at -> "Has everything up to change " + Numbers.count(state.through())
                                + "; took the last message at " + times.full(at) + "."))
                .orElse("It was told nothing yet."));
        if (state.held() > 0) {
            said.append(' ')
                    .append(Numbers.count(state.held()))
                    .append(state.held() == 1 ? " change is held" : " changes are held");
            state.quietUntil().ifPresent(end -> said.append(" until ").append(times.full(end)));
            said.append('.');
        }
        if (state.skipped() > 0) {
            said.append(" It refused ")
                    .append(Numbers.count(state.skipped()))
                    .append(state.skipped() == 1 ? " change: " : " changes, the last: ")
                    .append(state.refusal());
        }
        return state.trouble().isEmpty() ? said.toString() : said + " " + state.trouble();
    }

    private Node tested(String target) {
        var result = model.tests().valueAt(target).map(Optional::<Result>of).orElse(Optional.empty());
        return SignersPart.outcome(result, "target-" + target + "-tested");
    }
}
