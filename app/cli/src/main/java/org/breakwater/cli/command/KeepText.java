package org.breakwater.cli.command;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.breakwater.core.keeping.DueAction;
import org.breakwater.core.keeping.KeepOutcome;
import org.breakwater.core.keeping.KeepRound.Found;
import org.breakwater.core.keeping.Trial;
import org.breakwater.core.keeping.TriedAction;
import org.jspecify.annotations.Nullable;

/// One look of a keeper in words, or as a document.
final class KeepText {

    private final Found found;
    private final Map<DueAction, KeepOutcome> outcomes = new HashMap<>();
    private boolean stopped;

    KeepText(Found found) {
        this.found = found;
    }

    void told(DueAction action, KeepOutcome outcome) {
        outcomes.put(action, outcome);
        stopped = stopped || outcome instanceof KeepOutcome.Stopped;
    }

    /// Whether nothing more could be sent.
    boolean isStopped() {
        return stopped;
    }

    String lines(boolean dryRun) {
        var ready = found.actions().stream().filter(TriedAction::isReady).toList();
        var refused = found.actions().stream()
                .filter(tried -> tried.trial() instanceof Trial.Refused)
                .toList();
        var later = found.actions().stream()
                .filter(tried -> tried.trial() instanceof Trial.NotYet)
                .count();
        var text = new StringBuilder("Block %d, %s: %d can be done, %d would be refused, %d come later"
                .formatted(found.block().number(), found.block().time(), ready.size(), refused.size(), later));
        if (found.left() > 0) {
            text.append(", %d were not tried".formatted(found.left()));
        }
        if (dryRun && !ready.isEmpty()) {
            text.append("%n(nothing is sent without --execute)".formatted());
        }
        ready.forEach(tried -> text.append(line(tried)));
        refused.forEach(tried -> text.append(line(tried)));
        return text.toString();
    }

    private String line(TriedAction tried) {
        var action = tried.action();
        var outcome = outcomes.get(action);
        var words = outcome == null ? words(tried.trial()) : words(outcome);
        return "%n  %-12s %s: %s%n               %s".formatted(urgency(action), action.what(), action.why(), words);
    }

    private static String urgency(DueAction action) {
        return action.urgency().name().toLowerCase(Locale.ROOT);
    }

    private static String words(Trial trial) {
        return switch (trial) {
            case Trial.Ready() -> "would be carried out";
            case Trial.NoEffect() -> "would change nothing";
            case Trial.Refused(var why) -> "would be refused: " + why;
            case Trial.NotYet() -> "its time has not come";
        };
    }

    private static String words(KeepOutcome outcome) {
        return switch (outcome) {
            case KeepOutcome.Done(var transaction, var block, var cost) ->
                "done in block " + block + " for " + cost + " wei, " + transaction;
            case KeepOutcome.Silent(var transaction, var block, var cost, var event) ->
                "in block " + block + " for " + cost + " wei, without " + event + ", " + transaction;
            case KeepOutcome.NotDue(var why) -> "not due any more: " + why;
            case KeepOutcome.Waiting(var transaction) -> "no block has it yet, " + transaction;
            case KeepOutcome.Failed(var problem) -> "failed: " + problem;
            case KeepOutcome.Stopped(var problem) -> "stopped: " + problem;
        };
    }

    Object document() {
        return Json.object(
                "block", found.block().number(),
                "time", found.block().time().toString(),
                "left", found.left(),
                "stopped", stopped,
                "actions", actions());
    }

    private List<Map<String, @Nullable Object>> actions() {
        return found.actions().stream().map(this::document).toList();
    }

    private Map<String, @Nullable Object> document(TriedAction tried) {
        var action = tried.action();
        var outcome = outcomes.get(action);
        var due = action.due();
        return Json.object(
                "task", due.task().name(),
                "number", due.number().toString(),
                "urgency", action.urgency().name(),
                "what", action.what(),
                "why", action.why(),
                "from",
                        due.from() == 0
                                ? null
                                : Instant.ofEpochSecond(due.from()).toString(),
                "until",
                        due.until()
                                .map(end -> Instant.ofEpochSecond(end).toString())
                                .orElse(null),
                "amount", due.amount().map(Object::toString).orElse(null),
                "to", action.call().to().toString(),
                "data", action.call().data().toHex(),
                "trial", tried.trial().getClass().getSimpleName(),
                "trialWords", words(tried.trial()),
                "outcome", outcome == null ? null : outcome.getClass().getSimpleName(),
                "outcomeWords", outcome == null ? null : words(outcome));
    }
}
