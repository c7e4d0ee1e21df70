package org.breakwater.adapters.ethereum.download;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.index.EndpointFault;
import org.breakwater.core.index.IndexException;
import org.breakwater.core.index.IndexFault;

/// Asks again where that may help: a bounded number of times, with bounded waits.
final class Patience {

    /// An endpoint that wants to be left alone for longer is left alone by stopping.
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private static final List<Duration> AFTER_TOO_MANY =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8));
    private static final List<Duration> AFTER_A_BREAK = List.of(Duration.ofMillis(250), Duration.ofSeconds(1));

    private final Pause pause;
    private final List<Duration> afterTooMany;
    private final List<Duration> afterABreak;

    Patience(Pause pause) {
        this(pause, AFTER_TOO_MANY, AFTER_A_BREAK);
    }

    private Patience(Pause pause, List<Duration> afterTooMany, List<Duration> afterABreak) {
        this.pause = pause;
        this.afterTooMany = afterTooMany;
        this.afterABreak = afterABreak;
    }

    /// Never asks again.
    static Patience none() {
        return new Patience(Thread::sleep, List.of(), List.of());
    }

    <T> T ask(Asking<T> asking) throws IndexException {
        for (int failures = 0; ; failures++) {
            try {
                return asking.ask();
            } catch (IndexException failed) {
                var wait = wait(failed.fault(), failures);
                if (wait.isEmpty()) {
                    throw failed;
                }
                pause(wait.get());
            }
        }
    }

    private Optional<Duration> wait(IndexFault fault, int failures) {
        if (fault instanceof EndpointFault.RateLimited(var _, var asked)) {
            return nth(afterTooMany, failures)
                    .map(own -> asked.orElse(own))
                    .filter(time -> time.compareTo(LONGEST_WAIT) <= 0);
        }
        return fault instanceof EndpointFault.Unreachable || fault instanceof EndpointFault.Garbage
                ? nth(afterABreak, failures)
                : Optional.empty();
    }

    private static Optional<Duration> nth(List<Duration> waits, int failures) {
        return failures < waits.size() ? Optional.of(waits.get(failures)) : Optional.empty();
    }

    private void pause(Duration time) throws IndexException {
        try {
            pause.lasting(time);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IndexException(new IndexFault.Cancelled(), interrupted);
        }
    }

    /// One try.
    @FunctionalInterface
    interface Asking<T> {
        T ask() throws IndexException;
    }
}
