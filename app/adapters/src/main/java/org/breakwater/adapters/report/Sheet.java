package org.breakwater.adapters.report;

import java.awt.Color;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/// A page of A4, measured from its upper left corner in points.
final class Sheet implements AutoCloseable {

    static final float LEFT = 46;
    static final float RIGHT = PDRectangle.A4.getWidth() - 46;
    static final float WIDTH = RIGHT - LEFT;
    static final float TOP = 46;
    static final float BOTTOM = PDRectangle.A4.getHeight() - 54;

    /// What is drawn in which colour: ink, quiet ink, lines, what is measured in steps, limits.
    static final class Ink {

        static final Color TEXT = new Color(0x24292f);
        static final Color QUIET = new Color(0x57606a);
        static final Color LINE = new Color(0xd8dee4);
        static final Color LIMIT = new Color(0xcf222e);
        static final Color TAIL = new Color(0x9a6700);
        private static final Color[] STEPS = {
            new Color(0x0969da), new Color(0x54aeff), new Color(0xb6e3ff), new Color(0x6e7781), new Color(0x424a53)
        };

        private Ink() {}

        static Color step(int index) {
            return STEPS[index % STEPS.length];
        }
    }

    private final PDPageContentStream content;

    Sheet(PDDocument document) throws IOException {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        content = new PDPageContentStream(document, page);
    }

    /// @param baseline from the top
    void text(Face face, float size, Color ink, float x, float baseline, String text) throws IOException {
        var drawn = face.drawable(text);
        if (drawn.isEmpty()) {
            return;
        }
        content.beginText();
        content.setFont(face.font(), size);
        content.setNonStrokingColor(ink);
        content.newLineAtOffset(x, up(baseline));
        content.showText(drawn);
        content.endText();
    }

    /// Ends at a place.
    void textTo(Face face, float size, Color ink, float right, float baseline, String text) throws IOException {
        text(face, size, ink, right - face.width(text, size), baseline, text);
    }

    void textAround(Face face, float size, Color ink, float middle, float baseline, String text) throws IOException {
        text(face, size, ink, middle - face.width(text, size) / 2, baseline, text);
    }

    void fill(Color ink, float x, float y, float width, float height) throws IOException {
        content.setNonStrokingColor(ink);
        content.addRect(x, up(y + height), width, height);
        content.fill();
    }

    void outline(Color ink, float x, float y, float width, float height) throws IOException {
        content.setStrokingColor(ink);
        content.setLineWidth(0.9f);
        content.addRect(x, up(y + height), width, height);
        content.stroke();
    }

    void line(Color ink, float thickness, float fromX, float fromY, float toX, float toY) throws IOException {
        content.setStrokingColor(ink);
        content.setLineWidth(thickness);
        content.moveTo(fromX, up(fromY));
        content.lineTo(toX, up(toY));
        content.stroke();
    }

    /// A line through points, x and y by turns.
    void path(Color ink, float thickness, float... points) throws IOException {
        content.setStrokingColor(ink);
        content.setLineWidth(thickness);
        content.setLineJoinStyle(1);
        content.moveTo(points[0], up(points[1]));
        for (int i = 2; i < points.length; i += 2) {
            content.lineTo(points[i], up(points[i + 1]));
        }
        content.stroke();
    }

    private static float up(float fromTop) {
        return PDRectangle.A4.getHeight() - fromTop;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
