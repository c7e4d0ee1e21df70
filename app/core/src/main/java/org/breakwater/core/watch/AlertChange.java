package org.breakwater.core.watch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.alert.Alert;
import org.breakwater.core.value.BlockRef;

/// One step in an alert's life, written down once and never changed.
///
/// @param sequence counts all changes of one monitor from 1, without a gap
/// @param alert the alert's own number, from 1; the same from its raising to its clearing
/// @param rule by which it was raised, as the rule file names it
/// @param said what is or was so, with what follows from it
/// @param evidence on what it rests, at most {@link #MOST_EVIDENCE}
/// @param block after which it was so; empty where the monitor's own health is meant and no block is known
/// @param at by this machine's clock
/// @param hasStood whether it is of an alert that stood already when somebody began to watch
public record AlertChange(
        long sequence,
        long alert,
        String rule,
        Phase phase,
        Alert said,
        List<Evidence> evidence,
        Optional<BlockRef> block,
        Instant at,
        boolean hasStood) {

    /// How many figures may stand with an alert.
    public static final int MOST_EVIDENCE = 32;

    public AlertChange {
        evidence = List.copyOf(evidence);
        if (sequence < 1 || alert < 1 || evidence.size() > MOST_EVIDENCE) {
            throw new IllegalArgumentException("numbers begin with one, and evidence is at most " + MOST_EVIDENCE);
        }
    }

    /// Whether it tells that something stood already when somebody began to watch.
    public boolean isOfTheBeginning() {
        return hasStood && phase == Phase.RAISED;
    }

    /// What became of it.
    public enum Phase {
        RAISED,
        /// It lasts, and its severity or its sentence is another.
        CHANGED,
        /// Somebody has seen it.
        ACKNOWLEDGED,
        CLEARED
    }

    /// A figure an alert rests on, written out.
    ///
    /// @param name in plain words, such as "solvency"
    /// @param value with its unit, such as "118.40 %"
    /// @param source what gives it: a contract's function, an event or a file
    public record Evidence(String name, String value, String source) {}
}
