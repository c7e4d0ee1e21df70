package org.breakwater.desktop.feature.guide;

import java.util.Optional;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.KeyCap;
import org.breakwater.desktop.kit.Words;

/// The page that every signer reads before the first signature on a machine.
public final class SafetySheet extends VBox {

    /// The version of its text. Whoever read another one reads it again.
    public static final int VERSION = 1;

    private static final double WIDTH = 720;
    private static final double HEIGHT = 640;
    private static final double TEXT = 670;

    private final ScrollPane reading = Reading.pane();

    private SafetySheet(Optional<Runnable> agreed, Runnable close) {
        getStyleClass().addAll("popup", "guide");
        setId("before-you-sign");
        setMaxSize(WIDTH, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        var heading = Boxes.row(12, Words.section("For signers"), Boxes.spacer(), new KeyCap("Esc"));
        reading.setContent(
                Boxes.styled(new VBox(new GuideText(GuidePage.BEFORE_YOU_SIGN, TEXT, _ -> {})), "guide-text"));
        reading.setAccessibleText(GuidePage.BEFORE_YOU_SIGN.title());
        var acts = Boxes.row(8);
        agreed.ifPresentOrElse(
                go -> acts.getChildren()
                        .addAll(
                                Words.secondary("Asked once on this machine, and again when this page changes."),
                                Boxes.spacer(),
                                Buttons.plain("Not now", close),
                                Buttons.primary("I have read it", go)),
                () -> acts.getChildren().addAll(Boxes.spacer(), Buttons.plain("Close", close)));
        getChildren()
                .addAll(
                        Boxes.styled(heading, "sheet-heading"),
                        Boxes.growing(reading),
                        Boxes.styled(acts, "guide-acts"));
    }

    /// To be read again.
    public static SafetySheet toRead(Runnable close) {
        return new SafetySheet(Optional.empty(), close);
    }

    /// To be read before one signs.
    ///
    /// @param read what follows once it was
    /// @param close leaves without signing
    public static SafetySheet beforeSigning(Runnable read, Runnable close) {
        return new SafetySheet(Optional.of(read), close);
    }

    /// What takes the focus: arrow keys move the page.
    public ScrollPane reading() {
        return reading;
    }
}
