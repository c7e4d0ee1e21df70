package org.breakwater.adapters.webhook;

import java.util.List;
import java.util.function.IntFunction;
import org.breakwater.core.alert.Alert.Severity;
import org.breakwater.core.delivery.Message.Why;
import org.breakwater.core.value.Quotation;
import org.breakwater.core.watch.AlertChange;
import org.breakwater.core.watch.AlertChange.Phase;

/// What people read of a message in a chat.
final class Wording {

    /// How many figures of an alert are shown; the generic body has all.
    static final int MOST_EVIDENCE = 8;

    static final String TEST = "A test of Breakwater";
    static final String TEST_DETAIL = "Alerts arrive here. Nothing has happened.";

    private Wording() {}

    static String title(AlertChange change) {
        return severity(change.said().severity()) + ": " + phase(change.phase());
    }

    static String title(Why why, List<AlertChange> changes) {
        var count = changes.size() == 1 ? "1 change" : changes.size() + " changes";
        return switch (why) {
            case QUIET_HOURS -> count + " during quiet hours";
            case BEGINNING -> changes.size() == 1 ? "1 alert stands" : changes.size() + " alerts stand";
        };
    }

    static String line(AlertChange change) {
        return title(change) + " · " + change.said().sentence();
    }

    /// Rule, block and number, so that it can be found again.
    static String origin(AlertChange change) {
        var block = change.block().map(at -> " · block " + at.number()).orElse("");
        return change.rule() + block + " · change " + change.sequence() + " · " + change.at();
    }

    static List<AlertChange.Evidence> shown(AlertChange change) {
        return change.evidence().stream().limit(MOST_EVIDENCE).toList();
    }

    static String severity(Severity severity) {
        return switch (severity) {
            case HOLD -> "Hold";
            case WARNING -> "Warning";
            case NOTE -> "Note";
        };
    }

    private static String phase(Phase phase) {
        return switch (phase) {
            case RAISED -> "raised";
            case CHANGED -> "changed";
            case ACKNOWLEDGED -> "acknowledged";
            case CLEARED -> "cleared";
        };
    }

    /// A text without anything that cannot be seen, escaped, and cut to a length that holds after escaping. Neither an
    /// escape nor a character is cut in two.
    ///
    /// @param most characters, at least 1
    static String escaped(String text, int most, IntFunction<String> escape) {
        var plain = Quotation.plain(text);
        var written = new StringBuilder();
        for (int i = 0; i < plain.length(); i += Character.charCount(plain.codePointAt(i))) {
            var character = plain.codePointAt(i);
            var next = escape.apply(character);
            var isLast = i + Character.charCount(character) == plain.length();
            if (written.length() + next.length() > (isLast ? most : most - 1)) {
                return written.append('…').toString();
            }
            written.append(next);
        }
        return written.toString();
    }
}
