package org.breakwater.adapters.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.breakwater.adapters.report.Sheet.Ink;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.report.ReportDocument;
import org.breakwater.core.report.ReportDocument.Page;
import org.breakwater.core.report.ReportDocument.Part;
import org.breakwater.core.report.ReportPrinter;

/// Lays a report out on A4, with PDFBox. Dates and the document's number come from the block that it is true of, so
/// that
/// the same document gives the same bytes.
public final class PdfReport implements ReportPrinter {

    private static final float GAP = 18;
    private static final float ROW = 15.5f;
    private static final float CELL_GAP = 8;
    private static final int FIGURES_A_ROW = 4;
    private static final float FIGURE = 13;

    private final ReportFonts fonts;

    public PdfReport(ReportFonts fonts) {
        this.fonts = fonts;
    }

    /// The typefaces in one document.
    record Faces(Face regular, Face medium, Face semiBold) {}

    @Override
    public byte[] print(ReportDocument report) throws ProblemException {
        try (var document = new PDDocument()) {
            document.setDocumentId(report.at().getEpochSecond());
            document.getDocumentCatalog().setLanguage("en");
            document.setDocumentInformation(information(report));
            var faces = new Faces(
                    Face.of(document, fonts.regular()),
                    Face.of(document, fonts.medium()),
                    Face.of(document, fonts.semiBold()));
            for (int i = 0; i < report.pages().size(); i++) {
                try (var sheet = new Sheet(document)) {
                    new Layout(sheet, faces, report, i).draw(report.pages().get(i));
                }
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException failed) {
            throw new ProblemException(
                    Problem.of(
                            "The report could not be laid out: " + failed.getMessage() + ".",
                            "Take the CSV, which has every figure."),
                    failed);
        }
    }

    private static PDDocumentInformation information(ReportDocument report) {
        var information = new PDDocumentInformation();
        information.setTitle(report.title());
        information.setSubject(report.truth());
        information.setCreator("Breakwater");
        information.setProducer("Breakwater");
        information.setCreationDate(calendar(report.at()));
        information.setModificationDate(calendar(report.at()));
        return information;
    }

    private static GregorianCalendar calendar(Instant time) {
        var calendar = GregorianCalendar.from(time.atZone(ZoneOffset.UTC));
        calendar.setTimeZone(TimeZone.getTimeZone("UTC"));
        return calendar;
    }

    /// One page while it is drawn, from the top down.
    private static final class Layout {

        private final Sheet sheet;
        private final Faces faces;
        private final ReportDocument report;
        private final int number;
        private float y = Sheet.TOP;

        Layout(Sheet sheet, Faces faces, ReportDocument report, int number) {
            this.sheet = sheet;
            this.faces = faces;
            this.report = report;
            this.number = number;
        }

        void draw(Page page) throws IOException {
            head(page);
            for (var part : page.parts()) {
                switch (part) {
                    case Part.Figures figures -> figures(figures);
                    case Part.Table table -> table(table);
                    case Part.Text text -> text(text);
                    case Part.Ladder ladder -> {
                        heading(ladder.title(), ladder.note());
                        y = new Charts(sheet, faces).ladder(ladder, y) + GAP;
                    }
                    case Part.Curve curve -> {
                        heading(curve.title(), curve.note());
                        y = new Charts(sheet, faces).curve(curve, y) + GAP;
                    }
                    case Part.Distribution distribution -> {
                        heading(distribution.title(), distribution.note());
                        y = new Charts(sheet, faces).distribution(distribution, y) + GAP;
                    }
                    case Part.Bars bars -> {
                        heading(bars.title(), bars.note());
                        y = new Charts(sheet, faces).bars(bars, y) + GAP;
                    }
                }
            }
            foot();
        }

        private void head(Page page) throws IOException {
            sheet.text(faces.medium(), 8.5f, Ink.QUIET, Sheet.LEFT, y + 8, report.title());
            sheet.textTo(faces.medium(), 8.5f, Ink.QUIET, Sheet.RIGHT, y + 8, "Breakwater");
            y += 36;
            sheet.text(faces.semiBold(), 20, Ink.TEXT, Sheet.LEFT, y + 6, page.title());
            y += 14;
            if (!page.sentence().isEmpty()) {
                y += 10;
                sheet.text(faces.regular(), 9.5f, Ink.QUIET, Sheet.LEFT, y, page.sentence());
                y += 4;
            }
            y += 10;
            sheet.line(Ink.LINE, 0.7f, Sheet.LEFT, y, Sheet.RIGHT, y);
            y += GAP;
        }

        private void foot() throws IOException {
            var base = Sheet.BOTTOM + 22;
            sheet.line(Ink.LINE, 0.7f, Sheet.LEFT, base - 14, Sheet.RIGHT, base - 14);
            sheet.text(faces.regular(), 8, Ink.QUIET, Sheet.LEFT, base, report.truth());
            sheet.textTo(
                    faces.regular(),
                    8,
                    Ink.QUIET,
                    Sheet.RIGHT,
                    base,
                    "Page " + (number + 1) + " of " + report.pages().size());
        }

        private void heading(String title, String note) throws IOException {
            sheet.text(faces.semiBold(), 10.5f, Ink.TEXT, Sheet.LEFT, y + 4, title);
            var after = Sheet.LEFT + faces.semiBold().width(title, 10.5f) + 8;
            sheet.text(faces.regular(), 8.5f, Ink.QUIET, after, y + 4, note);
            y += 14;
        }

        private void text(Part.Text text) throws IOException {
            heading(text.title(), "");
            y += 2;
            for (var line : faces.regular().lines(text.words(), 9, Sheet.WIDTH, 6)) {
                sheet.text(faces.regular(), 9, Ink.QUIET, Sheet.LEFT, y + 4, line);
                y += 13;
            }
            y += GAP - 4;
        }

        private void figures(Part.Figures figures) throws IOException {
            var width = Sheet.WIDTH / FIGURES_A_ROW;
            for (int from = 0; from < figures.figures().size(); from += FIGURES_A_ROW) {
                var row = figures.figures()
                        .subList(from, Math.min(figures.figures().size(), from + FIGURES_A_ROW));
                var lines = 1;
                for (int i = 0; i < row.size(); i++) {
                    lines = Math.max(lines, figure(row.get(i), Sheet.LEFT + width * i, width - 10));
                }
                y += 32 + 10.5f * lines + 9;
            }
            y += GAP - 12;
        }

        /// How many lines its note has.
        private int figure(Part.Figure figure, float x, float width) throws IOException {
            sheet.text(faces.regular(), 8.5f, Ink.QUIET, x, y + 4, figure.name());
            var size = size(figure, width);
            sheet.text(faces.semiBold(), size, Ink.TEXT, x, y + 20, figure.value());
            var after = x + faces.semiBold().width(figure.value(), size) + 4;
            sheet.text(faces.regular(), 8, Ink.QUIET, after, y + 20, figure.unit());
            var lines = faces.regular().lines(figure.note(), 7.5f, width, 3);
            for (int i = 0; i < lines.size(); i++) {
                sheet.text(faces.regular(), 7.5f, Ink.QUIET, x, y + 32 + 10 * i, lines.get(i));
            }
            return lines.size();
        }

        /// As large as there is room for.
        private float size(Part.Figure figure, float width) throws IOException {
            var unit = figure.unit().isEmpty() ? 0 : faces.regular().width(figure.unit(), 8) + 4;
            var wide = faces.semiBold().width(figure.value(), FIGURE) + unit;
            return wide <= width ? FIGURE : FIGURE * (width - unit) / (wide - unit);
        }

        // ── tables ─────────────────────────────────────────────────────────────────────────────────────────────

        private void table(Part.Table table) throws IOException {
            heading(table.title(), table.note());
            y += 2;
            for (int i = 0; i < table.heads().size(); i++) {
                cell(
                        table.heads().get(i),
                        i,
                        table,
                        List.of(table.heads().get(i).words()),
                        faces.medium(),
                        true);
            }
            y += 12;
            sheet.line(Ink.LINE, 0.9f, Sheet.LEFT, y, Sheet.RIGHT, y);
            for (var row : table.rows()) {
                row(table, row, faces.regular());
                sheet.line(Ink.LINE, 0.5f, Sheet.LEFT, y, Sheet.RIGHT, y);
            }
            if (!table.total().isEmpty()) {
                row(table, table.total(), faces.semiBold());
            }
            y += GAP;
        }

        private void row(Part.Table table, List<String> row, Face face) throws IOException {
            var wrapped = new ArrayList<List<String>>();
            var lines = 1;
            for (int i = 0; i < row.size(); i++) {
                var head = table.heads().get(i);
                var cell = head.isRight()
                        ? List.of(row.get(i))
                        : face.lines(row.get(i), 8.5f, width(head, table) - CELL_GAP, 2);
                wrapped.add(cell);
                lines = Math.max(lines, cell.size());
            }
            y += 2;
            for (int i = 0; i < row.size(); i++) {
                cell(table.heads().get(i), i, table, wrapped.get(i), face, false);
            }
            y += ROW - 2 + 10.5f * (lines - 1);
        }

        private void cell(Part.Head head, int place, Part.Table table, List<String> lines, Face face, boolean isHead)
                throws IOException {
            var x = Sheet.LEFT;
            for (int i = 0; i < place; i++) {
                x += width(table.heads().get(i), table);
            }
            var ink = isHead ? Ink.QUIET : Ink.TEXT;
            for (int i = 0; i < lines.size(); i++) {
                var base = y + (isHead ? 6 : 9) + 10.5f * i;
                if (head.isRight()) {
                    sheet.textTo(
                            face,
                            8.5f,
                            ink,
                            x + width(head, table) - (isLast(place, table) ? 0 : CELL_GAP),
                            base,
                            lines.get(i));
                } else {
                    sheet.text(face, 8.5f, ink, x, base, lines.get(i));
                }
            }
        }

        private static boolean isLast(int place, Part.Table table) {
            return place == table.heads().size() - 1;
        }

        private static float width(Part.Head head, Part.Table table) {
            var all = table.heads().stream().mapToInt(Part.Head::share).sum();
            return Sheet.WIDTH * head.share() / all;
        }
    }
}
