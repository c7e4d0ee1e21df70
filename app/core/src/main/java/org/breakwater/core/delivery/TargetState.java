package org.breakwater.core.delivery;

import java.time.Instant;
import java.util.Optional;
import org.breakwater.core.delivery.Progress.Failure;
import org.breakwater.core.watch.UnreachedTarget;

/// How a target stands, for whoever looks.
///
/// @param through number of the change up to which everything is settled
/// @param held how many changes wait for the end of quiet hours
/// @param quietUntil when these end; empty where it is not quiet
/// @param failure of the message that waits; empty where none does
/// @param skipped how many changes it refused for good
/// @param refusal the newest of these refusals; empty for none
/// @param delivered when it took a message last; empty where it never did
/// @param trouble why the log of alerts or the file of deliveries cannot be used, a sentence; empty where they can
public record TargetState(
        String name,
        String kind,
        long through,
        int held,
        Optional<Instant> quietUntil,
        Optional<Failure> failure,
        long skipped,
        String refusal,
        Optional<Instant> delivered,
        String trouble) {

    /// Whether everything that is to be there by now is there.
    public boolean isWell() {
        return failure.isEmpty() && trouble.isEmpty();
    }

    /// What keeps messages from it, for who watches the monitor itself; empty while everything arrives.
    public Optional<UnreachedTarget> unreached() {
        if (!trouble.isEmpty()) {
            return Optional.of(new UnreachedTarget(name, Optional.empty(), trouble));
        }
        return failure.map(waiting -> new UnreachedTarget(name, Optional.of(waiting.since()), waiting.said()));
    }

    /// In one line.
    public String sentence() {
        var text = new StringBuilder(name);
        if (failure.isPresent()) {
            var waiting = failure.get();
            text.append(" waits since ").append(waiting.since()).append(", ");
            text.append(waiting.attempts()).append(waiting.attempts() == 1 ? " attempt: " : " attempts: ");
            text.append(waiting.said());
        } else {
            text.append(" has everything up to change ").append(through);
            text.append(
                    held == 0
                            ? ""
                            : ", " + held + " held"
                                    + quietUntil.map(end -> " until " + end).orElse(""));
            text.append('.');
        }
        if (skipped > 0) {
            text.append(" It refused ").append(skipped).append(skipped == 1 ? " change: " : " changes, the last: ");
            text.append(refusal);
        }
        return trouble.isEmpty() ? text.toString() : text + " " + trouble;
    }
}
