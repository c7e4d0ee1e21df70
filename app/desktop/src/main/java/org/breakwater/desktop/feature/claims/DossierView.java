package org.breakwater.desktop.feature.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.breakwater.core.claims.ReadHistory;
import org.breakwater.desktop.feature.claims.DossierViewModel.Part;
import org.breakwater.desktop.fx.Subscriptions;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Choices;
import org.breakwater.desktop.kit.Choices.Choice;
import org.breakwater.desktop.kit.Redrawn;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.StatePane;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Screen;
import org.breakwater.desktop.place.Surroundings;

/// The dossier of one claim: what it is about at the left, the evidence and what happened in the middle, the amount and
/// the vote at the right. In a narrow window the left and right columns become tabs.
public final class DossierView implements Screen {

    private static final double FACTS = 300;
    private static final double SIDE = 364;
    private static final double NARROW = 1_090;

    private final long claimId;
    private final Surroundings around;
    private final DossierViewModel model;
    private final EventsPane events;
    private final CaseVoteViewModel votes;
    private final ReadOnlyObjectWrapper<List<String>> trail;

    public DossierView(long claimId, Surroundings around) {
        this.claimId = claimId;
        this.around = around;
        var history = new ReadHistory(around.events(), around.deployment());
        this.model = new DossierViewModel(claimId, around.texts(), history, around.evidence(), around.background());
        this.votes = new CaseVoteViewModel(
                around.acting(), around.background(), around.composing().ballots(), model::reveal);
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
        until.add(votes.follow());
        until.add(model.dossier().subscribe(_ -> votes.look(value().map(Dossier::matter))));
    }

    private Optional<Dossier> value() {
        return model.dossier().get().read().flatMap(found -> found);
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
        var columns = Boxes.growing(columns(dossier));
        var since = model.since(around.acting().person());
        return new VBox(
                new DossierHeading(around, dossier).root(),
                new SinceBallotBanner(around, this::eventText, votes).root(dossier, since),
                columns,
                new CaseArea(around, votes).root());
    }

    private Region columns(ObservableValue<Dossier> dossier) {
        var facts = Boxes.styled(Parts.scrolling(new DossierFacts(around, model, dossier).root()), "dossier-facts");
        var side = Boxes.styled(Parts.scrolling(new DossierDecision(around, model, dossier).root()), "dossier-side");
        var middle = Boxes.styled(new VBox(), "dossier-middle");
        var row = new HBox();
        row.setMinHeight(0);
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
        var evidence = Parts.scrolling(new DossierEvidence(
                        around, model, dossier, model.since(around.acting().person()), events)
                .root());
        var similar = new SimilarClaims(around, dossier).root();
        var ballots = new DossierBallots(around, model, dossier).root();
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
}
