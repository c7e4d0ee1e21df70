package org.breakwater.desktop.feature.welcome;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.breakwater.core.problem.Problem;
import org.breakwater.desktop.feature.welcome.WelcomeViewModel.Page;
import org.breakwater.desktop.kit.Banner;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.Field;
import org.breakwater.desktop.kit.Field.Hint;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Words;

/// What is entered of a deployment. It is opened only when everything in it was found to be right.
final class ConnectForm extends VBox {

    private static final double WIDTH = 640;
    /// A field's label stands above it: what is beside the field begins lower.
    private static final double LABEL = 19;

    private final WelcomeViewModel model;
    private final Function<String, Optional<String>> chooseFile;

    /// @param chooseFile asks for a file under a title, and answers with its path
    ConnectForm(WelcomeViewModel model, Page page, Function<String, Optional<String>> chooseFile) {
        super(14);
        this.model = model;
        this.chooseFile = chooseFile;
        setMaxWidth(WIDTH);
        setPrefWidth(WIDTH);
        var first = field(
                "Endpoint",
                "https://node.example.org",
                model.endpoint(),
                "A node's address: https, or wss.",
                "endpoint");
        getChildren()
                .addAll(
                        Words.section(page == Page.READ ? "Read only" : "Connect to a deployment"),
                        Words.wrapped(Words.body(
                                page == Page.READ
                                        ? "Everything is read and compared as for signers. No signer is opened at this"
                                                + " console, and nothing is sent."
                                        : "The protocol is read from your endpoints. Who signs here is chosen in"
                                                + " Settings, Signers, once it is open.")),
                        first,
                        field(
                                "Second endpoint",
                                "https://another.example.org",
                                model.second(),
                                "Compared with the first. It may be left out; then the first is believed.",
                                "second-endpoint"),
                        file(
                                "Deployment file",
                                model.deployment(),
                                "Written when the protocol was deployed.",
                                "deployment"),
                        field(
                                "Safe transaction service",
                                "https://service.example.org",
                                model.service(),
                                "It may be left out. Transactions are then handed on as files.",
                                "service"),
                        file(
                                "Address book",
                                model.addressBook(),
                                "As Safe exports it (CSV). It may be left out.",
                                "address-book"),
                        refusal(),
                        acts(page));
        Shown.focused(first.input());
    }

    private Field field(String label, String prompt, StringProperty text, String hint, String id) {
        var field = new Field(label, "", new ReadOnlyObjectWrapper<>(Optional.of(Hint.limits(hint))));
        field.input().setId("connect-" + id);
        field.input().setPromptText(prompt);
        field.input().textProperty().bindBidirectional(text);
        field.input().setOnAction(_ -> model.connect());
        return field;
    }

    private Node file(String label, StringProperty text, String hint, String id) {
        var field = field(label, "", text, hint, id);
        var choose = Buttons.plain("Choose…", () -> chooseFile.apply(label).ifPresent(text::set));
        choose.setAccessibleText("Choose: " + label);
        HBox.setMargin(choose, new Insets(LABEL, 0, 0, 0));
        return new HBox(8, Boxes.growing(field), choose);
    }

    private Node refusal() {
        var place = new StackPane();
        place.setId("connect-refusal");
        Shown.following(place, model.problem(), problem -> {
            place.getChildren().setAll(problem.map(ConnectForm::banner).stream().toList());
            place.setManaged(problem.isPresent());
        });
        return place;
    }

    private static Node banner(Problem problem) {
        return new Banner(
                Severity.BLOCK, Icon.PROBLEM, problem.happened(), (problem.meaning() + " " + problem.remedy()).strip());
    }

    private Node acts(Page page) {
        var place = new StackPane();
        Shown.following(
                place,
                model.working(),
                words -> place.getChildren().setAll(words.isEmpty() ? ready(page) : busy(words)));
        return place;
    }

    private Region ready(Page page) {
        var connect = Buttons.primary(page == Page.READ ? "Open to read" : "Connect", model::connect);
        connect.setId("connect");
        return Boxes.row(
                8, Buttons.withReason(connect, model.missing()), Buttons.plain("Back", () -> model.show(Page.CHOICES)));
    }

    private Region busy(String words) {
        var bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(words);
        var stop = Buttons.plain("Stop", model::stop);
        return Boxes.row(12, Boxes.growing(new VBox(6, Words.muted(words), bar)), stop);
    }
}
