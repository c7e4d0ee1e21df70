package org.breakwater.core.offer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.chain.ChainLog;
import org.breakwater.core.fact.LoggedFact;
import org.breakwater.core.follow.FromStore;
import org.breakwater.core.index.BlockRange;
import org.breakwater.core.index.IndexException;
import org.breakwater.core.index.StoredIndex;
import org.breakwater.core.value.BlockRef;

/// The protocol's events as an index has them, a part at a time.
public final class StoredEvents {

    private static final long FEW_BLOCKS = 64;
    private static final long MANY_BLOCKS = 1 << 20;

    private final StoredIndex index;

    public StoredEvents(StoredIndex index) {
        this.index = index;
    }

    /// Whether what a cursor was given for still stands.
    public boolean stands(Cursor cursor) throws IndexException {
        return index.newestUpTo(cursor.block())
                .filter(block -> block.number() == cursor.block() && block.hash().equals(cursor.hash()))
                .isPresent();
    }

    /// Events after a cursor, in the order in which they happened.
    ///
    /// @param after one that stands; empty for the first event
    /// @param limit at most so many
    /// @return nothing where another branch has taken the place of what is known meanwhile: ask again
    public Optional<Part<Event>> after(FromStore stored, Optional<Cursor> after, int limit) throws IndexException {
        var events = new ArrayList<Event>();
        var through = stored.known().block().number();
        var first = after.map(Cursor::block).orElse(0L);
        for (long blocks = FEW_BLOCKS; first <= through && events.size() < limit; blocks = Math.min(2 * blocks, MANY_BLOCKS)) {
            var last = Math.min(through, first + blocks - 1);
            if (!add(stored, new BlockRange(first, last), after, events)) {
                return Optional.empty();
            }
            first = last + 1;
        }
        if (!index.newestUpTo(through).equals(Optional.of(stored.known().block()))) {
            return Optional.empty();
        }
        var given = events.subList(0, Math.min(limit, events.size()));
        return Optional.of(new Part<>(given, given.isEmpty() ? after : cursor(given)));
    }

    private static Optional<Cursor> cursor(List<Event> given) {
        return Cursor.parse(given.getLast().cursor());
    }

    private boolean add(FromStore stored, BlockRange range, Optional<Cursor> after, List<Event> events)
            throws IndexException {
        var logs = new ArrayList<ChainLog>();
        index.read(range, logs::add);
        for (var log : logs) {
            if (!stored.facts().follows(log.address())) {
                return false;
            }
            if (after.filter(cursor -> !isAfter(log, cursor)).isEmpty()) {
                stored.facts().read(log).map(StoredEvents::event).ifPresent(events::add);
            }
        }
        return true;
    }

    private static boolean isAfter(ChainLog log, Cursor cursor) {
        var height = log.block().number();
        return height > cursor.block() || (height == cursor.block() && log.index() > cursor.position());
    }

    private static Event event(LoggedFact fact) {
        var block = fact.block();
        return new Event(
                cursor(block, fact.index()).toString(),
                block.number(),
                block.hash(),
                fact.time(),
                fact.transaction(),
                fact.index(),
                fact.contract(),
                fact.fact());
    }

    /// After a place in a block.
    public static Cursor cursor(BlockRef block, long position) {
        return new Cursor(Cursor.Kind.EVENTS, block.number(), block.hash(), position);
    }

    /// After everything that happened up to a height, where anything did.
    public Optional<Cursor> upTo(FromStore stored, long height) throws IndexException {
        var reachable = Math.min(height, stored.known().block().number());
        return index.newestUpTo(reachable).map(block -> cursor(block, Integer.MAX_VALUE));
    }
}
