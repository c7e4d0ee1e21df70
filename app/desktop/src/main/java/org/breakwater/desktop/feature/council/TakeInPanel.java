package org.breakwater.desktop.feature.council;

import java.util.Optional;
import javafx.scene.control.TextArea;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.breakwater.core.problem.Problem;
import org.breakwater.desktop.kit.Banner;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.place.Opening;
import org.breakwater.desktop.place.TakingIn;

/// Asks for a transaction that somebody handed on: a file, or the text between its marks.
final class TakeInPanel extends VBox {

    private static final int ROWS = 5;

    TakeInPanel(TakeInViewModel model, Opening opening) {
        super(10);
        getStyleClass().add("take-in");
        var text = new TextArea();
        text.setId("take-in-text");
        text.setPrefRowCount(ROWS);
        text.setPromptText("-----BEGIN BREAKWATER SAFE TRANSACTION-----");
        text.setAccessibleText("The text that was handed on");
        var take = Buttons.primary("Take in the text", () -> model.takeText(text.getText()));
        take.setId("take-in-paste");
        var file = Buttons.plain(
                Icon.FILE,
                "Choose a file…",
                () -> opening.open("A transaction that was handed on", TakingIn.MOST, model::takeFile));
        file.setId("take-in-file");
        var problem = new StackPane();
        getChildren()
                .addAll(
                        Words.strong("Take in a transaction"),
                        Words.wrapped(Words.secondary("Hash and signatures are verified here. Who handed it on can"
                                + " have written anything else in it.")),
                        text,
                        problem,
                        Boxes.row(8, take, file, Buttons.plain("Cancel", model::cancel)));
        Shown.following(this, model.working(), working -> {
            take.setDisable(working);
            file.setDisable(working);
        });
        Shown.following(this, model.problem(), refused -> tell(problem, refused));
    }

    private static void tell(StackPane place, Optional<Problem> refused) {
        place.getChildren()
                .setAll(refused.stream()
                        .map(problem -> new Banner(
                                Severity.BLOCK,
                                Icon.PROBLEM,
                                problem.happened(),
                                (problem.meaning() + " " + problem.remedy()).strip()))
                        .toList());
    }
}
