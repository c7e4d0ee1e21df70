package org.breakwater.desktop.feature.review;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.breakwater.desktop.feature.review.ReviewPage.Reviewed;
import org.breakwater.desktop.feature.review.ReviewViewModel.Depth;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Choices;
import org.breakwater.desktop.kit.SeverityTag;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.place.Surroundings;

/// A review: its heading, what the transaction does, and the checks beside it. A newer review takes the place of the
/// one
/// before: what was scrolled or typed stays.
final class ReviewedView extends VBox {

    private static final double BESIDE_FROM = 1_000;
    private static final double SIDE = 468;
    private static final double NARROW_SIDE = 340;

    private final Surroundings around;
    private final ReviewViewModel model;
    private final StackPane title = new StackPane();
    private final StackPane place = new StackPane();
    private final StackPane main = new StackPane();
    private final StackPane side = new StackPane();
    private Optional<Reviewed> shown = Optional.empty();

    ReviewedView(Surroundings around, ReviewViewModel model) {
        this.around = around;
        this.model = model;
        setMinHeight(0);
        var body = body();
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(heading(), body);
        Shown.following(main, model.depth(), _ -> drawMain());
    }

    void show(Reviewed reviewed) {
        shown = Optional.of(reviewed);
        title.getChildren().setAll(title(reviewed));
        place.getChildren().setAll(place(reviewed));
        side.getChildren().setAll(new ReviewParts(around, reviewed).side());
        drawMain();
    }

    private void drawMain() {
        shown.ifPresent(reviewed -> main.getChildren()
                .setAll(new ReviewParts(around, reviewed).main(model.depth().get())));
    }

    private Node heading() {
        var depths = Choices.segments(
                "How deep",
                List.of(
                        new Choices.Choice<>(Depth.SENTENCE, "Sentence"),
                        new Choices.Choice<>(Depth.FIELDS, "Fields"),
                        new Choices.Choice<>(Depth.BYTES, "Bytes")),
                model.depth().get(),
                model::look);
        var heading = new VBox(10, title, Boxes.row(12, Boxes.growing(place), depths));
        heading.setMinHeight(Region.USE_PREF_SIZE);
        return Boxes.styled(heading, "review-heading");
    }

    private static Node title(Reviewed reviewed) {
        var title = Words.wrapped(Words.title(reviewed.title()));
        title.setId("review-title");
        title.setMaxWidth(Double.MAX_VALUE);
        var verdict = new SeverityTag(
                Outcomes.severity(reviewed.review().verdict()),
                Outcomes.word(reviewed.review().verdict()));
        verdict.setId("review-verdict");
        verdict.setMinWidth(Region.USE_PREF_SIZE);
        return Boxes.row(12, Boxes.growing(title), verdict);
    }

    private Node place(Reviewed reviewed) {
        return Boxes.row(
                12,
                around.chip(reviewed.safe().address()),
                Words.muted(Outcomes.place(reviewed)),
                Words.muted(proposed(reviewed)));
    }

    private String proposed(Reviewed reviewed) {
        return reviewed.queued()
                .served()
                .proposer()
                .map(proposer -> "said to be proposed by " + around.name(proposer))
                .orElse("nobody says who proposed it");
    }

    private Node body() {
        var left = scrolling(main);
        var right = scrolling(new VBox(side, Boxes.padded(new SecondMachineField(model), 0, 18, 20, 18)));
        right.getStyleClass().add("review-side");
        var beside = new HBox(Boxes.growing(left), right);
        beside.setMinHeight(0);
        beside.widthProperty().subscribe(width -> {
            var wide = width.doubleValue() < BESIDE_FROM ? NARROW_SIDE : SIDE;
            right.setPrefWidth(wide);
            right.setMinWidth(wide);
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
}
