package org.breakwater.core.projection;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.value.BlockRef;

/// How to take back what was written, block by block, for the latest blocks.
final class Journal {

    private final Deque<Entry> entries = new ArrayDeque<>();
    private final long depth;
    private long floor = Long.MIN_VALUE;

    /// @param depth how many blocks below the highest can be taken back to
    Journal(long depth) {
        this.depth = depth;
    }

    /// One way back.
    @FunctionalInterface
    interface Undo {
        void run();
    }

    private record Entry(BlockRef block, List<Undo> steps) {

        void takeBack() {
            steps.reversed().forEach(Undo::run);
        }
    }

    /// What is written from now on belongs to this block.
    void open(BlockRef block) {
        entries.addLast(new Entry(block, new ArrayList<>()));
    }

    void note(Undo step) {
        entries.getLast().steps().add(step);
    }

    /// Forgets the way back from blocks that are too far below the highest. One entry stays, so that the highest block
    /// that is not above a target is known.
    void forget() {
        var oldest = entries.getLast().block().number() - depth;
        while (entries.size() > 1 && second().block().number() <= oldest) {
            entries.removeFirst();
            floor = entries.getFirst().block().number();
        }
    }

    /// The lowest height that can be gone back to.
    long floor() {
        return floor;
    }

    private Entry second() {
        var upwards = entries.iterator();
        upwards.next();
        return upwards.next();
    }

    Optional<BlockRef> last() {
        return Optional.ofNullable(entries.peekLast()).map(Entry::block);
    }

    /// Takes the latest block back.
    void takeBackLast() {
        entries.removeLast().takeBack();
    }
}
