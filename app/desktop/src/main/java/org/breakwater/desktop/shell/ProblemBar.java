package org.breakwater.desktop.shell;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;
import org.breakwater.core.problem.Problem;
import org.breakwater.desktop.kit.Banner;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Link;
import org.breakwater.desktop.kit.Severity;

/// Problems that belong to no place: a line each under the header, until it is dismissed. Never a modal.
final class ProblemBar extends VBox {

    private static final int MOST = 3;

    ProblemBar() {
        super(6);
        getStyleClass().add("problem-bar");
    }

    /// Shows a problem; the oldest gives way when there are too many.
    void show(Problem problem) {
        var line = new VBox();
        var banner = new Banner(
                Severity.WARNING,
                Icon.ALERT,
                problem.happened(),
                (problem.meaning() + " " + problem.remedy()).strip(),
                new Link("Copy details", () -> copy(problem)),
                new Link("Dismiss", () -> getChildren().remove(line)));
        line.getChildren().add(banner);
        getChildren().add(line);
        if (getChildren().size() > MOST) {
            getChildren().removeFirst();
        }
    }

    private static void copy(Problem problem) {
        var content = new ClipboardContent();
        content.putString(problem.toString());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
