package org.breakwater.core.offer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.chain.ChainLog;
import org.breakwater.core.fact.LoggedFact;
import org.breakwater.core.follow.FromStore;
import org.breakwater.core.index.BlockRange;
import org.breakwater.core.index.IndexException;
import org.breakwater.core.index.IndexReader;
import org.breakwater.core.index.SharedIndex;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.BlockRef;

/// The protocol's events as an index has them, a part at a time.
public final class StoredEvents {

    private static final long FEW_BLOCKS = 64;
    private static final long MANY_BLOCKS = 1 << 20;

    private final SharedIndex index;

    public StoredEvents(SharedIndex index) {
        this.index = index;
    }

    /// A part of a list of events, or why there is none.
    public sealed interface Answer {

        /// In the order in which they happened.
        record Events(Part<Event> part) implements Answer {}

        /// What the cursor was given for does not stand any more.
        record Gone() implements Answer {}

        /// Another branch has taken the place of what is known; what is known will follow soon.
        record Moving() implements Answer {}
    }

    /// Whether what a cursor was given for still stands.
    public boolean stands(Cursor cursor) throws IndexException, ProblemException {
        return index.read(reader -> stands(reader, cursor));
    }

    private static boolean stands(IndexReader reader, Cursor cursor) throws IndexException {
        return reader.newestUpTo(cursor.block())
                .filter(block ->
                        block.number() == cursor.block() && block.hash().equals(cursor.hash()))
                .isPresent();
    }

    /// Events after a cursor.
    ///
    /// @param after empty for the first event
    /// @param limit at most so many
    public Answer after(FromStore stored, Optional<Cursor> after, int limit) throws IndexException, ProblemException {
        return index.read(reader -> {
            if (after.isPresent() && !stands(reader, after.get())) {
                return new Answer.Gone();
            }
            var through = stored.known().block().number();
            if (!reader.newestUpTo(through).equals(Optional.of(stored.known().block()))) {
                return new Answer.Moving();
            }
            var events = read(reader, stored, after, limit);
            var given = events.subList(0, Math.min(limit, events.size()));
            return new Answer.Events(new Part<>(given, given.isEmpty() ? after : cursor(given)));
        });
    }

    private static List<Event> read(IndexReader reader, FromStore stored, Optional<Cursor> after, int limit)
            throws IndexException {
        var events = new ArrayList<Event>();
        var through = stored.known().block().number();
        var first = after.map(Cursor::block).orElse(0L);
        var blocks = FEW_BLOCKS;
        while (first <= through && events.size() < limit) {
            var last = Math.min(through, first + blocks - 1);
            add(reader, stored, new BlockRange(first, last), after, events);
            first = last + 1;
            blocks = Math.min(2 * blocks, MANY_BLOCKS);
        }
        return events;
    }

    private static Optional<Cursor> cursor(List<Event> given) {
        return Cursor.parse(given.getLast().cursor());
    }

    private static void add(
            IndexReader reader, FromStore stored, BlockRange range, Optional<Cursor> after, List<Event> events)
            throws IndexException {
        var logs = new ArrayList<ChainLog>();
        reader.read(range, logs::add);
        for (var log : logs) {
            if (after.filter(cursor -> !isAfter(log, cursor)).isEmpty()) {
                stored.facts().read(log).map(StoredEvents::event).ifPresent(events::add);
            }
        }
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
    public Optional<Cursor> upTo(long height) throws IndexException, ProblemException {
        return index.read(reader -> reader.newestUpTo(height)).map(block -> cursor(block, Integer.MAX_VALUE));
    }
}
