package org.breakwater.desktop.feature.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Link;
import org.breakwater.desktop.kit.MarkdownText;
import org.breakwater.desktop.kit.Words;

/// A page of the guide as it is read in the program: its words, its pictures in their places, and under them the pages
/// that it names. Nothing in it leads out of the program.
final class GuideText extends VBox {

    private static final Pattern PICTURE = Pattern.compile("(?m)^!\\[([^\\]]+)]\\(pictures/([a-z0-9-]+\\.png)\\)$");
    private static final Pattern LINK = Pattern.compile("(?<!!)\\[([^\\]]+)]\\(([^()\\s]+)\\)");
    private static final double GAP = 12;

    /// @param width of the text
    /// @param open goes to another page
    GuideText(GuidePage page, double width, Consumer<GuidePage> open) {
        super(GAP);
        setMaxWidth(width);
        var text = page.text();
        var at = 0;
        var pictures = PICTURE.matcher(text);
        while (pictures.find()) {
            words(text.substring(at, pictures.start()));
            getChildren().add(picture(pictures.group(2), pictures.group(1), width));
            at = pictures.end();
        }
        words(text.substring(at));
        related(text, open);
    }

    private void words(String markdown) {
        if (!markdown.isBlank()) {
            getChildren().add(new MarkdownText(LINK.matcher(markdown).replaceAll("$1"), "Text of the guide"));
        }
    }

    private static Node picture(String name, String shows, double width) {
        try (var stream = GuidePage.picture(name)) {
            var image = new Image(stream);
            var view = new ImageView(image);
            view.setFitWidth(Math.min(width, image.getWidth()));
            view.setPreserveRatio(true);
            view.setSmooth(true);
            view.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
            view.setAccessibleText(shows);
            var frame = Boxes.styled(new VBox(view), "guide-picture");
            frame.setMaxWidth(USE_PREF_SIZE);
            return new VBox(4, frame, Words.wrapped(Words.caption(shows)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void related(String text, Consumer<GuidePage> open) {
        var pages = new LinkedHashSet<GuidePage>();
        LINK.matcher(text)
                .results()
                .forEach(link -> GuidePage.linked(link.group(2)).ifPresent(pages::add));
        if (!pages.isEmpty()) {
            var links = new FlowPane(16, 4);
            pages.forEach(page -> links.getChildren().add(new Link(page.title(), () -> open.accept(page))));
            getChildren().addAll(Boxes.line(), Words.secondary("Pages that are named here"), links);
        }
    }
}
