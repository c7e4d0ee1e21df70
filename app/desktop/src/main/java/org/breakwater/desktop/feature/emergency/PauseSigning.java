package org.breakwater.desktop.feature.emergency;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.breakwater.core.acting.Person;
import org.breakwater.core.emergency.Drill;
import org.breakwater.core.review.HoldUp;
import org.breakwater.core.review.Review;
import org.breakwater.core.review.check.CheckResult;
import org.breakwater.desktop.feature.emergency.Next.Act;
import org.breakwater.desktop.feature.emergency.PausePage.Subject;
import org.breakwater.desktop.fx.Attempt;
import org.breakwater.desktop.kit.Banner;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.Field;
import org.breakwater.desktop.kit.Field.Hint;
import org.breakwater.desktop.kit.HashCard;
import org.breakwater.desktop.kit.HoldButton;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Link;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Tag;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.place.HandOver;
import org.breakwater.desktop.place.SettlingRow;
import org.breakwater.desktop.place.Surroundings;
import org.breakwater.desktop.place.UnlockFirst;
import org.breakwater.desktop.wording.ReviewFindings;

/// The third step: sign by holding or by typing what is stopped, and watch it until it is in force.
final class PauseSigning extends VBox {

    private final Surroundings around;
    private final ReviewFindings findings;
    private final PauseViewModel model;
    private final ObservableValue<PausePage> page;

    PauseSigning(Surroundings around, PauseViewModel model, ObservableValue<PausePage> page) {
        super(10);
        this.around = around;
        this.findings = new ReviewFindings(around::name);
        this.model = model;
        this.page = page;
        var checks = new StackPane();
        Shown.following(checks, model.next(), _ -> checks.getChildren().setAll(checks()));
        var live = new VBox(10, progress(), handOn(), hashes());
        var drills = drills();
        Shown.following(this, model.drills().since(), since -> {
            show(live, since.isEmpty());
            show(drills, since.isPresent());
        });
        getChildren()
                .addAll(
                        PauseStep.heading(3, "Sign and send", checks),
                        title(),
                        act(),
                        problem(),
                        said(),
                        Boxes.line(),
                        live,
                        drills);
    }

    private static void show(Node node, boolean isShown) {
        node.setVisible(isShown);
        node.setManaged(isShown);
    }

    /// How long it took before: whoever must stop something tonight has done it in daylight.
    private Node drills() {
        var rows = new VBox(6);
        Shown.following(rows, model.drills().newest(), drills -> {
            rows.getChildren().setAll(Words.strong("Drills so far"));
            if (drills.isEmpty()) {
                rows.getChildren().add(Words.wrapped(Words.secondary("None on this machine.")));
            }
            drills.forEach(drill -> rows.getChildren().add(row(drill)));
        });
        return rows;
    }

    private static Node row(Drill drill) {
        var words = Words.wrapped(Words.body(drill.words()));
        words.setGraphic(
                drill.stopped()
                        ? Icon.PASSED.at(Icon.Size.BUTTON, Tone.SUCCESS)
                        : Icon.X_CIRCLE.at(Icon.Size.BUTTON, Tone.WARNING));
        return new VBox(2, words, Words.wrapped(Words.secondary(PauseWords.told(drill))));
    }

    private Node said() {
        var said = Words.wrapped(Words.secondary(""));
        said.setId("pause-said");
        Shown.following(said, model.said(), words -> {
            said.setText(words.orElse(""));
            show(said, words.isPresent());
        });
        return said;
    }

    private List<Node> checks() {
        return model.review()
                .filter(one ->
                        one instanceof Attempt.Done<Review> && !(model.next().get() instanceof Next.Done))
                .map(one -> ((Attempt.Done<Review>) one).value())
                .<List<Node>>map(review -> List.of(verdict(review)))
                .orElse(List.of());
    }

    private static Optional<Review> done(PauseViewModel model) {
        return model.review()
                .flatMap(one ->
                        one instanceof Attempt.Done<Review>(var review) ? Optional.of(review) : Optional.empty());
    }

    private Node verdict(Review review) {
        return switch (review.verdict()) {
            case PASS -> passed(review);
            case HOLD -> new Tag(Tag.Look.HOLD, Icon.LOCK, model.isSettled(review) ? "Held, settled" : "Held");
            case BLOCK -> new Tag(Tag.Look.DANGER, Icon.STOP, "Blocked");
        };
    }

    private static Node passed(Review review) {
        var passed = review.checks().stream()
                .filter(each -> each.result() instanceof CheckResult.Passed)
                .count();
        var words = Tone.SUCCESS.on(Words.secondary(passed + " checks passed"));
        words.getStyleClass().remove("muted");
        words.setGraphic(Icon.PASSED.at(Icon.Size.TAG, Tone.SUCCESS));
        return words;
    }

    private Node title() {
        var words = Words.wrapped(Words.strong(""));
        words.setId("pause-title");
        Shown.following(
                words,
                page,
                read -> words.setText(read.subject().map(Subject::words).orElse("Nothing is chosen yet")));
        return words;
    }

    // ── the act ────────────────────────────────────────────────────────────────────────────────────────────────

    private Node act() {
        var place = new VBox(8);
        place.setId("pause-act");
        Shown.following(place, model.next(), next -> place.getChildren().setAll(act(next)));
        return place;
    }

    private List<Node> act(Next next) {
        return switch (next) {
            case Next.Can(var act, var person) ->
                List.of(new UnlockFirst(
                        around.acting(),
                        around.background(),
                        person,
                        () -> new VBox(8, can(act, person).toArray(Node[]::new))));
            case Next.Cannot(var why) -> List.of(Words.wrapped(Words.secondary(why)));
            case Next.Held(var open) -> held(open);
            case Next.Working(var words) -> List.of(Words.wrapped(Words.secondary(words + "…")));
            case Next.Practise _ -> practise();
            case Next.Done _ -> List.of();
        };
    }

