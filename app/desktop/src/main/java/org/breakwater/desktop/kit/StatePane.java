package org.breakwater.desktop.kit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Times;
import org.jspecify.annotations.Nullable;

/// Shows something that is read from elsewhere in whichever of its five states it is. The content is built once, when
/// the first value arrives, and follows the value from then on, so that nothing in it jumps.
public final class StatePane<T> extends StackPane {

    private static final double SKELETON_AFTER_MILLIS = 200;
    private static final double CANCEL_AFTER_MILLIS = 1_000;
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    /// What is shown before anything was asked for.
    public record Unasked(Icon icon, String sentence, String act, Runnable load) {}

    /// What is shown when there is nothing: a sentence and the next act.
    public record Nothing(Icon icon, String sentence, String act, Runnable next) {}

    /// What a long reading says about itself, and how to stop it.
    public record Progress(ObservableValue<String> words, Runnable cancel) {}

    private final ObservableValue<Instant> now;
    private final Function<ObservableValue<T>, Node> content;
    private final ReadOnlyObjectWrapper<@Nullable T> value = new ReadOnlyObjectWrapper<>();
    private final VBox withContent = new VBox();
    private final PauseTransition skeletonDelay =
            new PauseTransition(javafx.util.Duration.millis(SKELETON_AFTER_MILLIS));
    private final PauseTransition cancelDelay = new PauseTransition(javafx.util.Duration.millis(CANCEL_AFTER_MILLIS));

    private Optional<Unasked> unasked = Optional.empty();
    private Optional<Nothing> nothing = Optional.empty();
    private Predicate<T> isNothing = _ -> false;
    private Optional<Progress> progress = Optional.empty();
    private Optional<Runnable> retry = Optional.empty();
    private @Nullable Node built;

    /// @param state what is shown, for as long as the pane is in a scene
    /// @param now the present, for ages
    /// @param content builds the content; called at most once
    public StatePane(
            ObservableValue<Loadable<T>> state,
            ObservableValue<Instant> now,
            Function<ObservableValue<T>, Node> content) {
        this.now = now;
        this.content = content;
        getStyleClass().add("state-pane");
        Shown.following(this, state, this::show);
    }

    public StatePane<T> whenUnasked(Unasked words) {
        unasked = Optional.of(words);
        return this;
    }

    public StatePane<T> whenNothing(Predicate<T> test, Nothing words) {
        isNothing = test;
        nothing = Optional.of(words);
        return this;
    }

    public StatePane<T> whileLoading(Progress words) {
        progress = Optional.of(words);
        return this;
    }

    public StatePane<T> onRetry(Runnable act) {
        retry = Optional.of(act);
        return this;
    }

    private void show(Loadable<T> state) {
        skeletonDelay.stop();
        cancelDelay.stop();
        switch (state) {
            case Loadable.Idle<T> _ -> getChildren().setAll(idle());
            case Loadable.Loading<T> _ -> load();
            case Loadable.Ready<T>(var read, var asOf) -> ready(read, asOf);
            case Loadable.Stale<T>(var read, var asOf, var why) -> stale(read, asOf, why);
            case Loadable.Failed<T>(var problem) -> getChildren().setAll(failed(problem));
        }
    }

    private Node idle() {
        return unasked.map(words -> notice(
                        words.icon(),
                        Words.body(words.sentence()),
                        Optional.empty(),
                        Buttons.small(Buttons.plain(words.act(), words.load()))))
                .orElseGet(Region::new);
    }

    /// Content that is there stays; else a skeleton, but not for what takes less than a blink.
    private void load() {
        if (built != null && getChildren().contains(withContent)) {
            return;
        }
        getChildren().clear();
        var skeleton = new Skeleton();
        skeletonDelay.setOnFinished(_ -> getChildren().setAll(skeleton));
        skeletonDelay.play();
        progress.ifPresent(words -> {
            cancelDelay.setOnFinished(_ -> skeleton.say(words));
            cancelDelay.play();
        });
    }

    private void ready(T read, BlockRef asOf) {
        value.set(read);
        if (isNothing.test(read) && nothing.isPresent()) {
            getChildren().setAll(empty(nothing.get(), asOf));
        } else {
            showContent(Optional.empty());
        }
    }

    private void stale(T read, BlockRef asOf, String why) {
        value.set(read);
        showContent(Optional.of(staleBanner(asOf, why)));
    }

    private void showContent(Optional<Node> banner) {
        Node node = built;
        if (node == null) {
            node = Boxes.styled(
                    Boxes.growing(content.apply(value.getReadOnlyProperty().map(present -> present))), "state-content");
            built = node;
        }
        node.pseudoClassStateChanged(STALE, banner.isPresent());
        withContent.getChildren().setAll(node);
        banner.ifPresent(above -> withContent.getChildren().addFirst(above));
        getChildren().setAll(withContent);
    }

    private Node staleBanner(BlockRef asOf, String why) {
        var age = Times.duration(Duration.between(asOf.time(), now.getValue()));
        var again = retry.map(act -> new Node[] {new Link("Try again", act)}).orElseGet(() -> new Node[0]);
        var banner = new Banner(Severity.WARNING, Icon.CLOCK, age + " old.", why, again);
        VBox.setMargin(banner, new Insets(0, 0, 8, 0));
        return banner;
    }

    private static Node empty(Nothing words, BlockRef asOf) {
        var checked = "Checked " + Times.time(asOf.time()) + " at block " + Numbers.count(asOf.number());
        return notice(
                words.icon(),
                Words.name(words.sentence()),
                Optional.of(Words.secondary(checked)),
                Buttons.small(Buttons.plain(words.act(), words.next())));
    }

    private static Node notice(Icon icon, Label sentence, Optional<Label> detail, Button act) {
        var notice = new VBox(icon.at(Icon.Size.PANE, Tone.MUTED), Words.wrapped(sentence));
        detail.ifPresent(words -> notice.getChildren().add(Words.wrapped(words)));
        notice.getChildren().add(act);
        notice.setAlignment(Pos.CENTER);
        return Boxes.styled(notice, "notice");
    }

    private Node failed(Problem problem) {
        var words = new VBox(
                Words.wrapped(Words.name(problem.happened())),
                Words.wrapped(Words.secondary((problem.meaning() + " " + problem.remedy()).strip())));
        var acts = new HBox(8);
        retry.ifPresent(act -> acts.getChildren().add(Buttons.small(Buttons.plain("Try again", act))));
        acts.getChildren().add(Buttons.small(Buttons.flat("Copy details", () -> copy(problem))));
        words.getChildren().add(acts);
        VBox.setMargin(acts, new Insets(10, 0, 0, 0));
        var failure = new HBox(8, Icon.PROBLEM.at(Icon.Size.ROW, Tone.DANGER), Boxes.growing(words));
        return Boxes.styled(failure, "failure");
    }

    private static void copy(Problem problem) {
        var content = new ClipboardContent();
        content.putString(problem.toString());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
