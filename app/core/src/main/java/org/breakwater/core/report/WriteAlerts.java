package org.breakwater.core.report;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.breakwater.core.alert.Alert.Severity;
import org.breakwater.core.report.ReportDocument.Page;
import org.breakwater.core.report.ReportDocument.Part;
import org.breakwater.core.report.ReportDocument.Part.Head;
import org.breakwater.core.report.ToldAlerts.ToldAlert;

/// Puts what was told within a month into words: one page, with the newest where not all fits.
final class WriteAlerts {

    private static final int MOST = 22;

    private WriteAlerts() {}

    static Page page(ToldAlerts told, YearMonth month) {
        var parts = new ArrayList<Part>();
        told.gap(month).ifPresent(gap -> parts.add(new Part.Text("What is not known", gap)));
        if (!told.alerts().isEmpty()) {
            parts.add(table(told));
        }
        return new Page("Alerts of the month", sentence(told, month), parts);
    }

    private static String sentence(ToldAlerts told, YearMonth month) {
        if (told.alerts().isEmpty()) {
            return told.gap(month).isEmpty()
                    ? "The monitor of this machine raised nothing and cleared nothing within the month."
                    : "Nothing of this month is kept.";
        }
        var raised = count(told, alert -> alert.raised().isPresent() && !alert.hasStood());
        var cleared = count(told, alert -> alert.cleared().isPresent());
        var stood = count(told, alert -> alert.raised().isPresent() && alert.hasStood());
        return "The monitor of this machine raised " + raised + " and cleared " + cleared
                + (stood.equals("0") ? "." : "; " + stood + " stood already when it began to watch.");
    }

    private static String count(ToldAlerts told, Predicate<ToldAlert> which) {
        return Written.count(told.alerts().stream().filter(which).count());
    }

    private static Part table(ToldAlerts told) {
        var shown = told.alerts()
                .subList(Math.max(0, told.alerts().size() - MOST), told.alerts().size());
        var note = "as it was written down on this machine, oldest first";
        return new Part.Table(
                "Raised or cleared",
                shown.size() == told.all()
                        ? note
                        : note + ", last " + shown.size() + " of " + Written.count(told.all()),
                List.of(
                        new Head("Raised", 15, false),
                        new Head("Cleared", 15, false),
                        new Head("Severity", 10, false),
                        new Head("Rule", 20, false),
                        new Head("What was told", 48, false),
                        new Head("Seen", 7, false)),
                shown.stream().map(WriteAlerts::row).toList(),
                List.of());
    }

    private static List<String> row(ToldAlert alert) {
        return List.of(
                alert.hasStood() && alert.raised().isPresent() ? "stood already" : written(alert.raised(), "before"),
                written(alert.cleared(), "goes on"),
                word(alert.said().severity()),
                alert.rule(),
                alert.said().sentence(),
                alert.isSeen() ? "yes" : "no");
    }

    private static String written(Optional<Instant> time, String otherwise) {
        return time.map(Written::shortTime).orElse(otherwise);
    }

    static String word(Severity severity) {
        return switch (severity) {
            case HOLD -> "Hold";
            case WARNING -> "Warning";
            case NOTE -> "Note";
        };
    }
}
