package org.breakwater.desktop.kit;

import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.SegmentedBar;

/// How many of the signatures that a Safe needs are there: one segment for each up to the threshold.
public final class SignerBar extends HBox {

    private static final double SEGMENT = 16;
    private static final double HEIGHT = 8;
    private static final double SPACE = 3;

    /// What the next signature depends on.
    public enum Next {
        /// The person at this window can sign.
        YOU,
        /// Somebody else has to.
        OTHERS,
        /// Nobody may: the transaction is blocked.
        NOBODY
    }

    /// @param signers the names of those who signed
    /// @param threshold how many have to
    public SignerBar(List<String> signers, int threshold, Next next) {
        super(12);
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(USE_PREF_SIZE);
        var words = words(signers.size(), threshold, next);
        getChildren().addAll(bar(signers, threshold, next), Words.secondary(words));
        getChildren().getLast().getStyleClass().remove("muted");
        setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
        setAccessibleText(
                "Signatures: " + words + (signers.isEmpty() ? "" : ". Signed by " + String.join(", ", signers)));
    }

    private static Node bar(List<String> signers, int threshold, Next next) {
        var bar = new SegmentedBar<>();
        bar.setOrientation(Orientation.HORIZONTAL);
        bar.setSegmentViewFactory(segment -> segment(segment.getText()));
        bar.setInfoNodeFactory(null);
        bar.setFocusTraversable(false); // it shows, and does nothing
        IntStream.range(0, threshold)
                .mapToObj(i -> new SegmentedBar.Segment(1, style(i, signers.size(), next)))
                .forEach(bar.getSegments()::add);
        var width = threshold * (SEGMENT + SPACE);
        bar.setMinSize(width, HEIGHT);
        bar.setPrefSize(width, HEIGHT);
        bar.setMaxSize(width, HEIGHT);
        return bar;
    }

    private static Node segment(String style) {
        var face = Boxes.styled(new Region(), "signature", style);
        face.setMaxSize(SEGMENT, HEIGHT);
        var cell = new StackPane(face);
        cell.setAlignment(Pos.CENTER_LEFT);
        return cell;
    }

    private static String style(int index, int signed, Next next) {
        if (index < signed) {
            return next == Next.NOBODY ? "blocked" : "signed";
        }
        return index == signed && next == Next.YOU ? "yours" : "missing";
    }

    static String words(int signed, int threshold, Next next) {
        var count = signed + " of " + threshold;
        if (next == Next.NOBODY) {
            return count + ", on a blocked transaction";
        }
        if (signed >= threshold) {
            return count + ", complete";
        }
        return next == Next.YOU ? count + ", you next" : count + ", " + (threshold - signed) + " more needed";
    }
}
