package org.breakwater.desktop.feature.overview;

import java.util.Locale;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.breakwater.core.overview.Overview;
import org.breakwater.core.value.BasisPoints;
import org.breakwater.core.value.Loadable;

/// The first screen.
public final class OverviewView {

    private static final double GAP = 12;
    private static final String MISSING = "—";

    private final OverviewViewModel model;

    public OverviewView(OverviewViewModel model) {
        this.model = model;
    }

    public Parent root() {
        var root = new VBox(GAP, heading(), facts(), actions(), status());
        root.setPadding(new Insets(2 * GAP));
        return root;
    }

    private static Node heading() {
        var heading = new Label("Breakwater — local network");
        heading.getStyleClass().add("title-2");
        return heading;
    }

    private Node facts() {
        var facts = new GridPane(2 * GAP, GAP);
        row(facts, 0, "Pool", shown -> shown.pool().name());
        row(facts, 1, "Capital", shown -> shown.pool().totalAssets().toString());
        row(facts, 2, "Subject concentration", shown -> new BasisPoints(shown.value()).toString());
        row(
                facts,
                3,
                "Council",
                shown -> shown.council().threshold() + " of "
                        + shown.council().owners().size() + ", Safe "
                        + shown.council().version() + ", "
                        + shown.council().address());
        row(facts, 4, "Next nonce", shown -> shown.council().nonce().toString());
        facts.addRow(5, new Label("As of"), bound("as-of", model.overview().map(OverviewView::asOf)));
        return facts;
    }

    private void row(GridPane facts, int row, String name, Function<Overview, String> text) {
        var id = name.toLowerCase(Locale.ROOT).replace(' ', '-');
        facts.addRow(row, new Label(name), bound(id, model.overview().map(state -> shown(state, text))));
    }

    private static String shown(Loadable<Overview> state, Function<Overview, String> text) {
        return switch (state) {
            case Loadable.Ready<Overview>(var overview, var _) -> text.apply(overview);
            case Loadable.Stale<Overview>(var overview, var _, var _) -> text.apply(overview);
            case Loadable.Idle<Overview> _, Loadable.Loading<Overview> _, Loadable.Failed<Overview> _ -> MISSING;
        };
    }

    private static String asOf(Loadable<Overview> state) {
        return switch (state) {
            case Loadable.Ready<Overview>(var _, var block) -> "block " + block.number() + ", " + block.time();
            case Loadable.Stale<Overview>(var _, var block, var why) -> "block " + block.number() + ": " + why;
            case Loadable.Idle<Overview> _ -> MISSING;
            case Loadable.Loading<Overview> _ -> "reading…";
            case Loadable.Failed<Overview>(var problem) -> problem.toString();
        };
    }

    private static Label bound(String id, ObservableValue<String> text) {
        var label = new Label();
        label.setId(id);
        label.textProperty().bind(text);
        return label;
    }

    private Node actions() {
        var propose = new Button("Propose");
        propose.setId("propose");
        propose.setOnAction(_ -> model.propose());
        propose.disableProperty().bind(model.busy());
        var sign = new Button("Sign and execute");
        sign.setId("sign-and-execute");
        sign.setOnAction(_ -> model.signAndExecute());
        sign.disableProperty().bind(model.busy().or(model.proposal().isNull()));
        return new HBox(GAP, propose, sign);
    }

    private Node status() {
        var status = bound("status", model.status());
        status.setWrapText(true);
        return status;
    }
}
