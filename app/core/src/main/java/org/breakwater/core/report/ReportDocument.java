package org.breakwater.core.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A report in words and numbers as they are written, page by page: what is left is to lay it out.
///
/// @param title such as "Treasury report, October 2026"
/// @param truth what it is true of, in a sentence
/// @param at the time of the block, which is also the document's own
public record ReportDocument(String title, String truth, Instant at, List<Page> pages) {

    public ReportDocument {
        pages = List.copyOf(pages);
    }

    /// @param sentence what the page says
    public record Page(String title, String sentence, List<Part> parts) {

        public Page {
            parts = List.copyOf(parts);
        }
    }

    /// What stands on a page.
    public sealed interface Part {

        /// Numbers side by side.
        record Figures(List<Figure> figures) implements Part {}

        /// @param note how it is made, or why it is missing
        record Figure(String name, String value, String unit, String note) {}

        /// @param note after the title
        /// @param total last row; empty for none
        record Table(String title, String note, List<Head> heads, List<List<String>> rows, List<String> total)
                implements Part {}

        /// @param share of the width
        record Head(String words, int share, boolean isRight) {}

        /// What can be liquid beside what falls due.
        record Ladder(String title, String note, List<String> keys, List<Step> steps) implements Part {}

        /// @param parts in the order of the keys, whole assets
        record Step(
                String within, List<BigDecimal> parts, BigDecimal due, String total, String dueWords, String ratio) {}

        /// A value over time, percent, with a limit.
        record Curve(String title, String note, List<Point> points, BigDecimal limit, String limitWords)
                implements Part {}

        record Point(Instant at, BigDecimal value) {}

        /// How often a value lies where; heights are logarithmic.
        ///
        /// @param width of a bar, whole assets
        /// @param tail from which bar on they are the tail
        record Distribution(String title, String note, List<Long> bars, BigDecimal width, int tail, List<Mark> marks)
                implements Part {}

        /// @param isLimit whether what lies beyond it is lost
        record Mark(BigDecimal value, String words, boolean isLimit) {}

        /// Values of one kind under each other.
        record Bars(String title, String note, List<Bar> bars, BigDecimal end) implements Part {}

        /// @param value empty where there is none
        record Bar(String name, Optional<BigDecimal> value, String written) {}

        record Text(String title, String words) implements Part {}
    }
}
