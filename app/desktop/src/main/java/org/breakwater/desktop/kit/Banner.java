package org.breakwater.desktop.kit;

import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// A message that stands above the content it is about. Never a modal.
public final class Banner extends HBox {

    /// @param strong what is so, one sentence
    /// @param rest what follows from it
    /// @param acts links after the words
    public Banner(Severity severity, Icon icon, String strong, String rest, Node... acts) {
        super(8);
        getStyleClass()
                .addAll(
                        "banner",
                        "banner-" + severity.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        var words = new TextFlow(run(strong, "strong"), run(rest.isEmpty() ? "" : " " + rest));
        for (var act : acts) {
            words.getChildren().addAll(run(" "), act);
        }
        words.getStyleClass().add("banner-words");
        getChildren().addAll(icon.at(Icon.Size.BUTTON, severity.tone()), Boxes.growing(words));
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText((severity.word() + ": " + strong + " " + rest).strip());
    }

    private static Text run(String text, String... styles) {
        var run = new Text(text);
        run.getStyleClass().add("run");
        run.getStyleClass().addAll(styles);
        return run;
    }
}