    private List<Node> can(Act act, Person person) {
        var hold = new HoldButton(act == Act.SEND ? Icon.SEND : Icon.PEN, act.words(), model::act);
        hold.setId("pause-hold");
        return List.of(
                hold,
                typing(phrase(), model::act),
                Words.wrapped(Words.secondary(
                        switch (act) {
                            case SIGN ->
                                person.name() + " signs with " + person.means().words() + ".";
                            case SIGN_AND_SEND ->
                                person.name() + " signs with " + person.means().words()
                                        + " and pays for sending, at the fee of the next block.";
                            case SEND -> person.name() + " pays for sending, at the fee of the next block.";
                        })));
    }

    private List<Node> practise() {
        var hold = new HoldButton(Icon.PLAY, "Hold to practise", model::practise);
        hold.setId("pause-practise");
        return List.of(
                hold,
                typing(phrase(), model::practise),
                Words.wrapped(
                        Words.secondary("Nothing is signed and nothing is sent: a copy of the chain takes the owners'"
                                + " approvals for granted, is stopped, and ends.")));
    }

    /// For whoever has no pointer, or cannot hold still.
    private static Node typing(String phrase, Runnable act) {
        var hint = new ReadOnlyObjectWrapper<>(Optional.<Hint>empty());
        var field = new Field("Or type " + phrase + ", then Enter", "", hint);
        field.input().setId("pause-type");
        field.input().setOnAction(_ -> {
            if (field.input().getText().strip().equalsIgnoreCase(phrase)) {
                act.run();
            } else {
                hint.set(Optional.of(Hint.error("Not that. Type: " + phrase)));
            }
        });
        return field;
    }

    /// What is typed instead of holding: the last word of what is stopped.
    private String phrase() {
        return model.subject()
                .map(subject -> subject.plan().target().isOfEveryPool()
                        ? "every pool"
                        : subject.where().substring(subject.where().lastIndexOf(' ') + 1))
                .orElse("");
    }

    private List<Node> held(List<HoldUp> open) {
        var nodes = new ArrayList<Node>();
        nodes.add(Words.wrapped(Words.body("Type what each of these is, if you want it all the same")));
        open.forEach(holdUp -> nodes.add(new SettlingRow(holdUp, plain(holdUp), model::settle)));
        return nodes;
    }

    /// In words for people.
    private String plain(HoldUp holdUp) {
        return done(model)
                .map(review -> findings.plain(holdUp.evidence(), review.facts()))
                .orElse(holdUp.evidence());
    }

    private Node problem() {
        var place = new StackPane();
        Shown.following(place, model.problem(), problem -> {
            place.getChildren()
                    .setAll(problem.stream()
                            .map(one -> new Banner(
                                    Severity.BLOCK,
                                    Icon.PROBLEM,
                                    one.happened(),
                                    (one.meaning() + " " + one.remedy()).strip()))
                            .toList());
            place.setManaged(problem.isPresent());
        });
        return place;
    }

    // ── what became of it ──────────────────────────────────────────────────────────────────────────────────────

    private Node progress() {
        var place = new VBox(8);
        place.setId("pause-progress");
        Shown.following(place, model.reached(), _ -> place.getChildren().setAll(progressNow()));
        Shown.following(place, page, _ -> place.getChildren().setAll(progressNow()));
        return place;
    }

    private List<Node> progressNow() {
        return page.getValue()
                .subject()
                .<List<Node>>map(subject -> new PauseProgress(around, model, page.getValue(), subject).nodes())
                .orElse(List.of());
    }

    private Node handOn() {
        var copy = Buttons.small(Buttons.plain(Icon.COPY, "Copy as text", this::copy));
        copy.setId("pause-copy");
        var save = Buttons.small(Buttons.plain(Icon.SAVE, "Save as a file…", this::save));
        save.setId("pause-save");
        var row = Boxes.row(8, copy, save);
        var place = new VBox(8, row, review());
        Shown.following(place, page, read -> {
            place.setVisible(read.subject().isPresent());
            place.setManaged(read.subject().isPresent());
        });
        return place;
    }

    /// Every check, field and byte of it, once it is written.
    private Node review() {
        var place = new StackPane();
        Shown.following(
                place,
                page,
                read -> place.getChildren()
                        .setAll(read.subject().stream()
                                .filter(Subject::isWritten)
                                .flatMap(subject -> read.guardian().stream()
                                        .map(safe -> new Link(
                                                "Read the whole review",
                                                () -> around.router()
                                                        .go(new Place.SafeTransaction(
                                                                safe.address(), subject.hash())))))
                                .toList()));
        place.setAlignment(Pos.CENTER_LEFT);
        return place;
    }

    private void copy() {
        model.handOn(handOver()::copy);
    }

    private void save() {
        model.handOn(shared -> handOver()
                .save(shared, "pause-nonce-" + shared.subject().transaction().nonce()));
    }

    private HandOver handOver() {
        return new HandOver(around.saving(), model::noteHandedOver);
    }

    private Node hashes() {
        var place = new StackPane();
        Shown.following(
                place,
                page.map(PausePage::subject),
                subject -> place.getChildren()
                        .setAll(subject.stream()
                                .map(one -> one.transaction().hash())
                                .map(hash -> new HashCard(List.of(
                                        new HashCard.Entry("Domain hash", hash.domainHash(), "two routes agree", true),
                                        new HashCard.Entry(
                                                "Message hash", hash.messageHash(), "two routes agree", true),
                                        new HashCard.Entry("safeTxHash", hash.hash(), "two routes agree", true))))
                                .toList()));
        return place;
    }
}
