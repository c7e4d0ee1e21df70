package org.breakwater.adapters.offer;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.offer.ChainPosition;
import org.breakwater.core.offer.Health;
import org.breakwater.core.offer.Offer;
import org.breakwater.core.offer.Status;
import org.breakwater.core.offer.StoredEvents;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.value.BlockRef;

/// What is answered from, as it is now. Any thread may ask; one thread brings what is new.
final class Source {

    private final StoredEvents events;
    private final InstantSource clock;
    private volatile State state = new State(Optional.empty(), Optional.empty(), List.of());

    Source(StoredEvents events, InstantSource clock) {
        this.events = events;
        this.clock = clock;
    }

    /// @param head of the node, where it answers
    private record State(Optional<Offer> offer, Optional<BlockRef> head, List<Problem> problems) {

        Optional<Long> behind() {
            return head.flatMap(newest -> offer.map(
                    known -> Math.max(0, newest.number() - known.block().number())));
        }
    }

    synchronized void tell(Optional<Offer> offer, Optional<BlockRef> head, List<Problem> problems) {
        state = new State(offer, head, List.copyOf(problems));
        notifyAll();
    }

    /// Waits for another offer than one.
    ///
    /// @return whether it came in time
    synchronized boolean awaitOther(Optional<Offer> known, Duration patience) {
        var end = System.nanoTime() + patience.toNanos();
        try {
            for (var left = patience.toMillis(); state.offer().equals(known) && left > 0; ) {
                wait(left);
                left = Duration.ofNanos(end - System.nanoTime()).toMillis();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return !state.offer().equals(known);
    }

    StoredEvents events() {
        return events;
    }

    Optional<Offer> found() {
        return state.offer();
    }

    Offer offer() throws Refusal {
        return state.offer().orElseThrow(Refusal::notReady);
    }

    Status status() throws Refusal {
        var now = state;
        var offer = now.offer().orElseThrow(Refusal::notReady);
        var problems = new ArrayList<>(now.problems());
        offer.stored().unasked().ifPresent(problems::add);
        var finality = offer.stored().finality();
        return new Status(
                finality < 0 ? Optional.empty() : Optional.of(finality),
                now.head()
                        .map(head -> new ChainPosition(
                                head.number(), head.hash(), head.time().getEpochSecond())),
                now.behind(),
                problems.stream().map(Problem::toString).toList(),
                offer.contracts());
    }

    Health health() {
        var now = state;
        var block = now.offer().map(Offer::block);
        return new Health(
                block.isPresent(),
                block.map(BlockRef::number),
                block.map(known -> Math.max(
                        0, clock.instant().getEpochSecond() - known.time().getEpochSecond())),
                now.behind());
    }
}
