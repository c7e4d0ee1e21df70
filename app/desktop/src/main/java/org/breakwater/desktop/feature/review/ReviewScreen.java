package org.breakwater.desktop.feature.review;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.breakwater.desktop.feature.review.ReviewPage.Reviewed;
import org.breakwater.desktop.feature.review.ReviewViewModel.Depth;
import org.breakwater.desktop.fx.Subscriptions;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Choices;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Link;
import org.breakwater.desktop.kit.SeverityTag;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.SignerBar;
import org.breakwater.desktop.kit.StatePane;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Screen;
import org.breakwater.desktop.place.Surroundings;
import org.breakwater.desktop.wording.CallSentences;

/// One transaction of a Safe before it is signed: what it does, from its bytes; what changes; every check; and the
/// hashes
/// that a device must show.
public final class ReviewScreen implements Screen {

    private static final double BESIDE_FROM = 1_000;

    private final Surroundings around;
    private final ReviewViewModel model;
    private final ReadOnlyObjectWrapper<List<String>> trail = new ReadOnlyObjectWrapper<>(List.of("Council"));

    public ReviewScreen(Address safe, Hash32 hash, Surroundings around) {
        this.around = around;
        var sentences = new CallSentences(around::name, around.calls(), around.deployment());
        this.model = new ReviewViewModel(
                new ReviewPage.Maker(around.reviews(), sentences, around::name), around.background(), safe, hash);
    }

    @Override
    public ObservableValue<List<String>> trail() {
        return trail.getReadOnlyProperty();
    }

    @Override
    public Node root() {
        return new StatePane<>(model.page(), around.now(), this::content);
    }

    @Override
    public void shown(Subscriptions until) {
        until.add(model.follow(around.known(), around.council()));
    }

    private Node content(ObservableValue<ReviewPage> page) {
        var pane = new StackPane();
        Shown.following(pane, page, read -> pane.getChildren().setAll(drawn(read)));
        return pane;
    }

    private Node drawn(ReviewPage page) {
        return switch (page) {
            case ReviewPage.Missing _ ->
                notice("No transaction of that hash waits for this Safe. It may have been executed, or rejected.");
            case ReviewPage.Unreviewed(var problem) -> notice(problem.toString());
            case Reviewed reviewed -> drawn(reviewed);
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

    private Node drawn(Reviewed reviewed) {
        var nonce = reviewed.queued().transaction().nonce();
        trail.set(List.of("Council", reviewed.safe().name() + " Safe", "Nonce " + nonce));
        var body = body(reviewed);
        VBox.setVgrow(body, Priority.ALWAYS);
        var page = new VBox(heading(reviewed), body, actions(reviewed));
        page.setMinHeight(0);
        return page;
    }

    private Node heading(Reviewed reviewed) {
        var title = Words.wrapped(Words.title(reviewed.title()));
        title.setId("review-title");
        title.setMaxWidth(Double.MAX_VALUE);
        var verdict = new SeverityTag(
                Outcomes.severity(reviewed.review().verdict()),
                Outcomes.word(reviewed.review().verdict()));
        verdict.setId("review-verdict");
        verdict.setMinWidth(Region.USE_PREF_SIZE);
        var depths = Choices.segments(
                "How deep",
                List.of(
                        new Choices.Choice<>(Depth.SENTENCE, "Sentence"),
                        new Choices.Choice<>(Depth.FIELDS, "Fields"),
                        new Choices.Choice<>(Depth.BYTES, "Bytes")),
                model.depth().get(),
                model::look);
        var first = Boxes.row(12, Boxes.growing(title), verdict);
        var second = Boxes.row(
                12,
                around.chip(reviewed.safe().address()),
                Words.muted(Outcomes.place(reviewed)),
                Words.muted(proposed(reviewed)),
                Boxes.spacer(),
                depths);
        var heading = new VBox(10, first, second);
        heading.setMinHeight(Region.USE_PREF_SIZE);
        return Boxes.styled(heading, "review-heading");
    }

    private String proposed(Reviewed reviewed) {
        return reviewed.queued()
                .served()
                .proposer()
                .map(proposer -> "said to be proposed by " + around.name(proposer))
                .orElse("nobody says who proposed it");
    }

    private Node body(Reviewed reviewed) {
        var parts = new ReviewParts(around, reviewed);
        var main = new StackPane();
        Shown.following(main, model.depth(), depth -> main.getChildren().setAll(parts.main(depth)));
        var left = scrolling(main);
        var right = scrolling(parts.side());
        right.getStyleClass().add("review-side");
        var beside = new HBox(Boxes.growing(left), right);
        beside.setMinHeight(0);
        beside.widthProperty().subscribe(width -> {
            var narrow = width.doubleValue() < BESIDE_FROM;
            right.setPrefWidth(narrow ? 340 : 468);
            right.setMinWidth(narrow ? 340 : 468);
        });
        return beside;
    }

    private static ScrollPane scrolling(Node content) {
        var pane = new ScrollPane(content);
        pane.setFitToWidth(true);
        pane.setMinHeight(0); // long content scrolls instead of pushing heading and actions out of the window
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return pane;
    }

    private Node actions(Reviewed reviewed) {
        var blocked = Outcomes.isBlocked(reviewed);
        var bar = new SignerBar(
                reviewed.signers(),
                reviewed.safe().setup().threshold(),
                blocked ? SignerBar.Next.NOBODY : SignerBar.Next.OTHERS);
        var sentence = Outcomes.tone(reviewed).on(Words.name(Outcomes.stand(reviewed)));
        sentence.setId("review-stand");
        var row = Boxes.row(12, bar, Boxes.spacer(), sentence);
        rival(reviewed).ifPresent(row.getChildren()::add);
        return Boxes.styled(row, "action-bar");
    }

    private Optional<Node> rival(Reviewed reviewed) {
        return reviewed.rivals().stream()
                .findFirst()
                .map(rival -> new Link(
                        "Review the other nonce "
                                + reviewed.queued().transaction().nonce(),
                        () -> around.router()
                                .go(new Place.SafeTransaction(reviewed.safe().address(), rival.hash()))));
    }
}
