package org.breakwater.desktop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
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
}
