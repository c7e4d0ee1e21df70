package org.breakwater.desktop.shell;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.breakwater.core.problem.Problem;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Mark;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;

/// What a window shows before it is on a network: what is under way, or why it could not be done.
public final class OpeningPage {

    private static final double WIDTH = 520;
    private static final double MARK = 40;

    private OpeningPage() {}

    /// @param what as in "Starting the local network"
    public static Parent opening(String what) {
        var bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(what);
        return page(Words.muted(what), bar);
    }

    /// @param again tries once more
    /// @param another goes to the choice of a network
    /// @param close closes the window
    public static Parent refused(Problem problem, Runnable again, Runnable another, Runnable close) {
        var happened = Words.wrapped(Words.name(problem.happened()));
        happened.setId("refusal");
        var words = new VBox(4, happened);
        for (var more : new String[] {problem.meaning(), problem.remedy()}) {
            if (!more.isBlank()) {
                words.getChildren().add(Words.wrapped(Words.secondary(more)));
            }
        }
        var retry = Shown.focused(Buttons.primary("Try again", again));
        var acts = new HBox(8, retry, Buttons.plain("Open another network…", another), Buttons.plain("Close", close));
        VBox.setMargin(acts, new Insets(8, 0, 0, 0));
        return page(new HBox(10, Icon.PROBLEM.at(Icon.Size.ROW, Tone.DANGER), Boxes.growing(words)), acts);
    }

    private static Parent page(Region... parts) {
        var brand = new HBox(12, new Mark(MARK), Words.title("Breakwater"));
        brand.setAlignment(Pos.CENTER_LEFT);
        var column = new VBox(16, brand);
        column.getChildren().addAll(parts);
        column.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        return Boxes.styled(new StackPane(column), "opening");
    }
}
