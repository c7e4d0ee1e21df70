package org.breakwater.core.watch;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;

/// What is known of who signs for the Safes that are watched. It is read beside the looks, which take what was read
/// last: no alert waits for it. Nothing is kept beyond the program's end; it is read again.
public final class KeptSignings {

    /// Blocks from one reading to the next: what is new in them is final later anyway.
    static final long EVERY = 50;

    /// The same after one that failed.
    static final long AGAIN = 5;

    private final SafeSignings source;
    private final Executor background;
    private final Map<Address, SignedHistory> known = new HashMap<>();
    private Optional<BlockRef> asked = Optional.empty();
    private Optional<Problem> problem = Optional.empty();
    private boolean isReading;

    /// @param background takes a reading at a time, not on the thread that asks for it
    public KeptSignings(SafeSignings source, Executor background) {
        this.source = source;
        this.background = background;
    }

    /// Begins to read on where it is time to.
    synchronized void look(Collection<Address> safes, BlockRef head) {
        if (isReading || !isDue(head)) {
            return;
        }
        asked = Optional.of(head);
        isReading = true;
        var wanted = List.copyOf(safes);
        try {
            background.execute(() -> read(wanted));
        } catch (RejectedExecutionException closing) {
            isReading = false;
        }
    }

    private boolean isDue(BlockRef head) {
        var wait = problem.isPresent() ? AGAIN : EVERY;
        return asked.filter(last -> last.number() <= head.number() && head.number() - last.number() < wait)
                .isEmpty();
    }

    private void read(List<Address> safes) {
        var outcome = Optional.of(Problem.of("Reading who signed for the Safes broke off.", "It is tried again."));
        try {
            outcome = readOn(safes);
        } finally {
            ended(outcome);
        }
    }

    private Optional<Problem> readOn(List<Address> safes) {
        var failed = Optional.<Problem>empty();
        for (var safe : safes) {
            try {
                know(safe, source.read(safe, of(safe)));
            } catch (ProblemException unread) {
                failed = Optional.of(unread.problem());
            }
        }
        return failed;
    }

    private synchronized void know(Address safe, SignedHistory history) {
        known.put(safe, history);
    }

    private synchronized void ended(Optional<Problem> failed) {
        problem = failed;
        isReading = false;
        notifyAll();
    }

    /// What was read last; empty before the first time.
    synchronized Optional<SignedHistory> of(Address safe) {
        return Optional.ofNullable(known.get(safe));
    }

    /// Why the last reading failed.
    synchronized Optional<Problem> problem() {
        return problem;
    }

    /// Waits until nothing is being read any more.
    public synchronized void settle() throws InterruptedException {
        while (isReading) {
            wait();
        }
    }
}
