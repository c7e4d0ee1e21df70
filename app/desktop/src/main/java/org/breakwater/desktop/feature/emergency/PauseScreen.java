package org.breakwater.desktop.feature.emergency;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.breakwater.desktop.fx.Subscriptions;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Choices;
import org.breakwater.desktop.kit.Choices.Choice;
import org.breakwater.desktop.kit.Link;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.StatePane;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Screen;
import org.breakwater.desktop.place.BlockBadge;
import org.breakwater.desktop.place.Surroundings;

/// A pause, from the choice to its being in force: what to stop, what is true now, sign and send.
public final class PauseScreen implements Screen {

    private static final double FACTS = 376;
    private static final double SIGNING = 400;
    private static final double LEAST = 280;
    private static final double NARROW = 1_150;
    private static final double NARROW_FACTS = 300;
    private static final double NARROW_SIGNING = 330;

    private final Surroundings around;
    private final PauseViewModel model;

    public PauseScreen(Surroundings around) {
        this.around = around;
        this.model = new PauseViewModel(
                new ReadPause(around.deployment(), around.acting().actions().recovery()),
                around.acting(),
                around.reviews(),
                new PauseDrills(around.reviewer(), around.drills(), around.background(), around.now()),
                around.background(),
                around.now());
    }

    @Override
    public ObservableValue<List<String>> trail() {
        return new ReadOnlyObjectWrapper<>(List.of("Emergency", "Pause"));
    }

    @Override
    public void shown(Subscriptions until) {
        until.add(model.follow(around.known(), around.council()));
    }

    @Override
    public Node root() {
        return new StatePane<>(model.page(), around.now(), this::content);
    }

    private Node content(ObservableValue<PausePage> page) {
        var facts = column(new PauseOutlook(model, page));
        var signing = column(new PauseSigning(around, model, page));
        var columns = new HBox(column(new PauseChoosing(model, page)), facts, signing);
        columns.setFillHeight(true);
        columns.widthProperty().subscribe(width -> {
            var narrow = width.doubleValue() < NARROW;
            wide(facts, narrow ? NARROW_FACTS : FACTS);
            wide(signing, narrow ? NARROW_SIGNING : SIGNING);
        });
        return new VBox(heading(page), Boxes.growing(columns));
    }

    private static void wide(Region column, double width) {
        column.setPrefWidth(width);
        column.setMaxWidth(width);
    }

    private static Region column(Region content) {
        var scrolled = new ScrollPane(Boxes.padded(content, 14, 20, 20, 20));
        scrolled.setFitToWidth(true);
        scrolled.setMinWidth(LEAST);
        scrolled.setPrefWidth(LEAST);
        HBox.setHgrow(scrolled, Priority.ALWAYS);
        return Boxes.styled(scrolled, "pause-column");
    }

    private Node heading(ObservableValue<PausePage> page) {
        var title = Words.title("Pause");
        title.setMinWidth(Region.USE_PREF_SIZE);
        var last = last();
        last.setMinWidth(Region.USE_PREF_SIZE);
        var sentence = Words.muted("Stop something for a while. Nothing here moves funds or changes a setting.");
        var heading = Boxes.styled(
                new HBox(
                        title,
                        sentence,
                        Boxes.spacer(),
                        last,
                        mode(),
                        new Link("What can be stopped", () -> around.router().go(new Place.Emergency())),
                        BlockBadge.of(page.map(PausePage::block), around.now())),
                "page-heading",
                "ruled");
        heading.widthProperty().subscribe(width -> {
            sentence.setVisible(width.doubleValue() >= NARROW);
            sentence.setManaged(sentence.isVisible());
        });
        return heading;
    }

    private Label last() {
        var words = Words.secondary("");
        words.setId("pause-last-drill");
        Shown.following(
                words,
                model.drills().newest(),
                drills -> words.setText(drills.isEmpty() ? "No drill yet" : PauseWords.last(drills.getFirst())));
        return words;
    }

    private Node mode() {
        var mode = Choices.segments(
                "Live or drill",
                List.of(new Choice<>(false, "Live"), new Choice<>(true, "Drill")),
                model.isDrill(),
                model::setDrill);
        mode.setId("pause-mode");
        return mode;
    }
}
