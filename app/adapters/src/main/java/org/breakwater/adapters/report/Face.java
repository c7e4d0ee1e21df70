package org.breakwater.adapters.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// A typeface in one document. Characters that it does not have are written as a question mark.
final class Face {

    private static final float UNITS = 1_000;
    private static final String UNKNOWN = "?";
    private static final String ELLIPSIS = "…";

    private final PDFont font;
    private final Map<Integer, Boolean> known = new HashMap<>();

    private Face(PDFont font) {
        this.font = font;
    }

    static Face of(PDDocument document, byte[] file) throws IOException {
        return new Face(PDType0Font.load(document, new ByteArrayInputStream(file), true));
    }

    PDFont font() {
        return font;
    }

    /// The text with what can be drawn of it.
    String drawable(String text) {
        var drawn = new StringBuilder();
        text.codePoints()
                .forEach(point ->
                        drawn.append(known.computeIfAbsent(point, this::has) ? Character.toString(point) : UNKNOWN));
        return drawn.toString();
    }

    private boolean has(int point) {
        try {
            return !Character.isISOControl(point) && font.encode(Character.toString(point)).length > 0;
        } catch (IOException | IllegalArgumentException _) {
            return false; // which is how the library says that there is no glyph
        }
    }

    float width(String text, float size) throws IOException {
        return font.getStringWidth(drawable(text)) / UNITS * size;
    }

    /// The text in lines of a width, broken between words; a word that is wider alone is broken inside.
    ///
    /// @param most lines; what is left over ends in an ellipsis
    List<String> lines(String text, float size, float width, int most) throws IOException {
        var lines = new ArrayList<String>();
        var rest = text.strip();
        while (!rest.isEmpty() && lines.size() < most) {
            var end = fits(rest, size, width);
            if (end < rest.length() && lines.size() == most - 1) {
                lines.add(shortened(rest, size, width));
                return lines;
            }
            lines.add(rest.substring(0, end).strip());
            rest = rest.substring(end).strip();
        }
        return lines;
    }

    /// How much of it fits on one line.
    private int fits(String text, float size, float width) throws IOException {
        if (width(text, size) <= width) {
            return text.length();
        }
        var end = 0;
        var space = text.indexOf(' ');
        while (space > 0 && width(text.substring(0, space), size) <= width) {
            end = space;
            space = text.indexOf(' ', space + 1);
        }
        return end > 0 ? end : characters(text, size, width, "");
    }

    private String shortened(String text, float size, float width) throws IOException {
        return text.substring(0, characters(text, size, width, ELLIPSIS)).strip() + ELLIPSIS;
    }

    private int characters(String text, float size, float width, String end) throws IOException {
        var count = 0;
        while (count < text.length()
                && width(text.substring(0, text.offsetByCodePoints(count, 1)) + end, size) <= width) {
            count = text.offsetByCodePoints(count, 1);
        }
        return Math.max(text.offsetByCodePoints(0, 1), count);
    }
}
