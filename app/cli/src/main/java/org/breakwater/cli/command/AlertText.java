package org.breakwater.cli.command;

import java.util.Locale;
import java.util.Optional;
import org.breakwater.core.alert.Alert;
import org.breakwater.core.alert.SubjectText;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.watch.AlertChange;
import org.breakwater.core.watch.AlertChange.Evidence;
import org.breakwater.core.watch.StandingAlert;

/// Alerts in lines: what `grep` and `cut` rely on does not change its place.
final class AlertText {

    private AlertText() {}

    /// `TIME PHASE SEVERITY RULE #ALERT SUBJECT BLOCK SENTENCE. DETAIL.`
    static String line(AlertChange change) {
        return line(
                change.at().toString(), phase(change), change.rule(), change.alert(), change.said(), change.block());
    }

    /// The same, with `standing` or `acknowledged` for the phase.
    static String line(StandingAlert alert) {
        return line(alert.since().toString(), phase(alert), alert.rule(), alert.alert(), alert.said(), alert.block());
    }

    /// What stood already when watching began was not raised.
    private static String phase(AlertChange change) {
        return change.isOfTheBeginning() ? "stood" : word(change.phase());
    }

    private static String phase(StandingAlert alert) {
        return alert.isAcknowledged() ? "acknowledged" : "standing";
    }

    private static String line(
            String time, String phase, String rule, long alert, Alert said, Optional<BlockRef> block) {
        return "%s %s %s %s #%d %s %s %s. %s."
                .formatted(
                        time,
                        phase,
                        word(said.severity()),
                        rule,
                        alert,
                        SubjectText.write(said.about()).replace(' ', '_'),
                        block.map(BlockRef::number)
                                .map(number -> Long.toString(number))
                                .orElse("-"),
                        said.sentence(),
                        said.detail().endsWith(".")
                                ? said.detail().substring(0, said.detail().length() - 1)
                                : said.detail());
    }

    static Object json(AlertChange change) {
        var document = Json.object(
                "sequence", change.sequence(),
                "phase", phase(change),
                "at", change.at().toString());
        document.putAll(Json.object(
                "alert", change.alert(),
                "rule", change.rule(),
                "severity", word(change.said().severity()),
                "about", SubjectText.write(change.said().about()),
                "sentence", change.said().sentence(),
                "detail", change.said().detail(),
                "evidence", change.evidence().stream().map(AlertText::json).toList(),
                "block", change.block().map(Json::of).orElse(null)));
        return document;
    }

    static Object json(StandingAlert alert) {
        return Json.object(
                "phase", phase(alert),
                "at", alert.since().toString(),
                "alert", alert.alert(),
                "rule", alert.rule(),
                "severity", word(alert.said().severity()),
                "about", SubjectText.write(alert.said().about()),
                "sentence", alert.said().sentence(),
                "detail", alert.said().detail(),
                "evidence", alert.evidence().stream().map(AlertText::json).toList(),
                "block", alert.block().map(Json::of).orElse(null));
    }

    private static Object json(Evidence evidence) {
        return Json.object("name", evidence.name(), "value", evidence.value(), "source", evidence.source());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
