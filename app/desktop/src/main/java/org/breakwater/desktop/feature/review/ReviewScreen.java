package org.breakwater.desktop.feature.review;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.breakwater.core.safe.SafeHashCase;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.breakwater.desktop.feature.review.ReviewPage.Reviewed;
import org.breakwater.desktop.fx.Subscriptions;
import org.breakwater.desktop.kit.Banner;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Link;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.StatePane;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Screen;
import org.breakwater.desktop.place.Surroundings;
import org.breakwater.desktop.wording.CallSentences;

/// One transaction of a Safe before it is signed: what it does, from its bytes; what changes; every check; and the
/// hashes
/// that a device must show.
public final class ReviewScreen implements Screen {

    private final Surroundings around;
    private final ReviewViewModel model;
    private final ActionsViewModel actions;
    private final ReadOnlyObjectWrapper<List<String>> trail = new ReadOnlyObjectWrapper<>(List.of("Council"));

    public ReviewScreen(Address safe, Hash32 hash, Surroundings around) {
        this.around = around;
        var sentences = new CallSentences(around::name, around.calls(), around.deployment());
        var maker = new ReviewPage.Maker(around.reviews(), sentences, around::name);
        this.model = new ReviewViewModel(maker, around.background(), safe, hash);
        this.actions = new ActionsViewModel(maker, around.acting(), around.background(), hash, this::go);
    }

    private void go(SafeHashCase other) {
        around.router()
                .go(new Place.SafeTransaction(
                        other.domain().safe(), other.hash().hash()));
    }

    @Override
    public ObservableValue<List<String>> trail() {
        return trail.getReadOnlyProperty();
    }

    @Override
    public Node root() {
        var page = Boxes.growing(new StatePane<>(model.page(), around.now(), this::content));
        page.setMinHeight(0);
        return new VBox(page, new ActionArea(around, actions));
    }

    @Override
    public void shown(Subscriptions until) {
        until.add(model.follow(around.known(), around.council()));
        until.add(actions.follow(model.page()));
    }

    private Node content(ObservableValue<ReviewPage> page) {
        var reviewed = new ReviewedView(around, model);
        var pane = new StackPane();
        Shown.following(pane, page, read -> {
            var drawn = drawn(read, reviewed);
            // what stays in the window keeps its place and its keyboard focus
            if (!pane.getChildren().equals(List.of(drawn))) {
                pane.getChildren().setAll(drawn);
            }
        });
        return pane;
    }

    private Node drawn(ReviewPage page, ReviewedView view) {
        return switch (page) {
            case ReviewPage.Missing _ ->
                notice("No transaction of that hash waits for this Safe. It may have been executed, or rejected.");
            case ReviewPage.Unreviewed(var problem) -> notice(problem.toString());
            case ReviewPage.Executed executed -> executed(executed);
            case Reviewed reviewed -> {
                trail.set(List.of(
                        "Council",
                        reviewed.safe().name() + " Safe",
                        "Nonce " + reviewed.queued().transaction().nonce()));
                view.show(reviewed);
                yield view;
            }
        };
    }

    private Node notice(String sentence) {
        var notice = new VBox(
                8,
                Icon.COUNCIL.at(Icon.Size.PANE),
                Words.wrapped(Words.name(sentence)),
                new Link("Show the Safes", () -> around.router().go(new Place.Council())));
        notice.setAlignment(Pos.CENTER);
        return notice;
    }

    private Node executed(ReviewPage.Executed executed) {
        trail.set(List.of("Council", executed.safe() + " Safe", "Nonce " + executed.nonce()));
        var severity = executed.entry().succeeded() ? Severity.PASSED : Severity.BLOCK;
        var said = executed.entry().succeeded()
                ? "Executed with nonce " + executed.nonce() + " in block "
                        + Numbers.count(executed.entry().block()) + "."
                : "The call in it failed in block "
                        + Numbers.count(executed.entry().block()) + ". Nonce " + executed.nonce() + " is used up.";
        var title = Words.wrapped(Words.title(executed.title().orElse("What it did cannot be read from its calldata")));
        title.setId("review-title");
        var done = new Banner(
                severity,
                severity.icon(),
                said,
                "The Safe said so itself, for safeTxHash "
                        + executed.entry().safeTxHash() + ", in transaction "
                        + executed.entry().transaction() + ".");
        done.setId("review-executed");
        var page = new VBox(
                14, title, done, new Link("Show the Safe", () -> around.router().go(new Place.Council())));
        return Boxes.padded(page, 20, 20, 20, 20);
    }
}
