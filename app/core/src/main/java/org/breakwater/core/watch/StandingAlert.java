package org.breakwater.core.watch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.alert.Alert;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.watch.AlertChange.Evidence;

/// An alert that was raised and not cleared yet.
///
/// @param alert its number, from 1
/// @param key what it is the alert of: rule, subject, and what tells it from others of both; never a block's hash
/// @param isAcknowledged whether somebody has seen it
/// @param evidence of when it was raised or changed last
/// @param block after which it was raised, or in which it happened
/// @param since when it was raised, by this machine's clock
/// @param until by the blocks' times; of what happened and is told for a time
/// @param hasStood whether it stood already when somebody began to watch
public record StandingAlert(
        long alert,
        String key,
        String rule,
        boolean isAcknowledged,
        Alert said,
        List<Evidence> evidence,
        Optional<BlockRef> block,
        Instant since,
        Optional<Instant> until,
        boolean hasStood) {

    public StandingAlert {
        evidence = List.copyOf(evidence);
    }

    StandingAlert saying(Alert other, List<Evidence> on) {
        return new StandingAlert(alert, key, rule, isAcknowledged, other, on, block, since, until, hasStood);
    }

    StandingAlert acknowledged() {
        return new StandingAlert(alert, key, rule, true, said, evidence, block, since, until, hasStood);
    }

    /// Seen again in another block, after a reorganisation.
    StandingAlert in(BlockRef other) {
        return new StandingAlert(
                alert, key, rule, isAcknowledged, said, evidence, Optional.of(other), since, until, hasStood);
    }
}
