package org.breakwater.desktop.wording;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.call.CallReading;
import org.breakwater.core.council.Council.WatchedSafe;
import org.breakwater.core.follow.Known;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.safe.QueuedTransaction;
import org.breakwater.core.value.TokenAmount;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.place.Reviews;

/// A waiting transaction of a Safe in words, with what its review found.
///
/// @param findings worst first
/// @param value what it moves, where it moves something
public record TransactionWords(String sentence, List<Finding> findings, Optional<TokenAmount> value) {

    public TransactionWords {
        findings = List.copyOf(findings);
    }

    /// @param outcome of its review; nothing while it is not reviewed
    public static TransactionWords of(
            CallSentences sentences,
            WatchedSafe safe,
            QueuedTransaction queued,
            Known known,
            Optional<Reviews.Outcome> outcome) {
        var reading = sentences.calls().read(safe.domain(), queued.transaction().inner());
        var findings = new ArrayList<>(new ReviewFindings(sentences.name()).of(outcome));
        findings.sort(Comparator.comparing(Finding::severity));
        var sentence = queued.transaction().operation() == Operation.DELEGATE_CALL
                        && reading instanceof CallReading.ForeignCode
                ? "Run foreign code at "
                        + sentences.name().apply(queued.transaction().to()) + " as the Safe"
                : sentences.of(reading, known);
        return new TransactionWords(sentence, findings, CallValues.of(reading));
    }

    /// The worst of what was found.
    public Severity worst() {
        return Finding.worst(findings);
    }
}
