package org.breakwater.desktop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.breakwater.adapters.report.PdfReport;
import org.breakwater.adapters.report.ReportFonts;
import org.breakwater.core.report.ReportDocument;
import org.breakwater.core.report.ReportDocument.Page;
import org.breakwater.core.report.ReportDocument.Part;
import org.breakwater.desktop.theme.Typeface;
import org.junit.jupiter.api.Test;

/// Whatever names are on the chain, a report is honest pages with its own typefaces.
class PrintedReportTest {

    private static final Instant AT = Instant.parse("2026-10-31T23:23:00Z");
    private static final PdfReport PRINTER = new PdfReport(
            new ReportFonts(Typeface.REGULAR.bytes(), Typeface.MEDIUM.bytes(), Typeface.SEMI_BOLD.bytes()));

    private static final String WORDS =
            "0x3A3f…3519 has signed none of the last 7 transactions of Council Safe, since 1 August 2026. ";
    private static final float LINE = 12;

    private static ReportDocument document(Part... parts) {
        return new ReportDocument(
                "Treasury report, October 2026",
                "True of block 5,079.",
                AT,
                List.of(new Page("Summary", "A sentence.", List.of(parts))));
    }

    private static String text(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo(AT);
            return new PDFTextStripper().getText(document);
        }
    }

    private static Part.Table table(String name) {
        return new Part.Table(
                "Pools",
                "USDC",
                List.of(new Part.Head("Pool", 30, false), new Part.Head("Net assets", 20, true)),
                Collections.nCopies(3, List.of(name, "1,234.50")),
                List.of("All", "3,703.50"));
    }

    @Test
    void namesThatCannotBeDrawnOrNeverEndAreStillNames() throws Exception {
        var hostile = "\uD83D\uDE00 \u202Elive\u0007\n" + "x".repeat(400);
        var pdf = PRINTER.print(document(table(hostile), new Part.Text("Alerts", hostile)));
        assertThat(text(pdf)).contains("1,234.50").contains("?live??xxx").contains("…");
        assertThat(PRINTER.print(document(table(hostile), new Part.Text("Alerts", hostile))))
                .isEqualTo(pdf);
    }

    @Test
    void whereNothingIsKnownNothingIsDrawn() throws Exception {
        var pdf = PRINTER.print(document(
                new Part.Curve("Solvency", "", List.of(), BigDecimal.valueOf(100), "minimum capital"),
                new Part.Bars(
                        "In few hands",
                        "",
                        List.of(new Part.Bar("By voter", Optional.empty(), "—")),
                        BigDecimal.valueOf(10_000)),
                new Part.Ladder("Liquid", "", List.of(), List.of()),
                new Part.Distribution("Lost", "", List.of(0L, 0L), BigDecimal.ONE, 1, List.of()),
                new Part.Figures(List.of(new Part.Figure("Own funds", "\u22121,234,567,890,123.45", "USDC", "")))));
        assertThat(text(pdf))
                .contains("No day of the past is known yet.")
                .contains("—")
                .contains("\u22121,234");
    }

    /// As many rows as the page of alerts has at most, under its longest text.
    @Test
    void aFullPageOfAlertsEndsAboveItsFoot() throws Exception {
        var rows = IntStream.rangeClosed(1, 22)
                .mapToObj(row -> List.of(
                        "31 Oct, 23:23", "goes on", "Warning", "signer-inactive", "Row " + row + ". " + WORDS, "no"))
                .toList();
        var heads = List.of(
                new Part.Head("Raised", 15, false),
                new Part.Head("Cleared", 15, false),
                new Part.Head("Severity", 10, false),
                new Part.Head("Rule", 20, false),
                new Part.Head("What was told", 48, false),
                new Part.Head("Seen", 7, false));
        var pdf = PRINTER.print(document(
                new Part.Text("What is not known", WORDS + WORDS),
                new Part.Table("Raised or cleared", "last 22 of 5,000", heads, rows, List.of())));
        Files.createDirectories(OpenConsole.PICTURES);
        Files.write(OpenConsole.PICTURES.resolve("report-full-alerts.pdf"), pdf);

        var heights = new Heights();
        try (var document = Loader.loadPDF(pdf)) {
            heights.getText(document);
        }
        assertThat(heights.of("Row 22.")).isLessThan(heights.of("True of block") - LINE);
    }

    /// How far down each line of a page is, points.
    private static final class Heights extends PDFTextStripper {

        private final Map<String, Float> lines = new LinkedHashMap<>();

        @Override
        protected void writeString(String text, List<TextPosition> positions) {
            lines.put(text, positions.getLast().getYDirAdj());
        }

        float of(String beginning) {
            return lines.entrySet().stream()
                    .filter(line -> line.getKey().contains(beginning))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
