package org.breakwater.desktop.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.application.ColorScheme;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.breakwater.desktop.KeptPage;
import org.breakwater.desktop.fx.Contrast;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.theme.Appearance.Scheme;
import org.junit.jupiter.api.Test;

/// The page of colours and type is drawn from the stylesheets.
class ThemePageTest extends FxTest {

    private static final Path PAGE = Path.of("..", "..", "assets", "colours-and-type.svg");
    private static final int COLUMN = 660;
    private static final int ROW = 34;
    private static final int TOP = 96;

    /// A colour that words or icons have, or that lies under them.
    ///
    /// @param least contrast with the page; 0 for what carries no words
    private record Token(String name, String use, double least) {}

    private static final List<Token> TOKENS = List.of(
            new Token("-color-fg-default", "text", Contrast.LEAST),
            new Token("-color-fg-muted", "second text", Contrast.LEAST),
            new Token("-color-accent-fg", "what you can act on", Contrast.LEAST),
            new Token("-color-success-fg", "passed", Contrast.LEAST),
            new Token("-color-warning-fg", "warning", Contrast.LEAST),
            new Token("-bw-hold-fg", "hold", Contrast.LEAST),
            new Token("-color-danger-fg", "block, danger", Contrast.LEAST),
            new Token("-color-accent-emphasis", "primary button, focus, selection bar", 3),
            new Token("-color-danger-emphasis", "under white words of a block", 3),
            new Token("-color-bg-default", "page", 0),
            new Token("-color-bg-subtle", "rail, header, head of a table", 0),
            new Token("-bw-popup", "popup", 0),
            new Token("-bw-selection", "selected row", 0),
            new Token("-bw-fill", "chosen place, old value", 0),
            new Token("-bw-hold-subtle", "under a hold", 0),
            new Token("-color-border-default", "border of a control", 0),
            new Token("-color-border-subtle", "line of a row, of a card", 0),
            new Token("-bw-chart-1", "chart, first", 3),
            new Token("-bw-chart-2", "chart, second", 0),
            new Token("-bw-chart-3", "chart, third", 0),
            new Token("-bw-net-live", "live network", 0),
            new Token("-bw-net-test", "test network", 3),
            new Token("-bw-net-local", "local network", 3));

    private record Role(String name, String use, Function<String, Label> words) {}

    private static final List<Role> ROLES = List.of(
            new Role("hero", "a number that a whole screen is about", Words::hero),
            new Role("title", "title of a screen", Words::title),
            new Role("section", "title of a section", Words::section),
            new Role("strong", "heading in a card, total", Words::strong),
            new Role("name", "a name", Words::name),
            new Role("body", "running text, tables", Words::body),
            new Role("secondary", "evidence, hints", Words::secondary),
            new Role("caption", "captions, status bar", Words::caption),
            new Role("mono", "bytes", Words::mono));

    @Test
    void thePageShowsTheColoursAndSizesThatAreDrawn() throws IOException {
        KeptPage.compare(PAGE, onFx(ThemePageTest::page));
    }

    private static String page() {
        var height = TOP + (TOKENS.size() + ROLES.size() + 3) * ROW;
        var svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\">\n"
                .formatted(2 * COLUMN, height, 2 * COLUMN, height));
        svg.append("<title>Colours and type of Breakwater, light and dark</title>\n");
        column(svg, Scheme.LIGHT, 0, height);
        column(svg, Scheme.DARK, COLUMN, height);
        return svg.append("</svg>\n").toString();
    }

    private static void column(StringBuilder svg, Scheme scheme, int left, int height) {
        var root = new StackPane();
        var scene = new Scene(root);
        Theme.dress(scene, Appearance.DEFAULT.with(scheme), ColorScheme.LIGHT);
        var page = colour(root, "-color-bg-default");
        var words = colour(root, "-color-fg-default");
        var muted = colour(root, "-color-fg-muted");
        svg.append(
                "<rect x=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>\n".formatted(left, COLUMN, height, hex(page)));
        text(svg, left + 24, 44, 20, 600, words, "Colours, " + scheme.name().toLowerCase(Locale.ROOT));
        text(svg, left + 24, 68, 12, 400, muted, "token, use, value, contrast with the page");
        var y = TOP;
        for (var token : TOKENS) {
            var colour = colour(root, token.name());
            var ratio = Contrast.ratio(Contrast.over(colour, page), page);
            assertThat(ratio).as("%s in %s", token.name(), scheme).isGreaterThanOrEqualTo(token.least());
            svg.append(
                    "<rect x=\"%d\" y=\"%d\" width=\"44\" height=\"24\" rx=\"4\" fill=\"%s\" fill-opacity=\"%s\" stroke=\"%s\"/>\n"
                            .formatted(
                                    left + 24,
                                    y,
                                    hex(colour),
                                    decimal(colour.getOpacity()),
                                    hex(colour(root, "-color-border-default"))));
            text(svg, left + 80, y + 16, 12, 600, words, token.name());
            text(svg, left + 290, y + 16, 12, 400, muted, token.use());
            text(svg, left + 540, y + 11, 11, 400, muted, value(colour));
            text(svg, left + 540, y + 24, 11, 400, muted, decimal(ratio) + " : 1");
            y += ROW;
        }
        y += ROW;
        text(svg, left + 24, y + 4, 20, 600, words, "Type");
        y += ROW;
        for (var role : ROLES) {
            var label = role.words().apply("1,234.50 USDC");
            root.getChildren().setAll(label);
            root.applyCss();
            var font = label.getFont();
            assertThat(label.getTextFill()).isInstanceOf(Color.class);
            svg.append(
                    "<text x=\"%d\" y=\"%d\" font-family=\"%s, Inter, sans-serif\" font-size=\"%s\" font-weight=\"%d\" fill=\"%s\">%s</text>\n"
                            .formatted(
                                    left + 24,
                                    y + 12,
                                    font.getFamily(),
                                    decimal(font.getSize()),
                                    weight(font.getFamily()),
                                    hex((Color) label.getTextFill()),
                                    label.getText()));
            text(svg, left + 260, y + 12, 12, 600, words, role.name());
            text(svg, left + 350, y + 12, 12, 400, muted, role.use());
            text(svg, left + 610, y + 12, 11, 400, muted, decimal(font.getSize()));
            y += ROW;
        }
    }

    private static Color colour(StackPane root, String token) {
        var swatch = new Region();
        swatch.setStyle("-fx-background-color: " + token + ";");
        root.getChildren().setAll(swatch);
        root.applyCss();
        return (Color) swatch.getBackground().getFills().getFirst().getFill();
    }

    private static void text(StringBuilder svg, int x, int y, int size, int weight, Color colour, String words) {
        svg.append(
                "<text x=\"%d\" y=\"%d\" font-family=\"Inter, sans-serif\" font-size=\"%d\" font-weight=\"%d\" fill=\"%s\">%s</text>\n"
                        .formatted(x, y, size, weight, hex(colour), words));
    }

    /// Each weight is a family of its own.
    private static int weight(String family) {
        return family.endsWith("SemiBold") ? 600 : family.endsWith("Medium") ? 500 : 400;
    }

    private static String value(Color colour) {
        return colour.isOpaque() ? hex(colour) : hex(colour) + " at " + Math.round(colour.getOpacity() * 100) + " %";
    }

    private static String hex(Color colour) {
        return "#%02x%02x%02x"
                .formatted(
                        Math.round(colour.getRed() * 255),
                        Math.round(colour.getGreen() * 255),
                        Math.round(colour.getBlue() * 255));
    }

    /// Two places, without noughts at the end.
    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replaceAll("\\.?0+$", "");
    }
}
